/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "bell-date.h"
#include "bell-journal.h"
#include "bell-txn-private.h"
#include "bench-probe.h"
#include "storage-common.h"

/* How fast the storage is, beside raw SQLite that writes the same rows in the same run.
 * bench-storage DIRECTORY [RECORDS]: makes the hotel on first use and keeps it. */

#define SLICE 200
#define OPEN_RECORDS 2000
#define SAVES 400

static const char *const words[] = {
  "towels", "pillow", "extra", "bed", "quiet", "late", "early", "checkout", "taxi", "airport", "champagne", "birthday", "allergy",
  "noise", "shower", "cold", "warm", "light", "broken", "television", "remote", "minibar", "invoice", "deposit", "refund", "breakfast",
  "vegan", "child", "cot", "wheelchair", "parking", "window", "view", "upgrade", "lost", "found", "laundry", "iron", "safe", "key",
};

typedef struct
{
  BellId staff[20];
  BellId *stays;
  int from;
  int until;
  int records;
  int n_stays;
  GRand *rand;
} Load;

static const char *
any_word (Load *load)
{
  /* The first words are the common ones. */
  double x = g_rand_double (load->rand);

  return words[(int) (x * x * G_N_ELEMENTS (words))];
}

static gboolean
load_people (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Load *load = data;

  begin (txn, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (load->staff); i++)
    {
      g_autoptr(BellStaff) staff = g_object_new (BELL_TYPE_STAFF, NULL);

      staff->name = g_strdup_printf ("Person %u", i);
      staff->active = 1;
      if (!bell_txn_insert (txn, BELL_ENTITY (staff), BELL_CLASS_STAFF, NULL, error))
        return FALSE;
      load->staff[i] = *bell_entity_get_id (BELL_ENTITY (staff));
    }
  return TRUE;
}

/* Arrivals spread evenly over five years, the last of them a month ahead. */
static char *
arrival_of (int i,
            int n)
{
  return bell_day_add (TODAY, 30 - (int) ((double) (n - i) / n * 5 * 365));
}

static gboolean
load_stays (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Load *load = data;

  begin (txn, &load->staff[0], NULL);
  for (int i = load->from; i < load->until; i++)
    {
      g_autoptr(BellGuest) guest = g_object_new (BELL_TYPE_GUEST, NULL);
      g_autoptr(BellStay) stay = g_object_new (BELL_TYPE_STAY, NULL);
      g_autofree char *arrival = arrival_of (i, load->n_stays);

      guest->first_name = g_strdup_printf ("First%d", g_rand_int_range (load->rand, 0, 900));
      guest->last_name = g_strdup_printf ("Last%d", g_rand_int_range (load->rand, 0, 30000));
      guest->email = g_strdup_printf ("g%d@mail.example", i);
      if (!bell_txn_insert (txn, BELL_ENTITY (guest), BELL_CLASS_IDENTITY, NULL, error))
        return FALSE;
      g_set_str (&stay->property, "HLX");
      stay->confirmation = g_strdup_printf ("C%07d", i);
      stay->guest = *bell_entity_get_id (BELL_ENTITY (guest));
      g_set_str (&stay->surname, guest->last_name);
      stay->room = g_strdup_printf ("%d", 101 + i % 300);
      g_set_str (&stay->arrival, arrival);
      stay->departure = bell_day_add (arrival, 1 + g_rand_int_range (load->rand, 0, 9));
      stay->status = strcmp (stay->departure, TODAY) < 0 ? BELL_STAY_STATUS_CHECKED_OUT
        : strcmp (arrival, TODAY) < 0 ? BELL_STAY_STATUS_IN_HOUSE : BELL_STAY_STATUS_RESERVED;
      if (!bell_txn_insert (txn, BELL_ENTITY (stay), BELL_CLASS_OPS, NULL, error))
        return FALSE;
      load->stays[i] = *bell_entity_get_id (BELL_ENTITY (stay));
    }
  return TRUE;
}

