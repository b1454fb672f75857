/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-desk-fill.h"
#include "bell-field-input.h"
#include "bell-reason-dialog.h"
#include "bell-record-editor.h"
#include "bell-shell.h"
#include "bell-words.h"

/* How far the person wants to go; each step takes those before it along. */
typedef enum
{
  GOAL_SAVE,
  GOAL_CHECK,
  GOAL_COMPLETE,
} Goal;

struct _BellRecordEditor
{
  AdwDialog parent_instance;

  AdwWindowTitle *heading;
  GtkWidget *save;
  GtkScrolledWindow *scrolled;
  GtkLabel *problem;
  GtkBox *fields;
  GtkWidget *legend;
  GtkWidget *bottom;
  GtkWidget *fill;
  GtkWidget *check;
  GtkWidget *complete;

  BellDesk *desk;
  BellDossier *dossier;
  BellSlot slot;
  GPtrArray *inputs; /* borrowed from the box */
  gboolean may_edit;
  gboolean saved;   /* what was changed is sent */
  gboolean checked; /* the values are confirmed as they stand */
  gboolean sending;
  Goal goal;
  char *last_sentence;
};

G_DEFINE_FINAL_TYPE (BellRecordEditor, bell_record_editor, ADW_TYPE_DIALOG)

static gboolean
is_new (BellRecordEditor *self)
{
  return self->dossier->items[self->slot] == NULL;
}

static gboolean
is_changed (BellRecordEditor *self)
{
  for (guint i = 0; !self->saved && i < self->inputs->len; i++)
    if (bell_field_input_is_changed (self->inputs->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Whether there is anything to send: what a new item was begun with counts. */
static gboolean
has_news (BellRecordEditor *self)
{
  return self->may_edit && !self->saved && (is_new (self) || is_changed (self));
}

static void
update (BellRecordEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean idle = !self->sending;

  gtk_widget_action_set_enabled (widget, "editor.save", idle && has_news (self));
  gtk_widget_action_set_enabled (widget, "editor.fill", idle);
  gtk_widget_action_set_enabled (widget, "editor.check", idle && gtk_widget_get_visible (self->check));
  gtk_widget_action_set_enabled (widget, "editor.complete", idle && gtk_widget_get_visible (self->complete));
  adw_dialog_set_can_close (ADW_DIALOG (self), !is_changed (self) && idle);
}

static void
changed_cb (BellRecordEditor *self)
{
  self->saved = FALSE;
  self->checked = FALSE;
  update (self);
}

/* --- What is wrong --- */

static void
tell_problem (BellRecordEditor *self,
              const char       *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
tell_error (BellRecordEditor *self,
            const GError     *error)
{
  const char *hint = bell_error_get_hint (error);
  g_autofree char *text = g_strconcat (error->message, hint != NULL ? "\n" : NULL, hint, NULL);

  tell_problem (self, text);
}

static BellFieldInput *
input_of (BellRecordEditor *self,
          const char       *field)
{
  for (guint i = 0; field != NULL && i < self->inputs->len; i++)
    if (g_str_equal (bell_field_input_get_field (self->inputs->pdata[i])->name, field))
      return self->inputs->pdata[i];
  return NULL;
}

static void
clear_problems (BellRecordEditor *self)
{
  tell_problem (self, NULL);
  for (guint i = 0; i < self->inputs->len; i++)
    bell_field_input_set_problem (self->inputs->pdata[i], NULL, NULL);
}

/* Each problem under its field, the first one gets the focus; one without a field stands on top. */
static void
show_problems (BellRecordEditor *self,
               GPtrArray        *problems)
{
  BellFieldInput *first = NULL;
  g_autofree char *count = NULL;

  clear_problems (self);
  for (guint i = problems->len; i > 0; i--)
    {
      BellProblem *problem = problems->pdata[i - 1];
      BellFieldInput *input = input_of (self, problem->field);

      if (input == NULL)
        continue;
      bell_field_input_set_problem (input, problem->sentence, problem->remedy);
      first = input;
    }

  count = g_strdup_printf (ngettext ("%u value needs a look.", "%u values need a look.", problems->len), problems->len);
  if (first == NULL && problems->len > 0)
    tell_problem (self, ((BellProblem *) problems->pdata[0])->sentence);
  else if (problems->len > 0)
    tell_problem (self, count);
  if (first != NULL)
    bell_field_input_focus (first);
}

/* --- Sending --- */

static void run (BellRecordEditor *self);

static GHashTable *
typed_values (BellRecordEditor *self)
{
  GHashTable *typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->inputs->len; i++)
    {
      BellFieldInput *input = self->inputs->pdata[i];
      g_autofree char *text = bell_field_input_dup_typed (input);

      if (bell_field_input_is_changed (input) || (is_new (self) && *text != '\0'))
        g_hash_table_replace (typed, g_strdup (bell_field_input_get_field (input)->name), g_steal_pointer (&text));
    }
  return typed;
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(BellRecordEditor) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = bell_desk_submit_finish (BELL_DESK (object), result, &error);

  self->sending = FALSE;
  if (outcome == NULL)
    {
      tell_error (self, error);
      update (self);
      return;
    }

  g_set_str (&self->last_sentence, outcome->sentence);
  run (self);
}

static void
send (BellRecordEditor *self,
      BellCommand      *command)
{
  bell_command_set_id (command, "record", bell_entity_get_id (BELL_ENTITY (self->dossier->record)));
  bell_command_set (command, "slot", bell_enum_nick (BELL_TYPE_SLOT, self->slot));
  self->sending = TRUE;
  update (self);
  bell_desk_submit_async (self->desk, command, NULL, sent_cb, g_object_ref (self));
}

static void
send_values (BellRecordEditor *self,
             const char       *reason)
{
  g_autoptr(BellCommand) command = bell_command_new ("record.set", "reason", reason, NULL);
  g_autoptr(GHashTable) typed = typed_values (self);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, typed);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      g_autofree char *argument = g_strconcat ("f.", name, NULL);

      bell_command_set (command, argument, value);
    }
  self->saved = TRUE;
  self->checked = FALSE;
  send (self, command);
}

static void
reason_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(BellRecordEditor) self = data;
  g_autofree char *reason = bell_reason_dialog_choose_finish (BELL_REASON_DIALOG (object), result);

  if (reason != NULL)
    send_values (self, reason);
}

