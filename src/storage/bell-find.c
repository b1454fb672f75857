/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-date.h"
#include "bell-list-private.h"
#include "bell-table.h"

static sqlite3_stmt *
prepare (BellTxn     *txn,
         GType        type,
         const char  *index,
         const char  *rest,
         GError     **error)
{
  sqlite3_stmt *statement = bell_table_prepare (bell_table_for (type), txn->connection, index, rest, error);

  if (statement != NULL)
    bell_table_bind_reader (statement, txn->author.now, BELL_CLASS_ALL);
  return statement;
}

static gpointer
find_by_text (BellTxn     *txn,
              GType        type,
              const char  *index,
              const char  *rest,
              const char  *text,
              GError     **error)
{
  sqlite3_stmt *statement = prepare (txn, type, index, rest, error);

  if (statement == NULL)
    return NULL;
  bell_bind_text (statement, sqlite3_bind_parameter_index (statement, "@text"), text);
  return bell_table_read_one (bell_table_for (type), txn->connection, statement, error);
}

BellRecord *
bell_txn_find_record (BellTxn     *txn,
                      const char  *number,
                      GError     **error)
{
  g_autofree char *upper = NULL;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (number != NULL, NULL);

  upper = g_ascii_strup (number, -1);
  return find_by_text (txn, BELL_TYPE_RECORD, "record_number", "WHERE t.number = @text", upper, error);
}

BellStaff *
bell_txn_find_staff (BellTxn     *txn,
                     const char  *name,
                     GError     **error)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  key = g_ascii_strdown (name, -1);
  return find_by_text (txn, BELL_TYPE_STAFF, "staff_name", "WHERE t.name_key = @text ORDER BY t.active DESC", key, error);
}

BellProperty *
bell_txn_find_property (BellTxn     *txn,
                        const char  *code,
                        GError     **error)
{
  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  return find_by_text (txn, BELL_TYPE_PROPERTY, "property_code", "WHERE t.code = @text", code, error);
}

GPtrArray *
bell_txn_list_properties (BellTxn  *txn,
                          GError  **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (txn != NULL, NULL);

  statement = prepare (txn, BELL_TYPE_PROPERTY, NULL, "ORDER BY t.code", error);
  return statement != NULL ? bell_table_read_all (bell_table_for (BELL_TYPE_PROPERTY), txn->connection, statement, error) : NULL;
}

BellStay *
bell_txn_find_stay (BellTxn     *txn,
                    const char  *property,
                    const char  *confirmation,
                    GError     **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (confirmation != NULL, NULL);

  statement = prepare (txn, BELL_TYPE_STAY, "stay_confirmation",
                       "WHERE t.confirmation = ?1 AND (?2 IS NULL OR t.property = ?2)", error);
  if (statement == NULL)
    return NULL;
  bell_bind_text (statement, 1, confirmation);
  bell_bind_text (statement, 2, property);
  return bell_table_read_one (bell_table_for (BELL_TYPE_STAY), txn->connection, statement, error);
}

GPtrArray *
bell_txn_find_stays_in_room (BellTxn     *txn,
                             const char  *property,
                             const char  *room,
                             const char  *day,
                             GError     **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (room != NULL, NULL);
  g_return_val_if_fail (day != NULL, NULL);

  statement = prepare (txn, BELL_TYPE_STAY, "stay_room",
                       "WHERE t.room = ?1 AND t.departure >= ?2 AND t.arrival <= ?2 AND t.status IN (0, 1, 2)"
                       " AND (?3 IS NULL OR t.property = ?3)"
                       " ORDER BY t.status = 1 DESC, t.arrival = ?2 DESC, t.departure DESC, t.id",
                       error);
  if (statement == NULL)
    return NULL;
  bell_bind_text (statement, 1, room);
  bell_bind_text (statement, 2, day);
  bell_bind_text (statement, 3, property);
  return bell_table_read_all (bell_table_for (BELL_TYPE_STAY), txn->connection, statement, error);
}

