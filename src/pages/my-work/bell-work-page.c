/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-counts.h"
#include "bell-pager-scroll.h"
#include "bell-quick-entry-bar.h"
#include "bell-work-page.h"
#include "bell-work-row.h"

/*
 * What is on the page, from top to bottom:
 *
 *   work   ┐
 *   alerts ├ lists (GListStore of BellPager) → GtkFlattenListModel → GtkNoSelection → GtkListView
 *   watched┘
 *
 * The flattened model makes each list a section, whose heading the header factory shows.
 */
typedef enum
{
  PART_WORK,
  PART_ALERTS,
  PART_WATCHED,
  N_PARTS,
} Part;

struct _BellWorkPage
{
  BellPage parent_instance;

  BellQuickEntryBar *quick_entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GtkWidget *alerts;
  AdwButtonContent *alerts_content;
  GtkFlattenListModel *sections;
  AdwStatusPage *problem;

  GListStore *lists;
  GListModel *parts[N_PARTS];
  guint others; /* source: adds what comes after the work */
  gboolean narrow;
};

typedef enum
{
  PROP_NARROW = 1,
} BellWorkPageProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (BellWorkPage, bell_work_page, BELL_TYPE_PAGE)

/* --- Lists --- */

static GListModel *
list_part (BellWorkPage *self,
           BellListKind  kind)
{
  BellDesk *desk = bell_page_get_desk (BELL_PAGE (self));
  BellStaff *person = bell_desk_get_person (desk);
  g_autoptr(BellQuery) query = bell_query_new (kind);

  if (person != NULL)
    {
      query->staff = *bell_entity_get_id (BELL_ENTITY (person));
      query->roles = g_strdup (person->roles);
    }
  return bell_desk_list (desk, query);
}

static guint
n_items (BellWorkPage *self,
         Part          part)
{
  return self->parts[part] != NULL ? g_list_model_get_n_items (self->parts[part]) : 0;
}

static void
show_counts (BellWorkPage *self,
             guint         work,
             guint         late)
{
  g_autofree char *things = NULL;
  g_autofree char *text = NULL;

  if (work > 0)
    things = g_strdup_printf (ngettext ("%u thing is yours to do now", "%u things are yours to do now", work), work);
  if (work > 0 && late > 0)
    {
      g_autofree char *behind = g_strdup_printf (ngettext ("%u late", "%u late", late), late);

      text = g_strdup_printf ("%s · %s", things, behind);
    }
  bell_page_set_subtitle (BELL_PAGE (self), text != NULL ? text : things);
}

/* Work comes first on the page, so alerts further down are announced above it. */
static void
show_alerts (BellWorkPage *self,
             guint         alerts)
{
  g_autofree char *number = g_strdup_printf ("%u", alerts);
  g_autofree char *words = g_strdup_printf (ngettext ("%u Alert", "%u Alerts", alerts), alerts);

  adw_button_content_set_label (self->alerts_content, number);
  gtk_widget_set_tooltip_text (self->alerts, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->alerts), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (self->alerts, alerts > 0);
}

/* Counts come from the desk: the list itself holds only the pages that were looked at. */
static void
update_counts (BellWorkPage *self)
{
  BellDeskCounts *counts = NULL;
  guint work = 0, late = 0, alerts = 0;

  g_object_get (bell_page_get_desk (BELL_PAGE (self)), "counts", &counts, NULL);
  if (counts == NULL)
    return;
  g_object_get (counts, "work", &work, "work-late", &late, "alerts", &alerts, NULL);
  g_object_unref (counts);

  show_counts (self, work, late);
  show_alerts (self, alerts);
}

static gboolean
is_read (BellWorkPage *self)
{
  for (Part part = 0; part < N_PARTS; part++)
    if (self->parts[part] == NULL || bell_pager_scroll_is_loading (self->parts[part]))
      return FALSE;
  return TRUE;
}

