/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bell-counts.h"
#include "bell-sidebar.h"
#include "bell-sidebar-row.h"

struct _BellSidebar
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GtkListBox *list;
  AdwAvatar *avatar;
  GtkWidget *person_button;
  GtkLabel *name;
  GtkLabel *role;

  BellDesk *desk;
  BellDeskCounts *counts;
  gulong counts_changed;
  gulong property_changed;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BellSidebar, bell_sidebar, ADW_TYPE_NAVIGATION_PAGE)

static BellSidebarRow *
nth_row (BellSidebar *self,
         guint        position)
{
  return BELL_SIDEBAR_ROW (gtk_list_box_get_row_at_index (self->list, position));
}

static BellSidebarRow *
find_row (BellSidebar *self,
          const char  *page)
{
  BellSidebarRow *row;

  for (guint i = 0; (row = nth_row (self, i)) != NULL; i++)
    if (g_strcmp0 (bell_sidebar_row_get_page (row), page) == 0)
      return row;
  return NULL;
}

static void
update_counts (BellSidebar *self)
{
  BellSidebarRow *row;

  for (guint i = 0; (row = nth_row (self, i)) != NULL; i++)
    bell_sidebar_row_update (row, self->counts);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  BellPageGroup group = bell_sidebar_row_get_info (BELL_SIDEBAR_ROW (row))->group;
  GtkWidget *label;

  if (bell_page_group_title (group) == NULL ||
      (before != NULL && bell_sidebar_row_get_info (BELL_SIDEBAR_ROW (before))->group == group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", bell_page_group_title (group), "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "group-title");
  gtk_list_box_row_set_header (row, label);
}

/* --- Filling --- */

static gboolean
may_see (BellDesk           *desk,
         const BellPageInfo *info,
         const char         *kind)
{
  return info->needs == BELL_PAGE_FOR_ALL || bell_desk_may (desk, info->needs, kind);
}

static void
add_page (BellSidebar        *self,
          const BellPageInfo *info)
{
  GPtrArray *workflows;

  if (!info->each_workflow)
    {
      gtk_list_box_append (self->list, bell_sidebar_row_new (info, NULL));
      return;
    }
  workflows = bell_definitions_workflows (bell_desk_get_definitions (self->desk));
  for (guint i = 0; i < workflows->len; i++)
    {
      const BellWorkflow *workflow = workflows->pdata[i];

      if (may_see (self->desk, info, workflow->kinds[BELL_SLOT_OWNED]->id))
        gtk_list_box_append (self->list, bell_sidebar_row_new (info, workflow));
    }
}

static guint
count_rooms (const char *rooms)
{
  g_auto (GStrv) parts = g_strsplit_set (rooms != NULL ? rooms : "", " ,;", -1);
  guint count = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *dash = strchr (parts[i], '-');

      if (*parts[i] == '\0')
        continue;
      if (dash != NULL && g_ascii_isdigit (*parts[i]) && g_ascii_isdigit (dash[1]))
        count += MAX (g_ascii_strtoll (dash + 1, NULL, 10) - g_ascii_strtoll (parts[i], NULL, 10), 0) + 1;
      else
        count++;
    }
  return count;
}

