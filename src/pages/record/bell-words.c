/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bell-date.h"
#include "bell-words.h"

#define OR_EMPTY(text) ((text) != NULL ? (text) : "")

static gboolean
same_year (const char *a,
           const char *b)
{
  return strncmp (a, b, 4) == 0;
}

char *
bell_words_time (BellDesk *desk,
                 gint64    instant)
{
  GTimeZone *zone = bell_desk_get_zone (desk);
  g_autofree char *today = NULL;
  g_autofree char *day = NULL;

  if (instant == 0)
    return g_strdup ("");

  today = bell_time_day (bell_clock_now (bell_desk_get_clock (desk)), zone);
  day = bell_time_day (instant, zone);
  if (g_str_equal (today, day))
    /* Translators: a clock time of today, for g_date_time_format () */
    return bell_time_format (instant, zone, _("%H:%M"));
  if (same_year (today, day))
    /* Translators: day and clock time within this year, for g_date_time_format () */
    return bell_time_format (instant, zone, _("%a %-d %b, %H:%M"));
  /* Translators: day and clock time of another year, for g_date_time_format () */
  return bell_time_format (instant, zone, _("%-d %b %Y, %H:%M"));
}

char *
bell_words_day (BellDesk   *desk,
                const char *day)
{
  GTimeZone *zone = bell_desk_get_zone (desk);
  g_autofree char *today = NULL;

  if (day == NULL || !bell_day_is_valid (day))
    return g_strdup ("");

  today = bell_time_day (bell_clock_now (bell_desk_get_clock (desk)), zone);
  return bell_time_format (bell_time_on_day (day, 12, 0, zone), zone,
                           /* Translators: a day within this year and one of another year, for g_date_time_format () */
                           same_year (today, day) ? _("%a %-d %b") : _("%-d %b %Y"));
}

const char *
bell_words_workflow (BellDesk   *desk,
                     const char *id)
{
  const BellWorkflow *workflow = bell_definitions_workflow (bell_desk_get_definitions (desk), id);

  return workflow != NULL ? workflow->name : OR_EMPTY (id);
}

const char *
bell_words_department (BellDesk   *desk,
                       const char *id)
{
  const BellDepartment *department = bell_definitions_department (bell_desk_get_definitions (desk), id);

  return department != NULL ? department->name : OR_EMPTY (id);
}

const char *
bell_words_role (BellDesk   *desk,
                 const char *id)
{
  const BellRole *role = bell_definitions_role (bell_desk_get_definitions (desk), id);

  return role != NULL ? role->name : OR_EMPTY (id);
}

const char *
bell_words_kind (BellDesk   *desk,
                 const char *id)
{
  const BellKind *kind = bell_definitions_kind (bell_desk_get_definitions (desk), id);

  return kind != NULL ? kind->name : OR_EMPTY (id);
}

char *
bell_words_join_parts (const char *first,
                       ...)
{
  GString *text = g_string_new (NULL);
  va_list args;

  va_start (args, first);
  for (const char *part = first; part != (const char *) -1; part = va_arg (args, const char *))
    if (part != NULL && *part != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  va_end (args);
  return g_string_free_and_steal (text);
}

char *
bell_words_capital (const char *sentence)
{
  const char *rest;
  g_autofree char *first = NULL;

  if (sentence == NULL || *sentence == '\0')
    return g_strdup ("");

  rest = g_utf8_next_char (sentence);
  first = g_utf8_strup (sentence, rest - sentence);
  return g_strconcat (first, rest, NULL);
}

static const BellFieldDef *
field_of (BellDesk     *desk,
          BellApproval *approval)
{
  const BellKind *kind = bell_definitions_kind (bell_desk_get_definitions (desk), approval->kind);

  return kind != NULL && approval->field != NULL ? bell_kind_field (kind, approval->field) : NULL;
}

char *
bell_words_proposal (BellDesk     *desk,
                     BellApproval *approval)
{
  const BellFieldDef *field = field_of (desk, approval);

  if (field != NULL)
    /* Translators: the name of a field and of a kind of work: "Amount of Service recovery" */
    return g_strdup_printf (_("%s of %s"), field->label, bell_words_kind (desk, approval->kind));
  if (!bell_id_is_none (&approval->money_line))
    return g_strdup (_("Money line"));
  return g_strdup (OR_EMPTY (approval->field));
}

char *
bell_words_change (BellDesk     *desk,
                   BellApproval *approval)
{
  const BellFieldDef *field = field_of (desk, approval);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!bell_desk_sees (desk, approval->class_))
    return g_strdup (_("Hidden from your role"));
  if (field == NULL)
    return g_strdup (OR_EMPTY (approval->new_value));

  before = bell_desk_tell_value (desk, NULL, field, approval->old_value);
  after = bell_desk_tell_value (desk, NULL, field, approval->new_value);
  /* Translators: what stands for a value that was empty, or becomes empty */
  return g_strdup_printf ("%s → %s", *before != '\0' ? before : _("nothing"), *after != '\0' ? after : _("nothing"));
}
