/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-error.h"
#include "bell-validation.h"
#include "bell-value.h"
#include "rules-common.h"

/* The table of the requirements, row by row. */
static const char *const slot_table[5][BELL_N_SLOTS] = {
  { "property-setup", "data-mapping", "sync-check", "migration-step", "owner-view", "unit-rule" },
  { "guest-request", "pre-arrival-message", "preference-note", "service-recovery", "feedback-score", "campaign-reply" },
  { "post-stay-follow-up", "guest-request", "pre-arrival-message", "preference-note", "service-recovery", "feedback-score" },
  { "loyalty-action", "post-stay-follow-up", "guest-request", "pre-arrival-message", "preference-note", "service-recovery" },
  { "configuration-test", "rollout-status", "property-setup", "data-mapping", "sync-check", "migration-step" },
};
static const char *const prefixes[5] = { "CJ", "CR", "GE", "PK", "BQ" };

static void
test_slot_table (void)
{
  GPtrArray *workflows = bell_definitions_workflows (test_definitions ());

  g_assert_cmpuint (workflows->len, ==, 5);
  for (int i = 0; i < 5; i++)
    {
      const BellWorkflow *workflow = workflows->pdata[i];

      g_assert_cmpstr (workflow->id, ==, test_workflows[i]);
      g_assert_cmpstr (workflow->prefix, ==, prefixes[i]);
      for (int slot = 0; slot < BELL_N_SLOTS; slot++)
        g_assert_cmpstr (workflow->kinds[slot]->id, ==, slot_table[i][slot]);
      g_assert_cmpuint (g_strv_length (workflow->judged_by), ==, 2);
    }
  g_assert_cmpuint (bell_definitions_kinds (test_definitions ())->len, ==, 16);
  g_assert_cmpuint (bell_definitions_departments (test_definitions ())->len, ==, 15);
  g_assert_cmpuint (bell_definitions_roles (test_definitions ())->len, ==, 11);
}

/* N5: in every workflow the validated and the audited kind hold something that is not changed without approval, and the audited one
 * can carry money. */
static void
test_controlled_kinds (void)
{
  for (int i = 0; i < 5; i++)
    {
      const BellWorkflow *workflow = bell_definitions_workflow (test_definitions (), test_workflows[i]);

      for (int slot = BELL_SLOT_VALIDATED; slot <= BELL_SLOT_AUDITED; slot += BELL_SLOT_AUDITED - BELL_SLOT_VALIDATED)
        {
          guint sensitive = 0;

          for (guint j = 0; j < workflow->kinds[slot]->fields->len; j++)
            sensitive += ((BellFieldDef *) workflow->kinds[slot]->fields->pdata[j])->sensitive;
          g_assert_cmpuint (sensitive, >, 0);
        }
      g_assert_nonnull (workflow->kinds[BELL_SLOT_AUDITED]->money_field);
    }
}

static void
test_privacy_classes (void)
{
  GPtrArray *kinds = bell_definitions_kinds (test_definitions ());

  for (guint i = 0; i < kinds->len; i++)
    {
      const BellKind *kind = kinds->pdata[i];

      g_assert_cmpuint (kind->fields->len, >=, 4);
      for (guint j = 0; j < kind->fields->len; j++)
        {
          const BellFieldDef *field = kind->fields->pdata[j];

          /* P2: amounts, contact data and health are never for everybody, and what is of a person goes with the person. */
          if (field->type == BELL_VALUE_MONEY)
            g_assert_cmpint (field->class_, ==, BELL_CLASS_MONEY);
          if (strstr (field->name, "address") != NULL)
            g_assert_cmpint (field->class_, ==, BELL_CLASS_IDENTITY);
          if (strstr (field->name, "private-note") != NULL || strstr (field->name, "access-note") != NULL)
            g_assert_cmpint (field->class_, ==, BELL_CLASS_PRIVATE);
          if (field->class_ == BELL_CLASS_IDENTITY || field->class_ == BELL_CLASS_PRIVATE)
            g_assert_true (field->personal);
        }
    }
}

