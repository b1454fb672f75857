/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-desk-care.h"
#include "bell-shell.h"
#include "bell-text.h"
#include "bell-verify-dialog.h"

struct _BellVerifyDialog
{
  AdwDialog parent_instance;

  GtkStack *stack;
  GtkEditable *anchor;
  GtkWidget *verify;
  AdwStatusPage *result;
  GtkWidget *head_group;
  AdwActionRow *head;

  BellDesk *desk;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BellVerifyDialog, bell_verify_dialog, ADW_TYPE_DIALOG)

static void
show_result (BellVerifyDialog *self,
             const char       *icon,
             const char       *title,
             const char       *description)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->result, icon);
  adw_status_page_set_title (self->result, title);
  adw_status_page_set_description (self->result, markup);
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(BellVerifyDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellAuditReport) report = bell_desk_verify_finish (BELL_DESK (source), result, &error);
  g_autofree char *text = NULL;
  g_autofree char *head = NULL;

  if (self->stack == NULL)
    return;
  gtk_widget_set_visible (self->head_group, report != NULL && report->sound);
  if (report == NULL)
    {
      const char *hint = bell_error_get_hint (error);

      text = hint != NULL ? g_strconcat (error->message, "\n", hint, NULL) : g_strdup (error->message);
      show_result (self, "dialog-warning-symbolic", _("Not Verified"), text);
      return;
    }
  if (!report->sound)
    {
      text = g_strdup_printf (_("%s\n\nKeep the file as it is and compare it with a backup."),
                              report->first_problem != NULL ? report->first_problem : _("The journal is broken."));
      show_result (self, "dialog-error-symbolic", _("The Journal Was Changed"), text);
      return;
    }

  text = g_strdup_printf (ngettext ("%lld entry, unbroken from the first to the last.",
                                    "%lld entries, unbroken from the first to the last.", report->entries),
                          (long long) report->entries);
  head = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", report->entries, report->head != NULL ? report->head : "");
  adw_action_row_set_subtitle (self->head, head);
  show_result (self, "object-select-symbolic", _("The Journal Is Sound"), text);
}

static void
verify_cb (BellVerifyDialog *self)
{
  g_autofree char *anchor = bell_text_clean (gtk_editable_get_text (self->anchor));

  gtk_stack_set_visible_child_name (self->stack, "busy");
  bell_desk_verify_async (self->desk, anchor, self->cancellable, verified_cb, g_object_ref (self));
}

static void
copy_cb (BellVerifyDialog *self)
{
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), adw_action_row_get_subtitle (self->head));
  if (shell != NULL)
    bell_shell_say (shell, _("Copied"));
}

static void
bell_verify_dialog_dispose (GObject *object)
{
  BellVerifyDialog *self = BELL_VERIFY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_VERIFY_DIALOG);

  G_OBJECT_CLASS (bell_verify_dialog_parent_class)->dispose (object);
}

/* Nobody waits for the answer any more. */
static void
bell_verify_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (BELL_VERIFY_DIALOG (dialog)->cancellable);
}

static void
bell_verify_dialog_class_init (BellVerifyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_verify_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = bell_verify_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-verify-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellVerifyDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BellVerifyDialog, anchor);
  gtk_widget_class_bind_template_child (widget_class, BellVerifyDialog, verify);
  gtk_widget_class_bind_template_child (widget_class, BellVerifyDialog, result);
  gtk_widget_class_bind_template_child (widget_class, BellVerifyDialog, head_group);
  gtk_widget_class_bind_template_child (widget_class, BellVerifyDialog, head);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
bell_verify_dialog_init (BellVerifyDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
bell_verify_dialog_new (BellDesk *desk)
{
  BellVerifyDialog *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  self = g_object_new (BELL_TYPE_VERIFY_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  return ADW_DIALOG (self);
}
