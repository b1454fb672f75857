/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-desk-preview.h"
#include "bell-import-dialog.h"
#include "bell-mapping-page.h"
#include "bell-submit.h"

#define ROWS_LOOKED_AT 50
#define ROWS_SHOWN 5
#define PROBLEMS_SHOWN 20

struct _BellImportDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *pages;
  GtkWidget *start;
  AdwActionRow *file_row;
  GtkWidget *choose;
  AdwComboRow *mapping_row;
  GtkStringList *mapping_titles;
  AdwComboRow *order_row;
  GtkWidget *adapt_row;
  AdwPreferencesGroup *rows_group;
  GtkListBox *rows;
  GtkWidget *problems_group;
  GtkListBox *problems;
  GtkProgressBar *progress;
  AdwPreferencesGroup *counts;
  GtkWidget *refused_group;
  GtkWidget *open_refused;
  GtkListBox *refused;

  BellDesk *desk;
  GFile *file;
  GPtrArray *names;        /* of the mappings, in the order of their titles in the row */
  GHashTable *texts;
  GCancellable *looking;
  GCancellable *importing;
  char *refused_file;
  guint guesses;           /* mappings still to be tried before the person is told that none fits */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (BellImportDialog, bell_import_dialog, ADW_TYPE_DIALOG)

/* --- How it is to be read --- */

static const char *
chosen_mapping (BellImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->mapping_row);

  return selected < self->names->len ? self->names->pdata[selected] : NULL;
}

/* NULL while the person was not asked, or has not answered. */
static const char *
chosen_order (BellImportDialog *self)
{
  static const char *const orders[] = { NULL, "dmy", "mdy", "ymd" };
  guint selected = adw_combo_row_get_selected (self->order_row);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->order_row)) || selected >= G_N_ELEMENTS (orders))
    return NULL;
  return orders[selected];
}

static BellStayMapping *
load_mapping (BellImportDialog *self,
              GError          **error)
{
  const char *name = chosen_mapping (self);

  if (name == NULL)
    {
      g_set_error_literal (error, BELL_ERROR, BELL_ERROR_NOT_FOUND, _("There is no mapping."));
      return NULL;
    }
  return bell_stay_mapping_new_from_text (name, g_hash_table_lookup (self->texts, name), error);
}

static void
fill_mappings (BellImportDialog *self,
               const char       *select)
{
  g_autoptr(GPtrArray) names = NULL;
  guint selected = 0;

  self->filling = TRUE;
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_ptr_array_set_size (self->names, 0);
  gtk_string_list_splice (self->mapping_titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->mapping_titles)), NULL);

  self->texts = bell_desk_dup_mappings (self->desk);
  names = g_hash_table_get_keys_as_ptr_array (self->texts);
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(BellStayMapping) mapping = bell_stay_mapping_new_from_text (names->pdata[i], g_hash_table_lookup (self->texts, names->pdata[i]), NULL);
      const char *title;

      if (mapping == NULL)
        continue;
      title = bell_stay_mapping_get_title (mapping);
      if (g_strcmp0 (names->pdata[i], select) == 0)
        selected = self->names->len;
      g_ptr_array_add (self->names, g_strdup (names->pdata[i]));
      gtk_string_list_append (self->mapping_titles, title[0] != '\0' ? _(title) : names->pdata[i]);
    }
  adw_combo_row_set_selected (self->mapping_row, selected);
  self->filling = FALSE;
}

/* --- A look before anything happens --- */

static void
add_row (GtkListBox *box,
         const char *title,
         const char *subtitle)
{
  gtk_list_box_append (box, g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL));
}

static void
add_problem (GtkListBox        *box,
             BellImportProblem *problem)
{
  g_autofree char *place = NULL;

  if (problem->column_name != NULL)
    /* Translators: a place in a file */
    place = g_strdup_printf (_("Line %u, column %u “%s”"), problem->line, problem->column, problem->column_name);
  else
    place = g_strdup_printf (_("Line %u"), problem->line);
  add_row (box, place, problem->sentence);
}

/* What a stay's row says: the first few fields that it has, by their names. */
static void
add_stay (BellImportDialog *self,
          char            **values)
{
  g_autoptr(GString) title = g_string_new (NULL);
  g_autoptr(GString) subtitle = g_string_new (NULL);

  for (guint i = 0; i < bell_stay_mapping_n_fields (); i++)
    {
      if (values[i] == NULL || *values[i] == '\0')
        continue;
      if (bell_stay_mapping_is_compulsory (i))
        g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", values[i]);
      else
        g_string_append_printf (subtitle, "%s%s: %s", subtitle->len > 0 ? " · " : "", bell_stay_mapping_field_label (i), values[i]);
    }
  add_row (self->rows, title->str, subtitle->str);
}

