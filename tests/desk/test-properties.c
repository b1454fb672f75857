/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "bell-desk-care.h"
#include "bell-desk-check.h"
#include "bell-text.h"
#include "properties.h"

/*
 * Random commands by everybody, at passing times; after each one what must always hold is looked at by somebody who sees
 * everything, through a desk of their own. DESKBELL_SEED repeats a run, DESKBELL_SECONDS makes it longer.
 */

typedef struct
{
  Hotel *hotel;
  BellDesk *watch;
  Pool pool;
  GHashTable *statuses; /* number to status + 1 */
  GHashTable *amounts;  /* id of a money line to what it said at first */
  GHashTable *values;   /* "number slot field" to the value of a sensitive field that was confirmed */
  guint done;
  guint refused;
  guint closed;
} World;

/* The record's table of steps, written down once more: [from] has a letter for each [to]. A reopened record whose value was
 * confirmed is approved at once. */
static const char *const steps[BELL_N_STATUSES] = { "PABC", "ABC", "PBC", "NPA", "PA" };
static const char letters[] = "NPABC";

#define HOLDS(world, condition, ...)                                      \
  G_STMT_START                                                            \
  {                                                                       \
    if (!(condition))                                                     \
      {                                                                   \
        g_test_message (__VA_ARGS__);                                     \
        g_test_fail_printf ("%s:%d: %s", __FILE__, __LINE__, #condition); \
        return FALSE;                                                     \
      }                                                                   \
  }                                                                       \
  G_STMT_END

static gint64
newest_entry (World             *world,
              BellJournalEntry **entry)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_JOURNAL);
  g_autoptr(GPtrArray) rows = bell_desk_read_list (world->watch, query, NULL, 1, NULL);

  g_assert_nonnull (rows);
  if (entry != NULL)
    *entry = g_object_ref (rows->pdata[0]);
  return ((BellJournalEntry *) rows->pdata[0])->seq;
}

static gboolean
check_record (World      *world,
              BellRecord *record,
              const char *verb)
{
  int before = GPOINTER_TO_INT (g_hash_table_lookup (world->statuses, record->number)) - 1;
  gboolean blocked = record->status == BELL_STATUS_BLOCKED;

  HOLDS (world, !bell_id_is_none (&record->owner) && record->owner_name != NULL, "%s has no owner", record->number);
  HOLDS (world, record->owner_why != NULL && record->owner_role != NULL, "%s does not say why", record->number);
  HOLDS (world, blocked == (record->blocked_at != 0) && blocked == (record->blocked_reason != NULL) && blocked == (record->waits_for != NULL),
         "%s is %s", record->number, bell_enum_nick (BELL_TYPE_STATUS, record->status));
  HOLDS (world, !(blocked || record->status == BELL_STATUS_COMPLETE) || record->ladder_at == 0, "the clock of %s runs", record->number);
  HOLDS (world, (record->status == BELL_STATUS_COMPLETE) == (record->next_text == NULL), "%s: next “%s”", record->number, record->next_text);
  HOLDS (world, (record->status == BELL_STATUS_COMPLETE) == (record->closed_at != 0), "%s: closed", record->number);
  HOLDS (world, before < 0 || before == record->status || g_str_equal (verb, "undo") || strchr (steps[before], letters[record->status]) != NULL,
         "%s went from %c to %c by %s", record->number, letters[before], letters[record->status], verb);
  g_hash_table_replace (world->statuses, g_strdup (record->number), GINT_TO_POINTER (record->status + 1));
  return TRUE;
}

static gboolean
check_exceptions (World       *world,
                  BellDossier *dossier)
{
  guint open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->exceptions)); i++)
    {
      g_autoptr(BellException) one = g_list_model_get_item (G_LIST_MODEL (dossier->exceptions), i);
      gboolean reviewed = one->state == BELL_REVIEW_STATE_REVIEWED;

      pool_add (world->pool.exceptions, bell_entity_get_id (BELL_ENTITY (one)));
      open += !reviewed;
      /* An erasure takes the words. */
      HOLDS (world, one->note == NULL || bell_text_is_reason (one->note), "%s: note “%s”", dossier->record->number, one->note);
      HOLDS (world, !reviewed || (one->decision != BELL_DECISION_NONE && !bell_id_equal (&one->reviewed_by, &one->raised_by)),
             "%s: reviewed by its author", dossier->record->number);
    }
  HOLDS (world, dossier->record->open_exceptions == open, "%s counts %d exceptions", dossier->record->number, (int) dossier->record->open_exceptions);
  return TRUE;
}

