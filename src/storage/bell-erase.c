/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-entry.h"
#include "bell-error.h"
#include "bell-json.h"
#include "bell-search.h"
#include "bell-table.h"

/* What the erasure concerns, gathered once; in memory only. @guest is the guest. */
static const char *const gather[] = {
  "CREATE TEMP TABLE IF NOT EXISTS erased_stay (id BLOB PRIMARY KEY) WITHOUT ROWID",
  "CREATE TEMP TABLE IF NOT EXISTS erased_record (id BLOB PRIMARY KEY) WITHOUT ROWID",
  "CREATE TEMP TABLE IF NOT EXISTS erased_seq (seq INTEGER PRIMARY KEY)",
  "DELETE FROM erased_stay",
  "DELETE FROM erased_record",
  "DELETE FROM erased_seq",
  "INSERT INTO erased_stay SELECT id FROM stay WHERE guest = @guest",
  "INSERT INTO erased_record SELECT id FROM record WHERE guest = @guest"
  " UNION SELECT r.id FROM erased_stay s JOIN record r INDEXED BY record_stay ON r.stay = s.id",
  "INSERT INTO erased_seq"
  " SELECT v.seq FROM (SELECT seq, class FROM journal WHERE entity = @guest"
  "   UNION SELECT j.seq, j.class FROM erased_stay s CROSS JOIN journal j INDEXED BY journal_entity ON j.entity = s.id"
  "   UNION SELECT j.seq, j.class FROM erased_record r CROSS JOIN journal j INDEXED BY journal_record ON j.record = r.id"
  "   UNION SELECT j.seq, j.class FROM erased_record r CROSS JOIN journal j INDEXED BY journal_entity ON j.entity = r.id) e"
  " JOIN journal_value v ON v.seq = e.seq WHERE v.personal = 1 OR e.class IN (1, 4)",
  NULL,
};

/* @revision is the number of the ERASE entry that follows. Values of class identity and private are personal whatever they say. */
static const char *const destroy[] = {
  "DELETE FROM journal_value WHERE seq IN (SELECT seq FROM erased_seq)",
  "DELETE FROM item_value WHERE record IN (SELECT id FROM erased_record) AND class IN (1, 4)",
  "UPDATE guest SET language = NULL, country = NULL, vip = NULL, erased_at = @now WHERE id = @guest",
  "UPDATE record SET next_text = NULL, mismatch = NULL WHERE id IN (SELECT id FROM erased_record)",
  NULL,
};

static const struct
{
  const char *table;
  const char *which;
} personal_tables[] = {
  { "guest", "id = @guest" },
  { "stay", "id IN (SELECT id FROM erased_stay)" },
  { "record", "id IN (SELECT id FROM erased_record)" },
  { "task", "record IN (SELECT id FROM erased_record)" },
  { "exception", "record IN (SELECT id FROM erased_record)" },
  { "approval", "record IN (SELECT id FROM erased_record)" },
  { "alert", "record IN (SELECT id FROM erased_record)" },
};

static gboolean
run (BellTxn       *txn,
     const char    *sql,
     const BellId  *guest,
     GError       **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (txn->connection, sql, error);
  int index;

  if (statement == NULL)
    return FALSE;
  if ((index = sqlite3_bind_parameter_index (statement, "@guest")) > 0)
    bell_bind_id (statement, index, guest);
  if ((index = sqlite3_bind_parameter_index (statement, "@now")) > 0)
    sqlite3_bind_int64 (statement, index, txn->author.now);
  if ((index = sqlite3_bind_parameter_index (statement, "@revision")) > 0)
    sqlite3_bind_int64 (statement, index, txn->chain->seq + 1);
  return bell_connection_step (txn->connection, statement, error) >= 0;
}

static gboolean
run_all (BellTxn            *txn,
         const char *const  *statements,
         const BellId       *guest,
         GError            **error)
{
  for (; *statements != NULL; statements++)
    if (!run (txn, *statements, guest, error))
      return FALSE;
  return TRUE;
}

static gboolean
blank_fields (BellTxn       *txn,
              const BellId  *guest,
              GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (personal_tables); i++)
    {
      const BellTable *table = bell_table_by_name (personal_tables[i].table);
      g_autoptr(GString) sql = g_string_new (NULL);

      g_string_printf (sql, "UPDATE %s SET revision = @revision", table->name);
      for (guint f = 0; f < table->klass->n_fields; f++)
        if (table->klass->fields[f].flags & BELL_FIELD_PERSONAL)
          g_string_append_printf (sql, ", %s = NULL", bell_field_column (&table->klass->fields[f]));
      g_string_append_printf (sql, " WHERE %s", personal_tables[i].which);
      if (!run (txn, sql->str, guest, error))
        return FALSE;
    }
  return TRUE;
}

