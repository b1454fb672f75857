/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-definition-form.h"

static GtkWidget *make_row (BellDefinitionNode *node, BellDefinitionNode *list, gboolean editable);

/* --- Leaves --- */

static void
text_changed_cb (GtkEditable        *row,
                 BellDefinitionNode *node)
{
  if (bell_definition_node_set_value (node, gtk_editable_get_text (row)))
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
flag_changed_cb (AdwSwitchRow       *row,
                 GParamSpec         *pspec,
                 BellDefinitionNode *node)
{
  bell_definition_node_set_value (node, adw_switch_row_get_active (row) ? "true" : "false");
}

static GtkWidget *
make_leaf (BellDefinitionNode *node,
           gboolean            editable)
{
  const char *value = bell_definition_node_get_value (node);
  GtkWidget *row;

  if (bell_definition_node_get_node_type (node) == BELL_NODE_FLAG)
    {
      row = adw_switch_row_new ();
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), g_strcmp0 (value, "true") == 0);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (flag_changed_cb), node, 0);
      gtk_widget_set_sensitive (row, editable);
      return row;
    }

  row = adw_entry_row_new ();
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  gtk_editable_set_editable (GTK_EDITABLE (row), editable);
  if (bell_definition_node_get_node_type (node) == BELL_NODE_NUMBER)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect_object (row, "changed", G_CALLBACK (text_changed_cb), node, 0);
  return row;
}

/* --- What unfolds --- */

static void
fill_children (AdwExpanderRow     *row,
               BellDefinitionNode *node,
               gboolean            editable)
{
  GListModel *children = bell_definition_node_get_children (node);
  gboolean list = bell_definition_node_get_node_type (node) == BELL_NODE_LIST;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(BellDefinitionNode) child = g_list_model_get_item (children, i);

      adw_expander_row_add_row (row, make_row (child, list ? node : NULL, editable));
    }
}

static void
expanded_cb (AdwExpanderRow     *row,
             GParamSpec         *pspec,
             BellDefinitionNode *node)
{
  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;

  g_object_set_data (G_OBJECT (row), "filled", GINT_TO_POINTER (TRUE));
  fill_children (row, node, g_object_get_data (G_OBJECT (row), "editable") != NULL);
}

static void
remove_clicked_cb (GtkButton          *button,
                   BellDefinitionNode *node)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_EXPANDER_ROW);

  bell_definition_node_remove_child (g_object_get_data (G_OBJECT (button), "list"), node);
  gtk_widget_set_visible (row, FALSE);
}

static void
add_clicked_cb (GtkButton          *button,
                BellDefinitionNode *list)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_EXPANDER_ROW));
  GListModel *children = bell_definition_node_get_children (list);
  g_autoptr(BellDefinitionNode) added = NULL;

  adw_expander_row_set_expanded (row, TRUE);
  bell_definition_node_add_child (list);
  added = g_list_model_get_item (children, g_list_model_get_n_items (children) - 1);
  if (added != NULL)
    adw_expander_row_add_row (row, make_row (added, list, TRUE));
}

static GtkWidget *
small_button (const char *icon,
              const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_unfolding (BellDefinitionNode *node,
                BellDefinitionNode *list,
                gboolean            editable)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *button;

  if (editable)
    g_object_set_data (G_OBJECT (row), "editable", GINT_TO_POINTER (TRUE));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), node, 0);
  if (editable && bell_definition_node_get_node_type (node) == BELL_NODE_LIST)
    {
      button = small_button ("list-add-symbolic", _("Add One Like the Last"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), node, 0);
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), button);
    }
  if (editable && list != NULL)
    {
      button = small_button ("user-trash-symbolic", _("Remove"));
      g_object_set_data_full (G_OBJECT (button), "list", g_object_ref (list), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), node, 0);
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), button);
    }
  return row;
}

static GtkWidget *
make_row (BellDefinitionNode *node,
          BellDefinitionNode *list,
          gboolean            editable)
{
  BellNodeType type = bell_definition_node_get_node_type (node);
  gboolean unfolds = type == BELL_NODE_OBJECT || type == BELL_NODE_LIST;
  GtkWidget *row = unfolds ? make_unfolding (node, list, editable) : make_leaf (node, editable);
  g_autofree char *label = bell_definition_node_dup_label (node);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  /* The row keeps its node alive as long as it is on the screen. */
  g_object_set_data_full (G_OBJECT (row), "node", g_object_ref (node), g_object_unref);
  return row;
}

void
bell_definition_form_fill (AdwPreferencesGroup *group,
                           BellDefinitionNode  *root,
                           gboolean             editable)
{
  GListModel *children;
  guint n_children;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));
  g_return_if_fail (BELL_IS_DEFINITION_NODE (root));

  children = bell_definition_node_get_children (root);
  n_children = g_list_model_get_n_items (children);
  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr(BellDefinitionNode) child = g_list_model_get_item (children, i);
      GtkWidget *row = make_row (child, NULL, editable);

      adw_preferences_group_add (group, row);
      if (n_children == 1 && ADW_IS_EXPANDER_ROW (row))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
}
