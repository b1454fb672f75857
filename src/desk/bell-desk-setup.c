/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-desk-definitions.h"
#include "bell-desk-private.h"
#include "bell-desk-setup.h"

void
bell_setup_texts_free (BellSetupTexts *texts)
{
  if (texts == NULL)
    return;

  g_clear_pointer (&texts->definitions, g_hash_table_unref);
  g_clear_pointer (&texts->own, g_hash_table_unref);
  g_clear_pointer (&texts->mappings, g_hash_table_unref);
  g_clear_pointer (&texts->own_mappings, g_hash_table_unref);
  g_free (texts);
}

/* Reads the settings below @prefix into @own, and their texts over those in @texts (nullable). */
static GHashTable *
read_own (BellTxn      *txn,
          const char   *prefix,
          GHashTable   *texts,
          GError      **error)
{
  g_autoptr(GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) keys = bell_txn_list_settings (txn, prefix, error);

  if (keys == NULL)
    return NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr(GError) local = NULL;
      g_autofree char *text = bell_txn_get_setting (txn, keys[i], &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (text == NULL)
        continue;
      g_hash_table_add (own, g_strdup (keys[i] + strlen (prefix)));
      if (texts != NULL)
        g_hash_table_replace (texts, g_strdup (keys[i] + strlen (prefix)), g_steal_pointer (&text));
    }
  return g_steal_pointer (&own);
}

static gboolean
read_texts (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  BellSetupTexts *texts = data;

  texts->mappings = bell_definitions_shipped_mappings ();
  return (texts->definitions = bell_definitions_read_texts (txn, error)) != NULL &&
         (texts->own = read_own (txn, "definition:", NULL, error)) != NULL &&
         (texts->own_mappings = read_own (txn, "mapping:", texts->mappings, error)) != NULL;
}

static void
setup_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(GTask) task = data;
  BellSetupTexts *texts = g_task_get_task_data (task);
  GError *error = NULL;

  g_task_set_task_data (task, NULL, NULL);
  if (bell_store_read_finish (BELL_STORE (source), result, &error))
    {
      g_task_return_pointer (task, texts, (GDestroyNotify) bell_setup_texts_free);
      return;
    }
  bell_setup_texts_free (texts);
  g_task_return_error (task, error);
}

void
bell_desk_read_setup_async (BellDesk            *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  BellSetupTexts *texts = g_new0 (BellSetupTexts, 1);

  g_return_if_fail (BELL_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_read_setup_async);
  g_task_set_task_data (task, texts, NULL);
  bell_store_read_async (self->store, read_texts, texts, NULL, cancellable, setup_read_cb, g_steal_pointer (&task));
}

BellSetupTexts *
bell_desk_read_setup_finish (BellDesk      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

BellSetupTexts *
bell_desk_read_setup (BellDesk  *self,
                      GError   **error)
{
  g_autoptr(BellSetupTexts) texts = g_new0 (BellSetupTexts, 1);

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  return bell_store_read (self->store, read_texts, texts, NULL, error) ? g_steal_pointer (&texts) : NULL;
}
