/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-exceptions-page.h"
#include "bell-text-row.h"
#include "pages-common.h"

static void
raise_exception (PagesFixture *fixture)
{
  g_autofree char *number = pages_new_record (fixture);

  bell_outcome_free (pages_do (fixture, bell_command_new ("exception.raise", "record", number, "cause", "Wrong room given", "note",
                                                          "The list was a day old", "impact", "high", "amount", "120", "currency", "EUR", NULL)));
}

static GtkWidget *
find (PagesFixture *fixture,
      GType         type,
      const char   *text)
{
  return pages_find (GTK_WIDGET (fixture->page), type, text);
}

/* Whoever raised it sees it, and does not review it. */
static void
test_own (PagesFixture  *fixture,
          gconstpointer  data)
{
  raise_exception (fixture);
  pages_show (fixture, BELL_TYPE_EXCEPTIONS_PAGE, NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Wrong room given") != NULL);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "The list was a day old"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "High guest impact"));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "Review, Wrong room given"));
}

/* A review needs a decision and a comment; after it the list is empty, and the other side tells what was decided. */
static void
test_review (PagesFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *button, *save, *comment;

  raise_exception (fixture);
  pages_sign_in (fixture, "Paulo Matos");
  pages_show (fixture, BELL_TYPE_EXCEPTIONS_PAGE, NULL);
  WAIT_UNTIL ((button = find (fixture, GTK_TYPE_BUTTON, "Review, Wrong room given")) != NULL);
  g_assert_true (gtk_widget_activate (button));
  WAIT_UNTIL (pages_dialog (fixture) != NULL);

  save = pages_find (GTK_WIDGET (pages_dialog (fixture)), GTK_TYPE_BUTTON, "_Decide");
  comment = gtk_widget_get_ancestor (pages_find (GTK_WIDGET (pages_dialog (fixture)), GTK_TYPE_LABEL, "Comment (required)"), BELL_TYPE_TEXT_ROW);
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_widget_activate (gtk_widget_get_ancestor (pages_find (GTK_WIDGET (pages_dialog (fixture)), GTK_TYPE_LABEL, "Compensate"), ADW_TYPE_ACTION_ROW));
  g_assert_false (gtk_widget_get_sensitive (save));
  bell_text_row_set_text (BELL_TEXT_ROW (comment), "Second failure in this stay");
  g_assert_true (gtk_widget_get_sensitive (save));
  WAIT_UNTIL (gtk_widget_get_mapped (save));
  g_assert_true (gtk_widget_activate (save));
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "All Reviewed") != NULL);

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (find (fixture, ADW_TYPE_TOGGLE_GROUP, "Which exceptions are shown")), "all");
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Wrong room given") != NULL);
  g_assert_true (pages_holds_text (GTK_WIDGET (fixture->page), "Second failure in this stay"));
}

static void
test_by_workflow (PagesFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *workflows;

  raise_exception (fixture);
  pages_show (fixture, BELL_TYPE_EXCEPTIONS_PAGE, NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Wrong room given") != NULL);
  workflows = find (fixture, GTK_TYPE_DROP_DOWN, "Workflow");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (workflows), 1);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "No Exceptions") != NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (workflows), 2);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Wrong room given") != NULL);
}

static void
add_tests (void)
{
  pages_add ("/pages/exceptions/own", test_own);
  pages_add ("/pages/exceptions/review", test_review);
  pages_add ("/pages/exceptions/by-workflow", test_by_workflow);
}

int
main (int    argc,
      char **argv)
{
  return pages_main (argc, argv, add_tests);
}
