/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_STAYS_PAGE (bell_stays_page_get_type ())
G_DECLARE_FINAL_TYPE (BellStaysPage, bell_stays_page, BELL, STAYS_PAGE, BellPage)

/**
 * BellStaysPage:
 *
 * Who arrives, is in house or leaves on a day, as the hotel system tells it.
 * Columns where there is room for them, rows where there is not.
 */

G_END_DECLS
