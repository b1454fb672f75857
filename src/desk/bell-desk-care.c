/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-backup.h"
#include "bell-desk-care.h"
#include "bell-desk-private.h"
#include "bell-journal.h"

/* All of this blocks and belongs on a thread; the desk's own functions put it on one. */
typedef gpointer (*ChoreFunc) (BellSnapshot  *desk,
                               const char    *what,
                               GCancellable  *cancellable,
                               GError       **error);

typedef struct
{
  BellSnapshot desk;
  ChoreFunc func;
  GDestroyNotify result_free;
  char *what;
} Chore;

static void
chore_free (Chore *chore)
{
  bell_snapshot_clear (&chore->desk);
  g_free (chore->what);
  g_free (chore);
}

static void
chore_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Chore *chore = data;
  GError *error = NULL;
  gpointer result = chore->func (&chore->desk, chore->what, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, chore->result_free);
  else
    g_task_return_error (task, error);
}

static void
do_chore (BellDesk            *self,
          ChoreFunc            func,
          GDestroyNotify       result_free,
          const char          *what,
          GError              *refusal,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, data);
  Chore *chore;

  g_task_set_source_tag (task, func);
  if (refusal != NULL)
    {
      g_task_return_error (task, refusal);
      return;
    }

  chore = g_new0 (Chore, 1);
  bell_snapshot_take (&chore->desk, self);
  chore->func = func;
  chore->result_free = result_free;
  chore->what = g_strdup (what);
  g_task_set_task_data (task, chore, (GDestroyNotify) chore_free);
  g_task_run_in_thread (task, chore_thread);
}

static gpointer
do_chore_now (BellDesk    *self,
              ChoreFunc    func,
              const char  *what,
              GError     **error)
{
  g_auto(BellSnapshot) desk = { 0 };

  bell_snapshot_take (&desk, self);
  return func (&desk, what, NULL, error);
}

static gboolean
finish_string (GAsyncResult  *result,
               GError       **error)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), error);

  return text != NULL;
}

/* --- The journal --- */

void
bell_audit_report_free (BellAuditReport *report)
{
  if (report == NULL)
    return;

  g_free (report->head);
  g_free (report->first_problem);
  g_free (report);
}

static gpointer
verify (BellSnapshot  *desk,
        const char    *anchor,
        GCancellable  *cancellable,
        GError       **error)
{
  BellJournalReport found = { 0 };
  GError *failure = NULL;
  BellAuditReport *report = NULL;
  gboolean sound = bell_journal_verify (desk->store, anchor, NULL, NULL, cancellable, &found, &failure);

  if (sound || g_error_matches (failure, BELL_ERROR, BELL_ERROR_INTEGRITY))
    {
      report = g_new0 (BellAuditReport, 1);
      report->sound = sound;
      report->entries = found.entries;
      report->head = g_strdup (found.head_hash);
      report->first_problem = sound ? NULL : g_strdup (failure->message);
      g_clear_error (&failure);
    }
  else
    g_propagate_error (error, failure);
  bell_journal_report_clear (&found);
  return report;
}

void
bell_desk_verify_async (BellDesk            *self,
                        const char          *anchor,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  GError *refusal = NULL;

  g_return_if_fail (BELL_IS_DESK (self));

  bell_desk_demand (self, BELL_ACTION_AUDIT, &refusal);
  do_chore (self, verify, (GDestroyNotify) bell_audit_report_free, anchor, refusal, cancellable, callback, data);
}

BellAuditReport *
bell_desk_verify_finish (BellDesk      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

BellAuditReport *
bell_desk_verify (BellDesk    *self,
                  const char  *anchor,
                  GError     **error)
{
  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  return bell_desk_demand (self, BELL_ACTION_AUDIT, error) ? do_chore_now (self, verify, anchor, error) : NULL;
}

/* --- Backups --- */

static gpointer
backup (BellSnapshot  *desk,
        const char    *path,
        GCancellable  *cancellable,
        GError       **error)
{
  return bell_backup_to (desk->store, path, NULL, NULL, cancellable, error) ? g_strdup (path) : NULL;
}

void
bell_desk_backup_async (BellDesk            *self,
                        GFile               *target,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  GError *refusal = NULL;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (G_IS_FILE (target));

  bell_desk_demand (self, BELL_ACTION_BACKUP, &refusal);
  do_chore (self, backup, g_free, g_file_peek_path (target), refusal, cancellable, callback, data);
}

gboolean
bell_desk_backup_finish (BellDesk      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return finish_string (result, error);
}

gboolean
bell_desk_backup (BellDesk  *self,
                  GFile     *target,
                  GError   **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  if (bell_desk_demand (self, BELL_ACTION_BACKUP, error))
    path = do_chore_now (self, backup, g_file_peek_path (target), error);
  return path != NULL;
}

static gpointer
keep_backups (BellSnapshot  *desk,
              const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *dir = bell_backup_default_dir (path);

  return bell_backup_rotate (desk->store, dir, desk->now, error);
}

void
bell_desk_keep_backups_async (BellDesk            *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_return_if_fail (BELL_IS_DESK (self));

  do_chore (self, keep_backups, g_free, self->path, NULL, cancellable, callback, data);
}

gboolean
bell_desk_keep_backups_finish (BellDesk      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return finish_string (result, error);
}

gboolean
bell_desk_keep_backups (BellDesk  *self,
                        GError   **error)
{
  g_autofree char *file = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);

  file = do_chore_now (self, keep_backups, self->path, error);
  return file != NULL;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return -g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
bell_desk_list_backups (BellDesk *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (BELL_IS_DESK (self), files);

  /* The names begin with the day. */
  folder = bell_backup_default_dir (self->path);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".db"))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_newest_first);
  return files;
}

char *
bell_desk_newest_backup (const char *path)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  folder = bell_backup_default_dir (path);
  return bell_backup_newest_good (folder);
}

gboolean
bell_desk_restore (GFile       *backup_file,
                   const char  *path,
                   char       **kept_as,
                   GError     **error)
{
  g_autoptr(BellClock) clock = bell_clock_new_system ();

  g_return_val_if_fail (G_IS_FILE (backup_file), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return bell_backup_restore (g_file_peek_path (backup_file), path, bell_clock_now (clock), kept_as, error);
}
