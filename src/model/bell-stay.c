/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-stay.h"

G_DEFINE_FINAL_TYPE (BellStay, bell_stay, BELL_TYPE_ENTITY)

static const BellField stay_fields[] = {
  BELL_FIELD (BellStay, property, TEXT, 0),
  BELL_FIELD (BellStay, confirmation, TEXT, 0),
  BELL_FIELD (BellStay, guest, ID, 0),
  BELL_FIELD (BellStay, surname, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellStay, guest_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellStay, room, TEXT, 0),
  BELL_FIELD (BellStay, room_type, TEXT, 0),
  BELL_FIELD (BellStay, arrival, TEXT, 0),
  BELL_FIELD (BellStay, departure, TEXT, 0),
  BELL_FIELD_OF (BellStay, status, bell_stay_status, 0),
  BELL_FIELD (BellStay, vip, TEXT, 0),
  BELL_FIELD (BellStay, group_name, TEXT, 0),
  BELL_FIELD (BellStay, company, TEXT, 0),
  BELL_FIELD (BellStay, adults, INT, 0),
  BELL_FIELD (BellStay, children, INT, 0),
  BELL_FIELD (BellStay, rate_plan, TEXT, 0),
  BELL_FIELD (BellStay, segment, TEXT, 0),
  BELL_FIELD (BellStay, country, TEXT, 0),
  BELL_FIELD (BellStay, requests, INT, 0),
  BELL_FIELD (BellStay, imported_at, TIME, 0),
  BELL_FIELD (BellStay, digest, TEXT, 0),
  BELL_FIELD (BellStay, open_records, INT, BELL_FIELD_JOINED),
};

static void
bell_stay_class_init (BellStayClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "stay", stay_fields, G_N_ELEMENTS (stay_fields));
}

static void
bell_stay_init (BellStay *self)
{
}
