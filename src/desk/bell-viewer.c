/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-desk-private.h"
#include "bell-text.h"

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
      if (bell_desk_may (self, BELL_ACTION_REVEAL, NULL))
        viewer->revealed = bell_revealed_ref (self->revealed);
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
  if (copy->revealed != NULL)
    bell_revealed_ref (copy->revealed);
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
  bell_revealed_unref (self->revealed);
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

  if (action >= 0 || self->roles == NULL)
    return bell_viewer_may (self, action, error);
  return TRUE;
}

gboolean
bell_viewer_may (BellViewer  *self,
                 BellAction   action,
                 GError     **error)
{
  BellAsk ask = { .roles = self->roles, .department = self->department, .action = action, .is_own = TRUE };

  if (self->roles == NULL)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Choose your name and type your PIN."), _("Nobody is signed in."));
      return FALSE;
    }
  return bell_permissions_check (self->definitions, &ask, error);
}

gboolean
bell_viewer_sees_kind (BellViewer *self,
                       BellRecord *record,
                       const char *kind)
{
  BellAsk ask = {
    .roles = self->roles,
    .department = self->department,
    .action = BELL_ACTION_VIEW,
    .kind = kind,
    .of_department = record->department,
    .is_own = bell_id_equal (&record->owner, &self->staff),
  };

  return bell_permissions_check (self->definitions, &ask, NULL);
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

gboolean
bell_viewer_sees_record (BellViewer *self,
                         BellRecord *record)
{
  return sees_workflow (self, record->workflow, record->department, &record->owner) ||
         bell_id_equal (&record->next_staff, &self->staff);
}

gboolean
bell_viewer_sees_task (BellViewer *self,
                       BellTask   *task)
{
  BellAsk ask = {
    .roles = self->roles,
    .department = self->department,
    .action = BELL_ACTION_TASK,
    .kind = task->kind,
    .of_department = task->department,
    .is_own = bell_id_equal (&task->assignee, &self->staff),
  };

  return bell_permissions_check (self->definitions, &ask, NULL);
}

/* A proposal tells values, so that only those see it who made it or could decide it. */
static gboolean
sees_approval (BellViewer   *self,
               BellTxn      *txn,
               BellApproval *approval)
{
  g_autoptr(BellRecord) record = NULL;
  BellAsk ask = {
    .roles = self->roles,
    .department = self->department,
    .action = BELL_ACTION_APPROVE,
    .kind = approval->kind,
    .class_ = approval->class_,
  };

  if (bell_id_equal (&approval->proposed_by, &self->staff))
    return TRUE;
  record = bell_txn_get (txn, BELL_TYPE_RECORD, &approval->record, NULL);
  if (record == NULL)
    return FALSE;
  ask.of_department = record->department;
  return bell_permissions_check (self->definitions, &ask, NULL);
}

static gboolean
sees_exception (BellViewer    *self,
                BellException *exception)
{
  return bell_id_equal (&exception->raised_by, &self->staff) ||
         sees_workflow (self, exception->workflow, exception->department, NULL);
}

static gboolean
sees_alert (BellViewer *self,
            BellAlert  *alert)
{
  return bell_id_equal (&alert->staff, &self->staff) ||
         (bell_id_is_none (&alert->staff) && bell_roles_has (self->roles, alert->role));
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
      return task != NULL && bell_viewer_sees_task (self, task);
    }
  if (bell_id_is_none (&hit->record))
    return TRUE;
  record = bell_txn_get (txn, BELL_TYPE_RECORD, &hit->record, NULL);
  return record != NULL && bell_viewer_sees_record (self, record);
}

static gboolean
sees_row (BellViewer *self,
          BellTxn    *txn,
          BellEntity *row)
{
  if (BELL_IS_RECORD (row))
    return bell_viewer_sees_record (self, BELL_RECORD (row));
  if (BELL_IS_TASK (row))
    return bell_viewer_sees_task (self, BELL_TASK (row));
  if (BELL_IS_APPROVAL (row))
    return sees_approval (self, txn, BELL_APPROVAL (row));
  if (BELL_IS_EXCEPTION (row))
    return sees_exception (self, BELL_EXCEPTION (row));
  if (BELL_IS_ALERT (row))
    return sees_alert (self, BELL_ALERT (row));
  if (BELL_IS_HIT (row))
    return sees_hit (self, txn, BELL_HIT (row));
  return TRUE;
}

