/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-probe.h"

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  return statement;
}

static void
step (sqlite3_stmt *statement)
{
  int result = sqlite3_step (statement);

  g_assert_true (result == SQLITE_DONE || result == SQLITE_ROW);
  sqlite3_reset (statement);
}

void
probe_open (Probe      *probe,
            const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  exec_raw (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA secure_delete = ON");
  probe->db = db;
  probe->seq = integer_raw (db, "SELECT max(seq) FROM journal");
  probe->update = prepare (db, "UPDATE record SET revision = ?1, status = ?2, due_at = due_at + 60000000, waits_for = ?3, next_text = ?4"
                           " WHERE id = ?5");
  probe->insert = prepare (db, "INSERT INTO record (id, revision, property, workflow, number, title, owner, department, stay, room, opened_at, due_at)"
                           " VALUES (?1, ?2, 'HLX', 'guest-experience', ?3, 'extra towels and a pillow', ?4, 'housekeeping', ?5, ?6,"
                           " 1795345200000000, 1795352400000000)");
  probe->number = prepare (db, "INSERT INTO number_series (prefix, last) VALUES ('NEW', 1001) ON CONFLICT DO UPDATE SET last = last + 1"
                           " RETURNING last");
  probe->entry = prepare (db, "INSERT INTO journal (seq, op, device, dseq, prev, hash, who, role, at, property, class, kind, entity, record, verb,"
                          " field, old, new, group_op, digest) VALUES (?1, ?2, ?3, ?1, ?4, ?4, ?5, 'front-desk', 1795348800000000, 'HLX', 0,"
                          " 'record', ?6, ?6, ?7, ?8, ?9, ?10, ?2, ?4)");
  probe->value = prepare (db, "INSERT INTO journal_value (seq, salt, new, why, personal) VALUES (?1, ?2, ?3, ?4, 1)");
  probe->doc = prepare (db, "INSERT INTO search_doc (kind, entity, record, class, property, title, body, at)"
                        " VALUES ('record', ?1, ?1, 0, 'HLX', 'extra towels and a pillow', ?2, 1795345200000000)");
  probe->words = prepare (db, "INSERT INTO search (rowid, title, body) VALUES (?1, 'extra towels and a pillow', ?2)");
}

void
probe_close (Probe *probe)
{
  sqlite3_stmt *const all[] = { probe->update, probe->insert, probe->number, probe->entry, probe->value, probe->doc, probe->words };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    sqlite3_finalize (all[i]);
  sqlite3_close (probe->db);
}

static void
probe_entry (Probe        *probe,
             const BellId *who,
             const BellId *entity,
             int           verb,
             const char   *field,
             const char   *old_value,
             const char   *new_value,
             const char   *apart,
             const char   *why)
{
  BellId op = bell_id_new (NOON);
  guint8 hash[32];

  for (int i = 0; i < 32; i++)
    hash[i] = g_random_int ();
  sqlite3_bind_int64 (probe->entry, 1, ++probe->seq);
  sqlite3_bind_blob (probe->entry, 2, &op, 16, SQLITE_STATIC);
  sqlite3_bind_blob (probe->entry, 3, "0123456789abcdef", 16, SQLITE_STATIC);
  sqlite3_bind_blob (probe->entry, 4, hash, 32, SQLITE_STATIC);
  sqlite3_bind_blob (probe->entry, 5, who, 16, SQLITE_STATIC);
  sqlite3_bind_blob (probe->entry, 6, entity, 16, SQLITE_STATIC);
  sqlite3_bind_int (probe->entry, 7, verb);
  sqlite3_bind_text (probe->entry, 8, field, -1, SQLITE_STATIC);
  sqlite3_bind_text (probe->entry, 9, old_value, -1, SQLITE_STATIC);
  sqlite3_bind_text (probe->entry, 10, new_value, -1, SQLITE_STATIC);
  step (probe->entry);
  sqlite3_bind_int64 (probe->value, 1, probe->seq);
  sqlite3_bind_blob (probe->value, 2, hash, 16, SQLITE_STATIC);
  sqlite3_bind_text (probe->value, 3, apart, -1, SQLITE_STATIC);
  sqlite3_bind_text (probe->value, 4, why, -1, SQLITE_STATIC);
  step (probe->value);
}

void
probe_save (Probe      *probe,
            BellRecord *record,
            int         n)
{
  const BellId *id = bell_entity_get_id (BELL_ENTITY (record));
  const char *why = "The guest asked again";

  sqlite3_bind_int64 (probe->update, 1, probe->seq + 3);
  sqlite3_bind_int (probe->update, 2, n % 2);
  sqlite3_bind_text (probe->update, 3, n % 2 ? "linen" : "the engineer", -1, SQLITE_STATIC);
  sqlite3_bind_text (probe->update, 4, n % 2 ? "Bring the linen" : "Ask the engineer", -1, SQLITE_STATIC);
  sqlite3_bind_blob (probe->update, 5, id, 16, SQLITE_STATIC);
  step (probe->update);
  probe_entry (probe, &record->owner, id, 2, "status", "new", "pending", NULL, why);
  probe_entry (probe, &record->owner, id, 1, "due_at", "2026-11-22T13:00:00Z", "2026-11-22T13:01:00Z", NULL, why);
  probe_entry (probe, &record->owner, id, 1, "waits_for", "linen", "the engineer", NULL, why);
}

void
probe_file (Probe      *probe,
            BellRecord *like,
            int         n)
{
  static const char payload[] = "{\"property\":\"HLX\",\"workflow\":\"guest-experience\",\"number\":\"NEW-1001\",\"status\":\"new\","
    "\"trigger\":\"request\",\"owner\":\"01a20320-a200-7734-85d5-581a0b6b4ccc\",\"department\":\"housekeeping\","
    "\"stay\":\"01a20320-a200-7734-85d5-581a0b6b4ccc\",\"room\":\"101\",\"opened_at\":\"2026-11-22T11:00:00Z\","
    "\"due_at\":\"2026-11-22T13:00:00Z\",\"status_before\":\"new\",\"paused\":0,\"reopened\":0}";
  g_autofree char *number = g_strdup_printf ("NEW-%" G_GINT64_FORMAT, probe->seq);
  g_autofree char *body = g_strdup_printf ("%s · %s · Last12345", number, like->room);
  BellId id = bell_id_new (NOON);

  step (probe->number);
  probe_entry (probe, &like->owner, &id, 0, NULL, NULL, payload, "{\"title\":\"extra towels and a pillow\"}", NULL);
  sqlite3_bind_blob (probe->insert, 1, &id, 16, SQLITE_STATIC);
  sqlite3_bind_int64 (probe->insert, 2, probe->seq);
  sqlite3_bind_text (probe->insert, 3, number, -1, SQLITE_STATIC);
  sqlite3_bind_blob (probe->insert, 4, &like->owner, 16, SQLITE_STATIC);
  sqlite3_bind_blob (probe->insert, 5, &like->stay, 16, SQLITE_STATIC);
  sqlite3_bind_text (probe->insert, 6, like->room, -1, SQLITE_STATIC);
  step (probe->insert);
  sqlite3_bind_blob (probe->doc, 1, &id, 16, SQLITE_STATIC);
  sqlite3_bind_text (probe->doc, 2, body, -1, SQLITE_STATIC);
  step (probe->doc);
  sqlite3_bind_int64 (probe->words, 1, sqlite3_last_insert_rowid (probe->db));
  sqlite3_bind_text (probe->words, 2, body, -1, SQLITE_STATIC);
  step (probe->words);
}

double
probe_run (Probe     *probe,
           GPtrArray *records,
           ProbeFunc  func,
           int        round,
           gboolean   batched)
{
  gint64 started = g_get_monotonic_time ();

  for (guint i = 0; i < records->len; i++)
    {
      if (!batched || i == 0)
        exec_raw (probe->db, "BEGIN IMMEDIATE");
      func (probe, records->pdata[i], round + (int) i % 2);
      if (!batched || i == records->len - 1)
        exec_raw (probe->db, "COMMIT");
    }
  return records->len / ((g_get_monotonic_time () - started) / 1e6);
}
