/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-date.h"
#include "bell-demo-private.h"

#define GUEST_RELATIONS "guest-relations"
#define DUTY_MANAGER "duty-manager"

/* What is made up for one record before its steps are written down. */
typedef struct
{
  BellDemo *demo;
  BellDemoStory *story;
  BellDemoStay *stay;
  BellDemoTwist twist;
  BellDemoReach reach;
  gint64 at;
  gint64 promised;
  gint64 checked;
  gint64 done;
  const char *hands;
} Plot;

static void
step (Plot        *plot,
      gint64       at,
      const char  *actor,
      BellCommand *command)
{
  bell_demo_step (plot->demo, plot->story, at, actor, command);
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
set_number (BellCommand *command,
            const char  *name,
            guint        number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  bell_command_set (command, name, text);
}

/* The department and the usual minutes of a request's category. */
static const BellChoice *
category_of (BellDemo   *self,
             const char *category)
{
  const BellKind *kind = bell_definitions_kind (self->desk->definitions, "guest-request");

  return bell_field_def_choice (bell_kind_field (kind, "category"), category);
}

static void
plan_times (Plot       *plot,
            const char *category)
{
  BellDemo *self = plot->demo;
  const BellChoice *choice = category_of (self, category);
  guint minutes = CLAMP (choice->due_minutes, 10, 180);

  plot->hands = bell_demo_hands_of (choice->department);
  plot->promised = MIN (plot->at + minutes * BELL_MINUTE, MAX (plot->stay->out, plot->at + 10 * BELL_MINUTE));
  plot->checked = plot->at + bell_demo_minutes (self, 2, 5);
  plot->done = plot->twist == BELL_DEMO_SLOW ? plot->promised + bell_demo_minutes (self, 8, 80)
               : plot->checked + (plot->promised - plot->checked) / 100 * (40 + bell_demo_below (self, 55));
}

/* --- The ways of one record --- */

static BellCommand *
set (const char *slot)
{
  return bell_command_new ("record.set", "record", "@", "slot", slot, NULL);
}

/* Fills a slot in, confirms it and completes it. */
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
  step (plot, at + 20 * BELL_SECOND, actor, check);
  step (plot, at + 60 * BELL_SECOND, actor, complete);
}

/* Of the cards that are still open some wait for somebody and some only for their time. */
static void
leave_task (Plot *plot)
{
  gint64 at = plot->at + 6 * BELL_MINUTE;

  if (plot->story->id % 4 == 1)
    step (plot, at, plot->hands, bell_command_new ("task.move", "task", "@", "to", "approved", NULL));
  else if (plot->story->id % 4 == 2)
    {
      const BellDemoWait *wait = &bell_demo_guest_waits[plot->story->id / 4 % bell_demo_n_guest_waits];

      step (plot, at, plot->hands, bell_command_new ("task.move", "task", "@", "to", "blocked", "reason", wait->reason,
                                                     "waits-for", wait->waits_for, NULL));
    }
}

static void
do_task (Plot       *plot,
         const char *note)
{
  BellDemo *self = plot->demo;

  step (plot, plot->at + bell_demo_minutes (self, 1, 4), plot->hands,
        bell_command_new ("task.move", "task", "@", "to", "pending", NULL));
  if (plot->reach <= BELL_DEMO_CHECKED)
    {
      leave_task (plot);
      return;
    }

  if (note != NULL && bell_demo_chance (self, 60))
    step (plot, plot->done - 30 * BELL_SECOND, plot->hands, bell_command_new ("task.note", "task", "@", "text", note, NULL));
  step (plot, plot->done, plot->hands, bell_command_new ("task.move", "task", "@", "to", "complete", NULL));
}

static void
close_record (Plot   *plot,
              gint64  at)
{
  /* Some of the last day's are done but not closed yet: the work that is waiting when somebody sits down at the desk. */
  if (plot->demo->now - at < 24 * BELL_HOUR && plot->twist != BELL_DEMO_REOPENED && plot->story->id % 5 == 0)
    return;

  step (plot, at, GUEST_RELATIONS, bell_command_new ("record.status", "record", "@", "to", "complete", NULL));
  if (plot->twist != BELL_DEMO_REOPENED)
    return;

  step (plot, at + bell_demo_minutes (plot->demo, 20, 200), GUEST_RELATIONS,
        bell_command_new ("record.status", "record", "@", "to", "pending", "reason", "The guest asked again.", NULL));
  step (plot, at + 205 * BELL_MINUTE, GUEST_RELATIONS, bell_command_new ("record.check", "record", "@", "slot", "validated", NULL));
  step (plot, at + bell_demo_minutes (plot->demo, 210, 400), GUEST_RELATIONS,
        bell_command_new ("record.status", "record", "@", "to", "complete", NULL));
}

