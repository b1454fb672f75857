/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-care.h"
#include "bell-quick-entry-session.h"
#include "conformance.h"

/* B1: an unowned record cannot exist, whoever opens it and whenever: here at night, with nobody on shift. */
static void
b1_never_unowned (Hotel           *hotel,
                  const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(BellDossier) dossier = NULL;

  hotel_wait (hotel, 14 * BELL_HOUR);
  TRY (hotel_does (hotel, the->worker, "record.new", "workflow", the->workflow, "stay", the->stay, NULL));
  number = g_strdup (hotel_last ()->number);
  TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL && !bell_id_is_none (&dossier->record->owner));
  TRY (dossier->record->owner_why != NULL && dossier->record->owner_name != NULL);
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_NOT_FOUND, "Nemo", "record.new", "workflow", the->workflow, "stay", the->stay,
                      "person", "Nemo Nobody", "reason", "He knows the guest", NULL));
}

/* B2: compensation limits by role and currency. */
static void
b2_limits (Hotel           *hotel,
           const HotelCase *the)
{
  static const struct
  {
    const char *who;
    const char *amount;
    const char *currency;
    gboolean waits;
  } tries[] = {
    { "Dora Duty", "600.00", "EUR", FALSE },
    { "Dora Duty", "600.01", "EUR", TRUE },
    { "Dora Duty", "650.00", "USD", FALSE },
    { "Dora Duty", "650.01", "USD", TRUE },
    { "Dora Duty", "100000", "JPY", FALSE },
    { "Dora Duty", "100001", "JPY", TRUE },
    { "Dora Duty", "1.00", "CHF", TRUE },
    { "Felix Finance", "600.00", "EUR", FALSE },
    { "Felix Finance", "600.01", "EUR", TRUE },
    { "Gina General", "99999.00", "EUR", FALSE },
    { "Gina General", "99999.00", "CHF", FALSE },
  };
  g_autofree char *number = NULL;
  g_autofree char *proposal = NULL;

  TRY (hotel_file_record (hotel, the, &number));
  TRY (hotel_refuses (hotel, "Dora Duty", BELL_ERROR_INPUT, "", "money.add", "record", number, "kind", "refund", "amount", "0", "cause", "Noise at night", NULL));
  TRY (hotel_refuses (hotel, "Dora Duty", BELL_ERROR_INPUT, "", "money.add", "record", number, "kind", "refund", "amount", "5.00", NULL));
  TRY (hotel_refuses (hotel, "Lina Line", BELL_ERROR_FORBIDDEN, "does not allow", "money.add", "record", number, "kind", "refund", "amount", "5.00",
                      "cause", "Noise at night", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      TRY (hotel_does (hotel, tries[i].who, "money.add", "record", number, "kind", "refund", "amount", tries[i].amount,
                       "currency", tries[i].currency, "cause", "Noise at night", NULL));
      TRY (hotel_last ()->proposed == tries[i].waits);
      if (!tries[i].waits)
        continue;
      TRY ((proposal = conformance_proposal (hotel, "Gina General", number)) != NULL);
      TRY (hotel_refuses (hotel, tries[i].who, BELL_ERROR_FORBIDDEN, "own proposal", "approval.decide", "approval", proposal, "approve", "true", NULL));
      TRY (hotel_refuses (hotel, g_str_equal (tries[i].who, "Dora Duty") ? "Felix Finance" : "Dora Duty", BELL_ERROR_FORBIDDEN, "",
                          "approval.decide", "approval", proposal, "approve", "true", NULL));
      TRY (hotel_does (hotel, "Gina General", "approval.decide", "approval", proposal, "approve", "true", NULL));
      g_clear_pointer (&proposal, g_free);
    }
}

/* B3: a reason with every sensitive change. */
static void
b3_reasons (Hotel           *hotel,
            const HotelCase *the)
{
  g_autofree char *number = NULL;

  TRY (hotel_file_record (hotel, the, &number));
  TRY (hotel_refuses (hotel, "Gina General", BELL_ERROR_REFUSED, "reason", "record.own", "record", number, "to", the->second, NULL));
  TRY (hotel_refuses (hotel, "Ada Keys", BELL_ERROR_REFUSED, "reason", "staff.roles", "staff", "Lina Line", "roles", "front-desk", NULL));
  TRY (hotel_refuses (hotel, "Ada Keys", BELL_ERROR_REFUSED, "reason", "definition.set", "name", "limits", "text", "{}", NULL));
  TRY (hotel_does (hotel, "Ada Keys", "staff.roles", "staff", "Lina Line", "roles", "front-desk", "reason", "She was promoted", NULL));
  /* Nobody raises their own rights, and nobody below gives what is above. */
  TRY (hotel_refuses (hotel, "Ada Keys", BELL_ERROR_FORBIDDEN, "their own roles", "staff.roles", "staff", "Ada Keys", "roles",
                      "administrator general-manager", "reason", "I need it now", NULL));
  TRY (hotel_refuses (hotel, the->worker, BELL_ERROR_FORBIDDEN, "does not allow", "staff.roles", "staff", the->second, "roles", "general-manager",
                      "reason", "He deserves it", NULL));
}

typedef struct
{
  GPtrArray *chips;
  BellCommand *command;
  gboolean done;
} Reading;

static void
read_line_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Reading *reading = data;
  g_autoptr(GError) error = NULL;

  reading->chips = bell_desk_read_line_finish (BELL_DESK (source), result, &reading->command, &error);
  reading->done = TRUE;
}

