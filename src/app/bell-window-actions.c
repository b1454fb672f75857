/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-pages.h"
#include "bell-quick-entry-bar.h"
#include "bell-search-dialog.h"
#include "bell-submit.h"
#include "bell-window-private.h"


static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *page)
{
  bell_window_go (BELL_WINDOW (widget), g_variant_get_string (page, NULL));
}

static void
go_nth_action (GtkWidget  *widget,
               const char *name,
               GVariant   *position)
{
  BellWindow *self = BELL_WINDOW (widget);
  const char *page = bell_sidebar_get_nth (self->sidebar, g_variant_get_int32 (position) - 1);

  if (page != NULL)
    bell_window_go (self, page);
}

/* Down or up the sidebar, round at its ends. */
static void
go_next_action (GtkWidget  *widget,
                const char *name,
                GVariant   *by)
{
  BellWindow *self = BELL_WINDOW (widget);
  int n_pages = 0;
  int here = 0;

  for (const char *page; (page = bell_sidebar_get_nth (self->sidebar, n_pages)) != NULL; n_pages++)
    if (g_strcmp0 (page, self->current) == 0)
      here = n_pages;
  if (n_pages > 0)
    bell_window_go (self, bell_sidebar_get_nth (self->sidebar, (here + n_pages + g_variant_get_int32 (by)) % n_pages));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  const char *kind, *id;

  g_variant_get (target, "(&s&s)", &kind, &id);
  bell_shell_open (BELL_SHELL (widget), kind, id);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BellWindow *self = BELL_WINDOW (widget);

  adw_dialog_present (bell_search_dialog_new (self->desk, BELL_SHELL (self)), widget);
}

static void
search_page_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  BellPage *page = bell_window_get_page (BELL_WINDOW (widget));

  if (page == NULL || !bell_page_activate_search (page))
    search_action (widget, name, parameter);
}

static void
refresh_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BellPage *page = bell_window_get_page (BELL_WINDOW (widget));

  if (page != NULL)
    bell_page_refresh (page);
}

/* On My Work the line is there already; elsewhere it comes as a dialog. */
static void
quick_entry_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  BellWindow *self = BELL_WINDOW (widget);
  BellPage *page = bell_window_get_page (self);
  GtkWidget *bar;
  GtkWidget *view;
  AdwDialog *dialog;

  if (page != NULL && bell_page_activate_entry (page))
    return;

  bar = bell_quick_entry_bar_new (self->desk);
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), bar);
  gtk_widget_add_css_class (bar, "in-dialog");

  dialog = g_object_new (ADW_TYPE_DIALOG,
                         "title", _("New Work"),
                         "content-width", 620,
                         "child", view,
                         NULL);
  adw_dialog_set_focus (dialog, bar);
  g_signal_connect_object (bar, "filed", G_CALLBACK (adw_dialog_close), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
lock_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bell_window_lock (BELL_WINDOW (widget));
}

static void
switch_person_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  BellWindow *self = BELL_WINDOW (widget);

  bell_window_lock (self);
  bell_sign_in_page_expect (self->sign_in, NULL);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bell_submit_undo (widget, BELL_WINDOW (widget)->desk);
}

/* Wide, F9 hides the sidebar; narrow, it goes back to it. */
static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  BellWindow *self = BELL_WINDOW (widget);
  gboolean shown = adw_navigation_split_view_get_show_content (self->split);

  if (adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self)) != NULL)
    adw_navigation_split_view_set_show_content (self->split, !shown);
  else
    {
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      adw_navigation_split_view_set_collapsed (self->split,
                                               !adw_navigation_split_view_get_collapsed (self->split));
    }
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bell_sidebar_open_menu (BELL_WINDOW (widget)->sidebar);
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWindow *window;

  /* Read only when it is asked for: the first frame does not wait for it. */
  builder = gtk_builder_new_from_resource ("/io/github/deskbell/Deskbell/ui/bell-shortcuts.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

void
bell_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.go-nth", "i", go_nth_action);
  gtk_widget_class_install_action (widget_class, "win.go-next", "i", go_next_action);
  gtk_widget_class_install_action (widget_class, "win.open", "(ss)", open_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.search-page", NULL, search_page_action);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "win.quick-entry", NULL, quick_entry_action);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "win.switch-person", NULL, switch_person_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);

  for (int i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_ALT_MASK, "win.go-nth", "i", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "win.go-next", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "win.go-next", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.search-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "win.refresh", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.quick-entry", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "win.lock", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.switch-person", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.toggle-sidebar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, 0, "win.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts", NULL);
}

void
bell_window_update_actions (BellWindow *self)
{
  static const char * const need_person[] = {
    "win.go", "win.go-nth", "win.go-next", "win.open", "win.search", "win.search-page", "win.refresh", "win.quick-entry",
    "win.lock", "win.switch-person", "win.undo", "win.toggle-sidebar", "win.menu",
  };
  gboolean there = self->desk != NULL && bell_desk_get_person (self->desk) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (need_person); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), need_person[i], there);
}
