/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-preferences-dialog.h"

struct _BellPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GtkWidget *lock_after;
  GtkWidget *notify_alerts;
  GtkWidget *colour_scheme;
};

G_DEFINE_FINAL_TYPE (BellPreferencesDialog, bell_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
bell_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BELL_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (bell_preferences_dialog_parent_class)->dispose (object);
}

static void
bell_preferences_dialog_class_init (BellPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/deskbell/Deskbell/ui/bell-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellPreferencesDialog, lock_after);
  gtk_widget_class_bind_template_child (widget_class, BellPreferencesDialog, notify_alerts);
  gtk_widget_class_bind_template_child (widget_class, BellPreferencesDialog, colour_scheme);
}

static void
bell_preferences_dialog_init (BellPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The list of the dialog and the words of the setting, in the same order. */
static const char * const schemes[] = { "system", "light", "dark" };

static gboolean
scheme_to_position (GValue   *value,
                    GVariant *variant,
                    gpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (schemes[i], g_variant_get_string (variant, NULL)) == 0)
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
position_to_scheme (const GValue       *value,
                    const GVariantType *type,
                    gpointer            data)
{
  guint position = g_value_get_uint (value);

  return g_variant_new_string (schemes[MIN (position, G_N_ELEMENTS (schemes) - 1)]);
}

AdwDialog *
bell_preferences_dialog_new (GSettings *settings)
{
  BellPreferencesDialog *self = g_object_new (BELL_TYPE_PREFERENCES_DIALOG, NULL);

  if (settings == NULL)
    return ADW_DIALOG (self);

  g_settings_bind (settings, "lock-after", self->lock_after, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "notify-alerts", self->notify_alerts, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "colour-scheme", self->colour_scheme, "selected", G_SETTINGS_BIND_DEFAULT,
                                scheme_to_position, position_to_scheme, NULL, NULL);
  return ADW_DIALOG (self);
}

GSettings *
bell_preferences_open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
scheme_changed_cb (GSettings *settings)
{
  g_autofree char *scheme = g_settings_get_string (settings, "colour-scheme");
  AdwColorScheme wanted = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    wanted = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    wanted = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), wanted);
}

void
bell_preferences_apply_colours (GSettings *settings)
{
  if (settings == NULL)
    return;

  g_signal_connect (settings, "changed::colour-scheme", G_CALLBACK (scheme_changed_cb), NULL);
  scheme_changed_cb (settings);
}
