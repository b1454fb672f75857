/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"

G_BEGIN_DECLS

/* What fires: @level 0 is the warning. Strings belong to the ladder. */
typedef struct
{
  gint64 at;
  int level;
  const char *role;
  const char *text;
} BellLadderStep;

/**
 * bell_ladder_next:
 * @opened_at: when the record was opened
 * @due_at: when it is promised; 0: ladders that count from the due time count from the opening
 * @paused: working time spent blocked so far, see bell_calendar_between ()
 * @level: levels already fired
 * @warned: whether the warning has fired
 * @step: (out): what fires next and when; may lie in the past
 *
 * FALSE when nothing is left. A warning that was not given before level one fires is left out. While a record is
 * blocked the caller does not ask; on unblocking it adds bell_calendar_between (calendar, blocked_at, now) to @paused.
 */
gboolean bell_ladder_next        (const BellLadder    *ladder,
                                  const BellCalendar  *calendar,
                                  gint64               opened_at,
                                  gint64               due_at,
                                  gint64               paused,
                                  int                  level,
                                  gboolean             warned,
                                  GTimeZone           *zone,
                                  BellLadderStep      *step);

/* The instant that lies @working microseconds of opening time after @start (before it when negative). A calendar that does
 * not open within two years counts as always open. */
gint64   bell_calendar_add       (const BellCalendar  *calendar,
                                  gint64               start,
                                  gint64               working,
                                  GTimeZone           *zone);

/* Opening time between two instants; negative when @until is the earlier one. */
gint64   bell_calendar_between   (const BellCalendar  *calendar,
                                  gint64               from,
                                  gint64               until,
                                  GTimeZone           *zone);

gboolean bell_calendar_is_open   (const BellCalendar  *calendar,
                                  gint64               at,
                                  GTimeZone           *zone);

G_END_DECLS