/* B7: a request logged in one line, by whoever sits at the desk. */
static void
b7_one_line (Hotel           *hotel,
             const HotelCase *the)
{
  g_autofree char *line = g_strdup_printf ("102 2 extra towels !19:00 @housekeeping #%s", the->workflow);
  g_autoptr(BellOutcome) outcome = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GPtrArray) chips = NULL;
  g_autoptr(BellCommand) command = NULL;
  g_autoptr(GError) error = NULL;
  Reading reading = { 0 };

  /* The guest of room 102 has arrived by then. */
  hotel_wait (hotel, 3 * BELL_DAY);
  TRY (hotel_sit (hotel, the->worker));
  bell_desk_read_line_async (hotel->desk, line, NULL, read_line_cb, &reading);
  while (!reading.done)
    g_main_context_iteration (NULL, TRUE);
  chips = reading.chips;
  command = reading.command;
  TRY (chips != NULL && chips->len >= 4 && command != NULL);
  outcome = bell_desk_submit (hotel->desk, command, &error);
  g_test_message ("%s", error != NULL ? error->message : outcome->sentence);
  TRY (outcome != NULL && outcome->number != NULL);
  TRY ((dossier = hotel_open (hotel, the->worker, outcome->number)) != NULL);
  TRY (g_str_equal (dossier->record->workflow, the->workflow) && g_strcmp0 (dossier->record->room, "102") == 0);
  TRY (g_str_equal (dossier->record->department, "housekeeping") && !bell_id_is_none (&dossier->record->owner));
}

/* B8: the ladder has levels, each with its own time, and its clock pauses while blocked with a reason. */
static void
b8_ladder (Hotel           *hotel,
           const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(BellDossier) before = NULL;
  g_autoptr(BellDossier) blocked = NULL;
  g_autoptr(BellDossier) after = NULL;
  g_autoptr(GError) error = NULL;
  guint fired = 99;

  TRY (hotel_file_record (hotel, the, &number) && (before = hotel_open (hotel, the->worker, number)) != NULL);
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "blocked", "reason", "The part is on order", "waits-for", "The shop", NULL));
  TRY ((blocked = hotel_open (hotel, the->worker, number)) != NULL && blocked->record->ladder_at == 0);
  hotel_wait (hotel, 30 * BELL_DAY);
  TRY (bell_desk_escalate (hotel->desk, &fired, &error) && fired == 0);

  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "pending", NULL));
  TRY ((after = hotel_open (hotel, the->worker, number)) != NULL && after->record->paused > 0);
  TRY (after->record->ladder_at > before->record->ladder_at);
  for (int level = 0; level < 10 && after->record->ladder_at != 0; level++)
    {
      gint64 at = after->record->ladder_at;

      bell_clock_set (hotel->clock, MAX (at, bell_clock_now (hotel->clock)) + BELL_SECOND);
      TRY (bell_desk_escalate (hotel->desk, &fired, &error) && fired > 0);
      g_clear_object (&after);
      TRY ((after = hotel_open (hotel, the->worker, number)) != NULL);
      TRY (after->record->ladder_at == 0 || after->record->ladder_at > at);
    }
  TRY (after->record->ladder_at == 0 && after->record->ladder_level >= 2);
}

