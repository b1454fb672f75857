/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-entity.h"
#include "bell-enums.h"

G_BEGIN_DECLS

/**
 * BellListKind:
 * @BELL_LIST_WORK: open records whose next action is @staff's (or any of @roles'), by due time
 * @BELL_LIST_WATCHED: open records that @staff opened and somebody else owns, by due time
 * @BELL_LIST_BOARD: tasks of @department (NULL: all) in @status, of @staff when given, by due time; complete ones newest first, of the last two days
 * @BELL_LIST_RECORDS: records of @workflow (or all), filtered by @status / @open_only / @owner / @text, newest first
 * @BELL_LIST_ARRIVALS: stays that arrive on @day, by room then surname; with @text those where room, surname, reference, group, company or VIP has a word that begins so
 * @BELL_LIST_IN_HOUSE: stays in house on @day, likewise
 * @BELL_LIST_DEPARTURES: stays that leave on @day, likewise
 * @BELL_LIST_STAYS_OF_GUEST: stays of guest @of, newest first
 * @BELL_LIST_RECORDS_OF_STAY: records of stay @of, newest first
 * @BELL_LIST_RECORDS_OF_GUEST: records of guest @of, newest first
 * @BELL_LIST_GUESTS: guests by surname, or those that @text finds
 * @BELL_LIST_APPROVALS: open proposals, oldest first (@all: also decided ones, newest first)
 * @BELL_LIST_EXCEPTIONS: exceptions not reviewed by impact and age (@all: all, newest first)
 * @BELL_LIST_ALERTS: unresolved alerts for @staff or @roles, newest first
 * @BELL_LIST_TIMELINE: journal entries of record @of, newest first
 * @BELL_LIST_JOURNAL: journal entries newest first, filtered by @staff / @kind / @from / @until
 * @BELL_LIST_STAFF: people by name
 * @BELL_LIST_SHIFTS: shifts that touch @from .. @until, by start
 * @BELL_LIST_SEARCH: whatever @text finds, newest first (records, tasks, stays, guests)
 *
 * The lists that pages and the command line show. Each has one statement with
 * an index of its own; none scans a big table.
 */
typedef enum
{
  BELL_LIST_WORK,
  BELL_LIST_WATCHED,
  BELL_LIST_BOARD,
  BELL_LIST_RECORDS,
  BELL_LIST_ARRIVALS,
  BELL_LIST_IN_HOUSE,
  BELL_LIST_DEPARTURES,
  BELL_LIST_STAYS_OF_GUEST,
  BELL_LIST_RECORDS_OF_STAY,
  BELL_LIST_RECORDS_OF_GUEST,
  BELL_LIST_GUESTS,
  BELL_LIST_APPROVALS,
  BELL_LIST_EXCEPTIONS,
  BELL_LIST_ALERTS,
  BELL_LIST_TIMELINE,
  BELL_LIST_JOURNAL,
  BELL_LIST_STAFF,
  BELL_LIST_SHIFTS,
  BELL_LIST_SEARCH,
} BellListKind;

/**
 * BellQuery:
 * @list: which list
 * @property: (nullable): only this property
 * @workflow: (nullable): only this workflow
 * @department: (nullable): only this department
 * @status: a status, or -1 for any
 * @open_only: leave out complete ones
 * @all: see the list
 * @staff: the person meant, or none
 * @roles: (nullable): role ids separated by spaces
 * @of: the entity whose list it is
 * @kind: (nullable): table name, for the journal
 * @day: (nullable): YYYY-MM-DD
 * @from: first instant, 0 for the beginning
 * @until: last instant, 0 for now
 * @text: (nullable): words as typed
 * @columns: records carry the values of their workflow's columns
 * @classes: the classes that the reader may see (BELL_CLASS_BIT); the desk fills this in
 * @now: the time, for lists that need it; the desk fills this in
 *
 * What a list shows. Plain data; copy with bell_query_copy ().
 */
typedef struct
{
  BellListKind list;
  char *property;
  char *workflow;
  char *department;
  int status;
  gboolean open_only;
  gboolean all;
  BellId staff;
  char *roles;
  BellId of;
  char *kind;
  char *day;
  gint64 from;
  gint64 until;
  char *text;
  gboolean columns;
  guint classes;
  gint64 now;
} BellQuery;

#define BELL_TYPE_QUERY (bell_query_get_type ())
GType      bell_query_get_type (void);

BellQuery *bell_query_new  (BellListKind     list);
BellQuery *bell_query_copy (const BellQuery *self);
void       bell_query_free (BellQuery       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellQuery, bell_query_free)

/**
 * BellHit:
 *
 * What a search found: an entity with the words to show. Rows of %BELL_LIST_SEARCH are of this type.
 */
#define BELL_TYPE_HIT (bell_hit_get_type ())
G_DECLARE_FINAL_TYPE (BellHit, bell_hit, BELL, HIT, BellEntity)

struct _BellHit
{
  BellEntity parent_instance;

  char *kind;     /* table of what was found: record, task, stay, guest */
  char *title;
  char *subtitle;
  BellId record;  /* the record to open, or none */
};

G_END_DECLS
