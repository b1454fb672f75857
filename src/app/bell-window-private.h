/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-shell.h"
#include "bell-sidebar.h"
#include "bell-sign-in-page.h"
#include "bell-window.h"

G_BEGIN_DECLS

struct _BellWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwBin *sign_in_bin;
  AdwBin *other_bin;
  AdwNavigationSplitView *split;
  BellSidebar *sidebar;
  AdwNavigationView *pages;

  GSettings *settings;
  BellDesk *desk;
  BellSignInPage *sign_in;
  GHashTable *made;        /* page id → BellPage, made at the first visit */
  char *current;           /* page id */
  BellId person;           /* whose pages these are */
  char *person_name;
  char *person_roles;
  gint64 last_input;       /* monotonic */
  guint minute;            /* source: looks for idleness */
};

/* bell-window-actions.c */
void bell_window_class_install_actions (GtkWidgetClass *widget_class);
void bell_window_update_actions        (BellWindow     *self);

/* bell-window-idle.c */
void bell_window_watch_idle            (BellWindow     *self);

/* bell-window.c */
void bell_window_go                    (BellWindow     *self,
                                        const char     *page);
BellPage *bell_window_get_page         (BellWindow     *self);

G_END_DECLS