/* The digits, as the generated column has them; NULL when nothing is left. */
static char *
phone_key (const char *phone)
{
  g_autoptr(GString) key = g_string_new (NULL);

  for (const char *p = phone != NULL ? phone : ""; *p != '\0'; p++)
    if (strchr (" -().+/", *p) == NULL)
      g_string_append_c (key, *p);
  return key->len > 0 ? g_string_free_and_steal (g_steal_pointer (&key)) : NULL;
}

static BellGuest *
find_by_name (BellTxn     *txn,
              const char  *first_name,
              const char  *last_name,
              GError     **error)
{
  g_autofree char *first = g_ascii_strdown (first_name, -1);
  g_autofree char *last = g_ascii_strdown (last_name, -1);
  sqlite3_stmt *statement;

  statement = prepare (txn, BELL_TYPE_GUEST, "guest_name",
                       "WHERE t.is_live = 1 AND t.last_key = ?1 AND t.first_key = ?2 ORDER BY t.id", error);
  if (statement == NULL)
    return NULL;
  bell_bind_text (statement, 1, last);
  bell_bind_text (statement, 2, first);
  return bell_table_read_one (bell_table_for (BELL_TYPE_GUEST), txn->connection, statement, error);
}

BellGuest *
bell_txn_find_guest (BellTxn     *txn,
                     const char  *email,
                     const char  *phone,
                     const char  *first_name,
                     const char  *last_name,
                     gboolean     by_name,
                     GError     **error)
{
  g_autofree char *mail = email != NULL && *email != '\0' ? g_ascii_strdown (email, -1) : NULL;
  g_autofree char *digits = phone_key (phone);
  g_autoptr(GError) failure = NULL;
  BellGuest *guest = NULL;

  g_return_val_if_fail (txn != NULL, NULL);

  if (mail != NULL)
    guest = find_by_text (txn, BELL_TYPE_GUEST, "guest_email",
                          "WHERE t.email_key = @text AND t.erased_at IS NULL ORDER BY t.row", g_strstrip (mail), &failure);
  if (guest == NULL && failure == NULL && digits != NULL)
    guest = find_by_text (txn, BELL_TYPE_GUEST, "guest_phone",
                          "WHERE t.phone_key = @text AND t.erased_at IS NULL ORDER BY t.row", digits, &failure);
  if (guest == NULL && failure == NULL && by_name && first_name != NULL && last_name != NULL)
    guest = find_by_name (txn, first_name, last_name, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return guest;
}

static GPtrArray *
list_people (BellTxn     *txn,
             gint64       instant,
             const char  *rest,
             GError     **error)
{
  sqlite3_stmt *statement = bell_table_prepare (bell_table_for (BELL_TYPE_STAFF), txn->connection, NULL, rest, error);

  if (statement == NULL)
    return NULL;
  bell_table_bind_reader (statement, instant, BELL_CLASS_ALL);
  return bell_table_read_all (bell_table_for (BELL_TYPE_STAFF), txn->connection, statement, error);
}

GPtrArray *
bell_txn_list_on_duty (BellTxn  *txn,
                       gint64    instant,
                       GError  **error)
{
  g_return_val_if_fail (txn != NULL, NULL);

  return list_people (txn, instant,
                      "WHERE t.active = 1 AND EXISTS (SELECT 1 FROM shift s INDEXED BY shift_staff WHERE s.staff = t.id"
                      " AND s.starts_at <= @now AND s.ends_at > @now) ORDER BY t.name_key, t.id",
                      error);
}

GPtrArray *
bell_txn_list_staff (BellTxn   *txn,
                     gint64     instant,
                     gboolean   active_only,
                     GError   **error)
{
  g_return_val_if_fail (txn != NULL, NULL);

  return list_people (txn, instant, active_only ? "WHERE t.active = 1 ORDER BY t.name_key, t.id" : "ORDER BY t.name_key, t.id",
                      error);
}

GPtrArray *
bell_txn_list_ladder_due (BellTxn  *txn,
                          gint64    now,
                          guint     limit,
                          GError  **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (txn != NULL, NULL);

  statement = prepare (txn, BELL_TYPE_RECORD, "record_ladder", "WHERE t.ladder_at <= ?1 ORDER BY t.ladder_at, t.id LIMIT ?2", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, now);
  sqlite3_bind_int64 (statement, 2, limit);
  return bell_table_read_all (bell_table_for (BELL_TYPE_RECORD), txn->connection, statement, error);
}

static GPtrArray *
list_of (BellTxn       *txn,
         GType          type,
         const char    *index,
         const char    *rest,
         const BellId  *id,
         guint          classes,
         GError       **error)
{
  sqlite3_stmt *statement = bell_table_prepare (bell_table_for (type), txn->connection, index, rest, error);

  if (statement == NULL)
    return NULL;
  bell_table_bind_reader (statement, txn->author.now, classes);
  bell_bind_id (statement, sqlite3_bind_parameter_index (statement, "@of"), id);
  return bell_table_read_all (bell_table_for (type), txn->connection, statement, error);
}

GPtrArray *
bell_txn_list_open_of_stay (BellTxn       *txn,
                            const BellId  *stay,
                            GError       **error)
{
  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (stay != NULL, NULL);

  return list_of (txn, BELL_TYPE_RECORD, "record_open_stay",
                  "WHERE t.is_open = 1 AND t.stay = @of ORDER BY t.opened_at DESC, t.id DESC", stay, BELL_CLASS_ALL, error);
}

GPtrArray *
bell_txn_list_alerts_of_record (BellTxn       *txn,
                                const BellId  *record,
                                GError       **error)
{
  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  return list_of (txn, BELL_TYPE_ALERT, "alert_record",
                  "WHERE t.record = @of AND t.resolved_at IS NULL ORDER BY t.raised_at DESC, t.id DESC", record, BELL_CLASS_ALL, error);
}

/* The entries of a command stand one behind the other on the device that wrote them. */
GPtrArray *
bell_txn_list_command (BellTxn       *txn,
                       const BellId  *group_op,
                       guint          classes,
                       GError       **error)
{
  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (group_op != NULL, NULL);

  return list_of (txn, BELL_TYPE_JOURNAL_ENTRY, NULL,
                  "WHERE t.seq >= (SELECT seq FROM journal WHERE op = @of)"
                  " AND t.seq < coalesce((SELECT n.seq FROM journal n WHERE n.seq > (SELECT seq FROM journal WHERE op = @of)"
                  " AND n.group_op <> @of ORDER BY n.seq LIMIT 1), 9223372036854775807) ORDER BY t.seq",
                  group_op, classes, error);
}

GPtrArray *
bell_txn_list_last_command (BellTxn       *txn,
                            const BellId  *who,
                            guint          classes,
                            GError       **error)
{
  sqlite3_stmt *statement;
  BellId group_op = BELL_ID_NONE;
  int result;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (who != NULL, NULL);

  statement = bell_connection_prepare (txn->connection, "SELECT group_op FROM journal INDEXED BY journal_who WHERE who = ?1"
                                                        " AND verb <> ?2 ORDER BY at DESC, seq DESC LIMIT 1",
                                       error);
  if (statement == NULL)
    return NULL;
  bell_bind_id (statement, 1, who);
  /* Who signs in or looks at a name has changed nothing. */
  sqlite3_bind_int (statement, 2, BELL_VERB_REVEAL);
  result = bell_connection_step (txn->connection, statement, error);
  if (result > 0)
    group_op = bell_column_id (statement, 0);
  bell_statement_reset (statement);

  if (result < 0)
    return NULL;
  if (result == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return bell_txn_list_command (txn, &group_op, classes, error);
}
