/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bell-csv-writer.h"
#include "bell-error.h"
#include "connector-tests.h"

#include <string.h>

#define N_TABLES 300

/* The pieces of which cells are made; the line ends stand at the beginning, the ones beyond Windows-1252 stand at the end. */
static const char *const pieces[] = {
  "\r",
  "\n",
  "\r\n",
  "a",
  "Z",
  "0",
  " ",
  ",",
  ";",
  "\t",
  "|",
  "\"",
  "\"\"",
  "'",
  "=",
  "+",
  "-",
  "@",
  "sep=;",
  "\\",
  "\x01",
  "é",
  "ß",
  "€",
  "ÿ",
  "\xC2\xA0",
  "\xEF\xBB\xBF",
  "\xEF\xBF\xBD",
  "語",
  "🛎",
  "ا",
};

#define N_LINE_ENDS 3
#define N_NARROW_PIECES 26

typedef struct
{
  guint n_columns;
  guint n_rows;
  GPtrArray *cells;
} Table;

static void
table_free (Table *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static char *
random_cell (gboolean narrow)
{
  GString *cell = g_string_new (NULL);
  guint length = g_test_rand_int_range (0, 4) == 0 ? 0 : g_test_rand_int_range (0, 12);
  guint first = 0;

  /* Long cells have no line ends, as more than BELL_CSV_MAX_QUOTED_LINES are refused. */
  if (g_test_rand_int_range (0, 200) == 0)
    {
      length = 30000;
      first = N_LINE_ENDS;
    }
  for (guint i = 0; i < length; i++)
    g_string_append (cell, pieces[g_test_rand_int_range (first, narrow ? N_NARROW_PIECES : G_N_ELEMENTS (pieces))]);

  return g_string_free (cell, FALSE);
}

static Table *
random_table (gboolean narrow)
{
  Table *self = g_new0 (Table, 1);

  self->n_columns = g_test_rand_int_range (1, 9);
  self->n_rows = g_test_rand_int_range (1, 30);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_columns * self->n_rows; i++)
    g_ptr_array_add (self->cells, random_cell (narrow));

  return self;
}

static GBytes *
write_table (const Table        *table,
             BellTextEncoding    encoding,
             char                delimiter,
             BellCsvWriterFlags  flags)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(BellCsvWriter) writer = bell_csv_writer_new (stream, encoding, delimiter, flags);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < table->n_rows; i++)
    {
      bell_csv_writer_write (writer, (const char *const *) table->cells->pdata + i * table->n_columns, table->n_columns, NULL, &error);
      g_assert_no_error (error);
    }
  bell_csv_writer_flush (writer, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_reads_equal (const Table      *table,
                    GBytes           *bytes,
                    BellTextEncoding  encoding,
                    char              delimiter,
                    gboolean          guarded)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(BellTextDecoder) decoder = bell_text_decoder_new (stream, encoding);
  g_autoptr(BellCsvReader) reader = bell_csv_reader_new (decoder, delimiter);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < table->n_rows; i++)
    {
      const BellCsvRow *row = bell_csv_reader_next (reader, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (row);
      g_assert_cmpint (row->fault, ==, BELL_CSV_FAULT_NONE);
      g_assert_cmpuint (row->n_fields, ==, table->n_columns);
      for (guint j = 0; j < row->n_fields; j++)
        g_assert_cmpstr (guarded ? bell_csv_unguard (row->fields[j]) : row->fields[j], ==,
                         table->cells->pdata[i * table->n_columns + j]);
    }

  g_assert_null (bell_csv_reader_next (reader, NULL, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  static const char delimiters[] = { ',', ';', '\t' };

  for (guint i = 0; i < N_TABLES; i++)
    {
      BellTextEncoding encoding = g_test_rand_int_range (BELL_TEXT_ENCODING_UTF8, BELL_TEXT_ENCODING_WINDOWS_1252 + 1);
      char delimiter = delimiters[g_test_rand_int_range (0, G_N_ELEMENTS (delimiters))];
      BellCsvWriterFlags flags = g_test_rand_int_range (0, 4);
      g_autoptr(Table) table = random_table (encoding == BELL_TEXT_ENCODING_WINDOWS_1252);
      g_autoptr(GBytes) bytes = NULL;

      g_test_message ("table %u: %s, delimiter %d, flags %u", i, bell_text_encoding_get_id (encoding), delimiter, flags);
      bytes = write_table (table, encoding, delimiter, flags);
      assert_reads_equal (table, bytes, encoding, delimiter, (flags & BELL_CSV_WRITER_GUARD) != 0);
    }
}

/* No guarded cell may begin like a formula, however it is quoted. */
static void
test_guard (void)
{
  static const char *const cells[] = { "=1+1", "+49 30", "-5", "@SUM", "\tx", "\rx", "'=x", "''@x", "'plain", "plain", "x=y" };
  static const char *const expected[] = {
    "'=1+1",
    "'+49 30",
    "'-5",
    "'@SUM",
    "'\tx",
    "\"'\rx\"",
    "''=x",
    "'''@x",
    "'plain",
    "plain",
    "x=y",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr(BellCsvWriter) writer = NULL;
      g_autofree char *line = g_strconcat (expected[i], "\r\n", NULL);
      g_autofree char *guarded = g_strdup (expected[i]);

      writer = bell_csv_writer_new (stream, BELL_TEXT_ENCODING_UTF8, ',', BELL_CSV_WRITER_GUARD);
      g_assert_true (bell_csv_writer_write (writer, &cells[i], 1, NULL, NULL));
      g_assert_true (bell_csv_writer_flush (writer, NULL, NULL));
      g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                       g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), line, strlen (line));
      if (expected[i][0] != '"')
        g_assert_cmpstr (bell_csv_unguard (guarded), ==, cells[i]);
    }
}

