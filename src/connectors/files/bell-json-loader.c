/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-json-loader.h"

#include "bell-error.h"

#include <glib/gi18n.h>

gboolean
bell_loader_fail (BellLoader *self,
                  const char *path,
                  const char *format,
                  ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  bell_error_set (self->error, BELL_ERROR_INPUT, _("Correct the mapping file or choose another mapping."),
                  "%s: %s: %s", self->origin, path, what);

  return FALSE;
}

/*
 * Values of JSON
 */

const char *
bell_json_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

gboolean
bell_loader_text (BellLoader  *self,
                  JsonNode    *node,
                  const char  *path,
                  char       **text)
{
  if (bell_json_text (node) == NULL)
    return bell_loader_fail (self, path, _("must be a text."));

  g_set_str (text, bell_json_text (node));

  return TRUE;
}

gboolean
bell_loader_flag (BellLoader *self,
                  JsonNode   *node,
                  const char *path,
                  gboolean   *flag)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return bell_loader_fail (self, path, _("must be true or false."));

  *flag = json_node_get_boolean (node);

  return TRUE;
}

gboolean
bell_loader_number (BellLoader *self,
                    JsonNode   *node,
                    const char *path,
                    int         max,
                    int        *number)
{
  gint64 value;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return bell_loader_fail (self, path, _("must be a whole number."));

  value = json_node_get_int (node);
  if (value < 0 || value > max)
    return bell_loader_fail (self, path, _("must be from 0 to %d."), max);

  *number = (int) value;

  return TRUE;
}

/* A text or a list of texts. */
gboolean
bell_loader_texts (BellLoader *self,
                   JsonNode   *node,
                   const char *path,
                   GStrv      *texts)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (bell_json_text (node) != NULL)
    {
      g_strv_builder_add (builder, bell_json_text (node));
    }
  else if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *item = g_strdup_printf ("%s[%u]", path, i);

          if (bell_json_text (json_array_get_element (array, i)) == NULL)
            return bell_loader_fail (self, item, _("must be a text."));
          g_strv_builder_add (builder, bell_json_text (json_array_get_element (array, i)));
        }
    }
  else
    {
      return bell_loader_fail (self, path, _("must be a text or a list of texts."));
    }

  g_strfreev (*texts);
  *texts = g_strv_builder_end (builder);

  return TRUE;
}

JsonObject *
bell_loader_object (BellLoader        *self,
                    JsonNode          *node,
                    const char        *path,
                    const char *const *allowed)
{
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      bell_loader_fail (self, path, _("must be an object."));
      return NULL;
    }

  object = json_node_get_object (node);
  json_object_iter_init_ordered (&iter, object);
  while (allowed != NULL && json_object_iter_next_ordered (&iter, &name, NULL))
    {
      g_autofree char *known = NULL;

      if (g_strv_contains (allowed, name))
        continue;

      known = g_strjoinv (", ", (char **) allowed);
      bell_loader_fail (self, path, _("“%s” is not known here; known are %s."), name, known);
      return NULL;
    }

  return object;
}
