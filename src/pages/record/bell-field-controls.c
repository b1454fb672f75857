/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bell-date.h"
#include "bell-field-controls.h"
#include "bell-money.h"
#include "bell-words.h"

char *
bell_field_title (const BellFieldDef *field)
{
  g_autofree char *with_unit = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  with_unit = field->unit != NULL ? g_strdup_printf ("%s (%s)", field->label, field->unit) : g_strdup (field->label);
  /* Translators: the name of a field that must be filled in */
  return field->required ? g_strdup_printf (_("%s *"), with_unit) : g_steal_pointer (&with_unit);
}

static char *
tell_waiting (BellDesk           *desk,
              BellDossier        *dossier,
              const BellFieldDef *field)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->approvals)); i++)
    {
      g_autoptr(BellApproval) approval = g_list_model_get_item (G_LIST_MODEL (dossier->approvals), i);
      g_autofree char *change = NULL;

      if (approval->state != BELL_APPROVAL_STATE_OPEN || g_strcmp0 (approval->field, field->name) != 0)
        continue;
      change = bell_words_change (desk, approval);
      return g_strdup_printf (_("Waits for approval: %s."), change);
    }
  return NULL;
}

char *
bell_field_help (BellDesk           *desk,
                 BellDossier        *dossier,
                 const BellFieldDef *field)
{
  g_autofree char *allowed = NULL;
  g_autofree char *waiting = NULL;
  GString *text = g_string_new (field->help);

  if (field->help == NULL && field->pattern_hint != NULL)
    g_string_append (text, field->pattern_hint);
  if (field->one_of != NULL && !bell_field_is_listed (field) && !g_str_equal (field->one_of, "rooms"))
    allowed = bell_definitions_mapping_values (bell_desk_get_definitions (desk), field->one_of);
  if (allowed != NULL && *allowed != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", allowed);
  waiting = tell_waiting (desk, dossier, field);
  if (waiting != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", waiting);
  return g_string_free (text, text->len == 0);
}

/* --- Choices --- */

static const char *const listed[] = { "templates", "departments", "roles", "workflows", "kinds", NULL };

gboolean
bell_field_is_listed (const BellFieldDef *field)
{
  return field->one_of != NULL && g_strv_contains (listed, field->one_of);
}

static void
add_option (GPtrArray     *ids,
            GtkStringList *labels,
            const char    *id,
            const char    *label)
{
  g_ptr_array_add (ids, g_strdup (id));
  gtk_string_list_append (labels, label);
}

/* Each of these structs begins with its id and its name. */
static void
add_definitions (BellDefinitions *definitions,
                 const char      *mapping,
                 GPtrArray       *ids,
                 GtkStringList   *labels)
{
  GPtrArray *list = g_str_equal (mapping, "templates") ? bell_definitions_templates (definitions)
                    : g_str_equal (mapping, "departments") ? bell_definitions_departments (definitions)
                    : g_str_equal (mapping, "roles") ? bell_definitions_roles (definitions)
                    : g_str_equal (mapping, "workflows") ? bell_definitions_workflows (definitions)
                    : bell_definitions_kinds (definitions);

  for (guint i = 0; i < list->len; i++)
    {
      const BellTemplate *one = list->pdata[i];

      add_option (ids, labels, one->id, one->name);
    }
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (BellTemplate, name) == G_STRUCT_OFFSET (BellDepartment, name));
G_STATIC_ASSERT (G_STRUCT_OFFSET (BellTemplate, name) == G_STRUCT_OFFSET (BellRole, name));
G_STATIC_ASSERT (G_STRUCT_OFFSET (BellTemplate, name) == G_STRUCT_OFFSET (BellWorkflow, name));
G_STATIC_ASSERT (G_STRUCT_OFFSET (BellTemplate, name) == G_STRUCT_OFFSET (BellKind, name));

GPtrArray *
bell_field_options (BellDesk           *desk,
                    const BellFieldDef *field,
                    GtkStringList      *labels)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  /* Translators: the first line of a choice, for no value */
  add_option (ids, labels, "", field->required ? _("Choose…") : C_("choice", "None"));
  if (bell_field_is_listed (field))
    {
      add_definitions (bell_desk_get_definitions (desk), field->one_of, ids, labels);
      return ids;
    }

  for (guint i = 0; i < field->choices->len; i++)
    {
      const BellChoice *choice = field->choices->pdata[i];

      add_option (ids, labels, choice->id, choice->label);
    }
  return ids;
}

/* --- Calendar --- */

typedef struct
{
  AdwEntryRow *row; /* owns the calendar's popover */
  gboolean keep_time;
} CalendarUse;

static void
day_selected_cb (GtkCalendar *calendar,
                 gpointer     data)
{
  CalendarUse *use = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (use->row));
  const char *rest = use->keep_time ? strchr (text, ' ') : NULL;
  g_autoptr(GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *typed = NULL;
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  typed = g_strconcat (day, rest != NULL ? rest : use->keep_time ? " 12:00" : "", NULL);
  gtk_editable_set_text (GTK_EDITABLE (use->row), typed);
  if (popover != NULL && gtk_widget_get_visible (popover))
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* The calendar opens at the day that is written, else at today. */
static void
calendar_shown_cb (GtkPopover  *popover,
                   AdwEntryRow *row)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (popover));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *day = g_strndup (text, MIN (strlen (text), 10));
  int year, month, of_month;

  if (!bell_day_is_valid (day))
    return;
  year = atoi (day);
  month = atoi (day + 5);
  of_month = atoi (day + 8);
  g_signal_handlers_block_matched (calendar, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, day_selected_cb, NULL);
  gtk_calendar_set_day (calendar, 1);
  gtk_calendar_set_year (calendar, year);
  gtk_calendar_set_month (calendar, month - 1);
  gtk_calendar_set_day (calendar, of_month);
  g_signal_handlers_unblock_matched (calendar, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, day_selected_cb, NULL);
}

