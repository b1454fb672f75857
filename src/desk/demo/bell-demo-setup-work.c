/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-date.h"
#include "bell-demo-private.h"

#define LEAD "set-up-lead"
#define MANAGER "general-manager"

typedef struct
{
  BellDemo *demo;
  BellDemoStory *story;
  BellDemoTwist twist;
  BellDemoReach reach;
  gint64 at;
  gint64 checked;
  gint64 done;
} Plot;

static void
step (Plot        *plot,
      gint64       at,
      const char  *actor,
      BellCommand *command)
{
  bell_demo_step (plot->demo, plot->story, at, actor, command);
}

static BellCommand *
set (const char *slot)
{
  return bell_command_new ("record.set", "record", "@", "slot", slot, NULL);
}

static void
set_number (BellCommand *command,
            const char  *name,
            gint64       number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  bell_command_set (command, name, text);
}

static void
set_time (BellCommand *command,
          const char  *name,
          gint64       at)
{
  g_autofree char *text = bell_time_to_iso8601 (at / BELL_MINUTE * BELL_MINUTE);

  bell_command_set (command, name, text);
}

static void
set_day (Plot        *plot,
         BellCommand *command,
         const char  *name,
         gint64       at)
{
  g_autofree char *day = bell_time_day (at, plot->demo->desk->zone);

  bell_command_set (command, name, day);
}

static void
finish_slot (Plot        *plot,
             gint64       at,
             const char  *actor,
             BellCommand *values)
{
  const char *slot = bell_command_get (values, "slot");
  BellCommand *check = bell_command_new ("record.check", "record", "@", "slot", slot, NULL);
  BellCommand *complete = bell_command_new ("item.complete", "record", "@", "slot", slot, NULL);

  step (plot, at, actor, values);
  step (plot, at + BELL_MINUTE, actor, check);
  step (plot, at + 2 * BELL_MINUTE, actor, complete);
}

/* --- Values --- */

