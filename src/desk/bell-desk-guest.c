/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-desk-guest.h"
#include "bell-desk-private.h"

/* A guest's records beyond these are history, not what the next shift must know. */
#define RECORDS_LOOKED_AT 50

typedef struct
{
  BellViewer *viewer;
  char *name;
  char *property;
  BellId of;
  char *kind;
  gpointer found;
} Reading;

static void
reading_free (Reading *reading)
{
  bell_viewer_free (reading->viewer);
  g_free (reading->name);
  g_free (reading->property);
  g_free (reading->kind);
  g_free (reading);
}

static GTask *
reading_task (BellDesk            *self,
              gpointer             tag,
              BellAction           action,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  reading->viewer = bell_viewer_new (self);
  reading->property = self->property != NULL ? g_strdup (self->property->code) : NULL;
  if (bell_viewer_may (reading->viewer, action, &error))
    return g_steal_pointer (&task);

  g_task_return_error (task, error);
  return NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  gboolean is_list = reading->kind != NULL;
  GError *error = NULL;

  if (bell_store_read_finish (BELL_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&reading->found), is_list ? (GDestroyNotify) g_ptr_array_unref : g_object_unref);
  else
    g_task_return_error (task, error);
}

/* --- A stay --- */

static gboolean
read_stay (BellTxn       *txn,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Reading *reading = data;
  g_autoptr(BellStay) stay = NULL;
  g_autoptr(GError) local = NULL;
  BellId id;

  stay = bell_id_parse (reading->name, &id) ? bell_txn_get (txn, BELL_TYPE_STAY, &id, &local)
                                            : bell_txn_find_stay (txn, reading->property, reading->name, &local);
  if (stay == NULL && local == NULL)
    bell_error_set (&local, BELL_ERROR_NOT_FOUND, NULL, _("There is no stay “%s”."), reading->name);
  if (stay == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  bell_viewer_mask (reading->viewer, BELL_ENTITY (stay));
  reading->found = g_steal_pointer (&stay);
  return TRUE;
}

void
bell_desk_open_stay_async (BellDesk            *self,
                           const char          *stay,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  GTask *task;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (stay != NULL);

  task = reading_task (self, bell_desk_open_stay_async, BELL_ACTION_SEE_STAYS, cancellable, callback, data);
  if (task == NULL)
    return;
  ((Reading *) g_task_get_task_data (task))->name = g_strdup (stay);
  bell_store_read_async (self->store, read_stay, g_task_get_task_data (task), NULL, cancellable, read_cb, task);
}

BellStay *
bell_desk_open_stay_finish (BellDesk      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- A guest --- */

static gboolean
read_guest (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Reading *reading = data;
  BellId id;

  if (!bell_id_parse (reading->name, &id))
    {
      bell_error_set (error, BELL_ERROR_NOT_FOUND, NULL, _("There is no such guest."));
      return FALSE;
    }
  reading->found = bell_txn_get (txn, BELL_TYPE_GUEST, &id, error);
  if (reading->found == NULL)
    return FALSE;

  bell_viewer_mask (reading->viewer, reading->found);
  return TRUE;
}

void
bell_desk_open_guest_async (BellDesk            *self,
                            const char          *guest,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  GTask *task;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (guest != NULL);

  task = reading_task (self, bell_desk_open_guest_async, BELL_ACTION_SEE_GUESTS, cancellable, callback, data);
  if (task == NULL)
    return;
  ((Reading *) g_task_get_task_data (task))->name = g_strdup (guest);
  bell_store_read_async (self->store, read_guest, g_task_get_task_data (task), NULL, cancellable, read_cb, task);
}

BellGuest *
bell_desk_open_guest_finish (BellDesk      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
bell_desk_must_reveal (BellDesk     *self,
                       const BellId *guest)
{
  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);
  g_return_val_if_fail (guest != NULL, FALSE);

  return bell_desk_may (self, BELL_ACTION_REVEAL, NULL) && !bell_id_is_none (guest) && !bell_revealed_has (self->revealed, guest);
}

/* --- What a guest's records hold of one kind --- */

static gboolean
add_items (Reading     *reading,
           BellTxn     *txn,
           BellRecord  *record,
           GError     **error)
{
  const BellWorkflow *workflow = bell_definitions_workflow (reading->viewer->definitions, record->workflow);

  for (int slot = 0; workflow != NULL && slot < BELL_N_SLOTS; slot++)
    {
      g_autoptr(GError) local = NULL;
      g_autoptr(BellItem) item = NULL;

      if (!g_str_equal (workflow->kinds[slot]->id, reading->kind) || !bell_viewer_sees_kind (reading->viewer, record, reading->kind))
        continue;
      item = bell_txn_get_item (txn, bell_entity_get_id (BELL_ENTITY (record)), slot, reading->viewer->classes, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (item != NULL && item->values != NULL && g_hash_table_size (item->values) > 0)
        g_ptr_array_add (reading->found, g_steal_pointer (&item));
    }
  return TRUE;
}

static gboolean
read_items (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Reading *reading = data;
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_RECORDS_OF_GUEST);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  query->of = reading->of;
  query->classes = reading->viewer->classes;
  records = bell_viewer_read (reading->viewer, txn, query, NULL, RECORDS_LOOKED_AT, error);
  if (records == NULL)
    return FALSE;

  reading->found = items;
  for (guint i = 0; i < records->len; i++)
    if (!add_items (reading, txn, records->pdata[i], error))
      {
        reading->found = NULL;
        return FALSE;
      }
  g_steal_pointer (&items);
  return TRUE;
}

void
bell_desk_read_items_async (BellDesk            *self,
                            const BellId        *guest,
                            const char          *kind,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  Reading *reading;
  GTask *task;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (guest != NULL);
  g_return_if_fail (kind != NULL);

  task = reading_task (self, bell_desk_read_items_async, BELL_ACTION_SEE_GUESTS, cancellable, callback, data);
  if (task == NULL)
    return;
  reading = g_task_get_task_data (task);
  reading->of = *guest;
  reading->kind = g_strdup (kind);
  bell_store_read_async (self->store, read_items, reading, NULL, cancellable, read_cb, task);
}

GPtrArray *
bell_desk_read_items_finish (BellDesk      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
