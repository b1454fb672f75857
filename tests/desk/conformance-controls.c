/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-desk-care.h"
#include "conformance.h"

/* C1: the owned kind always has one named owner; nobody passes it around. */
static void
c1_owner_rule (Hotel           *hotel,
               const HotelCase *the)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(BellDossier) one = NULL;
  g_autoptr(BellDossier) two = NULL;
  g_autoptr(BellDossier) after = NULL;
  g_autoptr(GPtrArray) timeline = NULL;
  const char *other;
  gboolean told = FALSE;

  TRY (hotel_file_record (hotel, the, &first) && hotel_file_record (hotel, the, &second));
  TRY ((one = hotel_open (hotel, the->worker, first)) != NULL && (two = hotel_open (hotel, the->worker, second)) != NULL);

  /* Named at once, with the reason, and shared fairly among the people on shift of the role. */
  TRY (!bell_id_is_none (&one->record->owner) && !bell_id_is_none (&two->record->owner));
  TRY (one->record->owner_why != NULL && one->record->owner_why[0] != '\0');
  TRY (g_strcmp0 (one->record->owner_name, the->worker) == 0 || g_strcmp0 (one->record->owner_name, the->second) == 0);
  TRY (g_strcmp0 (one->record->owner_name, two->record->owner_name) != 0);

  other = g_str_equal (one->record->owner_name, the->worker) ? the->second : the->worker;
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "", "record.own", "record", first, "to", other, NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "", "record.own", "record", first, "to", other, "reason", "ok", NULL));
  TRY (hotel_refuses (hotel, "Lina Line", BELL_ERROR_FORBIDDEN, "does not allow", "record.own", "record", first, "to", other,
                      "reason", "My shift ends now", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_NOT_FOUND, "Nemo", "record.own", "record", first, "to", "Nemo Nobody",
                      "reason", "My shift ends now", NULL));
  TRY (hotel_does (hotel, the->worker, "record.own", "record", first, "to", other, "reason", "My shift ends now", NULL));

  TRY ((after = hotel_open (hotel, the->worker, first)) != NULL && g_str_equal (after->record->owner_name, other));
  TRY ((timeline = hotel_timeline (hotel, the->worker, bell_entity_get_id (BELL_ENTITY (after->record)))) != NULL);
  for (guint i = 0; i < timeline->len; i++)
    {
      BellJournalEntry *entry = timeline->pdata[i];

      told |= entry->verb == BELL_VERB_OWN && entry->old_value != NULL && entry->new_value != NULL &&
              g_strcmp0 (entry->why, "My shift ends now") == 0;
    }
  TRY (told);
}

/* C2: the value is checked against the hotel's rules; wrong ones are stopped before they are promised. */
static const struct
{
  const char *workflow;
  const char *field;
  const char *value;
  const char *sentence;
} wrong[] = {
  { "customer-journey", "f.outside-system", "the moon", "" },
  { "crm", "f.arrival", "2026-11-27", "another arrival date" },
  { "guest-experience", "f.promised-time", "2026-12-05T19:00:00Z", "after the departure" },
  { "package", "f.due", "2026-11-24T10:00:00Z", "before the departure" },
  { "boutique", "f.trained", "20", "More people are trained" },
};

static void
c2_validation (Hotel           *hotel,
               const HotelCase *the)
{
  const char *record;
  g_autofree char *number = NULL;
  g_autofree char *good = NULL;
  g_autoptr(BellDossier) dossier = NULL;

  TRY (hotel_file_record (hotel, the, &number) && hotel_fill (hotel, the, number, BELL_SLOT_VALIDATED));
  record = number;
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (g_str_equal (wrong[i].workflow, the->workflow))
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(BellOutcome) set = NULL;

        good = conformance_value (hotel, the->worker, record, BELL_SLOT_VALIDATED, wrong[i].field + 2);
        set = hotel_try (hotel, the->worker, &error, "record.set", "record", record, "slot", "validated", wrong[i].field, wrong[i].value, NULL);
        /* What is wrong by itself is refused as it is entered, what is wrong beside others when it is confirmed. */
        if (set != NULL)
          {
            TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_INPUT, wrong[i].sentence, "record.check", "record", record, "slot", "validated", NULL));
            TRY (hotel_does (hotel, the->worker, "record.set", "record", record, "slot", "validated", wrong[i].field, good, NULL));
          }
        else
          TRY (g_error_matches (error, BELL_ERROR, BELL_ERROR_INPUT) && bell_error_get_hint (error) != NULL);
      }
  TRY (good != NULL);
  TRY ((dossier = hotel_open (hotel, the->worker, record)) != NULL && dossier->items[BELL_SLOT_VALIDATED]->checked_at == 0);
  TRY (hotel_does (hotel, the->worker, "record.check", "record", record, "slot", "validated", NULL));
}

