/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bell-ctl-json.h"
#include "bell-date.h"

/* --- JSON --- */

/* The name of a field as scripts know it: "class_" is only what C makes of "class". */
static char *
key_of (const BellField *field)
{
  gsize length = strlen (field->name);

  return g_strndup (field->name, field->name[length - 1] == '_' ? length - 1 : length);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_values (JsonBuilder *builder,
            GHashTable  *values)
{
  g_autofree char **keys = values != NULL ? (char **) g_hash_table_get_keys_as_array (values, NULL) : NULL;
  guint count = values != NULL ? g_hash_table_size (values) : 0;

  if (count > 0)
    qsort (keys, count, sizeof *keys, compare_keys);

  json_builder_begin_object (builder);
  for (guint i = 0; i < count; i++)
    {
      json_builder_set_member_name (builder, keys[i]);
      json_builder_add_string_value (builder, g_hash_table_lookup (values, keys[i]));
    }
  json_builder_end_object (builder);
}

static void
add_field (JsonBuilder     *builder,
           BellEntity      *entity,
           const BellField *field)
{
  gpointer member = bell_entity_member (entity, field);
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case BELL_FIELD_INT:
      json_builder_add_int_value (builder, *(gint64 *) member);
      break;
    case BELL_FIELD_FLAG:
      json_builder_add_boolean_value (builder, *(gint64 *) member != 0);
      break;
    case BELL_FIELD_VALUES:
      add_values (builder, *(GHashTable **) member);
      break;
    case BELL_FIELD_ID:
    case BELL_FIELD_TEXT:
    case BELL_FIELD_TIME:
    case BELL_FIELD_ENUM:
    default:
      text = bell_entity_dup_as_text (entity, field);
      if (text != NULL)
        json_builder_add_string_value (builder, text);
      else
        json_builder_add_null_value (builder);
    }
}

void
bell_ctl_add_entity (JsonBuilder *builder,
                     BellEntity  *entity)
{
  BellEntityClass *klass;
  g_autofree char *id = NULL;

  if (entity == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  klass = BELL_ENTITY_GET_CLASS (entity);
  id = bell_id_to_string (bell_entity_get_id (entity));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *key = key_of (&klass->fields[i]);

      json_builder_set_member_name (builder, key);
      add_field (builder, entity, &klass->fields[i]);
    }
  json_builder_end_object (builder);
}

void
bell_ctl_add_list (JsonBuilder *builder,
                   const char  *name,
                   GListModel  *list)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(BellEntity) entity = g_list_model_get_item (list, i);

      bell_ctl_add_entity (builder, entity);
    }
  json_builder_end_array (builder);
}

char *
bell_ctl_json_text (JsonBuilder *builder,
                    gboolean     pretty)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, pretty);
}

void
bell_ctl_print_json (JsonBuilder *builder)
{
  g_autofree char *text = bell_ctl_json_text (builder, TRUE);

  puts (text);
}

void
bell_ctl_tell (BellCtl    *self,
               const char *sentence,
               ...)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const char *key;
  va_list pairs;

  if (!self->json)
    {
      puts (sentence);
      return;
    }

  json_builder_begin_object (builder);
  va_start (pairs, sentence);
  while ((key = va_arg (pairs, const char *)) != NULL)
    {
      const char *value = va_arg (pairs, const char *);
      gsize length = strlen (key);
      g_autofree char *name = g_strndup (key, strcspn (key, "?#"));

      json_builder_set_member_name (builder, name);
      if (key[length - 1] == '?')
        json_builder_add_boolean_value (builder, value != NULL && g_str_equal (value, "true"));
      else if (value == NULL)
        json_builder_add_null_value (builder);
      else if (key[length - 1] == '#')
        json_builder_add_int_value (builder, g_ascii_strtoll (value, NULL, 10));
      else
        json_builder_add_string_value (builder, value);
    }
  va_end (pairs);
  json_builder_set_member_name (builder, "sentence");
  json_builder_add_string_value (builder, sentence);
  json_builder_end_object (builder);
  bell_ctl_print_json (builder);
}

