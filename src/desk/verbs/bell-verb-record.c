/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-ladder.h"
#include "bell-money-rules.h"
#include "bell-owner-rule.h"
#include "bell-status.h"
#include "bell-text.h"
#include "bell-validation.h"
#include "bell-verbs.h"

static gboolean
refuse_complete (BellDossier  *dossier,
                 GError      **error)
{
  if (dossier->record->status != BELL_STATUS_COMPLETE)
    return FALSE;

  bell_error_set (error, BELL_ERROR_REFUSED, _("Reopen it with a reason first."), _("%s is complete."),
                  dossier->record->number);
  return TRUE;
}

/* --- record.set, record.check, item.complete --- */

gboolean
bell_verb_record_set (BellVisit  *visit,
                      GError    **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open (visit, "record", error);
  int slot;

  if (dossier == NULL || !bell_visit_need_enum (visit, "slot", BELL_TYPE_SLOT, &slot, error) ||
      refuse_complete (dossier, error) || !bell_values_write (visit, dossier, slot, "f.", error))
    return FALSE;

  visit->outcome->undoable = !visit->outcome->proposed;
  visit->outcome->sentence = visit->outcome->proposed ? g_strdup (_("Proposed; somebody else approves it.")) : g_strdup (_("Saved."));
  return bell_visit_settle (visit, &visit->outcome->record, error);
}

/* The item of the slot argument, begun. */
static BellItem *
need_item (BellVisit    *visit,
           BellDossier  *dossier,
           GError      **error)
{
  const BellWorkflow *workflow = bell_definitions_workflow (visit->definitions, dossier->record->workflow);
  int slot;

  if (!bell_visit_need_enum (visit, "slot", BELL_TYPE_SLOT, &slot, error) || refuse_complete (dossier, error))
    return NULL;
  if (dossier->items[slot] != NULL)
    return dossier->items[slot];

  bell_error_set (error, BELL_ERROR_REFUSED, _("Fill it in first."), _("The %s has not been begun."),
                  workflow != NULL ? workflow->kinds[slot]->name : bell_slot_label (slot));
  return NULL;
}

gboolean
bell_verb_record_check (BellVisit  *visit,
                        GError    **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open (visit, "record", error);
  BellItem *item = dossier != NULL ? need_item (visit, dossier, error) : NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(BellItem) after = NULL;
  const BellKind *kind;
  BellCheckContext context = { visit->definitions, dossier, visit->rooms, visit->now, visit->zone };

  if (item == NULL || !bell_visit_check (visit, BELL_ACTION_CHECK, dossier, item->kind, BELL_CLASS_OPS, error))
    return FALSE;

  kind = bell_definitions_kind (visit->definitions, item->kind);
  if (!bell_validation_check_item (&context, kind, item->values, &problems))
    {
      bell_validation_set_error (error, problems);
      return FALSE;
    }

  after = bell_entity_copy (item);
  after->checked_at = visit->now;
  after->checked_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  if (after->status == BELL_STATUS_NEW || after->status == BELL_STATUS_PENDING)
    after->status = BELL_STATUS_APPROVED;
  if (!bell_txn_update (visit->txn, BELL_ENTITY (item), BELL_ENTITY (after), BELL_CLASS_OPS, &visit->outcome->record, error))
    return FALSE;

  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (item));
  visit->outcome->undoable = TRUE;
  visit->outcome->sentence = g_strdup_printf (_("%s checked."), kind->name);
  return bell_visit_settle (visit, &visit->outcome->record, error);
}

/* An item that is finished and costs or earns something becomes a money line, so that finance never rebuilds the story. */
static gboolean
money_effect (BellVisit       *visit,
              BellDossier     *dossier,
              const BellKind  *kind,
              BellItem        *item,
              GError         **error)
{
  g_autofree char *currency = NULL;
  BellMoneyKind line;
  gint64 minor;

  if (item->values == NULL || !bell_money_rules_effect (kind, item->values, &line, &minor, &currency))
    return TRUE;
  return bell_money_add_line (visit, dossier, line, minor, currency, kind->name, error);
}

gboolean
bell_verb_item_complete (BellVisit  *visit,
                         GError    **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open (visit, "record", error);
  BellItem *item = dossier != NULL ? need_item (visit, dossier, error) : NULL;
  g_autoptr(BellItem) after = NULL;
  const BellKind *kind;

  if (item == NULL || !bell_visit_check (visit, BELL_ACTION_MOVE, dossier, item->kind, BELL_CLASS_OPS, error))
    return FALSE;

  kind = bell_definitions_kind (visit->definitions, item->kind);
  if (!bell_status_item_may_move (kind, item, BELL_STATUS_COMPLETE, bell_command_get (visit->command, "reason"), error))
    return FALSE;

  after = bell_entity_copy (item);
  after->status = BELL_STATUS_COMPLETE;
  after->completed_at = visit->now;
  after->completed_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  if (!bell_txn_update (visit->txn, BELL_ENTITY (item), BELL_ENTITY (after), BELL_CLASS_OPS, &visit->outcome->record, error) ||
      !money_effect (visit, dossier, kind, item, error))
    return FALSE;

  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (item));
  visit->outcome->sentence = g_strdup_printf (_("%s complete."), kind->name);
  return bell_visit_settle (visit, &visit->outcome->record, error);
}

/* --- record.status --- */

static void
leave_blocked (BellVisit  *visit,
               BellRecord *after)
{
  const BellCalendar *calendar = bell_definitions_calendar_of (visit->definitions, after->department);

  after->paused += bell_calendar_between (calendar, after->blocked_at, visit->now, visit->zone);
  after->blocked_at = 0;
  g_clear_pointer (&after->blocked_reason, g_free);
  g_clear_pointer (&after->waits_for, g_free);
}

