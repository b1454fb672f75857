/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-desk-private.h"

static gboolean
is_about_money (BellAction action)
{
  return action == BELL_ACTION_SEE_MONEY || action == BELL_ACTION_ADD_MONEY || action == BELL_ACTION_REVERSE_MONEY ||
         action == BELL_ACTION_POST_MONEY;
}

gboolean
bell_viewer_check_record (BellDefinitions  *definitions,
                          BellAsk          *ask,
                          BellRecord       *record,
                          GError          **error)
{
  const BellWorkflow *workflow = bell_definitions_workflow (definitions, record->workflow);

  if (ask->kind != NULL || workflow == NULL)
    return bell_permissions_check (definitions, ask, error);

  for (int slot = 0; is_about_money (ask->action) && slot < BELL_N_SLOTS; slot++)
    {
      ask->kind = workflow->kinds[slot]->id;
      if (bell_permissions_check (definitions, ask, NULL))
        return TRUE;
    }
  ask->kind = workflow->kinds[BELL_SLOT_OWNED]->id;
  return bell_permissions_check (definitions, ask, error);
}

/* Whether the person may open the record at all: by its kind, or because there is a task on it that concerns them. */
static gboolean
may_open (BellViewer   *self,
          BellDossier  *dossier,
          GError      **error)
{
  if (bell_viewer_sees_record (self, dossier->record))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i);

      if (bell_viewer_sees_task (self, task))
        return TRUE;
    }

  bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Ask its owner or your supervisor."), _("%s is not yours to see."), dossier->record->number);
  return FALSE;
}

/* --- The timeline: nobody learns from the history what the record does not show them --- */

static gboolean
has_entity (GListStore   *list,
            const BellId *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(BellEntity) entity = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (bell_id_equal (bell_entity_get_id (entity), id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_value (BellDossier      *trimmed,
             BellJournalEntry *entry)
{
  if (g_str_equal (entry->kind, "approval"))
    return has_entity (trimmed->approvals, &entry->entity);
  if (g_str_equal (entry->kind, "exception"))
    return has_entity (trimmed->exceptions, &entry->entity);
  if (!g_str_equal (entry->kind, "item"))
    return TRUE;

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    if (trimmed->items[slot] != NULL && bell_id_equal (bell_entity_get_id (BELL_ENTITY (trimmed->items[slot])), &entry->entity))
      return (trimmed->items[slot]->hidden & BELL_CLASS_BIT (BELL_CLASS_OPS)) == 0;
  return TRUE;
}

GPtrArray *
bell_viewer_read_timeline (BellViewer       *self,
                           BellTxn          *txn,
                           const BellQuery  *query,
                           BellEntity       *after,
                           guint             limit,
                           GError          **error)
{
  g_autoptr(BellDossier) dossier = bell_txn_load_dossier (txn, &query->of, self->classes, error);
  GPtrArray *entries;

  if (dossier == NULL || !bell_viewer_trim_dossier (self, dossier, error) ||
      (entries = bell_txn_list (txn, query, after, limit, error)) == NULL)
    return NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      BellJournalEntry *entry = entries->pdata[i];

      if (shows_value (dossier, entry))
        continue;
      g_clear_pointer (&entry->old_value, g_free);
      g_clear_pointer (&entry->new_value, g_free);
      entry->hidden = TRUE;
    }
  return entries;
}

/* Takes out what concerns kinds that the person may not view, but for what they said themselves. */
static void
trim_words (BellViewer  *self,
            BellDossier *dossier)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (dossier->approvals)); i > 0; i--)
    {
      g_autoptr(BellApproval) approval = g_list_model_get_item (G_LIST_MODEL (dossier->approvals), i - 1);

      if (!bell_id_equal (&approval->proposed_by, &self->staff) && !bell_viewer_sees_kind (self, dossier->record, approval->kind))
        g_list_store_remove (dossier->approvals, i - 1);
    }
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (dossier->exceptions)); i > 0; i--)
    {
      g_autoptr(BellException) exception = g_list_model_get_item (G_LIST_MODEL (dossier->exceptions), i - 1);

      if (!bell_id_equal (&exception->raised_by, &self->staff) && !bell_viewer_sees_record (self, dossier->record) &&
          !bell_viewer_sees_kind (self, dossier->record, exception->kind))
        g_list_store_remove (dossier->exceptions, i - 1);
    }
}

gboolean
bell_viewer_trim_dossier (BellViewer   *self,
                          BellDossier  *dossier,
                          GError      **error)
{
  if (!may_open (self, dossier, error))
    return FALSE;

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      BellItem *item = dossier->items[slot];

      if (item == NULL || bell_viewer_sees_kind (self, dossier->record, item->kind))
        continue;
      item->hidden |= BELL_CLASS_BIT (BELL_CLASS_OPS);
      g_clear_pointer (&item->values, g_hash_table_unref);
    }

  trim_words (self, dossier);
  if (!bell_permissions_has (self->definitions, self->roles, BELL_ACTION_SEE_MONEY))
    g_list_store_remove_all (dossier->money);
  return TRUE;
}
