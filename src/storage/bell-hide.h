/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage: what a reader may not see is taken out before it is handed over. @classes: BELL_CLASS_BIT. */

#include "bell-txn-private.h"

G_BEGIN_DECLS

void  bell_approval_hide (BellApproval  *approval,
                          guint          classes);
void  bell_stay_hide     (BellStay      *stay,
                          guint          classes);
void  bell_guest_hide    (BellGuest     *guest,
                          guint          classes);

/* The one of these that @entity needs, if any. */
void  bell_entity_hide   (gpointer       entity,
                          guint          classes);

G_END_DECLS
