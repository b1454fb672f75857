/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-pager.h"
#include "bell-query.h"
#include "bell-desk-private.h"

G_BEGIN_DECLS

/* A list of @query, completed by the desk, for @viewer (taken). */
GListModel *bell_pager_new      (BellStore       *store,
                                 BellViewer      *viewer,
                                 const BellQuery *query);

/* Told after a commit which tables changed. */
void        bell_pager_note_changed (BellPager          *self,
                                     const char *const  *tables);

G_END_DECLS
