/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-approval-rules.h"
#include "bell-error.h"
#include "bell-money-rules.h"
#include "bell-permissions.h"
#include "bell-value.h"
#include "rules-common.h"

/* Edits: who, which field, from and to, checked before or not; what becomes of them and who decides at least. */
static const struct
{
  const char *roles;
  const char *kind;
  const char *field;
  const char *from;
  const char *to;
  gboolean was_checked;
  BellVerdict verdict;
  const char *decides;
} edits[] = {
  { "front-desk", "guest-request", "promised-time", "2026-11-22T18:00:00Z", "2026-11-22T19:00:00Z", FALSE, BELL_VERDICT_DIRECT, NULL },
  { "front-desk", "guest-request", "promised-time", "2026-11-22T18:00:00Z", "2026-11-22T19:00:00Z", TRUE, BELL_VERDICT_PROPOSE, "supervisor" },
  { "general-manager", "guest-request", "promised-time", "2026-11-22T18:00:00Z", NULL, TRUE, BELL_VERDICT_PROPOSE, "supervisor" },
  { "front-desk", "guest-request", "promised-time", "2026-11-22T18:00:00Z", "2026-11-22T18:00:00Z", TRUE, BELL_VERDICT_DIRECT, NULL },
  { "front-desk", "guest-request", "text", "towels", "pillows", TRUE, BELL_VERDICT_DIRECT, NULL },
  { "front-desk", "service-recovery", "compensation", NULL, "3000 EUR", FALSE, BELL_VERDICT_DIRECT, NULL },
  { "front-desk", "service-recovery", "compensation", NULL, "3001 EUR", FALSE, BELL_VERDICT_PROPOSE, "supervisor" },
  { "front-desk", "service-recovery", "compensation", NULL, "15001 EUR", FALSE, BELL_VERDICT_PROPOSE, "finance" },
  { "front-desk", "service-recovery", "compensation", NULL, "60001 EUR", FALSE, BELL_VERDICT_PROPOSE, "general-manager" },
  { "front-desk", "service-recovery", "compensation", NULL, "1 CHF", FALSE, BELL_VERDICT_PROPOSE, "general-manager" },
  { "front-desk", "service-recovery", "compensation", NULL, "5000 JPY", FALSE, BELL_VERDICT_DIRECT, NULL },
  { "supervisor", "service-recovery", "compensation", NULL, "15000 EUR", FALSE, BELL_VERDICT_DIRECT, NULL },
  { "general-manager", "service-recovery", "compensation", NULL, "9999900 EUR", FALSE, BELL_VERDICT_DIRECT, NULL },
  { "general-manager", "service-recovery", "compensation", "100 EUR", "200 EUR", TRUE, BELL_VERDICT_PROPOSE, "supervisor" },
  { "set-up-lead", "data-mapping", "own-code", "101", "102", TRUE, BELL_VERDICT_PROPOSE, "supervisor" },
  { "set-up-lead", "rollout-status", "stage", "pilot", "live", TRUE, BELL_VERDICT_PROPOSE, "supervisor" },
  { "finance", "unit-rule", "commission", "10", "12", TRUE, BELL_VERDICT_PROPOSE, "supervisor" },
};

static void
test_edits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      const BellKind *kind = bell_definitions_kind (test_definitions (), edits[i].kind);
      g_autofree char *role = NULL;
      g_autofree char *why = NULL;
      BellVerdict verdict = bell_approval_rules_judge_edit (test_definitions (), kind, bell_kind_field (kind, edits[i].field), edits[i].from,
                                                            edits[i].to, edits[i].roles, edits[i].was_checked, &role, &why);

      g_test_message ("%s %s.%s → %s", edits[i].roles, edits[i].kind, edits[i].field, edits[i].to);
      g_assert_cmpint (verdict, ==, edits[i].verdict);
      g_assert_cmpstr (role, ==, edits[i].decides);
      g_assert_cmpint (why != NULL, ==, verdict == BELL_VERDICT_PROPOSE);
    }
}

/* M3, in each of the five: every sensitive field of the validated and the audited kind, once checked, is proposed, whoever edits it. */
static void
test_sensitive_everywhere (void)
{
  GPtrArray *roles = bell_definitions_roles (test_definitions ());

  for (int i = 0; i < 5; i++)
    for (int slot = BELL_SLOT_VALIDATED; slot <= BELL_SLOT_AUDITED; slot += BELL_SLOT_AUDITED - BELL_SLOT_VALIDATED)
      {
        const BellKind *kind = bell_definitions_workflow (test_definitions (), test_workflows[i])->kinds[slot];

        for (guint j = 0; j < kind->fields->len * roles->len; j++)
          {
            const BellFieldDef *field = kind->fields->pdata[j / roles->len];
            const BellRole *author = roles->pdata[j % roles->len];
            g_autofree char *role = NULL;
            g_autofree char *why = NULL;
            BellVerdict verdict = bell_approval_rules_judge_edit (test_definitions (), kind, field, "a", "b", author->id, TRUE, &role, &why);

            g_assert_cmpint (verdict, ==, field->sensitive ? BELL_VERDICT_PROPOSE : BELL_VERDICT_DIRECT);
            g_assert_cmpint (role != NULL, ==, field->sensitive);
          }
      }
}

