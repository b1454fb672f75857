/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-list-private.h"
#include "bell-table.h"
#include "storage-common.h"

typedef struct
{
  BellQuery query;
  int staff; /* index, or -1 */
  int of;    /* guest, stay and record index, or -1 */
  int n;     /* rows expected, -1 for any but none */
} Case;

#define ANY_STATUS .status = -1

static const Case cases[] = {
  { { .list = BELL_LIST_WORK, ANY_STATUS, .roles = (char *) "duty-manager x" }, 0, -1, -1 },
  { { .list = BELL_LIST_WORK, ANY_STATUS, .roles = (char *) "duty-manager" }, -1, -1, 5 },
  { { .list = BELL_LIST_WORK, ANY_STATUS }, -1, -1, 20 },
  { { .list = BELL_LIST_WATCHED, ANY_STATUS }, 1, -1, -1 },
  { { .list = BELL_LIST_BOARD, .status = 0, .department = (char *) "housekeeping" }, -1, -1, -1 },
  { { .list = BELL_LIST_BOARD, .status = 4, .department = (char *) "housekeeping" }, -1, -1, -1 },
  { { .list = BELL_LIST_BOARD, .status = 4 }, -1, -1, 4 },
  { { .list = BELL_LIST_BOARD, .status = 1 }, -1, -1, 5 },
  { { .list = BELL_LIST_BOARD, ANY_STATUS, .department = (char *) "engineering", .property = (char *) "HLX" }, -1, -1, -1 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS }, -1, -1, 24 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS, .property = (char *) "HLX" }, -1, -1, 24 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS, .property = (char *) "ELSE" }, -1, -1, 0 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS, .open_only = TRUE }, -1, -1, 20 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS, .workflow = (char *) "crm" }, -1, -1, 4 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS, .workflow = (char *) "guest-experience", .open_only = TRUE }, -1, -1, 20 },
  { { .list = BELL_LIST_RECORDS, .status = 2, .workflow = (char *) "guest-experience" }, -1, -1, 5 },
  { { .list = BELL_LIST_RECORDS, .status = 2, .open_only = TRUE }, -1, -1, 5 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS }, 1, -1, 8 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS, .open_only = TRUE }, 1, -1, -1 },
  { { .list = BELL_LIST_RECORDS, .status = 0, .workflow = (char *) "guest-experience", .open_only = TRUE }, 1, -1, -1 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS, .text = (char *) "towels zyx" }, -1, -1, 24 },
  { { .list = BELL_LIST_RECORDS, ANY_STATUS, .text = (char *) "towels", .open_only = TRUE, .workflow = (char *) "crm" }, -1, -1, 0 },
  { { .list = BELL_LIST_ARRIVALS, ANY_STATUS, .day = (char *) TODAY }, -1, -1, 3 },
  { { .list = BELL_LIST_IN_HOUSE, ANY_STATUS, .day = (char *) TODAY, .property = (char *) "HLX" }, -1, -1, 9 },
  { { .list = BELL_LIST_DEPARTURES, ANY_STATUS, .day = (char *) TODAY }, -1, -1, 3 },
  { { .list = BELL_LIST_STAYS_OF_GUEST, ANY_STATUS }, -1, 0, 1 },
  { { .list = BELL_LIST_RECORDS_OF_STAY, ANY_STATUS }, -1, 0, 2 },
  { { .list = BELL_LIST_RECORDS_OF_STAY, ANY_STATUS, .open_only = TRUE }, -1, 0, 2 },
  { { .list = BELL_LIST_RECORDS_OF_GUEST, ANY_STATUS }, -1, 0, 2 },
  { { .list = BELL_LIST_RECORDS_OF_GUEST, ANY_STATUS, .open_only = TRUE }, -1, 0, 2 },
  { { .list = BELL_LIST_GUESTS, ANY_STATUS }, -1, -1, 12 },
  { { .list = BELL_LIST_GUESTS, ANY_STATUS, .text = (char *) "jose" }, -1, -1, 6 },
  { { .list = BELL_LIST_APPROVALS, ANY_STATUS }, -1, -1, 12 },
  { { .list = BELL_LIST_APPROVALS, ANY_STATUS, .all = TRUE, .property = (char *) "HLX" }, -1, -1, 12 },
  { { .list = BELL_LIST_EXCEPTIONS, ANY_STATUS }, -1, -1, 12 },
  { { .list = BELL_LIST_EXCEPTIONS, ANY_STATUS, .all = TRUE }, -1, -1, 12 },
  { { .list = BELL_LIST_ALERTS, ANY_STATUS, .roles = (char *) "front-desk duty-manager" }, 0, -1, 12 },
  { { .list = BELL_LIST_ALERTS, ANY_STATUS, .roles = (char *) "front-desk" }, 0, -1, 0 },
  { { .list = BELL_LIST_TIMELINE, ANY_STATUS }, -1, 1, -1 },
  { { .list = BELL_LIST_JOURNAL, ANY_STATUS }, -1, -1, -1 },
  { { .list = BELL_LIST_JOURNAL, ANY_STATUS, .from = NOON, .until = NOON }, -1, -1, -1 },
  { { .list = BELL_LIST_JOURNAL, ANY_STATUS, .from = NOON + 1 }, -1, -1, 0 },
  { { .list = BELL_LIST_JOURNAL, ANY_STATUS, .kind = (char *) "stay" }, -1, -1, 12 },
  { { .list = BELL_LIST_JOURNAL, ANY_STATUS, .kind = (char *) "record" }, 1, -1, 8 },
  { { .list = BELL_LIST_STAFF, ANY_STATUS }, -1, -1, 3 },
  { { .list = BELL_LIST_STAFF, ANY_STATUS, .all = TRUE }, -1, -1, 3 },
  { { .list = BELL_LIST_SHIFTS, ANY_STATUS, .from = NOON - BELL_HOUR, .until = NOON + BELL_HOUR }, -1, -1, 2 },
  { { .list = BELL_LIST_SHIFTS, ANY_STATUS, .from = NOON - BELL_DAY * 3, .until = NOON + BELL_HOUR }, 2, -1, 1 },
  { { .list = BELL_LIST_SEARCH, ANY_STATUS, .text = (char *) "towels" }, -1, -1, 48 },
  { { .list = BELL_LIST_SEARCH, ANY_STATUS, .text = (char *) "JOSÉ zyxwvuta" }, -1, -1, 1 },
  { { .list = BELL_LIST_SEARCH, ANY_STATUS, .text = (char *) "ge-1004", .kind = (char *) "record", .property = (char *) "HLX" }, -1, -1, 1 },
  { { .list = BELL_LIST_SEARCH, ANY_STATUS, .text = (char *) " ... " }, -1, -1, 0 },
};

