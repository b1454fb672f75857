/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-date.h"
#include "bell-demo-private.h"
#include "bell-desk-care.h"
#include "bell-ladder-tick.h"
#include "bell-stay-intake.h"
#include "bell-validation.h"

#define BATCH 200

/* --- Small tools --- */

guint
bell_demo_below (BellDemo *self,
                 guint     n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

gboolean
bell_demo_chance (BellDemo *self,
                  guint     per_cent)
{
  return bell_demo_below (self, 100) < per_cent;
}

gint64
bell_demo_minutes (BellDemo *self,
                   guint     from,
                   guint     to)
{
  return (from + bell_demo_below (self, to - from + 1)) * BELL_MINUTE + bell_demo_below (self, 60) * BELL_SECOND;
}

char *
bell_demo_day (BellDemo *self,
               int       offset)
{
  return bell_day_add (self->today, offset);
}

gint64
bell_demo_at (BellDemo *self,
              int       offset,
              int       hour,
              int       minute)
{
  g_autofree char *day = bell_demo_day (self, offset);

  return bell_time_on_day (day, hour, minute, self->desk->zone);
}

BellDemoStory *
bell_demo_story_new (BellDemo     *self,
                     BellDemoStay *stay)
{
  BellDemoStory *story = g_new0 (BellDemoStory, 1);

  story->id = self->stories->len;
  story->stay = stay;
  g_ptr_array_add (self->stories, story);
  return story;
}

/* --- Steps --- */

static void
step_free (BellDemoStep *step)
{
  bell_command_unref (step->command);
  bell_stay_row_free (step->row);
  g_free (step);
}

static BellDemoNeeds
needs_of (BellCommand *command)
{
  static const struct
  {
    const char *name;
    BellDemoNeeds need;
  } names[] = {
    { "record", BELL_DEMO_NEEDS_RECORD },
    { "task", BELL_DEMO_NEEDS_TASK },
    { "approval", BELL_DEMO_NEEDS_APPROVAL },
    { "exception", BELL_DEMO_NEEDS_EXCEPTION },
    { "line", BELL_DEMO_NEEDS_LINE },
  };
  BellDemoNeeds needs = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (bell_command_get (command, names[i].name), "@") == 0)
      needs |= names[i].need;
  if (bell_command_get (command, "to") != NULL && bell_command_get (command, "to")[0] == '@')
    needs |= BELL_DEMO_NEEDS_OTHER;
  return needs;
}

static BellDemoStep *
add_step (BellDemo *self,
          gint64    at)
{
  BellDemoStep *step;

  if (at > self->now)
    return NULL;

  step = g_new0 (BellDemoStep, 1);
  step->at = at;
  step->order = self->steps->len;
  g_ptr_array_add (self->steps, step);
  return step;
}

void
bell_demo_step (BellDemo      *self,
                BellDemoStory *story,
                gint64         at,
                const char    *actor,
                BellCommand   *command)
{
  BellDemoStep *step = add_step (self, at);

  if (step == NULL)
    {
      bell_command_unref (command);
      return;
    }
  step->story = story;
  step->actor = actor;
  step->command = command;
  step->needs = needs_of (command);
  if (step->needs & BELL_DEMO_NEEDS_OTHER)
    step->other_role = g_intern_string (bell_command_get (command, "to") + 1);
}

void
bell_demo_step_row (BellDemo    *self,
                    gint64       at,
                    BellStayRow *row)
{
  BellDemoStep *step = add_step (self, at);

  if (step != NULL)
    step->row = row;
  else
    bell_stay_row_free (row);
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const BellDemoStep *left = *(BellDemoStep *const *) a;
  const BellDemoStep *right = *(BellDemoStep *const *) b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return left->order < right->order ? -1 : 1;
}

/* --- Running them --- */

typedef struct
{
  BellDemo *demo;
  guint from;
  guint until;
  guint failed; /* the step that was refused */
} Batch;

static gboolean
fill_task (BellDossier *dossier,
           BellCommand *command)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks));

  for (guint i = n; i > 0; i--)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i - 1);

      if (task->status == BELL_STATUS_COMPLETE)
        continue;
      bell_command_set_id (command, "task", bell_entity_get_id (BELL_ENTITY (task)));
      return TRUE;
    }
  return FALSE;
}

