/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-desk-definitions.h"
#include "bell-desk-import.h"
#include "bell-import-private.h"
#include "bell-last-import.h"
#include "bell-stay-intake.h"

/* Rows of one write: a person's save in between waits only for these. */
#define SLICE 200
#define MOST_PROBLEMS 1000

/* --- The report --- */

static void
problem_free (BellImportProblem *problem)
{
  g_free (problem->column_name);
  g_free (problem->sentence);
  g_free (problem);
}

static BellImportReport *
report_new (void)
{
  BellImportReport *report = g_new0 (BellImportReport, 1);

  report->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  return report;
}

void
bell_import_report_free (BellImportReport *report)
{
  if (report == NULL)
    return;

  g_ptr_array_unref (report->problems);
  g_free (report->refused_file);
  g_free (report);
}

static void
note_problem (BellImportReport     *report,
              GHashTable           *unmapped,
              const BellRowProblem *found)
{
  BellImportProblem *problem;

  for (const BellRowProblem *each = found; each != NULL; each = each->next)
    if (each->value != NULL && each->column_name != NULL)
      g_hash_table_add (unmapped, g_strdup_printf ("%s\n%s", each->column_name, each->value));
  if (report->problems->len >= MOST_PROBLEMS)
    return;

  problem = g_new0 (BellImportProblem, 1);
  problem->line = (guint) found->line;
  problem->column = found->column;
  problem->column_name = g_strdup (found->column_name);
  problem->sentence = bell_row_problem_tell (found);
  g_ptr_array_add (report->problems, problem);
}

/* --- The job --- */

typedef struct
{
  BellSnapshot desk;
  GFile *file;
  char *mapping;
  BellDateOrder order;
  gboolean dry_run;

  BellImportReport *report;
  BellRefusedRows *refused;
  GHashTable *unmapped; /* "column\nvalue" of refused rows */
  GPtrArray *slice; /* BellStayRow */
  double fraction;
  guint repeated; /* rows that said again what an earlier one said */

  /* Progress goes to the desk's thread, the newest only. */
  GMainContext *context;
  BellImportProgress progress;
  gpointer progress_data;
  GMutex lock;
  gboolean told;
  gboolean over;
  guint rows;
} Job;

