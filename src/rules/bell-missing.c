/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-status.h"
#include "bell-text.h"

void
bell_missing_free (BellMissing *self)
{
  g_free (self->sentence);
  g_free (self->role);
  g_free (self->department);
  g_free (self);
}

static BellMissing *
add (GPtrArray  *list,
     const char *code,
     const char *command,
     int         slot,
     char       *sentence)
{
  BellMissing *missing = g_new0 (BellMissing, 1);

  missing->code = code;
  missing->command = command;
  missing->slot = slot;
  missing->sentence = sentence;
  g_ptr_array_add (list, missing);
  return missing;
}

static const BellKind *
kind_in (BellDefinitions    *definitions,
         const BellWorkflow *workflow,
         BellDossier        *dossier,
         BellSlot            slot)
{
  BellItem *item = dossier->items[slot];
  const BellKind *kind = item != NULL ? bell_definitions_kind (definitions, item->kind) : NULL;

  return kind != NULL ? kind : workflow != NULL ? workflow->kinds[slot]
                                                : NULL;
}

static void
add_approvals (GPtrArray          *list,
               BellDossier        *dossier,
               const BellWorkflow *workflow)
{
  GListModel *approvals = G_LIST_MODEL (dossier->approvals);

  /* The oldest proposal first. */
  for (guint i = g_list_model_get_n_items (approvals); i > 0; i--)
    {
      g_autoptr(BellApproval) approval = g_list_model_get_item (approvals, i - 1);
      BellMissing *missing;

      if (approval->state != BELL_APPROVAL_STATE_OPEN)
        continue;
      missing = add (list, "approval", "decide", approval->slot,
                     g_strdup_printf (_("The change proposed by %s waits for a decision."),
                                      approval->proposed_name != NULL ? approval->proposed_name : _("somebody")));
      missing->entity = *bell_entity_get_id (BELL_ENTITY (approval));
      missing->role = g_strdup (approval->role != NULL ? approval->role : workflow != NULL ? workflow->review_role
                                                                                           : NULL);
    }
}

/* Reviewed means decided and with both notes: why it happened, and the manager's comment. */
static gboolean
is_settled (BellException *exception)
{
  return exception->state == BELL_REVIEW_STATE_REVIEWED && bell_text_is_reason (exception->note) &&
         bell_text_is_reason (exception->comment);
}

static void
add_exceptions (GPtrArray          *list,
                BellDossier        *dossier,
                const BellWorkflow *workflow)
{
  GListModel *exceptions = G_LIST_MODEL (dossier->exceptions);

  for (guint i = g_list_model_get_n_items (exceptions); i > 0; i--)
    {
      g_autoptr(BellException) exception = g_list_model_get_item (exceptions, i - 1);
      BellMissing *missing;
      char *sentence;

      if (is_settled (exception))
        continue;
      if (!bell_text_is_reason (exception->note))
        sentence = g_strdup (_("An exception has no note that says why."));
      else
        {
          g_autofree char *note = bell_text_shorten (exception->note, 60);

          sentence = g_strdup_printf (_("The exception “%s” waits for a manager's review."), note);
        }
      missing = add (list, "exception", "review", BELL_SLOT_EXCEPTION, sentence);
      missing->entity = *bell_entity_get_id (BELL_ENTITY (exception));
      missing->role = g_strdup (workflow != NULL ? workflow->review_role : NULL);
    }
}

static void
add_tasks (GPtrArray   *list,
           BellDossier *dossier)
{
  GListModel *tasks = G_LIST_MODEL (dossier->tasks);

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (tasks, i);
      BellMissing *missing;

      if (task->status == BELL_STATUS_COMPLETE)
        continue;
      if (task->status == BELL_STATUS_BLOCKED)
        missing = add (list, "task", "unblock-task", -1,
                       g_strdup_printf (_("The task “%s” is blocked and waits for %s."), task->title,
                                        task->waits_for != NULL ? task->waits_for : _("somebody")));
      else
        missing = add (list, "task", "task-done", -1, g_strdup_printf (_("The task “%s” is not done."), task->title));
      missing->entity = *bell_entity_get_id (BELL_ENTITY (task));
      missing->staff = task->assignee;
      missing->department = g_strdup (task->department);
    }
}

static void
add_items (GPtrArray          *list,
           BellDefinitions    *definitions,
           BellDossier        *dossier,
           const BellWorkflow *workflow)
{
  const BellKind *validated = kind_in (definitions, workflow, dossier, BELL_SLOT_VALIDATED);
  const BellKind *alerted = kind_in (definitions, workflow, dossier, BELL_SLOT_ALERTED);
  BellItem *item = dossier->items[BELL_SLOT_VALIDATED];

  if (item == NULL || item->checked_at == 0)
    {
      BellMissing *missing = add (list, "check", "check", BELL_SLOT_VALIDATED,
                                  g_strdup_printf (_("“%s” has not been checked."),
                                                   validated != NULL ? validated->name : bell_slot_label (BELL_SLOT_VALIDATED)));

      missing->staff = dossier->record->owner;
      missing->role = g_strdup (dossier->record->owner_role);
    }

  item = dossier->items[BELL_SLOT_ALERTED];
  if (item == NULL || item->status != BELL_STATUS_COMPLETE)
    {
      BellMissing *missing = add (list, "alerted", "item-complete", BELL_SLOT_ALERTED,
                                  g_strdup_printf (_("“%s” is not complete."),
                                                   alerted != NULL ? alerted->name : bell_slot_label (BELL_SLOT_ALERTED)));

      missing->role = g_strdup (workflow != NULL ? workflow->alert_role : NULL);
    }
}

GPtrArray *
bell_status_missing_for_close (BellDefinitions *definitions,
                               BellDossier     *dossier,
                               gint64           now)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bell_missing_free);
  const BellWorkflow *workflow;
  BellRecord *record;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), list);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier) && dossier->record != NULL, list);

  record = dossier->record;
  workflow = bell_definitions_workflow (definitions, record->workflow);

  if (bell_id_is_none (&record->owner))
    add (list, "owner", "own", -1, g_strdup (_("The record has no owner.")))->role = g_strdup (record->owner_role);
  if (record->status == BELL_STATUS_BLOCKED)
    {
      BellMissing *missing = add (list, "blocked", "unblock", -1,
                                  g_strdup_printf (_("The record is blocked and waits for %s."),
                                                   record->waits_for != NULL ? record->waits_for : _("somebody")));

      missing->staff = record->owner;
      missing->role = g_strdup (record->owner_role);
    }
  add_approvals (list, dossier, workflow);
  add_exceptions (list, dossier, workflow);
  add_items (list, definitions, dossier, workflow);
  add_tasks (list, dossier);
  return list;
}
