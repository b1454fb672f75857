/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-pages.h"

G_BEGIN_DECLS

#define BELL_TYPE_SIDEBAR (bell_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (BellSidebar, bell_sidebar, BELL, SIDEBAR, AdwNavigationPage)

/**
 * BellSidebar:
 *
 * The pages that the person at the desk may see, with live counts, and the
 * person themselves. Signal: ::activated (page), when one is
 * chosen.
 */

/* Shows the pages for the person who is at the desk now; NULL empties it. */
void        bell_sidebar_set_desk    (BellSidebar *self,
                                      BellDesk    *desk);

/* Marks @page as the one that is shown; FALSE when this person has no such page. Does not emit ::activated. */
gboolean    bell_sidebar_select      (BellSidebar *self,
                                      const char  *page);

/* The nth page from the top, or NULL. */
const char *bell_sidebar_get_nth     (BellSidebar *self,
                                      guint        position);

/* What there is to know about @page; FALSE when this person has no such page. */
gboolean    bell_sidebar_find        (BellSidebar         *self,
                                      const char          *page,
                                      const BellPageInfo **info,
                                      const char         **workflow);

void        bell_sidebar_open_menu   (BellSidebar *self);

G_END_DECLS
