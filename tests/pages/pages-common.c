/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bell-date.h"
#include "bell-ticker.h"
#include "pages-common.h"

static AdwApplication *application;

gboolean
pages_again (void)
{
  return G_SOURCE_CONTINUE;
}

BellOutcome *
pages_do (PagesFixture *fixture,
          BellCommand  *command)
{
  g_autoptr(GError) error = NULL;
  BellOutcome *outcome = bell_desk_submit (fixture->desk, command, &error);

  g_assert_no_error (error);
  bell_command_unref (command);
  return outcome;
}

void
pages_sign_in (PagesFixture *fixture,
               const char   *name)
{
  g_autoptr(GError) error = NULL;

  bell_desk_sign_in (fixture->desk, name, "4711", &error);
  g_assert_no_error (error);
}

static void
add_person (PagesFixture *fixture,
            const char   *name,
            const char   *role,
            const char   *department)
{
  bell_outcome_free (pages_do (fixture, bell_command_new ("staff.new", "name", name, "roles", role, "department", department,
                                                          "pin", "4711", NULL)));
}

void
pages_set_up (PagesFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(BellClock) clock = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  gint64 now;

  g_assert_true (bell_time_from_iso8601 (PAGES_NOW, NULL, &now));
  clock = bell_clock_new_fixed (now);
  fixture->folder = g_dir_make_tmp ("deskbell-pages-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "hotel.deskbell", NULL);
  fixture->desk = bell_desk_open (path, clock, TRUE, &error);
  g_assert_no_error (error);
  bell_ticker_set_time (bell_ticker_get_default (), clock, bell_desk_get_zone (fixture->desk));

  bell_outcome_free (pages_do (fixture, bell_command_new ("property.set", "property", "AUR", "name", "Hotel Aurora", "city", "Lisbon",
                                                          "currency", "EUR", "zone", "Europe/Lisbon", "rooms", "101-120", NULL)));
  add_person (fixture, "Vera Gomes", "administrator", "front-office");
  pages_sign_in (fixture, "Vera Gomes");
  add_person (fixture, "Marta Silva", "guest-relations", "guest-relations");
  add_person (fixture, "Ana Reis", "guest-relations", "guest-relations");
  add_person (fixture, "Paulo Matos", "duty-manager", "front-office");
  add_person (fixture, "Rui Costa", "line-staff", "housekeeping");
  add_person (fixture, "Ines Lopes", "auditor", "front-office");
  pages_sign_in (fixture, "Marta Silva");

  fixture->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  fixture->window = ADW_APPLICATION_WINDOW (g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application,
                                                          "content", fixture->view, "default-width", 1200, "default-height", 800, NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
pages_tear_down (PagesFixture  *fixture,
                 gconstpointer  data)
{
  BellPage *page = fixture->page;

  if (page != NULL)
    g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* A page that somebody still holds would read a desk that is closed. */
  WAIT_UNTIL (page == NULL);
  bell_desk_close (fixture->desk);
  g_object_unref (fixture->desk);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

char *
pages_new_record (PagesFixture *fixture)
{
  g_autoptr(BellOutcome) outcome = NULL;

  outcome = pages_do (fixture, bell_command_new ("record.new", "workflow", "crm", "room", "101", "person", "Marta Silva",
                                                 "reason", "She took the call", "f.category", "amenities", "f.text", "Extra towels",
                                                 "f.promised-time", "2026-11-22 19:00", "f.access-note", "Wheelchair", NULL));
  return g_strdup (outcome->number);
}

void
pages_show (PagesFixture *fixture,
            GType         type,
            const char   *entity_id)
{
  if (entity_id != NULL)
    fixture->page = g_object_new (type, "desk", fixture->desk, "entity-id", entity_id, NULL);
  else
    fixture->page = g_object_new (type, "desk", fixture->desk, NULL);
  adw_navigation_view_push (fixture->view, ADW_NAVIGATION_PAGE (fixture->page));
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  g_autofree char *problem = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0)
    return TRUE;
  problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  return problem == NULL;
}

GtkWidget *
pages_find (GtkWidget  *root,
            GType       type,
            const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && says (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pages_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
pages_holds_text (GtkWidget  *root,
                  const char *text)
{
  g_autofree char *held = NULL;

  if (GTK_IS_LABEL (root))
    held = g_strdup (gtk_label_get_text (GTK_LABEL (root)));
  else if (GTK_IS_EDITABLE (root))
    held = g_strdup (gtk_editable_get_text (GTK_EDITABLE (root)));
  else if (GTK_IS_TEXT_VIEW (root))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (root)), "text", &held, NULL);
  if (held != NULL && strstr (held, text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (pages_holds_text (child, text))
      return TRUE;
  return FALSE;
}

AdwDialog *
pages_dialog (PagesFixture *fixture)
{
  return adw_application_window_get_visible_dialog (fixture->window);
}

static void
activated_cb (GApplication *app,
              gpointer      data)
{
  int *status = data;

  g_application_hold (app);
  *status = g_test_run ();
  g_application_release (app);
}

int
pages_main (int    argc,
            char **argv,
            void (*add_tests) (void))
{
  int status = 1;

  gtk_test_init (&argc, &argv, NULL);
  application = adw_application_new ("io.github.deskbell.Deskbell.Pages", G_APPLICATION_NON_UNIQUE);
  g_object_set (application, "resource-base-path", "/io/github/deskbell/Deskbell", NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), &status);
  add_tests ();
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_object_unref (application);
  return status;
}
