/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-csv-reader.h"

#include <string.h>

#define MAX_ROWS 50

static const char candidates[] = { ',', ';', '\t' };

/* Excel's own hint at the top of a file: "sep=;" alone on the first line. */
static char
delimiter_from_hint (const guint8 *sample,
                     gsize         length)
{
  if (length < 6 || g_ascii_strncasecmp ((const char *) sample, "sep=", 4) != 0)
    return 0;
  if (sample[5] != '\r' && sample[5] != '\n')
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (sample[4] == candidates[i])
      return candidates[i];

  return 0;
}

/* A wrong delimiter cuts through quoted cells, which leaves a quotation mark on each side of the cut. */
static gboolean
is_cut (const BellCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      guint n_marks = 0;

      for (const char *p = row->fields[i]; *p != '\0'; p++)
        n_marks += *p == '"';
      if (n_marks % 2 == 1)
        return TRUE;
    }

  return FALSE;
}

/* Thousandths of the rows that have as many fields as the first one; 0 when that has only one. */
static guint
evenness (GBytes   *sample,
          gboolean  complete,
          char      delimiter,
          guint    *n_fields)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (sample);
  g_autoptr(BellTextDecoder) decoder = bell_text_decoder_new (stream, BELL_TEXT_ENCODING_UTF8);
  g_autoptr(BellCsvReader) reader = bell_csv_reader_new (decoder, delimiter);
  const BellCsvRow *row;
  gboolean last_even = FALSE;
  guint n_rows = 0;
  guint n_even = 0;

  while (n_rows < MAX_ROWS && (row = bell_csv_reader_next (reader, NULL, NULL)) != NULL)
    {
      if (n_rows == 0)
        *n_fields = row->n_fields;

      last_even = row->n_fields == *n_fields && row->fault == BELL_CSV_FAULT_NONE && !is_cut (row);
      n_even += last_even;
      n_rows++;
    }

  /* The sample ends anywhere, so its last row says nothing. */
  if (!complete && n_rows > 1 && n_rows < MAX_ROWS)
    {
      n_even -= last_even;
      n_rows--;
    }

  return n_rows == 0 || *n_fields < 2 ? 0 : n_even * 1000 / n_rows;
}

char
bell_csv_detect_delimiter (const guint8 *sample,
                           gsize         length,
                           gboolean      complete,
                           guint        *n_skipped)
{
  g_autoptr(GBytes) bytes = NULL;
  char best = delimiter_from_hint (sample, length);
  guint best_evenness = 0;
  guint best_fields = 0;

  g_return_val_if_fail (sample != NULL || length == 0, ',');
  g_return_val_if_fail (n_skipped != NULL, ',');

  *n_skipped = best != 0;
  if (best != 0)
    return best;

  best = candidates[0];
  bytes = g_bytes_new_static (sample, length);

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n_fields = 0;
      guint even = evenness (bytes, complete, candidates[i], &n_fields);

      if (even > best_evenness || (even > 0 && even == best_evenness && n_fields > best_fields))
        {
          best = candidates[i];
          best_evenness = even;
          best_fields = n_fields;
        }
    }

  return best;
}
