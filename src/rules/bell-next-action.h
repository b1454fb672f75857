/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"
#include "bell-dossier.h"

G_BEGIN_DECLS

/**
 * BellNextAction:
 * @code: "own", "unblock", "decide", "review", "mismatch", "check", "fill", "task", "alerted", "close"
 * @sentence: what is to be done, without "Next:", such as "check the guest request"
 * @button: words of the button that does it
 * @command: what the button does: as BellMissing has it, or "edit" (fill), "task-take" (new → pending), "mismatch", "close"
 * @slot: slot concerned, or -1
 * @entity: task, exception or approval concerned, or none
 * @staff: who must act; none when anybody of @role
 * @role: (nullable): role that must act
 * @department: (nullable): department that must act
 * @due: by when; 0 none
 * @why_open: (nullable): why the record cannot be closed yet, one sentence; NULL when closing is the next action
 *
 * Who does what by when, and why the record cannot be closed yet.
 */
typedef struct
{
  const char *code;
  char *sentence;
  char *button;
  const char *command;
  int slot;
  BellId entity;
  BellId staff;
  char *role;
  char *department;
  gint64 due;
  char *why_open;
} BellNextAction;

void            bell_next_action_free (BellNextAction  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellNextAction, bell_next_action_free)

/* The next action of an open record, always; NULL for a complete one. (transfer full) */
BellNextAction *bell_next_action      (BellDefinitions *definitions,
                                       BellDossier     *dossier,
                                       gint64           now);

/* "Next: check the guest request — Anna Weber, 8 min late"; (transfer full). @who: (nullable): name of the person or role. */
char           *bell_next_action_tell (BellNextAction  *self,
                                       const char      *who,
                                       gint64           now,
                                       GTimeZone       *zone);

/* Orders two next actions for one list: what is late first (longest first), then by due time, then those without. */
int             bell_next_action_rank (gint64           due_a,
                                       gint64           due_b,
                                       gint64           now);

G_END_DECLS
