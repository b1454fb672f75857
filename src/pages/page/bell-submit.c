/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-page.h"
#include "bell-reason-dialog.h"
#include "bell-submit.h"

typedef struct
{
  GtkWidget *from;
  BellCommand *command;
  gboolean on_record; /* sent from the page of the very record */
} Sending;

static void
sending_free (Sending *self)
{
  g_object_unref (self->from);
  bell_command_unref (self->command);
  g_free (self);
}

static const char *
heading_of (const GError *error)
{
  if (g_error_matches (error, BELL_ERROR, BELL_ERROR_REFUSED))
    /* Translators: title of the dialog that says why a step cannot be done, and what is missing */
    return _("Not Possible");
  if (g_error_matches (error, BELL_ERROR, BELL_ERROR_FORBIDDEN))
    /* Translators: title of the dialog that says that a person has no permission */
    return _("This Is for Somebody Else");
  if (g_error_matches (error, BELL_ERROR, BELL_ERROR_INPUT) ||
      g_error_matches (error, BELL_ERROR, BELL_ERROR_AMBIGUOUS) ||
      g_error_matches (error, BELL_ERROR, BELL_ERROR_USAGE))
    return _("Please Check");
  if (g_error_matches (error, BELL_ERROR, BELL_ERROR_NOT_FOUND))
    return _("Not Found");
  return _("That Did Not Work");
}

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             BellShell      *shell)
{
  const char *record = g_object_get_data (G_OBJECT (dialog), "record");

  if (g_str_equal (response, "open") && record != NULL)
    bell_shell_open (shell, "record", record);
}

void
bell_show_error (GtkWidget    *from,
                 const GError *error,
                 const char   *record)
{
  BellShell *shell;
  AdwDialog *dialog;
  const char *hint;
  g_autofree char *body = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  shell = bell_shell_of (from);
  hint = bell_error_get_hint (error);
  body = hint != NULL ? g_strconcat (error->message, "\n\n", hint, NULL) : g_strdup (error->message);

  dialog = adw_alert_dialog_new (heading_of (error), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  if (record != NULL && shell != NULL && bell_shell_can_open (shell, "record"))
    {
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "open", _("_Open Record"));
      adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
      g_object_set_data_full (G_OBJECT (dialog), "record", g_strdup (record), g_free);
      g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), shell, 0);
    }
  adw_dialog_present (dialog, from);
}

static void
undo_clicked_cb (AdwToast  *toast,
                 BellShell *shell)
{
  bell_submit_undo (GTK_WIDGET (shell), g_object_get_data (G_OBJECT (toast), "desk"));
}

static void
tell_outcome (BellShell         *shell,
              BellDesk          *desk,
              const BellCommand *command,
              const BellOutcome *outcome)
{
  AdwToast *toast;

  if (outcome->sentence == NULL)
    return;

  toast = g_object_new (ADW_TYPE_TOAST, "title", outcome->sentence, "use-markup", FALSE, NULL);
  if (outcome->undoable && !g_str_equal (bell_command_get_verb (command), "undo"))
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      g_object_set_data_full (G_OBJECT (toast), "desk", g_object_ref (desk), g_object_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), shell, 0);
    }
  bell_shell_add_toast (shell, toast);
}

static void
submitted_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = NULL;
  Sending *sending = g_task_get_task_data (task);
  BellShell *shell;

  outcome = bell_desk_submit_finish (BELL_DESK (object), result, &error);
  shell = bell_shell_of (sending->from);

  if (outcome == NULL)
    {
      /* On the record's own page there is nothing to open: what is missing is in front of the person. */
      const char *record = sending->on_record ? NULL : bell_command_get (sending->command, "record");

      if (gtk_widget_get_root (sending->from) != NULL)
        bell_show_error (sending->from, error, record);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (shell != NULL)
    tell_outcome (shell, BELL_DESK (object), sending->command, outcome);
  g_task_return_pointer (task, g_steal_pointer (&outcome), (GDestroyNotify) bell_outcome_free);
}

static gboolean
is_on_detail_page (GtkWidget *from)
{
  GtkWidget *page = gtk_widget_get_ancestor (from, BELL_TYPE_PAGE);

  return page != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (page), "entity-id") != NULL;
}

void
bell_submit_async (GtkWidget           *from,
                   BellDesk            *desk,
                   BellCommand         *command,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             data)
{
  GTask *task;
  Sending *sending;
  BellShell *shell;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (BELL_IS_DESK (desk));
  g_return_if_fail (command != NULL);

  /* A row may be gone when the answer comes; the window is not. */
  shell = bell_shell_of (from);

  sending = g_new0 (Sending, 1);
  sending->from = g_object_ref (shell != NULL ? GTK_WIDGET (shell) : from);
  sending->command = bell_command_ref (command);
  sending->on_record = is_on_detail_page (from);

  task = g_task_new (desk, cancellable, callback, data);
  g_task_set_source_tag (task, bell_submit_async);
  g_task_set_task_data (task, sending, (GDestroyNotify) sending_free);
  bell_desk_submit_async (desk, command, cancellable, submitted_cb, task);
}

BellOutcome *
bell_submit_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
bell_submit (GtkWidget   *from,
             BellDesk    *desk,
             BellCommand *command)
{
  bell_submit_async (from, desk, command, NULL, NULL, NULL);
}

void
bell_submit_undo (GtkWidget *from,
                  BellDesk  *desk)
{
  g_autoptr(BellCommand) command = bell_command_new ("undo", NULL);

  bell_submit (from, desk, command);
}

typedef struct
{
  GtkWidget *from;
  BellDesk *desk;
  BellCommand *command;
} Asking;

static void
reason_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Asking *asking = data;
  g_autofree char *reason = bell_reason_dialog_choose_finish (BELL_REASON_DIALOG (object), result);

  if (reason != NULL)
    {
      bell_command_set (asking->command, "reason", reason);
      bell_submit (asking->from, asking->desk, asking->command);
    }
  g_object_unref (asking->from);
  g_object_unref (asking->desk);
  bell_command_unref (asking->command);
  g_free (asking);
}

void
bell_submit_with_reason (GtkWidget   *from,
                         BellDesk    *desk,
                         BellCommand *command,
                         const char  *heading,
                         const char  *body,
                         const char  *accept)
{
  BellReasonDialog *dialog;
  Asking *asking;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (BELL_IS_DESK (desk));
  g_return_if_fail (command != NULL);

  asking = g_new0 (Asking, 1);
  asking->from = g_object_ref (from);
  asking->desk = g_object_ref (desk);
  asking->command = bell_command_ref (command);

  dialog = bell_reason_dialog_new (heading, body, accept);
  bell_reason_dialog_choose (dialog, from, NULL, reason_cb, asking);
}
