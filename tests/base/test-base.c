/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-error.h"
#include "bell-id.h"
#include "bell-money.h"
#include "bell-text.h"

/* --- Ids --- */

static void
test_id_grows (void)
{
  BellId last = BELL_ID_NONE;

  /* The same instant, and one that goes back: ids still grow. */
  for (int i = 0; i < 20000; i++)
    {
      BellId id = bell_id_new (i < 10000 ? 1700000000000000 : 1600000000000000);

      g_assert_cmpint (bell_id_compare (&last, &id), <, 0);
      g_assert_cmpint (id.bytes[6] >> 4, ==, 7);
      g_assert_cmpint (id.bytes[8] >> 6, ==, 2);
      last = id;
    }
}

static void
test_id_text (void)
{
  static const char *const wrong[] = { NULL, "", "0190c9e2-7b1c-7def-8123-45678", "0190c9e27b1c7def8123456789abcdef0000",
                                       "0190c9e2-7b1c-7def-8123-456789abcdeg", "0190c9e2x7b1c-7def-8123-456789abcdef" };
  BellId id = bell_id_new (g_get_real_time ());
  g_autofree char *text = bell_id_to_string (&id);
  BellId again;

  g_assert_true (bell_id_parse (text, &again));
  g_assert_true (bell_id_equal (&id, &again));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (bell_id_parse (wrong[i], &again));
  g_assert_true (bell_id_is_none (&BELL_ID_NONE));
  g_assert_false (bell_id_is_none (&id));
}

/* --- Money --- */

static void
test_money_parse (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
    gboolean good;
    gint64 minor;
  } cases[] = {
    { "120", "EUR", TRUE, 12000 },         { "120.5", "EUR", TRUE, 12050 },
    { "120,50", "EUR", TRUE, 12050 },      { "1 200.00", "EUR", TRUE, 120000 },
    { "1\u202f200,01", "EUR", TRUE, 120001 }, { "-3.10", "EUR", TRUE, -310 },
    { "0", "EUR", TRUE, 0 },               { "500", "JPY", TRUE, 500 },
    { "1.234", "KWD", TRUE, 1234 },        { "92233720368547758.07", "EUR", TRUE, G_MAXINT64 },
    { "92233720368547758.08", "EUR", FALSE, 0 }, { "1.234", "EUR", FALSE, 0 },
    { "5.0", "JPY", FALSE, 0 },            { "", "EUR", FALSE, 0 },
    { "-", "EUR", FALSE, 0 },              { "1,200.00", "EUR", FALSE, 0 },
    { "12 euro", "EUR", FALSE, 0 },        { "1e3", "EUR", FALSE, 0 },
    { "12", "EUX", FALSE, 0 },             { "12", "eur", FALSE, 0 },
    { "12", "", FALSE, 0 },                { "٣", "EUR", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 minor = -1;
      gboolean good = bell_money_parse (cases[i].text, cases[i].currency, &minor, &error);

      g_test_message ("“%s” %s", cases[i].text, cases[i].currency);
      g_assert_cmpint (good, ==, cases[i].good);
      if (good)
        {
          g_assert_no_error (error);
          g_assert_cmpint (minor, ==, cases[i].minor);
        }
      else
        {
          g_assert_error (error, BELL_ERROR, BELL_ERROR_INPUT);
          g_assert_nonnull (bell_error_get_hint (error));
        }
    }
}

static void
test_money_round_trip (void)
{
  static const char *const currencies[] = { "EUR", "JPY", "KWD", "USD", "ISK" };
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 20000; i++)
    {
      const char *currency = currencies[g_rand_int_range (random, 0, G_N_ELEMENTS (currencies))];
      gint64 minor = (gint64) g_rand_int (random) * g_rand_int_range (random, -100000, 100000);
      g_autofree char *plain = bell_money_to_plain (minor, currency);
      g_autoptr(GError) error = NULL;
      gint64 again;

      g_assert_true (bell_money_parse (plain, currency, &again, &error));
      g_assert_no_error (error);
      g_assert_cmpint (again, ==, minor);
    }
}

/* --- Dates --- */

static void
test_days (void)
{
  static const char *const wrong[] = { NULL, "", "2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-01 ", "2026/01/01", "0000-01-01" };
  g_autofree char *next = bell_day_add ("2024-02-28", 1);
  g_autofree char *back = bell_day_add ("2024-03-01", -2);

  g_assert_cmpstr (next, ==, "2024-02-29");
  g_assert_cmpstr (back, ==, "2024-02-28");
  g_assert_cmpint (bell_day_between ("2026-11-22", "2027-01-01"), ==, 40);
  g_assert_cmpint (bell_day_between ("2027-01-01", "2026-11-22"), ==, -40);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (bell_day_is_valid (wrong[i]));
}

