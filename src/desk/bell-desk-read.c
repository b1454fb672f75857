/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-date.h"
#include "bell-desk-private.h"
#include "bell-pager-private.h"

BellQuery *
bell_desk_complete_query (BellDesk        *self,
                          const BellQuery *query)
{
  BellQuery *full = bell_query_copy (query);

  full->now = bell_clock_now (self->clock);
  full->classes = self->person != NULL ? bell_permissions_classes (self->definitions, self->person->roles) : 0;
  if (full->property == NULL && self->property != NULL)
    full->property = g_strdup (self->property->code);

  if (self->person == NULL)
    return full;
  if ((query->list == BELL_LIST_WORK || query->list == BELL_LIST_WATCHED || query->list == BELL_LIST_ALERTS) &&
      bell_id_is_none (&full->staff))
    full->staff = *bell_entity_get_id (BELL_ENTITY (self->person));
  if ((query->list == BELL_LIST_WORK || query->list == BELL_LIST_ALERTS) && full->roles == NULL &&
      bell_id_equal (&full->staff, bell_entity_get_id (BELL_ENTITY (self->person))))
    full->roles = g_strdup (self->person->roles);
  if ((query->list == BELL_LIST_ARRIVALS || query->list == BELL_LIST_IN_HOUSE || query->list == BELL_LIST_DEPARTURES) &&
      full->day == NULL)
    full->day = bell_time_day (full->now, self->zone);
  return full;
}

GListModel *
bell_desk_list (BellDesk        *self,
                const BellQuery *query)
{
  g_autoptr(BellViewer) viewer = NULL;
  g_autoptr(BellQuery) full = NULL;
  GListModel *pager;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  viewer = bell_viewer_new (self);
  if (!bell_viewer_may_list (viewer, query, NULL))
    return G_LIST_MODEL (g_list_store_new (BELL_TYPE_ENTITY));

  full = bell_desk_complete_query (self, query);
  pager = bell_pager_new (self->store, g_steal_pointer (&viewer), full);
  g_signal_connect_object (self, "changed", G_CALLBACK (bell_pager_note_changed), pager, G_CONNECT_SWAPPED);
  return pager;
}

GListModel *
bell_desk_list_people (BellDesk *self)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_STAFF);
  g_autoptr(BellQuery) full = NULL;
  GListModel *pager;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  full = bell_desk_complete_query (self, query);
  pager = bell_pager_new (self->store, bell_viewer_new (self), full);
  g_signal_connect_object (self, "changed", G_CALLBACK (bell_pager_note_changed), pager, G_CONNECT_SWAPPED);
  return pager;
}

typedef struct
{
  BellViewer *viewer;
  BellQuery *query;
  BellEntity *after;
  guint limit;
  GPtrArray *rows;
} ListRead;

static gboolean
read_list (BellTxn       *txn,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  ListRead *read = data;

  read->rows = bell_viewer_read (read->viewer, txn, read->query, read->after, read->limit, error);
  return read->rows != NULL;
}

GPtrArray *
bell_desk_read_list (BellDesk         *self,
                     const BellQuery  *query,
                     BellEntity       *after,
                     guint             limit,
                     GError          **error)
{
  g_autoptr(BellViewer) viewer = NULL;
  g_autoptr(BellQuery) full = NULL;
  ListRead read;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  viewer = bell_viewer_new (self);
  if (!bell_viewer_may_list (viewer, query, error))
    return NULL;

  full = bell_desk_complete_query (self, query);
  read = (ListRead) { viewer, full, after, limit, NULL };
  return bell_store_read (self->store, read_list, &read, NULL, error) ? read.rows : NULL;
}

/* --- One record --- */

typedef struct
{
  BellViewer *viewer;
  char *name;
  BellDossier *dossier;
} RecordRead;

static void
record_read_free (RecordRead *read)
{
  bell_viewer_free (read->viewer);
  g_free (read->name);
  g_clear_object (&read->dossier);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordRead, record_read_free)

