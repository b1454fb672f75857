/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/* Sunday 22 November 2026, half past three in the afternoon in Lisbon. */
#define DESK_NOW "2026-11-22T15:30:00Z"

/* A folder of its own for a test's file; removed with all in it. */
typedef struct
{
  char *dir;
  char *path;
  BellClock *clock;
  BellDesk *desk;
} DeskFixture;

/* Opens an empty file with a clock that stands at DESK_NOW. */
void         desk_fixture_open   (DeskFixture *self);

/* The same with the demonstration hotel; nobody is signed in. */
void         desk_fixture_demo   (DeskFixture *self, guint rooms, guint days, guint64 seed);
void         desk_fixture_clear  (DeskFixture *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskFixture, desk_fixture_clear)

/* Signs somebody of the demonstration hotel in by the PIN that it shows. */
void         desk_fixture_sign_in (DeskFixture *self, const char *name);

/* Sends a command that must go through; (transfer full) on both sides. */
BellOutcome *desk_fixture_do     (DeskFixture *self, BellCommand *command);

/* Sends one that must be refused with @code. */
void         desk_fixture_refuse (DeskFixture *self, BellCommand *command, BellErrorCode code);

/* All of a list. */
GPtrArray   *desk_fixture_list   (DeskFixture *self, BellQuery *query);

void         add_care_tests       (void);
void         add_demo_tests       (void);
void         add_import_tests     (void);
void         add_escalation_tests (void);
void         add_quick_tests      (void);

G_END_DECLS
