/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-approval-rules.h"
#include "bell-definitions.h"
#include "bell-ladder.h"
#include "bell-mismatch.h"
#include "bell-money-rules.h"
#include "bell-next-action.h"
#include "bell-owner-rule.h"
#include "bell-permissions.h"
#include "bell-quick-entry.h"
#include "bell-status.h"
#include "bell-validation.h"
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

BellDefinitions      *
bell_definitions_new (GHashTable *texts, GError **error)
{ return 0; }

GPtrArray            *
bell_definitions_workflows (BellDefinitions *self)
{ return 0; }

GPtrArray            *
bell_definitions_kinds (BellDefinitions *self)
{ return 0; }

GPtrArray            *
bell_definitions_departments (BellDefinitions *self)
{ return 0; }

GPtrArray            *
bell_definitions_roles (BellDefinitions *self)
{ return 0; }

GPtrArray            *
bell_definitions_ladders (BellDefinitions *self)
{ return 0; }

GPtrArray            *
bell_definitions_calendars (BellDefinitions *self)
{ return 0; }

GPtrArray            *
bell_definitions_templates (BellDefinitions *self)
{ return 0; }

const BellWorkflow   *
bell_definitions_workflow (BellDefinitions *self, const char *id)
{ return 0; }

const BellKind       *
bell_definitions_kind (BellDefinitions *self, const char *id)
{ return 0; }

const BellDepartment *
bell_definitions_department (BellDefinitions *self, const char *id)
{ return 0; }

const BellRole       *
bell_definitions_role (BellDefinitions *self, const char *id)
{ return 0; }

const BellLadder     *
bell_definitions_ladder (BellDefinitions *self, const char *id)
{ return 0; }

const BellCalendar   *
bell_definitions_calendar (BellDefinitions *self, const char *id)
{ return 0; }

const BellTemplate   *
bell_definitions_template (BellDefinitions *self, const char *id)
{ return 0; }

const BellCalendar   *
bell_definitions_calendar_of (BellDefinitions *self, const char *department)
{ return 0; }

gboolean
bell_definitions_mapping_has (BellDefinitions *self, const char *mapping, const char *value)
{ return 0; }

char                 *
bell_definitions_mapping_values (BellDefinitions *self, const char *mapping)
{ return 0; }

gint64
bell_definitions_limit (BellDefinitions *self, const char *role, const char *currency, BellMoneyKind kind)
{ return 0; }

const BellFieldDef   *
bell_kind_field (const BellKind *kind, const char *name)
{ return 0; }

const BellChoice     *
bell_field_def_choice (const BellFieldDef *field, const char *id)
{ return 0; }

const BellChoice     *
bell_kind_category (const BellKind *kind, GHashTable *values)
{ return 0; }

char                 *
bell_kind_fill (const BellKind *kind, const char *pattern, GHashTable *values, const char *room, GTimeZone *zone)
{ return 0; }

char                 *
bell_kind_fill_title (const BellKind *kind, GHashTable *values, const char *room, GTimeZone *zone)
{ return 0; }

GHashTable           *
bell_kind_initial_values (const BellKind *kind)
{ return 0; }

gint64
bell_kind_due (BellDefinitions *self, const BellKind *kind, GHashTable *values, const char *department, gint64 now, GTimeZone *zone)
{ return 0; }

gboolean
bell_template_fill (const BellTemplate *self, const char *language, GHashTable *fill, char **subject, char **body, char ***missing)
{ return 0; }

gboolean
bell_ladder_next (const BellLadder *ladder, const BellCalendar *calendar, gint64 opened_at, gint64 due_at, gint64 paused, int level, gboolean warned, GTimeZone *zone, BellLadderStep *step)
{ return 0; }

gint64
bell_calendar_add (const BellCalendar *calendar, gint64 start, gint64 working, GTimeZone *zone)
{ return 0; }

gint64
bell_calendar_between (const BellCalendar *calendar, gint64 from, gint64 until, GTimeZone *zone)
{ return 0; }

gboolean
bell_calendar_is_open (const BellCalendar *calendar, gint64 at, GTimeZone *zone)
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

void
bell_problem_free (BellProblem *self)
{}

gboolean
bell_validation_check_value (const BellCheckContext *context, const BellFieldDef *field, const char *canonical, GError **error)
{ return 0; }

gboolean
bell_validation_check_item (const BellCheckContext *context, const BellKind *kind, GHashTable *values, GPtrArray **problems)
{ return 0; }

void
bell_validation_set_error (GError **error, GPtrArray *problems)
{}

gboolean
bell_validation_is_email (const char *address)
{ return 0; }

gboolean
bell_validation_is_phone (const char *address)
{ return 0; }

char     **
bell_rooms_expand (const char *rooms)
{ return 0; }

gboolean
bell_rooms_has (const char *rooms, const char *room)
{ return 0; }

gboolean
bell_value_parse (const BellFieldDef *field, const char *typed, const BellValueContext *context, char **canonical, GError **error)
{ return 0; }

char    *
bell_value_format (const BellFieldDef *field, const char *canonical, GTimeZone *zone)
{ return 0; }

char    *
bell_value_to_typed (const BellFieldDef *field, const char *canonical, GTimeZone *zone)
{ return 0; }

gboolean
bell_value_is_valid (BellValueType type, const char *canonical)
{ return 0; }

int
bell_value_compare (BellValueType type, const char *a, const char *b)
{ return 0; }

char    *
bell_value_from_money (gint64 minor, const char *currency)
{ return 0; }

gboolean
bell_value_to_money (const char *canonical, gint64 *minor, char **currency)
{ return 0; }
