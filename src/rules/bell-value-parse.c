/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-error.h"
#include "bell-id.h"
#include "bell-money.h"
#include "bell-text.h"
#include "bell-value.h"
#include "bell-value-private.h"

/* What people type, read into canonical text. Each reader answers NULL with an error, or the value. */

static char *
parse_choice (const BellFieldDef  *field,
              const char          *typed,
              GError             **error)
{
  g_autofree char *folded = bell_text_fold (typed);
  g_autoptr(GString) labels = g_string_new (NULL);
  g_autofree char *hint = NULL;

  for (guint i = 0; i < field->choices->len; i++)
    {
      const BellChoice *choice = field->choices->pdata[i];
      g_autofree char *label = bell_text_fold (choice->label);

      if (g_str_equal (choice->id, folded) || g_str_equal (label, folded))
        return g_strdup (choice->id);
      g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", choice->label);
    }

  hint = g_strdup_printf (_("Choose one of: %s."), labels->str);
  bell_error_set (error, BELL_ERROR_INPUT, hint, _("%s: “%s” is not one of the choices."), field->label, typed);
  return NULL;
}

static char *
parse_number (const BellFieldDef  *field,
              const char          *typed,
              GError             **error)
{
  g_autoptr(GString) whole = g_string_new (NULL);
  g_autoptr(GString) part = g_string_new (NULL);
  gboolean negative = FALSE;
  gboolean point = FALSE;

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '-' && whole->len == 0 && !point && !negative)
        negative = TRUE;
      else if (c >= '0' && c <= '9')
        g_string_append_c (point ? part : whole, c);
      else if ((c == '.' || c == ',') && !point && whole->len > 0)
        point = TRUE;
      else if (!(g_unichar_isspace (c) || c == '%' || (c == '+' && p == typed)))
        goto wrong;
    }

  while (whole->len > 1 && whole->str[0] == '0')
    g_string_erase (whole, 0, 1);
  while (part->len > 0 && part->str[part->len - 1] == '0')
    g_string_truncate (part, part->len - 1);
  if (whole->len == 0 || whole->len > 12)
    goto wrong;
  if (part->len > (gsize) field->decimals)
    {
      g_autofree char *hint = field->decimals == 0 ? g_strdup (_("Write a whole number."))
                                                   : g_strdup_printf (_("Write at most %d decimals."), field->decimals);

      bell_error_set (error, BELL_ERROR_INPUT, hint, _("%s: “%s” has too many decimals."), field->label, typed);
      return NULL;
    }
  if (part->len == 0 && g_str_equal (whole->str, "0"))
    negative = FALSE;
  return g_strconcat (negative ? "-" : "", whole->str, part->len > 0 ? "." : "", part->str, NULL);

wrong:
  bell_error_set (error, BELL_ERROR_INPUT, _("Write a number such as 12 or 12.5, without a thousands sign."),
                  _("%s: “%s” is not a number."), field->label, typed);
  return NULL;
}

static char *
parse_money (const BellFieldDef      *field,
             const char              *typed,
             const BellValueContext  *context,
             GError                 **error)
{
  static const struct
  {
    const char *sign;
    const char *currency;
  } signs[] = { { "€", "EUR" }, { "£", "GBP" }, { "US$", "USD" } };
  g_autofree char *amount = g_strdup (typed);
  g_autofree char *currency = g_strdup (context->currency);
  g_autofree char *folded = NULL;
  g_autoptr(GError) wrong = NULL;
  gint64 minor = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      char *found = strstr (amount, signs[i].sign);

      if (found != NULL)
        {
          memset (found, ' ', strlen (signs[i].sign));
          g_set_str (&currency, signs[i].currency);
        }
    }

  /* A code before or after the number. */
  g_strstrip (amount);
  for (char *p = amount; *p != '\0'; p++)
    if (g_ascii_isalpha (p[0]) && g_ascii_isalpha (p[1]) && g_ascii_isalpha (p[2]) && !g_ascii_isalpha (p[3]) &&
        (p == amount || !g_ascii_isalpha (p[-1])))
      {
        g_autofree char *code = g_ascii_strup (p, 3);

        g_set_str (&currency, code);
        memset (p, ' ', 3);
        break;
      }

  g_strstrip (amount);
  if (bell_money_parse (amount, currency, &minor, &wrong))
    return bell_value_from_money (minor, currency);

  bell_error_set (error, BELL_ERROR_INPUT, bell_error_get_hint (wrong), _("%s: %s"), field->label, wrong->message);
  return NULL;
}

static char *
day_from_parts (int year,
                int month,
                int number)
{
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", year < 100 ? year + 2000 : year, month, number);

  return bell_day_is_valid (day) ? g_steal_pointer (&day) : NULL;
}

