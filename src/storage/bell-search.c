/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-error.h"
#include "bell-search.h"
#include "bell-store-private.h"

/* More words than this make a search no narrower. */
#define MAX_WORDS 12

typedef struct
{
  const char *kind;
  BellClass class_;
  const char *property;
  BellId record;
  gint64 at;
  char *title;
  char *body;
} Doc;

static const struct
{
  const char *kind;
  const char *fields[12];
} searched[] = {
  { "record", { "number", "title", "room", "stay", NULL } },
  { "task", { "title", "room", "record", NULL } },
  { "stay", { "surname", "confirmation", "room", "arrival", "group_name", "company", NULL } },
  { "guest", { "prefix", "first_name", "last_name", "phone", "email", "erased_at", NULL } },
};

gboolean
bell_search_concerns (const char *kind,
                      const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    if (g_str_equal (searched[i].kind, kind))
      return g_strv_contains ((const char *const *) searched[i].fields, field);
  return FALSE;
}

static char *
join_words (const char *first,
            ...)
{
  GString *text = g_string_new (first);
  const char *word;
  va_list words;

  va_start (words, first);
  while ((word = va_arg (words, const char *)) != (const char *) -1)
    {
      if (word == NULL || *word == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, word);
    }
  va_end (words);
  return g_string_free_and_steal (text);
}

#define END ((const char *) -1)

/* One text of another row, NULL when there is none. */
static char *
look_up (BellTxn      *txn,
         const char   *sql,
         const BellId *id)
{
  g_autoptr(sqlite3_stmt) statement = NULL;

  if (bell_id_is_none (id))
    return NULL;
  statement = bell_connection_prepare (txn->connection, sql, NULL);
  if (statement == NULL)
    return NULL;
  bell_bind_id (statement, 1, id);
  return bell_connection_step (txn->connection, statement, NULL) > 0 ? bell_column_dup_text (statement, 0) : NULL;
}

static gboolean
describe (BellTxn    *txn,
          BellEntity *entity,
          Doc        *doc)
{
  *doc = (Doc) { .kind = BELL_ENTITY_GET_CLASS (entity)->table };

  if (BELL_IS_RECORD (entity))
    {
      BellRecord *record = BELL_RECORD (entity);
      g_autofree char *surname = look_up (txn, "SELECT surname FROM stay WHERE id = ?1", &record->stay);

      doc->property = record->property;
      doc->record = *bell_entity_get_id (entity);
      doc->at = record->opened_at;
      doc->title = g_strdup (record->title);
      doc->body = join_words (record->number, record->room, surname, END);
    }
  else if (BELL_IS_TASK (entity))
    {
      BellTask *task = BELL_TASK (entity);
      g_autofree char *number = look_up (txn, "SELECT number FROM record WHERE id = ?1", &task->record);

      doc->property = task->property;
      doc->record = task->record;
      doc->at = task->created_at;
      doc->title = g_strdup (task->title);
      doc->body = join_words (number, task->room, END);
    }
  else if (BELL_IS_STAY (entity))
    {
      BellStay *stay = BELL_STAY (entity);

      doc->property = stay->property;
      doc->at = stay->imported_at;
      doc->title = join_words (stay->surname, stay->room, END);
      doc->body = join_words (stay->confirmation, stay->arrival, stay->company, stay->group_name, END);
    }
  else if (BELL_IS_GUEST (entity))
    {
      BellGuest *guest = BELL_GUEST (entity);
      const char *const names[] = { guest->prefix, guest->first_name, guest->last_name };
      GString *name = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (names[i] != NULL)
          g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", names[i]);
      doc->class_ = BELL_CLASS_IDENTITY;
      doc->title = g_string_free_and_steal (name);
      doc->body = join_words (guest->phone, guest->email, END);
    }
  else
    return FALSE;

  return TRUE;
}

