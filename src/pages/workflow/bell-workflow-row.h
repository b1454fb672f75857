/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_WORKFLOW_ROW (bell_workflow_row_get_type ())
G_DECLARE_FINAL_TYPE (BellWorkflowRow, bell_workflow_row, BELL, WORKFLOW_ROW, GtkWidget)

/**
 * BellWorkflowRow:
 *
 * A record where there is no room for columns: title, where, the workflow's own values, status, owner, due time.
 */
GtkWidget *bell_workflow_row_new  (void);

void       bell_workflow_row_show (BellWorkflowRow *self,
                                   BellDesk        *desk,
                                   BellRecord      *record);

G_END_DECLS
