/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"
#include "bell-record-parts.h"

G_BEGIN_DECLS

/**
 * bell_money_rules_check_line:
 * @minor: above 0
 * @cause: why; compulsory
 * @roles: of the author; must be allowed to add money to the record
 * @needs_approval: (out): the amount is above the author's limit, so the line waits for somebody else
 *
 * Whether a line may be added. BELL_ERROR_INPUT for a bad amount, currency or cause.
 */
gboolean bell_money_rules_check_line   (BellDefinitions  *definitions,
                                        BellMoneyKind     kind,
                                        gint64            minor,
                                        const char       *currency,
                                        const char       *cause,
                                        const char       *roles,
                                        gboolean         *needs_approval,
                                        GError          **error);

/* Lines are reversed whole, once, with a reason; a reversal is not reversed. BELL_ERROR_REFUSED. */
gboolean bell_money_rules_may_reverse  (BellMoneyLine    *line,
                                        const char       *reason,
                                        GError          **error);

/* open → approved → posted (needs a reference) → reconciled; approved → open takes an approval back. BELL_ERROR_REFUSED. */
gboolean bell_money_rules_may_post     (BellMoneyLine    *line,
                                        BellPosting       to,
                                        const char       *reference,
                                        GError          **error);

/**
 * bell_money_rules_effect:
 * @values: of the item
 * @kind: (out): line kind; @minor, @currency: (out) (transfer full)
 *
 * The money line that a completed item becomes; FALSE when it has no money effect.
 */
gboolean bell_money_rules_effect       (const BellKind   *definition,
                                        GHashTable       *values,
                                        BellMoneyKind    *kind,
                                        gint64           *minor,
                                        char            **currency);

/* What a line does to the hotel's result: charges and deposits add, refunds, costs and write-offs take away; reversals the other way. */
gint64   bell_money_rules_signed       (BellMoneyLine    *line);

G_END_DECLS
