/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-date.h"
#include "bell-due-label.h"
#include "bell-ticker.h"

#define SOON (30 * BELL_MINUTE)

struct _BellDueLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
  gint64 due;
  gint64 paused_at;
  gboolean late;
  gboolean soon;
  gulong tick;
};

typedef enum
{
  PROP_DUE = 1,
  PROP_PAUSED_AT,
  PROP_LATE,
  PROP_SOON,
} BellDueLabelProperty;

static GParamSpec *properties[PROP_SOON + 1];

G_DEFINE_FINAL_TYPE (BellDueLabel, bell_due_label, GTK_TYPE_WIDGET)

static void
set_class (BellDueLabel *self,
           const char   *name,
           gboolean      wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static char *
tell (BellDueLabel *self,
      BellTicker   *ticker,
      gint64        now)
{
  if (self->paused_at != 0)
    {
      g_autofree char *span = bell_time_tell_span (MAX (now - self->paused_at, 0));

      /* Translators: %s is a length of time such as "35 min"; the work waits for something */
      return g_strdup_printf (_("paused %s"), span);
    }
  return bell_time_tell_due (self->due, now, bell_ticker_get_zone (ticker));
}

static void
update (BellDueLabel *self)
{
  BellTicker *ticker = bell_ticker_get_default ();
  gint64 now = bell_ticker_now (ticker);
  gboolean runs = self->due != 0 && self->paused_at == 0;
  gboolean late = runs && self->due < now;
  gboolean soon = runs && !late && self->due - now < SOON;
  g_autofree char *words = tell (self, ticker, now);

  /* Most labels of a long list say the same as a moment ago; a label lays itself out anew when it is set. */
  if (!g_str_equal (words, gtk_label_get_text (GTK_LABEL (self->label))))
    {
      gtk_label_set_text (GTK_LABEL (self->label), words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }

  set_class (self, "paused", self->paused_at != 0);
  if (self->late != late)
    {
      self->late = late;
      set_class (self, "late", late);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LATE]);
    }
  if (self->soon != soon)
    {
      self->soon = soon;
      set_class (self, "soon", soon);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOON]);
    }
}

static void
bell_due_label_map (GtkWidget *widget)
{
  BellDueLabel *self = BELL_DUE_LABEL (widget);
  BellTicker *ticker = bell_ticker_get_default ();

  GTK_WIDGET_CLASS (bell_due_label_parent_class)->map (widget);

  bell_ticker_hold (ticker);
  self->tick = g_signal_connect_swapped (ticker, "tick", G_CALLBACK (update), self);
  update (self);
}

static void
bell_due_label_unmap (GtkWidget *widget)
{
  BellDueLabel *self = BELL_DUE_LABEL (widget);
  BellTicker *ticker = bell_ticker_get_default ();

  g_clear_signal_handler (&self->tick, ticker);
  bell_ticker_release (ticker);

  GTK_WIDGET_CLASS (bell_due_label_parent_class)->unmap (widget);
}

static void
bell_due_label_dispose (GObject *object)
{
  BellDueLabel *self = BELL_DUE_LABEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (bell_due_label_parent_class)->dispose (object);
}

static void
bell_due_label_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BellDueLabel *self = BELL_DUE_LABEL (object);

  switch ((BellDueLabelProperty) property_id)
    {
    case PROP_DUE:
      g_value_set_int64 (value, self->due);
      break;
    case PROP_PAUSED_AT:
      g_value_set_int64 (value, self->paused_at);
      break;
    case PROP_LATE:
      g_value_set_boolean (value, self->late);
      break;
    case PROP_SOON:
      g_value_set_boolean (value, self->soon);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_due_label_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BellDueLabel *self = BELL_DUE_LABEL (object);

  switch ((BellDueLabelProperty) property_id)
    {
    case PROP_DUE:
      bell_due_label_set_due (self, g_value_get_int64 (value));
      break;
    case PROP_PAUSED_AT:
      bell_due_label_set_paused_at (self, g_value_get_int64 (value));
      break;
    case PROP_LATE:
    case PROP_SOON:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_due_label_class_init (BellDueLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_due_label_dispose;
  object_class->get_property = bell_due_label_get_property;
  object_class->set_property = bell_due_label_set_property;
  widget_class->map = bell_due_label_map;
  widget_class->unmap = bell_due_label_unmap;

  properties[PROP_DUE] =
    g_param_spec_int64 ("due", NULL, NULL, G_MININT64, G_MAXINT64, 0, G_PARAM_READWRITE | flags);
  properties[PROP_PAUSED_AT] =
    g_param_spec_int64 ("paused-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, G_PARAM_READWRITE | flags);
  properties[PROP_LATE] =
    g_param_spec_boolean ("late", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_SOON] =
    g_param_spec_boolean ("soon", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "due");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIME);
}

static void
bell_due_label_init (BellDueLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_single_line_mode (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
bell_due_label_new (gint64 due)
{
  return g_object_new (BELL_TYPE_DUE_LABEL, "due", due, NULL);
}

gint64
bell_due_label_get_due (BellDueLabel *self)
{
  g_return_val_if_fail (BELL_IS_DUE_LABEL (self), 0);

  return self->due;
}

void
bell_due_label_set_due (BellDueLabel *self,
                        gint64        due)
{
  g_return_if_fail (BELL_IS_DUE_LABEL (self));

  if (self->due == due)
    return;

  self->due = due;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DUE]);
}

gint64
bell_due_label_get_paused_at (BellDueLabel *self)
{
  g_return_val_if_fail (BELL_IS_DUE_LABEL (self), 0);

  return self->paused_at;
}

void
bell_due_label_set_paused_at (BellDueLabel *self,
                              gint64        paused_at)
{
  g_return_if_fail (BELL_IS_DUE_LABEL (self));

  if (self->paused_at == paused_at)
    return;

  self->paused_at = paused_at;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED_AT]);
}

gboolean
bell_due_label_get_late (BellDueLabel *self)
{
  g_return_val_if_fail (BELL_IS_DUE_LABEL (self), FALSE);

  return self->late;
}
