/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BELL_TYPE_DUE_LABEL (bell_due_label_get_type ())
G_DECLARE_FINAL_TYPE (BellDueLabel, bell_due_label, BELL, DUE_LABEL, GtkWidget)

/**
 * BellDueLabel:
 *
 * How a promise is told: "8 min late", "in 22 min", "17:30". Ages by itself
 * (see #BellTicker) while it is on the screen.
 *
 * Properties: due (microseconds UTC, 0 shows nothing); paused-at (microseconds
 * UTC, 0 for none: since then the clock stands, "paused 35 min"); late
 * (read-only) and soon (read-only, within half an hour).
 *
 * CSS: a node due with the classes late, soon or paused.
 * Accessibility: role time, labelled with the words and, when late, told as such by the words.
 */
GtkWidget *bell_due_label_new           (gint64        due);

gint64     bell_due_label_get_due       (BellDueLabel *self);
void       bell_due_label_set_due       (BellDueLabel *self,
                                         gint64        due);
gint64     bell_due_label_get_paused_at (BellDueLabel *self);
void       bell_due_label_set_paused_at (BellDueLabel *self,
                                         gint64        paused_at);
gboolean   bell_due_label_get_late      (BellDueLabel *self);

G_END_DECLS
