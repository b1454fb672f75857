/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"

G_BEGIN_DECLS

typedef enum
{
  BELL_TOKEN_ROOM,
  BELL_TOKEN_QUANTITY,
  BELL_TOKEN_CATEGORY,
  BELL_TOKEN_KIND,
  BELL_TOKEN_DUE,
  BELL_TOKEN_DEPARTMENT,
  BELL_TOKEN_PERSON,
  BELL_TOKEN_WORKFLOW,
  BELL_TOKEN_TEXT,
  BELL_TOKEN_UNKNOWN, /* begins with !, @ or # but means nothing known */
} BellTokenKind;

/* A piece of the line: bytes @start to @end; @meaning is how people read it ("Room 412", "today 19:00"). */
typedef struct
{
  BellTokenKind kind;
  gsize start;
  gsize end;
  char *meaning;
} BellToken;

/**
 * BellQuickEntry:
 * @tokens: of BellToken, in the order of the line
 * @room: (nullable): as the property writes it
 * @quantity: 0 when none was said
 * @category: (nullable): choice of the guest request's category
 * @workflow: id of the workflow to open; never NULL
 * @kind: id of the kind that was understood; never NULL
 * @slot: where the kind stands in the workflow; for a guest request in Guest Experience that is the validated one
 * @department: (nullable): said after "@", else the category's
 * @person: index into the given names, -1 for none
 * @due: 0 when none was said
 * @text: what is left, cleaned; "" when nothing
 * @complaints: of char *: sentences about what was not understood
 * @values: field name to canonical text for the item of @kind in @slot, as far as understood
 */
typedef struct
{
  GPtrArray *tokens;
  char *room;
  int quantity;
  char *category;
  char *workflow;
  char *kind;
  BellSlot slot;
  char *department;
  int person;
  gint64 due;
  char *text;
  GPtrArray *complaints;
  GHashTable *values;
} BellQuickEntry;

void            bell_quick_entry_free  (BellQuickEntry      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellQuickEntry, bell_quick_entry_free)

/**
 * bell_quick_entry_parse:
 * @line: as typed so far
 * @rooms: (nullable): rooms of the property, as BellProperty has them
 * @people: (nullable): names of the staff
 * @default_workflow: (nullable): workflow when the line names none; NULL: the one that owns the kind understood
 *
 * Understands a line such as "412 2 extra towels !19:00 @housekeeping #guest-experience". The due time after "!"
 * may be 19:00, 7pm, 30m, 2h, 1d, today, tomorrow, a weekday, a date, or day and time with a dash or
 * a "T" between ("tomorrow-9:00"). A clock time that is past means tomorrow. A backslash before a sign takes its
 * meaning away. Never fails. (transfer full)
 */
BellQuickEntry *bell_quick_entry_parse (BellDefinitions     *definitions,
                                        const char          *line,
                                        const char          *rooms,
                                        const char * const  *people,
                                        const char          *default_workflow,
                                        gint64               now,
                                        GTimeZone           *zone);

G_END_DECLS