static gboolean
fill_approval (BellDossier *dossier,
               BellCommand *command)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->approvals)); i++)
    {
      g_autoptr(BellApproval) approval = g_list_model_get_item (G_LIST_MODEL (dossier->approvals), i);

      if (approval->state != BELL_APPROVAL_STATE_OPEN)
        continue;
      bell_command_set_id (command, "approval", bell_entity_get_id (BELL_ENTITY (approval)));
      return TRUE;
    }
  return FALSE;
}

static gboolean
fill_line (BellDossier *dossier,
           BellCommand *command)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (dossier->money)); i > 0; i--)
    {
      g_autoptr(BellMoneyLine) line = g_list_model_get_item (G_LIST_MODEL (dossier->money), i - 1);

      if (line->reversed || !bell_id_is_none (&line->reverses))
        continue;
      bell_command_set_id (command, "line", bell_entity_get_id (BELL_ENTITY (line)));
      return TRUE;
    }
  return FALSE;
}

static gboolean
fill_in (BellTxn       *txn,
         BellDemo      *self,
         BellDemoStep  *step,
         GError       **error)
{
  BellDemoNeeds of_dossier = BELL_DEMO_NEEDS_TASK | BELL_DEMO_NEEDS_APPROVAL | BELL_DEMO_NEEDS_LINE |
                             BELL_DEMO_NEEDS_OTHER;
  g_autoptr(BellDossier) dossier = NULL;

  if (step->needs & BELL_DEMO_NEEDS_RECORD)
    bell_command_set_id (step->command, "record", &step->story->record);
  if (step->needs & BELL_DEMO_NEEDS_EXCEPTION)
    bell_command_set_id (step->command, "exception", &step->story->exception);
  if ((step->needs & of_dossier) == 0)
    return TRUE;

  dossier = bell_txn_load_dossier (txn, &step->story->record, BELL_CLASS_ALL, error);
  if (dossier == NULL)
    return FALSE;
  if (step->needs & BELL_DEMO_NEEDS_OTHER)
    bell_command_set_id (step->command, "to",
                         bell_entity_get_id (BELL_ENTITY (bell_demo_other (self, step->other_role, &dossier->record->owner,
                                                                           step->story->id))));
  if (((step->needs & BELL_DEMO_NEEDS_TASK) && !fill_task (dossier, step->command)) ||
      ((step->needs & BELL_DEMO_NEEDS_APPROVAL) && !fill_approval (dossier, step->command)) ||
      ((step->needs & BELL_DEMO_NEEDS_LINE) && !fill_line (dossier, step->command)))
    {
      bell_error_set (error, BELL_ERROR_NOT_FOUND, NULL, "%s has nothing for %s.", dossier->record->number,
                      bell_command_get_verb (step->command));
      return FALSE;
    }
  return TRUE;
}

static gboolean
run_command (BellTxn       *txn,
             BellDemo      *self,
             BellDemoStep  *step,
             GError       **error)
{
  BellDesk *desk = self->desk;
  BellStaff *actor = bell_demo_on_duty (self, step->actor, step->at, step->story != NULL ? step->story->id : step->order);
  g_autoptr(BellOutcome) outcome = NULL;
  const char *verb = bell_command_get_verb (step->command);

  if (!fill_in (txn, self, step, error))
    return FALSE;

  outcome = bell_door_enter (txn, desk->definitions, desk->property, desk->zone, actor, step->at, step->command, error);
  if (outcome == NULL)
    return FALSE;
  if (step->story != NULL && g_str_equal (verb, "record.new"))
    step->story->record = outcome->record;
  if (step->story != NULL && g_str_equal (verb, "exception.raise"))
    step->story->exception = outcome->entity;
  return TRUE;
}

/* The hotel system tells of a stay; the night auditor's computer takes it in. */
static gboolean
run_row (BellTxn       *txn,
         BellDemo      *self,
         BellDemoStep  *step,
         GError       **error)
{
  BellDesk *desk = self->desk;
  BellVisit visit;
  g_autoptr(BellStaff) person = bell_door_greet (txn, desk->definitions, desk->property, desk->zone,
                                                 bell_demo_on_duty (self, "front-desk", step->at, 0), step->at, &visit, error);
  BellIntake result;
  guint alerts = 0;

  return person != NULL && bell_visit_check (&visit, BELL_ACTION_IMPORT, NULL, NULL, BELL_CLASS_OPS, error) &&
         bell_stay_intake (&visit, step->row, FALSE, &result, &alerts, error);
}

