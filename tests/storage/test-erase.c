/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-journal.h"
#include "storage-common.h"

static gboolean
erase (BellTxn       *txn,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  Hotel *hotel = data;
  guint values = 0;

  begin (txn, &hotel->staff[2], "Asked by letter");
  if (!bell_txn_erase_guest (txn, &hotel->guests[0], &values, error))
    return FALSE;
  g_assert_cmpint (values, >, 20);
  return TRUE;
}

static gboolean
look_at_the_erased (BellTxn       *txn,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  Hotel *hotel = data;
  g_autoptr(BellGuest) guest = bell_txn_get (txn, BELL_TYPE_GUEST, &hotel->guests[0], error);
  g_autoptr(BellDossier) dossier = bell_txn_load_dossier (txn, &hotel->records[0], BELL_CLASS_ALL, error);
  BellQuery query = { .list = BELL_LIST_SEARCH, .status = -1, .classes = BELL_CLASS_ALL, .text = (char *) "zyxwvutason", .of = hotel->records[0] };
  g_autoptr(GPtrArray) hits = bell_txn_list (txn, &query, NULL, 100, error);
  g_autoptr(GPtrArray) entries = NULL;
  guint erased = 0;

  g_assert_cmpint (guest->erased_at, ==, NOON);
  g_assert_null (guest->last_name);
  g_assert_null (dossier->record->title);
  g_assert_null (dossier->stay->surname);
  g_assert_cmpstr (dossier->record->number, ==, "GE-1001");
  g_assert_cmpint (g_hash_table_size (dossier->items[0]->values), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (dossier->items[0]->values, "category"), ==, "towels");
  g_assert_cmpstr (g_hash_table_lookup (dossier->items[0]->values, "compensation"), ==, "4000");
  /* Others' records say the name too in this hotel; those of the erased guest are not found by it. */
  for (guint i = 0; i < hits->len; i++)
    {
      BellHit *hit = hits->pdata[i];

      g_assert_false (bell_id_equal (&hit->record, &hotel->records[0]));
      g_assert_false (bell_id_equal (bell_entity_get_id (BELL_ENTITY (hit)), &hotel->guests[0]));
    }

  query.list = BELL_LIST_TIMELINE;
  entries = bell_txn_list (txn, &query, NULL, 100, error);
  for (guint i = 0; i < entries->len; i++)
    {
      BellJournalEntry *entry = entries->pdata[i];

      erased += entry->erased;
      g_assert_true (entry->old_value == NULL || g_strstr_len (entry->old_value, -1, "Zyxwvut") == NULL);
      g_assert_true (entry->new_value == NULL || g_strstr_len (entry->new_value, -1, "Zyxwvut") == NULL);
      g_assert_null (entry->why);
    }
  g_assert_cmpint (erased, >, 0);
  return TRUE;
}

