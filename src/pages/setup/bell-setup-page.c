/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-backup-dialog.h"
#include "bell-definition-dialog.h"
#include "bell-desk-setup.h"
#include "bell-hotel-dialog.h"
#include "bell-import-dialog.h"
#include "bell-people-dialog.h"
#include "bell-setup-page.h"
#include "bell-shifts-dialog.h"
#include "bell-submit.h"

struct _BellSetupPage
{
  BellPage parent_instance;

  AdwActionRow *hotel_row;
  GtkWidget *backup_row;
  AdwPreferencesGroup *people_group;
  AdwActionRow *people_row;
  AdwActionRow *shifts_row;
  AdwPreferencesGroup *rules_group;
  AdwPreferencesGroup *workflows_group;
  AdwPreferencesGroup *kinds_group;
  AdwPreferencesGroup *mappings_group;
  GtkButton *add_button;
  GtkButton *import_button;

  GPtrArray *rows; /* made from the texts, borrowed from their groups */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BellSetupPage, bell_setup_page, BELL_TYPE_PAGE)

static BellDesk *
desk_of (BellSetupPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

/* --- Rows of the texts --- */

static void
text_row_cb (AdwActionRow  *row,
             BellSetupPage *self)
{
  const char *name = g_object_get_data (G_OBJECT (row), "name");
  gboolean mapping = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "mapping"));
  AdwDialog *dialog = bell_definition_dialog_new (desk_of (self), name, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                                  g_object_get_data (G_OBJECT (row), "text"),
                                                  GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "own")), mapping);

  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_text_row (BellSetupPage       *self,
              AdwPreferencesGroup *group,
              const char          *title,
              const char          *name,
              const char          *text,
              gboolean             own,
              gboolean             mapping)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (own)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Changed by this hotel"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  g_object_set_data_full (G_OBJECT (row), "text", g_strdup (text), g_free);
  g_object_set_data (G_OBJECT (row), "own", GINT_TO_POINTER (own));
  g_object_set_data (G_OBJECT (row), "mapping", GINT_TO_POINTER (mapping));
  g_signal_connect_object (row, "activated", G_CALLBACK (text_row_cb), self, 0);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

/* What each of the files is called, and where it stands. */
static const char *
title_of_rule (const char *name)
{
  static const struct
  {
    const char *name;
    const char *title;
  } titles[] = {
    { "roles", N_("Roles and Permissions") },   { "limits", N_("Limits of Amounts") },
    { "departments", N_("Departments") },       { "ladders", N_("Escalation Ladders") },
    { "calendars", N_("Calendars") },           { "templates", N_("Message Templates") },
    { "mappings", N_("Lists of Allowed Values") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].name, name))
      return _(titles[i].title);
  return name;
}

static void
add_definition_row (BellSetupPage  *self,
                    BellSetupTexts *texts,
                    const char     *name)
{
  BellDefinitions *definitions = bell_desk_get_definitions (desk_of (self));
  AdwPreferencesGroup *group = self->rules_group;
  const char *title = NULL;

  if (g_str_has_prefix (name, "workflows/"))
    {
      const BellWorkflow *workflow = bell_definitions_workflow (definitions, name + strlen ("workflows/"));

      group = self->workflows_group;
      title = workflow != NULL ? workflow->name : name;
    }
  else if (g_str_has_prefix (name, "kinds/"))
    {
      const BellKind *kind = bell_definitions_kind (definitions, name + strlen ("kinds/"));

      group = self->kinds_group;
      title = kind != NULL ? kind->name : name;
    }
  else
    title = title_of_rule (name);

  add_text_row (self, group, title, name, g_hash_table_lookup (texts->definitions, name),
                g_hash_table_contains (texts->own, name), FALSE);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
sorted_keys (GHashTable *table)
{
  GPtrArray *keys = g_hash_table_get_keys_as_ptr_array (table);

  g_ptr_array_sort (keys, compare_names);
  return keys;
}

static void
texts_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(BellSetupPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellSetupTexts) texts = bell_desk_read_setup_finish (BELL_DESK (source), result, &error);
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GPtrArray) mappings = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->rules_group == NULL)
    return;
  if (texts == NULL)
    {
      bell_show_error (GTK_WIDGET (self), error, NULL);
      return;
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);

  names = sorted_keys (texts->definitions);
  for (guint i = 0; i < names->len; i++)
    add_definition_row (self, texts, names->pdata[i]);
  mappings = sorted_keys (texts->mappings);
  for (guint i = 0; i < mappings->len; i++)
    add_text_row (self, self->mappings_group, mappings->pdata[i], mappings->pdata[i],
                  g_hash_table_lookup (texts->mappings, mappings->pdata[i]),
                  g_hash_table_contains (texts->own_mappings, mappings->pdata[i]), TRUE);
}

