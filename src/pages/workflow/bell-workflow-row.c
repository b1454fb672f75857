/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-due-label.h"
#include "bell-status-pill.h"
#include "bell-workflow-columns.h"
#include "bell-workflow-row.h"

struct _BellWorkflowRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *where;
  GtkLabel *values;
  BellStatusPill *status;
  GtkLabel *owner;
  GtkWidget *line;
  BellDueLabel *due;
};

G_DEFINE_FINAL_TYPE (BellWorkflowRow, bell_workflow_row, GTK_TYPE_WIDGET)

static void
bell_workflow_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BELL_TYPE_WORKFLOW_ROW);

  G_OBJECT_CLASS (bell_workflow_row_parent_class)->dispose (object);
}

static void
bell_workflow_row_class_init (BellWorkflowRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_workflow_row_dispose;

  g_type_ensure (BELL_TYPE_DUE_LABEL);
  g_type_ensure (BELL_TYPE_STATUS_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-workflow-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowRow, title);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowRow, where);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowRow, values);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowRow, status);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowRow, owner);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowRow, line);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowRow, due);
  gtk_widget_class_set_css_name (widget_class, "workflowrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_workflow_row_init (BellWorkflowRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bell_workflow_row_new (void)
{
  return g_object_new (BELL_TYPE_WORKFLOW_ROW, NULL);
}

static void
append_part (GString    *line,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

void
bell_workflow_row_show (BellWorkflowRow *self,
                        BellDesk        *desk,
                        BellRecord      *record)
{
  g_autoptr(GString) where = g_string_new (NULL);
  g_autofree char *values = NULL;

  g_return_if_fail (BELL_IS_WORKFLOW_ROW (self));
  g_return_if_fail (BELL_IS_RECORD (record));

  append_part (where, record->number);
  append_part (where, record->room);
  append_part (where, record->surname);
  values = bell_workflow_columns_tell (desk, record);

  gtk_label_set_text (self->title, record->title != NULL ? record->title : "");
  gtk_label_set_text (self->where, where->str);
  gtk_label_set_text (self->values, values);
  gtk_widget_set_visible (GTK_WIDGET (self->values), *values != '\0');
  gtk_label_set_text (self->owner, record->owner_name != NULL ? record->owner_name : "");
  bell_status_pill_set_status (self->status, record->status);
  bell_due_label_set_paused_at (self->due, record->blocked_at);
  bell_due_label_set_due (self->due, record->status != BELL_STATUS_COMPLETE ? record->due_at : 0);
}
