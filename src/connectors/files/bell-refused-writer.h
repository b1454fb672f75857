/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-stay-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BELL_TYPE_REFUSED_WRITER (bell_refused_writer_get_type ())
G_DECLARE_FINAL_TYPE (BellRefusedWriter, bell_refused_writer, BELL, REFUSED_WRITER, GObject)

/**
 * bell_refused_writer_new:
 * @stream: where the bytes go; the caller closes it
 * @header: the header of the file that the rows come from
 * @delimiter: the delimiter of that file
 *
 * Writes refused rows as a file for correction, in UTF-8 with a byte order mark: the columns of the
 * original, then "Problem" and "Line". Cells are guarded (see bell_csv_unguard()). Once corrected, it is
 * imported with the same mapping; the two added columns need not be taken out, a second correction
 * replaces them.
 *
 * Returns: (transfer full): the writer; it writes nothing before the first row
 */
BellRefusedWriter *bell_refused_writer_new   (GOutputStream         *stream,
                                              const char *const     *header,
                                              char                   delimiter);

/**
 * bell_refused_writer_write:
 * @problem: a problem with its cells, as bell_stay_file_next() gives it
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean           bell_refused_writer_write (BellRefusedWriter     *self,
                                              const BellRowProblem  *problem,
                                              GCancellable          *cancellable,
                                              GError               **error);

/* To be called at the end: what was not flushed is lost. */
gboolean           bell_refused_writer_flush (BellRefusedWriter     *self,
                                              GCancellable          *cancellable,
                                              GError               **error);

G_END_DECLS
