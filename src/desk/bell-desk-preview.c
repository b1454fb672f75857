/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "bell-desk-preview.h"
#include "bell-desk-private.h"
#include "bell-stay-file.h"

struct _BellStayMapping
{
  GObject parent_instance;

  BellMapping *mapping;
  GHashTable *statuses; /* their word to ours: choosing another column must not lose them */
};

G_DEFINE_FINAL_TYPE (BellStayMapping, bell_stay_mapping, G_TYPE_OBJECT)

static void
bell_stay_mapping_finalize (GObject *object)
{
  BellStayMapping *self = BELL_STAY_MAPPING (object);

  g_clear_object (&self->mapping);
  g_hash_table_unref (self->statuses);

  G_OBJECT_CLASS (bell_stay_mapping_parent_class)->finalize (object);
}

static void
bell_stay_mapping_class_init (BellStayMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_stay_mapping_finalize;
}

static void
bell_stay_mapping_init (BellStayMapping *self)
{
  self->statuses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* The mapping was checked before, so what is not as expected is simply not there. */
static void
remember_statuses (BellStayMapping *self,
                   const char      *text)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  g_autoptr(JsonNode) found = NULL;
  JsonArray *matches;
  JsonObjectIter iter;
  const char *theirs;
  JsonNode *ours;

  found = root != NULL ? json_path_query ("$.fields.status.values", root, NULL) : NULL;
  matches = found != NULL ? json_node_get_array (found) : NULL;
  if (matches == NULL || json_array_get_length (matches) == 0 || !JSON_NODE_HOLDS_OBJECT (json_array_get_element (matches, 0)))
    return;

  json_object_iter_init (&iter, json_array_get_object_element (matches, 0));
  while (json_object_iter_next (&iter, &theirs, &ours))
    if (JSON_NODE_HOLDS_VALUE (ours) && json_node_get_string (ours) != NULL)
      g_hash_table_replace (self->statuses, g_strdup (theirs), g_strdup (json_node_get_string (ours)));
}

BellStayMapping *
bell_stay_mapping_new_from_text (const char  *name,
                                 const char  *text,
                                 GError     **error)
{
  g_autoptr(BellStayMapping) self = g_object_new (BELL_TYPE_STAY_MAPPING, NULL);
  g_autofree char *origin = g_strdup_printf ("%s.json", name);
  g_autoptr(GBytes) json = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  json = g_bytes_new (text, strlen (text));
  self->mapping = bell_mapping_new_from_json (json, origin, error);
  if (self->mapping == NULL)
    return NULL;
  remember_statuses (self, text);
  return g_steal_pointer (&self);
}

char *
bell_stay_mapping_to_text (BellStayMapping *self,
                           const char      *name,
                           const char      *title)
{
  g_autofree char *text = NULL;
  g_autoptr(JsonNode) root = NULL;
  JsonObject *object;

  g_return_val_if_fail (BELL_IS_STAY_MAPPING (self), NULL);

  text = bell_mapping_to_json (self->mapping);
  root = json_from_string (text, NULL);
  g_assert (root != NULL && JSON_NODE_HOLDS_OBJECT (root));
  object = json_node_get_object (root);
  json_object_set_string_member (object, "id", name);
  json_object_set_string_member (object, "title", title);
  return json_to_string (root, TRUE);
}

const char *
bell_stay_mapping_get_title (BellStayMapping *self)
{
  g_return_val_if_fail (BELL_IS_STAY_MAPPING (self), NULL);

  return bell_mapping_get_title (self->mapping);
}

guint
bell_stay_mapping_n_fields (void)
{
  return BELL_STAY_N_FIELDS;
}

const char *
bell_stay_mapping_field_label (guint field)
{
  g_return_val_if_fail (field < BELL_STAY_N_FIELDS, NULL);

  return bell_stay_field_get_label (field);
}

