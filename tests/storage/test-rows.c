/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-table.h"
#include "storage-common.h"

/* Every field that is not joined has its column, and of the right kind. */
static void
test_columns (void)
{
  GType types[] = {
    BELL_TYPE_PROPERTY, BELL_TYPE_STAFF, BELL_TYPE_SHIFT, BELL_TYPE_GUEST, BELL_TYPE_STAY, BELL_TYPE_RECORD, BELL_TYPE_ITEM,
    BELL_TYPE_TASK, BELL_TYPE_EXCEPTION, BELL_TYPE_APPROVAL, BELL_TYPE_ALERT, BELL_TYPE_MONEY_LINE,
  };
  g_autofree char *dir = make_dir ();
  g_autoptr(BellStore) store = open_new (dir);
  g_autoptr(sqlite3) db = NULL;

  g_clear_object (&store);
  db = open_raw (dir, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const BellTable *table = bell_table_for (types[i]);

      for (guint f = 0; f < table->klass->n_fields; f++)
        {
          const BellField *field = &table->klass->fields[f];
          const char *wanted = field->type == BELL_FIELD_ID ? "BLOB"
            : field->type == BELL_FIELD_TEXT || field->type == BELL_FIELD_VALUES ? "TEXT" : "INTEGER";
          g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM pragma_table_info ('%s') WHERE name = '%s' AND type = '%s'",
                                                  table->name, g_str_equal (field->name, "class_") ? "class" : field->name, wanted);

          if (!bell_field_is_stored (field))
            continue;
          if (integer_raw (db, sql) != 1)
            g_error ("%s.%s has no column of type %s", table->name, field->name, wanted);
        }
    }
  sqlite3_close (g_steal_pointer (&db));
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
look_at_rows (BellTxn       *txn,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Hotel *hotel = data;
  g_autoptr(BellRecord) record = bell_txn_get (txn, BELL_TYPE_RECORD, &hotel->records[0], error);
  g_autoptr(BellTask) task = bell_txn_get (txn, BELL_TYPE_TASK, &hotel->tasks[0], error);
  g_autoptr(BellStay) stay = bell_txn_get (txn, BELL_TYPE_STAY, &hotel->stays[0], error);
  g_autoptr(BellGuest) guest = bell_txn_get (txn, BELL_TYPE_GUEST, &hotel->guests[0], error);
  g_autoptr(BellGuest) nobody = NULL;
  g_autoptr(GError) missing = NULL;

  g_assert_no_error (*error);
  g_assert_cmpstr (record->number, ==, "GE-1001");
  g_assert_cmpstr (record->owner_name, ==, "Maya Desk");
  g_assert_cmpstr (record->surname, ==, "Zyxwvutason");
  g_assert_cmpint (bell_entity_get_revision (BELL_ENTITY (record)), >, 0);
  g_assert_cmpstr (task->number, ==, "GE-1001");
  g_assert_cmpstr (task->workflow, ==, "guest-experience");
  g_assert_cmpstr (task->assignee_name, ==, "Omar House");
  g_assert_cmpstr (stay->guest_name, ==, "José Zyxwvutason");
  g_assert_cmpint (stay->open_records, ==, 2);
  g_assert_cmpint (guest->stays, ==, 1);
  g_assert_cmpstr (guest->last_stay, ==, "2026-11-22");
  g_assert_cmpint (guest->open_records, ==, 2);

  nobody = bell_txn_get (txn, BELL_TYPE_GUEST, &hotel->records[0], &missing);
  g_assert_null (nobody);
  g_assert_error (missing, BELL_ERROR, BELL_ERROR_NOT_FOUND);
  return TRUE;
}

static void
test_get (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);

  read_ok (store, look_at_rows, &hotel);
  assert_sound (store);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
