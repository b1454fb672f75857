/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-definitions-private.h"
#include "bell-error.h"

void
bell_place_complain (BellPlace  *self,
                     const char *key,
                     const char *remedy,
                     const char *format,
                     ...)
{
  g_autofree char *what = NULL;
  g_autofree char *where = NULL;
  va_list args;

  if (bell_place_failed (self))
    return;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  if (key == NULL)
    where = g_strdup (self->path[0] != '\0' ? self->path : "/");
  else if (self->path[0] == '\0')
    where = g_strdup (key);
  else
    where = g_strdup_printf ("%s.%s", self->path, key);

  /* Translators: a file, the place in it, and a sentence about what is wrong there */
  bell_error_set (self->error, BELL_ERROR_INPUT, remedy, _("%s.json, %s: %s"), self->file, where, what);
}

gboolean
bell_place_failed (BellPlace *self)
{
  return *self->error != NULL;
}

static gboolean
is_known_key (const char *keys,
              const char *key)
{
  g_auto(GStrv) known = g_strsplit (keys, " ", -1);

  return g_strv_contains ((const char *const *) known, key);
}

void
bell_place_init (BellPlace        *self,
                 BellDefinitions  *definitions,
                 const char       *file,
                 char             *path,
                 JsonNode         *node,
                 const char       *keys,
                 GError          **error)
{
  g_autoptr(GList) members = NULL;

  *self = (BellPlace) { definitions, file, path, NULL, error };
  if (bell_place_failed (self))
    return;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      bell_place_complain (self, NULL, _("Write an object in braces here."), _("This is not an object."));
      return;
    }

  self->object = json_object_ref (json_node_get_object (node));
  members = json_object_get_members (self->object);
  for (GList *l = members; l != NULL && keys != NULL; l = l->next)
    if (!is_known_key (keys, l->data))
      {
        g_autofree char *remedy = g_strdup_printf (_("Known here are: %s."), keys);

        bell_place_complain (self, l->data, remedy, _("There is no such entry as “%s”."), (const char *) l->data);
      }
}

void
bell_place_clear (BellPlace *self)
{
  g_clear_pointer (&self->object, json_object_unref);
  g_clear_pointer (&self->path, g_free);
}

static JsonNode *
get (BellPlace  *self,
     const char *key)
{
  return bell_place_failed (self) || self->object == NULL ? NULL : json_object_get_member (self->object, key);
}

gboolean
bell_place_has (BellPlace  *self,
                const char *key)
{
  return get (self, key) != NULL;
}

char *
bell_place_text (BellPlace  *self,
                 const char *key)
{
  JsonNode *node = get (self, key);

  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
      json_node_get_string (node)[0] == '\0')
    {
      bell_place_complain (self, key, _("Write a text in quotation marks, or leave the entry out."), _("This is not a text."));
      return NULL;
    }

  return bell_definitions_intern (self->definitions, json_node_get_string (node));
}

char *
bell_place_required (BellPlace  *self,
                     const char *key)
{
  char *text = bell_place_text (self, key);

  if (text == NULL)
    bell_place_complain (self, key, _("Add this entry."), _("This is missing."));
  return text;
}

char *
bell_place_label (BellPlace  *self,
                  const char *key,
                  gboolean    required)
{
  char *text = required ? bell_place_required (self, key) : bell_place_text (self, key);

  return text != NULL ? bell_definitions_intern (self->definitions, g_dgettext (GETTEXT_PACKAGE, text)) : NULL;
}

gboolean
bell_place_flag (BellPlace  *self,
                 const char *key)
{
  JsonNode *node = get (self, key);

  if (node == NULL)
    return FALSE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      bell_place_complain (self, key, _("Write true or false."), _("This is neither true nor false."));
      return FALSE;
    }

  return json_node_get_boolean (node);
}

