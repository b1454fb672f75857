/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-person-form.h"
#include "bell-submit.h"

struct _BellPersonForm
{
  AdwNavigationPage parent_instance;

  GtkEditable *name_row;
  AdwComboRow *department_row;
  GtkStringList *departments;
  GtkEditable *pin_row;
  AdwSwitchRow *active_row;
  AdwPreferencesGroup *roles_group;

  BellDesk *desk;
  BellStaff *person;
  GPtrArray *role_rows; /* AdwSwitchRow, in the order of the definitions */
};

G_DEFINE_FINAL_TYPE (BellPersonForm, bell_person_form, ADW_TYPE_NAVIGATION_PAGE)

static const char *
chosen_department (BellPersonForm *self)
{
  GPtrArray *departments = bell_definitions_departments (bell_desk_get_definitions (self->desk));
  guint selected = adw_combo_row_get_selected (self->department_row);

  return selected < departments->len ? ((const BellDepartment *) departments->pdata[selected])->id : NULL;
}

/* The main role stays in front; the others follow in the order of the definitions. */
static char *
chosen_roles (BellPersonForm *self)
{
  GPtrArray *roles = bell_definitions_roles (bell_desk_get_definitions (self->desk));
  g_auto(GStrv) before = g_strsplit (self->person != NULL && self->person->roles != NULL ? self->person->roles : "", " ", -1);
  GString *text = g_string_new (NULL);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < roles->len; i++)
      {
        const BellRole *role = roles->pdata[i];
        gboolean main_role = g_strcmp0 (before[0], role->id) == 0;

        if (main_role == (pass == 0) && adw_switch_row_get_active (self->role_rows->pdata[i]))
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", role->id);
      }
  return g_string_free_and_steal (text);
}

static void
go_back (BellPersonForm *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(BellPersonForm) self = data;
  g_autoptr(BellOutcome) outcome = bell_submit_finish (result, NULL);

  if (outcome != NULL)
    go_back (self);
}

static void
send (BellPersonForm *self,
      BellCommand    *command)
{
  if (self->person != NULL)
    bell_command_set_id (command, "staff", bell_entity_get_id (BELL_ENTITY (self->person)));
  bell_submit_async (GTK_WIDGET (self), self->desk, command, NULL, saved_cb, g_object_ref (self));
}

static void
save_new (BellPersonForm *self)
{
  g_autofree char *roles = chosen_roles (self);
  g_autoptr(BellCommand) command = bell_command_new ("staff.new",
                                                     "name", gtk_editable_get_text (self->name_row),
                                                     "department", chosen_department (self),
                                                     "roles", roles,
                                                     "pin", gtk_editable_get_text (self->pin_row),
                                                     NULL);

  send (self, command);
}

static void
save_changes (BellPersonForm *self)
{
  g_autofree char *roles = chosen_roles (self);
  const char *name = gtk_editable_get_text (self->name_row);
  const char *pin = gtk_editable_get_text (self->pin_row);
  gboolean active = adw_switch_row_get_active (self->active_row);

  if (g_strcmp0 (name, self->person->name) != 0 || g_strcmp0 (chosen_department (self), self->person->department) != 0 ||
      active != (self->person->active != 0))
    {
      g_autoptr(BellCommand) command = bell_command_new ("staff.set", "name", name, "department", chosen_department (self),
                                                         "active", active ? "true" : "false", NULL);

      send (self, command);
    }
  if (pin[0] != '\0')
    {
      g_autoptr(BellCommand) command = bell_command_new ("staff.pin", "pin", pin, NULL);

      send (self, command);
    }
  if (g_strcmp0 (roles, self->person->roles) != 0)
    {
      g_autoptr(BellCommand) command = bell_command_new ("staff.roles", "roles", roles, NULL);

      bell_command_set_id (command, "staff", bell_entity_get_id (BELL_ENTITY (self->person)));
      bell_submit_with_reason (GTK_WIDGET (self), self->desk, command, _("Change Roles"), self->person->name, _("Change"));
    }
}

static void
save_cb (BellPersonForm *self)
{
  if (self->person == NULL)
    save_new (self);
  else
    save_changes (self);
}

static void
fill (BellPersonForm *self)
{
  BellDefinitions *definitions = bell_desk_get_definitions (self->desk);
  GPtrArray *departments = bell_definitions_departments (definitions);
  GPtrArray *roles = bell_definitions_roles (definitions);

  for (guint i = 0; i < departments->len; i++)
    {
      const BellDepartment *department = departments->pdata[i];

      gtk_string_list_append (self->departments, department->name);
      if (self->person != NULL && g_strcmp0 (department->id, self->person->department) == 0)
        adw_combo_row_set_selected (self->department_row, i);
    }
  for (guint i = 0; i < roles->len; i++)
    {
      const BellRole *role = roles->pdata[i];
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), role->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), role->description != NULL ? role->description : "");
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), self->person != NULL && bell_roles_has (self->person->roles, role->id));
      adw_preferences_group_add (self->roles_group, row);
      g_ptr_array_add (self->role_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->active_row), self->person != NULL);
  if (self->person == NULL)
    return;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->person->name);
  gtk_editable_set_text (self->name_row, self->person->name);
  adw_switch_row_set_active (self->active_row, self->person->active != 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pin_row), _("New PIN"));
}

static void
bell_person_form_dispose (GObject *object)
{
  BellPersonForm *self = BELL_PERSON_FORM (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->person);
  g_clear_pointer (&self->role_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_PERSON_FORM);

  G_OBJECT_CLASS (bell_person_form_parent_class)->dispose (object);
}

static void
bell_person_form_class_init (BellPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_person_form_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BellPersonForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, BellPersonForm, department_row);
  gtk_widget_class_bind_template_child (widget_class, BellPersonForm, departments);
  gtk_widget_class_bind_template_child (widget_class, BellPersonForm, pin_row);
  gtk_widget_class_bind_template_child (widget_class, BellPersonForm, active_row);
  gtk_widget_class_bind_template_child (widget_class, BellPersonForm, roles_group);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
bell_person_form_init (BellPersonForm *self)
{
  self->role_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
bell_person_form_new (BellDesk  *desk,
                      BellStaff *person)
{
  BellPersonForm *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  self = g_object_new (BELL_TYPE_PERSON_FORM, NULL);
  self->desk = g_object_ref (desk);
  g_set_object (&self->person, person);
  fill (self);
  return ADW_NAVIGATION_PAGE (self);
}
