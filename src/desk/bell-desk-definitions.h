/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-txn.h"

G_BEGIN_DECLS

/* The definition texts in force: those shipped with the program, each replaced by the hotel's own copy where there is
 * one, and the hotel's own additions. Name to JSON; (transfer full). */
GHashTable *bell_definitions_read_texts (BellTxn     *txn,
                                         GError     **error);

/* Puts the shipped text of @name back into @texts, or takes it out when none was shipped. */
void        bell_definitions_forget_own (GHashTable  *texts,
                                         const char  *name);

/* The shipped mapping files alone: name to JSON; (transfer full). */
GHashTable *bell_definitions_shipped_mappings (void);

/* The same with the hotel's own in their place; (transfer full). */
GHashTable *bell_mappings_read (BellStore   *store,
                                GError     **error);

G_END_DECLS
