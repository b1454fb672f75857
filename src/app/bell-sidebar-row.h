/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-pages.h"

G_BEGIN_DECLS

#define BELL_TYPE_SIDEBAR_ROW (bell_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (BellSidebarRow, bell_sidebar_row, BELL, SIDEBAR_ROW, GtkListBoxRow)

/**
 * BellSidebarRow:
 *
 * A page in the sidebar: icon, title, and how much waits there.
 */
GtkWidget          *bell_sidebar_row_new          (const BellPageInfo *info,
                                                   const BellWorkflow *workflow);

const BellPageInfo *bell_sidebar_row_get_info     (BellSidebarRow     *self);

/* (nullable): of a page that there is once for each workflow */
const char         *bell_sidebar_row_get_workflow (BellSidebarRow     *self);

/* "board", or "workflow:crm". */
const char         *bell_sidebar_row_get_page     (BellSidebarRow     *self);

/* Reads its numbers anew. */
void                bell_sidebar_row_update       (BellSidebarRow     *self,
                                                   BellDeskCounts     *counts);

G_END_DECLS
