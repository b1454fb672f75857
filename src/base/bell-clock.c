/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-clock.h"

struct _BellClock
{
  GObject parent_instance;

  GMutex lock;
  gboolean fixed;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (BellClock, bell_clock, G_TYPE_OBJECT)

static void
bell_clock_finalize (GObject *object)
{
  g_mutex_clear (&BELL_CLOCK (object)->lock);
  G_OBJECT_CLASS (bell_clock_parent_class)->finalize (object);
}

static void
bell_clock_class_init (BellClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_clock_finalize;
}

static void
bell_clock_init (BellClock *self)
{
  g_mutex_init (&self->lock);
}

BellClock *
bell_clock_new_system (void)
{
  return g_object_new (BELL_TYPE_CLOCK, NULL);
}

BellClock *
bell_clock_new_fixed (gint64 now)
{
  BellClock *self = g_object_new (BELL_TYPE_CLOCK, NULL);

  self->fixed = TRUE;
  self->now = now;
  return self;
}

gint64
bell_clock_now (BellClock *self)
{
  gint64 now;

  g_return_val_if_fail (BELL_IS_CLOCK (self), 0);

  g_mutex_lock (&self->lock);
  now = self->fixed ? self->now : g_get_real_time ();
  g_mutex_unlock (&self->lock);
  return now;
}

void
bell_clock_set (BellClock *self,
                gint64     now)
{
  g_return_if_fail (BELL_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  g_mutex_lock (&self->lock);
  self->now = now;
  g_mutex_unlock (&self->lock);
}