static void
test_every_kind_has_fitting_values (void)
{
  for (int i = 0; i < 5; i++)
    {
      g_autoptr(BellDossier) dossier = test_dossier (test_workflows[i]);
      g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
      BellCheckContext context = { test_definitions (), dossier, "101-120 412", TEST_NOW, zone };

      for (int slot = 0; slot < BELL_N_SLOTS; slot++)
        {
          g_autoptr(GPtrArray) problems = NULL;
          const BellKind *kind = bell_definitions_kind (test_definitions (), dossier->items[slot]->kind);

          bell_validation_check_item (&context, kind, dossier->items[slot]->values, &problems);
          for (guint j = 0; j < problems->len; j++)
            g_test_message ("%s %s: %s", kind->id, ((BellProblem *) problems->pdata[j])->field,
                            ((BellProblem *) problems->pdata[j])->sentence);
          g_assert_cmpuint (problems->len, ==, 0);
        }
    }
}

/* A text with one thing wrong, and where and what is told. */
static const struct
{
  const char *file;
  const char *from;
  const char *to;
  const char *place;
  const char *what;
} broken[] = {
  { "workflows/crm", "\"prefix\": \"CR\"", "\"prefix\": \"CR\",, ", "workflows/crm.json, line 3", "not valid JSON" },
  { "workflows/crm", "\"prefix\": \"CR\"", "\"prefix\": \"C1\"", "workflows/crm.json, prefix", "cannot begin" },
  { "workflows/crm", "\"prefix\": \"CR\"", "\"prefix\": \"GE\"", "workflows/guest-experience.json, prefix", "already begins" },
  { "workflows/crm", "\"prefix\": \"CR\"", "\"prefixx\": \"CR\"", "workflows/crm.json, prefixx", "no such entry" },
  { "workflows/crm", "\"prefix\": \"CR\",", "", "workflows/crm.json, prefix", "missing" },
  { "workflows/crm", "\"prefix\": \"CR\"", "\"prefix\": 7", "workflows/crm.json, prefix", "not a text" },
  { "workflows/crm", "\"owned\": \"guest-request\"", "\"owned\": \"guest-wish\"", "workflows/crm.json, slots.owned", "no kind “guest-wish”" },
  { "workflows/crm", "\"validated\": \"pre-arrival-message\"", "\"validated\": \"guest-request\"", "workflows/crm.json, slots.validated", "stands in two slots" },
  { "workflows/crm", "\"owner-role\": \"guest-relations\"", "\"owner-role\": \"boss\"", "workflows/crm.json, owner-role", "no role “boss”" },
  { "workflows/crm", "\"position\": 20", "\"position\": \"20\"", "workflows/crm.json, position", "not a number" },
  { "workflows/crm", "\"position\": 20", "\"position\": -1", "workflows/crm.json, position", "not possible" },
  { "workflows/crm", "\"trigger\": \"request\"", "\"trigger\": \"wish\"", "workflows/crm.json, trigger", "“wish” is not known" },
  { "workflows/crm", "\"field\": \"category\"", "\"field\": \"colour\"", "workflows/crm.json, columns[0].field", "no field “colour”" },
  { "workflows/package", "\"needs-stay\": true", "\"needs-stay\": \"yes\"", "workflows/package.json, needs-stay", "neither true nor false" },
  { "kinds/guest-request", "\"type\": \"choice\"", "\"type\": \"choise\"", "kinds/guest-request.json, fields[0].type", "“choise” is not known" },
  { "kinds/guest-request", "\"name\": \"text\"", "\"name\": \"category\"", "kinds/guest-request.json, fields[1].name", "defined twice" },
  { "kinds/guest-request", "\"id\": \"cleaning\"", "\"id\": \"amenities\"", "kinds/guest-request.json, fields[0].choices[1].id", "defined twice" },
  { "kinds/guest-request", "\"department\": \"laundry\"", "\"department\": \"linen\"", "kinds/guest-request.json, fields[0].choices[2].department", "no department “linen”" },
  { "kinds/guest-request", "\"due-field\": \"promised-time\"", "\"due-field\": \"text\"", "kinds/guest-request.json, due-field", "wrong type" },
  { "kinds/guest-request", "\"one-of\": \"rooms\"", "\"one-of\": \"chambers\"", "kinds/guest-request.json, fields[2].one-of", "no mapping “chambers”" },
  { "kinds/guest-request", "\"prefill\": \"stay.room\"", "\"prefill\": \"stay.colour\"", "kinds/guest-request.json, fields[2].prefill", "to take a value from" },
  { "kinds/guest-request", "\"op\": \"equal\"", "\"op\": \"like\"", "kinds/guest-request.json, fields[2].stay[0].op", "“like” is not known" },
  { "kinds/guest-request", "\"initial\": \"false\"", "\"initial\": \"no\"", "kinds/guest-request.json, fields[7].initial", "cannot be the value" },
  { "kinds/guest-request", "\"other\": \"chargeable\"", "\"other\": \"charged\"", "kinds/guest-request.json, checks[0].other", "no field “charged”" },
  { "kinds/guest-request", "\"depends-on\": [\"room\"", "\"depends-on\": [\"weather\"", "kinds/guest-request.json, depends-on", "to depend on" },
  { "kinds/property-setup", "[A-Z0-9]{2,6}", "[A-Z0-9{2,6}", "kinds/property-setup.json, fields[1].pattern", "cannot be understood" },
  { "kinds/property-setup", "\"min\": 1, \"max\": 5000", "\"min\": 6000, \"max\": 5000", "kinds/property-setup.json, fields[2].min", "Nothing lies" },
  { "roles", "\"rank\": 10", "\"rank\": 1000", "roles.json, roles[0].rank", "not possible" },
  { "roles", "\"actions\": [\"task\"]", "\"actions\": [\"dance\"]", "roles.json, packages[0].actions", "no action “dance”" },
  { "roles", "\"classes\": [\"ops\"]", "\"classes\": [\"secret\"]", "roles.json, roles[0].classes", "no class “secret”" },
  { "departments", "\"calendar\": \"housekeeping\"", "\"calendar\": \"moon\"", "departments.json, departments[3].calendar", "no calendar “moon”" },
  { "departments", "\"id\": \"laundry\"", "\"id\": \"housekeeping\"", "departments.json, departments[4].id", "defined twice" },
  { "departments", "\"id\": \"laundry\"", "\"id\": \"Big Laundry\"", "departments.json, departments[4].id", "cannot be an id" },
  { "ladders", "\"after-minutes\": 15, \"role\": \"duty-manager\", \"text\": \"A quarter", "\"after-minutes\": 0, \"role\": \"duty-manager\", \"text\": \"A quarter", "ladders.json, ladders[0].levels[1].after-minutes", "do not rise" },
  { "ladders", "\"from\": \"due\"", "\"from\": \"birth\"", "ladders.json, ladders[0].from", "“birth” is not known" },
  { "calendars", "08:30-12:30", "8.30-12.30", "calendars.json, calendars[1].week.monday", "opening time" },
  { "calendars", "\"12-26\"", "\"13-26\"", "calendars.json, calendars[1].holidays", "“13-26” is not a day" },
  { "limits", "\"amount\": \"30.00\"", "\"amount\": \"thirty\"", "limits.json, limits[0].amount", "not an amount" },
  { "limits", "\"refund\", \"write-off\"", "\"refund\", \"refund\"", "limits.json, limits[0].kinds", "given twice" },
  { "limits", "\"role\": \"front-desk\"", "\"role\": \"cook\"", "limits.json, limits[0].role", "no role “cook”" },
  { "mappings", "\"ar\", \"cs\"", "\"cs\", \"cs\"", "mappings.json, mappings[0].values", "stands there twice" },
  { "templates", "\"kind\": \"pre-arrival-message\"", "\"kind\": \"poem\"", "templates.json, templates[0].kind", "no kind “poem”" },
  { "templates", "\"en\": \"Your stay", "\"es\": \"Your stay", "templates.json, templates[0].subject.en", "missing" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr(GHashTable) texts = test_texts ();
      g_autoptr(GError) error = NULL;
      g_autoptr(BellDefinitions) definitions = NULL;
      GString *text = g_string_new (g_hash_table_lookup (texts, broken[i].file));
      gsize before = text->len;

      g_test_message ("%s: %s", broken[i].file, broken[i].to);
      g_assert_cmpuint (g_string_replace (text, broken[i].from, broken[i].to, 1), ==, 1);
      g_assert_true (before != text->len || !g_str_equal (text->str, (char *) g_hash_table_lookup (texts, broken[i].file)));
      g_hash_table_insert (texts, g_strdup (broken[i].file), g_string_free (text, FALSE));

      definitions = bell_definitions_new (texts, &error);
      g_assert_null (definitions);
      g_test_message ("→ %s", error->message);
      g_assert_true (g_str_has_prefix (error->message, broken[i].place));
      g_assert_nonnull (strstr (error->message, broken[i].what));
      test_refused (&error, BELL_ERROR_INPUT);
    }
}

