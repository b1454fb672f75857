/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_QUICK_ENTRY_BAR (bell_quick_entry_bar_get_type ())
G_DECLARE_FINAL_TYPE (BellQuickEntryBar, bell_quick_entry_bar, BELL, QUICK_ENTRY_BAR, AdwBin)

/**
 * BellQuickEntryBar:
 *
 * One line such as "412 2 extra towels !19:00 @housekeeping", with chips that
 * tell what was understood while it is typed. Enter files it.
 *
 * Properties: desk. Signal: ::filed, after the line was filed (not when it was refused).
 */
GtkWidget *bell_quick_entry_bar_new (BellDesk *desk);

G_END_DECLS
