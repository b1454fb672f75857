/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_GUEST_PAGE (bell_guest_page_get_type ())
G_DECLARE_FINAL_TYPE (BellGuestPage, bell_guest_page, BELL, GUEST_PAGE, BellPage)

/**
 * BellGuestPage:
 *
 * One guest: how to reach them, what they like, their stays and the work about
 * them; and, for those who may, what data protection law asks for.
 */

G_END_DECLS
