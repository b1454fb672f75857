/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-csv-writer.h"

#include "bell-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define FLUSH_SIZE (64 * 1024)
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct _BellCsvWriter
{
  GObject parent_instance;

  GOutputStream *stream;
  BellTextEncoding encoding;
  char delimiter;
  BellCsvWriterFlags flags;

  GString *row;
  GByteArray *pending;
  guint64 n_rows;
};

G_DEFINE_FINAL_TYPE (BellCsvWriter, bell_csv_writer, G_TYPE_OBJECT)

/* Apostrophes and then a character that makes a spreadsheet see a formula. */
static gboolean
needs_guard (const char *cell)
{
  cell += strspn (cell, "'");

  return *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL;
}

static gboolean
needs_quotes (BellCsvWriter *self,
              const char    *cell,
              gsize          n_cells)
{
  const char special[] = { self->delimiter, '"', '\r', '\n', '\0' };
  gsize length = strlen (cell);

  if (length == 0)
    return n_cells == 1;

  return strpbrk (cell, special) != NULL || cell[0] == ' ' || cell[length - 1] == ' ' ||
         g_str_has_prefix (cell, BYTE_ORDER_MARK);
}

static void
append_cell (BellCsvWriter *self,
             const char    *cell,
             gsize          n_cells)
{
  gboolean guard = (self->flags & BELL_CSV_WRITER_GUARD) && needs_guard (cell);

  if (!needs_quotes (self, cell, n_cells))
    {
      if (guard)
        g_string_append_c (self->row, '\'');
      g_string_append (self->row, cell);
      return;
    }

  g_string_append_c (self->row, '"');
  if (guard)
    g_string_append_c (self->row, '\'');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->row, '"');
      g_string_append_c (self->row, *p);
    }
  g_string_append_c (self->row, '"');
}

static char *
encode (BellCsvWriter  *self,
        const char     *text,
        gssize          length,
        gsize          *n_bytes,
        GError        **error)
{
  switch (self->encoding)
    {
    case BELL_TEXT_ENCODING_UTF16_LE:
      return g_convert (text, length, "UTF-16LE", "UTF-8", NULL, n_bytes, error);
    case BELL_TEXT_ENCODING_UTF16_BE:
      return g_convert (text, length, "UTF-16BE", "UTF-8", NULL, n_bytes, error);
    case BELL_TEXT_ENCODING_WINDOWS_1252:
      return g_convert (text, length, "WINDOWS-1252", "UTF-8", NULL, n_bytes, error);
    case BELL_TEXT_ENCODING_UTF8:
      *n_bytes = length;
      return g_strndup (text, length);
    case BELL_TEXT_ENCODING_AUTO:
    default:
      g_assert_not_reached ();
    }
}

static void
explain_failure (BellCsvWriter      *self,
                 const char *const  *cells,
                 gsize               n_cells,
                 GError            **error)
{
  for (gsize i = 0; i < n_cells; i++)
    {
      g_autofree char *bytes = NULL;
      gsize n_bytes;

      bytes = cells[i] != NULL ? encode (self, cells[i], strlen (cells[i]), &n_bytes, NULL) : NULL;
      if (bytes == NULL && cells[i] != NULL)
        {
          bell_error_set (error, BELL_ERROR_INPUT, _("Write the file in UTF-8."),
                          _("Row %lu, column %lu: %s does not have every character of “%s”."),
                          (gulong) self->n_rows + 1, (gulong) i + 1, bell_text_encoding_get_id (self->encoding), cells[i]);
          return;
        }
    }

  bell_error_set (error, BELL_ERROR_INPUT, _("Write the file in UTF-8."),
                  _("Row %lu cannot be written in %s."),
                  (gulong) self->n_rows + 1, bell_text_encoding_get_id (self->encoding));
}

static void
append_mark (BellCsvWriter *self)
{
  gboolean wide = self->encoding == BELL_TEXT_ENCODING_UTF16_LE || self->encoding == BELL_TEXT_ENCODING_UTF16_BE;
  gboolean narrow = self->encoding == BELL_TEXT_ENCODING_UTF8 && (self->flags & BELL_CSV_WRITER_MARK);

  if (wide || narrow)
    g_string_append (self->row, BYTE_ORDER_MARK);
}

gboolean
bell_csv_writer_write (BellCsvWriter      *self,
                       const char *const  *cells,
                       gsize               n_cells,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_return_val_if_fail (BELL_IS_CSV_WRITER (self), FALSE);
  g_return_val_if_fail (cells != NULL && n_cells > 0, FALSE);

  g_string_truncate (self->row, 0);
  if (self->n_rows == 0)
    append_mark (self);

  for (gsize i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (self->row, self->delimiter);
      append_cell (self, cells[i] != NULL ? cells[i] : "", n_cells);
    }
  g_string_append (self->row, "\r\n");

  bytes = encode (self, self->row->str, self->row->len, &n_bytes, NULL);
  if (bytes == NULL)
    {
      explain_failure (self, cells, n_cells, error);
      return FALSE;
    }

  g_byte_array_append (self->pending, (const guint8 *) bytes, n_bytes);
  self->n_rows++;

  return self->pending->len < FLUSH_SIZE || bell_csv_writer_flush (self, cancellable, error);
}

gboolean
bell_csv_writer_flush (BellCsvWriter  *self,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_return_val_if_fail (BELL_IS_CSV_WRITER (self), FALSE);

  if (!g_output_stream_write_all (self->stream, self->pending->data, self->pending->len, NULL, cancellable, error))
    return FALSE;

  g_byte_array_set_size (self->pending, 0);

  return g_output_stream_flush (self->stream, cancellable, error);
}

const char *
bell_csv_unguard (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return cell[0] == '\'' && needs_guard (cell) ? cell + 1 : cell;
}

/*
 * GObject
 */

static void
bell_csv_writer_finalize (GObject *object)
{
  BellCsvWriter *self = BELL_CSV_WRITER (object);

  g_clear_object (&self->stream);
  g_clear_pointer (&self->pending, g_byte_array_unref);
  g_string_free (self->row, TRUE);

  G_OBJECT_CLASS (bell_csv_writer_parent_class)->finalize (object);
}

static void
bell_csv_writer_class_init (BellCsvWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_csv_writer_finalize;
}

static void
bell_csv_writer_init (BellCsvWriter *self)
{
  self->row = g_string_new (NULL);
  self->pending = g_byte_array_new ();
}

BellCsvWriter *
bell_csv_writer_new (GOutputStream      *stream,
                     BellTextEncoding    encoding,
                     char                delimiter,
                     BellCsvWriterFlags  flags)
{
  BellCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (encoding != BELL_TEXT_ENCODING_AUTO, NULL);
  g_return_val_if_fail (g_ascii_isgraph (delimiter) || delimiter == '\t', NULL);
  g_return_val_if_fail (delimiter != '"', NULL);

  self = g_object_new (BELL_TYPE_CSV_WRITER, NULL);
  self->stream = g_object_ref (stream);
  self->encoding = encoding;
  self->delimiter = delimiter;
  self->flags = flags;

  return self;
}
