/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-desk-definitions.h"
#include "bell-desk-data.h"

#define BASE_PATH "/io/github/deskbell/Deskbell/data/"

/* Collects the JSON files below a resource folder under their names without ".json". */
static void
collect (GResource   *resource,
         const char  *folder,
         const char  *prefix,
         GHashTable  *texts)
{
  g_autofree char *path = g_strconcat (BASE_PATH, folder, prefix, NULL);
  g_auto(GStrv) children = g_resource_enumerate_children (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (prefix, children[i], NULL);
      g_autofree char *file = g_strconcat (path, children[i], NULL);
      g_autoptr(GBytes) bytes = NULL;

      if (g_str_has_suffix (name, "/"))
        {
          collect (resource, folder, name, texts);
          continue;
        }
      if (!g_str_has_suffix (name, ".json"))
        continue;

      bytes = g_resource_lookup_data (resource, file, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_assert (bytes != NULL);
      name[strlen (name) - strlen (".json")] = '\0';
      g_hash_table_replace (texts, g_steal_pointer (&name),
                            g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
}

static GHashTable *
shipped (const char *folder)
{
  static gsize registered;
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (g_once_init_enter (&registered))
    {
      bell_desk_data_register_resource ();
      g_once_init_leave (&registered, 1);
    }

  collect (bell_desk_data_get_resource (), folder, "", texts);
  return texts;
}

GHashTable *
bell_definitions_shipped_mappings (void)
{
  return shipped ("mappings/");
}

GHashTable *
bell_definitions_read_texts (BellTxn  *txn,
                             GError  **error)
{
  g_autoptr(GHashTable) texts = shipped ("definitions/");
  g_auto(GStrv) own = bell_txn_list_settings (txn, "definition:", error);

  if (own == NULL)
    return NULL;

  for (guint i = 0; own[i] != NULL; i++)
    {
      g_autoptr(GError) local = NULL;
      g_autofree char *text = bell_txn_get_setting (txn, own[i], &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (text != NULL)
        g_hash_table_replace (texts, g_strdup (own[i] + strlen ("definition:")), g_steal_pointer (&text));
    }
  return g_steal_pointer (&texts);
}

void
bell_definitions_forget_own (GHashTable *texts,
                             const char *name)
{
  g_autoptr(GHashTable) original = shipped ("definitions/");
  const char *text = g_hash_table_lookup (original, name);

  if (text != NULL)
    g_hash_table_replace (texts, g_strdup (name), g_strdup (text));
  else
    g_hash_table_remove (texts, name);
}
