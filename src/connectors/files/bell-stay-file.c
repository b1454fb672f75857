/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-stay-file.h"

#include "bell-csv-writer.h"
#include "bell-error.h"
#include "bell-seen-stays.h"
#include "bell-stay-file-private.h"
#include "bell-stay-plan.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_TOLD_MISSING 5

struct _BellStayFile
{
  GObject parent_instance;

  GFile *file;
  GBytes *bytes;
  BellMapping *mapping;
  BellDateOrder order;
  char *example;

  BellTextEncoding encoding;
  char delimiter;
  guint n_skipped;
  guint64 header_line;
  GStrv header;

  BellStayPlan *plan;
  BellTextDecoder *decoder;
  BellCsvReader *reader;
  gboolean opened;
  BellSeenStays *seen;
  BellStayFileCounts counts;

  GFileProgressCallback progress;
  gpointer progress_data;
  guint64 size;
  guint64 passed;
  guint64 told;
  guint n_passes;
};

G_DEFINE_FINAL_TYPE (BellStayFile, bell_stay_file, G_TYPE_OBJECT)

/*
 * Passes over the file
 */

static void
tell_progress (BellStayFile *self,
               guint64       bytes_read)
{
  guint64 current = self->passed + bytes_read;

  if (self->progress == NULL || current == self->told)
    return;

  self->told = current;
  self->progress ((goffset) current, (goffset) MAX (current, self->size * self->n_passes), self->progress_data);
}

static void
tell_detection (goffset  current,
                goffset  total,
                gpointer data)
{
  tell_progress (data, (guint64) current);
}

static GInputStream *
open_stream (BellStayFile  *self,
             GCancellable  *cancellable,
             GError       **error)
{
  if (self->bytes != NULL)
    return g_memory_input_stream_new_from_bytes (self->bytes);

  return G_INPUT_STREAM (g_file_read (self->file, cancellable, error));
}

static gboolean
find_size (BellStayFile  *self,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;

  if (self->bytes != NULL)
    {
      self->size = g_bytes_get_size (self->bytes);
    }
  else
    {
      info = g_file_query_info (self->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
      if (info == NULL)
        return FALSE;
      self->size = (guint64) g_file_info_get_size (info);
    }

  return TRUE;
}

static gboolean
find_encoding (BellStayFile  *self,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GInputStream) stream = NULL;

  if (self->encoding != BELL_TEXT_ENCODING_AUTO)
    return TRUE;

  stream = open_stream (self, cancellable, error);
  if (stream == NULL)
    return FALSE;

  self->encoding = bell_text_encoding_detect (stream, tell_detection, self, cancellable, error);
  self->passed += self->size;

  return self->encoding != BELL_TEXT_ENCODING_AUTO;
}

static gboolean
find_delimiter (BellStayFile  *self,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GInputStream) stream = open_stream (self, cancellable, error);
  g_autoptr(BellTextDecoder) decoder = NULL;
  g_autoptr(GByteArray) sample = g_byte_array_new ();
  guint n_hints = 0;
  char delimiter;

  if (stream == NULL)
    return FALSE;

  decoder = bell_text_decoder_new (stream, self->encoding);
  if (bell_text_decoder_read (decoder, sample, cancellable, error) < 0)
    return FALSE;

  delimiter = bell_csv_detect_delimiter (sample->data, sample->len,
                                         bell_text_decoder_get_bytes_read (decoder) >= self->size, &n_hints);
  if (self->delimiter == 0)
    self->delimiter = delimiter;
  self->n_skipped += n_hints;

  return TRUE;
}

/* Begins a pass over the rows and reads the header. */
static const BellCsvRow *
start_rows (BellStayFile  *self,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GInputStream) stream = open_stream (self, cancellable, error);
  const BellCsvRow *row = NULL;

  if (stream == NULL)
    return NULL;

  g_clear_object (&self->decoder);
  g_clear_object (&self->reader);
  self->decoder = bell_text_decoder_new (stream, self->encoding);
  self->reader = bell_csv_reader_new (self->decoder, self->delimiter);

  for (guint i = 0; i <= self->n_skipped; i++)
    {
      g_autoptr(GError) fault = NULL;

      row = bell_csv_reader_next (self->reader, cancellable, &fault);
      if (row != NULL)
        continue;

      if (fault != NULL)
        g_propagate_error (error, g_steal_pointer (&fault));
      else
        bell_error_set (error, BELL_ERROR_INPUT, _("Export the list again, with its header line."), _("The file is empty."));
      return NULL;
    }

  return row;
}

/*
 * Opening
 */

static gboolean
take_header (BellStayFile      *self,
             const BellCsvRow  *row,
             GError           **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint n_columns = row->n_fields;

  if (row->fault != BELL_CSV_FAULT_NONE)
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Correct the header line, or export the list again."),
                      _("The header in line %lu is damaged in column %u."), (gulong) row->fault_line, row->fault_column);
      return FALSE;
    }

  while (n_columns > 1 && row->fields[n_columns - 1][strspn (row->fields[n_columns - 1], " ")] == '\0')
    n_columns--;

  for (guint i = 0; i < n_columns; i++)
    g_strv_builder_take (builder, bell_stay_clean_cell (row->fields[i], FALSE));
  self->header = g_strv_builder_end (builder);
  self->header_line = row->line;

  return TRUE;
}