/* Why these values become proposals, a line each; NULL when all take effect at once. */
static char *
tell_proposals (BellRecordEditor *self,
                GHashTable       *values,
                GHashTable       *typed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->inputs->len; i++)
    {
      const char *name = bell_field_input_get_field (self->inputs->pdata[i])->name;
      g_autofree char *why = NULL;

      if (!g_hash_table_contains (typed, name))
        continue;
      why = bell_desk_tell_proposal (self->desk, self->dossier, self->slot, name, g_hash_table_lookup (values, name));
      if (why != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", why);
    }
  return g_string_free (text, text->len == 0);
}

static void
save_values (BellRecordEditor *self)
{
  g_autoptr(GHashTable) typed = typed_values (self);
  g_autoptr(GHashTable) values = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autofree char *proposals = NULL;

  values = bell_desk_judge_values (self->desk, self->dossier, self->slot, typed, self->goal != GOAL_SAVE, &problems);
  if (problems->len > 0)
    {
      show_problems (self, problems);
      return;
    }

  clear_problems (self);
  proposals = tell_proposals (self, values, typed);
  if (proposals == NULL)
    send_values (self, NULL);
  else
    bell_reason_dialog_choose (bell_reason_dialog_new (_("Propose This Change"), proposals, _("_Propose")), GTK_WIDGET (self),
                               NULL, reason_cb, g_object_ref (self));
}

static gboolean
may_be_checked (BellRecordEditor *self)
{
  g_autoptr(GHashTable) values = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  /* What was just saved is judged by the door; the dossier here is older. */
  if (self->saved)
    return TRUE;
  values = bell_desk_judge_values (self->desk, self->dossier, self->slot, NULL, TRUE, &problems);
  if (problems->len > 0)
    show_problems (self, problems);
  return problems->len == 0;
}

/* The next step towards the goal, until it is reached. */
static void
run (BellRecordEditor *self)
{
  g_autoptr(BellCommand) command = NULL;

  if (has_news (self))
    save_values (self);
  else if (self->goal >= GOAL_CHECK && !self->checked)
    {
      if (!may_be_checked (self))
        return;
      self->checked = TRUE;
      command = bell_command_new ("record.check", NULL);
      send (self, command);
    }
  else if (self->goal == GOAL_COMPLETE)
    {
      self->goal = GOAL_SAVE;
      command = bell_command_new ("item.complete", NULL);
      send (self, command);
    }
  else
    {
      BellShell *shell = bell_shell_of (GTK_WIDGET (self));

      if (shell != NULL && self->last_sentence != NULL)
        bell_shell_say (shell, self->last_sentence);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

static void
begin (BellRecordEditor *self,
       Goal              goal)
{
  if (self->sending)
    return;

  self->goal = goal;
  run (self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  begin (BELL_RECORD_EDITOR (widget), GOAL_SAVE);
}

static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BellRecordEditor *self = BELL_RECORD_EDITOR (widget);

  self->checked = FALSE;
  begin (self, GOAL_CHECK);
}

static void
complete_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  begin (BELL_RECORD_EDITOR (widget), GOAL_COMPLETE);
}

static void
filled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(BellRecordEditor) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = bell_desk_fill_item_finish (BELL_DESK (object), result, &error);
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  self->sending = FALSE;
  if (outcome == NULL)
    {
      tell_error (self, error);
      update (self);
      return;
    }
  if (shell != NULL && outcome->sentence != NULL)
    bell_shell_say (shell, outcome->sentence);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* The program writes down what it finds; what was typed here makes way for it. */
static void
fill_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BellRecordEditor *self = BELL_RECORD_EDITOR (widget);

  if (self->sending)
    return;
  self->sending = TRUE;
  update (self);
  bell_desk_fill_item_async (self->desk, self->dossier->record->number, self->slot, NULL, filled_cb, g_object_ref (self));
}