static void
show_property (BellSidebar *self)
{
  BellProperty *property = bell_desk_get_property (self->desk);
  g_autofree char *rooms = NULL;
  g_autofree char *subtitle = NULL;
  guint n_rooms;

  if (property == NULL)
    return;

  n_rooms = count_rooms (property->rooms);
  rooms = g_strdup_printf (ngettext ("%u room", "%u rooms", n_rooms), n_rooms);
  if (property->city != NULL && n_rooms > 0)
    subtitle = g_strdup_printf ("%s · %s", property->city, rooms);
  else
    subtitle = g_strdup (property->city != NULL ? property->city : "");
  adw_window_title_set_title (self->title, property->name != NULL ? property->name : "Deskbell");
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
show_person (BellSidebar *self)
{
  BellStaff *person = bell_desk_get_person (self->desk);
  const BellRole *role;
  g_auto (GStrv) roles = NULL;
  g_autofree char *label = NULL;

  if (person == NULL)
    return;

  roles = g_strsplit (person->roles != NULL ? person->roles : "", " ", -1);
  role = bell_definitions_role (bell_desk_get_definitions (self->desk), roles[0]);
  adw_avatar_set_text (self->avatar, person->name);
  gtk_label_set_text (self->name, person->name);
  gtk_label_set_text (self->role, role != NULL ? role->name : "");

  /* Translators: read out for the button at the foot of the sidebar; %s is the name of the person who is signed in */
  label = g_strdup_printf (_("%s, Switch Person"), person->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
forget (BellSidebar *self)
{
  g_clear_signal_handler (&self->counts_changed, self->counts);
  g_clear_object (&self->counts);
  g_clear_signal_handler (&self->property_changed, self->desk);
  g_clear_object (&self->desk);
  if (self->list != NULL)
    gtk_list_box_remove_all (self->list);
}

void
bell_sidebar_set_desk (BellSidebar *self,
                       BellDesk    *desk)
{
  const BellPageInfo *pages;
  guint n_pages;

  g_return_if_fail (BELL_IS_SIDEBAR (self));

  forget (self);
  if (desk == NULL)
    return;

  self->desk = g_object_ref (desk);
  pages = bell_pages_list (&n_pages);
  for (guint i = 0; i < n_pages; i++)
    if (pages[i].each_workflow || may_see (desk, &pages[i], NULL))
      add_page (self, &pages[i]);
  self->property_changed = g_signal_connect_swapped (desk, "notify::property", G_CALLBACK (show_property), self);
  show_property (self);
  show_person (self);

  g_object_get (desk, "counts", &self->counts, NULL);
  if (self->counts != NULL)
    {
      self->counts_changed = g_signal_connect_swapped (self->counts, "changed", G_CALLBACK (update_counts), self);
      update_counts (self);
    }
}

/* --- Choosing --- */

static void
row_activated_cb (BellSidebar   *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, bell_sidebar_row_get_page (BELL_SIDEBAR_ROW (row)));
}

gboolean
bell_sidebar_select (BellSidebar *self,
                     const char  *page)
{
  BellSidebarRow *row;

  g_return_val_if_fail (BELL_IS_SIDEBAR (self), FALSE);

  row = find_row (self, page);
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  return row != NULL;
}

const char *
bell_sidebar_get_nth (BellSidebar *self,
                      guint        position)
{
  BellSidebarRow *row;

  g_return_val_if_fail (BELL_IS_SIDEBAR (self), NULL);

  row = nth_row (self, position);
  return row != NULL ? bell_sidebar_row_get_page (row) : NULL;
}

gboolean
bell_sidebar_find (BellSidebar         *self,
                   const char          *page,
                   const BellPageInfo **info,
                   const char         **workflow)
{
  BellSidebarRow *row;

  g_return_val_if_fail (BELL_IS_SIDEBAR (self), FALSE);
  g_return_val_if_fail (info != NULL && workflow != NULL, FALSE);

  row = find_row (self, page);
  if (row == NULL)
    return FALSE;
  *info = bell_sidebar_row_get_info (row);
  *workflow = bell_sidebar_row_get_workflow (row);
  return TRUE;
}

void
bell_sidebar_open_menu (BellSidebar *self)
{
  g_return_if_fail (BELL_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->menu_button);
}

/* --- Class --- */

static void
bell_sidebar_dispose (GObject *object)
{
  BellSidebar *self = BELL_SIDEBAR (object);

  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_SIDEBAR);

  G_OBJECT_CLASS (bell_sidebar_parent_class)->dispose (object);
}

static void
bell_sidebar_class_init (BellSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_sidebar_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, BellSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, BellSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BellSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, BellSidebar, avatar);
  gtk_widget_class_bind_template_child (widget_class, BellSidebar, person_button);
  gtk_widget_class_bind_template_child (widget_class, BellSidebar, name);
  gtk_widget_class_bind_template_child (widget_class, BellSidebar, role);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bell_sidebar_init (BellSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}