double
bell_place_number (BellPlace  *self,
                   const char *key)
{
  JsonNode *node = get (self, key);

  if (node == NULL)
    return 0;

  if (!JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    {
      bell_place_complain (self, key, _("Write a number without quotation marks."), _("This is not a number."));
      return 0;
    }

  return json_node_get_double (node);
}

int
bell_place_int (BellPlace  *self,
                const char *key,
                int         fallback,
                int         min,
                int         max)
{
  double number = bell_place_number (self, key);

  if (!bell_place_has (self, key))
    return fallback;

  if (number < min || number > max || number != (int) number)
    {
      g_autofree char *remedy = g_strdup_printf (_("Write a whole number from %d to %d."), min, max);

      bell_place_complain (self, key, remedy, _("This number is not possible here."));
      return fallback;
    }

  return (int) number;
}

int
bell_place_enum (BellPlace  *self,
                 const char *key,
                 GType       type,
                 int         fallback)
{
  const char *nick = fallback < -1 ? bell_place_required (self, key) : bell_place_text (self, key);
  int value = MAX (fallback, 0);

  if (nick == NULL)
    return fallback < -1 ? 0 : fallback;

  if (!bell_enum_from_nick (type, nick, &value))
    {
      g_autofree char *nicks = bell_enum_nicks (type);
      g_autofree char *remedy = g_strdup_printf (_("Use one of: %s."), nicks);

      bell_place_complain (self, key, remedy, _("“%s” is not known here."), nick);
    }

  return value;
}

char **
bell_place_texts (BellPlace  *self,
                  const char *key,
                  gboolean    translated)
{
  JsonNode *node = get (self, key);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint length = array != NULL ? json_array_get_length (array) : 0;
  char **texts = bell_definitions_alloc (self->definitions, (length + 1) * sizeof (char *));
  guint kept = 0;

  if (node != NULL && array == NULL)
    bell_place_complain (self, key, _("Write texts in square brackets."), _("This is not a list."));

  for (guint i = 0; i < length; i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (item) || json_node_get_value_type (item) != G_TYPE_STRING)
        bell_place_complain (self, key, _("Write each text in quotation marks."), _("Entry %u is not a text."), i + 1);
      else
        texts[kept++] = bell_definitions_intern (self->definitions,
                                                 translated ? g_dgettext (GETTEXT_PACKAGE, json_node_get_string (item))
                                                            : json_node_get_string (item));
    }

  return texts;
}

static char *
known_ids (BellDefinitions *self,
           BellListed       listed)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < self->listed[listed]->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", *(char **) self->listed[listed]->pdata[i]);
  return g_string_free (ids, FALSE);
}

char *
bell_place_ref (BellPlace  *self,
                const char *key,
                BellListed  to,
                gboolean    required)
{
  char *id = required ? bell_place_required (self, key) : bell_place_text (self, key);

  if (id != NULL && bell_definitions_find (self->definitions, to, id) == NULL)
    {
      g_autofree char *ids = known_ids (self->definitions, to);
      g_autofree char *remedy = g_strdup_printf (_("Define it, or use one of: %s."), ids);

      /* Translators: the first is a kind of thing such as "role" or "ladder" */
      bell_place_complain (self, key, remedy, _("There is no %s “%s”."), bell_listed_name (to), id);
    }

  return id;
}

void
bell_place_check_kinds (BellPlace   *self,
                        const char  *key,
                        char       **ids)
{
  for (int i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (self->definitions->kind_ids, ids[i]))
      bell_place_complain (self, key, _("Add a file of that name to “kinds”, or correct the name."),
                           _("There is no kind “%s”."), ids[i]);
}

void
bell_place_each (BellPlace     *self,
                 const char    *key,
                 const char    *keys,
                 gboolean       required,
                 BellPlaceFunc  func,
                 gpointer       data)
{
  JsonNode *node = get (self, key);
  JsonArray *array;

  if (node == NULL)
    {
      if (required)
        bell_place_complain (self, key, _("Add this entry."), _("This is missing."));
      return;
    }

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      bell_place_complain (self, key, _("Write objects in square brackets."), _("This is not a list."));
      return;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array) && !bell_place_failed (self); i++)
    {
      g_auto(BellPlace) item = { 0 };
      char *path = g_strdup_printf ("%s%s%s[%u]", self->path, self->path[0] != '\0' ? "." : "", key, i);

      bell_place_init (&item, self->definitions, self->file, path, json_array_get_element (array, i), keys, self->error);
      if (!bell_place_failed (&item))
        func (&item, data);
    }
}
