/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"
#include "bell-dossier.h"

G_BEGIN_DECLS

/**
 * BellMissing:
 * @code: "owner", "check", "approval", "exception", "task", "alerted", "blocked"
 * @sentence: what is missing
 * @slot: the slot concerned, or -1
 * @entity: the task, exception or approval concerned, or none
 * @staff: who can do it, or none for anybody of @role or @department
 * @role: (nullable): role that can do it
 * @department: (nullable): department that does it
 * @command: what to do, such as "check", "task-done", "unblock-task", "review", "decide", "item-complete", "unblock", "own"
 *
 * One thing that must be done before a record can be closed.
 */
typedef struct
{
  const char *code;
  char *sentence;
  int slot;
  BellId entity;
  BellId staff;
  char *role;
  char *department;
  const char *command;
} BellMissing;

void bell_missing_free (BellMissing *self);

/**
 * bell_status_may_move:
 * @reason: (nullable): needed to block, to reopen, and to go back from approved
 * @waits_for: (nullable): needed to block: whom or what the record waits for
 * @error: BELL_ERROR_REFUSED; the sentence says what is missing, the hint the way forward
 *
 * Whether a record may go to @to:
 *
 *   new → pending, approved (checked value, nothing waits for approval), blocked, complete
 *   pending → approved, blocked, complete; approved → pending (reason), blocked, complete
 *   blocked → the status before it, or pending; complete → pending (reason): reopening
 *
 * Nothing goes to complete while bell_status_missing_for_close () names anything.
 */
gboolean   bell_status_may_move          (BellDefinitions  *definitions,
                                          BellDossier      *dossier,
                                          BellStatus        to,
                                          const char       *reason,
                                          const char       *waits_for,
                                          gint64            now,
                                          GError          **error);

/**
 * bell_status_task_may_move:
 * @assignee: who will be the assignee after the step, or NULL for none
 *
 * The same for a task: new ⇄ pending ⇄ approved; each of them → blocked (reason, waits for) and complete
 * (needs an assignee); blocked → new, pending, approved; complete → pending (reason).
 */
gboolean   bell_status_task_may_move     (BellTask         *task,
                                          BellStatus        to,
                                          const BellId     *assignee,
                                          const char       *reason,
                                          const char       *waits_for,
                                          GError          **error);

/* The same for an item (its completing needs values that were checked): like a task without assignee. @kind is the item's. */
gboolean   bell_status_item_may_move     (const BellKind   *kind,
                                          BellItem         *item,
                                          BellStatus        to,
                                          const char       *reason,
                                          GError          **error);

/* Whether the table has such a step at all, whatever the guards say: for menus and drop targets. */
gboolean   bell_status_has_step          (BellStatus        from,
                                          BellStatus        to);
gboolean   bell_status_task_has_step     (BellStatus        from,
                                          BellStatus        to);

/* What is missing before the record can be closed; of BellMissing, most pressing first; empty when it can. (transfer full) */
GPtrArray *bell_status_missing_for_close (BellDefinitions  *definitions,
                                          BellDossier      *dossier,
                                          gint64            now);

/* The status a record ought to have by itself after a change: approved once the value is checked and nothing waits for an
 * approval, pending once anything was begun or a check was lost. Never touches blocked and complete. */
BellStatus bell_status_settle            (BellDefinitions  *definitions,
                                          BellDossier      *dossier);

G_END_DECLS