static void
read_texts (BellSetupPage *self)
{
  bell_desk_read_setup_async (desk_of (self), self->cancellable, texts_read_cb, g_object_ref (self));
}

static void
changed_cb (BellSetupPage      *self,
            const char *const  *tables)
{
  if (g_strv_contains (tables, "setting"))
    read_texts (self);
}

/* --- Dialogs --- */

static void
hotel_cb (BellSetupPage *self)
{
  adw_dialog_present (bell_hotel_dialog_new (desk_of (self)), GTK_WIDGET (self));
}

static void
backup_cb (BellSetupPage *self)
{
  adw_dialog_present (bell_backup_dialog_new (desk_of (self)), GTK_WIDGET (self));
}

static void
people_cb (BellSetupPage *self)
{
  adw_dialog_present (bell_people_dialog_new (desk_of (self)), GTK_WIDGET (self));
}

static void
shifts_cb (BellSetupPage *self)
{
  adw_dialog_present (bell_shifts_dialog_new (desk_of (self)), GTK_WIDGET (self));
}

static void
import_cb (BellSetupPage *self)
{
  adw_dialog_present (bell_import_dialog_new (desk_of (self)), GTK_WIDGET (self));
}

static void
file_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(BellSetupPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *base = g_file_get_basename (G_FILE (source));
  g_autofree char *name = NULL;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, NULL, NULL, &error))
    {
      bell_show_error (GTK_WIDGET (self), error, NULL);
      return;
    }
  if (g_str_has_suffix (base, ".json"))
    base[strlen (base) - strlen (".json")] = '\0';
  /* A workflow names its slots; anything else that comes as a file of its own is a kind. */
  name = g_strdup_printf ("%s/%s", strstr (text, "\"slots\"") != NULL ? "workflows" : "kinds", base);
  adw_dialog_present (bell_definition_dialog_new (desk_of (self), name, base, text, TRUE, FALSE), GTK_WIDGET (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(BellSetupPage) self = data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    g_file_load_contents_async (file, self->cancellable, file_loaded_cb, g_object_ref (self));
}

static void
add_cb (BellSetupPage *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Add a Workflow or Kind"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, file_chosen_cb,
                        g_object_ref (self));
}

/* --- Class --- */

static void
show_hotel (BellSetupPage *self)
{
  BellProperty *property = bell_desk_get_property (desk_of (self));
  g_autofree char *told = NULL;

  if (property == NULL)
    return;
  told = g_strdup_printf ("%s · %s · %s · %s", property->name, property->city != NULL ? property->city : "", property->currency,
                          property->zone);
  adw_action_row_set_subtitle (self->hotel_row, told);
}

static void
bell_setup_page_constructed (GObject *object)
{
  BellSetupPage *self = BELL_SETUP_PAGE (object);
  BellDesk *desk = bell_page_get_desk (BELL_PAGE (self));
  gboolean change = bell_desk_may (desk, BELL_ACTION_CHANGE_DEFINITIONS, NULL);
  gboolean people = bell_desk_may (desk, BELL_ACTION_MANAGE_STAFF, NULL);
  gboolean shifts = people || bell_desk_may (desk, BELL_ACTION_MANAGE_SHIFTS, NULL);

  G_OBJECT_CLASS (bell_setup_page_parent_class)->constructed (object);

  gtk_widget_set_sensitive (GTK_WIDGET (self->hotel_row), change);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), change);
  gtk_widget_set_visible (self->backup_row, bell_desk_may (desk, BELL_ACTION_BACKUP, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), bell_desk_may (desk, BELL_ACTION_IMPORT, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->people_row), people);
  gtk_widget_set_visible (GTK_WIDGET (self->shifts_row), shifts);
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), people || shifts);
  show_hotel (self);
  g_signal_connect_object (desk, "notify::property", G_CALLBACK (show_hotel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  read_texts (self);
}

static void
bell_setup_page_dispose (GObject *object)
{
  BellSetupPage *self = BELL_SETUP_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_SETUP_PAGE);

  G_OBJECT_CLASS (bell_setup_page_parent_class)->dispose (object);
}

static void
bell_setup_page_class_init (BellSetupPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_setup_page_constructed;
  object_class->dispose = bell_setup_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-setup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, hotel_row);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, backup_row);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, people_group);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, people_row);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, shifts_row);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, rules_group);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, workflows_group);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, kinds_group);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, mappings_group);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, add_button);
  gtk_widget_class_bind_template_callback (widget_class, hotel_cb);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_bind_template_callback (widget_class, shifts_cb);
  gtk_widget_class_bind_template_child (widget_class, BellSetupPage, import_button);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
bell_setup_page_init (BellSetupPage *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
