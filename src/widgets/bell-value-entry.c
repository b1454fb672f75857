/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-amount-entry.h"
#include "bell-day-picker.h"
#include "bell-value-entry-private.h"

typedef enum
{
  PROP_VALUE = 1,
  PROP_PROBLEM,
} BellValueEntryProperty;

static GParamSpec *properties[PROP_PROBLEM + 1];

G_DEFINE_FINAL_TYPE (BellValueEntry, bell_value_entry, GTK_TYPE_WIDGET)

/* --- What is wrong --- */

static void
show_message (BellValueEntry *self)
{
  const char *wrong = self->unreadable != NULL ? self->unreadable : self->problem;
  const char *text = wrong != NULL ? wrong : self->help;

  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
  if (wrong != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_widget_add_css_class (self->message, "error");
      gtk_widget_remove_css_class (self->message, "dimmed");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      gtk_widget_remove_css_class (self->message, "error");
      gtk_widget_add_css_class (self->message, "dimmed");
    }

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

void
bell_value_entry_changed (BellValueEntry *self)
{
  g_autofree char *value = NULL;

  if (self->setting)
    return;
  value = bell_value_editor_read (self);
  /* What was found wrong with the old value says nothing about the new one. */
  if (g_set_str (&self->problem, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  show_message (self);
  if (g_set_str (&self->value, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
name_editor (BellValueEntry *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  if (GTK_IS_ENTRY (self->editor) || GTK_IS_TEXT_VIEW (self->editor) || GTK_IS_DROP_DOWN (self->editor))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, self->required, -1);
  if (BELL_IS_AMOUNT_ENTRY (self->editor))
    bell_amount_entry_set_label (BELL_AMOUNT_ENTRY (self->editor), self->name);
  else if (BELL_IS_DAY_PICKER (self->editor))
    bell_day_picker_set_label (BELL_DAY_PICKER (self->editor), self->name);
  if (self->time != NULL)
    {
      /* Translators: the field for the time beside that for the day; %s is what both are for */
      g_autofree char *time = g_strdup_printf (_("%s, time"), self->name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_PROPERTY_LABEL, time, -1);
    }
}

static void
build (BellValueEntry           *self,
       const BellValueEntrySpec *spec)
{
  /* Translators: marks a field that must be filled in; %s is its label */
  g_autofree char *label = spec->required ? g_strdup_printf (_("%s *"), spec->label) : g_strdup (spec->label);

  self->kind = spec->kind;
  self->name = g_strdup (spec->label);
  self->help = g_strdup (spec->help);
  self->required = spec->required;

  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_box_append (GTK_BOX (self->row), bell_value_editor_make (self, spec));
  if (spec->kind == BELL_VALUE_ENTRY_DATETIME)
    {
      self->time = bell_value_editor_make_time (self);
      gtk_box_append (GTK_BOX (self->row), self->time);
    }
  if (spec->unit != NULL)
    {
      GtkWidget *unit = gtk_label_new (spec->unit);

      gtk_widget_add_css_class (unit, "dimmed");
      gtk_box_append (GTK_BOX (self->row), unit);
    }
  if (spec->required)
    gtk_widget_add_css_class (GTK_WIDGET (self), "required");
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), self->editor);
  name_editor (self);
  show_message (self);
}

/* --- Class --- */

static gboolean
bell_value_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BELL_VALUE_ENTRY (widget)->editor);
}

static void
bell_value_entry_dispose (GObject *object)
{
  BellValueEntry *self = BELL_VALUE_ENTRY (object);

  self->setting = TRUE;
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_pointer (&self->message, gtk_widget_unparent);

  G_OBJECT_CLASS (bell_value_entry_parent_class)->dispose (object);
}

static void
bell_value_entry_finalize (GObject *object)
{
  BellValueEntry *self = BELL_VALUE_ENTRY (object);

  g_free (self->name);
  g_free (self->help);
  g_free (self->value);
  g_free (self->problem);
  g_strfreev (self->choice_ids);

  G_OBJECT_CLASS (bell_value_entry_parent_class)->finalize (object);
}

static void
bell_value_entry_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BellValueEntry *self = BELL_VALUE_ENTRY (object);

  switch ((BellValueEntryProperty) property_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_value_entry_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  BellValueEntry *self = BELL_VALUE_ENTRY (object);

  switch ((BellValueEntryProperty) property_id)
    {
    case PROP_VALUE:
      bell_value_entry_set_value (self, g_value_get_string (value));
      break;
    case PROP_PROBLEM:
      bell_value_entry_set_problem (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_value_entry_class_init (BellValueEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_value_entry_dispose;
  object_class->finalize = bell_value_entry_finalize;
  object_class->get_property = bell_value_entry_get_property;
  object_class->set_property = bell_value_entry_set_property;
  widget_class->grab_focus = bell_value_entry_grab_focus;

  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "valueentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_value_entry_init (BellValueEntry *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->label, "caption-heading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));

  self->message = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->message, "caption");
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
}

GtkWidget *
bell_value_entry_new (const BellValueEntrySpec *spec)
{
  BellValueEntry *self;

  g_return_val_if_fail (spec != NULL, NULL);
  g_return_val_if_fail (spec->label != NULL, NULL);

  self = g_object_new (BELL_TYPE_VALUE_ENTRY, NULL);
  build (self, spec);
  return GTK_WIDGET (self);
}

const char *
bell_value_entry_get_value (BellValueEntry *self)
{
  g_return_val_if_fail (BELL_IS_VALUE_ENTRY (self), NULL);

  return self->value;
}

void
bell_value_entry_set_value (BellValueEntry *self,
                            const char     *value)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (BELL_IS_VALUE_ENTRY (self));
  g_return_if_fail (self->editor != NULL);

  if (g_strcmp0 (self->value, value) == 0 && self->unreadable == NULL)
    return;

  self->setting = TRUE;
  bell_value_editor_write (self, value);
  self->setting = FALSE;

  /* A switch shows "no" for a value that is not there; the value stays absent until somebody touches it. */
  shown = value != NULL || self->kind != BELL_VALUE_ENTRY_YES_NO ? bell_value_editor_read (self) : NULL;
  show_message (self);
  if (g_set_str (&self->value, shown))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

const char *
bell_value_entry_get_problem (BellValueEntry *self)
{
  g_return_val_if_fail (BELL_IS_VALUE_ENTRY (self), NULL);

  return self->problem;
}

void
bell_value_entry_set_problem (BellValueEntry *self,
                              const char     *problem)
{
  g_return_if_fail (BELL_IS_VALUE_ENTRY (self));

  if (!g_set_str (&self->problem, problem))
    return;
  show_message (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

gboolean
bell_value_entry_is_unreadable (BellValueEntry *self)
{
  g_return_val_if_fail (BELL_IS_VALUE_ENTRY (self), FALSE);

  return self->unreadable != NULL;
}

void
bell_value_entry_set_choices (BellValueEntry     *self,
                              const char * const *ids,
                              const char * const *labels)
{
  g_autoptr(GListModel) model = NULL;
  g_autofree char *value = NULL;

  g_return_if_fail (BELL_IS_VALUE_ENTRY (self));
  g_return_if_fail (self->kind == BELL_VALUE_ENTRY_CHOICE);
  g_return_if_fail (ids != NULL && labels != NULL);

  value = g_strdup (self->value);
  model = bell_value_editor_make_choices (labels);

  self->setting = TRUE;
  g_strfreev (self->choice_ids);
  self->choice_ids = g_strdupv ((char **) ids);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->editor), model);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->editor), g_strv_length (self->choice_ids) > 10);
  bell_value_editor_write (self, value);
  self->setting = FALSE;
  bell_value_entry_changed (self);
}
