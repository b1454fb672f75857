/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-entity.h"
#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_STAFF (bell_staff_get_type ())
G_DECLARE_FINAL_TYPE (BellStaff, bell_staff, BELL, STAFF, BellEntity)

/**
 * BellStaff:
 * @roles: ids of roles, separated by spaces; the first is the main one
 * @demo_pin: shown on the sign-in page; only in the demonstration hotel
 * @open_records: records and tasks that wait for the person
 *
 * A person who works in the hotel and signs in with a PIN.
 */
struct _BellStaff
{
  BellEntity parent_instance;

  char *name;
  char *roles;
  char *department;
  char *property;
  gint64 active;
  char *demo_pin;
  gint64 on_duty;
  gint64 open_records;
};

#define BELL_TYPE_SHIFT (bell_shift_get_type ())
G_DECLARE_FINAL_TYPE (BellShift, bell_shift, BELL, SHIFT, BellEntity)

/**
 * BellShift:
 *
 * A person's time on duty.
 */
struct _BellShift
{
  BellEntity parent_instance;

  BellId staff;
  char *staff_name;
  gint64 starts_at;
  gint64 ends_at;
};

G_END_DECLS
