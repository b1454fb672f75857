/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bell-clock.h"

G_BEGIN_DECLS

#define BELL_TYPE_TICKER (bell_ticker_get_type ())
G_DECLARE_FINAL_TYPE (BellTicker, bell_ticker, BELL, TICKER, GObject)

/**
 * BellTicker:
 *
 * The time as the window shows it: the clock, the hotel's zone, and one timer
 * for everything that ages, which runs only while somebody listens. Signal:
 * ::tick, at each half minute and whenever clock or zone are replaced.
 */

/* The one of this process; main thread only; (transfer none). */
BellTicker *bell_ticker_get_default (void);

/* @clock and @zone are nullable: the system's clock, UTC. */
void        bell_ticker_set_time    (BellTicker *self,
                                     BellClock  *clock,
                                     GTimeZone  *zone);

gint64      bell_ticker_now         (BellTicker *self);
GTimeZone  *bell_ticker_get_zone    (BellTicker *self);

/* Called in pairs; the timer runs while anybody listens. */
void        bell_ticker_hold        (BellTicker *self);
void        bell_ticker_release     (BellTicker *self);

G_END_DECLS
