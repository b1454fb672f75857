/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-entity.h"
#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_PROPERTY (bell_property_get_type ())
G_DECLARE_FINAL_TYPE (BellProperty, bell_property, BELL, PROPERTY, BellEntity)

/**
 * BellProperty:
 * @code: short and unique, such as HLX
 * @currency: ISO 4217
 * @zone: IANA time zone
 * @rooms: room numbers, such as "101-124 201-224 PH1"
 *
 * A hotel.
 */
struct _BellProperty
{
  BellEntity parent_instance;

  char *code;
  char *name;
  char *city;
  char *currency;
  char *zone;
  char *rooms;
  gint64 demo;
};

G_END_DECLS
