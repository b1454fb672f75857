/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-desk-private.h"
#include "bell-pin.h"

#define WRONG_PINS_ALLOWED 5
#define LOCK_TIME BELL_MINUTE

/* Somebody who wants to sign in; passed from thread to thread. */
typedef struct
{
  BellStore *store;
  char *name;
  char *pin;
  gint64 now;
  char *property;
  BellStaff *person;
  BellSecret secret;
  gboolean matches;
} Knock;

static void
knock_free (Knock *knock)
{
  g_object_unref (knock->store);
  g_free (knock->name);
  g_free (knock->pin);
  g_free (knock->property);
  g_clear_object (&knock->person);
  bell_secret_clear (&knock->secret);
  g_free (knock);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Knock, knock_free)

static Knock *
knock_new (BellDesk   *self,
           const char *name,
           const char *pin)
{
  Knock *knock = g_new0 (Knock, 1);

  knock->store = g_object_ref (self->store);
  knock->name = g_strdup (name);
  knock->pin = g_strdup (pin);
  knock->now = bell_clock_now (self->clock);
  knock->property = g_strdup (self->property != NULL ? self->property->code : NULL);
  return knock;
}

static gboolean
look_up (BellTxn       *txn,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Knock *knock = data;
  g_autoptr(GError) local = NULL;

  knock->person = bell_txn_find_staff (txn, knock->name, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return knock->person == NULL || bell_txn_get_secret (txn, bell_entity_get_id (BELL_ENTITY (knock->person)), &knock->secret, error);
}

/* Notes the result, so that guessing is slowed down and every sign-in is in the journal. */
static gboolean
note_result (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Knock *knock = data;
  const BellId *id = bell_entity_get_id (BELL_ENTITY (knock->person));
  g_autofree char *role = g_strndup (knock->person->roles, strcspn (knock->person->roles, " "));
  BellAuthor author = { *id, role, knock->now, knock->property, NULL };
  BellSecret secret = { knock->secret.pin_hash, 0, 0 };

  if (!knock->matches)
    {
      secret.failures = knock->secret.failures + 1;
      if (secret.failures >= WRONG_PINS_ALLOWED)
        {
          secret.failures = 0;
          secret.locked_until = knock->now + LOCK_TIME;
        }
    }

  bell_txn_begin_command (txn, &author);
  if (!bell_txn_set_secret (txn, id, &secret, error))
    return FALSE;
  return bell_txn_note (txn, BELL_VERB_REVEAL, "staff", id, NULL, BELL_CLASS_STAFF, "sign-in", NULL,
                        knock->matches ? "ok" : "wrong-pin", FALSE, error);
}

static gboolean
knock_at_door (Knock   *knock,
               GError **error)
{
  if (!bell_store_read (knock->store, look_up, knock, NULL, error))
    return FALSE;

  if (knock->person != NULL && knock->secret.locked_until > knock->now)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Wait a minute, or ask an administrator for a new PIN."),
                      _("Too many wrong PINs for %s."), knock->person->name);
      return FALSE;
    }

  if (knock->person != NULL && knock->person->active && knock->secret.pin_hash != NULL)
    {
      knock->matches = bell_pin_matches (knock->pin, knock->secret.pin_hash);
      if (!bell_store_write (knock->store, note_result, knock, NULL, error))
        return FALSE;
    }

  if (!knock->matches)
    bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Try again, or ask an administrator for a new PIN."),
                    _("The name and the PIN do not go together."));
  return knock->matches;
}

static void
sign_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (knock_at_door (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bell_desk_sign_in_async (BellDesk            *self,
                         const char          *name,
                         const char          *pin,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (name != NULL && pin != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_sign_in_async);
  g_task_set_task_data (task, knock_new (self, name, pin), (GDestroyNotify) knock_free);
  g_task_run_in_thread (task, sign_in_thread);
}

gboolean
bell_desk_sign_in_finish (BellDesk      *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  Knock *knock;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  knock = g_task_get_task_data (G_TASK (result));
  bell_desk_set_person (self, knock->person);
  return TRUE;
}

gboolean
bell_desk_sign_in (BellDesk    *self,
                   const char  *name,
                   const char  *pin,
                   GError     **error)
{
  g_autoptr(Knock) knock = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);
  g_return_val_if_fail (name != NULL && pin != NULL, FALSE);

  knock = knock_new (self, name, pin);
  if (!knock_at_door (knock, error))
    return FALSE;
  bell_desk_set_person (self, knock->person);
  return TRUE;
}

void
bell_desk_sign_out (BellDesk *self)
{
  g_return_if_fail (BELL_IS_DESK (self));

  bell_desk_set_person (self, NULL);
}