/* A list may go through an index in its order and stop at the limit; it must not look at a whole table nor sort one. */
static void
check_plan (sqlite3    *db,
            const char *sql,
            const char *name)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr(GString) plan = g_string_new (NULL);
  gboolean scans = FALSE;
  gboolean sorts = FALSE;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, explain, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s: %s", name, sqlite3_errmsg (db), sql);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *step = (const char *) sqlite3_column_text (statement, 3);

      g_string_append_printf (plan, "\n  %s", step);
      sorts |= strstr (step, "TEMP B-TREE FOR ORDER BY") != NULL || strstr (step, "TEMP B-TREE FOR LAST") != NULL;
      if (strstr (step, "VIRTUAL TABLE") != NULL || strstr (step, "AUTOMATIC") != NULL || !g_str_has_prefix (step, "SCAN"))
        {
          if (strstr (step, "AUTOMATIC") != NULL)
            g_error ("%s makes an index of its own:%s\n%s", name, plan->str, sql);
          continue;
        }
      if (g_str_has_prefix (step, "SCAN (") || g_str_equal (step, "SCAN CONSTANT ROW") || g_str_has_prefix (step, "SCAN t USING INDEX staff"))
        continue;
      if (strstr (step, "USING INDEX") == NULL && strstr (step, "USING COVERING INDEX") == NULL)
        g_error ("%s looks at a whole table:%s\n%s", name, plan->str, sql);
      scans = TRUE;
    }
  sqlite3_finalize (statement);
  if (scans && sorts)
    g_error ("%s sorts a whole table:%s\n%s", name, plan->str, sql);
}