static void
show_preview (BellImportDialog *self,
              BellStaysPreview *preview)
{
  guint shown = MIN (preview->rows->len, ROWS_SHOWN);

  if (preview->ambiguous)
    {
      g_autofree char *ask = g_strdup_printf (_("“%s” can be read in two ways."), preview->example != NULL ? preview->example : "");

      self->filling = TRUE;
      gtk_widget_set_visible (GTK_WIDGET (self->order_row), TRUE);
      adw_combo_row_set_selected (self->order_row, 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->order_row), ask);
      self->filling = FALSE;
    }

  gtk_list_box_remove_all (self->rows);
  gtk_list_box_remove_all (self->problems);
  for (guint i = 0; i < shown; i++)
    add_stay (self, preview->rows->pdata[i]);
  for (guint i = 0; i < MIN (preview->problems->len, PROBLEMS_SHOWN); i++)
    add_problem (self->problems, preview->problems->pdata[i]);

  gtk_widget_set_visible (GTK_WIDGET (self->rows_group), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), shown > 0);
  adw_preferences_group_set_description (self->rows_group, preview->sentence != NULL ? preview->sentence
                                         : shown == 0 ? _("None of the first rows is a stay.") : NULL);
  gtk_widget_set_visible (self->problems_group, preview->problems->len > 0);
  gtk_widget_set_visible (self->adapt_row, preview->header != NULL && bell_desk_may (self->desk, BELL_ACTION_CHANGE_DEFINITIONS, NULL));
  gtk_widget_set_sensitive (self->start, preview->sentence == NULL && preview->rows->len > 0);
}

static void look (BellImportDialog *self);

/* Which mapping fits is seen from the file; after the last one it is the first again. */
static gboolean
try_next (BellImportDialog *self)
{
  if (self->guesses == 0)
    return FALSE;

  self->guesses--;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->mapping_row, (adw_combo_row_get_selected (self->mapping_row) + 1) % self->names->len);
  self->filling = FALSE;
  look (self);
  return TRUE;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(BellImportDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStaysPreview) preview = bell_desk_preview_stays_finish (BELL_DESK (source), result, &error);

  if (self->pages == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview == NULL)
    {
      bell_show_error (GTK_WIDGET (self), error, NULL);
      return;
    }
  if (preview->sentence != NULL && !preview->ambiguous && try_next (self))
    return;
  self->guesses = 0;
  show_preview (self, preview);
}

static void
look (BellImportDialog *self)
{
  g_autoptr(BellStayMapping) mapping = NULL;
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (self->start, FALSE);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  mapping = load_mapping (self, &error);
  if (mapping == NULL)
    {
      bell_show_error (GTK_WIDGET (self), error, NULL);
      return;
    }
  self->looking = g_cancellable_new ();
  bell_desk_preview_stays_async (self->desk, self->file, mapping, chosen_order (self), ROWS_LOOKED_AT, self->looking, looked_cb,
                                 g_object_ref (self));
}

static void
look_cb (BellImportDialog *self)
{
  if (self->filling || self->file == NULL)
    return;
  self->guesses = 0;
  look (self);
}

void
bell_import_dialog_set_file (BellImportDialog *self,
                             GFile            *file)
{
  g_autofree char *name = NULL;

  g_return_if_fail (BELL_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  name = g_file_get_parse_name (file);
  adw_action_row_set_subtitle (self->file_row, name);
  gtk_widget_set_visible (GTK_WIDGET (self->order_row), FALSE);
  self->guesses = self->names->len;
  look (self);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(BellImportDialog) self = data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->pages != NULL)
    bell_import_dialog_set_file (self, file);
}

static void
choose_cb (BellImportDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Tables (CSV, text)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _("A List of Stays"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb, g_object_ref (self));
}

/* --- An own mapping --- */

static void
saved_cb (BellImportDialog *self,
          const char       *name)
{
  fill_mappings (self, name);
  gtk_widget_set_visible (GTK_WIDGET (self->order_row), FALSE);
  adw_navigation_view_pop_to_tag (self->pages, "choose");
  look_cb (self);
}

