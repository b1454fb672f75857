/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-amount-entry.h"
#include "bell-money.h"

struct _BellAmountEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *unit;
  char *currency;
  gint64 minor;
  gboolean valid;
};

typedef enum
{
  PROP_CURRENCY = 1,
  PROP_MINOR,
  PROP_VALID,
} BellAmountEntryProperty;

static GParamSpec *properties[PROP_VALID + 1];

enum
{
  ACTIVATE,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BellAmountEntry, bell_amount_entry, GTK_TYPE_WIDGET)

static const char *
text_of (BellAmountEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
read_text (BellAmountEntry *self)
{
  gint64 minor = 0;
  gboolean empty = bell_amount_entry_is_empty (self);
  gboolean valid = !empty && bell_money_parse (text_of (self), self->currency, &minor, NULL);
  gboolean wrong = !empty && !valid;

  if (wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);

  if (self->minor != minor)
    {
      self->minor = minor;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINOR]);
    }
  if (self->valid != valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (BellAmountEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static gboolean
bell_amount_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BELL_AMOUNT_ENTRY (widget)->entry);
}

static void
bell_amount_entry_dispose (GObject *object)
{
  BellAmountEntry *self = BELL_AMOUNT_ENTRY (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->unit, gtk_widget_unparent);

  G_OBJECT_CLASS (bell_amount_entry_parent_class)->dispose (object);
}

static void
bell_amount_entry_finalize (GObject *object)
{
  g_free (BELL_AMOUNT_ENTRY (object)->currency);

  G_OBJECT_CLASS (bell_amount_entry_parent_class)->finalize (object);
}

static void
bell_amount_entry_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  BellAmountEntry *self = BELL_AMOUNT_ENTRY (object);

  switch ((BellAmountEntryProperty) property_id)
    {
    case PROP_CURRENCY:
      g_value_set_string (value, self->currency);
      break;
    case PROP_MINOR:
      g_value_set_int64 (value, self->minor);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_amount_entry_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  BellAmountEntry *self = BELL_AMOUNT_ENTRY (object);

  switch ((BellAmountEntryProperty) property_id)
    {
    case PROP_CURRENCY:
      bell_amount_entry_set_currency (self, g_value_get_string (value));
      break;
    case PROP_MINOR:
      bell_amount_entry_set_minor (self, g_value_get_int64 (value));
      break;
    case PROP_VALID:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_amount_entry_class_init (BellAmountEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_amount_entry_dispose;
  object_class->finalize = bell_amount_entry_finalize;
  object_class->get_property = bell_amount_entry_get_property;
  object_class->set_property = bell_amount_entry_set_property;
  widget_class->grab_focus = bell_amount_entry_grab_focus;

  properties[PROP_CURRENCY] = g_param_spec_string ("currency", NULL, NULL, "EUR", G_PARAM_READWRITE | flags);
  properties[PROP_MINOR] = g_param_spec_int64 ("minor", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                               G_PARAM_READWRITE | flags);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "amount");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_amount_entry_init (BellAmountEntry *self)
{
  self->currency = g_strdup ("EUR");

  self->entry = g_object_new (GTK_TYPE_ENTRY,
                              "input-purpose", GTK_INPUT_PURPOSE_NUMBER,
                              "xalign", 1.0,
                              "hexpand", TRUE,
                              "width-chars", 8,
                              NULL);
  gtk_widget_add_css_class (self->entry, "numeric");
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (read_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  self->unit = gtk_label_new (self->currency);
  gtk_widget_add_css_class (self->unit, "dimmed");
  gtk_widget_set_parent (self->unit, GTK_WIDGET (self));
}

GtkWidget *
bell_amount_entry_new (const char *currency)
{
  return g_object_new (BELL_TYPE_AMOUNT_ENTRY, "currency", currency, NULL);
}

const char *
bell_amount_entry_get_currency (BellAmountEntry *self)
{
  g_return_val_if_fail (BELL_IS_AMOUNT_ENTRY (self), NULL);

  return self->currency;
}

void
bell_amount_entry_set_currency (BellAmountEntry *self,
                                const char      *currency)
{
  g_return_if_fail (BELL_IS_AMOUNT_ENTRY (self));

  if (currency == NULL)
    currency = "EUR";
  if (!g_set_str (&self->currency, currency))
    return;

  gtk_label_set_text (GTK_LABEL (self->unit), currency);
  read_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENCY]);
}

gint64
bell_amount_entry_get_minor (BellAmountEntry *self)
{
  g_return_val_if_fail (BELL_IS_AMOUNT_ENTRY (self), 0);

  return self->minor;
}

void
bell_amount_entry_set_minor (BellAmountEntry *self,
                             gint64           minor)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BELL_IS_AMOUNT_ENTRY (self));

  if (self->valid && self->minor == minor)
    return;
  text = bell_money_to_plain (minor, self->currency);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

void
bell_amount_entry_clear (BellAmountEntry *self)
{
  g_return_if_fail (BELL_IS_AMOUNT_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

gboolean
bell_amount_entry_get_valid (BellAmountEntry *self)
{
  g_return_val_if_fail (BELL_IS_AMOUNT_ENTRY (self), FALSE);

  return self->valid;
}

gboolean
bell_amount_entry_is_empty (BellAmountEntry *self)
{
  const char *text;

  g_return_val_if_fail (BELL_IS_AMOUNT_ENTRY (self), TRUE);

  text = text_of (self);
  return strspn (text, " ") == strlen (text);
}

void
bell_amount_entry_set_label (BellAmountEntry *self,
                             const char      *label)
{
  g_return_if_fail (BELL_IS_AMOUNT_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
