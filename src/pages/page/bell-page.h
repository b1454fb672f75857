/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"
#include "bell-shell.h"

G_BEGIN_DECLS

#define BELL_TYPE_PAGE (bell_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BellPage, bell_page, BELL, PAGE, AdwNavigationPage)

/**
 * BellPageClass:
 * @activate_search: puts the focus into the page's own filter; returns FALSE when it has none
 * @activate_entry: puts the focus where new work is typed (Ctrl+N); returns FALSE when the page has no such place
 * @refresh: the page is shown again, or F5 was pressed. Lists keep themselves current, so most pages need nothing.
 *
 * A page of the window. It brings its header bar along: in a template, children
 * of type [start] and [end] go into the header bar, [top] and [bottom] are bars
 * above and below, [title] replaces the title, and the one without a type is the content.
 *
 * Properties: desk (construct only, never NULL); subtitle (nullable), a second
 * line under the title; title is AdwNavigationPage's.
 *
 * A page that is opened for one thing (a record, a stay, a guest) has a
 * construct property entity-id, the id as text; a page that exists once for each
 * workflow has a construct property workflow.
 */
struct _BellPageClass
{
  AdwNavigationPageClass parent_class;

  gboolean (*activate_search) (BellPage *self);
  gboolean (*activate_entry)  (BellPage *self);
  void     (*refresh)         (BellPage *self);

  gpointer padding[4];
};

/* (transfer none) */
BellDesk   *bell_page_get_desk        (BellPage   *self);

const char *bell_page_get_subtitle    (BellPage   *self);
void        bell_page_set_subtitle    (BellPage   *self,
                                       const char *subtitle);

gboolean    bell_page_activate_search (BellPage   *self);
gboolean    bell_page_activate_entry  (BellPage   *self);
void        bell_page_refresh         (BellPage   *self);

G_END_DECLS
