/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-record-page.h"
#include "pages-common.h"

static BellDossier *
dossier (PagesFixture *fixture)
{
  return bell_record_page_get_dossier (BELL_RECORD_PAGE (fixture->page));
}

static void
show (PagesFixture *fixture,
      const char   *number)
{
  pages_show (fixture, BELL_TYPE_RECORD_PAGE, number);
  WAIT_UNTIL (dossier (fixture) != NULL);
}

static char *
open_record (PagesFixture *fixture)
{
  char *number = pages_new_record (fixture);

  show (fixture, number);
  return number;
}

/* The second control of the record, filled in and ready to be checked. */
static void
fill_validated (PagesFixture *fixture,
                const char   *number)
{
  bell_outcome_free (pages_do (fixture, bell_command_new ("record.set", "record", number, "slot", "validated", "f.template", "pre-arrival",
                                                          "f.language", "en", "f.channel", "e-mail", "f.arrival", "2026-12-01",
                                                          "f.send-time", "2026-11-28 12:00", "f.address", "guest@example.com",
                                                          "f.consent", "true", NULL)));
}

static GtkWidget *
find (PagesFixture *fixture,
      GType         type,
      const char   *text)
{
  return pages_find (GTK_WIDGET (fixture->page), type, text);
}

static void
test_shows (PagesFixture  *fixture,
            gconstpointer  data)
{
  static const char *const kinds[] = {
    "Guest request", "Pre-arrival message", "Preference note", "Service recovery", "Feedback score", "Campaign reply",
  };
  g_autofree char *number = open_record (fixture);
  g_autofree char *title = g_strdup_printf ("%s · Extra towels", number);

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==, title);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, kinds[i]));

  /* A card is one button, named by its control, its kind and its status. */
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "Validated · Pre-arrival message"));
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "Owned · Guest request · New"));
  g_assert_nonnull (find (fixture, GTK_TYPE_WIDGET, "Status: New"));
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Marta Silva opened the record") != NULL);
}

/* The one button on top does what stands beside it. */
static void
test_next_action (PagesFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *number = pages_new_record (fixture);
  GtkWidget *button;

  fill_validated (fixture, number);
  show (fixture, number);
  g_assert_cmpint (dossier (fixture)->items[BELL_SLOT_VALIDATED]->checked_at, ==, 0);
  button = find (fixture, GTK_TYPE_BUTTON, "Confirm");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_activate (button));

  WAIT_UNTIL (dossier (fixture)->items[BELL_SLOT_VALIDATED]->checked_at != 0);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Marta Silva checked Pre-arrival message") != NULL);
  g_assert_cmpint (dossier (fixture)->record->status, ==, BELL_STATUS_APPROVED);
}

/* What cannot be confirmed yet opens at what is in the way, told under the field. */
static void
test_check_with_problems (PagesFixture  *fixture,
                          gconstpointer  data)
{
  g_autofree char *number = pages_new_record (fixture);

  bell_outcome_free (pages_do (fixture, bell_command_new ("record.set", "record", number, "slot", "validated", "f.address", "nonsense", NULL)));
  show (fixture, number);
  bell_record_page_do (BELL_RECORD_PAGE (fixture->page), "check", BELL_SLOT_VALIDATED, "");
  WAIT_UNTIL (pages_dialog (fixture) != NULL);
  g_assert_true (pages_holds_text (GTK_WIDGET (pages_dialog (fixture)), "This address does not fit the channel."));
  g_assert_cmpint (dossier (fixture)->items[BELL_SLOT_VALIDATED]->checked_at, ==, 0);
  adw_dialog_force_close (pages_dialog (fixture));
}

/* Closing too early lists each missing thing with the button that does it. */
static void
test_refused_close (PagesFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *number = open_record (fixture);
  g_autoptr(GPtrArray) missing = bell_desk_missing (fixture->desk, dossier (fixture));

  g_assert_cmpuint (missing->len, >, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "record.close", NULL));
  WAIT_UNTIL (pages_dialog (fixture) != NULL);
  for (guint i = 0; i < missing->len; i++)
    {
      const BellMissing *one = missing->pdata[i];

      g_assert_nonnull (pages_find (GTK_WIDGET (pages_dialog (fixture)), GTK_TYPE_LABEL, one->sentence));
    }
  g_assert_null (pages_find (GTK_WIDGET (pages_dialog (fixture)), GTK_TYPE_BUTTON, "Close the _Record"));
  g_assert_cmpint (dossier (fixture)->record->status, !=, BELL_STATUS_COMPLETE);
  adw_dialog_force_close (pages_dialog (fixture));
}

/* What a role may not see is in no widget, shown or hidden; the editor says that something is there. */
static void
test_hidden_values (PagesFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *number = pages_new_record (fixture);

  bell_outcome_free (pages_do (fixture, bell_command_new ("task.new", "record", number, "title", "Bring towels", "department", "housekeeping", NULL)));
  show (fixture, number);
  bell_record_page_do (BELL_RECORD_PAGE (fixture->page), "edit", BELL_SLOT_OWNED, "");
  WAIT_UNTIL (pages_dialog (fixture) != NULL);
  g_assert_true (pages_holds_text (GTK_WIDGET (fixture->window), "Wheelchair"));
  adw_dialog_force_close (pages_dialog (fixture));
  adw_navigation_view_pop (fixture->view);

  pages_sign_in (fixture, "Rui Costa");
  fixture->page = NULL;
  show (fixture, number);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Marta Silva opened the record") != NULL);
  bell_record_page_do (BELL_RECORD_PAGE (fixture->page), "edit", BELL_SLOT_OWNED, "");
  WAIT_UNTIL (pages_dialog (fixture) != NULL);
  g_assert_false (pages_holds_text (GTK_WIDGET (fixture->page), "Wheelchair"));
  g_assert_false (pages_holds_text (GTK_WIDGET (pages_dialog (fixture)), "Wheelchair"));
  g_assert_true (pages_holds_text (GTK_WIDGET (pages_dialog (fixture)), "Hidden from your role"));
  adw_dialog_force_close (pages_dialog (fixture));
}

