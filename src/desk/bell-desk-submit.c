/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-private.h"
#include "bell-pin.h"

/* A command on its way to the writer, with snapshots of all that it needs there. */
typedef struct
{
  BellDefinitions *definitions;
  BellProperty *property;
  GTimeZone *zone;
  BellStaff *actor;
  gint64 now;
  BellCommand *command;
  BellOutcome *outcome;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->definitions);
  g_clear_object (&errand->property);
  g_time_zone_unref (errand->zone);
  g_clear_object (&errand->actor);
  bell_command_unref (errand->command);
  bell_outcome_free (errand->outcome);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static Errand *
errand_new (BellDesk    *self,
            BellCommand *command)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->definitions = g_object_ref (self->definitions);
  g_set_object (&errand->property, self->property);
  errand->zone = g_time_zone_ref (self->zone);
  g_set_object (&errand->actor, self->person);
  errand->now = bell_clock_now (self->clock);
  errand->command = bell_command_ref (command);
  return errand;
}

static gboolean
run_errand (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Errand *errand = data;

  errand->outcome = bell_door_enter (txn, errand->definitions, errand->property, errand->zone, errand->actor, errand->now,
                                     errand->command, error);
  return errand->outcome != NULL;
}

/* Replaces a PIN by its hash; slow, so never on the main loop. */
static gboolean
hash_pin (BellCommand  *command,
          GError      **error)
{
  const char *pin = bell_command_get (command, "pin");
  g_autofree char *hash = NULL;

  if (pin == NULL)
    return TRUE;
  if (!bell_pin_is_acceptable (pin, error) ||
      (hash = bell_pin_hash (pin, bell_command_get (command, "demo-pin") != NULL, error)) == NULL)
    return FALSE;

  bell_command_set (command, "pin-hash", hash);
  bell_command_set (command, "pin", NULL);
  return TRUE;
}

/* From now on the lists hand the guest out whole, to this person and for this sitting. */
static void
note_revealed (BellDesk     *self,
               const Errand *errand)
{
  static const char *const tables[] = { "guest", "stay", NULL };

  if (!g_str_equal (bell_command_get_verb (errand->command), "guest.reveal"))
    return;
  bell_revealed_add (self->revealed, &errand->outcome->entity);
  g_signal_emit_by_name (self, "changed", tables);
}

static void
errand_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(GTask) task = data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  if (bell_store_write_finish (BELL_STORE (source), result, &error))
    {
      note_revealed (g_task_get_source_object (task), errand);
      g_task_return_pointer (task, g_steal_pointer (&errand->outcome), (GDestroyNotify) bell_outcome_free);
    }
  else
    g_task_return_error (task, error);
}

static void
send_errand (GTask *task)
{
  BellDesk *self = g_task_get_source_object (task);

  /* Not cancellable: a command that was given is carried out or refused, never half told. */
  bell_store_write_async (self->store, run_errand, g_task_get_task_data (task), NULL, NULL, errand_done_cb, g_object_ref (task));
}

static void
hash_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (hash_pin (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
hashed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    send_errand (task);
  else
    g_task_return_error (task, error);
}

void
bell_desk_submit_async (BellDesk            *self,
                        BellCommand         *command,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) hashing = NULL;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (command != NULL);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, bell_desk_submit_async);
  g_task_set_task_data (task, errand_new (self, command), (GDestroyNotify) errand_free);
  if (bell_command_get (command, "pin") == NULL)
    {
      send_errand (task);
      return;
    }

  hashing = g_task_new (self, NULL, hashed_cb, g_object_ref (task));
  g_task_set_task_data (hashing, bell_command_ref (command), (GDestroyNotify) bell_command_unref);
  g_task_run_in_thread (hashing, hash_thread);
}

BellOutcome *
bell_desk_submit_finish (BellDesk      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

BellOutcome *
bell_desk_submit (BellDesk     *self,
                  BellCommand  *command,
                  GError      **error)
{
  g_autoptr(Errand) errand = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (command != NULL, NULL);

  errand = errand_new (self, command);
  if (!hash_pin (command, error) || !bell_store_write (self->store, run_errand, errand, NULL, error))
    return NULL;
  note_revealed (self, errand);

  /* The signal waits for the main loop; a caller that blocks wants the new set-up now. */
  if (g_str_has_prefix (bell_command_get_verb (command), "definition.") ||
      g_str_has_prefix (bell_command_get_verb (command), "property.") ||
      g_str_has_prefix (bell_command_get_verb (command), "staff."))
    if (!bell_desk_reload (self, error))
      return NULL;
  return g_steal_pointer (&errand->outcome);
}
