/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bell-journal.h"
#include "storage-common.h"

int hotel_guests = N_GUESTS;

char *
make_dir (void)
{
  g_autoptr(GError) error = NULL;
  char *dir = g_dir_make_tmp ("deskbell-storage-XXXXXX", &error);

  g_assert_no_error (error);
  return dir;
}

void
remove_dir (char *dir)
{
  g_autoptr(GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_dir (g_steal_pointer (&path));
      else
        g_unlink (path);
    }
  g_rmdir (dir);
  g_free (dir);
}

char *
database_of (const char *dir)
{
  return g_build_filename (dir, "hotel.db", NULL);
}

BellStore *
open_new (const char *dir)
{
  g_autofree char *path = database_of (dir);
  g_autoptr(GError) error = NULL;
  BellStore *store = bell_store_open (path, TRUE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
begin (BellTxn      *txn,
       const BellId *who,
       const char   *why)
{
  BellAuthor author = { .who = who != NULL ? *who : BELL_ID_NONE, .role = "front-desk", .now = NOON, .property = "HLX", .why = why };

  bell_txn_begin_command (txn, &author);
}

void
write_ok (BellStore   *store,
          BellTxnFunc  func,
          gpointer     data)
{
  g_autoptr(GError) error = NULL;

  bell_store_write (store, func, data, NULL, &error);
  g_assert_no_error (error);
}

void
read_ok (BellStore   *store,
         BellTxnFunc  func,
         gpointer     data)
{
  g_autoptr(GError) error = NULL;

  bell_store_read (store, func, data, NULL, &error);
  g_assert_no_error (error);
}

BellRecord *
new_record (const char   *number,
            const char   *title,
            const BellId *owner)
{
  BellRecord *record = g_object_new (BELL_TYPE_RECORD, NULL);

  g_set_str (&record->property, "HLX");
  g_set_str (&record->workflow, "guest-experience");
  g_set_str (&record->number, number);
  g_set_str (&record->title, title);
  g_set_str (&record->department, "housekeeping");
  record->owner = *owner;
  record->opened_at = NOON - BELL_HOUR;
  record->due_at = NOON + BELL_HOUR;
  return record;
}

static gboolean
insert (BellTxn       *txn,
        gpointer       entity,
        BellClass      scope,
        const BellId  *record,
        BellId        *id,
        GError       **error)
{
  if (!bell_txn_insert (txn, entity, scope, record, error))
    return FALSE;
  if (id != NULL)
    *id = *bell_entity_get_id (entity);
  return TRUE;
}

static gboolean
make_people (BellTxn  *txn,
             Hotel    *hotel,
             GError  **error)
{
  static const char *const names[N_STAFF] = { "Maya Desk", "Omar House", "Ines Manager" };
  g_autoptr(BellProperty) property = g_object_new (BELL_TYPE_PROPERTY, NULL);

  g_set_str (&property->code, "HLX");
  g_set_str (&property->name, "Hotel Example");
  g_set_str (&property->currency, "EUR");
  g_set_str (&property->zone, "Europe/Berlin");
  if (!insert (txn, property, BELL_CLASS_OPS, NULL, NULL, error))
    return FALSE;

  for (int i = 0; i < N_STAFF; i++)
    {
      g_autoptr(BellStaff) staff = g_object_new (BELL_TYPE_STAFF, NULL);
      g_autoptr(BellShift) shift = g_object_new (BELL_TYPE_SHIFT, NULL);

      g_set_str (&staff->name, names[i]);
      g_set_str (&staff->roles, i == 0 ? "front-desk" : i == 1 ? "line-staff" : "duty-manager");
      staff->active = 1;
      if (!insert (txn, staff, BELL_CLASS_STAFF, NULL, &hotel->staff[i], error))
        return FALSE;
      shift->staff = hotel->staff[i];
      shift->starts_at = NOON - (i == 2 ? 30 : 4) * BELL_HOUR;
      shift->ends_at = shift->starts_at + 8 * BELL_HOUR;
      if (!insert (txn, shift, BELL_CLASS_STAFF, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_stay (BellTxn  *txn,
           Hotel    *hotel,
           int       n,
           GError  **error)
{
  static const char *const days[][2] = {
    { "2026-11-22", "2026-11-25" }, { "2026-11-20", "2026-11-22" }, { "2026-11-19", "2026-11-24" }, { "2026-08-01", "2026-12-24" },
  };
  g_autoptr(BellGuest) guest = g_object_new (BELL_TYPE_GUEST, NULL);
  g_autoptr(BellStay) stay = g_object_new (BELL_TYPE_STAY, NULL);

  g_set_str (&guest->first_name, n % 2 ? "Ana" : "José");
  guest->last_name = g_strdup_printf ("Zyxwvut%cson", 'a' + n);
  guest->email = g_strdup_printf ("ana%d@mail.example", n);
  guest->phone = g_strdup_printf ("+49 (30) 555-%04d", n);
  g_set_str (&guest->notes, n == 0 ? "Quarrelled loudly about Kirschwasser" : NULL);
  if (!insert (txn, guest, BELL_CLASS_IDENTITY, NULL, &hotel->guests[n], error))
    return FALSE;

  g_set_str (&stay->property, "HLX");
  stay->confirmation = g_strdup_printf ("C%05d", n);
  stay->guest = hotel->guests[n];
  g_set_str (&stay->surname, guest->last_name);
  stay->room = g_strdup_printf ("%d", 95 + n);
  g_set_str (&stay->arrival, days[n % 4][0]);
  g_set_str (&stay->departure, days[n % 4][1]);
  stay->status = n % 4 == 0 ? BELL_STAY_STATUS_RESERVED : BELL_STAY_STATUS_IN_HOUSE;
  stay->imported_at = NOON;
  return insert (txn, stay, BELL_CLASS_OPS, NULL, &hotel->stays[n], error);
}

static gboolean
make_controls (BellTxn       *txn,
               Hotel         *hotel,
               const BellId  *record,
               int            n,
               GError       **error)
{
  g_autoptr(BellException) exception = g_object_new (BELL_TYPE_EXCEPTION, NULL);
  g_autoptr(BellApproval) approval = g_object_new (BELL_TYPE_APPROVAL, NULL);
  g_autoptr(BellAlert) alert = g_object_new (BELL_TYPE_ALERT, NULL);
  g_autoptr(BellMoneyLine) line = g_object_new (BELL_TYPE_MONEY_LINE, NULL);

  exception->record = approval->record = alert->record = line->record = *record;
  g_set_str (&exception->note, "Promised twice, the guest Zyxwvutason waited");
  exception->impact = n % 4;
  exception->raised_at = approval->proposed_at = alert->raised_at = line->made_at = NOON - n * BELL_MINUTE;
  exception->raised_by = approval->proposed_by = line->made_by = hotel->staff[0];
  approval->class_ = n % 4 ? BELL_CLASS_MONEY : BELL_CLASS_OPS;
  g_set_str (&approval->new_value, "Zyxwvutason gets 40");
  g_set_str (&alert->role, "duty-manager");
  g_set_str (&alert->text, "Zyxwvutason waits");
  line->minor = 1200 + n;
  g_set_str (&line->currency, "EUR");

  return insert (txn, exception, BELL_CLASS_OPS, record, NULL, error) &&
         insert (txn, approval, approval->class_, record, NULL, error) &&
         insert (txn, alert, BELL_CLASS_OPS, record, NULL, error) &&
         insert (txn, line, BELL_CLASS_MONEY, record, NULL, error);
}

static gboolean
make_record (BellTxn  *txn,
             Hotel    *hotel,
             int       n,
             GError  **error)
{
  g_autofree char *number = bell_txn_next_number (txn, "GE", error);
  g_autoptr(BellRecord) record = new_record (number, "Towels for Zyxwvutason", &hotel->staff[n % N_STAFF]);
  g_autoptr(BellTask) task = g_object_new (BELL_TYPE_TASK, NULL);
  g_autoptr(BellItem) item = g_object_new (BELL_TYPE_ITEM, NULL);

  if (n % 5 == 4)
    g_set_str (&record->workflow, "crm");
  record->stay = hotel->stays[n % hotel_guests];
  record->guest = hotel->guests[n % hotel_guests];
  record->room = g_strdup_printf ("%d", 95 + n % hotel_guests);
  record->status = n % BELL_N_STATUSES;
  record->opened_at = NOON - (n % 7) * BELL_HOUR;
  record->opened_by = hotel->staff[(n + 1) % N_STAFF];
  record->due_at = n % 6 == 5 ? 0 : NOON + (n - 10) * BELL_MINUTE;
  record->ladder_at = n % 3 == 0 ? NOON + (n - 10) * BELL_MINUTE : 0;
  record->next_staff = n % 4 == 3 ? BELL_ID_NONE : hotel->staff[n % N_STAFF];
  g_set_str (&record->next_role, n % 4 == 3 ? "duty-manager" : NULL);
  if (!insert (txn, record, BELL_CLASS_OPS, NULL, &hotel->records[n], error))
    return FALSE;

  task->record = hotel->records[n];
  g_set_str (&task->property, "HLX");
  g_set_str (&task->department, n % 3 ? "housekeeping" : "engineering");
  g_set_str (&task->title, "Bring towels to Zyxwvutason");
  g_set_str (&task->notes, "Zyxwvutason was asleep");
  task->status = n % BELL_N_STATUSES;
  task->assignee = hotel->staff[1];
  task->created_at = NOON - BELL_HOUR;
  task->due_at = NOON + (n - 10) * BELL_MINUTE;
  task->done_at = task->status == BELL_STATUS_COMPLETE ? NOON - n * BELL_MINUTE : 0;
  item->record = hotel->records[n];
  item->slot = BELL_SLOT_OWNED;
  g_set_str (&item->kind, "guest-request");

  return insert (txn, task, BELL_CLASS_OPS, &hotel->records[n], &hotel->tasks[n], error) &&
         insert (txn, item, BELL_CLASS_OPS, &hotel->records[n], NULL, error) &&
         bell_txn_set_value (txn, item, "category", BELL_CLASS_OPS, FALSE, NULL, "towels", error) &&
         bell_txn_set_value (txn, item, "request", BELL_CLASS_OPS, TRUE, NULL, "Zyxwvutason wants two", error) &&
         bell_txn_set_value (txn, item, "address", BELL_CLASS_IDENTITY, TRUE, NULL, "Zyxwvutason Street 4", error) &&
         bell_txn_set_value (txn, item, "compensation", BELL_CLASS_MONEY, FALSE, NULL, "4000", error) &&
         (n % 2 || make_controls (txn, hotel, &hotel->records[n], n, error));
}

static gboolean
make_hotel (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Hotel *hotel = data;

  begin (txn, NULL, NULL);
  if (!make_people (txn, hotel, error))
    return FALSE;
  begin (txn, &hotel->staff[0], "Import for Zyxwvutason");
  for (int i = 0; i < hotel_guests; i++)
    if (!make_stay (txn, hotel, i, error))
      return FALSE;
  for (int i = 0; i < hotel_guests * 2; i++)
    {
      begin (txn, &hotel->staff[i % N_STAFF], i % 3 == 0 ? "Zyxwvutason rang the desk" : NULL);
      if (!make_record (txn, hotel, i, error))
        return FALSE;
    }
  return TRUE;
}

void
fill_hotel (BellStore *store,
            Hotel     *hotel)
{
  write_ok (store, make_hotel, hotel);
}

BellStore *
open_hotel (const char *dir,
            Hotel      *hotel)
{
  BellStore *store = open_new (dir);

  fill_hotel (store, hotel);
  return store;
}

sqlite3 *
open_raw (const char *dir,
          gboolean    tamper)
{
  g_autofree char *path = database_of (dir);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (tamper)
    exec_raw (db, "DROP TRIGGER journal_keep; DROP TRIGGER journal_stay; DROP TRIGGER journal_value_keep");
  return db;
}

void
exec_raw (sqlite3    *db,
          const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
}

gint64
integer_raw (sqlite3    *db,
             const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 value;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK || sqlite3_step (statement) != SQLITE_ROW)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

guint
count_bytes (const char *dir,
             const char *text)
{
  g_autoptr(GDir) folder = g_dir_open (dir, 0, NULL);
  gsize length = strlen (text);
  const char *name;
  guint found = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size = 0;

      if (!g_file_get_contents (path, &bytes, &size, NULL))
        continue;
      for (gsize i = 0; i + length <= size; i++)
        if (g_ascii_strncasecmp (bytes + i, text, length) == 0)
          found++;
    }
  return found;
}

void
assert_sound (BellStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = NULL;

  bell_store_check (store, NULL, NULL, NULL, &findings, &error);
  g_assert_no_error (error);
}

guint32
test_seed (void)
{
  const char *given = g_getenv ("DESKBELL_SEED");
  guint32 seed = given != NULL ? g_ascii_strtoull (given, NULL, 10) : g_random_int ();

  g_test_message ("DESKBELL_SEED=%u", seed);
  return seed;
}