static void
free_use (gpointer  data,
          GClosure *closure)
{
  g_free (data);
}

void
bell_field_add_calendar (AdwEntryRow *row,
                         gboolean     keep_time,
                         GTimeZone   *zone,
                         gint64       now)
{
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *calendar;
  CalendarUse *use;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  calendar = gtk_calendar_new ();
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  button = g_object_new (GTK_TYPE_MENU_BUTTON,
                         "icon-name", "x-office-calendar-symbolic",
                         "popover", popover,
                         "valign", GTK_ALIGN_CENTER,
                         "tooltip-text", _("Choose a Day"),
                         NULL);
  gtk_widget_add_css_class (button, "flat");

  use = g_new0 (CalendarUse, 1);
  use->row = row;
  use->keep_time = keep_time;
  g_signal_connect_data (calendar, "day-selected", G_CALLBACK (day_selected_cb), use, free_use, 0);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), row, 0);
  adw_entry_row_add_suffix (row, button);
}

/* --- Numbers that may be absent --- */

static gboolean
empty_output_cb (AdwSpinRow *row)
{
  GtkAdjustment *adjustment = adw_spin_row_get_adjustment (row);

  if (adw_spin_row_get_value (row) > gtk_adjustment_get_lower (adjustment))
    return FALSE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), "–") != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), "–");
  return TRUE;
}

static int
empty_input_cb (AdwSpinRow *row,
                double     *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text != '\0' && !g_str_equal (text, "–"))
    return FALSE;
  *value = gtk_adjustment_get_lower (adw_spin_row_get_adjustment (row));
  return TRUE;
}

void
bell_field_let_be_empty (AdwSpinRow *row)
{
  g_return_if_fail (ADW_IS_SPIN_ROW (row));

  g_signal_connect (row, "output", G_CALLBACK (empty_output_cb), NULL);
  g_signal_connect (row, "input", G_CALLBACK (empty_input_cb), NULL);
  adw_spin_row_update (row);
}

/* --- Amounts --- */

GtkWidget *
bell_amount_row_new (const char *title,
                     const char *amount,
                     const char *currency)
{
  static const char *const usual[] = { "EUR", "USD", "GBP", "CHF", "JPY" };
  g_autoptr(GtkStringList) codes = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  GtkWidget *row;

  g_return_val_if_fail (title != NULL, NULL);

  if (currency != NULL)
    gtk_string_list_append (codes, currency);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_strcmp0 (usual[i], currency) != 0)
      gtk_string_list_append (codes, usual[i]);

  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&codes)), NULL);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (drop_down, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Currency"), -1);

  row = g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", title, "text", amount != NULL ? amount : "",
                      "input-purpose", GTK_INPUT_PURPOSE_NUMBER, NULL);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), drop_down);
  g_object_set_data (G_OBJECT (row), "currency", drop_down);
  return row;
}

GtkWidget *
bell_amount_row_get_drop_down (GtkWidget *row)
{
  g_return_val_if_fail (ADW_IS_ENTRY_ROW (row), NULL);

  return g_object_get_data (G_OBJECT (row), "currency");
}

const char *
bell_amount_row_get_currency (GtkWidget *row)
{
  GtkStringObject *code = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (bell_amount_row_get_drop_down (row)));

  return code != NULL ? gtk_string_object_get_string (code) : NULL;
}