static void
test_decide (void)
{
  static const struct
  {
    const char *roles;
    const char *department;
    gint64 minor;
    BellClass class_;
    gboolean may;
  } cases[] = {
    { "supervisor", "housekeeping", 0, BELL_CLASS_OPS, TRUE },
    { "supervisor", "spa", 0, BELL_CLASS_OPS, FALSE },
    { "supervisor", "housekeeping", 15000, BELL_CLASS_MONEY, TRUE },
    { "supervisor", "housekeeping", 15001, BELL_CLASS_MONEY, FALSE },
    { "supervisor", "housekeeping", 0, BELL_CLASS_PRIVATE, FALSE },
    { "duty-manager", NULL, 60000, BELL_CLASS_MONEY, TRUE },
    { "duty-manager", NULL, 60001, BELL_CLASS_MONEY, FALSE },
    { "duty-manager", NULL, 0, BELL_CLASS_PRIVATE, TRUE },
    { "general-manager", NULL, 99999999, BELL_CLASS_MONEY, TRUE },
    { "front-desk", "housekeeping", 0, BELL_CLASS_OPS, FALSE },
    { "guest-relations", NULL, 0, BELL_CLASS_OPS, FALSE },
    { "administrator", NULL, 0, BELL_CLASS_OPS, FALSE },
    { "finance", NULL, 60000, BELL_CLASS_MONEY, TRUE },
    { "finance", NULL, 0, BELL_CLASS_IDENTITY, FALSE },
  };
  BellId author = test_id (1);
  BellId other = test_id (2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int state = 0; state < 4; state++)
      for (int self = 0; self < 2; self++)
        {
          g_autoptr(BellApproval) approval = g_object_new (BELL_TYPE_APPROVAL, NULL);
          g_autoptr(GError) error = NULL;
          gboolean wanted = cases[i].may && state == BELL_APPROVAL_STATE_OPEN && !self;

          approval->kind = g_strdup ("service-recovery");
          approval->class_ = cases[i].class_;
          approval->minor = cases[i].minor;
          approval->currency = g_strdup ("EUR");
          approval->proposed_by = author;
          approval->state = state;
          g_assert_cmpint (bell_approval_rules_may_decide (test_definitions (), approval, -1, self ? &author : &other, cases[i].roles,
                                                           cases[i].department, "housekeeping", &error),
                           ==, wanted);
          if (!wanted)
            test_refused (&error, state != BELL_APPROVAL_STATE_OPEN ? BELL_ERROR_REFUSED : BELL_ERROR_FORBIDDEN);
        }
}

/* B2: the limit of each role, in each currency that has limits, to the cent. */
static void
test_limits (void)
{
  static const struct
  {
    const char *role;
    gint64 refund[4];
  } limits[] = {
    { "line-staff", { 0, 0, 0, 0 } },
    { "front-desk", { 3000, 3000, 2500, 5000 } },
    { "guest-relations", { 3000, 3000, 2500, 5000 } },
    { "supervisor", { 15000, 15000, 13000, 25000 } },
    { "duty-manager", { 60000, 65000, 50000, 100000 } },
    { "general-manager", { -1, -1, -1, -1 } },
    { "set-up-lead", { 0, 0, 0, 0 } },
    { "administrator", { 0, 0, 0, 0 } },
  };
  static const char *const currencies[] = { "EUR", "USD", "GBP", "JPY" };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    for (guint j = 0; j < G_N_ELEMENTS (currencies); j++)
      {
        gint64 limit = limits[i].refund[j];
        gint64 amount = limit < 0 ? 1000000 : MAX (limit, 1);
        gboolean needs = FALSE;

        g_assert_cmpint (bell_permissions_limit (test_definitions (), limits[i].role, currencies[j], BELL_MONEY_KIND_REFUND), ==, limit);
        g_assert_true (bell_money_rules_check_line (test_definitions (), BELL_MONEY_KIND_REFUND, amount, currencies[j], "Room not ready",
                                                    limits[i].role, &needs, NULL));
        g_assert_cmpint (needs, ==, limit == 0);
        g_assert_true (bell_money_rules_check_line (test_definitions (), BELL_MONEY_KIND_REFUND, amount + 1, currencies[j], "Room not ready",
                                                    limits[i].role, &needs, NULL));
        g_assert_cmpint (needs, ==, limit >= 0);
      }
}

