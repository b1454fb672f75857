/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-stay-plan-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#define REFERENCE_LENGTH 13
#define MAX_NIGHTS 3650
#define MAX_COUNT 999

/*
 * Problems
 */

static void
add_problem (BellStayPlan *self,
             int           index,
             const char   *value,
             const char   *sentence,
             const char   *remedy)
{
  BellRowProblem *problem;
  gboolean known = index >= 0 && (guint) index < self->n_columns;

  problem = bell_row_problem_new (self->row->line, index + 1, known ? self->header[index] : NULL, value, sentence, remedy);
  if (self->first == NULL)
    self->first = problem;
  else
    self->last->next = problem;
  self->last = problem;
}

static void
add_field_problem (BellStayPlan  *self,
                   BellStayField  field,
                   const char    *value,
                   const char    *sentence,
                   const char    *remedy)
{
  const BellPlanField *plan = &self->fields[field];
  gboolean has_column = plan->source->columns != NULL && plan->source->columns->len > 0;

  add_problem (self, has_column ? plan->indexes[0] : BELL_NO_COLUMN, value, sentence, remedy);
}

/*
 * Values
 */

static gboolean
has_many_lines (BellStayField field)
{
  return field == BELL_STAY_FIELD_ADDRESS || field == BELL_STAY_FIELD_NOTES;
}

/* A cell with the words for "empty" emptied. */
static char *
get_cell (BellStayPlan *self,
          int           index,
          gboolean      many_lines)
{
  char *value;

  if (index == BELL_NO_COLUMN || (guint) index >= self->row->n_fields)
    return g_strdup ("");

  value = bell_stay_clean_cell (self->row->fields[index], many_lines);
  if (*value != '\0' && g_hash_table_size (self->empty_words) > 0)
    {
      g_autofree char *folded = bell_mapping_fold_value (value);

      if (g_hash_table_contains (self->empty_words, folded))
        *value = '\0';
    }

  return value;
}

static char *
join_cells (BellStayPlan        *self,
            const BellPlanField *plan,
            gboolean             many_lines)
{
  const char *separator = plan->source->text != NULL ? plan->source->text : " ";
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < plan->source->columns->len; i++)
    {
      const BellSourceColumn *column = plan->source->columns->pdata[i];
      g_autofree char *value = get_cell (self, plan->indexes[i], many_lines);

      if (*value == '\0' || (column->skip != NULL && g_strv_contains ((const char *const *) column->skip, value)))
        continue;

      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append_printf (joined, "%s%s%s", column->before != NULL ? column->before : "", value,
                              column->after != NULL ? column->after : "");
    }

  return g_string_free (joined, FALSE);
}

/* The sum of whole numbers; an empty cell is 0, and -1 says that a cell is no number, which is told. */
static int
sum_cells (BellStayPlan        *self,
           const BellPlanField *plan,
           int                  max)
{
  int sum = 0;

  for (guint i = 0; i < plan->source->columns->len; i++)
    {
      g_autofree char *value = get_cell (self, plan->indexes[i], FALSE);
      const char *sentence;
      const char *remedy;

      if (!bell_stay_check_value (BELL_STAY_FIELD_ADULTS, &value, &sentence, &remedy))
        {
          add_problem (self, plan->indexes[i], value, sentence, remedy);
          return -1;
        }
      sum += atoi (value);
    }

  if (sum <= max)
    return sum;

  add_problem (self, plan->indexes[0], NULL, _("The sum is too large."), _("Correct the numbers."));

  return -1;
}

/* Crockford's alphabet: no letter that can be taken for a digit when a reference is read aloud. */
static char *
encode_reference (const guint8 *digest)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  char *code = g_malloc (REFERENCE_LENGTH + 1);

  for (guint i = 0; i < REFERENCE_LENGTH; i++)
    {
      guint bit = i * 5;
      guint pair = digest[bit / 8] << 8 | digest[bit / 8 + 1];

      code[i] = alphabet[pair >> (11 - bit % 8) & 31];
    }
  code[REFERENCE_LENGTH] = '\0';

  return code;
}

