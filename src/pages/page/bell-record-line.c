/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-record-line.h"
#include "bell-status-pill.h"

GtkWidget *
bell_record_line_new (BellDesk   *desk,
                      BellRecord *record)
{
  const BellWorkflow *workflow;
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *pill;
  GtkWidget *row;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (BELL_IS_RECORD (record), NULL);

  workflow = bell_definitions_workflow (bell_desk_get_definitions (desk), record->workflow);
  id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (record)));
  title = g_strdup_printf ("%s · %s", record->number, record->title != NULL ? record->title : "");
  /* Translators: under a record: its workflow and who owns it */
  subtitle = g_strdup_printf (_("%s · %s"), workflow != NULL ? workflow->name : record->workflow,
                              record->owner_name != NULL ? record->owner_name : "");

  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", title,
                      "subtitle", subtitle,
                      "title-lines", 2,
                      "activatable", TRUE,
                      "action-name", "win.open",
                      NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "record", id);

  pill = bell_status_pill_new (record->status);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  return row;
}

static GtkWidget *
make_line (gpointer item,
           gpointer desk)
{
  return bell_record_line_new (desk, item);
}

void
bell_record_lines_bind (GtkListBox *box,
                        BellDesk   *desk,
                        GListModel *list,
                        const char *nothing)
{
  GtkWidget *placeholder;

  g_return_if_fail (GTK_IS_LIST_BOX (box));
  g_return_if_fail (BELL_IS_DESK (desk));
  g_return_if_fail (G_IS_LIST_MODEL (list));

  placeholder = gtk_label_new (nothing);
  gtk_label_set_wrap (GTK_LABEL (placeholder), TRUE);
  gtk_widget_add_css_class (placeholder, "dimmed");
  gtk_widget_add_css_class (placeholder, "placeholder");
  gtk_list_box_set_placeholder (box, placeholder);
  gtk_list_box_bind_model (box, list, make_line, g_object_ref (desk), g_object_unref);
}
