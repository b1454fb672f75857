/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-backup-dialog.h"
#include "bell-desk-care.h"
#include "bell-submit.h"

struct _BellBackupDialog
{
  AdwDialog parent_instance;

  AdwSpinner *spinner;
  AdwButtonRow *backup_button;
  AdwButtonRow *verify_button;
  AdwPreferencesGroup *result_group;
  AdwActionRow *result_row;
  AdwPreferencesGroup *backups_group;

  BellDesk *desk;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BellBackupDialog, bell_backup_dialog, ADW_TYPE_DIALOG)

static void
set_busy (BellBackupDialog *self,
          gboolean          busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->backup_button), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->verify_button), !busy && bell_desk_may (self->desk, BELL_ACTION_AUDIT, NULL));
}

static void
tell (BellBackupDialog *self,
      const char       *title,
      const char       *details)
{
  gtk_widget_set_visible (GTK_WIDGET (self->result_group), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->result_row), title);
  adw_action_row_set_subtitle (self->result_row, details);
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(BellBackupDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellAuditReport) report = bell_desk_verify_finish (BELL_DESK (source), result, &error);
  g_autofree char *entries = NULL;
  g_autofree char *details = NULL;

  if (self->spinner == NULL)
    return;
  set_busy (self, FALSE);
  if (report == NULL)
    {
      tell (self, _("The journal could not be verified"), error->message);
      return;
    }
  entries = g_strdup_printf ("%" G_GINT64_FORMAT, report->entries);
  /* Translators: number of journal entries and the beginning of the last one's hash */
  details = g_strdup_printf (_("%s entries, head %s"), entries, report->head);
  tell (self, report->sound ? _("The journal is whole") : _("The journal was tampered with or damaged"),
        report->sound ? details : report->first_problem);
}

static void
verify_cb (BellBackupDialog *self)
{
  set_busy (self, TRUE);
  bell_desk_verify_async (self->desk, NULL, self->cancellable, verified_cb, g_object_ref (self));
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(BellBackupDialog) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = bell_desk_backup_finish (BELL_DESK (source), result, &error);

  if (self->spinner == NULL)
    return;
  set_busy (self, FALSE);
  tell (self, done ? _("The backup was made and verified") : _("No backup was made"), done ? "" : error->message);
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(BellBackupDialog) self = data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;
  set_busy (self, TRUE);
  bell_desk_backup_async (self->desk, file, self->cancellable, backed_up_cb, g_object_ref (self));
}

static void
backup_cb (BellBackupDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_initial_name (dialog, "deskbell-backup.db");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, target_chosen_cb,
                        g_object_ref (self));
}

static void
list_backups (BellBackupDialog *self)
{
  g_autoptr(GPtrArray) backups = bell_desk_list_backups (self->desk);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *name = g_path_get_basename (backups->pdata[i]);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      adw_preferences_group_add (self->backups_group, row);
    }
}

static void
bell_backup_dialog_dispose (GObject *object)
{
  BellBackupDialog *self = BELL_BACKUP_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_BACKUP_DIALOG);

  G_OBJECT_CLASS (bell_backup_dialog_parent_class)->dispose (object);
}

static void
bell_backup_dialog_class_init (BellBackupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_backup_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-backup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellBackupDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, BellBackupDialog, backup_button);
  gtk_widget_class_bind_template_child (widget_class, BellBackupDialog, verify_button);
  gtk_widget_class_bind_template_child (widget_class, BellBackupDialog, result_group);
  gtk_widget_class_bind_template_child (widget_class, BellBackupDialog, result_row);
  gtk_widget_class_bind_template_child (widget_class, BellBackupDialog, backups_group);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
}

static void
bell_backup_dialog_init (BellBackupDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
bell_backup_dialog_new (BellDesk *desk)
{
  BellBackupDialog *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  self = g_object_new (BELL_TYPE_BACKUP_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  set_busy (self, FALSE);
  list_backups (self);
  return ADW_DIALOG (self);
}
