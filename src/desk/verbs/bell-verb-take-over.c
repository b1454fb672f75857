/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-status.h"
#include "bell-text.h"
#include "bell-validation.h"
#include "bell-value.h"
#include "bell-verbs.h"

/* A slot's item as it was in the older program: its values, confirmed and finished by the owner. */
static BellItem *
read_item (BellVisit       *visit,
           BellDossier     *dossier,
           const BellKind  *kind,
           BellSlot         slot,
           GError         **error)
{
  BellRecord *record = dossier->record;
  g_autofree char *prefix = g_strdup_printf ("slot.%s.", bell_enum_nick (BELL_TYPE_SLOT, slot));
  g_autoptr(GPtrArray) names = bell_command_names (visit->command, prefix);
  g_autoptr(BellItem) item = g_object_new (BELL_TYPE_ITEM, NULL);
  BellValueContext context = { visit->zone, visit->currency, visit->now };

  item->slot = slot;
  item->kind = g_strdup (kind->id);
  item->values = bell_kind_initial_values (kind);
  item->status = BELL_STATUS_COMPLETE;
  item->checked_at = item->completed_at = record->closed_at;
  item->checked_by = item->completed_by = record->owner;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = (const char *) names->pdata[i] + strlen (prefix);
      const BellFieldDef *field = bell_kind_field (kind, name);
      g_autofree char *canonical = NULL;

      if (field == NULL)
        {
          bell_error_set (error, BELL_ERROR_INPUT, NULL, _("“%s” has no field “%s”."), kind->name, name);
          return NULL;
        }
      if (!bell_value_parse (field, bell_command_get (visit->command, names->pdata[i]), &context, &canonical, error))
        return NULL;
      if (canonical != NULL)
        g_hash_table_replace (item->values, g_strdup (name), g_steal_pointer (&canonical));
    }
  return g_steal_pointer (&item);
}

static gboolean
read_items (BellVisit           *visit,
            BellDossier         *dossier,
            const BellWorkflow  *workflow,
            GError             **error)
{
  BellCheckContext checks = { visit->definitions, dossier, visit->rooms, visit->now, visit->zone };

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      g_autofree char *prefix = g_strdup_printf ("slot.%s.", bell_enum_nick (BELL_TYPE_SLOT, slot));
      g_autoptr(GPtrArray) names = bell_command_names (visit->command, prefix);
      g_autoptr(GPtrArray) problems = NULL;

      if (names->len == 0)
        continue;
      dossier->items[slot] = read_item (visit, dossier, workflow->kinds[slot], slot, error);
      if (dossier->items[slot] == NULL)
        return FALSE;
      if (!bell_validation_check_item (&checks, workflow->kinds[slot], dossier->items[slot]->values, &problems))
        {
          bell_validation_set_error (error, problems);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_record (BellVisit           *visit,
             BellDossier         *dossier,
             const BellWorkflow  *workflow,
             GError             **error)
{
  g_autoptr(BellStaff) owner = bell_visit_find (visit, "person", BELL_TYPE_STAFF, error);
  BellRecord *record = dossier->record;

  if (owner == NULL || bell_visit_need (visit, "title", error) == NULL ||
      !bell_visit_read_instant (visit, "opened", &record->opened_at, error) ||
      !bell_visit_read_instant (visit, "closed", &record->closed_at, error) ||
      (bell_command_get (visit->command, "stay") != NULL &&
       (dossier->stay = bell_visit_find (visit, "stay", BELL_TYPE_STAY, error)) == NULL))
    return FALSE;
  if (record->opened_at == 0 || record->closed_at < record->opened_at || record->closed_at > visit->now)
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Give “opened” and “closed” as they were in the older program."),
                      _("A record that is taken over was opened before it was closed, and both lie in the past."));
      return FALSE;
    }

  record->property = g_strdup (visit->property);
  record->workflow = g_strdup (workflow->id);
  record->title = bell_text_clean (bell_command_get (visit->command, "title"));
  record->trigger = BELL_TRIGGER_IMPORT;
  record->owner = *bell_entity_get_id (BELL_ENTITY (owner));
  record->owner_role = g_strdup (workflow->owner_role);
  record->owner_why = g_strdup (_("Taken over from an older program."));
  record->department = g_strdup (workflow->department);
  record->opened_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  if (dossier->stay != NULL)
    {
      record->stay = *bell_entity_get_id (BELL_ENTITY (dossier->stay));
      record->guest = dossier->stay->guest;
      record->room = g_strdup (dossier->stay->room);
    }
  return TRUE;
}

static gboolean
write_item (BellVisit       *visit,
            BellItem        *item,
            const BellKind  *kind,
            const BellId    *record,
            GError         **error)
{
  g_autoptr(GHashTable) values = g_steal_pointer (&item->values);
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (BellValueChange));

  item->record = *record;
  if (!bell_txn_insert (visit->txn, BELL_ENTITY (item), BELL_CLASS_OPS, record, error))
    return FALSE;

  for (guint i = 0; i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];
      const char *value = g_hash_table_lookup (values, field->name);

      if (value != NULL)
        g_array_append_vals (changes, &(BellValueChange) { field->name, field->class_, field->personal, NULL, value }, 1);
    }
  return bell_txn_set_values (visit->txn, item, (BellValueChange *) (void *) changes->data, changes->len, error);
}

/* The history of an older program: a record that was finished there. The same rules say whether it may be called complete. */
gboolean
bell_verb_record_take_over (BellVisit  *visit,
                            GError    **error)
{
  const char *id = bell_visit_need (visit, "workflow", error);
  const BellWorkflow *workflow = id != NULL ? bell_definitions_workflow (visit->definitions, id) : NULL;
  g_autoptr(BellDossier) dossier = bell_dossier_new ();
  BellRecord *record = dossier->record = g_object_new (BELL_TYPE_RECORD, NULL);

  if (workflow == NULL)
    {
      if (id != NULL)
        bell_error_set (error, BELL_ERROR_INPUT, NULL, _("There is no workflow “%s”."), id);
      return FALSE;
    }
  if (!bell_visit_check (visit, BELL_ACTION_IMPORT, NULL, NULL, BELL_CLASS_OPS, error) ||
      !read_record (visit, dossier, workflow, error) || !read_items (visit, dossier, workflow, error) ||
      !bell_status_may_move (visit->definitions, dossier, BELL_STATUS_COMPLETE, NULL, NULL, visit->now, error))
    return FALSE;

  record->status = BELL_STATUS_COMPLETE;
  if ((record->number = bell_txn_next_number (visit->txn, workflow->prefix, error)) == NULL ||
      !bell_txn_insert (visit->txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error))
    return FALSE;

  visit->outcome->entity = visit->outcome->record = *bell_entity_get_id (BELL_ENTITY (record));
  visit->outcome->number = g_strdup (record->number);
  visit->outcome->sentence = g_strdup_printf (_("Taken over as %s."), record->number);
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    if (dossier->items[slot] != NULL &&
        !write_item (visit, dossier->items[slot], workflow->kinds[slot], &visit->outcome->record, error))
      return FALSE;
  return TRUE;
}
