/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-board-column.h"
#include "bell-board-page.h"

struct _BellBoardPage
{
  BellPage parent_instance;

  GtkDropDown *departments;
  GtkStringList *department_names;
  AdwToggleGroup *whose;
  GtkButton *new_button;
  AdwToggleGroup *narrow_switch;
  AdwBin *wide_place;
  AdwBin *narrow_place;
  GtkBox *columns;

  BellBoardColumn *column[BELL_N_STATUSES];
  GCancellable *cancellable;
  gboolean narrow;
  gboolean ready;
  gboolean welcomed;     /* the first cards have come */
  gboolean focus_wanted; /* somebody came before them */
};

typedef enum
{
  PROP_NARROW = 1,
} BellBoardPageProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (BellBoardPage, bell_board_page, BELL_TYPE_PAGE)

static BellDesk *
desk_of (BellBoardPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

static GPtrArray *
all_departments (BellBoardPage *self)
{
  return bell_definitions_departments (bell_desk_get_definitions (desk_of (self)));
}

/* The department chosen; NULL for all, which stands first. */
static const char *
chosen_department (BellBoardPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->departments);
  GPtrArray *departments = all_departments (self);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > departments->len)
    return NULL;
  return ((const BellDepartment *) departments->pdata[selected - 1])->id;
}

static gboolean
only_mine (BellBoardPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->whose), "mine") == 0;
}

/* --- Counting --- */

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(BellBoardPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree guint *counts = bell_desk_count_board_finish (BELL_DESK (source), result, &error);

  if (counts == NULL || only_mine (self) || self->column[0] == NULL)
    return;
  for (int status = 0; status < BELL_N_STATUSES; status++)
    bell_board_column_set_total (self->column[status], counts[status]);
}

static void
count (BellBoardPage *self)
{
  if (only_mine (self))
    {
      for (int status = 0; status < BELL_N_STATUSES; status++)
        bell_board_column_set_total (self->column[status], -1);
      return;
    }
  bell_desk_count_board_async (desk_of (self), chosen_department (self), self->cancellable, counted_cb, g_object_ref (self));
}

static void
changed_cb (BellBoardPage      *self,
            const char *const  *tables)
{
  if (g_strv_contains (tables, "task"))
    count (self);
}

/* --- What is shown --- */

static gboolean
focus_first_card (BellBoardPage *self)
{
  for (int status = 0; status < BELL_N_STATUSES; status++)
    if (self->column[status] != NULL && gtk_widget_get_visible (GTK_WIDGET (self->column[status])) &&
        bell_board_column_focus_list (self->column[status]))
      return TRUE;
  return FALSE;
}

/* In a frame of the page, for what is not on the screen yet cannot have the focus. */
static gboolean
focus_soon_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  focus_first_card (BELL_BOARD_PAGE (widget));
  return G_SOURCE_REMOVE;
}

/* Whoever comes by the keyboard begins on the first card, not in the bar above it. */
static void
first_cards_cb (BellBoardPage   *self,
                guint            position,
                guint            removed,
                guint            added,
                GListModel      *cards)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (added == 0 || self->welcomed)
    return;
  self->welcomed = TRUE;
  if (self->focus_wanted || focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_soon_cb, NULL, NULL);
}

static void
filter_cb (BellBoardPage *self)
{
  BellStaff *person = bell_desk_get_person (desk_of (self));

  if (!self->ready)
    return;
  for (int status = 0; status < BELL_N_STATUSES; status++)
    bell_board_column_show (self->column[status], chosen_department (self),
                            only_mine (self) && person != NULL ? bell_entity_get_id (BELL_ENTITY (person)) : NULL);
  for (int status = 0; status < BELL_STATUS_COMPLETE && !self->welcomed; status++)
    g_signal_connect_object (bell_board_column_get_cards (self->column[status]), "items-changed", G_CALLBACK (first_cards_cb),
                             self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  count (self);
}

/* A narrow header bar has no room for the departments: they go below it. */
static void
place_departments (BellBoardPage *self)
{
  AdwBin *from = self->narrow ? self->wide_place : self->narrow_place;
  AdwBin *to = self->narrow ? self->narrow_place : self->wide_place;
  g_autoptr(GtkWidget) departments = g_object_ref (GTK_WIDGET (self->departments));

  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, departments);
}

static void
narrow_cb (BellBoardPage *self)
{
  guint active = adw_toggle_group_get_active (self->narrow_switch);

  if (self->column[0] == NULL)
    return;
  for (guint status = 0; status < BELL_N_STATUSES; status++)
    gtk_widget_set_visible (GTK_WIDGET (self->column[status]), !self->narrow || status == active);
}

