/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-counts.h"
#include "bell-desk.h"
#include "bell-revealed.h"
#include "bell-store.h"
#include "bell-txn.h"

G_BEGIN_DECLS

struct _BellDesk
{
  GObject parent_instance;

  char *path;
  BellClock *clock;
  BellStore *store;
  BellDefinitions *definitions;
  BellProperty *property;
  GTimeZone *zone;
  BellStaff *person;
  BellDeskCounts *counts;
  BellRevealed *revealed;

  GHashTable *staff_names; /* BellId to name */
  gboolean is_new;
  gboolean counting;       /* a count is under way */
  gboolean count_again;
  gint64 alerts_told;      /* alerts raised up to then have been told */
};

/**
 * BellViewer:
 *
 * Who reads, as storage's threads may know it: what lists and records are
 * filtered by.
 */
typedef struct
{
  BellDefinitions *definitions;
  BellId staff;
  char *roles;
  char *department;
  guint classes;
  BellRevealed *revealed; /* NULL when nothing is masked for the person */
} BellViewer;

BellViewer  *bell_viewer_new          (BellDesk *self);
BellViewer  *bell_viewer_copy         (const BellViewer *self);
void         bell_viewer_free         (BellViewer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellViewer, bell_viewer_free)

/* Whether the person may have this list at all. */
gboolean     bell_viewer_may_list     (BellViewer *self, const BellQuery *query, GError **error);

/* Whether the person may do @action at all. */
gboolean     bell_viewer_may          (BellViewer *self, BellAction action, GError **error);

/* Whether the person may see what @record holds of @kind. */
gboolean     bell_viewer_sees_kind    (BellViewer *self, BellRecord *record, const char *kind);

/* Takes out of a fresh stay or guest what the person may not see, or has to reveal first. */
void         bell_viewer_mask         (BellViewer *self, BellEntity *row);

/* A page of a list without the rows that the person may not see. */
GPtrArray   *bell_viewer_read         (BellViewer *self, BellTxn *txn, const BellQuery *query, BellEntity *after, guint limit, GError **error);

/* bell_txn_counts (), but of proposals, exceptions and records only those that the person sees. */
gboolean     bell_viewer_counts       (BellViewer *self, BellTxn *txn, const BellQuery *base, BellCounts *counts, GError **error);

/* What bell_permissions_check () says of an action on a record as a whole, for which no kind is named: its owned kind decides,
 * for money any of its kinds. */
gboolean     bell_viewer_check_record (BellDefinitions *definitions, BellAsk *ask, BellRecord *record, GError **error);

/* Whether the person sees a record for what it is, or a task. */
gboolean     bell_viewer_sees_record  (BellViewer *self, BellRecord *record);
gboolean     bell_viewer_sees_task    (BellViewer *self, BellTask *task);

/* Entries of a record's timeline: nobody learns from the history what the record itself does not show them. */
GPtrArray   *bell_viewer_read_timeline (BellViewer *self, BellTxn *txn, const BellQuery *query, BellEntity *after, guint limit, GError **error);

/* Takes out of a dossier what the person may not see; refuses when that is all of it. */
gboolean     bell_viewer_trim_dossier (BellViewer *self, BellDossier *dossier, GError **error);

/**
 * BellVisit:
 *
 * One command while it is carried out, on storage's writer thread inside its
 * transaction. Holds only what is safe there: immutable snapshots and values.
 */
typedef struct
{
  BellTxn *txn;
  BellDefinitions *definitions;
  GTimeZone *zone;
  const char *property;
  const char *rooms;
  const char *currency;
  BellStaff *actor;
  gint64 now;
  BellCommand *command;
  BellOutcome *outcome;
} BellVisit;

typedef gboolean (*BellVerbFunc) (BellVisit *visit, GError **error);

/* The table of verbs: bell-verbs.c. NULL when there is no such verb. */
BellVerbFunc bell_verbs_find (const char *verb);

