/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-board-card.h"
#include "bell-board-move.h"
#include "bell-date.h"
#include "bell-due-label.h"
#include "bell-person.h"
#include "bell-shell.h"
#include "bell-submit.h"

struct _BellBoardCard
{
  GtkWidget parent_instance;

  GtkLabel *room;
  GtkLabel *kind;
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *waits;
  BellDueLabel *due;
  BellPerson *person;
  GMenuModel *card_menu;
  GtkWidget *popover;

  BellDesk *desk;
  BellTask *task;
};

typedef enum
{
  PROP_DESK = 1,
  PROP_TASK,
} BellBoardCardProperty;

static GParamSpec *properties[PROP_TASK + 1];

G_DEFINE_FINAL_TYPE (BellBoardCard, bell_board_card, GTK_TYPE_WIDGET)

static const char *
kind_name (BellBoardCard *self)
{
  const BellKind *kind = bell_definitions_kind (bell_desk_get_definitions (self->desk), self->task->kind);

  return kind != NULL ? kind->name : "";
}

static void
set_class (BellBoardCard *self,
           const char    *name,
           gboolean       on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
urgency_cb (BellBoardCard *self)
{
  gboolean late, soon;

  g_object_get (self->due, "late", &late, "soon", &soon, NULL);
  set_class (self, "late", late);
  set_class (self, "soon", soon && !late);
}

/* A finished card tells how long it took; an open one what was promised. */
static void
show_due (BellBoardCard *self)
{
  BellTask *task = self->task;
  gboolean done = task->status == BELL_STATUS_COMPLETE;

  bell_due_label_set_paused_at (self->due, task->blocked_at);
  bell_due_label_set_due (self->due, done ? 0 : task->due_at);
  gtk_widget_set_visible (GTK_WIDGET (self->due), !done && (task->due_at != 0 || task->blocked_at != 0));
  if (done && task->done_at != 0)
    {
      g_autofree char *span = bell_time_tell_span (task->done_at - task->created_at - task->paused);
      /* Translators: how long a finished task took, such as "Done in 6 min" */
      g_autofree char *took = g_strdup_printf (_("Done in %s"), span);

      gtk_label_set_text (self->waits, took);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->waits), done || task->blocked_at != 0);
}

static void
update (BellBoardCard *self)
{
  BellTask *task = self->task;
  g_autofree char *label = NULL;

  if (task == NULL)
    return;

  gtk_label_set_text (self->room, task->room != NULL ? task->room : "");
  gtk_widget_set_visible (GTK_WIDGET (self->room), task->room != NULL);
  gtk_label_set_text (self->kind, kind_name (self));
  gtk_label_set_text (self->number, task->number != NULL ? task->number : "");
  gtk_label_set_text (self->title, task->title);
  if (task->blocked_at != 0)
    {
      g_autofree char *waits = g_strdup_printf (_("Waits for: %s — %s"), task->waits_for != NULL ? task->waits_for : "",
                                                task->blocked_reason != NULL ? task->blocked_reason : "");

      gtk_label_set_text (self->waits, waits);
    }
  show_due (self);
  bell_person_set_full_name (self->person, task->assignee_name);
  urgency_cb (self);

  label = bell_board_card_dup_label (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

char *
bell_board_card_dup_label (BellBoardCard *self)
{
  BellTask *task;
  g_autofree char *due = NULL;
  GString *label = g_string_new (NULL);

  g_return_val_if_fail (BELL_IS_BOARD_CARD (self), NULL);

  task = self->task;
  if (task == NULL)
    return g_string_free_and_steal (label);

  /* Read out: room or kind, title, status, until when, who. */
  g_string_append_printf (label, "%s, %s, %s", task->room != NULL ? task->room : kind_name (self), task->title,
                          bell_status_label (task->status));
  if (task->due_at != 0 && task->status != BELL_STATUS_COMPLETE)
    {
      due = bell_time_tell_due (task->due_at, bell_clock_now (bell_desk_get_clock (self->desk)), bell_desk_get_zone (self->desk));
      g_string_append_printf (label, ", %s", due);
    }
  g_string_append_printf (label, ", %s", task->assignee_name != NULL ? task->assignee_name : _("nobody yet"));
  return g_string_free_and_steal (label);
}

void
bell_board_card_set_task (BellBoardCard *self,
                          BellTask      *task)
{
  g_return_if_fail (BELL_IS_BOARD_CARD (self));

  if (!g_set_object (&self->task, task))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TASK]);
}

