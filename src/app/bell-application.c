/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-application.h"
#include "bell-desk-care.h"
#include "bell-opening.h"
#include "bell-preferences-dialog.h"
#include "bell-window.h"

#define TICK_SECONDS 30
#define BACKUP_TICKS (60 * 60 / TICK_SECONDS)

struct _BellApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  BellWindow *window;
  BellDesk *desk;
  guint tick;
  guint ticks; /* since the hotel was opened */
  gboolean escalating;

  gboolean demo;
  char *database;
  char *person;
  char *pin_file;
  char *page;
};

G_DEFINE_FINAL_TYPE (BellApplication, bell_application, ADW_TYPE_APPLICATION)

/* --- The desk --- */

static void
escalated_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(BellApplication) self = data;
  g_autoptr(GError) error = NULL;

  self->escalating = FALSE;
  if (!bell_desk_escalate_finish (BELL_DESK (object), result, NULL, &error))
    g_warning ("Alerts could not be brought up to date: %s", error->message);
}

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GError) error = NULL;

  if (!bell_desk_keep_backups_finish (BELL_DESK (object), result, &error))
    g_warning ("The backup of the day could not be made: %s", error->message);
}

static gboolean
tick_cb (gpointer data)
{
  BellApplication *self = data;

  /* Not at once: whoever opens the hotel wants to work, and asks for its pages first. */
  if (self->desk != NULL && self->ticks++ % BACKUP_TICKS == 0)
    bell_desk_keep_backups_async (self->desk, NULL, backed_up_cb, NULL);
  if (self->desk != NULL && !self->escalating)
    {
      self->escalating = TRUE;
      bell_desk_escalate_async (self->desk, escalated_cb, g_object_ref (self));
    }
  return G_SOURCE_CONTINUE;
}

static void
close_desk (BellApplication *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->window != NULL)
    bell_window_set_desk (self->window, NULL, NULL);
  if (self->desk != NULL)
    bell_desk_close (self->desk);
  g_clear_object (&self->desk);
}

static void
sign_in_from_file (BellApplication *self)
{
  g_autofree char *pin = NULL;
  g_autoptr(GError) error = NULL;

  if (self->person == NULL || self->pin_file == NULL)
    return;
  if (!g_file_get_contents (self->pin_file, &pin, NULL, &error) ||
      !bell_desk_sign_in (self->desk, self->person, g_strstrip (pin), &error))
    g_printerr ("deskbell: %s\n", error->message);
}

static void
take_desk (BellApplication *self,
           BellDesk        *desk)
{
  close_desk (self);
  self->desk = g_object_ref (desk);
  sign_in_from_file (self);
  bell_window_set_desk (self->window, desk, self->page);
  self->ticks = 0;
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

/* Takes the desk that the opening hands over. */
static void
opened_cb (BellOpening     *opening,
           BellDesk        *desk,
           BellApplication *self)
{
  take_desk (self, desk);
}

static void
begin (BellApplication *self)
{
  g_autoptr(BellDesk) desk = bell_opening_find (self->database, self->demo);
  g_autoptr(GtkWidget) opening = NULL;

  if (desk == NULL)
    {
      opening = g_object_ref_sink (bell_opening_new (self->database, self->demo));
      g_signal_connect_object (opening, "opened", G_CALLBACK (opened_cb), self, 0);
      desk = bell_opening_try (BELL_OPENING (opening));
    }
  if (desk != NULL)
    take_desk (self, desk);
  else
    bell_window_show (self->window, opening);
}

/* --- Actions --- */

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  BellApplication *self = data;
  AdwDialog *dialog;

  dialog = adw_about_dialog_new_from_appdata ("/io/github/deskbell/Deskbell/metainfo.xml", PACKAGE_VERSION);
  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), PACKAGE_VERSION);
  /* Translators: your own name, and how you want to be reached */
  adw_about_dialog_set_translator_credits (ADW_ABOUT_DIALOG (dialog), _("translator-credits"));
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  BellApplication *self = data;

  adw_dialog_present (bell_preferences_dialog_new (self->settings), GTK_WIDGET (self->window));
}

static void
open_record_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  BellApplication *self = data;

  if (self->window == NULL)
    return;
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open", "(ss)",
                              "record", g_variant_get_string (parameter, NULL));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  BellApplication *self = data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

static const GActionEntry actions[] = {
  { "about", about_action },
  { "preferences", preferences_action },
  { "open-record", open_record_action, "s" },
  { "quit", quit_action },
};

/* --- Class --- */

static void
bell_application_startup (GApplication *application)
{
  BellApplication *self = BELL_APPLICATION (application);

  G_APPLICATION_CLASS (bell_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]) { "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.preferences",
                                         (const char *[]) { "<Control>comma", NULL });
  /* For those who try the window from right to left without such a language. */
  if (g_strcmp0 (g_getenv ("DESKBELL_RTL"), "1") == 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  self->settings = bell_preferences_open_settings ();
  bell_preferences_apply_colours (self->settings);
}

static void
bell_application_activate (GApplication *application)
{
  BellApplication *self = BELL_APPLICATION (application);

  if (self->window == NULL)
    {
      self->window = bell_window_new (ADW_APPLICATION (self), self->settings);
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
      begin (self);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

static int
bell_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  BellApplication *self = BELL_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("deskbell %s\n", PACKAGE_VERSION);
      return 0;
    }
  /* Each hotel file is a program of its own; only the usual one is shared by later starts. */
  if (self->demo || self->database != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
bell_application_shutdown (GApplication *application)
{
  close_desk (BELL_APPLICATION (application));

  G_APPLICATION_CLASS (bell_application_parent_class)->shutdown (application);
}

static void
bell_application_finalize (GObject *object)
{
  BellApplication *self = BELL_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->settings);
  g_free (self->database);
  g_free (self->person);
  g_free (self->pin_file);
  g_free (self->page);

  G_OBJECT_CLASS (bell_application_parent_class)->finalize (object);
}

static void
bell_application_class_init (BellApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bell_application_finalize;
  application_class->startup = bell_application_startup;
  application_class->activate = bell_application_activate;
  application_class->handle_local_options = bell_application_handle_local_options;
  application_class->shutdown = bell_application_shutdown;
}

static void
bell_application_init (BellApplication *self)
{
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &self->demo, N_("Open the demonstration hotel"), NULL },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->database, N_("Open this hotel file"), N_("FILE") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &self->person, N_("Sign in as this person"), N_("NAME") },
    { "pin-file", 0, 0, G_OPTION_ARG_FILENAME, &self->pin_file, N_("File with the PIN for --as"), N_("FILE") },
    { "page", 0, 0, G_OPTION_ARG_STRING, &self->page, N_("Page to begin with, such as board"), N_("ID") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

BellApplication *
bell_application_new (void)
{
  return g_object_new (BELL_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", "/io/github/deskbell/Deskbell",
                       NULL);
}
