/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-date.h"
#include "bell-quick-entry.h"
#include "bell-value.h"
#include "rules-common.h"

#define ROOMS "001-020 401-420 PH1 PH2"

static const char *const people[] = { "Ana Reis", "João Lima", "Max Weber", "Anna Weber", NULL };

static GTimeZone *
berlin (void)
{
  return g_time_zone_new_identifier ("Europe/Berlin");
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

/* Tokens lie in the line, in order and without overlap, each with a meaning. */
static void
check_tokens (const char     *line,
              BellQuickEntry *entry)
{
  gsize last = 0;

  for (guint i = 0; i < entry->tokens->len; i++)
    {
      const BellToken *token = entry->tokens->pdata[i];

      g_assert_cmpuint (token->start, >=, last);
      g_assert_cmpuint (token->end, >, token->start);
      g_assert_cmpuint (token->end, <=, strlen (line));
      g_assert_true (g_utf8_validate (line + token->start, token->end - token->start, NULL));
      g_assert_cmpstr (token->meaning, !=, "");
      last = token->end;
    }
}

static void
check_line (char **columns)
{
  const char *line = columns[0];
  g_autoptr(GTimeZone) zone = berlin ();
  g_autoptr(BellQuickEntry) entry = bell_quick_entry_parse (test_definitions (), line, ROOMS, people, NULL, TEST_NOW, zone);
  g_autofree char *due = entry->due != 0 ? bell_time_format (entry->due, zone, "%Y-%m-%d %H:%M") : g_strdup ("-");
  g_autofree char *quantity = g_strdup_printf ("%d", entry->quantity);
  g_autofree char *complaints = g_strdup_printf ("%u", entry->complaints->len);
  const char *told[] = { or_dash (entry->room), quantity, or_dash (entry->category), entry->workflow,
                         bell_enum_nick (BELL_TYPE_SLOT, entry->slot), or_dash (entry->department),
                         entry->person >= 0 ? people[entry->person] : "-", due, entry->text, complaints };
  const BellKind *kind = bell_definitions_kind (test_definitions (), entry->kind);
  GHashTableIter iter;
  gpointer name, value;

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (!g_str_equal (told[i], columns[i + 1]))
      g_error ("%s: column %u is “%s”, not “%s”", line, i + 2, told[i], columns[i + 1]);

  check_tokens (line, entry);
  g_assert_true (bell_definitions_workflow (test_definitions (), entry->workflow)->kinds[entry->slot] == kind);
  g_hash_table_iter_init (&iter, entry->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_assert_true (bell_value_is_valid (bell_kind_field (kind, name)->type, value));
}

static void
test_table (void)
{
  g_autofree char *text = test_data ("quick-entry.txt");
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint checked = 0;

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], " |", -1);

      if (lines[i][0] == '#' || g_strv_length (columns) != 11)
        continue;
      for (int j = 1; columns[j] != NULL; j++)
        g_strstrip (columns[j]);
      check_line (columns);
      checked++;
    }
  g_assert_cmpuint (checked, >=, 60);
}

static void
test_filed_values (void)
{
  g_autoptr(GTimeZone) zone = berlin ();
  g_autoptr(BellQuickEntry) entry = bell_quick_entry_parse (test_definitions (), "412 2 extra towels !19:00 @housekeeping", ROOMS, people,
                                                            NULL, TEST_NOW, zone);
  const BellToken *room = entry->tokens->pdata[0];

  g_assert_cmpstr (g_hash_table_lookup (entry->values, "room"), ==, "412");
  g_assert_cmpstr (g_hash_table_lookup (entry->values, "quantity"), ==, "2");
  g_assert_cmpstr (g_hash_table_lookup (entry->values, "category"), ==, "amenities");
  g_assert_cmpstr (g_hash_table_lookup (entry->values, "text"), ==, "extra towels");
  g_assert_cmpstr (g_hash_table_lookup (entry->values, "promised-time"), ==, "2026-11-22T18:00:00Z");
  g_assert_cmpint (room->kind, ==, BELL_TOKEN_ROOM);
  g_assert_cmpuint (room->end, ==, 3);
  g_assert_cmpstr (room->meaning, ==, "Room 412");
}

static void
test_default_workflow (void)
{
  g_autoptr(GTimeZone) zone = berlin ();
  g_autoptr(BellQuickEntry) given = bell_quick_entry_parse (test_definitions (), "412 towels", ROOMS, NULL, "package", TEST_NOW, zone);
  g_autoptr(BellQuickEntry) said = bell_quick_entry_parse (test_definitions (), "412 towels #crm", ROOMS, NULL, "package", TEST_NOW, zone);
  g_autoptr(BellQuickEntry) setup = bell_quick_entry_parse (test_definitions (), "412 towels", ROOMS, NULL, "boutique", TEST_NOW, zone);
  g_autoptr(BellQuickEntry) without_rooms = bell_quick_entry_parse (test_definitions (), "1207 towels", NULL, NULL, NULL, TEST_NOW, zone);

  g_assert_cmpstr (given->workflow, ==, "package");
  g_assert_cmpstr (said->workflow, ==, "crm");
  g_assert_cmpstr (setup->kind, ==, "configuration-test");
  g_assert_cmpstr (without_rooms->room, ==, "1207");
}

/* Whatever is typed: no crash, sound tokens, a workflow and a kind. */
static void
test_anything (void)
{
  static const char *const parts[] = { "412", "!", "@", "#", "19:00", "tomorrow", "\\", " ", "  ", "towels", "é", "毛", "-", "30m", "ana", "ge",
                                       "x", "99999999999", "\t", "room", ".", "'", "%s", "\xf0\x9f\x9b\x8e" };
  g_autoptr(GTimeZone) zone = berlin ();

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr(GString) line = g_string_new (NULL);
      g_autoptr(BellQuickEntry) entry = NULL;

      for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
        g_string_append (line, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      entry = bell_quick_entry_parse (test_definitions (), line->str, ROOMS, people, NULL, TEST_NOW, zone);
      check_tokens (line->str, entry);
      g_assert_nonnull (entry->kind);
      g_assert_nonnull (entry->workflow);
      g_assert_true (entry->due == 0 || entry->due > TEST_NOW);
    }
  {
    g_autoptr(BellQuickEntry) damaged = bell_quick_entry_parse (test_definitions (), "412 \xff towels", ROOMS, people, NULL, TEST_NOW, zone);

    g_assert_cmpuint (damaged->tokens->len, ==, 0);
  }
}

void
add_quick_entry_tests (void)
{
  g_test_add_func ("/rules/quick-entry/table", test_table);
  g_test_add_func ("/rules/quick-entry/values", test_filed_values);
  g_test_add_func ("/rules/quick-entry/default-workflow", test_default_workflow);
  g_test_add_func ("/rules/quick-entry/anything", test_anything);
}
