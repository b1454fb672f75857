/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_BOARD_PAGE (bell_board_page_get_type ())
G_DECLARE_FINAL_TYPE (BellBoardPage, bell_board_page, BELL, BOARD_PAGE, BellPage)

/**
 * BellBoardPage:
 *
 * The work of a department as cards: one column a status. Narrow, one column
 * at a time with a switch below.
 */

G_END_DECLS