static void
neighbour_cb (BellBoardColumn *from,
              int              by,
              BellBoardPage   *self)
{
  BellStatus status;

  g_object_get (from, "status", &status, NULL);
  for (int next = (int) status + by; next >= 0 && next < BELL_N_STATUSES; next += by)
    {
      if (self->narrow)
        adw_toggle_group_set_active (self->narrow_switch, next);
      if (bell_board_column_focus_list (self->column[next]) || self->narrow)
        return;
    }
}

/* A person's own department first; managers and the desk see all of them. */
static void
fill_departments (BellBoardPage *self)
{
  BellStaff *person = bell_desk_get_person (desk_of (self));
  GPtrArray *departments = all_departments (self);
  guint selected = 0;
  gboolean all = person != NULL && bell_permissions_reach (bell_desk_get_definitions (desk_of (self)), person->roles,
                                                           BELL_ACTION_TASK, NULL) == BELL_REACH_PROPERTY;

  gtk_string_list_append (self->department_names, _("All departments"));
  for (guint i = 0; i < departments->len; i++)
    {
      const BellDepartment *department = departments->pdata[i];

      gtk_string_list_append (self->department_names, department->name);
      if (!all && person != NULL && g_strcmp0 (department->id, person->department) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (self->departments, selected);
}

/* --- Class --- */

static gboolean
bell_board_page_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean here = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  if (direction == GTK_DIR_TAB_FORWARD && !here)
    {
      if (focus_first_card (BELL_BOARD_PAGE (widget)))
        return TRUE;
      BELL_BOARD_PAGE (widget)->focus_wanted = TRUE;
    }
  return GTK_WIDGET_CLASS (bell_board_page_parent_class)->focus (widget, direction);
}

static void
bell_board_page_refresh (BellPage *page)
{
  count (BELL_BOARD_PAGE (page));
}

static void
bell_board_page_constructed (GObject *object)
{
  BellBoardPage *self = BELL_BOARD_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns));

  G_OBJECT_CLASS (bell_board_page_parent_class)->constructed (object);

  for (int status = 0; status < BELL_N_STATUSES; status++, child = gtk_widget_get_next_sibling (child))
    {
      self->column[status] = BELL_BOARD_COLUMN (child);
      g_object_set (child, "desk", desk_of (self), NULL);
      g_signal_connect_object (child, "neighbour", G_CALLBACK (neighbour_cb), self, 0);
    }
  fill_departments (self);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), bell_desk_may (desk_of (self), BELL_ACTION_CREATE, NULL));
  g_signal_connect_object (desk_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->ready = TRUE;
  filter_cb (self);
}

static void
bell_board_page_dispose (GObject *object)
{
  BellBoardPage *self = BELL_BOARD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (int status = 0; status < BELL_N_STATUSES; status++)
    self->column[status] = NULL;
  self->ready = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_BOARD_PAGE);

  G_OBJECT_CLASS (bell_board_page_parent_class)->dispose (object);
}

static void
bell_board_page_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((BellBoardPageProperty) property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, BELL_BOARD_PAGE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_board_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BellBoardPage *self = BELL_BOARD_PAGE (object);

  switch ((BellBoardPageProperty) property_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      place_departments (self);
      narrow_cb (self);
      g_object_notify_by_pspec (object, properties[PROP_NARROW]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_board_page_class_init (BellBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = bell_board_page_focus;
  object_class->constructed = bell_board_page_constructed;
  object_class->dispose = bell_board_page_dispose;
  object_class->get_property = bell_board_page_get_property;
  object_class->set_property = bell_board_page_set_property;
  BELL_PAGE_CLASS (klass)->refresh = bell_board_page_refresh;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BELL_TYPE_BOARD_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellBoardPage, departments);
  gtk_widget_class_bind_template_child (widget_class, BellBoardPage, department_names);
  gtk_widget_class_bind_template_child (widget_class, BellBoardPage, whose);
  gtk_widget_class_bind_template_child (widget_class, BellBoardPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, BellBoardPage, narrow_switch);
  gtk_widget_class_bind_template_child (widget_class, BellBoardPage, wide_place);
  gtk_widget_class_bind_template_child (widget_class, BellBoardPage, narrow_place);
  gtk_widget_class_bind_template_child (widget_class, BellBoardPage, columns);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
bell_board_page_init (BellBoardPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