static void
test_missing_file (void)
{
  static const char *const names[] = { "roles", "calendars", "departments", "ladders", "mappings", "limits", "templates" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GHashTable) texts = test_texts ();
      g_autoptr(GError) error = NULL;

      g_hash_table_remove (texts, names[i]);
      g_assert_null (bell_definitions_new (texts, &error));
      g_assert_true (g_str_has_prefix (error->message, names[i]));
      test_refused (&error, BELL_ERROR_INPUT);
    }
}

/* Not even half a file, cut anywhere, does more than give an error. */
static void
test_cut_files (void)
{
  g_autoptr(GHashTable) whole = test_texts ();
  GHashTableIter iter;
  const char *name;
  const char *text;

  g_hash_table_iter_init (&iter, whole);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &text))
    {
      g_autoptr(GHashTable) texts = test_texts ();
      g_autoptr(GError) error = NULL;

      g_hash_table_insert (texts, g_strdup (name), g_strndup (text, g_test_rand_int_range (0, strlen (text) - 3)));
      g_assert_null (bell_definitions_new (texts, &error));
      test_refused (&error, BELL_ERROR_INPUT);
    }
}

static void
test_sixth_workflow (void)
{
  g_autoptr(GHashTable) texts = test_texts ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BellDefinitions) definitions = NULL;
  const BellWorkflow *workflow;

  g_hash_table_insert (texts, g_strdup ("workflows/lost-and-found"), test_data ("lost-and-found.json"));
  g_hash_table_insert (texts, g_strdup ("kinds/found-item"), test_data ("found-item.json"));
  definitions = bell_definitions_new (texts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bell_definitions_workflows (definitions)->len, ==, 6);
  workflow = bell_definitions_workflow (definitions, "lost-and-found");
  g_assert_cmpstr (workflow->prefix, ==, "LF");
  g_assert_cmpstr (workflow->kinds[BELL_SLOT_OWNED]->id, ==, "found-item");
  g_assert_true (workflow->kinds[BELL_SLOT_ALERTED] == bell_definitions_kind (definitions, "post-stay-follow-up"));
}

