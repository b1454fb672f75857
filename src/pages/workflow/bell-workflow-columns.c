/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-date.h"
#include "bell-desk-record.h"
#include "bell-workflow-columns.h"

/* Definitions may be replaced while the page stands; a column is therefore known by its names only. */
typedef struct
{
  BellDesk *desk;
  BellSlot slot;
  char *field;
} Column;

static void
column_free (gpointer  data,
             GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->desk);
  g_free (column->field);
  g_free (column);
}

/* A narrow column has no room for a year that goes without saying. */
static char *
tell_moment (BellDesk   *desk,
             const char *value)
{
  GTimeZone *zone = bell_desk_get_zone (desk);
  gint64 now = bell_clock_now (bell_desk_get_clock (desk));
  g_autofree char *this_year = bell_time_format (now, zone, "%Y");
  g_autofree char *its_year = NULL;
  gint64 at;

  if (!bell_time_from_iso8601 (value, NULL, &at))
    return NULL;
  its_year = bell_time_format (at, zone, "%Y");
  /* Translators: a day of this year with the clock time, short */
  return g_str_equal (its_year, this_year) ? bell_time_format (at, zone, _("%-d %b %H:%M")) : NULL;
}

static char *
tell_value (BellDesk   *desk,
            BellRecord *record,
            BellSlot    slot,
            const char *name)
{
  const BellWorkflow *workflow = bell_definitions_workflow (bell_desk_get_definitions (desk), record->workflow);
  const BellFieldDef *field = workflow != NULL ? bell_kind_field (workflow->kinds[slot], name) : NULL;
  g_autofree char *key = g_strdup_printf ("%s.%s", bell_enum_nick (BELL_TYPE_SLOT, slot), name);
  const char *value = record->columns != NULL ? g_hash_table_lookup (record->columns, key) : NULL;

  char *moment;

  if (field == NULL || value == NULL)
    return g_strdup ("");
  if (field->type == BELL_VALUE_DATETIME && (moment = tell_moment (desk, value)) != NULL)
    return moment;
  return bell_desk_tell_value (desk, NULL, field, value);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *cell,
          Column                   *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         Column                   *column)
{
  BellRecord *record = gtk_column_view_cell_get_item (cell);
  g_autofree char *text = tell_value (column->desk, record, column->slot, column->field);

  gtk_label_set_text (GTK_LABEL (gtk_column_view_cell_get_child (cell)), text);
}

void
bell_workflow_columns_insert (GtkColumnView      *view,
                              guint               position,
                              BellDesk           *desk,
                              const BellWorkflow *workflow)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (BELL_IS_DESK (desk));
  g_return_if_fail (workflow != NULL);

  for (guint i = 0; i < workflow->columns->len; i++)
    {
      const BellColumn *definition = workflow->columns->pdata[i];
      g_autoptr(GtkColumnViewColumn) made = NULL;
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      Column *column = g_new0 (Column, 1);

      column->desk = g_object_ref (desk);
      column->slot = definition->slot;
      column->field = g_strdup (definition->field);
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
      g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), column, column_free, 0);

      made = gtk_column_view_column_new (definition->label, factory);
      gtk_column_view_column_set_expand (made, TRUE);
      gtk_column_view_insert_column (view, position + i, made);
    }
}

char *
bell_workflow_columns_tell (BellDesk   *desk,
                            BellRecord *record)
{
  const BellWorkflow *workflow;
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (BELL_IS_RECORD (record), NULL);

  workflow = bell_definitions_workflow (bell_desk_get_definitions (desk), record->workflow);
  for (guint i = 0; workflow != NULL && i < workflow->columns->len; i++)
    {
      const BellColumn *column = workflow->columns->pdata[i];
      g_autofree char *value = tell_value (desk, record, column->slot, column->field);

      if (*value != '\0')
        g_string_append_printf (line, "%s%s: %s", line->len > 0 ? " · " : "", column->label, value);
    }
  return g_string_free_and_steal (line);
}
