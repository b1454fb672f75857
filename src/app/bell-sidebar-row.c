/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-counts.h"
#include "bell-sidebar-row.h"

struct _BellSidebarRow
{
  GtkListBoxRow parent_instance;

  const BellPageInfo *info;
  char *workflow;
  char *page;
  char *title;
  GtkWidget *count;
  guint shown;
  gboolean urgent;
};

G_DEFINE_FINAL_TYPE (BellSidebarRow, bell_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
bell_sidebar_row_finalize (GObject *object)
{
  BellSidebarRow *self = BELL_SIDEBAR_ROW (object);

  g_free (self->workflow);
  g_free (self->page);
  g_free (self->title);

  G_OBJECT_CLASS (bell_sidebar_row_parent_class)->finalize (object);
}

static void
bell_sidebar_row_class_init (BellSidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_sidebar_row_finalize;
}

static void
bell_sidebar_row_init (BellSidebarRow *self)
{
}

static void
tell (BellSidebarRow *self)
{
  g_autofree char *label = NULL;

  if (self->shown == 0)
    label = g_strdup (self->title);
  else if (self->urgent)
    /* Translators: a page of the sidebar as it is read out: its title, how much waits there, and that some of it is late */
    label = g_strdup_printf (_("%s, %u, some late"), self->title, self->shown);
  else
    /* Translators: a page of the sidebar as it is read out: its title and how much waits there */
    label = g_strdup_printf (_("%s, %u"), self->title, self->shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
bell_sidebar_row_new (const BellPageInfo *info,
                      const BellWorkflow *workflow)
{
  BellSidebarRow *self;
  GtkWidget *box, *icon, *label;

  g_return_val_if_fail (info != NULL, NULL);

  self = g_object_new (BELL_TYPE_SIDEBAR_ROW, NULL);
  self->info = info;
  self->workflow = workflow != NULL ? g_strdup (workflow->id) : NULL;
  self->page = workflow != NULL ? g_strconcat (info->id, ":", workflow->id, NULL) : g_strdup (info->id);
  self->title = g_strdup (workflow != NULL ? workflow->name : _(info->title));

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  icon = gtk_image_new_from_icon_name (workflow != NULL ? workflow->icon : info->icon);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);

  label = g_object_new (GTK_TYPE_LABEL, "label", self->title, "xalign", 0.0, "hexpand", TRUE,
                        "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_append (GTK_BOX (box), label);

  self->count = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->count, "count");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (box), self->count);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  tell (self);
  return GTK_WIDGET (self);
}

const BellPageInfo *
bell_sidebar_row_get_info (BellSidebarRow *self)
{
  g_return_val_if_fail (BELL_IS_SIDEBAR_ROW (self), NULL);

  return self->info;
}

const char *
bell_sidebar_row_get_workflow (BellSidebarRow *self)
{
  g_return_val_if_fail (BELL_IS_SIDEBAR_ROW (self), NULL);

  return self->workflow;
}

const char *
bell_sidebar_row_get_page (BellSidebarRow *self)
{
  g_return_val_if_fail (BELL_IS_SIDEBAR_ROW (self), NULL);

  return self->page;
}

void
bell_sidebar_row_update (BellSidebarRow *self,
                         BellDeskCounts *counts)
{
  guint number = 0, late = 0;
  g_autofree char *text = NULL;

  g_return_if_fail (BELL_IS_SIDEBAR_ROW (self));
  g_return_if_fail (BELL_IS_DESK_COUNTS (counts));

  if (self->workflow != NULL)
    number = bell_desk_counts_get_workflow (counts, self->workflow);
  else if (self->info->count != NULL)
    g_object_get (counts, self->info->count, &number, NULL);
  if (self->info->urgent != NULL)
    g_object_get (counts, self->info->urgent, &late, NULL);

  if (number == self->shown && (late > 0) == self->urgent)
    return;

  self->shown = number;
  self->urgent = late > 0;
  text = g_strdup_printf ("%u", number);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, number > 0);
  if (self->urgent)
    gtk_widget_add_css_class (self->count, "urgent");
  else
    gtk_widget_remove_css_class (self->count, "urgent");
  tell (self);
}
