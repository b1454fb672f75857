/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-care.h"
#include "bell-desk-fill.h"
#include "bell-desk-import.h"
#include "bell-record.h"
#include "bell-record-parts.h"
#include "bell-stay.h"
#include "desk-common.h"

#define HEADER "Confirmation Number,Prefix,First Name,Last Name,Arrival Date,Departure Date,Phone,Email,Reservation Status,VIP Type,Group Name,Company Name,Address,Notes,Room Number\n"
#define WEBER "X-1,Ms,Anna,Weber,2026-11-25,2026-11-28,+49 171 5550001,anna.weber@example.org,Reserved,Gold,,,,,101\n"
#define BRITO "X-2,,João,Brito,2026-11-20,2026-11-24,,,In House,,,,,,102\n"
#define NAMELESS "X-3,,,,2026-12-01,2026-12-02,,,Reserved,,,,,,\n"

static GFile *
write_file (DeskFixture *fixture,
            const char  *name,
            const char  *text)
{
  g_autofree char *path = g_build_filename (fixture->dir, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static BellImportReport *
import (DeskFixture *fixture,
        const char  *text,
        gboolean     dry_run)
{
  g_autoptr(GFile) file = write_file (fixture, "arrivals.csv", text);
  g_autoptr(GError) error = NULL;
  BellImportReport *report = bell_desk_import_stays (fixture->desk, file, "arrivals-in-house", NULL, dry_run, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_counts (BellImportReport *report,
               guint             added,
               guint             changed,
               guint             unchanged,
               guint             refused)
{
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->changed, ==, changed);
  g_assert_cmpuint (report->unchanged, ==, unchanged);
  g_assert_cmpuint (report->refused, ==, refused);
  g_assert_cmpuint (report->read, ==, added + changed + unchanged + refused);
}

static gint64
count_entries (DeskFixture *fixture)
{
  BellQuery *query = bell_query_new (BELL_LIST_JOURNAL);
  g_autoptr(GPtrArray) rows = desk_fixture_list (fixture, query);

  return rows->len;
}

static void
open_hotel (DeskFixture *fixture)
{
  desk_fixture_demo (fixture, 10, 1, 1);
  desk_fixture_sign_in (fixture, "Isabel Albuquerque");
}

static void
test_twice (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  gint64 before, after;

  open_hotel (&fixture);
  before = count_entries (&fixture);
  {
    g_autoptr(BellImportReport) dry = import (&fixture, HEADER WEBER BRITO NAMELESS, TRUE);

    assert_counts (dry, 3, 0, 0, 0);
    g_assert_cmpint (count_entries (&fixture), ==, before);
  }
  {
    g_autoptr(BellImportReport) first = import (&fixture, HEADER WEBER BRITO NAMELESS, FALSE);

    assert_counts (first, 3, 0, 0, 0);
  }
  after = count_entries (&fixture);
  g_assert_cmpint (after, >, before);
  {
    g_autoptr(BellImportReport) second = import (&fixture, HEADER WEBER BRITO NAMELESS WEBER, FALSE);

    assert_counts (second, 0, 0, 4, 0);
    g_assert_cmpint (count_entries (&fixture), ==, after);
  }
}

/* A list with fewer columns says nothing against what another list told. */
static void
test_fewer_columns (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellImportReport) first = NULL;
  g_autoptr(BellImportReport) second = NULL;

  open_hotel (&fixture);
  first = import (&fixture, HEADER WEBER, FALSE);
  second = import (&fixture, "Confirmation Number,Last Name,Arrival Date,Departure Date\nX-1,Weber,2026-11-25,2026-11-28\n", FALSE);
  assert_counts (second, 0, 0, 1, 0);
}

/* A promise was made for the old arrival: whoever keeps it is told. */
static void
test_changed_stay (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellImportReport) first = NULL;
  g_autoptr(BellImportReport) second = NULL;
  g_autoptr(BellOutcome) opened = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;

  open_hotel (&fixture);
  first = import (&fixture, HEADER WEBER, FALSE);
  opened = desk_fixture_do (&fixture, bell_command_new ("record.new", "workflow", "crm", "stay", "X-1", "f.category", "amenities", "f.text",
                                                        "cot", "slot.validated.arrival", "2026-11-25", NULL));
  second = import (&fixture, HEADER "X-1,Ms,Anna,Weber,2026-11-26,2026-11-28,+49 171 5550001,anna.weber@example.org,Reserved,Gold,,,,,101\n", FALSE);
  assert_counts (second, 0, 1, 0, 0);
  g_assert_cmpuint (second->alerts, ==, 1);

  dossier = bell_desk_open_record (fixture.desk, opened->number, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dossier->record->mismatch, !=, NULL);
  g_assert_cmpstr (dossier->stay->arrival, ==, "2026-11-26");
}

/* A stay that is cancelled concerns open work although no value disagrees. */
static void
test_cancelled_stay (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellImportReport) first = NULL;
  g_autoptr(BellImportReport) second = NULL;
  g_autoptr(BellOutcome) opened = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;
  gboolean told = FALSE;

  open_hotel (&fixture);
  first = import (&fixture, HEADER WEBER, FALSE);
  opened = desk_fixture_do (&fixture, bell_command_new ("record.new", "workflow", "crm", "stay", "X-1", "f.category", "amenities", "f.text", "cot", NULL));
  second = import (&fixture, HEADER "X-1,Ms,Anna,Weber,2026-11-25,2026-11-28,+49 171 5550001,anna.weber@example.org,Cancelled,Gold,,,,,101\n", FALSE);
  g_assert_cmpuint (second->alerts, ==, 1);

  dossier = bell_desk_open_record (fixture.desk, opened->number, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->alerts)); i++)
    {
      g_autoptr(BellAlert) alert = g_list_model_get_item (G_LIST_MODEL (dossier->alerts), i);

      told |= alert->cause == BELL_ALERT_CAUSE_MISMATCH;
    }
  g_assert_true (told);
}