change_record (BellTxn       *txn,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Hotel *hotel = data;
  g_autoptr(BellRecord) before = bell_txn_get (txn, BELL_TYPE_RECORD, &hotel->records[0], error);
  g_autoptr(BellRecord) after = bell_entity_copy (before);
  g_autoptr(BellRecord) again = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) stale = NULL;
  BellJournalEntry *entry;
  gint64 head = txn->chain->seq;

  begin (txn, &hotel->staff[2], "The guest is waiting");
  after->status = BELL_STATUS_PENDING;
  after->owner = hotel->staff[1];
  g_set_str (&after->title, "Pillows for Zyxwvutason");
  g_set_str (&after->waits_for, "linen");
  g_set_str (&after->next_text, "Derived: no entry");
  if (!bell_txn_update (txn, BELL_ENTITY (before), BELL_ENTITY (after), BELL_CLASS_OPS, &hotel->records[0], error))
    return FALSE;
  g_assert_cmpint (txn->chain->seq, ==, head + 4);
  g_assert_cmpint (bell_entity_get_revision (BELL_ENTITY (after)), ==, head + 4);

  again = bell_txn_get (txn, BELL_TYPE_RECORD, &hotel->records[0], error);
  g_assert_cmpstr (again->owner_name, ==, "Omar House");
  g_assert_cmpstr (again->next_text, ==, "Derived: no entry");
  g_assert_cmpint (bell_entity_get_revision (BELL_ENTITY (again)), ==, head + 4);

  /* What was judged on the old row is refused and leaves no entry. */
  g_set_str (&after->waits_for, "nobody");
  g_assert_false (bell_txn_update (txn, BELL_ENTITY (before), BELL_ENTITY (after), BELL_CLASS_OPS, &hotel->records[0], &stale));
  g_assert_error (stale, BELL_ERROR, BELL_ERROR_REFUSED);
  g_assert_cmpint (txn->chain->seq, ==, head + 4);

  /* Only derived: neither entry nor revision. */
  g_set_object (&after, NULL);
  after = bell_entity_copy (again);
  after->ladder_at = NOON + BELL_DAY;
  if (!bell_txn_update (txn, BELL_ENTITY (again), BELL_ENTITY (after), BELL_CLASS_OPS, &hotel->records[0], error))
    return FALSE;
  g_assert_cmpint (txn->chain->seq, ==, head + 4);

  entries = bell_txn_list_last_command (txn, &hotel->staff[2], BELL_CLASS_ALL, error);
  g_assert_cmpint (entries->len, ==, 4);
  for (guint i = 0; i < entries->len; i++)
    {
      entry = entries->pdata[i];
      g_assert_cmpint (entry->verb, ==, g_str_equal (entry->field, "status") ? BELL_VERB_MOVE
                       : g_str_equal (entry->field, "owner") ? BELL_VERB_OWN : BELL_VERB_SET);
      g_assert_cmpstr (entry->why, ==, "The guest is waiting");
      g_assert_cmpstr (entry->who_name, ==, "Ines Manager");
      g_assert_cmpstr (entry->number, ==, "GE-1001");
      if (g_str_equal (entry->field, "title"))
        g_assert_cmpstr (entry->new_value, ==, "Pillows for Zyxwvutason");
      if (g_str_equal (entry->field, "status"))
        g_assert_cmpstr (entry->old_value, ==, "new");
    }
  return TRUE;
}