/* B11: every record says who does what by when, and why it cannot be closed yet. */
static void
b11_next_action (Hotel           *hotel,
                 const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(BellDossier) open = NULL;
  g_autoptr(BellDossier) ready = NULL;
  g_autoptr(BellDossier) closed = NULL;
  g_autoptr(BellNextAction) next = NULL;
  g_autoptr(BellNextAction) last = NULL;

  TRY (hotel_file_record (hotel, the, &number) && (open = hotel_open (hotel, the->worker, number)) != NULL);
  next = bell_desk_next_action (hotel->desk, open);
  TRY (next != NULL && next->sentence[0] != '\0' && next->why_open != NULL);
  TRY (g_str_equal (open->record->next_text, next->sentence));

  TRY (hotel_work_off (hotel, the, number) && (ready = hotel_open (hotel, the->worker, number)) != NULL);
  last = bell_desk_next_action (hotel->desk, ready);
  TRY (last != NULL && g_str_equal (last->code, "close") && last->why_open == NULL);
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "complete", NULL));
  TRY ((closed = hotel_open (hotel, the->worker, number)) != NULL && bell_desk_next_action (hotel->desk, closed) == NULL);
}

/* B12: erasing a guest does not break the chain of the journal. */
static void
b12_erasure (Hotel           *hotel,
             const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autofree char *guest = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(BellAuditReport) report = NULL;
  g_autoptr(GError) error = NULL;

  TRY (hotel_does (hotel, the->worker, "record.new", "workflow", the->workflow, "stay", "C-102", NULL));
  number = g_strdup (hotel_last ()->number);
  TRY ((dossier = hotel_open (hotel, "Dora Duty", number)) != NULL);
  guest = bell_id_to_string (&dossier->record->guest);
  TRY (hotel_refuses (hotel, "Dora Duty", BELL_ERROR_FORBIDDEN, "does not allow", "guest.erase", "guest", guest, "reason", "The guest asked", NULL));
  TRY (hotel_refuses (hotel, "Aud Auditor", BELL_ERROR_REFUSED, "still open", "guest.erase", "guest", guest, "reason", "The guest asked", NULL));
  TRY (hotel_work_off (hotel, the, number) && hotel_does (hotel, the->worker, "record.status", "record", number, "to", "complete", NULL));
  TRY (hotel_refuses (hotel, "Aud Auditor", BELL_ERROR_REFUSED, "needs a reason", "guest.erase", "guest", guest, NULL));
  TRY (hotel_does (hotel, "Aud Auditor", "guest.erase", "guest", guest, "reason", "The guest asked", NULL));
  report = bell_desk_verify (hotel->desk, NULL, &error);
  TRY (report != NULL && report->sound && report->entries > 0);
}

const ConformanceRow conformance_beyond[] = {
  { "B1-never-unowned", b1_never_unowned },
  { "B2-limits", b2_limits },
  { "B3-reasons", b3_reasons },
  { "B7-one-line", b7_one_line },
  { "B8-ladder", b8_ladder },
  { "B11-next-action", b11_next_action },
  { "B12-erasure", b12_erasure },
  { NULL }
};
