/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-entity.h"
#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_TASK (bell_task_get_type ())
G_DECLARE_FINAL_TYPE (BellTask, bell_task, BELL, TASK, BellEntity)

/**
 * BellTask:
 * @number: of the record
 * @paused: microseconds
 * @notes: progress, for the next shift
 *
 * A piece of department work; what the board shows.
 */
struct _BellTask
{
  BellEntity parent_instance;

  BellId record;
  char *number;
  char *workflow;
  char *property;
  char *department;
  char *kind;
  char *title;
  char *room;
  gint64 status;
  BellId assignee;
  char *assignee_name;
  gint64 created_at;
  gint64 due_at;
  gint64 started_at;
  gint64 done_at;
  gint64 blocked_at;
  char *blocked_reason;
  char *waits_for;
  gint64 paused;
  char *notes;
};

G_END_DECLS
