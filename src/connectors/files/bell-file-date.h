/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BellDateOrder:
 * @BELL_DATE_ORDER_AUTO: to be settled by the values of the file, never by a guess
 * @BELL_DATE_ORDER_ISO: only 2026-11-22
 * @BELL_DATE_ORDER_DMY: day, month, year
 * @BELL_DATE_ORDER_MDY: month, day, year
 * @BELL_DATE_ORDER_YMD: year, month, day
 *
 * A value that begins with a four-digit year is year, month, day in every order, and a month given by
 * its English name is known whatever the order.
 */
typedef enum
{
  BELL_DATE_ORDER_AUTO,
  BELL_DATE_ORDER_ISO,
  BELL_DATE_ORDER_DMY,
  BELL_DATE_ORDER_MDY,
  BELL_DATE_ORDER_YMD,
} BellDateOrder;

/**
 * BellDateFormat:
 * @order: the order of day, month and year
 * @pivot: two-digit years from @pivot to 99 are of the 1900s, those below it of the 2000s; -1 refuses
 *   two-digit years
 * @excel: whether a plain number is a day of Excel's calendar (1 January 2024 is 45292)
 */
typedef struct
{
  BellDateOrder order;
  int pivot;
  gboolean excel;
} BellDateFormat;

/* "auto", "iso", "dmy", "mdy", "ymd". */
const char *bell_date_order_get_id  (BellDateOrder   order);
gboolean    bell_date_order_from_id (const char     *id,
                                     BellDateOrder  *order);

/* The number of the month with this English name, at least three letters of it; 0 for any other word. */
guint       bell_file_date_month    (const char     *name,
                                     gsize           length);

/**
 * bell_file_date_parse:
 * @format: its order must not be %BELL_DATE_ORDER_AUTO
 * @date: (out): where to put the date
 * @sentence: (out) (transfer none): on failure, what is wrong, translated
 * @remedy: (out) (transfer none): on failure, what to do, translated
 *
 * Reads a date with the separators . / - or blanks. A time of day after it is checked and left out.
 */
gboolean    bell_file_date_parse    (const char            *text,
                                     const BellDateFormat  *format,
                                     GDate                 *date,
                                     const char           **sentence,
                                     const char           **remedy);

/**
 * BellDateEvidence:
 *
 * What the date values of one file say about the order that they share.
 */
typedef struct _BellDateEvidence BellDateEvidence;

BellDateEvidence *bell_date_evidence_new  (const BellDateFormat *format);
void              bell_date_evidence_free (BellDateEvidence     *self);

/* Takes one value into account; @line is told when values contradict each other. */
void              bell_date_evidence_add  (BellDateEvidence     *self,
                                           const char           *text,
                                           guint64               line);

/**
 * bell_date_evidence_settle:
 * @example: (out) (optional) (transfer full) (nullable): when the order is open, a value that shows it
 *
 * Returns: the order that all values share; %BELL_DATE_ORDER_AUTO with %BELL_ERROR_AMBIGUOUS when
 *   nothing settles it and a person has to say, with %BELL_ERROR_INPUT when values contradict each other
 */
BellDateOrder     bell_date_evidence_settle (BellDateEvidence  *self,
                                             char             **example,
                                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellDateEvidence, bell_date_evidence_free)

G_END_DECLS
