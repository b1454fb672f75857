/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-definitions-private.h"
#include "bell-ladder.h"
#include "bell-text.h"
#include "bell-value.h"

const BellFieldDef *
bell_kind_field (const BellKind *kind,
                 const char     *name)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; name != NULL && i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];

      if (g_str_equal (field->name, name))
        return field;
    }
  return NULL;
}

const BellChoice *
bell_field_def_choice (const BellFieldDef *field,
                       const char         *id)
{
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; id != NULL && i < field->choices->len; i++)
    {
      const BellChoice *choice = field->choices->pdata[i];

      if (g_str_equal (choice->id, id))
        return choice;
    }
  return NULL;
}

static const char *
value_of (GHashTable *values,
          const char *name)
{
  return values != NULL && name != NULL ? g_hash_table_lookup (values, name) : NULL;
}

const BellChoice *
bell_kind_category (const BellKind *kind,
                    GHashTable     *values)
{
  const BellFieldDef *field;

  g_return_val_if_fail (kind != NULL, NULL);

  field = bell_kind_field (kind, kind->category_field);
  return field != NULL ? bell_field_def_choice (field, value_of (values, field->name)) : NULL;
}

/* What stands for {name}; NULL for nothing. (transfer full) */
static char *
fill_one (const BellKind *kind,
          const char     *name,
          GHashTable     *values,
          const char     *room,
          GTimeZone      *zone)
{
  const BellFieldDef *field = bell_kind_field (kind, name);
  const char *value = value_of (values, name);

  if (field != NULL && value != NULL)
    {
      g_autofree char *told = bell_value_format (field, value, zone);

      return bell_text_shorten (told, 80);
    }
  if (g_str_equal (name, "room"))
    return g_strdup (room);
  return g_str_equal (name, "kind") ? g_strdup (kind->name) : NULL;
}

/* Blanks and punctuation that a missing value left alone go with it. */
static char *
close_up (const char *text)
{
  static const struct
  {
    const char *from;
    const char *to;
  } steps[] = {
    { "\\(\\s*\\)", "" },
    { "\\s+", " " },
    { "\\s+([,;:.])", "\\1" },
    { "^[\\s,;:.–-]+|[\\s,;:–-]+$", "" },
  };
  g_autofree char *done = g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GRegex) regex = g_regex_new (steps[i].from, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      char *next = g_regex_replace (regex, done, -1, 0, steps[i].to, G_REGEX_MATCH_DEFAULT, NULL);

      g_free (done);
      done = next;
    }
  return g_steal_pointer (&done);
}

char *
bell_kind_fill (const BellKind *kind,
                const char     *pattern,
                GHashTable     *values,
                const char     *room,
                GTimeZone      *zone)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (kind != NULL && pattern != NULL, NULL);

  for (const char *p = pattern; *p != '\0';)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;

      if (end != NULL)
        {
          g_autofree char *name = g_strndup (p + 1, end - p - 1);
          g_autofree char *told = fill_one (kind, name, values, room, zone);

          if (told != NULL)
            g_string_append (text, told);
          p = end + 1;
        }
      else
        g_string_append_c (text, *p++);
    }

  return close_up (text->str);
}

char *
bell_kind_fill_title (const BellKind *kind,
                      GHashTable     *values,
                      const char     *room,
                      GTimeZone      *zone)
{
  g_autofree char *title = bell_kind_fill (kind, kind->task_title, values, room, zone);

  return title[0] != '\0' ? g_steal_pointer (&title) : g_strdup (kind->name);
}

GHashTable *
bell_kind_initial_values (const BellKind *kind)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (kind != NULL, values);

  for (guint i = 0; i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];

      if (field->initial != NULL)
        g_hash_table_insert (values, g_strdup (field->name), g_strdup (field->initial));
    }
  return values;
}

/* "stay.arrival" and the like as it stands there; NULL for nothing. (transfer full) */
static char *
source_value (const char *source,
              gsize       length,
              BellStay   *stay,
              BellGuest  *guest)
{
  g_autofree char *name = g_strndup (source, length);

  if (g_str_has_prefix (name, "stay.") && stay != NULL)
    {
      const char *part = name + strlen ("stay.");

      if (g_str_equal (part, "id"))
        return bell_id_to_string (bell_entity_get_id (BELL_ENTITY (stay)));
      return g_strdup (g_str_equal (part, "arrival")        ? stay->arrival
                       : g_str_equal (part, "departure")    ? stay->departure
                       : g_str_equal (part, "room")         ? stay->room
                       : g_str_equal (part, "surname")      ? stay->surname
                       : g_str_equal (part, "confirmation") ? stay->confirmation
                                                            : NULL);
    }
  if (g_str_has_prefix (name, "guest.") && guest != NULL)
    {
      const char *part = name + strlen ("guest.");

      if (g_str_equal (part, "id"))
        return bell_id_to_string (bell_entity_get_id (BELL_ENTITY (guest)));
      return g_strdup (g_str_equal (part, "email")      ? guest->email
                       : g_str_equal (part, "phone")    ? guest->phone
                       : g_str_equal (part, "language") ? guest->language
                                                        : NULL);
    }
  return NULL;
}

