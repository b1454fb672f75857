/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BELL_TYPE_CHIP (bell_chip_get_type ())
G_DECLARE_FINAL_TYPE (BellChip, bell_chip, BELL, CHIP, GtkWidget)

/**
 * BellChip:
 *
 * One thing that was understood (or not), as a small rounded label: "by 19:00 today".
 *
 * Properties: text; problem (nullable): what is wrong with it, shown as an icon
 * and a tooltip, and read out.
 *
 * CSS: a node chip; class problem when there is one.
 * Accessibility: role group with the text as label and the problem as description.
 */
GtkWidget  *bell_chip_new         (const char *text,
                                   const char *problem);

const char *bell_chip_get_text    (BellChip   *self);
void        bell_chip_set_text    (BellChip   *self,
                                   const char *text);

const char *bell_chip_get_problem (BellChip   *self);
void        bell_chip_set_problem (BellChip   *self,
                                   const char *problem);

G_END_DECLS
