/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "bell-person.h"

struct _BellPerson
{
  GtkWidget parent_instance;

  GtkWidget *avatar;
  GtkWidget *label;
  char *name;
  int size;
  gboolean brief;
  gboolean reversed;
};

typedef enum
{
  PROP_FULL_NAME = 1,
  PROP_SIZE,
  PROP_SHORT,
  PROP_REVERSED,
} BellPersonProperty;

static GParamSpec *properties[PROP_REVERSED + 1];

G_DEFINE_FINAL_TYPE (BellPerson, bell_person, GTK_TYPE_WIDGET)

static void
update (BellPerson *self)
{
  const char *name = self->name != NULL ? self->name : "";
  g_autofree char *first = g_strdup (name);

  adw_avatar_set_text (ADW_AVATAR (self->avatar), name);
  gtk_widget_set_visible (self->avatar, *name != '\0');
  if (self->brief)
    {
      char *space = strchr (first, ' ');

      if (space != NULL)
        *space = '\0';
    }
  gtk_label_set_text (GTK_LABEL (self->label), first);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bell_person_dispose (GObject *object)
{
  BellPerson *self = BELL_PERSON (object);

  g_clear_pointer (&self->avatar, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (bell_person_parent_class)->dispose (object);
}

static void
bell_person_finalize (GObject *object)
{
  BellPerson *self = BELL_PERSON (object);

  g_free (self->name);

  G_OBJECT_CLASS (bell_person_parent_class)->finalize (object);
}

static void
bell_person_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BellPerson *self = BELL_PERSON (object);

  switch ((BellPersonProperty) property_id)
    {
    case PROP_FULL_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    case PROP_SHORT:
      g_value_set_boolean (value, self->brief);
      break;
    case PROP_REVERSED:
      g_value_set_boolean (value, self->reversed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_flag (BellPerson *self,
          gboolean   *flag,
          gboolean    value,
          GParamSpec *pspec)
{
  if (*flag == value)
    return;

  *flag = value;
  update (self);
  if (self->reversed)
    gtk_widget_insert_before (self->label, GTK_WIDGET (self), self->avatar);
  else
    gtk_widget_insert_before (self->avatar, GTK_WIDGET (self), self->label);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
bell_person_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  BellPerson *self = BELL_PERSON (object);

  switch ((BellPersonProperty) property_id)
    {
    case PROP_FULL_NAME:
      bell_person_set_full_name (self, g_value_get_string (value));
      break;
    case PROP_SIZE:
      if (self->size == g_value_get_int (value))
        break;
      self->size = g_value_get_int (value);
      adw_avatar_set_size (ADW_AVATAR (self->avatar), self->size);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SHORT:
      set_flag (self, &self->brief, g_value_get_boolean (value), pspec);
      break;
    case PROP_REVERSED:
      set_flag (self, &self->reversed, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_person_class_init (BellPersonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_person_dispose;
  object_class->finalize = bell_person_finalize;
  object_class->get_property = bell_person_get_property;
  object_class->set_property = bell_person_set_property;

  properties[PROP_FULL_NAME] = g_param_spec_string ("full-name", NULL, NULL, NULL, flags);
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 1, 512, 22, flags);
  properties[PROP_SHORT] = g_param_spec_boolean ("short", NULL, NULL, FALSE, flags);
  properties[PROP_REVERSED] = g_param_spec_boolean ("reversed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "person");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_person_init (BellPerson *self)
{
  self->size = 22;
  self->avatar = adw_avatar_new (self->size, NULL, TRUE);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->avatar, GTK_WIDGET (self));

  self->label = g_object_new (GTK_TYPE_LABEL,
                              "ellipsize", PANGO_ELLIPSIZE_END,
                              "single-line-mode", TRUE,
                              "xalign", 0.0,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  update (self);
}

GtkWidget *
bell_person_new (const char *name)
{
  return g_object_new (BELL_TYPE_PERSON, "full-name", name, NULL);
}

const char *
bell_person_get_full_name (BellPerson *self)
{
  g_return_val_if_fail (BELL_IS_PERSON (self), NULL);

  return self->name;
}

void
bell_person_set_full_name (BellPerson *self,
                      const char *name)
{
  g_return_if_fail (BELL_IS_PERSON (self));

  if (!g_set_str (&self->name, name))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FULL_NAME]);
}
