/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-stay-plan-private.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Columns
 */

static int
find_column (BellStayPlan           *self,
             GHashTable             *by_name,
             const BellSourceColumn *column)
{
  for (guint i = 0; column->names[i] != NULL; i++)
    {
      g_autofree char *folded = bell_mapping_fold_name (column->names[i]);
      gpointer found;

      if (!g_hash_table_lookup_extended (by_name, folded, NULL, &found))
        continue;

      if (GPOINTER_TO_INT (found) == BELL_NO_COLUMN)
        g_ptr_array_add (self->missing, g_strdup_printf (_("The file has more than one column “%s”."), column->names[i]));
      else
        self->used[GPOINTER_TO_INT (found)] = TRUE;

      return GPOINTER_TO_INT (found);
    }

  return BELL_NO_COLUMN;
}

/* A field is needed in full where a part of it would be a wrong value. */
static gboolean
needs_all (const BellSource *source,
           gboolean          required)
{
  switch (source->kind)
    {
    case BELL_SOURCE_DATE:
    case BELL_SOURCE_NIGHTS:
    case BELL_SOURCE_REFERENCE:
      return TRUE;
    case BELL_SOURCE_COLUMN:
    case BELL_SOURCE_SUM:
      return required;
    case BELL_SOURCE_JOIN:
    case BELL_SOURCE_CONSTANT:
    case BELL_SOURCE_NONE:
    default:
      return FALSE;
    }
}

static void
note_missing (BellStayPlan           *self,
              BellStayField           field,
              const BellSourceColumn *column)
{
  g_autofree char *names = g_strjoinv ("” / “", column->names);

  g_ptr_array_add (self->missing, g_strdup_printf (_("The file has no column “%s” for %s."), names,
                                                   bell_stay_field_get_label (field)));
}

static void
plan_field (BellStayPlan  *self,
            GHashTable    *by_name,
            BellStayField  field)
{
  BellPlanField *plan = &self->fields[field];
  gboolean required = bell_mapping_get_required (self->mapping, field);

  plan->source = &self->mapping->sources[field];
  plan->present = plan->source->kind == BELL_SOURCE_CONSTANT;
  if (plan->source->kind == BELL_SOURCE_NONE)
    return;

  plan->indexes = g_new (int, MAX (1, plan->source->columns->len));
  for (guint i = 0; i < plan->source->columns->len; i++)
    {
      const BellSourceColumn *column = plan->source->columns->pdata[i];

      plan->indexes[i] = find_column (self, by_name, column);
      if (plan->indexes[i] != BELL_NO_COLUMN)
        plan->present = TRUE;
      else if (needs_all (plan->source, required))
        note_missing (self, field, column);
    }

  if (!plan->present && required && !needs_all (plan->source, required))
    note_missing (self, field, plan->source->columns->pdata[0]);

  plan->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plan->source->values->len; i++)
    {
      const BellSourceValue *value = plan->source->values->pdata[i];

      g_hash_table_replace (plan->values, bell_mapping_fold_value (value->outside), value->ours);
    }
}

static GHashTable *
index_header (BellStayPlan *self)
{
  GHashTable *by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      char *folded = bell_mapping_fold_name (self->header[i]);
      int index = g_hash_table_contains (by_name, folded) ? BELL_NO_COLUMN : (int) i;

      g_hash_table_replace (by_name, folded, GINT_TO_POINTER (index));
    }

  return by_name;
}

BellStayPlan *
bell_stay_plan_new (BellMapping       *mapping,
                    const char *const *header)
{
  BellStayPlan *self;
  g_autoptr(GHashTable) by_name = NULL;

  g_return_val_if_fail (BELL_IS_MAPPING (mapping), NULL);
  g_return_val_if_fail (header != NULL, NULL);

  self = g_new0 (BellStayPlan, 1);
  self->mapping = g_object_ref (mapping);
  self->header = g_strdupv ((char **) header);
  self->n_columns = g_strv_length (self->header);
  self->used = g_new0 (gboolean, self->n_columns + 1);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->dates = mapping->dates;
  self->occurrences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->empty_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; mapping->empty_words != NULL && mapping->empty_words[i] != NULL; i++)
    g_hash_table_add (self->empty_words, bell_mapping_fold_value (mapping->empty_words[i]));

  by_name = index_header (self);
  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    plan_field (self, by_name, i);

  /* Without a column of whole dates there is no order to settle. */
  if (self->dates.order == BELL_DATE_ORDER_AUTO && mapping->sources[BELL_STAY_FIELD_ARRIVAL].kind != BELL_SOURCE_COLUMN &&
      mapping->sources[BELL_STAY_FIELD_DEPARTURE].kind != BELL_SOURCE_COLUMN)
    self->dates.order = BELL_DATE_ORDER_ISO;

  return self;
}