/* --- Shared by the verbs: bell-visit.c --- */

/* An argument that must be there and not empty. */
const char  *bell_visit_need          (BellVisit *visit, const char *name, GError **error);

/* A reason that says something; asked for only where the rules want one. */
const char  *bell_visit_need_reason   (BellVisit *visit, const char *name, GError **error);
gboolean     bell_visit_need_enum     (BellVisit *visit, const char *name, GType type, int *value, GError **error);

/* The entity that argument @name means, by id or by what people call it. (transfer full) */
gpointer     bell_visit_find          (BellVisit *visit, const char *name, GType type, GError **error);

/* The dossier of the record argument, with every class: the rules must judge what the actor may not see. (transfer full) */
BellDossier *bell_visit_open          (BellVisit *visit, const char *name, GError **error);
BellDossier *bell_visit_open_id       (BellVisit *visit, const BellId *record, GError **error);

/* Whether the actor may; the error says who may. */
gboolean     bell_visit_check         (BellVisit *visit, BellAction action, BellDossier *dossier, const char *kind, BellClass class_, GError **error);

/* Works the derived fields of a record out anew (next action, ladder, open counts) after something on it changed. */
gboolean     bell_visit_settle        (BellVisit *visit, const BellId *record, GError **error);

/* Raises an alert once: an unresolved one of the same cause, role and level on the record is left as it is. */
gboolean     bell_visit_alert         (BellVisit *visit, BellRecord *record, BellAlertCause cause, const char *role, const BellId *staff,
                                       int level, const char *text, GError **error);

/* Marks the alerts of a cause on a record as dealt with. */
gboolean     bell_visit_resolve_alerts (BellVisit *visit, const BellId *record, BellAlertCause cause, GError **error);

/* Fills in what the desk knows of a query: property, classes, time, and the person's roles where the list asks for them. */
BellQuery   *bell_desk_complete_query (BellDesk *self, const BellQuery *query);

/* Puts somebody at the desk (or nobody) who has shown who they are. */
void         bell_desk_set_person     (BellDesk *self, BellStaff *person);

/* Counts again in the background. */
void         bell_desk_count          (BellDesk *self);

/* Re-reads property, people and definitions after a commit touched them. */
gboolean     bell_desk_reload         (BellDesk *self, GError **error);

/* The same step by step, for what is no single command (an import, a tick of the ladders): reads the actor anew, as far as
 * there is one, and fills in the visit without command and outcome. The visit borrows the person. (transfer full) */
BellStaff   *bell_door_greet          (BellTxn *txn, BellDefinitions *definitions, BellProperty *property, GTimeZone *zone, BellStaff *actor,
                                       gint64 now, BellVisit *visit, GError **error);

/* Entries from here on are one step of the visit's actor. */
void         bell_door_begin          (BellVisit *visit, const char *why);

/**
 * BellSnapshot:
 *
 * What work on another thread needs of the desk, as it was when the work was asked for.
 */
typedef struct
{
  BellStore *store;
  BellDefinitions *definitions;
  BellProperty *property;
  GTimeZone *zone;
  BellStaff *actor;
  gint64 now;
} BellSnapshot;

void         bell_snapshot_take       (BellSnapshot *self, BellDesk *desk);
void         bell_snapshot_clear      (BellSnapshot *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BellSnapshot, bell_snapshot_clear)

/* Whether the signed-in person may, with the sentence that says who may. For what is no command; those ask at the door. */
gboolean     bell_desk_demand         (BellDesk *self, BellAction action, GError **error);

/* Runs one command inside a transaction for a person; the heart of the door, also used by import and demo. */
BellOutcome *bell_door_enter          (BellTxn *txn, BellDefinitions *definitions, BellProperty *property, GTimeZone *zone, BellStaff *actor,
                                       gint64 now, BellCommand *command, GError **error);

G_END_DECLS
