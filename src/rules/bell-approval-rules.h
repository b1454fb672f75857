/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"
#include "bell-record-parts.h"

G_BEGIN_DECLS

/**
 * BellVerdict:
 * @BELL_VERDICT_DIRECT: takes effect at once
 * @BELL_VERDICT_PROPOSE: becomes a proposal that somebody else decides
 */
typedef enum
{
  BELL_VERDICT_DIRECT,
  BELL_VERDICT_PROPOSE,
} BellVerdict;

/**
 * bell_approval_rules_judge_edit:
 * @field: a field of @kind
 * @old_value: (nullable): canonical
 * @new_value: (nullable): canonical
 * @roles: of the author
 * @was_checked: the item's values were confirmed at any time before
 * @role: (out) (transfer full) (nullable): for a proposal, the lowest role that may decide it
 * @why: (out) (optional) (transfer full) (nullable): for a proposal, the sentence
 *
 * A change of a sensitive field after the first check is a proposal, and so is an amount above the
 * author's limit in that currency. An unchanged value is direct.
 */
BellVerdict bell_approval_rules_judge_edit  (BellDefinitions     *definitions,
                                             const BellKind      *kind,
                                             const BellFieldDef  *field,
                                             const char          *old_value,
                                             const char          *new_value,
                                             const char          *roles,
                                             gboolean             was_checked,
                                             char               **role,
                                             char               **why);

/* The same for a money line of @minor (its size counts). */
BellVerdict bell_approval_rules_judge_money (BellDefinitions     *definitions,
                                             BellMoneyKind        kind,
                                             gint64               minor,
                                             const char          *currency,
                                             const char          *roles,
                                             char               **role,
                                             char               **why);

/* The lowest role that may approve and whose limit suffices; NULL when no role has it. Owned by @definitions. */
const BellRole *bell_approval_rules_role_for (BellDefinitions    *definitions,
                                             const char          *kind,
                                             BellMoneyKind        money_kind,
                                             gint64               minor,
                                             const char          *currency);

/* Whether this person may decide the proposal: not its author, a role that approves this kind and sees the class, a
 * sufficient limit. @money_kind is that of the waiting line, or -1 for a field. BELL_ERROR_FORBIDDEN or REFUSED (decided already). */
gboolean    bell_approval_rules_may_decide  (BellDefinitions     *definitions,
                                             BellApproval        *approval,
                                             int                  money_kind,
                                             const BellId        *staff,
                                             const char          *roles,
                                             const char          *department,
                                             const char          *record_department,
                                             GError             **error);

G_END_DECLS
