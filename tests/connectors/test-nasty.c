/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bell-error.h"
#include "bell-stay-file.h"
#include "connector-tests.h"
#include "nasty-files.h"

/*
 * Plain CSV
 */

static const char *
fault_word (BellCsvFault fault)
{
  static const char *const words[] = { "", "damaged", "nul", "field-too-long", "row-too-long", "too-many", "open-quote", "after-quote" };

  return words[fault];
}

static const char *
delimiter_word (char delimiter)
{
  return delimiter == ',' ? "comma" : delimiter == ';'  ? "semicolon"
                                    : delimiter == '\t' ? "tab"
                                                        : "other";
}

static void
tell_row (GString          *told,
          const BellCsvRow *row)
{
  g_string_append_printf (told, "%lu:", (gulong) row->line);
  for (guint i = 0; i < row->n_fields; i++)
    {
      GString *cell = g_string_new (row->fields[i]);

      g_string_replace (cell, "\r", "\\r", 0);
      g_string_replace (cell, "\n", "\\n", 0);
      g_string_append_printf (told, "%s%s", i > 0 ? "|" : "", cell->str);
      g_string_free (cell, TRUE);
    }
  if (row->fault != BELL_CSV_FAULT_NONE)
    g_string_append_printf (told, " !%s@%lu.%u", fault_word (row->fault), (gulong) row->fault_line, row->fault_column);
  g_string_append_c (told, '\n');
}

static char *
tell_csv (GBytes *bytes)
{
  g_autoptr(GInputStream) probe = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GInputStream) head = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(BellTextDecoder) sampler = NULL;
  g_autoptr(BellTextDecoder) decoder = NULL;
  g_autoptr(BellCsvReader) reader = NULL;
  g_autoptr(GByteArray) sample = g_byte_array_new ();
  g_autoptr(GError) error = NULL;
  GString *told = g_string_new (NULL);
  BellTextEncoding encoding;
  const BellCsvRow *row;
  guint n_skipped;
  char delimiter;

  encoding = bell_text_encoding_detect (probe, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sampler = bell_text_decoder_new (head, encoding);
  bell_text_decoder_read (sampler, sample, NULL, &error);
  g_assert_no_error (error);
  delimiter = bell_csv_detect_delimiter (sample->data, sample->len, TRUE, &n_skipped);
  g_string_append_printf (told, "%s %s\n", bell_text_encoding_get_id (encoding), delimiter_word (delimiter));

  decoder = bell_text_decoder_new (stream, encoding);
  reader = bell_csv_reader_new (decoder, delimiter);
  while ((row = bell_csv_reader_next (reader, NULL, &error)) != NULL)
    {
      if (n_skipped-- == 0)
        n_skipped = 0;
      else
        continue;
      tell_row (told, row);
    }
  g_assert_no_error (error);

  return g_string_free (told, FALSE);
}

static void
test_nasty_csv (gconstpointer data)
{
  const NastyFile *file = data;
  g_autoptr(GBytes) bytes = g_bytes_new (file->bytes, file->length);
  g_autofree char *told = tell_csv (bytes);

  g_assert_cmpstr (told, ==, file->expected);
}

/*
 * Stays
 */

static const char *
value_of (const BellStayRow *row,
          BellStayField      field)
{
  return row->values[field] != NULL ? row->values[field] : "-";
}

char *
tell_stays (BellStayFile *file)
{
  g_autoptr(GError) error = NULL;
  GString *told = g_string_new (NULL);
  BellStayFileCounts counts;
  BellStayRow *row;
  BellRowProblem *problem;

  if (!bell_stay_file_open (file, NULL, &error))
    {
      g_assert_nonnull (bell_error_get_hint (error));
      g_string_append_printf (told, "error %s: %s\n", bell_error_code_name (error), error->message);
      return g_string_free (told, FALSE);
    }

  while (bell_stay_file_next (file, &row, &problem, NULL, &error) < BELL_STAY_OUTCOME_END)
    {
      if (row != NULL)
        g_string_append_printf (told, "ok %lu %s %s %s %s\n", (gulong) row->line,
                                value_of (row, BELL_STAY_FIELD_CONFIRMATION), value_of (row, BELL_STAY_FIELD_LAST_NAME),
                                value_of (row, BELL_STAY_FIELD_ARRIVAL), value_of (row, BELL_STAY_FIELD_DEPARTURE));
      for (BellRowProblem *p = problem; p != NULL; p = p->next)
        {
          g_string_append_printf (told, "%s%lu.%u %s%s", p == problem ? "no " : " ", (gulong) p->line, p->column, p->sentence,
                                  p->next == NULL ? "\n" : "");
          g_assert_cmpstr (p->remedy, !=, "");
        }
      bell_stay_row_free (row);
      bell_row_problem_free (problem);
    }
  g_assert_no_error (error);

  bell_stay_file_get_counts (file, &counts);
  g_string_append_printf (told, "read %lu good %lu repeated %lu refused %lu\n", (gulong) counts.n_read, (gulong) counts.n_good,
                          (gulong) counts.n_repeated, (gulong) counts.n_refused);

  return g_string_free (told, FALSE);
}

static void
test_nasty_stays (gconstpointer data)
{
  const NastyFile *nasty = data;
  g_autoptr(GBytes) bytes = g_bytes_new (nasty->bytes, nasty->length);
  g_autoptr(BellMapping) mapping = load_shipped_mapping ("arrivals-in-house");
  g_autoptr(BellStayFile) file = bell_stay_file_new_for_bytes (bytes, mapping, BELL_DATE_ORDER_AUTO);
  g_autofree char *told = tell_stays (file);

  g_assert_cmpstr (told, ==, nasty->expected);
}

/*
 * Sizes that no table holds
 */

