/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-counts.h"
#include "bell-txn.h"

G_BEGIN_DECLS

BellDeskCounts *bell_desk_counts_new  (void);

/* Takes fresh numbers over (emptying @counts) and tells what differs. */
void            bell_desk_counts_take (BellDeskCounts *self,
                                       BellCounts     *counts);

G_END_DECLS
