/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conformance.h"

#define HEADER "Confirmation Number,Prefix,First Name,Last Name,Arrival Date,Departure Date,Phone,Email,Reservation Status,VIP Type,Room Number\n"
#define OMAR "C-102,Mr,Omar,Haddad,2026-11-26,2026-11-29,+351910000002,haddad@example.org,Reserved,,"

static guint
count_stays (Hotel *hotel)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_ARRIVALS);
  g_autoptr(GPtrArray) rows = NULL;

  query->day = g_strdup ("2026-11-26");
  rows = hotel_list (hotel, "Dora Duty", query);
  return rows != NULL ? rows->len : 0;
}

/* N1: the stay of the hotel system stands on the record; never two versions of the same stay. */
static void
n1_stay_record (Hotel           *hotel,
                const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(BellDossier) after = NULL;
  g_autoptr(BellImportReport) again = NULL;
  g_autoptr(BellImportReport) moved = NULL;
  g_autoptr(GError) error = NULL;

  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_NOT_FOUND, "C-999", "record.new", "workflow", the->workflow, "stay", "C-999", NULL));
  if (the->stay != NULL && bell_definitions_workflow (bell_desk_get_definitions (hotel->desk), the->workflow)->needs_stay)
    TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "belongs to a stay", "record.new", "workflow", the->workflow, NULL));
  TRY (hotel_does (hotel, the->worker, "record.new", "workflow", the->workflow, "stay", "C-102", NULL));
  number = g_strdup (hotel_last ()->number);
  TRY ((dossier = hotel_open (hotel, "Dora Duty", number)) != NULL && dossier->stay != NULL);
  TRY (g_str_equal (dossier->stay->confirmation, "C-102") && g_strcmp0 (dossier->record->room, "102") == 0 &&
       bell_id_equal (&dossier->record->guest, &dossier->stay->guest));

  /* People never edit it: the desk has no such step. */
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_USAGE, "does not know", "stay.set", "stay", "C-102", "room", "110", NULL));
  again = hotel_import (hotel, "Dora Duty", HEADER OMAR "102\n", &error);
  TRY (again != NULL && again->unchanged == 1 && again->added == 0 && again->changed == 0 && count_stays (hotel) == 1);
  moved = hotel_import (hotel, "Dora Duty", HEADER OMAR "110\n", &error);
  TRY (moved != NULL && moved->changed == 1 && moved->added == 0 && count_stays (hotel) == 1);
  TRY ((after = hotel_open (hotel, "Dora Duty", number)) != NULL && g_strcmp0 (after->stay->room, "110") == 0);
  TRY (bell_id_equal (&after->record->stay, &dossier->record->stay));
}

static gboolean
board_has (Hotel      *hotel,
           const char *department,
           BellStatus  status,
           const char *number)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_BOARD);
  g_autoptr(GPtrArray) rows = NULL;

  query->department = g_strdup (department);
  query->status = status;
  rows = hotel_list (hotel, "Dora Duty", query);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_strcmp0 (((BellTask *) rows->pdata[i])->number, number) == 0)
      return TRUE;
  return FALSE;
}

/* N2: the owned kind becomes visible work for the right team. */
static void
n2_task_board (Hotel           *hotel,
               const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autofree char *task = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  const char *department;

  TRY (hotel_file_record (hotel, the, &number) && (task = conformance_first_task (hotel, the->worker, number)) != NULL);
  TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL);
  department = dossier->record->department;
  TRY (board_has (hotel, department, BELL_STATUS_NEW, number));
  TRY (!board_has (hotel, g_str_equal (department, "spa") ? "laundry" : "spa", BELL_STATUS_NEW, number));

  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_REFUSED, "whom it waits for", "task.move", "task", task, "to", "blocked",
                      "reason", "No key for the room", NULL));
  TRY (hotel_does (hotel, the->worker, "task.move", "task", task, "to", "pending", NULL));
  TRY (!board_has (hotel, department, BELL_STATUS_NEW, number) && board_has (hotel, department, BELL_STATUS_PENDING, number));
  TRY (hotel_does (hotel, the->worker, "task.move", "task", task, "to", "complete", NULL));
  TRY (board_has (hotel, department, BELL_STATUS_COMPLETE, number));
}

