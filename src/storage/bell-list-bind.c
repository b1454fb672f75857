/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-list-private.h"
#include "bell-table.h"

#define MAX_ROLES 12

/* A complete card stays on the board for so long. */
#define BOARD_KEEPS (2 * BELL_DAY)

/* No shift is longer. */
#define LONGEST_SHIFT (7 * BELL_DAY)

void
bell_list_bind_roles (sqlite3_stmt *statement,
                      const char   *roles)
{
  g_auto(GStrv) names = g_strsplit (roles != NULL ? roles : "", " ", MAX_ROLES);

  for (guint i = 0; names[i] != NULL && i < MAX_ROLES; i++)
    {
      char parameter[] = { '@', 'r', 'a' + i, '\0' };
      int index = sqlite3_bind_parameter_index (statement, parameter);

      if (index > 0 && *names[i] != '\0')
        sqlite3_bind_text (statement, index, names[i], -1, SQLITE_TRANSIENT);
    }
}

void
bell_bind_named_text (sqlite3_stmt *statement,
                      const char   *name,
                      const char   *text)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index > 0 && text != NULL)
    sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

void
bell_bind_named_int (sqlite3_stmt *statement,
                     const char   *name,
                     gint64        value)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index > 0)
    sqlite3_bind_int64 (statement, index, value);
}

void
bell_bind_named_id (sqlite3_stmt *statement,
                    const char   *name,
                    const BellId *id)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index > 0 && !bell_id_is_none (id))
    sqlite3_bind_blob (statement, index, id->bytes, sizeof id->bytes, SQLITE_TRANSIENT);
}

void
bell_list_bind_query (sqlite3_stmt    *statement,
                      const BellQuery *query)
{
  g_autofree char *window = query->day != NULL ? bell_day_add (query->day, -BELL_LONG_STAY) : NULL;

  bell_table_bind_reader (statement, query->now, query->classes);
  bell_list_bind_roles (statement, query->roles);
  bell_bind_named_text (statement, "@property", query->property);
  bell_bind_named_text (statement, "@workflow", query->workflow);
  bell_bind_named_text (statement, "@department", query->department);
  bell_bind_named_text (statement, "@kind", query->kind);
  bell_bind_named_text (statement, "@text", query->text);
  bell_bind_named_text (statement, "@day", query->day);
  bell_bind_named_text (statement, "@window", window);
  bell_bind_named_int (statement, "@status", query->status);
  bell_bind_named_int (statement, "@from", query->from);
  bell_bind_named_int (statement, "@until", query->until != 0 ? query->until : G_MAXINT64);
  bell_bind_named_int (statement, "@shifts", query->from - LONGEST_SHIFT);
  bell_bind_named_int (statement, "@kept", query->now - BOARD_KEEPS);
  bell_bind_named_id (statement, "@staff", &query->staff);
  bell_bind_named_id (statement, "@of", &query->of);
}

static const char *
text_member (BellEntity *entity,
             const char *name)
{
  const BellField *field = bell_entity_class_find_field (BELL_ENTITY_GET_CLASS (entity), name);

  return *(char **) bell_entity_member (entity, field);
}

static gint64
int_member (BellEntity *entity,
            const char *name)
{
  const BellField *field = bell_entity_class_find_field (BELL_ENTITY_GET_CLASS (entity), name);

  return *(gint64 *) bell_entity_member (entity, field);
}

/* A column of the order as it was when the row was read; the generated ones are worked out as the schema does. */
void
bell_list_bind_key (sqlite3_stmt *statement,
                    const char   *parameter,
                    const char   *key,
                    BellEntity   *after)
{
  g_autofree char *text = NULL;

  if (g_str_equal (key, "id"))
    bell_bind_named_id (statement, parameter, bell_entity_get_id (after));
  else if (g_str_equal (key, "due_key"))
    {
      gint64 due = BELL_IS_RECORD (after) ? BELL_RECORD (after)->next_due : 0;

      due = due != 0 ? due : int_member (after, "due_at");
      bell_bind_named_int (statement, parameter, due != 0 ? due : G_MAXINT64);
    }
  else if (g_str_equal (key, "impact_key"))
    bell_bind_named_int (statement, parameter, -int_member (after, "impact"));
  else if (g_str_equal (key, "room_key"))
    {
      const char *room = text_member (after, "room");
      glong length = room != NULL ? g_utf8_strlen (room, -1) : 0;

      text = length >= 8 ? g_utf8_substring (room, length - 8, length)
        : g_strdup_printf ("%*s%s", (int) (8 - length), "", room != NULL ? room : "");
      bell_bind_named_text (statement, parameter, text);
    }
  else if (g_str_has_suffix (key, "_key"))
    {
      const char *field = g_str_equal (key, "surname_key") ? "surname" : g_str_equal (key, "name_key") ? "name"
        : g_str_equal (key, "last_key") ? "last_name" : "first_name";
      const char *name = text_member (after, field);

      text = g_ascii_strdown (name != NULL ? name : "", -1);
      bell_bind_named_text (statement, parameter, text);
    }
  else if (g_str_equal (key, "arrival"))
    bell_bind_named_text (statement, parameter, text_member (after, key));
  else
    bell_bind_named_int (statement, parameter, int_member (after, key));
}