/* The guest moves: no value names the room, but towels that were promised go to the wrong door. */
static void
test_moved_guest (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellImportReport) first = NULL;
  g_autoptr(BellImportReport) second = NULL;
  g_autoptr(BellImportReport) third = NULL;
  g_autoptr(BellOutcome) opened = NULL;

  open_hotel (&fixture);
  first = import (&fixture, HEADER BRITO, FALSE);
  opened = desk_fixture_do (&fixture, bell_command_new ("record.new", "workflow", "crm", "stay", "X-2", "f.category", "amenities", "f.text", "towels", NULL));
  second = import (&fixture, HEADER "X-2,,João,Brito,2026-11-20,2026-11-24,,,In House,,,,,,103\n", FALSE);
  g_assert_cmpuint (second->alerts, ==, 1);
  third = import (&fixture, HEADER "X-2,,João,Brito,2026-11-20,2026-11-24,,,In House,Gold,,,,,103\n", FALSE);
  assert_counts (third, 0, 1, 0, 0);
  g_assert_cmpuint (third->alerts, ==, 0);
}

static void
test_refused_rows (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellImportReport) report = NULL;
  g_autofree char *rows = NULL;
  BellImportProblem *problem;

  open_hotel (&fixture);
  report = import (&fixture, HEADER WEBER "X-9,,Eva,Lang,2026-02-31,2026-03-02,,,Reserved,,,,,,\n", FALSE);
  assert_counts (report, 1, 0, 0, 1);
  problem = report->problems->pdata[0];
  g_assert_cmpuint (problem->line, ==, 3);
  g_assert_cmpuint (problem->column, ==, 5);
  g_assert_true (g_file_get_contents (report->refused_file, &rows, NULL, NULL));
  g_assert_nonnull (strstr (rows, "X-9"));
  g_assert_null (strstr (rows, "X-1"));
}

