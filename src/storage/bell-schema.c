/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bell-backup.h"
#include "bell-error.h"
#include "bell-schema.h"

/* A file that was not closed properly and is small enough is looked through before it is used. */
#define LOOK_THROUGH_BYTES (32 * 1024 * 1024)

static gboolean
check_pages (BellConnection  *connection,
             GError         **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (connection, "PRAGMA quick_check(1)", error);
  const char *answer;

  if (statement == NULL || bell_connection_step (connection, statement, error) < 0)
    return FALSE;

  answer = (const char *) sqlite3_column_text (statement, 0);
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;

  bell_error_set (error, BELL_ERROR_INTEGRITY, NULL, _("The file %s is damaged: %s."), connection->path, answer);
  return FALSE;
}

static gboolean
read_identity (BellConnection  *connection,
               gint64          *application,
               gint64          *version,
               gint64          *tables,
               GError         **error)
{
  return bell_connection_integer (connection, "PRAGMA application_id", 0, application, error) &&
         bell_connection_integer (connection, "PRAGMA user_version", 0, version, error) &&
         bell_connection_integer (connection, "SELECT count(*) FROM sqlite_schema", 0, tables, error);
}

static gboolean
check_identity (BellConnection  *connection,
                gint64           application,
                gint64           version,
                GError         **error)
{
  if (application != BELL_APPLICATION_ID)
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Choose a file that Deskbell made."),
                      _("%s is a database of another program."), connection->path);
      return FALSE;
    }
  if (version > bell_n_migrations)
    {
      bell_error_set (error, BELL_ERROR_NEWER, _("Install the newest Deskbell on this computer, then open the file again."),
                      _("%s was written by a newer Deskbell (form %d; this one knows up to %d)."),
                      connection->path, (int) version, bell_n_migrations);
      return FALSE;
    }
  return TRUE;
}

static gboolean
back_up_before (BellConnection  *connection,
                gint64           version,
                GError         **error)
{
  g_autofree char *dir = bell_backup_default_dir (connection->path);
  g_autofree char *base = g_path_get_basename (connection->path);
  g_autofree char *name = g_strdup_printf ("%s.before-form-%d.db", base, (int) version + 1);
  g_autofree char *file = g_build_filename (dir, name, NULL);
  g_autoptr(sqlite3_stmt) statement = NULL;

  if (g_mkdir_with_parents (dir, 0700) != 0)
    {
      bell_error_set (error, BELL_ERROR_STORAGE, NULL, _("The folder %s cannot be made: %s."), dir, g_strerror (errno));
      return FALSE;
    }

  g_unlink (file);
  statement = bell_connection_prepare (connection, "VACUUM INTO ?1", error);
  if (statement == NULL)
    return FALSE;
  bell_bind_text (statement, 1, file);
  if (bell_connection_step (connection, statement, error) < 0)
    return FALSE;

  g_chmod (file, 0600);
  return bell_schema_probe (file, error);
}

static gboolean
check_references (BellConnection  *connection,
                  GError         **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (connection, "PRAGMA foreign_key_check", error);

  switch (statement != NULL ? bell_connection_step (connection, statement, error) : -1)
    {
    case 0:
      return TRUE;
    case 1:
      bell_error_set (error, BELL_ERROR_INTEGRITY, NULL, _("A row of %s refers to one that does not exist."),
                      (const char *) sqlite3_column_text (statement, 0));
      return FALSE;
    default:
      return FALSE;
    }
}

static gboolean
migrate (BellConnection  *connection,
         int              version,
         GError         **error)
{
  g_autofree char *end = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                                          BELL_APPLICATION_ID, version + 1);

  if (bell_connection_exec (connection, "BEGIN IMMEDIATE", error) &&
      bell_connection_exec (connection, bell_migrations[version], error) &&
      check_references (connection, error) &&
      bell_connection_exec (connection, end, error))
    return TRUE;

  bell_connection_exec (connection, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
use_wal (BellConnection  *connection,
         GError         **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (connection, "PRAGMA journal_mode = WAL", error);

  if (statement == NULL || bell_connection_step (connection, statement, error) < 0)
    return FALSE;
  if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "wal") == 0)
    return TRUE;

  bell_error_set (error, BELL_ERROR_STORAGE, _("Keep the file on a disk of this computer, not on a network share."),
                  _("The disk of %s does not allow what a safe database needs."), connection->path);
  return FALSE;
}

/* Whether the last program that wrote the file ended without closing it. */
static gboolean
was_left_open (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

gboolean
bell_schema_prepare (BellConnection  *connection,
                     int              version,
                     gboolean        *fresh,
                     GError         **error)
{
  gboolean left_open = was_left_open (connection->path);
  gint64 application, present, tables, pages;

  if (!read_identity (connection, &application, &present, &tables, error) ||
      !bell_connection_integer (connection, "PRAGMA page_count", 0, &pages, error))
    return FALSE;

  *fresh = tables == 0 && present == 0 && application == 0;
  if (!*fresh && !check_identity (connection, application, present, error))
    return FALSE;
  if (left_open && pages * 4096 <= LOOK_THROUGH_BYTES && !check_pages (connection, error))
    return FALSE;
  if (!*fresh && present < version && !back_up_before (connection, present, error))
    return FALSE;
  if (!use_wal (connection, error))
    return FALSE;

  for (int next = present; next < version; next++)
    if (!migrate (connection, next, error))
      return FALSE;

  return *fresh || present == version || check_pages (connection, error);
}

gboolean
bell_schema_probe (const char  *path,
                   GError     **error)
{
  g_autoptr(BellConnection) connection = bell_connection_open (path, BELL_CONNECTION_READER, error);
  gint64 application, version, tables;

  return connection != NULL &&
         read_identity (connection, &application, &version, &tables, error) &&
         check_identity (connection, application, version, error) &&
         check_pages (connection, error);
}
