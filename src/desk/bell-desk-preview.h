/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"
#include "bell-desk-import.h"

G_BEGIN_DECLS

/**
 * BellStayMapping:
 *
 * A mapping of a file of stays as a form can show and change it: for each field
 * the column that it comes from. What is more than one column (joined, summed,
 * derived) stays as it is until a column is chosen instead.
 */
#define BELL_TYPE_STAY_MAPPING (bell_stay_mapping_get_type ())
G_DECLARE_FINAL_TYPE (BellStayMapping, bell_stay_mapping, BELL, STAY_MAPPING, GObject)

/* @text: JSON of a mapping, as bell_desk_dup_mappings () has it. (transfer full) */
BellStayMapping *bell_stay_mapping_new_from_text (const char       *name,
                                                  const char       *text,
                                                  GError          **error);

/* The mapping as JSON under a name and a title of its own; (transfer full). */
char            *bell_stay_mapping_to_text       (BellStayMapping  *self,
                                                  const char       *name,
                                                  const char       *title);
const char      *bell_stay_mapping_get_title     (BellStayMapping  *self);

/* The fields of a stay, by number; names for people. */
guint            bell_stay_mapping_n_fields      (void);
const char      *bell_stay_mapping_field_label   (guint             field);

/* Whether a row without it is refused. */
gboolean         bell_stay_mapping_is_compulsory (guint             field);

/* The columns that a field may come from, with bars between; NULL when it comes from none. (transfer full) */
char            *bell_stay_mapping_dup_column    (BellStayMapping  *self,
                                                  guint             field);

/* Whether a field is put together of several columns, or always the same. */
gboolean         bell_stay_mapping_is_composed   (BellStayMapping  *self,
                                                  guint             field);

/* @column: (nullable): NULL when the file does not tell the field. */
void             bell_stay_mapping_set_column    (BellStayMapping  *self,
                                                  guint             field,
                                                  const char       *column);

/* "auto", "iso", "dmy", "mdy" or "ymd". */
const char      *bell_stay_mapping_get_order     (BellStayMapping  *self);
void             bell_stay_mapping_set_order     (BellStayMapping  *self,
                                                  const char       *order);

/* The number of the field whose values are words of the hotel system: the status. */
guint            bell_stay_mapping_status_field  (void);

/* What a status of the hotel system means here. */
void             bell_stay_mapping_set_status    (BellStayMapping  *self,
                                                  const char       *theirs,
                                                  BellStayStatus    ours);

/**
 * BellStaysPreview:
 * @header: (nullable): the columns of the file
 * @rows: the first stays, each an array of texts by field (char **), NULL where the file says nothing
 * @problems: of BellImportProblem: what is wrong with the first rows
 * @statuses: the words for a status that are not understood
 * @sentence: (nullable): why nothing can be read
 * @ambiguous: the order of day and month is open and a person must say it
 * @example: (nullable): a date that shows it
 *
 * How a mapping reads the beginning of a file.
 */
typedef struct
{
  char **header;
  GPtrArray *rows;
  GPtrArray *problems;
  GPtrArray *statuses;
  char *sentence;
  gboolean ambiguous;
  char *example;
} BellStaysPreview;

void              bell_stays_preview_free        (BellStaysPreview    *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellStaysPreview, bell_stays_preview_free)

/* @date_order: (nullable): "dmy", "mdy" or "ymd" when the person was asked. */
void              bell_desk_preview_stays_async  (BellDesk            *self,
                                                  GFile               *file,
                                                  BellStayMapping     *mapping,
                                                  const char          *date_order,
                                                  guint                n_rows,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             data);
BellStaysPreview *bell_desk_preview_stays_finish (BellDesk            *self,
                                                  GAsyncResult        *result,
                                                  GError             **error);

G_END_DECLS
