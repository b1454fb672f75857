/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conformance.h"

/* M1: no work as a side note outside the flow: a task belongs to a record, holds its closing back and stands in its history. */
static void
m1_side_notes (Hotel           *hotel,
               const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autofree char *task = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GPtrArray) timeline = NULL;
  gboolean told = FALSE;

  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_USAGE, "needs the argument", "task.new", "title", "Just do it", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_NOT_FOUND, "XX-1", "task.new", "record", "XX-1", "title", "Just do it", NULL));
  TRY (hotel_file_record (hotel, the, &number) && hotel_work_off (hotel, the, number));
  TRY (hotel_does (hotel, the->worker, "task.new", "record", number, "title", "Call the guest back", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "Call the guest back", "record.status", "record", number, "to", "complete", NULL));

  TRY ((task = conformance_first_task (hotel, the->worker, number)) != NULL);
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_USAGE, "needs the argument", "task.note", "task", task, "text", "", NULL));
  TRY (hotel_does (hotel, the->worker, "task.note", "task", task, "text", "Nobody answered", NULL));
  TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL);
  TRY ((timeline = hotel_timeline (hotel, the->worker, bell_entity_get_id (BELL_ENTITY (dossier->record)))) != NULL);
  for (guint i = 0; i < timeline->len; i++)
    told |= g_strcmp0 (((BellJournalEntry *) timeline->pdata[i])->new_value, "Nobody answered") == 0;
  TRY (told);
  TRY (hotel_does (hotel, the->worker, "task.move", "task", task, "to", "complete", NULL));
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "complete", NULL));
}

/* M2: no action without an owner: an owner role and an escalation rule stand on every record. */
static void
m2_no_action_owner (Hotel           *hotel,
                    const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *other = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(BellNextAction) next = NULL;

  TRY (hotel_file_record (hotel, the, &number) && (dossier = hotel_open (hotel, the->worker, number)) != NULL);
  TRY (dossier->record->owner_role != NULL && dossier->record->ladder != NULL && dossier->record->ladder_at > 0);
  next = bell_desk_next_action (hotel->desk, dossier);
  TRY (next != NULL && next->sentence != NULL && (!bell_id_is_none (&next->staff) || next->role != NULL || next->department != NULL));

  owner = g_strdup (dossier->record->owner_name);
  other = g_strdup (g_str_equal (owner, the->worker) ? the->second : the->worker);
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_USAGE, "needs the argument", "record.own", "record", number, "to", "",
                      "reason", "I have no time for it", NULL));
  /* Who owns open work cannot leave, and nobody who left is given any. */
  TRY (hotel_refuses (hotel, "Ada Keys", BELL_ERROR_REFUSED, "still owns", "staff.set", "staff", owner, "active", "false", NULL));
  TRY (hotel_does (hotel, the->worker, "record.own", "record", number, "to", other, "reason", "She leaves the hotel", NULL));
  TRY (hotel_does (hotel, "Ada Keys", "staff.set", "staff", owner, "active", "false", NULL));
  g_clear_pointer (&hotel->who, g_free);
  TRY (hotel_refuses (hotel, other, BELL_ERROR_REFUSED, "", "record.own", "record", number, "to", owner, "reason", "She may do it again", NULL));
}

/* M3: staff edit the validated value without approval: permission levels for sensitive fields. */
static void
m3_unapproved_edit (Hotel           *hotel,
                    const HotelCase *the)
{
  const char *field, *value;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  g_autofree char *standing = NULL;
  g_autofree char *now = NULL;
  g_autofree char *proposal = NULL;

  conformance_sensitive (hotel, the, BELL_SLOT_VALIDATED, &field, &value);
  name = g_strconcat ("f.", field, NULL);
  TRY (hotel_file_record (hotel, the, &number) && hotel_fill (hotel, the, number, BELL_SLOT_VALIDATED));
  TRY (hotel_does (hotel, the->worker, "record.check", "record", number, "slot", "validated", NULL));
  standing = conformance_value (hotel, the->worker, number, BELL_SLOT_VALIDATED, field);

  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "needs a reason", "record.set", "record", number, "slot", "validated", name, value, NULL));
  TRY (hotel_does (hotel, the->worker, "record.set", "record", number, "slot", "validated", name, value, "reason", "The guest comes later", NULL));
  now = conformance_value (hotel, the->worker, number, BELL_SLOT_VALIDATED, field);
  TRY (hotel_last ()->proposed && g_strcmp0 (now, standing) == 0);
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "already waits", "record.set", "record", number, "slot", "validated", name, value,
                      "reason", "The guest comes later", NULL));
  /* While it waits, the record does not close. */
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "waits for a decision", "record.status", "record", number, "to", "complete", NULL));
  TRY ((proposal = conformance_proposal (hotel, the->worker, number)) != NULL);
  TRY (hotel_refuses (hotel, the->second, BELL_ERROR_FORBIDDEN, "", "approval.decide", "approval", proposal, "approve", "true", NULL));
  TRY (hotel_does (hotel, the->approver, "approval.decide", "approval", proposal, "approve", "false", "reason", "The old one was promised", NULL));
  g_free (now);
  now = conformance_value (hotel, the->worker, number, BELL_SLOT_VALIDATED, field);
  TRY (g_strcmp0 (now, standing) == 0);
}

/* M4: an exception without its reason. */
static void
m4_exception_without_reason (Hotel           *hotel,
                             const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autofree char *exception = NULL;

  TRY (hotel_file_record (hotel, the, &number) && hotel_work_off (hotel, the, number));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "needs a reason", "exception.raise", "record", number, "cause", "Late", "impact", "low",
                      "note", "xxx", NULL));
  TRY (hotel_does (hotel, the->worker, "exception.raise", "record", number, "cause", "Late", "impact", "low", "note", "The van broke down", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "waits for a manager", "record.status", "record", number, "to", "complete", NULL));
  TRY ((exception = conformance_first_exception (hotel, the->reviewer, number)) != NULL);
  TRY (hotel_refuses (hotel, the->reviewer, BELL_ERROR_REFUSED, "needs a reason", "exception.review", "exception", exception, "decision", "accept",
                      "comment", "ok", NULL));
  TRY (hotel_does (hotel, the->reviewer, "exception.review", "exception", exception, "decision", "accept", "comment", "Have it repaired", NULL));
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "complete", NULL));
}

const ConformanceRow conformance_mistakes[] = {
  { "M1-side-notes", m1_side_notes },
  { "M2-no-action-owner", m2_no_action_owner },
  { "M3-unapproved-edit", m3_unapproved_edit },
  { "M4-exception-without-reason", m4_exception_without_reason },
  { NULL }
};
