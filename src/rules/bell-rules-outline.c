/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-approval-rules.h"
#include "bell-definitions-private.h"
#include "bell-definitions.h"
#include "bell-ladder.h"
#include "bell-mismatch.h"
#include "bell-money-rules.h"
#include "bell-next-action.h"
#include "bell-owner-rule.h"
#include "bell-permissions.h"
#include "bell-quick-entry.h"
#include "bell-status.h"
#include "bell-stay-compare.h"
#include "bell-validation.h"
#include "bell-value-private.h"
#include "bell-value.h"

BellVerdict
bell_approval_rules_judge_edit (BellDefinitions *definitions, const BellKind *kind, const BellFieldDef *field, const char *old_value, const char *new_value, const char *roles, gboolean was_checked, char **role, char **why)
{ return 0; }

BellVerdict
bell_approval_rules_judge_money (BellDefinitions *definitions, BellMoneyKind kind, gint64 minor, const char *currency, const char *roles, char **role, char **why)
{ return 0; }

const BellRole *
bell_approval_rules_role_for (BellDefinitions *definitions, const char *kind, BellMoneyKind money_kind, gint64 minor, const char *currency)
{ return 0; }

gboolean
bell_approval_rules_may_decide (BellDefinitions *definitions, BellApproval *approval, int money_kind, const BellId *staff, const char *roles, const char *department, const char *record_department, GError **error)
{ return 0; }















void
bell_mismatch_free (BellMismatch *self)
{}

GPtrArray *
bell_mismatch_find (BellDefinitions *definitions, BellStay *before, BellStay *after, BellDossier *dossier)
{ return 0; }

char      *
bell_mismatch_tell (GPtrArray *mismatches)
{ return 0; }

gboolean
bell_money_rules_check_line (BellDefinitions *definitions, BellMoneyKind kind, gint64 minor, const char *currency, const char *cause, const char *roles, gboolean *needs_approval, GError **error)
{ return 0; }

gboolean
bell_money_rules_may_reverse (BellMoneyLine *line, const char *reason, GError **error)
{ return 0; }

gboolean
bell_money_rules_may_post (BellMoneyLine *line, BellPosting to, const char *reference, GError **error)
{ return 0; }

gboolean
bell_money_rules_effect (const BellKind *definition, GHashTable *values, BellMoneyKind *kind, gint64 *minor, char **currency)
{ return 0; }

gint64
bell_money_rules_signed (BellMoneyLine *line)
{ return 0; }

void
bell_next_action_free (BellNextAction *self)
{}

BellNextAction *
bell_next_action (BellDefinitions *definitions, BellDossier *dossier, gint64 now)
{ return 0; }

char           *
bell_next_action_tell (BellNextAction *self, const char *who, gint64 now, GTimeZone *zone)
{ return 0; }

int
bell_next_action_rank (gint64 due_a, gint64 due_b, gint64 now)
{ return 0; }

gssize
bell_owner_rule_pick (BellDefinitions *definitions, const BellCandidate *candidates, gsize n_candidates, const char *role, const char *department, char **why, GError **error)
{ return 0; }

gboolean
bell_owner_rule_may_hand_over (const BellId *from, const BellCandidate *to, const char *reason, GError **error)
{ return 0; }

gboolean
bell_permissions_check (BellDefinitions *definitions, const BellAsk *ask, GError **error)
{ return 0; }

gboolean
bell_permissions_has (BellDefinitions *definitions, const char *roles, BellAction action)
{ return 0; }

guint
bell_permissions_classes (BellDefinitions *definitions, const char *roles)
{ return 0; }

int
bell_permissions_reach (BellDefinitions *definitions, const char *roles, BellAction action, const char *kind)
{ return 0; }

gint64
bell_permissions_limit (BellDefinitions *definitions, const char *roles, const char *currency, BellMoneyKind kind)
{ return 0; }

int
bell_permissions_rank (BellDefinitions *definitions, const char *roles)
{ return 0; }

gboolean
bell_roles_has (const char *roles, const char *role)
{ return 0; }

gboolean
bell_permissions_check_role_change (BellDefinitions *definitions, const BellId *actor, const char *actor_roles, const BellId *subject, const char *before, const char *after, GError **error)
{ return 0; }

void
bell_quick_entry_free (BellQuickEntry *self)
{}

BellQuickEntry *
bell_quick_entry_parse (BellDefinitions *definitions, const char *line, const char *rooms, const char * const *people, const char *default_workflow, gint64 now, GTimeZone *zone)
{ return 0; }

void
bell_missing_free (BellMissing *self)
{}

gboolean
bell_status_may_move (BellDefinitions *definitions, BellDossier *dossier, BellStatus to, const char *reason, const char *waits_for, gint64 now, GError **error)
{ return 0; }

gboolean
bell_status_task_may_move (BellTask *task, BellStatus to, const BellId *assignee, const char *reason, const char *waits_for, GError **error)
{ return 0; }

gboolean
bell_status_item_may_move (const BellKind *kind, BellItem *item, BellStatus to, const char *reason, GError **error)
{ return 0; }

gboolean
bell_status_has_step (BellStatus from, BellStatus to)
{ return 0; }

gboolean
bell_status_task_has_step (BellStatus from, BellStatus to)
{ return 0; }

GPtrArray *
bell_status_missing_for_close (BellDefinitions *definitions, BellDossier *dossier, gint64 now)
{ return 0; }

BellStatus
bell_status_settle (BellDefinitions *definitions, BellDossier *dossier)
{ return 0; }
