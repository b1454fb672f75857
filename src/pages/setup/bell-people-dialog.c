/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-people-dialog.h"
#include "bell-person-form.h"
#include "bell-person.h"
#include "bell-text.h"

struct _BellPeopleDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkSearchEntry *search;
  GtkListView *list;

  BellDesk *desk;
  GtkCustomFilter *filter;
  char *wanted; /* folded words of the search */
};

G_DEFINE_FINAL_TYPE (BellPeopleDialog, bell_people_dialog, ADW_TYPE_DIALOG)

/* Roles and department by the names that people use. */
static char *
tell_place (BellPeopleDialog *self,
            BellStaff        *person)
{
  BellDefinitions *definitions = bell_desk_get_definitions (self->desk);
  const BellDepartment *department = bell_definitions_department (definitions, person->department);
  g_auto(GStrv) roles = g_strsplit (person->roles != NULL ? person->roles : "", " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; roles[i] != NULL; i++)
    {
      const BellRole *role = bell_definitions_role (definitions, roles[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", role != NULL ? role->name : roles[i]);
    }
  if (department != NULL)
    g_string_append_printf (text, " · %s", department->name);
  if (!person->active)
    g_string_append_printf (text, " · %s", _("no longer here"));
  return g_string_free_and_steal (text);
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  BellPeopleDialog *self = data;
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (self->wanted == NULL || self->wanted[0] == '\0')
    return TRUE;
  place = tell_place (self, item);
  words = g_strconcat (((BellStaff *) item)->name, " ", place, NULL);
  folded = bell_text_fold (words);
  return strstr (folded, self->wanted) != NULL;
}

static void
search_cb (BellPeopleDialog *self)
{
  g_free (self->wanted);
  self->wanted = bell_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *person = bell_person_new (NULL);
  GtkWidget *place = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dimmed");
  gtk_box_append (GTK_BOX (box), person);
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_item_set_child (item, box);
}

static void
row_bind_cb (BellPeopleDialog *self,
             GtkListItem      *item)
{
  BellStaff *person = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *place = tell_place (self, person);
  g_autofree char *label = g_strdup_printf ("%s, %s", person->name, place);

  bell_person_set_full_name (BELL_PERSON (gtk_widget_get_first_child (box)), person->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), place);
  gtk_list_item_set_accessible_label (item, label);
}

static void
activate_cb (BellPeopleDialog *self,
             guint             position)
{
  g_autoptr(BellStaff) person = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (person != NULL)
    adw_navigation_view_push (self->navigation, bell_person_form_new (self->desk, person));
}

static void
add_cb (BellPeopleDialog *self)
{
  adw_navigation_view_push (self->navigation, bell_person_form_new (self->desk, NULL));
}

static void
bell_people_dialog_dispose (GObject *object)
{
  BellPeopleDialog *self = BELL_PEOPLE_DIALOG (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->wanted, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_PEOPLE_DIALOG);

  G_OBJECT_CLASS (bell_people_dialog_parent_class)->dispose (object);
}

static void
bell_people_dialog_class_init (BellPeopleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_people_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellPeopleDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, BellPeopleDialog, search);
  gtk_widget_class_bind_template_child (widget_class, BellPeopleDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
bell_people_dialog_init (BellPeopleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
bell_people_dialog_new (BellDesk *desk)
{
  BellPeopleDialog *self;
  GtkFilterListModel *filtered;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  self = g_object_new (BELL_TYPE_PEOPLE_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (bell_desk_list_people (desk), GTK_FILTER (g_object_ref (self->filter)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered))));
  return ADW_DIALOG (self);
}
