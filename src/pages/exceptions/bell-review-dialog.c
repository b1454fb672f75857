/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-review-dialog.h"
#include "bell-submit.h"
#include "bell-text-row.h"
#include "bell-text.h"
#include "bell-words.h"

struct _BellReviewDialog
{
  AdwDialog parent_instance;

  GtkWidget *save;
  AdwPreferencesGroup *what;
  GtkCheckButton *accept;
  GtkCheckButton *correct;
  GtkCheckButton *compensate;
  GtkCheckButton *escalate;
  BellTextRow *comment;
  GtkLabel *problem;

  BellDesk *desk;
  BellException *exception;
  gboolean sending;
};

G_DEFINE_FINAL_TYPE (BellReviewDialog, bell_review_dialog, ADW_TYPE_DIALOG)

static BellDecision
get_decision (BellReviewDialog *self)
{
  if (gtk_check_button_get_active (self->accept))
    return BELL_DECISION_ACCEPT;
  if (gtk_check_button_get_active (self->correct))
    return BELL_DECISION_CORRECT;
  if (gtk_check_button_get_active (self->compensate))
    return BELL_DECISION_COMPENSATE;
  if (gtk_check_button_get_active (self->escalate))
    return BELL_DECISION_ESCALATE;
  return BELL_DECISION_NONE;
}

static gboolean
is_complete (BellReviewDialog *self)
{
  return get_decision (self) != BELL_DECISION_NONE && bell_text_is_reason (bell_text_row_get_text (self->comment));
}

static void
changed_cb (BellReviewDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.save", is_complete (self) && !self->sending);
  gtk_widget_set_sensitive (self->save, is_complete (self) && !self->sending);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(BellReviewDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = bell_desk_submit_finish (BELL_DESK (object), result, &error);
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  self->sending = FALSE;
  if (outcome == NULL)
    {
      const char *hint = bell_error_get_hint (error);
      g_autofree char *text = g_strconcat (error->message, hint != NULL ? "\n" : NULL, hint, NULL);

      /* What was written stays; the sentence stands under it. */
      gtk_label_set_text (self->problem, text);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      changed_cb (self);
      return;
    }

  if (shell != NULL && outcome->sentence != NULL)
    bell_shell_say (shell, outcome->sentence);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save (BellReviewDialog *self)
{
  g_autoptr(BellCommand) command = NULL;

  if (!is_complete (self) || self->sending)
    return;

  command = bell_command_new ("exception.review",
                              "decision", bell_enum_nick (BELL_TYPE_DECISION, get_decision (self)),
                              "comment", bell_text_row_get_text (self->comment),
                              NULL);
  bell_command_set_id (command, "exception", bell_entity_get_id (BELL_ENTITY (self->exception)));
  self->sending = TRUE;
  changed_cb (self);
  bell_desk_submit_async (self->desk, command, NULL, sent_cb, g_object_ref (self));
}

static void
save_cb (BellReviewDialog *self)
{
  save (self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save (BELL_REVIEW_DIALOG (widget));
}

static void
close_cb (BellReviewDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
bell_review_dialog_dispose (GObject *object)
{
  BellReviewDialog *self = BELL_REVIEW_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_REVIEW_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->exception);

  G_OBJECT_CLASS (bell_review_dialog_parent_class)->dispose (object);
}

static void
bell_review_dialog_class_init (BellReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_review_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "review.save", NULL, save_action);

  g_type_ensure (BELL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellReviewDialog, save);
  gtk_widget_class_bind_template_child (widget_class, BellReviewDialog, what);
  gtk_widget_class_bind_template_child (widget_class, BellReviewDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, BellReviewDialog, correct);
  gtk_widget_class_bind_template_child (widget_class, BellReviewDialog, compensate);
  gtk_widget_class_bind_template_child (widget_class, BellReviewDialog, escalate);
  gtk_widget_class_bind_template_child (widget_class, BellReviewDialog, comment);
  gtk_widget_class_bind_template_child (widget_class, BellReviewDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
bell_review_dialog_init (BellReviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

static void
show_exception (BellReviewDialog *self)
{
  BellException *exception = self->exception;
  g_autofree char *when = bell_words_time (self->desk, exception->raised_at);
  g_autofree char *who = g_strdup_printf (_("raised by %s, %s"), exception->raised_name, when);
  g_autofree char *caption = bell_words_join (bell_impact_label (exception->impact), exception->number, who);
  GtkWidget *row;

  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", exception->cause, "subtitle", exception->note, NULL);
  adw_preferences_group_add (self->what, row);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", caption, NULL);
  gtk_widget_add_css_class (row, "caption");
  adw_preferences_group_add (self->what, row);
}

AdwDialog *
bell_review_dialog_new (BellDesk      *desk,
                        BellException *exception)
{
  BellReviewDialog *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (BELL_IS_EXCEPTION (exception), NULL);

  self = g_object_new (BELL_TYPE_REVIEW_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->exception = g_object_ref (exception);
  show_exception (self);
  return ADW_DIALOG (self);
}