static void
job_free (Job *job)
{
  bell_snapshot_clear (&job->desk);
  g_object_unref (job->file);
  g_free (job->mapping);
  bell_import_report_free (job->report);
  bell_refused_rows_free (job->refused);
  g_ptr_array_unref (job->slice);
  g_hash_table_unref (job->unmapped);
  g_main_context_unref (job->context);
  g_mutex_clear (&job->lock);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (BellDesk    *self,
         GFile       *file,
         const char  *mapping,
         const char  *date_order,
         gboolean     dry_run,
         GError     **error)
{
  BellDateOrder order = BELL_DATE_ORDER_AUTO;
  Job *job;

  if (!bell_desk_demand (self, BELL_ACTION_IMPORT, error))
    return NULL;
  if (date_order != NULL && !bell_date_order_from_id (date_order, &order))
    {
      bell_error_set (error, BELL_ERROR_USAGE, _("Use dmy, mdy or ymd."), _("“%s” is no order of dates."), date_order);
      return NULL;
    }

  job = g_new0 (Job, 1);
  bell_snapshot_take (&job->desk, self);
  job->file = g_object_ref (file);
  job->mapping = g_strdup (mapping);
  job->order = order;
  job->dry_run = dry_run;
  job->report = report_new ();
  job->slice = g_ptr_array_new_with_free_func ((GDestroyNotify) bell_stay_row_free);
  job->unmapped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job->context = g_main_context_ref_thread_default ();
  g_mutex_init (&job->lock);
  return job;
}

/* --- Progress --- */

static gboolean
tell_progress (gpointer data)
{
  Job *job = g_task_get_task_data (data);
  double fraction;
  guint rows;
  gboolean over;

  g_mutex_lock (&job->lock);
  job->told = FALSE;
  fraction = job->fraction;
  rows = job->rows;
  over = job->over;
  g_mutex_unlock (&job->lock);

  if (!over)
    job->progress (fraction, rows, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
note_progress (GTask *task,
               Job   *job)
{
  gboolean tell;

  if (task == NULL || job->progress == NULL)
    return;

  g_mutex_lock (&job->lock);
  tell = !job->told;
  job->told = TRUE;
  g_mutex_unlock (&job->lock);

  if (tell)
    g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT_IDLE, tell_progress, g_object_ref (task), g_object_unref);
}

static void
file_progress_cb (goffset   current,
                  goffset   total,
                  gpointer  data)
{
  Job *job = data;

  g_mutex_lock (&job->lock);
  job->fraction = total > 0 ? CLAMP ((double) current / (double) total, 0.0, 1.0) : 0.0;
  g_mutex_unlock (&job->lock);
}

/* --- A slice --- */

typedef struct
{
  Job *job;
  guint counts[BELL_INTAKE_UNCHANGED + 1];
  guint alerts;
} Slice;

static gboolean
take_slice (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Slice *slice = data;
  BellSnapshot *desk = &slice->job->desk;
  g_autoptr(BellStaff) person = NULL;
  BellVisit visit;

  person = bell_door_greet (txn, desk->definitions, desk->property, desk->zone, desk->actor, desk->now, &visit, error);
  if (person == NULL || !bell_visit_check (&visit, BELL_ACTION_IMPORT, NULL, NULL, BELL_CLASS_OPS, error))
    return FALSE;

  for (guint i = 0; i < slice->job->slice->len; i++)
    {
      BellIntake result;

      if (!bell_stay_intake (&visit, slice->job->slice->pdata[i], slice->job->dry_run, &result, &slice->alerts, error))
        return FALSE;
      slice->counts[result]++;
    }
  return TRUE;
}

static gboolean
flush_slice (Job           *job,
             GCancellable  *cancellable,
             GError       **error)
{
  Slice slice = { job };

  if (job->slice->len == 0)
    return TRUE;
  /* Asked before the slice: one that has begun is committed whole. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (job->dry_run ? !bell_store_read (job->desk.store, take_slice, &slice, NULL, error)
                   : !bell_store_write (job->desk.store, take_slice, &slice, NULL, error))
    return FALSE;

  job->report->added += slice.counts[BELL_INTAKE_ADDED];
  job->report->changed += slice.counts[BELL_INTAKE_CHANGED];
  job->report->unchanged += slice.counts[BELL_INTAKE_UNCHANGED];
  job->report->alerts += slice.alerts;
  g_ptr_array_set_size (job->slice, 0);
  return TRUE;
}

/* --- The file --- */

static BellMapping *
load_mapping (Job     *job,
              GError **error)
{
  g_autoptr(GHashTable) texts = bell_mappings_read (job->desk.store, error);
  g_autofree char *origin = g_strconcat (job->mapping, ".json", NULL);
  g_autoptr(GBytes) json = NULL;
  const char *text;

  if (texts == NULL)
    return NULL;

  text = g_hash_table_lookup (texts, job->mapping);
  if (text == NULL)
    {
      g_autofree char **names = (char **) g_hash_table_get_keys_as_array (texts, NULL);
      g_autofree char *known = g_strjoinv (", ", names);

      bell_error_set (error, BELL_ERROR_NOT_FOUND, known, _("There is no mapping “%s”."), job->mapping);
      return NULL;
    }
  json = g_bytes_new_static (text, strlen (text));
  return bell_mapping_new_from_json (json, origin, error);
}

static gboolean
read_rows (Job           *job,
           GTask         *task,
           BellStayFile  *file,
           GCancellable  *cancellable,
           GError       **error)
{
  BellStayOutcome outcome;

  do
    {
      g_autoptr(BellRowProblem) problem = NULL;
      BellStayRow *row = NULL;

      outcome = bell_stay_file_next (file, &row, &problem, cancellable, error);
      if (outcome == BELL_STAY_OUTCOME_FAILED)
        return FALSE;
      if (outcome == BELL_STAY_OUTCOME_ROW)
        g_ptr_array_add (job->slice, row);
      if (outcome == BELL_STAY_OUTCOME_REFUSED)
        {
          note_problem (job->report, job->unmapped, problem);
          if (!job->dry_run && !bell_refused_rows_add (job->refused, file, problem, cancellable, error))
            return FALSE;
        }
      if (job->slice->len == SLICE)
        {
          g_mutex_lock (&job->lock);
          job->rows += SLICE;
          g_mutex_unlock (&job->lock);
          if (!flush_slice (job, cancellable, error))
            return FALSE;
          note_progress (task, job);
        }
    }
  while (outcome != BELL_STAY_OUTCOME_END);

  return flush_slice (job, cancellable, error);
}

static void
take_counts (Job          *job,
             BellStayFile *file)
{
  BellStayFileCounts counts;

  bell_stay_file_get_counts (file, &counts);
  job->report->read = (guint) counts.n_read;
  job->report->refused = (guint) counts.n_refused;
  job->report->unchanged += (guint) counts.n_repeated;
  job->repeated = (guint) counts.n_repeated;
}

/* What sync checks and data mappings go by. */
static gboolean
remember (BellTxn       *txn,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Job *job = data;
  BellSnapshot *desk = &job->desk;
  BellImportReport *report = job->report;
  guint told = report->read - job->repeated;
  BellLastImport last = { told, told - report->refused, g_hash_table_size (job->unmapped) };
  g_autoptr(BellStaff) person = NULL;
  BellVisit visit;

  person = bell_door_greet (txn, desk->definitions, desk->property, desk->zone, desk->actor, desk->now, &visit, error);
  if (person == NULL)
    return FALSE;
  bell_door_begin (&visit, NULL);
  return bell_last_import_write (txn, &last, error);
}

static BellImportReport *
run_job (Job           *job,
         GTask         *task,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr(BellMapping) mapping = load_mapping (job, error);
  g_autoptr(BellStayFile) file = NULL;
  GError *failure = NULL;

  if (mapping == NULL)
    return NULL;

  file = bell_stay_file_new (job->file, mapping, job->order);
  bell_stay_file_set_progress (file, file_progress_cb, job);
  job->refused = bell_refused_rows_new (job->file);
  if (!bell_stay_file_open (file, cancellable, &failure))
    {
      if (!g_error_matches (failure, BELL_ERROR, BELL_ERROR_AMBIGUOUS))
        {
          g_propagate_error (error, failure);
          return NULL;
        }
      g_clear_error (&failure);
      job->report->ambiguous = TRUE;
      return g_steal_pointer (&job->report);
    }

  if (!read_rows (job, task, file, cancellable, error) ||
      !bell_refused_rows_close (job->refused, &job->report->refused_file, error))
    return NULL;
  take_counts (job, file);
  if (!job->dry_run && !bell_store_write (job->desk.store, remember, job, NULL, error))
    return NULL;
  return g_steal_pointer (&job->report);
}

/* --- The desk's calls --- */

static void
import_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  BellImportReport *report = run_job (job, task, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) bell_import_report_free);
  else
    g_task_return_error (task, error);
}

void
bell_desk_import_stays_async (BellDesk            *self,
                              GFile               *file,
                              const char          *mapping,
                              const char          *date_order,
                              gboolean             dry_run,
                              BellImportProgress   progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (mapping != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_import_stays_async);
  /* The outcome is told as it is: a cancelled import has kept what it committed. */
  g_task_set_check_cancellable (task, FALSE);
  job = job_new (self, file, mapping, date_order, dry_run, &error);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, import_thread);
}

