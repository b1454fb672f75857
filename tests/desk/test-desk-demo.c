/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-common.h"

static const char *const workflows[] = { "customer-journey", "crm", "guest-experience", "package", "boutique" };

static guint
count_records (DeskFixture *fixture,
               const char  *workflow,
               int          status)
{
  BellQuery *query = bell_query_new (BELL_LIST_RECORDS);
  g_autoptr(GPtrArray) rows = NULL;

  query->workflow = g_strdup (workflow);
  query->status = status;
  rows = desk_fixture_list (fixture, query);
  return rows->len;
}

/* Every workflow has work at every status, so that each page shows what it is for. */
static void
test_every_status (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  double seconds;

  g_test_timer_start ();
  desk_fixture_demo (&fixture, 120, 21, 1);
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "The demonstration hotel of 120 rooms and 21 days took %.2f s", seconds);

  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  for (gsize i = 0; i < G_N_ELEMENTS (workflows); i++)
    for (int status = 0; status < BELL_N_STATUSES; status++)
      {
        guint n = count_records (&fixture, workflows[i], status);

        g_test_message ("%s %s: %u", workflows[i], bell_enum_nick (BELL_TYPE_STATUS, status), n);
        g_assert_cmpuint (n, >, 0);
      }
}

void
add_demo_tests (void)
{
  g_test_add_func ("/desk/demo/every-status", test_every_status);
}
