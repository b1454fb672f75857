/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-check.h"
#include "bell-desk-private.h"

gboolean
bell_desk_check (BellDesk   *self,
                 GPtrArray **findings,
                 GError    **error)
{
  g_autoptr(GPtrArray) found = NULL;
  gboolean sound;

  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);

  sound = bell_store_check (self->store, NULL, NULL, NULL, &found, error);
  if (findings != NULL)
    *findings = g_steal_pointer (&found);
  return sound;
}
