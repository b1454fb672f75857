/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-dossier.h"
#include "bell-entity.h"
#include "bell-enums.h"
#include "bell-guest.h"
#include "bell-journal-entry.h"
#include "bell-property.h"
#include "bell-query.h"
#include "bell-record-parts.h"
#include "bell-record.h"
#include "bell-staff.h"
#include "bell-stay.h"
#include "bell-store.h"
#include "bell-task.h"

G_BEGIN_DECLS

/**
 * BellAuthor:
 * @who: the signed-in person; none for the program itself
 * @role: id of the role in which the person acts
 * @now: the time, microseconds UTC
 * @property: (nullable): code of the property
 * @why: (nullable): the reason given
 *
 * Who does what follows; every journal entry carries it.
 */
typedef struct
{
  BellId who;
  const char *role;
  gint64 now;
  const char *property;
  const char *why;
} BellAuthor;

/* Starts a command: entries written from here on share a group. @author is copied. Nothing can be written before. */
void          bell_txn_begin_command    (BellTxn           *txn,
                                         const BellAuthor  *author);

/* Whether the transaction may write. */
gboolean      bell_txn_is_writer        (BellTxn           *txn);

/* Rows. */

/**
 * bell_txn_get:
 *
 * Returns: (transfer full): a snapshot with its joined fields, all classes
 * shown (an item with its values of class ops only); else %BELL_ERROR_NOT_FOUND
 */
gpointer      bell_txn_get              (BellTxn           *txn,
                                         GType              type,
                                         const BellId      *id,
                                         GError           **error);

/**
 * bell_txn_insert:
 * @entity: gets an id when it has none, and its revision
 * @scope: class of the entry
 * @record: (nullable): the record whose timeline shows it; a record's own by itself
 *
 * Writes a new row, one PUT entry (an ADD entry for money lines) and its words
 * for the search. Personal fields of the payload are kept apart from the
 * journal. An item starts without values: see bell_txn_set_value().
 */
gboolean      bell_txn_insert           (BellTxn           *txn,
                                         BellEntity        *entity,
                                         BellClass          scope,
                                         const BellId      *record,
                                         GError           **error);

/**
 * bell_txn_update:
 * @before: the snapshot that the change was decided on
 * @after: same id; gets the new revision
 *
 * Writes the columns that differ and one entry a field: MOVE for `status`,
 * OWN for `owner` and `assignee`, else SET. Derived fields get no entry and
 * leave the revision. Joined fields and an item's values are not looked at.
 * Refuses with %BELL_ERROR_REFUSED when the row has changed since @before.
 */
gboolean      bell_txn_update           (BellTxn           *txn,
                                         BellEntity        *before,
                                         BellEntity        *after,
                                         BellClass          scope,
                                         const BellId      *record,
                                         GError           **error);

/**
 * BellValueChange:
 * @field: id of a field of the kind; not the name of a column of item
 * @class_: the value's class; above ops it is stored apart and never in the item's row
 * @personal: whether an erasure of the guest destroys it
 * @old_value: (nullable): what the author saw; the entry's old value
 * @new_value: (nullable): canonical text; NULL takes the value out
 */
typedef struct
{
  const char *field;
  BellClass class_;
  gboolean personal;
  const char *old_value;
  const char *new_value;
} BellValueChange;

/**
 * bell_txn_set_values:
 * @item: the item; gets the new revision, and for class ops the values in its snapshot
 *
 * Sets several values of an item: each gets a SET entry of kind "item", in
 * order, and what the item keeps is written once.
 */
gboolean      bell_txn_set_values       (BellTxn           *txn,
                                         BellItem          *item,
                                         const BellValueChange *changes,
                                         guint              n_changes,
                                         GError           **error);

/* The same for one value. */
gboolean      bell_txn_set_value        (BellTxn           *txn,
                                         BellItem          *item,
                                         const char        *field,
                                         BellClass          class_,
                                         gboolean           personal,
                                         const char        *old_value,
                                         const char        *new_value,
                                         GError           **error);

