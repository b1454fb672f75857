/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-entity.h"
#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_ITEM (bell_item_get_type ())
G_DECLARE_FINAL_TYPE (BellItem, bell_item, BELL, ITEM, BellEntity)

/**
 * BellItem:
 * @kind: id of the kind
 * @values: field name to canonical text (see bell-value.h)
 * @hidden: classes (BELL_CLASS_BIT) that hold values which this reader does not get
 * @checked_at: when the values were last confirmed by a person after passing the rules; 0 after an edit
 *
 * One kind of work inside one record: the content of a slot. A value of a stricter class is
 * stored apart and is in @values only when the reader may see that class.
 */
struct _BellItem
{
  BellEntity parent_instance;

  BellId record;
  gint64 slot;
  char *kind;
  gint64 status;
  GHashTable *values;
  gint64 hidden;
  gint64 checked_at;
  BellId checked_by;
  char *checked_name;
  gint64 completed_at;
  BellId completed_by;
};

#define BELL_TYPE_EXCEPTION (bell_exception_get_type ())
G_DECLARE_FINAL_TYPE (BellException, bell_exception, BELL, EXCEPTION, BellEntity)

/**
 * BellException:
 * @number: of the record
 * @kind: id of the kind in the exception slot
 * @note: why
 * @comment: manager's comment
 * @minor: money concerned, minor units
 *
 * An unusual case on a record. The note is compulsory; a manager reviews it.
 */
struct _BellException
{
  BellEntity parent_instance;

  BellId record;
  char *number;
  char *workflow;
  char *room;
  char *department;
  char *kind;
  char *cause;
  char *note;
  gint64 impact;
  char *comment;
  gint64 minor;
  char *currency;
  BellId raised_by;
  char *raised_name;
  gint64 raised_at;
  gint64 state;
  gint64 decision;
  BellId reviewed_by;
  char *reviewed_name;
  gint64 reviewed_at;
};

#define BELL_TYPE_APPROVAL (bell_approval_get_type ())
G_DECLARE_FINAL_TYPE (BellApproval, bell_approval, BELL, APPROVAL, BellEntity)

/**
 * BellApproval:
 * @field: NULL for a money line
 * @class_: class of the value
 * @minor: amount at stake, 0 when none
 * @money_line: the line that waits; none for a field
 * @role: lowest role that may decide it
 *
 * A proposed value of a sensitive field, or a money line over its author's limit. Somebody else decides.
 */
struct _BellApproval
{
  BellEntity parent_instance;

  BellId record;
  char *number;
  char *workflow;
  char *room;
  gint64 slot;
  char *kind;
  char *field;
  gint64 class_;
  char *old_value;
  char *new_value;
  gint64 minor;
  char *currency;
  BellId money_line;
  BellId proposed_by;
  char *proposed_name;
  gint64 proposed_at;
  char *reason;
  char *role;
  gint64 state;
  BellId decided_by;
  char *decided_name;
  gint64 decided_at;
  char *decision_reason;
};

#define BELL_TYPE_ALERT (bell_alert_get_type ())
G_DECLARE_FINAL_TYPE (BellAlert, bell_alert, BELL, ALERT, BellEntity)

/**
 * BellAlert:
 * @role: role that is told
 * @staff: one person, or none for the whole role
 *
 * What a role must know before a guest or finance feels it.
 */
struct _BellAlert
{
  BellEntity parent_instance;

  BellId record;
  char *number;
  char *workflow;
  char *room;
  gint64 cause;
  char *role;
  BellId staff;
  gint64 level;
  char *text;
  gint64 raised_at;
  gint64 seen_at;
  BellId seen_by;
  gint64 resolved_at;
};

#define BELL_TYPE_MONEY_LINE (bell_money_line_get_type ())
G_DECLARE_FINAL_TYPE (BellMoneyLine, bell_money_line, BELL, MONEY_LINE, BellEntity)

/**
 * BellMoneyLine:
 * @minor: in the currency's minor unit; negative only in a reversal
 * @reverses: the line that this one takes back
 * @reversed: whether another line took this one back
 * @reference: voucher or folio posting
 *
 * One line of the ledger. Never edited; reversed by another line.
 */
struct _BellMoneyLine
{
  BellEntity parent_instance;

  BellId record;
  char *number;
  BellId stay;
  gint64 kind;
  gint64 minor;
  char *currency;
  char *cause;
  BellId reverses;
  gint64 reversed;
  gint64 posting;
  BellId made_by;
  char *made_name;
  gint64 made_at;
  BellId approved_by;
  char *reference;
};

G_END_DECLS
