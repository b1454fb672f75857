/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-mapping-private.h"

#include "bell-error.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (BellMapping, bell_mapping, G_TYPE_OBJECT)

/*
 * Parts
 */

BellSourceColumn *
bell_source_column_new (GStrv names)
{
  BellSourceColumn *self = g_new0 (BellSourceColumn, 1);

  self->names = names;

  return self;
}

void
bell_source_column_free (BellSourceColumn *self)
{
  g_strfreev (self->names);
  g_free (self->before);
  g_free (self->after);
  g_strfreev (self->skip);
  g_free (self);
}

static BellSourceColumn *
source_column_copy (const BellSourceColumn *self)
{
  BellSourceColumn *copy = bell_source_column_new (g_strdupv (self->names));

  copy->before = g_strdup (self->before);
  copy->after = g_strdup (self->after);
  copy->skip = g_strdupv (self->skip);

  return copy;
}

static void
source_value_free (BellSourceValue *self)
{
  g_free (self->outside);
  g_free (self->ours);
  g_free (self);
}

static void
source_clear (BellSource *self)
{
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);
  *self = (BellSource) { 0 };
}

void
bell_source_init (BellSource     *self,
                  BellSourceKind  kind)
{
  self->kind = kind;
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bell_source_column_free);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) source_value_free);
}

char *
bell_mapping_fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);
  GString *kept = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '_' && c != '-' && c != 0xFEFF)
        g_string_append_unichar (kept, c);
    }

  return g_string_free (kept, FALSE);
}

char *
bell_mapping_fold_value (const char *value)
{
  g_autofree char *folded = g_utf8_casefold (value, -1);

  return g_strdup (g_strstrip (folded));
}

static const char *const kind_ids[] = { "none", "column", "constant", "join", "sum", "date", "nights", "reference" };

const char *
bell_source_kind_get_id (BellSourceKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_ids), NULL);

  return kind_ids[kind];
}

const char *
bell_unlisted_get_id (BellUnlisted unlisted)
{
  static const char *const ids[] = { "refuse", "keep", "empty" };

  g_return_val_if_fail (unlisted < G_N_ELEMENTS (ids), NULL);

  return ids[unlisted];
}

static const struct
{
  char delimiter;
  const char *id;
} delimiters[] = { { 0, "auto" }, { ',', "comma" }, { ';', "semicolon" }, { '\t', "tab" }, { '|', "bar" } };

const char *
bell_delimiter_get_id (char delimiter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i].delimiter == delimiter)
      return delimiters[i].id;

  g_return_val_if_reached (NULL);
}

gboolean
bell_delimiter_from_id (const char *id,
                        char       *delimiter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      if (strcmp (delimiters[i].id, id) == 0)
        {
          *delimiter = delimiters[i].delimiter;
          return TRUE;
        }
    }

  return FALSE;
}

/*
 * Check
 */

