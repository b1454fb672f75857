/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bell-field-controls.h"
#include "bell-field-input.h"
#include "bell-money.h"
#include "bell-picker.h"
#include "bell-text-row.h"

struct _BellFieldInput
{
  GtkWidget parent_instance;

  GtkWidget *group;
  GtkWidget *row;
  GtkWidget *currency; /* of an amount */
  GtkLabel *note;

  BellDesk *desk;
  BellDossier *dossier;
  const BellFieldDef *field;
  GPtrArray *options; /* ids behind the lines of a combo; "" for none */
  char *picked;       /* id behind a reference */
  char *before;
  char *help;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BellFieldInput, bell_field_input, GTK_TYPE_WIDGET)

static void
changed_cb (BellFieldInput *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
watch (BellFieldInput *self,
       gpointer        object,
       const char     *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- One control a type --- */

static void
make_entry (BellFieldInput *self,
            const char     *title,
            const char     *canonical)
{
  GTimeZone *zone = bell_desk_get_zone (self->desk);
  g_autofree char *typed = bell_value_to_typed (self->field, canonical, zone);

  if (self->field->type == BELL_VALUE_TEXT && self->field->multiline)
    {
      self->row = bell_text_row_new (title);
      bell_text_row_set_text (BELL_TEXT_ROW (self->row), typed);
      watch (self, self->row, "notify::text");
      return;
    }

  self->row = g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", title, "text", typed, NULL);
  if (self->field->type == BELL_VALUE_NUMBER || self->field->type == BELL_VALUE_SCORE)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->row), GTK_INPUT_PURPOSE_NUMBER);
  if (self->field->type == BELL_VALUE_DATE || self->field->type == BELL_VALUE_DATETIME)
    bell_field_add_calendar (ADW_ENTRY_ROW (self->row), self->field->type == BELL_VALUE_DATETIME, zone,
                             bell_clock_now (bell_desk_get_clock (self->desk)));
  watch (self, self->row, "notify::text");
}

static void
make_combo (BellFieldInput *self,
            const char     *title,
            const char     *canonical)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = 0;

  self->options = bell_field_options (self->desk, self->field, labels);
  for (guint i = 0; i < self->options->len; i++)
    if (g_strcmp0 (self->options->pdata[i], canonical) == 0)
      chosen = i;

  self->row = g_object_new (ADW_TYPE_COMBO_ROW,
                            "use-markup", FALSE,
                            "title", title,
                            "model", labels,
                            "enable-search", self->options->len > 9,
                            "selected", chosen,
                            NULL);
  if (self->options->len > 9)
    {
      g_autoptr(GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      adw_combo_row_set_expression (ADW_COMBO_ROW (self->row), text);
    }
  watch (self, self->row, "notify::selected");
}

static void
make_spin (BellFieldInput *self,
           const char     *title,
           const char     *canonical)
{
  const BellFieldDef *field = self->field;
  double step = pow (10, -field->decimals);
  double lowest = field->required ? field->min : field->min - step;
  GtkAdjustment *adjustment = gtk_adjustment_new (canonical != NULL ? g_ascii_strtod (canonical, NULL) : lowest, lowest,
                                                  field->has_max ? field->max : 1e9, step, step * 10, 0);

  self->row = adw_spin_row_new (adjustment, 1, field->decimals);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_spin_row_set_numeric (ADW_SPIN_ROW (self->row), FALSE);
  if (!field->required)
    bell_field_let_be_empty (ADW_SPIN_ROW (self->row));
  watch (self, self->row, "notify::value");
}

static void
make_amount (BellFieldInput *self,
             const char     *title,
             const char     *canonical)
{
  BellProperty *property = bell_desk_get_property (self->desk);
  g_autofree char *currency = NULL;
  g_autofree char *plain = NULL;
  gint64 minor;

  if (canonical != NULL && bell_value_to_money (canonical, &minor, &currency))
    plain = bell_money_to_plain (minor, currency);
  self->row = bell_amount_row_new (title, plain, currency != NULL ? currency : property != NULL ? property->currency : NULL);
  self->currency = bell_amount_row_get_drop_down (self->row);
  watch (self, self->row, "notify::text");
  watch (self, self->currency, "notify::selected");
}

