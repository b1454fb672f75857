/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "replay.h"

typedef struct
{
  sqlite3_stmt *statement;
  GPtrArray *values; /* sqlite3_value */
} Step;

struct _Replay
{
  sqlite3 *ours;
  sqlite3 *copy;
  GHashTable *statements;
  GHashTable *columns;
  GPtrArray *steps;
  gint64 seq;
};

static void
step_free (Step *step)
{
  g_ptr_array_unref (step->values);
  g_free (step);
}

static void
run (sqlite3    *db,
     const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  return statement;
}

static gint64
integer (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = prepare (db, sql);
  gint64 value = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;

  sqlite3_finalize (statement);
  return value;
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

Replay *
replay_new (const char *ours,
            const char *copy)
{
  Replay *self = g_new0 (Replay, 1);

  g_assert_cmpint (sqlite3_open_v2 (ours, &self->ours, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_open (copy, &self->copy), ==, SQLITE_OK);
  run (self->copy, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA secure_delete = ON");
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->seq = integer (self->copy, "SELECT max(seq) FROM journal");
  return self;
}

void
replay_free (Replay *self)
{
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->columns);
  g_ptr_array_unref (self->steps);
  sqlite3_close (self->ours);
  sqlite3_close (self->copy);
  g_free (self);
}

/* Takes the text. */
static Step *
add_step (Replay *self,
          char   *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  Step *step = g_new0 (Step, 1);

  if (statement == NULL)
    {
      statement = prepare (self->copy, sql);
      g_hash_table_insert (self->statements, sql, statement);
    }
  else
    g_free (sql);
  step->statement = statement;
  step->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  g_ptr_array_add (self->steps, step);
  return step;
}

static void
add_value (Step         *step,
           sqlite3_stmt *row,
           int           column)
{
  g_ptr_array_add (step->values, sqlite3_value_dup (sqlite3_column_value (row, column)));
}

/* The columns of a table that are stored, quoted. */
static GPtrArray *
columns_of (Replay     *self,
            const char *table)
{
  GPtrArray *columns = g_hash_table_lookup (self->columns, table);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (columns != NULL)
    return columns;
  columns = g_ptr_array_new_with_free_func (g_free);
  sql = g_strdup_printf ("PRAGMA table_info(%s)", table);
  statement = prepare (self->copy, sql);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (columns, g_strdup_printf ("\"%s\"", sqlite3_column_text (statement, 1)));
  sqlite3_finalize (statement);
  g_hash_table_insert (self->columns, g_strdup (table), columns);
  return columns;
}

static gboolean
same_value (sqlite3_stmt *a,
            sqlite3_stmt *b,
            int           column)
{
  int length = sqlite3_column_bytes (a, column);

  return sqlite3_column_type (a, column) == sqlite3_column_type (b, column) && length == sqlite3_column_bytes (b, column) &&
         (length == 0 || memcmp (sqlite3_column_blob (a, column), sqlite3_column_blob (b, column), length) == 0);
}

static void
add_insert (Replay       *self,
            const char   *table,
            GPtrArray    *columns,
            sqlite3_stmt *row)
{
  GString *sql = g_string_new (NULL);
  Step *step;

  g_string_printf (sql, "INSERT INTO %s (", table);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? "," : "", (char *) columns->pdata[i]);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < columns->len; i++)
    g_string_append (sql, i > 0 ? ",?" : "?");
  g_string_append_c (sql, ')');
  step = add_step (self, g_string_free_and_steal (sql));
  for (guint i = 0; i < columns->len; i++)
    add_value (step, row, i);
}

/* Only what differs, as anybody would who knows what he changes. */
static void
add_update (Replay       *self,
            const char   *table,
            GPtrArray    *columns,
            sqlite3_stmt *now,
            sqlite3_stmt *before,
            const char   *key,
            GBytes       *id)
{
  GString *sql = g_string_new (NULL);
  g_autoptr(GArray) differing = g_array_new (FALSE, FALSE, sizeof (guint));
  sqlite3_stmt *value;
  Step *step;

  g_string_printf (sql, "UPDATE %s SET ", table);
  for (guint i = 0; i < columns->len; i++)
    if (!same_value (now, before, i))
      {
        g_string_append_printf (sql, "%s%s = ?", differing->len > 0 ? ", " : "", (char *) columns->pdata[i]);
        g_array_append_val (differing, i);
      }
  g_string_append_printf (sql, " WHERE %s = ?", key);
  if (differing->len == 0)
    {
      g_string_free (sql, TRUE);
      return;
    }
  step = add_step (self, g_string_free_and_steal (sql));
  for (guint i = 0; i < differing->len; i++)
    add_value (step, now, g_array_index (differing, guint, i));
  value = prepare (self->copy, "SELECT ?1");
  sqlite3_bind_blob (value, 1, g_bytes_get_data (id, NULL), g_bytes_get_size (id), SQLITE_STATIC);
  sqlite3_step (value);
  add_value (step, value, 0);
  sqlite3_finalize (value);
}