static void
turn (Plot       *plot,
      const char *field,
      gint64      value)
{
  gboolean stays_open = plot->reach != BELL_DEMO_TO_THE_END;
  g_autofree char *text = bell_time_to_iso8601 (value / BELL_MINUTE * BELL_MINUTE);

  if (plot->twist == BELL_DEMO_PROPOSAL)
    bell_demo_propose (plot->demo, plot->story, plot->checked + BELL_MINUTE, GUEST_RELATIONS, DUTY_MANAGER, "validated", field,
                       text, stays_open);
  else if (plot->twist == BELL_DEMO_HANDOVER)
    step (plot, plot->checked + 2 * BELL_MINUTE, GUEST_RELATIONS,
          bell_command_new ("record.own", "record", "@", "to", "@guest-relations", "reason",
                            bell_demo_handovers[bell_demo_below (plot->demo, bell_demo_n_handovers)], NULL));
  else
    bell_demo_twist (plot->demo, plot->story, plot->twist, plot->checked + 30 * BELL_SECOND, plot->done, GUEST_RELATIONS,
                     DUTY_MANAGER, stays_open);
}

/* A block or an open question takes its time; what comes after waits for it. */
static void
make_room (Plot *plot)
{
  gboolean takes_time = plot->twist == BELL_DEMO_BLOCKED || plot->twist == BELL_DEMO_EXCEPTION ||
                        plot->twist == BELL_DEMO_PROPOSAL || plot->twist == BELL_DEMO_MONEY;

  if (takes_time)
    plot->done = MAX (plot->done, plot->checked + bell_demo_minutes (plot->demo, 40, 150));
}

/* --- The values of the kinds --- */

static void
fill_request (Plot                  *plot,
              BellCommand           *command,
              const char            *prefix,
              const BellDemoRequest *request)
{
  static const char *const told_by[] = { "phone", "desk", "message", "staff", "room" };
  g_autofree char *category = g_strconcat (prefix, "category", NULL);
  g_autofree char *text = g_strconcat (prefix, "text", NULL);
  g_autofree char *room = g_strconcat (prefix, "room", NULL);
  g_autofree char *quantity = g_strconcat (prefix, "quantity", NULL);
  g_autofree char *promised = g_strconcat (prefix, "promised-time", NULL);
  g_autofree char *told = g_strconcat (prefix, "told-by", NULL);
  g_autofree char *chargeable = g_strconcat (prefix, "chargeable", NULL);
  g_autofree char *price = g_strconcat (prefix, "price", NULL);
  g_autofree char *amount = g_strdup_printf ("%u.00", request->price);

  bell_command_set (command, category, request->category);
  bell_command_set (command, text, request->text);
  bell_command_set (command, room, BELL_DEMO_SAYS (plot->stay, ROOM));
  bell_command_set (command, told, told_by[bell_demo_below (plot->demo, G_N_ELEMENTS (told_by))]);
  set_time (command, promised, plot->promised);
  if (request->quantity > 1)
    set_number (command, quantity, 1 + bell_demo_below (plot->demo, request->quantity));
  if (request->price > 0)
    {
      bell_command_set (command, chargeable, "true");
      bell_command_set (command, price, amount);
    }
}

static BellCommand *
message_values (Plot *plot)
{
  static const char *const languages[] = { "en", "de", "pt" };
  BellCommand *command = set ("validated");
  const char *language = BELL_DEMO_SAYS (plot->stay, LANGUAGE);
  gint64 noon = bell_time_on_day (BELL_DEMO_SAYS (plot->stay, ARRIVAL), 12, 0, plot->demo->desk->zone);

  bell_command_set (command, "f.template", "pre-arrival");
  bell_command_set (command, "f.language", g_strv_contains (languages, language) ? language : "en");
  bell_command_set (command, "f.channel", "e-mail");
  bell_command_set (command, "f.address", BELL_DEMO_SAYS (plot->stay, EMAIL));
  bell_command_set (command, "f.arrival", BELL_DEMO_SAYS (plot->stay, ARRIVAL));
  bell_command_set (command, "f.consent", "true");
  set_time (command, "f.send-time", noon - 3 * BELL_DAY);
  return command;
}

