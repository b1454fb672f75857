/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conformance.h"

/* D1: a booking, guest request, staff task or finance action creates the record, and it starts with a named owner. */
static void
d1_trigger (Hotel           *hotel,
            const HotelCase *the)
{
  static const char *const triggers[] = { "booking", "request", "task", "finance" };

  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_USAGE, "weather", "record.new", "workflow", the->workflow, "stay", the->stay,
                      "trigger", "weather", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (triggers); i++)
    {
      g_autoptr(BellDossier) dossier = NULL;
      g_autofree char *number = NULL;

      TRY (hotel_does (hotel, the->worker, "record.new", "workflow", the->workflow, "stay", the->stay, "trigger", triggers[i], NULL));
      number = g_strdup (hotel_last ()->number);
      TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL);
      TRY (g_str_equal (bell_enum_nick (BELL_TYPE_TRIGGER, dossier->record->trigger), triggers[i]));
      TRY (!bell_id_is_none (&dossier->record->owner) && dossier->record->owner_name != NULL);
      TRY (dossier->items[BELL_SLOT_OWNED] != NULL);
    }
}

/* D2: staff confirm the validated kind before the hotel promises anything; the checked value is stored. */
static void
d2_validation (Hotel           *hotel,
               const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  BellItem *item;

  TRY (hotel_file_record (hotel, the, &number));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "has not been begun", "record.check", "record", number, "slot", "validated", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "has not been checked", "record.status", "record", number, "to", "approved", NULL));
  TRY (hotel_fill (hotel, the, number, BELL_SLOT_VALIDATED));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "has not been checked", "record.status", "record", number, "to", "approved", NULL));
  TRY (hotel_does (hotel, the->worker, "record.check", "record", number, "slot", "validated", NULL));

  TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL);
  item = dossier->items[BELL_SLOT_VALIDATED];
  TRY (item->checked_at == HOTEL_NOW && g_strcmp0 (item->checked_name, the->worker) == 0 && item->status == BELL_STATUS_APPROVED);
  TRY (dossier->record->status == BELL_STATUS_APPROVED);
}

/* D3: the team updates progress and notes; other teams see the live status. */
static void
d3_department_work (Hotel           *hotel,
                    const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autofree char *task = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(BellTask) seen = NULL;

  TRY (hotel_file_record (hotel, the, &number) && (task = conformance_first_task (hotel, the->worker, number)) != NULL);
  TRY (hotel_refuses (hotel, "Greta Group", BELL_ERROR_FORBIDDEN, "", "task.move", "task", task, "to", "pending", NULL));
  TRY (hotel_does (hotel, the->second, "task.move", "task", task, "to", "pending", NULL));
  TRY (hotel_does (hotel, the->second, "task.note", "task", task, "text", "Half of it is done", NULL));
  TRY (hotel_refuses (hotel, the->second, BELL_ERROR_REFUSED, "Blocking needs a reason", "task.move", "task", task, "to", "blocked", NULL));

  TRY ((dossier = hotel_open (hotel, the->approver, number)) != NULL);
  TRY ((seen = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), 0)) != NULL);
  TRY (seen->status == BELL_STATUS_PENDING && g_strcmp0 (seen->notes, "Half of it is done") == 0 && g_strcmp0 (seen->assignee_name, the->second) == 0);
}

/* D4: a supervisor or manager reviews the case; the reason is stored. */
static void
d4_exception (Hotel           *hotel,
              const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autofree char *exception = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(BellException) kept = NULL;

  TRY (hotel_file_record (hotel, the, &number));
  TRY (hotel_does (hotel, the->reviewer, "exception.raise", "record", number, "cause", "Out of stock", "impact", "low", "note", "None left in the store", NULL));
  TRY ((exception = conformance_first_exception (hotel, the->worker, number)) != NULL);
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_FORBIDDEN, "does not allow", "exception.review", "exception", exception, "decision", "accept",
                      "comment", "Fine with me", NULL));
  TRY (hotel_refuses (hotel, the->reviewer, BELL_ERROR_FORBIDDEN, "raised themselves", "exception.review", "exception", exception, "decision", "accept",
                      "comment", "Fine with me", NULL));
  TRY (hotel_does (hotel, the->approver == the->reviewer ? "Gina General" : the->approver, "exception.review", "exception", exception,
                   "decision", "correct", "comment", "Order twice as many", NULL));
  TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL);
  TRY ((kept = g_list_model_get_item (G_LIST_MODEL (dossier->exceptions), 0)) != NULL);
  TRY (kept->state == BELL_REVIEW_STATE_REVIEWED && kept->decision == BELL_DECISION_CORRECT && g_str_equal (kept->comment, "Order twice as many"));
  TRY (dossier->record->open_exceptions == 0);
}

/* D5: once the alerted kind is complete, the record can be closed; reopening needs a reason. */
static void
d5_close (Hotel           *hotel,
          const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autofree char *task = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  const char *filler = the->filler[BELL_SLOT_ALERTED];

  TRY (hotel_file_record (hotel, the, &number) && hotel_fill (hotel, the, number, BELL_SLOT_VALIDATED));
  TRY (hotel_does (hotel, the->worker, "record.check", "record", number, "slot", "validated", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "cannot be closed yet", "record.status", "record", number, "to", "complete", NULL));
  TRY ((task = conformance_first_task (hotel, the->worker, number)) != NULL && hotel_does (hotel, the->worker, "task.move", "task", task, "to", "complete", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "cannot be closed yet", "record.status", "record", number, "to", "complete", NULL));

  TRY (hotel_fill (hotel, the, number, BELL_SLOT_ALERTED));
  TRY (hotel_refuses (hotel, filler, BELL_ERROR_REFUSED, "", "item.complete", "record", number, "slot", "alerted", NULL));
  TRY (hotel_does (hotel, filler, "record.check", "record", number, "slot", "alerted", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "cannot be closed yet", "record.status", "record", number, "to", "complete", NULL));
  TRY (hotel_does (hotel, filler, "item.complete", "record", number, "slot", "alerted", NULL));
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "complete", NULL));

  TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL && dossier->record->status == BELL_STATUS_COMPLETE &&
       dossier->record->closed_at == HOTEL_NOW);
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "is complete", "task.new", "record", number, "title", "One more", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "needs a reason", "record.status", "record", number, "to", "pending", NULL));
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "pending", "reason", "The guest called again", NULL));
}

const ConformanceRow conformance_day[] = {
  { "D1-trigger", d1_trigger },
  { "D2-validation", d2_validation },
  { "D3-department-work", d3_department_work },
  { "D4-exception", d4_exception },
  { "D5-close", d5_close },
  { NULL }
};
