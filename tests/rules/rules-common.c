/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-error.h"
#include "bell-value.h"
#include "rules-common.h"

const char *const test_workflows[5] = { "customer-journey", "crm", "guest-experience", "package", "boutique" };

static BellDefinitions *shipped;

static void
read_folder (GHashTable *texts,
             const char *prefix)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DESKBELL_SOURCE_ROOT"), "data", "definitions", prefix, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *stem = NULL;
      char *text = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      stem = g_strndup (name, strlen (name) - strlen (".json"));
      g_hash_table_insert (texts, g_strconcat (prefix, prefix[0] != '\0' ? "/" : "", stem, NULL), text);
    }
}

GHashTable *
test_texts (void)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  read_folder (texts, "");
  read_folder (texts, "kinds");
  read_folder (texts, "workflows");
  return texts;
}

BellDefinitions *
test_definitions (void)
{
  if (shipped == NULL)
    {
      g_autoptr(GHashTable) texts = test_texts ();
      g_autoptr(GError) error = NULL;

      shipped = bell_definitions_new (texts, &error);
      g_assert_no_error (error);
    }
  return shipped;
}

void
test_clear (void)
{
  g_clear_object (&shipped);
}

char *
test_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("DESKBELL_SOURCE_ROOT"), "tests", "rules", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

BellId
test_id (guint number)
{
  BellId id = { { 1, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, number >> 24, number >> 16, number >> 8, number } };

  return id;
}

/* Values that the rules of each kind accept for the stay of test_dossier (); fields that are not named get a plain one of their type. */
static const struct
{
  const char *kind;
  const char *field;
  const char *value;
} fitting[] = {
  { "guest-request", "room", "412" },
  { "guest-request", "promised-time", "2026-11-22T18:00:00Z" },
  { "pre-arrival-message", "template", "pre-arrival" },
  { "pre-arrival-message", "language", "de" },
  { "pre-arrival-message", "arrival", "2026-11-20" },
  { "pre-arrival-message", "send-time", "2026-11-17T12:00:00Z" },
  { "pre-arrival-message", "address", "ana@example.org" },
  { "preference-note", "for-date", "2026-11-21" },
  { "post-stay-follow-up", "due", "2026-11-27T12:00:00Z" },
  { "post-stay-follow-up", "address", "ana@example.org" },
  { "campaign-reply", "consent", "false" },
  { "loyalty-action", "programme", "Group Rewards" },
  { "loyalty-action", "number", "GR12345" },
  { "property-setup", "code", "HLX" },
  { "property-setup", "currency", "EUR" },
  { "property-setup", "zone", "Europe/Lisbon" },
  { "data-mapping", "outside-system", "hotel system" },
  { "data-mapping", "transaction-code", "1000" },
  { "data-mapping", "unmapped", "0" },
  { "sync-check", "outside-system", "hotel system" },
  { "sync-check", "counted-there", "7" },
  { "sync-check", "counted-here", "5" },
  { "sync-check", "difference", "2" },
  { "migration-step", "rows-read", "100" },
  { "migration-step", "rows-taken", "98" },
  { "migration-step", "rows-refused", "2" },
  { "owner-view", "period-start", "2026-10-01" },
  { "owner-view", "period-end", "2026-10-31" },
  { "unit-rule", "valid-from", "2026-12-01" },
  { "unit-rule", "valid-to", "2027-12-01" },
  { "rollout-status", "department", "housekeeping" },
  { "rollout-status", "trained", "1" },
  { "rollout-status", "people", "3" },
};

static const char *
plain_value (const BellFieldDef *field)
{
  switch (field->type)
    {
    case BELL_VALUE_CHOICE:
      return ((BellChoice *) field->choices->pdata[0])->id;
    case BELL_VALUE_NUMBER:
    case BELL_VALUE_SCORE:
      return "5";
    case BELL_VALUE_MONEY:
      return "1200 EUR";
    case BELL_VALUE_DATE:
      return "2026-11-22";
    case BELL_VALUE_TIME:
      return "12:00";
    case BELL_VALUE_DATETIME:
      return "2026-11-22T10:00:00Z";
    case BELL_VALUE_YES_NO:
      return "true";
    case BELL_VALUE_TEXT:
      return "Some words";
    case BELL_VALUE_GUEST:
    case BELL_VALUE_STAY:
    case BELL_VALUE_STAFF:
    default:
      return "01890000-0000-7000-8000-000000000001";
    }
}

GHashTable *
test_values (const char *kind_id)
{
  const BellKind *kind = bell_definitions_kind (test_definitions (), kind_id);
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_assert_nonnull (kind);
  for (guint i = 0; i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];
      const char *value = plain_value (field);

      for (guint j = 0; j < G_N_ELEMENTS (fitting); j++)
        if (g_str_equal (fitting[j].kind, kind_id) && g_str_equal (fitting[j].field, field->name))
          value = fitting[j].value;
      test_set (values, field->name, value);
    }
  return values;
}

static BellStay *
make_stay (void)
{
  BellStay *stay = g_object_new (BELL_TYPE_STAY, NULL);
  BellId id = test_id (50);

  bell_entity_set_id (BELL_ENTITY (stay), &id);
  stay->confirmation = g_strdup ("C1");
  stay->surname = g_strdup ("Reis");
  stay->room = g_strdup ("412");
  stay->arrival = g_strdup ("2026-11-20");
  stay->departure = g_strdup ("2026-11-25");
  stay->status = BELL_STAY_STATUS_IN_HOUSE;
  return stay;
}

BellDossier *
test_dossier (const char *workflow_id)
{
  const BellWorkflow *workflow = bell_definitions_workflow (test_definitions (), workflow_id);
  BellDossier *dossier = bell_dossier_new ();
  BellRecord *record = g_object_new (BELL_TYPE_RECORD, NULL);
  BellId id = test_id (1);

  g_assert_nonnull (workflow);
  bell_entity_set_id (BELL_ENTITY (record), &id);
  record->workflow = g_strdup (workflow_id);
  record->number = g_strdup_printf ("%s-1", workflow->prefix);
  record->status = BELL_STATUS_APPROVED;
  record->owner = test_id (100);
  record->owner_name = g_strdup ("Ana Reis");
  record->owner_role = g_strdup (workflow->owner_role);
  record->department = g_strdup (workflow->department);
  record->opened_at = TEST_NOW - BELL_HOUR;
  record->due_at = TEST_NOW + BELL_HOUR;
  g_set_object (&dossier->record, record);
  g_object_unref (record);

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      BellItem *item = g_object_new (BELL_TYPE_ITEM, NULL);
      BellId item_id = test_id (10 + slot);

      bell_entity_set_id (BELL_ENTITY (item), &item_id);
      item->slot = slot;
      item->kind = g_strdup (workflow->kinds[slot]->id);
      item->values = test_values (item->kind);
      item->checked_at = TEST_NOW - BELL_MINUTE;
      item->status = slot == BELL_SLOT_ALERTED ? BELL_STATUS_COMPLETE : BELL_STATUS_APPROVED;
      dossier->items[slot] = item;
    }

  dossier->stay = make_stay ();
  return dossier;
}

void
test_refused (GError **error,
              int      code)
{
  g_assert_error (*error, BELL_ERROR, code);
  g_assert_cmpstr ((*error)->message, !=, "");
  g_assert_nonnull (bell_error_get_hint (*error));
  g_clear_error (error);
}
