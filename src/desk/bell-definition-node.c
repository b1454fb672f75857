/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "bell-desk-setup.h"

struct _BellDefinitionNode
{
  GObject parent_instance;

  BellNodeType type;
  char *key;
  char *value;
  GListStore *children;
};

G_DEFINE_FINAL_TYPE (BellDefinitionNode, bell_definition_node, G_TYPE_OBJECT)

static void
bell_definition_node_finalize (GObject *object)
{
  BellDefinitionNode *self = BELL_DEFINITION_NODE (object);

  g_free (self->key);
  g_free (self->value);
  g_object_unref (self->children);

  G_OBJECT_CLASS (bell_definition_node_parent_class)->finalize (object);
}

static void
bell_definition_node_class_init (BellDefinitionNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_definition_node_finalize;
}

static void
bell_definition_node_init (BellDefinitionNode *self)
{
  self->children = g_list_store_new (BELL_TYPE_DEFINITION_NODE);
}

/* --- From JSON --- */

static BellDefinitionNode *from_json (const char *key, JsonNode *json);

static gboolean
is_words (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
      return FALSE;
  return TRUE;
}

static void
take_array (BellDefinitionNode *self,
            JsonArray          *array)
{
  g_autoptr(GString) words = NULL;

  self->type = is_words (array) ? BELL_NODE_WORDS : BELL_NODE_LIST;
  if (self->type == BELL_NODE_LIST)
    {
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autoptr(BellDefinitionNode) child = from_json (NULL, json_array_get_element (array, i));

          g_list_store_append (self->children, child);
        }
      return;
    }

  words = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", json_array_get_string_element (array, i));
  self->value = g_strdup (words->str);
}

static void
take_leaf (BellDefinitionNode *self,
           JsonNode           *json)
{
  GType type = json_node_get_value_type (json);

  if (type == G_TYPE_BOOLEAN)
    {
      self->type = BELL_NODE_FLAG;
      self->value = g_strdup (json_node_get_boolean (json) ? "true" : "false");
    }
  else if (type == G_TYPE_INT64)
    {
      self->type = BELL_NODE_NUMBER;
      self->value = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (json));
    }
  else if (type == G_TYPE_DOUBLE)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      self->type = BELL_NODE_NUMBER;
      self->value = g_strdup (g_ascii_dtostr (text, sizeof text, json_node_get_double (json)));
    }
  else
    {
      self->type = BELL_NODE_TEXT;
      self->value = json_node_dup_string (json);
    }
}

static BellDefinitionNode *
from_json (const char *key,
           JsonNode   *json)
{
  BellDefinitionNode *self = g_object_new (BELL_TYPE_DEFINITION_NODE, NULL);

  self->key = g_strdup (key);
  if (JSON_NODE_HOLDS_OBJECT (json))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      self->type = BELL_NODE_OBJECT;
      json_object_iter_init_ordered (&iter, json_node_get_object (json));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          g_autoptr(BellDefinitionNode) child = from_json (name, member);

          g_list_store_append (self->children, child);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (json))
    take_array (self, json_node_get_array (json));
  else
    take_leaf (self, json);
  return self;
}

BellDefinitionNode *
bell_definition_node_parse (const char  *text,
                            GError     **error)
{
  g_autoptr(JsonNode) json = NULL;
  g_autoptr(GError) local = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  json = json_from_string (text, &local);
  if (json == NULL)
    {
      bell_error_set (error, BELL_ERROR_INPUT, NULL, _("This is not well-formed JSON: %s"),
                      local != NULL ? local->message : _("it is empty"));
      return NULL;
    }
  return from_json (NULL, json);
}

/* --- To JSON --- */

static JsonNode *
words_to_json (const char *value)
{
  g_autoptr(JsonArray) array = json_array_new ();
  g_auto(GStrv) words = g_strsplit (value != NULL ? value : "", ",", -1);
  JsonNode *json = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strstrip (words[i])[0] != '\0')
      json_array_add_string_element (array, words[i]);
  json_node_set_array (json, array);
  return json;
}

static JsonNode *
leaf_to_json (BellDefinitionNode *self)
{
  JsonNode *json = json_node_new (JSON_NODE_VALUE);
  double number;

  switch (self->type)
    {
    case BELL_NODE_FLAG:
      json_node_set_boolean (json, g_strcmp0 (self->value, "true") == 0);
      return json;
    case BELL_NODE_NUMBER:
      number = g_ascii_strtod (self->value, NULL);
      if (number == trunc (number) && fabs (number) < 1e15)
        json_node_set_int (json, (gint64) number);
      else
        json_node_set_double (json, number);
      return json;
    case BELL_NODE_TEXT:
    case BELL_NODE_WORDS:
    case BELL_NODE_OBJECT:
    case BELL_NODE_LIST:
    default:
      if (self->value == NULL)
        {
          json_node_unref (json);
          return json_node_new (JSON_NODE_NULL);
        }
      json_node_set_string (json, self->value);
      return json;
    }
}