static sqlite3_stmt *
find (sqlite3    *db,
      const char *sql,
      GBytes     *id)
{
  sqlite3_stmt *statement = prepare (db, sql);

  sqlite3_bind_blob (statement, 1, g_bytes_get_data (id, NULL), g_bytes_get_size (id), SQLITE_STATIC);
  return statement;
}

/* The rows with one id in one table: new, changed, or as they were. */
static void
compare (Replay     *self,
         const char *table,
         const char *key,
         GBytes     *id)
{
  GPtrArray *columns = columns_of (self, table);
  g_autofree char *sql = NULL;
  GString *list = g_string_new (NULL);
  sqlite3_stmt *now, *before;

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "," : "", (char *) columns->pdata[i]);
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s = ?", list->str, table, key);
  g_string_free (list, TRUE);
  now = find (self->ours, sql, id);
  before = find (self->copy, sql, id);
  if (sqlite3_step (now) == SQLITE_ROW)
    {
      if (sqlite3_step (before) == SQLITE_ROW)
        add_update (self, table, columns, now, before, key, id);
      else
        {
          add_insert (self, table, columns, now);
          if (g_str_equal (table, "search_doc"))
            {
              Step *words = add_step (self, g_strdup ("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)"));

              add_value (words, now, 0);
              add_value (words, now, columns->len - 3);
              add_value (words, now, columns->len - 2);
            }
        }
    }
  sqlite3_finalize (now);
  sqlite3_finalize (before);
}

static void
take_entries (Replay     *self,
              const char *table)
{
  GPtrArray *columns = columns_of (self, table);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE seq > %" G_GINT64_FORMAT " ORDER BY seq", table, self->seq);
  sqlite3_stmt *rows = prepare (self->ours, sql);

  while (sqlite3_step (rows) == SQLITE_ROW)
    add_insert (self, table, columns, rows);
  sqlite3_finalize (rows);
}

static GBytes *
column_bytes (sqlite3_stmt *row,
              int           column)
{
  return g_bytes_new (sqlite3_column_blob (row, column), sqlite3_column_bytes (row, column));
}

/* Every row that an entry speaks of, and the record that it belongs to. */
static void
take_rows (Replay *self)
{
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT kind, entity FROM journal WHERE seq > %" G_GINT64_FORMAT " AND entity IS NOT NULL"
                                          " UNION SELECT 'record', record FROM journal WHERE seq > %" G_GINT64_FORMAT " AND record IS NOT NULL",
                                          self->seq, self->seq);
  sqlite3_stmt *rows = prepare (self->ours, sql);

  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      g_autofree char *kind = g_strdup ((const char *) sqlite3_column_text (rows, 0));
      g_autoptr(GBytes) id = column_bytes (rows, 1);

      if (columns_of (self, kind)->len == 0)
        continue;
      compare (self, kind, "id", id);
      compare (self, "search_doc", "entity", id);
    }
  sqlite3_finalize (rows);
}

double
replay_write (Replay *self,
              guint  *n_rows)
{
  gint64 started;
  double time;

  g_ptr_array_set_size (self->steps, 0);
  take_entries (self, "journal");
  take_entries (self, "journal_value");
  take_rows (self);
  if (n_rows != NULL)
    *n_rows = self->steps->len;

  started = g_get_monotonic_time ();
  run (self->copy, "BEGIN IMMEDIATE");
  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *step = self->steps->pdata[i];

      for (guint v = 0; v < step->values->len; v++)
        sqlite3_bind_value (step->statement, v + 1, step->values->pdata[v]);
      if (sqlite3_step (step->statement) != SQLITE_DONE)
        g_error ("%s: %s", sqlite3_errmsg (self->copy), sqlite3_sql (step->statement));
      sqlite3_reset (step->statement);
    }
  run (self->copy, "COMMIT");
  time = (g_get_monotonic_time () - started) / 1000.0;
  self->seq = integer (self->copy, "SELECT max(seq) FROM journal");
  return time;
}
