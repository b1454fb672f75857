/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-error.h"
#include "bell-status.h"
#include "bell-text.h"

/* What a step needs. */
typedef enum
{
  NEVER = 0,
  FREE = 1 << 0,
  REASON = 1 << 1,   /* a reason */
  WAITS = 1 << 2,    /* whom or what it waits for */
  CHECKED = 1 << 3,  /* a checked value and no open proposal */
  CLOSABLE = 1 << 4, /* nothing missing */
  RETURNS = 1 << 5,  /* only back to the status before the block, or to pending */
  ASSIGNEE = 1 << 6, /* somebody who did it */
} Guard;

#define BLOCKING (REASON | WAITS)

/* From the row's status to the column's: new, pending, approved, blocked, complete. */
static const Guard record_steps[BELL_N_STATUSES][BELL_N_STATUSES] = {
  [BELL_STATUS_NEW] = { NEVER, FREE, CHECKED, BLOCKING, CLOSABLE },
  [BELL_STATUS_PENDING] = { NEVER, NEVER, CHECKED, BLOCKING, CLOSABLE },
  [BELL_STATUS_APPROVED] = { NEVER, REASON, NEVER, BLOCKING, CLOSABLE },
  [BELL_STATUS_BLOCKED] = { RETURNS, FREE, RETURNS | CHECKED, NEVER, NEVER },
  [BELL_STATUS_COMPLETE] = { NEVER, REASON, NEVER, NEVER, NEVER },
};

static const Guard task_steps[BELL_N_STATUSES][BELL_N_STATUSES] = {
  [BELL_STATUS_NEW] = { NEVER, FREE, FREE, BLOCKING, ASSIGNEE },
  [BELL_STATUS_PENDING] = { FREE, NEVER, FREE, BLOCKING, ASSIGNEE },
  [BELL_STATUS_APPROVED] = { FREE, FREE, NEVER, BLOCKING, ASSIGNEE },
  [BELL_STATUS_BLOCKED] = { FREE, FREE, FREE, NEVER, NEVER },
  [BELL_STATUS_COMPLETE] = { NEVER, REASON, NEVER, NEVER, NEVER },
};

static gboolean
is_status (int status)
{
  return status >= 0 && status < BELL_N_STATUSES;
}

gboolean
bell_status_has_step (BellStatus from,
                      BellStatus to)
{
  return is_status (from) && is_status (to) && record_steps[from][to] != NEVER;
}

gboolean
bell_status_task_has_step (BellStatus from,
                           BellStatus to)
{
  return is_status (from) && is_status (to) && task_steps[from][to] != NEVER;
}

static gboolean
check_words (Guard        guard,
             BellStatus   to,
             const char  *reason,
             const char  *waits_for,
             GError     **error)
{
  /* "IT" is an answer here, so it need not be as long as a reason. */
  g_autofree char *whom = bell_text_clean (waits_for);

  if ((guard & REASON) != 0 && !bell_text_is_reason (reason))
    {
      if (to == BELL_STATUS_BLOCKED)
        bell_error_set (error, BELL_ERROR_REFUSED, _("Say why it is blocked, in a few words."),
                        _("Blocking needs a reason."));
      else
        bell_error_set (error, BELL_ERROR_REFUSED, _("Say why, in a few words."), _("Going back needs a reason."));
      return FALSE;
    }
  if ((guard & WAITS) != 0 && whom == NULL)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Name the person, department or thing it waits for."),
                      _("What is blocked must say whom it waits for."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_step (BellStatus   from,
             BellStatus   to,
             GError     **error)
{
  if (from == to)
    bell_error_set (error, BELL_ERROR_REFUSED, _("Nothing needs to be done."), _("It is already “%s”."),
                    bell_status_label (to));
  else if (from == BELL_STATUS_BLOCKED)
    bell_error_set (error, BELL_ERROR_REFUSED, _("Take away the block first."), _("What is blocked cannot become “%s”."),
                    bell_status_label (to));
  else if (from == BELL_STATUS_COMPLETE)
    bell_error_set (error, BELL_ERROR_REFUSED, _("Reopen it first, with a reason."), _("It is complete."));
  else
    bell_error_set (error, BELL_ERROR_REFUSED, _("Move it to another status."),
                    /* Translators: two statuses */
                    _("“%s” cannot become “%s”."), bell_status_label (from), bell_status_label (to));
  return FALSE;
}

static gboolean
is_checked (BellDossier *dossier)
{
  BellItem *item = dossier->items[BELL_SLOT_VALIDATED];

  return item != NULL && item->checked_at != 0;
}

static guint
count_open_approvals (BellDossier *dossier)
{
  GListModel *approvals = G_LIST_MODEL (dossier->approvals);
  guint open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (approvals); i++)
    {
      g_autoptr(BellApproval) approval = g_list_model_get_item (approvals, i);

      open += approval->state == BELL_APPROVAL_STATE_OPEN;
    }
  return open;
}

static const char *
kind_name (BellDefinitions *definitions,
           BellDossier     *dossier,
           BellSlot         slot)
{
  const BellWorkflow *workflow = bell_definitions_workflow (definitions, dossier->record->workflow);
  const BellKind *kind = NULL;

  if (dossier->items[slot] != NULL)
    kind = bell_definitions_kind (definitions, dossier->items[slot]->kind);
  if (kind == NULL && workflow != NULL)
    kind = workflow->kinds[slot];
  return kind != NULL ? kind->name : bell_slot_label (slot);
}

static gboolean
check_checked (BellDefinitions  *definitions,
               BellDossier      *dossier,
               GError          **error)
{
  if (!is_checked (dossier))
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Fill it in and confirm the values."), _("“%s” has not been checked yet."),
                      kind_name (definitions, dossier, BELL_SLOT_VALIDATED));
      return FALSE;
    }
  if (count_open_approvals (dossier) > 0)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Have the proposal decided first."), _("A proposed change waits for its approval."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_closable (BellDefinitions  *definitions,
                BellDossier      *dossier,
                gint64            now,
                GError          **error)
{
  g_autoptr(GPtrArray) missing = bell_status_missing_for_close (definitions, dossier, now);
  const BellMissing *first;
  g_autofree char *rest = NULL;

  if (missing->len == 0)
    return TRUE;

  first = missing->pdata[0];
  if (missing->len > 1)
    rest = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more thing is missing after that.",
                                         "%u more things are missing after that.", missing->len - 1),
                            missing->len - 1);
  bell_error_set (error, BELL_ERROR_REFUSED, rest != NULL ? rest : _("Do this, then close the record."),
                  _("It cannot be closed yet: %s"), first->sentence);
  return FALSE;
}

