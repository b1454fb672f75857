/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-reason-dialog.h"
#include "bell-text.h"

#define ACCEPT "accept"

struct _BellReasonDialog
{
  AdwAlertDialog parent_instance;

  GtkWidget *box;
  GtkWidget *group;
  GtkWidget *field;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (BellReasonDialog, bell_reason_dialog, ADW_TYPE_ALERT_DIALOG)

static char *
dup_reason (BellReasonDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return bell_text_clean (text);
}

static gboolean
is_filled (BellReasonDialog *self)
{
  g_autofree char *reason = dup_reason (self);
  g_autofree char *field = NULL;

  if (reason == NULL || !bell_text_is_reason (reason))
    return FALSE;
  if (self->field == NULL)
    return TRUE;
  field = bell_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->field)));
  return field != NULL;
}

static void
update (BellReasonDialog *self)
{
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), ACCEPT, is_filled (self));
}

static gboolean
accept_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  BellReasonDialog *self = data;

  if (!is_filled (self))
    return GDK_EVENT_STOP;
  gtk_widget_activate_default (GTK_WIDGET (self->view));
  return GDK_EVENT_STOP;
}

static void
bell_reason_dialog_class_init (BellReasonDialogClass *klass)
{
}

static GtkWidget *
make_view (BellReasonDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *scrolled;

  self->view = GTK_TEXT_VIEW (g_object_new (GTK_TYPE_TEXT_VIEW,
                                            "wrap-mode", GTK_WRAP_WORD_CHAR,
                                            "accepts-tab", FALSE,
                                            "left-margin", 12, "right-margin", 12,
                                            "top-margin", 10, "bottom-margin", 10,
                                            NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"),
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE,
                                  -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "inline");
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return"),
                                                          gtk_callback_action_new (accept_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                           "child", self->view,
                           "hscrollbar-policy", GTK_POLICY_NEVER,
                           "min-content-height", 84,
                           NULL);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "reason");
  return scrolled;
}

static void
bell_reason_dialog_init (BellReasonDialog *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->box), make_view (self));
  adw_alert_dialog_set_extra_child (dialog, self->box);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->view));

  adw_alert_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_alert_dialog_set_close_response (dialog, "cancel");
}

BellReasonDialog *
bell_reason_dialog_new (const char *heading,
                        const char *body,
                        const char *accept)
{
  BellReasonDialog *self;

  g_return_val_if_fail (heading != NULL, NULL);
  g_return_val_if_fail (accept != NULL, NULL);

  self = g_object_new (BELL_TYPE_REASON_DIALOG,
                       "heading", heading,
                       "body", body != NULL ? body : _("The reason is kept in the journal."),
                       NULL);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (self), ACCEPT, accept);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (self), ACCEPT, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (self), ACCEPT);
  update (self);
  return self;
}

void
bell_reason_dialog_add_field (BellReasonDialog *self,
                              const char       *label)
{
  g_return_if_fail (BELL_IS_REASON_DIALOG (self));
  g_return_if_fail (label != NULL);

  if (self->field == NULL)
    {
      self->group = adw_preferences_group_new ();
      self->field = adw_entry_row_new ();
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->field);
      gtk_box_prepend (GTK_BOX (self->box), self->group);
      g_signal_connect_object (self->field, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      adw_dialog_set_focus (ADW_DIALOG (self), self->field);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->field), label);
  update (self);
}

const char *
bell_reason_dialog_get_field (BellReasonDialog *self)
{
  g_return_val_if_fail (BELL_IS_REASON_DIALOG (self), NULL);

  return self->field != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->field)) : NULL;
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) task = data;
  BellReasonDialog *self = BELL_REASON_DIALOG (object);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (self), result);

  g_task_return_pointer (task, g_str_equal (response, ACCEPT) ? dup_reason (self) : NULL, g_free);
}

void
bell_reason_dialog_choose (BellReasonDialog    *self,
                           GtkWidget           *parent,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  GTask *task;

  g_return_if_fail (BELL_IS_REASON_DIALOG (self));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, bell_reason_dialog_choose);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (self), parent, cancellable, chosen_cb, task);
}

char *
bell_reason_dialog_choose_finish (BellReasonDialog *self,
                                  GAsyncResult     *result)
{
  g_return_val_if_fail (BELL_IS_REASON_DIALOG (self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
