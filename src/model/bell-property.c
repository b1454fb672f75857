/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-property.h"

G_DEFINE_FINAL_TYPE (BellProperty, bell_property, BELL_TYPE_ENTITY)

static const BellField property_fields[] = {
  BELL_FIELD (BellProperty, code, TEXT, 0),
  BELL_FIELD (BellProperty, name, TEXT, 0),
  BELL_FIELD (BellProperty, city, TEXT, 0),
  BELL_FIELD (BellProperty, currency, TEXT, 0),
  BELL_FIELD (BellProperty, zone, TEXT, 0),
  BELL_FIELD (BellProperty, rooms, TEXT, 0),
  BELL_FIELD (BellProperty, demo, FLAG, 0),
};

static void
bell_property_class_init (BellPropertyClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "property", property_fields, G_N_ELEMENTS (property_fields));
}

static void
bell_property_init (BellProperty *self)
{
}