static void
make_switch (BellFieldInput *self,
             const char     *title,
             const char     *canonical)
{
  self->row = g_object_new (ADW_TYPE_SWITCH_ROW, "use-markup", FALSE, "title", title,
                            "active", g_strcmp0 (canonical, "true") == 0, NULL);
  watch (self, self->row, "notify::active");
}

static void
picked_cb (BellFieldInput *self,
           const char     *id,
           const char     *name)
{
  g_set_str (&self->picked, id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), name);
  changed_cb (self);
}

static void
reference_activated_cb (BellFieldInput *self)
{
  AdwDialog *picker = bell_picker_new (self->desk, self->field->label, self->field->type);

  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (picker, GTK_WIDGET (self));
}

static void
make_reference (BellFieldInput *self,
                const char     *title,
                const char     *canonical)
{
  g_autofree char *told = bell_desk_tell_value (self->desk, self->dossier, self->field, canonical);

  self->picked = g_strdup (canonical);
  self->row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", told, "activatable", TRUE, NULL);
  gtk_widget_add_css_class (self->row, "property");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (self->row, "activated", G_CALLBACK (reference_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
make_row (BellFieldInput *self,
          const char     *canonical)
{
  const BellFieldDef *field = self->field;
  g_autofree char *title = bell_field_title (field);

  switch (field->type)
    {
    case BELL_VALUE_CHOICE:
      make_combo (self, title, canonical);
      break;
    case BELL_VALUE_YES_NO:
      make_switch (self, title, canonical);
      break;
    case BELL_VALUE_MONEY:
      make_amount (self, title, canonical);
      break;
    case BELL_VALUE_GUEST:
    case BELL_VALUE_STAY:
    case BELL_VALUE_STAFF:
      make_reference (self, title, canonical);
      break;
    case BELL_VALUE_NUMBER:
    case BELL_VALUE_SCORE:
      /* A range that is known and small enough to step through; else digits are typed. */
      if (field->has_min && (!field->required || canonical != NULL || !field->has_max || field->max - field->min <= 10000))
        make_spin (self, title, canonical);
      else
        make_entry (self, title, canonical);
      break;
    case BELL_VALUE_TEXT:
      if (bell_field_is_listed (field))
        make_combo (self, title, canonical);
      else
        make_entry (self, title, canonical);
      break;
    case BELL_VALUE_DATE:
    case BELL_VALUE_TIME:
    case BELL_VALUE_DATETIME:
    default:
      make_entry (self, title, canonical);
      break;
    }
}

/* --- Reading --- */

static char *
dup_spin (BellFieldInput *self)
{
  AdwSpinRow *row = ADW_SPIN_ROW (self->row);
  double value = adw_spin_row_get_value (row);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char format[8];

  if (!self->field->required && value < self->field->min)
    return g_strdup ("");
  g_snprintf (format, sizeof format, "%%.%df", self->field->decimals);
  return g_strdup (g_ascii_formatd (digits, sizeof digits, format, value));
}

static char *
dup_amount (BellFieldInput *self)
{
  const char *amount = gtk_editable_get_text (GTK_EDITABLE (self->row));
  GtkStringObject *currency = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->currency));

  if (*amount == '\0' || currency == NULL)
    return g_strdup (amount);
  return g_strdup_printf ("%s %s", amount, gtk_string_object_get_string (currency));
}

char *
bell_field_input_dup_typed (BellFieldInput *self)
{
  g_return_val_if_fail (BELL_IS_FIELD_INPUT (self), NULL);

  if (self->options != NULL)
    {
      guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));

      return g_strdup (chosen < self->options->len ? self->options->pdata[chosen] : "");
    }
  if (self->currency != NULL)
    return dup_amount (self);
  if (ADW_IS_SPIN_ROW (self->row))
    return dup_spin (self);
  if (ADW_IS_SWITCH_ROW (self->row))
    return g_strdup (adw_switch_row_get_active (ADW_SWITCH_ROW (self->row)) ? "true" : "false");
  if (BELL_IS_TEXT_ROW (self->row))
    return g_strdup (bell_text_row_get_text (BELL_TEXT_ROW (self->row)));
  if (ADW_IS_ENTRY_ROW (self->row))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row)));
  return g_strdup (self->picked != NULL ? self->picked : "");
}

