/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_GUESTS_PAGE (bell_guests_page_get_type ())
G_DECLARE_FINAL_TYPE (BellGuestsPage, bell_guests_page, BELL, GUESTS_PAGE, BellPage)

/**
 * BellGuestsPage:
 *
 * The guests by surname, or those whom a name, telephone number or address finds as it is typed.
 */

G_END_DECLS
