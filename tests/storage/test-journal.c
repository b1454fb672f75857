/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-chain.h"
#include "bell-journal.h"
#include "storage-common.h"

static void
hex_of (sqlite3    *db,
        gint64      seq,
        char        hex[65])
{
  g_autofree char *sql = g_strdup_printf ("SELECT lower(hex(hash)) FROM journal WHERE seq = %" G_GINT64_FORMAT, seq);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_strlcpy (hex, (const char *) sqlite3_column_text (statement, 0), 65);
  sqlite3_finalize (statement);
}

/* What a forger who knows the format would do: a changed entry gets a fitting hash. */
static void
rehash (sqlite3 *db,
        gint64   seq)
{
  g_autofree char *select = g_strdup_printf ("SELECT op, device, dseq, prev, digest, who, role, at, why, property, class, kind, entity,"
                                             " record, verb, field, old, new, group_op FROM journal WHERE seq = %" G_GINT64_FORMAT, seq);
  g_autofree char *update = g_strdup_printf ("UPDATE journal SET hash = ?1 WHERE seq = %" G_GINT64_FORMAT, seq);
  BellChainEntry entry = { 0 };
  guint8 hash[BELL_HASH_LENGTH];
  sqlite3_stmt *s = NULL;
  sqlite3_stmt *u = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, select, -1, &s, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (s), ==, SQLITE_ROW);
  entry.op = bell_column_id (s, 0);
  entry.device = bell_column_id (s, 1);
  entry.dseq = sqlite3_column_int64 (s, 2);
  memcpy (entry.prev, sqlite3_column_blob (s, 3), BELL_HASH_LENGTH);
  memcpy (entry.digest, sqlite3_column_blob (s, 4), BELL_HASH_LENGTH);
  entry.who = bell_column_id (s, 5);
  entry.role = (const char *) sqlite3_column_text (s, 6);
  entry.at = sqlite3_column_int64 (s, 7);
  entry.why = (const char *) sqlite3_column_text (s, 8);
  entry.property = (const char *) sqlite3_column_text (s, 9);
  entry.class_ = sqlite3_column_int64 (s, 10);
  entry.kind = (const char *) sqlite3_column_text (s, 11);
  entry.entity = bell_column_id (s, 12);
  entry.record = bell_column_id (s, 13);
  entry.verb = sqlite3_column_int64 (s, 14);
  entry.field = (const char *) sqlite3_column_text (s, 15);
  entry.old_value = (const char *) sqlite3_column_text (s, 16);
  entry.new_value = (const char *) sqlite3_column_text (s, 17);
  entry.group_op = bell_column_id (s, 18);
  bell_chain_hash (&entry, hash);
  sqlite3_finalize (s);

  g_assert_cmpint (sqlite3_prepare_v2 (db, update, -1, &u, NULL), ==, SQLITE_OK);
  sqlite3_bind_blob (u, 1, hash, sizeof hash, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (u), ==, SQLITE_DONE);
  sqlite3_finalize (u);
}

typedef struct
{
  const char *what;
  const char *sql;
  gint64 rehash;          /* entry that gets a fitting hash after the change */
  BellJournalFault fault;
  gint64 seq;             /* named entry; 0: whatever */
} Tampering;

#define NO_VALUE "x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'"
#define COPY_OF_50(seq, op, dseq, prev) \
  "INSERT INTO journal SELECT " seq ", " op ", device, " dseq ", " prev ", hash, who, role, at, hlc, why, property, class, kind, entity," \
  " record, verb, field, old, new, group_op, " NO_VALUE " FROM journal WHERE seq = 50"
#define MAKE_ROOM "UPDATE journal SET seq = -seq - 1 WHERE seq > 60; UPDATE journal SET seq = -seq WHERE seq < 0;" \
  "UPDATE journal_value SET seq = -seq - 1 WHERE seq > 60; UPDATE journal_value SET seq = -seq WHERE seq < 0;"

