/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "bell-date.h"
#include "bell-definitions-private.h"
#include "bell-money.h"
#include "bell-permissions.h"

/* The files that describe the hotel: roles, calendars, departments, ladders, mappings, limits, templates. */

static void
read_package (BellPlace *place,
              gpointer   data)
{
  BellPackage *package = bell_definitions_new_block (place->definitions, BellPackage);
  char **actions = bell_place_texts (place, "actions", FALSE);

  package->id = bell_place_required (place, "id");
  package->name = bell_place_label (place, "name", TRUE);
  package->reach = bell_place_enum (place, "reach", BELL_TYPE_REACH, BELL_REACH_PROPERTY);

  for (int i = 0; actions[i] != NULL; i++)
    {
      int action = 0;

      if (bell_enum_from_nick (BELL_TYPE_ACTION, actions[i], &action))
        package->actions |= G_GUINT64_CONSTANT (1) << action;
      else
        {
          g_autofree char *nicks = bell_enum_nicks (BELL_TYPE_ACTION);

          bell_place_complain (place, "actions", nicks, _("There is no action “%s”."), actions[i]);
        }
    }

  if (bell_place_has (place, "kinds"))
    {
      package->kinds = bell_place_texts (place, "kinds", FALSE);
      bell_place_check_kinds (place, "kinds", package->kinds);
    }

  bell_definitions_list (place->definitions, BELL_LISTED_PACKAGE, package, place);
}

static void
read_role (BellPlace *place,
           gpointer   data)
{
  BellDefinitions *self = place->definitions;
  BellRole *role = bell_definitions_new_block (self, BellRole);
  char **classes = bell_place_texts (place, "classes", FALSE);
  char **packages = bell_place_texts (place, "packages", FALSE);

  role->id = bell_place_required (place, "id");
  role->name = bell_place_label (place, "name", TRUE);
  role->description = bell_place_label (place, "description", TRUE);
  role->rank = bell_place_int (place, "rank", 0, 0, 100);
  role->manager = bell_place_flag (place, "manager");
  role->packages = bell_definitions_new_list (self);

  for (int i = 0; classes[i] != NULL; i++)
    {
      int class_ = 0;

      if (bell_enum_from_nick (BELL_TYPE_CLASS, classes[i], &class_))
        role->classes |= BELL_CLASS_BIT (class_);
      else
        {
          g_autofree char *nicks = bell_enum_nicks (BELL_TYPE_CLASS);

          bell_place_complain (place, "classes", nicks, _("There is no class “%s”."), classes[i]);
        }
    }

  for (int i = 0; packages[i] != NULL; i++)
    {
      BellPackage *package = bell_definitions_find (self, BELL_LISTED_PACKAGE, packages[i]);

      if (package != NULL)
        g_ptr_array_add (role->packages, package);
      else
        bell_place_complain (place, "packages", _("Define it under “packages”, or correct the name."),
                             _("There is no package “%s”."), packages[i]);
    }

  bell_definitions_list (self, BELL_LISTED_ROLE, role, place);
}

void
bell_definitions_read_roles (BellPlace *file)
{
  bell_place_each (file, "packages", "id name actions kinds reach", TRUE, read_package, NULL);
  bell_place_each (file, "roles", "id name description rank classes manager packages", TRUE, read_role, NULL);
}

/* "08:00-18:00"; an end that is not after the beginning lies on the next day. */
static gboolean
parse_hours (const char *text,
             BellHours  *hours)
{
  int from_hour, from_minute, to_hour, to_minute, used = 0;

  if (sscanf (text, "%2d:%2d-%2d:%2d%n", &from_hour, &from_minute, &to_hour, &to_minute, &used) != 4 ||
      text[used] != '\0' || from_hour < 0 || from_hour > 23 || from_minute < 0 || from_minute > 59 ||
      to_hour < 0 || to_hour > 24 || to_minute < 0 || to_minute > 59 || (to_hour == 24 && to_minute > 0))
    return FALSE;

  hours->from = from_hour * 60 + from_minute;
  hours->to = to_hour * 60 + to_minute;
  if (hours->to <= hours->from)
    hours->to += 24 * 60;
  return TRUE;
}

