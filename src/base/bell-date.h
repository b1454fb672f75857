/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Instants are microseconds since 1970 UTC (0 = none). Days are "YYYY-MM-DD" in the property's zone. */

/* "2026-11-22T14:05:00Z", with microseconds when there are any; (transfer full). */
char     *bell_time_to_iso8601   (gint64       instant);

/* Reads RFC 3339 / ISO 8601 with or without an offset; without one it is meant in @zone (nullable: UTC). */
gboolean  bell_time_from_iso8601 (const char  *text,
                                  GTimeZone   *zone,
                                  gint64      *instant);

/* g_date_time_format () of an instant in @zone; (transfer full). */
char     *bell_time_format       (gint64       instant,
                                  GTimeZone   *zone,
                                  const char  *format);

/* The day of an instant in @zone as "YYYY-MM-DD"; (transfer full). */
char     *bell_time_day          (gint64       instant,
                                  GTimeZone   *zone);

/* The instant of @hour:@minute on @day in @zone; a time that a clock change skips is moved forward. 0 when @day is malformed. */
gint64    bell_time_on_day       (const char  *day,
                                  int          hour,
                                  int          minute,
                                  GTimeZone   *zone);

gboolean  bell_day_is_valid      (const char  *day);

/* @day moved by @count days, NULL when @day is malformed; (transfer full). */
char     *bell_day_add           (const char  *day,
                                  int          count);

/* Days from @a to @b, negative when @b is earlier. Both must be valid. */
int       bell_day_between       (const char  *a,
                                  const char  *b);

/* "8 min late", "now", "in 22 min", "in 3 h", a clock time today, else a date: how a promise is told
 * on a card. Translated; (transfer full). */
char     *bell_time_tell_due     (gint64       due,
                                  gint64       now,
                                  GTimeZone   *zone);

/* "35 min", "2 h 10 min", "3 days": a length of time; translated; (transfer full). */
char     *bell_time_tell_span    (gint64       microseconds);

G_END_DECLS
