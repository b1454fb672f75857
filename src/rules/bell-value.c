/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-id.h"
#include "bell-money.h"
#include "bell-text.h"
#include "bell-value.h"

char *
bell_value_from_money (gint64      minor,
                       const char *currency)
{
  g_return_val_if_fail (currency != NULL, NULL);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", minor, currency);
}

gboolean
bell_value_to_money (const char  *canonical,
                     gint64      *minor,
                     char       **currency)
{
  char *end = NULL;
  gint64 read;

  if (canonical == NULL || !(g_ascii_isdigit (canonical[0]) || (canonical[0] == '-' && g_ascii_isdigit (canonical[1]))))
    return FALSE;

  read = g_ascii_strtoll (canonical, &end, 10);
  if (read == G_MAXINT64 || read == G_MININT64 || *end != ' ' || !bell_money_is_known (end + 1))
    return FALSE;

  if (minor != NULL)
    *minor = read;
  if (currency != NULL)
    *currency = g_strdup (end + 1);
  return TRUE;
}

/* Seconds may be missing in what a person typed; they are shown only when there are any. */
static char *
format_instant (const char *canonical,
                GTimeZone  *zone,
                const char *format)
{
  gint64 at = 0;

  return bell_time_from_iso8601 (canonical, NULL, &at) ? bell_time_format (at, zone, format) : g_strdup (canonical);
}

static char *
format_day (const char *canonical)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  gint64 noon = bell_time_on_day (canonical, 12, 0, utc);

  /* Translators: a full date, see g_date_time_format () */
  return noon != 0 ? bell_time_format (noon, utc, _("%-d %b %Y")) : g_strdup (canonical);
}

char *
bell_value_format (const BellFieldDef *field,
                   const char         *canonical,
                   GTimeZone          *zone)
{
  g_autofree char *currency = NULL;
  const BellChoice *choice;
  gint64 minor;

  g_return_val_if_fail (field != NULL, NULL);

  if (canonical == NULL)
    return g_strdup ("");

  switch (field->type)
    {
    case BELL_VALUE_CHOICE:
      choice = bell_field_def_choice (field, canonical);
      return g_strdup (choice != NULL ? choice->label : canonical);
    case BELL_VALUE_NUMBER:
    case BELL_VALUE_SCORE:
      return field->unit != NULL ? g_strdup_printf ("%s\u202f%s", canonical, field->unit) : g_strdup (canonical);
    case BELL_VALUE_MONEY:
      return bell_value_to_money (canonical, &minor, &currency) ? bell_money_format (minor, currency) : g_strdup (canonical);
    case BELL_VALUE_DATE:
      return format_day (canonical);
    case BELL_VALUE_DATETIME:
      /* Translators: a full date and time, see g_date_time_format () */
      return format_instant (canonical, zone, _("%-d %b %Y %H:%M"));
    case BELL_VALUE_YES_NO:
      return g_strdup (g_str_equal (canonical, "true") ? _("Yes") : _("No"));
    case BELL_VALUE_TEXT:
    case BELL_VALUE_TIME:
    case BELL_VALUE_GUEST:
    case BELL_VALUE_STAY:
    case BELL_VALUE_STAFF:
    default:
      return g_strdup (canonical);
    }
}

static char *
instant_to_typed (const char *canonical,
                  GTimeZone  *zone)
{
  g_autofree char *local = format_instant (canonical, zone, "%Y-%m-%d %H:%M:%S");
  gint64 at = 0;
  gint64 again = 0;

  if (g_str_has_suffix (local, ":00") && strlen (local) == 19)
    local[16] = '\0';
  /* An hour that a clock change repeats, or parts of a second, cannot be told by a local time. */
  if (!bell_time_from_iso8601 (canonical, NULL, &at) || !bell_time_from_iso8601 (local, zone, &again) || at != again)
    return g_strdup (canonical);
  return g_steal_pointer (&local);
}

