/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bell-journal.h"
#include "bell-txn-private.h"
#include "fault-vfs.h"
#include "storage-common.h"

/* The sanitizers make each run many times slower: there every FAULT_STEP-th operation fails, from a random one on, and fewer
 * cuts are made. Without them nothing is left out. */
#ifdef SANITIZED
#define CUTS 40
#define FAULT_STEP 8
#else
#define CUTS 200
#define FAULT_STEP 1
#endif

/* Commands in one run; the cut comes at a random operation among them. */
#define COMMANDS 24

typedef struct
{
  BellId owner;
  int n;
} Command;

/* What a saved command writes: a record, its task, two entries and the words. */
static gboolean
save (BellTxn       *txn,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Command *command = data;
  g_autofree char *number = g_strdup_printf ("PC-%d", command->n);
  g_autoptr(BellRecord) record = new_record (number, "Power will be cut", &command->owner);
  g_autoptr(BellTask) task = g_object_new (BELL_TYPE_TASK, NULL);

  begin (txn, &command->owner, "A reason");
  if (!bell_txn_insert (txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error))
    return FALSE;
  task->record = *bell_entity_get_id (BELL_ENTITY (record));
  g_set_str (&task->title, number);
  return bell_txn_insert (txn, BELL_ENTITY (task), BELL_CLASS_OPS, &task->record, error);
}

static gboolean
checkpoint_often (BellTxn       *txn,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  /* So that cuts fall into checkpoints too. */
  sqlite3_wal_autocheckpoint (txn->connection->db, 40);
  return TRUE;
}

