/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-error.h"
#include "bell-validation.h"
#include "bell-value.h"
#include "rules-common.h"

static const BellFieldDef *
field_of (const char *kind,
          const char *field)
{
  const BellFieldDef *found = bell_kind_field (bell_definitions_kind (test_definitions (), kind), field);

  g_assert_nonnull (found);
  return found;
}

/* What a person types into a field, and what is kept; code -1: accepted. Now is Sunday 2026-11-22 15:00 in Berlin; the hotel's money is EUR. */
static const struct
{
  const char *kind;
  const char *field;
  const char *typed;
  const char *canonical;
  int code;
} typed[] = {
  { "guest-request", "text", "  two\ttowels ", "two\ttowels", -1 },
  { "guest-request", "text", "   ", NULL, -1 },
  { "guest-request", "category", "amenities", "amenities", -1 },
  { "guest-request", "category", "towels AND Amenities", "amenities", -1 },
  { "guest-request", "category", "towel", NULL, BELL_ERROR_INPUT },
  { "guest-request", "quantity", "007", "7", -1 },
  { "guest-request", "quantity", "1 000", "1000", -1 },
  { "guest-request", "quantity", "2.5", NULL, BELL_ERROR_INPUT },
  { "guest-request", "quantity", "two", NULL, BELL_ERROR_INPUT },
  { "guest-request", "quantity", "-", NULL, BELL_ERROR_INPUT },
  { "guest-request", "quantity", "1e3", NULL, BELL_ERROR_INPUT },
  { "guest-request", "quantity", "99999999999999999999", NULL, BELL_ERROR_INPUT },
  { "property-setup", "tax", "7,50", "7.5", -1 },
  { "property-setup", "tax", "7.5 %", "7.5", -1 },
  { "property-setup", "tax", "-0.0", "0", -1 },
  { "guest-request", "price", "120", "12000 EUR", -1 },
  { "guest-request", "price", "120,5", "12050 EUR", -1 },
  { "guest-request", "price", "€ 120.50", "12050 EUR", -1 },
  { "guest-request", "price", "120.50 usd", "12050 USD", -1 },
  { "guest-request", "price", "JPY 5000", "5000 JPY", -1 },
  { "guest-request", "price", "JPY 5000.5", NULL, BELL_ERROR_INPUT },
  { "guest-request", "price", "120.505", NULL, BELL_ERROR_INPUT },
  { "guest-request", "price", "12 XXQ", NULL, BELL_ERROR_INPUT },
  { "guest-request", "price", "much", NULL, BELL_ERROR_INPUT },
  { "rollout-status", "go-live", "2026-12-01", "2026-12-01", -1 },
  { "rollout-status", "go-live", "1.12.2026", "2026-12-01", -1 },
  { "rollout-status", "go-live", "24.12.", "2026-12-24", -1 },
  { "rollout-status", "go-live", "today", "2026-11-22", -1 },
  { "rollout-status", "go-live", "Tomorrow", "2026-11-23", -1 },
  { "rollout-status", "go-live", "+10", "2026-12-02", -1 },
  { "rollout-status", "go-live", "25/12/2026", "2026-12-25", -1 },
  { "rollout-status", "go-live", "12/25/2026", "2026-12-25", -1 },
  { "rollout-status", "go-live", "05/05/2026", "2026-05-05", -1 },
  { "rollout-status", "go-live", "05/06/2026", NULL, BELL_ERROR_AMBIGUOUS },
  { "rollout-status", "go-live", "30.2.2026", NULL, BELL_ERROR_INPUT },
  { "rollout-status", "go-live", "soon", NULL, BELL_ERROR_INPUT },
  { "guest-request", "promised-time", "19:00", "2026-11-22T18:00:00Z", -1 },
  { "guest-request", "promised-time", "9:00", "2026-11-23T08:00:00Z", -1 },
  { "guest-request", "promised-time", "7pm", "2026-11-22T18:00:00Z", -1 },
  { "guest-request", "promised-time", "2026-11-24 08:15", "2026-11-24T07:15:00Z", -1 },
  { "guest-request", "promised-time", "2026-07-24 08:15", "2026-07-24T06:15:00Z", -1 },
  { "guest-request", "promised-time", "24.11.2026 8:15", "2026-11-24T07:15:00Z", -1 },
  { "guest-request", "promised-time", "tomorrow 8:15", "2026-11-23T07:15:00Z", -1 },
  { "guest-request", "promised-time", "2026-11-24T07:15:00Z", "2026-11-24T07:15:00Z", -1 },
  { "guest-request", "promised-time", "2026-11-24", NULL, BELL_ERROR_INPUT },
  { "guest-request", "promised-time", "25:00", NULL, BELL_ERROR_INPUT },
  { "guest-request", "promised-time", "later", NULL, BELL_ERROR_INPUT },
  { "guest-request", "chargeable", "Y", "true", -1 },
  { "guest-request", "chargeable", "no", "false", -1 },
  { "guest-request", "chargeable", "maybe", NULL, BELL_ERROR_INPUT },
  { "feedback-score", "score", "8.5", "8.5", -1 },
};