gboolean
bell_status_may_move (BellDefinitions  *definitions,
                      BellDossier      *dossier,
                      BellStatus        to,
                      const char       *reason,
                      const char       *waits_for,
                      gint64            now,
                      GError          **error)
{
  BellStatus from;
  Guard guard;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), FALSE);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier) && dossier->record != NULL, FALSE);
  g_return_val_if_fail (is_status (to), FALSE);

  from = dossier->record->status;
  guard = record_steps[from][to];
  if (guard == NEVER || ((guard & RETURNS) != 0 && to != (BellStatus) dossier->record->status_before))
    return refuse_step (from, to, error);
  if (bell_id_is_none (&dossier->record->owner))
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Give it to somebody."), _("The record has no owner."));
      return FALSE;
    }
  if (!check_words (guard, to, reason, waits_for, error))
    return FALSE;
  if ((guard & CHECKED) != 0 && !check_checked (definitions, dossier, error))
    return FALSE;
  return (guard & CLOSABLE) == 0 || check_closable (definitions, dossier, now, error);
}

gboolean
bell_status_task_may_move (BellTask      *task,
                           BellStatus     to,
                           const BellId  *assignee,
                           const char    *reason,
                           const char    *waits_for,
                           GError       **error)
{
  Guard guard;

  g_return_val_if_fail (BELL_IS_TASK (task), FALSE);
  g_return_val_if_fail (is_status (to), FALSE);

  guard = task_steps[task->status][to];
  if (guard == NEVER)
    return refuse_step (task->status, to, error);
  if ((guard & ASSIGNEE) != 0 && (assignee == NULL || bell_id_is_none (assignee)))
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Assign the task to the person who did it."),
                      _("Nobody has done the task yet."));
      return FALSE;
    }
  return check_words (guard, to, reason, waits_for, error);
}

gboolean
bell_status_item_may_move (const BellKind  *kind,
                           BellItem        *item,
                           BellStatus       to,
                           const char      *reason,
                           GError         **error)
{
  Guard guard;

  g_return_val_if_fail (kind != NULL, FALSE);
  g_return_val_if_fail (BELL_IS_ITEM (item), FALSE);
  g_return_val_if_fail (is_status (to), FALSE);

  guard = task_steps[item->status][to];
  /* An item waits for nobody by itself: its record or its task is what is blocked. */
  if (guard == NEVER || to == BELL_STATUS_BLOCKED)
    return refuse_step (item->status, to, error);
  if ((to == BELL_STATUS_COMPLETE || to == BELL_STATUS_APPROVED) && item->checked_at == 0)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Fill it in and confirm the values."), _("“%s” has not been checked yet."),
                      kind->name);
      return FALSE;
    }
  return check_words (guard, to, reason, NULL, error);
}

BellStatus
bell_status_settle (BellDefinitions *definitions,
                    BellDossier     *dossier)
{
  BellStatus status;

  g_return_val_if_fail (BELL_IS_DOSSIER (dossier) && dossier->record != NULL, BELL_STATUS_NEW);

  status = dossier->record->status;
  if (status == BELL_STATUS_BLOCKED || status == BELL_STATUS_COMPLETE)
    return status;
  if (is_checked (dossier))
    return count_open_approvals (dossier) == 0 ? BELL_STATUS_APPROVED : BELL_STATUS_PENDING;
  if (status == BELL_STATUS_APPROVED)
    return BELL_STATUS_PENDING;

  for (guint i = 0; status == BELL_STATUS_NEW && i < g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i);

      if (task->status != BELL_STATUS_NEW)
        status = BELL_STATUS_PENDING;
    }
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    if (dossier->items[slot] != NULL && dossier->items[slot]->status != BELL_STATUS_NEW)
      status = BELL_STATUS_PENDING;
  return status;
}
