/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-mapping-private.h"

#include "bell-json-loader.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_MAPPING_SIZE (1024 * 1024)

/*
 * Sources
 */

static gboolean
read_names (BellLoader *self,
            JsonNode   *node,
            const char *path,
            GStrv      *names)
{
  if (!bell_loader_texts (self, node, path, names))
    return FALSE;

  for (guint i = 0; (*names)[i] != NULL; i++)
    {
      g_autofree char *folded = bell_mapping_fold_name ((*names)[i]);

      if (*folded == '\0' || strchr ((*names)[i], '|') != NULL)
        return bell_loader_fail (self, path, _("“%s” cannot be the name of a column."), (*names)[i]);
    }

  return (*names)[0] != NULL || bell_loader_fail (self, path, _("must name at least one column."));
}

/* "Name", ["Name", "Other name"], or {"column": …, "before": …, "after": …, "skip": […]}. */
static gboolean
read_column (BellLoader *self,
             JsonNode   *node,
             const char *path,
             GPtrArray  *columns)
{
  static const char *const allowed[] = { "column", "before", "after", "skip", NULL };
  BellSourceColumn *column = bell_source_column_new (NULL);
  g_autofree char *inner = g_strconcat (path, ".column", NULL);
  JsonObject *object;

  g_ptr_array_add (columns, column);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return read_names (self, node, path, &column->names);

  object = bell_loader_object (self, node, path, allowed);
  if (object == NULL || !read_names (self, json_object_get_member (object, "column"), inner, &column->names))
    return FALSE;

  if (json_object_has_member (object, "before") &&
      !bell_loader_text (self, json_object_get_member (object, "before"), path, &column->before))
    return FALSE;
  if (json_object_has_member (object, "after") &&
      !bell_loader_text (self, json_object_get_member (object, "after"), path, &column->after))
    return FALSE;

  return !json_object_has_member (object, "skip") ||
         bell_loader_texts (self, json_object_get_member (object, "skip"), path, &column->skip);
}

