/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-ladder.h"
#include "rules-common.h"

static gint64
at (const char *iso)
{
  g_autofree char *full = g_strdup_printf ("%.16s:00%s", iso, iso + 16);
  gint64 instant = 0;

  g_assert_true (bell_time_from_iso8601 (full, NULL, &instant));
  return instant;
}

/* From a local time, so much opening time, ends at that instant. Berlin: summer time ended 2026-10-25 03:00, begins 2027-03-28 02:00. */
static const struct
{
  const char *calendar;
  const char *zone;
  const char *start;
  int minutes;
  const char *end;
} sums[] = {
  { "always", "Europe/Berlin", "2026-11-22T23:50+01:00", 20, "2026-11-23T00:10+01:00" },
  { "office", "Europe/Berlin", "2026-11-23T09:00+01:00", 60, "2026-11-23T10:00+01:00" },
  { "office", "Europe/Berlin", "2026-11-23T12:00+01:00", 60, "2026-11-23T13:30+01:00" },
  { "office", "Europe/Berlin", "2026-11-23T17:00+01:00", 60, "2026-11-24T09:00+01:00" },
  { "office", "Europe/Berlin", "2026-11-27T17:00+01:00", 60, "2026-11-30T09:00+01:00" },
  { "office", "Europe/Berlin", "2026-11-28T12:00+01:00", 30, "2026-11-30T09:00+01:00" },
  { "office", "Europe/Berlin", "2026-12-24T17:00+01:00", 60, "2026-12-28T09:00+01:00" },
  { "office", "Europe/Berlin", "2026-11-24T09:00+01:00", -60, "2026-11-23T17:00+01:00" },
  { "office", "Europe/Berlin", "2026-11-30T09:00+01:00", -60, "2026-11-27T17:00+01:00" },
  { "office", "Europe/Berlin", "2026-11-23T13:30+01:00", -60, "2026-11-23T12:00+01:00" },
  { "housekeeping", "Europe/Berlin", "2026-11-22T22:50+01:00", 20, "2026-11-23T07:10+01:00" },
  { "housekeeping", "Europe/Berlin", "2026-10-24T22:00+02:00", 120, "2026-10-25T08:00+01:00" },
  { "restaurant", "Europe/Berlin", "2026-11-22T23:50+01:00", 60, "2026-11-23T06:50+01:00" },
  { "restaurant", "Europe/Berlin", "2026-11-20T23:50+01:00", 60, "2026-11-21T00:50+01:00" },
  { "restaurant", "Europe/Berlin", "2026-11-21T01:50+01:00", 20, "2026-11-21T06:40+01:00" },
  /* The nights of the clock change, open until 02:00 by the clock on the wall: in autumn that is the second 02:00, in spring there is none. */
  { "restaurant", "Europe/Berlin", "2026-10-25T01:30+02:00", 40, "2026-10-25T02:10+02:00" },
  { "restaurant", "Europe/Berlin", "2026-10-25T01:30+02:00", 100, "2026-10-25T06:40+01:00" },
  { "restaurant", "Europe/Berlin", "2027-03-28T01:30+01:00", 40, "2027-03-28T06:40+02:00" },
  { "spa", "Asia/Tokyo", "2026-11-22T20:50+09:00", 20, "2026-11-23T09:10+09:00" },
  { "laundry", "America/New_York", "2026-10-31T17:30-04:00", 60, "2026-11-02T07:30-05:00" },
  { "laundry", "Australia/Lord_Howe", "2026-11-21T17:30+11:00", 60, "2026-11-23T07:30+11:00" },
};

static void
test_sums (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      const BellCalendar *calendar = bell_definitions_calendar (test_definitions (), sums[i].calendar);
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (sums[i].zone);
      gint64 end;
      g_autofree char *told = NULL;

      g_assert_nonnull (zone);
      end = bell_calendar_add (calendar, at (sums[i].start), sums[i].minutes * BELL_MINUTE, zone);
      told = bell_time_to_iso8601 (end);
      g_test_message ("%s %s %+d: %s", sums[i].calendar, sums[i].start, sums[i].minutes, told);
      g_assert_cmpint (end, ==, at (sums[i].end));
      g_assert_cmpint (bell_calendar_between (calendar, at (sums[i].start), end, zone), ==, sums[i].minutes * BELL_MINUTE);
    }
}

static void
test_open (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  const BellCalendar *office = bell_definitions_calendar_of (test_definitions (), "sales");
  const BellCalendar *restaurant = bell_definitions_calendar_of (test_definitions (), "food-and-beverage");

  g_assert_true (bell_calendar_is_open (office, at ("2026-11-23T08:30+01:00"), zone));
  g_assert_false (bell_calendar_is_open (office, at ("2026-11-23T12:30+01:00"), zone));
  g_assert_false (bell_calendar_is_open (office, at ("2026-11-22T10:00+01:00"), zone));
  g_assert_false (bell_calendar_is_open (office, at ("2026-05-01T10:00+02:00"), zone));
  g_assert_true (bell_calendar_is_open (restaurant, at ("2026-11-22T01:59+01:00"), zone));
  g_assert_false (bell_calendar_is_open (restaurant, at ("2026-11-22T02:00+01:00"), zone));
  g_assert_true (bell_calendar_is_open (bell_definitions_calendar_of (test_definitions (), "front-office"), 0, zone));
  g_assert_true (bell_definitions_calendar_of (test_definitions (), "nowhere")->always);
}

