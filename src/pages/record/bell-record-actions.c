/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-desk-record.h"
#include "bell-missing-dialog.h"
#include "bell-picker.h"
#include "bell-reason-dialog.h"
#include "bell-record-editor.h"
#include "bell-record-page-private.h"
#include "bell-submit.h"

static BellDesk *
get_desk (BellRecordPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

BellCommand *
bell_record_page_command (BellRecordPage *self,
                          const char     *verb)
{
  BellCommand *command = bell_command_new (verb, NULL);

  bell_command_set_id (command, "record", bell_entity_get_id (BELL_ENTITY (self->dossier->record)));
  return command;
}

/* --- Values --- */

static void
edit (BellRecordPage *self,
      BellSlot        slot,
      gboolean        judge)
{
  adw_dialog_present (bell_record_editor_new (get_desk (self), self->dossier, slot, judge), GTK_WIDGET (self));
}

/* Whether the values may be confirmed as they stand; else the editor opens at what is in the way. */
static gboolean
judge (BellRecordPage *self,
       BellSlot        slot)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GHashTable) values = NULL;

  if (self->dossier->items[slot] != NULL)
    values = bell_desk_judge_values (get_desk (self), self->dossier, slot, NULL, TRUE, &problems);
  if (values != NULL && problems->len == 0)
    return TRUE;

  edit (self, slot, TRUE);
  return FALSE;
}

static void
send_slot (BellRecordPage *self,
           const char     *verb,
           BellSlot        slot)
{
  g_autoptr(BellCommand) command = bell_record_page_command (self, verb);

  bell_command_set (command, "slot", bell_enum_nick (BELL_TYPE_SLOT, slot));
  bell_submit (GTK_WIDGET (self), get_desk (self), command);
}

static void
check (BellRecordPage *self,
       BellSlot        slot)
{
  if (judge (self, slot))
    send_slot (self, "record.check", slot);
}

typedef struct
{
  BellRecordPage *page;
  BellSlot slot;
} Completing;

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  Completing *completing = data;
  g_autoptr(BellOutcome) outcome = bell_submit_finish (result, NULL);

  if (outcome != NULL && completing->page->dossier != NULL)
    send_slot (completing->page, "item.complete", completing->slot);
  g_object_unref (completing->page);
  g_free (completing);
}

/* What is complete was confirmed before; one press does both. */
static void
complete_item (BellRecordPage *self,
               BellSlot        slot)
{
  g_autoptr(BellCommand) command = NULL;
  Completing *completing;
  BellItem *item = self->dossier->items[slot];

  if (item != NULL && item->checked_at != 0)
    {
      send_slot (self, "item.complete", slot);
      return;
    }
  if (!judge (self, slot))
    return;

  command = bell_record_page_command (self, "record.check");
  bell_command_set (command, "slot", bell_enum_nick (BELL_TYPE_SLOT, slot));
  completing = g_new0 (Completing, 1);
  completing->page = g_object_ref (self);
  completing->slot = slot;
  bell_submit_async (GTK_WIDGET (self), get_desk (self), command, NULL, checked_cb, completing);
}

/* The first slot whose values disagree with the stay opens, at what is wrong. */
static void
settle_mismatch (BellRecordPage *self)
{
  AdwDialog *dialog;

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(GHashTable) values = NULL;

      if (self->dossier->items[slot] == NULL)
        continue;
      values = bell_desk_judge_values (get_desk (self), self->dossier, slot, NULL, TRUE, &problems);
      if (problems->len > 0)
        {
          edit (self, slot, TRUE);
          return;
        }
    }

  dialog = adw_alert_dialog_new (_("The Stay Disagrees"), self->dossier->record->mismatch);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- Status --- */

static void
send_status (BellRecordPage *self,
             BellStatus      to)
{
  g_autoptr(BellCommand) command = bell_record_page_command (self, "record.status");

  bell_command_set (command, "to", bell_enum_nick (BELL_TYPE_STATUS, to));
  bell_submit (GTK_WIDGET (self), get_desk (self), command);
}

static void
send_status_with_reason (BellRecordPage *self,
                         BellStatus      to,
                         const char     *heading,
                         const char     *accept)
{
  g_autoptr(BellCommand) command = bell_record_page_command (self, "record.status");

  bell_command_set (command, "to", bell_enum_nick (BELL_TYPE_STATUS, to));
  bell_submit_with_reason (GTK_WIDGET (self), get_desk (self), command, heading, NULL, accept);
}

/* Closing asks the rules first: what is missing is shown with the buttons that do it. */
static void
close_record (BellRecordPage *self)
{
  g_autoptr(GPtrArray) missing = bell_desk_missing (get_desk (self), self->dossier);

  if (missing->len > 0)
    adw_dialog_present (bell_missing_dialog_new (self), GTK_WIDGET (self));
  else
    send_status (self, BELL_STATUS_COMPLETE);
}

