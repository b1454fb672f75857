/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-approvals-page.h"
#include "pages-common.h"

#define WHAT "Send at of Pre-arrival message"

/* Marta proposes another time for a message that was checked. */
static void
propose (PagesFixture *fixture)
{
  g_autofree char *number = pages_new_record (fixture);

  bell_outcome_free (pages_do (fixture, bell_command_new ("record.set", "record", number, "slot", "validated", "f.template", "pre-arrival",
                                                          "f.language", "en", "f.channel", "e-mail", "f.arrival", "2026-12-01",
                                                          "f.send-time", "2026-11-28 12:00", "f.address", "guest@example.com",
                                                          "f.consent", "true", NULL)));
  bell_outcome_free (pages_do (fixture, bell_command_new ("record.check", "record", number, "slot", "validated", NULL)));
  bell_outcome_free (pages_do (fixture, bell_command_new ("record.set", "record", number, "slot", "validated", "f.send-time",
                                                          "2026-11-29 12:00", "reason", "Guest asked for it", NULL)));
}

static GtkWidget *
find (PagesFixture *fixture,
      GType         type,
      const char   *text)
{
  return pages_find (GTK_WIDGET (fixture->page), type, text);
}

static void
test_empty (PagesFixture  *fixture,
            gconstpointer  data)
{
  pages_sign_in (fixture, "Paulo Matos");
  pages_show (fixture, BELL_TYPE_APPROVALS_PAGE, NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Nothing to Decide") != NULL);
}

/* One's own waits and can be taken back; nobody is offered to decide it themselves. */
static void
test_own (PagesFixture  *fixture,
          gconstpointer  data)
{
  GtkWidget *button;

  propose (fixture);
  pages_show (fixture, BELL_TYPE_APPROVALS_PAGE, NULL);
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, WHAT) != NULL);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "28 Nov 2026 12:00 → 29 Nov 2026 12:00"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "“Guest asked for it”"));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "Approve, " WHAT));
  button = find (fixture, GTK_TYPE_BUTTON, "Take Back, " WHAT);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_activate (button));
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Nothing to Decide") != NULL);
}

static void
test_approve (PagesFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *button;

  propose (fixture);
  pages_sign_in (fixture, "Paulo Matos");
  pages_show (fixture, BELL_TYPE_APPROVALS_PAGE, NULL);
  WAIT_UNTIL ((button = find (fixture, GTK_TYPE_BUTTON, "Approve, " WHAT)) != NULL);
  g_assert_true (gtk_widget_activate (button));
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Nothing to Decide") != NULL);

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (find (fixture, ADW_TYPE_TOGGLE_GROUP, "Which proposals are shown")), "decided");
  WAIT_UNTIL (find (fixture, GTK_TYPE_LABEL, "Approved by Paulo Matos") != NULL);
}

/* A refusal asks why first. */
static void
test_refuse (PagesFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *button;

  propose (fixture);
  pages_sign_in (fixture, "Paulo Matos");
  pages_show (fixture, BELL_TYPE_APPROVALS_PAGE, NULL);
  WAIT_UNTIL ((button = find (fixture, GTK_TYPE_BUTTON, "Refuse, " WHAT)) != NULL);
  g_assert_true (gtk_widget_activate (button));
  WAIT_UNTIL (pages_dialog (fixture) != NULL);
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (pages_dialog (fixture)), "accept"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, WHAT));
  adw_dialog_force_close (pages_dialog (fixture));
}

static void
add_tests (void)
{
  pages_add ("/pages/approvals/empty", test_empty);
  pages_add ("/pages/approvals/own", test_own);
  pages_add ("/pages/approvals/approve", test_approve);
  pages_add ("/pages/approvals/refuse", test_refuse);
}

int
main (int    argc,
      char **argv)
{
  return pages_main (argc, argv, add_tests);
}
