/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-approval-rules.h"
#include "bell-money-rules.h"
#include "bell-money.h"
#include "bell-text.h"
#include "bell-verbs.h"

static gboolean
propose_line (BellVisit      *visit,
              BellDossier    *dossier,
              BellMoneyLine  *line,
              GError        **error)
{
  const BellWorkflow *workflow = bell_definitions_workflow (visit->definitions, dossier->record->workflow);
  g_autoptr(BellApproval) approval = g_object_new (BELL_TYPE_APPROVAL, NULL);
  g_autofree char *role = NULL;
  g_autofree char *amount = bell_money_format (line->minor, line->currency);
  g_autofree char *text = NULL;

  bell_approval_rules_judge_money (visit->definitions, line->kind, line->minor, line->currency, visit->actor->roles, &role, NULL);
  approval->record = line->record;
  approval->slot = BELL_SLOT_AUDITED;
  approval->kind = g_strdup (workflow != NULL ? workflow->kinds[BELL_SLOT_AUDITED]->id : NULL);
  approval->class_ = BELL_CLASS_MONEY;
  approval->new_value = g_strdup_printf ("%s %s", bell_money_kind_label (line->kind), amount);
  approval->minor = line->minor;
  approval->currency = g_strdup (line->currency);
  approval->money_line = *bell_entity_get_id (BELL_ENTITY (line));
  approval->proposed_by = line->made_by;
  approval->proposed_at = visit->now;
  approval->reason = g_strdup (line->cause);
  approval->role = g_strdup (role);
  if (!bell_txn_insert (visit->txn, BELL_ENTITY (approval), BELL_CLASS_MONEY, &line->record, error))
    return FALSE;

  visit->outcome->proposed = TRUE;
  text = g_strdup_printf (_("%s: an amount waits for approval."), dossier->record->number);
  return bell_visit_alert (visit, dossier->record, BELL_ALERT_CAUSE_APPROVAL, role, NULL, 0, text, error);
}

gboolean
bell_money_add_line (BellVisit      *visit,
                     BellDossier    *dossier,
                     BellMoneyKind   kind,
                     gint64          minor,
                     const char     *currency,
                     const char     *cause,
                     GError        **error)
{
  g_autoptr(BellMoneyLine) line = g_object_new (BELL_TYPE_MONEY_LINE, NULL);
  gboolean needs_approval;

  if (!bell_money_rules_check_line (visit->definitions, kind, minor, currency, cause, visit->actor->roles, &needs_approval, error))
    return FALSE;

  line->record = *bell_entity_get_id (BELL_ENTITY (dossier->record));
  line->stay = dossier->record->stay;
  line->kind = kind;
  line->minor = minor;
  line->currency = g_strdup (currency);
  line->cause = bell_text_clean (cause);
  line->made_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  line->made_at = visit->now;
  line->posting = needs_approval ? BELL_POSTING_OPEN : BELL_POSTING_APPROVED;
  if (!bell_txn_insert (visit->txn, BELL_ENTITY (line), BELL_CLASS_MONEY, &line->record, error))
    return FALSE;

  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (line));
  return !needs_approval || propose_line (visit, dossier, line, error);
}

gboolean
bell_verb_money_add (BellVisit  *visit,
                     GError    **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open (visit, "record", error);
  const char *amount = bell_visit_need (visit, "amount", error);
  const char *currency = bell_command_get (visit->command, "currency");
  gint64 minor;
  int kind;

  if (dossier == NULL || amount == NULL || !bell_visit_need_enum (visit, "kind", BELL_TYPE_MONEY_KIND, &kind, error) ||
      !bell_visit_check (visit, BELL_ACTION_ADD_MONEY, dossier, NULL, BELL_CLASS_OPS, error))
    return FALSE;

  if (dossier->record->status == BELL_STATUS_COMPLETE)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Reopen it with a reason first."), _("%s is complete."), dossier->record->number);
      return FALSE;
    }

  if (currency == NULL)
    currency = visit->currency;
  if (!bell_money_parse (amount, currency, &minor, error) ||
      !bell_money_add_line (visit, dossier, kind, minor, currency, bell_command_get (visit->command, "cause"), error))
    return FALSE;

  visit->outcome->sentence = g_strdup (visit->outcome->proposed ? _("Added; above your limit, so somebody else approves it.") : _("Added."));
  return bell_visit_settle (visit, &visit->outcome->record, error);
}

