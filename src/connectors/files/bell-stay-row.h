/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BellStayField:
 *
 * What a file can tell of a stay.
 */
typedef enum
{
  BELL_STAY_FIELD_PROPERTY,
  BELL_STAY_FIELD_CONFIRMATION,
  BELL_STAY_FIELD_PREFIX,
  BELL_STAY_FIELD_FIRST_NAME,
  BELL_STAY_FIELD_LAST_NAME,
  BELL_STAY_FIELD_ARRIVAL,
  BELL_STAY_FIELD_DEPARTURE,
  BELL_STAY_FIELD_PHONE,
  BELL_STAY_FIELD_EMAIL,
  BELL_STAY_FIELD_STATUS,
  BELL_STAY_FIELD_VIP,
  BELL_STAY_FIELD_GROUP,
  BELL_STAY_FIELD_COMPANY,
  BELL_STAY_FIELD_ADDRESS,
  BELL_STAY_FIELD_NOTES,
  BELL_STAY_FIELD_ROOM,
  BELL_STAY_FIELD_ADULTS,
  BELL_STAY_FIELD_CHILDREN,
  BELL_STAY_FIELD_REQUESTS,
  BELL_STAY_FIELD_RATE_PLAN,
  BELL_STAY_FIELD_ROOM_TYPE,
  BELL_STAY_FIELD_COUNTRY,
  BELL_STAY_FIELD_MARKET_SEGMENT,
  BELL_STAY_FIELD_LANGUAGE,
} BellStayField;

#define BELL_STAY_N_FIELDS (BELL_STAY_FIELD_LANGUAGE + 1)

/* The word for a field in mapping files: "confirmation", "first_name"… */
const char *bell_stay_field_get_id    (BellStayField   field);
gboolean    bell_stay_field_from_id   (const char     *id,
                                       BellStayField  *field);

/* The field's name for a person, translated. */
const char *bell_stay_field_get_label (BellStayField   field);

/* Whether @status is one of reserved, in-house, checked-out, cancelled, no-show, waitlisted. */
gboolean    bell_stay_status_is_known (const char     *status);

/**
 * BellStayRow:
 * @line: the physical line where the row begins in the file
 * @values: by #BellStayField. %NULL: the file does not speak of the field, so what is known of it
 *   stays; "": the file says that it is empty. Dates are "YYYY-MM-DD", the status one of
 *   bell_stay_status_is_known(), counts plain numbers, everything else one line of clean text, but for
 *   the address and the notes, which may have several.
 * @digest: a hash over all values; equal values have equal digests, whatever file they came from
 *
 * One stay as a file tells it.
 */
typedef struct
{
  guint64 line;
  char *values[BELL_STAY_N_FIELDS];
  char *digest;
} BellStayRow;

#define BELL_TYPE_STAY_ROW (bell_stay_row_get_type ())
GType        bell_stay_row_get_type (void);

BellStayRow *bell_stay_row_new      (guint64            line);
BellStayRow *bell_stay_row_copy     (const BellStayRow *self);
void         bell_stay_row_free     (BellStayRow       *self);

/* Computes the digest from the values. */
void         bell_stay_row_seal     (BellStayRow       *self);

/**
 * BellRowProblem:
 * @line: the physical line of the problem
 * @column: the column counted from 1, 0 when it is about the whole row
 * @column_name: (nullable): its name in the header
 * @value: (nullable): the beginning of the value that is wrong
 * @sentence: what is wrong, translated
 * @remedy: what to do, translated
 * @cells: (nullable): the whole row as it stands in the file; only on the first problem of a row
 * @next: (nullable): another problem of the same row
 *
 * Why a row was refused.
 */
typedef struct _BellRowProblem BellRowProblem;
struct _BellRowProblem
{
  guint64 line;
  guint column;
  char *column_name;
  char *value;
  char *sentence;
  char *remedy;
  GStrv cells;
  BellRowProblem *next;
};

#define BELL_TYPE_ROW_PROBLEM (bell_row_problem_get_type ())
GType           bell_row_problem_get_type (void);

BellRowProblem *bell_row_problem_new      (guint64               line,
                                           guint                 column,
                                           const char           *column_name,
                                           const char           *value,
                                           const char           *sentence,
                                           const char           *remedy);
BellRowProblem *bell_row_problem_copy     (const BellRowProblem *self);
void            bell_row_problem_free     (BellRowProblem       *self);

/* "Column 5 “Arrival Date”, “31/02/2026”: There is no such day. Correct …", all of a row's problems joined by blanks; (transfer full). */
char           *bell_row_problem_tell     (const BellRowProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellStayRow, bell_stay_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellRowProblem, bell_row_problem_free)

G_END_DECLS
