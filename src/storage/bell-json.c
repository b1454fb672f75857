/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "bell-json.h"

static void
add_string (GString    *json,
            const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (json, "\\\"");
        break;
      case '\\':
        g_string_append (json, "\\\\");
        break;
      case '\n':
        g_string_append (json, "\\n");
        break;
      case '\t':
        g_string_append (json, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20)
          g_string_append_printf (json, "\\u%04x", *p);
        else
          g_string_append_c (json, *p);
      }
  g_string_append_c (json, '"');
}

void
bell_json_add_member (GString    *json,
                      const char *name,
                      const char *text,
                      gboolean    bare)
{
  g_string_append_c (json, json->len == 0 ? '{' : ',');
  add_string (json, name);
  g_string_append_c (json, ':');
  if (bare)
    g_string_append (json, text);
  else
    add_string (json, text);
}

char *
bell_json_close (GString *json)
{
  g_string_append (json, json->len == 0 ? "{}" : "}");
  return g_string_free_and_steal (json);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

char *
bell_json_from_values (GHashTable *values)
{
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GString) json = NULL;

  if (values == NULL || g_hash_table_size (values) == 0)
    return NULL;

  names = g_hash_table_get_keys_as_ptr_array (values);
  g_ptr_array_sort (names, compare_names);
  json = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    bell_json_add_member (json, names->pdata[i], g_hash_table_lookup (values, names->pdata[i]), FALSE);
  return bell_json_close (g_steal_pointer (&json));
}

/* Ends the string that begins at @at in place and takes its escapes away; where it goes on, NULL when it has other escapes. */
static char *
end_string (char *at)
{
  char *to = at;

  for (; *at != '"'; at++)
    {
      char c = *at;

      if ((guchar) c < 0x20)
        return NULL;
      if (c == '\\')
        {
          at++;
          if (*at == 'n')
            c = '\n';
          else if (*at == 't')
            c = '\t';
          else if (*at == '"' || *at == '\\')
            c = *at;
          else
            return NULL;
        }
      *to++ = c;
    }
  *to = '\0';
  return at + 1;
}

/* A whole number or a truth value, NULL for anything else; @end is what stands behind it. */
static char *
find_bare (char  *at,
           char **end)
{
  gsize sign = *at == '-';
  gsize length = strspn (at + sign, "0123456789");

  /* json-glib knows what to think of 007. */
  if (length > 1 && at[sign] == '0')
    return NULL;
  if (length > 0)
    length += sign;
  if (length == 0 && g_str_has_prefix (at, "true"))
    length = 4;
  if (length == 0 && g_str_has_prefix (at, "false"))
    length = 5;
  *end = at + length;
  return length > 0 && length < 19 && (**end == ',' || **end == '}') ? at : NULL;
}

#define MAX_MEMBERS 64

/* Objects as this program writes them, without a tree; FALSE, and nothing called, for what needs a real parser. */
static gboolean
read_plain (const char   *json,
            BellJsonFunc  func,
            gpointer      data)
{
  g_autofree char *copy = g_strdup (json);
  const char *members[2 * MAX_MEMBERS];
  char *at = copy;
  guint n = 0;

  if (g_str_equal (json, "{}"))
    return TRUE;
  if (*at != '{' || !g_utf8_validate (json, -1, NULL))
    return FALSE;
  for (char next = ','; next == ',';)
    {
      gboolean bare;

      if (n == 2 * MAX_MEMBERS || at[1] != '"')
        return FALSE;
      members[n++] = at + 2;
      at = end_string (at + 2);
      if (at == NULL || *at++ != ':')
        return FALSE;
      bare = *at != '"';
      members[n++] = bare ? find_bare (at, &at) : at + 1;
      if (!bare)
        at = end_string (at + 1);
      if (at == NULL || members[n - 1] == NULL)
        return FALSE;
      next = *at;
      if (next == '}' ? at[1] != '\0' : next != ',')
        return FALSE;
      if (bare)
        *at = '\0';
    }

  for (guint i = 0; i < n; i += 2)
    func (members[i], members[i + 1], data);
  return TRUE;
}

static gboolean
read_any (const char   *json,
          BellJsonFunc  func,
          gpointer      data)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!json_parser_load_from_data (parser, json, -1, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;

  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &name, &node))
    {
      g_autofree char *number = NULL;

      if (!JSON_NODE_HOLDS_VALUE (node))
        continue;
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        func (name, json_node_get_string (node), data);
      else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        func (name, json_node_get_boolean (node) ? "true" : "false", data);
      else
        {
          number = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
          func (name, number, data);
        }
    }
  return TRUE;
}

gboolean
bell_json_foreach (const char   *json,
                   BellJsonFunc  func,
                   gpointer      data)
{
  return json != NULL && (read_plain (json, func, data) || read_any (json, func, data));
}

static void
add_value (const char *name,
           const char *text,
           gpointer    values)
{
  g_hash_table_insert (values, g_strdup (name), g_strdup (text));
}

GHashTable *
bell_json_parse_values (const char *json)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  bell_json_foreach (json, add_value, values);
  return values;
}