static BellCsvReader *
reader_over (const GString *text)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (text->str, text->len, NULL);
  g_autoptr(BellTextDecoder) decoder = bell_text_decoder_new (stream, BELL_TEXT_ENCODING_UTF8);

  return bell_csv_reader_new (decoder, ',');
}

static void
assert_row (BellCsvReader *reader,
            guint64        line,
            guint          n_fields,
            const char    *first,
            BellCsvFault   fault,
            guint          fault_column)
{
  g_autoptr(GError) error = NULL;
  const BellCsvRow *row = bell_csv_reader_next (reader, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (row);
  g_assert_cmpuint (row->line, ==, line);
  g_assert_cmpuint (row->n_fields, ==, n_fields);
  g_assert_cmpstr (row->fields[0], ==, first);
  g_assert_cmpint (row->fault, ==, fault);
  g_assert_cmpuint (row->fault_column, ==, fault_column);
}

static void
append_many (GString    *text,
             const char *piece,
             gsize       n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
}

static void
test_long_fields (void)
{
  g_autoptr(GString) text = g_string_new ("a,");
  g_autoptr(BellCsvReader) reader = NULL;

  append_many (text, "0123456789abcdef", BELL_CSV_MAX_FIELD / 16);
  g_string_append (text, "\nb,");
  append_many (text, "0123456789abcdef", BELL_CSV_MAX_FIELD / 16 * 5);
  g_string_append (text, ",x\nc,\"");
  append_many (text, "0123456789,bcdef", BELL_CSV_MAX_FIELD / 16 * 3 / 2);
  g_string_append (text, "\",y\nd,\"");
  append_many (text, "0123456789,bcdef", BELL_CSV_MAX_FIELD / 16 * 4);
  g_string_append (text, "\",z\ne,f\n");

  reader = reader_over (text);
  assert_row (reader, 1, 2, "a", BELL_CSV_FAULT_NONE, 0);
  assert_row (reader, 2, 3, "b", BELL_CSV_FAULT_FIELD_TOO_LONG, 2);
  assert_row (reader, 3, 3, "c", BELL_CSV_FAULT_FIELD_TOO_LONG, 2);
  assert_row (reader, 4, 2, "d", BELL_CSV_FAULT_FIELD_TOO_LONG, 2);
  assert_row (reader, 5, 2, "e", BELL_CSV_FAULT_NONE, 0);
  g_assert_null (bell_csv_reader_next (reader, NULL, NULL));
}

static void
test_long_rows (void)
{
  g_autoptr(GString) text = g_string_new ("a");
  g_autoptr(BellCsvReader) reader = NULL;

  append_many (text, ",", 3 * BELL_CSV_MAX_FIELDS);
  g_string_append (text, "\nb");
  for (guint i = 0; i < 12; i++)
    {
      g_string_append_c (text, ',');
      append_many (text, "0123456789abcdef", 1000 * 1000 / 16);
    }
  g_string_append (text, "\nc,d\n");

  reader = reader_over (text);
  assert_row (reader, 1, BELL_CSV_MAX_FIELDS, "a", BELL_CSV_FAULT_TOO_MANY_FIELDS, BELL_CSV_MAX_FIELDS);
  assert_row (reader, 2, 13, "b", BELL_CSV_FAULT_ROW_TOO_LONG, 10);
  assert_row (reader, 3, 2, "c", BELL_CSV_FAULT_NONE, 0);
  g_assert_null (bell_csv_reader_next (reader, NULL, NULL));
}

static void
test_open_quote_in_long_file (void)
{
  g_autoptr(GString) text = g_string_new ("a,b\n1,\"never closed\n");
  g_autoptr(BellCsvReader) reader = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "%u,some text that is long enough to fill blocks\n", i);

  reader = reader_over (text);
  assert_row (reader, 1, 2, "a", BELL_CSV_FAULT_NONE, 0);
  assert_row (reader, 2, 2, "1", BELL_CSV_FAULT_OPEN_QUOTE, 2);
  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *first = g_strdup_printf ("%u", i);

      assert_row (reader, 3 + i, 2, first, BELL_CSV_FAULT_NONE, 0);
    }
  g_assert_null (bell_csv_reader_next (reader, NULL, NULL));
}

static void
test_quoted_lines (void)
{
  g_autoptr(GString) text = g_string_new ("a,\"");
  g_autoptr(BellCsvReader) reader = NULL;

  append_many (text, "x\r\n", BELL_CSV_MAX_QUOTED_LINES - 1);
  g_string_append (text, "\"\nb,c\n");

  reader = reader_over (text);
  assert_row (reader, 1, 2, "a", BELL_CSV_FAULT_NONE, 0);
  assert_row (reader, BELL_CSV_MAX_QUOTED_LINES + 1, 2, "b", BELL_CSV_FAULT_NONE, 0);
}

void
add_nasty_tests (void)
{
  for (gsize i = 0; i < n_nasty_csv; i++)
    {
      g_autofree char *path = g_strconcat ("/csv/nasty/", nasty_csv[i].name, NULL);

      g_test_add_data_func (path, &nasty_csv[i], test_nasty_csv);
    }
  for (gsize i = 0; i < n_nasty_stays; i++)
    {
      g_autofree char *path = g_strconcat ("/stays/nasty/", nasty_stays[i].name, NULL);

      g_test_add_data_func (path, &nasty_stays[i], test_nasty_stays);
    }
  g_test_add_func ("/csv/sizes/long fields", test_long_fields);
  g_test_add_func ("/csv/sizes/long rows", test_long_rows);
  g_test_add_func ("/csv/sizes/open quotation mark in a long file", test_open_quote_in_long_file);
  g_test_add_func ("/csv/sizes/quoted lines", test_quoted_lines);
}