static void
test_character_that_is_not_there (void)
{
  static const char *const first[] = { "a", "b" };
  static const char *const second[] = { "a", "語" };
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(BellCsvWriter) writer = bell_csv_writer_new (stream, BELL_TEXT_ENCODING_WINDOWS_1252, ',', BELL_CSV_WRITER_DEFAULT);
  g_autoptr(GError) error = NULL;

  g_assert_true (bell_csv_writer_write (writer, first, 2, NULL, &error));
  g_assert_false (bell_csv_writer_write (writer, second, 2, NULL, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, "Row 2, column 2: windows-1252 does not have every character of “語”.");
  g_assert_true (bell_csv_writer_flush (writer, NULL, NULL));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), "a,b\r\n", 5);
}

/* The same text through every encoding, with characters across the ends of blocks. */
static void
test_detection (void)
{
  static const BellTextEncoding encodings[] = {
    BELL_TEXT_ENCODING_UTF8,
    BELL_TEXT_ENCODING_UTF16_LE,
    BELL_TEXT_ENCODING_UTF16_BE,
    BELL_TEXT_ENCODING_WINDOWS_1252,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr(Table) table = g_new0 (Table, 1);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GInputStream) stream = NULL;
      g_autoptr(GError) error = NULL;

      table->n_columns = 3;
      table->n_rows = 20000;
      table->cells = g_ptr_array_new_with_free_func (g_free);
      for (guint j = 0; j < table->n_rows; j++)
        {
          g_ptr_array_add (table->cells, g_strdup_printf ("%u", j));
          g_ptr_array_add (table->cells, g_strnfill (j % 7, 'x'));
          g_ptr_array_add (table->cells, g_strdup ("Zoë Müller €"));
        }

      bytes = write_table (table, encodings[i], ';', BELL_CSV_WRITER_DEFAULT);
      stream = g_memory_input_stream_new_from_bytes (bytes);
      g_assert_cmpint (bell_text_encoding_detect (stream, NULL, NULL, NULL, &error), ==, encodings[i]);
      g_assert_no_error (error);
      assert_reads_equal (table, bytes, encodings[i], ';', FALSE);
    }
}

void
add_round_trip_tests (void)
{
  g_test_add_func ("/csv/round trip of random tables", test_round_trip);
  g_test_add_func ("/csv/guard against formulas", test_guard);
  g_test_add_func ("/csv/character that the encoding does not have", test_character_that_is_not_there);
  g_test_add_func ("/csv/encodings across blocks", test_detection);
}
