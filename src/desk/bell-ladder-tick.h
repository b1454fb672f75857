/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk-private.h"

G_BEGIN_DECLS

/**
 * bell_ladder_tick:
 * @limit: at most so many records, so that nobody waits long for the writer
 * @fired: (inout) (nullable): raised by one for each warning and level that fired
 * @more: (out) (nullable): whether records are left for another call
 *
 * Private to the desk: fires what the ladders have due at @now, each missed level once and in its order. Nothing fires for a
 * record that is blocked or complete: settling takes its next instant away.
 */
gboolean  bell_ladder_tick  (BellTxn          *txn,
                             BellDefinitions  *definitions,
                             BellProperty     *property,
                             GTimeZone        *zone,
                             gint64            now,
                             guint             limit,
                             guint            *fired,
                             gboolean         *more,
                             GError          **error);

G_END_DECLS