static void
test_typed (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  BellValueContext context = { zone, "EUR", TEST_NOW };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const BellFieldDef *field = field_of (typed[i].kind, typed[i].field);
      g_autofree char *canonical = NULL;
      g_autofree char *again = NULL;
      g_autofree char *shown = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", typed[i].typed);
      g_assert_cmpint (bell_value_parse (field, typed[i].typed, &context, &canonical, &error), ==, typed[i].code == -1);
      g_assert_cmpstr (canonical, ==, typed[i].canonical);
      if (typed[i].code != -1)
        {
          g_assert_true (g_str_has_prefix (error->message, field->label));
          test_refused (&error, typed[i].code);
          continue;
        }
      if (canonical == NULL)
        continue;

      /* What is kept is well formed, can be shown, and comes back the same when it is shown in an entry. */
      g_assert_true (bell_value_is_valid (field->type, canonical));
      shown = bell_value_to_typed (field, canonical, zone);
      g_assert_true (bell_value_parse (field, shown, &context, &again, NULL));
      g_assert_cmpstr (again, ==, canonical);
      g_clear_pointer (&shown, g_free);
      shown = bell_value_format (field, canonical, zone);
      g_assert_cmpstr (shown, !=, "");
    }
}

/* The repeated hour of the clock change comes back as it was. */
static void
test_repeated_hour (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  const BellFieldDef *field = field_of ("guest-request", "promised-time");
  BellValueContext context = { zone, "EUR", TEST_NOW };
  static const char *const instants[] = { "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2027-03-28T00:59:00Z", "2026-11-22T14:00:07Z" };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autofree char *shown = bell_value_to_typed (field, instants[i], zone);
      g_autofree char *again = NULL;

      g_assert_true (bell_value_parse (field, shown, &context, &again, NULL));
      g_assert_cmpstr (again, ==, instants[i]);
    }
}