void
bell_stay_plan_free (BellStayPlan *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    {
      g_free (self->fields[i].indexes);
      g_clear_pointer (&self->fields[i].values, g_hash_table_unref);
    }
  g_object_unref (self->mapping);
  g_strfreev (self->header);
  g_free (self->used);
  g_ptr_array_unref (self->missing);
  g_hash_table_unref (self->occurrences);
  g_hash_table_unref (self->empty_words);
  g_free (self);
}

GPtrArray *
bell_stay_plan_get_missing (BellStayPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->missing;
}

GStrv
bell_stay_plan_get_unmapped (BellStayPlan *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if (!self->used[i])
      g_strv_builder_add (builder, self->header[i]);

  return g_strv_builder_end (builder);
}

/*
 * Shape
 */

gboolean
bell_csv_row_is_blank (const BellCsvRow *row)
{
  g_return_val_if_fail (row != NULL, TRUE);

  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i][strspn (row->fields[i], " \t\r\n")] != '\0')
      return FALSE;

  return row->fault == BELL_CSV_FAULT_NONE;
}

static const struct
{
  const char *sentence;
  const char *remedy;
} faults[] = {
  [BELL_CSV_FAULT_DAMAGED_TEXT] = { N_("Here are bytes that the encoding of the file does not allow."),
                                    N_("Correct the text, or export the list again as CSV UTF-8.") },
  [BELL_CSV_FAULT_NUL] = { N_("Here is a NUL character, which no text has."), N_("Correct the text.") },
  [BELL_CSV_FAULT_FIELD_TOO_LONG] = { N_("This cell has more than 1 MB."), N_("Shorten it.") },
  [BELL_CSV_FAULT_ROW_TOO_LONG] = { N_("This row has more than 8 MB."), N_("Shorten it.") },
  [BELL_CSV_FAULT_TOO_MANY_FIELDS] = { N_("This row has more than 4096 columns."), N_("Take out what is too many.") },
  [BELL_CSV_FAULT_OPEN_QUOTE] = { N_("A quotation mark opens here and does not close."),
                                  N_("Close it, or write two where one is meant.") },
  [BELL_CSV_FAULT_TEXT_AFTER_QUOTE] = { N_("There is text between a closing quotation mark and the end of the cell."),
                                        N_("Write two quotation marks where one is meant.") },
};

BellRowProblem *
bell_stay_plan_check_shape (BellStayPlan     *self,
                            const BellCsvRow *row)
{
  g_autofree char *sentence = NULL;
  guint n_fields = row->n_fields;
  guint column;
  const char *value = NULL;

  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  if (row->fault != BELL_CSV_FAULT_NONE)
    {
      column = row->fault_column;
      return bell_row_problem_new (row->fault_line, column, column <= self->n_columns ? self->header[column - 1] : NULL,
                                   column <= n_fields ? row->fields[column - 1] : NULL,
                                   _ (faults[row->fault].sentence), _ (faults[row->fault].remedy));
    }

  while (n_fields > self->n_columns && row->fields[n_fields - 1][0] == '\0')
    n_fields--;
  if (n_fields == self->n_columns)
    return NULL;

  column = MIN (n_fields, self->n_columns) + 1;
  value = n_fields > self->n_columns ? row->fields[column - 1] : NULL;
  sentence = g_strdup_printf (_("The row has %u columns, the header has %u."), n_fields, self->n_columns);

  return bell_row_problem_new (row->line, column, column <= self->n_columns ? self->header[column - 1] : NULL, value, sentence,
                               _("Look for a delimiter too many or too few, or for one that should stand in quotation marks."));
}

/*
 * Order of dates
 */

gboolean
bell_stay_plan_needs_order (BellStayPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->dates.order == BELL_DATE_ORDER_AUTO;
}

void
bell_stay_plan_set_order (BellStayPlan  *self,
                          BellDateOrder  order)
{
  g_return_if_fail (self != NULL);

  self->dates.order = order;
}