static char *
parse_slashed (const BellFieldDef  *field,
               const char          *typed,
               int                  a,
               int                  b,
               int                  year,
               GError             **error)
{
  g_autofree char *day_first = day_from_parts (year, b, a);
  g_autofree char *month_first = day_from_parts (year, a, b);

  if (day_first != NULL && month_first != NULL && !g_str_equal (day_first, month_first))
    {
      g_autofree char *hint = g_strdup_printf (_("Write %s or %s."), day_first, month_first);

      bell_error_set (error, BELL_ERROR_AMBIGUOUS, hint, _("%s: “%s” can be two different days."), field->label, typed);
      return NULL;
    }
  return day_first != NULL ? g_steal_pointer (&day_first) : g_steal_pointer (&month_first);
}

char *
bell_value_parse_day (const BellFieldDef      *field,
                      const char              *typed,
                      const BellValueContext  *context,
                      GError                 **error)
{
  g_autofree char *today = bell_time_day (context->now, context->zone);
  g_autofree char *folded = bell_text_fold (typed);
  g_autofree char *day = NULL;
  g_autoptr(GError) wrong = NULL;
  int a, b, c, used = 0;

  if (bell_day_is_valid (typed))
    return g_strdup (typed);
  if (g_str_equal (folded, "today") || g_strcmp0 (folded, _("today")) == 0)
    return g_steal_pointer (&today);
  if (g_str_equal (folded, "tomorrow") || g_strcmp0 (folded, _("tomorrow")) == 0)
    return bell_day_add (today, 1);
  if (g_str_equal (folded, "yesterday") || g_strcmp0 (folded, _("yesterday")) == 0)
    return bell_day_add (today, -1);

  if (sscanf (typed, "+%3d%n", &a, &used) == 1 && typed[used] == '\0' && a >= 0)
    day = bell_day_add (today, a);
  else if (sscanf (typed, "%4d-%2d-%2d%n", &a, &b, &c, &used) == 3 && typed[used] == '\0')
    day = day_from_parts (a, b, c);
  else if (sscanf (typed, "%2d.%2d.%4d%n", &a, &b, &c, &used) == 3 && typed[used] == '\0')
    day = day_from_parts (c, b, a);
  else if (sscanf (typed, "%2d.%2d.%n", &a, &b, &used) == 2 && used > 0 && typed[used] == '\0')
    day = day_from_parts (atoi (today), b, a);
  else if (sscanf (typed, "%2d/%2d/%4d%n", &a, &b, &c, &used) == 3 && typed[used] == '\0')
    day = parse_slashed (field, typed, a, b, c, &wrong);

  if (day == NULL && wrong != NULL)
    g_propagate_error (error, g_steal_pointer (&wrong));
  else if (day == NULL)
    bell_error_set (error, BELL_ERROR_INPUT, _("Write it as 2026-11-22, 22.11.2026, today, tomorrow or +3."),
                    _("%s: “%s” is not a day."), field->label, typed);
  return g_steal_pointer (&day);
}

gboolean
bell_value_read_clock (const char *typed,
                       int        *hour,
                       int        *minute)
{
  char half[8] = "";
  int used = 0;
  gboolean plain;

  *minute = 0;
  if ((sscanf (typed, "%2d:%2d%n", hour, minute, &used) == 2 && used >= 4) ||
      (sscanf (typed, "%2d.%2d%n", hour, minute, &used) == 2 && used >= 4) ||
      (strspn (typed, "0123456789") == 4 && sscanf (typed, "%2d%2d%n", hour, minute, &used) == 2))
    plain = TRUE;
  else if (sscanf (typed, "%2d%n", hour, &used) == 1 && used > 0)
    plain = FALSE;
  else
    return FALSE;

  while (typed[used] == ' ')
    used++;
  g_strlcpy (half, typed + used, sizeof half);
  if (g_ascii_strcasecmp (half, "pm") == 0 || g_ascii_strcasecmp (half, "am") == 0)
    {
      if (*hour < 1 || *hour > 12)
        return FALSE;
      *hour = *hour % 12 + (g_ascii_tolower (half[0]) == 'p' ? 12 : 0);
    }
  else if (g_ascii_strcasecmp (half, "h") != 0 && (half[0] != '\0' || !plain))
    return FALSE;

  return *hour >= 0 && *hour <= 23 && *minute >= 0 && *minute <= 59;
}

