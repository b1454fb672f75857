/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BELL_TYPE_BOARD_COLUMN (bell_board_column_get_type ())
G_DECLARE_FINAL_TYPE (BellBoardColumn, bell_board_column, BELL, BOARD_COLUMN, GtkWidget)

/**
 * BellBoardColumn:
 *
 * The cards of one status. Holds keyset pages of about fifty rows, however
 * many cards there are; takes dropped cards.
 *
 * Properties: desk (nullable), status (construct).
 * Actions: column.shift (±1: the selected card into the next column, in
 * reading direction), column.neighbour (±1: the focus there), column.menu.
 * Signals: ::neighbour (int by) when the focus wants to leave.
 * CSS: a node boardcolumn; class dropping while a card is held over it.
 * Accessibility: role group, labelled by status and number.
 */

/* Shows the cards of @department (nullable: all), only @staff's when given. */
void     bell_board_column_show       (BellBoardColumn *self,
                                       const char      *department,
                                       const BellId    *staff);

/* The number in its head; -1: as many as are loaded. */
void     bell_board_column_set_total  (BellBoardColumn *self,
                                       int              total);
/* The cards as they are shown now. (transfer none) */
GListModel *bell_board_column_get_cards (BellBoardColumn *self);
gboolean bell_board_column_focus_list (BellBoardColumn *self);

G_END_DECLS
