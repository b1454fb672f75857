/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bell-backup.h"
#include "bell-store-private.h"
#include "bell-txn-private.h"
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

static gboolean
put_then_refuse (BellTxn       *txn,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  begin (txn, NULL, NULL);
  if (!bell_txn_set_setting (txn, data, "1", error))
    return FALSE;
  bell_error_set (error, BELL_ERROR_REFUSED, NULL, "No.");
  return FALSE;
}

static gint64
count_settings (const char *dir)
{
  g_autoptr(sqlite3) db = open_raw (dir, FALSE);

  return integer_raw (db, "SELECT count(*) FROM setting");
}

static void
test_open (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = database_of (dir);
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStore) store = NULL;
  g_autoptr(sqlite3) db = NULL;
  GStatBuf info;
  BellId device, again;

  g_assert_null (bell_store_open (path, FALSE, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  store = open_new (dir);
  device = bell_store_get_device (store);
  g_assert_false (bell_id_is_none (&device));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  write_ok (store, put_setting, "a");
  bell_store_close (store);
  bell_store_close (store);
  g_assert_false (bell_store_write (store, put_setting, "b", NULL, NULL));

  db = open_raw (dir, FALSE);
  g_assert_cmpint (integer_raw (db, "PRAGMA application_id"), ==, 0x4442454C);
  g_assert_cmpint (integer_raw (db, "PRAGMA user_version"), ==, 1);

  g_clear_object (&store);
  store = open_new (dir);
  again = bell_store_get_device (store);
  g_assert_true (bell_id_equal (&device, &again));
  assert_sound (store);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
look_at_pragmas (BellTxn       *txn,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  static const struct
  {
    const char *sql;
    gint64 value;
  } wanted[] = {
    { "PRAGMA synchronous", 2 },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA mmap_size", 0 },
    { "PRAGMA temp_store", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (integer_raw (txn->connection->db, wanted[i].sql), ==, wanted[i].value);
  return TRUE;
}

static void
test_pragmas (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr(BellStore) store = open_new (dir);

  write_ok (store, look_at_pragmas, NULL);
  read_ok (store, look_at_pragmas, NULL);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static void
test_newer (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = database_of (dir);
  g_autoptr(BellStore) store = open_new (dir);
  g_autoptr(GError) error = NULL;
  sqlite3 *db;

  g_clear_object (&store);
  db = open_raw (dir, FALSE);
  exec_raw (db, "PRAGMA user_version = 99");
  sqlite3_close (db);

  g_assert_null (bell_store_open (path, FALSE, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_NEWER);
  g_assert_nonnull (bell_error_get_hint (error));

  g_clear_error (&error);
  db = open_raw (dir, FALSE);
  exec_raw (db, "PRAGMA application_id = 7");
  sqlite3_close (db);
  g_assert_null (bell_store_open (path, FALSE, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_INPUT);
  remove_dir (g_steal_pointer (&dir));
}

/* A damaged file is told, left as it is, and the hint names the newest good backup. */
static void
test_damaged (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = database_of (dir);
  g_autofree char *backups = bell_backup_default_dir (path);
  g_autofree char *backup = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *after = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  g_autoptr(GError) error = NULL;
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  gsize size, length;

  backup = bell_backup_rotate (store, backups, NOON, &error);
  g_assert_no_error (error);
  g_clear_object (&store);

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes, 0x5a, 4096);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  g_assert_null (bell_store_open (path, FALSE, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_INTEGRITY);
  g_assert_nonnull (strstr (bell_error_get_hint (error), backup));
  g_assert_true (g_file_get_contents (path, &after, &length, NULL));
  g_assert_cmpmem (bytes, size, after, length);
  g_clear_error (&error);

  g_assert_true (bell_backup_restore (backup, path, NOON, &aside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &kept, &length, NULL));
  g_assert_cmpmem (bytes, size, kept, length);
  store = open_new (dir);
  assert_sound (store);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static void
test_savepoint (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr(BellStore) store = open_new (dir);
  g_autoptr(GError) error = NULL;

  write_ok (store, put_setting, "a");
  g_assert_false (bell_store_write (store, put_then_refuse, "b", NULL, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_REFUSED);
  write_ok (store, put_setting, "c");
  assert_sound (store);
  g_clear_object (&store);
  g_assert_cmpint (count_settings (dir), ==, 2);
  remove_dir (g_steal_pointer (&dir));
}

typedef struct
{
  BellStore *store;
  GMainLoop *loop;
  int waiting;
  int done;
  int refused;
  guint changed;
  guint commits;
  gint64 version;
  sqlite3 *other;
} Group;

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Group *group = data;
  g_autoptr(GError) error = NULL;

  if (bell_store_write_finish (BELL_STORE (source), result, &error))
    group->done++;
  else
    group->refused++;
  /* Another program sees it before the caller hears of it. */
  g_assert_cmpint (integer_raw (group->other, "SELECT count(*) FROM setting"), >=, group->done);
  if (integer_raw (group->other, "PRAGMA data_version") != group->version)
    {
      group->version = integer_raw (group->other, "PRAGMA data_version");
      group->commits++;
    }
  if (--group->waiting == 0)
    g_main_loop_quit (group->loop);
}

static void
on_changed (BellStore *store,
            GStrv      tables,
            Group     *group)
{
  g_assert_true (g_strv_contains ((const char *const *) tables, "setting"));
  g_assert_true (g_strv_contains ((const char *const *) tables, "journal"));
  group->changed++;
}

static GMutex queue_full;

static gboolean
hold (BellTxn       *txn,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  /* Until the queue is full, so that what follows is one group. */
  g_mutex_lock (&queue_full);
  g_mutex_unlock (&queue_full);
  return put_setting (txn, data, cancellable, error);
}

/* What is queued goes into one transaction: a refused function takes back only itself, all are answered after the commit,
 * and the change is told once. */
static void
test_group (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr(BellStore) store = open_new (dir);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(sqlite3) db = open_raw (dir, FALSE);
  Group group = { .store = store, .loop = loop, .other = db };
  gint64 usual = bell_store_group_time;

  bell_store_group_time = G_MAXINT64;
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), &group);
  g_mutex_lock (&queue_full);
  bell_store_write_async (store, hold, g_strdup ("first"), g_free, NULL, on_written, &group);
  group.waiting++;
  for (int i = 0; i < 60; i++)
    {
      bell_store_write_async (store, i % 3 == 2 ? put_then_refuse : put_setting, g_strdup_printf ("k%d", i), g_free,
                              NULL, on_written, &group);
      group.waiting++;
    }
  g_mutex_unlock (&queue_full);
  g_main_loop_run (loop);
  bell_store_group_time = usual;

  g_assert_cmpint (group.done, ==, 41);
  g_assert_cmpint (group.refused, ==, 20);
  g_assert_cmpint (group.commits, ==, 1);
  g_assert_cmpint (group.changed, ==, 1);
  assert_sound (store);
  g_clear_object (&store);
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM setting"), ==, 41);
  g_assert_cmpint (integer_raw (db, "SELECT max(dseq) FROM journal"), ==, 41);
  sqlite3_close (g_steal_pointer (&db));
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
read_twice (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  BellStore *store = data;
  gint64 before, after;

  if (!bell_connection_integer (txn->connection, "SELECT count(*) FROM setting", 0, &before, error))
    return FALSE;
  write_ok (store, put_setting, "meanwhile");
  if (!bell_connection_integer (txn->connection, "SELECT count(*) FROM setting", 0, &after, error))
    return FALSE;
  g_assert_cmpint (before, ==, after);
  return TRUE;
}

static void
test_snapshot (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr(BellStore) store = open_new (dir);

  read_ok (store, read_twice, store);
  g_clear_object (&store);
  g_assert_cmpint (count_settings (dir), ==, 1);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
read_for_ever (BellTxn       *txn,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  gint64 n;

  return bell_connection_integer (txn->connection,
                                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", 0, &n, error);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (30000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr(BellStore) store = open_new (dir);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (bell_store_read (store, read_for_ever, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  /* The reader is fit for more. */
  read_ok (store, look_at_pragmas, NULL);
  g_clear_error (&error);
  g_assert_false (bell_store_write (store, put_setting, "never", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
count_chain (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 entries, settings;

  /* One moment: the journal and the rows agree at each. */
  if (!bell_connection_integer (txn->connection, "SELECT count(*) FROM journal", 0, &entries, error) ||
      !bell_connection_integer (txn->connection, "SELECT count(*) FROM setting", 0, &settings, error))
    return FALSE;
  g_assert_cmpint (entries, ==, settings);
  g_assert_cmpint (entries, >=, *(gint64 *) data);
  *(gint64 *) data = entries;
  return TRUE;
}

static gpointer
read_on (gpointer data)
{
  gint64 seen = 0;

  for (int i = 0; i < 200; i++)
    read_ok (data, count_chain, &seen);
  return NULL;
}

static gpointer
write_on (gpointer data)
{
  static int thread;
  int number = g_atomic_int_add (&thread, 1);

  for (int i = 0; i < 150; i++)
    {
      g_autofree char *key = g_strdup_printf ("t%d-%d", number, i);

      write_ok (data, put_setting, key);
    }
  return NULL;
}

static void
test_concurrent (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr(BellStore) store = open_new (dir);
  GThread *threads[6];

  for (int i = 0; i < 6; i++)
    threads[i] = g_thread_new ("concurrent", i < 3 ? read_on : write_on, store);
  for (int i = 0; i < 6; i++)
    g_thread_join (threads[i]);
  assert_sound (store);
  g_clear_object (&store);
  g_assert_cmpint (count_settings (dir), ==, 450);
  remove_dir (g_steal_pointer (&dir));
}

/* The window and deskbellctl at once on one file: one chain, no fork. */
static void
test_two_programs (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr(BellStore) window = open_new (dir);
  g_autoptr(BellStore) ctl = open_new (dir);
  GThread *threads[4];

  for (int i = 0; i < 10; i++)
    {
      g_autofree char *key = g_strdup_printf ("both-%d", i);

      write_ok (i % 3 ? window : ctl, put_setting, key);
    }
  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("both", write_on, i % 2 ? window : ctl);
  for (int i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  assert_sound (window);
  g_clear_object (&ctl);
  g_clear_object (&window);
  g_assert_cmpint (count_settings (dir), ==, 610);
  remove_dir (g_steal_pointer (&dir));
}

void
add_store_tests (void)
{
  g_test_add_func ("/storage/open", test_open);
  g_test_add_func ("/storage/pragmas", test_pragmas);
  g_test_add_func ("/storage/newer", test_newer);
  g_test_add_func ("/storage/damaged", test_damaged);
  g_test_add_func ("/storage/savepoint", test_savepoint);
  g_test_add_func ("/storage/group", test_group);
  g_test_add_func ("/storage/snapshot", test_snapshot);
  g_test_add_func ("/storage/cancel", test_cancel);
  g_test_add_func ("/storage/concurrent", test_concurrent);
  g_test_add_func ("/storage/two-programs", test_two_programs);
}
