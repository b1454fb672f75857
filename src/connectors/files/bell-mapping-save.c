/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-mapping-private.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

/* A single text stands alone, several in a list. */
static void
add_texts (JsonBuilder *builder,
           GStrv        texts)
{
  if (texts[0] != NULL && texts[1] == NULL)
    {
      json_builder_add_string_value (builder, texts[0]);
      return;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_column (JsonBuilder            *builder,
            const BellSourceColumn *column)
{
  if (column->before == NULL && column->after == NULL && column->skip == NULL)
    {
      add_texts (builder, column->names);
      return;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "column");
  add_texts (builder, column->names);
  if (column->before != NULL)
    add_text (builder, "before", column->before);
  if (column->after != NULL)
    add_text (builder, "after", column->after);
  if (column->skip != NULL)
    {
      json_builder_set_member_name (builder, "skip");
      add_texts (builder, column->skip);
    }
  json_builder_end_object (builder);
}

static void
add_columns (JsonBuilder *builder,
             GPtrArray   *columns)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < columns->len; i++)
    add_column (builder, columns->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_date_parts (JsonBuilder *builder,
                GPtrArray   *columns)
{
  static const char *const parts[] = { "year", "month", "day" };

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      json_builder_set_member_name (builder, parts[i]);
      add_column (builder, columns->pdata[i]);
    }
  json_builder_end_object (builder);
}

static void
add_reference (JsonBuilder      *builder,
               const BellSource *source)
{
  json_builder_begin_object (builder);
  add_text (builder, "prefix", source->text != NULL ? source->text : "");
  json_builder_set_member_name (builder, "columns");
  add_columns (builder, source->columns);
  json_builder_end_object (builder);
}

static void
add_values (JsonBuilder      *builder,
            const BellSource *source)
{
  if (source->values->len == 0)
    return;

  json_builder_set_member_name (builder, "values");
  json_builder_begin_object (builder);
  for (guint i = 0; i < source->values->len; i++)
    {
      const BellSourceValue *value = source->values->pdata[i];

      add_text (builder, value->outside, value->ours);
    }
  json_builder_end_object (builder);

  if (source->unlisted != BELL_UNLISTED_REFUSE)
    add_text (builder, "unlisted", bell_unlisted_get_id (source->unlisted));
}

static void
add_source (JsonBuilder      *builder,
            const BellSource *source)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, bell_source_kind_get_id (source->kind));

  switch (source->kind)
    {
    case BELL_SOURCE_COLUMN:
      add_column (builder, source->columns->pdata[0]);
      break;
    case BELL_SOURCE_CONSTANT:
      json_builder_add_string_value (builder, source->text);
      break;
    case BELL_SOURCE_JOIN:
    case BELL_SOURCE_SUM:
    case BELL_SOURCE_NIGHTS:
      add_columns (builder, source->columns);
      break;
    case BELL_SOURCE_DATE:
      add_date_parts (builder, source->columns);
      break;
    case BELL_SOURCE_REFERENCE:
      add_reference (builder, source);
      break;
    case BELL_SOURCE_NONE:
    default:
      g_assert_not_reached ();
    }

  if (source->kind == BELL_SOURCE_JOIN && source->text != NULL)
    add_text (builder, "separator", source->text);
  add_values (builder, source);
  if (source->required)
    {
      json_builder_set_member_name (builder, "required");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
}

static void
add_file_part (JsonBuilder *builder,
               BellMapping *self)
{
  json_builder_set_member_name (builder, "file");
  json_builder_begin_object (builder);
  add_text (builder, "encoding", bell_text_encoding_get_id (self->encoding));
  add_text (builder, "delimiter", bell_delimiter_get_id (self->delimiter));
  json_builder_set_member_name (builder, "skip-rows");
  json_builder_add_int_value (builder, self->n_skipped);
  json_builder_end_object (builder);
}

static void
add_dates_part (JsonBuilder *builder,
                BellMapping *self)
{
  json_builder_set_member_name (builder, "dates");
  json_builder_begin_object (builder);
  add_text (builder, "order", bell_date_order_get_id (self->dates.order));
  if (self->dates.pivot >= 0)
    {
      json_builder_set_member_name (builder, "two-digit-years-from");
      json_builder_add_int_value (builder, self->dates.pivot);
    }
  if (self->dates.excel)
    {
      json_builder_set_member_name (builder, "excel");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
}

char *
bell_mapping_to_json (BellMapping *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (BELL_IS_MAPPING (self), NULL);

  json_builder_begin_object (builder);
  add_text (builder, "format", BELL_MAPPING_FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, BELL_MAPPING_VERSION);
  add_text (builder, "id", self->id);
  add_text (builder, "title", self->title);
  if (self->description != NULL)
    add_text (builder, "description", self->description);
  add_file_part (builder, self);
  add_dates_part (builder, self);
  if (self->empty_words != NULL)
    {
      json_builder_set_member_name (builder, "empty");
      add_texts (builder, self->empty_words);
    }

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    {
      if (self->sources[i].kind == BELL_SOURCE_NONE)
        continue;
      json_builder_set_member_name (builder, bell_stay_field_get_id (i));
      add_source (builder, &self->sources[i]);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}
