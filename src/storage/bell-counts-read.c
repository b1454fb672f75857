/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-list-private.h"

/* Each column goes to one number of BellCounts, in order; a statement without rows leaves them at 0. */
typedef struct
{
  const char *sql;
  gsize offsets[3];
} Count;

#define OF_PROPERTY "(@property IS NULL OR t.property = @property)"
#define NONE G_MAXSIZE

static const Count counts_of[] = {
  { "SELECT count(*), sum(t.due_key < @now) FROM record t INDEXED BY record_open_due WHERE t.is_open = 1"
    " AND " BELL_WORK_OF_PERSON " AND " OF_PROPERTY,
    { G_STRUCT_OFFSET (BellCounts, work), G_STRUCT_OFFSET (BellCounts, work_late), NONE } },
  { "SELECT count(*) FROM record t INDEXED BY record_open_author WHERE t.is_open = 1 AND t.opened_by = @staff"
    " AND t.owner <> @staff AND " OF_PROPERTY,
    { G_STRUCT_OFFSET (BellCounts, watched), NONE } },
  { "SELECT count(*) FROM approval t INDEXED BY approval_open WHERE t.is_open = 1", { G_STRUCT_OFFSET (BellCounts, approvals), NONE } },
  { "SELECT count(*) FROM exception t INDEXED BY exception_open WHERE t.is_open = 1", { G_STRUCT_OFFSET (BellCounts, exceptions), NONE } },
  { "SELECT count(*) FROM alert t INDEXED BY alert_open WHERE t.is_open = 1 AND " BELL_ALERT_OF_PERSON,
    { G_STRUCT_OFFSET (BellCounts, alerts), NONE } },
  { "SELECT count(*) FROM stay t INDEXED BY stay_arrival WHERE t.arrival = @day AND t.status NOT IN (3, 5)",
    { G_STRUCT_OFFSET (BellCounts, arrivals), NONE } },
  { "SELECT count(*) FROM stay t INDEXED BY stay_departure WHERE t.departure = @day AND t.status NOT IN (3, 4, 5)",
    { G_STRUCT_OFFSET (BellCounts, departures), NONE } },
  { "SELECT count(*) FROM (" BELL_IN_HOUSE_ROWS ")", { G_STRUCT_OFFSET (BellCounts, in_house), NONE } },
};

static const char workflows_sql[] =
  "SELECT t.workflow, count(*) FROM record t INDEXED BY record_open_workflow WHERE t.is_open = 1 AND " OF_PROPERTY
  " GROUP BY t.workflow";

static const char *const board_sql[] = {
  "SELECT t.status, count(*), sum(t.due_key < @now) FROM task t INDEXED BY task_board_all WHERE t.is_open = 1"
  " AND " OF_PROPERTY " GROUP BY t.status"
  " UNION ALL SELECT 4, count(*), 0 FROM task t INDEXED BY task_done_all WHERE t.is_open = 0 AND t.done_at >= @kept AND " OF_PROPERTY,
  "SELECT t.status, count(*), sum(t.due_key < @now) FROM task t INDEXED BY task_board WHERE t.is_open = 1"
  " AND t.department = @department AND " OF_PROPERTY " GROUP BY t.status"
  " UNION ALL SELECT 4, count(*), 0 FROM task t INDEXED BY task_done WHERE t.is_open = 0 AND t.department = @department"
  " AND t.done_at >= @kept AND " OF_PROPERTY,
};

const char *
bell_counts_sql (guint n)
{
  if (n < G_N_ELEMENTS (counts_of))
    return counts_of[n].sql;
  n -= G_N_ELEMENTS (counts_of);
  if (n < G_N_ELEMENTS (board_sql))
    return board_sql[n];
  return n == G_N_ELEMENTS (board_sql) ? workflows_sql : NULL;
}

static sqlite3_stmt *
prepare (BellTxn          *txn,
         const char       *sql,
         const BellQuery  *base,
         GError          **error)
{
  sqlite3_stmt *statement = bell_connection_prepare (txn->connection, sql, error);

  if (statement != NULL)
    bell_list_bind_query (statement, base);
  return statement;
}

static gboolean
count_simple (BellTxn          *txn,
              const Count      *count,
              const BellQuery  *base,
              BellCounts       *counts,
              GError          **error)
{
  g_autoptr(sqlite3_stmt) statement = prepare (txn, count->sql, base, error);

  if (statement == NULL || bell_connection_step (txn->connection, statement, error) < 0)
    return FALSE;
  for (int i = 0; count->offsets[i] != NONE; i++)
    G_STRUCT_MEMBER (guint, counts, count->offsets[i]) = sqlite3_column_int64 (statement, i);
  return TRUE;
}

static gboolean
count_board (BellTxn          *txn,
             const BellQuery  *base,
             BellCounts       *counts,
             GError          **error)
{
  g_autoptr(sqlite3_stmt) statement = prepare (txn, board_sql[base->department != NULL], base, error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = bell_connection_step (txn->connection, statement, error)) > 0)
    {
      int status = sqlite3_column_int (statement, 0);

      if (status < 0 || status >= BELL_N_STATUSES)
        continue;
      counts->board[status] = sqlite3_column_int64 (statement, 1);
      counts->board_late += sqlite3_column_int64 (statement, 2);
    }
  return result == 0;
}

static gboolean
count_workflows (BellTxn          *txn,
                 const BellQuery  *base,
                 BellCounts       *counts,
                 GError          **error)
{
  g_autoptr(sqlite3_stmt) statement = prepare (txn, workflows_sql, base, error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = bell_connection_step (txn->connection, statement, error)) > 0)
    if (sqlite3_column_type (statement, 0) == SQLITE_TEXT)
      g_hash_table_insert (counts->workflows, bell_column_dup_text (statement, 0),
                           GUINT_TO_POINTER (sqlite3_column_int64 (statement, 1)));
  return result == 0;
}

gboolean
bell_txn_counts (BellTxn          *txn,
                 const BellQuery  *base,
                 BellCounts       *counts,
                 GError          **error)
{
  g_return_val_if_fail (txn != NULL, FALSE);
  g_return_val_if_fail (base != NULL, FALSE);
  g_return_val_if_fail (counts != NULL, FALSE);

  *counts = (BellCounts) { .workflows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  for (guint i = 0; i < G_N_ELEMENTS (counts_of); i++)
    if (!count_simple (txn, &counts_of[i], base, counts, error))
      {
        bell_counts_clear (counts);
        return FALSE;
      }

  if (count_board (txn, base, counts, error) && count_workflows (txn, base, counts, error))
    return TRUE;
  bell_counts_clear (counts);
  return FALSE;
}

void
bell_counts_clear (BellCounts *counts)
{
  g_return_if_fail (counts != NULL);

  g_clear_pointer (&counts->workflows, g_hash_table_unref);
}
