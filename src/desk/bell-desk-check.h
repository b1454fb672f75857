/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/**
 * bell_desk_check:
 * @findings: (out) (optional) (nullable): sentences, one a fault (char *); (transfer full)
 *
 * Looks at the whole file: pages, indexes, search index, references, journal. Blocks; needs nobody signed in, for a
 * file may have to be looked at when nobody can.
 *
 * Returns: TRUE when sound; else BELL_ERROR_INTEGRITY tells the first finding.
 */
gboolean bell_desk_check (BellDesk *self,
                          GPtrArray **findings,
                          GError **error);

G_END_DECLS