static char *
parse_time (const BellFieldDef  *field,
            const char          *typed,
            GError             **error)
{
  int hour, minute;

  if (bell_value_read_clock (typed, &hour, &minute))
    return g_strdup_printf ("%02d:%02d", hour, minute);

  bell_error_set (error, BELL_ERROR_INPUT, _("Write it as 19:05, 1905 or 7pm."),
                  _("%s: “%s” is not a time of day."), field->label, typed);
  return NULL;
}

gint64
bell_value_next_clock (int        hour,
                       int        minute,
                       gint64     now,
                       GTimeZone *zone)
{
  g_autofree char *today = bell_time_day (now, zone);
  g_autofree char *tomorrow = bell_day_add (today, 1);
  gint64 at = bell_time_on_day (today, hour, minute, zone);

  return at > now ? at : bell_time_on_day (tomorrow, hour, minute, zone);
}

static char *
parse_datetime (const BellFieldDef      *field,
                const char              *typed,
                const BellValueContext  *context,
                GError                 **error)
{
  g_autofree char *day = NULL;
  const char *space = strpbrk (typed, " T");
  gint64 at = 0;
  int hour, minute;

  if (strlen (typed) >= 16 && bell_time_from_iso8601 (typed, context->zone, &at))
    return bell_time_to_iso8601 (at);
  if (bell_value_read_clock (typed, &hour, &minute))
    return bell_time_to_iso8601 (bell_value_next_clock (hour, minute, context->now, context->zone));

  if (space != NULL && bell_value_read_clock (space + strspn (space, " T"), &hour, &minute))
    {
      g_autofree char *first = g_strndup (typed, space - typed);

      day = bell_value_parse_day (field, first, context, error);
      return day != NULL ? bell_time_to_iso8601 (bell_time_on_day (day, hour, minute, context->zone)) : NULL;
    }

  bell_error_set (error, BELL_ERROR_INPUT, _("Write a day and a time such as 2026-11-22 19:05, or a time alone."),
                  _("%s: “%s” is not a day and time."), field->label, typed);
  return NULL;
}

static char *
parse_yes_no (const BellFieldDef  *field,
              const char          *typed,
              GError             **error)
{
  static const char *const yes[] = { "yes", "y", "true", "1", "on", NULL };
  static const char *const no[] = { "no", "n", "false", "0", "off", NULL };
  g_autofree char *folded = bell_text_fold (typed);
  g_autofree char *own_yes = bell_text_fold (_("Yes"));
  g_autofree char *own_no = bell_text_fold (_("No"));

  if (g_strv_contains (yes, folded) || g_str_equal (folded, own_yes))
    return g_strdup ("true");
  if (g_strv_contains (no, folded) || g_str_equal (folded, own_no))
    return g_strdup ("false");

  bell_error_set (error, BELL_ERROR_INPUT, _("Answer yes or no."), _("%s: “%s” is neither yes nor no."), field->label, typed);
  return NULL;
}

static char *
parse_id (const BellFieldDef  *field,
          const char          *typed,
          GError             **error)
{
  BellId id;

  if (bell_id_parse (typed, &id))
    return bell_id_to_string (&id);

  bell_error_set (error, BELL_ERROR_INPUT, _("Choose from the list."), _("%s: “%s” is not known."), field->label, typed);
  return NULL;
}

gboolean
bell_value_parse (const BellFieldDef      *field,
                  const char              *typed,
                  const BellValueContext  *context,
                  char                   **canonical,
                  GError                 **error)
{
  g_autofree char *clean = bell_text_clean (typed);

  g_return_val_if_fail (field != NULL && context != NULL && canonical != NULL, FALSE);

  *canonical = NULL;
  if (clean == NULL)
    return TRUE;

  switch (field->type)
    {
    case BELL_VALUE_TEXT:
      *canonical = g_steal_pointer (&clean);
      break;
    case BELL_VALUE_CHOICE:
      *canonical = parse_choice (field, clean, error);
      break;
    case BELL_VALUE_NUMBER:
    case BELL_VALUE_SCORE:
      *canonical = parse_number (field, clean, error);
      break;
    case BELL_VALUE_MONEY:
      *canonical = parse_money (field, clean, context, error);
      break;
    case BELL_VALUE_DATE:
      *canonical = bell_value_parse_day (field, clean, context, error);
      break;
    case BELL_VALUE_TIME:
      *canonical = parse_time (field, clean, error);
      break;
    case BELL_VALUE_DATETIME:
      *canonical = parse_datetime (field, clean, context, error);
      break;
    case BELL_VALUE_YES_NO:
      *canonical = parse_yes_no (field, clean, error);
      break;
    case BELL_VALUE_GUEST:
    case BELL_VALUE_STAY:
    case BELL_VALUE_STAFF:
      *canonical = parse_id (field, clean, error);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }

  return *canonical != NULL;
}
