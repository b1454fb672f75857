/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "bell-backup.h"
#include "bell-chain.h"
#include "bell-error.h"
#include "bell-schema.h"
#include "bell-store-private.h"

#define N_READERS 2

G_DEFINE_FINAL_TYPE (BellStore, bell_store, G_TYPE_OBJECT)

static void
bell_store_finalize (GObject *object)
{
  BellStore *self = BELL_STORE (object);

  bell_store_close (self);
  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_clear_pointer (&self->readers, g_async_queue_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->path, g_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (bell_store_parent_class)->finalize (object);
}

static void
bell_store_class_init (BellStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_store_finalize;

  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
bell_store_init (BellStore *self)
{
  g_mutex_init (&self->lock);
  self->jobs = g_async_queue_new ();
  self->readers = g_async_queue_new_full ((GDestroyNotify) bell_connection_free);
}

/* Made before SQLite makes it, so that nobody else can read it for even a moment; its log takes the same mode. */
static gboolean
make_file (const char  *path,
           gboolean     create,
           gboolean    *made,
           GError     **error)
{
  int fd;

  *made = FALSE;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Name the file itself."), _("%s is a folder."), path);
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!create)
    {
      bell_error_set (error, BELL_ERROR_NOT_FOUND, _("Check the name, or set up a new hotel."),
                      _("There is no database %s."), path);
      return FALSE;
    }

  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      int code = errno;

      bell_error_set (error, code == ENOSPC || code == EDQUOT ? BELL_ERROR_FULL : BELL_ERROR_STORAGE,
                      _("Choose a folder that may be written."),
                      _("The database %s cannot be made: %s."), path, g_strerror (code));
      return FALSE;
    }

  *made = TRUE;
  return g_close (fd, error);
}

/* Names the way back when a file is damaged. */
static void
add_remedy (const char  *path,
            GError     **error)
{
  g_autofree char *dir = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *hint = NULL;
  g_autoptr(GError) plain = NULL;

  if (!g_error_matches (*error, BELL_ERROR, BELL_ERROR_INTEGRITY))
    return;

  dir = bell_backup_default_dir (path);
  backup = bell_backup_newest_good (dir);
  hint = backup != NULL
    ? g_strdup_printf (_("Restore the newest good backup, %s; the damaged file is kept aside."), backup)
    : g_strdup (_("There is no good backup beside it; restore one from another place. The damaged file was not touched."));

  plain = g_steal_pointer (error);
  bell_error_set (error, BELL_ERROR_INTEGRITY, hint, "%s", plain->message);
}

static gboolean
open_readers (BellStore  *self,
              GError    **error)
{
  for (int i = 0; i < N_READERS; i++)
    {
      BellConnection *reader = bell_connection_open (self->path, BELL_CONNECTION_READER, error);

      if (reader == NULL)
        return FALSE;
      g_async_queue_push (self->readers, reader);
    }
  return TRUE;
}

gboolean
bell_store_catch_up (BellStore  *self,
                     gboolean   *changed,
                     GError    **error)
{
  gint64 version, suspended;

  if (!bell_connection_integer (self->connection, "PRAGMA data_version", 0, &version, error))
    return FALSE;
  *changed = version != self->version;
  if (!*changed)
    return TRUE;

  if (!bell_chain_load (self->connection, &self->chain, error) ||
      !bell_connection_integer (self->connection, "SELECT value FROM meta WHERE key = 'search-suspended'", 0, &suspended, error))
    return FALSE;
  self->index = suspended == 0;
  self->version = version;
  return TRUE;
}

static gboolean
load (BellStore  *self,
      int         form,
      gboolean   *fresh,
      GError    **error)
{
  gboolean changed;

  self->version = -1;
  self->connection = bell_connection_open (self->path, BELL_CONNECTION_WRITER, error);
  if (self->connection == NULL ||
      !bell_schema_prepare (self->connection, form, fresh, error) ||
      !bell_store_catch_up (self, &changed, error) ||
      !open_readers (self, error))
    return FALSE;

  self->device = self->chain.device;
  sqlite3_db_config (self->connection->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

BellStore *
bell_store_open_form (const char  *path,
                      gboolean     create,
                      int          form,
                      GError     **error)
{
  g_autoptr(BellStore) self = NULL;
  g_autoptr(GError) failure = NULL;
  gboolean made, fresh = FALSE;

  if (!make_file (path, create, &made, error))
    return NULL;

  self = g_object_new (BELL_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->context = g_main_context_ref_thread_default ();
  if (!load (self, form, &fresh, &failure))
    {
      g_clear_pointer (&self->connection, bell_connection_free);
      if (made)
        g_unlink (path);
      add_remedy (self->path, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (fresh && !create)
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Choose a file that Deskbell made."), _("%s is empty."), path);
      return NULL;
    }

  self->pool = g_thread_pool_new (bell_store_run_reader, self, N_READERS, FALSE, NULL);
  self->writer = g_thread_new ("bell-writer", bell_store_run_writer, self);
  return g_steal_pointer (&self);
}

BellStore *
bell_store_open (const char  *path,
                 gboolean     create,
                 GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return bell_store_open_form (path, create, bell_n_migrations, error);
}

void
bell_store_close (BellStore *self)
{
  BellConnection *reader;
  gboolean first;

  g_return_if_fail (BELL_IS_STORE (self));

  g_mutex_lock (&self->lock);
  first = !self->closed;
  self->closed = TRUE;
  g_mutex_unlock (&self->lock);
  if (!first)
    return;

  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
  if (self->writer != NULL)
    {
      bell_store_quit_writer (self);
      g_thread_join (g_steal_pointer (&self->writer));
    }
  while ((reader = g_async_queue_try_pop (self->readers)) != NULL)
    bell_connection_free (reader);
  g_clear_pointer (&self->connection, bell_connection_free);

  g_mutex_lock (&self->lock);
  g_autoptr(GSource) source = g_steal_pointer (&self->changed_source);
  g_mutex_unlock (&self->lock);
  if (source != NULL)
    g_source_destroy (source);
}

const char *
bell_store_get_path (BellStore *self)
{
  g_return_val_if_fail (BELL_IS_STORE (self), NULL);

  return self->path;
}

BellId
bell_store_get_device (BellStore *self)
{
  g_return_val_if_fail (BELL_IS_STORE (self), BELL_ID_NONE);

  return self->device;
}
