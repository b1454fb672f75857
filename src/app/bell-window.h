/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_WINDOW (bell_window_get_type ())
G_DECLARE_FINAL_TYPE (BellWindow, bell_window, BELL, WINDOW, AdwApplicationWindow)

/**
 * BellWindow:
 *
 * The window: who is at the desk, the pages they may see, and what every page
 * needs from outside itself (#BellShell).
 */
BellWindow *bell_window_new       (AdwApplication *application,
                                   GSettings      *settings);

/* Shows the desk: its sign-in, or its pages when somebody is signed in. @page: (nullable): which to begin with. */
void        bell_window_set_desk  (BellWindow     *self,
                                   BellDesk       *desk,
                                   const char     *page);

/* (nullable) (transfer none) */
BellDesk   *bell_window_get_desk  (BellWindow     *self);

/* Shows @child instead of the desk: the first start, or why there is no desk. */
void        bell_window_show      (BellWindow     *self,
                                   GtkWidget      *child);

/* Signs the person out and asks for the PIN again; what they were doing stays as it is. */
void        bell_window_lock      (BellWindow     *self);

G_END_DECLS
