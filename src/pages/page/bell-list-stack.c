/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-list-stack.h"
#include "bell-pager.h"

static void
update (GtkStack *stack)
{
  GListModel *list = g_object_get_data (G_OBJECT (stack), "bell-list");
  AdwStatusPage *problem = g_object_get_data (G_OBJECT (stack), "bell-problem");
  g_autofree char *trouble = NULL;
  gboolean loading = FALSE;

  if (BELL_IS_PAGER (list))
    g_object_get (list, "loading", &loading, "error-text", &trouble, NULL);

  if (trouble != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (trouble, -1);

      adw_status_page_set_description (problem, markup);
      gtk_stack_set_visible_child_name (stack, "problem");
    }
  else if (g_list_model_get_n_items (list) > 0)
    gtk_stack_set_visible_child_name (stack, "list");
  else if (!loading)
    gtk_stack_set_visible_child_name (stack, "empty");
  /* What was shown stays until the answer is there; only the first one is waited for with nothing. */
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "problem") == 0)
    gtk_stack_set_visible_child_name (stack, "loading");
}

void
bell_list_stack_follow (GtkStack      *stack,
                        GListModel    *list,
                        AdwStatusPage *problem)
{
  GListModel *before;

  g_return_if_fail (GTK_IS_STACK (stack));
  g_return_if_fail (G_IS_LIST_MODEL (list));
  g_return_if_fail (ADW_IS_STATUS_PAGE (problem));

  before = g_object_get_data (G_OBJECT (stack), "bell-list");
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, update, stack);
  else
    gtk_stack_set_visible_child_name (stack, "loading");
  g_object_set_data_full (G_OBJECT (stack), "bell-list", g_object_ref (list), g_object_unref);
  g_object_set_data (G_OBJECT (stack), "bell-problem", problem);

  g_signal_connect_object (list, "items-changed", G_CALLBACK (update), stack, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  if (BELL_IS_PAGER (list))
    {
      g_signal_connect_object (list, "notify::loading", G_CALLBACK (update), stack, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "notify::error-text", G_CALLBACK (update), stack, G_CONNECT_SWAPPED);
    }
  update (stack);
}
