/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is said and written in the demonstration hotel. The hotel works in English; nothing of it is part of the program. */

typedef struct
{
  const char *category; /* of the guest request */
  const char *text;
  guint quantity;       /* at most; 0 when none is said */
  guint price;          /* whole units; 0 when nothing is charged */
  const char *done;     /* progress note */
} BellDemoRequest;

typedef struct
{
  const char *category;
  const char *text;     /* what the guest asks for now */
  const char *cause;    /* of the service recovery */
  const char *severity;
  const char *mood;
  const char *happened;
  const char *steps;
} BellDemoComplaint;

typedef struct
{
  const char *topic;
  const char *value;
  const char *private_note; /* (nullable) */
} BellDemoPreference;

typedef struct
{
  const char *cause;
  const char *note;
  const char *impact;
  const char *decision;
  const char *comment;
} BellDemoCase;

typedef struct
{
  const char *reason;
  const char *waits_for;
} BellDemoWait;

typedef struct
{
  const char *kind;
  guint amount;     /* cents */
  const char *cause;
} BellDemoAmount;

typedef struct
{
  const char *country;
  const char *language;
  const char *phone;
  const char *const *first;
  const char *const *last;
} BellDemoNation;

typedef struct
{
  const char *area;
  const char *tested;
  const char *expected;
  const char *found;
  const char *note;   /* (nullable): of a test that failed */
} BellDemoTest;

typedef struct
{
  const char *step;
  const char *title;
  const char *system;
  const char *entity;
  const char *outside;
  const char *own;
  const char *transaction; /* (nullable) */
} BellDemoSetup;

extern const BellDemoRequest bell_demo_requests[];
extern const guint bell_demo_n_requests;
extern const BellDemoComplaint bell_demo_complaints[];
extern const guint bell_demo_n_complaints;
extern const BellDemoPreference bell_demo_preferences[];
extern const guint bell_demo_n_preferences;
extern const BellDemoCase bell_demo_guest_cases[];
extern const guint bell_demo_n_guest_cases;
extern const BellDemoCase bell_demo_setup_cases[];
extern const guint bell_demo_n_setup_cases;
extern const BellDemoWait bell_demo_guest_waits[];
extern const guint bell_demo_n_guest_waits;
extern const BellDemoWait bell_demo_setup_waits[];
extern const guint bell_demo_n_setup_waits;
extern const BellDemoAmount bell_demo_amounts[];
extern const guint bell_demo_n_amounts;
extern const BellDemoNation bell_demo_nations[];
extern const guint bell_demo_n_nations;
extern const BellDemoTest bell_demo_tests[];
extern const guint bell_demo_n_tests;
extern const BellDemoSetup bell_demo_setups[];
extern const guint bell_demo_n_setups;
extern const char *const bell_demo_handovers[];
extern const guint bell_demo_n_handovers;
extern const char *const bell_demo_changes[];
extern const guint bell_demo_n_changes;
extern const char *const bell_demo_refusals[];
extern const guint bell_demo_n_refusals;
extern const char *const bell_demo_comments[];
extern const guint bell_demo_n_comments;
extern const char *const bell_demo_campaigns[];
extern const guint bell_demo_n_campaigns;

G_END_DECLS
