/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-demo-words.h"
#include "bell-desk-private.h"
#include "bell-stay-row.h"

G_BEGIN_DECLS

/* Private to the demonstration hotel: Hotel Aurora, Lisbon. */

typedef struct
{
  const char *name;
  const char *roles;
  const char *department;
  const char *pin;
  char rota;          /* m, e, n: morning, evening, night; o: office hours */
  BellStaff *staff;   /* once they work here */
} BellDemoPerson;

typedef struct
{
  guint person;
  gint64 starts;
  gint64 ends;
} BellDemoShift;

/* A stay as the simulation knows it; @row is what the hotel system sends when it is booked. */
typedef struct
{
  BellStayRow *row;
  gint64 told;       /* booked; nobody knows of it before */
  gint64 in;
  gint64 out;
  gboolean cancelled;
} BellDemoStay;

#define BELL_DEMO_SAYS(stay, FIELD) ((const char *) (stay)->row->values[BELL_STAY_FIELD_##FIELD])

/* One record and what the later steps of its life need to know of it. */
typedef struct
{
  guint id;
  BellId record;
  BellId exception;
  BellDemoStay *stay;   /* (nullable) */
  const char *department;
  gboolean failed;
} BellDemoStory;

/* What a step fills in when its time comes; its arguments hold "@" until then. */
typedef enum
{
  BELL_DEMO_NEEDS_RECORD = 1 << 0,
  BELL_DEMO_NEEDS_TASK = 1 << 1,      /* the last one that is not done */
  BELL_DEMO_NEEDS_APPROVAL = 1 << 2,  /* the open one */
  BELL_DEMO_NEEDS_EXCEPTION = 1 << 3, /* the one raised last */
  BELL_DEMO_NEEDS_LINE = 1 << 4,      /* the last money line that stands */
  BELL_DEMO_NEEDS_OTHER = 1 << 5,     /* "to": somebody of the role after "@" who is not the owner */
} BellDemoNeeds;

/* One thing that happens at a time: a command by @actor ("guest-relations", "line-staff@housekeeping"), a stay told by
 * the hotel system, or a tick of the ladders. */
typedef struct
{
  gint64 at;
  guint order;
  BellDemoStory *story;
  const char *actor;
  BellCommand *command;
  BellDemoNeeds needs;
  const char *other_role;
  BellStayRow *row;
} BellDemoStep;

typedef struct
{
  BellDesk *desk;
  GRand *rand;
  gint64 now;
  char *today;
  guint n_rooms;
  guint days;
  char **rooms;
  GPtrArray *people;   /* BellDemoPerson */
  GArray *shifts;      /* BellDemoShift */
  GPtrArray *stays;    /* BellDemoStay */
  GPtrArray *stories;  /* BellDemoStory */
  GPtrArray *steps;    /* BellDemoStep */
  guint refused;
} BellDemo;

/* --- The engine: bell-demo.c --- */

guint          bell_demo_below      (BellDemo *self, guint n);             /* a number below @n */
gboolean       bell_demo_chance     (BellDemo *self, guint per_cent);
gint64         bell_demo_minutes    (BellDemo *self, guint from, guint to); /* a length of time */
char          *bell_demo_day        (BellDemo *self, int offset);          /* today and so many days; (transfer full) */
gint64         bell_demo_at         (BellDemo *self, int offset, int hour, int minute);
BellDemoStory *bell_demo_story_new  (BellDemo *self, BellDemoStay *stay);

/* Adds a step; takes the command. Steps that lie after now never happen. */
void           bell_demo_step       (BellDemo *self, BellDemoStory *story, gint64 at, const char *actor, BellCommand *command);
void           bell_demo_step_row   (BellDemo *self, gint64 at, BellStayRow *row);

/* Runs the steps in the order of time. */
gboolean       bell_demo_run        (BellDemo *self, GError **error);

/* --- Who, where: bell-demo-hotel.c, bell-demo-stays.c --- */

gboolean       bell_demo_open_hotel (BellDemo *self, GError **error);
BellStaff     *bell_demo_on_duty    (BellDemo *self, const char *who, gint64 at, guint choice);
BellStaff     *bell_demo_other      (BellDemo *self, const char *role, const BellId *owner, guint choice);
const char    *bell_demo_hands_of   (const char *department);              /* who works on its tasks, as an actor */
void           bell_demo_add_stays  (BellDemo *self);

/* The hotel system tells the stay anew with another @value of @field. */
void           bell_demo_tell_stay  (BellDemo *self, BellDemoStay *stay, gint64 at, BellStayField field, const char *value);

/* A stay that was in the house at @at, or that arrives after it (@days: within so many); NULL when there is none. */
BellDemoStay  *bell_demo_in_house   (BellDemo *self, gint64 at);
BellDemoStay  *bell_demo_arriving   (BellDemo *self, gint64 at, int from_days, int to_days);

/* --- What happens: bell-demo-days.c, bell-demo-guest-work.c, bell-demo-setup-work.c, bell-demo-twists.c --- */

/* What makes a record something else than a matter of course. */
typedef enum
{
  BELL_DEMO_PLAIN,
  BELL_DEMO_SLOW,       /* done late */
  BELL_DEMO_BLOCKED,
  BELL_DEMO_EXCEPTION,
  BELL_DEMO_PROPOSAL,
  BELL_DEMO_HANDOVER,
  BELL_DEMO_MONEY,
  BELL_DEMO_REOPENED,
  BELL_DEMO_N_TWISTS,
} BellDemoTwist;

/* How far a record gets; for what is still open now. */
typedef enum
{
  BELL_DEMO_OPENED,
  BELL_DEMO_BEGUN,
  BELL_DEMO_CHECKED,
  BELL_DEMO_TO_THE_END,
} BellDemoReach;

/* All the work of the days: bell-demo-days.c. */
void           bell_demo_add_work         (BellDemo *self);

/* One record that begins at @at; FALSE when nobody is there whom it could concern. */
gboolean       bell_demo_add_guest_record (BellDemo *self, const char *workflow, gint64 at, BellDemoTwist twist, BellDemoReach reach);
gboolean       bell_demo_add_guest_record_for (BellDemo *self, const char *workflow, BellDemoStay *stay, gint64 at, BellDemoTwist twist,
                                               BellDemoReach reach);
gboolean       bell_demo_add_setup_record (BellDemo *self, const char *workflow, gint64 at, BellDemoTwist twist, BellDemoReach reach);

/* The steps of a twist between @from and @until. */
void           bell_demo_twist      (BellDemo *self, BellDemoStory *story, BellDemoTwist twist, gint64 from, gint64 until,
                                     const char *by, const char *reviewer, gboolean stays_open);

/* A change of the sensitive @field ("f.due") of a checked item, and what somebody else says to it. */
void           bell_demo_propose    (BellDemo *self, BellDemoStory *story, gint64 at, const char *by, const char *decider,
                                     const char *slot, const char *field, const char *value, gboolean stays_open);

/* --- Five years of closed records: bell-demo-archive.c --- */
gboolean       bell_demo_archive    (BellDemo *self, guint records, GError **error);

G_END_DECLS