static void
test_update (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  g_autoptr(sqlite3) db = NULL;

  write_ok (store, change_record, &hotel);
  assert_sound (store);
  g_clear_object (&store);

  /* What is personal stands nowhere in the journal itself, nor does a reason about a guest. */
  db = open_raw (dir, FALSE);
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM journal WHERE coalesce(old, '') || coalesce(new, '') || coalesce(why, '')"
                                " LIKE '%Zyxwvut%'"), ==, 0);
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM journal WHERE why LIKE '%waiting%'"), ==, 0);
  sqlite3_close (g_steal_pointer (&db));
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
look_at_item (BellTxn       *txn,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Hotel *hotel = data;
  guint seen = BELL_CLASS_BIT (BELL_CLASS_OPS) | BELL_CLASS_BIT (BELL_CLASS_MONEY);
  g_autoptr(BellItem) all = bell_txn_get_item (txn, &hotel->records[0], BELL_SLOT_OWNED, BELL_CLASS_ALL, error);
  g_autoptr(BellItem) some = bell_txn_get_item (txn, &hotel->records[0], BELL_SLOT_OWNED, seen, error);
  g_autoptr(BellItem) none = bell_txn_get_item (txn, &hotel->records[0], BELL_SLOT_AUDITED, BELL_CLASS_ALL, error);
  g_autoptr(BellDossier) dossier = bell_txn_load_dossier (txn, &hotel->records[0], BELL_CLASS_BIT (BELL_CLASS_OPS), error);
  g_autoptr(BellDossier) whole = bell_txn_load_dossier (txn, &hotel->records[0], BELL_CLASS_ALL, error);

  g_assert_no_error (*error);
  g_assert_cmpint (g_hash_table_size (all->values), ==, 4);
  g_assert_cmpint (all->hidden, ==, 0);
  g_assert_cmpint (g_hash_table_size (some->values), ==, 3);
  g_assert_cmpint (some->hidden, ==, BELL_CLASS_BIT (BELL_CLASS_IDENTITY));
  g_assert_null (g_hash_table_lookup (some->values, "address"));
  g_assert_null (none);

  g_assert_cmpint (g_hash_table_size (dossier->items[BELL_SLOT_OWNED]->values), ==, 2);
  g_assert_null (dossier->guest);
  g_assert_null (dossier->stay->guest_name);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (dossier->money)), ==, 0);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)), ==, 1);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (whole->money)), ==, 1);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (whole->exceptions)), ==, 1);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (whole->approvals)), ==, 1);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (whole->alerts)), ==, 1);
  g_assert_cmpstr (whole->guest->last_name, ==, "Zyxwvutason");
  return TRUE;
}

static gboolean
change_values (BellTxn       *txn,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Hotel *hotel = data;
  g_autoptr(BellItem) item = bell_txn_get_item (txn, &hotel->records[0], BELL_SLOT_OWNED, BELL_CLASS_BIT (BELL_CLASS_OPS), error);
  g_autoptr(BellItem) stale = bell_entity_copy (item);
  g_autoptr(BellItem) checked = NULL;
  g_autoptr(GError) refused = NULL;
  gint64 head = txn->chain->seq;

  begin (txn, &hotel->staff[0], NULL);
  /* The old value is the item's own, which goes when the new one comes. */
  if (!bell_txn_set_value (txn, item, "category", BELL_CLASS_OPS, FALSE, g_hash_table_lookup (item->values, "category"), "pillows",
                           error) ||
      !bell_txn_set_value (txn, item, "compensation", BELL_CLASS_MONEY, FALSE, "4000", NULL, error))
    return FALSE;
  g_assert_cmpstr (g_hash_table_lookup (item->values, "category"), ==, "pillows");
  g_assert_false (bell_txn_set_value (txn, stale, "category", BELL_CLASS_OPS, FALSE, "towels", "soap", &refused));
  g_assert_error (refused, BELL_ERROR, BELL_ERROR_REFUSED);
  g_clear_error (&refused);
  g_assert_false (bell_txn_set_value (txn, item, "status", BELL_CLASS_OPS, FALSE, NULL, "x", &refused));
  g_assert_error (refused, BELL_ERROR, BELL_ERROR_USAGE);
  g_assert_cmpint (txn->chain->seq, ==, head + 2);

  checked = bell_entity_copy (item);
  checked->checked_at = NOON;
  checked->checked_by = hotel->staff[0];
  return bell_txn_update (txn, BELL_ENTITY (item), BELL_ENTITY (checked), BELL_CLASS_OPS, &hotel->records[0], error);
}

