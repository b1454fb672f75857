/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "bell-date.h"
#include "bell-stay-words.h"

static GDateTime *
noon (const char *day)
{
  int year, month, date;

  if (day == NULL || !bell_day_is_valid (day) || sscanf (day, "%d-%d-%d", &year, &month, &date) != 3)
    return NULL;
  return g_date_time_new_utc (year, month, date, 12, 0, 0);
}

char *
bell_day_words (const char *day,
                const char *today)
{
  g_autoptr(GDateTime) when = noon (day);

  if (when == NULL)
    return g_strdup ("");
  if (today != NULL && strncmp (day, today, 4) == 0)
    /* Translators: a day of this year, for g_date_time_format (): "Sun 22 Nov" */
    return g_date_time_format (when, _("%a %-d %b"));
  /* Translators: a day of another year, for g_date_time_format (): "Sun 22 Nov 2026" */
  return g_date_time_format (when, _("%a %-d %b %Y"));
}

char *
bell_stay_dup_span (BellStay *stay)
{
  g_autoptr(GDateTime) arrival = noon (stay->arrival);
  g_autoptr(GDateTime) departure = noon (stay->departure);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (arrival == NULL || departure == NULL)
    return g_strdup ("");

  if (strncmp (stay->arrival, stay->departure, 7) == 0)
    /* Translators: the first day of a stay that ends in the same month, for g_date_time_format () */
    from = g_date_time_format (arrival, C_("first day", "%-d"));
  else
    from = g_date_time_format (arrival, _("%-d %b"));
  to = g_date_time_format (departure, _("%-d %b"));
  /* Translators: the first and the last day of a stay: "21 – 25 Nov" */
  return g_strdup_printf (_("%s – %s"), from, to);
}

char *
bell_stay_dup_nights (BellStay *stay)
{
  int nights;

  if (stay->arrival == NULL || stay->departure == NULL || !bell_day_is_valid (stay->arrival) || !bell_day_is_valid (stay->departure))
    return g_strdup ("");

  nights = MAX (bell_day_between (stay->arrival, stay->departure), 0);
  if (nights == 0)
    /* Translators: a stay that ends on the day on which it begins */
    return g_strdup (_("day use"));
  return g_strdup_printf (ngettext ("%d night", "%d nights", nights), nights);
}

char *
bell_stay_dup_who (BellStay *stay)
{
  if (stay->guest_name != NULL && *stay->guest_name != '\0')
    return g_strdup (stay->guest_name);
  if (stay->surname != NULL && *stay->surname != '\0')
    return g_strdup (stay->surname);
  /* Translators: somebody whose name is not known */
  return g_strdup (_("Guest"));
}

char *
bell_stay_dup_party (BellStay *stay)
{
  gboolean group = stay->group_name != NULL && *stay->group_name != '\0';
  gboolean company = stay->company != NULL && *stay->company != '\0';

  if (group && company)
    return g_strdup_printf ("%s · %s", stay->group_name, stay->company);
  return g_strdup (group ? stay->group_name : company ? stay->company : "");
}

char *
bell_stay_dup_label (BellStay *stay)
{
  g_autofree char *who = bell_stay_dup_who (stay);
  g_autofree char *span = bell_stay_dup_span (stay);
  g_autofree char *nights = bell_stay_dup_nights (stay);
  g_autofree char *room = NULL;

  room = stay->room != NULL ? g_strdup_printf (_("Room %s"), stay->room) : g_strdup (_("No room yet"));
  return g_strdup_printf ("%s, %s, %s, %s, %s", room, who, span, nights, bell_stay_status_label (stay->status));
}
