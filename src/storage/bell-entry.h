/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage: writing to the journal. */

#include "bell-txn-private.h"

G_BEGIN_DECLS

/**
 * BellEntryDraft:
 * @old_value: and @new_value: stand in the journal, unless class or @personal ask for keeping them apart
 * @apart: (nullable): the personal part of a payload; kept apart in any case
 * @personal: whether an erasure destroys what is kept apart
 */
typedef struct
{
  BellVerb verb;
  const char *kind;
  const BellId *entity;
  const BellId *record;
  BellClass class_;
  const char *field;
  const char *old_value;
  const char *new_value;
  const char *apart;
  gboolean personal;
} BellEntryDraft;

/* Adds an entry to the end of the chain. @seq (nullable) gets its number. */
gboolean  bell_entry_append (BellTxn               *txn,
                             const BellEntryDraft  *draft,
                             gint64                *seq,
                             GError               **error);

/* Adds the values of the stricter classes in @classes to those that were read with the item's row. */
gboolean  bell_item_merge_values (BellTxn   *txn,
                                  BellItem  *item,
                                  guint      classes,
                                  GError   **error);

G_END_DECLS
