/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-guest.h"
#include "bell-desk-import.h"
#include "bell-guest-page.h"
#include "bell-guests-page.h"
#include "bell-import-dialog.h"
#include "bell-journal-page.h"
#include "bell-new-record.h"
#include "bell-stay-page.h"
#include "bell-stays-page.h"
#include "bell-verify-dialog.h"
#include "bell-workflow-page.h"
#include "pages-common.h"

#define HEADER "Confirmation Number,Prefix,First Name,Last Name,Arrival Date,Departure Date,Phone,Email,Reservation Status,VIP Type,Room Number\n"

static const char arrivals[] =
  HEADER
  "88213,Ms,Dorothea,Larsen,2026-11-22,2026-11-25,+4512345678,d.larsen@example.com,Reserved,Gold,112\n"
  "88214,Mr,Jan,Kowalczyk,2026-11-20,2026-11-22,,,In House,,104\n"
  "88215,,Maria,Rossi,2026-11-22,2026-13-25,,,Reserved,,105\n";

static const char either_way[] =
  HEADER
  "88216,,Ada,Berg,03/04/2027,05/04/2027,,,Reserved,,101\n";

static GFile *
write_file (PagesFixture *fixture,
            const char   *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "arrivals.csv", NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
import (PagesFixture *fixture)
{
  g_autoptr(GFile) file = write_file (fixture, arrivals);
  g_autoptr(GError) error = NULL;
  g_autoptr(BellImportReport) report = bell_desk_import_stays (fixture->desk, file, "arrivals-in-house", NULL, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 2);
}

static BellEntity *
first_of (PagesFixture *fixture,
          BellListKind  kind)
{
  g_autoptr(BellQuery) query = bell_query_new (kind);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = bell_desk_read_list (fixture->desk, query, NULL, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  return g_object_ref (rows->pdata[0]);
}

static GtkWidget *
find (PagesFixture *fixture,
      GType         type,
      const char   *text)
{
  return pages_find (GTK_WIDGET (fixture->page), type, text);
}

static GtkWidget *
find_in_dialog (PagesFixture *fixture,
                GType         type,
                const char   *text)
{
  AdwDialog *dialog = pages_dialog (fixture);

  return dialog != NULL ? pages_find (GTK_WIDGET (dialog), type, text) : NULL;
}

/* --- The assistant --- */

static void
test_import (PagesFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(GFile) file = write_file (fixture, arrivals);
  AdwDialog *dialog;
  GtkWidget *button;

  pages_show (fixture, BELL_TYPE_STAYS_PAGE, NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "No Arrivals on Sun 22 Nov") != NULL);
  dialog = bell_import_dialog_new (fixture->desk);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  bell_import_dialog_set_file (BELL_IMPORT_DIALOG (dialog), file);
  WAIT_UNTIL (find_in_dialog (fixture, GTK_TYPE_LABEL, "88213 · 2026-11-22 · 2026-11-25") != NULL);
  g_assert_nonnull (find_in_dialog (fixture, GTK_TYPE_LABEL, "Line 4, column 6 “Departure Date”"));

  button = find_in_dialog (fixture, GTK_TYPE_BUTTON, "_Import");
  WAIT_UNTIL (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_activate (button));
  WAIT_UNTIL (find_in_dialog (fixture, GTK_TYPE_LABEL, "Stays added") != NULL);
  g_assert_nonnull (find_in_dialog (fixture, GTK_TYPE_LABEL, "Line 4, column 6 “Departure Date”"));
  g_assert_true (adw_dialog_close (dialog));
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "112") != NULL);
}

/* The order of day and month is asked, never guessed. */
static void
test_import_asks_order (PagesFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr(GFile) file = write_file (fixture, either_way);
  GtkWidget *row, *button;
  AdwDialog *dialog;

  pages_show (fixture, BELL_TYPE_STAYS_PAGE, NULL);
  dialog = bell_import_dialog_new (fixture->desk);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  bell_import_dialog_set_file (BELL_IMPORT_DIALOG (dialog), file);
  WAIT_UNTIL (find_in_dialog (fixture, GTK_TYPE_LABEL, "Order of Dates") != NULL);
  button = find_in_dialog (fixture, GTK_TYPE_BUTTON, "_Import");
  g_assert_false (gtk_widget_get_sensitive (button));

  row = gtk_widget_get_ancestor (find_in_dialog (fixture, GTK_TYPE_LABEL, "Order of Dates"), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  WAIT_UNTIL (find_in_dialog (fixture, GTK_TYPE_LABEL, "88216 · 2027-04-03 · 2027-04-05") != NULL);
  WAIT_UNTIL (gtk_widget_get_sensitive (button));
}

/* --- Stays --- */

static void
test_stays (PagesFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *group;

  import (fixture);
  pages_show (fixture, BELL_TYPE_STAYS_PAGE, NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "112") != NULL);
  g_assert_cmpstr (bell_page_get_subtitle (fixture->page), ==, "1 stay arrives");
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "104"));

  group = gtk_widget_get_ancestor (find (fixture, GTK_TYPE_LABEL, "Departures 1"), ADW_TYPE_TOGGLE_GROUP);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (group), "departures");
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "104") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "stays.next-day", NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "No Departures on Mon 23 Nov") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "stays.today", NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "104") != NULL);
}

