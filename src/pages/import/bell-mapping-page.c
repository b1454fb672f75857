/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-mapping-page.h"
#include "bell-submit.h"
#include "bell-text.h"

#define ROWS_LOOKED_AT 50

struct _BellMappingPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *save;
  GtkEditable *name;
  AdwComboRow *order;
  AdwPreferencesGroup *preview_group;
  AdwPreferencesGroup *statuses;
  AdwPreferencesGroup *fields;

  BellDesk *desk;
  GFile *file;
  BellStayMapping *mapping;
  GPtrArray *field_rows;   /* AdwComboRow by field */
  GPtrArray *status_rows;
  GStrv header;
  GCancellable *cancellable;
  char *saving;
  gboolean filling;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The lines of the combo of orders. */
static const char *const orders[] = { "auto", "iso", "dmy", "mdy", "ymd" };

G_DEFINE_FINAL_TYPE (BellMappingPage, bell_mapping_page, ADW_TYPE_NAVIGATION_PAGE)

static void look (BellMappingPage *self);

/* --- Which column --- */

static gboolean
same_name (const char *a,
           const char *b)
{
  while (*a != '\0' || *b != '\0')
    {
      if (*a == ' ' || *a == '-' || *a == '_')
        a++;
      else if (*b == ' ' || *b == '-' || *b == '_')
        b++;
      else if (g_ascii_tolower (*a++) != g_ascii_tolower (*b++))
        return FALSE;
    }
  return TRUE;
}

/* The column of the file that a field comes from now; -1 when none of them. */
static int
find_column (BellMappingPage *self,
             guint            field)
{
  g_autofree char *column = bell_stay_mapping_dup_column (self->mapping, field);
  g_auto(GStrv) names = column != NULL ? g_strsplit (column, "|", -1) : NULL;

  for (guint k = 0; names != NULL && names[k] != NULL; k++)
    for (guint i = 0; self->header[i] != NULL; i++)
      if (same_name (names[k], self->header[i]))
        return i;
  return -1;
}

/* Line 0: the file does not tell it; the last line, where there is one more: as the mapping puts it together. */
static void
column_cb (AdwComboRow     *row,
           GParamSpec      *pspec,
           BellMappingPage *self)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "field"));
  guint selected = adw_combo_row_get_selected (row);

  if (self->filling || selected > g_strv_length (self->header))
    return;
  bell_stay_mapping_set_column (self->mapping, field, selected == 0 ? NULL : self->header[selected - 1]);
  look (self);
}

static void
make_fields (BellMappingPage *self)
{
  self->filling = TRUE;
  for (guint field = 0; field < bell_stay_mapping_n_fields (); field++)
    {
      g_autoptr(GtkStringList) columns = gtk_string_list_new (NULL);
      GtkWidget *row = adw_combo_row_new ();
      g_autofree char *title = NULL;
      int column = find_column (self, field);

      /* Translators: mark of a field that must be there */
      title = bell_stay_mapping_is_compulsory (field) ? g_strdup_printf (_("%s *"), bell_stay_mapping_field_label (field))
                                                      : g_strdup (bell_stay_mapping_field_label (field));
      gtk_string_list_append (columns, _("Not in this file"));
      for (guint i = 0; self->header[i] != NULL; i++)
        gtk_string_list_append (columns, self->header[i]);
      if (bell_stay_mapping_is_composed (self->mapping, field))
        gtk_string_list_append (columns, _("Put together, as before"));

      g_object_set (row, "title", title, "use-markup", FALSE, "model", columns, NULL);
      g_object_set_data (G_OBJECT (row), "field", GUINT_TO_POINTER (field));
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), bell_stay_mapping_is_composed (self->mapping, field)
                                  ? g_strv_length (self->header) + 1 : (guint) (column + 1));
      g_signal_connect (row, "notify::selected", G_CALLBACK (column_cb), self);
      adw_preferences_group_add (self->fields, row);
      g_ptr_array_add (self->field_rows, row);
    }
  self->filling = FALSE;
}

/* --- What their words mean --- */

static void
status_cb (AdwComboRow     *row,
           GParamSpec      *pspec,
           BellMappingPage *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected == 0)
    return;
  bell_stay_mapping_set_status (self->mapping, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), selected - 1);
  look (self);
}

static void
add_status (BellMappingPage *self,
            const char      *word)
{
  g_autoptr(GtkStringList) meanings = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < self->status_rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (self->status_rows->pdata[i]), word) == 0)
      {
        g_object_ref_sink (row);
        g_object_unref (row);
        return;
      }

  gtk_string_list_append (meanings, _("Please choose"));
  for (int status = BELL_STAY_STATUS_RESERVED; status <= BELL_STAY_STATUS_WAITLISTED; status++)
    gtk_string_list_append (meanings, bell_stay_status_label (status));
  g_object_set (row, "title", word, "use-markup", FALSE, "model", meanings, NULL);
  g_signal_connect (row, "notify::selected", G_CALLBACK (status_cb), self);
  adw_preferences_group_add (self->statuses, row);
  g_ptr_array_add (self->status_rows, row);
}

/* --- The live preview --- */

