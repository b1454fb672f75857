/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-ctl.h"

static const BellCtlColumn exception_columns[] = {
  { "number", N_("Number") },
  { "impact", N_("Impact") },
  { "state", N_("State") },
  { "cause", N_("Cause") },
  { "note", N_("Note") },
  { "raised_name", N_("By") },
  { "raised_at", N_("When") },
  { "id", N_("Exception") },
  { NULL }
};

static const BellCtlColumn approval_columns[] = {
  { "number", N_("Number") },
  { "state", N_("State") },
  { "kind", N_("Kind") },
  { "field", N_("Field") },
  { "old_value", N_("Old") },
  { "new_value", N_("New") },
  { "proposed_name", N_("By") },
  { "reason", N_("Reason") },
  { "id", N_("Proposal") },
  { NULL }
};

static const BellCtlOption raise_options[] = {
  { "cause", "cause", NULL, "TEXT", N_("What is unusual") },
  { "note", "note", NULL, "TEXT", N_("Why; compulsory") },
  { "impact", "impact", NULL, "ID", N_("What the guest feels: none, low, medium, high") },
  { "amount", "amount", NULL, "AMOUNT", N_("Money concerned") },
  { "currency", "currency", NULL, "CODE", N_("Currency; the hotel’s otherwise") },
  { NULL }
};

static const BellCtlOption review_options[] = {
  { "decision", "decision", NULL, "ID", N_("accept, correct, compensate or escalate") },
  { "comment", "comment", NULL, "TEXT", N_("The manager’s comment; compulsory") },
  { NULL }
};

static const BellCtlOption list_options[] = {
  { "all", "all", "yes", NULL, N_("Also those that have been dealt with") },
  { "workflow", "workflow", NULL, "ID", N_("Only this workflow") },
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlOption reason_options[] = {
  { "reason", "reason", NULL, "TEXT", N_("Why; compulsory for a refusal") },
  { NULL }
};

static const BellCtlVerb raise_verb = { "exception.raise", { "record" } };
static const BellCtlVerb review_verb = { "exception.review", { "exception" } };
static const BellCtlVerb approve_verb = { "approval.decide", { "approval" }, { "approve", "true" } };
static const BellCtlVerb reject_verb = { "approval.decide", { "approval" }, { "approve", "false" } };
static const BellCtlVerb withdraw_verb = { "approval.withdraw", { "approval" } };
static const BellCtlList exception_list = { BELL_LIST_EXCEPTIONS, exception_columns };
static const BellCtlList approval_list = { BELL_LIST_APPROVALS, approval_columns };

const BellCtlCommand bell_ctl_approval_commands[] = {
  { "exception raise", "RECORD --cause TEXT --note TEXT --impact ID", N_("Raises an exception on a record; a manager is told."), raise_options, 1, 1, bell_ctl_do_verb, &raise_verb },
  { "exception review", "EXCEPTION --decision ID --comment TEXT", N_("Reviews an exception that somebody else raised."), review_options, 1, 1, bell_ctl_do_verb, &review_verb },
  { "exception list", "", N_("Lists exceptions that wait for a review."), list_options, 0, 0, bell_ctl_do_list, &exception_list },
  { "approve", "PROPOSAL", N_("Approves what somebody else proposed."), reason_options, 1, 1, bell_ctl_do_verb, &approve_verb },
  { "reject", "PROPOSAL --reason TEXT", N_("Refuses what somebody else proposed."), reason_options, 1, 1, bell_ctl_do_verb, &reject_verb },
  { "withdraw", "PROPOSAL", N_("Takes a proposal of your own back."), NULL, 1, 1, bell_ctl_do_verb, &withdraw_verb },
  { "approvals", "", N_("Lists proposals that wait."), list_options, 0, 0, bell_ctl_do_list, &approval_list },
  { NULL }
};
