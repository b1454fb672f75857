/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-definition-dialog.h"
#include "bell-definition-form.h"
#include "bell-reason-dialog.h"
#include "bell-submit.h"

struct _BellDefinitionDialog
{
  AdwDialog parent_instance;

  AdwToggleGroup *view;
  GtkStack *stack;
  AdwPreferencesGroup *group;
  GtkTextView *text_view;
  GtkButton *shipped_button;
  GtkButton *save_button;

  BellDesk *desk;
  BellDefinitionNode *root;
  char *name;
  gboolean mapping;
  gboolean editable;
  GtkWidget *page; /* parent of the group, which is replaced with each new tree */
};

G_DEFINE_FINAL_TYPE (BellDefinitionDialog, bell_definition_dialog, ADW_TYPE_DIALOG)

static gboolean
shows_text (BellDefinitionDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->view), "text") == 0;
}

static char *
dup_written (BellDefinitionDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
take_text (BellDefinitionDialog  *self,
           const char            *text,
           GError               **error)
{
  g_autoptr(BellDefinitionNode) root = bell_definition_node_parse (text, error);
  AdwPreferencesGroup *fresh;

  if (root == NULL)
    return FALSE;

  g_set_object (&self->root, root);
  fresh = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self->page), self->group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), fresh);
  self->group = fresh;
  bell_definition_form_fill (fresh, root, self->editable);
  return TRUE;
}

/* Both views show the same: what was typed in one is taken over when the other is shown. */
static void
view_cb (BellDefinitionDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->root == NULL)
    return;
  if (shows_text (self))
    {
      text = bell_definition_node_to_text (self->root);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
    }
  else
    {
      text = dup_written (self);
      if (!take_text (self, text, &error))
        {
          bell_show_error (GTK_WIDGET (self), error, NULL);
          adw_toggle_group_set_active_name (self->view, "text");
          return;
        }
    }
  gtk_stack_set_visible_child_name (self->stack, adw_toggle_group_get_active_name (self->view));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(BellDefinitionDialog) self = data;
  g_autoptr(BellOutcome) outcome = bell_submit_finish (result, NULL);

  if (outcome != NULL)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
send_text (BellDefinitionDialog *self,
           const char           *text,
           const char           *reason)
{
  g_autoptr(BellCommand) command = bell_command_new (self->mapping ? "mapping.set" : "definition.set",
                                                     "name", self->name, "text", text, "reason", reason, NULL);

  bell_submit_async (GTK_WIDGET (self), self->desk, command, NULL, saved_cb, g_object_ref (self));
}

typedef struct
{
  BellDefinitionDialog *dialog;
  char *text;
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->dialog);
  g_free (change->text);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
reason_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Change) change = data;
  g_autofree char *reason = bell_reason_dialog_choose_finish (BELL_REASON_DIALOG (source), result);

  if (reason != NULL)
    send_text (change->dialog, change->text, reason);
}

static void
ask_reason (BellDefinitionDialog *self,
            const char           *text,
            const char           *heading,
            const char           *accept)
{
  BellReasonDialog *dialog;
  Change *change;

  if (self->mapping)
    {
      send_text (self, text, NULL);
      return;
    }
  change = g_new0 (Change, 1);
  change->dialog = g_object_ref (self);
  change->text = g_strdup (text);
  dialog = bell_reason_dialog_new (heading, _("The change takes effect at once, for everybody."), accept);
  bell_reason_dialog_choose (dialog, GTK_WIDGET (self), NULL, reason_cb, change);
}

static void
save_cb (BellDefinitionDialog *self)
{
  g_autofree char *text = shows_text (self) || self->root == NULL ? dup_written (self) : bell_definition_node_to_text (self->root);

  ask_reason (self, text, _("Change This Definition"), _("Change"));
}

static void
shipped_cb (BellDefinitionDialog *self)
{
  ask_reason (self, "", _("Return to the Shipped Definition"), _("Return"));
}

/* --- Class --- */

static void
bell_definition_dialog_dispose (GObject *object)
{
  BellDefinitionDialog *self = BELL_DEFINITION_DIALOG (object);

  g_clear_object (&self->root);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_DEFINITION_DIALOG);

  G_OBJECT_CLASS (bell_definition_dialog_parent_class)->dispose (object);
}

static void
bell_definition_dialog_class_init (BellDefinitionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_definition_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-definition-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellDefinitionDialog, view);
  gtk_widget_class_bind_template_child (widget_class, BellDefinitionDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BellDefinitionDialog, group);
  gtk_widget_class_bind_template_child (widget_class, BellDefinitionDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, BellDefinitionDialog, shipped_button);
  gtk_widget_class_bind_template_child (widget_class, BellDefinitionDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, shipped_cb);
}

static void
bell_definition_dialog_init (BellDefinitionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->page = gtk_widget_get_ancestor (GTK_WIDGET (self->group), ADW_TYPE_PREFERENCES_PAGE);
}

AdwDialog *
bell_definition_dialog_new (BellDesk   *desk,
                            const char *name,
                            const char *title,
                            const char *text,
                            gboolean    own,
                            gboolean    mapping)
{
  BellDefinitionDialog *self;
  gboolean rights;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  self = g_object_new (BELL_TYPE_DEFINITION_DIALOG, "title", title, NULL);
  rights = g_str_equal (name, "roles") || g_str_equal (name, "limits");
  self->desk = g_object_ref (desk);
  self->name = g_strdup (name);
  self->mapping = mapping;
  self->editable = bell_desk_may (desk, rights ? BELL_ACTION_MANAGE_ROLES : BELL_ACTION_CHANGE_DEFINITIONS, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), self->editable);
  gtk_widget_set_visible (GTK_WIDGET (self->shipped_button), self->editable && own);
  gtk_text_view_set_editable (self->text_view, self->editable);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  if (!take_text (self, text, NULL))
    {
      adw_toggle_group_set_active_name (self->view, "text");
      gtk_stack_set_visible_child_name (self->stack, "text");
    }
  return ADW_DIALOG (self);
}