static char *
derive_reference (BellStayPlan        *self,
                  const BellPlanField *plan)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *code = NULL;
  guint8 digest[32];
  gsize length = sizeof digest;
  guint occurrence;
  char *reference;

  for (guint i = 0; i < plan->source->columns->len; i++)
    {
      g_autofree char *value = get_cell (self, plan->indexes[i], FALSE);

      g_checksum_update (checksum, (const guchar *) value, -1);
      g_checksum_update (checksum, (const guchar *) "\x1F", 1);
    }
  g_checksum_get_digest (checksum, digest, &length);
  code = encode_reference (digest);

  occurrence = GPOINTER_TO_UINT (g_hash_table_lookup (self->occurrences, code)) + 1;
  if (occurrence == 1)
    reference = g_strconcat (plan->source->text, code, NULL);
  else
    reference = g_strdup_printf ("%s%s-%u", plan->source->text, code, occurrence);
  g_hash_table_replace (self->occurrences, g_steal_pointer (&code), GUINT_TO_POINTER (occurrence));

  return reference;
}

/*
 * Dates
 */

static gboolean
parse_cell_date (BellStayPlan *self,
                 int           index,
                 GDate        *date)
{
  g_autofree char *value = get_cell (self, index, FALSE);
  const char *sentence;
  const char *remedy;

  if (*value == '\0')
    add_problem (self, index, NULL, _("The date is missing."), _("Write it like 2026-11-22."));
  else if (!bell_file_date_parse (value, &self->dates, date, &sentence, &remedy))
    add_problem (self, index, value, sentence, remedy);
  else
    return TRUE;

  return FALSE;
}

static gboolean
assemble_date (BellStayPlan        *self,
               const BellPlanField *plan,
               GDate               *date)
{
  g_autofree char *year = get_cell (self, plan->indexes[0], FALSE);
  g_autofree char *month = get_cell (self, plan->indexes[1], FALSE);
  g_autofree char *day = get_cell (self, plan->indexes[2], FALSE);
  guint month_number = bell_file_date_month (month, strlen (month));
  g_autofree char *text = NULL;
  const char *sentence;
  const char *remedy;
  BellDateFormat ymd = { .order = BELL_DATE_ORDER_YMD, .pivot = -1 };

  if (month_number == 0)
    text = g_strdup_printf ("%s-%s-%s", year, month, day);
  else
    text = g_strdup_printf ("%s-%u-%s", year, month_number, day);

  if (bell_file_date_parse (text, &ymd, date, &sentence, &remedy))
    return TRUE;

  add_problem (self, plan->indexes[0], text, sentence, remedy);

  return FALSE;
}

static gboolean
add_nights (BellStayPlan        *self,
            const BellPlanField *plan,
            const GDate         *arrival,
            GDate               *date)
{
  int nights = sum_cells (self, plan, MAX_NIGHTS);

  if (nights < 0 || !g_date_valid (arrival))
    return FALSE;

  *date = *arrival;
  g_date_add_days (date, nights);

  return TRUE;
}

static char *
convert_date (BellStayPlan  *self,
              BellStayField  field,
              const GDate   *arrival,
              GDate         *date)
{
  const BellPlanField *plan = &self->fields[field];
  gboolean good;

  if (plan->source->kind == BELL_SOURCE_DATE)
    good = assemble_date (self, plan, date);
  else if (plan->source->kind == BELL_SOURCE_NIGHTS)
    good = add_nights (self, plan, arrival, date);
  else
    good = parse_cell_date (self, plan->indexes[0], date);

  if (!good)
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

void
bell_stay_plan_add_evidence (BellStayPlan     *self,
                             const BellCsvRow *row,
                             BellDateEvidence *evidence)
{
  static const BellStayField dates[] = { BELL_STAY_FIELD_ARRIVAL, BELL_STAY_FIELD_DEPARTURE };

  g_return_if_fail (self != NULL && row != NULL && evidence != NULL);

  self->row = row;
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const BellPlanField *plan = &self->fields[dates[i]];
      g_autofree char *value = NULL;

      if (plan->source->kind != BELL_SOURCE_COLUMN)
        continue;

      value = get_cell (self, plan->indexes[0], FALSE);
      if (*value != '\0')
        bell_date_evidence_add (evidence, value, row->line);
    }
}

/*
 * Rows
 */

