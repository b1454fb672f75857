/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bell-pager-scroll.h"
#include "bell-person.h"
#include "bell-picker.h"
#include "bell-text.h"
#include "bell-words.h"

/* People are all there and filtered here; guests and stays are found by the search. */
struct _BellPicker
{
  AdwDialog parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkSingleSelection *selection;

  BellDesk *desk;
  BellValueType type;
  GtkFilter *filter;
  GListModel *source;
  char *wanted;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BellPicker, bell_picker, ADW_TYPE_DIALOG)

static gboolean
matches (gpointer item,
         gpointer data)
{
  BellPicker *self = data;
  g_autofree char *name = NULL;

  if (BELL_IS_HIT (item))
    return g_strcmp0 (BELL_HIT (item)->kind, self->type == BELL_VALUE_GUEST ? "guest" : "stay") == 0;
  if (!BELL_IS_STAFF (item) || !BELL_STAFF (item)->active)
    return FALSE;
  if (self->wanted == NULL)
    return TRUE;

  name = bell_text_fold (BELL_STAFF (item)->name);
  return strstr (name, self->wanted) != NULL;
}

static void
update_stack (BellPicker *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any || self->type != BELL_VALUE_STAFF ? "list" : "none");
}

static void
set_source (BellPicker *self,
            GListModel *source)
{
  g_autoptr(GtkFilterListModel) shown = NULL;

  g_set_object (&self->source, source);
  shown = gtk_filter_list_model_new (g_object_ref (source), g_object_ref (self->filter));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (shown));
  bell_pager_scroll_attach (self->scrolled, source);
}

static void
search_changed_cb (BellPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_free (self->wanted);
  self->wanted = *text != '\0' ? bell_text_fold (text) : NULL;
  if (self->type == BELL_VALUE_STAFF)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  else if (self->wanted != NULL)
    {
      g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_SEARCH);
      g_autoptr(GListModel) found = NULL;

      query->text = g_strdup (text);
      found = bell_desk_list (self->desk, query);
      set_source (self, found);
    }
  update_stack (self);
}

static char *
dup_name (gpointer item)
{
  if (BELL_IS_HIT (item))
    return g_strdup (BELL_HIT (item)->title);
  return g_strdup (BELL_STAFF (item)->name);
}

static void
pick (BellPicker *self,
      guint       position)
{
  g_autoptr(BellEntity) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (item == NULL)
    return;

  name = dup_name (item);
  id = bell_id_to_string (bell_entity_get_id (item));
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, id, name);
  g_object_unref (self);
}

static void
activate_cb (BellPicker *self,
             guint       position)
{
  pick (self, position);
}

static void
entry_activate_cb (BellPicker *self)
{
  pick (self, gtk_single_selection_get_selected (self->selection));
}

static void
move_selection (BellPicker *self,
                int         step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n > 0 && at != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, (at + n + step) % n);
}

static void
next_cb (BellPicker *self)
{
  move_selection (self, 1);
}

static void
previous_cb (BellPicker *self)
{
  move_selection (self, -1);
}

/* --- Rows --- */

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *person = bell_person_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dimmed");
  gtk_box_append (GTK_BOX (row), person);
  gtk_box_append (GTK_BOX (row), detail);
  gtk_list_item_set_child (item, row);
}

static char *
tell_detail (BellPicker *self,
             gpointer    item)
{
  BellStaff *staff;
  g_auto(GStrv) roles = NULL;

  if (BELL_IS_HIT (item))
    return g_strdup (BELL_HIT (item)->subtitle);

  staff = BELL_STAFF (item);
  roles = g_strsplit (staff->roles != NULL ? staff->roles : "", " ", 2);
  return bell_words_join (roles[0] != NULL ? bell_words_role (self->desk, roles[0]) : NULL,
                          bell_words_department (self->desk, staff->department),
                          staff->on_duty ? _("on duty") : NULL);
}

static void
row_bind_cb (BellPicker  *self,
             GtkListItem *item)
{
  gpointer entity = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *person = gtk_widget_get_first_child (row);
  g_autofree char *name = dup_name (entity);
  g_autofree char *detail = tell_detail (self, entity);

  bell_person_set_full_name (BELL_PERSON (person), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (person)), detail != NULL ? detail : "");
  gtk_list_item_set_accessible_label (item, name);
  gtk_list_item_set_accessible_description (item, detail != NULL ? detail : "");
}

/* --- Object --- */

static void
bell_picker_dispose (GObject *object)
{
  BellPicker *self = BELL_PICKER (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_PICKER);
  g_clear_object (&self->source);
  g_clear_object (&self->filter);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (bell_picker_parent_class)->dispose (object);
}

static void
bell_picker_class_init (BellPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_picker_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, BellPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, BellPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, BellPicker, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellPicker, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
bell_picker_init (BellPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
}

AdwDialog *
bell_picker_new (BellDesk      *desk,
                 const char    *title,
                 BellValueType  type)
{
  g_autoptr(GListModel) people = NULL;
  BellPicker *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (type == BELL_VALUE_STAFF || type == BELL_VALUE_GUEST || type == BELL_VALUE_STAY, NULL);

  self = g_object_new (BELL_TYPE_PICKER, "title", title, NULL);
  self->desk = g_object_ref (desk);
  self->type = type;
  if (type == BELL_VALUE_STAFF)
    {
      people = bell_desk_list_people (desk);
      set_source (self, people);
    }
  return ADW_DIALOG (self);
}
