/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-care.h"
#include "bell-record.h"
#include "bell-record-parts.h"
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

static guint
count_list (DeskFixture  *fixture,
            BellListKind  kind,
            gboolean      all)
{
  BellQuery *query = bell_query_new (kind);
  g_autoptr(GPtrArray) rows = NULL;

  query->all = all;
  rows = desk_fixture_list (fixture, query);
  return rows->len;
}

/* Each page has something to show: open and decided, reviewed and not, told and late. */
static void
test_everything_is_there (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(GPtrArray) work = NULL;
  guint late = 0, mismatches = 0;

  desk_fixture_demo (&fixture, 40, 8, 7);
  desk_fixture_sign_in (&fixture, "Margarida Vale");

  g_assert_cmpuint (count_list (&fixture, BELL_LIST_APPROVALS, FALSE), >, 0);
  g_assert_cmpuint (count_list (&fixture, BELL_LIST_APPROVALS, TRUE), >, count_list (&fixture, BELL_LIST_APPROVALS, FALSE));
  g_assert_cmpuint (count_list (&fixture, BELL_LIST_EXCEPTIONS, FALSE), >, 0);
  g_assert_cmpuint (count_list (&fixture, BELL_LIST_EXCEPTIONS, TRUE), >, count_list (&fixture, BELL_LIST_EXCEPTIONS, FALSE));
  g_assert_cmpuint (count_list (&fixture, BELL_LIST_ALERTS, FALSE), >, 0);
  g_assert_cmpuint (count_list (&fixture, BELL_LIST_ARRIVALS, FALSE), >, 0);
  g_assert_cmpuint (count_list (&fixture, BELL_LIST_IN_HOUSE, FALSE), >, 0);
  g_assert_cmpuint (count_list (&fixture, BELL_LIST_DEPARTURES, FALSE), >, 0);
  g_assert_cmpuint (count_list (&fixture, BELL_LIST_WORK, FALSE), >, 0);

  work = desk_fixture_list (&fixture, bell_query_new (BELL_LIST_RECORDS));
  for (guint i = 0; i < work->len; i++)
    {
      BellRecord *record = work->pdata[i];

      g_assert_false (bell_id_is_none (&record->owner));
      if (record->status == BELL_STATUS_COMPLETE)
        continue;
      late += record->due_at != 0 && record->due_at < bell_clock_now (fixture.clock);
      mismatches += record->mismatch != NULL;
      if (record->status == BELL_STATUS_BLOCKED)
        {
          g_assert_nonnull (record->waits_for);
          g_assert_nonnull (record->blocked_reason);
        }
    }
  g_assert_cmpuint (late, >, 0);
  g_assert_cmpuint (mismatches, >, 0);
}

static void
count_postings (DeskFixture *fixture,
                guint       *counts)
{
  g_autoptr(GPtrArray) records = desk_fixture_list (fixture, bell_query_new (BELL_LIST_RECORDS));

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BellDossier) dossier = bell_desk_open_record (fixture->desk, ((BellRecord *) records->pdata[i])->number, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (dossier->money)); j++)
        {
          g_autoptr(BellMoneyLine) line = g_list_model_get_item (G_LIST_MODEL (dossier->money), j);

          counts[line->posting]++;
        }
    }
}

static void
test_money (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  guint counts[BELL_POSTING_RECONCILED + 1] = { 0 };

  desk_fixture_demo (&fixture, 60, 12, 3);
  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  count_postings (&fixture, counts);
  for (int posting = 0; posting <= BELL_POSTING_RECONCILED; posting++)
    g_assert_cmpuint (counts[posting], >, 0);
}

static void
test_journal (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellAuditReport) report = NULL;
  g_autoptr(GError) error = NULL;

  desk_fixture_demo (&fixture, 30, 4, 11);
  desk_fixture_sign_in (&fixture, "Catarina Lobo");
  report = bell_desk_verify (fixture.desk, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report->first_problem, ==, NULL);
  g_assert_true (report->sound);
  g_assert_cmpint (report->entries, >, 1000);
}

/* What a person reads of all records; ids differ from run to run. */
static char *
tell_hotel (guint64 seed)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(GPtrArray) records = NULL;
  GString *text = g_string_new (NULL);

  desk_fixture_demo (&fixture, 30, 4, seed);
  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  records = desk_fixture_list (&fixture, bell_query_new (BELL_LIST_RECORDS));
  for (guint i = 0; i < records->len; i++)
    {
      BellRecord *record = records->pdata[i];

      g_string_append_printf (text, "%s %s %s %s %s %" G_GINT64_FORMAT "\n", record->number,
                              bell_enum_nick (BELL_TYPE_STATUS, record->status), record->room, record->owner_name, record->title,
                              record->due_at);
    }
  return g_string_free (text, FALSE);
}

static void
test_seed (void)
{
  g_autofree char *first = tell_hotel (5);
  g_autofree char *again = tell_hotel (5);
  g_autofree char *other = tell_hotel (6);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
}

/* A hotel in which people work already is not written over. */
static void
test_refused (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(GError) error = NULL;

  desk_fixture_demo (&fixture, 10, 1, 1);
  g_assert_false (bell_desk_make_demo (fixture.desk, 10, 1, 1, 0, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_REFUSED);
}

/* Years of finished records come in by the same door: what the rules would not call complete is refused there, too. */
static void
test_archive (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellAuditReport) report = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;
  BellQuery *query = bell_query_new (BELL_LIST_SEARCH);

  desk_fixture_open (&fixture);
  g_assert_true (bell_desk_make_demo (fixture.desk, 20, 2, 1, 300, &error));
  g_assert_no_error (error);
  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  g_assert_cmpuint (count_records (&fixture, "package", BELL_STATUS_COMPLETE), >=, 300);
  query->text = g_strdup ("Sintra");
  hits = desk_fixture_list (&fixture, query);
  g_assert_cmpuint (hits->len, >, 0);

  desk_fixture_refuse (&fixture, bell_command_new ("record.take-over", "workflow", "package", "title", "Half finished", "person", "Ana Reis",
                                                   "opened", "2024-01-02T10:00:00Z", "closed", "2024-01-02T11:00:00Z",
                                                   "slot.alerted.topic", "bed", "slot.alerted.value", "Firm", NULL), BELL_ERROR_REFUSED);
  desk_fixture_sign_in (&fixture, "Rosa Mendes");
  desk_fixture_refuse (&fixture, bell_command_new ("record.take-over", "workflow", "package", "title", "Not hers", "person", "Ana Reis", NULL),
                       BELL_ERROR_FORBIDDEN);

  desk_fixture_sign_in (&fixture, "Catarina Lobo");
  report = bell_desk_verify (fixture.desk, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (report->first_problem, ==, NULL);
}

void
add_demo_tests (void)
{
  g_test_add_func ("/desk/demo/every-status", test_every_status);
  g_test_add_func ("/desk/demo/everything-is-there", test_everything_is_there);
  g_test_add_func ("/desk/demo/money", test_money);
  g_test_add_func ("/desk/demo/journal", test_journal);
  g_test_add_func ("/desk/demo/seed", test_seed);
  g_test_add_func ("/desk/demo/refused", test_refused);
  g_test_add_func ("/desk/demo/archive", test_archive);
}