static void
test_compare (void)
{
  static const struct
  {
    BellValueType type;
    const char *less;
    const char *more;
  } pairs[] = {
    { BELL_VALUE_NUMBER, "9", "10" },
    { BELL_VALUE_NUMBER, "-2", "1.5" },
    { BELL_VALUE_MONEY, "900 EUR", "1000 EUR" },
    { BELL_VALUE_MONEY, "9000 EUR", "1 USD" },
    { BELL_VALUE_DATE, "2026-02-01", "2026-10-01" },
    { BELL_VALUE_DATETIME, "2026-02-01T00:00:00Z", "2026-02-01T00:00:00.5Z" },
    { BELL_VALUE_TIME, "09:00", "19:00" },
    { BELL_VALUE_TEXT, NULL, "a" },
    { BELL_VALUE_YES_NO, "false", "true" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpint (bell_value_compare (pairs[i].type, pairs[i].less, pairs[i].more), ==, -1);
      g_assert_cmpint (bell_value_compare (pairs[i].type, pairs[i].more, pairs[i].less), ==, 1);
      g_assert_cmpint (bell_value_compare (pairs[i].type, pairs[i].more, pairs[i].more), ==, 0);
    }
}

/* A valid item of each kind with one value put wrong (NULL: taken out); the field that is told. */
static const struct
{
  const char *workflow;
  BellSlot slot;
  const char *field;
  const char *value;
  const char *told;
} wrong[] = {
  { "crm", BELL_SLOT_OWNED, "text", NULL, "text" },
  { "crm", BELL_SLOT_OWNED, "room", "413", "room" },
  { "crm", BELL_SLOT_OWNED, "room", "9999", "room" },
  { "crm", BELL_SLOT_OWNED, "quantity", "0", "quantity" },
  { "crm", BELL_SLOT_OWNED, "quantity", "1000", "quantity" },
  { "crm", BELL_SLOT_OWNED, "quantity", "many", "quantity" },
  { "crm", BELL_SLOT_OWNED, "category", "spaceship", "category" },
  { "crm", BELL_SLOT_OWNED, "price", NULL, "price" },
  { "crm", BELL_SLOT_OWNED, "price", "-5 EUR", "price" },
  { "crm", BELL_SLOT_OWNED, "price", "500 XYZ", "price" },
  { "crm", BELL_SLOT_OWNED, "promised-time", "2026-11-26T08:00:00Z", "promised-time" },
  { "crm", BELL_SLOT_OWNED, "colour", "blue", "colour" },
  { "crm", BELL_SLOT_VALIDATED, "arrival", "2026-11-21", "arrival" },
  { "crm", BELL_SLOT_VALIDATED, "send-time", "2026-11-20T08:00:00Z", "send-time" },
  { "crm", BELL_SLOT_VALIDATED, "address", "ana@example", "address" },
  { "crm", BELL_SLOT_VALIDATED, "address", "ana example@example.org", "address" },
  { "crm", BELL_SLOT_VALIDATED, "channel", "sms", "address" },
  { "crm", BELL_SLOT_VALIDATED, "body", "Dear {guest}", "body" },
  { "crm", BELL_SLOT_VALIDATED, "consent", "false", "consent" },
  { "crm", BELL_SLOT_VALIDATED, "language", "tlh", "language" },
  { "crm", BELL_SLOT_VALIDATED, "template", "poem", "template" },
  { "crm", BELL_SLOT_AUDITED, "replied", "2026-11-22T15:00:00Z", "replied" },
  { "crm", BELL_SLOT_ALERTED, "score", "101", "score" },
  { "crm", BELL_SLOT_ALERTED, "score", "10.5", "score" },
  { "guest-experience", BELL_SLOT_AUDITED, "score", "85", "score" },
  { "guest-experience", BELL_SLOT_OWNED, "due", "2026-11-25T10:00:00Z", "due" },
  { "guest-experience", BELL_SLOT_EXCEPTION, "for-date", "2026-11-26", "for-date" },
  { "guest-experience", BELL_SLOT_EXCEPTION, "for-date", "2026-11-19", "for-date" },
  { "guest-experience", BELL_SLOT_ALERTED, "steps", NULL, "steps" },
  { "package", BELL_SLOT_OWNED, "programme", "Nobody's Miles", "programme" },
  { "package", BELL_SLOT_OWNED, "number", "gr-1", "number" },
  { "package", BELL_SLOT_AUDITED, "happened", NULL, "happened" },
  { "customer-journey", BELL_SLOT_OWNED, "code", "hl", "code" },
  { "customer-journey", BELL_SLOT_OWNED, "currency", "ABC", "currency" },
  { "customer-journey", BELL_SLOT_VALIDATED, "unmapped", "3", "unmapped" },
  { "customer-journey", BELL_SLOT_TRACKED, "difference", "3", "difference" },
  { "customer-journey", BELL_SLOT_EXCEPTION, "rows-refused", "1", "rows-refused" },
  { "customer-journey", BELL_SLOT_ALERTED, "period-end", "2026-09-30", "period-end" },
  { "customer-journey", BELL_SLOT_AUDITED, "commission", NULL, "commission" },
  { "customer-journey", BELL_SLOT_AUDITED, "valid-to", "2026-11-30", "valid-to" },
  { "boutique", BELL_SLOT_VALIDATED, "trained", "4", "trained" },
  { "boutique", BELL_SLOT_VALIDATED, "department", "engine room", "department" },
  { "boutique", BELL_SLOT_OWNED, "tested-time", "2026-11-23T10:00:00Z", "tested-time" },
};

static void
test_wrong (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(BellDossier) dossier = test_dossier (wrong[i].workflow);
      BellCheckContext context = { test_definitions (), dossier, "101-120 412 413", TEST_NOW, zone };
      BellItem *item = dossier->items[wrong[i].slot];
      const BellKind *kind = bell_definitions_kind (test_definitions (), item->kind);
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(GError) error = NULL;
      const BellProblem *first;

      g_test_message ("%s %s: %s", kind->id, wrong[i].field, wrong[i].value);
      if (wrong[i].value != NULL)
        test_set (item->values, wrong[i].field, wrong[i].value);
      else
        g_hash_table_remove (item->values, wrong[i].field);
      if (g_str_equal (wrong[i].field, "price") && wrong[i].value == NULL)
        test_set (item->values, "chargeable", "true");

      g_assert_false (bell_validation_check_item (&context, kind, item->values, &problems));
      g_assert_cmpuint (problems->len, ==, 1);
      first = problems->pdata[0];
      g_assert_cmpstr (first->field, ==, wrong[i].told);
      g_assert_cmpstr (first->sentence, !=, "");
      g_assert_nonnull (first->remedy);
      bell_validation_set_error (&error, problems);
      test_refused (&error, BELL_ERROR_INPUT);
    }
}

