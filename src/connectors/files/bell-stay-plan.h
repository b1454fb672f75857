/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-csv-reader.h"
#include "bell-mapping.h"

G_BEGIN_DECLS

/*
 * A mapping laid over the header of one file: which column gives which field. It turns rows of cells
 * into stays and remembers how often each derived reference has occurred.
 */
typedef struct _BellStayPlan BellStayPlan;

/* @header: the names of the columns. The mapping must pass bell_mapping_check() and stay unchanged. */
BellStayPlan *bell_stay_plan_new          (BellMapping           *mapping,
                                           const char *const     *header);
void          bell_stay_plan_free         (BellStayPlan          *self);

/* Sentences about columns that the mapping needs and the file does not have, or has twice; (transfer none) */
GPtrArray    *bell_stay_plan_get_missing  (BellStayPlan          *self);

/* The columns that no field uses; (transfer full) */
GStrv         bell_stay_plan_get_unmapped (BellStayPlan          *self);

/* Whether the order of dates in this file matters and is not known yet. */
gboolean      bell_stay_plan_needs_order  (BellStayPlan          *self);
void          bell_stay_plan_set_order    (BellStayPlan          *self,
                                           BellDateOrder          order);
void          bell_stay_plan_add_evidence (BellStayPlan          *self,
                                           const BellCsvRow      *row,
                                           BellDateEvidence      *evidence);

/* Whether the row is nothing but empty cells, as spreadsheets leave them at the end. */
gboolean      bell_csv_row_is_blank       (const BellCsvRow      *row);

/* What the structure of the row says against it, NULL when nothing; (transfer full) */
BellRowProblem *bell_stay_plan_check_shape (BellStayPlan         *self,
                                            const BellCsvRow     *row);

/* The stay, or NULL and @problem set. The order of dates must be known. */
BellStayRow  *bell_stay_plan_convert      (BellStayPlan          *self,
                                           const BellCsvRow      *row,
                                           BellRowProblem       **problem);

/* One cell as it is understood: the guard of a spreadsheet taken off, trimmed, NFC, without control
 * characters, on one line unless @many_lines; (transfer full) */
char         *bell_stay_clean_cell        (const char            *cell,
                                           gboolean               many_lines);

/* What is wrong with a value that is not a date, NULL when nothing; @value may be replaced by its
 * plain form. @sentence and @remedy are translated. */
gboolean      bell_stay_check_value       (BellStayField          field,
                                           char                 **value,
                                           const char           **sentence,
                                           const char           **remedy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellStayPlan, bell_stay_plan_free)

G_END_DECLS
