/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage: the words that a search finds. */

#include "bell-txn-private.h"

G_BEGIN_DECLS

/* Whether a change of @field changes the words of an entity of @kind. */
gboolean  bell_search_concerns (const char    *kind,
                                const char    *field);

/* Writes the words of an entity anew; nothing for kinds that no search finds. */
gboolean  bell_search_put      (BellTxn       *txn,
                                BellEntity    *entity,
                                GError       **error);

/* Takes the words of an entity out. */
gboolean  bell_search_remove   (BellTxn       *txn,
                                const BellId  *entity,
                                GError       **error);

/* What a person typed as an FTS5 expression; NULL when it holds no word. (transfer full) */
char     *bell_search_match    (const char    *text);

G_END_DECLS