static void
fill_in (BellQuery  *query,
         const Case *one,
         Hotel      *hotel)
{
  *query = one->query;
  query->classes = BELL_CLASS_ALL;
  query->now = NOON;
  if (one->staff >= 0)
    query->staff = hotel->staff[one->staff];
  if (one->of >= 0)
    query->of = query->list == BELL_LIST_RECORDS_OF_STAY ? hotel->stays[one->of]
      : query->list == BELL_LIST_TIMELINE ? hotel->records[one->of] : hotel->guests[one->of];
}

static gboolean
check_lists (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("case %u, list %d", i, cases[i].query.list);
      g_autoptr(GPtrArray) whole = NULL;
      g_autoptr(BellEntity) after = NULL;
      BellQuery query;
      guint seen = 0;

      fill_in (&query, &cases[i], data);
      whole = bell_txn_list (txn, &query, NULL, 1000, error);
      if (whole == NULL)
        g_error ("%s: %s", name, (*error)->message);
      if (cases[i].n >= 0 ? whole->len != (guint) cases[i].n : whole->len == 0)
        g_error ("%s has %u rows", name, whole->len);

      /* Page by page it is the same list. */
      for (;;)
        {
          g_autoptr(GPtrArray) page = bell_txn_list (txn, &query, after, 3, error);

          g_assert_no_error (*error);
          for (guint n = 0; n < page->len; n++)
            {
              if (seen >= whole->len || !bell_entity_equal (page->pdata[n], whole->pdata[seen++]))
                g_error ("%s: row %u of the pages differs", name, seen);
            }
          if (page->len == 0)
            break;
          g_set_object (&after, page->pdata[page->len - 1]);
        }
      if (seen != whole->len)
        g_error ("%s: %u rows page by page, %u at once", name, seen, whole->len);
    }
  return TRUE;
}

static gboolean
check_plans (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  sqlite3 *db = txn->connection->db;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int after = 0; after < 2; after++)
      {
        g_autofree char *name = g_strdup_printf ("case %u, list %d", i, cases[i].query.list);
        g_autofree char *sql = NULL;
        g_autofree char *match = NULL;
        const char *keys[4];
        BellQuery query;
        gboolean nothing;
        GType type;

        fill_in (&query, &cases[i], data);
        sql = query.list == BELL_LIST_SEARCH ? bell_list_search_sql (&query, after)
          : bell_list_sql (&query, after, &nothing, &type, keys, &match);
        check_plan (db, sql, name);
      }

  for (guint n = 0; bell_counts_sql (n) != NULL; n++)
    check_plan (db, bell_counts_sql (n), "counts");
  return TRUE;
}

static void
test_lists (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);

  read_ok (store, check_lists, &hotel);
  read_ok (store, check_plans, &hotel);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

/* All statements that finders keep prepared. */
static gboolean
check_prepared (BellTxn       *txn,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  static const char *const small[] = { "FROM property", "FROM staff t", "INTO", "UPDATE", "DELETE", "PRAGMA", "meta", NULL };
  Hotel *hotel = data;
  GHashTableIter iter;
  gpointer sql;

  bell_txn_find_record (txn, "none", error);
  bell_txn_find_stay (txn, "HLX", "none", error);
  bell_txn_find_guest (txn, "none", "0", "none", "none", TRUE, error);
  g_ptr_array_unref (bell_txn_find_stays_in_room (txn, "HLX", "none", TODAY, error));
  g_ptr_array_unref (bell_txn_list_ladder_due (txn, NOON, 10, error));
  g_ptr_array_unref (bell_txn_list_open_of_stay (txn, &hotel->stays[0], error));
  g_ptr_array_unref (bell_txn_list_alerts_of_record (txn, &hotel->records[0], error));
  g_ptr_array_unref (bell_txn_list_last_command (txn, &hotel->staff[0], BELL_CLASS_ALL, error));
  g_object_unref (bell_txn_load_dossier (txn, &hotel->records[0], BELL_CLASS_ALL, error));
  g_assert_no_error (*error);

  g_hash_table_iter_init (&iter, txn->connection->statements);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    {
      gboolean skip = !g_str_has_prefix (sql, "SELECT");

      for (guint i = 0; small[i] != NULL; i++)
        skip |= strstr (sql, small[i]) != NULL;
      if (!skip)
        check_plan (txn->connection->db, sql, "finder");
    }
  return TRUE;
}

