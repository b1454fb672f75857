/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk-import.h"
#include "bell-desk-record.h"
#include "bell-desk.h"

G_BEGIN_DECLS

/*
 * A small hotel for tests, in a real file in a folder of its own, at a fixed time: Monday 2026-11-23, 10:00 UTC, in
 * Lisbon (where that is 10:00 as well). All of it was made through the one door, by its people:
 *
 *   Ada Keys administrator · Gina General general-manager · Dora Duty duty-manager · Susan Super supervisor of
 *   housekeeping · Sam Super supervisor of the front office · Ivan Super supervisor of IT · Rita, Rui, Olaf Relations
 *   guest-relations (Olaf is off) · Fred Front front-desk · Lina Line line-staff of housekeeping · Felix Finance finance ·
 *   Greta Group group · Seta, Sven Setup set-up-lead · Aud Auditor auditor
 *
 * Stays: C-101 Weber in house in room 101 (22 to 26 November), C-102 Haddad arrives on the 26th in room 102 until the 29th.
 */
typedef struct
{
  char *folder;
  char *path;
  BellClock *clock;
  BellDesk *desk;
  char *who;     /* who sits at the desk */
  guint commits; /* told by the desk so far */
} Hotel;

#define HOTEL_NOW G_GINT64_CONSTANT (1795428000000000)
#define HOTEL_PIN "2468"

/* What a workflow needs to be tried: who works in it, who decides, and who has no business there. */
typedef struct
{
  const char *workflow;
  const char *worker;
  const char *second;    /* of the same role, on shift */
  const char *approver;  /* decides what worker or filler propose */
  const char *reviewer;
  const char *outsider;  /* must see none of its kinds */
  const char *stay;      /* (nullable) */
  const char *filler[BELL_N_SLOTS]; /* who may fill and complete the slot with all its values */
} HotelCase;

#define N_HOTEL_CASES 5
extern const HotelCase hotel_cases[N_HOTEL_CASES];

Hotel       *hotel_new          (void);
void         hotel_free         (Hotel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hotel, hotel_free)

/* Closes the file and opens it again; nobody is signed in then. */
void         hotel_reopen       (Hotel *self);
void         hotel_wait         (Hotel *self, gint64 microseconds);
gboolean     hotel_sit          (Hotel *self, const char *who);

/* Sends a command as @who; pairs of argument and value up to NULL. NULL with @error set when refused. (transfer full) */
BellOutcome *hotel_try          (Hotel *self, const char *who, GError **error, const char *verb, ...) G_GNUC_NULL_TERMINATED;

/* The same when it must go through; fails the test otherwise. */
gboolean     hotel_does         (Hotel *self, const char *who, const char *verb, ...) G_GNUC_NULL_TERMINATED;

/* What the last hotel_does () came to; of the hotel. */
const BellOutcome *hotel_last   (void);

/* The same when it must be refused: with this code, a sentence that has @sentence in it, and nothing changed. */
gboolean     hotel_refuses      (Hotel *self, const char *who, BellErrorCode code, const char *sentence, const char *verb, ...) G_GNUC_NULL_TERMINATED;

/* Opens a record as @who; NULL (and a failed test) when that is refused. (transfer full) */
BellDossier *hotel_open         (Hotel *self, const char *who, const char *record);
gboolean     hotel_hides        (Hotel *self, const char *who, const char *record);

/* A list as @who sees it. (transfer full) */
GPtrArray   *hotel_list         (Hotel *self, const char *who, BellQuery *query);
GPtrArray   *hotel_timeline     (Hotel *self, const char *who, const BellId *record);

BellImportReport *hotel_import  (Hotel *self, const char *who, const char *csv, GError **error);

/* --- Valid values --- */

/* Puts values that every rule accepts into the slot, by its filler. */
gboolean     hotel_fill         (Hotel *self, const HotelCase *the, const char *record, BellSlot slot);

/* A valid record of the workflow; its number is kept for @number (out) (transfer full). */
gboolean     hotel_file_record  (Hotel *self, const HotelCase *the, char **number);

/* Fills and confirms the validated slot, does the task, fills, confirms and completes the alerted slot: ready to close. */
gboolean     hotel_work_off     (Hotel *self, const HotelCase *the, const char *record);

/* The kind of a slot. */
const BellKind *hotel_kind      (Hotel *self, const HotelCase *the, BellSlot slot);

/* Adds to @command a valid value for each field of @kind that the test data names, as @prefix + field. */
void         hotel_add_values   (BellCommand *command, const char *kind, const char *prefix);

/* Fails the test and leaves the function. */
#define TRY(expression) \
  G_STMT_START { \
    if (!(expression)) \
      { \
        g_test_fail_printf ("%s:%d: %s", __FILE__, __LINE__, #expression); \
        return; \
      } \
  } G_STMT_END

#define TRY_OR(expression, value) \
  G_STMT_START { \
    if (!(expression)) \
      { \
        g_test_fail_printf ("%s:%d: %s", __FILE__, __LINE__, #expression); \
        return value; \
      } \
  } G_STMT_END

G_END_DECLS