/* An item with the values of @classes merged in; `hidden` tells the others. (transfer full) (nullable) */
BellItem     *bell_txn_get_item         (BellTxn           *txn,
                                         const BellId      *record,
                                         BellSlot           slot,
                                         guint              classes,
                                         GError           **error);

/* An entry without a change of a row: a value revealed, a sign-in, an export. */
gboolean      bell_txn_note             (BellTxn           *txn,
                                         BellVerb           verb,
                                         const char        *kind,
                                         const BellId      *entity,
                                         const BellId      *record,
                                         BellClass          class_,
                                         const char        *field,
                                         const char        *old_value,
                                         const char        *new_value,
                                         gboolean           personal,
                                         GError           **error);

/* A record with all that hangs on it, as far as @classes (BELL_CLASS_BIT) allow; (transfer full). */
BellDossier  *bell_txn_load_dossier     (BellTxn           *txn,
                                         const BellId      *record,
                                         guint              classes,
                                         GError           **error);

/* Lists. */

/**
 * bell_txn_list:
 * @after: (nullable): the last row that is shown; the page begins behind it
 * @limit: at most so many rows
 *
 * Returns: (transfer full) (element-type BellEntity): a page of a list of bell-query.h
 */
GPtrArray    *bell_txn_list             (BellTxn           *txn,
                                         const BellQuery   *query,
                                         BellEntity        *after,
                                         guint              limit,
                                         GError           **error);

/**
 * BellCounts:
 * @work: open records whose next action is the person's or one of their roles'
 * @work_late: those of them past their time
 * @watched: open records that the person opened and somebody else owns
 * @board: cards of the department by status; complete ones of the last two days
 * @board_late: open cards past their time
 * @approvals: open proposals
 * @exceptions: exceptions not reviewed
 * @alerts: unresolved alerts for the person or their roles
 * @arrivals: stays that arrive on the day
 * @in_house: stays in house on the day
 * @departures: stays that leave on the day
 * @workflows: (element-type utf8 guint): open records by workflow id
 */
typedef struct
{
  guint work;
  guint work_late;
  guint watched;
  guint board[BELL_N_STATUSES];
  guint board_late;
  guint approvals;
  guint exceptions;
  guint alerts;
  guint arrivals;
  guint in_house;
  guint departures;
  GHashTable *workflows;
} BellCounts;

/* @base gives property, department, staff, roles, day and now; @counts is filled, free with bell_counts_clear (). */
gboolean      bell_txn_counts           (BellTxn           *txn,
                                         const BellQuery   *base,
                                         BellCounts        *counts,
                                         GError           **error);
void          bell_counts_clear         (BellCounts        *counts);

/* Finding one; (transfer full), NULL without an error when there is none. */

BellRecord   *bell_txn_find_record      (BellTxn           *txn,
                                         const char        *number,
                                         GError           **error);

/* @property nullable: any. */
BellStay     *bell_txn_find_stay        (BellTxn           *txn,
                                         const char        *property,
                                         const char        *confirmation,
                                         GError           **error);

/* The stays in @room on @day, in house first, then arriving, then leaving; neither cancelled nor no-show. */
GPtrArray    *bell_txn_find_stays_in_room (BellTxn         *txn,
                                           const char      *property,
                                           const char      *room,
                                           const char      *day,
                                           GError         **error);

/* By whole name, whatever the case. */
BellStaff    *bell_txn_find_staff       (BellTxn           *txn,
                                         const char        *name,
                                         GError           **error);
BellProperty *bell_txn_find_property    (BellTxn           *txn,
                                         const char        *code,
                                         GError           **error);

/* All properties by code. */
GPtrArray    *bell_txn_list_properties  (BellTxn           *txn,
                                         GError           **error);

/* The guest that an imported row means: by e-mail, else by telephone, else by both names; each nullable.
 * Never one that was erased. A name alone matches only when @by_name. */
BellGuest    *bell_txn_find_guest       (BellTxn           *txn,
                                         const char        *email,
                                         const char        *phone,
                                         const char        *first_name,
                                         const char        *last_name,
                                         gboolean           by_name,
                                         GError           **error);

