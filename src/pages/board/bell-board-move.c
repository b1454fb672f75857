/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-board-move.h"
#include "bell-reason-dialog.h"
#include "bell-submit.h"

typedef struct
{
  GtkWidget *from;
  BellDesk *desk;
  BellCommand *command;
} Move;

static void
move_free (Move *move)
{
  g_object_unref (move->from);
  g_object_unref (move->desk);
  bell_command_unref (move->command);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr(Move) move = data;
  BellReasonDialog *dialog = BELL_REASON_DIALOG (source);
  g_autofree char *reason = bell_reason_dialog_choose_finish (dialog, result);

  if (reason == NULL)
    return;
  bell_command_set (move->command, "reason", reason);
  bell_command_set (move->command, "waits-for", bell_reason_dialog_get_field (dialog));
  bell_submit (move->from, move->desk, move->command);
}

static void
ask_whom_it_waits_for (GtkWidget   *from,
                       BellDesk    *desk,
                       BellTask    *task,
                       BellCommand *command)
{
  g_autofree char *body = g_strdup_printf (_("The clock of “%s” stands still until it goes on."), task->title);
  BellReasonDialog *dialog = bell_reason_dialog_new (_("Block This Task"), body, _("Block"));
  Move *move = g_new0 (Move, 1);

  bell_reason_dialog_add_field (dialog, _("Waits for"));
  move->from = g_object_ref (from);
  move->desk = g_object_ref (desk);
  move->command = bell_command_ref (command);
  bell_reason_dialog_choose (dialog, from, NULL, reason_given_cb, move);
}

void
bell_board_move (GtkWidget  *from,
                 BellDesk   *desk,
                 BellTask   *task,
                 BellStatus  to)
{
  g_autoptr(BellCommand) command = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (BELL_IS_DESK (desk));
  g_return_if_fail (BELL_IS_TASK (task));

  if ((BellStatus) task->status == to)
    return;

  command = bell_command_new ("task.move", "to", bell_enum_nick (BELL_TYPE_STATUS, to), NULL);
  bell_command_set_id (command, "task", bell_entity_get_id (BELL_ENTITY (task)));
  if (to == BELL_STATUS_BLOCKED)
    ask_whom_it_waits_for (from, desk, task, command);
  else if (task->status == BELL_STATUS_COMPLETE)
    bell_submit_with_reason (from, desk, command, _("Take This Task up Again"), task->title, _("Take Up"));
  else
    bell_submit (from, desk, command);
}
