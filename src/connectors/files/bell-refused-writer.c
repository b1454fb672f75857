/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-refused-writer.h"

#include "bell-csv-writer.h"

#include <string.h>

/* Not translated: the names of columns in files must stay the same in every language. */
#define PROBLEM_COLUMN "Problem"
#define LINE_COLUMN "Line"

struct _BellRefusedWriter
{
  GObject parent_instance;

  BellCsvWriter *writer;
  GStrv header;
  guint n_columns;
  guint n_dropped;
  gboolean started;
};

G_DEFINE_FINAL_TYPE (BellRefusedWriter, bell_refused_writer, G_TYPE_OBJECT)

/* The two added cells follow the original columns; what a row has too many comes after them. */
static gboolean
write_row (BellRefusedWriter  *self,
           const char *const  *cells,
           guint               n_cells,
           const char         *problem,
           const char         *line,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autoptr(GPtrArray) row = g_ptr_array_new ();

  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (row, (gpointer) (i < n_cells ? cells[i] : ""));
  g_ptr_array_add (row, (gpointer) problem);
  g_ptr_array_add (row, (gpointer) line);
  for (guint i = self->n_columns + self->n_dropped; i < n_cells; i++)
    g_ptr_array_add (row, (gpointer) cells[i]);

  return bell_csv_writer_write (self->writer, (const char *const *) row->pdata, row->len, cancellable, error);
}

gboolean
bell_refused_writer_write (BellRefusedWriter     *self,
                           const BellRowProblem  *problem,
                           GCancellable          *cancellable,
                           GError               **error)
{
  g_autofree char *told = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (BELL_IS_REFUSED_WRITER (self), FALSE);
  g_return_val_if_fail (problem != NULL && problem->cells != NULL, FALSE);

  if (!self->started)
    {
      if (!write_row (self, (const char *const *) self->header, self->n_columns, PROBLEM_COLUMN, LINE_COLUMN, cancellable, error))
        return FALSE;
      self->started = TRUE;
    }

  told = bell_row_problem_tell (problem);
  line = g_strdup_printf ("%" G_GUINT64_FORMAT, problem->line);

  return write_row (self, (const char *const *) problem->cells, g_strv_length (problem->cells), told, line, cancellable, error);
}

gboolean
bell_refused_writer_flush (BellRefusedWriter  *self,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_return_val_if_fail (BELL_IS_REFUSED_WRITER (self), FALSE);

  return bell_csv_writer_flush (self->writer, cancellable, error);
}

/*
 * GObject
 */

static void
bell_refused_writer_finalize (GObject *object)
{
  BellRefusedWriter *self = BELL_REFUSED_WRITER (object);

  g_clear_object (&self->writer);
  g_strfreev (self->header);

  G_OBJECT_CLASS (bell_refused_writer_parent_class)->finalize (object);
}

static void
bell_refused_writer_class_init (BellRefusedWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_refused_writer_finalize;
}

static void
bell_refused_writer_init (BellRefusedWriter *self)
{
}

BellRefusedWriter *
bell_refused_writer_new (GOutputStream     *stream,
                         const char *const *header,
                         char               delimiter)
{
  BellRefusedWriter *self;
  guint n;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (header != NULL, NULL);

  self = g_object_new (BELL_TYPE_REFUSED_WRITER, NULL);
  self->writer = bell_csv_writer_new (stream, BELL_TEXT_ENCODING_UTF8, delimiter,
                                      BELL_CSV_WRITER_MARK | BELL_CSV_WRITER_GUARD);
  self->header = g_strdupv ((char **) header);

  n = g_strv_length (self->header);
  if (n > 2 && strcmp (header[n - 2], PROBLEM_COLUMN) == 0 && strcmp (header[n - 1], LINE_COLUMN) == 0)
    self->n_dropped = 2;
  self->n_columns = n - self->n_dropped;

  return self;
}
