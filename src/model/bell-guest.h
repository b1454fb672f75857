/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-entity.h"
#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_GUEST (bell_guest_get_type ())
G_DECLARE_FINAL_TYPE (BellGuest, bell_guest, BELL, GUEST, BellEntity)

/**
 * BellGuest:
 * @notes: class private
 * @last_stay: arrival of the latest stay
 *
 * A person who stays. Everything here is of class identity and is blanked by an erasure.
 */
struct _BellGuest
{
  BellEntity parent_instance;

  char *prefix;
  char *first_name;
  char *last_name;
  char *phone;
  char *email;
  char *address;
  char *language;
  char *country;
  char *vip;
  char *notes;
  gint64 erased_at;
  gint64 stays;
  char *last_stay;
  gint64 open_records;
};

G_END_DECLS
