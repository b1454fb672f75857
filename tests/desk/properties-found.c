/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "properties.h"

/* What random commands once found, each as the shortest way to it. */

static const HotelCase *crm = &hotel_cases[1];

static void
test_undo_under_a_closed_record (void)
{
  g_autoptr(Hotel) hotel = hotel_new ();
  g_autofree char *number = NULL;

  TRY (hotel_file_record (hotel, crm, &number) && hotel_work_off (hotel, crm, number));
  TRY (hotel_does (hotel, crm->worker, "record.check", "record", number, "slot", "validated", NULL));
  TRY (hotel_does (hotel, crm->second, "record.status", "record", number, "to", "complete", NULL));
  TRY (hotel_refuses (hotel, crm->worker, BELL_ERROR_REFUSED, "", "undo", NULL));
  TRY (hotel_does (hotel, crm->second, "undo", NULL));
}

static void
test_undo_of_a_reopening (void)
{
  g_autoptr(Hotel) hotel = hotel_new ();
  g_autofree char *number = NULL;

  TRY (hotel_file_record (hotel, crm, &number) && hotel_work_off (hotel, crm, number));
  TRY (hotel_does (hotel, crm->worker, "record.status", "record", number, "to", "complete", NULL));
  TRY (hotel_does (hotel, crm->worker, "record.status", "record", number, "to", "pending", "reason", "The guest called again", NULL));
  TRY (hotel_does (hotel, crm->second, "task.new", "record", number, "title", "Call the guest back", NULL));
  TRY (hotel_refuses (hotel, crm->worker, BELL_ERROR_REFUSED, "", "undo", NULL));
}

static void
test_undo_of_a_confirmed_value (void)
{
  g_autoptr(Hotel) hotel = hotel_new ();
  g_autofree char *number = NULL;

  TRY (hotel_file_record (hotel, crm, &number) && hotel_fill (hotel, crm, number, BELL_SLOT_VALIDATED));
  TRY (hotel_does (hotel, crm->worker, "record.set", "record", number, "slot", "validated", "f.language", "de", NULL));
  hotel_wait (hotel, BELL_MINUTE);
  TRY (hotel_does (hotel, crm->second, "record.check", "record", number, "slot", "validated", NULL));
  TRY (hotel_refuses (hotel, crm->worker, BELL_ERROR_REFUSED, "since", "undo", NULL));
}

static void
test_reversal_beside_a_proposal (void)
{
  g_autoptr(Hotel) hotel = hotel_new ();
  g_autofree char *number = NULL;
  g_autofree char *line = NULL;

  TRY (hotel_file_record (hotel, crm, &number));
  TRY (hotel_does (hotel, crm->worker, "money.add", "record", number, "kind", "refund", "amount", "99.00", "cause", "Noise at night", NULL));
  TRY (hotel_last ()->proposed);
  line = bell_id_to_string (&hotel_last ()->entity);
  TRY (hotel_refuses (hotel, "Dora Duty", BELL_ERROR_REFUSED, "waits for approval", "money.reverse", "line", line, "reason", "Booked twice", NULL));
}

static void
test_money_on_a_closed_record (void)
{
  g_autoptr(Hotel) hotel = hotel_new ();
  g_autofree char *number = NULL;

  TRY (hotel_file_record (hotel, crm, &number) && hotel_work_off (hotel, crm, number));
  TRY (hotel_does (hotel, crm->worker, "record.status", "record", number, "to", "complete", NULL));
  TRY (hotel_refuses (hotel, crm->worker, BELL_ERROR_REFUSED, "is complete", "money.add", "record", number, "kind", "refund", "amount", "99.00",
                      "cause", "Noise at night", NULL));
}

void
properties_add_found (void)
{
  g_test_add_func ("/properties/found/undo-under-a-closed-record", test_undo_under_a_closed_record);
  g_test_add_func ("/properties/found/undo-of-a-reopening", test_undo_of_a_reopening);
  g_test_add_func ("/properties/found/undo-of-a-confirmed-value", test_undo_of_a_confirmed_value);
  g_test_add_func ("/properties/found/reversal-beside-a-proposal", test_reversal_beside_a_proposal);
  g_test_add_func ("/properties/found/money-on-a-closed-record", test_money_on_a_closed_record);
}