static void
test_erase (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  g_autoptr(GError) error = NULL;
  BellJournalReport report;

  write_ok (store, erase, &hotel);
  read_ok (store, look_at_the_erased, &hotel);
  g_assert_true (bell_journal_verify (store, NULL, NULL, NULL, NULL, &report, &error));
  g_assert_cmpint (report.erased, >, 20);
  g_assert_false (bell_store_write (store, erase, &hotel, NULL, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_REFUSED);
  assert_sound (store);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

typedef struct
{
  BellId owner;
  BellId guest;
  BellId stay;
  BellRecord *record;
} Secret;

/* Words that stand nowhere else. */
static const char *const secrets[] = {
  "Quixolophane", "Brunnhildegarde", "qx.lophane@post.example", "77665544332", "Marzipangasse", "Grollnotiz",
  "Geheimtitel", "Geheimgrund", "Geheimwert", "Geheimadresse", "Geheimnotiz", "Geheimmeldung", "Geheimausnahme", "Geheimvorschlag",
  "Geheimsperre",
};

static gboolean
make_crowd (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Hotel *hotel = data;

  /* So many words that the index has several levels. */
  begin (txn, &hotel->staff[0], NULL);
  for (int i = 0; i < 800; i++)
    {
      g_autofree char *title = g_strdup_printf ("Word%05d other%05d thing%05d", g_random_int_range (0, 99999), i, i * 7);
      g_autofree char *number = bell_txn_next_number (txn, "CR", error);
      g_autoptr(BellRecord) record = new_record (number, title, &hotel->staff[0]);

      if (!bell_txn_insert (txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_secret (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Secret *secret = data;
  g_autoptr(BellGuest) guest = g_object_new (BELL_TYPE_GUEST, NULL);
  g_autoptr(BellStay) stay = g_object_new (BELL_TYPE_STAY, NULL);
  g_autoptr(BellTask) task = g_object_new (BELL_TYPE_TASK, NULL);
  g_autoptr(BellItem) item = g_object_new (BELL_TYPE_ITEM, NULL);
  g_autoptr(BellAlert) alert = g_object_new (BELL_TYPE_ALERT, NULL);
  g_autoptr(BellException) exception = g_object_new (BELL_TYPE_EXCEPTION, NULL);
  g_autoptr(BellApproval) approval = g_object_new (BELL_TYPE_APPROVAL, NULL);
  BellRecord *record = secret->record = new_record ("GE-9999", "Geheimtitel of Quixolophane", &secret->owner);

  begin (txn, &secret->owner, "Geheimgrund");
  g_set_str (&guest->first_name, "Brunnhildegarde");
  g_set_str (&guest->last_name, "Quixolophane");
  g_set_str (&guest->email, "qx.lophane@post.example");
  g_set_str (&guest->phone, "77665544332");
  g_set_str (&guest->address, "Marzipangasse 3");
  g_set_str (&guest->notes, "Grollnotiz");
  if (!bell_txn_insert (txn, BELL_ENTITY (guest), BELL_CLASS_IDENTITY, NULL, error))
    return FALSE;
  secret->guest = stay->guest = *bell_entity_get_id (BELL_ENTITY (guest));
  g_set_str (&stay->surname, "Quixolophane");
  g_set_str (&stay->confirmation, "C99999");
  if (!bell_txn_insert (txn, BELL_ENTITY (stay), BELL_CLASS_OPS, NULL, error))
    return FALSE;
  record->stay = *bell_entity_get_id (BELL_ENTITY (stay));
  if (!bell_txn_insert (txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error))
    return FALSE;

  const BellId *id = bell_entity_get_id (BELL_ENTITY (record));
  task->record = item->record = alert->record = exception->record = approval->record = *id;
  alert->raised_at = exception->raised_at = approval->proposed_at = NOON;
  g_set_str (&task->title, "Fetch Quixolophane");
  g_set_str (&task->notes, "Geheimnotiz");
  g_set_str (&alert->text, "Geheimmeldung");
  g_set_str (&exception->note, "Geheimausnahme");
  g_set_str (&approval->new_value, "Geheimvorschlag");
  return bell_txn_insert (txn, BELL_ENTITY (task), BELL_CLASS_OPS, id, error) &&
         bell_txn_insert (txn, BELL_ENTITY (item), BELL_CLASS_OPS, id, error) &&
         bell_txn_insert (txn, BELL_ENTITY (alert), BELL_CLASS_OPS, id, error) &&
         bell_txn_insert (txn, BELL_ENTITY (exception), BELL_CLASS_OPS, id, error) &&
         bell_txn_insert (txn, BELL_ENTITY (approval), BELL_CLASS_OPS, id, error) &&
         bell_txn_set_value (txn, item, "text", BELL_CLASS_OPS, TRUE, NULL, "Geheimwert", error) &&
         bell_txn_set_value (txn, item, "to", BELL_CLASS_IDENTITY, FALSE, NULL, "Geheimadresse", error);
}

static gboolean
change_secret (BellTxn       *txn,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Secret *secret = data;
  g_autoptr(BellRecord) after = bell_entity_copy (secret->record);

  begin (txn, &secret->owner, "Geheimgrund again");
  g_set_str (&after->title, "Geheimtitel the second");
  g_set_str (&after->blocked_reason, "Geheimsperre");
  return bell_txn_update (txn, BELL_ENTITY (secret->record), BELL_ENTITY (after), BELL_CLASS_OPS,
                          bell_entity_get_id (BELL_ENTITY (after)), error);
}

static gboolean
erase_secret (BellTxn       *txn,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Secret *secret = data;

  begin (txn, &secret->owner, NULL);
  return bell_txn_erase_guest (txn, &secret->guest, NULL, error);
}

/* No byte of it is left in the file or its log, and the journal still verifies. */
static void
test_bytes (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  Secret secret = { .owner = hotel.staff[0] };
  g_autoptr(GError) error = NULL;

  write_ok (store, make_crowd, &hotel);
  write_ok (store, make_secret, &secret);
  write_ok (store, make_crowd, &hotel);
  write_ok (store, change_secret, &secret);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_cmpint (count_bytes (dir, secrets[i]), >, 0);

  write_ok (store, erase_secret, &secret);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (count_bytes (dir, secrets[i]) != 0)
      g_error ("“%s” is still in the file", secrets[i]);
  assert_sound (store);

  g_clear_object (&store);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_cmpint (count_bytes (dir, secrets[i]), ==, 0);
  g_clear_object (&secret.record);
  remove_dir (g_steal_pointer (&dir));
}

void
add_erase_tests (void)
{
  g_test_add_func ("/storage/erase/rows", test_erase);
  g_test_add_func ("/storage/erase/bytes", test_bytes);
}
