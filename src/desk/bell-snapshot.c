/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-desk-private.h"

void
bell_snapshot_take (BellSnapshot *self,
                    BellDesk     *desk)
{
  *self = (BellSnapshot) { 0 };
  g_set_object (&self->store, desk->store);
  g_set_object (&self->definitions, desk->definitions);
  g_set_object (&self->property, desk->property);
  self->zone = g_time_zone_ref (desk->zone);
  g_set_object (&self->actor, desk->person);
  self->now = bell_clock_now (desk->clock);
}

void
bell_snapshot_clear (BellSnapshot *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->definitions);
  g_clear_object (&self->property);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->actor);
}

gboolean
bell_desk_demand (BellDesk    *self,
                  BellAction   action,
                  GError     **error)
{
  BellAsk ask = { .action = action, .class_ = BELL_CLASS_OPS };

  if (self->person == NULL)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Choose your name and type your PIN."), _("Nobody is signed in."));
      return FALSE;
    }

  ask.roles = self->person->roles;
  ask.department = self->person->department;
  return bell_permissions_check (self->definitions, &ask, error);
}
