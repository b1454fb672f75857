/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-staff.h"

G_DEFINE_FINAL_TYPE (BellStaff, bell_staff, BELL_TYPE_ENTITY)

static const BellField staff_fields[] = {
  BELL_FIELD (BellStaff, name, TEXT, 0),
  BELL_FIELD (BellStaff, roles, TEXT, 0),
  BELL_FIELD (BellStaff, department, TEXT, 0),
  BELL_FIELD (BellStaff, property, TEXT, 0),
  BELL_FIELD (BellStaff, active, FLAG, 0),
  BELL_FIELD (BellStaff, demo_pin, TEXT, 0),
  BELL_FIELD (BellStaff, on_duty, FLAG, BELL_FIELD_JOINED),
  BELL_FIELD (BellStaff, open_records, INT, BELL_FIELD_JOINED),
};

static void
bell_staff_class_init (BellStaffClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "staff", staff_fields, G_N_ELEMENTS (staff_fields));
}

static void
bell_staff_init (BellStaff *self)
{
}

G_DEFINE_FINAL_TYPE (BellShift, bell_shift, BELL_TYPE_ENTITY)

static const BellField shift_fields[] = {
  BELL_FIELD (BellShift, staff, ID, 0),
  BELL_FIELD (BellShift, staff_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellShift, starts_at, TIME, 0),
  BELL_FIELD (BellShift, ends_at, TIME, 0),
};

static void
bell_shift_class_init (BellShiftClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "shift", shift_fields, G_N_ELEMENTS (shift_fields));
}

static void
bell_shift_init (BellShift *self)
{
}
