/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-entry.h"

char *
bell_txn_get_setting (BellTxn     *txn,
                      const char  *key,
                      GError     **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  statement = bell_connection_prepare (txn->connection, "SELECT value FROM setting WHERE key = ?1", error);
  if (statement == NULL)
    return NULL;
  bell_bind_text (statement, 1, key);
  return bell_connection_step (txn->connection, statement, error) > 0 ? bell_column_dup_text (statement, 0) : NULL;
}

gboolean
bell_txn_set_setting (BellTxn     *txn,
                      const char  *key,
                      const char  *value,
                      GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *old_value = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (txn != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  old_value = bell_txn_get_setting (txn, key, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (g_strcmp0 (old_value, value) == 0)
    return bell_txn_may_write (txn, error);

  BellEntryDraft draft = { .verb = BELL_VERB_SET, .kind = "setting", .field = key, .old_value = old_value, .new_value = value };
  if (!bell_entry_append (txn, &draft, NULL, error))
    return FALSE;

  statement = bell_connection_prepare (txn->connection, value != NULL
    ? "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value"
    : "DELETE FROM setting WHERE key = ?1", error);
  if (statement == NULL)
    return FALSE;
  bell_bind_text (statement, 1, key);
  if (value != NULL)
    bell_bind_text (statement, 2, value);
  bell_txn_mark (txn, "setting");
  return bell_connection_run (txn->connection, statement, error);
}

GStrv
bell_txn_list_settings (BellTxn     *txn,
                        const char  *prefix,
                        GError     **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  int result;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (prefix != NULL, NULL);

  statement = bell_connection_prepare (txn->connection,
    "SELECT key FROM setting WHERE key >= ?1 AND substr(key, 1, length(?1)) = ?1 ORDER BY key", error);
  if (statement == NULL)
    return NULL;
  bell_bind_text (statement, 1, prefix);
  while ((result = bell_connection_step (txn->connection, statement, error)) > 0)
    g_strv_builder_add (keys, (const char *) sqlite3_column_text (statement, 0));
  return result == 0 ? g_strv_builder_end (keys) : NULL;
}

char *
bell_txn_next_number (BellTxn     *txn,
                      const char  *prefix,
                      GError     **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (prefix != NULL, NULL);

  if (!bell_txn_may_write (txn, error))
    return NULL;
  statement = bell_connection_prepare (txn->connection,
    "INSERT INTO number_series (prefix, last) VALUES (?1, 1001)"
    " ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last", error);
  if (statement == NULL)
    return NULL;
  bell_bind_text (statement, 1, prefix);
  if (bell_connection_step (txn->connection, statement, error) <= 0)
    return NULL;
  return g_strdup_printf ("%s-%lld", prefix, (long long) sqlite3_column_int64 (statement, 0));
}

gboolean
bell_txn_get_secret (BellTxn       *txn,
                     const BellId  *staff,
                     BellSecret    *secret,
                     GError       **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  int result;

  g_return_val_if_fail (txn != NULL, FALSE);
  g_return_val_if_fail (staff != NULL, FALSE);
  g_return_val_if_fail (secret != NULL, FALSE);

  *secret = (BellSecret) { 0 };
  statement = bell_connection_prepare (txn->connection,
    "SELECT pin_hash, failures, locked_until FROM staff_secret WHERE staff = ?1", error);
  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, staff);
  result = bell_connection_step (txn->connection, statement, error);
  if (result > 0)
    {
      secret->pin_hash = bell_column_dup_text (statement, 0);
      secret->failures = sqlite3_column_int64 (statement, 1);
      secret->locked_until = sqlite3_column_int64 (statement, 2);
    }
  return result >= 0;
}

gboolean
bell_txn_set_secret (BellTxn           *txn,
                     const BellId      *staff,
                     const BellSecret  *secret,
                     GError           **error)
{
  g_autofree char *old_hash = NULL;
  BellSecret old;
  sqlite3_stmt *statement;

  g_return_val_if_fail (txn != NULL, FALSE);
  g_return_val_if_fail (staff != NULL, FALSE);
  g_return_val_if_fail (secret != NULL, FALSE);

  if (!bell_txn_may_write (txn, error) || !bell_txn_get_secret (txn, staff, &old, error))
    return FALSE;
  old_hash = old.pin_hash;

  if (g_strcmp0 (old_hash, secret->pin_hash) != 0 &&
      !bell_txn_note (txn, BELL_VERB_SET, "staff", staff, NULL, BELL_CLASS_STAFF, "pin", NULL, NULL, FALSE, error))
    return FALSE;

  statement = bell_connection_prepare (txn->connection,
    "INSERT INTO staff_secret (staff, pin_hash, failures, locked_until) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE"
    " SET pin_hash = excluded.pin_hash, failures = excluded.failures, locked_until = excluded.locked_until", error);
  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, staff);
  bell_bind_text (statement, 2, secret->pin_hash);
  sqlite3_bind_int64 (statement, 3, secret->failures);
  bell_bind_time (statement, 4, secret->locked_until);
  bell_txn_mark (txn, "staff_secret");
  return bell_connection_run (txn->connection, statement, error);
}

void
bell_secret_clear (BellSecret *secret)
{
  g_return_if_fail (secret != NULL);

  g_clear_pointer (&secret->pin_hash, g_free);
}
