/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-entity.h"
#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_RECORD (bell_record_get_type ())
G_DECLARE_FINAL_TYPE (BellRecord, bell_record, BELL, RECORD, BellEntity)

/**
 * BellRecord:
 * @property: code of the property
 * @workflow: id of the workflow
 * @number: what people say: prefix of the workflow and a running number, "GE-1042"
 * @title: may hold what a guest said
 * @trigger: what started it
 * @owner: staff; never none
 * @owner_role: role that the owner rule asked for
 * @owner_why: the owner rule's explanation
 * @stay: none when no stay is concerned
 * @guest: none when no guest is known
 * @surname: of the guest of the stay; what line staff may see
 * @due_at: when the owned work is promised
 * @ladder: id of the escalation ladder
 * @ladder_level: levels already fired; 0 none, the warning counts as no level
 * @ladder_at: when the next warning or level fires; 0 while blocked, or when none is left
 * @waits_for: whom or what a blocked record waits for
 * @status_before: the status to which unblocking returns
 * @paused: microseconds spent blocked so far
 * @reopened: times
 * @next_code: next action, see bell-next-action.h
 * @next_text: the sentence for it
 * @next_staff: who must act; none when any person of the role
 * @open_exceptions: exceptions not reviewed
 * @open_approvals: proposals not decided
 * @mismatch: what of the stay disagrees with open work; NULL when nothing
 * @columns: only in a list that asks for them: the values of its workflow's columns that the reader may see,
 *   "slot.field" to canonical text
 *
 * One piece of guest work or set-up work: five statuses, six slots, always one named owner.
 */
struct _BellRecord
{
  BellEntity parent_instance;

  char *property;
  char *workflow;
  char *number;
  char *title;
  gint64 status;
  gint64 trigger;
  BellId owner;
  char *owner_name;
  char *owner_role;
  char *owner_why;
  char *department;
  BellId stay;
  BellId guest;
  char *room;
  char *surname;
  gint64 opened_at;
  BellId opened_by;
  gint64 closed_at;
  gint64 due_at;
  char *ladder;
  gint64 ladder_level;
  gint64 ladder_warned;
  gint64 ladder_at;
  gint64 blocked_at;
  char *blocked_reason;
  char *waits_for;
  gint64 status_before;
  gint64 paused;
  gint64 reopened;
  char *next_code;
  char *next_text;
  BellId next_staff;
  char *next_role;
  gint64 next_due;
  gint64 open_exceptions;
  gint64 open_approvals;
  char *mismatch;
  GHashTable *columns;
};

G_END_DECLS
