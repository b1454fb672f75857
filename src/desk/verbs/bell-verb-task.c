/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-ladder.h"
#include "bell-status.h"
#include "bell-text.h"
#include "bell-verbs.h"

BellTask *
bell_task_add (BellVisit       *visit,
               BellRecord      *record,
               const BellKind  *kind,
               const char      *title,
               const char      *department,
               gint64           due,
               const BellId    *assignee,
               GError         **error)
{
  const BellId *id = bell_entity_get_id (BELL_ENTITY (record));
  g_autoptr(BellTask) task = g_object_new (BELL_TYPE_TASK, NULL);

  task->record = *id;
  task->number = g_strdup (record->number);
  task->workflow = g_strdup (record->workflow);
  task->property = g_strdup (record->property);
  task->department = g_strdup (department);
  task->kind = g_strdup (kind != NULL ? kind->id : NULL);
  task->title = g_strdup (title);
  task->room = g_strdup (record->room);
  task->assignee = assignee != NULL ? *assignee : BELL_ID_NONE;
  task->created_at = visit->now;
  task->due_at = due;

  return bell_txn_insert (visit->txn, BELL_ENTITY (task), BELL_CLASS_OPS, id, error) ? g_steal_pointer (&task) : NULL;
}

gboolean
bell_verb_task_new (BellVisit  *visit,
                    GError    **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open (visit, "record", error);
  const char *department = bell_command_get (visit->command, "department");
  g_autoptr(BellStaff) assignee = NULL;
  g_autoptr(BellTask) task = NULL;
  g_autofree char *title = NULL;
  const BellWorkflow *workflow;
  gint64 due;

  if (dossier == NULL || bell_visit_need (visit, "title", error) == NULL ||
      !bell_visit_check (visit, BELL_ACTION_ASSIGN, dossier, NULL, BELL_CLASS_OPS, error) ||
      !bell_visit_read_instant (visit, "due", &due, error))
    return FALSE;
  if (dossier->record->status == BELL_STATUS_COMPLETE)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Reopen it with a reason first."), _("%s is complete."), dossier->record->number);
      return FALSE;
    }
  if (department != NULL && bell_definitions_department (visit->definitions, department) == NULL)
    {
      bell_error_set (error, BELL_ERROR_INPUT, NULL, _("There is no department “%s”."), department);
      return FALSE;
    }
  if (bell_command_get (visit->command, "assignee") != NULL &&
      (assignee = bell_visit_find (visit, "assignee", BELL_TYPE_STAFF, error)) == NULL)
    return FALSE;

  title = bell_text_clean (bell_command_get (visit->command, "title"));
  workflow = bell_definitions_workflow (visit->definitions, dossier->record->workflow);
  task = bell_task_add (visit, dossier->record, workflow != NULL ? workflow->kinds[BELL_SLOT_TRACKED] : NULL, title,
                        department != NULL ? department : dossier->record->department,
                        due != 0 ? due : dossier->record->due_at,
                        assignee != NULL ? bell_entity_get_id (BELL_ENTITY (assignee)) : NULL, error);
  if (task == NULL)
    return FALSE;

  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (task));
  visit->outcome->sentence = g_strdup (_("Task added."));
  return bell_visit_settle (visit, &visit->outcome->record, error);
}

/* The task argument with its record, when the actor may work on it. */
static BellTask *
open_task (BellVisit    *visit,
           BellAction    action,
           GError      **error)
{
  g_autoptr(BellTask) task = bell_visit_find (visit, "task", BELL_TYPE_TASK, error);
  BellAsk ask = {
    .roles = visit->actor->roles,
    .department = visit->actor->department,
    .action = action,
    .class_ = BELL_CLASS_OPS,
  };

  if (task == NULL)
    return NULL;

  ask.kind = task->kind;
  ask.of_department = task->department;
  ask.is_own = bell_id_equal (&task->assignee, bell_entity_get_id (BELL_ENTITY (visit->actor)));
  /* A card without a name waits for anybody of its department. */
  if (bell_id_is_none (&task->assignee) && g_strcmp0 (task->department, visit->actor->department) == 0)
    ask.is_own = TRUE;
  if (!bell_permissions_check (visit->definitions, &ask, error))
    return NULL;

  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (task));
  visit->outcome->record = task->record;
  visit->outcome->number = g_strdup (task->number);
  return g_steal_pointer (&task);
}

static gboolean
save_task (BellVisit  *visit,
           BellTask   *before,
           BellTask   *after,
           GError    **error)
{
  visit->outcome->undoable = TRUE;
  return bell_txn_update (visit->txn, BELL_ENTITY (before), BELL_ENTITY (after), BELL_CLASS_OPS, &before->record, error) &&
         bell_visit_settle (visit, &before->record, error);
}