static gboolean
load_records (BellTxn       *txn,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Load *load = data;

  for (int i = load->from; i < load->until; i++)
    {
      const BellId *owner = &load->staff[g_rand_int_range (load->rand, 0, G_N_ELEMENTS (load->staff))];
      g_autofree char *number = NULL;
      g_autofree char *title = g_strdup_printf ("%s %s %s for %d", any_word (load), any_word (load), any_word (load), 101 + i % 300);
      g_autoptr(BellRecord) record = NULL;
      g_autoptr(BellRecord) moved = NULL;
      g_autoptr(BellTask) task = g_object_new (BELL_TYPE_TASK, NULL);
      gboolean is_open = i >= load->records - OPEN_RECORDS;

      begin (txn, owner, NULL);
      number = bell_txn_next_number (txn, "GE", error);
      record = new_record (number, title, owner);
      record->opened_at = NOON - (load->records - i) * (5 * 365 * BELL_DAY / load->records);
      record->next_due = is_open ? NOON + g_rand_int_range (load->rand, -500, 500) * BELL_MINUTE : 0;
      record->next_staff = is_open ? *owner : BELL_ID_NONE;
      record->stay = load->stays[g_rand_int_range (load->rand, 0, load->n_stays)];
      record->room = g_strdup_printf ("%d", 101 + i % 300);
      if (!bell_txn_insert (txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error))
        return FALSE;
      task->record = *bell_entity_get_id (BELL_ENTITY (record));
      g_set_str (&task->department, i % 3 ? "housekeeping" : "engineering");
      g_set_str (&task->title, title);
      task->status = is_open ? i % 4 : BELL_STATUS_COMPLETE;
      task->done_at = is_open ? 0 : record->opened_at + BELL_HOUR;
      if (i % 4 == 0 && !bell_txn_insert (txn, BELL_ENTITY (task), BELL_CLASS_OPS, &task->record, error))
        return FALSE;
      if (is_open)
        continue;
      moved = bell_entity_copy (record);
      moved->status = BELL_STATUS_COMPLETE;
      moved->closed_at = record->opened_at + BELL_HOUR;
      if (!bell_txn_update (txn, BELL_ENTITY (record), BELL_ENTITY (moved), BELL_CLASS_OPS, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
load_in_slices (BellStore   *store,
                Load        *load,
                BellTxnFunc  func,
                int          n,
                const char  *what)
{
  gint64 started = g_get_monotonic_time ();
  double seconds;

  for (load->from = 0; load->from < n; load->from = load->until)
    {
      load->until = MIN (load->from + SLICE, n);
      write_ok (store, func, load);
    }
  seconds = (g_get_monotonic_time () - started) / 1e6;
  g_print ("load %d %s: %.1f s, %.0f /s\n", n, what, seconds, n / seconds);
}

static void
make_file (BellStore *store,
           int        records)
{
  Load load = { .records = records, .n_stays = MAX (records / 5, 10), .rand = g_rand_new_with_seed (7) };
  gint64 started;

  load.stays = g_new0 (BellId, load.n_stays);
  bell_store_suspend_search (store, NULL);
  write_ok (store, load_people, &load);
  load_in_slices (store, &load, load_stays, load.n_stays, "stays");
  load_in_slices (store, &load, load_records, records, "records");
  started = g_get_monotonic_time ();
  bell_store_rebuild_search (store, NULL);
  g_print ("search rebuilt: %.1f s\n", (g_get_monotonic_time () - started) / 1e6);
  g_free (load.stays);
  g_rand_free (load.rand);
}

typedef struct
{
  double *times;
  int n;
} Times;

static int
compare_times (const void *a,
               const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static void
tell_times (const char *what,
            Times      *times)
{
  qsort (times->times, times->n, sizeof (double), compare_times);
  g_print ("%-34s p50 %7.3f ms   p99 %7.3f ms   max %7.3f ms\n", what, times->times[times->n / 2],
           times->times[times->n * 99 / 100], times->times[times->n - 1]);
}

typedef struct
{
  const char *what;
  BellQuery query;
} Reading;

static const Reading readings[] = {
  { "work of a person", { .list = BELL_LIST_WORK, .status = -1 } },
  { "board, one column", { .list = BELL_LIST_BOARD, .status = 1, .department = (char *) "housekeeping" } },
  { "board, complete", { .list = BELL_LIST_BOARD, .status = 4, .department = (char *) "housekeeping" } },
  { "records, newest", { .list = BELL_LIST_RECORDS, .status = -1, .property = (char *) "HLX" } },
  { "records of a workflow", { .list = BELL_LIST_RECORDS, .status = -1, .workflow = (char *) "guest-experience" } },
  { "records, open", { .list = BELL_LIST_RECORDS, .status = -1, .open_only = TRUE } },
  { "records, complete", { .list = BELL_LIST_RECORDS, .status = 4 } },
  { "arrivals", { .list = BELL_LIST_ARRIVALS, .status = -1 } },
  { "in house", { .list = BELL_LIST_IN_HOUSE, .status = -1 } },
  { "departures", { .list = BELL_LIST_DEPARTURES, .status = -1 } },
  { "guests", { .list = BELL_LIST_GUESTS, .status = -1 } },
  { "journal", { .list = BELL_LIST_JOURNAL, .status = -1 } },
  { "journal of records", { .list = BELL_LIST_JOURNAL, .status = -1, .kind = (char *) "record" } },
  { "search", { .list = BELL_LIST_SEARCH, .status = -1 } },
  { "search two words", { .list = BELL_LIST_SEARCH, .status = -1 } },
  { "records by text", { .list = BELL_LIST_RECORDS, .status = -1 } },
};

/* What a person has typed so far: one to three words, the last one maybe half. */
static char *
typed (GRand    *rand,
       gboolean  several)
{
  GString *text = g_string_new (NULL);
  int n = several ? g_rand_int_range (rand, 2, 4) : 1;

  for (int i = 0; i < n; i++)
    {
      const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
      int length = strlen (word);

      g_string_append_printf (text, "%s%.*s", i > 0 ? " " : "", i < n - 1 ? length : g_rand_int_range (rand, 1, length + 1), word);
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_printf (text, "last%d", g_rand_int_range (rand, 0, 30000));
  return g_string_free_and_steal (text);
}

static gboolean
read_lists (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autoptr(BellStaff) person = bell_txn_find_staff (txn, "Person 3", error);
  double spent[300];
  Times times = { spent, 0 };
  BellQuery base = { .status = -1, .classes = BELL_CLASS_ALL, .now = NOON, .day = (char *) TODAY, .department = (char *) "housekeeping" };

  base.staff = *bell_entity_get_id (BELL_ENTITY (person));
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      gboolean text = g_str_has_prefix (readings[i].what, "search") || g_str_has_suffix (readings[i].what, "text");

      times.n = text ? 300 : 60;
      for (int n = 0; n < times.n; n++)
        {
          BellQuery query = readings[i].query;
          g_autofree char *words_typed = typed (rand, !g_str_equal (readings[i].what, "search"));
          g_autoptr(GPtrArray) rows = NULL;
          gint64 started;

          query.classes = BELL_CLASS_ALL;
          query.now = NOON;
          query.day = (char *) TODAY;
          query.text = text ? words_typed : NULL;
          if (query.list == BELL_LIST_WORK)
            query.staff = base.staff;
          started = g_get_monotonic_time ();
          rows = bell_txn_list (txn, &query, NULL, 50, error);
          times.times[n] = (g_get_monotonic_time () - started) / 1e3;
          if (text && times.times[n] > 20)
            g_print ("  slow: “%s” %.1f ms, %u rows\n", words_typed, times.times[n], rows->len);
        }
      tell_times (readings[i].what, &times);
    }

  times.n = 60;
  for (int n = 0; n < times.n; n++)
    {
      gint64 started = g_get_monotonic_time ();
      BellCounts counts;

      if (!bell_txn_counts (txn, &base, &counts, error))
        return FALSE;
      times.times[n] = (g_get_monotonic_time () - started) / 1e3;
      bell_counts_clear (&counts);
    }
  tell_times ("counts", &times);
  return TRUE;
}

/* One saved command: a status moves, a deadline and a reason with it, and what is next is worked out. */
static gboolean
save_one (BellTxn       *txn,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  BellRecord *before = data;
  g_autoptr(BellRecord) row = bell_txn_get (txn, BELL_TYPE_RECORD, bell_entity_get_id (BELL_ENTITY (before)), error);
  g_autoptr(BellRecord) after = bell_entity_copy (row);

  begin (txn, &before->owner, "The guest asked again");
  after->status = row->status == BELL_STATUS_PENDING ? BELL_STATUS_NEW : BELL_STATUS_PENDING;
  after->due_at = row->due_at + BELL_MINUTE;
  g_set_str (&after->waits_for, after->status == BELL_STATUS_PENDING ? "linen" : "the engineer");
  g_set_str (&after->next_text, after->status == BELL_STATUS_PENDING ? "Bring the linen" : "Ask the engineer");
  return bell_txn_update (txn, BELL_ENTITY (row), BELL_ENTITY (after), BELL_CLASS_OPS, NULL, error);
}

/* Another: a record is filed; its words go into the search. */
static gboolean
file_one (BellTxn       *txn,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  BellRecord *like = data;
  g_autofree char *number = NULL;
  g_autoptr(BellRecord) record = NULL;

  begin (txn, &like->owner, NULL);
  number = bell_txn_next_number (txn, "NEW", error);
  record = new_record (number, "extra towels and a pillow", &like->owner);
  record->stay = like->stay;
  g_set_str (&record->room, like->room);
  return bell_txn_insert (txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error);
}

static gboolean
do_all (BellTxn       *txn,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  BellTxnFunc func = ((gpointer *) data)[0];
  GPtrArray *records = ((gpointer *) data)[1];

  for (guint i = 0; i < records->len; i++)
    if (!func (txn, records->pdata[i], cancellable, error))
      return FALSE;
  return TRUE;
}

static gboolean
pick_open (BellTxn       *txn,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  BellQuery query = { .list = BELL_LIST_WORK, .status = -1, .classes = 1, .now = NOON };

  *(GPtrArray **) data = bell_txn_list (txn, &query, NULL, SAVES, error);
  return TRUE;
}

static double
run_ours (BellStore   *store,
          GPtrArray   *records,
          BellTxnFunc  func,
          gboolean     batched,
          Times       *times)
{
  gpointer all[] = { func, records };
  gint64 started = g_get_monotonic_time ();

  if (batched)
    write_ok (store, do_all, all);
  for (guint i = 0; !batched && i < records->len; i++)
    {
      gint64 one = g_get_monotonic_time ();

      write_ok (store, func, records->pdata[i]);
      times->times[i] = (g_get_monotonic_time () - one) / 1e3;
    }
  return records->len / ((g_get_monotonic_time () - started) / 1e6);
}

static void
measure_saves (BellStore  *store,
               const char *dir)
{
  static const struct
  {
    const char *what;
    BellTxnFunc ours;
    ProbeFunc raw;
  } kinds[] = { { "moved", save_one, probe_save }, { "filed", file_one, probe_file } };
  g_autofree char *path = database_of (dir);
  g_autofree char *copy = g_build_filename (dir, "probe.db", NULL);
  g_autofree char *command = g_strdup_printf ("cp '%s' '%s'; rm -f '%s-wal' '%s-shm'", path, copy, copy, copy);
  g_autoptr(GPtrArray) records = NULL;
  double spent[SAVES];
  Times times = { spent, SAVES };
  Probe probe = { 0 };

  read_ok (store, pick_open, &records);
  bell_store_close (store);
  g_assert_cmpint (system (command), ==, 0);
  g_autoptr(BellStore) again = open_new (dir);
  probe_open (&probe, copy);
  times.n = records->len;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (int batched = 0; batched < 2; batched++)
      for (int round = 0; round < 4; round++)
        {
          double ours = run_ours (again, records, kinds[kind].ours, batched, &times);
          double raw = probe_run (&probe, records, kinds[kind].raw, round, batched);

          g_print ("a record %s, %s: ours %.0f /s, raw %.0f /s, ratio %.2f\n", kinds[kind].what, batched ? "batched" : "one by one",
                   ours, raw, ours / raw);
          if (!batched && round == 3)
            tell_times (kinds[kind].what, &times);
        }
  probe_close (&probe);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr(BellStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gboolean fresh;
  gint64 started;

  if (argc < 2)
    {
      g_printerr ("Usage: bench-storage DIRECTORY [RECORDS]\n");
      return 2;
    }
  path = database_of (argv[1]);
  fresh = !g_file_test (path, G_FILE_TEST_EXISTS);
  started = g_get_monotonic_time ();
  store = open_new (argv[1]);
  g_print ("open: %.2f ms\n", (g_get_monotonic_time () - started) / 1e3);
  if (fresh)
    make_file (store, argc > 2 ? atoi (argv[2]) : 20000);
  read_ok (store, read_lists, NULL);
  if (argc > 3)
    {
      BellJournalReport report;

      started = g_get_monotonic_time ();
      bell_journal_verify (store, NULL, NULL, NULL, NULL, &report, &error);
      g_assert_no_error (error);
      g_print ("verify: %.1f s for %d entries and %d rows\n", (g_get_monotonic_time () - started) / 1e6, (int) report.entries, (int) report.rows);
    }
  measure_saves (store, argv[1]);
  return 0;
}
