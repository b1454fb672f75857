/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-private.h"

/* More than this is told as this: nobody works through so many, and each is judged by itself. */
#define MOST 2000

/* Counts the rows of @query that the person sees, of @total that there are. */
static gboolean
count_seen (BellViewer       *self,
            BellTxn          *txn,
            const BellQuery  *query,
            guint             total,
            guint            *seen,
            GError          **error)
{
  g_autoptr(GPtrArray) rows = NULL;

  *seen = 0;
  if (total == 0)
    return TRUE;

  rows = bell_viewer_read (self, txn, query, NULL, MIN (total, MOST), error);
  if (rows == NULL)
    return FALSE;
  *seen = rows->len;
  return TRUE;
}

static gboolean
count_list (BellViewer       *self,
            BellTxn          *txn,
            const BellQuery  *base,
            BellListKind      list,
            guint            *count,
            GError          **error)
{
  g_autoptr(BellQuery) query = bell_query_new (list);

  query->property = g_strdup (base->property);
  query->now = base->now;
  query->classes = base->classes;
  return count_seen (self, txn, query, *count, count, error);
}

static gboolean
count_workflow (BellViewer       *self,
                BellTxn          *txn,
                const BellQuery  *base,
                const char       *id,
                guint            *count,
                GError          **error)
{
  const BellWorkflow *workflow = bell_definitions_workflow (self->definitions, id);
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_RECORDS);

  if (workflow != NULL &&
      bell_permissions_reach (self->definitions, self->roles, BELL_ACTION_VIEW, workflow->kinds[BELL_SLOT_OWNED]->id) ==
        BELL_REACH_PROPERTY)
    return TRUE;

  query->workflow = g_strdup (id);
  query->open_only = TRUE;
  query->property = g_strdup (base->property);
  query->now = base->now;
  query->classes = base->classes;
  return count_seen (self, txn, query, *count, count, error);
}

gboolean
bell_viewer_counts (BellViewer       *self,
                    BellTxn          *txn,
                    const BellQuery  *base,
                    BellCounts       *counts,
                    GError          **error)
{
  GHashTableIter iter;
  gpointer id, value;

  if (!bell_txn_counts (txn, base, counts, error))
    return FALSE;

  if (!count_list (self, txn, base, BELL_LIST_APPROVALS, &counts->approvals, error) ||
      !count_list (self, txn, base, BELL_LIST_EXCEPTIONS, &counts->exceptions, error))
    return FALSE;

  g_hash_table_iter_init (&iter, counts->workflows);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      guint count = GPOINTER_TO_UINT (value);

      if (!count_workflow (self, txn, base, id, &count, error))
        return FALSE;
      g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (count));
    }
  return TRUE;
}
