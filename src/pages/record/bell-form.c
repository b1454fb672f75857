/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bell-form.h"
#include "bell-shell.h"
#include "bell-text-row.h"
#include "bell-text.h"

struct _BellForm
{
  AdwDialog parent_instance;

  GtkWidget *accept;
  AdwPreferencesGroup *group;
  GtkLabel *problem;
  GHashTable *rows;

  BellDesk *desk;
  BellFormFunc func;
  gpointer data;
  GDestroyNotify destroy;
  gboolean sending;
};

G_DEFINE_FINAL_TYPE (BellForm, bell_form, ADW_TYPE_DIALOG)

void
bell_form_update (BellForm *self)
{
  BellCommand *command;

  g_return_if_fail (BELL_IS_FORM (self));

  command = self->func != NULL && !self->sending ? self->func (self, self->data) : NULL;
  gtk_widget_set_sensitive (self->accept, command != NULL);
  g_clear_pointer (&command, bell_command_unref);
}

static void
tell_problem (BellForm     *self,
              const GError *error)
{
  const char *hint = bell_error_get_hint (error);
  g_autofree char *text = g_strconcat (error->message, hint != NULL ? "\n" : NULL, hint, NULL);

  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(BellForm) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = bell_desk_submit_finish (BELL_DESK (object), result, &error);
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  self->sending = FALSE;
  if (outcome == NULL)
    {
      tell_problem (self, error);
      bell_form_update (self);
      return;
    }
  if (shell != NULL && outcome->sentence != NULL)
    bell_shell_say (shell, outcome->sentence);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
send (BellForm *self)
{
  g_autoptr(BellCommand) command = self->sending ? NULL : self->func (self, self->data);

  if (command == NULL)
    return;

  self->sending = TRUE;
  gtk_widget_set_sensitive (self->accept, FALSE);
  bell_desk_submit_async (self->desk, command, NULL, sent_cb, g_object_ref (self));
}

static gboolean
send_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  send (BELL_FORM (widget));
  return GDK_EVENT_STOP;
}

static void
bell_form_dispose (GObject *object)
{
  BellForm *self = BELL_FORM (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->desk);
  if (self->destroy != NULL)
    g_clear_pointer (&self->data, self->destroy);
  self->func = NULL;

  G_OBJECT_CLASS (bell_form_parent_class)->dispose (object);
}

static void
bell_form_class_init (BellFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bell_form_dispose;
}

static GtkWidget *
make_header (BellForm *self)
{
  GtkWidget *header = g_object_new (ADW_TYPE_HEADER_BAR,
                                    "show-start-title-buttons", FALSE,
                                    "show-end-title-buttons", FALSE,
                                    NULL);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);

  self->accept = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->accept), TRUE);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (send), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  return header;
}

/* Caught on the way down: a text of several lines would make a new line of it. */
static void
add_keys (BellForm *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                                                          gtk_callback_action_new (send_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
bell_form_init (BellForm *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled;

  add_keys (self);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->problem = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_add_css_class (box, "form");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));

  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                           "child", box,
                           "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE,
                           NULL);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_content_width (ADW_DIALOG (self), 460);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

BellForm *
bell_form_new (BellDesk       *desk,
               const char     *title,
               const char     *accept,
               BellFormFunc    func,
               gpointer        data,
               GDestroyNotify  destroy)
{
  BellForm *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (title != NULL && accept != NULL && func != NULL, NULL);

  self = g_object_new (BELL_TYPE_FORM, "title", title, NULL);
  self->desk = g_object_ref (desk);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  gtk_button_set_label (GTK_BUTTON (self->accept), accept);
  gtk_widget_set_sensitive (self->accept, FALSE);
  return self;
}

void
bell_form_add (BellForm   *self,
               const char *name,
               GtkWidget  *row)
{
  static const char *const changes[] = { "notify::text", "notify::selected", "notify::active", "notify::value" };
  gboolean first;

  g_return_if_fail (BELL_IS_FORM (self));
  g_return_if_fail (name != NULL && GTK_IS_WIDGET (row));

  first = g_hash_table_size (self->rows) == 0;
  g_hash_table_replace (self->rows, g_strdup (name), row);
  adw_preferences_group_add (self->group, row);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (g_object_class_find_property (G_OBJECT_GET_CLASS (row), changes[i] + strlen ("notify::")) != NULL)
      g_signal_connect_object (row, changes[i], G_CALLBACK (bell_form_update), self, G_CONNECT_SWAPPED);
  if (ADW_IS_ENTRY_ROW (row))
    g_signal_connect_object (row, "entry-activated", G_CALLBACK (send), self, G_CONNECT_SWAPPED);
  if (first)
    adw_dialog_set_focus (ADW_DIALOG (self), row);
}

GtkWidget *
bell_form_get (BellForm   *self,
               const char *name)
{
  g_return_val_if_fail (BELL_IS_FORM (self), NULL);

  return g_hash_table_lookup (self->rows, name);
}

char *
bell_form_dup_text (BellForm   *self,
                    const char *name)
{
  GtkWidget *row = bell_form_get (self, name);

  if (BELL_IS_TEXT_ROW (row))
    return bell_text_clean (bell_text_row_get_text (BELL_TEXT_ROW (row)));
  return GTK_IS_EDITABLE (row) ? bell_text_clean (gtk_editable_get_text (GTK_EDITABLE (row))) : NULL;
}

guint
bell_form_get_index (BellForm   *self,
                     const char *name)
{
  GtkWidget *row = bell_form_get (self, name);

  return ADW_IS_COMBO_ROW (row) ? adw_combo_row_get_selected (ADW_COMBO_ROW (row)) : GTK_INVALID_LIST_POSITION;
}
