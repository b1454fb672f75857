/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-ladder.h"

#define SEARCHED_DAYS 731

static gboolean
is_holiday (const BellCalendar *calendar,
            const char         *day)
{
  for (int i = 0; calendar->holidays != NULL && calendar->holidays[i] != NULL; i++)
    {
      const char *holiday = calendar->holidays[i];

      /* "12-25" is every year's. */
      if (g_str_equal (holiday, strlen (holiday) == 5 ? day + 5 : day))
        return TRUE;
    }
  return FALSE;
}

static gint64
instant_of (const char *day,
            int         minutes,
            GTimeZone  *zone)
{
  g_autofree char *shifted = bell_day_add (day, minutes / (24 * 60));

  minutes %= 24 * 60;
  return bell_time_on_day (shifted, minutes / 60, minutes % 60, zone);
}

/* The openings that begin on @day, as instants. Openings are wall-clock times: on the day of a clock change they last longer or shorter. */
static const GArray *
hours_of (const BellCalendar *calendar,
          const char         *day)
{
  GDate date;
  int year, month, number;

  if (is_holiday (calendar, day))
    return NULL;

  year = g_ascii_strtoll (day, NULL, 10);
  month = g_ascii_strtoll (day + 5, NULL, 10);
  number = g_ascii_strtoll (day + 8, NULL, 10);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, number, month, year);
  return calendar->week[g_date_get_weekday (&date) - G_DATE_MONDAY];
}

static gint64
add_forward (const BellCalendar *calendar,
             gint64              start,
             gint64              left,
             GTimeZone          *zone)
{
  g_autofree char *first = bell_time_day (start, zone);
  g_autofree char *day = bell_day_add (first, -1);

  for (int i = 0; i < SEARCHED_DAYS; i++)
    {
      const GArray *hours = hours_of (calendar, day);
      char *next = bell_day_add (day, 1);

      for (guint j = 0; hours != NULL && j < hours->len; j++)
        {
          const BellHours *span = &g_array_index (hours, BellHours, j);
          gint64 from = MAX (instant_of (day, span->from, zone), start);
          gint64 to = instant_of (day, span->to, zone);

          if (to <= from)
            continue;
          if (left <= to - from)
            {
              g_free (next);
              return from + left;
            }
          left -= to - from;
        }

      g_free (day);
      day = next;
    }

  return start + left;
}

static gint64
add_backward (const BellCalendar *calendar,
              gint64              start,
              gint64              left,
              GTimeZone          *zone)
{
  g_autofree char *day = bell_time_day (start, zone);

  for (int i = 0; i < SEARCHED_DAYS; i++)
    {
      const GArray *hours = hours_of (calendar, day);
      char *previous = bell_day_add (day, -1);

      for (guint j = hours != NULL ? hours->len : 0; j > 0; j--)
        {
          const BellHours *span = &g_array_index (hours, BellHours, j - 1);
          gint64 from = instant_of (day, span->from, zone);
          gint64 to = MIN (instant_of (day, span->to, zone), start);

          if (to <= from)
            continue;
          if (left <= to - from)
            {
              g_free (previous);
              return to - left;
            }
          left -= to - from;
        }

      g_free (day);
      day = previous;
    }

  return start - left;
}

gint64
bell_calendar_add (const BellCalendar *calendar,
                   gint64              start,
                   gint64              working,
                   GTimeZone          *zone)
{
  g_return_val_if_fail (calendar != NULL, start + working);

  if (calendar->always || working == 0)
    return start + working;
  return working > 0 ? add_forward (calendar, start, working, zone) : add_backward (calendar, start, -working, zone);
}

gint64
bell_calendar_between (const BellCalendar *calendar,
                       gint64              from,
                       gint64              until,
                       GTimeZone          *zone)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *day = NULL;
  gint64 sum = 0;

  g_return_val_if_fail (calendar != NULL, until - from);

  if (calendar->always)
    return until - from;
  if (until < from)
    return -bell_calendar_between (calendar, until, from, zone);

  first = bell_time_day (from, zone);
  last = bell_time_day (until, zone);
  day = bell_day_add (first, -1);
  while (strcmp (day, last) <= 0)
    {
      const GArray *hours = hours_of (calendar, day);
      char *next = bell_day_add (day, 1);

      for (guint i = 0; hours != NULL && i < hours->len; i++)
        {
          const BellHours *span = &g_array_index (hours, BellHours, i);
          gint64 begin = MAX (instant_of (day, span->from, zone), from);
          gint64 end = MIN (instant_of (day, span->to, zone), until);

          sum += MAX (end - begin, 0);
        }

      g_free (day);
      day = next;
    }

  return sum;
}

gboolean
bell_calendar_is_open (const BellCalendar *calendar,
                       gint64              at,
                       GTimeZone          *zone)
{
  g_return_val_if_fail (calendar != NULL, TRUE);

  return bell_calendar_between (calendar, at, at + 1, zone) > 0;
}

gboolean
bell_ladder_next (const BellLadder   *ladder,
                  const BellCalendar *calendar,
                  gint64              opened_at,
                  gint64              due_at,
                  gint64              paused,
                  int                 level,
                  gboolean            warned,
                  GTimeZone          *zone,
                  BellLadderStep     *step)
{
  gint64 base;
  gint64 after;
  const BellLadderLevel *next;

  g_return_val_if_fail (ladder != NULL && calendar != NULL, FALSE);
  g_return_val_if_fail (step != NULL, FALSE);
  g_return_val_if_fail (level >= 0, FALSE);

  if ((guint) level >= ladder->levels->len)
    return FALSE;

  base = ladder->from_due && due_at != 0 ? due_at : opened_at;
  next = ladder->levels->pdata[level];
  after = next->after_minutes * BELL_MINUTE + paused;
  *step = (BellLadderStep) { bell_calendar_add (calendar, base, after, zone), level + 1, next->role, next->text };

  if (level == 0 && !warned && ladder->warn_minutes > 0)
    {
      gint64 warn_at = bell_calendar_add (calendar, base, after - ladder->warn_minutes * BELL_MINUTE, zone);

      /* A promise shorter than the warning warns at once, not before the record was there. */
      *step = (BellLadderStep) { MIN (MAX (warn_at, opened_at), step->at), 0, ladder->warn_role, _("The time is nearly up.") };
    }
  return TRUE;
}
