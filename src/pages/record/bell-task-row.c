/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-due-label.h"
#include "bell-record-rows.h"
#include "bell-status-pill.h"
#include "bell-words.h"

struct _BellTaskRow
{
  AdwActionRow parent_instance;

  GtkWidget *mark;
  GtkWidget *due;
  GtkWidget *pill;
  GtkWidget *menu;

  BellDesk *desk;
  BellLive *live;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (BellTaskRow, bell_task_row, ADW_TYPE_ACTION_ROW)

static BellTask *
get_task (BellTaskRow *self)
{
  return BELL_TASK (bell_live_get_entity (self->live));
}

static GVariant *
target (BellTaskRow *self,
        const char  *command)
{
  g_autofree char *id = bell_id_to_string (bell_entity_get_id (bell_live_get_entity (self->live)));

  return g_variant_new ("(sis)", command, -1, id);
}

static void
add_item (BellTaskRow *self,
          GMenu       *menu,
          const char  *label,
          const char  *command)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, "record.do", target (self, command));
  g_menu_append_item (menu, item);
}

static void
update_menu (BellTaskRow *self,
             BellTask    *task)
{
  gboolean moves = bell_desk_may_task (self->desk, task, BELL_ACTION_TASK);
  gboolean assigns = bell_desk_may_task (self->desk, task, BELL_ACTION_ASSIGN);
  gboolean open = task->status != BELL_STATUS_COMPLETE;
  g_autoptr(GMenu) menu = g_menu_new ();

  if (moves && task->status == BELL_STATUS_NEW)
    /* Translators: menu item: take up the work of a task; those below are about a task too */
    add_item (self, menu, _("_Take"), "task-take");
  if (assigns && open)
    add_item (self, menu, _("_Assign…"), "task-assign");
  if (moves && open && task->status != BELL_STATUS_BLOCKED)
    add_item (self, menu, _("_Block…"), "task-block");
  if (moves && task->status == BELL_STATUS_BLOCKED)
    add_item (self, menu, _("_Unblock"), "unblock-task");
  if (moves && open)
    add_item (self, menu, _("Add _Note…"), "task-note");
  if (moves && !open)
    add_item (self, menu, _("Take _Up Again…"), "task-reopen");

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->menu, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static char *
tell_subtitle (BellTaskRow *self,
               BellTask    *task)
{
  g_autofree char *done = NULL;
  g_autofree char *waits = NULL;
  const char *name = task->assignee_name != NULL ? task->assignee_name : bell_desk_get_staff_name (self->desk, &task->assignee);

  if (task->status == BELL_STATUS_COMPLETE)
    {
      g_autofree char *when = bell_words_time (self->desk, task->done_at);

      /* Translators: when a task was finished */
      done = g_strdup_printf (_("done %s"), when);
    }
  if (task->status == BELL_STATUS_BLOCKED)
    waits = g_strdup_printf (_("waits for %s"), task->waits_for != NULL ? task->waits_for : "");
  return bell_words_join (bell_words_department (self->desk, task->department), *name != '\0' ? name : _("nobody yet"),
                          done, waits, task->blocked_reason, task->notes);
}

static void
update (BellTaskRow *self)
{
  BellTask *task = get_task (self);
  gboolean complete = task->status == BELL_STATUS_COMPLETE;
  g_autofree char *subtitle = tell_subtitle (self, task);
  /* Translators: check mark that finishes a task, read out */
  g_autofree char *mark = g_strdup_printf (_("Done: %s"), task->title);

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->mark), complete);
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->mark, bell_desk_may_task (self->desk, task, BELL_ACTION_TASK));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, mark, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), task->title != NULL ? task->title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  bell_due_label_set_paused_at (BELL_DUE_LABEL (self->due), task->blocked_at);
  bell_due_label_set_due (BELL_DUE_LABEL (self->due), task->due_at);
  gtk_widget_set_visible (self->due, !complete && task->status != BELL_STATUS_BLOCKED && task->due_at != 0);
  bell_status_pill_set_status (BELL_STATUS_PILL (self->pill), task->status);
  gtk_widget_set_visible (self->pill, task->status == BELL_STATUS_BLOCKED);
  update_menu (self, task);
}

static void
toggled_cb (BellTaskRow *self)
{
  const char *command = get_task (self)->status == BELL_STATUS_COMPLETE ? "task-reopen" : "task-done";
  g_autoptr(GVariant) what = NULL;

  if (self->updating)
    return;
  /* The mark follows the task, not the finger: the desk may refuse. */
  update (self);
  what = g_variant_ref_sink (target (self, command));
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "record.do", what);
}

static void
bell_task_row_dispose (GObject *object)
{
  BellTaskRow *self = BELL_TASK_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (bell_task_row_parent_class)->dispose (object);
}

static void
bell_task_row_class_init (BellTaskRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bell_task_row_dispose;
}

static void
bell_task_row_init (BellTaskRow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (row, 3);

  self->mark = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->mark, "selection-mode");
  g_signal_connect_object (self->mark, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (row, self->mark);

  self->due = bell_due_label_new (0);
  gtk_widget_set_valign (self->due, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, self->due);
  self->pill = bell_status_pill_new (BELL_STATUS_NEW);
  gtk_widget_set_valign (self->pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, self->pill);
  self->menu = g_object_new (GTK_TYPE_MENU_BUTTON,
                             "icon-name", "view-more-symbolic",
                             "valign", GTK_ALIGN_CENTER,
                             "tooltip-text", _("More About This Task"),
                             NULL);
  gtk_widget_add_css_class (self->menu, "flat");
  adw_action_row_add_suffix (row, self->menu);
}

GtkWidget *
bell_task_row_new (BellDesk *desk,
                   BellLive *live)
{
  BellTaskRow *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (BELL_IS_LIVE (live), NULL);

  self = g_object_new (BELL_TYPE_TASK_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->live = g_object_ref (live);
  g_signal_connect_object (live, "notify::entity", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
