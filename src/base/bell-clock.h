/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Lengths of time in the unit of all instants: microseconds. */
#define BELL_SECOND G_GINT64_CONSTANT (1000000)
#define BELL_MINUTE (60 * BELL_SECOND)
#define BELL_HOUR (60 * BELL_MINUTE)
#define BELL_DAY (24 * BELL_HOUR)

#define BELL_TYPE_CLOCK (bell_clock_get_type ())
G_DECLARE_FINAL_TYPE (BellClock, bell_clock, BELL, CLOCK, GObject)

/**
 * BellClock:
 *
 * The only reader of the system's time. Everything else takes the time as an
 * argument, in microseconds since 1970 UTC. Safe to use from any thread.
 */
BellClock *bell_clock_new_system (void);

/* A clock that stands still until it is set; for --now, the demonstration hotel and tests. */
BellClock *bell_clock_new_fixed  (gint64     now);

gint64     bell_clock_now        (BellClock *self);

/* Only for a fixed clock; time may also be put back. */
void       bell_clock_set        (BellClock *self,
                                  gint64     now);

G_END_DECLS
