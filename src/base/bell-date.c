/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"

/* 1970-01-01 as GDate counts days. */
#define EPOCH 719163

static char *
put_digits (char *to,
            int   number,
            int   length)
{
  for (int i = length - 1; i >= 0; i--, number /= 10)
    to[i] = '0' + number % 10;
  return to + length;
}

/* The form of nearly all instants in a file, without GDateTime: a journal of millions is written and checked with it. */
static char *
tell_whole_second (gint64 instant)
{
  gint64 days = instant / BELL_DAY;
  int seconds = instant % BELL_DAY / BELL_SECOND;
  char *text = g_malloc (21);
  char *to = text;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, EPOCH + days);
  to = put_digits (to, g_date_get_year (&date), 4);
  *to++ = '-';
  to = put_digits (to, g_date_get_month (&date), 2);
  *to++ = '-';
  to = put_digits (to, g_date_get_day (&date), 2);
  *to++ = 'T';
  to = put_digits (to, seconds / 3600, 2);
  *to++ = ':';
  to = put_digits (to, seconds / 60 % 60, 2);
  *to++ = ':';
  to = put_digits (to, seconds % 60, 2);
  *to++ = 'Z';
  *to = '\0';
  return text;
}

static gboolean
take_digits (const char *text,
             int         length,
             int        *number)
{
  *number = 0;
  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = 10 * *number + text[i] - '0';
    }
  return TRUE;
}

/* "2026-11-22T12:00:00Z" and nothing else. */
static gboolean
take_whole_second (const char *text,
                   gint64     *instant)
{
  int year, month, day, hour, minute, second;
  GDate date;

  if (strlen (text) != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != 'Z' || !take_digits (text, 4, &year) || !take_digits (text + 5, 2, &month) ||
      !take_digits (text + 8, 2, &day) || !take_digits (text + 11, 2, &hour) || !take_digits (text + 14, 2, &minute) ||
      !take_digits (text + 17, 2, &second) || year < 1 || month < 1 || month > 12 || !g_date_valid_dmy (day, month, year) ||
      hour > 23 || minute > 59 || second > 59)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  *instant = ((gint64) g_date_get_julian (&date) - EPOCH) * BELL_DAY + hour * BELL_HOUR + minute * BELL_MINUTE + second * BELL_SECOND;
  return TRUE;
}

char *
bell_time_to_iso8601 (gint64 instant)
{
  g_autoptr(GDateTime) moment = NULL;

  /* Up to the year 9999. */
  if (instant >= 0 && instant < G_GINT64_CONSTANT (253402300800) * BELL_SECOND && instant % BELL_SECOND == 0)
    return tell_whole_second (instant);
  moment = g_date_time_new_from_unix_utc_usec (instant);

  return moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("");
}

gboolean
bell_time_from_iso8601 (const char *text,
                        GTimeZone  *zone,
                        gint64     *instant)
{
  g_autoptr(GDateTime) moment = NULL;
  g_autoptr(GTimeZone) utc = NULL;
  g_autofree char *padded = NULL;

  g_return_val_if_fail (instant != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  if (take_whole_second (text, instant))
    return TRUE;

  if (zone == NULL)
    zone = utc = g_time_zone_new_utc ();

  if (bell_day_is_valid (text))
    padded = g_strconcat (text, "T00:00:00", NULL);
  else if (strlen (text) == 16)
    padded = g_strconcat (text, ":00", NULL);

  moment = g_date_time_new_from_iso8601 (padded != NULL ? padded : text, zone);
  if (moment == NULL)
    return FALSE;

  *instant = g_date_time_to_unix_usec (moment);
  return TRUE;
}

char *
bell_time_format (gint64      instant,
                  GTimeZone  *zone,
                  const char *format)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);
  g_autoptr(GDateTime) local = NULL;

  if (utc == NULL)
    return g_strdup ("");
  local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  return g_date_time_format (local, format);
}

char *
bell_time_day (gint64     instant,
               GTimeZone *zone)
{
  return bell_time_format (instant, zone, "%Y-%m-%d");
}

static gboolean
day_to_date (const char *day,
             GDate      *date)
{
  int year, month, number, used = 0;

  if (day == NULL || strlen (day) != 10 ||
      sscanf (day, "%4d-%2d-%2d%n", &year, &month, &number, &used) != 3 || used != 10 ||
      year < 1 || month < 1 || month > 12 || number < 1 || !g_date_valid_dmy (number, month, year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, number, month, year);
  return TRUE;
}

gboolean
bell_day_is_valid (const char *day)
{
  GDate date;

  return day_to_date (day, &date);
}

char *
bell_day_add (const char *day,
              int         count)
{
  GDate date;

  if (!day_to_date (day, &date))
    return NULL;

  if (count >= 0)
    g_date_add_days (&date, count);
  else
    g_date_subtract_days (&date, -count);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

int
bell_day_between (const char *a,
                  const char *b)
{
  GDate from, to;

  if (!day_to_date (a, &from) || !day_to_date (b, &to))
    g_return_val_if_reached (0);

  return g_date_days_between (&from, &to);
}

gint64
bell_time_on_day (const char *day,
                  int         hour,
                  int         minute,
                  GTimeZone  *zone)
{
  g_autoptr(GDateTime) moment = NULL;
  g_autoptr(GTimeZone) utc = NULL;
  GDate date;

  if (!day_to_date (day, &date))
    return 0;

  if (zone == NULL)
    zone = utc = g_time_zone_new_utc ();

  moment = g_date_time_new (zone, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date),
                            hour, minute, 0);
  return moment != NULL ? g_date_time_to_unix_usec (moment) : 0;
}

char *
bell_time_tell_span (gint64 microseconds)
{
  gint64 minutes = ABS (microseconds) / BELL_MINUTE;

  if (minutes < 60)
    /* Translators: a length of time in minutes */
    return g_strdup_printf (_("%d min"), (int) minutes);
  if (minutes < 24 * 60)
    {
      if (minutes % 60 == 0 || minutes >= 6 * 60)
        /* Translators: a length of time in hours */
        return g_strdup_printf (_("%d h"), (int) (minutes / 60));
      /* Translators: a length of time in hours and minutes */
      return g_strdup_printf (_("%d h %d min"), (int) (minutes / 60), (int) (minutes % 60));
    }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) (minutes / (24 * 60))),
                          (int) (minutes / (24 * 60)));
}

char *
bell_time_tell_due (gint64     due,
                    gint64     now,
                    GTimeZone *zone)
{
  g_autofree char *span = NULL;
  g_autofree char *due_day = NULL;
  g_autofree char *today = NULL;

  if (due == 0)
    return g_strdup ("");

  if (ABS (due - now) < BELL_MINUTE)
    /* Translators: when a promise is due: within this minute */
    return g_strdup (_("now"));
  span = bell_time_tell_span (due - now);
  if (due < now)
    /* Translators: %s is a length of time such as "8 min" */
    return g_strdup_printf (_("%s late"), span);
  if (due - now < 2 * BELL_HOUR)
    /* Translators: %s is a length of time such as "22 min" */
    return g_strdup_printf (_("in %s"), span);

  due_day = bell_time_day (due, zone);
  today = bell_time_day (now, zone);
  if (g_str_equal (due_day, today))
    /* Translators: a clock time of today, see g_date_time_format () */
    return bell_time_format (due, zone, _("%H:%M"));
  if (bell_day_between (today, due_day) < 7)
    /* Translators: a weekday and a clock time within the next week */
    return bell_time_format (due, zone, _("%a %H:%M"));
  /* Translators: a day and month */
  return bell_time_format (due, zone, _("%-d %b"));
}
