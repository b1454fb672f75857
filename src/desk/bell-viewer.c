/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-desk-private.h"

BellViewer *
bell_viewer_new (BellDesk *self)
{
  BellViewer *viewer = g_new0 (BellViewer, 1);

  viewer->definitions = g_object_ref (self->definitions);
  if (self->person != NULL)
    {
      viewer->staff = *bell_entity_get_id (BELL_ENTITY (self->person));
      viewer->roles = g_strdup (self->person->roles);
      viewer->department = g_strdup (self->person->department);
      viewer->classes = bell_permissions_classes (self->definitions, self->person->roles);
    }
  return viewer;
}

BellViewer *
bell_viewer_copy (const BellViewer *self)
{
  BellViewer *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->definitions);
  copy->roles = g_strdup (self->roles);
  copy->department = g_strdup (self->department);
  return copy;
}

void
bell_viewer_free (BellViewer *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->definitions);
  g_free (self->roles);
  g_free (self->department);
  g_free (self);
}

/* The action that a list needs; -1 where each row is judged by itself. */
static int
action_of_list (BellListKind list)
{
  switch (list)
    {
    case BELL_LIST_ARRIVALS:
    case BELL_LIST_IN_HOUSE:
    case BELL_LIST_DEPARTURES:
      return BELL_ACTION_SEE_STAYS;
    case BELL_LIST_GUESTS:
    case BELL_LIST_STAYS_OF_GUEST:
    case BELL_LIST_RECORDS_OF_GUEST:
      return BELL_ACTION_SEE_GUESTS;
    case BELL_LIST_JOURNAL:
      return BELL_ACTION_AUDIT;
    case BELL_LIST_WORK:
    case BELL_LIST_WATCHED:
    case BELL_LIST_BOARD:
    case BELL_LIST_RECORDS:
    case BELL_LIST_RECORDS_OF_STAY:
    case BELL_LIST_APPROVALS:
    case BELL_LIST_EXCEPTIONS:
    case BELL_LIST_ALERTS:
    case BELL_LIST_TIMELINE:
    case BELL_LIST_STAFF:
    case BELL_LIST_SHIFTS:
    case BELL_LIST_SEARCH:
    default:
      return -1;
    }
}

gboolean
bell_viewer_may_list (BellViewer       *self,
                      const BellQuery  *query,
                      GError          **error)
{
  int action = action_of_list (query->list);
  BellAsk ask = { .roles = self->roles, .department = self->department, .action = action, .is_own = TRUE };

  if (self->roles == NULL)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Choose your name and type your PIN."), _("Nobody is signed in."));
      return FALSE;
    }
  return action < 0 || bell_permissions_check (self->definitions, &ask, error);
}

static gboolean
sees_workflow (BellViewer    *self,
               const char    *workflow_id,
               const char    *department,
               const BellId  *owner)
{
  const BellWorkflow *workflow = bell_definitions_workflow (self->definitions, workflow_id);
  BellAsk ask = {
    .roles = self->roles,
    .department = self->department,
    .action = BELL_ACTION_VIEW,
    .kind = workflow != NULL ? workflow->kinds[BELL_SLOT_OWNED]->id : NULL,
    .of_department = department,
    .is_own = owner != NULL && bell_id_equal (owner, &self->staff),
  };

  return bell_permissions_check (self->definitions, &ask, NULL);
}

static gboolean
sees_record (BellViewer *self,
             BellRecord *record)
{
  return sees_workflow (self, record->workflow, record->department, &record->owner) ||
         bell_id_equal (&record->next_staff, &self->staff);
}

static gboolean
sees_task (BellViewer *self,
           BellTask   *task)
{
  BellAsk ask = {
    .roles = self->roles,
    .department = self->department,
    .action = BELL_ACTION_TASK,
    .of_department = task->department,
    .is_own = bell_id_equal (&task->assignee, &self->staff),
  };

  return bell_permissions_check (self->definitions, &ask, NULL);
}

static gboolean
sees_approval (BellViewer   *self,
               BellApproval *approval)
{
  BellAsk ask = {
    .roles = self->roles,
    .department = self->department,
    .action = BELL_ACTION_APPROVE,
    .kind = approval->kind,
    .class_ = approval->class_,
    .is_own = TRUE,
  };

  return bell_id_equal (&approval->proposed_by, &self->staff) || bell_permissions_check (self->definitions, &ask, NULL);
}