static void
show_preview (BellMappingPage  *self,
              BellStaysPreview *preview)
{
  char **first = preview->rows->len > 0 ? preview->rows->pdata[0] : NULL;
  g_autofree char *summary = NULL;

  if (self->header == NULL && preview->header != NULL)
    {
      self->header = g_strdupv (preview->header);
      make_fields (self);
    }
  for (guint field = 0; field < self->field_rows->len; field++)
    adw_action_row_set_subtitle (self->field_rows->pdata[field], first != NULL && first[field] != NULL ? first[field] : "");
  for (guint i = 0; i < preview->statuses->len; i++)
    add_status (self, preview->statuses->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->statuses), self->status_rows->len > 0);

  if (preview->sentence != NULL)
    summary = g_strdup (preview->sentence);
  else if (preview->problems->len > 0)
    {
      BellImportProblem *problem = preview->problems->pdata[0];

      /* Translators: how many of the first rows are stays, how many problems there are, and the first of them */
      summary = g_strdup_printf (_("%u stays, %u problems. The first, in line %u: %s"), preview->rows->len, preview->problems->len,
                                 problem->line, problem->sentence);
    }
  else
    summary = g_strdup_printf (ngettext ("%u stay, no problem.", "%u stays, no problem.", preview->rows->len), preview->rows->len);
  adw_preferences_group_set_description (self->preview_group, summary);
  gtk_widget_set_sensitive (self->save, preview->rows->len > 0 || preview->ambiguous);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(BellMappingPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStaysPreview) preview = bell_desk_preview_stays_finish (BELL_DESK (source), result, &error);

  if (self->save == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview != NULL)
    show_preview (self, preview);
  else
    bell_show_error (GTK_WIDGET (self), error, NULL);
}

static void
look (BellMappingPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  bell_desk_preview_stays_async (self->desk, self->file, self->mapping, NULL, ROWS_LOOKED_AT, self->cancellable, looked_cb,
                                 g_object_ref (self));
}

static void
order_cb (BellMappingPage *self)
{
  guint selected = adw_combo_row_get_selected (self->order);

  if (self->filling || self->mapping == NULL || selected >= G_N_ELEMENTS (orders))
    return;
  bell_stay_mapping_set_order (self->mapping, orders[selected]);
  look (self);
}

/* --- Saving --- */

/* "Our Hotel System" is kept as our-hotel-system. */
static char *
make_name (const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, NULL);
  g_autoptr(GString) name = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, g_ascii_tolower (*p));
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  return name->len > 0 ? g_string_free_and_steal (g_steal_pointer (&name)) : g_strdup ("own");
}

static void
submitted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(BellMappingPage) self = data;
  g_autoptr(BellOutcome) outcome = bell_submit_finish (result, NULL);
  g_autofree char *name = g_steal_pointer (&self->saving);

  if (outcome != NULL)
    g_signal_emit (self, signals[SAVED], 0, name);
}

static void
save_cb (BellMappingPage *self)
{
  g_autofree char *title = bell_text_clean (gtk_editable_get_text (self->name));
  g_autofree char *text = NULL;
  g_autoptr(BellCommand) command = NULL;

  if (title == NULL || self->saving != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  self->saving = make_name (title);
  text = bell_stay_mapping_to_text (self->mapping, self->saving, title);
  command = bell_command_new ("mapping.set", "name", self->saving, "text", text, NULL);
  bell_submit_async (GTK_WIDGET (self), self->desk, command, NULL, submitted_cb, g_object_ref (self));
}

/* --- Object --- */

static void
bell_mapping_page_dispose (GObject *object)
{
  BellMappingPage *self = BELL_MAPPING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->field_rows, 0);
  g_ptr_array_set_size (self->status_rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_MAPPING_PAGE);
  g_clear_object (&self->mapping);
  g_clear_object (&self->file);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bell_mapping_page_parent_class)->dispose (object);
}

static void
bell_mapping_page_finalize (GObject *object)
{
  BellMappingPage *self = BELL_MAPPING_PAGE (object);

  g_ptr_array_unref (self->field_rows);
  g_ptr_array_unref (self->status_rows);
  g_strfreev (self->header);
  g_free (self->saving);

  G_OBJECT_CLASS (bell_mapping_page_parent_class)->finalize (object);
}

static void
bell_mapping_page_class_init (BellMappingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_mapping_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bell_mapping_page_finalize;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-mapping-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellMappingPage, save);
  gtk_widget_class_bind_template_child (widget_class, BellMappingPage, name);
  gtk_widget_class_bind_template_child (widget_class, BellMappingPage, order);
  gtk_widget_class_bind_template_child (widget_class, BellMappingPage, preview_group);
  gtk_widget_class_bind_template_child (widget_class, BellMappingPage, statuses);
  gtk_widget_class_bind_template_child (widget_class, BellMappingPage, fields);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
bell_mapping_page_init (BellMappingPage *self)
{
  self->field_rows = g_ptr_array_new ();
  self->status_rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

AdwNavigationPage *
bell_mapping_page_new (BellDesk        *desk,
                       GFile           *file,
                       BellStayMapping *mapping,
                       const char      *title)
{
  BellMappingPage *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (BELL_IS_STAY_MAPPING (mapping), NULL);

  self = g_object_new (BELL_TYPE_MAPPING_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->file = g_object_ref (file);
  self->mapping = g_object_ref (mapping);
  gtk_editable_set_text (self->name, title);
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (orders[i], bell_stay_mapping_get_order (mapping)) == 0)
      adw_combo_row_set_selected (self->order, i);
  self->filling = FALSE;
  look (self);
  return ADW_NAVIGATION_PAGE (self);
}