static gboolean
check_approvals (World       *world,
                 BellDossier *dossier)
{
  guint open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->approvals)); i++)
    {
      g_autoptr(BellApproval) one = g_list_model_get_item (G_LIST_MODEL (dossier->approvals), i);
      gboolean decided = one->state == BELL_APPROVAL_STATE_APPROVED || one->state == BELL_APPROVAL_STATE_REJECTED;

      pool_add (world->pool.approvals, bell_entity_get_id (BELL_ENTITY (one)));
      open += one->state == BELL_APPROVAL_STATE_OPEN;
      HOLDS (world, !decided || !bell_id_equal (&one->proposed_by, &one->decided_by), "%s: decided by its author", dossier->record->number);
    }
  HOLDS (world, dossier->record->open_approvals == open, "%s counts %d proposals", dossier->record->number, (int) dossier->record->open_approvals);
  return TRUE;
}

static gboolean
check_money (World       *world,
             BellDossier *dossier)
{
  gint64 taken_back = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->money)); i++)
    {
      g_autoptr(BellMoneyLine) line = g_list_model_get_item (G_LIST_MODEL (dossier->money), i);
      g_autofree char *id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (line)));
      g_autofree char *says = g_strdup_printf ("%d %" G_GINT64_FORMAT " %s %s", (int) line->kind, line->minor, line->currency, line->cause);
      const char *said = g_hash_table_lookup (world->amounts, id);
      gboolean reversal = !bell_id_is_none (&line->reverses);

      pool_add (world->pool.lines, bell_entity_get_id (BELL_ENTITY (line)));
      HOLDS (world, said == NULL || g_str_equal (said, says), "a line was edited from “%s” to “%s”", said, says);
      HOLDS (world, reversal ? line->minor < 0 && !line->reversed : line->minor > 0, "%s: line of %s", dossier->record->number, says);
      if (reversal || line->reversed)
        taken_back += line->minor;
      g_hash_table_replace (world->amounts, g_steal_pointer (&id), g_steal_pointer (&says));
    }
  HOLDS (world, taken_back == 0, "%s: reversals do not cancel what they reverse", dossier->record->number);
  return TRUE;
}

/* A sensitive value that was confirmed once changes by a decision of somebody else alone. */
static gboolean
check_sensitive (World       *world,
                 BellDossier *dossier,
                 const char  *verb)
{
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      BellItem *item = dossier->items[slot];
      const BellKind *kind = item != NULL ? bell_definitions_kind (bell_desk_get_definitions (world->watch), item->kind) : NULL;

      for (guint i = 0; kind != NULL && !bell_id_is_none (&item->checked_by) && i < kind->fields->len; i++)
        {
          const BellFieldDef *field = kind->fields->pdata[i];
          const char *value = item->values != NULL ? g_hash_table_lookup (item->values, field->name) : NULL;
          g_autofree char *key = g_strdup_printf ("%s %d %s", dossier->record->number, slot, field->name);
          const char *before = g_hash_table_lookup (world->values, key);

          if (!field->sensitive)
            continue;
          HOLDS (world, before == NULL || g_strcmp0 (before, value != NULL ? value : "") == 0 || g_str_equal (verb, "approval.decide") || g_str_equal (verb, "guest.erase"),
                 "%s: %s went from “%s” to “%s” by %s", dossier->record->number, field->name, before, value, verb);
          g_hash_table_replace (world->values, g_steal_pointer (&key), g_strdup (value != NULL ? value : ""));
        }
    }
  return TRUE;
}