static gboolean
check_missing (BellStayFile  *self,
               GError       **error)
{
  GPtrArray *missing = bell_stay_plan_get_missing (self->plan);
  g_autoptr(GString) told = g_string_new (NULL);

  if (missing->len == 0)
    return TRUE;

  for (guint i = 0; i < missing->len && i < N_TOLD_MISSING; i++)
    g_string_append_printf (told, "%s%s", i > 0 ? " " : "", (const char *) missing->pdata[i]);

  bell_error_set (error, BELL_ERROR_INPUT, _("Choose the mapping that belongs to this file, or change the mapping."), "%s", told->str);

  return FALSE;
}

static gboolean
settle_dates (BellStayFile  *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(BellDateEvidence) evidence = NULL;
  g_autoptr(GError) fault = NULL;
  BellDateFormat format;
  const BellCsvRow *row;

  if (!bell_stay_plan_needs_order (self->plan))
    return TRUE;

  bell_mapping_get_dates (self->mapping, &format);
  evidence = bell_date_evidence_new (&format);

  while ((row = bell_csv_reader_next (self->reader, cancellable, &fault)) != NULL)
    {
      if (row->fault == BELL_CSV_FAULT_NONE)
        bell_stay_plan_add_evidence (self->plan, row, evidence);
      tell_progress (self, bell_text_decoder_get_bytes_read (self->decoder));
    }

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  self->passed += self->size;
  self->order = bell_date_evidence_settle (evidence, &self->example, error);
  if (self->order == BELL_DATE_ORDER_AUTO)
    return FALSE;

  bell_stay_plan_set_order (self->plan, self->order);

  return start_rows (self, cancellable, error) != NULL;
}

/* One to find the encoding, one to settle the order of dates, and the one that gives the rows. */
static guint
count_passes (BellStayFile *self)
{
  gboolean has_date_column = bell_mapping_get_kind (self->mapping, BELL_STAY_FIELD_ARRIVAL) == BELL_SOURCE_COLUMN ||
                             bell_mapping_get_kind (self->mapping, BELL_STAY_FIELD_DEPARTURE) == BELL_SOURCE_COLUMN;

  return 1 + (self->encoding == BELL_TEXT_ENCODING_AUTO) + (has_date_column && self->order == BELL_DATE_ORDER_AUTO);
}

gboolean
bell_stay_file_open (BellStayFile  *self,
                     GCancellable  *cancellable,
                     GError       **error)
{
  const BellCsvRow *row;

  g_return_val_if_fail (BELL_IS_STAY_FILE (self), FALSE);
  g_return_val_if_fail (self->plan == NULL, FALSE);

  self->n_passes = count_passes (self);
  if (!find_size (self, cancellable, error) || !find_encoding (self, cancellable, error) ||
      !find_delimiter (self, cancellable, error))
    return FALSE;

  row = start_rows (self, cancellable, error);
  if (row == NULL || !take_header (self, row, error))
    return FALSE;

  if (!bell_mapping_check (self->mapping, error))
    return FALSE;

  self->plan = bell_stay_plan_new (self->mapping, (const char *const *) self->header);
  if (!check_missing (self, error) || !settle_dates (self, cancellable, error))
    return FALSE;

  self->opened = TRUE;

  return TRUE;
}

/*
 * Rows
 */

static GStrv
copy_cells (const BellCsvRow *row)
{
  GStrv cells = g_new0 (char *, row->n_fields + 1);

  for (guint i = 0; i < row->n_fields; i++)
    cells[i] = g_strdup (bell_csv_unguard (row->fields[i]));

  return cells;
}

/* BELL_STAY_OUTCOME_END stands for a row that only repeats another. */
static BellStayOutcome
judge_row (BellStayFile      *self,
           const BellCsvRow  *row,
           BellStayRow      **stay,
           BellRowProblem   **problem)
{
  *problem = bell_stay_plan_check_shape (self->plan, row);
  if (*problem == NULL)
    *stay = bell_stay_plan_convert (self->plan, row, problem);

  self->counts.n_read++;
  if (*stay != NULL && bell_seen_stays_add (self->seen, *stay, problem))
    {
      self->counts.n_good++;
      return BELL_STAY_OUTCOME_ROW;
    }

  g_clear_pointer (stay, bell_stay_row_free);
  if (*problem == NULL)
    {
      self->counts.n_repeated++;
      return BELL_STAY_OUTCOME_END;
    }

  self->counts.n_refused++;
  (*problem)->cells = copy_cells (row);

  return BELL_STAY_OUTCOME_REFUSED;
}

