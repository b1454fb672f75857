/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-desk-record.h"
#include "bell-field-input.h"
#include "bell-new-record.h"
#include "bell-shell.h"
#include "bell-stay-words.h"

#define MOST_SUGGESTIONS 5

struct _BellNewRecord
{
  AdwDialog parent_instance;

  AdwWindowTitle *heading;
  GtkButton *cancel;
  GtkWidget *file;
  GtkStack *stack;
  GtkLabel *problem;
  AdwPreferencesGroup *stay_group;
  GtkEditable *place;
  AdwActionRow *chosen;
  GtkListBox *suggestions;
  AdwPreferencesGroup *fields_group;
  GtkBox *fields;
  AdwStatusPage *filed;
  GtkWidget *open;

  BellDesk *desk;
  char *workflow;
  BellDossier *draft; /* what would be filed, for the fields to look at */
  GListModel *suggested;
  BellShell *shell;   /* around the dialog's parent; the dialog may be closed before it is asked */
  char *record;       /* id of what was filed */
  gboolean filing;
};

G_DEFINE_FINAL_TYPE (BellNewRecord, bell_new_record, ADW_TYPE_DIALOG)

static const BellWorkflow *
definition_of (BellNewRecord *self)
{
  return bell_definitions_workflow (bell_desk_get_definitions (self->desk), self->workflow);
}

static void
tell_problem (BellNewRecord *self,
              const GError  *error)
{
  const char *hint = error != NULL ? bell_error_get_hint (error) : NULL;
  g_autofree char *text = NULL;

  if (error != NULL)
    text = hint != NULL ? g_strconcat (error->message, "\n", hint, NULL) : g_strdup (error->message);
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* --- Fields --- */

static gboolean
any_changed (BellNewRecord *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (bell_field_input_is_changed (BELL_FIELD_INPUT (child)))
      return TRUE;
  return FALSE;
}

static void
make_fields (BellNewRecord *self)
{
  const BellWorkflow *workflow = definition_of (self);
  const BellKind *kind;
  g_autoptr(GHashTable) values = NULL;
  GtkWidget *child;

  if (workflow == NULL)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);

  kind = workflow->kinds[BELL_SLOT_OWNED];
  values = bell_desk_begin_values (self->desk, self->draft, BELL_SLOT_OWNED);
  adw_preferences_group_set_title (self->fields_group, kind->name);
  for (guint i = 0; i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];

      if (bell_desk_sees (self->desk, field->class_))
        gtk_box_append (self->fields, bell_field_input_new (self->desk, self->draft, field,
                                                            g_hash_table_lookup (values, field->name), TRUE));
    }
}

/* --- The stay --- */

static void
choose_stay (BellNewRecord *self,
             BellStay      *stay)
{
  g_autofree char *who = NULL;
  g_autofree char *span = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_set_object (&self->draft->stay, stay);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), stay != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->place), stay == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), FALSE);
  if (stay != NULL)
    {
      who = bell_stay_dup_who (stay);
      span = bell_stay_dup_span (stay);
      title = stay->room != NULL ? g_strdup_printf (_("Room %s · %s"), stay->room, who) : g_strdup (who);
      subtitle = g_strdup_printf ("%s · %s · %s", span, bell_stay_status_label (stay->status), stay->confirmation);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->chosen), title);
      adw_action_row_set_subtitle (self->chosen, subtitle);
    }
  if (!any_changed (self))
    make_fields (self);
}

static GtkWidget *
make_suggestion (gpointer item,
                 gpointer data)
{
  BellStay *stay = item;
  g_autofree char *who = bell_stay_dup_who (stay);
  g_autofree char *span = bell_stay_dup_span (stay);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  title = stay->room != NULL ? g_strdup_printf (_("Room %s · %s"), stay->room, who) : g_strdup (who);
  subtitle = g_strdup_printf ("%s · %s", span, bell_stay_status_label (stay->status));
  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable", TRUE, NULL);
}

static void
suggested_cb (BellNewRecord *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions),
                          self->draft->stay == NULL && g_list_model_get_n_items (self->suggested) > 0);
}

