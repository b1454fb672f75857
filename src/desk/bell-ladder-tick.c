/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-ladder.h"
#include "bell-ladder-tick.h"

static gboolean
next_step (BellVisit      *visit,
           BellRecord     *record,
           BellLadderStep *step)
{
  const BellLadder *ladder = bell_definitions_ladder (visit->definitions, record->ladder);

  return ladder != NULL &&
         bell_ladder_next (ladder, bell_definitions_calendar_of (visit->definitions, record->department), record->opened_at,
                           record->due_at, record->paused, record->ladder_level, record->ladder_warned != 0, visit->zone, step) &&
         step->at <= visit->now;
}

static gboolean
raise_step (BellVisit             *visit,
            BellRecord            *record,
            const BellLadderStep  *step,
            GError               **error)
{
  BellAlertCause cause = step->level == 0 ? BELL_ALERT_CAUSE_WARNING
                         : step->level == 1 ? BELL_ALERT_CAUSE_DELAY : BELL_ALERT_CAUSE_ESCALATION;
  g_autofree char *text = NULL;

  if (step->level == 0)
    text = g_strdup_printf (_("%s will soon be late: %s"), record->number, record->title);
  else
    text = step->text != NULL ? g_strdup_printf ("%s: %s — %s", record->number, record->title, step->text)
                              : g_strdup_printf ("%s: %s", record->number, record->title);
  return bell_visit_alert (visit, record, cause, step->role, NULL, step->level, text, error);
}

static gboolean
climb (BellVisit   *visit,
       BellRecord  *record,
       guint       *fired,
       GError     **error)
{
  g_autoptr(BellRecord) after = bell_entity_copy (record);
  const BellId *id = bell_entity_get_id (BELL_ENTITY (record));
  BellLadderStep step, next;

  bell_door_begin (visit, NULL);
  while (next_step (visit, after, &step))
    {
      gboolean is_warning = step.level == 0;

      after->ladder_level = MAX (after->ladder_level, step.level);
      after->ladder_warned = TRUE;
      /* What has come to pass is no longer warned of. */
      if (is_warning && next_step (visit, after, &next))
        continue;
      if (!raise_step (visit, after, &step, error))
        return FALSE;
      *fired += 1;
    }
  return (bell_entity_equal (BELL_ENTITY (record), BELL_ENTITY (after)) ||
          bell_txn_update (visit->txn, BELL_ENTITY (record), BELL_ENTITY (after), BELL_CLASS_OPS, id, error)) &&
         bell_visit_settle (visit, id, error);
}

gboolean
bell_ladder_tick (BellTxn          *txn,
                  BellDefinitions  *definitions,
                  BellProperty     *property,
                  GTimeZone        *zone,
                  gint64            now,
                  guint             limit,
                  guint            *fired,
                  gboolean         *more,
                  GError          **error)
{
  g_autoptr(GPtrArray) due = bell_txn_list_ladder_due (txn, now, limit, error);
  g_autoptr(BellStaff) nobody = g_object_new (BELL_TYPE_STAFF, "roles", "", NULL);
  g_autoptr(BellStaff) person = NULL;
  guint count = 0;
  BellVisit visit;

  if (due == NULL ||
      (person = bell_door_greet (txn, definitions, property, zone, nobody, now, &visit, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < due->len; i++)
    if (!climb (&visit, due->pdata[i], &count, error))
      return FALSE;

  if (fired != NULL)
    *fired += count;
  /* A page of which nothing fired would come again for ever. */
  if (more != NULL)
    *more = due->len == limit && count > 0;
  return TRUE;
}
