/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_WORK_ROW (bell_work_row_get_type ())
G_DECLARE_FINAL_TYPE (BellWorkRow, bell_work_row, BELL, WORK_ROW, GtkWidget)

/**
 * BellWorkRow:
 *
 * One next action or one alert: what, where, by when, and the button that does it.
 *
 * Properties: item (nullable), a BellRecord or a BellAlert; watched, when the
 * action is somebody else's and the button only opens the record; narrow; desk.
 */
BellEntity *bell_work_row_get_item  (BellWorkRow *self);

/* What the row says, in one line, for those who hear it; (transfer full). */
char       *bell_work_row_dup_label (BellWorkRow *self);

/* Does what the button does. */
void        bell_work_row_act       (BellWorkRow *self);

G_END_DECLS