BellStayOutcome
bell_stay_file_next (BellStayFile    *self,
                     BellStayRow    **row,
                     BellRowProblem **problem,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_return_val_if_fail (BELL_IS_STAY_FILE (self), BELL_STAY_OUTCOME_FAILED);
  g_return_val_if_fail (self->opened, BELL_STAY_OUTCOME_FAILED);
  g_return_val_if_fail (row != NULL && problem != NULL, BELL_STAY_OUTCOME_FAILED);

  *row = NULL;
  *problem = NULL;

  for (;;)
    {
      g_autoptr(GError) fault = NULL;
      const BellCsvRow *cells;
      BellStayOutcome outcome;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return BELL_STAY_OUTCOME_FAILED;

      cells = bell_csv_reader_next (self->reader, cancellable, &fault);
      tell_progress (self, bell_text_decoder_get_bytes_read (self->decoder));
      if (cells == NULL)
        {
          if (fault == NULL)
            return BELL_STAY_OUTCOME_END;
          g_propagate_error (error, g_steal_pointer (&fault));
          return BELL_STAY_OUTCOME_FAILED;
        }

      if (bell_csv_row_is_blank (cells))
        continue;

      outcome = judge_row (self, cells, row, problem);
      if (outcome != BELL_STAY_OUTCOME_END)
        return outcome;
    }
}

/*
 * What is known
 */

void
bell_stay_file_get_counts (BellStayFile       *self,
                           BellStayFileCounts *counts)
{
  g_return_if_fail (BELL_IS_STAY_FILE (self));
  g_return_if_fail (counts != NULL);

  *counts = self->counts;
}

BellTextEncoding
bell_stay_file_get_encoding (BellStayFile *self)
{
  g_return_val_if_fail (BELL_IS_STAY_FILE (self), BELL_TEXT_ENCODING_AUTO);

  return self->encoding;
}

char
bell_stay_file_get_delimiter (BellStayFile *self)
{
  g_return_val_if_fail (BELL_IS_STAY_FILE (self), 0);

  return self->delimiter;
}

const char *const *
bell_stay_file_get_header (BellStayFile *self)
{
  g_return_val_if_fail (BELL_IS_STAY_FILE (self), NULL);

  return (const char *const *) self->header;
}

BellDateOrder
bell_stay_file_get_order (BellStayFile *self)
{
  g_return_val_if_fail (BELL_IS_STAY_FILE (self), BELL_DATE_ORDER_AUTO);

  return self->order;
}

const char *
bell_stay_file_get_example (BellStayFile *self)
{
  g_return_val_if_fail (BELL_IS_STAY_FILE (self), NULL);

  return self->example;
}

GStrv
bell_stay_file_dup_unmapped (BellStayFile *self)
{
  g_return_val_if_fail (BELL_IS_STAY_FILE (self), NULL);

  return self->plan != NULL ? bell_stay_plan_get_unmapped (self->plan) : NULL;
}

void
bell_stay_file_set_progress (BellStayFile          *self,
                             GFileProgressCallback  progress,
                             gpointer               data)
{
  g_return_if_fail (BELL_IS_STAY_FILE (self));

  self->progress = progress;
  self->progress_data = data;
}

/*
 * GObject
 */

static void
bell_stay_file_finalize (GObject *object)
{
  BellStayFile *self = BELL_STAY_FILE (object);

  g_clear_pointer (&self->plan, bell_stay_plan_free);
  g_clear_object (&self->reader);
  g_clear_object (&self->decoder);
  g_clear_object (&self->mapping);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->header, g_strfreev);
  g_clear_pointer (&self->seen, bell_seen_stays_free);
  g_free (self->example);

  G_OBJECT_CLASS (bell_stay_file_parent_class)->finalize (object);
}

static void
bell_stay_file_class_init (BellStayFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_stay_file_finalize;
}

static void
bell_stay_file_init (BellStayFile *self)
{
  self->seen = bell_seen_stays_new ();
}

static BellStayFile *
stay_file_new (BellMapping   *mapping,
               BellDateOrder  order)
{
  BellStayFile *self = g_object_new (BELL_TYPE_STAY_FILE, NULL);
  BellDateFormat dates;

  self->mapping = bell_mapping_copy (mapping);
  bell_mapping_get_dates (self->mapping, &dates);
  bell_mapping_get_form (self->mapping, &self->encoding, &self->delimiter, &self->n_skipped);
  if (order != BELL_DATE_ORDER_AUTO)
    dates.order = order;
  bell_mapping_set_dates (self->mapping, &dates);
  self->order = dates.order;

  return self;
}

BellStayFile *
bell_stay_file_new (GFile         *file,
                    BellMapping   *mapping,
                    BellDateOrder  order)
{
  BellStayFile *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (BELL_IS_MAPPING (mapping), NULL);

  self = stay_file_new (mapping, order);
  self->file = g_object_ref (file);

  return self;
}

BellStayFile *
bell_stay_file_new_for_bytes (GBytes        *bytes,
                              BellMapping   *mapping,
                              BellDateOrder  order)
{
  BellStayFile *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (BELL_IS_MAPPING (mapping), NULL);

  self = stay_file_new (mapping, order);
  self->bytes = g_bytes_ref (bytes);

  return self;
}
