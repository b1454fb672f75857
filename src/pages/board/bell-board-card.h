/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BELL_TYPE_BOARD_CARD (bell_board_card_get_type ())
G_DECLARE_FINAL_TYPE (BellBoardCard, bell_board_card, BELL, BOARD_CARD, GtkWidget)

/**
 * BellBoardCard:
 *
 * A task on the board: room first, what, until when, who, and why it waits.
 * Can be dragged; right click shows what can be done with it.
 *
 * Properties: desk (construct only), task (nullable).
 * Actions: card.move (status), card.take, card.open.
 * CSS: a node boardcard with the classes late, soon, dragged.
 * Accessibility: role group, labelled with all of it in one sentence.
 */
void  bell_board_card_set_task   (BellBoardCard *self,
                                  BellTask      *task);

/* All that the card tells, for a reader of the screen; (transfer full). */
char *bell_board_card_dup_label  (BellBoardCard *self);
void  bell_board_card_popup_menu (BellBoardCard *self,
                                  double         x,
                                  double         y);

G_END_DECLS
