/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-text-decoder.h"

G_BEGIN_DECLS

/* Limits that keep a malformed file from filling the memory. */
#define BELL_CSV_MAX_FIELD (1024 * 1024)
#define BELL_CSV_MAX_ROW (8 * 1024 * 1024)
#define BELL_CSV_MAX_FIELDS 4096
#define BELL_CSV_MAX_QUOTED_LINES 200

/**
 * BellCsvFault:
 * @BELL_CSV_FAULT_NONE: the row is well formed
 * @BELL_CSV_FAULT_DAMAGED_TEXT: bytes that the encoding does not allow; U+FFFD stands for them
 * @BELL_CSV_FAULT_NUL: a NUL character; U+FFFD stands for it
 * @BELL_CSV_FAULT_FIELD_TOO_LONG: a field beyond %BELL_CSV_MAX_FIELD bytes; it is cut
 * @BELL_CSV_FAULT_ROW_TOO_LONG: a row beyond %BELL_CSV_MAX_ROW bytes; it is cut
 * @BELL_CSV_FAULT_TOO_MANY_FIELDS: more than %BELL_CSV_MAX_FIELDS fields; the rest is left out
 * @BELL_CSV_FAULT_OPEN_QUOTE: a quotation mark that is not closed; the row ends with the line where
 *   the mark stands, and reading goes on at the line after it
 * @BELL_CSV_FAULT_TEXT_AFTER_QUOTE: text between a closing quotation mark and the next delimiter
 */
typedef enum
{
  BELL_CSV_FAULT_NONE,
  BELL_CSV_FAULT_DAMAGED_TEXT,
  BELL_CSV_FAULT_NUL,
  BELL_CSV_FAULT_FIELD_TOO_LONG,
  BELL_CSV_FAULT_ROW_TOO_LONG,
  BELL_CSV_FAULT_TOO_MANY_FIELDS,
  BELL_CSV_FAULT_OPEN_QUOTE,
  BELL_CSV_FAULT_TEXT_AFTER_QUOTE,
} BellCsvFault;

/**
 * BellCsvRow:
 * @line: the physical line where the row begins, counted from 1
 * @n_fields: how many fields there are, at least 1
 * @fields: the fields as UTF-8; line ends inside quotation marks are kept as they are
 * @fault: the first thing wrong with the row
 * @fault_line: the physical line of the fault, 0 when there is none
 * @fault_column: the field of the fault counted from 1, 0 when there is none
 */
typedef struct
{
  guint64 line;
  guint n_fields;
  const char *const *fields;
  BellCsvFault fault;
  guint64 fault_line;
  guint fault_column;
} BellCsvRow;

#define BELL_TYPE_CSV_READER (bell_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (BellCsvReader, bell_csv_reader, BELL, CSV_READER, GObject)

/**
 * bell_csv_reader_new:
 * @delimiter: a tab or a visible ASCII character other than the quotation mark
 *
 * Returns: (transfer full): a reader of RFC 4180 rows that also takes CR and LF alone as line ends,
 *   blanks around quoted fields and quotation marks inside unquoted fields. Empty lines are skipped.
 */
BellCsvReader *bell_csv_reader_new (BellTextDecoder *decoder,
                                    char             delimiter);

/**
 * bell_csv_reader_next:
 *
 * Returns: (transfer none) (nullable): the next row, valid until the next call; %NULL at the end, and
 *   with @error set when reading failed. A malformed row is no error, see #BellCsvRow.fault.
 */
const BellCsvRow *bell_csv_reader_next (BellCsvReader  *self,
                                        GCancellable   *cancellable,
                                        GError        **error);

/**
 * bell_csv_detect_delimiter:
 * @sample: decoded text from the beginning of the file
 * @complete: whether @sample is all of the file
 * @n_skipped: (out): the number of rows to leave out at the top: 1 when the file begins with
 *   a line such as "sep=;", else 0
 *
 * Returns: comma, semicolon or tab, whichever splits the rows most evenly; comma if none does
 */
char bell_csv_detect_delimiter (const guint8 *sample,
                                gsize         length,
                                gboolean      complete,
                                guint        *n_skipped);

G_END_DECLS