/* "12-15,19": the numbers of the destroyed values, so that a later check can tell an erasure from a theft. */
static char *
list_destroyed (BellTxn  *txn,
                guint    *values,
                GError  **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (txn->connection, "SELECT seq FROM erased_seq ORDER BY seq", error);
  g_autoptr(GString) ranges = g_string_new (NULL);
  gint64 first = 0;
  gint64 last = 0;
  int result;

  if (statement == NULL)
    return NULL;
  *values = 0;
  do
    {
      gint64 seq;

      result = bell_connection_step (txn->connection, statement, error);
      seq = result > 0 ? sqlite3_column_int64 (statement, 0) : 0;
      if (result > 0 && seq == last + 1 && first != 0)
        last = seq;
      else
        {
          if (first != 0)
            g_string_append_printf (ranges, first == last ? "%s%" G_GINT64_FORMAT : "%s%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT,
                                    ranges->len > 0 ? "," : "", first, last);
          first = last = seq;
        }
      *values += result > 0;
    }
  while (result > 0);
  return result == 0 ? g_string_free_and_steal (g_steal_pointer (&ranges)) : NULL;
}

/* Takes the named values out of a JSON object of values; NULL when nothing is left. (transfer full) */
static char *
without (const char *json,
         const char *personal)
{
  g_autoptr(GHashTable) values = bell_json_parse_values (json);
  g_auto(GStrv) names = g_strsplit (personal, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_remove (values, names[i]);
  return bell_json_from_values (values);
}

static gboolean
strip_values (BellTxn     *txn,
              const char  *select,
              const char  *update,
              GError     **error)
{
  g_autoptr(sqlite3_stmt) rows = bell_connection_prepare (txn->connection, select, error);
  int result;

  if (rows == NULL)
    return FALSE;
  while ((result = bell_connection_step (txn->connection, rows, error)) > 0)
    {
      g_autofree char *rest = without ((const char *) sqlite3_column_text (rows, 0), (const char *) sqlite3_column_text (rows, 1));
      sqlite3_stmt *statement = bell_connection_prepare (txn->connection, update, error);
      BellId record = bell_column_id (rows, 2);

      if (statement == NULL)
        return FALSE;
      bell_bind_text (statement, 1, rest != NULL ? rest : "{}");
      bell_bind_id (statement, 2, &record);
      sqlite3_bind_int64 (statement, 3, sqlite3_column_int64 (rows, 3));
      sqlite3_bind_int64 (statement, 4, sqlite3_column_int64 (rows, 4));
      sqlite3_bind_int64 (statement, 5, txn->chain->seq + 1);
      if (!bell_connection_run (txn->connection, statement, error))
        return FALSE;
    }
  return result == 0;
}

static gboolean
blank_values (BellTxn  *txn,
              GError  **error)
{
  return strip_values (txn,
                       "SELECT i.\"values\", i.personal, i.record, i.slot, 0 FROM erased_record r"
                       " CROSS JOIN item i INDEXED BY item_slot ON i.record = r.id WHERE i.personal IS NOT NULL",
                       "UPDATE item SET \"values\" = ?1, revision = ?5 WHERE record = ?2 AND slot = ?3 AND ?4 = 0", error) &&
         strip_values (txn,
                       "SELECT i.doc, i.personal, i.record, i.slot, i.class FROM erased_record r"
                       " CROSS JOIN item_value i ON i.record = r.id WHERE i.personal IS NOT NULL",
                       "UPDATE item_value SET doc = ?1 WHERE record = ?2 AND slot = ?3 AND class = ?4 AND ?5 > 0", error);
}

/* The folded words of what is about to leave the search index. */
static gboolean
collect_words (BellTxn       *txn,
               const BellId  *entity,
               GHashTable    *words,
               GError       **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (txn->connection,
    "SELECT coalesce(title, '') || ' ' || coalesce(body, '') FROM search_doc WHERE entity = ?1", error);
  g_auto(GStrv) plain = NULL;
  g_auto(GStrv) ascii = NULL;

  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, entity);
  if (bell_connection_step (txn->connection, statement, error) <= 0)
    return TRUE;

  plain = g_str_tokenize_and_fold ((const char *) sqlite3_column_text (statement, 0), NULL, &ascii);
  for (guint i = 0; plain[i] != NULL; i++)
    g_hash_table_add (words, g_strdup (plain[i]));
  for (guint i = 0; ascii[i] != NULL; i++)
    g_hash_table_add (words, g_strdup (ascii[i]));
  return TRUE;
}

