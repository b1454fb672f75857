/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-hide.h"
#include "bell-list-private.h"
#include "bell-search.h"
#include "bell-table.h"

#define MAX_KEYS 4

/**
 * Plan:
 * @index: the index that the statement must use, so that it never depends on what the planner guesses
 * @joins: what is put before the table, for searches
 * @keys: the columns of the order, the last one unique
 * @descending: the direction of all of them
 *
 * A list as a statement in the making.
 */
typedef struct
{
  GType type;
  const char *index;
  const char *search_kind;
  GString *where;
  const char *keys[MAX_KEYS];
  gboolean descending;
  char *match;
  gboolean nothing;
} Plan;

static void
also (Plan       *plan,
      const char *condition)
{
  if (plan->where->len > 0)
    g_string_append (plan->where, " AND ");
  g_string_append (plan->where, condition);
}

static void
order (Plan       *plan,
       gboolean    descending,
       const char *first,
       const char *second,
       const char *third,
       const char *fourth)
{
  plan->descending = descending;
  plan->keys[0] = first;
  plan->keys[1] = second;
  plan->keys[2] = third;
  plan->keys[3] = fourth;
}

static void
plan_work (Plan            *plan,
           const BellQuery *query)
{
  plan->type = BELL_TYPE_RECORD;
  plan->index = "record_open_due";
  also (plan, "t.is_open = 1");
  if (!bell_id_is_none (&query->staff) || query->roles != NULL)
    also (plan, BELL_WORK_OF_PERSON);
  order (plan, FALSE, "due_key", "id", NULL, NULL);
}

static void
plan_watched (Plan            *plan,
              const BellQuery *query)
{
  plan->type = BELL_TYPE_RECORD;
  plan->index = "record_open_author";
  also (plan, "t.is_open = 1 AND t.opened_by = @staff AND t.owner <> @staff");
  order (plan, FALSE, "due_key", "id", NULL, NULL);
}

static void
plan_board (Plan            *plan,
            const BellQuery *query)
{
  plan->type = BELL_TYPE_TASK;
  if (query->status == BELL_STATUS_COMPLETE)
    {
      plan->index = query->department != NULL ? "task_done" : "task_done_all";
      also (plan, "t.is_open = 0 AND t.done_at >= @kept");
      order (plan, TRUE, "done_at", "id", NULL, NULL);
    }
  else
    {
      plan->index = query->department != NULL ? "task_board" : "task_board_all";
      also (plan, "t.is_open = 1");
      if (query->status >= 0)
        also (plan, "t.status = @status");
      order (plan, FALSE, "due_key", "id", NULL, NULL);
    }
  if (query->department != NULL)
    also (plan, "t.department = @department");
  if (!bell_id_is_none (&query->staff))
    {
      /* Few open cards lie with one person; sorting them is cheaper than passing over everybody else's. */
      if (query->status != BELL_STATUS_COMPLETE)
        plan->index = "task_assignee";
      also (plan, "t.assignee = @staff");
    }
}

static void
plan_records (Plan            *plan,
              const BellQuery *query)
{
  gboolean owner = !bell_id_is_none (&query->staff);

  plan->type = BELL_TYPE_RECORD;
  order (plan, TRUE, "opened_at", "id", NULL, NULL);
  if (query->text != NULL && *query->text != '\0')
    plan->search_kind = "record";
  else if (owner)
    plan->index = query->open_only ? "record_open_owner" : "record_owner";
  else if (query->status >= 0)
    plan->index = query->workflow != NULL ? "record_workflow_status" : "record_status";
  else if (query->open_only)
    plan->index = query->workflow != NULL ? "record_open_workflow" : "record_open";
  else
    plan->index = query->workflow != NULL ? "record_workflow" : "record_opened";

  if (query->open_only)
    also (plan, "t.is_open = 1");
  if (query->workflow != NULL)
    also (plan, "t.workflow = @workflow");
  if (query->status >= 0)
    also (plan, "t.status = @status");
  if (owner)
    also (plan, "t.owner = @staff");
}