static void
test_own_copy (void)
{
  g_autoptr(GHashTable) texts = test_texts ();
  g_autoptr(BellDefinitions) definitions = NULL;
  GString *text = g_string_new (g_hash_table_lookup (texts, "limits"));

  g_string_replace (text, "\"30.00\"", "\"45.00\"", 1);
  g_hash_table_insert (texts, g_strdup ("limits"), g_string_free (text, FALSE));
  definitions = bell_definitions_new (texts, NULL);
  g_assert_cmpint (bell_definitions_limit (definitions, "front-desk", "EUR", BELL_MONEY_KIND_REFUND), ==, 4500);
  g_assert_cmpint (bell_definitions_limit (test_definitions (), "front-desk", "EUR", BELL_MONEY_KIND_REFUND), ==, 3000);
  g_assert_cmpint (bell_definitions_limit (test_definitions (), "front-desk", "JPY", BELL_MONEY_KIND_REFUND), ==, 5000);
  g_assert_cmpint (bell_definitions_limit (test_definitions (), "front-desk", "CHF", BELL_MONEY_KIND_REFUND), ==, 0);
  g_assert_cmpint (bell_definitions_limit (test_definitions (), "general-manager", "CHF", BELL_MONEY_KIND_REFUND), ==, -1);
  g_assert_cmpint (bell_definitions_limit (test_definitions (), "line-staff", "EUR", BELL_MONEY_KIND_COST), ==, 0);
}

static void
test_template (void)
{
  const BellTemplate *template = bell_definitions_template (test_definitions (), "pre-arrival");
  static const char *const languages[] = { "en", "de", "pt" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(GHashTable) fill = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autofree char *subject = NULL, *body = NULL, *half_subject = NULL, *half_body = NULL;
      g_auto(GStrv) missing = NULL;
      g_auto(GStrv) none = NULL;

      test_set (fill, "hotel", "Hotel Luz");
      test_set (fill, "arrival", "20 Nov");
      test_set (fill, "guest", "Ana Reis");
      g_assert_true (bell_template_fill (template, languages[i], fill, &half_subject, &half_body, &missing));
      g_assert_cmpuint (g_strv_length (missing), ==, 1);
      g_assert_cmpstr (missing[0], ==, "check-in-time");
      test_set (fill, "check-in-time", "15:00");
      g_assert_true (bell_template_fill (template, languages[i], fill, &subject, &body, &none));
      g_assert_null (none);
      g_assert_null (strchr (body, '{'));
      g_assert_nonnull (strstr (body, "15:00"));
      g_assert_nonnull (strstr (subject, "Hotel Luz"));
    }
  {
    g_autofree char *subject = NULL, *body = NULL;

    g_assert_true (bell_template_fill (template, "xx", NULL, &subject, &body, NULL));
    g_assert_true (g_str_has_prefix (body, "Dear"));
  }
}

