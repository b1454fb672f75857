/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads what stands after "!"; 0 when it is no time. @takes_clock: (out): a day alone, which a clock time may follow. */
gint64    bell_quick_due_read (const char  *text,
                               gint64       now,
                               GTimeZone   *zone,
                               gboolean    *takes_clock);

/* "today 19:00"; translated; (transfer full). */
char     *bell_quick_due_tell (gint64       due,
                               gint64       now,
                               GTimeZone   *zone);

G_END_DECLS