gboolean
bell_stay_mapping_is_compulsory (guint field)
{
  return field == BELL_STAY_FIELD_CONFIRMATION || field == BELL_STAY_FIELD_ARRIVAL || field == BELL_STAY_FIELD_DEPARTURE;
}

char *
bell_stay_mapping_dup_column (BellStayMapping *self,
                              guint            field)
{
  g_auto(GStrv) columns = NULL;

  g_return_val_if_fail (BELL_IS_STAY_MAPPING (self), NULL);

  if (bell_mapping_get_kind (self->mapping, field) != BELL_SOURCE_COLUMN)
    return NULL;
  columns = bell_mapping_get_columns (self->mapping, field);
  return columns != NULL ? g_strdup (columns[0]) : NULL;
}

gboolean
bell_stay_mapping_is_composed (BellStayMapping *self,
                               guint            field)
{
  BellSourceKind kind;

  g_return_val_if_fail (BELL_IS_STAY_MAPPING (self), FALSE);

  kind = bell_mapping_get_kind (self->mapping, field);
  return kind != BELL_SOURCE_NONE && kind != BELL_SOURCE_COLUMN;
}

void
bell_stay_mapping_set_column (BellStayMapping *self,
                              guint            field,
                              const char      *column)
{
  const char *columns[] = { column, NULL };
  GHashTableIter iter;
  gpointer theirs, ours;

  g_return_if_fail (BELL_IS_STAY_MAPPING (self));

  bell_mapping_set_source (self->mapping, field, column != NULL ? BELL_SOURCE_COLUMN : BELL_SOURCE_NONE,
                           column != NULL ? columns : NULL, NULL);
  if (column == NULL || field != BELL_STAY_FIELD_STATUS)
    return;
  g_hash_table_iter_init (&iter, self->statuses);
  while (g_hash_table_iter_next (&iter, &theirs, &ours))
    bell_mapping_add_value (self->mapping, field, theirs, ours);
}

const char *
bell_stay_mapping_get_order (BellStayMapping *self)
{
  BellDateFormat format;

  g_return_val_if_fail (BELL_IS_STAY_MAPPING (self), NULL);

  bell_mapping_get_dates (self->mapping, &format);
  return bell_date_order_get_id (format.order);
}

void
bell_stay_mapping_set_order (BellStayMapping *self,
                             const char      *order)
{
  BellDateFormat format;

  g_return_if_fail (BELL_IS_STAY_MAPPING (self));

  bell_mapping_get_dates (self->mapping, &format);
  if (bell_date_order_from_id (order, &format.order))
    bell_mapping_set_dates (self->mapping, &format);
}

guint
bell_stay_mapping_status_field (void)
{
  return BELL_STAY_FIELD_STATUS;
}

void
bell_stay_mapping_set_status (BellStayMapping *self,
                              const char      *theirs,
                              BellStayStatus   ours)
{
  const char *nick = bell_enum_nick (BELL_TYPE_STAY_STATUS, ours);

  g_return_if_fail (BELL_IS_STAY_MAPPING (self));
  g_return_if_fail (theirs != NULL);

  g_hash_table_replace (self->statuses, g_strdup (theirs), g_strdup (nick));
  bell_mapping_add_value (self->mapping, BELL_STAY_FIELD_STATUS, theirs, nick);
}

/* --- Preview --- */

typedef struct
{
  GFile *file;
  BellMapping *mapping;
  BellDateOrder order;
  guint n_rows;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  g_object_unref (look->mapping);
  g_free (look);
}

static void
problem_free (BellImportProblem *problem)
{
  g_free (problem->column_name);
  g_free (problem->sentence);
  g_free (problem);
}

void
bell_stays_preview_free (BellStaysPreview *preview)
{
  if (preview == NULL)
    return;

  g_strfreev (preview->header);
  g_ptr_array_unref (preview->rows);
  g_ptr_array_unref (preview->problems);
  g_ptr_array_unref (preview->statuses);
  g_free (preview->sentence);
  g_free (preview->example);
  g_free (preview);
}