static void
update_stack (BellWorkPage *self)
{
  g_autofree char *trouble = bell_pager_scroll_dup_trouble (self->parts[PART_WORK]);
  guint shown = n_items (self, PART_ALERTS) + n_items (self, PART_WORK) + n_items (self, PART_WATCHED);

  if (trouble != NULL)
    {
      adw_status_page_set_description (self->problem, trouble);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
  else if (shown > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (is_read (self))
    gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
add_part (BellWorkPage *self,
          Part          part,
          BellListKind  kind)
{
  self->parts[part] = list_part (self, kind);
  g_signal_connect_object (self->parts[part], "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->parts[part], "notify::loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->lists, self->parts[part]);
}

/* A list keeps the row at its top in place when others come in above it, and each row costs time before the first
 * frame: what is to be done goes in first and alone, the rest when it has been drawn. */
static gboolean
add_others_cb (gpointer data)
{
  BellWorkPage *self = data;

  self->others = 0;
  add_part (self, PART_ALERTS, BELL_LIST_ALERTS);
  add_part (self, PART_WATCHED, BELL_LIST_WATCHED);
  update_stack (self);
  return G_SOURCE_REMOVE;
}

static void
loading_cb (BellWorkPage *self)
{
  if (bell_pager_scroll_is_loading (self->parts[PART_WORK]))
    return;

  if (self->parts[PART_ALERTS] == NULL && self->others == 0)
    self->others = g_idle_add_full (G_PRIORITY_LOW, add_others_cb, self, NULL);
}

static void
make_lists (BellWorkPage *self)
{
  self->lists = g_list_store_new (G_TYPE_LIST_MODEL);
  gtk_flatten_list_model_set_model (self->sections, G_LIST_MODEL (self->lists));
  add_part (self, PART_WORK, BELL_LIST_WORK);
  bell_pager_scroll_attach (self->scrolled, self->parts[PART_WORK]);

  g_signal_connect_object (self->parts[PART_WORK], "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts[PART_WORK], "notify::error-text", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  loading_cb (self);
}

/* --- Rows and headings --- */

static void
row_setup_cb (BellWorkPage *self,
              GtkListItem  *item)
{
  GtkWidget *row = g_object_new (BELL_TYPE_WORK_ROW, "desk", bell_page_get_desk (BELL_PAGE (self)), NULL);

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
row_bind_cb (BellWorkPage *self,
             GtkListItem  *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  guint position = gtk_list_item_get_position (item);
  g_autofree char *label = NULL;

  g_object_set (row,
                "watched", position >= n_items (self, PART_ALERTS) + n_items (self, PART_WORK),
                "item", gtk_list_item_get_item (item),
                NULL);
  label = bell_work_row_dup_label (BELL_WORK_ROW (row));
  gtk_list_item_set_accessible_label (item, label);
}

static void
header_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "part");
  gtk_list_header_set_child (header, label);
}

static const char *
part_title (BellWorkPage *self,
            guint         position)
{
  if (position < n_items (self, PART_WORK))
    return _("To Do");
  if (position < n_items (self, PART_WORK) + n_items (self, PART_ALERTS))
    return _("Alerts");
  /* Translators: heading over records that this person gave to others */
  return _("Watching");
}

static void
header_bind_cb (BellWorkPage  *self,
                GtkListHeader *header)
{
  GtkWidget *label = gtk_list_header_get_child (header);
  guint start = gtk_list_header_get_start (header);

  /* A list begins with its first row, not with the heading above it; the first part goes without one. */
  gtk_widget_set_visible (label, start > 0);
  gtk_label_set_text (GTK_LABEL (label), part_title (self, start));
}

static void
activate_cb (BellWorkPage *self,
             guint         position)
{
  g_autoptr(BellEntity) item = g_list_model_get_item (G_LIST_MODEL (self->sections), position);
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  if (shell == NULL || !bell_shell_can_open (shell, "record"))
    return;
  if (BELL_IS_RECORD (item))
    bell_shell_open_id (shell, "record", bell_entity_get_id (item));
  else if (BELL_IS_ALERT (item) && !bell_id_is_none (&BELL_ALERT (item)->record))
    bell_shell_open_id (shell, "record", &BELL_ALERT (item)->record);
}

static void
show_alerts_cb (BellWorkPage *self)
{
  if (n_items (self, PART_ALERTS) > 0)
    gtk_list_view_scroll_to (self->list, n_items (self, PART_WORK), GTK_LIST_SCROLL_FOCUS, NULL);
}

/* --- Class --- */

static gboolean
bell_work_page_activate_entry (BellPage *page)
{
  GtkWidget *entry = GTK_WIDGET (BELL_WORK_PAGE (page)->quick_entry);

  return gtk_widget_get_visible (entry) && gtk_widget_grab_focus (entry);
}

static void
bell_work_page_constructed (GObject *object)
{
  BellWorkPage *self = BELL_WORK_PAGE (object);
  BellDeskCounts *counts = NULL;

  G_OBJECT_CLASS (bell_work_page_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (self->quick_entry),
                          bell_desk_may (bell_page_get_desk (BELL_PAGE (self)), BELL_ACTION_CREATE, NULL));
  make_lists (self);
  g_object_get (bell_page_get_desk (BELL_PAGE (self)), "counts", &counts, NULL);
  if (counts != NULL)
    {
      g_signal_connect_object (counts, "changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
      g_object_unref (counts);
    }
  update_counts (self);
}

static void
bell_work_page_dispose (GObject *object)
{
  BellWorkPage *self = BELL_WORK_PAGE (object);

  g_clear_handle_id (&self->others, g_source_remove);
  for (Part part = 0; part < N_PARTS; part++)
    if (self->parts[part] != NULL)
      {
        /* The view lets go of the lists only later, and they may still have something to tell. */
        g_signal_handlers_disconnect_by_data (self->parts[part], self);
        g_clear_object (&self->parts[part]);
      }
  g_clear_object (&self->lists);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_WORK_PAGE);

  G_OBJECT_CLASS (bell_work_page_parent_class)->dispose (object);
}

static void
bell_work_page_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((BellWorkPageProperty) property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, BELL_WORK_PAGE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_work_page_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((BellWorkPageProperty) property_id)
    {
    case PROP_NARROW:
      BELL_WORK_PAGE (object)->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_work_page_class_init (BellWorkPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_work_page_constructed;
  object_class->dispose = bell_work_page_dispose;
  object_class->get_property = bell_work_page_get_property;
  object_class->set_property = bell_work_page_set_property;
  BELL_PAGE_CLASS (klass)->activate_entry = bell_work_page_activate_entry;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BELL_TYPE_QUICK_ENTRY_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-work-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellWorkPage, quick_entry);
  gtk_widget_class_bind_template_child (widget_class, BellWorkPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellWorkPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellWorkPage, list);
  gtk_widget_class_bind_template_child (widget_class, BellWorkPage, alerts);
  gtk_widget_class_bind_template_child (widget_class, BellWorkPage, alerts_content);
  gtk_widget_class_bind_template_child (widget_class, BellWorkPage, sections);
  gtk_widget_class_bind_template_child (widget_class, BellWorkPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_alerts_cb);
}

static void
bell_work_page_init (BellWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
