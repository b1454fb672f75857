/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-chip.h"
#include "bell-quick-entry-bar.h"
#include "bell-quick-entry-session.h"
#include "bell-submit.h"

struct _BellQuickEntryBar
{
  AdwBin parent_instance;

  GtkEntry *entry;
  GtkRevealer *revealer;
  AdwWrapBox *chips;

  BellDesk *desk;
  BellCommand *command;      /* what Enter would send */
  GCancellable *reading;
  gboolean enter_waits;      /* Enter was pressed while the line was still being read */
};

typedef enum
{
  PROP_DESK = 1,
} BellQuickEntryBarProperty;

static GParamSpec *properties[PROP_DESK + 1];

enum
{
  FILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BellQuickEntryBar, bell_quick_entry_bar, ADW_TYPE_BIN)

static void
filed_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(BellQuickEntryBar) self = data;
  g_autoptr(BellOutcome) outcome = bell_submit_finish (result, NULL);

  if (outcome == NULL || self->entry == NULL)
    return;

  /* A line that was filed does not come back with Ctrl+Z: what it made does. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  g_signal_emit (self, signals[FILED], 0);
}

static void
file_line (BellQuickEntryBar *self)
{
  self->enter_waits = FALSE;
  if (self->command == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  bell_submit_async (GTK_WIDGET (self), self->desk, self->command, NULL, filed_cb, g_object_ref (self));
}

static void
show_chips (BellQuickEntryBar *self,
            GPtrArray         *chips)
{
  GtkWidget *hint;

  while ((hint = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, hint);
  for (guint i = 0; i < chips->len; i++)
    {
      const BellQuickChip *chip = chips->pdata[i];

      adw_wrap_box_append (self->chips, bell_chip_new (chip->chip, chip->problem));
      if (chip->problem != NULL)
        {
          GtkWidget *problem = gtk_label_new (chip->problem);

          gtk_label_set_wrap (GTK_LABEL (problem), TRUE);
          gtk_label_set_xalign (GTK_LABEL (problem), 0);
          gtk_widget_add_css_class (problem, "caption");
          gtk_widget_add_css_class (problem, "warning");
          adw_wrap_box_append (self->chips, problem);
        }
    }

  if (self->command != NULL)
    {
      hint = gtk_label_new (_("Enter files it"));
      gtk_widget_add_css_class (hint, "caption");
      gtk_widget_add_css_class (hint, "dimmed");
      adw_wrap_box_append (self->chips, hint);
    }
  gtk_revealer_set_reveal_child (self->revealer, chips->len > 0);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(BellQuickEntryBar) self = data;
  g_autoptr(GPtrArray) chips = NULL;
  g_autoptr(GError) error = NULL;
  BellCommand *command = NULL;

  chips = bell_desk_read_line_finish (BELL_DESK (object), result, &command, &error);
  /* What was read of a line that has changed since is of no use. */
  if (chips == NULL || self->entry == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    {
      g_clear_pointer (&command, bell_command_unref);
      return;
    }

  g_clear_pointer (&self->command, bell_command_unref);
  self->command = command;
  g_clear_object (&self->reading);
  show_chips (self, chips);
  if (self->enter_waits)
    file_line (self);
}

static void
changed_cb (BellQuickEntryBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->command, bell_command_unref);
  self->enter_waits = FALSE;

  if (*text == '\0' || self->desk == NULL)
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }
  self->reading = g_cancellable_new ();
  bell_desk_read_line_async (self->desk, text, self->reading, read_cb, g_object_ref (self));
}

static void
activate_cb (BellQuickEntryBar *self)
{
  if (self->reading != NULL)
    self->enter_waits = TRUE;
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    file_line (self);
}

static gboolean
bell_quick_entry_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BELL_QUICK_ENTRY_BAR (widget)->entry));
}

static void
bell_quick_entry_bar_dispose (GObject *object)
{
  BellQuickEntryBar *self = BELL_QUICK_ENTRY_BAR (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->command, bell_command_unref);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_QUICK_ENTRY_BAR);

  G_OBJECT_CLASS (bell_quick_entry_bar_parent_class)->dispose (object);
}

static void
bell_quick_entry_bar_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((BellQuickEntryBarProperty) property_id)
    {
    case PROP_DESK:
      g_value_set_object (value, BELL_QUICK_ENTRY_BAR (object)->desk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_quick_entry_bar_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch ((BellQuickEntryBarProperty) property_id)
    {
    case PROP_DESK:
      g_set_object (&BELL_QUICK_ENTRY_BAR (object)->desk, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_quick_entry_bar_class_init (BellQuickEntryBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bell_quick_entry_bar_dispose;
  object_class->get_property = bell_quick_entry_bar_get_property;
  object_class->set_property = bell_quick_entry_bar_set_property;
  widget_class->grab_focus = bell_quick_entry_bar_grab_focus;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BELL_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[FILED] = g_signal_new ("filed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-quick-entry-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BellQuickEntryBar, entry);
  gtk_widget_class_bind_template_child (widget_class, BellQuickEntryBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, BellQuickEntryBar, chips);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

/* In an empty line there is nothing to take back but the person's last step. */
static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (widget)) != '\0')
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (widget, "win.undo", NULL);
}

static void
bell_quick_entry_bar_init (BellQuickEntryBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (undo_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
bell_quick_entry_bar_new (BellDesk *desk)
{
  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  return g_object_new (BELL_TYPE_QUICK_ENTRY_BAR, "desk", desk, NULL);
}