static gboolean
sees_exception (BellViewer    *self,
                BellException *exception)
{
  return bell_id_equal (&exception->raised_by, &self->staff) ||
         sees_workflow (self, exception->workflow, exception->department, NULL);
}

/* A hit shows words of what it found, so it needs the same right. */
static gboolean
sees_hit (BellViewer *self,
          BellTxn    *txn,
          BellHit    *hit)
{
  g_autoptr(BellRecord) record = NULL;
  g_autoptr(BellTask) task = NULL;

  if (g_strcmp0 (hit->kind, "guest") == 0)
    return bell_permissions_has (self->definitions, self->roles, BELL_ACTION_SEE_GUESTS);
  if (g_strcmp0 (hit->kind, "stay") == 0)
    return bell_permissions_has (self->definitions, self->roles, BELL_ACTION_SEE_STAYS);
  if (g_strcmp0 (hit->kind, "task") == 0)
    {
      task = bell_txn_get (txn, BELL_TYPE_TASK, bell_entity_get_id (BELL_ENTITY (hit)), NULL);
      return task != NULL && sees_task (self, task);
    }
  if (bell_id_is_none (&hit->record))
    return TRUE;
  record = bell_txn_get (txn, BELL_TYPE_RECORD, &hit->record, NULL);
  return record != NULL && sees_record (self, record);
}

static gboolean
sees_row (BellViewer *self,
          BellTxn    *txn,
          BellEntity *row)
{
  if (BELL_IS_RECORD (row))
    return sees_record (self, BELL_RECORD (row));
  if (BELL_IS_TASK (row))
    return sees_task (self, BELL_TASK (row));
  if (BELL_IS_APPROVAL (row))
    return sees_approval (self, BELL_APPROVAL (row));
  if (BELL_IS_EXCEPTION (row))
    return sees_exception (self, BELL_EXCEPTION (row));
  if (BELL_IS_HIT (row))
    return sees_hit (self, txn, BELL_HIT (row));
  return TRUE;
}

GPtrArray *
bell_viewer_read (BellViewer       *self,
                  BellTxn          *txn,
                  const BellQuery  *query,
                  BellEntity       *after,
                  guint             limit,
                  GError          **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(BellEntity) last = after != NULL ? g_object_ref (after) : NULL;

  /* A person without a right to many rows does not make the reader walk for ever. */
  for (int round = 0; round < 20 && rows->len < limit; round++)
    {
      guint wanted = limit - rows->len;
      g_autoptr(GPtrArray) page = bell_txn_list (txn, query, last, wanted, error);

      if (page == NULL)
        return NULL;
      for (guint i = 0; i < page->len; i++)
        if (sees_row (self, txn, page->pdata[i]))
          g_ptr_array_add (rows, g_object_ref (page->pdata[i]));
      if (page->len < wanted)
        break;
      g_set_object (&last, page->pdata[page->len - 1]);
    }

  return g_steal_pointer (&rows);
}

gboolean
bell_viewer_trim_dossier (BellViewer   *self,
                          BellDossier  *dossier,
                          GError      **error)
{
  BellRecord *record = dossier->record;
  gboolean own = bell_id_equal (&record->owner, &self->staff);
  gboolean works_on_it = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i);

      works_on_it |= sees_task (self, task);
    }

  if (!sees_record (self, record) && !works_on_it)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Ask its owner or your supervisor."), _("%s is not yours to see."), record->number);
      return FALSE;
    }

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      BellItem *item = dossier->items[slot];
      BellAsk ask = {
        .roles = self->roles,
        .department = self->department,
        .action = BELL_ACTION_VIEW,
        .kind = item != NULL ? item->kind : NULL,
        .of_department = record->department,
        .is_own = own,
      };

      if (item == NULL || bell_permissions_check (self->definitions, &ask, NULL))
        continue;
      item->hidden |= BELL_CLASS_BIT (BELL_CLASS_OPS);
      g_clear_pointer (&item->values, g_hash_table_unref);
    }

  if (!bell_permissions_has (self->definitions, self->roles, BELL_ACTION_SEE_MONEY))
    g_list_store_remove_all (dossier->money);
  return TRUE;
}