static void
test_lines (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency;
    const char *cause;
  } bad[] = {
    { 0, "EUR", "Room not ready" },
    { -5, "EUR", "Room not ready" },
    { G_MAXINT64, "EUR", "Room not ready" },
    { 5, "EURO", "Room not ready" },
    { 5, NULL, "Room not ready" },
    { 5, "EUR", "" },
    { 5, "EUR", NULL },
    { 5, "EUR", "xxx" },
  };
  gboolean needs = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (bell_money_rules_check_line (test_definitions (), BELL_MONEY_KIND_COST, bad[i].minor, bad[i].currency, bad[i].cause,
                                                   "general-manager", &needs, &error));
      test_refused (&error, BELL_ERROR_INPUT);
    }
}

static void
test_posting (void)
{
  for (int from = 0; from < 4; from++)
    for (int to = 0; to < 4; to++)
      for (int reference = 0; reference < 2; reference++)
        {
          g_autoptr(BellMoneyLine) line = g_object_new (BELL_TYPE_MONEY_LINE, NULL);
          g_autoptr(GError) error = NULL;
          gboolean wanted = (to == from + 1 && (to != BELL_POSTING_POSTED || reference)) ||
                            (from == BELL_POSTING_APPROVED && to == BELL_POSTING_OPEN);

          line->posting = from;
          g_assert_cmpint (bell_money_rules_may_post (line, to, reference ? "V-17" : " ", &error), ==, wanted);
          if (!wanted)
            test_refused (&error, BELL_ERROR_REFUSED);
        }
}

static void
test_reversal (void)
{
  for (int bits = 0; bits < 8; bits++)
    {
      g_autoptr(BellMoneyLine) line = g_object_new (BELL_TYPE_MONEY_LINE, NULL);
      g_autoptr(GError) error = NULL;

      line->reversed = bits & 1;
      line->reverses = (bits & 2) != 0 ? test_id (1) : BELL_ID_NONE;
      g_assert_cmpint (bell_money_rules_may_reverse (line, (bits & 4) != 0 ? "" : "Wrong room", &error), ==, bits == 0);
      if (bits != 0)
        test_refused (&error, BELL_ERROR_REFUSED);
      line->minor = 500;
      line->kind = BELL_MONEY_KIND_CHARGE;
      g_assert_cmpint (bell_money_rules_signed (line), ==, 500);
      line->kind = BELL_MONEY_KIND_REFUND;
      g_assert_cmpint (bell_money_rules_signed (line), ==, -500);
      line->minor = -500;
      g_assert_cmpint (bell_money_rules_signed (line), ==, 500);
    }
}

/* N3: what each audited kind means in money. */
static void
test_effect (void)
{
  static const struct
  {
    const char *kind;
    const char *choice;
    int line;
  } effects[] = {
    { "unit-rule", "deposit", BELL_MONEY_KIND_DEPOSIT },
    { "unit-rule", "none", -1 },
    { "campaign-reply", NULL, BELL_MONEY_KIND_CHARGE },
    { "feedback-score", NULL, BELL_MONEY_KIND_COST },
    { "service-recovery", "refund", BELL_MONEY_KIND_REFUND },
    { "service-recovery", "write-off", BELL_MONEY_KIND_WRITE_OFF },
    { "service-recovery", "none", -1 },
    { "migration-step", NULL, BELL_MONEY_KIND_COST },
    { "preference-note", NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      const BellKind *kind = bell_definitions_kind (test_definitions (), effects[i].kind);
      g_autoptr(GHashTable) values = test_values (effects[i].kind);
      g_autofree char *currency = NULL;
      BellMoneyKind line = 0;
      gint64 minor = 0;

      if (effects[i].choice != NULL)
        test_set (values, kind->money_kind_field, effects[i].choice);
      g_assert_cmpint (bell_money_rules_effect (kind, values, &line, &minor, &currency), ==, effects[i].line >= 0);
      if (effects[i].line < 0)
        continue;
      g_assert_cmpint (line, ==, effects[i].line);
      g_assert_cmpint (minor, ==, 1200);
      g_assert_cmpstr (currency, ==, "EUR");
    }
}

void
add_approval_tests (void)
{
  g_test_add_func ("/rules/approval/edits", test_edits);
  g_test_add_func ("/rules/approval/sensitive-everywhere", test_sensitive_everywhere);
  g_test_add_func ("/rules/approval/decide", test_decide);
  g_test_add_func ("/rules/money/limits", test_limits);
  g_test_add_func ("/rules/money/lines", test_lines);
  g_test_add_func ("/rules/money/posting", test_posting);
  g_test_add_func ("/rules/money/reversal", test_reversal);
  g_test_add_func ("/rules/money/effect", test_effect);
}
