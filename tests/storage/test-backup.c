/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bell-backup.h"
#include "bell-journal.h"
#include "storage-common.h"

static gboolean
put_setting (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  begin (txn, NULL, NULL);
  return bell_txn_set_setting (txn, data, "1", error);
}

static void
on_progress (double   fraction,
             gpointer data)
{
  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  (*(guint *) data)++;
}

static gpointer
write_meanwhile (gpointer store)
{
  for (int i = 0; i < 50; i++)
    {
      g_autofree char *key = g_strdup_printf ("while-%d", i);

      write_ok (store, put_setting, key);
    }
  return NULL;
}

static void
test_copy (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *copy = g_build_filename (dir, "copy.db", NULL);
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  g_autoptr(BellStore) opened = NULL;
  g_autoptr(GError) error = NULL;
  GThread *thread = g_thread_new ("meanwhile", write_meanwhile, store);
  guint steps = 0;
  GStatBuf info;

  g_assert_true (bell_backup_to (store, copy, on_progress, &steps, NULL, &error));
  g_assert_no_error (error);
  g_thread_join (thread);
  g_assert_cmpint (steps, >, 0);
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  opened = bell_store_open (copy, FALSE, &error);
  g_assert_no_error (error);
  assert_sound (opened);
  g_clear_object (&opened);

  g_assert_false (bell_backup_to (store, "/nowhere/copy.db", NULL, NULL, NULL, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_STORAGE);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static GPtrArray *
names_in (const char *dir)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  return names;
}

/* Sixty days, one backup a day: seven days and four weeks remain, each good. */
static void
test_rotation (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *backups = g_build_filename (dir, "backups", NULL);
  g_autoptr(BellStore) store = open_new (dir);
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *newest = NULL;
  g_autoptr(GError) error = NULL;
  guint days = 0;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *key = g_strdup_printf ("day-%d", i);
      g_autofree char *head = NULL;
      g_autofree char *file = NULL;
      g_autofree char *again = NULL;

      write_ok (store, put_setting, key);
      head = bell_journal_head (store, &error);
      file = bell_backup_rotate (store, backups, NOON + i * BELL_DAY, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (file, strchr (head, ':') + 1));
      again = bell_backup_rotate (store, backups, NOON + i * BELL_DAY + BELL_HOUR, &error);
      g_assert_cmpstr (file, ==, again);
    }

  names = names_in (backups);
  /* 2027-01-20 is a Wednesday: 14 to 20, then the Sundays of the weeks before: 17 is among the days, 10 and 3 are not. */
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (backups, names->pdata[i], NULL);
      g_autoptr(BellStore) opened = bell_store_open (file, FALSE, &error);

      g_assert_no_error (error);
      days += strstr (names->pdata[i], "2027-01-1") != NULL || strstr (names->pdata[i], "2027-01-20") != NULL;
    }
  g_assert_cmpint (names->len, ==, 9);
  g_assert_cmpint (days, ==, 8);

  newest = bell_backup_newest_good (backups);
  g_assert_nonnull (strstr (newest, "2027-01-20"));
  g_assert_true (g_file_set_contents (newest, "damaged", -1, NULL));
  g_free (newest);
  newest = bell_backup_newest_good (backups);
  g_assert_nonnull (strstr (newest, "2027-01-19"));
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

/* The restored file begins a chain of its own, and both chains verify. */
static void
test_restore (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = database_of (dir);
  g_autofree char *copy = g_build_filename (dir, "copy.db", NULL);
  g_autofree char *aside = NULL;
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  g_autoptr(GError) error = NULL;
  BellId device = bell_store_get_device (store);
  BellId restored;
  sqlite3 *db;

  g_assert_true (bell_backup_to (store, copy, NULL, NULL, NULL, &error));
  write_ok (store, put_setting, "after the backup");
  g_clear_object (&store);

  g_assert_true (bell_backup_restore (copy, path, NOON, &aside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  store = open_new (dir);
  restored = bell_store_get_device (store);
  g_assert_false (bell_id_equal (&device, &restored));
  write_ok (store, put_setting, "after the restore");
  write_ok (store, put_setting, "and more");
  assert_sound (store);
  g_clear_object (&store);

  db = open_raw (dir, FALSE);
  g_assert_cmpint (integer_raw (db, "SELECT count(DISTINCT device) FROM journal"), ==, 2);
  g_assert_cmpint (integer_raw (db, "SELECT dseq FROM journal ORDER BY seq DESC LIMIT 1"), ==, 2);
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM setting WHERE key = 'after the backup'"), ==, 0);
  sqlite3_close (db);

  g_assert_true (g_file_set_contents (copy, "no database", -1, NULL));
  g_assert_false (bell_backup_restore (copy, path, NOON, NULL, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_INTEGRITY);
  store = open_new (dir);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

void
add_backup_tests (void)
{
  g_test_add_func ("/storage/backup/copy", test_copy);
  g_test_add_func ("/storage/backup/rotation", test_rotation);
  g_test_add_func ("/storage/backup/restore", test_restore);
}
