/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-approval-rules.h"
#include "bell-date.h"
#include "bell-validation.h"
#include "bell-value.h"
#include "bell-verbs.h"

gboolean
bell_visit_read_instant (BellVisit   *visit,
                         const char  *name,
                         gint64      *instant,
                         GError     **error)
{
  static const BellFieldDef field = { .name = (char *) "due", .label = (char *) N_("Due"), .type = BELL_VALUE_DATETIME };
  BellValueContext context = { visit->zone, visit->currency, visit->now };
  const char *typed = bell_command_get (visit->command, name);
  g_autofree char *canonical = NULL;

  *instant = 0;
  if (typed == NULL || typed[0] == '\0')
    return TRUE;

  return bell_value_parse (&field, typed, &context, &canonical, error) &&
         (canonical == NULL || bell_time_from_iso8601 (canonical, NULL, instant));
}

/* What a kind's fields begin with. */
static gboolean
write_initial (BellVisit       *visit,
               BellItem        *item,
               const BellKind  *kind,
               GError         **error)
{
  g_autoptr(GHashTable) initial = bell_kind_initial_values (kind);
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (BellValueChange));
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, initial);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const BellFieldDef *field = bell_kind_field (kind, name);

      g_array_append_vals (changes, &(BellValueChange) { name, field->class_, field->personal, NULL, value }, 1);
      g_hash_table_replace (item->values, g_strdup (name), g_strdup (value));
    }
  return bell_txn_set_values (visit->txn, item, (BellValueChange *) (void *) changes->data, changes->len, error);
}

BellItem *
bell_values_ensure_item (BellVisit    *visit,
                         BellDossier  *dossier,
                         BellSlot      slot,
                         GError      **error)
{
  const BellWorkflow *workflow = bell_definitions_workflow (visit->definitions, dossier->record->workflow);
  const BellId *record = bell_entity_get_id (BELL_ENTITY (dossier->record));
  g_autoptr(BellItem) item = NULL;

  if (dossier->items[slot] != NULL)
    return dossier->items[slot];
  if (workflow == NULL)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Bring the definition back in Set-up."),
                      _("The workflow “%s” is no longer defined."), dossier->record->workflow);
      return NULL;
    }

  item = g_object_new (BELL_TYPE_ITEM, NULL);
  item->record = *record;
  item->slot = slot;
  item->kind = g_strdup (workflow->kinds[slot]->id);
  item->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!bell_txn_insert (visit->txn, BELL_ENTITY (item), BELL_CLASS_OPS, record, error) ||
      !write_initial (visit, item, workflow->kinds[slot], error))
    return NULL;

  dossier->items[slot] = g_steal_pointer (&item);
  return dossier->items[slot];
}

static gboolean
propose (BellVisit           *visit,
         BellDossier         *dossier,
         BellItem            *item,
         const BellFieldDef  *field,
         const char          *old_value,
         const char          *new_value,
         const char          *role,
         GError             **error)
{
  const BellId *record = bell_entity_get_id (BELL_ENTITY (dossier->record));
  g_autoptr(BellApproval) approval = NULL;
  g_autofree char *text = NULL;
  const char *reason = bell_visit_need_reason (visit, "reason", error);

  if (reason == NULL || !bell_visit_check (visit, BELL_ACTION_PROPOSE, dossier, item->kind, field->class_, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->approvals)); i++)
    {
      g_autoptr(BellApproval) other = g_list_model_get_item (G_LIST_MODEL (dossier->approvals), i);

      if (other->state == BELL_APPROVAL_STATE_OPEN && other->slot == item->slot && g_strcmp0 (other->field, field->name) == 0)
        {
          bell_error_set (error, BELL_ERROR_REFUSED, _("Wait for the decision, or have the proposal taken back first."),
                          _("A change of “%s” already waits for approval."), field->label);
          return FALSE;
        }
    }

  approval = g_object_new (BELL_TYPE_APPROVAL, NULL);
  approval->record = *record;
  approval->slot = item->slot;
  approval->kind = g_strdup (item->kind);
  approval->field = g_strdup (field->name);
  approval->class_ = field->class_;
  approval->old_value = g_strdup (old_value);
  approval->new_value = g_strdup (new_value);
  if (field->type == BELL_VALUE_MONEY && new_value != NULL)
    bell_value_to_money (new_value, &approval->minor, &approval->currency);
  approval->proposed_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  approval->proposed_at = visit->now;
  approval->reason = g_strdup (reason);
  approval->role = g_strdup (role);
  if (!bell_txn_insert (visit->txn, BELL_ENTITY (approval), field->class_, record, error))
    return FALSE;

  visit->outcome->proposed = TRUE;
  text = g_strdup_printf (_("%s: a change of “%s” waits for approval."), dossier->record->number, field->label);
  return bell_visit_alert (visit, dossier->record, BELL_ALERT_CAUSE_APPROVAL, role, NULL, 0, text, error);
}