static gboolean
read_record (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  RecordRead *read = data;
  g_autoptr(BellRecord) record = NULL;
  g_autoptr(GError) local = NULL;
  BellId id;

  if (!bell_id_parse (read->name, &id))
    {
      record = bell_txn_find_record (txn, read->name, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (record == NULL)
        {
          bell_error_set (error, BELL_ERROR_NOT_FOUND, NULL, _("There is no record “%s”."), read->name);
          return FALSE;
        }
      id = *bell_entity_get_id (BELL_ENTITY (record));
    }

  read->dossier = bell_txn_load_dossier (txn, &id, read->viewer->classes, error);
  return read->dossier != NULL && bell_viewer_trim_dossier (read->viewer, read->dossier, error);
}

static RecordRead *
record_read_new (BellDesk    *self,
                 const char  *record,
                 GError     **error)
{
  RecordRead *read;

  if (self->person == NULL)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Choose your name and type your PIN."), _("Nobody is signed in."));
      return NULL;
    }

  read = g_new0 (RecordRead, 1);
  read->viewer = bell_viewer_new (self);
  read->name = g_strdup (record);
  return read;
}

static void
open_record_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(GTask) task = data;
  RecordRead *read = g_task_get_task_data (task);
  GError *error = NULL;

  if (bell_store_read_finish (BELL_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&read->dossier), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
bell_desk_open_record_async (BellDesk            *self,
                             const char          *record,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  RecordRead *read;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (record != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_open_record_async);
  read = record_read_new (self, record, &error);
  if (read == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, read, (GDestroyNotify) record_read_free);
  bell_store_read_async (self->store, read_record, read, NULL, cancellable, open_record_cb, g_steal_pointer (&task));
}

BellDossier *
bell_desk_open_record_finish (BellDesk      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

BellDossier *
bell_desk_open_record (BellDesk    *self,
                       const char  *record,
                       GError     **error)
{
  g_autoptr(RecordRead) read = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  read = record_read_new (self, record, error);
  if (read == NULL || !bell_store_read (self->store, read_record, read, NULL, error))
    return NULL;
  return g_steal_pointer (&read->dossier);
}

/* --- The heads of the board and of the stays --- */

typedef struct
{
  BellQuery *query;
  BellCounts counts;
} BoardCount;

static void
board_count_free (BoardCount *count)
{
  bell_query_free (count->query);
  bell_counts_clear (&count->counts);
  g_free (count);
}

static gboolean
read_board_count (BellTxn       *txn,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  BoardCount *count = data;

  return bell_txn_counts (txn, count->query, &count->counts, error);
}

static void
board_counted_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(GTask) task = data;
  BoardCount *count = g_task_get_task_data (task);
  GError *error = NULL;

  guint stays[3];

  if (!bell_store_read_finish (BELL_STORE (source), result, &error))
    g_task_return_error (task, error);
  else if (g_task_get_source_tag (task) == bell_desk_count_stays_async)
    {
      stays[0] = count->counts.arrivals;
      stays[1] = count->counts.in_house;
      stays[2] = count->counts.departures;
      g_task_return_pointer (task, g_memdup2 (stays, sizeof stays), g_free);
    }
  else
    g_task_return_pointer (task, g_memdup2 (count->counts.board, sizeof count->counts.board), g_free);
}

void
bell_desk_count_board_async (BellDesk            *self,
                             const char          *department,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_ARRIVALS);
  g_autoptr(GTask) task = NULL;
  BoardCount *count;

  g_return_if_fail (BELL_IS_DESK (self));

  query->department = g_strdup (department);
  count = g_new0 (BoardCount, 1);
  count->query = bell_desk_complete_query (self, query);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_count_board_async);
  g_task_set_task_data (task, count, (GDestroyNotify) board_count_free);
  bell_store_read_async (self->store, read_board_count, count, NULL, cancellable, board_counted_cb, g_steal_pointer (&task));
}

guint *
bell_desk_count_board_finish (BellDesk      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
bell_desk_count_stays_async (BellDesk            *self,
                             const char          *day,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_ARRIVALS);
  g_autoptr(GTask) task = NULL;
  BoardCount *count;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (day != NULL);

  query->day = g_strdup (day);
  count = g_new0 (BoardCount, 1);
  count->query = bell_desk_complete_query (self, query);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_count_stays_async);
  g_task_set_task_data (task, count, (GDestroyNotify) board_count_free);
  bell_store_read_async (self->store, read_board_count, count, NULL, cancellable, board_counted_cb, g_steal_pointer (&task));
}

guint *
bell_desk_count_stays_finish (BellDesk      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
