/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BELL_TYPE_DESK_COUNTS (bell_desk_counts_get_type ())
G_DECLARE_FINAL_TYPE (BellDeskCounts, bell_desk_counts, BELL, DESK_COUNTS, GObject)

/**
 * BellDeskCounts:
 *
 * The numbers beside the pages in the sidebar, kept current: guint properties
 * work, work-late, board, arrivals, approvals, exceptions, alerts; and
 * bell_desk_counts_get_workflow () for the open records of each workflow, told by
 * ::changed.
 */
guint bell_desk_counts_get_workflow (BellDeskCounts *self,
                                     const char     *workflow);

G_END_DECLS
