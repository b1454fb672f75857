/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-connection.h"
#include "bell-error.h"

/* How often a long statement looks whether it was cancelled. */
#define STEPS_BETWEEN_LOOKS 2000

const char *bell_connection_synchronous = "FULL";

static int
on_progress (gpointer data)
{
  BellConnection *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
configure (BellConnection  *self,
           GError         **error)
{
  gboolean writer = self->mode == BELL_CONNECTION_WRITER;
  g_autofree char *pragmas = NULL;

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, 5000);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);

  /* A checkpoint on closing a file that turns out to be damaged would change it. */
  if (writer)
    sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  pragmas = g_strdup_printf ("PRAGMA trusted_schema = OFF;"
                             "PRAGMA cell_size_check = ON;"
                             "PRAGMA foreign_keys = ON;"
                             "PRAGMA temp_store = MEMORY;"
                             "PRAGMA mmap_size = 0;"
                             "PRAGMA secure_delete = ON;"
                             "PRAGMA synchronous = %s;"
                             "PRAGMA journal_size_limit = 67108864;"
                             "PRAGMA cache_size = %d;"
                             "%s",
                             bell_connection_synchronous,
                             writer ? -65536 : -16384,
                             writer ? "" : "PRAGMA query_only = ON;");
  return bell_connection_exec (self, pragmas, error);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

BellConnection *
bell_connection_open (const char          *path,
                      BellConnectionMode   mode,
                      GError             **error)
{
  g_autoptr(BellConnection) self = g_new0 (BellConnection, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  flags |= mode == BELL_CONNECTION_WRITER ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  self->mode = mode;
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);

  if (sqlite3_open_v2 (path, &self->db, flags, NULL) != SQLITE_OK)
    {
      bell_connection_fail (self, error);
      return NULL;
    }
  if (!configure (self, error))
    return NULL;

  sqlite3_progress_handler (self->db, STEPS_BETWEEN_LOOKS, on_progress, self);
  return g_steal_pointer (&self);
}

void
bell_connection_free (BellConnection *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->db);
  g_free (self->path);
  g_free (self);
}

gboolean
bell_connection_fail (BellConnection  *self,
                      GError         **error)
{
  int code = self->db != NULL ? sqlite3_extended_errcode (self->db) : SQLITE_NOMEM;
  const char *detail = self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (code);
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : g_strdup ("?");

  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was cancelled."));
      break;
    case SQLITE_FULL:
      bell_error_set (error, BELL_ERROR_FULL, _("Make room on the disk, then try again."),
                      _("The disk is full: nothing was saved in %s."), name);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      bell_error_set (error, BELL_ERROR_INTEGRITY, _("Restore the newest good backup; the damaged file is kept."),
                      _("The file %s is damaged (%s)."), name, detail);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      bell_error_set (error, BELL_ERROR_STORAGE, _("Check that the file and its folder may be read and written."),
                      _("The file %s cannot be opened for writing (%s)."), name, detail);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      bell_error_set (error, BELL_ERROR_STORAGE, _("Close the other program that uses the file, then try again."),
                      _("The file %s is in use by another program."), name);
      break;
    case SQLITE_IOERR:
      bell_error_set (error, BELL_ERROR_STORAGE, _("Check the disk, then try again; what was saved before is safe."),
                      _("The disk failed while %s was used (%s): nothing was saved."), name, sqlite3_errstr (code));
      break;
    default:
      bell_error_set (error, BELL_ERROR_STORAGE, NULL,
                      _("The database %s refused: %s."), name, detail);
    }
  return FALSE;
}

gboolean
bell_connection_exec (BellConnection  *self,
                      const char      *sql,
                      GError         **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return bell_connection_fail (self, error);
  return TRUE;
}

sqlite3_stmt *
bell_connection_prepare (BellConnection  *self,
                         const char      *sql,
                         GError         **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    return statement;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      g_debug ("%s: %s", sqlite3_errmsg (self->db), sql);
      bell_connection_fail (self, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

int
bell_connection_step (BellConnection  *self,
                      sqlite3_stmt    *statement,
                      GError         **error)
{
  switch (sqlite3_step (statement))
    {
    case SQLITE_ROW:
      return 1;
    case SQLITE_DONE:
      return 0;
    default:
      bell_connection_fail (self, error);
      return -1;
    }
}

gboolean
bell_connection_run (BellConnection  *self,
                     sqlite3_stmt    *statement,
                     GError         **error)
{
  int result = bell_connection_step (self, statement, error);

  bell_statement_reset (statement);
  return result >= 0;
}

gboolean
bell_connection_integer (BellConnection  *self,
                         const char      *sql,
                         gint64           fallback,
                         gint64          *value,
                         GError         **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (self, sql, error);
  int result;

  *value = fallback;
  if (statement == NULL)
    return FALSE;

  result = bell_connection_step (self, statement, error);
  if (result > 0)
    *value = sqlite3_column_int64 (statement, 0);
  return result >= 0;
}

void
bell_statement_reset (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

void
bell_bind_text (sqlite3_stmt *statement,
                int           index,
                const char   *text)
{
  if (text == NULL)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

void
bell_bind_id (sqlite3_stmt *statement,
              int           index,
              const BellId *id)
{
  if (bell_id_is_none (id))
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_blob (statement, index, id->bytes, sizeof id->bytes, SQLITE_STATIC);
}

void
bell_bind_time (sqlite3_stmt *statement,
                int           index,
                gint64        time)
{
  if (time == 0)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int64 (statement, index, time);
}

void
bell_bind_blob (sqlite3_stmt  *statement,
                int            index,
                gconstpointer  bytes,
                gsize          length)
{
  sqlite3_bind_blob (statement, index, bytes, length, SQLITE_STATIC);
}

BellId
bell_column_id (sqlite3_stmt *statement,
                int           column)
{
  BellId id = BELL_ID_NONE;

  if (sqlite3_column_bytes (statement, column) == sizeof id.bytes)
    memcpy (id.bytes, sqlite3_column_blob (statement, column), sizeof id.bytes);
  return id;
}

char *
bell_column_dup_text (sqlite3_stmt *statement,
                      int           column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}
