/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-error.h"
#include "bell-store-private.h"

/* A transaction takes no further function after so much time or so many, so that the first one does not wait long. */
#define GROUP_LENGTH 256
gint64 bell_store_group_time = 20 * G_TIME_SPAN_MILLISECOND;

typedef enum
{
  JOB_WRITE,
  JOB_READ,
  JOB_BETWEEN,
  JOB_QUIT,
} JobKind;

typedef struct _BellJob
{
  JobKind kind;
  BellTxnFunc func;
  BellWriterFunc between;
  gpointer data;
  GDestroyNotify data_free;
  GCancellable *cancellable;
  GTask *task; /* answered on its context; NULL when somebody waits */
  GMutex *lock;
  GCond *done;
  gboolean answered;
  gboolean ok;
  GError *error;
} BellJob;

static gboolean
emit_changed (gpointer data)
{
  g_autoptr(BellStore) self = g_weak_ref_get (data);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) tables = NULL;
  guint changed;

  if (self == NULL)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&self->lock);
  changed = self->changed;
  self->changed = 0;
  g_clear_pointer (&self->changed_source, g_source_unref);
  g_mutex_unlock (&self->lock);

  for (guint i = 0; bell_txn_tables[i] != NULL; i++)
    if (changed & (1u << i))
      g_strv_builder_add (builder, bell_txn_tables[i]);

  tables = g_strv_builder_end (builder);
  g_signal_emit_by_name (self, "changed", tables);
  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* What is still to be told keeps no store alive: a program without a main loop never hears it. */
static GWeakRef *
new_weak_ref (BellStore *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  return ref;
}

static void
tell_changed (BellStore *self,
              guint      changed)
{
  if (changed == 0)
    return;

  g_mutex_lock (&self->lock);
  self->changed |= changed;
  if (self->changed_source == NULL && !self->closed)
    {
      self->changed_source = g_idle_source_new ();
      g_source_set_priority (self->changed_source, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->changed_source, emit_changed, new_weak_ref (self), free_weak_ref);
      g_source_attach (self->changed_source, self->context);
    }
  g_mutex_unlock (&self->lock);
}