static void
test_finders (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);

  read_ok (store, check_prepared, &hotel);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
check_hidden (BellTxn       *txn,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Hotel *hotel = data;
  BellQuery query = { .status = -1, .classes = BELL_CLASS_BIT (BELL_CLASS_OPS), .now = NOON, .day = (char *) TODAY };
  g_autoptr(GPtrArray) guests = NULL;
  g_autoptr(GPtrArray) stays = NULL;
  g_autoptr(GPtrArray) approvals = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  guint hidden = 0;

  query.list = BELL_LIST_GUESTS;
  guests = bell_txn_list (txn, &query, NULL, 100, error);
  g_assert_cmpint (guests->len, ==, 0);

  query.list = BELL_LIST_ARRIVALS;
  stays = bell_txn_list (txn, &query, NULL, 100, error);
  for (guint i = 0; i < stays->len; i++)
    g_assert_null (((BellStay *) stays->pdata[i])->guest_name);

  query.list = BELL_LIST_APPROVALS;
  approvals = bell_txn_list (txn, &query, NULL, 100, error);
  for (guint i = 0; i < approvals->len; i++)
    {
      BellApproval *approval = approvals->pdata[i];

      g_assert_cmpint (approval->new_value != NULL, ==, approval->class_ == BELL_CLASS_OPS);
    }

  query.list = BELL_LIST_SEARCH;
  query.text = (char *) "mail";
  hits = bell_txn_list (txn, &query, NULL, 100, error);
  g_assert_cmpint (hits->len, ==, 0);

  query.list = BELL_LIST_TIMELINE;
  query.of = hotel->records[0];
  entries = bell_txn_list (txn, &query, NULL, 100, error);
  for (guint i = 0; i < entries->len; i++)
    {
      BellJournalEntry *entry = entries->pdata[i];

      hidden += entry->hidden;
      g_assert_cmpint (entry->hidden, ==, entry->class_ != BELL_CLASS_OPS);
      if (entry->hidden)
        g_assert_null (entry->new_value);
      else
        g_assert_nonnull (entry->new_value);
    }
  /* The value of class identity, the one of class money, and the money line. */
  g_assert_cmpint (hidden, ==, 3);
  return TRUE;
}

/* What a reader may not see is absent, not masked. */
static void
test_hidden (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);

  read_ok (store, check_hidden, &hotel);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
check_counts (BellTxn       *txn,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Hotel *hotel = data;
  BellQuery query = { .status = -1, .classes = BELL_CLASS_ALL, .now = NOON, .day = (char *) TODAY, .roles = (char *) "duty-manager",
                      .property = (char *) "HLX", .staff = hotel->staff[0], .department = (char *) "housekeeping" };
  const struct
  {
    BellListKind list;
    guint count;
  } same[] = {
    { BELL_LIST_WORK, 0 }, { BELL_LIST_WATCHED, 0 }, { BELL_LIST_APPROVALS, 0 }, { BELL_LIST_EXCEPTIONS, 0 },
    { BELL_LIST_ALERTS, 0 }, { BELL_LIST_ARRIVALS, 0 }, { BELL_LIST_IN_HOUSE, 0 }, { BELL_LIST_DEPARTURES, 0 },
  };
  BellCounts counts;

  if (!bell_txn_counts (txn, &query, &counts, error))
    return FALSE;
  const guint got[] = { counts.work, counts.watched, counts.approvals, counts.exceptions, counts.alerts,
                        counts.arrivals, counts.in_house, counts.departures };
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr(GPtrArray) rows = NULL;

      query.list = same[i].list;
      rows = bell_txn_list (txn, &query, NULL, 1000, error);
      if (rows->len != got[i])
        g_error ("list %d has %u rows, counted %u", same[i].list, rows->len, got[i]);
    }
  /* The header counts the department's cards, whoever they lie with. */
  query.staff = BELL_ID_NONE;
  for (int status = 0; status < BELL_N_STATUSES; status++)
    {
      g_autoptr(GPtrArray) rows = NULL;

      query.list = BELL_LIST_BOARD;
      query.status = status;
      rows = bell_txn_list (txn, &query, NULL, 1000, error);
      g_assert_cmpint (rows->len, ==, counts.board[status]);
    }
  g_assert_cmpint (counts.work_late, >, 0);
  g_assert_cmpint (counts.work_late, <, counts.work);
  g_assert_cmpint (counts.board_late, >, 0);
  g_assert_cmpint (GPOINTER_TO_UINT (g_hash_table_lookup (counts.workflows, "guest-experience")), ==, 20);
  bell_counts_clear (&counts);
  return TRUE;
}

