/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_STATUS_PILL (bell_status_pill_get_type ())
G_DECLARE_FINAL_TYPE (BellStatusPill, bell_status_pill, BELL, STATUS_PILL, GtkWidget)

/**
 * BellStatusPill:
 *
 * A status as a word on a coloured ground. The word says it all; the colour
 * only helps the eye.
 *
 * Properties: status (BellStatus); text (nullable), to say more than the
 * status's own name, such as "Pending review".
 *
 * CSS: a node statuspill with the status's nick as style class.
 * Accessibility: role status, labelled with the word.
 */
GtkWidget  *bell_status_pill_new        (BellStatus      status);

BellStatus  bell_status_pill_get_status (BellStatusPill *self);
void        bell_status_pill_set_status (BellStatusPill *self,
                                         BellStatus      status);

const char *bell_status_pill_get_text   (BellStatusPill *self);
void        bell_status_pill_set_text   (BellStatusPill *self,
                                         const char     *text);

G_END_DECLS
