/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bell-journal.h"
#include "bell-schema.h"
#include "bell-store-private.h"
#include "storage-common.h"

#define GOLDEN_GUESTS 2

/* This program brings migrations of its own: the real ones, one more, and one that fails. */

static BellStore *
open_form (const char  *dir,
           int          form,
           GError     **error)
{
  g_autofree char *path = database_of (dir);

  return bell_store_open_form (path, FALSE, form, error);
}

/* A file of form 1 as a program of form 1 wrote it. DESKBELL_WRITE_GOLDEN=FILE copies a new one out, for `sqlite3 FILE .dump`. */
static void
write_golden (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = database_of (dir);
  g_autofree char *bytes = NULL;
  Hotel hotel;
  g_autoptr(BellStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  hotel_guests = GOLDEN_GUESTS;
  store = bell_store_open_form (path, TRUE, 1, &error);
  g_assert_no_error (error);
  fill_hotel (store, &hotel);
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (g_getenv ("DESKBELL_WRITE_GOLDEN"), bytes, size, NULL));
  remove_dir (g_steal_pointer (&dir));
}

static char *
load_golden (void)
{
  char *dir = make_dir ();
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "storage", "golden-1.sql", NULL);
  g_autofree char *path = database_of (dir);
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;

  g_file_get_contents (file, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  exec_raw (db, sql);
  exec_raw (db, "PRAGMA journal_mode = WAL");
  sqlite3_close (db);
  return dir;
}

static void
check_golden (BellStore *store)
{
  g_autoptr(GError) error = NULL;
  BellJournalReport report;

  bell_journal_verify (store, NULL, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report.head_n, ==, 47);
  g_assert_cmpint (report.rows, ==, 31);
  bell_journal_report_clear (&report);
}

static void
test_golden (void)
{
  g_autofree char *dir = load_golden ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStore) store = open_form (dir, 1, &error);

  g_assert_no_error (error);
  check_golden (store);
  assert_sound (store);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

/* Every table, index and trigger in one text. */
static char *
read_schema (const char *dir)
{
  sqlite3 *db = open_raw (dir, FALSE);
  sqlite3_stmt *statement = NULL;
  GString *schema = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name", -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int column = 0; column < 3; column++)
      {
        const char *text = (const char *) sqlite3_column_text (statement, column);

        g_string_append_printf (schema, "%s\n", text != NULL ? text : "");
      }
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free_and_steal (schema);
}

/* The golden file has the very form that 001.sql makes: who changes a form that files already have must write a step instead. */
static void
test_golden_form (void)
{
  g_autofree char *golden = load_golden ();
  g_autofree char *dir = make_dir ();
  g_autofree char *path = database_of (dir);
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStore) store = bell_store_open_form (path, TRUE, 1, &error);
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;

  g_assert_no_error (error);
  g_clear_object (&store);
  before = read_schema (golden);
  now = read_schema (dir);
  g_assert_cmpstr (before, ==, now);
  remove_dir (g_steal_pointer (&golden));
  remove_dir (g_steal_pointer (&dir));
}

static guint
count_backups (const char *dir)
{
  g_autofree char *backups = g_build_filename (dir, "backups", NULL);
  g_autoptr(GDir) folder = g_dir_open (backups, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_step (void)
{
  g_autofree char *dir = load_golden ();
  g_autofree char *backup = g_build_filename (dir, "backups", "hotel.db.before-form-2.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStore) store = open_form (dir, 2, &error);
  g_autoptr(BellStore) before = NULL;
  GStatBuf info;
  sqlite3 *db;

  g_assert_no_error (error);
  check_golden (store);
  g_clear_object (&store);

  db = open_raw (dir, FALSE);
  g_assert_cmpint (integer_raw (db, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM record WHERE floor IS NOT NULL"), ==, 2 * GOLDEN_GUESTS);
  sqlite3_close (db);

  /* The file as it was lies beside it, and a program of its time opens it. */
  g_assert_cmpint (g_stat (backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  before = bell_store_open_form (backup, FALSE, 1, &error);
  g_assert_no_error (error);
  check_golden (before);
  g_clear_object (&before);

  /* Once is enough. */
  store = open_form (dir, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_backups (dir), ==, 1);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static void
test_failure (void)
{
  g_autofree char *dir = load_golden ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStore) store = NULL;
  sqlite3 *db;

  g_assert_null (open_form (dir, 3, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_STORAGE);
  g_clear_error (&error);

  /* The good step stands, the bad one left nothing. */
  db = open_raw (dir, FALSE);
  g_assert_cmpint (integer_raw (db, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'"), ==, 0);
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM record WHERE floor = 'lost'"), ==, 0);
  sqlite3_close (db);
  store = open_form (dir, 2, &error);
  g_assert_no_error (error);
  check_golden (store);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (bell_n_migrations, ==, 3);
  if (g_getenv ("DESKBELL_WRITE_GOLDEN") != NULL)
    {
      write_golden ();
      return 0;
    }
  g_test_add_func ("/storage/migrations/golden-1", test_golden);
  g_test_add_func ("/storage/migrations/golden-1-form", test_golden_form);
  g_test_add_func ("/storage/migrations/step", test_step);
  g_test_add_func ("/storage/migrations/failure", test_failure);
  return g_test_run ();
}
