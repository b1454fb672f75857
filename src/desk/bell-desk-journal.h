/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/* Called on the thread that opened the desk. */
typedef void (*BellJournalProgress) (guint64  entries,
                                     gpointer data);

/**
 * bell_desk_export_journal_async:
 * @query: %BELL_LIST_JOURNAL with its filters
 * @file: replaced when all is written; left as it is when that fails or is cancelled
 *
 * Writes the journal, newest first, as a table that spreadsheets open (CSV, UTF-8). Values that the person
 * may not see are left empty.
 */
void     bell_desk_export_journal_async  (BellDesk            *self,
                                          const BellQuery     *query,
                                          GFile               *file,
                                          BellJournalProgress  progress,
                                          gpointer             progress_data,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);

/* @entries: (out) (optional): how many were written. */
gboolean bell_desk_export_journal_finish (BellDesk            *self,
                                          GAsyncResult        *result,
                                          guint64             *entries,
                                          GError             **error);

G_END_DECLS
