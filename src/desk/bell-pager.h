/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BELL_TYPE_PAGER (bell_pager_get_type ())
G_DECLARE_FINAL_TYPE (BellPager, bell_pager, BELL, PAGER, GObject)

/**
 * BellPager:
 *
 * A GListModel over a query: loads 50 rows at first and more when asked (a
 * list view asks at its lower edge), and after each commit that concerns it
 * reads its rows again and tells exactly what changed, so that selection and
 * scrolling stay. Properties: loading, has-more, n-items, error-text (nullable, what
 * went wrong with the last read).
 */
void      bell_pager_load_more   (BellPager *self);
gboolean  bell_pager_get_loading (BellPager *self);
gboolean  bell_pager_get_has_more (BellPager *self);

G_END_DECLS