static void
plan_stays (Plan            *plan,
            const BellQuery *query)
{
  plan->type = BELL_TYPE_STAY;
  if (query->list == BELL_LIST_ARRIVALS)
    {
      plan->index = "stay_arrival";
      also (plan, "t.arrival = @day AND t.status NOT IN (3, 5)");
    }
  else if (query->list == BELL_LIST_DEPARTURES)
    {
      plan->index = "stay_departure";
      also (plan, "t.departure = @day AND t.status NOT IN (3, 4, 5)");
    }
  else
    also (plan, "t.row IN (" BELL_IN_HOUSE_ROWS ")");
  /* A day has some hundred stays: words that begin so are looked for in their rows. */
  if (query->text != NULL && *query->text != '\0')
    also (plan, "instr(' ' || lower(coalesce(t.room, '') || ' ' || coalesce(t.surname, '') || ' ' || coalesce(t.confirmation, '') || ' ' ||"
                " coalesce(t.group_name, '') || ' ' || coalesce(t.company, '') || ' ' || coalesce(t.vip, '')), ' ' || lower(@text)) > 0");
  order (plan, FALSE, "room_key", "surname_key", "id", NULL);
}

static void
plan_of (Plan            *plan,
         const BellQuery *query)
{
  switch ((int) query->list)
    {
    case BELL_LIST_STAYS_OF_GUEST:
      plan->type = BELL_TYPE_STAY;
      plan->index = "stay_guest";
      also (plan, "t.guest = @of");
      order (plan, TRUE, "arrival", "id", NULL, NULL);
      break;
    case BELL_LIST_RECORDS_OF_STAY:
      plan->type = BELL_TYPE_RECORD;
      plan->index = query->open_only ? "record_open_stay" : "record_stay";
      also (plan, query->open_only ? "t.is_open = 1 AND t.stay = @of" : "t.stay = @of");
      order (plan, TRUE, "opened_at", "id", NULL, NULL);
      break;
    case BELL_LIST_RECORDS_OF_GUEST:
      plan->type = BELL_TYPE_RECORD;
      plan->index = query->open_only ? "record_open_guest" : "record_guest";
      also (plan, query->open_only ? "t.is_open = 1 AND t.guest = @of" : "t.guest = @of");
      order (plan, TRUE, "opened_at", "id", NULL, NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
plan_guests (Plan            *plan,
             const BellQuery *query)
{
  plan->type = BELL_TYPE_GUEST;
  plan->nothing = !(query->classes & BELL_CLASS_BIT (BELL_CLASS_IDENTITY));
  if (query->text != NULL && *query->text != '\0')
    {
      plan->search_kind = "guest";
      return;
    }
  plan->index = "guest_name";
  also (plan, "t.is_live = 1");
  order (plan, FALSE, "last_key", "first_key", "id", NULL);
}

static void
plan_control (Plan            *plan,
              const BellQuery *query)
{
  switch ((int) query->list)
    {
    case BELL_LIST_APPROVALS:
      plan->type = BELL_TYPE_APPROVAL;
      plan->index = query->all ? "approval_proposed" : "approval_open";
      if (!query->all)
        also (plan, "t.is_open = 1");
      order (plan, query->all, "proposed_at", "id", NULL, NULL);
      break;
    case BELL_LIST_EXCEPTIONS:
      plan->type = BELL_TYPE_EXCEPTION;
      plan->index = query->all ? "exception_raised" : "exception_open";
      if (query->all)
        {
          order (plan, TRUE, "raised_at", "id", NULL, NULL);
          break;
        }
      also (plan, "t.is_open = 1");
      order (plan, FALSE, "impact_key", "raised_at", "id", NULL);
      break;
    case BELL_LIST_ALERTS:
      plan->type = BELL_TYPE_ALERT;
      plan->index = "alert_open";
      also (plan, "t.is_open = 1");
      if (!bell_id_is_none (&query->staff) || query->roles != NULL)
        also (plan, BELL_ALERT_OF_PERSON);
      order (plan, TRUE, "raised_at", "id", NULL, NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
plan_journal (Plan            *plan,
              const BellQuery *query)
{
  plan->type = BELL_TYPE_JOURNAL_ENTRY;
  if (query->list == BELL_LIST_TIMELINE)
    {
      plan->index = "journal_record";
      also (plan, "t.record = @of");
      order (plan, TRUE, "seq", NULL, NULL, NULL);
      return;
    }

  plan->index = !bell_id_is_none (&query->staff) ? "journal_who" : query->kind != NULL ? "journal_kind"
                                                                                       : "journal_at";
  also (plan, "t.at BETWEEN @from AND @until");
  if (!bell_id_is_none (&query->staff))
    also (plan, "t.who = @staff");
  if (query->kind != NULL)
    also (plan, "t.kind = @kind");
  order (plan, TRUE, "at", "seq", NULL, NULL);
}

static void
plan_people (Plan            *plan,
             const BellQuery *query)
{
  if (query->list == BELL_LIST_STAFF)
    {
      plan->type = BELL_TYPE_STAFF;
      plan->index = "staff_name";
      if (!query->all)
        also (plan, "t.active = 1");
      order (plan, FALSE, "name_key", "id", NULL, NULL);
      return;
    }

  plan->type = BELL_TYPE_SHIFT;
  plan->index = "shift_start";
  also (plan, "t.starts_at BETWEEN @shifts AND @until AND t.ends_at > @from AND t.ends_at > t.starts_at");
  if (!bell_id_is_none (&query->staff))
    also (plan, "t.staff = @staff");
  order (plan, FALSE, "starts_at", "id", NULL, NULL);
}

static void
plan_list (Plan            *plan,
           const BellQuery *query)
{
  switch (query->list)
    {
    case BELL_LIST_WORK:
      plan_work (plan, query);
      break;
    case BELL_LIST_WATCHED:
      plan_watched (plan, query);
      break;
    case BELL_LIST_BOARD:
      plan_board (plan, query);
      break;
    case BELL_LIST_RECORDS:
      plan_records (plan, query);
      break;
    case BELL_LIST_ARRIVALS:
    case BELL_LIST_IN_HOUSE:
    case BELL_LIST_DEPARTURES:
      plan_stays (plan, query);
      break;
    case BELL_LIST_STAYS_OF_GUEST:
    case BELL_LIST_RECORDS_OF_STAY:
    case BELL_LIST_RECORDS_OF_GUEST:
      plan_of (plan, query);
      break;
    case BELL_LIST_GUESTS:
      plan_guests (plan, query);
      break;
    case BELL_LIST_APPROVALS:
    case BELL_LIST_EXCEPTIONS:
    case BELL_LIST_ALERTS:
      plan_control (plan, query);
      break;
    case BELL_LIST_TIMELINE:
    case BELL_LIST_JOURNAL:
      plan_journal (plan, query);
      break;
    case BELL_LIST_STAFF:
    case BELL_LIST_SHIFTS:
      plan_people (plan, query);
      break;
    case BELL_LIST_SEARCH:
    default:
      g_assert_not_reached ();
    }

  /* Lists of one thing's parts are of its property anyway; controls and alerts have none of their own. */
  if (query->property == NULL)
    return;
  if (plan->type == BELL_TYPE_RECORD || plan->type == BELL_TYPE_STAY || plan->type == BELL_TYPE_TASK ||
      plan->type == BELL_TYPE_JOURNAL_ENTRY)
    also (plan, plan->type == BELL_TYPE_JOURNAL_ENTRY || plan->type == BELL_TYPE_TASK
                  ? "(t.property = @property OR t.property IS NULL)"
                  : "t.property = @property");
  else if (plan->type == BELL_TYPE_APPROVAL || plan->type == BELL_TYPE_EXCEPTION || plan->type == BELL_TYPE_ALERT)
    also (plan, "(r.property = @property OR r.property IS NULL)");
}

/* The rows behind the last one shown; in the order's direction. */
static void
add_keyset (Plan *plan)
{
  g_autoptr(GString) columns = g_string_new (NULL);
  g_autoptr(GString) values = g_string_new (NULL);

  for (int i = 0; i < MAX_KEYS && plan->keys[i] != NULL; i++)
    {
      g_string_append_printf (columns, "%st.%s", i > 0 ? ", " : "", plan->keys[i]);
      g_string_append_printf (values, "%s@k%d", i > 0 ? ", " : "", i);
    }
  if (plan->where->len > 0)
    g_string_append (plan->where, " AND ");
  g_string_append_printf (plan->where, "(%s) %c (%s)", columns->str, plan->descending ? '<' : '>', values->str);
}

static char *
finish_sql (Plan     *plan,
            gboolean  after)
{
  const BellTable *table = bell_table_for (plan->type);
  GString *sql = g_string_new ("SELECT ");

  g_string_append (sql, table->columns);
  if (plan->search_kind != NULL)
    {
      /* Through the index of words, newest first: it streams, and stops at the limit. */
      g_string_append_printf (sql, " FROM search f CROSS JOIN search_doc d ON d.row = f.rowid CROSS JOIN %s t ON t.id = d.entity%s"
                                   " WHERE search MATCH @match AND d.kind = '%s'%s%s%s ORDER BY f.rowid DESC LIMIT @limit",
                              table->name, table->joins, plan->search_kind, plan->where->len > 0 ? " AND " : "",
                              plan->where->str, after ? " AND f.rowid < @k0" : "");
      return g_string_free_and_steal (sql);
    }

  if (after)
    add_keyset (plan);
  g_string_append_printf (sql, " FROM %s t%s%s%s%s%s ORDER BY ", table->name,
                          plan->index != NULL ? " INDEXED BY " : "", plan->index != NULL ? plan->index : "",
                          table->joins, plan->where->len > 0 ? " WHERE " : "", plan->where->str);
  for (int i = 0; i < MAX_KEYS && plan->keys[i] != NULL; i++)
    g_string_append_printf (sql, "%st.%s%s", i > 0 ? ", " : "", plan->keys[i], plan->descending ? " DESC" : "");
  g_string_append (sql, " LIMIT @limit");
  return g_string_free_and_steal (sql);
}

/* The SQL of a list, so that a test can ask how it is executed. */
char *
bell_list_sql (const BellQuery  *query,
               gboolean          after,
               gboolean         *nothing,
               GType            *type,
               const char      **keys,
               char            **match)
{
  Plan plan = { .where = g_string_new (NULL) };
  char *sql;

  plan_list (&plan, query);
  sql = finish_sql (&plan, after);
  g_string_free (plan.where, TRUE);

  *match = plan.search_kind != NULL ? bell_search_match (query->text) : NULL;
  *nothing = plan.nothing || (plan.search_kind != NULL && *match == NULL);
  *type = plan.type;
  for (int i = 0; i < MAX_KEYS; i++)
    keys[i] = plan.search_kind != NULL ? NULL : plan.keys[i];
  return sql;
}

/* A page found through words goes on behind the words of the last row. */
static gboolean
bind_search_row (BellTxn       *txn,
                 sqlite3_stmt  *statement,
                 BellEntity    *after,
                 GError       **error)
{
  g_autoptr(sqlite3_stmt) find = bell_connection_prepare (txn->connection, "SELECT row FROM search_doc WHERE entity = ?1", error);

  if (find == NULL)
    return FALSE;
  bell_bind_id (find, 1, bell_entity_get_id (after));
  if (bell_connection_step (txn->connection, find, error) < 0)
    return FALSE;
  bell_bind_named_int (statement, "@k0", sqlite3_column_int64 (find, 0));
  return TRUE;
}

GPtrArray *
bell_txn_list (BellTxn          *txn,
               const BellQuery  *query,
               BellEntity       *after,
               guint             limit,
               GError          **error)
{
  const char *keys[MAX_KEYS];
  g_autofree char *match = NULL;
  g_autofree char *sql = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  sqlite3_stmt *statement;
  gboolean nothing;
  GType type;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (query->list == BELL_LIST_SEARCH)
    return bell_list_search (txn, query, after, limit, error);

  sql = bell_list_sql (query, after != NULL, &nothing, &type, keys, &match);
  if (nothing)
    return g_ptr_array_new_with_free_func (g_object_unref);
  statement = bell_connection_prepare (txn->connection, sql, error);
  if (statement == NULL)
    return NULL;

  bell_list_bind_query (statement, query);
  bell_bind_named_text (statement, "@match", match);
  bell_bind_named_int (statement, "@limit", limit);
  for (int i = 0; after != NULL && i < MAX_KEYS && keys[i] != NULL; i++)
    {
      char parameter[] = { '@', 'k', '0' + i, '\0' };

      bell_list_bind_key (statement, parameter, keys[i], after);
    }
  if (after != NULL && keys[0] == NULL && !bind_search_row (txn, statement, after, error))
    return NULL;

  rows = bell_table_read_all (bell_table_for (type), txn->connection, statement, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    bell_entity_hide (rows->pdata[i], query->classes);
  return g_steal_pointer (&rows);
}

char *
bell_list_search_sql (const BellQuery *query,
                      gboolean         after)
{
  return g_strconcat ("SELECT d.entity, d.row, d.kind, d.title, d.body, d.record"
                      " FROM search f CROSS JOIN search_doc d ON d.row = f.rowid"
                      " WHERE search MATCH @match AND (@classes >> d.class) & 1",
                      query->kind != NULL ? " AND d.kind = @kind" : "",
                      query->property != NULL ? " AND (d.property = @property OR d.property IS NULL)" : "",
                      after ? " AND f.rowid < @k0" : "",
                      " ORDER BY f.rowid DESC LIMIT @limit", NULL);
}

GPtrArray *
bell_list_search (BellTxn          *txn,
                  const BellQuery  *query,
                  BellEntity       *after,
                  guint             limit,
                  GError          **error)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *match = bell_search_match (query->text);
  g_autofree char *sql = bell_list_search_sql (query, after != NULL);
  g_autoptr(sqlite3_stmt) statement = NULL;
  int result;

  if (match == NULL)
    return g_steal_pointer (&hits);
  statement = bell_connection_prepare (txn->connection, sql, error);
  if (statement == NULL)
    return NULL;

  bell_list_bind_query (statement, query);
  bell_bind_named_text (statement, "@match", match);
  bell_bind_named_int (statement, "@limit", limit);
  if (after != NULL)
    bell_bind_named_int (statement, "@k0", bell_entity_get_revision (after));
  while ((result = bell_connection_step (txn->connection, statement, error)) > 0)
    {
      BellHit *hit = g_object_new (BELL_TYPE_HIT, NULL);
      BellId id = bell_column_id (statement, 0);

      bell_entity_set_id (BELL_ENTITY (hit), &id);
      bell_entity_set_revision (BELL_ENTITY (hit), sqlite3_column_int64 (statement, 1));
      hit->kind = bell_column_dup_text (statement, 2);
      hit->title = bell_column_dup_text (statement, 3);
      hit->subtitle = bell_column_dup_text (statement, 4);
      hit->record = bell_column_id (statement, 5);
      g_ptr_array_add (hits, hit);
    }
  return result == 0 ? g_steal_pointer (&hits) : NULL;
}
