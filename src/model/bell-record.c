/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-record.h"

G_DEFINE_FINAL_TYPE (BellRecord, bell_record, BELL_TYPE_ENTITY)

static const BellField record_fields[] = {
  BELL_FIELD (BellRecord, property, TEXT, 0),
  BELL_FIELD (BellRecord, workflow, TEXT, 0),
  BELL_FIELD (BellRecord, number, TEXT, 0),
  BELL_FIELD (BellRecord, title, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD_OF (BellRecord, status, bell_status, 0),
  BELL_FIELD_OF (BellRecord, trigger, bell_trigger, 0),
  BELL_FIELD (BellRecord, owner, ID, 0),
  BELL_FIELD (BellRecord, owner_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellRecord, owner_role, TEXT, 0),
  BELL_FIELD (BellRecord, owner_why, TEXT, 0),
  BELL_FIELD (BellRecord, department, TEXT, 0),
  BELL_FIELD (BellRecord, stay, ID, 0),
  BELL_FIELD (BellRecord, guest, ID, 0),
  BELL_FIELD (BellRecord, room, TEXT, 0),
  BELL_FIELD (BellRecord, surname, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellRecord, opened_at, TIME, 0),
  BELL_FIELD (BellRecord, opened_by, ID, 0),
  BELL_FIELD (BellRecord, closed_at, TIME, 0),
  BELL_FIELD (BellRecord, due_at, TIME, 0),
  BELL_FIELD (BellRecord, ladder, TEXT, 0),
  BELL_FIELD (BellRecord, ladder_level, INT, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, ladder_warned, FLAG, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, ladder_at, TIME, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, blocked_at, TIME, 0),
  BELL_FIELD (BellRecord, blocked_reason, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellRecord, waits_for, TEXT, 0),
  BELL_FIELD_OF (BellRecord, status_before, bell_status, 0),
  BELL_FIELD (BellRecord, paused, INT, 0),
  BELL_FIELD (BellRecord, reopened, INT, 0),
  BELL_FIELD (BellRecord, next_code, TEXT, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, next_text, TEXT, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, next_staff, ID, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, next_role, TEXT, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, next_due, TIME, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, open_exceptions, INT, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, open_approvals, INT, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, mismatch, TEXT, BELL_FIELD_DERIVED),
  BELL_FIELD (BellRecord, columns, VALUES, BELL_FIELD_JOINED),
};

static void
bell_record_class_init (BellRecordClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "record", record_fields, G_N_ELEMENTS (record_fields));
}

static void
bell_record_init (BellRecord *self)
{
}
