/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-ticker.h"

#define TICK_SECONDS 30

struct _BellTicker
{
  GObject parent_instance;

  BellClock *clock;
  GTimeZone *zone;
  guint holds;
  guint source;
};

enum
{
  TICK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BellTicker, bell_ticker, G_TYPE_OBJECT)

static void
bell_ticker_dispose (GObject *object)
{
  BellTicker *self = BELL_TICKER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (bell_ticker_parent_class)->dispose (object);
}

static void
bell_ticker_class_init (BellTickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bell_ticker_dispose;

  signals[TICK] = g_signal_new ("tick", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bell_ticker_init (BellTicker *self)
{
  self->clock = bell_clock_new_system ();
  self->zone = g_time_zone_new_utc ();
}

BellTicker *
bell_ticker_get_default (void)
{
  static BellTicker *ticker;

  if (ticker == NULL)
    ticker = g_object_new (BELL_TYPE_TICKER, NULL);
  return ticker;
}

void
bell_ticker_set_time (BellTicker *self,
                      BellClock  *clock,
                      GTimeZone  *zone)
{
  g_return_if_fail (BELL_IS_TICKER (self));

  if (clock != NULL)
    g_set_object (&self->clock, clock);
  else
    {
      g_clear_object (&self->clock);
      self->clock = bell_clock_new_system ();
    }

  if (zone != NULL)
    g_time_zone_ref (zone);
  g_time_zone_unref (self->zone);
  self->zone = zone != NULL ? zone : g_time_zone_new_utc ();

  g_signal_emit (self, signals[TICK], 0);
}

gint64
bell_ticker_now (BellTicker *self)
{
  g_return_val_if_fail (BELL_IS_TICKER (self), 0);

  return bell_clock_now (self->clock);
}

GTimeZone *
bell_ticker_get_zone (BellTicker *self)
{
  g_return_val_if_fail (BELL_IS_TICKER (self), NULL);

  return self->zone;
}

static gboolean
tick_cb (gpointer data)
{
  g_signal_emit (data, signals[TICK], 0);
  return G_SOURCE_CONTINUE;
}

void
bell_ticker_hold (BellTicker *self)
{
  g_return_if_fail (BELL_IS_TICKER (self));

  if (self->holds++ == 0)
    self->source = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

void
bell_ticker_release (BellTicker *self)
{
  g_return_if_fail (BELL_IS_TICKER (self));
  g_return_if_fail (self->holds > 0);

  if (--self->holds == 0)
    g_clear_handle_id (&self->source, g_source_remove);
}
