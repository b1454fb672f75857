/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bell-desk.h"

G_BEGIN_DECLS

/* Puts a workflow's own columns into @view, from @position on. */
void  bell_workflow_columns_insert (GtkColumnView      *view,
                                    guint               position,
                                    BellDesk           *desk,
                                    const BellWorkflow *workflow);

/* The values of the workflow's own columns in one line, each with its name; "" when there are none. (transfer full) */
char *bell_workflow_columns_tell   (BellDesk           *desk,
                                    BellRecord         *record);

G_END_DECLS