static gboolean
kind_suits (BellStayField  field,
            BellSourceKind kind)
{
  switch (kind)
    {
    case BELL_SOURCE_DATE:
      return field == BELL_STAY_FIELD_ARRIVAL || field == BELL_STAY_FIELD_DEPARTURE;
    case BELL_SOURCE_NIGHTS:
      return field == BELL_STAY_FIELD_DEPARTURE;
    case BELL_SOURCE_REFERENCE:
      return field == BELL_STAY_FIELD_CONFIRMATION;
    case BELL_SOURCE_SUM:
      return field == BELL_STAY_FIELD_ADULTS || field == BELL_STAY_FIELD_CHILDREN || field == BELL_STAY_FIELD_REQUESTS;
    case BELL_SOURCE_CONSTANT:
      return field != BELL_STAY_FIELD_CONFIRMATION && field != BELL_STAY_FIELD_ARRIVAL && field != BELL_STAY_FIELD_DEPARTURE;
    case BELL_SOURCE_JOIN:
      return field != BELL_STAY_FIELD_ARRIVAL && field != BELL_STAY_FIELD_DEPARTURE;
    case BELL_SOURCE_NONE:
    case BELL_SOURCE_COLUMN:
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
check_statuses (BellMapping  *self,
                GError      **error)
{
  const BellSource *source = &self->sources[BELL_STAY_FIELD_STATUS];
  const char *hint = _("Use reserved, in-house, checked-out, cancelled, no-show or waitlisted.");

  if (source->kind == BELL_SOURCE_CONSTANT && !bell_stay_status_is_known (source->text))
    {
      bell_error_set (error, BELL_ERROR_INPUT, hint, _("%s: $.fields.status.constant: “%s” is no status of a stay."),
                      self->origin, source->text);
      return FALSE;
    }

  for (guint i = 0; source->values != NULL && i < source->values->len; i++)
    {
      const BellSourceValue *value = source->values->pdata[i];

      if (!bell_stay_status_is_known (value->ours))
        {
          bell_error_set (error, BELL_ERROR_INPUT, hint, _("%s: $.fields.status.values[\"%s\"]: “%s” is no status of a stay."),
                          self->origin, value->outside, value->ours);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
bell_mapping_check (BellMapping  *self,
                    GError      **error)
{
  static const BellStayField needed[] = {
    BELL_STAY_FIELD_CONFIRMATION,
    BELL_STAY_FIELD_ARRIVAL,
    BELL_STAY_FIELD_DEPARTURE,
  };

  g_return_val_if_fail (BELL_IS_MAPPING (self), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      if (self->sources[needed[i]].kind == BELL_SOURCE_NONE)
        {
          bell_error_set (error, BELL_ERROR_INPUT, _("Every stay needs a confirmation number, an arrival and a departure."),
                          _("%s: $.fields.%s: is missing."), self->origin, bell_stay_field_get_id (needed[i]));
          return FALSE;
        }
    }

  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    {
      if (!kind_suits (i, self->sources[i].kind))
        {
          bell_error_set (error, BELL_ERROR_INPUT, _("Name a column for it."),
                          _("%s: $.fields.%s.%s: this field cannot be had in this way."), self->origin,
                          bell_stay_field_get_id (i), bell_source_kind_get_id (self->sources[i].kind));
          return FALSE;
        }
    }

  return check_statuses (self, error);
}

/*
 * Public doors
 */

BellMapping *
bell_mapping_new (const char *id,
                  const char *title)
{
  BellMapping *self;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  self = g_object_new (BELL_TYPE_MAPPING, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->origin = g_strconcat (id, ".json", NULL);

  return self;
}

BellMapping *
bell_mapping_copy (BellMapping *self)
{
  BellMapping *copy;

  g_return_val_if_fail (BELL_IS_MAPPING (self), NULL);

  copy = bell_mapping_new (self->id, self->title);
  g_set_str (&copy->origin, self->origin);
  g_set_str (&copy->description, self->description);
  copy->encoding = self->encoding;
  copy->delimiter = self->delimiter;
  copy->n_skipped = self->n_skipped;
  copy->dates = self->dates;
  copy->empty_words = g_strdupv (self->empty_words);

  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    {
      const BellSource *from = &self->sources[i];
      BellSource *to = &copy->sources[i];

      if (from->kind == BELL_SOURCE_NONE)
        continue;

      bell_source_init (to, from->kind);
      for (guint j = 0; j < from->columns->len; j++)
        g_ptr_array_add (to->columns, source_column_copy (from->columns->pdata[j]));
      for (guint j = 0; j < from->values->len; j++)
        {
          const BellSourceValue *value = from->values->pdata[j];

          bell_mapping_add_value (copy, i, value->outside, value->ours);
        }
      to->text = g_strdup (from->text);
      to->unlisted = from->unlisted;
      to->required = from->required;
    }

  return copy;
}

const char *
bell_mapping_get_id (BellMapping *self)
{
  g_return_val_if_fail (BELL_IS_MAPPING (self), NULL);

  return self->id;
}

const char *
bell_mapping_get_title (BellMapping *self)
{
  g_return_val_if_fail (BELL_IS_MAPPING (self), NULL);

  return self->title;
}

const char *
bell_mapping_get_description (BellMapping *self)
{
  g_return_val_if_fail (BELL_IS_MAPPING (self), NULL);

  return self->description;
}

void
bell_mapping_set_description (BellMapping *self,
                              const char  *description)
{
  g_return_if_fail (BELL_IS_MAPPING (self));

  g_set_str (&self->description, description);
}

void
bell_mapping_get_dates (BellMapping    *self,
                        BellDateFormat *format)
{
  g_return_if_fail (BELL_IS_MAPPING (self));
  g_return_if_fail (format != NULL);

  *format = self->dates;
}

void
bell_mapping_set_dates (BellMapping          *self,
                        const BellDateFormat *format)
{
  g_return_if_fail (BELL_IS_MAPPING (self));
  g_return_if_fail (format != NULL && format->pivot >= -1 && format->pivot <= 99);

  self->dates = *format;
}

void
bell_mapping_set_form (BellMapping      *self,
                       BellTextEncoding  encoding,
                       char              delimiter,
                       guint             n_skipped)
{
  g_return_if_fail (BELL_IS_MAPPING (self));
  g_return_if_fail (delimiter == 0 || strchr (",;\t|", delimiter) != NULL);

  self->encoding = encoding;
  self->delimiter = delimiter;
  self->n_skipped = n_skipped;
}

void
bell_mapping_get_form (BellMapping      *self,
                       BellTextEncoding *encoding,
                       char             *delimiter,
                       guint            *n_skipped)
{
  g_return_if_fail (BELL_IS_MAPPING (self));
  g_return_if_fail (encoding != NULL && delimiter != NULL && n_skipped != NULL);

  *encoding = self->encoding;
  *delimiter = self->delimiter;
  *n_skipped = self->n_skipped;
}

void
bell_mapping_set_empty_words (BellMapping       *self,
                              const char *const *words)
{
  g_return_if_fail (BELL_IS_MAPPING (self));

  g_strfreev (self->empty_words);
  self->empty_words = g_strdupv ((char **) words);
}

BellSourceKind
bell_mapping_get_kind (BellMapping   *self,
                       BellStayField  field)
{
  g_return_val_if_fail (BELL_IS_MAPPING (self), BELL_SOURCE_NONE);
  g_return_val_if_fail (field < BELL_STAY_N_FIELDS, BELL_SOURCE_NONE);

  return self->sources[field].kind;
}

void
bell_mapping_set_source (BellMapping       *self,
                         BellStayField      field,
                         BellSourceKind     kind,
                         const char *const *columns,
                         const char        *text)
{
  BellSource *source;
  guint n_columns = columns != NULL ? g_strv_length ((char **) columns) : 0;

  g_return_if_fail (BELL_IS_MAPPING (self));
  g_return_if_fail (field < BELL_STAY_N_FIELDS);
  g_return_if_fail (kind == BELL_SOURCE_NONE || kind == BELL_SOURCE_CONSTANT || n_columns > 0);
  g_return_if_fail (kind != BELL_SOURCE_CONSTANT || text != NULL);
  g_return_if_fail (kind != BELL_SOURCE_DATE || n_columns == 3);

  source = &self->sources[field];
  source_clear (source);
  if (kind == BELL_SOURCE_NONE)
    return;

  bell_source_init (source, kind);
  source->text = g_strdup (text);
  for (guint i = 0; i < n_columns; i++)
    {
      GStrv names = g_strsplit (columns[i], "|", -1);

      for (guint j = 0; names[j] != NULL; j++)
        g_strstrip (names[j]);
      g_ptr_array_add (source->columns, bell_source_column_new (names));
    }
}

GStrv
bell_mapping_get_columns (BellMapping   *self,
                          BellStayField  field)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const BellSource *source;

  g_return_val_if_fail (BELL_IS_MAPPING (self), NULL);
  g_return_val_if_fail (field < BELL_STAY_N_FIELDS, NULL);

  source = &self->sources[field];
  for (guint i = 0; source->columns != NULL && i < source->columns->len; i++)
    {
      const BellSourceColumn *column = source->columns->pdata[i];

      g_strv_builder_take (builder, g_strjoinv ("|", column->names));
    }

  return g_strv_builder_end (builder);
}

const char *
bell_mapping_get_text (BellMapping   *self,
                       BellStayField  field)
{
  g_return_val_if_fail (BELL_IS_MAPPING (self), NULL);
  g_return_val_if_fail (field < BELL_STAY_N_FIELDS, NULL);

  return self->sources[field].text;
}

gboolean
bell_mapping_get_required (BellMapping   *self,
                           BellStayField  field)
{
  g_return_val_if_fail (BELL_IS_MAPPING (self), FALSE);
  g_return_val_if_fail (field < BELL_STAY_N_FIELDS, FALSE);

  return self->sources[field].required || field == BELL_STAY_FIELD_CONFIRMATION ||
         field == BELL_STAY_FIELD_ARRIVAL || field == BELL_STAY_FIELD_DEPARTURE;
}

void
bell_mapping_set_required (BellMapping   *self,
                           BellStayField  field,
                           gboolean       required)
{
  g_return_if_fail (BELL_IS_MAPPING (self));
  g_return_if_fail (field < BELL_STAY_N_FIELDS);

  self->sources[field].required = required;
}

void
bell_mapping_add_value (BellMapping   *self,
                        BellStayField  field,
                        const char    *outside,
                        const char    *ours)
{
  BellSourceValue *value;

  g_return_if_fail (BELL_IS_MAPPING (self));
  g_return_if_fail (field < BELL_STAY_N_FIELDS);
  g_return_if_fail (self->sources[field].kind != BELL_SOURCE_NONE);
  g_return_if_fail (outside != NULL && ours != NULL);

  value = g_new0 (BellSourceValue, 1);
  value->outside = g_strdup (outside);
  value->ours = g_strdup (ours);
  g_ptr_array_add (self->sources[field].values, value);
}

/*
 * GObject
 */

static void
bell_mapping_finalize (GObject *object)
{
  BellMapping *self = BELL_MAPPING (object);

  g_free (self->origin);
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_strfreev (self->empty_words);
  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    source_clear (&self->sources[i]);

  G_OBJECT_CLASS (bell_mapping_parent_class)->finalize (object);
}

static void
bell_mapping_class_init (BellMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_mapping_finalize;
}

static void
bell_mapping_init (BellMapping *self)
{
  self->dates.pivot = -1;
}
