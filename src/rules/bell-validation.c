/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-error.h"
#include "bell-money.h"
#include "bell-stay-compare.h"
#include "bell-validation.h"
#include "bell-value.h"

void
bell_problem_free (BellProblem *self)
{
  g_free (self->field);
  g_free (self->sentence);
  g_free (self->remedy);
  g_free (self);
}

static void
add_problem (GPtrArray  *problems,
             const char *field,
             const char *sentence,
             const char *remedy)
{
  BellProblem *problem = g_new0 (BellProblem, 1);

  problem->field = g_strdup (field);
  problem->sentence = g_strdup (sentence);
  problem->remedy = g_strdup (remedy);
  g_ptr_array_add (problems, problem);
}

gboolean
bell_validation_is_email (const char *address)
{
  return address != NULL && strlen (address) <= 254 &&
         g_regex_match_simple ("\\A[^\\s@,;<>\"]{1,64}@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*\\p{L}\\z",
                               address, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

gboolean
bell_validation_is_phone (const char *address)
{
  int digits = 0;

  for (const char *p = address != NULL ? address : ""; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      digits++;
    else if (strchr (" -/().", *p) == NULL && !(*p == '+' && p == address))
      return FALSE;
  return digits >= 7 && digits <= 15;
}

static gboolean
check_size (const BellFieldDef  *field,
            double               size,
            const char          *told,
            GError             **error)
{
  g_autofree char *hint = NULL;

  if ((!field->has_min || size >= field->min) && (!field->has_max || size <= field->max))
    return TRUE;

  if (field->has_min && field->has_max)
    hint = g_strdup_printf (_("Between %g and %g is possible."), field->min, field->max);
  else if (field->has_min)
    hint = g_strdup_printf (_("At least %g is possible."), field->min);
  else
    hint = g_strdup_printf (_("At most %g is possible."), field->max);
  bell_error_set (error, BELL_ERROR_INPUT, hint, _("%s: %s is out of range."), field->label, told);
  return FALSE;
}

static gboolean
check_length (const BellFieldDef  *field,
              const char          *canonical,
              GError             **error)
{
  glong length = g_utf8_strlen (canonical, -1);
  g_autofree char *hint = NULL;

  if (field->has_max && length > field->max)
    {
      hint = g_strdup_printf (_("Shorten it to %g characters."), field->max);
      bell_error_set (error, BELL_ERROR_INPUT, hint, _("%s: The text is too long."), field->label);
      return FALSE;
    }
  if (field->has_min && length < field->min)
    {
      hint = g_strdup_printf (_("Write at least %g characters."), field->min);
      bell_error_set (error, BELL_ERROR_INPUT, hint, _("%s: The text is too short."), field->label);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_mapping (const BellCheckContext  *context,
               const BellFieldDef      *field,
               const char              *canonical,
               GError                 **error)
{
  g_autofree char *hint = NULL;

  if (g_str_equal (field->one_of, "rooms"))
    {
      if (context->rooms == NULL || bell_rooms_has (context->rooms, canonical))
        return TRUE;
      bell_error_set (error, BELL_ERROR_INPUT, _("Write the room exactly as the hotel system does; leading zeros matter."),
                      _("%s: The hotel has no room “%s”."), field->label, canonical);
      return FALSE;
    }
  if (bell_definitions_mapping_has (context->definitions, field->one_of, canonical))
    return TRUE;

  {
    g_autofree char *values = bell_definitions_mapping_values (context->definitions, field->one_of);

    hint = g_strdup_printf (_("Known are: %s."), values);
  }
  bell_error_set (error, BELL_ERROR_INPUT, hint, _("%s: “%s” is not known."), field->label, canonical);
  return FALSE;
}

static gboolean
check_pattern (const BellFieldDef  *field,
               const char          *canonical,
               GError             **error)
{
  g_autofree char *whole = g_strdup_printf ("\\A(?:%s)\\z", field->pattern);
  g_autofree char *hint = NULL;

  if (g_regex_match_simple (whole, canonical, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    return TRUE;

  hint = g_strdup_printf (_("Write %s."), field->pattern_hint);
  bell_error_set (error, BELL_ERROR_INPUT, hint, _("%s: “%s” has the wrong form."), field->label, canonical);
  return FALSE;
}

gboolean
bell_validation_check_value (const BellCheckContext  *context,
                             const BellFieldDef      *field,
                             const char              *canonical,
                             GError                 **error)
{
  gint64 minor = 0;

  g_return_val_if_fail (context != NULL && BELL_IS_DEFINITIONS (context->definitions), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (canonical == NULL)
    return TRUE;

  if (!bell_value_is_valid (field->type, canonical) ||
      (field->type == BELL_VALUE_CHOICE && bell_field_def_choice (field, canonical) == NULL))
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Enter the value anew."), _("%s: “%s” cannot be its value."),
                      field->label, canonical);
      return FALSE;
    }

  if (field->type == BELL_VALUE_TEXT && !check_length (field, canonical, error))
    return FALSE;
  if ((field->type == BELL_VALUE_NUMBER || field->type == BELL_VALUE_SCORE) &&
      !check_size (field, g_ascii_strtod (canonical, NULL), canonical, error))
    return FALSE;
  if (field->type == BELL_VALUE_MONEY && bell_value_to_money (canonical, &minor, NULL))
    {
      g_autofree char *told = bell_value_format (field, canonical, NULL);

      if (!check_size (field, minor, told, error))
        return FALSE;
    }
  if (field->pattern != NULL && !check_pattern (field, canonical, error))
    return FALSE;
  return field->one_of == NULL || check_mapping (context, field, canonical, error);
}

static gboolean
is_one_of (const char  *value,
           char       **values)
{
  return value != NULL && g_strv_contains ((const char *const *) values, value);
}

static gboolean
fits_channel (const char *address,
              const char *channel)
{
  if (g_strcmp0 (channel, "e-mail") == 0)
    return bell_validation_is_email (address);
  if (g_strcmp0 (channel, "sms") == 0 || g_strcmp0 (channel, "whatsapp") == 0 || g_strcmp0 (channel, "phone") == 0)
    return bell_validation_is_phone (address);
  return TRUE;
}

/* Days count as their whole length: a day is past only when it is over. */
static gboolean
lies_at (BellValueType  type,
         const char    *value,
         gint64         now,
         GTimeZone     *zone,
         int            side)
{
  g_autofree char *today = bell_time_day (now, zone);
  gint64 at = 0;

  if (type == BELL_VALUE_DATE)
    return strcmp (value, today) * side > 0;
  if (type != BELL_VALUE_DATETIME || !bell_time_from_iso8601 (value, NULL, &at))
    return FALSE;
  return side < 0 ? at < now : at > now + BELL_MINUTE;
}

static gboolean
holds (const BellCheckContext *context,
       const BellKind         *kind,
       const BellCheck        *check,
       GHashTable             *values)
{
  const char *value = g_hash_table_lookup (values, check->field);
  const char *other = check->other != NULL ? g_hash_table_lookup (values, check->other) : NULL;
  const char *minus = check->minus != NULL ? g_hash_table_lookup (values, check->minus) : NULL;
  BellValueType type = bell_kind_field (kind, check->field)->type;

  switch (check->type)
    {
    case BELL_CHECK_REQUIRED_WHEN:
      return value != NULL || !is_one_of (other, check->values);
    case BELL_CHECK_MUST_BE:
      return value == NULL || is_one_of (value, check->values) || (check->other != NULL && !is_one_of (other, check->when));
    case BELL_CHECK_COMPARE:
      return value == NULL || other == NULL || bell_compare_holds (bell_value_compare (type, value, other), check->op);
    case BELL_CHECK_DIFFERENCE:
      return value == NULL || other == NULL || minus == NULL ||
             fabs (g_ascii_strtod (other, NULL) - g_ascii_strtod (minus, NULL) - g_ascii_strtod (value, NULL)) < 1e-6;
    case BELL_CHECK_PLACEHOLDERS:
      return value == NULL ||
             !g_regex_match_simple ("\\{[^{}\\s]*\\}", value, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
    case BELL_CHECK_ADDRESS:
      return value == NULL || fits_channel (value, other);
    case BELL_CHECK_NOT_PAST:
      return value == NULL || !lies_at (type, value, context->now, context->zone, -1);
    case BELL_CHECK_NOT_FUTURE:
      return value == NULL || !lies_at (type, value, context->now, context->zone, 1);
    case BELL_CHECK_RANGE:
      return value == NULL || !is_one_of (other, check->values) ||
             (g_ascii_strtod (value, NULL) >= check->min && g_ascii_strtod (value, NULL) <= check->max);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
check_field (const BellCheckContext *context,
             const BellKind         *kind,
             const BellFieldDef     *field,
             GHashTable             *values,
             GPtrArray              *problems)
{
  const char *value = g_hash_table_lookup (values, field->name);
  g_autoptr(GError) wrong = NULL;

  if (value == NULL && field->required)
    {
      g_autofree char *sentence = g_strdup_printf (_("%s is missing."), field->label);

      add_problem (problems, field->name, sentence, field->help != NULL ? field->help : _("Enter it."));
    }
  else if (!bell_validation_check_value (context, field, value, &wrong))
    add_problem (problems, field->name, wrong->message, bell_error_get_hint (wrong));
  else
    {
      for (guint i = 0; value != NULL && context->dossier != NULL && i < field->stay_rules->len; i++)
        {
          const BellStayRule *rule = field->stay_rules->pdata[i];

          if (!bell_stay_rule_holds (rule, field->type, value, context->dossier->stay, context->zone))
            add_problem (problems, field->name, rule->message, rule->remedy);
        }
      for (guint i = 0; i < kind->checks->len; i++)
        {
          const BellCheck *check = kind->checks->pdata[i];

          if (g_str_equal (check->field, field->name) && !holds (context, kind, check, values))
            add_problem (problems, field->name, check->message, check->remedy);
        }
    }
}

gboolean
bell_validation_check_item (const BellCheckContext  *context,
                            const BellKind          *kind,
                            GHashTable              *values,
                            GPtrArray              **problems)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bell_problem_free);
  GHashTableIter iter;
  gpointer name;
  gboolean fine;

  g_return_val_if_fail (context != NULL && BELL_IS_DEFINITIONS (context->definitions), FALSE);
  g_return_val_if_fail (kind != NULL && values != NULL, FALSE);

  for (guint i = 0; i < kind->fields->len; i++)
    check_field (context, kind, kind->fields->pdata[i], values, found);

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (bell_kind_field (kind, name) == NULL)
      {
        g_autofree char *sentence = g_strdup_printf (_("%s has no field “%s”."), kind->name, (char *) name);

        add_problem (found, name, sentence, _("Leave it out."));
      }

  fine = found->len == 0;
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return fine;
}

void
bell_validation_set_error (GError    **error,
                           GPtrArray  *problems)
{
  const BellProblem *first;

  g_return_if_fail (problems != NULL && problems->len > 0);

  first = problems->pdata[0];
  if (problems->len == 1)
    bell_error_set (error, BELL_ERROR_INPUT, first->remedy, "%s", first->sentence);
  else
    bell_error_set (error, BELL_ERROR_INPUT, first->remedy,
                    g_dngettext (GETTEXT_PACKAGE, "%s And %u more thing is wrong.", "%s And %u more things are wrong.",
                                 problems->len - 1),
                    first->sentence, problems->len - 1);
}
