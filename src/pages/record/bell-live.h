/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bell-entity.h"

G_BEGIN_DECLS

#define BELL_TYPE_LIVE (bell_live_get_type ())
G_DECLARE_FINAL_TYPE (BellLive, bell_live, BELL, LIVE, GObject)

/**
 * BellLive:
 *
 * An entity whose snapshot is replaced when it changes. A row that is bound to
 * it stays the same widget, with its focus, while the words on it change.
 *
 * Property: entity (BellEntity, never NULL).
 */
BellEntity *bell_live_get_entity  (BellLive   *self);

/* Makes @store, a list of BellLive, hold the entities of @fresh in their order; those that were there keep their object. */
void        bell_live_list_update (GListStore *store,
                                   GListModel *fresh);

G_END_DECLS
