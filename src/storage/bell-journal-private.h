/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage. */

#include "bell-journal.h"
#include "bell-txn-private.h"

G_BEGIN_DECLS

/* Notes the first fault; returns FALSE. */
gboolean  bell_journal_found        (BellJournalReport  *report,
                                     BellJournalFault    fault,
                                     gint64              seq);

/* Whether each row holds what its entries say, and each entry its row. FALSE only when reading failed. */
gboolean  bell_journal_compare_rows (BellTxn            *txn,
                                     BellJournalReport  *report,
                                     BellProgressFunc    progress,
                                     gpointer            progress_data,
                                     GCancellable       *cancellable,
                                     GError            **error);

G_END_DECLS