/* --- Leaving --- */

static void
discard_cb (AdwAlertDialog   *dialog,
            const char       *response,
            BellRecordEditor *self)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (BellRecordEditor *self)
{
  AdwDialog *dialog;

  if (self->sending)
    return;

  dialog = adw_alert_dialog_new (_("Discard Changes?"), _("What was typed here has not been saved."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _("_Keep Editing"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
cancel_cb (BellRecordEditor *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- Object --- */

static void
bell_record_editor_dispose (GObject *object)
{
  BellRecordEditor *self = BELL_RECORD_EDITOR (object);

  g_clear_pointer (&self->inputs, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_RECORD_EDITOR);
  g_clear_object (&self->desk);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->last_sentence, g_free);

  G_OBJECT_CLASS (bell_record_editor_parent_class)->dispose (object);
}

static void
bell_record_editor_class_init (BellRecordEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_record_editor_dispose;
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.fill", NULL, fill_action);
  gtk_widget_class_install_action (widget_class, "editor.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "editor.complete", NULL, complete_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-record-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, save);
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, fields);
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, legend);
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, bottom);
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, fill);
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, check);
  gtk_widget_class_bind_template_child (widget_class, BellRecordEditor, complete);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
bell_record_editor_init (BellRecordEditor *self)
{
  self->inputs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
hidden_row (const BellFieldDef *field)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", field->label,
                                 "subtitle", _("Hidden from your role"), NULL);

  gtk_widget_add_css_class (row, "property");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("view-conceal-symbolic"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
fill_fields (BellRecordEditor *self,
             const BellKind   *kind)
{
  g_autoptr(GHashTable) values = bell_desk_begin_values (self->desk, self->dossier, self->slot);
  gboolean any_required = FALSE;

  for (guint i = 0; i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];
      GtkWidget *input;

      if (!bell_desk_sees (self->desk, field->class_))
        {
          gtk_box_append (self->fields, hidden_row (field));
          continue;
        }
      input = bell_field_input_new (self->desk, self->dossier, field, g_hash_table_lookup (values, field->name), self->may_edit);
      g_signal_connect_object (input, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->inputs, input);
      gtk_box_append (self->fields, input);
      any_required |= field->required;
    }
  gtk_widget_set_visible (self->legend, any_required && self->may_edit);
  if (self->inputs->len > 0)
    adw_dialog_set_focus (ADW_DIALOG (self), self->inputs->pdata[0]);
}

static void
offer_steps (BellRecordEditor *self,
             const BellKind   *kind)
{
  BellItem *item = self->dossier->items[self->slot];
  gboolean complete = item != NULL && item->status == BELL_STATUS_COMPLETE;
  gboolean closed = self->dossier->record->status == BELL_STATUS_COMPLETE;
  gboolean check, finish;

  self->may_edit = !closed && bell_desk_may_on (self->desk, self->dossier, BELL_ACTION_EDIT, kind->id, BELL_CLASS_OPS, NULL);
  check = !closed && !complete && bell_desk_may_on (self->desk, self->dossier, BELL_ACTION_CHECK, kind->id, BELL_CLASS_OPS, NULL);
  finish = !closed && !complete && bell_desk_may_on (self->desk, self->dossier, BELL_ACTION_MOVE, kind->id, BELL_CLASS_OPS, NULL);
  self->checked = item != NULL && item->checked_at != 0;

  gtk_widget_set_visible (self->save, self->may_edit);
  gtk_widget_set_visible (self->fill, self->may_edit && bell_desk_can_fill (kind->id));
  gtk_widget_set_visible (self->check, check && (!self->checked || self->may_edit));
  gtk_widget_set_visible (self->complete, finish && (self->checked || check));
  gtk_widget_set_visible (self->bottom, check || finish || gtk_widget_get_visible (self->fill));
}

AdwDialog *
bell_record_editor_new (BellDesk    *desk,
                        BellDossier *dossier,
                        BellSlot     slot,
                        gboolean     judge)
{
  BellRecordEditor *self;
  const BellKind *kind;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (slot < BELL_N_SLOTS, NULL);

  kind = bell_desk_kind_of (desk, dossier, slot);
  self = g_object_new (BELL_TYPE_RECORD_EDITOR, "title", kind != NULL ? kind->name : bell_slot_label (slot), NULL);
  self->desk = g_object_ref (desk);
  self->dossier = g_object_ref (dossier);
  self->slot = slot;
  adw_window_title_set_title (self->heading, kind != NULL ? kind->name : bell_slot_label (slot));
  adw_window_title_set_subtitle (self->heading, dossier->record->number);
  if (kind == NULL)
    {
      tell_problem (self, _("The hotel no longer has this kind of work."));
      gtk_widget_set_visible (self->bottom, FALSE);
      gtk_widget_set_visible (self->save, FALSE);
      gtk_widget_set_visible (self->legend, FALSE);
      return ADW_DIALOG (self);
    }

  offer_steps (self, kind);
  fill_fields (self, kind);
  update (self);
  if (judge)
    may_be_checked (self);
  return ADW_DIALOG (self);
}
