/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-approval-rules.h"
#include "bell-validation.h"
#include "bell-verbs.h"

/* Puts an approved value in; the approval is the confirmation, so the item stays checked. */
static gboolean
apply_value (BellVisit     *visit,
             BellDossier   *dossier,
             BellApproval  *approval,
             GError       **error)
{
  BellItem *item = dossier->items[approval->slot];
  const BellKind *kind = bell_definitions_kind (visit->definitions, approval->kind);
  const BellFieldDef *field = kind != NULL ? bell_kind_field (kind, approval->field) : NULL;
  BellCheckContext checks = { visit->definitions, dossier, visit->rooms, visit->now, visit->zone };
  const char *current;

  if (item == NULL || field == NULL)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Refuse the proposal."), _("The field no longer exists."));
      return FALSE;
    }

  current = item->values != NULL ? g_hash_table_lookup (item->values, field->name) : NULL;
  if (g_strcmp0 (current, approval->old_value) != 0)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Refuse it and have it proposed again."),
                      _("“%s” has changed since it was proposed."), field->label);
      return FALSE;
    }
  return bell_validation_check_value (&checks, field, approval->new_value, error) &&
         bell_txn_set_value (visit->txn, item, field->name, field->class_, field->personal, current, approval->new_value, error);
}

static gboolean
apply_money (BellVisit      *visit,
             BellMoneyLine  *line,
             gboolean        approve,
             const char     *reason,
             GError        **error)
{
  g_autoptr(BellMoneyLine) after = NULL;

  if (!approve)
    return bell_money_reverse_line (visit, line, reason, error);

  after = bell_entity_copy (line);
  after->posting = BELL_POSTING_APPROVED;
  after->approved_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  return bell_txn_update (visit->txn, BELL_ENTITY (line), BELL_ENTITY (after), BELL_CLASS_MONEY, &line->record, error);
}

static gboolean
close_approval (BellVisit         *visit,
                BellApproval      *approval,
                BellApprovalState  state,
                const char        *reason,
                GError           **error)
{
  g_autoptr(BellApproval) after = bell_entity_copy (approval);
  g_autoptr(BellRecord) record = NULL;

  after->state = state;
  after->decided_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  after->decided_at = visit->now;
  after->decision_reason = g_strdup (reason);
  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (approval));
  visit->outcome->record = approval->record;
  visit->outcome->number = g_strdup (approval->number);
  if (!bell_txn_update (visit->txn, BELL_ENTITY (approval), BELL_ENTITY (after), approval->class_, &approval->record, error) ||
      !bell_visit_settle (visit, &approval->record, error) ||
      (record = bell_txn_get (visit->txn, BELL_TYPE_RECORD, &approval->record, error)) == NULL)
    return FALSE;
  return record->open_approvals > 0 ||
         bell_visit_resolve_alerts (visit, &approval->record, BELL_ALERT_CAUSE_APPROVAL, error);
}

gboolean
bell_verb_approval_decide (BellVisit  *visit,
                           GError    **error)
{
  g_autoptr(BellApproval) approval = bell_visit_find (visit, "approval", BELL_TYPE_APPROVAL, error);
  g_autoptr(BellDossier) dossier = approval != NULL ? bell_visit_open_id (visit, &approval->record, error) : NULL;
  gboolean approve = g_strcmp0 (bell_command_get (visit->command, "approve"), "true") == 0;
  g_autoptr(BellMoneyLine) line = NULL;
  const char *reason = bell_command_get (visit->command, "reason");

  if (dossier == NULL || bell_visit_need (visit, "approve", error) == NULL ||
      (!approve && bell_visit_need_reason (visit, "reason", error) == NULL))
    return FALSE;
  if (!bell_id_is_none (&approval->money_line) &&
      (line = bell_txn_get (visit->txn, BELL_TYPE_MONEY_LINE, &approval->money_line, error)) == NULL)
    return FALSE;
  if (!bell_approval_rules_may_decide (visit->definitions, approval, line != NULL ? (int) line->kind : -1,
                                       bell_entity_get_id (BELL_ENTITY (visit->actor)), visit->actor->roles,
                                       visit->actor->department, dossier->record->department, error))
    return FALSE;
  if (line != NULL ? !apply_money (visit, line, approve, reason, error)
                   : approve && !apply_value (visit, dossier, approval, error))
    return FALSE;

  visit->outcome->sentence = g_strdup (approve ? _("Approved.") : _("Refused."));
  return close_approval (visit, approval, approve ? BELL_APPROVAL_STATE_APPROVED : BELL_APPROVAL_STATE_REJECTED, reason, error);
}

gboolean
bell_verb_approval_withdraw (BellVisit  *visit,
                             GError    **error)
{
  g_autoptr(BellApproval) approval = bell_visit_find (visit, "approval", BELL_TYPE_APPROVAL, error);
  g_autoptr(BellMoneyLine) line = NULL;

  if (approval == NULL)
    return FALSE;
  if (approval->state != BELL_APPROVAL_STATE_OPEN)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, NULL, _("This proposal has been decided already."));
      return FALSE;
    }
  if (!bell_id_equal (&approval->proposed_by, bell_entity_get_id (BELL_ENTITY (visit->actor))))
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Refuse it with a reason instead."),
                      _("Only %s can take this proposal back."), approval->proposed_name);
      return FALSE;
    }
  if (!bell_id_is_none (&approval->money_line) &&
      ((line = bell_txn_get (visit->txn, BELL_TYPE_MONEY_LINE, &approval->money_line, error)) == NULL ||
       !bell_money_reverse_line (visit, line, _("Proposal taken back."), error)))
    return FALSE;

  visit->outcome->sentence = g_strdup (_("Proposal taken back."));
  return close_approval (visit, approval, BELL_APPROVAL_STATE_WITHDRAWN, NULL, error);
}
