/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/* Some kinds of set-up work ask what the program itself knows: sync checks, data mappings and configuration tests. */

/* Whether the program can fill in an item of this kind. */
gboolean     bell_desk_can_fill         (const char           *kind);

/**
 * bell_desk_fill_item_async:
 * @record: id or number
 *
 * Counts or tests on the hotel's real data and writes the values into the slot's item as the signed-in person's change
 * ("record.set"); a person still confirms them. A sync check compares the stays of the last import with those known here,
 * a data mapping counts the values of the last import that mean nothing here, a configuration test tries the set-up.
 * %BELL_ERROR_REFUSED when there is nothing to go by, with what to do as the hint.
 */
void         bell_desk_fill_item_async  (BellDesk             *self,
                                         const char           *record,
                                         BellSlot              slot,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
BellOutcome *bell_desk_fill_item_finish (BellDesk             *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* Blocks; for the command line and tests. */
BellOutcome *bell_desk_fill_item        (BellDesk             *self,
                                         const char           *record,
                                         BellSlot              slot,
                                         GError              **error);

G_END_DECLS