static BellCommand *
score_values (Plot       *plot,
              const char *slot,
              gint64      at)
{
  static const char *const sources[] = { "survey", "desk", "booking-site", "review-site" };
  static const char *const topics[] = { "arrival", "room", "cleanliness", "staff", "food", "noise", "value", "location" };
  static const guint scores[] = { 10, 10, 9, 9, 9, 8, 8, 7, 6, 4 };
  BellDemo *self = plot->demo;
  guint score = scores[bell_demo_below (self, G_N_ELEMENTS (scores))];
  BellCommand *command = set (slot);

  bell_command_set (command, "f.source", sources[bell_demo_below (self, G_N_ELEMENTS (sources))]);
  bell_command_set (command, "f.scale", "0-10");
  bell_command_set (command, "f.topics", topics[bell_demo_below (self, G_N_ELEMENTS (topics))]);
  bell_command_set (command, "f.comment", bell_demo_comments[bell_demo_below (self, bell_demo_n_comments)]);
  bell_command_set (command, "f.answered", score < 7 ? "true" : NULL);
  set_number (command, "f.score", score);
  set_time (command, "f.received", at - 3 * BELL_MINUTE);
  return command;
}

static BellCommand *
reply_values (Plot   *plot,
              gint64  at)
{
  static const char *const answers[] = { "yes", "no", "question", "stop" };
  BellDemo *self = plot->demo;
  const char *answer = answers[bell_demo_below (self, G_N_ELEMENTS (answers))];
  BellCommand *command = set ("audited");

  bell_command_set (command, "f.campaign", bell_demo_campaigns[bell_demo_below (self, bell_demo_n_campaigns)]);
  bell_command_set (command, "f.answer", answer);
  bell_command_set (command, "f.channel", "e-mail");
  bell_command_set (command, "f.consent", g_str_equal (answer, "stop") ? "false" : "true");
  bell_command_set (command, "f.revenue", g_str_equal (answer, "yes") ? "189.00" : NULL);
  set_time (command, "f.replied", at - 10 * BELL_MINUTE);
  return command;
}

static BellCommand *
recovery_values (Plot                    *plot,
                 const char              *slot,
                 const BellDemoComplaint *complaint)
{
  gboolean gift = bell_demo_chance (plot->demo, 30);
  BellCommand *command = set (slot);

  bell_command_set (command, "f.cause", complaint->cause);
  bell_command_set (command, "f.severity", complaint->severity);
  bell_command_set (command, "f.mood", complaint->mood);
  bell_command_set (command, "f.happened", complaint->happened);
  bell_command_set (command, "f.steps", complaint->steps);
  bell_command_set (command, "f.compensation-kind", gift ? "cost" : "none");
  bell_command_set (command, "f.guest-content", "true");
  if (gift)
    set_number (command, "f.compensation", 12 + bell_demo_below (plot->demo, 60));
  return command;
}

static BellCommand *
preference_values (Plot *plot)
{
  static const char *const sources[] = { "guest", "booking", "staff", "history" };
  BellDemo *self = plot->demo;
  const BellDemoPreference *preference = &bell_demo_preferences[bell_demo_below (self, bell_demo_n_preferences)];
  BellCommand *command = set ("alerted");

  bell_command_set (command, "f.topic", preference->topic);
  bell_command_set (command, "f.value", preference->value);
  bell_command_set (command, "f.private-note", preference->private_note);
  bell_command_set (command, "f.source", sources[bell_demo_below (self, G_N_ELEMENTS (sources))]);
  bell_command_set (command, "f.lasting", bell_demo_chance (self, 40) ? "permanent" : "this-stay");
  bell_command_set (command, "f.for-date", BELL_DEMO_SAYS (plot->stay, ARRIVAL));
  bell_command_set (command, "f.prepared", "true");
  return command;
}

