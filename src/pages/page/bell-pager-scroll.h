/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks the BellPager under @model (through filter, sort and selection models) for more rows
 * whenever @scrolled comes near its lower edge. Attach once for each list that is shown. */
void bell_pager_scroll_attach (GtkScrolledWindow *scrolled,
                               GListModel        *model);

/* Whether @model is still being read; a list that this person may not have is empty and never is. */
gboolean    bell_pager_scroll_is_loading  (GListModel *model);

/* What went wrong with the last read, a sentence; NULL when nothing did. (transfer full) */
char       *bell_pager_scroll_dup_trouble (GListModel *model);

G_END_DECLS
