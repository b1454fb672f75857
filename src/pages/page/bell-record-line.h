/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

/* A row for a record in a boxed list: number, title, workflow, owner, status. Activated, it opens the record. */
GtkWidget *bell_record_line_new      (BellDesk    *desk,
                                      BellRecord  *record);

/* Fills @box with a line for each record of @list, and keeps it so; says @nothing in it while there is none. */
void       bell_record_lines_bind    (GtkListBox  *box,
                                      BellDesk    *desk,
                                      GListModel  *list,
                                      const char  *nothing);

G_END_DECLS
