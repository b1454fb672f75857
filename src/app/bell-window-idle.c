/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-window-private.h"

#define LOOK_SECONDS 10
#define DEFAULT_MINUTES 5

/* The screen of a shared computer locks itself when nobody touched it for a while. */

static gboolean
input_cb (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          BellWindow               *self)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      self->last_input = g_get_monotonic_time ();
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
look_cb (gpointer data)
{
  BellWindow *self = data;
  guint minutes = self->settings != NULL ? g_settings_get_uint (self->settings, "lock-after") : DEFAULT_MINUTES;

  if (self->desk != NULL && bell_desk_get_person (self->desk) != NULL &&
      g_get_monotonic_time () - self->last_input >= minutes * G_TIME_SPAN_MINUTE)
    bell_window_lock (self);
  return G_SOURCE_CONTINUE;
}

void
bell_window_watch_idle (BellWindow *self)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (input_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  self->last_input = g_get_monotonic_time ();
  self->minute = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
}