static BellStatus
first_task_status (PagesFixture *fixture)
{
  g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier (fixture)->tasks), 0);

  return task->status;
}

/* A mark finishes a task; the row stays the same widget with the focus on it. */
static void
test_task_mark (PagesFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *number = open_record (fixture);
  g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier (fixture)->tasks), 0);
  g_autofree char *label = g_strdup_printf ("Done: %s", task->title);
  GtkWidget *mark = find (fixture, GTK_TYPE_CHECK_BUTTON, label);

  g_assert_nonnull (mark);
  gtk_widget_grab_focus (mark);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mark), TRUE);
  WAIT_UNTIL (gtk_check_button_get_active (GTK_CHECK_BUTTON (mark)));
  WAIT_UNTIL (first_task_status (fixture) == BELL_STATUS_COMPLETE);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == mark);
  g_assert_true (find (fixture, GTK_TYPE_CHECK_BUTTON, label) == mark);
}

/* What others do appears by itself and takes nothing away. */
static void
test_follows (PagesFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *number = open_record (fixture);
  GtkWidget *card = find (fixture, GTK_TYPE_BUTTON, "Validated · Pre-arrival message");

  gtk_widget_grab_focus (card);
  pages_sign_in (fixture, "Ana Reis");
  fill_validated (fixture, number);
  WAIT_UNTIL (find (fixture, GTK_TYPE_BUTTON, "Validated · Pre-arrival message · Pending") == card);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Ana Reis filled in Pre-arrival message") != NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == card);
}

/* A change of a sensitive value after the check asks why and becomes a proposal. */
static void
test_proposal (PagesFixture  *fixture,
               gconstpointer  data)
{
  g_autofree char *number = pages_new_record (fixture);
  g_autofree char *why = NULL;

  fill_validated (fixture, number);
  bell_outcome_free (pages_do (fixture, bell_command_new ("record.check", "record", number, "slot", "validated", NULL)));
  show (fixture, number);
  why = bell_desk_tell_proposal (fixture->desk, dossier (fixture), BELL_SLOT_VALIDATED, "send-time", "2026-11-29T12:00:00Z");
  g_assert_nonnull (why);
  g_assert_null (bell_desk_tell_proposal (fixture->desk, dossier (fixture), BELL_SLOT_VALIDATED, "language", "de"));

  bell_outcome_free (pages_do (fixture, bell_command_new ("record.set", "record", number, "slot", "validated", "f.send-time",
                                                          "2026-11-29 12:00", "reason", "Guest asked for it", NULL)));
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Send at of Pre-arrival message") != NULL);
  /* One's own proposal waits; it can be taken back, not approved. */
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "Take Back, Send at of Pre-arrival message"));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "Approve, Send at of Pre-arrival message"));
}

static void
test_not_found (PagesFixture  *fixture,
                gconstpointer  data)
{
  pages_show (fixture, BELL_TYPE_RECORD_PAGE, "CR-99999");
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Not Found") != NULL);
}

static void
test_not_allowed (PagesFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *number = pages_new_record (fixture);

  pages_sign_in (fixture, "Vera Gomes");
  pages_show (fixture, BELL_TYPE_RECORD_PAGE, number);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Not Yours to See") != NULL);
  g_assert_false (pages_holds_text (GTK_WIDGET (fixture->page), "Extra towels"));
}

/* An auditor reads everything and is offered nothing that changes it. */
static void
test_auditor (PagesFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *number = pages_new_record (fixture);

  pages_sign_in (fixture, "Ines Lopes");
  show (fixture, number);
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "Fill in"));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "Add Task"));
  bell_record_page_do (BELL_RECORD_PAGE (fixture->page), "edit", BELL_SLOT_OWNED, "");
  WAIT_UNTIL (pages_dialog (fixture) != NULL);
  g_assert_null (pages_find (GTK_WIDGET (pages_dialog (fixture)), GTK_TYPE_BUTTON, "_Save"));
  g_assert_true (pages_holds_text (GTK_WIDGET (pages_dialog (fixture)), "Extra towels"));
  adw_dialog_force_close (pages_dialog (fixture));
}

/* On a phone nothing is cut off: the page asks for no more width than there is. */
static void
test_narrow (PagesFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *number = open_record (fixture);
  int minimum;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, number) == NULL && gtk_widget_get_width (GTK_WIDGET (fixture->page)) <= 400);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
add_tests (void)
{
  pages_add ("/pages/record/shows", test_shows);
  pages_add ("/pages/record/next-action", test_next_action);
  pages_add ("/pages/record/check-with-problems", test_check_with_problems);
  pages_add ("/pages/record/refused-close", test_refused_close);
  pages_add ("/pages/record/hidden-values", test_hidden_values);
  pages_add ("/pages/record/task-mark", test_task_mark);
  pages_add ("/pages/record/follows", test_follows);
  pages_add ("/pages/record/proposal", test_proposal);
  pages_add ("/pages/record/not-found", test_not_found);
  pages_add ("/pages/record/not-allowed", test_not_allowed);
  pages_add ("/pages/record/auditor", test_auditor);
  pages_add ("/pages/record/narrow", test_narrow);
}

int
main (int    argc,
      char **argv)
{
  return pages_main (argc, argv, add_tests);
}