/* C3: new, pending, approved, blocked or complete, legible to the next shift. */
static void
c3_status (Hotel           *hotel,
           const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_RECORDS);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  BellRecord *record;

  TRY (hotel_file_record (hotel, the, &number));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_USAGE, "resting", "record.status", "record", number, "to", "resting", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "has not been checked", "record.status", "record", number, "to", "approved", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "cannot be closed", "record.status", "record", number, "to", "complete", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "Blocking needs a reason", "record.status", "record", number, "to", "blocked", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "whom it waits for", "record.status", "record", number, "to", "blocked",
                      "reason", "The supplier is late", NULL));
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "blocked", "reason", "The supplier is late",
                   "waits-for", "The supplier", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "", "record.status", "record", number, "to", "complete", NULL));

  /* Somebody else reads it in the list, with its reason. */
  query->workflow = g_strdup (the->workflow);
  TRY ((rows = hotel_list (hotel, the->second, query)) != NULL && rows->len == 1);
  record = rows->pdata[0];
  TRY (record->status == BELL_STATUS_BLOCKED && g_strcmp0 (record->blocked_reason, "The supplier is late") == 0 &&
       g_strcmp0 (record->waits_for, "The supplier") == 0);

  TRY (hotel_does (hotel, the->second, "record.status", "record", number, "to", "pending", NULL));
  TRY (hotel_work_off (hotel, the, number));
  TRY ((dossier = hotel_open (hotel, the->second, number)) != NULL && dossier->record->status == BELL_STATUS_APPROVED);
  /* Taken back with a reason, it stays pending until the value is confirmed again. */
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "needs a reason", "record.status", "record", number, "to", "pending", NULL));
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "pending", "reason", "The guest has doubts", NULL));
  g_clear_object (&dossier);
  TRY ((dossier = hotel_open (hotel, the->second, number)) != NULL && dossier->record->status == BELL_STATUS_PENDING);
  TRY (hotel_does (hotel, the->worker, "record.check", "record", number, "slot", "validated", NULL));
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "complete", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "", "record.status", "record", number, "to", "approved", NULL));
}

/* C4: unusual case, guest impact, manager's comment. */
static void
c4_exception_note (Hotel           *hotel,
                   const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autofree char *exception = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(BellException) kept = NULL;

  TRY (hotel_file_record (hotel, the, &number));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "needs a reason", "exception.raise", "record", number, "cause", "Out of stock",
                      "impact", "high", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "needs a reason", "exception.raise", "record", number, "cause", "Out of stock",
                      "impact", "high", "note", "...", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_USAGE, "impact", "exception.raise", "record", number, "cause", "Out of stock",
                      "note", "None left in the store", NULL));
  TRY (hotel_does (hotel, the->worker, "exception.raise", "record", number, "cause", "Out of stock", "impact", "high",
                   "note", "None left in the store", NULL));
  TRY ((exception = conformance_first_exception (hotel, the->worker, number)) != NULL);

  TRY (hotel_refuses (hotel, the->reviewer, BELL_ERROR_REFUSED, "needs a reason", "exception.review", "exception", exception, "decision", "accept", NULL));
  TRY (hotel_does (hotel, the->reviewer, "exception.review", "exception", exception, "decision", "accept", "comment", "Bought some next door", NULL));
  TRY (hotel_refuses (hotel, the->reviewer, BELL_ERROR_REFUSED, "reviewed already", "exception.review", "exception", exception, "decision", "correct",
                      "comment", "Second thoughts", NULL));
  TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL);
  TRY ((kept = g_list_model_get_item (G_LIST_MODEL (dossier->exceptions), 0)) != NULL);
  TRY (kept->impact == BELL_IMPACT_HIGH && g_str_equal (kept->note, "None left in the store") && g_str_equal (kept->comment, "Bought some next door"));
  TRY (g_str_equal (kept->kind, hotel_kind (hotel, the, BELL_SLOT_EXCEPTION)->id) && g_str_equal (kept->reviewed_name, the->reviewer));
}

