/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_DESK_COUNTS (bell_desk_counts_get_type ())
G_DECLARE_FINAL_TYPE (BellDeskCounts, bell_desk_counts, BELL, DESK_COUNTS, GObject)

/**
 * BellDeskCounts:
 *
 * The numbers beside the pages in the sidebar, kept current. Properties, all
 * guint: work, work-late, watched, board (open cards of the person's
 * department), board-late, arrivals, in-house, departures, approvals,
 * exceptions, alerts. ::changed after each count.
 */

/* Open records of a workflow. */
guint bell_desk_counts_get_workflow (BellDeskCounts *self,
                                     const char     *workflow);

/* Cards of the person's department in a status. */
guint bell_desk_counts_get_board    (BellDeskCounts *self,
                                     BellStatus      status);

G_END_DECLS
