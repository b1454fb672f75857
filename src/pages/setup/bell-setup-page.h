/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_SETUP_PAGE (bell_setup_page_get_type ())
G_DECLARE_FINAL_TYPE (BellSetupPage, bell_setup_page, BELL, SETUP_PAGE, BellPage)

/**
 * BellSetupPage:
 *
 * Everything a hotel decides about itself, each thing in a dialog of its own.
 */

G_END_DECLS