/* "f.due" and its company of a follow-up two days after the departure. */
static void
fill_follow_up (Plot        *plot,
                BellCommand *command,
                const char  *prefix,
                const char  *purpose)
{
  gint64 noon = bell_time_on_day (BELL_DEMO_SAYS (plot->stay, DEPARTURE), 12, 0, plot->demo->desk->zone);
  g_autofree char *purpose_name = g_strconcat (prefix, "purpose", NULL);
  g_autofree char *due = g_strconcat (prefix, "due", NULL);
  g_autofree char *channel = g_strconcat (prefix, "channel", NULL);
  g_autofree char *address = g_strconcat (prefix, "address", NULL);

  bell_command_set (command, purpose_name, purpose);
  bell_command_set (command, channel, "e-mail");
  bell_command_set (command, address, BELL_DEMO_SAYS (plot->stay, EMAIL));
  set_time (command, due, noon + 2 * BELL_DAY);
}

/* --- CRM: what guests ask for --- */

static BellCommand *
open_crm (Plot                  *plot,
          const BellDemoRequest *request)
{
  BellCommand *command = bell_command_new ("record.new", "workflow", "crm", "stay", BELL_DEMO_SAYS (plot->stay, CONFIRMATION), NULL);

  fill_request (plot, command, "f.", request);
  return command;
}

static void
add_crm (Plot *plot)
{
  BellDemo *self = plot->demo;
  const BellDemoRequest *request = &bell_demo_requests[bell_demo_below (self, bell_demo_n_requests)];
  gint64 noon = bell_time_on_day (BELL_DEMO_SAYS (plot->stay, ARRIVAL), 12, 0, self->desk->zone);
  gint64 after;

  plan_times (plot, request->category);
  make_room (plot);
  step (plot, plot->at, bell_demo_chance (self, 50) ? "front-desk" : GUEST_RELATIONS, open_crm (plot, request));
  if (plot->reach == BELL_DEMO_OPENED)
    return;
  do_task (plot, request->done);
  if (plot->reach == BELL_DEMO_BEGUN)
    return;

  step (plot, plot->checked - BELL_MINUTE, GUEST_RELATIONS, message_values (plot));
  step (plot, plot->checked, GUEST_RELATIONS, bell_command_new ("record.check", "record", "@", "slot", "validated", NULL));
  turn (plot, "f.send-time", noon - 2 * BELL_DAY);
  if (plot->reach == BELL_DEMO_CHECKED)
    return;

  after = plot->done + bell_demo_minutes (self, 8, 40);
  if (request->price > 0)
    finish_slot (plot, after - 4 * BELL_MINUTE, GUEST_RELATIONS, set ("owned"));
  finish_slot (plot, after, GUEST_RELATIONS, score_values (plot, "alerted", after));
  if (bell_demo_chance (self, 15))
    finish_slot (plot, after + 2 * BELL_MINUTE, GUEST_RELATIONS, reply_values (plot, after));
  close_record (plot, after + 5 * BELL_MINUTE);
}

/* --- Guest Experience: what went wrong, and how it was put right --- */

static void
add_experience (Plot *plot)
{
  BellDemo *self = plot->demo;
  const BellDemoComplaint *complaint = &bell_demo_complaints[bell_demo_below (self, bell_demo_n_complaints)];
  BellDemoRequest request = { complaint->category, complaint->text, 0, 0, NULL };
  g_autofree char *title = g_strdup_printf ("%c%s", g_ascii_toupper (complaint->text[0]), complaint->text + 1);
  BellCommand *command;
  gint64 after;

  plan_times (plot, complaint->category);
  make_room (plot);
  command = bell_command_new ("record.new", "workflow", "guest-experience", "stay", BELL_DEMO_SAYS (plot->stay, CONFIRMATION),
                              "title", title, "task", title,
                              "department", category_of (self, complaint->category)->department, NULL);
  set_time (command, "due", plot->promised);
  fill_follow_up (plot, command, "f.", "recovery");
  fill_request (plot, command, "slot.validated.", &request);
  step (plot, plot->at, GUEST_RELATIONS, command);
  if (plot->reach == BELL_DEMO_OPENED)
    return;
  do_task (plot, complaint->steps);
  if (plot->reach == BELL_DEMO_BEGUN)
    return;

  step (plot, plot->checked, GUEST_RELATIONS, bell_command_new ("record.check", "record", "@", "slot", "validated", NULL));
  turn (plot, "f.promised-time", MIN (plot->promised + 45 * BELL_MINUTE, MAX (plot->stay->out, plot->promised) + 5 * BELL_MINUTE));
  if (plot->reach == BELL_DEMO_CHECKED)
    return;

  after = plot->done + bell_demo_minutes (self, 15, 90);
  finish_slot (plot, after, DUTY_MANAGER, recovery_values (plot, "alerted", complaint));
  if (bell_demo_chance (self, 40))
    finish_slot (plot, after + 4 * BELL_MINUTE, GUEST_RELATIONS, score_values (plot, "audited", after));
  close_record (plot, after + 8 * BELL_MINUTE);
}