BellImportReport *
bell_desk_import_stays_finish (BellDesk      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  /* Whoever watched may be gone from here on. */
  job = g_task_get_task_data (G_TASK (result));
  if (job != NULL)
    {
      g_mutex_lock (&job->lock);
      job->over = TRUE;
      g_mutex_unlock (&job->lock);
    }
  return g_task_propagate_pointer (G_TASK (result), error);
}

BellImportReport *
bell_desk_import_stays (BellDesk    *self,
                        GFile       *file,
                        const char  *mapping,
                        const char  *date_order,
                        gboolean     dry_run,
                        GError     **error)
{
  g_autoptr(Job) job = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (mapping != NULL, NULL);

  job = job_new (self, file, mapping, date_order, dry_run, error);
  return job != NULL ? run_job (job, NULL, NULL, error) : NULL;
}

/* --- Mappings --- */

static gboolean
read_mappings (BellTxn       *txn,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  GHashTable *texts = data;
  g_auto(GStrv) own = bell_txn_list_settings (txn, "mapping:", error);

  if (own == NULL)
    return FALSE;

  for (guint i = 0; own[i] != NULL; i++)
    {
      g_autofree char *text = bell_txn_get_setting (txn, own[i], NULL);

      if (text != NULL)
        g_hash_table_replace (texts, g_strdup (own[i] + strlen ("mapping:")), g_steal_pointer (&text));
    }
  return TRUE;
}

GHashTable *
bell_mappings_read (BellStore  *store,
                    GError    **error)
{
  g_autoptr(GHashTable) texts = bell_definitions_shipped_mappings ();

  return bell_store_read (store, read_mappings, texts, NULL, error) ? g_steal_pointer (&texts) : NULL;
}

GHashTable *
bell_desk_dup_mappings (BellDesk *self)
{
  g_autoptr(GError) error = NULL;
  GHashTable *texts;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  texts = bell_mappings_read (self->store, &error);
  if (texts != NULL)
    return texts;

  g_warning ("The hotel's own mappings could not be read: %s", error->message);
  return bell_definitions_shipped_mappings ();
}
