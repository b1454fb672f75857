/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "bell-reason-dialog.h"
#include "bell-submit.h"
#include "bell-window-private.h"

#define PATIENCE (60 * G_USEC_PER_SEC)

/* Turns the main loop until something holds, but not for ever. */
#define WAIT_UNTIL(condition)                                            \
  G_STMT_START                                                           \
  {                                                                      \
    gint64 wait_end = g_get_monotonic_time () + PATIENCE;                \
    guint wait_source = g_timeout_add (20, G_SOURCE_FUNC (again), NULL); \
                                                                         \
    while (!(condition) && g_get_monotonic_time () < wait_end)           \
      g_main_context_iteration (NULL, TRUE);                             \
    g_source_remove (wait_source);                                       \
    g_assert_true (condition);                                           \
  }                                                                      \
  G_STMT_END

static gboolean
again (void)
{
  return G_SOURCE_CONTINUE;
}

/* --- A small hotel and its window --- */

static AdwApplication *application;

typedef struct
{
  char *folder;
  BellDesk *desk;
  BellWindow *window;
} Fixture;

static void
submit (BellDesk    *desk,
        BellCommand *command)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = bell_desk_submit (desk, command, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  bell_command_unref (command);
}

static void
sign_in (Fixture    *fixture,
         const char *name)
{
  g_autoptr(GError) error = NULL;

  bell_desk_sign_in (fixture->desk, name, "4711", &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(BellClock) clock = bell_clock_new_fixed (G_GINT64_CONSTANT (1795348800) * BELL_SECOND);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("deskbell-window-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "hotel.deskbell", NULL);

  fixture->desk = bell_desk_open (path, clock, TRUE, &error);
  g_assert_no_error (error);
  submit (fixture->desk, bell_command_new ("property.set", "property", "AUR", "name", "Hotel Aurora", "city", "Lisbon",
                                           "currency", "EUR", "zone", "Europe/Lisbon", "rooms", "101-103 PH1", NULL));
  submit (fixture->desk, bell_command_new ("staff.new", "name", "Vera Gomes", "roles", "administrator",
                                           "department", "front-office", "pin", "4711", NULL));
  sign_in (fixture, "Vera Gomes");
  submit (fixture->desk, bell_command_new ("staff.new", "name", "Marta Silva", "roles", "guest-relations",
                                           "department", "guest-relations", "pin", "4711", NULL));
  bell_desk_sign_out (fixture->desk);

  fixture->window = bell_window_new (application, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  bell_window_set_desk (fixture->window, fixture->desk, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (fixture->window == NULL);
  bell_desk_close (fixture->desk);
  g_object_unref (fixture->desk);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static const char *
shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->window->stack);
}

static const char *
shown_page (Fixture *fixture)
{
  BellPage *page = bell_window_get_page (fixture->window);

  return page != NULL ? adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (page)) : NULL;
}

static AdwDialog *
shown_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

/* --- Tests --- */

static void
test_sign_in (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpstr (shown (fixture), ==, "sign-in");
  g_assert_null (shown_page (fixture));

  sign_in (fixture, "Marta Silva");
  g_assert_cmpstr (shown (fixture), ==, "desk");
  g_assert_cmpstr (shown_page (fixture), ==, "work");
}

/* Locked, nothing of the desk can be reached; the same person finds everything as it was. */
static void
test_lock (Fixture       *fixture,
           gconstpointer  data)
{
  BellPage *page;

  sign_in (fixture, "Marta Silva");
  page = bell_window_get_page (fixture->window);
  bell_window_lock (fixture->window);
  g_assert_cmpstr (shown (fixture), ==, "sign-in");
  g_assert_null (bell_desk_get_person (fixture->desk));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  g_assert_null (shown_dialog (fixture));

  sign_in (fixture, "Marta Silva");
  g_assert_cmpstr (shown (fixture), ==, "desk");
  g_assert_true (bell_window_get_page (fixture->window) == page);
}

/* What one person saw is gone when the next one comes. */
static void
test_other_person (Fixture       *fixture,
                   gconstpointer  data)
{
  BellPage *page;

  sign_in (fixture, "Marta Silva");
  page = bell_window_get_page (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  bell_window_lock (fixture->window);
  sign_in (fixture, "Vera Gomes");
  WAIT_UNTIL (page == NULL);
  g_assert_cmpstr (shown_page (fixture), ==, "work");
}

static void
test_dialog_closes_on_lock (Fixture       *fixture,
                            gconstpointer  data)
{
  sign_in (fixture, "Marta Silva");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL));
  WAIT_UNTIL (shown_dialog (fixture) != NULL);
  bell_window_lock (fixture->window);
  g_assert_null (shown_dialog (fixture));
}

/* A refusal is told as a sentence, not lost. */
static void
test_refusal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(BellCommand) command = bell_command_new ("record.new", "workflow", "no-such-workflow", NULL);

  sign_in (fixture, "Marta Silva");
  bell_submit (GTK_WIDGET (fixture->window->sidebar), fixture->desk, command);
  WAIT_UNTIL (shown_dialog (fixture) != NULL);
  g_assert_true (ADW_IS_ALERT_DIALOG (shown_dialog (fixture)));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (shown_dialog (fixture))), !=, "");
}

static void
test_reason (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(BellCommand) command = bell_command_new ("record.status", "record", "GE-1", "to", "blocked", NULL);

  sign_in (fixture, "Marta Silva");
  bell_submit_with_reason (GTK_WIDGET (fixture->window->sidebar), fixture->desk, command, "Block This Record", NULL,
                           "Block");
  WAIT_UNTIL (shown_dialog (fixture) != NULL);
  g_assert_true (BELL_IS_REASON_DIALOG (shown_dialog (fixture)));
  adw_dialog_force_close (shown_dialog (fixture));
  WAIT_UNTIL (shown_dialog (fixture) == NULL);
  g_assert_null (bell_command_get (command, "reason"));
}

/* Everything in the sidebar opens, from the keyboard's numbers too. */
static void
test_every_page (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *id;

  sign_in (fixture, data);
  for (guint i = 0; (id = bell_sidebar_get_nth (fixture->window->sidebar, i)) != NULL; i++)
    {
      g_test_message ("%s", id);
      bell_window_go (fixture->window, id);
      g_assert_cmpstr (shown_page (fixture), ==, id);
      g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (bell_window_get_page (fixture->window))),
                       !=, "");
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  bell_window_go (fixture->window, "no-such-page");
  g_assert_cmpstr (shown_page (fixture), !=, "no-such-page");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go-nth", "i", 1);
  g_assert_cmpstr (shown_page (fixture), ==, "work");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = ADW_APPLICATION (adw_application_new ("io.github.deskbell.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define ADD(path, test) g_test_add ("/window/" path, Fixture, "Marta Silva", set_up, test, tear_down)
  ADD ("sign-in", test_sign_in);
  ADD ("lock", test_lock);
  ADD ("other-person", test_other_person);
  ADD ("dialog-closes-on-lock", test_dialog_closes_on_lock);
  ADD ("refusal", test_refusal);
  ADD ("reason", test_reason);
  ADD ("every-page/guest-relations", test_every_page);
#undef ADD
  g_test_add ("/window/every-page/administrator", Fixture, "Vera Gomes", set_up, test_every_page, tear_down);

  return g_test_run ();
}
