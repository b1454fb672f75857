/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-txn.h"

G_BEGIN_DECLS

/**
 * BellLastImport:
 * @read: rows of the file
 * @known: those of them that are known here now
 * @unmapped: different values among the refused ones that mean nothing here
 *
 * Private to the desk: what the last import of stays said, for the kinds of work that fill themselves in. A setting,
 * written only when it says something else than before, so that the same file twice changes nothing.
 */
typedef struct
{
  guint read;
  guint known;
  guint unmapped;
} BellLastImport;

/* All zero when there was none. */
gboolean  bell_last_import_read   (BellTxn               *txn,
                                   BellLastImport        *last,
                                   GError               **error);

/* Inside a command. */
gboolean  bell_last_import_write  (BellTxn               *txn,
                                   const BellLastImport  *last,
                                   GError               **error);

G_END_DECLS