static gboolean
run_batch (BellTxn       *txn,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Batch *batch = data;
  BellDemo *self = batch->demo;

  for (guint i = batch->from; i < batch->until; i++)
    {
      BellDemoStep *step = self->steps->pdata[i];
      gboolean done = TRUE;

      batch->failed = i;
      if (step->row != NULL)
        done = run_row (txn, self, step, error);
      else if (step->command == NULL)
        done = bell_ladder_tick (txn, self->desk->definitions, self->desk->property, self->desk->zone, step->at, 500, NULL, NULL, error);
      else if (step->story == NULL || !step->story->failed)
        done = run_command (txn, self, step, error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

/* A command that the simulation meant and the hotel's rules refuse is a mistake in the simulation; the rest goes on. */
static gboolean
pardon (BellDemo  *self,
        Batch     *batch,
        GError   **error)
{
  BellDemoStep *step = self->steps->pdata[batch->failed];

  if ((*error)->domain != BELL_ERROR || (*error)->code == BELL_ERROR_STORAGE || (*error)->code == BELL_ERROR_FULL ||
      step->story == NULL || step->story->failed)
    return FALSE;

  g_warning ("Demonstration: %s by %s was refused: %s", bell_command_get_verb (step->command), step->actor, (*error)->message);
  step->story->failed = TRUE;
  self->refused++;
  g_clear_error (error);
  return TRUE;
}

gboolean
bell_demo_run (BellDemo  *self,
               GError   **error)
{
  g_ptr_array_sort (self->steps, compare_steps);

  for (guint from = 0; from < self->steps->len; from += BATCH)
    {
      Batch batch = { self, from, MIN (from + BATCH, self->steps->len), from };
      GError *failure = NULL;

      while (!bell_store_write (self->desk->store, run_batch, &batch, NULL, &failure))
        if (!pardon (self, &batch, &failure))
          {
            g_propagate_error (error, failure);
            return FALSE;
          }
    }
  g_ptr_array_set_size (self->steps, 0);
  return TRUE;
}

/* --- The whole --- */

static void
add_ticks (BellDemo *self)
{
  gint64 start = bell_demo_at (self, -(int) self->days, 0, 0);

  for (gint64 at = start; at <= self->now; at += 15 * BELL_MINUTE)
    add_step (self, at);
}

static void
stay_free (BellDemoStay *stay)
{
  bell_stay_row_free (stay->row);
  g_free (stay);
}

static void
person_free (BellDemoPerson *person)
{
  g_clear_object (&person->staff);
  g_free (person);
}

static void
demo_clear (BellDemo *self)
{
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->rooms, g_strfreev);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->shifts, g_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  g_clear_pointer (&self->stays, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BellDemo, demo_clear)

gboolean
bell_desk_make_demo (BellDesk  *self,
                     guint      rooms,
                     guint      days,
                     guint64    seed,
                     guint      records,
                     GError   **error)
{
  const guint32 seeds[] = { (guint32) seed, (guint32) (seed >> 32) };
  g_auto(BellDemo) demo = { 0 };

  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);

  if (!self->is_new)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Use a file that does not exist yet."),
                      _("The demonstration hotel needs an empty file; people work in this one already."));
      return FALSE;
    }
  if (rooms < 10 || rooms > 2000 || days < 1 || days > 400)
    {
      bell_error_set (error, BELL_ERROR_USAGE, NULL, _("The demonstration hotel has 10 to 2000 rooms and 1 to 400 days."));
      return FALSE;
    }

  demo.desk = self;
  demo.rand = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
  demo.now = bell_clock_now (self->clock);
  demo.n_rooms = rooms;
  demo.days = days;
  demo.people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  demo.shifts = g_array_new (FALSE, FALSE, sizeof (BellDemoShift));
  demo.stays = g_ptr_array_new_with_free_func ((GDestroyNotify) stay_free);
  demo.stories = g_ptr_array_new_with_free_func (g_free);
  demo.steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  if (!bell_demo_open_hotel (&demo, error) || (records > 0 && !bell_demo_archive (&demo, records, error)))
    return FALSE;

  bell_demo_add_stays (&demo);
  bell_demo_add_work (&demo);
  add_ticks (&demo);
  if (!bell_demo_run (&demo, error))
    return FALSE;
  if (demo.refused > 0)
    g_warning ("Demonstration: %u records were left unfinished.", demo.refused);
  return bell_desk_reload (self, error);
}