/* The changes of one command that take effect at once. */
typedef struct
{
  GArray *changes;  /* BellValueChange */
  GPtrArray *texts; /* what they point at */
} Direct;

static void
direct_clear (Direct *direct)
{
  g_array_unref (direct->changes);
  g_ptr_array_unref (direct->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Direct, direct_clear)

/* A value that takes effect at once is added to @direct, and stands in the item's snapshot for the checks of the next one. */
static gboolean
judge_one (BellVisit           *visit,
           BellDossier         *dossier,
           BellItem            *item,
           const BellKind      *kind,
           const BellFieldDef  *field,
           const char          *typed,
           Direct              *direct,
           GError             **error)
{
  BellValueContext context = { visit->zone, visit->currency, visit->now };
  BellCheckContext checks = { visit->definitions, dossier, visit->rooms, visit->now, visit->zone };
  const char *old_value = item->values != NULL ? g_hash_table_lookup (item->values, field->name) : NULL;
  g_autofree char *kept = g_strdup (old_value);
  g_autofree char *canonical = NULL;
  g_autofree char *role = NULL;

  if (!bell_visit_check (visit, BELL_ACTION_EDIT, dossier, kind->id, field->class_, error) ||
      !bell_value_parse (field, typed, &context, &canonical, error) ||
      !bell_validation_check_value (&checks, field, canonical, error))
    return FALSE;
  if (g_strcmp0 (old_value, canonical) == 0)
    return TRUE;

  if (bell_approval_rules_judge_edit (visit->definitions, kind, field, old_value, canonical, visit->actor->roles,
                                      !bell_id_is_none (&item->checked_by), &role, NULL) == BELL_VERDICT_PROPOSE)
    return propose (visit, dossier, item, field, kept, canonical, role, error);

  if (item->values == NULL)
    item->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (canonical != NULL)
    g_hash_table_replace (item->values, g_strdup (field->name), g_strdup (canonical));
  else
    g_hash_table_remove (item->values, field->name);
  g_array_append_vals (direct->changes,
                       &(BellValueChange) { field->name, field->class_, field->personal, kept, canonical }, 1);
  g_ptr_array_add (direct->texts, g_steal_pointer (&kept));
  g_ptr_array_add (direct->texts, g_steal_pointer (&canonical));
  return TRUE;
}

gboolean
bell_values_write (BellVisit    *visit,
                   BellDossier  *dossier,
                   BellSlot      slot,
                   const char   *prefix,
                   GError      **error)
{
  g_autoptr(GPtrArray) names = bell_command_names (visit->command, prefix);
  const BellId *record = bell_entity_get_id (BELL_ENTITY (dossier->record));
  g_auto(Direct) direct = { g_array_new (FALSE, FALSE, sizeof (BellValueChange)), g_ptr_array_new_with_free_func (g_free) };
  const BellKind *kind;
  BellItem *item;

  if (names->len == 0)
    return TRUE;
  if ((item = bell_values_ensure_item (visit, dossier, slot, error)) == NULL)
    return FALSE;

  kind = bell_definitions_kind (visit->definitions, item->kind);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = (const char *) names->pdata[i] + strlen (prefix);
      const BellFieldDef *field = kind != NULL ? bell_kind_field (kind, name) : NULL;

      if (field == NULL)
        {
          bell_error_set (error, BELL_ERROR_INPUT, NULL, _("“%s” has no field “%s”."),
                          kind != NULL ? kind->name : item->kind, name);
          return FALSE;
        }
      if (!judge_one (visit, dossier, item, kind, field, bell_command_get (visit->command, names->pdata[i]), &direct, error))
        return FALSE;
    }
  if (!bell_txn_set_values (visit->txn, item, (BellValueChange *) (void *) direct.changes->data, direct.changes->len, error))
    return FALSE;

  /* What was confirmed is no longer what stands there; who confirmed it first is kept, for the rule about later changes.
   * What came with the request that opened the record is no work begun: the record stays new until somebody acts. */
  if (direct.changes->len > 0 && !g_str_equal (bell_command_get_verb (visit->command), "record.new") &&
      (item->checked_at != 0 || item->status == BELL_STATUS_NEW || item->status == BELL_STATUS_APPROVED))
    {
      g_autoptr(BellItem) after = bell_entity_copy (item);

      after->checked_at = 0;
      after->status = BELL_STATUS_PENDING;
      if (!bell_txn_update (visit->txn, BELL_ENTITY (item), BELL_ENTITY (after), BELL_CLASS_OPS, record, error))
        return FALSE;
      g_set_object (&dossier->items[slot], after);
    }
  return TRUE;
}
