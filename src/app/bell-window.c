/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bell-pages.h"
#include "bell-ticker.h"
#include "bell-window-private.h"

#define START_PAGE "work"

static void bell_window_shell_init (BellShellInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BellWindow, bell_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (BELL_TYPE_SHELL, bell_window_shell_init))

/* --- Pages --- */

BellPage *
bell_window_get_page (BellWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->pages);

  return BELL_IS_PAGE (page) ? BELL_PAGE (page) : NULL;
}

static BellPage *
make_page (BellWindow         *self,
           const char         *id,
           const BellPageInfo *info,
           const char         *workflow)
{
  BellPage *page;

  if (workflow != NULL)
    page = g_object_new (info->type (), "desk", self->desk, "workflow", workflow, NULL);
  else
    page = g_object_new (info->type (), "desk", self->desk, NULL);
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (page), id);
  adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (page));
  g_hash_table_insert (self->made, g_strdup (id), page);
  return page;
}

void
bell_window_go (BellWindow *self,
                const char *id)
{
  const BellPageInfo *info;
  const char *workflow;
  BellPage *page;

  if (self->desk == NULL || !bell_sidebar_find (self->sidebar, id, &info, &workflow))
    return;

  page = g_hash_table_lookup (self->made, id);
  if (page == NULL)
    page = make_page (self, id, info, workflow);
  else
    bell_page_refresh (page);

  adw_navigation_view_replace_with_tags (self->pages, &id, 1);
  g_set_str (&self->current, id);
  bell_sidebar_select (self->sidebar, id);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* A page holds what its person was allowed to see; the next person gets fresh ones. */
static void
drop_pages (BellWindow *self)
{
  g_autoptr(GList) made = g_hash_table_get_values (self->made);

  adw_navigation_view_replace (self->pages, NULL, 0);
  for (GList *l = made; l != NULL; l = l->next)
    adw_navigation_view_remove (self->pages, l->data);
  g_hash_table_remove_all (self->made);
}

static void
activated_cb (BellWindow *self,
              const char *page)
{
  bell_window_go (self, page);
}

static void
visible_page_cb (BellWindow *self)
{
  bell_window_update_actions (self);
}

/* --- The shell --- */

static void
shell_go (BellShell  *shell,
          const char *page)
{
  bell_window_go (BELL_WINDOW (shell), page);
}

static gboolean
shell_can_open (BellShell  *shell,
                const char *kind)
{
  return bell_pages_detail_type (kind) != G_TYPE_INVALID;
}

static void
shell_open (BellShell  *shell,
            const char *kind,
            const char *id)
{
  BellWindow *self = BELL_WINDOW (shell);
  GType type = bell_pages_detail_type (kind);
  AdwNavigationPage *page;

  if (type == G_TYPE_INVALID || self->desk == NULL)
    return;

  page = adw_navigation_view_get_visible_page (self->pages);
  if (page != NULL && G_TYPE_CHECK_INSTANCE_TYPE (page, type))
    {
      g_autofree char *there = NULL;

      g_object_get (page, "entity-id", &there, NULL);
      if (g_strcmp0 (there, id) == 0)
        return;
    }

  page = g_object_new (type, "desk", self->desk, "entity-id", id, NULL);
  adw_navigation_view_push (self->pages, page);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
shell_add_toast (BellShell *shell,
                 AdwToast  *toast)
{
  adw_toast_overlay_add_toast (BELL_WINDOW (shell)->toasts, toast);
}

static void
bell_window_shell_init (BellShellInterface *iface)
{
  iface->go = shell_go;
  iface->open = shell_open;
  iface->can_open = shell_can_open;
  iface->add_toast = shell_add_toast;
}

/* --- Who is at the desk --- */

static void
ask_who (BellWindow *self,
         const char *name)
{
  if (self->sign_in == NULL)
    {
      self->sign_in = BELL_SIGN_IN_PAGE (bell_sign_in_page_new (self->desk));
      adw_bin_set_child (self->sign_in_bin, GTK_WIDGET (self->sign_in));
    }
  gtk_stack_set_visible_child_name (self->stack, "sign-in");
  bell_sign_in_page_expect (self->sign_in, name);
}

/* Whoever just came can begin to type, or walk on with the Tab key from the top of the page. */
static void
focus_page (BellWindow *self)
{
  BellPage *page = bell_window_get_page (self);

  if (page != NULL && !adw_navigation_split_view_get_collapsed (self->split) && !bell_page_activate_entry (page))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
receive (BellWindow *self,
         BellStaff  *person)
{
  const BellId *id = bell_entity_get_id (BELL_ENTITY (person));
  g_autofree char *page = g_strdup (self->current != NULL ? self->current : START_PAGE);

  if (bell_id_equal (id, &self->person) && g_strcmp0 (self->person_roles, person->roles) == 0)
    {
      /* The same person is back: nothing was lost while the desk was locked. */
      gtk_stack_set_visible_child_name (self->stack, "desk");
      return;
    }

  drop_pages (self);
  self->person = *id;
  g_set_str (&self->person_name, person->name);
  g_set_str (&self->person_roles, person->roles);
  bell_sidebar_set_desk (self->sidebar, self->desk);
  gtk_stack_set_visible_child_name (self->stack, "desk");
  g_clear_pointer (&self->current, g_free);
  bell_window_go (self, page);
  if (self->current == NULL)
    bell_window_go (self, START_PAGE);
  focus_page (self);
}

static void
person_cb (BellWindow *self)
{
  BellStaff *person = bell_desk_get_person (self->desk);

  if (person != NULL)
    {
      self->last_input = g_get_monotonic_time ();
      receive (self, person);
    }
  bell_window_update_actions (self);
}

void
bell_window_lock (BellWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (BELL_IS_WINDOW (self));

  if (self->desk == NULL || bell_desk_get_person (self->desk) == NULL)
    return;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))) != NULL)
    adw_dialog_force_close (dialog);
  adw_toast_overlay_dismiss_all (self->toasts);
  bell_desk_sign_out (self->desk);
  ask_who (self, self->person_name);
}