static gboolean
read_columns (BellLoader *self,
              JsonNode   *node,
              const char *path,
              GPtrArray  *columns)
{
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    return bell_loader_fail (self, path, _("must be a list of columns."));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("%s[%u]", path, i);

      if (!read_column (self, json_array_get_element (array, i), item, columns))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_date_parts (BellLoader *self,
                 JsonNode   *node,
                 const char *path,
                 GPtrArray  *columns)
{
  static const char *const parts[] = { "year", "month", "day", NULL };
  JsonObject *object = bell_loader_object (self, node, path, parts);

  if (object == NULL)
    return FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *item = g_strdup_printf ("%s.%s", path, parts[i]);

      if (!json_object_has_member (object, parts[i]))
        return bell_loader_fail (self, item, _("is missing."));
      if (!read_column (self, json_object_get_member (object, parts[i]), item, columns))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_reference (BellLoader *self,
                JsonNode   *node,
                const char *path,
                BellSource *source)
{
  static const char *const allowed[] = { "prefix", "columns", NULL };
  JsonObject *object = bell_loader_object (self, node, path, allowed);
  g_autofree char *prefix_path = g_strconcat (path, ".prefix", NULL);
  g_autofree char *columns_path = g_strconcat (path, ".columns", NULL);

  if (object == NULL)
    return FALSE;
  if (!bell_loader_text (self, json_object_get_member (object, "prefix"), prefix_path, &source->text))
    return FALSE;
  if (strlen (source->text) > 16)
    return bell_loader_fail (self, prefix_path, _("must have at most 16 characters."));

  return read_columns (self, json_object_get_member (object, "columns"), columns_path, source->columns);
}

static gboolean
read_values (BellLoader *self,
             JsonNode   *node,
             const char *path,
             BellSource *source)
{
  JsonObject *object = bell_loader_object (self, node, path, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonObjectIter iter;
  const char *outside;
  JsonNode *ours;

  if (object == NULL)
    return FALSE;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &outside, &ours))
    {
      g_autofree char *item = g_strdup_printf ("%s[\"%s\"]", path, outside);
      BellSourceValue *value;

      if (bell_json_text (ours) == NULL)
        return bell_loader_fail (self, item, _("must be a text."));
      if (!g_hash_table_add (seen, bell_mapping_fold_value (outside)))
        return bell_loader_fail (self, item, _("is there twice."));

      value = g_new0 (BellSourceValue, 1);
      value->outside = g_strdup (outside);
      value->ours = g_strdup (bell_json_text (ours));
      g_ptr_array_add (source->values, value);
    }

  return TRUE;
}

static gboolean
read_unlisted (BellLoader *self,
               JsonNode   *node,
               const char *path,
               BellSource *source)
{
  for (guint i = BELL_UNLISTED_REFUSE; i <= BELL_UNLISTED_EMPTY; i++)
    {
      if (g_strcmp0 (bell_json_text (node), bell_unlisted_get_id (i)) == 0)
        {
          source->unlisted = (BellUnlisted) i;
          return TRUE;
        }
    }

  return bell_loader_fail (self, path, _("must be refuse, keep or empty."));
}

static BellSourceKind
kind_from_id (const char *id)
{
  BellSourceKind kind = BELL_SOURCE_NONE;

  while (strcmp (id, bell_source_kind_get_id (kind)) != 0)
    kind++;

  return kind;
}

static gboolean
read_kind (BellLoader     *self,
           JsonNode       *node,
           const char     *path,
           BellSourceKind  kind,
           BellSource     *source)
{
  switch (kind)
    {
    case BELL_SOURCE_COLUMN:
      return read_column (self, node, path, source->columns);
    case BELL_SOURCE_CONSTANT:
      return bell_loader_text (self, node, path, &source->text);
    case BELL_SOURCE_JOIN:
    case BELL_SOURCE_SUM:
    case BELL_SOURCE_NIGHTS:
      return read_columns (self, node, path, source->columns);
    case BELL_SOURCE_DATE:
      return read_date_parts (self, node, path, source->columns);
    case BELL_SOURCE_REFERENCE:
      return read_reference (self, node, path, source);
    case BELL_SOURCE_NONE:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_source (BellLoader *self,
             JsonNode   *node,
             const char *path,
             BellSource *source)
{
  static const char *const allowed[] = {
    "column",
    "constant",
    "join",
    "sum",
    "date",
    "nights",
    "reference",
    "separator",
    "values",
    "unlisted",
    "required",
    NULL,
  };
  JsonObject *object = bell_loader_object (self, node, path, allowed);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  guint n_kinds = 0;

  if (object == NULL)
    return FALSE;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *item = g_strdup_printf ("%s.%s", path, name);
      gboolean fine;

      if (strcmp (name, "separator") == 0)
        fine = bell_loader_text (self, member, item, &source->text);
      else if (strcmp (name, "values") == 0)
        fine = read_values (self, member, item, source);
      else if (strcmp (name, "unlisted") == 0)
        fine = read_unlisted (self, member, item, source);
      else if (strcmp (name, "required") == 0)
        fine = bell_loader_flag (self, member, item, &source->required);
      else
        {
          source->kind = kind_from_id (name);
          n_kinds++;
          fine = read_kind (self, member, item, source->kind, source);
        }

      if (!fine)
        return FALSE;
    }

  if (n_kinds != 1)
    return bell_loader_fail (self, path, _("must have exactly one of column, constant, join, sum, date, nights and reference."));
  if (json_object_has_member (object, "separator") && source->kind != BELL_SOURCE_JOIN)
    return bell_loader_fail (self, path, _("“separator” is only for a join."));

  return TRUE;
}

/*
 * The whole
 */

static gboolean
read_file_part (BellLoader  *self,
                JsonNode    *node,
                BellMapping *mapping)
{
  static const char *const allowed[] = { "encoding", "delimiter", "skip-rows", NULL };
  JsonObject *object = bell_loader_object (self, node, "$.file", allowed);
  JsonNode *member;
  int n_skipped = 0;

  if (object == NULL)
    return FALSE;

  member = json_object_get_member (object, "encoding");
  if (member != NULL && (bell_json_text (member) == NULL || !bell_text_encoding_from_id (bell_json_text (member), &mapping->encoding)))
    return bell_loader_fail (self, "$.file.encoding", _("must be auto, utf-8, utf-16le, utf-16be or windows-1252."));

  member = json_object_get_member (object, "delimiter");
  if (member != NULL && (bell_json_text (member) == NULL || !bell_delimiter_from_id (bell_json_text (member), &mapping->delimiter)))
    return bell_loader_fail (self, "$.file.delimiter", _("must be auto, comma, semicolon, tab or bar."));

  member = json_object_get_member (object, "skip-rows");
  if (member != NULL && !bell_loader_number (self, member, "$.file.skip-rows", 100, &n_skipped))
    return FALSE;

  mapping->n_skipped = n_skipped;

  return TRUE;
}

static gboolean
read_dates_part (BellLoader  *self,
                 JsonNode    *node,
                 BellMapping *mapping)
{
  static const char *const allowed[] = { "order", "two-digit-years-from", "excel", NULL };
  JsonObject *object = bell_loader_object (self, node, "$.dates", allowed);
  JsonNode *member;

  if (object == NULL)
    return FALSE;

  member = json_object_get_member (object, "order");
  if (member != NULL && (bell_json_text (member) == NULL || !bell_date_order_from_id (bell_json_text (member), &mapping->dates.order)))
    return bell_loader_fail (self, "$.dates.order", _("must be auto, iso, dmy, mdy or ymd."));

  member = json_object_get_member (object, "two-digit-years-from");
  if (member != NULL && !bell_loader_number (self, member, "$.dates.two-digit-years-from", 99, &mapping->dates.pivot))
    return FALSE;

  member = json_object_get_member (object, "excel");

  return member == NULL || bell_loader_flag (self, member, "$.dates.excel", &mapping->dates.excel);
}

static gboolean
read_fields_part (BellLoader  *self,
                  JsonNode    *node,
                  BellMapping *mapping)
{
  JsonObject *object = bell_loader_object (self, node, "$.fields", NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (object == NULL)
    return FALSE;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *path = g_strdup_printf ("$.fields.%s", name);
      BellStayField field;

      if (!bell_stay_field_from_id (name, &field))
        return bell_loader_fail (self, path, _("is no field of a stay."));

      bell_source_init (&mapping->sources[field], BELL_SOURCE_NONE);
      if (!read_source (self, member, path, &mapping->sources[field]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
id_is_well_formed (const char *id)
{
  return *id != '\0' && strlen (id) <= 64 && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static gboolean
read_root (BellLoader  *self,
           JsonNode    *root,
           BellMapping *mapping)
{
  static const char *const allowed[] = {
    "format",
    "version",
    "id",
    "title",
    "description",
    "file",
    "dates",
    "empty",
    "fields",
    NULL,
  };
  JsonObject *object = bell_loader_object (self, root, "$", allowed);
  int version;

  if (object == NULL)
    return FALSE;
  if (g_strcmp0 (bell_json_text (json_object_get_member (object, "format")), BELL_MAPPING_FORMAT) != 0)
    return bell_loader_fail (self, "$.format", _("must be “%s”."), BELL_MAPPING_FORMAT);
  if (!json_object_has_member (object, "version"))
    return bell_loader_fail (self, "$.version", _("is missing."));
  if (!bell_loader_number (self, json_object_get_member (object, "version"), "$.version", BELL_MAPPING_VERSION, &version))
    return FALSE;
  if (!bell_loader_text (self, json_object_get_member (object, "id"), "$.id", &mapping->id) ||
      !bell_loader_text (self, json_object_get_member (object, "title"), "$.title", &mapping->title))
    return FALSE;
  if (!id_is_well_formed (mapping->id))
    return bell_loader_fail (self, "$.id", _("must be lower-case letters, digits and hyphens."));
  if (json_object_has_member (object, "description") &&
      !bell_loader_text (self, json_object_get_member (object, "description"), "$.description", &mapping->description))
    return FALSE;
  if (json_object_has_member (object, "empty") &&
      !bell_loader_texts (self, json_object_get_member (object, "empty"), "$.empty", &mapping->empty_words))
    return FALSE;
  if (json_object_has_member (object, "file") &&
      !read_file_part (self, json_object_get_member (object, "file"), mapping))
    return FALSE;
  if (json_object_has_member (object, "dates") &&
      !read_dates_part (self, json_object_get_member (object, "dates"), mapping))
    return FALSE;

  return read_fields_part (self, json_object_get_member (object, "fields"), mapping);
}

BellMapping *
bell_mapping_new_from_json (GBytes      *json,
                            const char  *origin,
                            GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(BellMapping) mapping = NULL;
  g_autoptr(GError) fault = NULL;
  BellLoader self = { .origin = origin, .error = error };
  const char *data;
  gsize size;

  g_return_val_if_fail (json != NULL && origin != NULL, NULL);

  data = g_bytes_get_data (json, &size);
  if (size == 0 || size > MAX_MAPPING_SIZE || !g_utf8_validate_len (data, size, NULL))
    {
      bell_loader_fail (&self, "$", _("is no JSON text in UTF-8 of at most 1 MB."));
      return NULL;
    }

  if (!json_parser_load_from_data (parser, data, size, &fault))
    {
      bell_loader_fail (&self, "$", "%s", fault->message);
      return NULL;
    }

  mapping = bell_mapping_new ("", "");
  g_set_str (&mapping->origin, origin);
  if (!read_root (&self, json_parser_get_root (parser), mapping) || !bell_mapping_check (mapping, error))
    return NULL;

  return g_steal_pointer (&mapping);
}

BellMapping *
bell_mapping_new_from_file (GFile         *file,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GBytes) json = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  json = g_file_load_bytes (file, cancellable, NULL, error);
  if (json == NULL)
    return NULL;

  name = g_file_get_basename (file);

  return bell_mapping_new_from_json (json, name, error);
}
