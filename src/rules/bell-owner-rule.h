/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"
#include "bell-id.h"

G_BEGIN_DECLS

/* A person who might own a record. @open_load: records and tasks that wait for the person. @last_assigned_at: 0 never. */
typedef struct
{
  BellId staff;
  const char *name;
  const char *roles;
  const char *department;
  gboolean active;
  gboolean on_duty;
  gint64 open_load;
  gint64 last_assigned_at;
} BellCandidate;

/**
 * bell_owner_rule_pick:
 * @role: role asked for
 * @department: (nullable): people of this department are preferred
 * @why: (out) (optional) (transfer full): one sentence that explains the choice
 * @error: BELL_ERROR_REFUSED only when nobody at all is active
 *
 * Names the owner: of the people on shift with @role (of the department first), who has the least open work;
 * at a tie, who was given work longest ago; then by id. When none is on shift: a supervisor on shift,
 * a duty manager on shift, anybody on shift's manager, an active person of the role, any manager, anybody active.
 *
 * Returns the index into @candidates, -1 on error.
 */
gssize bell_owner_rule_pick (BellDefinitions      *definitions,
                             const BellCandidate  *candidates,
                             gsize                 n_candidates,
                             const char           *role,
                             const char           *department,
                             char                **why,
                             GError              **error);

/* Whether ownership may go from one person to the other: both known, not the same, the new one active, and a reason given. */
gboolean bell_owner_rule_may_hand_over (const BellId        *from,
                                        const BellCandidate *to,
                                        const char          *reason,
                                        GError             **error);

G_END_DECLS
