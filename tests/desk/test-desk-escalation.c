/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-care.h"
#include "bell-record.h"
#include "bell-record-parts.h"
#include "desk-common.h"

/* A request that is due in half an hour; its ladder warns five minutes before, then climbs at 0, 15 and 60 minutes. */
static char *
open_request (DeskFixture *fixture)
{
  g_autoptr(BellOutcome) outcome = NULL;

  desk_fixture_demo (fixture, 20, 1, 1);
  desk_fixture_sign_in (fixture, "Isabel Albuquerque");
  /* What the demonstration hotel left open has its own ladders. */
  g_assert_true (bell_desk_escalate (fixture->desk, NULL, NULL));
  outcome = desk_fixture_do (fixture, bell_command_new ("record.new", "workflow", "crm", "f.category", "amenities", "f.text", "towels",
                                                        "due", "2026-11-22T16:00:00Z", NULL));
  return g_strdup (outcome->number);
}

/* The levels that fired on the record since then, oldest first: "0 1 2". */
static char *
tell_levels (DeskFixture *fixture,
             const char  *number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellDossier) dossier = bell_desk_open_record (fixture->desk, number, &error);
  g_autoptr(GString) levels = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (dossier->alerts)); i > 0; i--)
    {
      g_autoptr(BellAlert) alert = g_list_model_get_item (G_LIST_MODEL (dossier->alerts), i - 1);

      if (alert->cause <= BELL_ALERT_CAUSE_ESCALATION)
        g_string_append_printf (levels, "%s%d:%s", levels->len > 0 ? " " : "", (int) alert->level, alert->role);
    }
  return g_strdup (levels->str);
}

static void
tick_at (DeskFixture *fixture,
         gint64       minutes)
{
  g_autoptr(GError) error = NULL;

  bell_clock_set (fixture->clock, bell_clock_now (fixture->clock) + minutes * BELL_MINUTE);
  bell_desk_escalate (fixture->desk, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_levels (DeskFixture *fixture,
               const char  *number,
               const char  *expected)
{
  g_autofree char *levels = tell_levels (fixture, number);

  g_assert_cmpstr (levels, ==, expected);
}

static void
test_order (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autofree char *number = open_request (&fixture);

  assert_levels (&fixture, number, "");
  tick_at (&fixture, 24);
  assert_levels (&fixture, number, "");
  tick_at (&fixture, 2);
  assert_levels (&fixture, number, "0:guest-relations");
  tick_at (&fixture, 1);
  assert_levels (&fixture, number, "0:guest-relations");
  tick_at (&fixture, 4);
  assert_levels (&fixture, number, "0:guest-relations 1:supervisor");
  tick_at (&fixture, 15);
  assert_levels (&fixture, number, "0:guest-relations 1:supervisor 2:duty-manager");
  tick_at (&fixture, 200);
  assert_levels (&fixture, number, "0:guest-relations 1:supervisor 2:duty-manager 3:general-manager");
  tick_at (&fixture, 2000);
  assert_levels (&fixture, number, "0:guest-relations 1:supervisor 2:duty-manager 3:general-manager");
}

/* The computer was off: each level that was missed is told once, the warning that came too late is not. */
static void
test_missed (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autofree char *number = open_request (&fixture);

  tick_at (&fixture, 60);
  assert_levels (&fixture, number, "1:supervisor 2:duty-manager");
}

static void
test_pause (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autofree char *number = open_request (&fixture);
  g_autoptr(BellOutcome) blocked = NULL;
  g_autoptr(BellOutcome) free = NULL;

  tick_at (&fixture, 10);
  blocked = desk_fixture_do (&fixture, bell_command_new ("record.status", "record", number, "to", "blocked", "reason",
                                                         "The guest sleeps.", "waits-for", "The guest", NULL));
  tick_at (&fixture, 300);
  assert_levels (&fixture, number, "");
  free = desk_fixture_do (&fixture, bell_command_new ("record.status", "record", number, "to", "pending", NULL));
  tick_at (&fixture, 10);
  assert_levels (&fixture, number, "");
  tick_at (&fixture, 6);
  assert_levels (&fixture, number, "0:guest-relations");
}

void
add_escalation_tests (void)
{
  g_test_add_func ("/desk/escalation/order", test_order);
  g_test_add_func ("/desk/escalation/missed", test_missed);
  g_test_add_func ("/desk/escalation/pause", test_pause);
}
