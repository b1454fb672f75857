/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-file-date.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* Serial 60 is a 29 February 1900 that never was; the days before it are off by one. */
#define EXCEL_FIRST 61
#define EXCEL_LAST 109575

typedef struct
{
  guint number;
  guint n_digits;
  gboolean is_name;
} DatePart;

static const char *const order_ids[] = { "auto", "iso", "dmy", "mdy", "ymd" };

const char *
bell_date_order_get_id (BellDateOrder order)
{
  g_return_val_if_fail (order < G_N_ELEMENTS (order_ids), NULL);

  return order_ids[order];
}

gboolean
bell_date_order_from_id (const char    *id,
                         BellDateOrder *order)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (order != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (order_ids); i++)
    {
      if (g_ascii_strcasecmp (id, order_ids[i]) == 0)
        {
          *order = (BellDateOrder) i;
          return TRUE;
        }
    }

  return FALSE;
}

guint
bell_file_date_month (const char *name,
                      gsize       length)
{
  static const char *const months[] = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  };

  g_return_val_if_fail (name != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (length >= 3 && length <= strlen (months[i]) && g_ascii_strncasecmp (name, months[i], length) == 0)
      return i + 1;

  return 0;
}

/* "14:05", "14:05:30.000", "2:05 PM", with Z or an offset behind it. */
static gboolean
is_time_of_day (const char *text)
{
  guint hour = 0;
  guint n_digits = 0;

  for (; g_ascii_isdigit (*text) && n_digits < 2; text++, n_digits++)
    hour = hour * 10 + g_ascii_digit_value (*text);

  if (n_digits == 0 || hour > 24)
    return FALSE;

  for (guint i = 0; i < 2 && *text == ':'; i++)
    {
      if (!(text[1] >= '0' && text[1] <= '5' && g_ascii_isdigit (text[2])))
        return FALSE;
      text += 3;
    }

  if (*text == '.')
    text += 1 + strspn (text + 1, "0123456789");
  text += strspn (text, " ");
  if (g_ascii_strncasecmp (text, "am", 2) == 0 || g_ascii_strncasecmp (text, "pm", 2) == 0)
    text += 2;
  if (*text == 'Z' || *text == 'z')
    text++;
  else if (*text == '+' || *text == '-')
    text += 1 + strspn (text + 1, "0123456789:");

  return *text == '\0';
}

static const char *
read_part (const char *text,
           DatePart   *part)
{
  gsize length = strspn (text, "0123456789");

  if (length > 0 && length <= 4)
    {
      *part = (DatePart) { .number = (guint) strtoul (text, NULL, 10), .n_digits = length };
      return text + length;
    }

  for (length = 0; g_ascii_isalpha (text[length]);)
    length++;

  *part = (DatePart) { .number = bell_file_date_month (text, length), .is_name = TRUE };

  return part->number > 0 ? text + length : NULL;
}

static gboolean
read_parts (const char *text,
            DatePart    parts[3])
{
  gsize n_digits = strspn (text, "0123456789");
  const char *p = text;

  /* 20261122 */
  if (n_digits == 8 && (text[8] == '\0' || text[8] == 'T' || text[8] == ' '))
    {
      guint number = (guint) strtoul (text, NULL, 10);

      parts[0] = (DatePart) { .number = number / 10000, .n_digits = 4 };
      parts[1] = (DatePart) { .number = number / 100 % 100, .n_digits = 2 };
      parts[2] = (DatePart) { .number = number % 100, .n_digits = 2 };
      p += 8;
    }
  else
    {
      for (guint i = 0; i < 3; i++)
        {
          gsize gap = strspn (p, "./-, ");

          if (i == 0 ? gap != 0 : gap < 1 || gap > 2)
            return FALSE;

          p = read_part (p + gap, &parts[i]);
          if (p == NULL)
            return FALSE;
        }
    }

  if (*p == '\0')
    return TRUE;

  return (*p == 'T' || *p == ' ') && is_time_of_day (p + 1 + strspn (p + 1, " "));
}

/* Puts the places of year, month and day in the parts into @places; FALSE when the order does not fit. */
static gboolean
find_places (const DatePart parts[3],
             BellDateOrder  order,
             guint          places[3])
{
  static const guint ymd[3] = { 0, 1, 2 };
  static const guint dmy[3] = { 2, 1, 0 };
  static const guint mdy[3] = { 2, 0, 1 };
  const guint *chosen;

  if (parts[2].is_name)
    return FALSE;

  if (parts[0].is_name)
    chosen = mdy;
  else if (parts[0].n_digits > 2)
    chosen = ymd;
  else if (parts[1].is_name && (parts[2].n_digits > 2 || order != BELL_DATE_ORDER_YMD))
    chosen = dmy;
  else if (order == BELL_DATE_ORDER_DMY)
    chosen = dmy;
  else if (order == BELL_DATE_ORDER_MDY)
    chosen = mdy;
  else if (order == BELL_DATE_ORDER_YMD && parts[2].n_digits <= 2)
    chosen = ymd;
  else
    return FALSE;

  memcpy (places, chosen, sizeof ymd);

  return TRUE;
}

static gboolean
parse_excel (const char *text,
             GDate      *date)
{
  gsize n_digits = strspn (text, "0123456789");
  const char *rest = text + n_digits;
  gulong serial;

  if (n_digits == 0 || n_digits > 6)
    return FALSE;
  if (*rest == '.')
    rest += 1 + strspn (rest + 1, "0123456789");
  if (*rest != '\0')
    return FALSE;

  serial = strtoul (text, NULL, 10);
  if (serial < EXCEL_FIRST || serial > EXCEL_LAST)
    return FALSE;

  g_date_set_dmy (date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (date, (guint) serial);

  return TRUE;
}

/* 2026-11-22, with a time behind it or not. */
static gboolean
looks_iso (const char *text)
{
  for (guint i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

gboolean
bell_file_date_parse (const char            *text,
                      const BellDateFormat  *format,
                      GDate                 *date,
                      const char           **sentence,
                      const char           **remedy)
{
  DatePart parts[3];
  guint places[3];
  guint year;

  g_return_val_if_fail (text != NULL && format != NULL && date != NULL, FALSE);
  g_return_val_if_fail (format->order != BELL_DATE_ORDER_AUTO, FALSE);
  g_return_val_if_fail (sentence != NULL && remedy != NULL, FALSE);

  if (format->excel && parse_excel (text, date))
    return TRUE;

  *sentence = _("This is not a date.");
  *remedy = _("Write it like 2026-11-22.");

  if (!read_parts (text, parts))
    return FALSE;

  *sentence = _("This date is not in the order that the mapping names.");
  if (format->order == BELL_DATE_ORDER_ISO && !looks_iso (text))
    return FALSE;
  if (!find_places (parts, format->order, places))
    return FALSE;

  year = parts[places[0]].number;
  if (parts[places[0]].n_digits < 4)
    {
      *sentence = _("The year has fewer than four digits.");
      *remedy = _("Write the year in full, or set in the mapping from which two-digit year on the 1900s are meant.");
      if (format->pivot < 0 || parts[places[0]].n_digits != 2)
        return FALSE;
      year += year >= (guint) format->pivot ? 1900 : 2000;
    }

  *sentence = _("There is no such day.");
  *remedy = _("Correct the day, the month or the order of dates in the mapping.");
  if (year < FIRST_YEAR || year > LAST_YEAR ||
      !g_date_valid_dmy (parts[places[2]].number, (GDateMonth) parts[places[1]].number, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (date, parts[places[2]].number, (GDateMonth) parts[places[1]].number, (GDateYear) year);

  return TRUE;
}