static void
test_counts (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);

  read_ok (store, check_counts, &hotel);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
check_inputs (BellTxn       *txn,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  static const char *const given[] = {
    "", " ", "\"", "\"\"", "'", "*", "a*", "(", "NEAR(a b)", "a AND", "OR", "NOT x", "title:x", "a\"b\"c", "-", "x^2", "{a}", "a + b",
    "ÄÖÜ", "ß", "\xff\xfe", "a\xff" "b", "日本語", "e\xcc\x81t\xc3\xa9", "😀", "zyx\"; DROP TABLE record", "\n\t", "a b c d e f g h i j k l m n o p",
    "٣٤", "½", "x'00'", "$1", "?1", "@k0", "᧐", "İstanbul", "ﬁ", "a\u200db", "Ⅷ", "①②",
  };
  GRand *rand = data;

  for (guint i = 0; i < G_N_ELEMENTS (given) + 3000; i++)
    {
      char random[12] = "";
      BellQuery query = { .list = i % 2 ? BELL_LIST_SEARCH : BELL_LIST_RECORDS, .status = -1, .classes = BELL_CLASS_ALL };
      g_autoptr(GPtrArray) rows = NULL;

      for (guint n = 0; n < sizeof random - 1; n++)
        random[n] = g_rand_int_range (rand, 0, 3) ? g_rand_int_range (rand, 0x20, 0x7f) : g_rand_int_range (rand, 1, 256);
      query.text = (char *) (i < G_N_ELEMENTS (given) ? given[i] : random);
      rows = bell_txn_list (txn, &query, NULL, 5, error);
      if (rows == NULL)
        g_error ("%s: %s", query.text, (*error)->message);
    }
  return TRUE;
}

/* Any text is a valid search. */
static void
test_search_input (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (test_seed ());
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);

  read_ok (store, check_inputs, rand);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

static gboolean
add_one (BellTxn       *txn,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  BellId *owner = data;
  g_autofree char *number = NULL;
  g_autoptr(BellRecord) record = NULL;

  begin (txn, owner, NULL);
  number = bell_txn_next_number (txn, "ZZ", error);
  record = new_record (number, "Unmistakable words", owner);
  return bell_txn_insert (txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error);
}

static gboolean
count_hits (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  BellQuery query = { .list = BELL_LIST_SEARCH, .status = -1, .classes = 1, .text = (char *) "unmistak" };
  g_autoptr(GPtrArray) rows = bell_txn_list (txn, &query, NULL, 100, error);

  *(guint *) data = rows->len;
  return TRUE;
}

static void
test_suspend (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr(GError) error = NULL;
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  guint hits;

  write_ok (store, add_one, &hotel.staff[0]);
  g_assert_true (bell_store_suspend_search (store, &error));
  write_ok (store, add_one, &hotel.staff[0]);
  read_ok (store, count_hits, &hits);
  g_assert_cmpint (hits, ==, 1);

  /* It stays suspended over a restart. */
  g_clear_object (&store);
  store = open_new (dir);
  write_ok (store, add_one, &hotel.staff[0]);
  g_assert_true (bell_store_rebuild_search (store, &error));
  write_ok (store, add_one, &hotel.staff[0]);
  read_ok (store, count_hits, &hits);
  g_assert_cmpint (hits, ==, 4);
  assert_sound (store);
  g_clear_object (&store);
  remove_dir (g_steal_pointer (&dir));
}

void
add_list_tests (void)
{
  g_test_add_func ("/storage/lists", test_lists);
  g_test_add_func ("/storage/finders", test_finders);
  g_test_add_func ("/storage/hidden", test_hidden);
  g_test_add_func ("/storage/counts", test_counts);
  g_test_add_func ("/storage/search-input", test_search_input);
  g_test_add_func ("/storage/search-suspend", test_suspend);
}
