/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-entity.h"
#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_STAY (bell_stay_get_type ())
G_DECLARE_FINAL_TYPE (BellStay, bell_stay, BELL, STAY, BellEntity)

/**
 * BellStay:
 * @confirmation: reference in the hotel system
 * @surname: what line staff may see of the guest
 * @guest_name: full name; NULL for those who may not see identities
 * @arrival: YYYY-MM-DD
 * @departure: YYYY-MM-DD
 * @requests: special requests told with the booking
 * @digest: hash of the imported row
 *
 * A stay as the hotel system tells it; never edited here.
 */
struct _BellStay
{
  BellEntity parent_instance;

  char *property;
  char *confirmation;
  BellId guest;
  char *surname;
  char *guest_name;
  char *room;
  char *room_type;
  char *arrival;
  char *departure;
  gint64 status;
  char *vip;
  char *group_name;
  char *company;
  gint64 adults;
  gint64 children;
  char *rate_plan;
  char *segment;
  char *country;
  gint64 requests;
  gint64 imported_at;
  char *digest;
  gint64 open_records;
};

G_END_DECLS
