/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bell-backup.h"
#include "bell-date.h"
#include "bell-error.h"
#include "bell-journal.h"
#include "bell-schema.h"
#include "bell-store-private.h"

#define PAGES_A_STEP 256
#define KEEP_DAYS 7
#define KEEP_WEEKS 4

typedef struct
{
  sqlite3 *target;
  sqlite3_backup *backup;
  int result;
} Copy;

static gboolean
begin_copy (BellConnection  *connection,
            gpointer         data,
            GError         **error)
{
  Copy *copy = data;

  copy->backup = sqlite3_backup_init (copy->target, "main", connection->db, "main");
  return copy->backup != NULL;
}

/* The writer's own later changes go into the copy too, because it is the writer's handle that is copied. */
static gboolean
step_copy (BellConnection  *connection,
           gpointer         data,
           GError         **error)
{
  Copy *copy = data;

  copy->result = sqlite3_backup_step (copy->backup, PAGES_A_STEP);
  return TRUE;
}

static gboolean
end_copy (BellConnection  *connection,
          gpointer         data,
          GError         **error)
{
  Copy *copy = data;

  if (copy->backup != NULL)
    sqlite3_backup_finish (g_steal_pointer (&copy->backup));
  return TRUE;
}

static gboolean
fail_file (const char  *path,
           int          code,
           GError     **error)
{
  gboolean full = code == ENOSPC || code == EDQUOT;

  bell_error_set (error, full ? BELL_ERROR_FULL : BELL_ERROR_STORAGE,
                  full ? _("Make room on the disk, then try again.") : _("Check the folder, then try again."),
                  _("The file %s cannot be written: %s."), path, g_strerror (code));
  return FALSE;
}

static gboolean
sync_path (const char  *path,
           GError     **error)
{
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  return fd >= 0 && fsync (fd) == 0 ? TRUE : fail_file (path, errno, error);
}

/* Gives a finished file its name so that a power cut leaves the old one or the new one. */
static gboolean
put_in_place (const char  *from,
              const char  *to,
              GError     **error)
{
  g_autofree char *dir = g_path_get_dirname (to);

  return sync_path (from, error) &&
         (g_rename (from, to) == 0 || fail_file (to, errno, error)) &&
         sync_path (dir, error);
}

static gboolean
copy_pages (BellStore         *store,
            Copy              *copy,
            const char        *path,
            BellProgressFunc   progress,
            gpointer           progress_data,
            GCancellable      *cancellable,
            GError           **error)
{
  do
    {
      int all;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !bell_store_on_writer (store, step_copy, copy, error))
        return FALSE;
      all = sqlite3_backup_pagecount (copy->backup);
      if (progress != NULL && all > 0)
        progress (1.0 - (double) sqlite3_backup_remaining (copy->backup) / all, progress_data);
    }
  while (copy->result == SQLITE_OK || copy->result == SQLITE_BUSY || copy->result == SQLITE_LOCKED);

  if (copy->result == SQLITE_DONE)
    return TRUE;
  return fail_file (path, (copy->result & 0xff) == SQLITE_FULL ? ENOSPC : EIO, error);
}

static gboolean
copy_to (BellStore         *store,
         const char        *path,
         BellProgressFunc   progress,
         gpointer           progress_data,
         GCancellable      *cancellable,
         GError           **error)
{
  Copy copy = { 0 };
  g_autofd int fd = g_open (path, O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0600);
  gboolean ok;

  if (fd < 0)
    return fail_file (path, errno, error);
  if (sqlite3_open_v2 (path, &copy.target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL) != SQLITE_OK)
    {
      sqlite3_close_v2 (copy.target);
      return fail_file (path, EIO, error);
    }

  ok = bell_store_on_writer (store, begin_copy, &copy, error);
  if (ok)
    ok = copy_pages (store, &copy, path, progress, progress_data, cancellable, error);
  else if (error != NULL && *error == NULL)
    fail_file (path, EIO, error);
  bell_store_on_writer (store, end_copy, &copy, NULL);

  /* One file that can be carried away, without a log beside it. */
  if (ok && sqlite3_exec (copy.target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK)
    ok = fail_file (path, (sqlite3_errcode (copy.target) & 0xff) == SQLITE_FULL ? ENOSPC : EIO, error);
  sqlite3_close_v2 (copy.target);
  return ok;
}

gboolean
bell_backup_to (BellStore         *store,
                const char        *path,
                BellProgressFunc   progress,
                gpointer           progress_data,
                GCancellable      *cancellable,
                GError           **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_return_val_if_fail (BELL_IS_STORE (store), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (copy_to (store, part, progress, progress_data, cancellable, error) &&
      bell_schema_probe (part, error) &&
      put_in_place (part, path, error))
    return TRUE;

  g_unlink (part);
  return FALSE;
}

char *
bell_backup_default_dir (const char *path)
{
  g_autofree char *dir = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  dir = g_path_get_dirname (path);
  return g_build_filename (dir, "backups", NULL);
}

/* "deskbell-2026-11-22-n1042-00112233aabbccdd.db": the names sort by day. */
static gboolean
day_of_name (const char *name,
             char       *day)
{
  if (!g_str_has_prefix (name, "deskbell-") || !g_str_has_suffix (name, ".db") || strlen (name) < 22)
    return FALSE;

  g_strlcpy (day, name + 9, 11);
  return bell_day_is_valid (day);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of backups in @dir, newest first. */
static GPtrArray *
list_names (const char *dir)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;
  char day[11];

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (day_of_name (name, day))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_newest_first);
  return names;
}

char *
bell_backup_newest_good (const char *dir)
{
  g_autoptr(GPtrArray) names = NULL;

  g_return_val_if_fail (dir != NULL, NULL);

  names = list_names (dir);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (dir, names->pdata[i], NULL);

      if (bell_schema_probe (file, NULL))
        return g_steal_pointer (&file);
    }
  return NULL;
}