/* --- Alerts --- */

static void
alerted_cb (BellWindow *self,
            BellAlert  *alert)
{
  g_autoptr(GNotification) notification = NULL;
  g_autofree char *body = NULL;
  g_autofree char *id = NULL;

  if (self->settings != NULL && !g_settings_get_boolean (self->settings, "notify-alerts"))
    return;
  if (gtk_window_is_active (GTK_WINDOW (self)))
    {
      bell_shell_say (BELL_SHELL (self), alert->text);
      return;
    }

  /* The desktop may show it to anybody who passes: the room and the kind of work, never a guest. */
  notification = g_notification_new (bell_alert_cause_label (alert->cause));
  if (alert->room != NULL)
    /* Translators: a notification; the first is a room, the second a record such as GE-1042 */
    body = g_strdup_printf (_("Room %s · %s"), alert->room, alert->number != NULL ? alert->number : "");
  else
    body = g_strdup (alert->number != NULL ? alert->number : "");
  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, alert->level > 0 ? G_NOTIFICATION_PRIORITY_HIGH
                                                              : G_NOTIFICATION_PRIORITY_NORMAL);
  if (alert->number != NULL)
    g_notification_set_default_action_and_target (notification, "app.open-record", "s", alert->number);
  id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (alert)));
  g_application_send_notification (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), id, notification);
}

/* --- The desk --- */

BellDesk *
bell_window_get_desk (BellWindow *self)
{
  g_return_val_if_fail (BELL_IS_WINDOW (self), NULL);

  return self->desk;
}

static void
leave_desk (BellWindow *self)
{
  if (self->desk == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->desk, self);
  drop_pages (self);
  bell_sidebar_set_desk (self->sidebar, NULL);
  adw_bin_set_child (self->sign_in_bin, NULL);
  self->sign_in = NULL;
  self->person = BELL_ID_NONE;
  g_clear_object (&self->desk);
}

void
bell_window_set_desk (BellWindow *self,
                      BellDesk   *desk,
                      const char *page)
{
  g_return_if_fail (BELL_IS_WINDOW (self));
  g_return_if_fail (desk == NULL || BELL_IS_DESK (desk));

  leave_desk (self);
  if (desk == NULL)
    return;

  self->desk = g_object_ref (desk);
  g_set_str (&self->current, page);
  bell_ticker_set_time (bell_ticker_get_default (), bell_desk_get_clock (desk), bell_desk_get_zone (desk));
  g_signal_connect_object (desk, "notify::person", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "alerted", G_CALLBACK (alerted_cb), self, G_CONNECT_SWAPPED);

  if (bell_desk_get_person (desk) != NULL)
    person_cb (self);
  else
    ask_who (self, NULL);
  adw_bin_set_child (self->other_bin, NULL);
  bell_window_update_actions (self);
}

void
bell_window_show (BellWindow *self,
                  GtkWidget  *child)
{
  g_return_if_fail (BELL_IS_WINDOW (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  adw_bin_set_child (self->other_bin, child);
  gtk_stack_set_visible_child_name (self->stack, "other");
  bell_window_update_actions (self);
}

/* --- Class --- */

static gboolean
bell_window_close_request (GtkWindow *window)
{
  BellWindow *self = BELL_WINDOW (window);
  int width, height;

  if (self->settings != NULL)
    {
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
      gtk_window_get_default_size (window, &width, &height);
      if (width >= 360 && height >= 294)
        {
          g_settings_set_int (self->settings, "window-width", width);
          g_settings_set_int (self->settings, "window-height", height);
        }
    }
  return GTK_WINDOW_CLASS (bell_window_parent_class)->close_request (window);
}

static void
bell_window_dispose (GObject *object)
{
  BellWindow *self = BELL_WINDOW (object);

  g_clear_handle_id (&self->minute, g_source_remove);
  leave_desk (self);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_WINDOW);

  G_OBJECT_CLASS (bell_window_parent_class)->dispose (object);
}

static void
bell_window_finalize (GObject *object)
{
  BellWindow *self = BELL_WINDOW (object);

  g_hash_table_unref (self->made);
  g_free (self->current);
  g_free (self->person_name);
  g_free (self->person_roles);

  G_OBJECT_CLASS (bell_window_parent_class)->finalize (object);
}

static void
bell_window_class_init (BellWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bell_window_dispose;
  object_class->finalize = bell_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bell_window_close_request;

  g_type_ensure (BELL_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BellWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BellWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BellWindow, sign_in_bin);
  gtk_widget_class_bind_template_child (widget_class, BellWindow, other_bin);
  gtk_widget_class_bind_template_child (widget_class, BellWindow, split);
  gtk_widget_class_bind_template_child (widget_class, BellWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BellWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  bell_window_class_install_actions (widget_class);
}

static void
bell_window_init (BellWindow *self)
{
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  bell_window_watch_idle (self);
  bell_window_update_actions (self);
}

BellWindow *
bell_window_new (AdwApplication *application,
                 GSettings      *settings)
{
  BellWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);

  self = g_object_new (BELL_TYPE_WINDOW, "application", application, NULL);
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      gtk_window_set_default_size (GTK_WINDOW (self),
                                   g_settings_get_int (settings, "window-width"),
                                   g_settings_get_int (settings, "window-height"));
      if (g_settings_get_boolean (settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
  else
    gtk_window_set_default_size (GTK_WINDOW (self), 1200, 800);
  return self;
}
