/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bell-date.h"
#include "bell-journal.h"
#include "bell-txn-private.h"
#include "bench-probe.h"
#include "bench-words.h"

/*
 * How fast the storage is, beside raw SQLite that writes the same rows in the same run.
 *
 * bench-storage DATABASE SCRATCH [verify]: reads the hotel as it is; what writes does so on copies in the folder SCRATCH.
 */

#define SAVES 400

static char *property;
static char *today;
static gint64 now;

/* Whose work is read and who saves. */
static BellId person;

static void
begin_now (BellTxn      *txn,
           const BellId *who,
           const char   *why)
{
  BellAuthor author = { .who = *who, .role = "front-desk", .now = now, .property = property, .why = why };

  bell_txn_begin_command (txn, &author);
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

/* Of all threads; readings are told in it, because it does not grow when the machine has other work. */
static double
processor_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
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
  { "records, newest", { .list = BELL_LIST_RECORDS, .status = -1,  } },
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
      const char *word = bench_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (bench_words))];
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
  double spent[300];
  Times times = { spent, 0 };
  BellQuery base = { .status = -1, .classes = BELL_CLASS_ALL, .now = now, .day = today, .department = (char *) "housekeeping" };

  base.staff = person;
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      gboolean text = g_str_has_prefix (readings[i].what, "search") || g_str_has_suffix (readings[i].what, "text");

      times.n = text ? 300 : 60;
      for (int n = 0; n < times.n; n++)
        {
          BellQuery query = readings[i].query;
          g_autofree char *words_typed = typed (rand, !g_str_equal (readings[i].what, "search"));
          g_autoptr(GPtrArray) rows = NULL;
          double started;

          query.classes = BELL_CLASS_ALL;
          query.now = now;
          query.day = today;
          query.text = text ? words_typed : NULL;
          if (query.list == BELL_LIST_WORK)
            query.staff = base.staff;
          started = processor_ms ();
          rows = bell_txn_list (txn, &query, NULL, 50, error);
          times.times[n] = processor_ms () - started;
        }
      tell_times (readings[i].what, &times);
    }

  times.n = 60;
  for (int n = 0; n < times.n; n++)
    {
      double started = processor_ms ();
      BellCounts counts;

      if (!bell_txn_counts (txn, &base, &counts, error))
        return FALSE;
      times.times[n] = processor_ms () - started;
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

  begin_now (txn, &before->owner, "The guest asked again");
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

  begin_now (txn, &like->owner, NULL);
  number = bell_txn_next_number (txn, "NEW", error);
  record = new_record (number, "extra towels and a pillow", &like->owner);
  g_set_str (&record->property, property);
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
  BellQuery query = { .list = BELL_LIST_WORK, .status = -1, .classes = 1, .now = now };

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
drop_file (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *whole = g_strconcat (path, ends[i], NULL);

      g_unlink (whole);
    }
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr(GFile) source = g_file_new_for_path (from);
  g_autoptr(GFile) target = g_file_new_for_path (to);
  g_autoptr(GError) error = NULL;

  drop_file (to);
  g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
measure_saves (BellStore  *store,
               const char *path,
               const char *scratch)
{
  static const struct
  {
    const char *what;
    BellTxnFunc ours;
    ProbeFunc raw;
  } kinds[] = { { "moved", save_one, probe_save }, { "filed", file_one, probe_file } };
  g_autofree char *ours_path = g_build_filename (scratch, "ours.deskbell", NULL);
  g_autofree char *copy = g_build_filename (scratch, "probe.deskbell", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = NULL;
  double spent[SAVES];
  Times times = { spent, SAVES };
  Probe probe = { 0 };

  read_ok (store, pick_open, &records);
  bell_store_close (store);
  copy_file (path, ours_path);
  copy_file (path, copy);
  g_autoptr(BellStore) again = bell_store_open (ours_path, FALSE, &error);
  g_assert_no_error (error);
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
  bell_store_close (again);
  drop_file (ours_path);
  drop_file (copy);
}

static gboolean
find_out (BellTxn       *txn,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GPtrArray) properties = bell_txn_list_properties (txn, error);
  g_autoptr(GPtrArray) people = bell_txn_list_staff (txn, 0, FALSE, error);

  if (properties == NULL || people == NULL)
    return FALSE;
  g_assert_cmpuint (properties->len, >, 0);
  g_assert_cmpuint (people->len, >, 3);
  property = g_strdup (((BellProperty *) properties->pdata[0])->code);
  person = *bell_entity_get_id (people->pdata[3]);
  return TRUE;
}

static void
verify (BellStore *store)
{
  g_autoptr(GError) error = NULL;
  BellJournalReport report;
  gint64 started = g_get_monotonic_time ();

  bell_journal_verify (store, NULL, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_print ("verify: %.1f s for %d entries and %d rows\n", (g_get_monotonic_time () - started) / 1e6,
           (int) report.entries, (int) report.rows);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(BellStore) store = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  gint64 started;

  if (argc < 3)
    {
      g_printerr ("Usage: bench-storage DATABASE SCRATCH [verify]\n");
      return 2;
    }
  now = g_get_real_time ();
  today = bell_time_day (now, zone);
  started = g_get_monotonic_time ();
  store = bell_store_open (argv[1], FALSE, &error);
  g_assert_no_error (error);
  g_print ("open: %.2f ms\n", (g_get_monotonic_time () - started) / 1e3);
  read_ok (store, find_out, NULL);
  read_ok (store, read_lists, NULL);
  if (argc > 3)
    verify (store);
  measure_saves (store, argv[1], argv[2]);
  return 0;
}
