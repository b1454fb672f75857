/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-csv-writer.h"
#include "bell-desk-journal.h"
#include "bell-desk-private.h"

#define PAGE 500

/* The columns of the table are fields of the entry, under the names that they have everywhere. */
static const char *const columns[] = {
  "seq", "at", "who_name", "role", "verb", "kind", "number", "field", "old_value", "new_value", "why",
  "class_", "property", "device", "dseq", "entity", "group_op", "hash",
};

typedef struct
{
  BellViewer *viewer;
  BellQuery *query;
  GFile *file;
  GMainContext *context;
  BellJournalProgress progress;
  gpointer progress_data;
  guint64 written;
} Export;

static void
export_free (Export *export)
{
  bell_viewer_free (export->viewer);
  bell_query_free (export->query);
  g_object_unref (export->file);
  g_main_context_unref (export->context);
  g_free (export);
}

typedef struct
{
  BellJournalProgress progress;
  gpointer data;
  guint64 written;
} Told;

static gboolean
tell_cb (gpointer data)
{
  Told *told = data;

  told->progress (told->written, told->data);
  return G_SOURCE_REMOVE;
}

static void
tell_progress (Export *export)
{
  Told *told;

  if (export->progress == NULL)
    return;
  told = g_new0 (Told, 1);
  *told = (Told) { export->progress, export->progress_data, export->written };
  g_main_context_invoke_full (export->context, G_PRIORITY_DEFAULT_IDLE, tell_cb, told, g_free);
}

static gboolean
write_entry (BellCsvWriter  *writer,
             BellEntity     *entry,
             GCancellable   *cancellable,
             GError        **error)
{
  BellEntityClass *klass = BELL_ENTITY_GET_CLASS (entry);
  char *cells[G_N_ELEMENTS (columns)];
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cells[i] = bell_entity_dup_as_text (entry, bell_entity_class_find_field (klass, columns[i]));
  done = bell_csv_writer_write (writer, (const char *const *) cells, G_N_ELEMENTS (cells), cancellable, error);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (cells[i]);
  return done;
}

static gboolean
write_entries (Export         *export,
               BellTxn        *txn,
               BellCsvWriter  *writer,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr(BellEntity) last = NULL;
  guint length;

  do
    {
      g_autoptr(GPtrArray) page = bell_viewer_read (export->viewer, txn, export->query, last, PAGE, error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        if (!write_entry (writer, page->pdata[i], cancellable, error))
          return FALSE;
      length = page->len;
      export->written += length;
      if (length > 0)
        g_set_object (&last, page->pdata[length - 1]);
      tell_progress (export);
    }
  while (length == PAGE);
  return bell_csv_writer_flush (writer, cancellable, error);
}

static gboolean
run_export (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Export *export = data;
  g_autoptr(GFileOutputStream) stream = NULL;
  g_autoptr(BellCsvWriter) writer = NULL;
  g_autoptr(GCancellable) broken = g_cancellable_new ();

  stream = g_file_replace (export->file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  if (stream == NULL)
    return FALSE;

  writer = bell_csv_writer_new (G_OUTPUT_STREAM (stream), BELL_TEXT_ENCODING_UTF8, ',',
                                BELL_CSV_WRITER_MARK | BELL_CSV_WRITER_GUARD);
  if (bell_csv_writer_write (writer, columns, G_N_ELEMENTS (columns), cancellable, error) &&
      write_entries (export, txn, writer, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  /* A cancelled close leaves what stood there before. */
  g_cancellable_cancel (broken);
  g_output_stream_close (G_OUTPUT_STREAM (stream), broken, NULL);
  return FALSE;
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;

  if (bell_store_read_finish (BELL_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bell_desk_export_journal_async (BellDesk            *self,
                                const BellQuery     *query,
                                GFile               *file,
                                BellJournalProgress  progress,
                                gpointer             progress_data,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Export *export;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (query != NULL && query->list == BELL_LIST_JOURNAL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_export_journal_async);
  if (!bell_desk_demand (self, BELL_ACTION_AUDIT, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  export = g_new0 (Export, 1);
  export->viewer = bell_viewer_new (self);
  export->query = bell_desk_complete_query (self, query);
  export->file = g_object_ref (file);
  export->context = g_main_context_ref_thread_default ();
  export->progress = progress;
  export->progress_data = progress_data;
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  bell_store_read_async (self->store, run_export, export, NULL, cancellable, exported_cb, g_steal_pointer (&task));
}

gboolean
bell_desk_export_journal_finish (BellDesk      *self,
                                 GAsyncResult  *result,
                                 guint64       *entries,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (entries != NULL)
    {
      Export *export = g_task_get_task_data (G_TASK (result));

      *entries = export != NULL ? export->written : 0;
    }
  return g_task_propagate_boolean (G_TASK (result), error);
}
