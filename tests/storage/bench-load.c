/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "bell-date.h"
#include "bench-words.h"
#include "storage-common.h"

/*
 * Puts five years of older work under a hotel that is there already: bench-load DATABASE RECORDS [CARDS].
 *
 * RECORDS / 5 stays with their guests; RECORDS records of which the newest tenth, 2,000 at most, are open; a task for every second record;
 * about five journal entries for each record. CARDS are open tasks on the open records, over all departments.
 * Everything is written through the storage, journal and search included, in the order of its time.
 */

#define SLICE 5000
#define MAX_OPEN 2000
#define YEARS 5
#define MAX_STAFF 64

typedef struct
{
  char *property;
  BellId staff[MAX_STAFF];
  guint n_staff;
  BellId *stays;
  BellId open[MAX_OPEN];
  int n_open;
  int from;
  int until;
  int records;
  int n_stays;
  int cards;
  gint64 now;
  GTimeZone *zone;
  GRand *rand;
} Load;

static const char *const departments[] = { "housekeeping", "engineering", "concierge", "front-office", "food-and-beverage" };
static const char *const workflows[] = { "guest-experience", "guest-experience", "package", "crm", "customer-journey" };

static const char *
any_word (Load *load)
{
  double x = g_rand_double (load->rand);

  return bench_words[(int) (x * x * G_N_ELEMENTS (bench_words))];
}

static const BellId *
anybody (Load *load)
{
  return &load->staff[g_rand_int_range (load->rand, 0, load->n_staff)];
}

static void
begin_at (BellTxn      *txn,
          Load         *load,
          const BellId *who,
          gint64        at)
{
  BellAuthor author = { .who = *who, .role = "front-desk", .now = at, .property = load->property };

  bell_txn_begin_command (txn, &author);
}

static gboolean
read_hotel (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Load *load = data;
  g_autoptr(GPtrArray) properties = bell_txn_list_properties (txn, error);
  g_autoptr(GPtrArray) people = bell_txn_list_staff (txn, 0, FALSE, error);

  if (properties == NULL || people == NULL)
    return FALSE;
  if (properties->len == 0 || people->len == 0)
    g_error ("There is no hotel in this file: make one first");
  load->property = g_strdup (((BellProperty *) properties->pdata[0])->code);
  load->n_staff = MIN (people->len, MAX_STAFF);
  for (guint i = 0; i < load->n_staff; i++)
    load->staff[i] = *bell_entity_get_id (people->pdata[i]);
  return TRUE;
}

static gint64
time_of (Load *load,
         int   i,
         int   n)
{
  return load->now - BELL_HOUR - (gint64) ((double) (n - i) / n * YEARS * 365 * 24) * BELL_HOUR;
}

static gboolean
load_stays (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Load *load = data;

  for (int i = load->from; i < load->until; i++)
    {
      g_autoptr(BellGuest) guest = g_object_new (BELL_TYPE_GUEST, NULL);
      g_autoptr(BellStay) stay = g_object_new (BELL_TYPE_STAY, NULL);
      /* The last of them leave before the hotel's own stays begin. */
      gint64 at = time_of (load, i, load->n_stays) - 45 * BELL_DAY;

      begin_at (txn, load, &load->staff[0], at);
      guest->first_name = g_strdup_printf ("First%d", g_rand_int_range (load->rand, 0, 900));
      guest->last_name = g_strdup_printf ("Last%d", g_rand_int_range (load->rand, 0, 30000));
      guest->email = g_strdup_printf ("g%d@mail.example", i);
      if (!bell_txn_insert (txn, BELL_ENTITY (guest), BELL_CLASS_IDENTITY, NULL, error))
        return FALSE;
      g_set_str (&stay->property, load->property);
      stay->confirmation = g_strdup_printf ("OLD-%07d", i);
      stay->guest = *bell_entity_get_id (BELL_ENTITY (guest));
      g_set_str (&stay->surname, guest->last_name);
      stay->room = g_strdup_printf ("%d", 101 + i % 300);
      stay->arrival = bell_time_day (at, load->zone);
      stay->departure = bell_day_add (stay->arrival, 1 + g_rand_int_range (load->rand, 0, 9));
      stay->status = BELL_STAY_STATUS_CHECKED_OUT;
      stay->imported_at = at;
      if (!bell_txn_insert (txn, BELL_ENTITY (stay), BELL_CLASS_OPS, NULL, error))
        return FALSE;
      load->stays[i] = *bell_entity_get_id (BELL_ENTITY (stay));
    }
  return TRUE;
}

static BellTask *
make_task (Load         *load,
           const BellId *record,
           const char   *title,
           gint64        at,
           int           i)
{
  BellTask *task = g_object_new (BELL_TYPE_TASK, NULL);

  task->record = *record;
  g_set_str (&task->property, load->property);
  g_set_str (&task->department, departments[i % G_N_ELEMENTS (departments)]);
  g_set_str (&task->title, title);
  task->room = g_strdup_printf ("%d", 101 + i % 300);
  task->created_at = at;
  return task;
}

