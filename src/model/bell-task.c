/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-task.h"

G_DEFINE_FINAL_TYPE (BellTask, bell_task, BELL_TYPE_ENTITY)

static const BellField task_fields[] = {
  BELL_FIELD (BellTask, record, ID, 0),
  BELL_FIELD (BellTask, number, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellTask, workflow, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellTask, property, TEXT, 0),
  BELL_FIELD (BellTask, department, TEXT, 0),
  BELL_FIELD (BellTask, kind, TEXT, 0),
  BELL_FIELD (BellTask, title, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellTask, room, TEXT, 0),
  BELL_FIELD_OF (BellTask, status, bell_status, 0),
  BELL_FIELD (BellTask, assignee, ID, 0),
  BELL_FIELD (BellTask, assignee_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellTask, created_at, TIME, 0),
  BELL_FIELD (BellTask, due_at, TIME, 0),
  BELL_FIELD (BellTask, started_at, TIME, 0),
  BELL_FIELD (BellTask, done_at, TIME, 0),
  BELL_FIELD (BellTask, blocked_at, TIME, 0),
  BELL_FIELD (BellTask, blocked_reason, TEXT, 0),
  BELL_FIELD (BellTask, waits_for, TEXT, 0),
  BELL_FIELD (BellTask, paused, INT, 0),
  BELL_FIELD (BellTask, notes, TEXT, BELL_FIELD_PERSONAL),
};

static void
bell_task_class_init (BellTaskClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "task", task_fields, G_N_ELEMENTS (task_fields));
}

static void
bell_task_init (BellTask *self)
{
}
