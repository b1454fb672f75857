/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-money.h"
#include "bell-text.h"
#include "bell-verbs.h"

static gboolean
read_amount (BellVisit      *visit,
             BellException  *exception,
             GError        **error)
{
  const char *amount = bell_command_get (visit->command, "amount");
  const char *currency = bell_command_get (visit->command, "currency");

  if (amount == NULL || amount[0] == '\0')
    return TRUE;

  exception->currency = g_strdup (currency != NULL ? currency : visit->currency);
  return bell_money_parse (amount, exception->currency, &exception->minor, error);
}

gboolean
bell_verb_exception_raise (BellVisit  *visit,
                           GError    **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open (visit, "record", error);
  g_autoptr(BellException) exception = g_object_new (BELL_TYPE_EXCEPTION, NULL);
  g_autofree char *text = NULL;
  const BellWorkflow *workflow;
  const char *note;
  int impact;

  if (dossier == NULL || bell_visit_need (visit, "cause", error) == NULL ||
      !bell_visit_need_enum (visit, "impact", BELL_TYPE_IMPACT, &impact, error))
    return FALSE;
  if ((note = bell_visit_need_reason (visit, "note", error)) == NULL)
    return FALSE;
  if (dossier->record->status == BELL_STATUS_COMPLETE)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Reopen it with a reason first."), _("%s is complete."), dossier->record->number);
      return FALSE;
    }

  workflow = bell_definitions_workflow (visit->definitions, dossier->record->workflow);
  exception->record = visit->outcome->record;
  exception->kind = g_strdup (workflow != NULL ? workflow->kinds[BELL_SLOT_EXCEPTION]->id : NULL);
  exception->cause = bell_text_clean (bell_command_get (visit->command, "cause"));
  exception->note = bell_text_clean (note);
  exception->impact = impact;
  exception->raised_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  exception->raised_at = visit->now;
  if (!bell_visit_check (visit, BELL_ACTION_RAISE, dossier, exception->kind, BELL_CLASS_OPS, error) ||
      !read_amount (visit, exception, error) ||
      !bell_txn_insert (visit->txn, BELL_ENTITY (exception), BELL_CLASS_OPS, &exception->record, error))
    return FALSE;

  text = g_strdup_printf (_("%s: %s — %s"), dossier->record->number, exception->cause, bell_impact_label (impact));
  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (exception));
  visit->outcome->sentence = g_strdup (_("Exception raised; it waits for a review."));
  return bell_visit_alert (visit, dossier->record, BELL_ALERT_CAUSE_EXCEPTION,
                           workflow != NULL ? workflow->review_role : NULL, NULL, 0, text, error) &&
         bell_visit_settle (visit, &visit->outcome->record, error);
}

static gboolean
resolve_when_last (BellVisit    *visit,
                   BellDossier  *dossier,
                   GError      **error)
{
  guint open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->exceptions)); i++)
    {
      g_autoptr(BellException) other = g_list_model_get_item (G_LIST_MODEL (dossier->exceptions), i);

      open += other->state == BELL_REVIEW_STATE_OPEN;
    }
  return open > 1 || bell_visit_resolve_alerts (visit, &visit->outcome->record, BELL_ALERT_CAUSE_EXCEPTION, error);
}

gboolean
bell_verb_exception_review (BellVisit  *visit,
                            GError    **error)
{
  g_autoptr(BellException) exception = bell_visit_find (visit, "exception", BELL_TYPE_EXCEPTION, error);
  g_autoptr(BellDossier) dossier = exception != NULL ? bell_visit_open_id (visit, &exception->record, error) : NULL;
  g_autoptr(BellException) after = NULL;
  const char *comment;
  int decision;

  if (dossier == NULL || !bell_visit_need_enum (visit, "decision", BELL_TYPE_DECISION, &decision, error) ||
      !bell_visit_check (visit, BELL_ACTION_REVIEW, dossier, exception->kind, BELL_CLASS_OPS, error))
    return FALSE;
  if ((comment = bell_visit_need_reason (visit, "comment", error)) == NULL)
    return FALSE;
  if (exception->state == BELL_REVIEW_STATE_REVIEWED || decision == BELL_DECISION_NONE)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, NULL, exception->state == BELL_REVIEW_STATE_REVIEWED
                      ? _("This exception has been reviewed already.") : _("Say what was decided."));
      return FALSE;
    }
  if (bell_id_equal (&exception->raised_by, bell_entity_get_id (BELL_ENTITY (visit->actor))))
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Ask another supervisor or manager."),
                      _("Nobody reviews an exception that they raised themselves."));
      return FALSE;
    }

  visit->outcome->record = exception->record;
  visit->outcome->number = g_strdup (dossier->record->number);
  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (exception));
  after = bell_entity_copy (exception);
  after->state = BELL_REVIEW_STATE_REVIEWED;
  after->decision = decision;
  after->comment = bell_text_clean (comment);
  after->reviewed_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  after->reviewed_at = visit->now;
  visit->outcome->sentence = g_strdup (_("Exception reviewed."));
  return bell_txn_update (visit->txn, BELL_ENTITY (exception), BELL_ENTITY (after), BELL_CLASS_OPS, &exception->record, error) &&
         resolve_when_last (visit, dossier, error) && bell_visit_settle (visit, &exception->record, error);
}

gboolean
bell_verb_alert_seen (BellVisit  *visit,
                      GError    **error)
{
  g_autoptr(BellAlert) alert = bell_visit_find (visit, "alert", BELL_TYPE_ALERT, error);
  g_autoptr(BellAlert) after = NULL;

  if (alert == NULL)
    return FALSE;
  if (!bell_id_equal (&alert->staff, bell_entity_get_id (BELL_ENTITY (visit->actor))) &&
      !(bell_id_is_none (&alert->staff) && bell_roles_has (visit->actor->roles, alert->role)))
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, NULL, _("This alert is for somebody else."));
      return FALSE;
    }

  after = bell_entity_copy (alert);
  after->seen_at = visit->now;
  after->seen_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  /* News is dealt with once read; what waits for work goes when the work is done. */
  if (alert->cause == BELL_ALERT_CAUSE_ASSIGNMENT || alert->cause == BELL_ALERT_CAUSE_WARNING)
    after->resolved_at = visit->now;
  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (alert));
  visit->outcome->record = alert->record;
  return alert->seen_at != 0 ||
         bell_txn_update (visit->txn, BELL_ENTITY (alert), BELL_ENTITY (after), BELL_CLASS_OPS, &alert->record, error);
}
