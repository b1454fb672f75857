/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-date.h"
#include "bell-demo-private.h"
#include "bell-stay-intake.h"

/* Five years of finished work, taken over from the program that the hotel used before: for trying the sizes of a real file. */

#define YEARS 5
#define BATCH 2000
#define RECORDS_A_STAY 5

typedef struct
{
  BellDemo *demo;
  guint from;
  guint until;
  guint n;
  gint64 start;
  gint64 length;
  BellDemoPerson *lead;
  GPtrArray *owners; /* BellDemoPerson */
} Archive;

static gint64
time_of (Archive *archive,
         guint    i)
{
  return archive->start + (gint64) ((double) archive->length * i / archive->n) / BELL_SECOND * BELL_SECOND;
}

static BellStayRow *
make_row (Archive    *archive,
          guint       i,
          const char *confirmation)
{
  BellDemo *self = archive->demo;
  const BellDemoNation *nation = &bell_demo_nations[i * 7 % bell_demo_n_nations];
  guint stay = i / RECORDS_A_STAY;
  g_autofree char *arrival = bell_time_day (time_of (archive, i), self->desk->zone);
  BellStayRow *row = bell_stay_row_new (0);

  row->values[BELL_STAY_FIELD_CONFIRMATION] = g_strdup (confirmation);
  row->values[BELL_STAY_FIELD_FIRST_NAME] = g_strdup (nation->first[stay % g_strv_length ((char **) nation->first)]);
  row->values[BELL_STAY_FIELD_LAST_NAME] = g_strdup (nation->last[stay / 7 % g_strv_length ((char **) nation->last)]);
  row->values[BELL_STAY_FIELD_EMAIL] = g_strdup_printf ("guest.%u@example.net", stay * 3 / 4);
  row->values[BELL_STAY_FIELD_ROOM] = g_strdup (self->rooms[stay % self->n_rooms]);
  row->values[BELL_STAY_FIELD_DEPARTURE] = bell_day_add (arrival, 1 + (int) (stay % 5));
  row->values[BELL_STAY_FIELD_ARRIVAL] = g_steal_pointer (&arrival);
  row->values[BELL_STAY_FIELD_STATUS] = g_strdup ("checked-out");
  row->values[BELL_STAY_FIELD_COUNTRY] = g_strdup (nation->country);
  bell_stay_row_seal (row);
  return row;
}

static void
set_instant (BellCommand *command,
             const char  *name,
             gint64       at)
{
  g_autofree char *text = bell_time_to_iso8601 (at);

  bell_command_set (command, name, text);
}

/* The day after the stay's departure, so that the follow-up lies behind it. */
static BellCommand *
make_record (Archive    *archive,
             guint       i,
             const char *confirmation)
{
  const BellDemoRequest *request = &bell_demo_requests[i * 13 % bell_demo_n_requests];
  const BellDemoPreference *preference = &bell_demo_preferences[i * 11 % 8];
  BellDemoPerson *owner = archive->owners->pdata[i % archive->owners->len];
  gint64 opened = time_of (archive, i);
  BellCommand *command = bell_command_new ("record.take-over", "workflow", "package", "stay", confirmation, "title", request->text,
                                           "slot.validated.purpose", "thanks", "slot.alerted.topic", preference->topic,
                                           "slot.alerted.value", preference->value, NULL);

  bell_command_set_id (command, "person", bell_entity_get_id (BELL_ENTITY (owner->staff)));
  set_instant (command, "opened", opened);
  set_instant (command, "closed", opened + (20 + i % 300) * BELL_MINUTE);
  set_instant (command, "slot.validated.due", opened + 14 * BELL_DAY);
  return command;
}

static gboolean
take_one (BellTxn  *txn,
          Archive  *archive,
          guint     i,
          GError  **error)
{
  BellDesk *desk = archive->demo->desk;
  g_autofree char *confirmation = g_strdup_printf ("OLD-%u", i / RECORDS_A_STAY);
  gint64 at = time_of (archive, i) + BELL_DAY;
  g_autoptr(BellCommand) command = make_record (archive, i, confirmation);
  g_autoptr(BellOutcome) outcome = NULL;

  if (i % RECORDS_A_STAY == 0)
    {
      g_autoptr(BellStayRow) row = make_row (archive, i, confirmation);
      g_autoptr(BellStaff) person = NULL;
      BellVisit visit;
      BellIntake result;
      guint alerts = 0;

      person = bell_door_greet (txn, desk->definitions, desk->property, desk->zone, archive->lead->staff, at, &visit, error);
      if (person == NULL || !bell_visit_check (&visit, BELL_ACTION_IMPORT, NULL, NULL, BELL_CLASS_OPS, error) ||
          !bell_stay_intake (&visit, row, FALSE, &result, &alerts, error))
        return FALSE;
    }
  outcome = bell_door_enter (txn, desk->definitions, desk->property, desk->zone, archive->lead->staff, at, command, error);
  return outcome != NULL;
}

static gboolean
take_batch (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Archive *archive = data;

  for (guint i = archive->from; i < archive->until; i++)
    if (!take_one (txn, archive, i, error))
      return FALSE;
  return TRUE;
}

static void
find_people (Archive *archive)
{
  for (guint i = 0; i < archive->demo->people->len; i++)
    {
      BellDemoPerson *person = archive->demo->people->pdata[i];

      if (g_str_equal (person->roles, "guest-relations"))
        g_ptr_array_add (archive->owners, person);
      if (archive->lead == NULL && g_str_equal (person->roles, "set-up-lead"))
        archive->lead = person;
    }
}

gboolean
bell_demo_archive (BellDemo  *self,
                   guint      records,
                   GError   **error)
{
  g_autoptr(GPtrArray) owners = g_ptr_array_new ();
  gint64 end = bell_demo_at (self, -(int) self->days - 20, 0, 0);
  Archive archive = { .demo = self, .n = records, .owners = owners, .length = YEARS * 365 * BELL_DAY };
  gboolean done = TRUE;

  archive.start = end - archive.length;
  find_people (&archive);
  if (!bell_store_suspend_search (self->desk->store, error))
    return FALSE;
  for (guint from = 0; done && from < records; from += BATCH)
    {
      archive.from = from;
      archive.until = MIN (from + BATCH, records);
      done = bell_store_write (self->desk->store, take_batch, &archive, NULL, error);
    }
  return bell_store_rebuild_search (self->desk->store, done ? error : NULL) && done;
}
