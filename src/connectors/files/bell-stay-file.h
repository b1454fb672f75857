/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-csv-reader.h"
#include "bell-mapping.h"

G_BEGIN_DECLS

/**
 * BellStayOutcome:
 * @BELL_STAY_OUTCOME_ROW: a stay
 * @BELL_STAY_OUTCOME_REFUSED: a row that is refused
 * @BELL_STAY_OUTCOME_END: there are no more rows
 * @BELL_STAY_OUTCOME_FAILED: the file could not be read on, or reading was cancelled
 */
typedef enum
{
  BELL_STAY_OUTCOME_ROW,
  BELL_STAY_OUTCOME_REFUSED,
  BELL_STAY_OUTCOME_END,
  BELL_STAY_OUTCOME_FAILED,
} BellStayOutcome;

/**
 * BellStayFileCounts:
 * @n_read: rows below the header, blank ones left out; the sum of the three others
 * @n_good: stays
 * @n_repeated: rows that say again exactly what an earlier row of the file said
 * @n_refused: rows refused
 */
typedef struct
{
  guint64 n_read;
  guint64 n_good;
  guint64 n_repeated;
  guint64 n_refused;
} BellStayFileCounts;

#define BELL_TYPE_STAY_FILE (bell_stay_file_get_type ())
G_DECLARE_FINAL_TYPE (BellStayFile, bell_stay_file, BELL, STAY_FILE, GObject)

/**
 * bell_stay_file_new:
 * @mapping: is copied
 * @order: the order of day and month when a person was asked, else %BELL_DATE_ORDER_AUTO
 *
 * A file of stays read row by row. All calls block and belong on a worker thread; an object is used by
 * one thread at a time. Memory use grows with the number of stays (to find repeated ones), not with the
 * size of the file.
 *
 * Returns: (transfer full): the file, not yet opened
 */
BellStayFile       *bell_stay_file_new           (GFile                 *file,
                                                  BellMapping           *mapping,
                                                  BellDateOrder          order);

/* The same over bytes in memory. */
BellStayFile       *bell_stay_file_new_for_bytes (GBytes                *bytes,
                                                  BellMapping           *mapping,
                                                  BellDateOrder          order);

/**
 * bell_stay_file_set_progress:
 * @progress: (nullable): told the bytes read and those to be read in all passes over the file,
 *   about every 64 KB, on the thread that reads
 */
void                bell_stay_file_set_progress  (BellStayFile          *self,
                                                  GFileProgressCallback  progress,
                                                  gpointer               data);

/**
 * bell_stay_file_open:
 *
 * Finds out encoding, delimiter and header, lays the mapping over them and settles the order of dates.
 *
 * Returns: %FALSE with @error set: %BELL_ERROR_AMBIGUOUS when the order of day and month is open and a
 *   person has to say it (then make a new file with that order), %BELL_ERROR_INPUT when the file or the
 *   mapping does not fit, or an error of GIO
 */
gboolean            bell_stay_file_open          (BellStayFile          *self,
                                                  GCancellable          *cancellable,
                                                  GError               **error);

/**
 * bell_stay_file_next:
 * @row: (out) (transfer full) (nullable): set with %BELL_STAY_OUTCOME_ROW
 * @problem: (out) (transfer full) (nullable): set with %BELL_STAY_OUTCOME_REFUSED
 *
 * Reads the next row of an opened file. A confirmation number that an earlier row of the file gave with
 * other values is refused; one with the same values counts once.
 */
BellStayOutcome     bell_stay_file_next          (BellStayFile          *self,
                                                  BellStayRow          **row,
                                                  BellRowProblem       **problem,
                                                  GCancellable          *cancellable,
                                                  GError               **error);

void                bell_stay_file_get_counts    (BellStayFile          *self,
                                                  BellStayFileCounts    *counts);

/* Known once opened; also when opening failed on the mapping or the order of dates. */
BellTextEncoding    bell_stay_file_get_encoding  (BellStayFile          *self);
char                bell_stay_file_get_delimiter (BellStayFile          *self);
const char *const  *bell_stay_file_get_header    (BellStayFile          *self);
BellDateOrder       bell_stay_file_get_order     (BellStayFile          *self);

/* After %BELL_ERROR_AMBIGUOUS a date of the file that shows it, to ask the person with; (transfer none) (nullable) */
const char         *bell_stay_file_get_example   (BellStayFile          *self);

/**
 * BellStayPreview:
 * @encoding: the encoding that was found
 * @delimiter: the delimiter that was found
 * @order: the order of dates, %BELL_DATE_ORDER_AUTO while it is open
 * @header: (nullable): the names of the columns
 * @unmapped: (nullable): those that no field uses
 * @rows: (element-type BellStayRow): the stays among the first rows
 * @problems: (element-type BellRowProblem): the refused ones among them
 * @fault: (nullable): why there are no rows; its code %BELL_ERROR_AMBIGUOUS asks for the order
 * @example: (nullable): a date whose order is open
 * @complete: whether all of the file was looked at; if not, a later row may still settle the order
 *
 * How a mapping reads a file, for the person who makes the mapping.
 */
typedef struct
{
  BellTextEncoding encoding;
  char delimiter;
  BellDateOrder order;
  GStrv header;
  GStrv unmapped;
  GPtrArray *rows;
  GPtrArray *problems;
  GError *fault;
  char *example;
  gboolean complete;
} BellStayPreview;

/**
 * bell_stay_file_preview:
 * @order: as for bell_stay_file_new()
 * @n_rows: how many rows to read at most
 *
 * Looks at no more than the first 4 MB, so it is quick whatever the size of the file.
 *
 * Returns: (transfer full): a preview, also when the mapping does not fit; %NULL with @error set when
 *   the file cannot be read
 */
BellStayPreview    *bell_stay_file_preview       (GFile                 *file,
                                                  BellMapping           *mapping,
                                                  BellDateOrder          order,
                                                  guint                  n_rows,
                                                  GCancellable          *cancellable,
                                                  GError               **error);

void                bell_stay_preview_free       (BellStayPreview       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellStayPreview, bell_stay_preview_free)

G_END_DECLS
