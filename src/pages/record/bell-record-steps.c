/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-field-controls.h"
#include "bell-form.h"
#include "bell-picker.h"
#include "bell-proposal-row.h"
#include "bell-record-page-private.h"
#include "bell-review-dialog.h"
#include "bell-submit.h"
#include "bell-text-row.h"
#include "bell-text.h"
#include "bell-words.h"

static BellDesk *
get_desk (BellRecordPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

gpointer
bell_record_page_find (GListStore *list,
                       const char *id)
{
  BellId wanted;

  if (!bell_id_parse (id, &wanted))
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(BellEntity) entity = g_list_model_get_item (G_LIST_MODEL (list), i);

      /* The list keeps it. */
      if (bell_id_equal (bell_entity_get_id (entity), &wanted))
        return entity;
    }
  return NULL;
}

/* --- Forms --- */

static GtkWidget *
entry_row (const char *title,
           const char *text)
{
  return g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", title, "text", text != NULL ? text : "", NULL);
}

/* What a form is about: the page's record, or a part of it named by @argument. */
typedef struct
{
  BellRecordPage *page;
  char *argument;
  char *id;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_object_unref (subject->page);
  g_free (subject->argument);
  g_free (subject->id);
  g_free (subject);
}

static Subject *
subject_new (BellRecordPage *page,
             const char     *argument,
             const char     *id)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->page = g_object_ref (page);
  subject->argument = g_strdup (argument);
  subject->id = g_strdup (id);
  return subject;
}

static BellCommand *
block_command (BellForm *form,
               gpointer  data)
{
  Subject *subject = data;
  g_autofree char *waits = bell_form_dup_text (form, "waits");
  g_autofree char *reason = bell_form_dup_text (form, "reason");
  BellCommand *command;

  if (waits == NULL || !bell_text_is_reason (waits) || !bell_text_is_reason (reason))
    return NULL;

  command = bell_command_new (g_str_equal (subject->argument, "task") ? "task.move" : "record.status",
                              "to", "blocked", "reason", reason, "waits-for", waits, subject->argument, subject->id, NULL);
  return command;
}

static void
block (BellRecordPage *self,
       const char     *title,
       const char     *argument,
       const char     *id)
{
  BellForm *form = bell_form_new (get_desk (self), title, _("_Block"), block_command, subject_new (self, argument, id), subject_free);

  bell_form_add (form, "waits", entry_row (_("Waits for whom or what"), NULL));
  bell_form_add (form, "reason", bell_text_row_new (_("Why")));
  adw_dialog_present (ADW_DIALOG (form), GTK_WIDGET (self));
}

void
bell_record_page_block (BellRecordPage *self)
{
  g_autofree char *id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (self->dossier->record)));

  block (self, _("Block This Record"), "record", id);
}

/* --- Tasks --- */

static BellCommand *
task_command (BellForm *form,
              gpointer  data)
{
  Subject *subject = data;
  GPtrArray *departments = bell_definitions_departments (bell_desk_get_definitions (get_desk (subject->page)));
  g_autofree char *title = bell_form_dup_text (form, "title");
  g_autofree char *due = bell_form_dup_text (form, "due");
  guint chosen = bell_form_get_index (form, "department");
  BellCommand *command;

  if (title == NULL)
    return NULL;

  command = bell_command_new ("task.new", "title", title, "due", due, "record", subject->id, NULL);
  if (chosen < departments->len)
    bell_command_set (command, "department", ((const BellDepartment *) departments->pdata[chosen])->id);
  return command;
}

void
bell_record_page_add_task (BellRecordPage *self)
{
  GPtrArray *departments = bell_definitions_departments (bell_desk_get_definitions (get_desk (self)));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (self->dossier->record)));
  BellForm *form = bell_form_new (get_desk (self), _("Add Task"), _("_Add"), task_command, subject_new (self, "record", id), subject_free);
  GtkWidget *due = entry_row (_("Due (19:00, tomorrow 9:00, empty as the record)"), NULL);
  guint chosen = 0;

  for (guint i = 0; i < departments->len; i++)
    {
      const BellDepartment *department = departments->pdata[i];

      gtk_string_list_append (names, department->name);
      if (g_strcmp0 (department->id, self->dossier->record->department) == 0)
        chosen = i;
    }
  bell_form_add (form, "title", entry_row (_("What is to be done"), NULL));
  bell_form_add (form, "department", g_object_new (ADW_TYPE_COMBO_ROW, "title", _("Department"), "model", names, "selected", chosen, NULL));
  bell_field_add_calendar (ADW_ENTRY_ROW (due), TRUE, bell_desk_get_zone (get_desk (self)), bell_clock_now (bell_desk_get_clock (get_desk (self))));
  bell_form_add (form, "due", due);
  adw_dialog_present (ADW_DIALOG (form), GTK_WIDGET (self));
}