char *
bell_value_to_typed (const BellFieldDef *field,
                     const char         *canonical,
                     GTimeZone          *zone)
{
  g_autofree char *currency = NULL;
  gint64 minor;

  g_return_val_if_fail (field != NULL, NULL);

  if (canonical == NULL)
    return g_strdup ("");
  if (field->type == BELL_VALUE_MONEY && bell_value_to_money (canonical, &minor, &currency))
    {
      g_autofree char *plain = bell_money_to_plain (minor, currency);

      return g_strdup_printf ("%s %s", plain, currency);
    }
  if (field->type == BELL_VALUE_DATETIME)
    return instant_to_typed (canonical, zone);
  if (field->type == BELL_VALUE_CHOICE || field->type == BELL_VALUE_YES_NO)
    return bell_value_format (field, canonical, zone);
  return g_strdup (canonical);
}

static gboolean
matches (const char *text,
         const char *pattern)
{
  return g_regex_match_simple (pattern, text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

gboolean
bell_value_is_valid (BellValueType  type,
                     const char    *canonical)
{
  g_autofree char *clean = NULL;
  gint64 at;
  BellId id;

  g_return_val_if_fail (canonical != NULL, FALSE);

  switch (type)
    {
    case BELL_VALUE_TEXT:
      clean = bell_text_clean (canonical);
      return g_strcmp0 (clean, canonical) == 0;
    case BELL_VALUE_CHOICE:
      return matches (canonical, "\\A[a-z0-9][a-z0-9-]*\\z");
    case BELL_VALUE_NUMBER:
    case BELL_VALUE_SCORE:
      return matches (canonical, "\\A(?!-0\\z)-?(0|[1-9][0-9]{0,11})(\\.[0-9]{0,5}[1-9])?\\z");
    case BELL_VALUE_MONEY:
      return matches (canonical, "\\A(0|-?[1-9][0-9]{0,17}) [A-Z]{3}\\z") && bell_value_to_money (canonical, NULL, NULL);
    case BELL_VALUE_DATE:
      return bell_day_is_valid (canonical);
    case BELL_VALUE_TIME:
      return matches (canonical, "\\A([01][0-9]|2[0-3]):[0-5][0-9]\\z");
    case BELL_VALUE_DATETIME:
      return matches (canonical, "\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z\\z") &&
             bell_time_from_iso8601 (canonical, NULL, &at);
    case BELL_VALUE_YES_NO:
      return g_str_equal (canonical, "true") || g_str_equal (canonical, "false");
    case BELL_VALUE_GUEST:
    case BELL_VALUE_STAY:
    case BELL_VALUE_STAFF:
      return bell_id_parse (canonical, &id);
    default:
      return FALSE;
    }
}

static int
sign (gboolean less,
      gboolean more)
{
  return less ? -1 : more ? 1
                          : 0;
}

int
bell_value_compare (BellValueType  type,
                    const char    *a,
                    const char    *b)
{
  g_autofree char *currency_a = NULL;
  g_autofree char *currency_b = NULL;
  gint64 whole_a, whole_b;
  double number_a, number_b;
  int order;

  if (a == NULL || b == NULL)
    return sign (a == NULL && b != NULL, a != NULL && b == NULL);

  switch (type)
    {
    case BELL_VALUE_NUMBER:
    case BELL_VALUE_SCORE:
      number_a = g_ascii_strtod (a, NULL);
      number_b = g_ascii_strtod (b, NULL);
      return sign (number_a<number_b, number_a> number_b);
    case BELL_VALUE_MONEY:
      if (!bell_value_to_money (a, &whole_a, &currency_a) || !bell_value_to_money (b, &whole_b, &currency_b))
        break;
      order = strcmp (currency_a, currency_b);
      return order != 0 ? sign (order < 0, TRUE) : sign (whole_a<whole_b, whole_a> whole_b);
    case BELL_VALUE_DATETIME:
      if (!bell_time_from_iso8601 (a, NULL, &whole_a) || !bell_time_from_iso8601 (b, NULL, &whole_b))
        break;
      return sign (whole_a<whole_b, whole_a> whole_b);
    case BELL_VALUE_TEXT:
    case BELL_VALUE_CHOICE:
      order = g_utf8_collate (a, b);
      return order != 0 ? sign (order < 0, TRUE) : CLAMP (strcmp (a, b), -1, 1);
    case BELL_VALUE_DATE:
    case BELL_VALUE_TIME:
    case BELL_VALUE_YES_NO:
    case BELL_VALUE_GUEST:
    case BELL_VALUE_STAY:
    case BELL_VALUE_STAFF:
    default:
      break;
    }

  order = strcmp (a, b);
  return sign (order < 0, order > 0);
}
