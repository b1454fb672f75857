/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BELL_TYPE_DAY_PICKER (bell_day_picker_get_type ())
G_DECLARE_FINAL_TYPE (BellDayPicker, bell_day_picker, BELL, DAY_PICKER, GtkWidget)

/**
 * BellDayPicker:
 *
 * A day, typed ("2026-11-22", "today", "tomorrow", "+3") or chosen in a calendar.
 *
 * Properties: day (nullable, "YYYY-MM-DD"), NULL while the text is empty or is
 * no day; problem (read-only), TRUE for the latter.
 *
 * CSS: a node daypicker with an entry and a button in it.
 * Accessibility: role group; the entry takes the label and is told invalid.
 */
GtkWidget  *bell_day_picker_new         (void);

const char *bell_day_picker_get_day     (BellDayPicker *self);
void        bell_day_picker_set_day     (BellDayPicker *self,
                                         const char    *day);
gboolean    bell_day_picker_get_problem (BellDayPicker *self);

/* The name by which it is read out. */
void        bell_day_picker_set_label   (BellDayPicker *self,
                                         const char    *label);

G_END_DECLS