/* Days since a Monday, in weeks. */
static int
week_of_day (const char *day)
{
  return bell_day_between ("1970-01-05", day) / 7;
}

static void
prune (const char *dir)
{
  g_autoptr(GPtrArray) names = list_names (dir);
  char last_day[11] = "";
  int last_week = -1;
  int days = 0;
  int weeks = 0;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (dir, names->pdata[i], NULL);
      char day[11];
      gboolean keep = FALSE;

      day_of_name (names->pdata[i], day);
      if (!g_str_equal (day, last_day) && days < KEEP_DAYS)
        {
          days++;
          keep = TRUE;
        }
      if (week_of_day (day) != last_week && weeks < KEEP_WEEKS)
        {
          weeks++;
          keep = TRUE;
        }
      g_strlcpy (last_day, day, sizeof last_day);
      last_week = week_of_day (day);

      if (!keep && g_unlink (file) != 0)
        g_warning ("%s cannot be removed: %s", file, g_strerror (errno));
    }
}

char *
bell_backup_rotate (BellStore   *store,
                    const char  *dir,
                    gint64       now,
                    GError     **error)
{
  g_autofree char *day = bell_time_day (now, NULL);
  g_autofree char *prefix = g_strdup_printf ("deskbell-%s-", day);
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *head = NULL;
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;

  g_return_val_if_fail (BELL_IS_STORE (store), NULL);
  g_return_val_if_fail (dir != NULL, NULL);

  if (g_mkdir_with_parents (dir, 0700) != 0)
    {
      fail_file (dir, errno, error);
      return NULL;
    }

  names = list_names (dir);
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (names->pdata[i], prefix))
      return g_build_filename (dir, names->pdata[i], NULL);

  head = bell_journal_head (store, error);
  if (head == NULL)
    return NULL;
  g_strdelimit (head, ":", '-');
  name = g_strconcat (prefix, "n", head, ".db", NULL);
  file = g_build_filename (dir, name, NULL);
  if (!bell_backup_to (store, file, NULL, NULL, NULL, error))
    return NULL;

  prune (dir);
  return g_steal_pointer (&file);
}

/* A database and its log, under another name in the same folder. */
static gboolean
keep_aside (const char  *path,
            gint64       now,
            char       **aside,
            GError     **error)
{
  static const char *const parts[] = { "-wal", "-shm", "" };
  g_autofree char *stamp = bell_time_format (now, NULL, "%Y%m%d-%H%M%S");
  g_autofree char *target = g_strdup_printf ("%s.aside-%s", path, stamp);

  for (int n = 2; g_file_test (target, G_FILE_TEST_EXISTS); n++)
    {
      g_free (target);
      target = g_strdup_printf ("%s.aside-%s-%d", path, stamp, n);
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (path, parts[i], NULL);
      g_autofree char *to = g_strconcat (target, parts[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        return fail_file (from, errno, error);
    }

  if (aside != NULL)
    *aside = g_steal_pointer (&target);
  return TRUE;
}

/* The copy must not continue the chain of the file it was taken from: both would then tell different things under one number. */
static gboolean
begin_own_chain (const char  *path,
                 gint64       now,
                 GError     **error)
{
  g_autoptr(BellConnection) connection = bell_connection_open (path, BELL_CONNECTION_WRITER, error);
  g_autoptr(sqlite3_stmt) statement = NULL;
  BellId device = bell_id_new (now);

  if (connection == NULL)
    return FALSE;
  statement = bell_connection_prepare (connection, "UPDATE meta SET value = ?1 WHERE key = 'device'", error);
  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, &device);
  return bell_connection_run (connection, statement, error);
}

gboolean
bell_backup_restore (const char  *file,
                     const char  *path,
                     gint64       now,
                     char       **aside,
                     GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (file);
  g_autoptr(GFile) to = g_file_new_for_path (part);
  g_autoptr(GError) failure = NULL;

  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (aside != NULL)
    *aside = NULL;
  if (!bell_schema_probe (file, error))
    return FALSE;

  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &failure))
    {
      g_unlink (part);
      return fail_file (part, g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? ENOSPC : EIO, error);
    }
  if (g_chmod (part, 0600) != 0 ||
      !bell_schema_probe (part, error) ||
      !begin_own_chain (part, now, error) ||
      !keep_aside (path, now, aside, error) ||
      !put_in_place (part, path, error))
    {
      if (error != NULL && *error == NULL)
        fail_file (part, errno, error);
      g_unlink (part);
      return FALSE;
    }
  return TRUE;
}
