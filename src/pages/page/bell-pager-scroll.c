/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-pager.h"
#include "bell-pager-scroll.h"

/* Pages left below the visible part when the next one is asked for. */
#define PAGES_AHEAD 2.0

/* Each model keeps the one below it alive, so none of them is held here. */
static BellPager *
find_pager (GListModel *model)
{
  while (model != NULL && !BELL_IS_PAGER (model))
    {
      GListModel *below = NULL;

      if (g_object_class_find_property (G_OBJECT_GET_CLASS (model), "model") == NULL)
        return NULL;
      g_object_get (model, "model", &below, NULL);
      if (below != NULL)
        g_object_unref (below);
      model = below;
    }
  return model != NULL ? BELL_PAGER (model) : NULL;
}

static void
look (GtkAdjustment *adjustment,
      BellPager     *pager)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (page > 0 && left < PAGES_AHEAD * page && bell_pager_get_has_more (pager) && !bell_pager_get_loading (pager))
    bell_pager_load_more (pager);
}

void
bell_pager_scroll_attach (GtkScrolledWindow *scrolled,
                          GListModel        *model)
{
  GtkAdjustment *adjustment;
  BellPager *pager;
  BellPager *before;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled));

  adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  before = g_object_get_data (G_OBJECT (adjustment), "bell-pager");
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (adjustment, look, before);

  pager = find_pager (model);
  g_object_set_data_full (G_OBJECT (adjustment), "bell-pager",
                          pager != NULL ? g_object_ref (pager) : NULL, pager != NULL ? g_object_unref : NULL);
  if (pager == NULL)
    return;

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (look), pager, 0);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (look), pager, 0);
}

gboolean
bell_pager_scroll_is_loading (GListModel *model)
{
  BellPager *pager = find_pager (model);

  return pager != NULL && bell_pager_get_loading (pager);
}

char *
bell_pager_scroll_dup_trouble (GListModel *model)
{
  BellPager *pager = find_pager (model);
  char *trouble = NULL;

  if (pager != NULL)
    g_object_get (pager, "error-text", &trouble, NULL);
  return trouble;
}