static void
map_value (BellStayPlan   *self,
           BellStayField   field,
           char          **value)
{
  const BellPlanField *plan = &self->fields[field];
  g_autofree char *folded = NULL;
  const char *ours;

  if (g_hash_table_size (plan->values) == 0)
    return;

  folded = bell_mapping_fold_value (*value);
  ours = g_hash_table_lookup (plan->values, folded);
  if (ours != NULL)
    g_set_str (value, ours);
  else if (**value == '\0' || plan->source->unlisted == BELL_UNLISTED_KEEP)
    return;
  else if (plan->source->unlisted == BELL_UNLISTED_EMPTY)
    **value = '\0';
  else
    {
      add_field_problem (self, field, *value, _("The mapping does not say what this value means."),
                         _("Add it to the values of this field in the mapping, or correct it."));
      g_clear_pointer (value, g_free);
    }
}

static char *
get_source_value (BellStayPlan  *self,
                  BellStayField  field)
{
  const BellPlanField *plan = &self->fields[field];
  int sum;

  switch (plan->source->kind)
    {
    case BELL_SOURCE_COLUMN:
      return get_cell (self, plan->indexes[0], has_many_lines (field));
    case BELL_SOURCE_CONSTANT:
      return g_strdup (plan->source->text);
    case BELL_SOURCE_JOIN:
      return join_cells (self, plan, has_many_lines (field));
    case BELL_SOURCE_SUM:
      sum = sum_cells (self, plan, MAX_COUNT);
      return sum < 0 ? NULL : g_strdup_printf ("%d", sum);
    case BELL_SOURCE_REFERENCE:
      return derive_reference (self, plan);
    case BELL_SOURCE_NONE:
    case BELL_SOURCE_DATE:
    case BELL_SOURCE_NIGHTS:
    default:
      g_assert_not_reached ();
    }
}

static char *
convert_value (BellStayPlan  *self,
               BellStayField  field)
{
  g_autofree char *value = get_source_value (self, field);
  const char *sentence;
  const char *remedy;

  if (value == NULL)
    return NULL;

  map_value (self, field, &value);
  if (value == NULL)
    return NULL;

  if (*value == '\0' && bell_mapping_get_required (self->mapping, field))
    {
      g_autofree char *told = g_strdup_printf (_("%s is missing."), bell_stay_field_get_label (field));

      add_field_problem (self, field, NULL, told, _("Fill it in."));
      return NULL;
    }

  if (!bell_stay_check_value (field, &value, &sentence, &remedy))
    {
      add_field_problem (self, field, value, sentence, remedy);
      return NULL;
    }

  return g_steal_pointer (&value);
}

static void
convert_dates (BellStayPlan *self,
               BellStayRow  *stay)
{
  GDate arrival;
  GDate departure;

  g_date_clear (&arrival, 1);
  g_date_clear (&departure, 1);

  stay->values[BELL_STAY_FIELD_ARRIVAL] = convert_date (self, BELL_STAY_FIELD_ARRIVAL, &arrival, &arrival);
  stay->values[BELL_STAY_FIELD_DEPARTURE] = convert_date (self, BELL_STAY_FIELD_DEPARTURE, &arrival, &departure);

  if (g_date_valid (&arrival) && g_date_valid (&departure) && g_date_compare (&departure, &arrival) < 0)
    add_field_problem (self, BELL_STAY_FIELD_DEPARTURE, stay->values[BELL_STAY_FIELD_DEPARTURE],
                       _("The departure is before the arrival."), _("Correct one of the two dates."));
}

BellStayRow *
bell_stay_plan_convert (BellStayPlan      *self,
                        const BellCsvRow  *row,
                        BellRowProblem   **problem)
{
  g_autoptr(BellStayRow) stay = NULL;

  g_return_val_if_fail (self != NULL && row != NULL && problem != NULL, NULL);
  g_return_val_if_fail (self->dates.order != BELL_DATE_ORDER_AUTO, NULL);

  self->row = row;
  self->first = self->last = NULL;
  stay = bell_stay_row_new (row->line);

  convert_dates (self, stay);
  for (guint i = 0; i < BELL_STAY_N_FIELDS; i++)
    if (self->fields[i].present && i != BELL_STAY_FIELD_ARRIVAL && i != BELL_STAY_FIELD_DEPARTURE)
      stay->values[i] = convert_value (self, i);

  if (self->first != NULL)
    {
      *problem = g_steal_pointer (&self->first);
      return NULL;
    }

  bell_stay_row_seal (stay);

  return g_steal_pointer (&stay);
}
