/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"

G_BEGIN_DECLS

/*
 * The canonical text of a value, the same in every place and language:
 *
 *   text       NFC, trimmed
 *   choice     id of the choice
 *   number     decimal with a point, no leading zeros: "12", "-0.5"
 *   money      minor units and currency: "12050 EUR"
 *   date       "2026-11-22"
 *   time       "19:05"
 *   datetime   "2026-11-22T18:05:00Z"
 *   score      as number
 *   yes/no     "true" or "false"
 *   guest, stay, staff   UUID
 *
 * An empty value is absent from an item's values.
 */

/* What reading and showing a value needs to know: @zone and @currency (nullable) are the property's. */
typedef struct
{
  GTimeZone *zone;
  const char *currency;
  gint64 now;
} BellValueContext;

/**
 * bell_value_parse:
 * @typed: what a person or a file wrote; also a canonical text, but for money: "120 EUR" is 120 euros. Choices by id or
 *   label; dates as 2026-11-22, 22.11.2026, "today", "tomorrow", "+3"; times as 19:05, 1905 or 7pm; instants as a date and
 *   a time, or a time alone: the next such
 * @canonical: (out) (transfer full): NULL when @typed is empty
 * @error: BELL_ERROR_INPUT with what is accepted as the hint; BELL_ERROR_AMBIGUOUS for a date that can be read in two ways
 *
 * Reads a value; whether the rules allow it says bell_validation_check_value ().
 */
gboolean bell_value_parse     (const BellFieldDef      *field,
                               const char              *typed,
                               const BellValueContext  *context,
                               char                   **canonical,
                               GError                 **error);

/* The value as people read it, in the person's language; a people's reference stays a UUID. "" for NULL; (transfer full). */
char    *bell_value_format    (const BellFieldDef      *field,
                               const char              *canonical,
                               GTimeZone               *zone);

/* The value as a person would type it into a field, so that bell_value_parse () gives the same again; (transfer full). */
char    *bell_value_to_typed  (const BellFieldDef      *field,
                               const char              *canonical,
                               GTimeZone               *zone);

/* Whether @canonical is well formed for the type. */
gboolean bell_value_is_valid  (BellValueType            type,
                               const char              *canonical);

/* Orders two canonical values of one type: -1, 0, 1; NULL before everything. Money of different currencies is ordered by currency. */
int      bell_value_compare   (BellValueType            type,
                               const char              *a,
                               const char              *b);

char    *bell_value_from_money (gint64                  minor,
                                const char             *currency);
/* FALSE when @canonical is no amount. @currency: (out) (transfer full), nullable like @minor. */
gboolean bell_value_to_money  (const char              *canonical,
                               gint64                  *minor,
                               char                   **currency);

G_END_DECLS