static GListModel *
list_stays (BellNewRecord *self,
            BellListKind   kind,
            const char    *text)
{
  g_autoptr(BellQuery) query = bell_query_new (kind);

  query->text = g_strdup (text);
  return bell_desk_list (self->desk, query);
}

/* Who is in house comes before who arrives today. */
static void
place_changed_cb (BellNewRecord *self)
{
  const char *text = gtk_editable_get_text (self->place);
  g_autoptr(GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  GListModel *flat;

  if (*text != '\0')
    {
      g_autoptr(GListModel) in_house = list_stays (self, BELL_LIST_IN_HOUSE, text);
      g_autoptr(GListModel) arrivals = list_stays (self, BELL_LIST_ARRIVALS, text);

      g_list_store_append (lists, in_house);
      g_list_store_append (lists, arrivals);
    }
  flat = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&lists))));
  g_clear_object (&self->suggested);
  self->suggested = G_LIST_MODEL (gtk_slice_list_model_new (flat, 0, MOST_SUGGESTIONS));
  gtk_list_box_bind_model (self->suggestions, self->suggested, make_suggestion, NULL, NULL);
  g_signal_connect_object (self->suggested, "items-changed", G_CALLBACK (suggested_cb), self, G_CONNECT_SWAPPED);
  suggested_cb (self);
}

static void
take_suggestion (BellNewRecord *self,
                 guint          position)
{
  g_autoptr(BellStay) stay = self->suggested != NULL ? g_list_model_get_item (self->suggested, position) : NULL;

  if (stay == NULL)
    return;
  choose_stay (self, stay);
  gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
}

static void
suggestion_cb (BellNewRecord *self,
               GtkListBoxRow *row)
{
  take_suggestion (self, gtk_list_box_row_get_index (row));
}

static void
place_activated_cb (BellNewRecord *self)
{
  take_suggestion (self, 0);
}

static void
forget_stay_cb (BellNewRecord *self)
{
  choose_stay (self, NULL);
  gtk_editable_set_text (self->place, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->place));
}

/* --- Filing --- */

static void
show_filed (BellNewRecord *self,
            const char    *title,
            const char    *description)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);
  BellShell *shell = self->shell;

  adw_status_page_set_title (self->filed, title);
  adw_status_page_set_description (self->filed, markup);
  gtk_stack_set_visible_child_name (self->stack, "filed");
  gtk_widget_set_visible (self->file, FALSE);
  gtk_widget_set_visible (self->open, shell != NULL && bell_shell_can_open (shell, "record"));
  gtk_button_set_label (self->cancel, _("_Close"));
  gtk_widget_grab_focus (gtk_widget_get_visible (self->open) ? self->open : GTK_WIDGET (self->cancel));
}

static void
dossier_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(BellNewRecord) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellDossier) dossier = bell_desk_open_record_finish (BELL_DESK (source), result, &error);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  /* Not everybody who files a record may see it; that it was filed has been said. */
  if (dossier == NULL || self->stack == NULL)
    return;
  title = g_strdup_printf (_("Filed as %s"), dossier->record->number);
  text = g_strdup_printf (_("%s owns it.\n%s"), dossier->record->owner_name != NULL ? dossier->record->owner_name : "",
                          dossier->record->owner_why != NULL ? dossier->record->owner_why : "");
  show_filed (self, title, text);
}

static void
filed_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(BellNewRecord) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = bell_desk_submit_finish (BELL_DESK (source), result, &error);

  if (self->stack == NULL)
    return;
  self->filing = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new.file", TRUE);
  tell_problem (self, error);
  if (outcome == NULL)
    return;

  g_free (self->record);
  self->record = bell_id_to_string (&outcome->record);
  show_filed (self, _("Filed"), outcome->sentence != NULL ? outcome->sentence : "");
  bell_desk_open_record_async (self->desk, self->record, NULL, dossier_cb, g_object_ref (self));
}