/* Active people on shift at @instant, by name; on_duty set, open_records filled. */
GPtrArray    *bell_txn_list_on_duty     (BellTxn           *txn,
                                         gint64             instant,
                                         GError           **error);

/* All people with open_records (work that waits for them) and on_duty at @instant; @active_only leaves out the others. */
GPtrArray    *bell_txn_list_staff       (BellTxn           *txn,
                                         gint64             instant,
                                         gboolean           active_only,
                                         GError           **error);

/* Records whose ladder fires at or before @now, the earliest first. */
GPtrArray    *bell_txn_list_ladder_due  (BellTxn           *txn,
                                         gint64             now,
                                         guint              limit,
                                         GError           **error);

/* Open records of a stay (or of a guest, by list of bell-query.h with open_only). */
GPtrArray    *bell_txn_list_open_of_stay (BellTxn          *txn,
                                          const BellId     *stay,
                                          GError          **error);

/* Unresolved alerts of a record, newest first. */
GPtrArray    *bell_txn_list_alerts_of_record (BellTxn      *txn,
                                              const BellId *record,
                                              GError      **error);

/* The entries of one command, first to last; for undo. @group_op: id of its first entry. */
GPtrArray    *bell_txn_list_command     (BellTxn           *txn,
                                         const BellId      *group_op,
                                         guint              classes,
                                         GError           **error);

/* The last command of a person, as bell_txn_list_command () gives it; empty when there is none. */
GPtrArray    *bell_txn_list_last_command (BellTxn          *txn,
                                          const BellId     *who,
                                          guint             classes,
                                          GError          **error);

/* The next running number of a prefix: "GE" gives "GE-1001", "GE-1002", …; (transfer full). */
char         *bell_txn_next_number      (BellTxn           *txn,
                                         const char        *prefix,
                                         GError           **error);

/* Settings: the hotel's own definitions lie under "definition:NAME". */

/* (transfer full) (nullable): NULL without an error when not set */
char         *bell_txn_get_setting      (BellTxn           *txn,
                                         const char        *key,
                                         GError           **error);
gboolean      bell_txn_set_setting      (BellTxn           *txn,
                                         const char        *key,
                                         const char        *value,
                                         GError           **error);

/* The keys that begin with @prefix, sorted; (transfer full). */
GStrv         bell_txn_list_settings    (BellTxn           *txn,
                                         const char        *prefix,
                                         GError           **error);

/* PIN hashes. */

/**
 * BellSecret:
 * @pin_hash: (nullable): crypt(3) text
 * @failures: wrong PINs in a row
 * @locked_until: no sign-in before; 0 for none
 */
typedef struct
{
  char *pin_hash;
  gint64 failures;
  gint64 locked_until;
} BellSecret;

/* @secret is filled (zero when the person has none); free with bell_secret_clear (). */
gboolean      bell_txn_get_secret       (BellTxn           *txn,
                                         const BellId      *staff,
                                         BellSecret        *secret,
                                         GError           **error);

/* A new hash writes an entry of class staff that holds no value; failures and lock write none. */
gboolean      bell_txn_set_secret       (BellTxn           *txn,
                                         const BellId      *staff,
                                         const BellSecret  *secret,
                                         GError           **error);
void          bell_secret_clear         (BellSecret        *secret);

/**
 * bell_txn_erase_guest:
 * @values: (out) (optional): how many journalled values were destroyed
 *
 * Blanks the guest and all that is personal in the stays, records, items,
 * tasks, exceptions, approvals and alerts that concern them, takes their words
 * out of the search and destroys the journal's values of them; one ERASE entry
 * stays. When the write is answered the bytes are gone from the file and its
 * log. Backups made before still hold them until they are rotated out.
 */
gboolean      bell_txn_erase_guest      (BellTxn           *txn,
                                         const BellId      *guest,
                                         guint             *values,
                                         GError           **error);

G_END_DECLS