/* The surname is what everybody works with; the rest of a guest's identity waits for a reason. */
void
bell_viewer_mask (BellViewer *self,
                  BellEntity *row)
{
  if (BELL_IS_STAY (row) && !(self->classes & BELL_CLASS_BIT (BELL_CLASS_IDENTITY)))
    g_clear_pointer (&BELL_STAY (row)->guest_name, g_free);
  if (BELL_IS_GUEST (row) && !(self->classes & BELL_CLASS_BIT (BELL_CLASS_PRIVATE)))
    g_clear_pointer (&BELL_GUEST (row)->notes, g_free);
  if (self->revealed == NULL)
    return;

  if (BELL_IS_STAY (row) && !bell_revealed_has (self->revealed, &BELL_STAY (row)->guest))
    g_clear_pointer (&BELL_STAY (row)->guest_name, g_free);
  else if (BELL_IS_GUEST (row) && !bell_revealed_has (self->revealed, bell_entity_get_id (row)))
    {
      BellGuest *guest = BELL_GUEST (row);
      g_autofree char *given = g_steal_pointer (&guest->first_name);

      guest->first_name = given != NULL ? bell_text_mask (given) : NULL;
      g_clear_pointer (&guest->phone, g_free);
      g_clear_pointer (&guest->email, g_free);
      g_clear_pointer (&guest->address, g_free);
      g_clear_pointer (&guest->notes, g_free);
    }
}

/* The item of a slot that the person may see; NULL without an error when there is none. */
static gboolean
read_slot (BellViewer      *self,
           BellTxn         *txn,
           BellRecord      *record,
           BellSlot         slot,
           const BellKind  *kind,
           BellItem       **item,
           GError         **error)
{
  g_autoptr(GError) local = NULL;

  if (*item != NULL || !bell_viewer_sees_kind (self, record, kind->id))
    return TRUE;

  *item = bell_txn_get_item (txn, bell_entity_get_id (BELL_ENTITY (record)), slot, self->classes, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The values of a record's columns, for the lists that show them. */
static gboolean
add_columns (BellViewer  *self,
             BellTxn     *txn,
             BellRecord  *record,
             GError     **error)
{
  const BellWorkflow *workflow = bell_definitions_workflow (self->definitions, record->workflow);
  BellItem *items[BELL_N_SLOTS] = { NULL };
  gboolean done = TRUE;

  record->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; done && workflow != NULL && i < workflow->columns->len; i++)
    {
      const BellColumn *column = workflow->columns->pdata[i];
      BellItem **item = &items[column->slot];
      const char *value = NULL;

      done = read_slot (self, txn, record, column->slot, workflow->kinds[column->slot], item, error);
      if (*item != NULL && (*item)->values != NULL)
        value = g_hash_table_lookup ((*item)->values, column->field);
      if (value != NULL)
        g_hash_table_replace (record->columns,
                              g_strdup_printf ("%s.%s", bell_enum_nick (BELL_TYPE_SLOT, column->slot), column->field),
                              g_strdup (value));
    }

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    g_clear_object (&items[slot]);
  return done;
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

  if (query->list == BELL_LIST_TIMELINE)
    return bell_viewer_read_timeline (self, txn, query, after, limit, error);

  /* A masked row does not know its place in the order. */
  if (BELL_IS_GUEST (after) && self->revealed != NULL)
    {
      g_set_object (&last, NULL);
      last = bell_txn_get (txn, BELL_TYPE_GUEST, bell_entity_get_id (after), error);
      if (last == NULL)
        return NULL;
    }

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

  for (guint i = 0; i < rows->len; i++)
    {
      bell_viewer_mask (self, rows->pdata[i]);
      if (query->columns && BELL_IS_RECORD (rows->pdata[i]) && !add_columns (self, txn, rows->pdata[i], error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}
