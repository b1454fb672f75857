/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "permissions-table.h"

static void
row_free (PermissionRow *row)
{
  g_free (row->role);
  g_hash_table_unref (row->on_kind);
  g_hash_table_unref (row->any);
  g_free (row);
}

static char **
words_of (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_autoptr(GString) full = g_string_new (bare);

  g_string_replace (full, "work", "view create edit check move propose raise", 0);
  return g_strsplit (full->str, " ", -1);
}

static gboolean
is_meant (const BellKind    *kind,
          const char *const *kinds)
{
  return g_strv_contains (kinds, "all") || g_strv_contains (kinds, kind->id) || g_strv_contains (kinds, kind->setup ? "setup" : "guest");
}

static void
allow (PermissionRow   *row,
       BellDefinitions *definitions,
       char            *left,
       const char      *right)
{
  g_auto(GStrv) kinds = g_strsplit (left, " ", -1);
  g_auto(GStrv) actions = words_of (right);
  GPtrArray *all = bell_definitions_kinds (definitions);
  int reach = g_str_equal (kinds[0], "property") ? BELL_REACH_PROPERTY : BELL_REACH_DEPARTMENT;

  for (guint a = 0; actions[a] != NULL; a++)
    {
      if (g_str_equal (kinds[0], "any"))
        g_hash_table_add (row->any, g_strdup (actions[a]));
      for (guint i = 0; i < all->len && !g_str_equal (kinds[0], "any"); i++)
        {
          const BellKind *kind = all->pdata[i];
          g_autofree char *key = g_strdup_printf ("%s %s", kind->id, actions[a]);
          int before = GPOINTER_TO_INT (g_hash_table_lookup (row->on_kind, key));

          if (is_meant (kind, (const char *const *) kinds))
            g_hash_table_replace (row->on_kind, g_steal_pointer (&key), GINT_TO_POINTER (MAX (before, reach)));
        }
    }
}

static guint
classes_of (const char *text)
{
  g_auto(GStrv) words = words_of (text);
  guint classes = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int class_ = 0;

      g_assert_true (bell_enum_from_nick (BELL_TYPE_CLASS, words[i], &class_));
      classes |= BELL_CLASS_BIT (class_);
    }
  return classes;
}

GPtrArray *
permissions_read_table (BellDefinitions *definitions)
{
  g_autofree char *path = g_build_filename (g_getenv ("DESKBELL_SOURCE_ROOT"), "tests/rules/permissions.txt", NULL);
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strchr (lines[i], ':');

      if (lines[i][0] == '#' || colon == NULL)
        continue;
      *colon = '\0';
      if (g_str_has_prefix (lines[i], "role "))
        {
          PermissionRow *row = g_new0 (PermissionRow, 1);

          row->role = g_strdup (lines[i] + strlen ("role "));
          row->classes = classes_of (colon + 1);
          row->on_kind = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          row->any = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_ptr_array_add (table, row);
        }
      else
        allow (table->pdata[table->len - 1], definitions, lines[i], colon + 1);
    }
  return table;
}

gboolean
permissions_expect (const PermissionRow *row,
                    BellAction           action,
                    const char          *kind,
                    gboolean             own_department,
                    gboolean             is_own)
{
  g_autofree char *key = g_strdup_printf ("%s %s", kind, bell_enum_nick (BELL_TYPE_ACTION, action));
  int reach = GPOINTER_TO_INT (g_hash_table_lookup (row->on_kind, key));

  return reach == BELL_REACH_PROPERTY || (reach == BELL_REACH_DEPARTMENT && (own_department || is_own)) ||
         (action == BELL_ACTION_VIEW && is_own);
}

gboolean
permissions_expect_any (const PermissionRow *row,
                        BellAction           action)
{
  return g_hash_table_contains (row->any, bell_enum_nick (BELL_TYPE_ACTION, action));
}