static void
test_stay (PagesFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(BellEntity) stay = NULL;
  g_autofree char *id = NULL;

  import (fixture);
  bell_outcome_free (pages_do (fixture, bell_command_new ("record.new", "workflow", "crm", "stay", "88213", "f.category", "amenities",
                                                          "f.text", "Extra towels", "f.promised-time", "2026-11-22 19:00", NULL)));
  stay = first_of (fixture, BELL_LIST_ARRIVALS);
  id = bell_id_to_string (bell_entity_get_id (stay));
  pages_show (fixture, BELL_TYPE_STAY_PAGE, id);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "22 – 25 Nov · 3 nights · Reserved") != NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Pending") != NULL || find (fixture, GTK_TYPE_LABEL, "New") != NULL);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==, "Room 112");
}

/* --- Guests --- */

/* Who may reveal sees surnames until a reason is given; then the whole guest, and the journal knows. */
static void
test_reveal (PagesFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(BellEntity) guest = NULL;
  g_autofree char *id = NULL;
  BellCommand *command;

  import (fixture);
  pages_sign_in (fixture, "Ines Lopes");
  pages_show (fixture, BELL_TYPE_GUESTS_PAGE, NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Larsen, D••••") != NULL);

  guest = first_of (fixture, BELL_LIST_GUESTS);
  g_assert_null (BELL_GUEST (guest)->phone);
  id = bell_id_to_string (bell_entity_get_id (guest));
  g_assert_true (bell_desk_must_reveal (fixture->desk, bell_entity_get_id (guest)));
  pages_show (fixture, BELL_TYPE_GUEST_PAGE, id);
  WAIT_UNTIL (find (fixture, GTK_TYPE_BUTTON, "Reveal…") != NULL);
  g_assert_false (pages_holds_text (GTK_WIDGET (fixture->page), "Jan"));

  command = bell_command_new ("guest.reveal", "guest", id, "reason", "Asked for a copy of their data", NULL);
  bell_outcome_free (pages_do (fixture, command));
  g_assert_false (bell_desk_must_reveal (fixture->desk, bell_entity_get_id (guest)));
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Mr Jan Kowalczyk") != NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_BUTTON, "Reveal…") == NULL);
}

/* --- A workflow --- */

static void
test_workflow (PagesFixture  *fixture,
               gconstpointer  data)
{
  GtkWidget *entry;
  AdwDialog *dialog;

  import (fixture);
  fixture->page = g_object_new (BELL_TYPE_WORKFLOW_PAGE, "desk", fixture->desk, "workflow", "crm", NULL);
  adw_navigation_view_push (fixture->view, ADW_NAVIGATION_PAGE (fixture->page));
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Nothing Is Open") != NULL);

  dialog = bell_new_record_new (fixture->desk, "crm", NULL);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  WAIT_UNTIL (find_in_dialog (fixture, GTK_TYPE_LABEL, "Room, guest or reference") != NULL);
  entry = gtk_widget_get_ancestor (find_in_dialog (fixture, GTK_TYPE_LABEL, "Room, guest or reference"), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "112");
  WAIT_UNTIL (find_in_dialog (fixture, GTK_TYPE_LABEL, "Room 112 · Larsen") != NULL);
  g_signal_emit_by_name (entry, "entry-activated");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "new.file", NULL);
  WAIT_UNTIL (pages_holds_text (GTK_WIDGET (dialog), "Filed as CR-1001"));
  adw_dialog_force_close (dialog);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "CR-1001 · 112 · Larsen") != NULL);
  WAIT_UNTIL (g_strcmp0 (bell_page_get_subtitle (fixture->page), "1 open record") == 0);
}

/* --- The journal --- */

static void
test_journal (PagesFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *button;
  AdwDialog *dialog;

  g_free (pages_new_record (fixture));
  pages_sign_in (fixture, "Ines Lopes");
  pages_show (fixture, BELL_TYPE_JOURNAL_PAGE, NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Signed in") != NULL);

  dialog = bell_verify_dialog_new (fixture->desk);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  WAIT_UNTIL ((button = find_in_dialog (fixture, GTK_TYPE_BUTTON, "_Verify")) != NULL && gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_activate (button));
  WAIT_UNTIL (find_in_dialog (fixture, GTK_TYPE_LABEL, "The Journal Is Sound") != NULL);
  adw_dialog_force_close (dialog);
}

static void
add_tests (void)
{
  pages_add ("/pages/import/whole", test_import);
  pages_add ("/pages/import/asks-order", test_import_asks_order);
  pages_add ("/pages/stays/day", test_stays);
  pages_add ("/pages/stays/one", test_stay);
  pages_add ("/pages/guests/reveal", test_reveal);
  pages_add ("/pages/workflow/new", test_workflow);
  pages_add ("/pages/journal/verify", test_journal);
}

int
main (int    argc,
      char **argv)
{
  return pages_main (argc, argv, add_tests);
}