static void
test_ambiguous (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(GFile) file = NULL;
  g_autoptr(BellImportReport) asked = NULL;
  g_autoptr(BellImportReport) told = NULL;
  g_autoptr(GError) error = NULL;

  open_hotel (&fixture);
  file = write_file (&fixture, "a.csv", "Confirmation Number,Arrival Date,Departure Date\nX-5,03/04/2026,05/04/2026\n");
  asked = bell_desk_import_stays (fixture.desk, file, "arrivals-in-house", NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (asked->ambiguous);
  g_assert_cmpuint (asked->added, ==, 0);
  told = bell_desk_import_stays (fixture.desk, file, "arrivals-in-house", "dmy", FALSE, &error);
  g_assert_no_error (error);
  assert_counts (told, 1, 0, 0, 0);
}

static void
test_forbidden (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(GFile) file = NULL;
  g_autoptr(BellImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  desk_fixture_demo (&fixture, 10, 1, 1);
  desk_fixture_sign_in (&fixture, "Rosa Mendes");
  file = write_file (&fixture, "a.csv", HEADER WEBER);
  report = bell_desk_import_stays (fixture.desk, file, "arrivals-in-house", NULL, FALSE, &error);
  g_assert_error (error, BELL_ERROR, BELL_ERROR_FORBIDDEN);
  g_assert_null (report);
}

static const char *
value_of (BellDossier *dossier,
          BellSlot     slot,
          const char  *field)
{
  return g_hash_table_lookup (dossier->items[slot]->values, field);
}

/* The program counts itself what set-up work asks for. */
static void
test_fill (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellImportReport) report = NULL;
  g_autoptr(BellOutcome) opened = NULL;
  g_autoptr(BellOutcome) counted = NULL;
  g_autoptr(BellOutcome) tested = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;

  open_hotel (&fixture);
  opened = desk_fixture_do (&fixture, bell_command_new ("record.new", "workflow", "boutique", NULL));
  g_assert_null (bell_desk_fill_item (fixture.desk, opened->number, BELL_SLOT_ALERTED, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_REFUSED);
  g_clear_error (&error);

  report = import (&fixture, HEADER WEBER BRITO "X-9,,Eva,Lang,2026-03-01,2026-03-02,,,Sleeping,,,,,,\n", FALSE);
  assert_counts (report, 2, 0, 0, 1);
  counted = bell_desk_fill_item (fixture.desk, opened->number, BELL_SLOT_ALERTED, &error);
  g_assert_no_error (error);
  g_assert_true (bell_desk_keep_backups (fixture.desk, &error));
  tested = bell_desk_fill_item (fixture.desk, opened->number, BELL_SLOT_OWNED, &error);
  g_assert_no_error (error);
  dossier = bell_desk_open_record (fixture.desk, opened->number, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (value_of (dossier, BELL_SLOT_ALERTED, "counted-there"), ==, "3");
  g_assert_cmpstr (value_of (dossier, BELL_SLOT_ALERTED, "counted-here"), ==, "2");
  g_assert_cmpstr (value_of (dossier, BELL_SLOT_ALERTED, "difference"), ==, "1");
  g_assert_cmpstr (value_of (dossier, BELL_SLOT_OWNED, "found"), ==, "All as expected");
  g_assert_cmpstr (value_of (dossier, BELL_SLOT_OWNED, "passed"), ==, "true");
  g_assert_false (bell_desk_can_fill ("guest-request"));
}

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  guint calls;
  BellImportReport *report;
  GError *error;
} Watch;

static void
progress_cb (double   fraction,
             guint    rows,
             gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  g_assert_cmpuint (rows % 200, ==, 0);
  watch->calls++;
  g_cancellable_cancel (watch->cancellable);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Watch *watch = data;

  watch->report = bell_desk_import_stays_finish (BELL_DESK (source), result, &watch->error);
  g_main_loop_quit (watch->loop);
}

static GFile *
write_many (DeskFixture *fixture,
            guint        n)
{
  g_autoptr(GString) text = g_string_new (HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "M-%u,,Guest,Number%u,2026-12-%02u,2026-12-%02u,,guest%u@example.org,Reserved,,,,,,\n", i, i,
                            1 + i % 20, 3 + i % 20, i);
  return write_file (fixture, "many.csv", text->str);
}

/* What was committed before Cancel stays, in whole slices; a second run completes it. */
static void
test_cancel (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(GFile) file = NULL;
  g_autoptr(BellImportReport) rest = NULL;
  g_autoptr(GError) error = NULL;
  Watch watch = { 0 };

  open_hotel (&fixture);
  file = write_many (&fixture, 6000);
  watch.loop = g_main_loop_new (NULL, FALSE);
  watch.cancellable = g_cancellable_new ();
  bell_desk_import_stays_async (fixture.desk, file, "arrivals-in-house", NULL, FALSE, progress_cb, &watch, watch.cancellable,
                                imported_cb, &watch);
  g_main_loop_run (watch.loop);
  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (watch.report);
  g_assert_cmpuint (watch.calls, >, 0);

  rest = bell_desk_import_stays (fixture.desk, file, "arrivals-in-house", NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rest->unchanged, >, 0);
  g_assert_cmpuint (rest->unchanged % 200, ==, 0);
  g_assert_cmpuint (rest->added + rest->unchanged, ==, 6000);

  g_clear_error (&watch.error);
  g_object_unref (watch.cancellable);
  g_main_loop_unref (watch.loop);
}

static void
test_speed (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(GFile) file = NULL;
  g_autoptr(BellImportReport) report = NULL;
  g_autoptr(GError) error = NULL;
  double seconds;

  open_hotel (&fixture);
  file = write_many (&fixture, 15000);
  g_test_timer_start ();
  report = bell_desk_import_stays (fixture.desk, file, "arrivals-in-house", NULL, FALSE, &error);
  seconds = g_test_timer_elapsed ();
  g_assert_no_error (error);
  assert_counts (report, 15000, 0, 0, 0);
  g_test_minimized_result (seconds, "15 000 stays with guests took %.2f s", seconds);
}

void
add_import_tests (void)
{
  g_test_add_func ("/desk/import/twice", test_twice);
  g_test_add_func ("/desk/import/fewer-columns", test_fewer_columns);
  g_test_add_func ("/desk/import/changed-stay", test_changed_stay);
  g_test_add_func ("/desk/import/cancelled-stay", test_cancelled_stay);
  g_test_add_func ("/desk/import/moved-guest", test_moved_guest);
  g_test_add_func ("/desk/import/refused-rows", test_refused_rows);
  g_test_add_func ("/desk/import/ambiguous", test_ambiguous);
  g_test_add_func ("/desk/import/forbidden", test_forbidden);
  g_test_add_func ("/desk/import/fill", test_fill);
  g_test_add_func ("/desk/import/cancel", test_cancel);
  g_test_add_func ("/desk/import/speed", test_speed);
}