static void
send_part (BellRecordPage *self,
           const char     *verb,
           const char     *argument,
           const char     *id,
           const char     *to)
{
  g_autoptr(BellCommand) command = bell_command_new (verb, argument, id, "to", to, NULL);

  bell_submit (GTK_WIDGET (self), get_desk (self), command);
}

static void
assigned_cb (AdwDialog      *picker,
             const char     *staff,
             const char     *name,
             BellRecordPage *self)
{
  send_part (self, "task.assign", "task", g_object_get_data (G_OBJECT (picker), "task"), staff);
}

static void
assign (BellRecordPage *self,
        const char     *id)
{
  AdwDialog *picker = bell_picker_new (get_desk (self), _("Assign Task"), BELL_VALUE_STAFF);

  g_object_set_data_full (G_OBJECT (picker), "task", g_strdup (id), g_free);
  g_signal_connect_object (picker, "picked", G_CALLBACK (assigned_cb), self, 0);
  adw_dialog_present (picker, GTK_WIDGET (self));
}

static BellCommand *
note_command (BellForm *form,
              gpointer  data)
{
  Subject *subject = data;
  g_autofree char *text = bell_form_dup_text (form, "text");

  return text != NULL ? bell_command_new ("task.note", "task", subject->id, "text", text, NULL) : NULL;
}

static void
add_note (BellRecordPage *self,
          const char     *id)
{
  BellForm *form = bell_form_new (get_desk (self), _("Add Note"), _("_Add"), note_command, subject_new (self, "task", id), subject_free);

  bell_form_add (form, "text", bell_text_row_new (_("What the next shift should know")));
  adw_dialog_present (ADW_DIALOG (form), GTK_WIDGET (self));
}

static void
reopen_task (BellRecordPage *self,
             const char     *id)
{
  g_autoptr(BellCommand) command = bell_command_new ("task.move", "task", id, "to", "pending", NULL);

  bell_submit_with_reason (GTK_WIDGET (self), get_desk (self), command, _("Take the Task Up Again"), NULL, _("_Take Up"));
}

/* --- Money --- */

static BellCommand *
money_command (BellForm *form,
               gpointer  data)
{
  Subject *subject = data;
  g_autofree char *amount = bell_form_dup_text (form, "amount");
  g_autofree char *cause = bell_form_dup_text (form, "cause");
  guint kind = bell_form_get_index (form, "kind");

  if (amount == NULL || !bell_text_is_reason (cause))
    return NULL;
  return bell_command_new ("money.add", "record", subject->id, "kind", bell_enum_nick (BELL_TYPE_MONEY_KIND, kind), "amount", amount,
                           "currency", bell_amount_row_get_currency (bell_form_get (form, "amount")), "cause", cause, NULL);
}

void
bell_record_page_add_money (BellRecordPage *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autofree char *id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (self->dossier->record)));
  BellProperty *property = bell_desk_get_property (get_desk (self));
  BellForm *form = bell_form_new (get_desk (self), _("Add a Money Line"), _("_Add"), money_command,
                                  subject_new (self, "record", id), subject_free);

  for (int kind = BELL_MONEY_KIND_CHARGE; kind <= BELL_MONEY_KIND_WRITE_OFF; kind++)
    gtk_string_list_append (kinds, bell_money_kind_label (kind));
  bell_form_add (form, "kind", g_object_new (ADW_TYPE_COMBO_ROW, "title", _("Kind"), "model", kinds, NULL));
  bell_form_add (form, "amount", bell_amount_row_new (_("Amount"), NULL, property != NULL ? property->currency : NULL));
  bell_form_add (form, "cause", entry_row (_("What for"), NULL));
  adw_dialog_present (ADW_DIALOG (form), GTK_WIDGET (self));
}

static BellCommand *
post_command (BellForm *form,
              gpointer  data)
{
  Subject *subject = data;
  g_autofree char *reference = bell_form_dup_text (form, "reference");

  return reference != NULL ? bell_command_new ("money.post", "line", subject->id, "to", "posted", "reference", reference, NULL) : NULL;
}

static void
post_money (BellRecordPage *self,
            const char     *id)
{
  BellForm *form = bell_form_new (get_desk (self), _("Post the Line"), _("_Post"), post_command, subject_new (self, "line", id), subject_free);

  bell_form_add (form, "reference", entry_row (_("Voucher or folio number"), NULL));
  adw_dialog_present (ADW_DIALOG (form), GTK_WIDGET (self));
}

static void
reverse_money (BellRecordPage *self,
               const char     *id)
{
  g_autoptr(BellCommand) command = bell_command_new ("money.reverse", "line", id, NULL);

  bell_submit_with_reason (GTK_WIDGET (self), get_desk (self), command, _("Reverse the Line"),
                           _("Lines are never changed; a second line takes this one back."), _("_Reverse"));
}

/* --- Exceptions and proposals --- */

