/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-hide.h"

void
bell_approval_hide (BellApproval *approval,
                    guint         classes)
{
  if (classes & BELL_CLASS_BIT (approval->class_))
    return;

  g_clear_pointer (&approval->old_value, g_free);
  g_clear_pointer (&approval->new_value, g_free);
  if (approval->class_ == BELL_CLASS_MONEY)
    approval->minor = 0;
}

void
bell_stay_hide (BellStay *stay,
                guint     classes)
{
  if (!(classes & BELL_CLASS_BIT (BELL_CLASS_IDENTITY)))
    g_clear_pointer (&stay->guest_name, g_free);
}

void
bell_guest_hide (BellGuest *guest,
                 guint      classes)
{
  if (!(classes & BELL_CLASS_BIT (BELL_CLASS_PRIVATE)))
    g_clear_pointer (&guest->notes, g_free);
}

void
bell_entity_hide (gpointer entity,
                  guint    classes)
{
  if (BELL_IS_APPROVAL (entity))
    bell_approval_hide (entity, classes);
  else if (BELL_IS_STAY (entity))
    bell_stay_hide (entity, classes);
  else if (BELL_IS_GUEST (entity))
    bell_guest_hide (entity, classes);
}