/* --- Package: what was booked and promised with it --- */

static BellCommand *
open_package (Plot *plot)
{
  static const char *const programmes[] = { "Deskbell Circle", "Deskbell Circle", "Group Rewards", "Airline Miles" };
  BellDemo *self = plot->demo;
  gboolean enrol = bell_demo_chance (self, 35);
  g_autofree char *number = g_strdup_printf ("DC%06u", 100000 + bell_demo_below (self, 899999));
  BellCommand *command = bell_command_new ("record.new", "workflow", "package", "stay", BELL_DEMO_SAYS (plot->stay, CONFIRMATION), NULL);

  bell_command_set (command, "f.programme", programmes[bell_demo_below (self, G_N_ELEMENTS (programmes))]);
  bell_command_set (command, "f.action", enrol ? "enrol" : bell_demo_chance (self, 70) ? "credit" : "redeem");
  if (!enrol)
    {
      bell_command_set (command, "f.number", number);
      set_number (command, "f.points", 100 * (2 + bell_demo_below (self, 40)));
    }
  set_time (command, "due", plot->promised);
  fill_follow_up (plot, command, "slot.validated.", bell_demo_chance (self, 60) ? "thanks" : "offer");
  return command;
}

static void
add_package (Plot *plot)
{
  BellDemo *self = plot->demo;
  gint64 noon = bell_time_on_day (BELL_DEMO_SAYS (plot->stay, DEPARTURE), 12, 0, self->desk->zone);
  gint64 after;

  plan_times (plot, "message");
  make_room (plot);
  plot->hands = GUEST_RELATIONS;
  step (plot, plot->at, GUEST_RELATIONS, open_package (plot));
  if (plot->reach == BELL_DEMO_OPENED)
    return;
  do_task (plot, "Entered in the programme, guest told.");
  if (plot->reach == BELL_DEMO_BEGUN)
    return;

  step (plot, plot->checked, GUEST_RELATIONS, bell_command_new ("record.check", "record", "@", "slot", "validated", NULL));
  turn (plot, "f.due", noon + 3 * BELL_DAY);
  if (plot->reach == BELL_DEMO_CHECKED)
    return;

  after = plot->done + bell_demo_minutes (self, 10, 120);
  finish_slot (plot, after, GUEST_RELATIONS, preference_values (plot));
  if (bell_demo_chance (self, 15))
    finish_slot (plot, after + 3 * BELL_MINUTE, DUTY_MANAGER,
                 recovery_values (plot, "audited", &bell_demo_complaints[bell_demo_below (self, bell_demo_n_complaints)]));
  close_record (plot, after + 6 * BELL_MINUTE);
}

gboolean
bell_demo_add_guest_record (BellDemo      *self,
                            const char    *workflow,
                            gint64         at,
                            BellDemoTwist  twist,
                            BellDemoReach  reach)
{
  BellDemoStay *stay = bell_demo_chance (self, 15) ? bell_demo_arriving (self, at, 1, 6) : NULL;

  if (stay == NULL)
    stay = bell_demo_in_house (self, at);
  return stay != NULL && bell_demo_add_guest_record_for (self, workflow, stay, at, twist, reach);
}

gboolean
bell_demo_add_guest_record_for (BellDemo      *self,
                                const char    *workflow,
                                BellDemoStay  *stay,
                                gint64         at,
                                BellDemoTwist  twist,
                                BellDemoReach  reach)
{
  Plot plot = { .demo = self, .twist = twist, .reach = reach, .at = at };

  plot.stay = stay;
  plot.story = bell_demo_story_new (self, stay);
  if (g_str_equal (workflow, "crm"))
    add_crm (&plot);
  else if (g_str_equal (workflow, "guest-experience"))
    add_experience (&plot);
  else
    add_package (&plot);
  return TRUE;
}