static void
fill_mapping (BellCommand         *command,
              const char          *prefix,
              const BellDemoSetup *setup)
{
  const char *const pairs[][2] = {
    { "outside-system", setup->system }, { "entity", setup->entity }, { "outside-code", setup->outside },
    { "own-code", setup->own }, { "transaction-code", setup->transaction }, { "unmapped", "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *name = g_strconcat (prefix, pairs[i][0], NULL);

      if (pairs[i][1] != NULL)
        bell_command_set (command, name, pairs[i][1]);
    }
}

static BellCommand *
sync_values (Plot       *plot,
             const char *slot,
             gint64      at)
{
  static const char *const entities[] = { "stays", "guests", "rooms", "money", "records" };
  BellDemo *self = plot->demo;
  BellCommand *command = set (slot);
  gint64 here = 200 + bell_demo_below (self, 900);
  gint64 more = bell_demo_chance (self, 70) ? 0 : bell_demo_below (self, 12);

  bell_command_set (command, "f.outside-system", "hotel system");
  bell_command_set (command, "f.entity", entities[bell_demo_below (self, G_N_ELEMENTS (entities))]);
  set_number (command, "f.counted-here", here);
  set_number (command, "f.counted-there", here + more);
  set_number (command, "f.difference", more);
  set_time (command, "f.checked-time", at - BELL_MINUTE);
  return command;
}

static BellCommand *
owner_values (Plot   *plot,
              gint64  at)
{
  static const char *const owners[] = { "Família Sequeira", "R. Whitaker", "Immo Tejo Lda.", "A. Lindner" };
  BellDemo *self = plot->demo;
  BellCommand *command = set ("alerted");
  g_autofree char *unit = g_strdup_printf ("Apartment %u", 1 + bell_demo_below (self, 12));

  bell_command_set (command, "f.unit", unit);
  bell_command_set (command, "f.unit-owner", owners[bell_demo_below (self, G_N_ELEMENTS (owners))]);
  set_day (plot, command, "f.period-start", at - 35 * BELL_DAY);
  set_day (plot, command, "f.period-end", at - 5 * BELL_DAY);
  set_number (command, "f.income", 900 + bell_demo_below (self, 2400));
  set_number (command, "f.payout", 600 + bell_demo_below (self, 300));
  return command;
}

static BellCommand *
rule_values (Plot   *plot,
             gint64  at)
{
  BellDemo *self = plot->demo;
  BellCommand *command = set ("audited");
  g_autofree char *unit = g_strdup_printf ("Apartment %u", 1 + bell_demo_below (self, 12));

  bell_command_set (command, "f.unit", unit);
  bell_command_set (command, "f.rule", "maintenance-fee");
  bell_command_set (command, "f.value", "Monthly, with the statement");
  bell_command_set (command, "f.effect-kind", "charge");
  set_number (command, "f.effect", 60 + bell_demo_below (self, 90));
  set_day (plot, command, "f.valid-from", at);
  return command;
}

static BellCommand *
migration_values (Plot *plot)
{
  static const char *const sources[] = { "Guest file of the older program", "Paper log book 2024", "Preferences sheet", "Loyalty list" };
  BellDemo *self = plot->demo;
  BellCommand *command = set ("audited");
  gint64 taken = 300 + bell_demo_below (self, 5000);
  gint64 refused = bell_demo_below (self, 25);

  bell_command_set (command, "f.source", sources[bell_demo_below (self, G_N_ELEMENTS (sources))]);
  bell_command_set (command, "f.stage", bell_demo_chance (self, 60) ? "trial" : "final");
  set_number (command, "f.rows-read", taken + refused);
  set_number (command, "f.rows-taken", taken);
  set_number (command, "f.rows-refused", refused);
  set_number (command, "f.cost", 80 + bell_demo_below (self, 300));
  return command;
}

/* --- What both have in common --- */

static void
plan_times (Plot *plot)
{
  BellDemo *self = plot->demo;

  plot->checked = plot->at + bell_demo_minutes (self, 25, 120);
  plot->done = plot->checked + bell_demo_minutes (self, 90, plot->twist == BELL_DEMO_SLOW ? 6000 : 1500);
}

static void
do_task (Plot *plot)
{
  step (plot, plot->at + bell_demo_minutes (plot->demo, 5, 20), "line-staff@it",
        bell_command_new ("task.move", "task", "@", "to", "pending", NULL));
  if (plot->reach <= BELL_DEMO_CHECKED)
    return;
  step (plot, plot->done, "line-staff@it", bell_command_new ("task.move", "task", "@", "to", "complete", NULL));
}

static void
turn (Plot       *plot,
      const char *field,
      const char *value)
{
  gboolean stays_open = plot->reach != BELL_DEMO_TO_THE_END;
  const char *by = plot->twist == BELL_DEMO_MONEY ? "finance" : LEAD;

  if (plot->twist == BELL_DEMO_PROPOSAL)
    bell_demo_propose (plot->demo, plot->story, plot->checked + 5 * BELL_MINUTE, LEAD, MANAGER, "validated", field, value, stays_open);
  else if (plot->twist == BELL_DEMO_HANDOVER)
    step (plot, plot->checked + 10 * BELL_MINUTE, LEAD,
          bell_command_new ("record.own", "record", "@", "to", "@set-up-lead", "reason", "Knows the other system better.", NULL));
  else
    bell_demo_twist (plot->demo, plot->story, plot->twist, plot->checked + 5 * BELL_MINUTE, plot->done, by, MANAGER, stays_open);
}

static void
close_record (Plot   *plot,
              gint64  at)
{
  step (plot, at, LEAD, bell_command_new ("record.status", "record", "@", "to", "complete", NULL));
  if (plot->twist != BELL_DEMO_REOPENED)
    return;

  step (plot, at + BELL_DAY, LEAD,
        bell_command_new ("record.status", "record", "@", "to", "pending", "reason", "The other system changed its codes again.", NULL));
  step (plot, at + BELL_DAY + 2 * BELL_HOUR, LEAD, bell_command_new ("record.check", "record", "@", "slot", "validated", NULL));
  step (plot, at + 2 * BELL_DAY, LEAD, bell_command_new ("record.status", "record", "@", "to", "complete", NULL));
}

/* --- Customer Journey Automation --- */

static BellCommand *
open_journey (Plot                *plot,
              const BellDemoSetup *setup)
{
  BellCommand *command = bell_command_new ("record.new", "workflow", "customer-journey", "title", setup->title, NULL);

  bell_command_set (command, "f.step", setup->step);
  bell_command_set (command, "f.code", "AUR");
  bell_command_set (command, "f.currency", "EUR");
  bell_command_set (command, "f.zone", "Europe/Lisbon");
  set_number (command, "f.rooms", plot->demo->n_rooms);
  set_day (plot, command, "f.due", plot->at + (2 + bell_demo_below (plot->demo, 4)) * BELL_DAY);
  fill_mapping (command, "slot.validated.", setup);
  return command;
}

static void
add_journey (Plot *plot)
{
  BellDemo *self = plot->demo;
  const BellDemoSetup *setup = &bell_demo_setups[bell_demo_below (self, bell_demo_n_setups)];
  g_autofree char *other_code = g_strconcat (setup->own, "-2", NULL);

  step (plot, plot->at, LEAD, open_journey (plot, setup));
  if (plot->reach == BELL_DEMO_OPENED)
    return;
  do_task (plot);
  if (plot->reach == BELL_DEMO_BEGUN)
    return;

  step (plot, plot->checked, LEAD, bell_command_new ("record.check", "record", "@", "slot", "validated", NULL));
  turn (plot, "f.own-code", other_code);
  if (plot->reach == BELL_DEMO_CHECKED)
    return;

  finish_slot (plot, plot->done + 10 * BELL_MINUTE, LEAD, sync_values (plot, "tracked", plot->done));
  finish_slot (plot, plot->done + 30 * BELL_MINUTE, MANAGER, owner_values (plot, plot->done));
  if (bell_demo_chance (self, 40))
    finish_slot (plot, plot->done + 45 * BELL_MINUTE, "finance", rule_values (plot, plot->done));
  close_record (plot, plot->done + 60 * BELL_MINUTE);
}

/* --- Boutique --- */

static BellCommand *
open_test (Plot               *plot,
           const BellDemoTest *test)
{
  static const char *const departments[] = { "housekeeping", "front-office", "engineering", "concierge", "spa", "food-and-beverage" };
  static const char *const stages[] = { "planned", "training", "pilot", "live" };
  BellDemo *self = plot->demo;
  BellCommand *command = bell_command_new ("record.new", "workflow", "boutique", NULL);
  guint people = 2 + bell_demo_below (self, 8);

  bell_command_set (command, "f.area", test->area);
  bell_command_set (command, "f.tested", test->tested);
  bell_command_set (command, "f.expected", test->expected);
  bell_command_set (command, "f.found", test->found);
  bell_command_set (command, "f.passed", test->note == NULL ? "true" : "false");
  bell_command_set (command, "f.note", test->note);
  set_time (command, "f.tested-time", plot->at - 10 * BELL_MINUTE);
  bell_command_set (command, "slot.validated.department", departments[bell_demo_below (self, G_N_ELEMENTS (departments))]);
  bell_command_set (command, "slot.validated.stage", stages[bell_demo_below (self, G_N_ELEMENTS (stages))]);
  set_number (command, "slot.validated.people", people);
  set_number (command, "slot.validated.trained", bell_demo_below (self, people + 1));
  set_day (plot, command, "slot.validated.go-live", plot->at + (3 + bell_demo_below (self, 20)) * BELL_DAY);
  return command;
}

static void
add_test (Plot *plot)
{
  BellDemo *self = plot->demo;
  g_autofree char *later = bell_time_day (plot->at + 40 * BELL_DAY, self->desk->zone);

  step (plot, plot->at, LEAD, open_test (plot, &bell_demo_tests[bell_demo_below (self, bell_demo_n_tests)]));
  if (plot->reach == BELL_DEMO_OPENED)
    return;
  do_task (plot);
  if (plot->reach == BELL_DEMO_BEGUN)
    return;

  step (plot, plot->checked, LEAD, bell_command_new ("record.check", "record", "@", "slot", "validated", NULL));
  turn (plot, "f.go-live", later);
  if (plot->reach == BELL_DEMO_CHECKED)
    return;

  finish_slot (plot, plot->done + 10 * BELL_MINUTE, LEAD, sync_values (plot, "alerted", plot->done));
  if (bell_demo_chance (self, 40))
    finish_slot (plot, plot->done + 25 * BELL_MINUTE, MANAGER, migration_values (plot));
  close_record (plot, plot->done + 40 * BELL_MINUTE);
}

gboolean
bell_demo_add_setup_record (BellDemo      *self,
                            const char    *workflow,
                            gint64         at,
                            BellDemoTwist  twist,
                            BellDemoReach  reach)
{
  Plot plot = { .demo = self, .twist = twist, .reach = reach, .at = at };

  plot.story = bell_demo_story_new (self, NULL);
  plan_times (&plot);
  if (g_str_equal (workflow, "customer-journey"))
    add_journey (&plot);
  else
    add_test (&plot);
  return TRUE;
}
