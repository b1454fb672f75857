/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-desk-record.h"
#include "bell-missing-dialog.h"
#include "bell-words.h"

struct _BellMissingDialog
{
  AdwDialog parent_instance;

  GtkLabel *words;
  GtkListBox *list;
  GtkWidget *close;

  BellRecordPage *page; /* the dialog lies over it */
};

G_DEFINE_FINAL_TYPE (BellMissingDialog, bell_missing_dialog, ADW_TYPE_DIALOG)

static const struct
{
  const char *command;
  const char *button;
} buttons[] = {
  { "own", N_("Hand Over…") },
  { "unblock", N_("Unblock") },
  { "decide", N_("Decide…") },
  { "review", N_("Review…") },
  { "check", N_("Check") },
  { "task-done", N_("Done") },
  { "unblock-task", N_("Unblock") },
  { "item-complete", N_("Complete") },
};

static const char *
button_words (const char *command)
{
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (g_str_equal (buttons[i].command, command))
      return _(buttons[i].button);
  return _("Open");
}

static void
button_cb (BellMissingDialog *self,
           GtkWidget         *button)
{
  const char *command = g_object_get_data (G_OBJECT (button), "command");
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  int slot = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "slot"));

  bell_record_page_do (self->page, command, slot, id);
}

static char *
tell_who (BellDesk          *desk,
          const BellMissing *missing)
{
  const char *name = bell_desk_get_staff_name (desk, &missing->staff);

  if (*name != '\0')
    return g_strdup (bell_desk_is_me (desk, &missing->staff) ? _("You") : name);
  return bell_words_join (missing->role != NULL ? bell_words_role (desk, missing->role) : NULL,
                          missing->department != NULL ? bell_words_department (desk, missing->department) : NULL);
}

static GtkWidget *
make_row (BellMissingDialog *self,
          const BellMissing *missing)
{
  BellDesk *desk = bell_page_get_desk (BELL_PAGE (self->page));
  g_autofree char *who = tell_who (desk, missing);
  g_autofree char *label = NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", missing->sentence, "subtitle", who, NULL);
  GtkWidget *button;

  if (*missing->command == '\0')
    return row;

  button = gtk_button_new_with_label (button_words (missing->command));
  label = g_strdup_printf (_("%s, %s"), button_words (missing->command), missing->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "command", (gpointer) missing->command);
  g_object_set_data_full (G_OBJECT (button), "id", bell_id_to_string (&missing->entity), g_free);
  g_object_set_data (G_OBJECT (button), "slot", GINT_TO_POINTER (missing->slot));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update (BellMissingDialog *self)
{
  BellDossier *dossier = bell_record_page_get_dossier (self->page);
  g_autoptr(GPtrArray) missing = NULL;

  if (dossier == NULL || dossier->record->status == BELL_STATUS_COMPLETE)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  missing = bell_desk_missing (bell_page_get_desk (BELL_PAGE (self->page)), dossier);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < missing->len; i++)
    gtk_list_box_append (self->list, make_row (self, missing->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), missing->len > 0);
  gtk_widget_set_visible (self->close, missing->len == 0);
  gtk_label_set_text (self->words, missing->len > 0
                      ? _("The record stays open until each of these is done.")
                      : _("Nothing is missing any more."));
}

static void
close_cb (BellMissingDialog *self)
{
  bell_record_page_do (self->page, "close", -1, "");
}

static void
bell_missing_dialog_dispose (GObject *object)
{
  BellMissingDialog *self = BELL_MISSING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_MISSING_DIALOG);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (bell_missing_dialog_parent_class)->dispose (object);
}

static void
bell_missing_dialog_class_init (BellMissingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_missing_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-missing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellMissingDialog, words);
  gtk_widget_class_bind_template_child (widget_class, BellMissingDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BellMissingDialog, close);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
bell_missing_dialog_init (BellMissingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
bell_missing_dialog_new (BellRecordPage *page)
{
  BellMissingDialog *self;

  g_return_val_if_fail (BELL_IS_RECORD_PAGE (page), NULL);

  self = g_object_new (BELL_TYPE_MISSING_DIALOG, NULL);
  self->page = g_object_ref (page);
  g_signal_connect_object (page, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_DIALOG (self);
}