static void
test_instants (void)
{
  g_autoptr(GTimeZone) lisbon = g_time_zone_new_identifier ("Europe/Lisbon");
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;
  gint64 instant, spring;

  g_assert_nonnull (lisbon);
  g_assert_true (bell_time_from_iso8601 ("2026-07-01T12:00:00", lisbon, &instant));
  text = bell_time_to_iso8601 (instant);
  g_assert_cmpstr (text, ==, "2026-07-01T11:00:00Z");
  g_assert_false (bell_time_from_iso8601 ("yesterday", lisbon, &instant));
  g_assert_false (bell_time_from_iso8601 (NULL, lisbon, &instant));

  /* Midnight in summer is still the day before in UTC. */
  g_assert_true (bell_time_from_iso8601 ("2026-07-01T23:30:00Z", NULL, &instant));
  day = bell_time_day (instant, lisbon);
  g_assert_cmpstr (day, ==, "2026-07-02");

  /* 01:30 does not exist on the day the clocks go forward; the promise is kept after the gap, never before it. */
  spring = bell_time_on_day ("2026-03-29", 1, 30, lisbon);
  g_assert_cmpint (spring, >=, bell_time_on_day ("2026-03-29", 0, 59, lisbon));
  g_assert_cmpint (spring, <=, bell_time_on_day ("2026-03-29", 3, 0, lisbon));
  g_assert_cmpint (bell_time_on_day ("2026-02-30", 1, 0, lisbon), ==, 0);
}

static void
test_tell (void)
{
  static const struct
  {
    gint64 distance;
    const char *told;
  } cases[] = {
    { -8 * BELL_MINUTE, "8 min late" },       { 22 * BELL_MINUTE, "in 22 min" },
    { 90 * BELL_MINUTE, "in 1 h 30 min" },    { 3 * BELL_HOUR, "17:00" },
    { -3 * BELL_DAY, "3 days late" },         { -BELL_DAY - BELL_HOUR, "1 day late" },
    { 24 * BELL_HOUR, "Mon 14:00" },          { 30 * BELL_DAY, "22 Dec" },
    { -40 * (BELL_MINUTE / 60), "now" },             { 40 * (BELL_MINUTE / 60), "now" },
  };
  gint64 now;

  g_assert_true (bell_time_from_iso8601 ("2026-11-22T14:00:00Z", NULL, &now));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = bell_time_tell_due (now + cases[i].distance, now, NULL);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* --- Text --- */

static void
test_text (void)
{
  static const char *const reasons[] = { "guest asleep", "no key", "客房", "très bruyant" };
  static const char *const no_reasons[] = { NULL, "", "ok", "...", "xxx", "aaaa", "12345", "n/" };
  g_autofree char *masked = bell_text_mask ("Dorothea Wu-Larsen");
  g_autofree char *clean = bell_text_clean ("  a\x07 b\n ");
  g_autofree char *folded = bell_text_fold ("Águas Ñandú");
  g_autofree char *short_text = bell_text_shorten ("Two extra towels for the bathroom", 18);

  g_assert_cmpstr (masked, ==, "D•••• W•-L••••");
  g_assert_cmpstr (clean, ==, "a b");
  g_assert_null (bell_text_clean (" \n\t "));
  g_assert_cmpstr (folded, ==, "aguas nandu");
  g_assert_cmpstr (short_text, ==, "Two extra towels…");
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    g_assert_true (bell_text_is_reason (reasons[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (no_reasons); i++)
    g_assert_false (bell_text_is_reason (no_reasons[i]));
}

/* --- Errors and the clock --- */

static void
test_errors (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) copy = NULL;
  g_autoptr(GError) plain = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");

  bell_error_set (&error, BELL_ERROR_REFUSED, "Name an owner.", "%s has no owner.", "GE-1");
  copy = g_error_copy (error);
  g_assert_cmpstr (copy->message, ==, "GE-1 has no owner.");
  g_assert_cmpstr (bell_error_get_hint (copy), ==, "Name an owner.");
  g_assert_cmpstr (bell_error_code_name (copy), ==, "refused");
  g_assert_cmpint (bell_error_exit_status (copy), ==, 1);
  g_assert_null (bell_error_get_hint (plain));
  g_assert_cmpint (bell_error_exit_status (plain), ==, 3);
}

static void
test_clock (void)
{
  g_autoptr(BellClock) fixed = bell_clock_new_fixed (42);
  g_autoptr(BellClock) real = bell_clock_new_system ();
  gint64 before = g_get_real_time ();

  g_assert_cmpint (bell_clock_now (fixed), ==, 42);
  bell_clock_set (fixed, 7);
  g_assert_cmpint (bell_clock_now (fixed), ==, 7);
  g_assert_cmpint (bell_clock_now (real), >=, before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/id/grows", test_id_grows);
  g_test_add_func ("/base/id/text", test_id_text);
  g_test_add_func ("/base/money/parse", test_money_parse);
  g_test_add_func ("/base/money/round-trip", test_money_round_trip);
  g_test_add_func ("/base/date/days", test_days);
  g_test_add_func ("/base/date/instants", test_instants);
  g_test_add_func ("/base/date/tell", test_tell);
  g_test_add_func ("/base/text", test_text);
  g_test_add_func ("/base/error", test_errors);
  g_test_add_func ("/base/clock", test_clock);

  return g_test_run ();
}