static gboolean
check_dossier (World      *world,
               const char *number,
               const char *verb)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellDossier) dossier = bell_desk_open_record (world->watch, number, &error);
  g_autoptr(GPtrArray) missing = NULL;

  HOLDS (world, dossier != NULL, "%s: %s", number, error->message);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i);

      pool_add (world->pool.tasks, bell_entity_get_id (BELL_ENTITY (task)));
      HOLDS (world, task->status != BELL_STATUS_COMPLETE || !bell_id_is_none (&task->assignee), "nobody did “%s”", task->title);
      HOLDS (world, (task->status == BELL_STATUS_BLOCKED) == (task->waits_for != NULL), "“%s” waits for %s", task->title, task->waits_for);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->alerts)); i++)
    {
      g_autoptr(BellAlert) alert = g_list_model_get_item (G_LIST_MODEL (dossier->alerts), i);

      pool_add (world->pool.alerts, bell_entity_get_id (BELL_ENTITY (alert)));
      HOLDS (world, alert->role != NULL || !bell_id_is_none (&alert->staff), "%s: an alert for nobody", number);
    }

  missing = bell_desk_missing (world->watch, dossier);
  HOLDS (world, dossier->record->status != BELL_STATUS_COMPLETE || missing->len == 0, "%s is complete, but %s", number,
         ((BellMissing *) missing->pdata[0])->sentence);
  return check_record (world, dossier->record, verb) && check_exceptions (world, dossier) && check_approvals (world, dossier) &&
         check_money (world, dossier) && check_sensitive (world, dossier, verb);
}

/* What the actor gets holds no value of a class that their roles do not see. */
static gboolean
check_hidden (World      *world,
              const char *number)
{
  g_autoptr(BellDossier) seen = bell_desk_open_record (world->hotel->desk, number, NULL);
  BellDefinitions *definitions = bell_desk_get_definitions (world->hotel->desk);
  const char *roles = bell_desk_get_person (world->hotel->desk)->roles;
  guint classes = bell_permissions_classes (definitions, roles) | BELL_CLASS_BIT (BELL_CLASS_OPS);

  for (int slot = 0; seen != NULL && slot < BELL_N_SLOTS; slot++)
    {
      BellItem *item = seen->items[slot];
      const BellKind *kind = item != NULL ? bell_definitions_kind (definitions, item->kind) : NULL;

      for (guint i = 0; kind != NULL && item->values != NULL && i < kind->fields->len; i++)
        {
          const BellFieldDef *field = kind->fields->pdata[i];

          HOLDS (world, (classes & BELL_CLASS_BIT (field->class_)) != 0 || !g_hash_table_contains (item->values, field->name),
                 "%s sees %s of %s", roles, field->name, number);
        }
    }
  HOLDS (world, seen == NULL || (classes & BELL_CLASS_BIT (BELL_CLASS_MONEY)) != 0 || g_list_model_get_n_items (G_LIST_MODEL (seen->money)) == 0,
         "%s sees money of %s", roles, number);
  return TRUE;
}

static gboolean
one_step (World *world)
{
  Hotel *hotel = world->hotel;
  g_autoptr(BellCommand) command = pool_command (&world->pool, bell_desk_get_definitions (hotel->desk));
  const char *verb = bell_command_get_verb (command);
  g_autoptr(BellOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellJournalEntry) last = NULL;
  gint64 before;

  if (hotel->who == NULL || pool_chance (&world->pool, 3))
    if (!hotel_sit (hotel, pool_person (&world->pool)))
      return FALSE;
  before = newest_entry (world, NULL);
  outcome = bell_desk_submit (hotel->desk, command, &error);
  if (outcome == NULL)
    {
      world->refused++;
      HOLDS (world, error->domain == BELL_ERROR && error->code != BELL_ERROR_STORAGE && error->code != BELL_ERROR_INTEGRITY,
             "%s by %s: %s", verb, hotel->who, error->message);
      HOLDS (world, newest_entry (world, NULL) == before, "%s by %s was refused (%s) and left an entry", verb, hotel->who, error->message);
      return TRUE;
    }

  world->done++;
  if (newest_entry (world, &last) != before)
    HOLDS (world, g_strcmp0 (last->who_name, hotel->who) == 0 && last->at == bell_clock_now (hotel->clock), "%s by %s stands as of %s",
           verb, hotel->who, last->who_name);
  if (outcome->number != NULL && g_str_equal (verb, "record.new"))
    g_ptr_array_add (world->pool.records, g_strdup (outcome->number));
  for (guint i = 0; i < world->pool.records->len; i++)
    if (outcome->number == NULL || g_str_equal (outcome->number, world->pool.records->pdata[i]))
      if (!check_dossier (world, world->pool.records->pdata[i], verb))
        return FALSE;
  return outcome->number == NULL || !pool_chance (&world->pool, 4) || check_hidden (world, outcome->number);
}