static void
job_free (BellJob *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
answer_task (gpointer data)
{
  BellJob *job = data;
  g_autoptr(GTask) task = job->task;
  g_autoptr(GError) failure = g_steal_pointer (&job->error);

  job_free (job);
  if (failure != NULL)
    g_task_return_error (task, g_steal_pointer (&failure));
  else
    g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

/* The caller's context gets the job back and drops it there: dropping the last reference of something of the caller's on
 * a storage thread could end up closing the store from inside. */
static void
answer (BellJob *job)
{
  if (job->task != NULL)
    {
      g_autoptr(GSource) source = g_idle_source_new ();

      g_source_set_priority (source, g_task_get_priority (job->task));
      g_source_set_callback (source, answer_task, job, NULL);
      g_source_attach (source, g_task_get_context (job->task));
      return;
    }

  g_mutex_lock (job->lock);
  job->answered = TRUE;
  g_cond_signal (job->done);
  g_mutex_unlock (job->lock);
}

static void
refuse (BellJob      *job,
        const GError *error)
{
  job->ok = FALSE;
  if (job->error == NULL)
    job->error = g_error_copy (error);
}

static gboolean
call (BellJob *job,
      BellTxn *txn)
{
  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return FALSE;
  if (job->func (txn, job->data, job->cancellable, &job->error))
    {
      /* A function that told an error and yet agrees has a mistake; keep to its answer. */
      g_warn_if_fail (job->error == NULL);
      g_clear_error (&job->error);
      return TRUE;
    }

  g_warn_if_fail (job->error != NULL);
  if (job->error == NULL)
    bell_error_set (&job->error, BELL_ERROR_STORAGE, NULL, _("The change was refused without a reason."));
  return FALSE;
}

/* Runs one function in a savepoint of its own: what it refuses takes back only itself. */
static void
run_write (BellStore *self,
           BellJob   *job,
           guint     *changed,
           gboolean  *scrub)
{
  BellChain before = self->chain;
  BellTxn txn = { .connection = self->connection, .chain = &self->chain, .index = self->index };

  if (!bell_connection_exec (self->connection, "SAVEPOINT job", &job->error))
    return;

  job->ok = call (job, &txn);
  if (job->ok && !bell_connection_exec (self->connection, "RELEASE job", &job->error))
    job->ok = FALSE;

  if (job->ok)
    {
      *changed |= txn.changed;
      *scrub |= txn.scrub;
    }
  else
    {
      self->chain = before;
      /* A full disk has already taken back everything. */
      if (!sqlite3_get_autocommit (self->connection->db))
        bell_connection_exec (self->connection, "ROLLBACK TO job; RELEASE job", NULL);
    }
  bell_txn_clear (&txn);
}

static void
scrub_log (BellStore *self)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (self->connection, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);

  /* A reader that is still at work holds the old pages; the next commit tries again. */
  self->scrub = statement == NULL || bell_connection_step (self->connection, statement, NULL) <= 0 ||
                sqlite3_column_int (statement, 0) != 0;
}

static void
commit (BellStore *self,
        GPtrArray *group,
        BellChain *before,
        guint      changed)
{
  g_autoptr(GError) error = NULL;

  if (sqlite3_get_autocommit (self->connection->db))
    {
      BellJob *last = group->pdata[group->len - 1];

      /* SQLite gave up the whole transaction in the middle of the last function. */
      error = last->error != NULL ? g_error_copy (last->error) : NULL;
      if (error == NULL)
        bell_connection_fail (self->connection, &error);
    }
  else if (!bell_connection_exec (self->connection, "COMMIT", &error))
    bell_connection_exec (self->connection, "ROLLBACK", NULL);

  if (error != NULL)
    {
      self->chain = *before;
      for (guint i = 0; i < group->len; i++)
        refuse (group->pdata[i], error);
      return;
    }
  tell_changed (self, changed);
}

static void
run_group (BellStore *self,
           BellJob   *job)
{
  g_autoptr(GPtrArray) group = g_ptr_array_new ();
  gint64 started = g_get_monotonic_time ();
  gboolean scrub = FALSE;
  gboolean others = FALSE;
  guint changed = 0;
  BellChain before;

  if (!bell_connection_exec (self->connection, "BEGIN IMMEDIATE", &job->error) ||
      !bell_store_catch_up (self, &others, &job->error))
    {
      bell_connection_exec (self->connection, "ROLLBACK", NULL);
      answer (job);
      return;
    }
  before = self->chain;

  while (job != NULL)
    {
      g_ptr_array_add (group, job);
      run_write (self, job, &changed, &scrub);
      if (sqlite3_get_autocommit (self->connection->db) || group->len >= GROUP_LENGTH ||
          g_get_monotonic_time () - started >= bell_store_group_time)
        break;

      job = g_async_queue_try_pop (self->jobs);
      if (job != NULL && job->kind != JOB_WRITE)
        {
          self->held = job;
          break;
        }
    }

  commit (self, group, &before, others ? G_MAXUINT : changed);
  if (scrub || self->scrub)
    scrub_log (self);
  for (guint i = 0; i < group->len; i++)
    answer (group->pdata[i]);
}

gpointer
bell_store_run_writer (gpointer data)
{
  BellStore *self = data;

  for (;;)
    {
      BellJob *job = self->held != NULL ? g_steal_pointer (&self->held) : g_async_queue_pop (self->jobs);

      switch (job->kind)
        {
        case JOB_WRITE:
          run_group (self, job);
          break;
        case JOB_BETWEEN:
          job->ok = job->between (self->connection, job->data, &job->error);
          answer (job);
          break;
        case JOB_QUIT:
          answer (job);
          return NULL;
        case JOB_READ:
        default:
          g_assert_not_reached ();
        }
    }
}

void
bell_store_run_reader (gpointer data,
                       gpointer user_data)
{
  BellJob *job = data;
  BellStore *self = user_data;
  BellConnection *connection = g_async_queue_pop (self->readers);
  BellTxn txn = { .connection = connection };

  connection->cancellable = job->cancellable;
  if (bell_connection_exec (connection, "BEGIN", &job->error))
    {
      job->ok = call (job, &txn);
      connection->cancellable = NULL;
      bell_connection_exec (connection, "ROLLBACK", NULL);
    }
  connection->cancellable = NULL;
  bell_txn_clear (&txn);

  g_async_queue_push (self->readers, connection);
  answer (job);
}

/* Takes the job; FALSE when the store is closed (the job then holds the error). */
static gboolean
submit (BellStore *self,
        BellJob   *job)
{
  gboolean open;

  g_mutex_lock (&self->lock);
  open = !self->closed || job->kind == JOB_QUIT;
  if (open && job->kind == JOB_READ)
    g_thread_pool_push (self->pool, job, NULL);
  else if (open)
    g_async_queue_push (self->jobs, job);
  g_mutex_unlock (&self->lock);

  if (!open)
    {
      bell_error_set (&job->error, BELL_ERROR_STORAGE, NULL, _("The database is closed."));
      answer (job);
    }
  return open;
}

static gboolean
submit_and_wait (BellStore  *self,
                 BellJob    *job,
                 GError    **error)
{
  GMutex lock;
  GCond done;

  g_mutex_init (&lock);
  g_cond_init (&done);
  job->lock = &lock;
  job->done = &done;

  submit (self, job);
  g_mutex_lock (&lock);
  while (!job->answered)
    g_cond_wait (&done, &lock);
  g_mutex_unlock (&lock);

  g_mutex_clear (&lock);
  g_cond_clear (&done);
  if (job->error != NULL)
    g_propagate_error (error, job->error);
  return job->ok;
}

static void
submit_async (BellStore           *self,
              JobKind              kind,
              BellTxnFunc          func,
              gpointer             data,
              GDestroyNotify       data_free,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  BellJob *job = g_new0 (BellJob, 1);

  job->kind = kind;
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  g_set_object (&job->cancellable, cancellable);
  /* Whether it was cancelled is for the function to say: what is committed is told as committed. */
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (job->task, FALSE);
  g_task_set_source_tag (job->task, func);
  submit (self, job);
}

void
bell_store_write_async (BellStore           *self,
                        BellTxnFunc          func,
                        gpointer             data,
                        GDestroyNotify       data_free,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (BELL_IS_STORE (self));
  g_return_if_fail (func != NULL);

  submit_async (self, JOB_WRITE, func, data, data_free, cancellable, callback, user_data);
}

gboolean
bell_store_write_finish (BellStore     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
bell_store_write (BellStore     *self,
                  BellTxnFunc    func,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  BellJob job = { .kind = JOB_WRITE, .func = func, .data = data, .cancellable = cancellable };

  g_return_val_if_fail (BELL_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (g_thread_self () != self->writer, FALSE);

  return submit_and_wait (self, &job, error);
}

void
bell_store_read_async (BellStore           *self,
                       BellTxnFunc          func,
                       gpointer             data,
                       GDestroyNotify       data_free,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (BELL_IS_STORE (self));
  g_return_if_fail (func != NULL);

  submit_async (self, JOB_READ, func, data, data_free, cancellable, callback, user_data);
}

gboolean
bell_store_read_finish (BellStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
bell_store_read (BellStore     *self,
                 BellTxnFunc    func,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  BellJob job = { .kind = JOB_READ, .func = func, .data = data, .cancellable = cancellable };

  g_return_val_if_fail (BELL_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return submit_and_wait (self, &job, error);
}

gboolean
bell_store_on_writer (BellStore       *self,
                      BellWriterFunc   func,
                      gpointer         data,
                      GError         **error)
{
  BellJob job = { .kind = JOB_BETWEEN, .between = func, .data = data };

  return submit_and_wait (self, &job, error);
}

void
bell_store_quit_writer (BellStore *self)
{
  BellJob job = { .kind = JOB_QUIT };

  submit_and_wait (self, &job, NULL);
}
