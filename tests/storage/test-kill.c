/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bell-journal.h"
#include "storage-common.h"

#define KILLS 60
#define THREADS 3

typedef struct
{
  BellStore *store;
  int fd;
  int thread;
} Worker;

static gboolean
save (BellTxn       *txn,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  BellId owner = bell_id_new (NOON);
  g_autoptr(BellRecord) record = NULL;

  begin (txn, NULL, "A reason");
  record = new_record (data, "Will be killed", &owner);
  return bell_txn_insert (txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error) &&
         bell_txn_set_setting (txn, data, "1", error);
}

/* Saves for ever; each acknowledged command is told to the parent. */
static gpointer
work (gpointer data)
{
  Worker *worker = data;

  for (int i = 0;; i++)
    {
      char line[32];

      g_snprintf (line, sizeof line, "%d-%d-%d", (int) getpid (), worker->thread, i);
      write_ok (worker->store, save, line);
      strcat (line, "\n");
      if (write (worker->fd, line, strlen (line)) < 0)
        exit (1);
    }
  return NULL;
}

static int
be_child (const char *path,
          int         fd)
{
  g_autoptr(GError) error = NULL;
  BellStore *store = bell_store_open (path, TRUE, &error);
  Worker workers[THREADS];

  g_assert_no_error (error);
  for (int i = 0; i < THREADS; i++)
    {
      workers[i] = (Worker) { store, fd, i };
      if (i > 0)
        g_thread_unref (g_thread_new ("worker", work, &workers[i]));
    }
  work (&workers[0]);
  return 0;
}

static void
run_and_kill (const char *path,
              GRand      *rand,
              gboolean    working,
              GString    *told)
{
  g_autofree char *fd_text = NULL;
  int ends[2];
  char buffer[4096];
  gssize n;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  fd_text = g_strdup_printf ("%d", ends[1]);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      execl ("/proc/self/exe", "test-storage-kill", "--child", path, fd_text, NULL);
      _exit (1);
    }
  g_assert_cmpint (child, >, 0);
  close (ends[1]);
  /* Only once it has begun to tell, however slow the machine is; else also in the middle of opening. */
  if (working)
    g_poll (&(GPollFD) { .fd = ends[0], .events = G_IO_IN }, 1, -1);
  g_usleep (g_rand_int_range (rand, 0, 60000));
  kill (child, SIGKILL);
  while ((n = read (ends[0], buffer, sizeof buffer)) > 0)
    g_string_append_len (told, buffer, n);
  close (ends[0]);
  waitpid (child, NULL, 0);
}

/* Killed again and again at any moment: nothing acknowledged is lost, and the file is sound. */
static void
test_kill (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = database_of (dir);
  g_autoptr(GRand) rand = g_rand_new_with_seed (test_seed ());
  g_autoptr(GString) told = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;
  g_autoptr(BellStore) store = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BellJournalReport report;
  sqlite3_stmt *statement = NULL;
  sqlite3 *db;

  for (int i = 0; i < KILLS; i++)
    run_and_kill (path, rand, i % 3 != 0, told);

  store = open_new (dir);
  g_assert_true (bell_journal_verify (store, NULL, NULL, NULL, NULL, &report, &error));
  g_assert_no_error (error);
  g_clear_object (&store);

  db = open_raw (dir, FALSE);
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM setting s LEFT JOIN record r ON r.number = s.key WHERE r.id IS NULL"), ==, 0);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT key FROM setting", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_add (kept, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  lines = g_strsplit (told->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    if (!g_hash_table_contains (kept, lines[i]))
      g_error ("the acknowledged command %s is lost", lines[i]);
  g_test_message ("%d kills, %u commands acknowledged, %u kept", KILLS, g_strv_length (lines) - 1, g_hash_table_size (kept));
  g_assert_cmpint (g_strv_length (lines), >, KILLS / 2);
  remove_dir (g_steal_pointer (&dir));
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return be_child (argv[2], atoi (argv[3]));

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/kill", test_kill);
  return g_test_run ();
}
