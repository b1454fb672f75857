/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-pager-scroll.h"
#include "bell-search-dialog.h"

struct _BellSearchDialog
{
  AdwDialog parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GtkSingleSelection *selection;

  BellDesk *desk;
  BellShell *shell;
  GListModel *found;
  gboolean enter_waits; /* Enter was pressed before there were results */
};

G_DEFINE_FINAL_TYPE (BellSearchDialog, bell_search_dialog, ADW_TYPE_DIALOG)

static char *
hit_icon (GtkListItem *item,
          const char  *kind)
{
  static const struct
  {
    const char *kind;
    const char *icon;
  } icons[] = {
    { "record", "bell-record-symbolic" },
    { "task", "bell-board-symbolic" },
    { "stay", "bell-stays-symbolic" },
    { "guest", "bell-guests-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i].kind, kind) == 0)
      return g_strdup (icons[i].icon);
  return g_strdup ("edit-find-symbolic");
}

/* A task is shown on its record; whatever has no page of its own opens the record it belongs to. */
static void
open_hit (BellSearchDialog *self,
          BellHit          *hit)
{
  const char *kind = hit->kind;
  BellId id = *bell_entity_get_id (BELL_ENTITY (hit));
  BellShell *shell = self->shell;

  if (!bell_shell_can_open (shell, kind) && !bell_id_is_none (&hit->record))
    {
      kind = "record";
      id = hit->record;
    }
  if (!bell_shell_can_open (shell, kind))
    return;

  adw_dialog_close (ADW_DIALOG (self));
  bell_shell_open_id (shell, kind, &id);
}

static void
open_position (BellSearchDialog *self,
               guint             position)
{
  g_autoptr(BellHit) hit = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (hit != NULL)
    open_hit (self, hit);
}

static void
update (BellSearchDialog *self)
{
  guint n_hits = self->found != NULL ? g_list_model_get_n_items (self->found) : 0;

  if (self->found == NULL)
    gtk_stack_set_visible_child_name (self->stack, "start");
  else if (n_hits > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!bell_pager_scroll_is_loading (self->found))
    gtk_stack_set_visible_child_name (self->stack, "none");

  if (self->enter_waits && n_hits > 0)
    {
      self->enter_waits = FALSE;
      open_position (self, 0);
    }
}

static void
search_changed_cb (BellSearchDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr(BellQuery) query = NULL;

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_func (self->found, update, self);
  g_clear_object (&self->found);

  if (*text != '\0')
    {
      query = bell_query_new (BELL_LIST_SEARCH);
      query->text = g_strdup (text);
      self->found = bell_desk_list (self->desk, query);
      g_signal_connect_object (self->found, "items-changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (self->found, "notify::loading", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }

  gtk_single_selection_set_model (self->selection, self->found);
  bell_pager_scroll_attach (self->scrolled, self->found);
  update (self);
}

static void
entry_activate_cb (BellSearchDialog *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    open_position (self, position);
  else
    self->enter_waits = TRUE;
}

static void
stop_search_cb (BellSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
move_selection (BellSearchDialog *self,
                int               step)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n_items == 0 || position == GTK_INVALID_LIST_POSITION)
    return;
  position = (guint) CLAMP ((int) position + step, 0, (int) n_items - 1);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_SELECT, NULL);
}

static void
next_match_cb (BellSearchDialog *self)
{
  move_selection (self, 1);
}

static void
previous_match_cb (BellSearchDialog *self)
{
  move_selection (self, -1);
}

static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  move_selection (BELL_SEARCH_DIALOG (data), g_variant_get_int32 (args));
  return GDK_EVENT_STOP;
}

static void
activate_cb (BellSearchDialog *self,
             guint             position)
{
  open_position (self, position);
}

static void
bell_search_dialog_dispose (GObject *object)
{
  BellSearchDialog *self = BELL_SEARCH_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->found);
  g_clear_weak_pointer (&self->shell);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_SEARCH_DIALOG);

  G_OBJECT_CLASS (bell_search_dialog_parent_class)->dispose (object);
}

static void
bell_search_dialog_class_init (BellSearchDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bell_search_dialog_dispose;

  g_type_ensure (BELL_TYPE_HIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, BellSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BellSearchDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BellSearchDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, hit_icon);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

/* Arrow keys walk through the results while the focus stays in the entry. */
static void
add_arrow (BellSearchDialog *self,
           GtkEventController *keys,
           guint             keyval,
           int               step)
{
  GtkShortcut *shortcut;

  shortcut = gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keyval, 0),
                                              gtk_callback_action_new (arrow_cb, self, NULL), "i", step);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
bell_search_dialog_init (BellSearchDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  add_arrow (self, keys, GDK_KEY_Down, 1);
  add_arrow (self, keys, GDK_KEY_Up, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

AdwDialog *
bell_search_dialog_new (BellDesk  *desk,
                        BellShell *shell)
{
  BellSearchDialog *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (BELL_IS_SHELL (shell), NULL);

  self = g_object_new (BELL_TYPE_SEARCH_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->shell, shell);
  return ADW_DIALOG (self);
}