static void
copy_template (const char *from,
               const char *to)
{
  g_autofree char *log = g_strconcat (to, "-wal", NULL);
  g_autofree char *memory = g_strconcat (to, "-shm", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  g_unlink (log);
  g_unlink (memory);
  g_file_get_contents (from, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (to, bytes, size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* A file with a small hotel, closed; and an owner for commands. */
static char *
make_template (BellId *owner)
{
  char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = NULL;

  hotel_guests = 1;
  fault_disk_arm (FAULT_NONE, 0);
  store = open_hotel (dir, &hotel);
  *owner = hotel.staff[0];
  bell_store_close (store);
  return dir;
}

/* Runs commands until one fails; how many were acknowledged. */
static int
run_commands (BellStore *store,
              BellId    *owner,
              int        n)
{
  for (int i = 0; i < n; i++)
    {
      Command command = { *owner, i };

      if (!bell_store_write (store, save, &command, NULL, NULL))
        return i;
    }
  return n;
}

/* What is in the file after the fault, which must be whole; how many commands it holds. */
static int
look_after (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStore) store = bell_store_open (path, FALSE, &error);
  g_autofree char *dir = g_path_get_dirname (path);
  sqlite3 *db = NULL;
  int kept;

  g_assert_no_error (error);
  assert_sound (store);
  g_clear_object (&store);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  kept = integer_raw (db, "SELECT count(*) FROM record WHERE number LIKE 'PC-%'");
  /* Whole commands only, and without a hole. */
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM task WHERE title LIKE 'PC-%'"), ==, kept);
  if (kept > 0)
    g_assert_cmpint (integer_raw (db, "SELECT max(CAST(substr(number, 4) AS INTEGER)) + 1 FROM record WHERE number LIKE 'PC-%'"), ==, kept);
  sqlite3_close (db);
  return kept;
}

/* How many acknowledged commands @cuts power cuts lose; with @until_lost the first loss is the last cut. */
static int
cut_power (const char *template,
           BellId     *owner,
           int         cuts,
           gboolean    until_lost,
           GRand      *rand)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = database_of (dir);
  g_autofree char *from = database_of (template);
  g_autofree char *survivor = g_build_filename (dir, "survivor.db", NULL);
  int operations = 0;
  int acknowledged = 0;
  int lost = 0;
  int cut;

  for (cut = -1; cut < cuts && (lost == 0 || !until_lost); cut++)
    {
      g_autoptr(BellStore) store = NULL;
      g_autoptr(GError) error = NULL;
      int done;

      fault_disk_arm (FAULT_NONE, 0);
      copy_template (from, path);
      store = bell_store_open (path, FALSE, &error);
      g_assert_no_error (error);
      write_ok (store, checkpoint_often, NULL);
      /* The first run is not cut: it tells how many operations there are. */
      fault_disk_arm (cut < 0 ? FAULT_NONE : FAULT_POWER, cut < 0 ? -1 : g_rand_int_range (rand, 1, operations));
      done = run_commands (store, owner, COMMANDS);
      operations = cut < 0 ? fault_disk_count () : operations;
      if (cut < 0)
        continue;

      g_assert_true (fault_disk_struck ());
      fault_disk_survivor (path, survivor);
      bell_store_close (store);
      fault_disk_arm (FAULT_NONE, 0);
      acknowledged += done;
      lost += MAX (0, done - look_after (survivor));
    }
  g_test_message ("%s: %d cuts lost %d of %d commands", bell_connection_synchronous, cut, lost, acknowledged);
  g_assert_cmpint (acknowledged, >, until_lost ? 0 : cuts);
  remove_dir (g_steal_pointer (&dir));
  return lost;
}

/* Only synced bytes survive a cut. With FULL nothing acknowledged is lost; with less it is, or this test sees nothing. */
static void
test_power (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (test_seed ());
  BellId owner;
  g_autofree char *template = make_template (&owner);

  g_assert_cmpint (cut_power (template, &owner, CUTS, FALSE, rand), ==, 0);
  /* One cut of some loses something: as many as it takes. */
  bell_connection_synchronous = "NORMAL";
  g_assert_cmpint (cut_power (template, &owner, 1000, TRUE, rand), >, 0);
  bell_connection_synchronous = "FULL";
  remove_dir (g_steal_pointer (&template));
}

/* The disk fails at its k-th operation: the person is told, the file stays whole, and nothing acknowledged is missing. */
static void
fail_at_each (Fault         fault,
              BellErrorCode expected)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (test_seed ());
  BellId owner;
  g_autofree char *template = make_template (&owner);
  g_autofree char *from = database_of (template);
  int first = g_rand_int_range (rand, 1, FAULT_STEP + 1);
  int k, told = 0;

  for (k = first;; k += FAULT_STEP)
    {
      g_autofree char *dir = make_dir ();
      g_autofree char *path = database_of (dir);
      g_autoptr(BellStore) store = NULL;
      g_autoptr(GError) error = NULL;
      gboolean struck;
      int done = 0;

      fault_disk_arm (FAULT_NONE, 0);
      copy_template (from, path);
      store = bell_store_open (path, FALSE, &error);
      g_assert_no_error (error);
      write_ok (store, checkpoint_often, NULL);
      fault_disk_arm (fault, k);
      for (int i = 0; i < 3 && error == NULL; i++)
        {
          Command command = { owner, i };

          done += bell_store_write (store, save, &command, NULL, &error);
        }
      struck = fault_disk_struck ();
      if (error != NULL)
        {
          told++;
          g_assert_error (error, BELL_ERROR, expected);
          g_assert_nonnull (bell_error_get_hint (error));
          g_assert_true (struck);
        }

      /* The disk is well again: the same program goes on. */
      fault_disk_arm (FAULT_NONE, -1);
      if (error != NULL)
        {
          Command command = { owner, done };

          write_ok (store, save, &command);
          done++;
        }
      bell_store_close (store);
      g_assert_cmpint (look_after (path), ==, done);
      remove_dir (g_steal_pointer (&dir));
      if (!struck)
        break;
    }
  g_test_message ("failed at operations %d, %d … %d; %d failures were told to the person", first, first + FAULT_STEP, k, told);
  g_assert_cmpint (told, >, 5);
  remove_dir (g_steal_pointer (&template));
}

static void
test_full (void)
{
  fail_at_each (FAULT_FULL, BELL_ERROR_FULL);
}

static void
test_full_once (void)
{
  fail_at_each (FAULT_FULL_ONCE, BELL_ERROR_FULL);
}

static void
test_io (void)
{
  fail_at_each (FAULT_IO, BELL_ERROR_STORAGE);
}

static void
test_io_once (void)
{
  fail_at_each (FAULT_IO_ONCE, BELL_ERROR_STORAGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_disk_install ();
  g_test_add_func ("/storage/faults/power", test_power);
  g_test_add_func ("/storage/faults/full", test_full);
  g_test_add_func ("/storage/faults/full-once", test_full_once);
  g_test_add_func ("/storage/faults/io", test_io);
  g_test_add_func ("/storage/faults/io-once", test_io_once);
  return g_test_run ();
}
