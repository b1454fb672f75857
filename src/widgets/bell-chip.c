/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-chip.h"

struct _BellChip
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  char *problem;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_PROBLEM,
} BellChipProperty;

static GParamSpec *properties[PROP_PROBLEM + 1];

G_DEFINE_FINAL_TYPE (BellChip, bell_chip, GTK_TYPE_WIDGET)

static void
bell_chip_dispose (GObject *object)
{
  BellChip *self = BELL_CHIP (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (bell_chip_parent_class)->dispose (object);
}

static void
bell_chip_finalize (GObject *object)
{
  BellChip *self = BELL_CHIP (object);

  g_free (self->problem);

  G_OBJECT_CLASS (bell_chip_parent_class)->finalize (object);
}

static void
bell_chip_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BellChip *self = BELL_CHIP (object);

  switch ((BellChipProperty) property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, bell_chip_get_text (self));
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_chip_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  BellChip *self = BELL_CHIP (object);

  switch ((BellChipProperty) property_id)
    {
    case PROP_TEXT:
      bell_chip_set_text (self, g_value_get_string (value));
      break;
    case PROP_PROBLEM:
      bell_chip_set_problem (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_chip_class_init (BellChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bell_chip_dispose;
  object_class->finalize = bell_chip_finalize;
  object_class->get_property = bell_chip_get_property;
  object_class->set_property = bell_chip_set_property;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_chip_init (BellChip *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE,
                             "icon-name", "dialog-warning-symbolic",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "visible", FALSE,
                             NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));

  self->label = g_object_new (GTK_TYPE_LABEL,
                              "ellipsize", PANGO_ELLIPSIZE_END,
                              "single-line-mode", TRUE,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
bell_chip_new (const char *text,
               const char *problem)
{
  return g_object_new (BELL_TYPE_CHIP, "text", text, "problem", problem, NULL);
}

const char *
bell_chip_get_text (BellChip *self)
{
  g_return_val_if_fail (BELL_IS_CHIP (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

void
bell_chip_set_text (BellChip   *self,
                    const char *text)
{
  g_return_if_fail (BELL_IS_CHIP (self));

  if (text == NULL)
    text = "";
  if (g_str_equal (text, bell_chip_get_text (self)))
    return;

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

const char *
bell_chip_get_problem (BellChip *self)
{
  g_return_val_if_fail (BELL_IS_CHIP (self), NULL);

  return self->problem;
}

void
bell_chip_set_problem (BellChip   *self,
                       const char *problem)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (BELL_IS_CHIP (self));

  if (!g_set_str (&self->problem, problem))
    return;

  gtk_widget_set_visible (self->icon, problem != NULL);
  gtk_widget_set_tooltip_text (widget, problem);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (widget, "problem");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
    }
  else
    {
      gtk_widget_remove_css_class (widget, "problem");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}