static BellCommand *
make_command (BellNewRecord *self)
{
  BellCommand *command = bell_command_new ("record.new", "workflow", self->workflow, NULL);
  const char *place = gtk_editable_get_text (self->place);

  if (self->draft->stay != NULL)
    bell_command_set_id (command, "stay", bell_entity_get_id (BELL_ENTITY (self->draft->stay)));
  else if (*place != '\0')
    bell_command_set (command, "room", place);

  /* What was not touched the desk fills in itself, from the stay and the definitions. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (bell_field_input_is_changed (BELL_FIELD_INPUT (child)))
      {
        g_autofree char *name = g_strconcat ("f.", bell_field_input_get_field (BELL_FIELD_INPUT (child))->name, NULL);
        g_autofree char *typed = bell_field_input_dup_typed (BELL_FIELD_INPUT (child));

        bell_command_set (command, name, typed);
      }
  return command;
}

static void
file_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BellNewRecord *self = BELL_NEW_RECORD (widget);
  g_autoptr(BellCommand) command = NULL;

  if (self->filing || self->record != NULL)
    return;
  self->filing = TRUE;
  gtk_widget_action_set_enabled (widget, "new.file", FALSE);
  command = make_command (self);
  bell_desk_submit_async (self->desk, command, NULL, filed_cb, g_object_ref (self));
}

static void
another_cb (BellNewRecord *self)
{
  g_clear_pointer (&self->record, g_free);
  make_fields (self);
  choose_stay (self, NULL);
  gtk_editable_set_text (self->place, "");
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_set_visible (self->file, TRUE);
  gtk_button_set_label (self->cancel, _("_Cancel"));
  gtk_widget_grab_focus (GTK_WIDGET (self->place));
}

static void
open_cb (BellNewRecord *self)
{
  g_autofree char *record = g_strdup (self->record);
  BellShell *shell = self->shell;

  adw_dialog_close (ADW_DIALOG (self));
  if (shell != NULL)
    bell_shell_open (shell, "record", record);
}

/* --- Object --- */

static void
bell_new_record_map (GtkWidget *widget)
{
  BellNewRecord *self = BELL_NEW_RECORD (widget);

  if (self->shell == NULL)
    g_set_weak_pointer (&self->shell, bell_shell_of (widget));
  GTK_WIDGET_CLASS (bell_new_record_parent_class)->map (widget);
}

static void
bell_new_record_dispose (GObject *object)
{
  BellNewRecord *self = BELL_NEW_RECORD (object);

  g_clear_weak_pointer (&self->shell);
  g_clear_object (&self->suggested);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_NEW_RECORD);
  g_clear_object (&self->draft);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->workflow, g_free);
  g_clear_pointer (&self->record, g_free);

  G_OBJECT_CLASS (bell_new_record_parent_class)->dispose (object);
}

static void
bell_new_record_class_init (BellNewRecordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_new_record_dispose;
  widget_class->map = bell_new_record_map;
  gtk_widget_class_install_action (widget_class, "new.file", NULL, file_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-new-record.ui");
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, heading);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, cancel);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, file);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, stack);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, problem);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, stay_group);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, place);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, chosen);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, suggestions);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, fields_group);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, fields);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, filed);
  gtk_widget_class_bind_template_child (widget_class, BellNewRecord, open);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_stay_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
bell_new_record_init (BellNewRecord *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
bell_new_record_new (BellDesk   *desk,
                     const char *workflow,
                     BellStay   *stay)
{
  const BellWorkflow *definition;
  BellNewRecord *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (workflow != NULL, NULL);

  self = g_object_new (BELL_TYPE_NEW_RECORD, NULL);
  self->desk = g_object_ref (desk);
  self->workflow = g_strdup (workflow);
  self->draft = bell_dossier_new ();
  self->draft->record = g_object_new (BELL_TYPE_RECORD, "workflow", workflow, NULL);

  definition = definition_of (self);
  if (definition != NULL)
    {
      adw_window_title_set_subtitle (self->heading, definition->name);
      gtk_widget_set_visible (GTK_WIDGET (self->stay_group), definition->needs_stay || !definition->kinds[BELL_SLOT_OWNED]->setup);
    }
  adw_dialog_set_title (ADW_DIALOG (self), _("New Record"));
  choose_stay (self, stay);
  return ADW_DIALOG (self);
}
