/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-clock.h"
#include "bell-status.h"
#include "bell-verbs.h"

/* How long one's own last step may be taken back. */
#define UNDO_WINDOW (30 * BELL_MINUTE)

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  bell_error_set (error, BELL_ERROR_REFUSED, _("Put it right with a new step; both stay in the journal."), "%s", sentence);
  return FALSE;
}

static GType
type_of_kind (const char *kind)
{
  if (g_str_equal (kind, "record"))
    return BELL_TYPE_RECORD;
  if (g_str_equal (kind, "task"))
    return BELL_TYPE_TASK;
  if (g_str_equal (kind, "item"))
    return BELL_TYPE_ITEM;
  return G_TYPE_INVALID;
}

/* What comes along with a step and may stay when the step is taken back: news, and a slot that was begun. */
static gboolean
is_company (BellJournalEntry *entry)
{
  return g_str_equal (entry->kind, "alert") || (g_str_equal (entry->kind, "item") && entry->verb == BELL_VERB_PUT);
}

/* Whether the whole command consists of steps that can be taken back. */
static gboolean
can_undo (BellVisit  *visit,
          GPtrArray  *entries,
          GError    **error)
{
  const BellId *actor = bell_entity_get_id (BELL_ENTITY (visit->actor));

  if (entries->len == 0)
    return refuse (error, _("There is nothing of yours to undo."));

  for (guint i = 0; i < entries->len; i++)
    {
      BellJournalEntry *entry = entries->pdata[i];
      gboolean reversible = entry->verb == BELL_VERB_SET || entry->verb == BELL_VERB_MOVE || entry->verb == BELL_VERB_OWN;
      gboolean company = is_company (entry);

      if (!bell_id_equal (&entry->who, actor))
        return refuse (error, _("Only one's own steps can be undone."));
      if (visit->now - entry->at > UNDO_WINDOW)
        return refuse (error, _("This was too long ago to be undone."));
      if (!company && (!reversible || type_of_kind (entry->kind) == G_TYPE_INVALID))
        return refuse (error, _("Your last step cannot be undone."));
      if (!company && entry->erased)
        return refuse (error, _("The old value has been erased."));
    }
  return TRUE;
}

static gboolean
undo_value (BellVisit         *visit,
            BellItem          *item,
            BellJournalEntry  *entry,
            GError           **error)
{
  const BellKind *kind = bell_definitions_kind (visit->definitions, item->kind);
  const BellFieldDef *field = kind != NULL ? bell_kind_field (kind, entry->field) : NULL;
  g_autoptr(BellItem) full = bell_txn_get_item (visit->txn, &item->record, item->slot, BELL_CLASS_ALL, error);
  const char *current = full != NULL && full->values != NULL ? g_hash_table_lookup (full->values, entry->field) : NULL;

  if (full == NULL)
    return FALSE;
  if (field == NULL || g_strcmp0 (current, entry->new_value) != 0)
    return refuse (error, _("Somebody has changed this since."));
  if (full->checked_at > entry->at)
    return refuse (error, _("Somebody has confirmed this since."));
  return bell_txn_set_value (visit->txn, full, entry->field, entry->class_, field->personal, entry->new_value, entry->old_value, error);
}

static gboolean
undo_entry (BellVisit         *visit,
            BellJournalEntry  *entry,
            GError           **error)
{
  GType type = type_of_kind (entry->kind);
  g_autoptr(BellEntity) before = bell_txn_get (visit->txn, type, &entry->entity, error);
  const BellField *field;
  g_autoptr(BellEntity) after = NULL;
  g_autofree char *current = NULL;

  if (before == NULL)
    return FALSE;

  field = bell_entity_class_find_field (BELL_ENTITY_GET_CLASS (before), entry->field);
  if (field == NULL)
    return BELL_IS_ITEM (before) ? undo_value (visit, BELL_ITEM (before), entry, error)
                                 : refuse (error, _("Your last step cannot be undone."));

  current = bell_entity_dup_as_text (before, field);
  if (g_strcmp0 (current, entry->new_value) != 0)
    return refuse (error, _("Somebody has changed this since."));

  after = bell_entity_copy (before);
  if (!bell_entity_set_from_text (after, field, entry->old_value))
    return refuse (error, _("Your last step cannot be undone."));
  return bell_txn_update (visit->txn, before, after, BELL_CLASS_OPS, &entry->record, error);
}

/* What was sound when the step was taken may not be so any more, for others have gone on from there. */
static gboolean
check_result (BellVisit     *visit,
              const BellId  *record,
              GError       **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open_id (visit, record, error);
  g_autoptr(BellStaff) owner = NULL;
  g_autoptr(GPtrArray) missing = NULL;

  if (dossier == NULL || (owner = bell_txn_get (visit->txn, BELL_TYPE_STAFF, &dossier->record->owner, error)) == NULL)
    return FALSE;
  if (!owner->active)
    return refuse (error, _("The owner from before no longer works here."));

  missing = bell_status_missing_for_close (visit->definitions, dossier, visit->now);
  if (dossier->record->status == BELL_STATUS_COMPLETE && missing->len > 0)
    return refuse (error, _("The record would be complete with something missing."));
  return TRUE;
}

gboolean
bell_verb_undo (BellVisit  *visit,
                GError    **error)
{
  const char *op = bell_command_get (visit->command, "op");
  g_autoptr(GPtrArray) entries = NULL;
  BellJournalEntry *first;
  BellId group;

  if (op != NULL && !bell_id_parse (op, &group))
    {
      bell_error_set (error, BELL_ERROR_USAGE, NULL, _("“%s” is not the id of a journal entry."), op);
      return FALSE;
    }
  entries = op != NULL ? bell_txn_list_command (visit->txn, &group, BELL_CLASS_ALL, error)
                       : bell_txn_list_last_command (visit->txn, bell_entity_get_id (BELL_ENTITY (visit->actor)), BELL_CLASS_ALL, error);
  if (entries == NULL || !can_undo (visit, entries, error))
    return FALSE;

  /* Backwards, so that what was set twice ends where it began. */
  for (guint i = entries->len; i > 0; i--)
    {
      BellJournalEntry *entry = entries->pdata[i - 1];

      if (!is_company (entry) && !undo_entry (visit, entry, error))
        return FALSE;
    }

  first = entries->pdata[0];
  visit->outcome->entity = first->entity;
  visit->outcome->record = first->record;
  visit->outcome->sentence = g_strdup (_("Undone."));
  return bell_id_is_none (&first->record) ||
         (bell_visit_settle (visit, &first->record, error) && check_result (visit, &first->record, error));
}
