/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bell-csv-writer.h"
#include "bell-refused-writer.h"
#include "bell-stay-file.h"

#include <stdlib.h>
#include <string.h>

/*
 * Every input is read as plain CSV, as stays by each shipped mapping, and as a mapping. Beside what the sanitizers
 * see, whatever comes out must hold what the headers promise.
 */

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static BellMapping *mappings[2];

#define REQUIRE(what)                \
  G_STMT_START                       \
  {                                  \
    if (!(what))                     \
      g_error ("not so: %s", #what); \
  }                                  \
  G_STMT_END

static BellMapping *
load_mapping (const char *name)
{
  g_autofree char *path = g_build_filename (MAPPINGS_DIR, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BellMapping *mapping = bell_mapping_new_from_file (file, NULL, &error);

  if (mapping == NULL)
    g_error ("%s", error->message);

  return mapping;
}

int
LLVMFuzzerInitialize (int *argc,
                      char ***argv)
{
  mappings[0] = load_mapping ("arrivals-in-house.json");
  mappings[1] = load_mapping ("hotel-booking-data.json");

  return 0;
}

static BellCsvReader *
open_reader (GBytes           *bytes,
             BellTextEncoding  encoding,
             char              delimiter)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(BellTextDecoder) decoder = bell_text_decoder_new (stream, encoding);

  return bell_csv_reader_new (decoder, delimiter);
}

/* Rows are UTF-8 in the order of their lines, and come back as they were when written and read again. */
static void
read_csv (GBytes           *bytes,
          BellTextEncoding  encoding)
{
  g_autoptr(BellCsvReader) reader = open_reader (bytes, encoding, ',');
  g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr(BellCsvWriter) writer = bell_csv_writer_new (out, BELL_TEXT_ENCODING_UTF8, ',', BELL_CSV_WRITER_DEFAULT);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(BellCsvReader) again = NULL;
  g_autoptr(GBytes) written = NULL;
  const BellCsvRow *row;
  guint64 line = 0;

  while ((row = bell_csv_reader_next (reader, NULL, NULL)) != NULL)
    {
      GStrv copy = g_new0 (char *, row->n_fields + 1);

      REQUIRE (row->line > line);
      REQUIRE (row->n_fields > 0);
      REQUIRE ((row->fault == BELL_CSV_FAULT_NONE) == (row->fault_line == 0));
      REQUIRE (row->fault == BELL_CSV_FAULT_NONE || row->fault_line >= row->line);
      line = row->line;
      for (guint i = 0; i < row->n_fields; i++)
        {
          REQUIRE (g_utf8_validate (row->fields[i], -1, NULL));
          copy[i] = g_strdup (row->fields[i]);
        }
      g_ptr_array_add (rows, copy);
      REQUIRE (bell_csv_writer_write (writer, row->fields, row->n_fields, NULL, NULL));
    }
  REQUIRE (bell_csv_writer_flush (writer, NULL, NULL));
  REQUIRE (g_output_stream_close (out, NULL, NULL));

  written = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  again = open_reader (written, BELL_TEXT_ENCODING_UTF8, ',');
  for (guint i = 0; i < rows->len; i++)
    {
      row = bell_csv_reader_next (again, NULL, NULL);
      REQUIRE (row != NULL && row->fault == BELL_CSV_FAULT_NONE);
      REQUIRE (g_strv_length (rows->pdata[i]) == row->n_fields);
      for (guint j = 0; j < row->n_fields; j++)
        REQUIRE (strcmp (((char **) rows->pdata[i])[j], row->fields[j]) == 0);
    }
  REQUIRE (bell_csv_reader_next (again, NULL, NULL) == NULL);
}

static void
check_row (const BellStayRow *row)
{
  const char *arrival = row->values[BELL_STAY_FIELD_ARRIVAL];
  const char *departure = row->values[BELL_STAY_FIELD_DEPARTURE];
  const char *confirmation = row->values[BELL_STAY_FIELD_CONFIRMATION];
  const char *status = row->values[BELL_STAY_FIELD_STATUS];

  REQUIRE (strlen (arrival) == 10 && strlen (departure) == 10);
  REQUIRE (strcmp (arrival, departure) <= 0);
  REQUIRE (*confirmation != '\0' && g_utf8_strlen (confirmation, -1) <= 64);
  REQUIRE (status == NULL || *status == '\0' || bell_stay_status_is_known (status));
  REQUIRE (strlen (row->digest) == 32);
  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    REQUIRE (row->values[i] == NULL || g_utf8_validate (row->values[i], -1, NULL));
}

static void
read_stays (GBytes        *bytes,
            BellMapping   *mapping,
            BellDateOrder  order)
{
  g_autoptr(BellStayFile) file = bell_stay_file_new_for_bytes (bytes, mapping, order);
  g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr(BellRefusedWriter) writer = NULL;
  g_autoptr(GError) error = NULL;
  BellStayFileCounts counts;
  BellStayOutcome outcome;

  if (!bell_stay_file_open (file, NULL, &error))
    {
      REQUIRE (error != NULL);
      return;
    }

  writer = bell_refused_writer_new (out, bell_stay_file_get_header (file), bell_stay_file_get_delimiter (file));
  do
    {
      g_autoptr(BellStayRow) row = NULL;
      g_autoptr(BellRowProblem) problem = NULL;

      outcome = bell_stay_file_next (file, &row, &problem, NULL, &error);
      REQUIRE ((row != NULL) == (outcome == BELL_STAY_OUTCOME_ROW));
      REQUIRE ((problem != NULL) == (outcome == BELL_STAY_OUTCOME_REFUSED));
      if (row != NULL)
        check_row (row);
      if (problem != NULL)
        REQUIRE (bell_refused_writer_write (writer, problem, NULL, NULL));
    }
  while (outcome < BELL_STAY_OUTCOME_END);

  REQUIRE (outcome == BELL_STAY_OUTCOME_END);
  REQUIRE (bell_refused_writer_flush (writer, NULL, NULL));
  bell_stay_file_get_counts (file, &counts);
  REQUIRE (counts.n_read == counts.n_good + counts.n_repeated + counts.n_refused);
}

static void
read_mapping (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellMapping) mapping = bell_mapping_new_from_json (bytes, "fuzz.json", &error);
  g_autoptr(BellMapping) again = NULL;
  g_autoptr(GBytes) saved = NULL;
  char *json;

  REQUIRE ((mapping == NULL) == (error != NULL));
  if (mapping == NULL)
    return;

  json = bell_mapping_to_json (mapping);
  saved = g_bytes_new_take (json, strlen (json));
  again = bell_mapping_new_from_json (saved, "again.json", &error);
  REQUIRE (again != NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  for (guint encoding = BELL_TEXT_ENCODING_UTF8; encoding <= BELL_TEXT_ENCODING_WINDOWS_1252; encoding++)
    read_csv (bytes, (BellTextEncoding) encoding);

  read_stays (bytes, mappings[0], BELL_DATE_ORDER_AUTO);
  read_stays (bytes, mappings[0], BELL_DATE_ORDER_DMY);
  read_stays (bytes, mappings[1], BELL_DATE_ORDER_AUTO);

  if (size > 0 && data[0] == '{')
    read_mapping (bytes);

  return 0;
}