/* The line argument, with its record in the outcome. */
static BellMoneyLine *
open_line (BellVisit   *visit,
           BellAction   action,
           GError     **error)
{
  g_autoptr(BellMoneyLine) line = bell_visit_find (visit, "line", BELL_TYPE_MONEY_LINE, error);
  g_autoptr(BellDossier) dossier = line != NULL ? bell_visit_open_id (visit, &line->record, error) : NULL;

  if (dossier == NULL || !bell_visit_check (visit, action, dossier, NULL, BELL_CLASS_MONEY, error))
    return NULL;

  visit->outcome->record = line->record;
  visit->outcome->number = g_strdup (dossier->record->number);
  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (line));
  return g_steal_pointer (&line);
}

gboolean
bell_money_reverse_line (BellVisit      *visit,
                         BellMoneyLine  *line,
                         const char     *reason,
                         GError        **error)
{
  g_autoptr(BellMoneyLine) reversal = bell_entity_copy (line);
  g_autoptr(BellMoneyLine) after = bell_entity_copy (line);

  bell_entity_set_id (BELL_ENTITY (reversal), NULL);
  reversal->minor = -line->minor;
  reversal->reverses = *bell_entity_get_id (BELL_ENTITY (line));
  g_set_str (&reversal->cause, reason);
  g_clear_pointer (&reversal->reference, g_free);
  reversal->posting = BELL_POSTING_APPROVED;
  reversal->made_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  reversal->made_at = visit->now;
  reversal->approved_by = BELL_ID_NONE;
  after->reversed = TRUE;

  return bell_txn_insert (visit->txn, BELL_ENTITY (reversal), BELL_CLASS_MONEY, &line->record, error) &&
         bell_txn_update (visit->txn, BELL_ENTITY (line), BELL_ENTITY (after), BELL_CLASS_MONEY, &line->record, error);
}

gboolean
bell_verb_money_reverse (BellVisit  *visit,
                         GError    **error)
{
  g_autoptr(BellMoneyLine) line = open_line (visit, BELL_ACTION_REVERSE_MONEY, error);
  const char *reason = bell_command_get (visit->command, "reason");

  if (line == NULL || !bell_money_rules_may_reverse (line, reason, error))
    return FALSE;
  /* Its proposal takes it back when it is refused or withdrawn; twice would be once too often. */
  if (line->posting == BELL_POSTING_OPEN)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Refuse the proposal, or have it taken back."), _("This amount still waits for approval."));
      return FALSE;
    }
  if (!bell_money_reverse_line (visit, line, reason, error))
    return FALSE;

  visit->outcome->sentence = g_strdup (_("Reversed by a line of its own."));
  return bell_visit_settle (visit, &visit->outcome->record, error);
}

gboolean
bell_verb_money_post (BellVisit  *visit,
                      GError    **error)
{
  g_autoptr(BellMoneyLine) line = open_line (visit, BELL_ACTION_POST_MONEY, error);
  const char *reference = bell_command_get (visit->command, "reference");
  g_autoptr(BellMoneyLine) after = NULL;
  int to;

  if (line == NULL || !bell_visit_need_enum (visit, "to", BELL_TYPE_POSTING, &to, error))
    return FALSE;
  /* An amount becomes approved in one way only: somebody else decides its proposal. */
  if (to == BELL_POSTING_OPEN || to == BELL_POSTING_APPROVED)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Decide its proposal on the Approvals page."),
                      _("A line is not approved by posting it."));
      return FALSE;
    }
  if (!bell_money_rules_may_post (line, to, reference != NULL ? reference : line->reference, error))
    return FALSE;

  after = bell_entity_copy (line);
  after->posting = to;
  if (reference != NULL)
    g_set_str (&after->reference, reference);
  visit->outcome->sentence = g_strdup_printf (_("The line is now: %s."), bell_posting_label (to));
  return bell_txn_update (visit->txn, BELL_ENTITY (line), BELL_ENTITY (after), BELL_CLASS_MONEY, &line->record, error);
}