static BellCommand *
raise_command (BellForm *form,
               gpointer  data)
{
  Subject *subject = data;
  g_autofree char *cause = bell_form_dup_text (form, "cause");
  g_autofree char *note = bell_form_dup_text (form, "note");
  g_autofree char *amount = bell_form_get (form, "amount") != NULL ? bell_form_dup_text (form, "amount") : NULL;
  guint impact = bell_form_get_index (form, "impact");

  if (cause == NULL || !bell_text_is_reason (note))
    return NULL;
  return bell_command_new ("exception.raise", "record", subject->id, "cause", cause, "note", note,
                           "impact", bell_enum_nick (BELL_TYPE_IMPACT, impact),
                           amount != NULL ? "amount" : NULL, amount,
                           "currency", amount != NULL ? bell_amount_row_get_currency (bell_form_get (form, "amount")) : NULL, NULL);
}

void
bell_record_page_raise (BellRecordPage *self)
{
  g_autoptr(GtkStringList) impacts = gtk_string_list_new (NULL);
  g_autofree char *id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (self->dossier->record)));
  BellProperty *property = bell_desk_get_property (get_desk (self));
  BellForm *form = bell_form_new (get_desk (self), _("Raise an Exception"), _("_Raise"), raise_command,
                                  subject_new (self, "record", id), subject_free);

  for (int impact = BELL_IMPACT_NONE; impact <= BELL_IMPACT_HIGH; impact++)
    gtk_string_list_append (impacts, bell_impact_label (impact));
  bell_form_add (form, "cause", entry_row (_("What happened"), NULL));
  bell_form_add (form, "note", bell_text_row_new (_("Why, and what is normal (required)")));
  bell_form_add (form, "impact", g_object_new (ADW_TYPE_COMBO_ROW, "title", _("What the guest notices"), "model", impacts,
                                               "selected", BELL_IMPACT_LOW, NULL));
  if (bell_desk_sees (get_desk (self), BELL_CLASS_MONEY))
    bell_form_add (form, "amount", bell_amount_row_new (_("Money concerned (optional)"), NULL, property != NULL ? property->currency : NULL));
  adw_dialog_present (ADW_DIALOG (form), GTK_WIDGET (self));
}

static void
review (BellRecordPage *self,
        const char     *id)
{
  BellException *exception = bell_record_page_find (self->dossier->exceptions, id);

  if (exception != NULL)
    adw_dialog_present (bell_review_dialog_new (get_desk (self), exception), GTK_WIDGET (self));
}

/* Once it is decided, whoever did it, there is nothing left to show. */
static void
dossier_changed_cb (BellRecordPage *self,
                    GParamSpec     *pspec,
                    AdwDialog      *dialog)
{
  BellApproval *approval = self->dossier != NULL
                           ? bell_record_page_find (self->dossier->approvals, g_object_get_data (G_OBJECT (dialog), "approval")) : NULL;

  if (approval == NULL || approval->state != BELL_APPROVAL_STATE_OPEN)
    adw_dialog_close (dialog);
}

/* The proposal as a dialog of its own, with the same buttons as in the list. */
static void
decide (BellRecordPage *self,
        const char     *id)
{
  BellApproval *approval = bell_record_page_find (self->dossier->approvals, id);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *row;
  AdwDialog *dialog;

  g_object_ref_sink (view);
  if (approval != NULL)
    {
      row = g_object_new (BELL_TYPE_PROPOSAL_ROW, "desk", get_desk (self), "item", approval, NULL);
      gtk_widget_add_css_class (row, "form");
      adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
      adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), row);
      dialog = g_object_new (ADW_TYPE_DIALOG, "title", _("Decide"), "content-width", 460, "child", view, NULL);
      g_object_set_data_full (G_OBJECT (dialog), "approval", g_strdup (id), g_free);
      g_signal_connect_object (self, "notify::dossier", G_CALLBACK (dossier_changed_cb), dialog, 0);
      adw_dialog_present (dialog, GTK_WIDGET (self));
    }
  g_object_unref (view);
}

gboolean
bell_record_page_do_part (BellRecordPage *self,
                          const char     *command,
                          const char     *id)
{
  if (g_str_equal (command, "task-done"))
    send_part (self, "task.move", "task", id, "complete");
  else if (g_str_equal (command, "task-take") || g_str_equal (command, "unblock-task"))
    send_part (self, "task.move", "task", id, "pending");
  else if (g_str_equal (command, "task-reopen"))
    reopen_task (self, id);
  else if (g_str_equal (command, "task-assign"))
    assign (self, id);
  else if (g_str_equal (command, "task-block"))
    block (self, _("Block This Task"), "task", id);
  else if (g_str_equal (command, "task-note"))
    add_note (self, id);
  else if (g_str_equal (command, "money-post"))
    post_money (self, id);
  else if (g_str_equal (command, "money-reconcile"))
    send_part (self, "money.post", "line", id, "reconciled");
  else if (g_str_equal (command, "money-reverse"))
    reverse_money (self, id);
  else if (g_str_equal (command, "review"))
    review (self, id);
  else if (g_str_equal (command, "decide"))
    decide (self, id);
  else
    return FALSE;
  return TRUE;
}