/* --- Menu and actions --- */

void
bell_board_card_popup_menu (BellBoardCard *self,
                            double         x,
                            double         y)
{
  g_return_if_fail (BELL_IS_BOARD_CARD (self));

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->card_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
context_cb (BellBoardCard   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  bell_board_card_popup_menu (self, x, y);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  BellBoardCard *self = BELL_BOARD_CARD (widget);
  int to;

  if (self->task != NULL && bell_enum_from_nick (BELL_TYPE_STATUS, g_variant_get_string (target, NULL), &to))
    bell_board_move (widget, self->desk, self->task, to);
}

static void
take_action (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  BellBoardCard *self = BELL_BOARD_CARD (widget);
  BellStaff *person = bell_desk_get_person (self->desk);
  g_autoptr(BellCommand) command = bell_command_new ("task.assign", NULL);

  if (self->task == NULL || person == NULL)
    return;
  bell_command_set_id (command, "task", bell_entity_get_id (BELL_ENTITY (self->task)));
  bell_command_set_id (command, "to", bell_entity_get_id (BELL_ENTITY (person)));
  bell_submit (widget, self->desk, command);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  BellBoardCard *self = BELL_BOARD_CARD (widget);
  BellShell *shell = bell_shell_of (widget);

  if (self->task != NULL && shell != NULL && bell_shell_can_open (shell, "record"))
    bell_shell_open_id (shell, "record", &self->task->record);
}

/* --- Drag --- */

static GdkContentProvider *
drag_prepare_cb (BellBoardCard *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  return self->task != NULL ? gdk_content_provider_new_typed (BELL_TYPE_TASK, self->task) : NULL;
}

static void
drag_begin_cb (BellBoardCard *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr(GdkPaintable) still = gdk_paintable_get_current_image (picture);

  gtk_drag_source_set_icon (source, still, 20, 20);
  set_class (self, "dragged", TRUE);
}

static void
drag_end_cb (BellBoardCard *self,
             GdkDrag       *drag,
             gboolean       delete_data,
             GtkDragSource *source)
{
  set_class (self, "dragged", FALSE);
}

/* --- Class --- */

static void
bell_board_card_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  BellBoardCard *self = BELL_BOARD_CARD (widget);

  GTK_WIDGET_CLASS (bell_board_card_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
bell_board_card_dispose (GObject *object)
{
  BellBoardCard *self = BELL_BOARD_CARD (object);
  GtkWidget *child;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->desk);
  g_clear_object (&self->task);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_BOARD_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bell_board_card_parent_class)->dispose (object);
}

static void
bell_board_card_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BellBoardCard *self = BELL_BOARD_CARD (object);

  switch ((BellBoardCardProperty) property_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_TASK:
      g_value_set_object (value, self->task);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_board_card_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BellBoardCard *self = BELL_BOARD_CARD (object);

  switch ((BellBoardCardProperty) property_id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_TASK:
      bell_board_card_set_task (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_board_card_class_init (BellBoardCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bell_board_card_dispose;
  object_class->get_property = bell_board_card_get_property;
  object_class->set_property = bell_board_card_set_property;
  widget_class->size_allocate = bell_board_card_size_allocate;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BELL_TYPE_DESK, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TASK] = g_param_spec_object ("task", NULL, NULL, BELL_TYPE_TASK, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BELL_TYPE_DUE_LABEL);
  g_type_ensure (BELL_TYPE_PERSON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-board-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BellBoardCard, room);
  gtk_widget_class_bind_template_child (widget_class, BellBoardCard, kind);
  gtk_widget_class_bind_template_child (widget_class, BellBoardCard, number);
  gtk_widget_class_bind_template_child (widget_class, BellBoardCard, title);
  gtk_widget_class_bind_template_child (widget_class, BellBoardCard, waits);
  gtk_widget_class_bind_template_child (widget_class, BellBoardCard, due);
  gtk_widget_class_bind_template_child (widget_class, BellBoardCard, person);
  gtk_widget_class_bind_template_child (widget_class, BellBoardCard, card_menu);
  gtk_widget_class_bind_template_callback (widget_class, context_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
  gtk_widget_class_install_action (widget_class, "card.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "card.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "card.open", NULL, open_action);
  gtk_widget_class_set_css_name (widget_class, "boardcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_board_card_init (BellBoardCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->due, "notify::late", G_CALLBACK (urgency_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->due, "notify::soon", G_CALLBACK (urgency_cb), self, G_CONNECT_SWAPPED);
}
