/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-board-card.h"
#include "bell-board-column.h"
#include "bell-board-move.h"
#include "bell-pager-scroll.h"
#include "bell-pager.h"
#include "bell-shell.h"

struct _BellBoardColumn
{
  GtkWidget parent_instance;

  GtkBox *head;
  GtkLabel *heading;
  GtkLabel *count;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GtkDropTarget *drop;

  BellDesk *desk;
  BellStatus status;
  GtkSingleSelection *selection;
  int total;
};

typedef enum
{
  PROP_DESK = 1,
  PROP_STATUS,
} BellBoardColumnProperty;

static GParamSpec *properties[PROP_STATUS + 1];
static guint neighbour_signal;

G_DEFINE_FINAL_TYPE (BellBoardColumn, bell_board_column, GTK_TYPE_WIDGET)

/* --- Head --- */

static void
update_count (BellBoardColumn *self)
{
  GListModel *pager = self->selection != NULL ? gtk_single_selection_get_model (self->selection) : NULL;
  guint shown = pager != NULL ? g_list_model_get_n_items (pager) : 0;
  gboolean more = pager != NULL && BELL_IS_PAGER (pager) && bell_pager_get_has_more (BELL_PAGER (pager));
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (self->total >= 0)
    text = g_strdup_printf ("%d", self->total);
  else
    text = g_strdup_printf (more ? "%u+" : "%u", shown);
  gtk_label_set_text (self->count, text);

  /* Translators: a column of the board read out: status and how many cards */
  label = g_strdup_printf (_("%s, %s cards"), bell_status_label (self->status), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
bell_board_column_set_total (BellBoardColumn *self,
                             int              total)
{
  g_return_if_fail (BELL_IS_BOARD_COLUMN (self));

  self->total = total;
  update_count (self);
}

void
bell_board_column_show (BellBoardColumn *self,
                        const char      *department,
                        const BellId    *staff)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_BOARD);
  g_autoptr(GListModel) pager = NULL;

  g_return_if_fail (BELL_IS_BOARD_COLUMN (self));
  g_return_if_fail (BELL_IS_DESK (self->desk));

  query->status = self->status;
  query->department = g_strdup (department);
  if (staff != NULL)
    query->staff = *staff;
  pager = bell_desk_list (self->desk, query);

  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (g_object_ref (pager));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  bell_pager_scroll_attach (self->scrolled, pager);
  g_signal_connect_object (pager, "items-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_count (self);
}

GListModel *
bell_board_column_get_cards (BellBoardColumn *self)
{
  g_return_val_if_fail (BELL_IS_BOARD_COLUMN (self), NULL);

  return G_LIST_MODEL (self->selection);
}

gboolean
bell_board_column_focus_list (BellBoardColumn *self)
{
  g_return_val_if_fail (BELL_IS_BOARD_COLUMN (self), FALSE);

  if (self->selection == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return FALSE;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_list_view_scroll_to (self->list, gtk_single_selection_get_selected (self->selection), GTK_LIST_SCROLL_FOCUS, NULL);
  /* Scrolling says which card has the focus once the list has it. */
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* --- Cards --- */

static void
card_setup_cb (BellBoardColumn *self,
               GtkListItem     *item)
{
  gtk_list_item_set_child (item, g_object_new (BELL_TYPE_BOARD_CARD, "desk", self->desk, NULL));
}

static void
card_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  BellBoardCard *card = BELL_BOARD_CARD (gtk_list_item_get_child (item));
  g_autofree char *label = NULL;

  bell_board_card_set_task (card, gtk_list_item_get_item (item));
  label = bell_board_card_dup_label (card);
  gtk_list_item_set_accessible_label (item, label);
}

static BellTask *
selected_task (BellBoardColumn *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
activate_cb (BellBoardColumn *self,
             guint            position)
{
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));
  g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (task != NULL && shell != NULL && bell_shell_can_open (shell, "record"))
    bell_shell_open_id (shell, "record", &task->record);
}

/* --- Keys --- */

static int
in_reading_direction (BellBoardColumn *self,
                      GVariant        *by)
{
  int step = g_variant_get_int32 (by);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -step : step;
}

static void
shift_action (GtkWidget  *widget,
              const char *name,
              GVariant   *by)
{
  BellBoardColumn *self = BELL_BOARD_COLUMN (widget);
  int to = (int) self->status + in_reading_direction (self, by);
  BellTask *task = selected_task (self);

  if (task == NULL || to < 0 || to >= BELL_N_STATUSES)
    gtk_widget_error_bell (widget);
  else
    bell_board_move (widget, self->desk, task, to);
}

static void
neighbour_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *by)
{
  g_signal_emit (widget, neighbour_signal, 0, in_reading_direction (BELL_BOARD_COLUMN (widget), by));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (BELL_IS_BOARD_CARD (card))
    bell_board_card_popup_menu (BELL_BOARD_CARD (card), 12, 12);
}

/* --- Dropping --- */

static GdkDragAction
drop_enter_cb (BellBoardColumn *self,
               double           x,
               double           y,
               GtkDropTarget   *target)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "dropping");
  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (BellBoardColumn *self,
               GtkDropTarget   *target)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dropping");
}

static gboolean
drop_cb (BellBoardColumn *self,
         const GValue    *value,
         double           x,
         double           y,
         GtkDropTarget   *target)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dropping");
  if (!G_VALUE_HOLDS (value, BELL_TYPE_TASK) || g_value_get_object (value) == NULL)
    return FALSE;
  bell_board_move (GTK_WIDGET (self), self->desk, g_value_get_object (value), self->status);
  return TRUE;
}

/* --- Class --- */

static void
bell_board_column_dispose (GObject *object)
{
  BellBoardColumn *self = BELL_BOARD_COLUMN (object);
  GtkWidget *child;

  g_clear_object (&self->selection);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_BOARD_COLUMN);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bell_board_column_parent_class)->dispose (object);
}

static void
bell_board_column_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  BellBoardColumn *self = BELL_BOARD_COLUMN (object);

  switch ((BellBoardColumnProperty) property_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_board_column_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  BellBoardColumn *self = BELL_BOARD_COLUMN (object);

  switch ((BellBoardColumnProperty) property_id)
    {
    case PROP_DESK:
      g_set_object (&self->desk, g_value_get_object (value));
      break;
    case PROP_STATUS:
      self->status = g_value_get_enum (value);
      gtk_label_set_text (self->heading, bell_status_label (self->status));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_board_column_class_init (BellBoardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_board_column_dispose;
  object_class->get_property = bell_board_column_get_property;
  object_class->set_property = bell_board_column_set_property;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BELL_TYPE_DESK, flags);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, BELL_TYPE_STATUS, BELL_STATUS_NEW, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  neighbour_signal = g_signal_new ("neighbour", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, BellBoardColumn, head);
  gtk_widget_class_bind_template_child (widget_class, BellBoardColumn, heading);
  gtk_widget_class_bind_template_child (widget_class, BellBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, BellBoardColumn, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellBoardColumn, list);
  gtk_widget_class_bind_template_child (widget_class, BellBoardColumn, drop);
  gtk_widget_class_bind_template_callback (widget_class, card_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_install_action (widget_class, "column.shift", "i", shift_action);
  gtk_widget_class_install_action (widget_class, "column.neighbour", "i", neighbour_action);
  gtk_widget_class_install_action (widget_class, "column.menu", NULL, menu_action);
  gtk_widget_class_set_css_name (widget_class, "boardcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_board_column_init (BellBoardColumn *self)
{
  GType types[] = { BELL_TYPE_TASK };

  self->total = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop, types, G_N_ELEMENTS (types));
}