/* The index is told the old words before they go: it has no copy of its own. */
static gboolean
take_out (BellTxn       *txn,
          const BellId  *entity,
          gint64        *row,
          GError       **error)
{
  BellConnection *connection = txn->connection;
  g_autoptr(sqlite3_stmt) find = bell_connection_prepare (connection, "SELECT row FROM search_doc WHERE entity = ?1", error);
  g_autoptr(sqlite3_stmt) statement = NULL;
  int result;

  *row = 0;
  if (find == NULL)
    return FALSE;
  bell_bind_id (find, 1, entity);
  result = bell_connection_step (connection, find, error);
  if (result <= 0)
    return result == 0;

  *row = sqlite3_column_int64 (find, 0);
  if (!txn->index)
    return TRUE;
  statement = bell_connection_prepare (connection, "INSERT INTO search (search, rowid, title, body)"
                                       " SELECT 'delete', row, title, body FROM search_doc WHERE row = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, *row);
  return bell_connection_step (connection, statement, error) >= 0;
}

static gboolean
write_doc (BellTxn       *txn,
           const BellId  *entity,
           const Doc     *doc,
           gint64        *row,
           GError       **error)
{
  sqlite3_stmt *statement;

  statement = bell_connection_prepare (txn->connection, *row != 0
    ? "UPDATE search_doc SET kind = ?1, entity = ?2, record = ?3, class = ?4, property = ?5, title = ?6, body = ?7, at = ?8"
      " WHERE row = ?9"
    : "INSERT INTO search_doc (kind, entity, record, class, property, title, body, at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", error);
  if (statement == NULL)
    return FALSE;

  bell_bind_text (statement, 1, doc->kind);
  bell_bind_id (statement, 2, entity);
  bell_bind_id (statement, 3, &doc->record);
  sqlite3_bind_int (statement, 4, doc->class_);
  bell_bind_text (statement, 5, doc->property);
  bell_bind_text (statement, 6, doc->title);
  bell_bind_text (statement, 7, doc->body);
  bell_bind_time (statement, 8, doc->at);
  if (*row != 0)
    sqlite3_bind_int64 (statement, 9, *row);
  if (!bell_connection_run (txn->connection, statement, error))
    return FALSE;
  if (*row == 0)
    *row = sqlite3_last_insert_rowid (txn->connection->db);
  return TRUE;
}

static gboolean
put_in (BellTxn    *txn,
        gint64      row,
        const Doc  *doc,
        GError    **error)
{
  sqlite3_stmt *statement;

  if (!txn->index)
    return TRUE;
  statement = bell_connection_prepare (txn->connection, "INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);
  bell_bind_text (statement, 2, doc->title);
  bell_bind_text (statement, 3, doc->body);
  return bell_connection_run (txn->connection, statement, error);
}

gboolean
bell_search_put (BellTxn     *txn,
                 BellEntity  *entity,
                 GError     **error)
{
  const BellId *id = bell_entity_get_id (entity);
  gboolean ok;
  gint64 row;
  Doc doc;

  if (!describe (txn, entity, &doc))
    return TRUE;

  ok = take_out (txn, id, &row, error) &&
       write_doc (txn, id, &doc, &row, error) &&
       put_in (txn, row, &doc, error);
  g_free (doc.title);
  g_free (doc.body);
  return ok;
}

gboolean
bell_search_remove (BellTxn       *txn,
                    const BellId  *entity,
                    GError       **error)
{
  sqlite3_stmt *statement;
  gint64 row;

  if (!take_out (txn, entity, &row, error))
    return FALSE;
  if (row == 0)
    return TRUE;

  statement = bell_connection_prepare (txn->connection, "DELETE FROM search_doc WHERE row = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);
  return bell_connection_run (txn->connection, statement, error);
}

static void
add_word (GString    *match,
          const char *start,
          const char *end,
          gboolean    last)
{
  glong length = g_utf8_strlen (start, end - start);

  /* The words are letters and digits only, so the quotes cannot be closed from inside. Two and three letters have an index
   * of beginnings; one letter's beginnings would be half of all there is. */
  g_string_append_printf (match, "%s\"%.*s\"%s", match->len > 0 ? " " : "", (int) (end - start), start,
                          length >= 2 && (last || length <= 3) ? "*" : "");
}

char *
bell_search_match (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr(GString) match = g_string_new (NULL);
  const char *start = NULL;
  int words = 0;

  for (const char *p = valid;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean in_word = c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));

      if (in_word && start == NULL)
        start = p;
      if (!in_word && start != NULL && words++ < MAX_WORDS)
        {
          /* A blank behind the last word says that it is whole. */
          add_word (match, start, p, c == 0);
          start = NULL;
        }
      if (c == 0)
        break;
    }
  return match->len > 0 ? g_string_free_and_steal (g_steal_pointer (&match)) : NULL;
}

static gboolean
suspend (BellConnection  *connection,
         gpointer         data,
         GError         **error)
{
  BellStore *store = data;

  if (!bell_connection_exec (connection, "INSERT OR REPLACE INTO meta (key, value) VALUES ('search-suspended', 1)", error))
    return FALSE;
  store->index = FALSE;
  return TRUE;
}

gboolean
bell_store_suspend_search (BellStore  *self,
                           GError    **error)
{
  g_return_val_if_fail (BELL_IS_STORE (self), FALSE);

  return bell_store_on_writer (self, suspend, self, error);
}

static gboolean
rebuild (BellConnection  *connection,
         gpointer         data,
         GError         **error)
{
  BellStore *store = data;

  if (bell_connection_exec (connection, "BEGIN IMMEDIATE;"
                            "INSERT INTO search (search) VALUES ('rebuild');"
                            "DELETE FROM meta WHERE key = 'search-suspended';"
                            "COMMIT", error))
    {
      store->index = TRUE;
      return TRUE;
    }
  bell_connection_exec (connection, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
bell_store_rebuild_search (BellStore  *self,
                           GError    **error)
{
  g_return_val_if_fail (BELL_IS_STORE (self), FALSE);

  return bell_store_on_writer (self, rebuild, self, error);
}