static JsonNode *
to_json (BellDefinitionNode *self)
{
  guint n_children = g_list_model_get_n_items (G_LIST_MODEL (self->children));
  JsonNode *json;

  if (self->type == BELL_NODE_WORDS)
    return words_to_json (self->value);
  if (self->type != BELL_NODE_OBJECT && self->type != BELL_NODE_LIST)
    return leaf_to_json (self);

  json = json_node_new (self->type == BELL_NODE_OBJECT ? JSON_NODE_OBJECT : JSON_NODE_ARRAY);
  if (self->type == BELL_NODE_OBJECT)
    json_node_take_object (json, json_object_new ());
  else
    json_node_take_array (json, json_array_sized_new (n_children));

  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr(BellDefinitionNode) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      if (self->type == BELL_NODE_OBJECT)
        json_object_set_member (json_node_get_object (json), child->key, to_json (child));
      else
        json_array_add_element (json_node_get_array (json), to_json (child));
    }
  return json;
}

char *
bell_definition_node_to_text (BellDefinitionNode *root)
{
  g_autoptr(JsonNode) json = NULL;

  g_return_val_if_fail (BELL_IS_DEFINITION_NODE (root), NULL);

  json = to_json (root);
  return json_to_string (json, TRUE);
}

/* --- What a form asks --- */

BellNodeType
bell_definition_node_get_node_type (BellDefinitionNode *self)
{
  g_return_val_if_fail (BELL_IS_DEFINITION_NODE (self), BELL_NODE_TEXT);

  return self->type;
}

const char *
bell_definition_node_get_key (BellDefinitionNode *self)
{
  g_return_val_if_fail (BELL_IS_DEFINITION_NODE (self), NULL);

  return self->key;
}

const char *
bell_definition_node_get_value (BellDefinitionNode *self)
{
  g_return_val_if_fail (BELL_IS_DEFINITION_NODE (self), NULL);

  return self->value;
}

GListModel *
bell_definition_node_get_children (BellDefinitionNode *self)
{
  g_return_val_if_fail (BELL_IS_DEFINITION_NODE (self), NULL);

  return G_LIST_MODEL (self->children);
}

static const char *
child_value (BellDefinitionNode *self,
             const char         *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    {
      g_autoptr(BellDefinitionNode) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      if (g_strcmp0 (child->key, key) == 0)
        return child->value;
    }
  return NULL;
}

/* An object in a list is known by what tells it apart; a limit by its role, currency and kinds. */
static char *
name_of_object (BellDefinitionNode *self)
{
  static const char *const names[] = { "name", "label", "title", "id", "field", NULL };
  static const char *const parts[] = { "role", "currency", "kinds", "after-minutes", NULL };
  GString *text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (child_value (self, names[i]) != NULL)
      {
        g_string_free (text, TRUE);
        return g_strdup (child_value (self, names[i]));
      }
  for (guint i = 0; parts[i] != NULL; i++)
    if (child_value (self, parts[i]) != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", child_value (self, parts[i]));
  return g_string_free_and_steal (text);
}

char *
bell_definition_node_dup_label (BellDefinitionNode *self)
{
  g_autofree char *spaced = NULL;
  g_autofree char *first = NULL;

  g_return_val_if_fail (BELL_IS_DEFINITION_NODE (self), NULL);

  if (self->key == NULL)
    return self->type == BELL_NODE_OBJECT ? name_of_object (self) : g_strdup (self->value != NULL ? self->value : "");

  spaced = g_strdelimit (g_strdup (self->key), "-_", ' ');
  first = g_utf8_strup (spaced, g_utf8_next_char (spaced) - spaced);
  return g_strconcat (first, g_utf8_next_char (spaced), NULL);
}

gboolean
bell_definition_node_set_value (BellDefinitionNode *self,
                                const char         *value)
{
  char *end;

  g_return_val_if_fail (BELL_IS_DEFINITION_NODE (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (self->type == BELL_NODE_NUMBER)
    {
      g_ascii_strtod (value, &end);
      if (end == value || *end != '\0')
        return FALSE;
    }
  g_set_str (&self->value, value);
  return TRUE;
}

void
bell_definition_node_add_child (BellDefinitionNode *self)
{
  guint n_children;
  g_autoptr(BellDefinitionNode) last = NULL;
  g_autoptr(BellDefinitionNode) copy = NULL;
  g_autoptr(JsonNode) json = NULL;

  g_return_if_fail (BELL_IS_DEFINITION_NODE (self));
  g_return_if_fail (self->type == BELL_NODE_LIST);

  n_children = g_list_model_get_n_items (G_LIST_MODEL (self->children));
  if (n_children == 0)
    return;

  last = g_list_model_get_item (G_LIST_MODEL (self->children), n_children - 1);
  json = to_json (last);
  copy = from_json (NULL, json);
  g_list_store_append (self->children, copy);
}

void
bell_definition_node_remove_child (BellDefinitionNode *self,
                                   BellDefinitionNode *child)
{
  guint position;

  g_return_if_fail (BELL_IS_DEFINITION_NODE (self));
  g_return_if_fail (BELL_IS_DEFINITION_NODE (child));

  if (g_list_store_find (self->children, child, &position))
    g_list_store_remove (self->children, position);
}