static const Tampering tamperings[] = {
  { "nothing", "SELECT 1", 0, BELL_JOURNAL_SOUND, 0 },
  { "who", "UPDATE journal SET who = zeroblob(16) WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "who is none", "UPDATE journal SET who = NULL WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "role", "UPDATE journal SET role = 'general-manager' WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "time", "UPDATE journal SET at = at - 1 WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "property", "UPDATE journal SET property = 'X' WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "class", "UPDATE journal SET class = 4 WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "kind", "UPDATE journal SET kind = 'stay' WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "entity", "UPDATE journal SET entity = zeroblob(16) WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "record", "UPDATE journal SET record = randomblob(16) WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "verb", "UPDATE journal SET verb = 6 WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "field", "UPDATE journal SET field = 'x' WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "old", "UPDATE journal SET old = 'x' WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "new", "UPDATE journal SET new = 'x' WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "reason", "UPDATE journal SET why = 'x' WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "command", "UPDATE journal SET group_op = randomblob(16) WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "op", "UPDATE journal SET op = randomblob(16) WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "device", "UPDATE journal SET device = randomblob(16) WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "number in chain", "UPDATE journal SET dseq = 1000 WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "hash", "UPDATE journal SET hash = randomblob(32) WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "digest", "UPDATE journal SET digest = randomblob(32) WHERE seq = 60", 0, BELL_JOURNAL_EDITED, 60 },
  { "edited with a fitting hash", "UPDATE journal SET role = 'general-manager' WHERE seq = 60", 60, BELL_JOURNAL_EDITED, 60 },
  { "value", "UPDATE journal_value SET new = 'x' WHERE seq = (SELECT max(seq) FROM journal_value WHERE new IS NOT NULL)", 0,
    BELL_JOURNAL_VALUE_EDITED, 0 },
  { "reason kept apart", "UPDATE journal_value SET why = 'x' WHERE seq = (SELECT max(seq) FROM journal_value)", 0,
    BELL_JOURNAL_VALUE_EDITED, 0 },
  { "salt", "UPDATE journal_value SET salt = randomblob(16) WHERE seq = (SELECT max(seq) FROM journal_value)", 0,
    BELL_JOURNAL_VALUE_EDITED, 0 },
  { "value added", "INSERT INTO journal_value SELECT j.seq, randomblob(16), 'x', 'y', NULL, 0 FROM journal j"
    " LEFT JOIN journal_value v ON v.seq = j.seq WHERE v.seq IS NULL ORDER BY j.seq LIMIT 1", 0, BELL_JOURNAL_VALUE_EDITED, 0 },
  { "value deleted", "DELETE FROM journal_value WHERE seq = (SELECT max(seq) FROM journal_value)", 0, BELL_JOURNAL_VALUE_MISSING, 0 },
  { "deleted", "DELETE FROM journal WHERE seq = 60", 0, BELL_JOURNAL_DELETED, 60 },
  { "several deleted", "DELETE FROM journal WHERE seq BETWEEN 60 AND 63", 0, BELL_JOURNAL_DELETED, 60 },
  { "the first deleted", "DELETE FROM journal WHERE seq = 1", 0, BELL_JOURNAL_DELETED, 1 },
  { "swapped", "UPDATE journal SET seq = -1 WHERE seq = 60; UPDATE journal SET seq = 60 WHERE seq = 61;"
    "UPDATE journal SET seq = 61 WHERE seq = -1", 0, BELL_JOURNAL_REORDERED, 60 },
  { "moved far", "UPDATE journal SET seq = 5000 WHERE seq = 60", 0, BELL_JOURNAL_REORDERED, 61 },
  { "moved forward", MAKE_ROOM "UPDATE journal SET seq = 61 WHERE seq = 70", 0, BELL_JOURNAL_REORDERED, 61 },
  { "copy put in", MAKE_ROOM COPY_OF_50 ("61", "randomblob(16)", "dseq", "prev"), 61, BELL_JOURNAL_INSERTED, 61 },
  { "forgery put in", MAKE_ROOM COPY_OF_50 ("61", "randomblob(16)", "61", "(SELECT hash FROM journal WHERE seq = 60)"), 61,
    BELL_JOURNAL_INSERTED, 61 },
  { "forgery put in without a hash", MAKE_ROOM COPY_OF_50 ("61", "randomblob(16)", "61", "(SELECT hash FROM journal WHERE seq = 60)"), 0,
    BELL_JOURNAL_INSERTED, 61 },
  { "row changed", "UPDATE record SET status = 4 WHERE number = 'GE-1003'", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
  { "personal row changed", "UPDATE guest SET last_name = 'X' WHERE row = 3", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
  { "owner changed", "UPDATE record SET owner = randomblob(16) WHERE number = 'GE-1003'", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
  { "row deleted", "DELETE FROM task WHERE row = 3", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
  { "row put in", "INSERT INTO task (id, revision) VALUES (randomblob(16), 1)", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
  { "item's value changed", "UPDATE item SET \"values\" = json_set(\"values\", '$.category', 'soap') WHERE row = 3", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
  { "item's value added", "UPDATE item SET \"values\" = json_set(\"values\", '$.more', 'soap') WHERE row = 3", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
  { "strict value changed", "UPDATE item_value SET doc = json_set(doc, '$.compensation', '9') WHERE class = 2", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
  { "strict value deleted", "DELETE FROM item_value WHERE class = 2", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
  { "money changed", "UPDATE money_line SET minor = minor + 100 WHERE row = 2", 0, BELL_JOURNAL_ROW_DIFFERS, 0 },
};

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *source = database_of (from);
  g_autofree char *target = database_of (to);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  g_file_get_contents (source, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (target, bytes, size, &error);
  g_assert_no_error (error);
}

/* Each kind of tampering is found, named, and the entry told. */
static void
test_tampering (void)
{
  g_autofree char *clean = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) made = open_hotel (clean, &hotel);

  g_clear_object (&made);
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      const Tampering *one = &tamperings[i];
      g_autofree char *dir = make_dir ();
      g_autoptr(BellStore) store = NULL;
      g_autoptr(GError) error = NULL;
      BellJournalReport report;
      sqlite3 *db;

      copy_file (clean, dir);
      db = open_raw (dir, TRUE);
      exec_raw (db, one->sql);
      if (one->rehash != 0)
        rehash (db, one->rehash);
      sqlite3_close (db);

      store = open_new (dir);
      g_assert_cmpint (bell_journal_verify (store, NULL, NULL, NULL, NULL, &report, &error), ==, one->fault == BELL_JOURNAL_SOUND);
      if (report.fault != one->fault || (one->seq != 0 && report.seq != one->seq))
        g_error ("%s: found %s at %d", one->what, bell_journal_fault_name (report.fault), (int) report.seq);
      if (one->fault != BELL_JOURNAL_SOUND)
        {
          g_autofree char *number = g_strdup_printf (" %d ", (int) report.seq);

          g_assert_error (error, BELL_ERROR, BELL_ERROR_INTEGRITY);
          g_assert_nonnull (strstr (error->message, number));
        }
      bell_journal_report_clear (&report);
      g_clear_object (&store);
      remove_dir (g_steal_pointer (&dir));
    }
  remove_dir (g_steal_pointer (&clean));
}

/* Without the triggers' consent nobody changes the journal by accident. */
static void
test_triggers (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  sqlite3 *db;

  g_clear_object (&store);
  db = open_raw (dir, FALSE);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE journal SET role = 'x'", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM journal", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE journal_value SET new = 'x'", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  sqlite3_close (db);
  remove_dir (g_steal_pointer (&dir));
}

static void
check_anchor (const char       *dir,
              const char       *anchor,
              BellJournalFault  fault)
{
  g_autofree char *path = database_of (dir);
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStore) store = bell_store_open (path, FALSE, &error);
  BellJournalReport report;

  g_assert_no_error (error);
  bell_journal_verify (store, anchor, NULL, NULL, NULL, &report, &error);
  g_assert_cmpstr (bell_journal_fault_name (report.fault), ==, bell_journal_fault_name (fault));
  bell_journal_report_clear (&report);
}

/* A cut or rewritten end shows against a head that was written down. */
static void
test_anchor (void)
{
  g_autofree char *dir = make_dir ();
  Hotel hotel;
  g_autoptr(BellStore) store = open_hotel (dir, &hotel);
  g_autoptr(GError) error = NULL;
  g_autofree char *head = bell_journal_head (store, &error);
  g_autofree char *early = NULL;
  gint64 n = g_ascii_strtoll (head, NULL, 10);
  BellJournalReport report;
  sqlite3 *db;
  char hex[65];

  g_assert_no_error (error);
  g_assert_true (bell_journal_verify (store, head, NULL, NULL, NULL, &report, &error));
  g_assert_cmpint (report.head_n, ==, n);
  g_assert_cmpint (report.entries, ==, n);
  g_assert_cmpint (report.rows, >, 100);
  g_assert_true (g_str_has_suffix (head, report.head_hash));
  g_assert_false (bell_journal_verify (store, "12 ab", NULL, NULL, NULL, &report, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_USAGE);
  g_clear_object (&store);

  /* The last command cut off, with its rows: only the anchor tells. */
  db = open_raw (dir, TRUE);
  exec_raw (db, "CREATE TEMP TABLE gone AS SELECT seq, kind, entity, record FROM journal WHERE group_op = (SELECT group_op FROM journal"
            " ORDER BY seq DESC LIMIT 1);"
            "DELETE FROM record WHERE id IN (SELECT entity FROM gone); DELETE FROM task WHERE id IN (SELECT entity FROM gone);"
            "DELETE FROM item WHERE id IN (SELECT entity FROM gone); DELETE FROM item_value WHERE record IN (SELECT record FROM gone);"
            "DELETE FROM journal WHERE seq IN (SELECT seq FROM gone); DELETE FROM journal_value WHERE seq IN (SELECT seq FROM gone)");
  hex_of (db, 10, hex);
  sqlite3_close (db);
  check_anchor (dir, NULL, BELL_JOURNAL_SOUND);
  check_anchor (dir, head, BELL_JOURNAL_CUT);
  early = g_strdup_printf ("10:%.16s", hex);
  check_anchor (dir, early, BELL_JOURNAL_SOUND);
  check_anchor (dir, "10:0011223344556677", BELL_JOURNAL_REWRITTEN);
  remove_dir (g_steal_pointer (&dir));
}

/* The hash of an entry, worked out by hand once: nobody may change the form by accident. */
static void
test_vector (void)
{
  BellChainEntry entry = {
    .dseq = 7, .role = "front-desk", .at = NOON, .property = "HLX", .class_ = BELL_CLASS_MONEY, .kind = "record",
    .verb = BELL_VERB_MOVE, .field = "status", .old_value = "new", .new_value = "pending",
  };
  BellChainValue value = { .new_value = "x" };
  guint8 hash[BELL_HASH_LENGTH];
  g_autoptr(GString) hex = g_string_new (NULL);

  for (int i = 0; i < 16; i++)
    {
      entry.op.bytes[i] = i + 1;
      entry.device.bytes[i] = 0x20 + i;
      entry.group_op.bytes[i] = i + 1;
      value.salt[i] = i;
    }
  memset (entry.prev, 0xab, sizeof entry.prev);
  bell_chain_digest (&value, entry.digest);
  for (int i = 0; i < BELL_HASH_LENGTH; i++)
    g_string_append_printf (hex, "%02x", entry.digest[i]);
  g_assert_cmpstr (hex->str, ==, "ee1538e59c3e4aed45234a90fbe2f5575d0a158442e83e9ae0d72a329ba36961");

  bell_chain_hash (&entry, hash);
  g_string_truncate (hex, 0);
  for (int i = 0; i < BELL_HASH_LENGTH; i++)
    g_string_append_printf (hex, "%02x", hash[i]);
  g_assert_cmpstr (hex->str, ==, "99a6cbdb4e05c79296ecf561f53aeae9c1a1170f31f07c7cea4b525bf8a7fa0c");
}

void
add_journal_tests (void)
{
  g_test_add_func ("/storage/journal/vector", test_vector);
  g_test_add_func ("/storage/journal/tampering", test_tampering);
  g_test_add_func ("/storage/journal/triggers", test_triggers);
  g_test_add_func ("/storage/journal/anchor", test_anchor);
}