static void
apply_status (BellVisit  *visit,
              BellRecord *after,
              BellStatus  to)
{
  if (after->status == BELL_STATUS_BLOCKED)
    leave_blocked (visit, after);

  if (to == BELL_STATUS_BLOCKED)
    {
      after->status_before = after->status;
      after->blocked_at = visit->now;
      g_set_str (&after->blocked_reason, bell_command_get (visit->command, "reason"));
      g_set_str (&after->waits_for, bell_command_get (visit->command, "waits-for"));
    }
  if (to == BELL_STATUS_COMPLETE)
    after->closed_at = visit->now;
  if (after->status == BELL_STATUS_COMPLETE)
    {
      after->closed_at = 0;
      after->reopened++;
    }
  after->status = to;
}

/* Who takes an approved or closed record back doubts what was confirmed; else it would be approved again by itself. */
static gboolean
doubt_check (BellVisit    *visit,
             BellDossier  *dossier,
             GError      **error)
{
  BellItem *item = dossier->items[BELL_SLOT_VALIDATED];
  g_autoptr(BellItem) after = NULL;

  if (item == NULL || item->checked_at == 0)
    return TRUE;

  after = bell_entity_copy (item);
  after->checked_at = 0;
  if (after->status == BELL_STATUS_APPROVED)
    after->status = BELL_STATUS_PENDING;
  return bell_txn_update (visit->txn, BELL_ENTITY (item), BELL_ENTITY (after), BELL_CLASS_OPS, &visit->outcome->record, error);
}

gboolean
bell_verb_record_status (BellVisit  *visit,
                         GError    **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open (visit, "record", error);
  g_autoptr(BellRecord) after = NULL;
  BellAction action;
  int to;

  if (dossier == NULL || !bell_visit_need_enum (visit, "to", BELL_TYPE_STATUS, &to, error))
    return FALSE;

  action = dossier->record->status == BELL_STATUS_COMPLETE ? BELL_ACTION_REOPEN : BELL_ACTION_MOVE;
  if (!bell_visit_check (visit, action, dossier, NULL, BELL_CLASS_OPS, error) ||
      !bell_status_may_move (visit->definitions, dossier, to, bell_command_get (visit->command, "reason"),
                             bell_command_get (visit->command, "waits-for"), visit->now, error))
    return FALSE;

  after = bell_entity_copy (dossier->record);
  apply_status (visit, after, to);
  if (!bell_txn_update (visit->txn, BELL_ENTITY (dossier->record), BELL_ENTITY (after), BELL_CLASS_OPS,
                        &visit->outcome->record, error))
    return FALSE;
  if ((dossier->record->status == BELL_STATUS_APPROVED || dossier->record->status == BELL_STATUS_COMPLETE) &&
      to == BELL_STATUS_PENDING && !doubt_check (visit, dossier, error))
    return FALSE;
  if (to == BELL_STATUS_COMPLETE)
    for (int cause = BELL_ALERT_CAUSE_WARNING; cause <= BELL_ALERT_CAUSE_LOW_SCORE; cause++)
      if (!bell_visit_resolve_alerts (visit, &visit->outcome->record, cause, error))
        return FALSE;

  visit->outcome->entity = visit->outcome->record;
  visit->outcome->undoable = TRUE;
  visit->outcome->sentence = g_strdup_printf (_("%s is now: %s."), dossier->record->number, bell_status_label (to));
  return bell_visit_settle (visit, &visit->outcome->record, error);
}

/* --- record.own --- */

gboolean
bell_verb_record_own (BellVisit  *visit,
                      GError    **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open (visit, "record", error);
  g_autoptr(BellStaff) to = dossier != NULL ? bell_visit_find (visit, "to", BELL_TYPE_STAFF, error) : NULL;
  g_autoptr(BellRecord) after = NULL;
  g_autofree char *text = NULL;
  const char *reason = bell_command_get (visit->command, "reason");
  BellCandidate candidate = { 0 };

  if (to == NULL || refuse_complete (dossier, error) ||
      !bell_visit_check (visit, BELL_ACTION_OWN, dossier, NULL, BELL_CLASS_OPS, error))
    return FALSE;

  candidate.staff = *bell_entity_get_id (BELL_ENTITY (to));
  candidate.name = to->name;
  candidate.roles = to->roles;
  candidate.department = to->department;
  candidate.active = to->active != 0;
  if (!bell_owner_rule_may_hand_over (&dossier->record->owner, &candidate, reason, error))
    return FALSE;

  after = bell_entity_copy (dossier->record);
  after->owner = candidate.staff;
  g_free (after->owner_why);
  after->owner_why = g_strdup_printf (_("Handed over by %s."), visit->actor->name);
  if (!bell_txn_update (visit->txn, BELL_ENTITY (dossier->record), BELL_ENTITY (after), BELL_CLASS_OPS,
                        &visit->outcome->record, error))
    return FALSE;

  text = g_strdup_printf (_("%s is now yours: %s"), after->number, reason);
  visit->outcome->entity = visit->outcome->record;
  visit->outcome->undoable = TRUE;
  visit->outcome->sentence = g_strdup_printf (_("%s now belongs to %s."), after->number, to->name);
  return bell_visit_alert (visit, after, BELL_ALERT_CAUSE_ASSIGNMENT, NULL, &candidate.staff, 0, text, error) &&
         bell_visit_settle (visit, &visit->outcome->record, error);
}