static guint
count_alerts (Hotel          *hotel,
              const char     *who,
              const char     *record,
              BellAlertCause  cause)
{
  g_autoptr(BellDossier) dossier = hotel_open (hotel, who, record);
  guint count = 0;

  for (guint i = 0; dossier != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (dossier->alerts)); i++)
    {
      g_autoptr(BellAlert) alert = g_list_model_get_item (G_LIST_MODEL (dossier->alerts), i);

      count += alert->cause == cause && alert->role != NULL;
    }
  return count;
}

/* C5: the right role is told on delay, before guests or finance feel it. */
static void
c5_alert (Hotel           *hotel,
          const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  guint fired = 99;

  TRY (hotel_file_record (hotel, the, &number));
  TRY (bell_desk_escalate (hotel->desk, &fired, &error) && fired == 0);
  TRY (count_alerts (hotel, the->worker, number, BELL_ALERT_CAUSE_WARNING) == 0);

  /* Up to the moment that the ladder names: a warning or its first level. */
  TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL && dossier->record->ladder_at > bell_clock_now (hotel->clock));
  bell_clock_set (hotel->clock, dossier->record->ladder_at + BELL_SECOND);
  TRY (bell_desk_escalate (hotel->desk, &fired, &error) && fired > 0);
  TRY (count_alerts (hotel, the->worker, number, BELL_ALERT_CAUSE_WARNING) + count_alerts (hotel, the->worker, number, BELL_ALERT_CAUSE_DELAY) +
         count_alerts (hotel, the->worker, number, BELL_ALERT_CAUSE_ESCALATION) >
       0);
  TRY (bell_desk_escalate (hotel->desk, &fired, &error) && fired == 0);
}

/* C6: who changed an important value, when and why. */
static void
c6_audit_detail (Hotel           *hotel,
                 const HotelCase *the)
{
  const char *field, *value;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  g_autofree char *old_value = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GPtrArray) timeline = NULL;
  const char *filler = the->filler[BELL_SLOT_AUDITED];
  gboolean told = FALSE;

  TRY (hotel_file_record (hotel, the, &number) && hotel_fill (hotel, the, number, BELL_SLOT_AUDITED));
  conformance_sensitive (hotel, the, BELL_SLOT_AUDITED, &field, &value);
  old_value = conformance_value (hotel, filler, number, BELL_SLOT_AUDITED, field);
  name = g_strconcat ("f.", field, NULL);
  hotel_wait (hotel, 7 * BELL_MINUTE);
  TRY (hotel_does (hotel, filler, "record.set", "record", number, "slot", "audited", name, value, "reason", "The voucher says so", NULL));

  TRY ((dossier = hotel_open (hotel, filler, number)) != NULL);
  TRY ((timeline = hotel_timeline (hotel, filler, bell_entity_get_id (BELL_ENTITY (dossier->record)))) != NULL);
  for (guint i = 0; i < timeline->len; i++)
    {
      BellJournalEntry *entry = timeline->pdata[i];

      if (g_strcmp0 (entry->field, field) == 0 && g_strcmp0 (entry->new_value, value) == 0)
        told |= g_strcmp0 (entry->who_name, filler) == 0 && entry->at == bell_clock_now (hotel->clock) &&
                g_strcmp0 (entry->why, "The voucher says so") == 0 && g_strcmp0 (entry->old_value, old_value) == 0;
    }
  TRY (told);
  /* Nobody takes the trace away: there is no step that does. */
  TRY (hotel_refuses (hotel, "Ada Keys", BELL_ERROR_USAGE, "does not know", "journal.remove", "record", number, NULL));
}

const ConformanceRow conformance_controls[] = {
  { "C1-owner-rule", c1_owner_rule },
  { "C2-validation", c2_validation },
  { "C3-status", c3_status },
  { "C4-exception-note", c4_exception_note },
  { "C5-alert", c5_alert },
  { "C6-audit-detail", c6_audit_detail },
  { NULL }
};
