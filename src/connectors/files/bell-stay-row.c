/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-stay-row.h"

#include "bell-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define EXCERPT_LENGTH 60
#define DIGEST_LENGTH 32

G_DEFINE_BOXED_TYPE (BellStayRow, bell_stay_row, bell_stay_row_copy, bell_stay_row_free)
G_DEFINE_BOXED_TYPE (BellRowProblem, bell_row_problem, bell_row_problem_copy, bell_row_problem_free)

/*
 * Fields
 */

static const struct
{
  const char *id;
  const char *label;
} stay_fields[BELL_STAY_N_FIELDS] = {
  [BELL_STAY_FIELD_PROPERTY] = { "property", N_("Property") },
  [BELL_STAY_FIELD_CONFIRMATION] = { "confirmation", N_("Confirmation number") },
  [BELL_STAY_FIELD_PREFIX] = { "prefix", N_("Form of address") },
  [BELL_STAY_FIELD_FIRST_NAME] = { "first_name", N_("First name") },
  [BELL_STAY_FIELD_LAST_NAME] = { "last_name", N_("Last name") },
  [BELL_STAY_FIELD_ARRIVAL] = { "arrival", N_("Arrival") },
  [BELL_STAY_FIELD_DEPARTURE] = { "departure", N_("Departure") },
  [BELL_STAY_FIELD_PHONE] = { "phone", N_("Telephone") },
  [BELL_STAY_FIELD_EMAIL] = { "email", N_("E-mail") },
  [BELL_STAY_FIELD_STATUS] = { "status", N_("Status") },
  [BELL_STAY_FIELD_VIP] = { "vip", N_("VIP") },
  [BELL_STAY_FIELD_GROUP] = { "group", N_("Group") },
  [BELL_STAY_FIELD_COMPANY] = { "company", N_("Company") },
  [BELL_STAY_FIELD_ADDRESS] = { "address", N_("Address") },
  [BELL_STAY_FIELD_NOTES] = { "notes", N_("Notes") },
  [BELL_STAY_FIELD_ROOM] = { "room", N_("Room") },
  [BELL_STAY_FIELD_ADULTS] = { "adults", N_("Adults") },
  [BELL_STAY_FIELD_CHILDREN] = { "children", N_("Children") },
  [BELL_STAY_FIELD_REQUESTS] = { "requests", N_("Special requests") },
  [BELL_STAY_FIELD_RATE_PLAN] = { "rate_plan", N_("Rate plan") },
  [BELL_STAY_FIELD_ROOM_TYPE] = { "room_type", N_("Room type") },
  [BELL_STAY_FIELD_COUNTRY] = { "country", N_("Country") },
  [BELL_STAY_FIELD_MARKET_SEGMENT] = { "market_segment", N_("Market segment") },
  [BELL_STAY_FIELD_LANGUAGE] = { "language", N_("Language") },
};

const char *
bell_stay_field_get_id (BellStayField field)
{
  g_return_val_if_fail (field < BELL_STAY_N_FIELDS, NULL);

  return stay_fields[field].id;
}

gboolean
bell_stay_field_from_id (const char    *id,
                         BellStayField *field)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    {
      if (strcmp (id, stay_fields[i].id) == 0)
        {
          *field = (BellStayField) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
bell_stay_field_get_label (BellStayField field)
{
  g_return_val_if_fail (field < BELL_STAY_N_FIELDS, NULL);

  return _ (stay_fields[field].label);
}

gboolean
bell_stay_status_is_known (const char *status)
{
  static const char *const known[] = {
    "reserved",
    "in-house",
    "checked-out",
    "cancelled",
    "no-show",
    "waitlisted",
    NULL,
  };

  g_return_val_if_fail (status != NULL, FALSE);

  return g_strv_contains (known, status);
}

/*
 * Rows
 */

BellStayRow *
bell_stay_row_new (guint64 line)
{
  BellStayRow *self = g_new0 (BellStayRow, 1);

  self->line = line;

  return self;
}

BellStayRow *
bell_stay_row_copy (const BellStayRow *self)
{
  BellStayRow *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = bell_stay_row_new (self->line);
  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    copy->values[i] = g_strdup (self->values[i]);
  copy->digest = g_strdup (self->digest);

  return copy;
}

void
bell_stay_row_free (BellStayRow *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    g_free (self->values[i]);
  g_free (self->digest);
  g_free (self);
}

void
bell_stay_row_seal (BellStayRow *self)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_if_fail (self != NULL);

  /* Ids and lengths go in, so that neither a shifted value nor a field of a later version collides. */
  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    {
      char length[32];

      if (self->values[i] == NULL)
        continue;

      g_snprintf (length, sizeof length, ":%" G_GSIZE_FORMAT ":", strlen (self->values[i]));
      g_checksum_update (checksum, (const guchar *) stay_fields[i].id, -1);
      g_checksum_update (checksum, (const guchar *) length, -1);
      g_checksum_update (checksum, (const guchar *) self->values[i], -1);
    }

  g_free (self->digest);
  self->digest = g_strndup (g_checksum_get_string (checksum), DIGEST_LENGTH);
}

/*
 * Problems
 */

BellRowProblem *
bell_row_problem_new (guint64     line,
                      guint       column,
                      const char *column_name,
                      const char *value,
                      const char *sentence,
                      const char *remedy)
{
  BellRowProblem *self;

  g_return_val_if_fail (sentence != NULL, NULL);
  g_return_val_if_fail (remedy != NULL, NULL);

  self = g_new0 (BellRowProblem, 1);
  self->line = line;
  self->column = column;
  self->column_name = g_strdup (column_name);
  self->sentence = g_strdup (sentence);
  self->remedy = g_strdup (remedy);
  if (value != NULL && *value != '\0')
    self->value = bell_text_shorten (value, EXCERPT_LENGTH);

  return self;
}

BellRowProblem *
bell_row_problem_copy (const BellRowProblem *self)
{
  BellRowProblem *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (BellRowProblem, 1);
  copy->line = self->line;
  copy->column = self->column;
  copy->column_name = g_strdup (self->column_name);
  copy->value = g_strdup (self->value);
  copy->sentence = g_strdup (self->sentence);
  copy->remedy = g_strdup (self->remedy);
  copy->cells = g_strdupv (self->cells);
  copy->next = self->next != NULL ? bell_row_problem_copy (self->next) : NULL;

  return copy;
}

void
bell_row_problem_free (BellRowProblem *self)
{
  while (self != NULL)
    {
      BellRowProblem *next = self->next;

      g_free (self->column_name);
      g_free (self->value);
      g_free (self->sentence);
      g_free (self->remedy);
      g_strfreev (self->cells);
      g_free (self);
      self = next;
    }
}

static void
tell_place (const BellRowProblem *self,
            GString              *text)
{
  if (self->column == 0)
    return;

  if (self->column_name != NULL && *self->column_name != '\0')
    g_string_append_printf (text, _("Column %u “%s”"), self->column, self->column_name);
  else
    g_string_append_printf (text, _("Column %u"), self->column);

  if (self->value != NULL)
    g_string_append_printf (text, ", “%s”", self->value);
  g_string_append (text, ": ");
}

char *
bell_row_problem_tell (const BellRowProblem *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (; self != NULL; self = self->next)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      tell_place (self, text);
      g_string_append_printf (text, "%s %s", self->sentence, self->remedy);
    }

  return g_string_free (text, FALSE);
}
