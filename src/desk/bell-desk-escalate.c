/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-care.h"
#include "bell-ladder-tick.h"

/* Records of one write; each takes well below a millisecond. */
#define SLICE 50

typedef struct
{
  BellSnapshot desk;
  guint fired;
  gboolean more;
} Tick;

static void
tick_free (Tick *tick)
{
  bell_snapshot_clear (&tick->desk);
  g_free (tick);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tick, tick_free)

static Tick *
tick_new (BellDesk *self)
{
  Tick *tick = g_new0 (Tick, 1);

  bell_snapshot_take (&tick->desk, self);
  return tick;
}

static gboolean
run_tick (BellTxn       *txn,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Tick *tick = data;

  return bell_ladder_tick (txn, tick->desk.definitions, tick->desk.property, tick->desk.zone, tick->desk.now, SLICE, &tick->fired,
                           &tick->more, error);
}

static void ticked_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data);

static void
send_tick (GTask *task)
{
  Tick *tick = g_task_get_task_data (task);

  bell_store_write_async (tick->desk.store, run_tick, tick, NULL, NULL, ticked_cb, g_object_ref (task));
}

static void
ticked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) task = data;
  Tick *tick = g_task_get_task_data (task);
  GError *error = NULL;

  if (!bell_store_write_finish (BELL_STORE (source), result, &error))
    g_task_return_error (task, error);
  else if (tick->more)
    send_tick (task);
  else
    g_task_return_boolean (task, TRUE);
}

void
bell_desk_escalate_async (BellDesk            *self,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BELL_IS_DESK (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, bell_desk_escalate_async);
  g_task_set_task_data (task, tick_new (self), (GDestroyNotify) tick_free);
  send_tick (task);
}

gboolean
bell_desk_escalate_finish (BellDesk      *self,
                           GAsyncResult  *result,
                           guint         *fired,
                           GError       **error)
{
  Tick *tick;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  tick = g_task_get_task_data (G_TASK (result));
  if (fired != NULL)
    *fired = tick->fired;
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
bell_desk_escalate (BellDesk  *self,
                    guint     *fired,
                    GError   **error)
{
  g_autoptr(Tick) tick = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);

  tick = tick_new (self);
  do
    {
      if (!bell_store_write (tick->desk.store, run_tick, tick, NULL, error))
        return FALSE;
    }
  while (tick->more);

  if (fired != NULL)
    *fired = tick->fired;
  return TRUE;
}
