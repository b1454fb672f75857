/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-text-decoder.h"

G_BEGIN_DECLS

/**
 * BellCsvWriterFlags:
 * @BELL_CSV_WRITER_DEFAULT: nothing special
 * @BELL_CSV_WRITER_MARK: begin with a byte order mark, by which Excel knows UTF-8; UTF-16 always has one
 * @BELL_CSV_WRITER_GUARD: for files that people open in a spreadsheet: a cell that begins with
 *   = + - @, a tab or a carriage return gets an apostrophe in front, so that the spreadsheet does not
 *   take it for a formula. bell_csv_unguard() takes it away again.
 */
typedef enum
{
  BELL_CSV_WRITER_DEFAULT = 0,
  BELL_CSV_WRITER_MARK = 1 << 0,
  BELL_CSV_WRITER_GUARD = 1 << 1,
} BellCsvWriterFlags;

#define BELL_TYPE_CSV_WRITER (bell_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (BellCsvWriter, bell_csv_writer, BELL, CSV_WRITER, GObject)

/**
 * bell_csv_writer_new:
 * @stream: where the bytes go; the caller closes it
 * @encoding: any encoding but %BELL_TEXT_ENCODING_AUTO
 * @delimiter: as for bell_csv_reader_new()
 *
 * Returns: (transfer full): a writer of RFC 4180 rows that end with CR LF
 */
BellCsvWriter *bell_csv_writer_new (GOutputStream      *stream,
                                    BellTextEncoding    encoding,
                                    char                delimiter,
                                    BellCsvWriterFlags  flags);

/**
 * bell_csv_writer_write:
 * @cells: (array length=n_cells): UTF-8; %NULL is an empty cell
 * @n_cells: at least 1
 *
 * Writes one row; it may wait in memory until bell_csv_writer_flush(). A character that the encoding
 * does not have is an error that names the row and the cell; nothing of that row is written.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean bell_csv_writer_write (BellCsvWriter      *self,
                                const char *const  *cells,
                                gsize               n_cells,
                                GCancellable       *cancellable,
                                GError            **error);

/**
 * bell_csv_writer_flush:
 *
 * Hands everything written to the stream. To be called at the end: what was not flushed is lost.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean bell_csv_writer_flush (BellCsvWriter  *self,
                                GCancellable   *cancellable,
                                GError        **error);

/**
 * bell_csv_unguard:
 *
 * Returns: (transfer none): @cell without the apostrophe that %BELL_CSV_WRITER_GUARD put there; exact,
 *   as the writer puts one in front of cells that look guarded already, too
 */
const char *bell_csv_unguard (const char *cell);

G_END_DECLS
