/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotel.h"

G_BEGIN_DECLS

/* One row of what the hotel asked for: tried in each of the five systems on a hotel of its own. */
typedef struct
{
  const char *name; /* "C1-owner-rule"; NULL ends a list */
  void (*func) (Hotel *hotel, const HotelCase *the);
} ConformanceRow;

extern const ConformanceRow conformance_controls[];
extern const ConformanceRow conformance_day[];
extern const ConformanceRow conformance_connections[];
extern const ConformanceRow conformance_mistakes[];
extern const ConformanceRow conformance_privacy[];
extern const ConformanceRow conformance_beyond[];

/* A sensitive field of the slot with another valid value, as typed. */
void conformance_sensitive (Hotel *hotel, const HotelCase *the, BellSlot slot, const char **field, const char **value);

/* The only open proposal of a record, as @who sees it: its id as text; NULL when there is not exactly one. (transfer full) */
char *conformance_proposal (Hotel *hotel, const char *who, const char *record);

/* The first task or exception of a record. (transfer full) */
char *conformance_first_task      (Hotel *hotel, const char *who, const char *record);
char *conformance_first_exception (Hotel *hotel, const char *who, const char *record);

/* The value of a field as @who sees it. (transfer full) (nullable) */
char *conformance_value (Hotel *hotel, const char *who, const char *record, BellSlot slot, const char *field);

G_END_DECLS