static void
apply_task_status (BellVisit  *visit,
                   BellTask   *task,
                   BellStatus  to)
{
  const BellCalendar *calendar = bell_definitions_calendar_of (visit->definitions, task->department);

  if (task->status == BELL_STATUS_BLOCKED)
    {
      task->paused += bell_calendar_between (calendar, task->blocked_at, visit->now, visit->zone);
      task->blocked_at = 0;
      g_clear_pointer (&task->blocked_reason, g_free);
      g_clear_pointer (&task->waits_for, g_free);
    }
  if (to == BELL_STATUS_BLOCKED)
    {
      task->blocked_at = visit->now;
      g_set_str (&task->blocked_reason, bell_command_get (visit->command, "reason"));
      g_set_str (&task->waits_for, bell_command_get (visit->command, "waits-for"));
    }
  if ((to == BELL_STATUS_PENDING || to == BELL_STATUS_COMPLETE) && task->started_at == 0)
    task->started_at = visit->now;
  task->done_at = to == BELL_STATUS_COMPLETE ? visit->now : 0;
  task->status = to;
}

gboolean
bell_verb_task_move (BellVisit  *visit,
                     GError    **error)
{
  g_autoptr(BellTask) task = open_task (visit, BELL_ACTION_TASK, error);
  g_autoptr(BellRecord) record = NULL;
  g_autoptr(BellTask) after = NULL;
  int to;

  if (task == NULL || !bell_visit_need_enum (visit, "to", BELL_TYPE_STATUS, &to, error) ||
      (record = bell_txn_get (visit->txn, BELL_TYPE_RECORD, &task->record, error)) == NULL)
    return FALSE;
  if (record->status == BELL_STATUS_COMPLETE)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Reopen it with a reason first."), _("%s is complete."), record->number);
      return FALSE;
    }

  after = bell_entity_copy (task);
  /* Who takes a card up without a name on it becomes its assignee. */
  if (bell_id_is_none (&after->assignee) && (to == BELL_STATUS_PENDING || to == BELL_STATUS_COMPLETE))
    after->assignee = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  if (!bell_status_task_may_move (task, to, &after->assignee, bell_command_get (visit->command, "reason"),
                                  bell_command_get (visit->command, "waits-for"), error))
    return FALSE;

  apply_task_status (visit, after, to);
  visit->outcome->sentence = g_strdup_printf (_("“%s” is now: %s."), task->title, bell_status_label (to));
  return save_task (visit, task, after, error);
}

gboolean
bell_verb_task_assign (BellVisit  *visit,
                       GError    **error)
{
  g_autoptr(BellTask) task = open_task (visit, BELL_ACTION_ASSIGN, error);
  g_autoptr(BellStaff) to = task != NULL ? bell_visit_find (visit, "to", BELL_TYPE_STAFF, error) : NULL;
  g_autoptr(BellTask) after = NULL;
  g_autoptr(BellRecord) record = NULL;
  g_autofree char *text = NULL;

  if (to == NULL)
    return FALSE;
  if (!to->active || task->status == BELL_STATUS_COMPLETE)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, NULL,
                      to->active ? _("“%s” is done already.") : _("“%s” cannot be given to somebody who no longer works here."),
                      task->title);
      return FALSE;
    }

  after = bell_entity_copy (task);
  after->assignee = *bell_entity_get_id (BELL_ENTITY (to));
  text = g_strdup_printf (_("%s: “%s” is yours."), task->number, task->title);
  visit->outcome->sentence = g_strdup_printf (_("“%s” now belongs to %s."), task->title, to->name);
  record = bell_txn_get (visit->txn, BELL_TYPE_RECORD, &task->record, error);
  if (record == NULL)
    return FALSE;
  if (!bell_id_equal (&after->assignee, bell_entity_get_id (BELL_ENTITY (visit->actor))) &&
      !bell_visit_alert (visit, record, BELL_ALERT_CAUSE_ASSIGNMENT, NULL, &after->assignee, 0, text, error))
    return FALSE;
  return save_task (visit, task, after, error);
}

gboolean
bell_verb_task_note (BellVisit  *visit,
                     GError    **error)
{
  g_autoptr(BellTask) task = open_task (visit, BELL_ACTION_TASK, error);
  g_autoptr(BellTask) after = NULL;
  g_autofree char *text = NULL;

  if (task == NULL || bell_visit_need (visit, "text", error) == NULL)
    return FALSE;

  text = bell_text_clean (bell_command_get (visit->command, "text"));
  after = bell_entity_copy (task);
  g_free (after->notes);
  after->notes = task->notes != NULL ? g_strdup_printf ("%s\n%s", task->notes, text) : g_strdup (text);
  visit->outcome->sentence = g_strdup (_("Note added."));
  return save_task (visit, task, after, error);
}