static BellRecord *
make_record (BellTxn *txn,
             Load    *load,
             int      i,
             gint64   at)
{
  BellRecord *record = g_object_new (BELL_TYPE_RECORD, NULL);

  g_set_str (&record->property, load->property);
  g_set_str (&record->workflow, workflows[i % G_N_ELEMENTS (workflows)]);
  record->number = bell_txn_next_number (txn, "OLD", NULL);
  record->title = g_strdup_printf ("%s %s %s for %d", any_word (load), any_word (load), any_word (load), 101 + i % 300);
  g_set_str (&record->department, departments[i % G_N_ELEMENTS (departments)]);
  record->owner = *anybody (load);
  record->opened_by = load->staff[0];
  record->stay = load->stays[MIN ((gint64) i * load->n_stays / load->records, load->n_stays - 1)];
  record->room = g_strdup_printf ("%d", 101 + i % 300);
  record->opened_at = at;
  record->due_at = at + 2 * BELL_HOUR;
  return record;
}

/* Its deadline was moved and it was finished: three entries. */
static gboolean
finish (BellTxn     *txn,
        BellRecord  *record,
        GError     **error)
{
  g_autoptr(BellRecord) moved = bell_entity_copy (record);

  moved->due_at += BELL_HOUR;
  moved->status = BELL_STATUS_COMPLETE;
  moved->closed_at = record->opened_at + BELL_HOUR;
  return bell_txn_update (txn, BELL_ENTITY (record), BELL_ENTITY (moved), BELL_CLASS_OPS, NULL, error);
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
      int open = i - (load->records - load->n_open);
      gint64 at = time_of (load, i, load->records);
      g_autoptr(BellRecord) record = NULL;
      g_autoptr(BellTask) task = NULL;
      const BellId *id;

      begin_at (txn, load, anybody (load), at);
      record = make_record (txn, load, i, at);
      if (open >= 0)
        {
          record->next_text = g_strdup ("Bring it to the room");
          record->next_staff = record->owner;
          record->next_due = load->now + g_rand_int_range (load->rand, 5, 2000) * BELL_MINUTE;
        }
      if (!bell_txn_insert (txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error))
        return FALSE;
      id = bell_entity_get_id (BELL_ENTITY (record));
      if (open >= 0)
        load->open[open] = *id;
      if (i % 2 == 0)
        {
          task = make_task (load, id, record->title, at, i);
          task->status = open >= 0 ? i / 2 % 4 : BELL_STATUS_COMPLETE;
          task->done_at = open >= 0 ? 0 : at + BELL_HOUR;
          task->due_at = record->due_at;
          if (!bell_txn_insert (txn, BELL_ENTITY (task), BELL_CLASS_OPS, id, error))
            return FALSE;
        }
      if (open < 0 && !finish (txn, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_cards (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Load *load = data;

  for (int i = load->from; i < load->until; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %s for %d", any_word (load), any_word (load), 101 + i % 300);
      g_autoptr(BellTask) task = make_task (load, &load->open[i % load->n_open], title, load->now - BELL_HOUR, i);

      begin_at (txn, load, anybody (load), load->now - BELL_HOUR);
      task->status = i / 5 % 4;
      task->due_at = load->now + g_rand_int_range (load->rand, 5, 5000) * BELL_MINUTE;
      if (!bell_txn_insert (txn, BELL_ENTITY (task), BELL_CLASS_OPS, &task->record, error))
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

  if (n == 0)
    return;
  for (load->from = 0; load->from < n; load->from = load->until)
    {
      load->until = MIN (load->from + SLICE, n);
      write_ok (store, func, load);
    }
  seconds = (g_get_monotonic_time () - started) / 1e6;
  g_print ("load %d %s: %.1f s, %.0f /s\n", n, what, seconds, n / seconds);
}

int
main (int    argc,
      char **argv)
{
  Load load = { .now = g_get_real_time () };
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStore) store = NULL;
  gint64 started;

  load.records = argc > 2 ? atoi (argv[2]) : 0;
  load.cards = argc > 3 ? atoi (argv[3]) : 0;
  if (load.records < 100)
    {
      g_printerr ("Usage: bench-load DATABASE RECORDS [CARDS]; at least 100 records\n");
      return 2;
    }
  load.n_open = MIN (MAX_OPEN, load.records / 10);
  store = bell_store_open (argv[1], FALSE, &error);
  g_assert_no_error (error);
  load.n_stays = load.records / 5;
  load.stays = g_new0 (BellId, load.n_stays);
  load.zone = g_time_zone_new_utc ();
  load.rand = g_rand_new_with_seed (7);
  read_ok (store, read_hotel, &load);

  bell_store_suspend_search (store, &error);
  g_assert_no_error (error);
  load_in_slices (store, &load, load_stays, load.n_stays, "stays");
  load_in_slices (store, &load, load_records, load.records, "records");
  load_in_slices (store, &load, load_cards, load.cards, "cards");
  started = g_get_monotonic_time ();
  bell_store_rebuild_search (store, &error);
  g_assert_no_error (error);
  g_print ("search rebuilt: %.1f s\n", (g_get_monotonic_time () - started) / 1e6);
  bell_store_close (store);
  g_time_zone_unref (load.zone);
  g_free (load.stays);
  g_free (load.property);
  g_rand_free (load.rand);
  return 0;
}