static void
adapt_cb (BellImportDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStayMapping) mapping = load_mapping (self, &error);
  AdwNavigationPage *page;

  if (mapping == NULL)
    {
      bell_show_error (GTK_WIDGET (self), error, NULL);
      return;
    }
  page = bell_mapping_page_new (self->desk, self->file, mapping, _("Our Hotel System"));
  g_signal_connect_object (page, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->pages, page);
}

/* --- The import --- */

static void
progress_cb (double   fraction,
             guint    rows,
             gpointer data)
{
  BellImportDialog *self = data;
  g_autofree char *text = g_strdup_printf (ngettext ("%u row", "%u rows", rows), rows);

  if (self->progress == NULL)
    return;
  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_progress_bar_set_text (self->progress, text);
}

static void
add_count (BellImportDialog *self,
           const char       *title,
           guint             count)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, NULL);
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->counts, row);
}

static void
show_result (BellImportDialog *self,
             BellImportReport *report)
{
  add_count (self, _("Rows read"), report->read);
  add_count (self, _("Stays added"), report->added);
  add_count (self, _("Stays changed"), report->changed);
  add_count (self, _("Unchanged"), report->unchanged);
  add_count (self, _("Refused"), report->refused);
  add_count (self, _("Alerts raised because open work depends on a changed stay"), report->alerts);

  for (guint i = 0; i < MIN (report->problems->len, PROBLEMS_SHOWN); i++)
    add_problem (self->refused, report->problems->pdata[i]);
  gtk_widget_set_visible (self->refused_group, report->refused > 0);
  g_set_str (&self->refused_file, report->refused_file);
  gtk_widget_set_visible (self->open_refused, self->refused_file != NULL);
  adw_navigation_view_replace_with_tags (self->pages, (const char *const[]) { "result" }, 1);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(BellImportDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellImportReport) report = bell_desk_import_stays_finish (BELL_DESK (source), result, &error);

  if (self->pages == NULL)
    return;
  g_clear_object (&self->importing);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (report != NULL && !report->ambiguous)
    {
      show_result (self, report);
      return;
    }

  adw_navigation_view_pop_to_tag (self->pages, "choose");
  if (report != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->order_row), TRUE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bell_show_error (GTK_WIDGET (self), error, NULL);
  else
    adw_preferences_group_set_description (self->rows_group, _("Cancelled. What had been read stays; importing again completes it."));
}

static void
import_cb (BellImportDialog *self)
{
  if (self->importing != NULL || self->file == NULL)
    return;

  self->importing = g_cancellable_new ();
  progress_cb (0, 0, self);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_navigation_view_push_by_tag (self->pages, "progress");
  bell_desk_import_stays_async (self->desk, self->file, chosen_mapping (self), chosen_order (self), FALSE, progress_cb, self,
                                self->importing, imported_cb, g_object_ref (self));
}

static void
cancel_cb (BellImportDialog *self)
{
  g_cancellable_cancel (self->importing);
}

/* Escape during the import means Cancel, once; the dialog stays to tell what came of it. */
static void
close_attempt_cb (BellImportDialog *self)
{
  g_cancellable_cancel (self->importing);
}

static void
open_refused_cb (BellImportDialog *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->refused_file);
  g_autoptr(GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

/* --- Object --- */

static void
bell_import_dialog_dispose (GObject *object)
{
  BellImportDialog *self = BELL_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_cancellable_cancel (self->importing);
  g_clear_object (&self->importing);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->file);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->refused_file, g_free);

  G_OBJECT_CLASS (bell_import_dialog_parent_class)->dispose (object);
}

static void
bell_import_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (BELL_IMPORT_DIALOG (object)->names);
  G_OBJECT_CLASS (bell_import_dialog_parent_class)->finalize (object);
}

static void
bell_import_dialog_class_init (BellImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bell_import_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, start);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, mapping_row);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, mapping_titles);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, order_row);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, adapt_row);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, rows_group);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, problems_group);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, refused_group);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, open_refused);
  gtk_widget_class_bind_template_child (widget_class, BellImportDialog, refused);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, adapt_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_refused_cb);
}

static void
bell_import_dialog_init (BellImportDialog *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

AdwDialog *
bell_import_dialog_new (BellDesk *desk)
{
  BellImportDialog *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  self = g_object_new (BELL_TYPE_IMPORT_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  fill_mappings (self, "arrivals-in-house");
  return ADW_DIALOG (self);
}