static void
read_week (BellPlace    *place,
           BellCalendar *calendar)
{
  static const char *const days[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  g_auto(BellPlace) week = { 0 };

  bell_place_init (&week, place->definitions, place->file, g_strdup_printf ("%s.week", place->path),
                   json_object_get_member (place->object, "week"),
                   "monday tuesday wednesday thursday friday saturday sunday", place->error);

  for (int day = 0; day < 7; day++)
    {
      char **spans = bell_place_texts (&week, days[day], FALSE);
      int last = 0;

      calendar->week[day] = bell_definitions_new_array (place->definitions, sizeof (BellHours));
      for (int i = 0; spans[i] != NULL; i++)
        {
          BellHours hours;

          if (!parse_hours (spans[i], &hours) || hours.from < last)
            bell_place_complain (&week, days[day], _("Write rising hours such as “08:00-12:00”, “14:00-18:00”."),
                                 _("“%s” cannot be an opening time here."), spans[i]);
          else
            {
              g_array_append_val (calendar->week[day], hours);
              last = hours.to;
            }
        }
    }
}

/* A midnight crossing that runs into the next day's first opening would count the same minutes twice. */
static void
check_week (BellPlace    *place,
            BellCalendar *calendar)
{
  for (int day = 0; day < 7 && !bell_place_failed (place); day++)
    {
      GArray *today = calendar->week[day];
      GArray *tomorrow = calendar->week[(day + 1) % 7];

      if (today->len > 0 && tomorrow->len > 0 &&
          g_array_index (today, BellHours, today->len - 1).to - 24 * 60 > g_array_index (tomorrow, BellHours, 0).from)
        bell_place_complain (place, "week", _("Let the night end before the next day's opening begins."),
                             _("Two opening times overlap after midnight."));
    }
}

static void
read_calendar (BellPlace *place,
               gpointer   data)
{
  BellCalendar *calendar = bell_definitions_new_block (place->definitions, BellCalendar);

  calendar->id = bell_place_required (place, "id");
  calendar->name = bell_place_label (place, "name", TRUE);
  calendar->always = bell_place_flag (place, "always");
  calendar->holidays = bell_place_texts (place, "holidays", FALSE);

  for (int i = 0; calendar->holidays[i] != NULL; i++)
    {
      const char *day = calendar->holidays[i];
      g_autofree char *in_leap_year = g_strconcat ("2000-", day, NULL);

      if (!bell_day_is_valid (day) && !bell_day_is_valid (in_leap_year))
        bell_place_complain (place, "holidays", _("Write a day as 2026-12-25, or 12-25 for every year."),
                             _("“%s” is not a day."), day);
    }

  if (!calendar->always && !bell_place_has (place, "week"))
    bell_place_complain (place, "week", _("Add the opening hours, or “always”: true."), _("This is missing."));
  else if (!calendar->always)
    {
      read_week (place, calendar);
      check_week (place, calendar);
    }

  bell_definitions_list (place->definitions, BELL_LISTED_CALENDAR, calendar, place);
}

void
bell_definitions_read_calendars (BellPlace *file)
{
  bell_place_each (file, "calendars", "id name always week holidays", TRUE, read_calendar, NULL);
}

static void
read_department (BellPlace *place,
                 gpointer   data)
{
  BellDepartment *department = bell_definitions_new_block (place->definitions, BellDepartment);

  department->id = bell_place_required (place, "id");
  department->name = bell_place_label (place, "name", TRUE);
  department->icon = bell_place_text (place, "icon");
  department->calendar = bell_place_ref (place, "calendar", BELL_LISTED_CALENDAR, TRUE);
  department->lead_role = bell_place_ref (place, "lead-role", BELL_LISTED_ROLE, TRUE);
  department->keywords = bell_place_texts (place, "keywords", FALSE);

  bell_definitions_list (place->definitions, BELL_LISTED_DEPARTMENT, department, place);
}

void
bell_definitions_read_departments (BellPlace *file)
{
  bell_place_each (file, "departments", "id name icon calendar lead-role keywords", TRUE, read_department, NULL);
}

static void
read_level (BellPlace *place,
            gpointer   data)
{
  BellLadder *ladder = data;
  BellLadderLevel *level = bell_definitions_new_block (place->definitions, BellLadderLevel);
  const BellLadderLevel *before = ladder->levels->len > 0 ? ladder->levels->pdata[ladder->levels->len - 1] : NULL;

  level->after_minutes = bell_place_int (place, "after-minutes", 0, 0, 60 * 24 * 365);
  level->role = bell_place_ref (place, "role", BELL_LISTED_ROLE, TRUE);
  level->text = bell_place_label (place, "text", TRUE);

  if (before != NULL && level->after_minutes <= before->after_minutes)
    bell_place_complain (place, "after-minutes", _("Let each level come later than the one before it."),
                         _("The levels do not rise."));
  g_ptr_array_add (ladder->levels, level);
}

static void
read_ladder (BellPlace *place,
             gpointer   data)
{
  BellLadder *ladder = bell_definitions_new_block (place->definitions, BellLadder);
  const char *from = bell_place_text (place, "from");

  ladder->id = bell_place_required (place, "id");
  ladder->name = bell_place_label (place, "name", TRUE);
  ladder->from_due = g_strcmp0 (from, "due") == 0;
  ladder->warn_minutes = bell_place_int (place, "warn-minutes", 0, 0, 60 * 24 * 30);
  ladder->warn_role = bell_place_ref (place, "warn-role", BELL_LISTED_ROLE, ladder->warn_minutes > 0);
  ladder->levels = bell_definitions_new_list (place->definitions);

  if (from != NULL && !ladder->from_due && !g_str_equal (from, "opened"))
    bell_place_complain (place, "from", _("Use one of: opened, due."), _("“%s” is not known here."), from);
  bell_place_each (place, "levels", "after-minutes role text", TRUE, read_level, ladder);
  if (ladder->levels->len == 0)
    bell_place_complain (place, "levels", _("Add at least one level."), _("A ladder without levels tells nobody."));

  bell_definitions_list (place->definitions, BELL_LISTED_LADDER, ladder, place);
}

void
bell_definitions_read_ladders (BellPlace *file)
{
  bell_place_each (file, "ladders", "id name from warn-minutes warn-role levels", TRUE, read_ladder, NULL);
}

static void
read_mapping (BellPlace *place,
              gpointer   data)
{
  char *id = bell_place_required (place, "id");
  char **values = bell_place_texts (place, "values", FALSE);
  GHashTable *table = bell_definitions_new_table (place->definitions);

  bell_place_label (place, "name", TRUE);
  for (int i = 0; values[i] != NULL; i++)
    if (!g_hash_table_add (table, values[i]))
      bell_place_complain (place, "values", _("Name each value once."), _("“%s” stands there twice."), values[i]);
  if (id != NULL && !g_hash_table_insert (place->definitions->mappings, id, table))
    bell_place_complain (place, "id", _("Give each its own id."), _("The mapping “%s” is defined twice."), id);
}

void
bell_definitions_read_mappings (BellPlace *file)
{
  bell_place_each (file, "mappings", "id name values", TRUE, read_mapping, NULL);
}

static void
read_limit (BellPlace *place,
            gpointer   data)
{
  const char *role = bell_place_ref (place, "role", BELL_LISTED_ROLE, TRUE);
  const char *currency = bell_place_required (place, "currency");
  char **kinds = bell_place_texts (place, "kinds", FALSE);
  gboolean unlimited = bell_place_flag (place, "unlimited");
  gint64 minor = -1;

  if (bell_place_failed (place))
    return;

  if (!unlimited)
    {
      const char *amount = bell_place_required (place, "amount");

      if (amount != NULL && (!bell_money_parse (amount, currency, &minor, NULL) || minor < 0))
        bell_place_complain (place, "amount", _("Write an amount such as “30.00” and a currency such as “EUR”."),
                             _("“%s” is not an amount in %s."), amount, currency);
    }
  else if (!g_str_equal (currency, "*") && !bell_money_is_known (currency))
    bell_place_complain (place, "currency", _("Use a three-letter code, or * for every currency."),
                         _("“%s” is not a currency code."), currency);

  for (int i = 0; kinds[i] != NULL; i++)
    {
      int kind = 0;
      char *key;

      if (!bell_enum_from_nick (BELL_TYPE_MONEY_KIND, kinds[i], &kind))
        bell_place_complain (place, "kinds", _("Use charge, refund, deposit, cost or write-off."),
                             _("“%s” is not known here."), kinds[i]);
      key = g_strdup_printf ("%s %s %d", role, currency, kind);
      if (!g_hash_table_insert (place->definitions->limits, key, g_memdup2 (&minor, sizeof minor)))
        bell_place_complain (place, "kinds", _("Keep one limit for each role, currency and kind."),
                             _("This limit is given twice."));
    }
}

void
bell_definitions_read_limits (BellPlace *file)
{
  bell_place_each (file, "limits", "role currency kinds amount unlimited", TRUE, read_limit, NULL);
}

/* Fills @table from the object at @key: language to text. */
static void
read_languages (BellPlace  *place,
                const char *key,
                GHashTable *table)
{
  g_auto(BellPlace) texts = { 0 };
  g_autoptr(GList) languages = NULL;

  bell_place_init (&texts, place->definitions, place->file, g_strdup_printf ("%s.%s", place->path, key),
                   json_object_get_member (place->object, key), NULL, place->error);
  if (bell_place_failed (&texts))
    return;

  languages = json_object_get_members (texts.object);
  for (GList *l = languages; l != NULL; l = l->next)
    g_hash_table_insert (table, bell_definitions_intern (place->definitions, l->data), bell_place_required (&texts, l->data));
  if (!g_hash_table_contains (table, "en"))
    bell_place_complain (&texts, "en", _("Add the English text: it is used where a language is missing."), _("This is missing."));
}

static void
read_template (BellPlace *place,
               gpointer   data)
{
  BellTemplate *template = bell_definitions_new_block (place->definitions, BellTemplate);

  template->id = bell_place_required (place, "id");
  template->name = bell_place_label (place, "name", TRUE);
  template->kind = bell_place_ref (place, "kind", BELL_LISTED_KIND, TRUE);
  template->subject = bell_definitions_new_table (place->definitions);
  template->body = bell_definitions_new_table (place->definitions);
  read_languages (place, "subject", template->subject);
  read_languages (place, "body", template->body);

  bell_definitions_list (place->definitions, BELL_LISTED_TEMPLATE, template, place);
}

void
bell_definitions_read_templates (BellPlace *file)
{
  bell_place_each (file, "templates", "id name kind subject body", TRUE, read_template, NULL);
}
