/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Moves a card for whoever asks: a drop, a key, a menu. Asks first what the rules will want: whom a blocked card waits
 * for and why, the reason for taking up again what was done. @from is any widget in the window. */
void bell_board_move (GtkWidget  *from,
                      BellDesk   *desk,
                      BellTask   *task,
                      BellStatus  to);

G_END_DECLS