gboolean
bell_field_input_is_changed (BellFieldInput *self)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (BELL_IS_FIELD_INPUT (self), FALSE);

  typed = bell_field_input_dup_typed (self);
  return !g_str_equal (typed, self->before);
}

const BellFieldDef *
bell_field_input_get_field (BellFieldInput *self)
{
  g_return_val_if_fail (BELL_IS_FIELD_INPUT (self), NULL);

  return self->field;
}

void
bell_field_input_set_problem (BellFieldInput *self,
                              const char     *sentence,
                              const char     *remedy)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BELL_IS_FIELD_INPUT (self));

  text = sentence != NULL && remedy != NULL ? g_strdup_printf ("%s %s", sentence, remedy)
         : g_strdup (sentence != NULL ? sentence : self->help);
  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL && *text != '\0');
  if (sentence != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->note), "dimmed");
      gtk_widget_add_css_class (self->row, "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "dimmed");
      gtk_widget_remove_css_class (self->row, "error");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
bell_field_input_focus (BellFieldInput *self)
{
  g_return_if_fail (BELL_IS_FIELD_INPUT (self));

  gtk_widget_grab_focus (self->row);
}

/* --- Object --- */

static void
bell_field_input_dispose (GObject *object)
{
  BellFieldInput *self = BELL_FIELD_INPUT (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->picked, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->help, g_free);

  G_OBJECT_CLASS (bell_field_input_parent_class)->dispose (object);
}

static gboolean
bell_field_input_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BELL_FIELD_INPUT (widget)->row);
}

static void
bell_field_input_class_init (BellFieldInputClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_field_input_dispose;
  widget_class->grab_focus = bell_field_input_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldinput");
}

static void
bell_field_input_init (BellFieldInput *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 4);
  self->group = adw_preferences_group_new ();
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
  self->note = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "field-note");
  gtk_widget_set_parent (GTK_WIDGET (self->note), GTK_WIDGET (self));
}

static void
set_editable (BellFieldInput *self,
              gboolean        editable)
{
  if (BELL_IS_TEXT_ROW (self->row))
    bell_text_row_set_editable (BELL_TEXT_ROW (self->row), editable);
  else if (ADW_IS_ENTRY_ROW (self->row) && self->currency == NULL)
    gtk_editable_set_editable (GTK_EDITABLE (self->row), editable);
  else
    gtk_widget_set_sensitive (self->row, editable);
}

GtkWidget *
bell_field_input_new (BellDesk           *desk,
                      BellDossier        *dossier,
                      const BellFieldDef *field,
                      const char         *canonical,
                      gboolean            editable)
{
  BellFieldInput *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (BELL_TYPE_FIELD_INPUT, NULL);
  self->desk = g_object_ref (desk);
  self->dossier = g_object_ref (dossier);
  self->field = field;
  self->help = bell_field_help (desk, dossier, field);
  make_row (self, canonical);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->note, NULL, -1);
  set_editable (self, editable);

  /* A compulsory answer that nobody gave is not "no". */
  if (field->type == BELL_VALUE_YES_NO && canonical == NULL && field->required)
    self->before = g_strdup ("");
  else
    self->before = bell_field_input_dup_typed (self);
  bell_field_input_set_problem (self, NULL, NULL);
  return GTK_WIDGET (self);
}
