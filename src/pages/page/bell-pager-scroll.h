/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks the BellPager under @model (through filter, sort and selection models) for more rows
 * whenever @scrolled comes near its lower edge. Attach once for each list that is shown. */
void bell_pager_scroll_attach (GtkScrolledWindow *scrolled,
                               GListModel        *model);

G_END_DECLS