/* The entities whose words change; the rows are already blank. */
static gboolean
rewrite_words_of (BellTxn     *txn,
                  GType        type,
                  const char  *which,
                  GHashTable  *words,
                  GError     **error)
{
  const BellTable *table = bell_table_for (type);
  sqlite3_stmt *statement = bell_table_prepare (table, txn->connection, NULL, which, error);
  g_autoptr(GPtrArray) rows = NULL;

  if (statement == NULL)
    return FALSE;
  rows = bell_table_read_all (table, txn->connection, statement, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!collect_words (txn, bell_entity_get_id (rows->pdata[i]), words, error) ||
        !bell_search_put (txn, rows->pdata[i], error))
      return FALSE;
  return rows != NULL;
}

/* The tree above the index's pages keeps beginnings of words as signposts. Where one is a whole erased word, only building
 * the index anew removes it. */
static gboolean
clear_signposts (BellTxn     *txn,
                 GHashTable  *words,
                 GError     **error)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (txn->connection,
        "SELECT 1 FROM search_idx WHERE term = CAST('0' || ?1 AS BLOB) LIMIT 1", error);
      int result;

      if (statement == NULL)
        return FALSE;
      bell_bind_text (statement, 1, word);
      result = bell_connection_step (txn->connection, statement, error);
      if (result < 0)
        return FALSE;
      if (result > 0)
        return bell_connection_exec (txn->connection, "INSERT INTO search (search) VALUES ('rebuild')", error);
    }
  return TRUE;
}

static gboolean
rewrite_words (BellTxn       *txn,
               const BellId  *guest,
               GError       **error)
{
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return collect_words (txn, guest, words, error) &&
         bell_search_remove (txn, guest, error) &&
         rewrite_words_of (txn, BELL_TYPE_STAY, "WHERE t.id IN (SELECT id FROM erased_stay)", words, error) &&
         rewrite_words_of (txn, BELL_TYPE_RECORD, "WHERE t.id IN (SELECT id FROM erased_record)", words, error) &&
         rewrite_words_of (txn, BELL_TYPE_TASK, "WHERE t.record IN (SELECT id FROM erased_record)", words, error) &&
         clear_signposts (txn, words, error);
}

gboolean
bell_txn_erase_guest (BellTxn       *txn,
                      const BellId  *guest,
                      guint         *values,
                      GError       **error)
{
  static const char *const touched[] = { "guest", "stay", "record", "item", "task", "exception", "approval", "alert" };
  g_autoptr(BellGuest) row = NULL;
  g_autofree char *destroyed = NULL;
  guint n;

  g_return_val_if_fail (txn != NULL, FALSE);
  g_return_val_if_fail (guest != NULL, FALSE);

  if (!bell_txn_may_write (txn, error))
    return FALSE;
  if (!txn->index)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Wait until the load has ended, then erase."),
                      _("A guest cannot be erased while very much is being loaded."));
      return FALSE;
    }
  row = bell_txn_get (txn, BELL_TYPE_GUEST, guest, error);
  if (row == NULL)
    return FALSE;
  if (row->erased_at != 0)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, NULL, _("This guest was erased before."));
      return FALSE;
    }

  if (!run_all (txn, gather, guest, error) || (destroyed = list_destroyed (txn, &n, error)) == NULL)
    return FALSE;

  BellEntryDraft draft = {
    .verb = BELL_VERB_ERASE,
    .kind = "guest",
    .entity = guest,
    .new_value = destroyed,
  };
  if (!blank_fields (txn, guest, error) ||
      !blank_values (txn, error) ||
      !run_all (txn, destroy, guest, error) ||
      !rewrite_words (txn, guest, error) ||
      !bell_entry_append (txn, &draft, NULL, error))
    return FALSE;

  txn->scrub = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (touched); i++)
    bell_txn_mark (txn, touched[i]);
  if (values != NULL)
    *values = n;
  return TRUE;
}
