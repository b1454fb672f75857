/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-file-date.h"
#include "bell-stay-row.h"
#include "bell-text-decoder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BellSourceKind:
 * @BELL_SOURCE_NONE: the file does not tell the field
 * @BELL_SOURCE_COLUMN: one column
 * @BELL_SOURCE_CONSTANT: always the same text
 * @BELL_SOURCE_JOIN: the columns that are not empty, joined
 * @BELL_SOURCE_SUM: the sum of columns with whole numbers
 * @BELL_SOURCE_DATE: a date from a column each for year, month and day
 * @BELL_SOURCE_NIGHTS: the arrival and the nights of one or more columns after it; departure only
 * @BELL_SOURCE_REFERENCE: a reference derived from what identifies the row, for files without one;
 *   confirmation only. Rows alike get an ordinal, so the same file gives the same references again.
 *
 * Where the value of a field comes from.
 */
typedef enum
{
  BELL_SOURCE_NONE,
  BELL_SOURCE_COLUMN,
  BELL_SOURCE_CONSTANT,
  BELL_SOURCE_JOIN,
  BELL_SOURCE_SUM,
  BELL_SOURCE_DATE,
  BELL_SOURCE_NIGHTS,
  BELL_SOURCE_REFERENCE,
} BellSourceKind;

#define BELL_TYPE_MAPPING (bell_mapping_get_type ())
G_DECLARE_FINAL_TYPE (BellMapping, bell_mapping, BELL, MAPPING, GObject)

/**
 * bell_mapping_new:
 * @id: lower-case letters, digits and hyphens; the file's name without ".json"
 *
 * Returns: (transfer full): a mapping of no fields with automatic encoding, delimiter and date order
 */
BellMapping   *bell_mapping_new           (const char           *id,
                                           const char           *title);

/**
 * bell_mapping_new_from_json:
 * @origin: the name of the file, for messages
 *
 * Returns: (transfer full): the mapping, or %NULL with @error (%BELL_ERROR_INPUT) that names the file,
 *   the JSON path and what is wrong there
 */
BellMapping   *bell_mapping_new_from_json (GBytes               *json,
                                           const char           *origin,
                                           GError              **error);

/* The same from a file; blocks. */
BellMapping   *bell_mapping_new_from_file (GFile                *file,
                                           GCancellable         *cancellable,
                                           GError              **error);

BellMapping   *bell_mapping_copy          (BellMapping          *self);

/* The mapping as a mapping file; (transfer full). */
char          *bell_mapping_to_json       (BellMapping          *self);

/**
 * bell_mapping_check:
 *
 * Returns: %FALSE with @error set when the mapping cannot give a stay: no confirmation, arrival or
 *   departure, or a source that does not suit its field
 */
gboolean       bell_mapping_check         (BellMapping          *self,
                                           GError              **error);

const char    *bell_mapping_get_id          (BellMapping        *self);
const char    *bell_mapping_get_title       (BellMapping        *self);
const char    *bell_mapping_get_description (BellMapping        *self);
void           bell_mapping_set_description (BellMapping        *self,
                                             const char         *description);

void           bell_mapping_get_dates     (BellMapping          *self,
                                           BellDateFormat       *format);
void           bell_mapping_set_dates     (BellMapping          *self,
                                           const BellDateFormat *format);

/**
 * bell_mapping_set_form:
 * @encoding: the encoding, or %BELL_TEXT_ENCODING_AUTO
 * @delimiter: the delimiter, or 0 to find it out
 * @n_skipped: rows above the header to leave out
 */
void           bell_mapping_set_form      (BellMapping          *self,
                                           BellTextEncoding      encoding,
                                           char                  delimiter,
                                           guint                 n_skipped);

void           bell_mapping_get_form      (BellMapping          *self,
                                           BellTextEncoding     *encoding,
                                           char                 *delimiter,
                                           guint                *n_skipped);

/* Words that stand for an empty value, such as "NULL". */
void           bell_mapping_set_empty_words (BellMapping        *self,
                                             const char *const  *words);

BellSourceKind bell_mapping_get_kind      (BellMapping          *self,
                                           BellStayField         field);

/**
 * bell_mapping_set_source:
 * @columns: (nullable) (array zero-terminated=1): the names of the columns; for a date those of year,
 *   month and day
 * @text: (nullable): the constant, the separator of a join, the prefix of a reference
 *
 * Replaces the source of @field and forgets its values. A name may list alternatives, separated by
 * a vertical bar: the first that the file has is used. Case, blanks, hyphens and underscores in names
 * do not matter.
 */
void           bell_mapping_set_source    (BellMapping          *self,
                                           BellStayField         field,
                                           BellSourceKind        kind,
                                           const char *const    *columns,
                                           const char           *text);

/* The column names as bell_mapping_set_source() takes them; (transfer full). */
GStrv          bell_mapping_get_columns   (BellMapping          *self,
                                           BellStayField         field);

/* (transfer none) (nullable) */
const char    *bell_mapping_get_text      (BellMapping          *self,
                                           BellStayField         field);

/* Whether a row without a value in @field is refused; always so for confirmation, arrival and departure. */
gboolean       bell_mapping_get_required  (BellMapping          *self,
                                           BellStayField         field);
void           bell_mapping_set_required  (BellMapping          *self,
                                           BellStayField         field,
                                           gboolean              required);

/**
 * bell_mapping_add_value:
 * @outside: a value in the file; case and blanks around it do not matter
 * @ours: what it means here
 *
 * Once a field has values, a row with any other value is refused; see the README.
 */
void           bell_mapping_add_value     (BellMapping          *self,
                                           BellStayField         field,
                                           const char           *outside,
                                           const char           *ours);

G_END_DECLS