void
bell_ctl_show_error (BellCtl      *self,
                     const GError *error)
{
  g_autoptr(JsonBuilder) builder = NULL;
  const char *hint = bell_error_get_hint (error);
  g_autofree char *text = NULL;

  g_printerr ("%s\n", error->message);
  if (!self->json)
    {
      if (hint != NULL)
        g_printerr ("%s\n", hint);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, bell_error_code_name (error));
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, error->message);
  json_builder_set_member_name (builder, "hint");
  if (hint != NULL)
    json_builder_add_string_value (builder, hint);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  text = bell_ctl_json_text (builder, FALSE);
  g_printerr ("%s\n", text);
}

/* --- For people --- */

static glong
width_of (const char *text)
{
  glong width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2
                                                                                    : 1;
    }
  return width;
}

/* One line of text, whatever is in the field. */
static char *
cell_of (BellCtl    *self,
         BellEntity *entity,
         const char *name)
{
  const BellField *field = bell_entity_class_find_field (BELL_ENTITY_GET_CLASS (entity), name);
  g_autofree char *text = NULL;

  if (g_str_equal (name, "id"))
    return bell_id_to_string (bell_entity_get_id (entity));
  g_assert (field != NULL);

  if (field->type == BELL_FIELD_TIME)
    {
      gint64 at = *(gint64 *) bell_entity_member (entity, field);

      return at != 0 ? bell_time_format (at, bell_desk_get_zone (self->desk), "%F %R") : g_strdup ("");
    }
  text = bell_entity_dup_as_text (entity, field);
  if (text != NULL)
    g_strdelimit (text, "\n\t", ' ');
  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

static void
print_row (char        **cells,
           const glong  *widths,
           guint         count)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    {
      g_string_append (line, cells[i]);
      for (glong pad = width_of (cells[i]); i + 1 < count && pad < widths[i] + 2; pad++)
        g_string_append_c (line, ' ');
    }
  g_strchomp (line->str);
  puts (line->str);
}

static void
show_table (BellCtl             *self,
            GPtrArray           *entities,
            const BellCtlColumn *columns)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree glong *widths = NULL;
  guint count = 0;

  while (columns[count].field != NULL)
    count++;
  widths = g_new0 (glong, count);

  for (guint row = 0; row <= entities->len; row++)
    {
      char **cells = g_new0 (char *, count + 1);

      for (guint i = 0; i < count; i++)
        {
          cells[i] = row == 0 ? g_strdup (_ (columns[i].heading)) : cell_of (self, entities->pdata[row - 1], columns[i].field);
          widths[i] = MAX (widths[i], width_of (cells[i]));
        }
      g_ptr_array_add (rows, cells);
    }

  for (guint row = 0; row < rows->len; row++)
    print_row (rows->pdata[row], widths, count);
}

void
bell_ctl_show_entities (BellCtl             *self,
                        GPtrArray           *entities,
                        const BellCtlColumn *columns)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (!self->json)
    {
      if (entities->len > 0)
        show_table (self, entities, columns);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < entities->len; i++)
    bell_ctl_add_entity (builder, entities->pdata[i]);
  json_builder_end_array (builder);
  bell_ctl_print_json (builder);
}

void
bell_ctl_show_entity (BellCtl    *self,
                      BellEntity *entity)
{
  BellEntityClass *klass = BELL_ENTITY_GET_CLASS (entity);
  g_autoptr(JsonBuilder) builder = NULL;

  if (self->json)
    {
      builder = json_builder_new ();
      bell_ctl_add_entity (builder, entity);
      bell_ctl_print_json (builder);
      return;
    }

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *key = key_of (&klass->fields[i]);
      g_autofree char *text = klass->fields[i].type != BELL_FIELD_VALUES ? cell_of (self, entity, klass->fields[i].name) : NULL;

      if (text != NULL && text[0] != '\0')
        printf ("%-16s %s\n", key, text);
    }
}

gboolean
bell_ctl_write_text (BellCtl     *self,
                     const char  *file,
                     const char  *text,
                     GError     **error)
{
  g_autoptr(GError) local = NULL;

  if (file == NULL || g_str_equal (file, "-"))
    {
      fputs (text, stdout);
      if (text[0] != '\0' && text[strlen (text) - 1] != '\n')
        putchar ('\n');
      return TRUE;
    }
  if (g_file_set_contents_full (file, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &local))
    return TRUE;

  bell_error_set (error, BELL_ERROR_STORAGE, _("Choose another place."), _("“%s” could not be written: %s"), file, local->message);
  return FALSE;
}