/* A random calendar, zone and instant each round: what was added can be taken away and measured. */
static void
test_inverse (void)
{
  static const char *const zones[] = { "UTC", "Europe/Lisbon", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe" };
  GPtrArray *calendars = bell_definitions_calendars (test_definitions ());

  for (int round = 0; round < 400; round++)
    {
      const BellCalendar *calendar = calendars->pdata[g_test_rand_int_range (0, calendars->len)];
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))]);
      gint64 start = TEST_NOW + g_test_rand_int_range (-200 * 24 * 3600, 200 * 24 * 3600) * BELL_SECOND;
      gint64 first = g_test_rand_int_range (1, 3000) * BELL_MINUTE;
      gint64 second = g_test_rand_int_range (1, 3000) * BELL_MINUTE;
      gint64 middle = bell_calendar_add (calendar, start, first, zone);
      gint64 end = bell_calendar_add (calendar, middle, second, zone);

      g_assert_cmpint (bell_calendar_add (calendar, start, first + second, zone), ==, end);
      g_assert_cmpint (bell_calendar_between (calendar, start, middle, zone), ==, first);
      g_assert_cmpint (bell_calendar_between (calendar, start, end, zone), ==, first + second);
      g_assert_cmpint (bell_calendar_between (calendar, end, start, zone), ==, -(first + second));
      g_assert_cmpint (bell_calendar_between (calendar, bell_calendar_add (calendar, end, -second, zone), end, zone), ==, second);
      g_assert_cmpint (middle, >=, start + first);
    }
}

/* C5, B8: warning, then level after level, never earlier than the one before; a pause shifts each by exactly its working time. */
static void
test_monotone (void)
{
  GPtrArray *ladders = bell_definitions_ladders (test_definitions ());
  GPtrArray *calendars = bell_definitions_calendars (test_definitions ());
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Lisbon");

  for (int round = 0; round < 300; round++)
    {
      const BellLadder *ladder = ladders->pdata[g_test_rand_int_range (0, ladders->len)];
      const BellCalendar *calendar = calendars->pdata[g_test_rand_int_range (0, calendars->len)];
      gint64 opened = TEST_NOW + g_test_rand_int_range (0, 30 * 24 * 60) * BELL_MINUTE;
      gint64 due = g_test_rand_bit () ? opened + g_test_rand_int_range (0, 5000) * BELL_MINUTE : 0;
      gint64 pause = g_test_rand_int_range (0, 4000) * BELL_MINUTE;
      gint64 last = G_MININT64;
      gboolean warned = FALSE;
      int level = 0;
      int fired = 0;
      BellLadderStep step, paused;

      while (bell_ladder_next (ladder, calendar, opened, due, 0, level, warned, zone, &step))
        {
          g_assert_cmpint (step.at, >=, last);
          g_assert_cmpint (step.at, >=, opened);
          g_assert_nonnull (bell_definitions_role (test_definitions (), step.role));
          g_assert_nonnull (step.text);
          g_assert_true (bell_ladder_next (ladder, calendar, opened, due, pause, level, warned, zone, &paused));
          if (step.level > 0)
            {
              gint64 base = ladder->from_due && due != 0 ? due : opened;

              g_assert_cmpint (bell_calendar_between (calendar, base, paused.at, zone) - bell_calendar_between (calendar, base, step.at, zone),
                               ==, pause);
              if (calendar->always)
                g_assert_cmpint (paused.at, ==, step.at + pause);
            }
          last = step.at;
          warned = TRUE;
          level = step.level;
          fired++;
        }
      g_assert_cmpint (fired, ==, (int) ladder->levels->len + (ladder->warn_minutes > 0));
    }
}

static void
test_example (void)
{
  const BellLadder *ladder = bell_definitions_ladder (test_definitions (), "guest-request");
  const BellCalendar *always = bell_definitions_calendar (test_definitions (), "always");
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  gint64 due = TEST_NOW + 15 * BELL_MINUTE;
  BellLadderStep step;

  g_assert_true (bell_ladder_next (ladder, always, TEST_NOW, due, 0, 0, FALSE, zone, &step));
  g_assert_cmpint (step.level, ==, 0);
  g_assert_cmpint (step.at, ==, due - 5 * BELL_MINUTE);
  g_assert_true (bell_ladder_next (ladder, always, TEST_NOW, due, 0, 0, TRUE, zone, &step));
  g_assert_cmpint (step.level, ==, 1);
  g_assert_cmpint (step.at, ==, due);
  g_assert_cmpstr (step.role, ==, "supervisor");
  g_assert_true (bell_ladder_next (ladder, always, TEST_NOW, due, 10 * BELL_MINUTE, 1, TRUE, zone, &step));
  g_assert_cmpint (step.at, ==, due + 25 * BELL_MINUTE);
  g_assert_cmpstr (step.role, ==, "duty-manager");
  g_assert_false (bell_ladder_next (ladder, always, TEST_NOW, due, 0, 3, TRUE, zone, &step));
  /* Promised for in two minutes: the warning comes at once. */
  g_assert_true (bell_ladder_next (ladder, always, TEST_NOW, TEST_NOW + 2 * BELL_MINUTE, 0, 0, FALSE, zone, &step));
  g_assert_cmpint (step.at, ==, TEST_NOW);
}

void
add_ladder_tests (void)
{
  g_test_add_func ("/rules/calendar/sums", test_sums);
  g_test_add_func ("/rules/calendar/open", test_open);
  g_test_add_func ("/rules/calendar/inverse", test_inverse);
  g_test_add_func ("/rules/ladder/monotone", test_monotone);
  g_test_add_func ("/rules/ladder/example", test_example);
}
