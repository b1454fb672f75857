/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-stay-row.h"

G_BEGIN_DECLS

/* What the rows of one file have said so far, by property and confirmation number. */
typedef struct _BellSeenStays BellSeenStays;

BellSeenStays *bell_seen_stays_new  (void);
void           bell_seen_stays_free (BellSeenStays     *self);

/* Whether @stay, a sealed row, is new. One that says the same as an earlier row is not; one that says
 * something else is not either, and @problem is set. */
gboolean       bell_seen_stays_add  (BellSeenStays     *self,
                                     const BellStayRow *stay,
                                     BellRowProblem   **problem);

G_END_DECLS
