/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-care.h"
#include "bell-guest.h"
#include "desk-common.h"

/* What law entitles a guest to, and the trace that it was handed out. */
static void
test_export (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(GPtrArray) guests = NULL;
  g_autoptr(GPtrArray) trail = NULL;
  g_autofree char *id = NULL;
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;
  BellGuest *guest;
  gboolean traced = FALSE;

  desk_fixture_demo (&fixture, 10, 2, 1);
  desk_fixture_sign_in (&fixture, "Catarina Lobo");
  guests = desk_fixture_list (&fixture, bell_query_new (BELL_LIST_GUESTS));
  guest = guests->pdata[0];
  id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (guest)));
  json = bell_desk_export_guest (fixture.desk, id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (json, guest->last_name));
  g_assert_nonnull (strstr (json, "@example.com"));
  g_assert_nonnull (strstr (json, "\"stays\""));

  trail = desk_fixture_list (&fixture, bell_query_new (BELL_LIST_JOURNAL));
  for (guint i = 0; i < trail->len; i++)
    traced |= g_strcmp0 (((BellJournalEntry *) trail->pdata[i])->field, "export") == 0;
  g_assert_true (traced);

  desk_fixture_sign_in (&fixture, "Ana Reis");
  g_assert_null (bell_desk_export_guest (fixture.desk, id, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_FORBIDDEN);
}

static guint
count_people (BellDesk *desk)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_STAFF);
  g_autoptr(GPtrArray) rows = bell_desk_read_list (desk, query, NULL, 1000, NULL);

  return rows != NULL ? rows->len : 0;
}

static void
test_backup (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(GFile) target = NULL;
  g_autoptr(GPtrArray) kept = NULL;
  g_autofree char *path = NULL;
  g_autofree char *aside = NULL;
  g_autoptr(GError) error = NULL;
  guint people;

  desk_fixture_demo (&fixture, 10, 1, 1);
  desk_fixture_sign_in (&fixture, "Ana Reis");
  path = g_build_filename (fixture.dir, "copy.db", NULL);
  target = g_file_new_for_path (path);
  g_assert_false (bell_desk_backup (fixture.desk, target, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_FORBIDDEN);
  g_clear_error (&error);

  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  g_assert_true (bell_desk_backup (fixture.desk, target, &error));
  g_assert_no_error (error);
  g_assert_true (bell_desk_keep_backups (fixture.desk, &error));
  g_assert_true (bell_desk_keep_backups (fixture.desk, &error));
  g_assert_no_error (error);
  kept = bell_desk_list_backups (fixture.desk);
  g_assert_cmpuint (kept->len, ==, 1);

  people = count_people (fixture.desk);
  bell_desk_close (fixture.desk);
  g_clear_object (&fixture.desk);
  g_assert_true (bell_desk_restore (target, fixture.path, &aside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  fixture.desk = bell_desk_open (fixture.path, fixture.clock, FALSE, &error);
  g_assert_no_error (error);
  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  g_assert_cmpuint (count_people (fixture.desk), ==, people);
}

void
add_care_tests (void)
{
  g_test_add_func ("/desk/care/export", test_export);
  g_test_add_func ("/desk/care/backup", test_backup);
}
