/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bell-id.h"

G_BEGIN_DECLS

/* A transaction; valid only inside the callback that was handed it, on the thread that called it. */
typedef struct _BellTxn BellTxn;

/**
 * BellTxnFunc:
 * @txn: the transaction
 * @data: what was given with the function
 * @cancellable: (nullable): to look at now and then in long work
 * @error: set when FALSE is returned
 *
 * Work in a transaction. Returning FALSE takes back all that this function
 * wrote and nothing else. It runs on a thread of the storage: it must not
 * touch what belongs to the main loop, nor wait for another storage call.
 */
typedef gboolean (*BellTxnFunc) (BellTxn       *txn,
                                 gpointer       data,
                                 GCancellable  *cancellable,
                                 GError       **error);

/* Called now and then during long work with 0.0 … 1.0; not always on the thread that waits for the work. */
typedef void (*BellProgressFunc) (double   fraction,
                                  gpointer data);

#define BELL_TYPE_STORE (bell_store_get_type ())
G_DECLARE_FINAL_TYPE (BellStore, bell_store, BELL, STORE, GObject)

/**
 * BellStore:
 *
 * One hotel database: a writer thread that commits in groups and a pool of
 * two readers beside it. All functions may be called from any thread.
 *
 * Signal "changed" (const GStrv tables): after a commit, on the main context
 * that was the thread's default when the store was opened; several commits
 * may be told at once. What another program wrote into the same file is told
 * with this one's next commit, as a change of every table.
 */

/**
 * bell_store_open:
 * @path: the database file
 * @create: whether to make the file (mode 0600) when there is none
 *
 * Opens a file, brings an older one up to date (after a backup beside it in
 * "backups/"), and looks whether it is sound.
 *
 * Errors: %BELL_ERROR_NOT_FOUND, %BELL_ERROR_NEWER, %BELL_ERROR_INPUT (not a
 * Deskbell file), %BELL_ERROR_INTEGRITY (damaged; left untouched, the hint
 * names the newest good backup), %BELL_ERROR_STORAGE, %BELL_ERROR_FULL.
 */
BellStore   *bell_store_open         (const char           *path,
                                      gboolean              create,
                                      GError              **error);

/* Finishes what is queued, then closes the file. Later calls fail with %BELL_ERROR_STORAGE. Idempotent. */
void         bell_store_close        (BellStore            *self);

const char  *bell_store_get_path     (BellStore            *self);

/* The id of this file's chain in the journal. */
BellId       bell_store_get_device   (BellStore            *self);

/**
 * bell_store_write_async:
 *
 * Queues @func; the writer puts what is queued into one transaction, each
 * function in a savepoint of its own, and answers after the commit is on the
 * disk. Keep one function below 25 ms: long work (an import) calls in slices
 * of some 200 rows so that a person's save never waits long.
 * @data_free runs where @callback runs, before it.
 */
void         bell_store_write_async  (BellStore            *self,
                                      BellTxnFunc           func,
                                      gpointer              data,
                                      GDestroyNotify        data_free,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean     bell_store_write_finish (BellStore            *self,
                                      GAsyncResult         *result,
                                      GError              **error);

/* The same, waiting for the commit; for the command line, imports on a thread of their own, and tests. */
gboolean     bell_store_write        (BellStore            *self,
                                      BellTxnFunc           func,
                                      gpointer              data,
                                      GCancellable         *cancellable,
                                      GError              **error);

/**
 * bell_store_read_async:
 *
 * Runs @func on a reader: it sees one moment of the database whatever is
 * written meanwhile, and a cancellation stops the running statement.
 */
void         bell_store_read_async   (BellStore            *self,
                                      BellTxnFunc           func,
                                      gpointer              data,
                                      GDestroyNotify        data_free,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean     bell_store_read_finish  (BellStore            *self,
                                      GAsyncResult         *result,
                                      GError              **error);
gboolean     bell_store_read         (BellStore            *self,
                                      BellTxnFunc           func,
                                      gpointer              data,
                                      GCancellable         *cancellable,
                                      GError              **error);

/* Between the two, writes put no words into the search index; for loading very much at once. */
gboolean     bell_store_suspend_search (BellStore          *self,
                                        GError            **error);
gboolean     bell_store_rebuild_search (BellStore          *self,
                                        GError            **error);

/**
 * bell_store_check:
 * @findings: (out) (nullable): sentences, one a fault (char *); (transfer full)
 *
 * Looks at everything: pages, indexes, search index, references that lead
 * nowhere, and the journal. Blocks; long for a big file.
 *
 * Returns: TRUE when sound; else %BELL_ERROR_INTEGRITY tells the first finding.
 */
gboolean     bell_store_check        (BellStore            *self,
                                      BellProgressFunc      progress,
                                      gpointer              progress_data,
                                      GCancellable         *cancellable,
                                      GPtrArray           **findings,
                                      GError              **error);

G_END_DECLS
