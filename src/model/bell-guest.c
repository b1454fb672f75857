/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-guest.h"

G_DEFINE_FINAL_TYPE (BellGuest, bell_guest, BELL_TYPE_ENTITY)

static const BellField guest_fields[] = {
  BELL_FIELD (BellGuest, prefix, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellGuest, first_name, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellGuest, last_name, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellGuest, phone, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellGuest, email, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellGuest, address, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellGuest, language, TEXT, 0),
  BELL_FIELD (BellGuest, country, TEXT, 0),
  BELL_FIELD (BellGuest, vip, TEXT, 0),
  BELL_FIELD (BellGuest, notes, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellGuest, erased_at, TIME, 0),
  BELL_FIELD (BellGuest, stays, INT, BELL_FIELD_JOINED),
  BELL_FIELD (BellGuest, last_stay, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellGuest, open_records, INT, BELL_FIELD_JOINED),
};

static void
bell_guest_class_init (BellGuestClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "guest", guest_fields, G_N_ELEMENTS (guest_fields));
}

static void
bell_guest_init (BellGuest *self)
{
}