/* N3: a charge, refund, deposit or cost when the audited kind affects money; finance never rebuilds the story. */
static void
n3_money_link (Hotel           *hotel,
               const HotelCase *the)
{
  const char *filler = the->filler[BELL_SLOT_AUDITED];
  g_autofree char *number = NULL;
  g_autofree char *id = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(BellDossier) after = NULL;
  g_autoptr(BellMoneyLine) line = NULL;
  g_autoptr(BellMoneyLine) reversed = NULL;
  g_autoptr(BellMoneyLine) reversal = NULL;

  TRY (hotel_file_record (hotel, the, &number) && hotel_fill (hotel, the, number, BELL_SLOT_AUDITED));
  TRY (hotel_refuses (hotel, filler, BELL_ERROR_REFUSED, "", "item.complete", "record", number, "slot", "audited", NULL));
  TRY (hotel_does (hotel, filler, "record.check", "record", number, "slot", "audited", NULL));
  TRY (hotel_does (hotel, filler, "item.complete", "record", number, "slot", "audited", NULL));
  TRY ((dossier = hotel_open (hotel, "Felix Finance", number)) != NULL && g_list_model_get_n_items (G_LIST_MODEL (dossier->money)) == 1);
  line = g_list_model_get_item (G_LIST_MODEL (dossier->money), 0);
  TRY (line->minor > 0 && g_str_equal (line->currency, "EUR") && line->cause != NULL && g_str_equal (line->made_name, filler));

  /* Never edited, only reversed, once and with a reason. */
  id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (line)));
  TRY (hotel_refuses (hotel, "Felix Finance", BELL_ERROR_USAGE, "does not know", "money.set", "line", id, "amount", "1.00", NULL));
  TRY (hotel_refuses (hotel, "Felix Finance", BELL_ERROR_REFUSED, "", "money.reverse", "line", id, NULL));
  TRY (hotel_does (hotel, "Felix Finance", "money.reverse", "line", id, "reason", "Booked to the wrong stay", NULL));
  TRY (hotel_refuses (hotel, "Felix Finance", BELL_ERROR_REFUSED, "", "money.reverse", "line", id, "reason", "Booked to the wrong stay", NULL));
  TRY ((after = hotel_open (hotel, "Felix Finance", number)) != NULL && g_list_model_get_n_items (G_LIST_MODEL (after->money)) == 2);
  reversed = g_list_model_get_item (G_LIST_MODEL (after->money), 0);
  reversal = g_list_model_get_item (G_LIST_MODEL (after->money), 1);
  TRY (reversed->minor == line->minor && reversed->reversed && reversal->minor == -line->minor);
}

static gboolean
edits_are_controlled (Hotel           *hotel,
                      const HotelCase *the,
                      const char      *number,
                      BellSlot         slot)
{
  const char *filler = the->filler[slot];
  const char *nick = bell_enum_nick (BELL_TYPE_SLOT, slot);
  const char *field, *value;
  g_autofree char *name = NULL;
  g_autofree char *proposal = NULL;
  g_autofree char *standing = NULL;
  g_autofree char *now = NULL;

  conformance_sensitive (hotel, the, slot, &field, &value);
  name = g_strconcat ("f.", field, NULL);
  TRY_OR (hotel_fill (hotel, the, number, slot) && hotel_does (hotel, filler, "record.check", "record", number, "slot", nick, NULL), FALSE);
  standing = conformance_value (hotel, filler, number, slot, field);
  TRY_OR (hotel_refuses (hotel, "Lina Line", BELL_ERROR_FORBIDDEN, "", "record.set", "record", number, "slot", nick, name, value,
                         "reason", "It seems better", NULL),
          FALSE);
  TRY_OR (hotel_refuses (hotel, filler, BELL_ERROR_REFUSED, "needs a reason", "record.set", "record", number, "slot", nick, name, value, NULL), FALSE);
  TRY_OR (hotel_does (hotel, filler, "record.set", "record", number, "slot", nick, name, value, "reason", "The guest asked for it", NULL), FALSE);
  TRY_OR (hotel_last ()->proposed, FALSE);
  now = conformance_value (hotel, filler, number, slot, field);
  TRY_OR (g_strcmp0 (now, standing) == 0, FALSE);

  TRY_OR ((proposal = conformance_proposal (hotel, filler, number)) != NULL, FALSE);
  TRY_OR (hotel_refuses (hotel, filler, BELL_ERROR_FORBIDDEN, "", "approval.decide", "approval", proposal, "approve", "true", NULL), FALSE);
  TRY_OR (hotel_refuses (hotel, the->approver, BELL_ERROR_REFUSED, "needs a reason", "approval.decide", "approval", proposal, "approve", "false", NULL), FALSE);
  TRY_OR (hotel_does (hotel, the->approver, "approval.decide", "approval", proposal, "approve", "true", NULL), FALSE);
  g_free (now);
  now = conformance_value (hotel, filler, number, slot, field);
  TRY_OR (g_strcmp0 (now, value) == 0, FALSE);
  TRY_OR (hotel_refuses (hotel, the->approver, BELL_ERROR_REFUSED, "decided already", "approval.decide", "approval", proposal, "approve", "true", NULL), FALSE);
  return TRUE;
}

/* N5: edits of the validated and audited kinds are controlled and reviewable. */
static void
n5_audit_and_permission (Hotel           *hotel,
                         const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_JOURNAL);
  g_autoptr(GPtrArray) journal = NULL;
  guint decided = 0;

  TRY (hotel_file_record (hotel, the, &number));
  TRY (edits_are_controlled (hotel, the, number, BELL_SLOT_VALIDATED));
  TRY (edits_are_controlled (hotel, the, number, BELL_SLOT_AUDITED));

  TRY ((journal = hotel_list (hotel, "Aud Auditor", query)) != NULL);
  for (guint i = 0; i < journal->len; i++)
    {
      BellJournalEntry *entry = journal->pdata[i];

      decided += g_str_equal (entry->kind, "approval") && g_strcmp0 (entry->field, "state") == 0 && g_strcmp0 (entry->new_value, "approved") == 0 &&
                 g_strcmp0 (entry->who_name, the->approver) == 0;
    }
  TRY (decided == 2);
}

const ConformanceRow conformance_connections[] = {
  { "N1-stay-record", n1_stay_record },
  { "N2-task-board", n2_task_board },
  { "N3-money-link", n3_money_link },
  { "N5-audit-and-permission", n5_audit_and_permission },
  { NULL }
};
