/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk-private.h"
#include "bell-stay-row.h"

G_BEGIN_DECLS

/* Private to the desk: how a stay that the hotel system tells becomes known here. */

typedef enum
{
  BELL_INTAKE_ADDED,
  BELL_INTAKE_CHANGED,
  BELL_INTAKE_UNCHANGED,
} BellIntake;

/**
 * bell_stay_intake:
 * @visit: greeted by the door; the caller has asked whether the actor may import
 * @row: what the file says of the stay
 * @dry_run: finds out without writing
 * @result: (out): what became of it
 * @alerts: (inout): raised by one for each open record that the change concerns
 *
 * One stay has one version: a row whose digest is known changes nothing, a changed one updates the stay, and open work
 * that depends on what changed is told about it.
 */
gboolean  bell_stay_intake  (BellVisit          *visit,
                             const BellStayRow  *row,
                             gboolean            dry_run,
                             BellIntake         *result,
                             guint              *alerts,
                             GError            **error);

G_END_DECLS