static void
test_addresses (void)
{
  static const char *const good[] = { "a@b.io", "ana.reis+hotel@mail.example.org", "jürgen@müller.de", "o'hara@example.ie" };
  static const char *const bad[] = { "", "a", "a@b", "@b.io", "a b@c.io", "a@b..io", "a@-b.io", "a@b.io,c@d.io", "a@b.i0" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (bell_validation_is_email (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (bell_validation_is_email (bad[i]));
  g_assert_false (bell_validation_is_email (NULL));
  g_assert_true (bell_validation_is_phone ("+49 (30) 123-4567"));
  g_assert_false (bell_validation_is_phone ("12345"));
  g_assert_false (bell_validation_is_phone ("call me 1234567"));
  g_assert_false (bell_validation_is_phone ("1234567890123456"));
}

static void
test_rooms (void)
{
  g_auto(GStrv) rooms = bell_rooms_expand ("101-103, 008-010 PH1 A-B");
  g_autofree char *joined = g_strjoinv (" ", rooms);
  static const char *const not_there[] = { "10", "8", "104", "0101", "ph1", "PH", "", "008-010", "1012" };

  g_assert_cmpstr (joined, ==, "101 102 103 008 009 010 PH1 A-B");
  for (int i = 0; rooms[i] != NULL; i++)
    g_assert_true (bell_rooms_has ("101-103, 008-010 PH1 A-B", rooms[i]));
  for (guint i = 0; i < G_N_ELEMENTS (not_there); i++)
    g_assert_false (bell_rooms_has ("101-103, 008-010 PH1 A-B", not_there[i]));
  g_assert_false (bell_rooms_has (NULL, "101"));
}

void
add_values_tests (void)
{
  g_test_add_func ("/rules/values/typed", test_typed);
  g_test_add_func ("/rules/values/repeated-hour", test_repeated_hour);
  g_test_add_func ("/rules/values/compare", test_compare);
  g_test_add_func ("/rules/validation/wrong", test_wrong);
  g_test_add_func ("/rules/validation/addresses", test_addresses);
  g_test_add_func ("/rules/validation/rooms", test_rooms);
}