static void
test_titles_and_prefill (void)
{
  const BellKind *request = bell_definitions_kind (test_definitions (), "guest-request");
  const BellKind *message = bell_definitions_kind (test_definitions (), "pre-arrival-message");
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Lisbon");
  g_autoptr(BellDossier) dossier = test_dossier ("crm");
  g_autoptr(GHashTable) values = bell_kind_initial_values (message);
  g_autoptr(GHashTable) empty = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *title = bell_kind_fill_title (request, dossier->items[0]->values, "412", zone);
  g_autofree char *bare = bell_kind_fill_title (request, empty, NULL, zone);
  g_autofree char *closed = bell_kind_fill (request, "{quantity} {text} ({room}), {price}", empty, NULL, zone);

  g_assert_cmpstr (title, ==, "5 Some words");
  g_assert_cmpstr (bare, ==, "Guest request");
  g_assert_cmpstr (closed, ==, "");

  /* 72 hours before noon of the day of arrival; at once when that is past. */
  bell_kind_prefill (message, dossier->stay, NULL, 0, zone, values);
  g_assert_cmpstr (g_hash_table_lookup (values, "arrival"), ==, "2026-11-20");
  g_assert_cmpstr (g_hash_table_lookup (values, "send-time"), ==, "2026-11-17T12:00:00Z");
  g_assert_cmpstr (g_hash_table_lookup (values, "template"), ==, "pre-arrival");
  g_hash_table_remove (values, "send-time");
  bell_kind_prefill (message, dossier->stay, NULL, TEST_NOW, zone, values);
  g_assert_cmpstr (g_hash_table_lookup (values, "send-time"), ==, "2026-11-22T14:00:00Z");
}

/* When work is promised: what was said, else the minutes of the category in the hours of its department. */
static const struct
{
  const char *kind;
  const char *field;
  const char *value;
  gint64 opened;
  const char *due;
} dues[] = {
  { "guest-request", "category", "amenities", TEST_NOW, "2026-11-22T14:15:00Z" },
  { "guest-request", "category", "maintenance", TEST_NOW, "2026-11-22T15:00:00Z" },
  { "guest-request", "category", "amenities", TEST_NOW + 9 * BELL_HOUR, "2026-11-23T07:15:00Z" },
  { "guest-request", "category", "internet", TEST_NOW, "2026-11-23T09:00:00Z" },
  { "guest-request", "promised-time", "2026-11-23T01:00:00Z", TEST_NOW, "2026-11-23T01:00:00Z" },
  { "rollout-status", "go-live", "2026-12-01", TEST_NOW, "2026-12-01T18:00:00Z" },
  { "service-recovery", "severity", "high", TEST_NOW, "2026-11-22T16:00:00Z" },
  { "feedback-score", "score", "3", TEST_NOW, "2026-11-23T14:00:00Z" },
};

static void
test_dues (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      const BellKind *kind = bell_definitions_kind (test_definitions (), dues[i].kind);
      g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autofree char *due = NULL;

      test_set (values, dues[i].field, dues[i].value);
      due = bell_time_to_iso8601 (bell_kind_due (test_definitions (), kind, values, NULL, dues[i].opened, zone));
      g_assert_cmpstr (due, ==, dues[i].due);
    }
}

void
add_definitions_tests (void)
{
  g_test_add_func ("/rules/definitions/slot-table", test_slot_table);
  g_test_add_func ("/rules/definitions/controlled-kinds", test_controlled_kinds);
  g_test_add_func ("/rules/definitions/privacy-classes", test_privacy_classes);
  g_test_add_func ("/rules/definitions/fitting-values", test_every_kind_has_fitting_values);
  g_test_add_func ("/rules/definitions/broken", test_broken);
  g_test_add_func ("/rules/definitions/missing-file", test_missing_file);
  g_test_add_func ("/rules/definitions/cut-files", test_cut_files);
  g_test_add_func ("/rules/definitions/sixth-workflow", test_sixth_workflow);
  g_test_add_func ("/rules/definitions/own-copy", test_own_copy);
  g_test_add_func ("/rules/definitions/dues", test_dues);
  g_test_add_func ("/rules/definitions/template", test_template);
  g_test_add_func ("/rules/definitions/titles-and-prefill", test_titles_and_prefill);
}
