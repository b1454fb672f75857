/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"
#include "bell-id.h"

G_BEGIN_DECLS

/* What a person may do; roles.json names them by nick. */
typedef enum
{
  BELL_ACTION_VIEW,               /* "view": see records and items of a kind */
  BELL_ACTION_CREATE,             /* "create": open a record whose owned kind it is */
  BELL_ACTION_EDIT,               /* "edit": change values */
  BELL_ACTION_CHECK,              /* "check": confirm the values of an item */
  BELL_ACTION_MOVE,               /* "move": status of records and items; block, close */
  BELL_ACTION_REOPEN,             /* "reopen" */
  BELL_ACTION_OWN,                /* "own": hand over ownership */
  BELL_ACTION_TASK,               /* "task": see and move tasks, write progress notes */
  BELL_ACTION_ASSIGN,             /* "assign": create tasks and give them to others */
  BELL_ACTION_RAISE,              /* "raise": an exception */
  BELL_ACTION_REVIEW,             /* "review": an exception */
  BELL_ACTION_PROPOSE,            /* "propose": a change that somebody else approves */
  BELL_ACTION_APPROVE,            /* "approve": decide a proposal */
  BELL_ACTION_SEE_MONEY,          /* "see-money": lists and totals of money lines */
  BELL_ACTION_ADD_MONEY,          /* "add-money" */
  BELL_ACTION_REVERSE_MONEY,      /* "reverse-money" */
  BELL_ACTION_POST_MONEY,         /* "post-money": post and reconcile */
  BELL_ACTION_MESSAGE,            /* "message": draft and send to guests */
  BELL_ACTION_FEEDBACK,           /* "feedback": record feedback */
  BELL_ACTION_SPOT_CHECK,         /* "spot-check" */
  BELL_ACTION_HANDOVER,           /* "handover": sign the shift handover */
  BELL_ACTION_REPORT,             /* "report" */
  BELL_ACTION_SEE_STAYS,          /* "see-stays" */
  BELL_ACTION_SEE_GUESTS,         /* "see-guests" */
  BELL_ACTION_IMPORT,             /* "import": stays, feedback, guests */
  BELL_ACTION_MANAGE_STAFF,       /* "manage-staff" */
  BELL_ACTION_MANAGE_SHIFTS,      /* "manage-shifts" */
  BELL_ACTION_MANAGE_ROLES,       /* "manage-roles": give people roles */
  BELL_ACTION_CHANGE_DEFINITIONS, /* "change-definitions": kinds, departments, limits, ladders, … */
  BELL_ACTION_AUDIT,              /* "audit": read, verify and export the journal */
  BELL_ACTION_ERASE,              /* "erase": a guest */
  BELL_ACTION_EXPORT_GUEST,       /* "export-guest": all that is known of a guest */
  BELL_ACTION_REVEAL,             /* "reveal": a masked value, journalled */
  BELL_ACTION_BACKUP,             /* "backup": and restore */
  BELL_ACTION_SYNC,               /* "sync": enrol this computer */
} BellAction;

#define BELL_TYPE_ACTION (bell_action_get_type ())
GType bell_action_get_type (void);

#define BELL_N_ACTIONS (BELL_ACTION_SYNC + 1)

/* Name for people, translated: "approve proposals". */
const char *bell_action_label (BellAction action);

/**
 * BellAsk:
 * @roles: role ids of the person, separated by spaces
 * @department: (nullable): the person's department
 * @action: what the person wants to do
 * @kind: (nullable): on which kind; NULL for what concerns no kind (import, staff, …)
 * @class_: class of the value; %BELL_CLASS_OPS when no value is concerned
 * @of_department: (nullable): department of the record or task; NULL when it has none
 * @is_own: the person owns the record or is the task's assignee
 *
 * A question to the permissions. Zero members are the broadest question: use designated initializers.
 */
typedef struct
{
  const char *roles;
  const char *department;
  BellAction action;
  const char *kind;
  BellClass class_;
  const char *of_department;
  gboolean is_own;
} BellAsk;

/* BELL_ERROR_FORBIDDEN with a sentence and, as the hint, who can do it. Unknown roles grant nothing.
 * Only people whose role needs a kind may view or edit it (P1); an owner may always view what they own, within their classes. */
gboolean    bell_permissions_check        (BellDefinitions  *definitions,
                                           const BellAsk    *ask,
                                           GError          **error);

/* Whether the person may do it at all, to anything: what the window offers. */
gboolean    bell_permissions_has          (BellDefinitions  *definitions,
                                           const char       *roles,
                                           BellAction        action);

/* The classes that any of the roles sees, as bits (BELL_CLASS_BIT). */
guint       bell_permissions_classes      (BellDefinitions  *definitions,
                                           const char       *roles);

/* How far the roles reach with @action on @kind (nullable): -1 not at all, else a BellReach. For filtering lists. */
int         bell_permissions_reach        (BellDefinitions  *definitions,
                                           const char       *roles,
                                           BellAction        action,
                                           const char       *kind);

/* The highest limit of the roles in minor units: -1 no limit, 0 none at all. */
gint64      bell_permissions_limit        (BellDefinitions  *definitions,
                                           const char       *roles,
                                           const char       *currency,
                                           BellMoneyKind     kind);

/* The highest rank of the roles; 0 for none. */
int         bell_permissions_rank         (BellDefinitions  *definitions,
                                           const char       *roles);

gboolean    bell_roles_has                (const char       *roles,
                                           const char       *role);

/**
 * bell_permissions_check_role_change:
 * @actor: who changes; @actor_roles: with which roles
 * @subject: whose roles change; none for a new person
 * @before: (nullable): roles until now; @after: roles from now on
 *
 * Nobody changes their own roles, nobody touches a person above their own rank or gives a role above it,
 * and every role must exist. The administrator manages people of any rank but may not give rights to themselves.
 */
gboolean    bell_permissions_check_role_change (BellDefinitions  *definitions,
                                                const BellId     *actor,
                                                const char       *actor_roles,
                                                const BellId     *subject,
                                                const char       *before,
                                                const char       *after,
                                                GError          **error);

G_END_DECLS