/* Chance alone seldom brings a record to its end, and much can go wrong after it. */
static gboolean
work_off (World *world)
{
  const char *number = pool_pick (&world->pool, world->pool.records);
  BellDefinitions *definitions = bell_desk_get_definitions (world->watch);

  for (guint i = 0; i < N_HOTEL_CASES; i++)
    {
      const HotelCase *the = &hotel_cases[i];
      g_autoptr(BellOutcome) closed = NULL;

      if (!g_str_has_prefix (number, bell_definitions_workflow (definitions, the->workflow)->prefix))
        continue;
      if (hotel_work_off (world->hotel, the, number))
        closed = hotel_try (world->hotel, the->worker, NULL, "record.status", "record", number, "to", "complete", NULL);
      world->closed += closed != NULL;
      return check_dossier (world, number, "record.status");
    }
  return TRUE;
}

static gboolean
pass_time (World *world)
{
  guint fired;

  if (pool_chance (&world->pool, 4))
    hotel_wait (world->hotel, g_rand_int_range (world->pool.rand, 0, 40) * BELL_MINUTE);
  if (pool_chance (&world->pool, 30) && !work_off (world))
    return FALSE;
  if (!pool_chance (&world->pool, 40))
    return TRUE;
  HOLDS (world, bell_desk_escalate (world->hotel->desk, &fired, NULL), "the ladders");
  for (guint i = 0; i < world->pool.records->len; i++)
    if (!check_dossier (world, world->pool.records->pdata[i], "escalate"))
      return FALSE;
  return TRUE;
}

static gboolean
check_stays (World *world)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellImportReport) report = NULL;

  report = hotel_import (world->hotel, "Dora Duty",
                         "Confirmation Number,Prefix,First Name,Last Name,Arrival Date,Departure Date,Phone,Email,Reservation Status,VIP Type,Room Number\n"
                         "C-102,Mr,Omar,Haddad,2026-11-26,2026-11-29,+351910000002,haddad@example.org,Reserved,,102\n",
                         &error);
  HOLDS (world, report != NULL && report->read == 1 && report->unchanged == 1 && report->added == 0 && report->changed == 0, "a second import");
  return TRUE;
}

static void
list_guests (World *world)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_GUESTS);
  g_autoptr(GPtrArray) guests = bell_desk_read_list (world->watch, query, NULL, 10, NULL);

  for (guint i = 0; i < guests->len; i++)
    pool_add (world->pool.guests, bell_entity_get_id (guests->pdata[i]));
}

static void
finish (World *world)
{
  g_autoptr(BellAuditReport) report = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  report = bell_desk_verify (world->watch, NULL, &error);
  TRY (report != NULL && report->sound);
  TRY (bell_desk_check (world->watch, &findings, &error));
}

static void
test_random (void)
{
  const char *wanted = g_getenv ("DESKBELL_SEED");
  const char *seconds = g_getenv ("DESKBELL_SECONDS");
  guint32 seed = wanted != NULL ? (guint32) g_ascii_strtoull (wanted, NULL, 10) : g_random_int ();
  gint64 end = g_get_monotonic_time () + (seconds != NULL ? g_ascii_strtoll (seconds, NULL, 10) : 15) * G_USEC_PER_SEC;
  g_autoptr(GError) error = NULL;
  World world = { .hotel = hotel_new () };
  gboolean sound = TRUE;

  g_test_message ("DESKBELL_SEED=%u repeats this run", seed);
  pool_init (&world.pool, seed);
  world.statuses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world.amounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  world.values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  world.watch = bell_desk_open (world.hotel->path, world.hotel->clock, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (bell_desk_sign_in (world.watch, "Gina General", HOTEL_PIN, &error));
  list_guests (&world);

  while (sound && g_get_monotonic_time () < end)
    sound = pass_time (&world) && one_step (&world);
  g_test_message ("%u commands done, %u refused, %u records, %u closed", world.done, world.refused, world.pool.records->len, world.closed);
  if (sound && check_stays (&world))
    finish (&world);

  bell_desk_close (world.watch);
  g_object_unref (world.watch);
  g_hash_table_unref (world.statuses);
  g_hash_table_unref (world.amounts);
  g_hash_table_unref (world.values);
  pool_clear (&world.pool);
  hotel_free (world.hotel);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  properties_add_found ();
  g_test_add_func ("/properties/random-commands", test_random);
  return g_test_run ();
}