static void
change_status (BellRecordPage *self,
               BellStatus      to)
{
  BellStatus from = self->dossier->record->status;

  if (to == BELL_STATUS_COMPLETE)
    close_record (self);
  else if (to == BELL_STATUS_BLOCKED)
    bell_record_page_block (self);
  else if (from == BELL_STATUS_COMPLETE)
    send_status_with_reason (self, to, _("Reopen This Record"), _("_Reopen"));
  else if (from == BELL_STATUS_APPROVED)
    send_status_with_reason (self, to, _("Take Back the Approval"), _("_Move Back"));
  else
    send_status (self, to);
}

static void
unblock (BellRecordPage *self)
{
  BellStatus before = self->dossier->record->status_before;

  send_status (self, before == BELL_STATUS_NEW || before == BELL_STATUS_APPROVED ? before : BELL_STATUS_PENDING);
}

/* --- Ownership --- */

static void
picked_owner_cb (BellRecordPage *self,
                 const char     *id,
                 const char     *name)
{
  g_autoptr(BellCommand) command = bell_record_page_command (self, "record.own");
  /* Translators: a person */
  g_autofree char *heading = g_strdup_printf (_("Hand Over to %s"), name);

  bell_command_set (command, "to", id);
  bell_submit_with_reason (GTK_WIDGET (self), get_desk (self), command, heading,
                           _("The new owner is told. The reason is kept in the journal."), _("_Hand Over"));
}

static void
hand_over (BellRecordPage *self)
{
  AdwDialog *picker = bell_picker_new (get_desk (self), _("Hand Over"), BELL_VALUE_STAFF);

  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_owner_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (picker, GTK_WIDGET (self));
}

/* --- The guest's name --- */

static void
revealed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(BellRecordPage) self = data;
  g_autoptr(BellOutcome) outcome = bell_submit_finish (result, NULL);

  if (outcome != NULL && self->side != NULL)
    bell_record_side_reveal (self->side);
}

static void
reveal_reason_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(BellRecordPage) self = data;
  g_autofree char *reason = bell_reason_dialog_choose_finish (BELL_REASON_DIALOG (object), result);
  g_autoptr(BellCommand) command = NULL;

  if (reason == NULL || self->dossier == NULL)
    return;

  command = bell_command_new ("guest.reveal", "reason", reason, NULL);
  bell_command_set_id (command, "guest", self->dossier->guest != NULL ? bell_entity_get_id (BELL_ENTITY (self->dossier->guest))
                                         : &self->dossier->record->guest);
  bell_submit_async (GTK_WIDGET (self), get_desk (self), command, NULL, revealed_cb, g_object_ref (self));
}

static void
reveal (BellRecordPage *self)
{
  bell_reason_dialog_choose (bell_reason_dialog_new (_("Reveal the Name"), _("The journal tells that you looked, and why."), _("_Reveal")),
                             GTK_WIDGET (self), NULL, reveal_reason_cb, g_object_ref (self));
}

/* --- One door for all buttons --- */

void
bell_record_page_do (BellRecordPage *self,
                     const char     *command,
                     int             slot,
                     const char     *id)
{
  g_return_if_fail (BELL_IS_RECORD_PAGE (self));
  g_return_if_fail (command != NULL && id != NULL);

  if (self->dossier == NULL)
    return;

  if (slot >= 0 && slot < BELL_N_SLOTS && g_str_equal (command, "edit"))
    edit (self, slot, FALSE);
  else if (slot >= 0 && slot < BELL_N_SLOTS && g_str_equal (command, "check"))
    check (self, slot);
  else if (slot >= 0 && slot < BELL_N_SLOTS && g_str_equal (command, "item-complete"))
    complete_item (self, slot);
  else if (g_str_equal (command, "own"))
    hand_over (self);
  else if (g_str_equal (command, "unblock"))
    unblock (self);
  else if (g_str_equal (command, "close"))
    close_record (self);
  else if (g_str_equal (command, "mismatch"))
    settle_mismatch (self);
  else if (!bell_record_page_do_part (self, command, id))
    g_warning ("Nothing is known about “%s”", command);
}

/* --- Actions --- */

static void
do_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  const char *command, *id;
  int slot;

  g_variant_get (parameter, "(&si&s)", &command, &slot, &id);
  bell_record_page_do (BELL_RECORD_PAGE (widget), command, slot, id);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BellRecordPage *self = BELL_RECORD_PAGE (widget);
  g_autoptr(BellNextAction) next = self->dossier != NULL ? bell_desk_next_action (get_desk (self), self->dossier) : NULL;
  g_autofree char *id = NULL;

  if (next == NULL)
    return;
  id = bell_id_to_string (&next->entity);
  bell_record_page_do (self, next->command, next->slot, id);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bell_record_page_do (BELL_RECORD_PAGE (widget), "edit", g_variant_get_int32 (parameter), "");
}