static gboolean
look_at_changed_item (BellTxn       *txn,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  Hotel *hotel = data;
  g_autoptr(BellItem) item = bell_txn_get_item (txn, &hotel->records[0], BELL_SLOT_OWNED, BELL_CLASS_ALL, error);
  g_autoptr(BellItem) plain = bell_txn_get_item (txn, &hotel->records[0], BELL_SLOT_OWNED, 1, error);

  g_assert_cmpint (g_hash_table_size (item->values), ==, 3);
  g_assert_cmpstr (g_hash_table_lookup (item->values, "category"), ==, "pillows");
  g_assert_cmpstr (g_hash_table_lookup (item->values, "address"), ==, "Zyxwvutason Street 4");
  g_assert_cmpint (item->checked_at, ==, NOON);
  g_assert_cmpint (plain->hidden, ==, BELL_CLASS_BIT (BELL_CLASS_IDENTITY));
  return TRUE;
}

static void
test_items (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  sqlite3 *db;

  read_ok (store, look_at_item, &hotel);
  write_ok (store, change_values, &hotel);
  read_ok (store, look_at_changed_item, &hotel);
  assert_sound (store);
  g_clear_object (&store);
  db = open_raw (dir, FALSE);
  g_assert_cmpint (integer_raw (db, "SELECT count(*) FROM journal WHERE field = 'category' AND old = 'towels' AND new = 'pillows'"), ==, 1);
  sqlite3_close (db);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
use_settings (BellTxn       *txn,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Hotel *hotel = data;
  BellSecret secret = { .pin_hash = (char *) "$y$hash", .failures = 2 };
  g_auto(GStrv) keys = NULL;
  g_autofree char *value = NULL;
  g_autofree char *number = NULL;
  gint64 head = txn->chain->seq;

  begin (txn, &hotel->staff[2], "Set-up");
  if (!bell_txn_set_setting (txn, "definition:kinds/a", "{}", error) ||
      !bell_txn_set_setting (txn, "definition:kinds/b", "{1}", error) ||
      !bell_txn_set_setting (txn, "definition:kinds/b", "{1}", error) ||
      !bell_txn_set_setting (txn, "other", "x", error) ||
      !bell_txn_set_setting (txn, "other", NULL, error) ||
      !bell_txn_set_secret (txn, &hotel->staff[0], &secret, error))
    return FALSE;
  g_assert_cmpint (txn->chain->seq, ==, head + 5);
  secret.failures = 3;
  if (!bell_txn_set_secret (txn, &hotel->staff[0], &secret, error))
    return FALSE;
  g_assert_cmpint (txn->chain->seq, ==, head + 5);

  keys = bell_txn_list_settings (txn, "definition:", error);
  g_assert_cmpint (g_strv_length (keys), ==, 2);
  value = bell_txn_get_setting (txn, "definition:kinds/b", error);
  g_assert_cmpstr (value, ==, "{1}");
  g_assert_null (bell_txn_get_setting (txn, "other", error));
  number = bell_txn_next_number (txn, "GE", error);
  g_assert_cmpstr (number, ==, "GE-1025");
  if (!bell_txn_get_secret (txn, &hotel->staff[0], &secret, error))
    return FALSE;
  g_assert_cmpstr (secret.pin_hash, ==, "$y$hash");
  g_assert_cmpint (secret.failures, ==, 3);
  bell_secret_clear (&secret);
  return TRUE;
}

static gboolean
write_without_author (BellTxn       *txn,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  return bell_txn_set_setting (txn, "k", "v", error);
}

static gboolean
insert_without_owner (BellTxn       *txn,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(BellRecord) record = new_record ("X-1", "Nobody's", &BELL_ID_NONE);

  begin (txn, NULL, NULL);
  return bell_txn_insert (txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error);
}

static void
test_settings (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  g_autoptr(GError) error = NULL;

  write_ok (store, use_settings, &hotel);
  g_assert_false (bell_store_write (store, write_without_author, NULL, NULL, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_false (bell_store_write (store, insert_without_owner, NULL, NULL, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (bell_store_read (store, insert_without_owner, NULL, NULL, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_STORAGE);
  assert_sound (store);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
find_all (BellTxn       *txn,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Hotel *hotel = data;
  g_autoptr(BellRecord) record = bell_txn_find_record (txn, "ge-1003", error);
  g_autoptr(BellStay) stay = bell_txn_find_stay (txn, NULL, "C00002", error);
  g_autoptr(BellStay) other = bell_txn_find_stay (txn, "ELSE", "C00002", error);
  g_autoptr(GPtrArray) in_room = bell_txn_find_stays_in_room (txn, "HLX", "97", TODAY, error);
  g_autoptr(BellStaff) staff = bell_txn_find_staff (txn, "ines manager", error);
  g_autoptr(BellGuest) by_mail = bell_txn_find_guest (txn, "ANA3@mail.example", NULL, NULL, NULL, FALSE, error);
  g_autoptr(BellGuest) by_phone = bell_txn_find_guest (txn, "nobody@x", "49 30 555 0004", NULL, NULL, FALSE, error);
  g_autoptr(BellGuest) by_name = bell_txn_find_guest (txn, NULL, NULL, "ANA", "zyxwvutBson", TRUE, error);
  g_autoptr(BellGuest) nobody = bell_txn_find_guest (txn, NULL, NULL, "Ana", "Zyxwvutbson", FALSE, error);
  g_autoptr(GPtrArray) on_duty = bell_txn_list_on_duty (txn, NOON, error);
  g_autoptr(GPtrArray) all = bell_txn_list_staff (txn, NOON, TRUE, error);
  g_autoptr(GPtrArray) ladder = bell_txn_list_ladder_due (txn, NOON, 100, error);
  g_autoptr(GPtrArray) of_stay = bell_txn_list_open_of_stay (txn, &hotel->stays[0], error);

  g_assert_no_error (*error);
  g_assert_true (bell_id_equal (bell_entity_get_id (BELL_ENTITY (record)), &hotel->records[2]));
  g_assert_true (bell_id_equal (bell_entity_get_id (BELL_ENTITY (stay)), &hotel->stays[2]));
  g_assert_null (other);
  g_assert_cmpint (in_room->len, ==, 1);
  g_assert_cmpstr (staff->name, ==, "Ines Manager");
  g_assert_true (bell_id_equal (bell_entity_get_id (BELL_ENTITY (by_mail)), &hotel->guests[3]));
  g_assert_true (bell_id_equal (bell_entity_get_id (BELL_ENTITY (by_phone)), &hotel->guests[4]));
  g_assert_true (bell_id_equal (bell_entity_get_id (BELL_ENTITY (by_name)), &hotel->guests[1]));
  g_assert_null (nobody);
  g_assert_cmpint (on_duty->len, ==, 2);
  g_assert_cmpint (all->len, ==, 3);
  for (guint i = 0; i < all->len; i++)
    {
      BellStaff *person = all->pdata[i];

      g_assert_cmpint (person->on_duty, ==, !g_str_equal (person->name, "Ines Manager"));
      g_assert_cmpint (person->open_records, >, 0);
    }
  g_assert_cmpint (ladder->len, ==, 4);
  g_assert_cmpint (of_stay->len, ==, 2);
  return TRUE;
}

static void
test_find (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);

  read_ok (store, find_all, &hotel);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

void
add_row_tests (void)
{
  g_test_add_func ("/storage/columns", test_columns);
  g_test_add_func ("/storage/get", test_get);
  g_test_add_func ("/storage/update", test_update);
  g_test_add_func ("/storage/items", test_items);
  g_test_add_func ("/storage/settings", test_settings);
  g_test_add_func ("/storage/find", test_find);
}
