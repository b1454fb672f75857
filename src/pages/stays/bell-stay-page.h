/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_STAY_PAGE (bell_stay_page_get_type ())
G_DECLARE_FINAL_TYPE (BellStayPage, bell_stay_page, BELL, STAY_PAGE, BellPage)

/**
 * BellStayPage:
 *
 * One stay: what the hotel system tells of it, its guest, and the work on it.
 */

G_END_DECLS