static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  bell_record_page_do (BELL_RECORD_PAGE (widget), "check", BELL_SLOT_VALIDATED, "");
}

static void
status_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BellRecordPage *self = BELL_RECORD_PAGE (widget);
  int to;

  if (self->dossier != NULL && bell_enum_from_nick (BELL_TYPE_STATUS, g_variant_get_string (parameter, NULL), &to))
    change_status (self, to);
}

static void
simple_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BellRecordPage *self = BELL_RECORD_PAGE (widget);

  if (self->dossier == NULL)
    return;
  if (g_str_equal (name, "record.close"))
    close_record (self);
  else if (g_str_equal (name, "record.reopen"))
    change_status (self, BELL_STATUS_PENDING);
  else if (g_str_equal (name, "record.block"))
    bell_record_page_block (self);
  else if (g_str_equal (name, "record.hand-over"))
    hand_over (self);
  else if (g_str_equal (name, "record.missing"))
    adw_dialog_present (bell_missing_dialog_new (self), widget);
  else if (g_str_equal (name, "record.reveal"))
    reveal (self);
  else if (g_str_equal (name, "record.add-task"))
    bell_record_page_add_task (self);
  else if (g_str_equal (name, "record.add-money"))
    bell_record_page_add_money (self);
  else if (g_str_equal (name, "record.raise"))
    bell_record_page_raise (self);
}

static void
copy_number_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  BellRecordPage *self = BELL_RECORD_PAGE (widget);
  BellShell *shell = bell_shell_of (widget);
  g_autofree char *said = NULL;

  if (self->dossier == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->dossier->record->number);
  said = g_strdup_printf (_("%s copied."), self->dossier->record->number);
  if (shell != NULL)
    bell_shell_say (shell, said);
}

static const char *const simple_actions[] = {
  "record.close", "record.reopen", "record.block", "record.hand-over", "record.missing", "record.reveal",
  "record.add-task", "record.add-money", "record.raise",
};

void
bell_record_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "record.do", "(sis)", do_action);
  gtk_widget_class_install_action (widget_class, "record.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "record.edit", "i", edit_action);
  gtk_widget_class_install_action (widget_class, "record.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "record.status", "s", status_action);
  gtk_widget_class_install_action (widget_class, "record.copy-number", NULL, copy_number_action);
  for (guint i = 0; i < G_N_ELEMENTS (simple_actions); i++)
    gtk_widget_class_install_action (widget_class, simple_actions[i], NULL, simple_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "record.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "record.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "record.check", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "record.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "record.hand-over", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "record.block", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "record.add-task", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "record.raise", NULL);
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + slot, GDK_CONTROL_MASK, "record.edit", "i", slot);
}

static gboolean
may (BellRecordPage *self,
     BellAction      action)
{
  return bell_desk_may_on (get_desk (self), self->dossier, action, NULL, BELL_CLASS_OPS, NULL);
}

void
bell_record_page_update_actions (BellRecordPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean there = self->dossier != NULL;
  BellStatus status = there ? self->dossier->record->status : BELL_STATUS_COMPLETE;
  gboolean open = there && status != BELL_STATUS_COMPLETE;
  const BellKind *validated = there ? bell_desk_kind_of (get_desk (self), self->dossier, BELL_SLOT_VALIDATED) : NULL;

  gtk_widget_action_set_enabled (widget, "record.next", open);
  gtk_widget_action_set_enabled (widget, "record.check", open && validated != NULL &&
                                 bell_desk_may_on (get_desk (self), self->dossier, BELL_ACTION_CHECK, validated->id, BELL_CLASS_OPS, NULL));
  gtk_widget_action_set_enabled (widget, "record.close", open && may (self, BELL_ACTION_MOVE));
  gtk_widget_action_set_enabled (widget, "record.block", open && status != BELL_STATUS_BLOCKED && may (self, BELL_ACTION_MOVE));
  gtk_widget_action_set_enabled (widget, "record.reopen", there && !open && may (self, BELL_ACTION_REOPEN));
  gtk_widget_action_set_enabled (widget, "record.hand-over", open && may (self, BELL_ACTION_OWN));
  gtk_widget_action_set_enabled (widget, "record.missing", open);
  gtk_widget_action_set_enabled (widget, "record.add-task", open && may (self, BELL_ACTION_ASSIGN));
  gtk_widget_action_set_enabled (widget, "record.add-money", there && may (self, BELL_ACTION_ADD_MONEY));
  gtk_widget_action_set_enabled (widget, "record.raise", open && may (self, BELL_ACTION_RAISE));
  gtk_widget_action_set_enabled (widget, "record.copy-number", there);
}
