/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-status-pill.h"

struct _BellStatusPill
{
  GtkWidget parent_instance;

  GtkWidget *label;
  BellStatus status;
  char *text;
};

typedef enum
{
  PROP_STATUS = 1,
  PROP_TEXT,
} BellStatusPillProperty;

static GParamSpec *properties[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (BellStatusPill, bell_status_pill, GTK_TYPE_WIDGET)

static void
update_label (BellStatusPill *self)
{
  const char *word = self->text != NULL ? self->text : bell_status_label (self->status);

  gtk_label_set_text (GTK_LABEL (self->label), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
}

static void
bell_status_pill_dispose (GObject *object)
{
  BellStatusPill *self = BELL_STATUS_PILL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (bell_status_pill_parent_class)->dispose (object);
}

static void
bell_status_pill_finalize (GObject *object)
{
  BellStatusPill *self = BELL_STATUS_PILL (object);

  g_free (self->text);

  G_OBJECT_CLASS (bell_status_pill_parent_class)->finalize (object);
}

static void
bell_status_pill_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BellStatusPill *self = BELL_STATUS_PILL (object);

  switch ((BellStatusPillProperty) property_id)
    {
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_status_pill_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  BellStatusPill *self = BELL_STATUS_PILL (object);

  switch ((BellStatusPillProperty) property_id)
    {
    case PROP_STATUS:
      bell_status_pill_set_status (self, g_value_get_enum (value));
      break;
    case PROP_TEXT:
      bell_status_pill_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_status_pill_class_init (BellStatusPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bell_status_pill_dispose;
  object_class->finalize = bell_status_pill_finalize;
  object_class->get_property = bell_status_pill_get_property;
  object_class->set_property = bell_status_pill_set_property;

  properties[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, BELL_TYPE_STATUS, BELL_STATUS_NEW,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statuspill");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
bell_status_pill_init (BellStatusPill *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_single_line_mode (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), bell_enum_nick (BELL_TYPE_STATUS, self->status));
  update_label (self);
}

GtkWidget *
bell_status_pill_new (BellStatus status)
{
  return g_object_new (BELL_TYPE_STATUS_PILL, "status", status, NULL);
}

BellStatus
bell_status_pill_get_status (BellStatusPill *self)
{
  g_return_val_if_fail (BELL_IS_STATUS_PILL (self), BELL_STATUS_NEW);

  return self->status;
}

void
bell_status_pill_set_status (BellStatusPill *self,
                             BellStatus      status)
{
  g_return_if_fail (BELL_IS_STATUS_PILL (self));

  if (self->status == status)
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self), bell_enum_nick (BELL_TYPE_STATUS, self->status));
  self->status = status;
  gtk_widget_add_css_class (GTK_WIDGET (self), bell_enum_nick (BELL_TYPE_STATUS, status));
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

const char *
bell_status_pill_get_text (BellStatusPill *self)
{
  g_return_val_if_fail (BELL_IS_STATUS_PILL (self), NULL);

  return self->text;
}

void
bell_status_pill_set_text (BellStatusPill *self,
                           const char     *text)
{
  g_return_if_fail (BELL_IS_STATUS_PILL (self));

  if (!g_set_str (&self->text, text))
    return;

  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