static char *
prefill_value (const BellFieldDef *field,
               BellStay           *stay,
               BellGuest          *guest,
               gint64              now,
               GTimeZone          *zone)
{
  gsize length = strcspn (field->prefill, "+-");
  g_autofree char *value = source_value (field->prefill, length, stay, guest);

  if (value != NULL && field->type == BELL_VALUE_DATETIME && bell_day_is_valid (value))
    {
      gint64 at = bell_time_on_day (value, 12, 0, zone) + strtol (field->prefill + length, NULL, 10) * BELL_HOUR;

      return bell_time_to_iso8601 (MAX (at, now / BELL_SECOND * BELL_SECOND));
    }
  return value != NULL && bell_value_is_valid (field->type, value) ? g_steal_pointer (&value) : NULL;
}

void
bell_kind_prefill (const BellKind *kind,
                   BellStay       *stay,
                   BellGuest      *guest,
                   gint64          now,
                   GTimeZone      *zone,
                   GHashTable     *values)
{
  g_return_if_fail (kind != NULL && values != NULL);

  for (guint i = 0; i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];
      const char *has = g_hash_table_lookup (values, field->name);
      char *value;

      if (field->prefill == NULL || (has != NULL && g_strcmp0 (has, field->initial) != 0))
        continue;
      value = prefill_value (field, stay, guest, now, zone);
      if (value != NULL)
        g_hash_table_insert (values, g_strdup (field->name), value);
    }
}

gint64
bell_kind_due (BellDefinitions *self,
               const BellKind  *kind,
               GHashTable      *values,
               const char      *department,
               gint64           now,
               GTimeZone       *zone)
{
  const BellFieldDef *field;
  const BellChoice *category;
  const BellCalendar *calendar;
  const char *value;
  gint64 due = 0;
  int minutes;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (self), 0);
  g_return_val_if_fail (kind != NULL, 0);

  field = bell_kind_field (kind, kind->due_field);
  value = value_of (values, kind->due_field);
  if (field != NULL && value != NULL)
    {
      if (field->type == BELL_VALUE_DATE)
        due = bell_time_on_day (value, 18, 0, zone);
      else if (!bell_time_from_iso8601 (value, NULL, &due))
        due = 0;
      if (due != 0)
        return due;
    }

  category = bell_kind_category (kind, values);
  minutes = category != NULL && category->due_minutes > 0 ? category->due_minutes : kind->due_minutes;
  if (minutes == 0)
    return 0;

  if (category != NULL && category->department != NULL)
    department = category->department;
  calendar = bell_definitions_calendar_of (self, department != NULL ? department : kind->department);
  if (kind->calendar != NULL && department == NULL)
    calendar = bell_definitions_calendar (self, kind->calendar);
  return bell_calendar_add (calendar, now, minutes * BELL_MINUTE, zone);
}

/* Copies @pattern with its placeholders filled; names of missing ones go to @missing. */
static char *
fill_template (const char *pattern,
               GHashTable *fill,
               GPtrArray  *missing)
{
  GString *text = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0';)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (p + 1, end - p - 1) : NULL;
      const char *value = name != NULL && fill != NULL ? g_hash_table_lookup (fill, name) : NULL;

      if (value != NULL)
        g_string_append (text, value);
      else if (name != NULL)
        {
          g_string_append_len (text, p, end + 1 - p);
          if (!g_ptr_array_find_with_equal_func (missing, name, g_str_equal, NULL))
            g_ptr_array_add (missing, g_strdup (name));
        }
      else
        g_string_append_c (text, *p);
      p = end != NULL ? end + 1 : p + 1;
    }

  return g_string_free (text, FALSE);
}

gboolean
bell_template_fill (const BellTemplate   *self,
                    const char           *language,
                    GHashTable           *fill,
                    char                **subject,
                    char                **body,
                    char               ***missing)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  const char *subject_pattern = NULL;
  const char *body_pattern = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (subject != NULL && body != NULL, FALSE);

  if (language != NULL)
    body_pattern = g_hash_table_lookup (self->body, language);
  if (body_pattern == NULL)
    language = "en", body_pattern = g_hash_table_lookup (self->body, "en");
  subject_pattern = g_hash_table_lookup (self->subject, language);
  if (subject_pattern == NULL)
    subject_pattern = g_hash_table_lookup (self->subject, "en");
  if (body_pattern == NULL || subject_pattern == NULL)
    return FALSE;

  *subject = fill_template (subject_pattern, fill, names);
  *body = fill_template (body_pattern, fill, names);
  if (missing != NULL)
    *missing = names->len > 0 ? (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE) : NULL;
  return TRUE;
}