static void
free_row (gpointer data)
{
  char **values = data;

  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    g_free (values[i]);
  g_free (values);
}

static void
take_row (BellStaysPreview *preview,
          BellStayRow      *row)
{
  char **values = g_new0 (char *, BELL_STAY_N_FIELDS);

  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    values[i] = g_strdup (row->values[i]);
  g_ptr_array_add (preview->rows, values);
}

/* A word for a status that nobody explained yet is offered to be explained. */
static void
take_problem (BellStaysPreview *preview,
              BellMapping      *mapping,
              BellRowProblem   *problem)
{
  BellImportProblem *told = g_new0 (BellImportProblem, 1);
  g_auto(GStrv) columns = bell_mapping_get_columns (mapping, BELL_STAY_FIELD_STATUS);
  gboolean of_status = FALSE;

  told->line = problem->line;
  told->column = problem->column;
  told->column_name = g_strdup (problem->column_name);
  told->sentence = problem->remedy != NULL ? g_strdup_printf ("%s %s", problem->sentence, problem->remedy) : g_strdup (problem->sentence);
  g_ptr_array_add (preview->problems, told);

  for (guint i = 0; columns != NULL && columns[i] != NULL && problem->column_name != NULL; i++)
    {
      g_auto(GStrv) names = g_strsplit (columns[i], "|", -1);

      for (guint k = 0; names[k] != NULL; k++)
        of_status |= g_ascii_strcasecmp (names[k], problem->column_name) == 0;
    }
  if (of_status && problem->value != NULL && *problem->value != '\0' &&
      !g_ptr_array_find_with_equal_func (preview->statuses, problem->value, g_str_equal, NULL))
    g_ptr_array_add (preview->statuses, g_strdup (problem->value));
}

static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;
  g_autoptr(BellStayPreview) found = bell_stay_file_preview (look->file, look->mapping, look->order, look->n_rows, cancellable, &error);
  BellStaysPreview *preview;

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  preview = g_new0 (BellStaysPreview, 1);
  preview->header = g_strdupv (found->header);
  preview->rows = g_ptr_array_new_with_free_func (free_row);
  preview->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  preview->statuses = g_ptr_array_new_with_free_func (g_free);
  preview->ambiguous = g_error_matches (found->fault, BELL_ERROR, BELL_ERROR_AMBIGUOUS);
  preview->example = g_strdup (found->example);
  if (found->fault != NULL)
    {
      const char *hint = bell_error_get_hint (found->fault);

      preview->sentence = hint != NULL ? g_strdup_printf ("%s %s", found->fault->message, hint) : g_strdup (found->fault->message);
    }
  for (guint i = 0; i < found->rows->len; i++)
    take_row (preview, found->rows->pdata[i]);
  for (guint i = 0; i < found->problems->len; i++)
    for (BellRowProblem *problem = found->problems->pdata[i]; problem != NULL; problem = problem->next)
      take_problem (preview, look->mapping, problem);
  g_task_return_pointer (task, preview, (GDestroyNotify) bell_stays_preview_free);
}

void
bell_desk_preview_stays_async (BellDesk            *self,
                               GFile               *file,
                               BellStayMapping     *mapping,
                               const char          *date_order,
                               guint                n_rows,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Look *look;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (BELL_IS_STAY_MAPPING (mapping));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_preview_stays_async);
  if (!bell_desk_demand (self, BELL_ACTION_IMPORT, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  look = g_new0 (Look, 1);
  look->file = g_object_ref (file);
  look->mapping = bell_mapping_copy (mapping->mapping);
  look->order = BELL_DATE_ORDER_AUTO;
  if (date_order != NULL)
    bell_date_order_from_id (date_order, &look->order);
  look->n_rows = n_rows;
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

BellStaysPreview *
bell_desk_preview_stays_finish (BellDesk      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
