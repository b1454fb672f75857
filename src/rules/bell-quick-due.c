/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-quick-due.h"
#include "bell-text.h"
#include "bell-value-private.h"

/* "30m", "+2h", "1d": from now on; 0 for anything else. */
static gint64
read_span (const char *text,
           gint64      now)
{
  const char *number = *text == '+' ? text + 1 : text;
  gsize digits = strspn (number, "0123456789");
  const char *unit = number + digits;
  gint64 count = digits > 0 && digits <= 4 ? atoi (number) : 0;
  gint64 each = g_str_equal (unit, "m") || g_str_equal (unit, "min") ? BELL_MINUTE
                : g_str_equal (unit, "h")                            ? BELL_HOUR
                : g_str_equal (unit, "d")                            ? BELL_DAY
                                                                     : 0;

  return count * each > 0 ? (now + count * each) / BELL_MINUTE * BELL_MINUTE : 0;
}

/* The next day of that name, not today; NULL when it is none. */
static char *
read_weekday (const char *text,
              const char *today)
{
  static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  gsize length = strlen (text);

  for (int ahead = 1; ahead <= 7 && length >= 3; ahead++)
    {
      g_autofree char *day = bell_day_add (today, ahead);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, atoi (day + 8), atoi (day + 5), atoi (day));
      if (strncmp (names[g_date_get_weekday (&date) - G_DATE_MONDAY], text, length) == 0)
        return g_steal_pointer (&day);
    }
  return NULL;
}

static char *
read_day (const char *text,
          gint64      now,
          GTimeZone  *zone)
{
  static const BellFieldDef nameless = { .label = (char *) "" };
  BellValueContext context = { zone, NULL, now };
  g_autofree char *today = bell_time_day (now, zone);
  g_autofree char *folded = bell_text_fold (text);
  char *day;

  if (g_str_equal (folded, "tom"))
    return bell_day_add (today, 1);
  day = read_weekday (folded, today);
  return day != NULL ? day : bell_value_parse_day (&nameless, folded, &context, NULL);
}

static const char *
last_joint (const char *text)
{
  for (const char *p = text + strlen (text); p > text; p--)
    if (strchr ("-T, ", p[-1]) != NULL)
      return p - 1;
  return NULL;
}

static gint64
read_joined (const char *text,
             gint64      now,
             GTimeZone  *zone)
{
  const char *joint = last_joint (text);
  g_autofree char *first = joint != NULL ? g_strndup (text, joint - text) : NULL;
  g_autofree char *day = NULL;
  int hour, minute;

  if (joint == NULL || !bell_value_read_clock (joint + 1, &hour, &minute))
    return 0;
  day = read_day (first, now, zone);
  return day != NULL ? bell_time_on_day (day, hour, minute, zone) : 0;
}

gint64
bell_quick_due_read (const char *text,
                     gint64      now,
                     GTimeZone  *zone,
                     gboolean   *takes_clock)
{
  g_autofree char *day = NULL;
  g_autofree char *today = NULL;
  gint64 due;
  int hour, minute;

  *takes_clock = FALSE;
  if ((due = read_span (text, now)) != 0)
    return due;
  if (bell_value_read_clock (text, &hour, &minute))
    return bell_value_next_clock (hour, minute, now, zone);
  if ((due = read_joined (text, now, zone)) != 0)
    return due;

  day = read_day (text, now, zone);
  if (day == NULL)
    return 0;

  /* A day alone: noon; today, the end of the working day, or what is left of the day. */
  *takes_clock = TRUE;
  today = bell_time_day (now, zone);
  if (!g_str_equal (day, today))
    return bell_time_on_day (day, 12, 0, zone);
  due = bell_time_on_day (day, 18, 0, zone);
  return due > now ? due : bell_time_on_day (day, 23, 59, zone);
}

char *
bell_quick_due_tell (gint64     due,
                     gint64     now,
                     GTimeZone *zone)
{
  g_autofree char *today = bell_time_day (now, zone);
  g_autofree char *tomorrow = bell_day_add (today, 1);
  g_autofree char *day = bell_time_day (due, zone);

  if (g_str_equal (day, today))
    /* Translators: a clock time of today, see g_date_time_format () */
    return bell_time_format (due, zone, _("today %H:%M"));
  if (g_str_equal (day, tomorrow))
    /* Translators: a clock time of tomorrow, see g_date_time_format () */
    return bell_time_format (due, zone, _("tomorrow %H:%M"));
  /* Translators: a weekday, day, month and clock time, see g_date_time_format () */
  return bell_time_format (due, zone, _("%a %-d %b %H:%M"));
}
