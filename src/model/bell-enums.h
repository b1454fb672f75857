/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The five statuses of a record, an item and a task. */
typedef enum
{
  BELL_STATUS_NEW,
  BELL_STATUS_PENDING,
  BELL_STATUS_APPROVED,
  BELL_STATUS_BLOCKED,
  BELL_STATUS_COMPLETE,
} BellStatus;

#define BELL_TYPE_STATUS (bell_status_get_type ())
GType bell_status_get_type (void);

/* The six controls of a record, in the order in which they are shown. */
typedef enum
{
  BELL_SLOT_OWNED,
  BELL_SLOT_VALIDATED,
  BELL_SLOT_TRACKED,
  BELL_SLOT_EXCEPTION,
  BELL_SLOT_ALERTED,
  BELL_SLOT_AUDITED,
} BellSlot;

#define BELL_TYPE_SLOT (bell_slot_get_type ())
GType bell_slot_get_type (void);

/* Classes of visibility; with the property they make a scope. A person sees a set of classes (BELL_CLASS_BIT). */
typedef enum
{
  BELL_CLASS_OPS,
  BELL_CLASS_IDENTITY,
  BELL_CLASS_MONEY,
  BELL_CLASS_STAFF,
  BELL_CLASS_PRIVATE,
} BellClass;

#define BELL_TYPE_CLASS (bell_class_get_type ())
GType bell_class_get_type (void);

/* What started a record. */
typedef enum
{
  BELL_TRIGGER_REQUEST,
  BELL_TRIGGER_BOOKING,
  BELL_TRIGGER_TASK,
  BELL_TRIGGER_FINANCE,
  BELL_TRIGGER_IMPORT,
  BELL_TRIGGER_FEEDBACK,
} BellTrigger;

#define BELL_TYPE_TRIGGER (bell_trigger_get_type ())
GType bell_trigger_get_type (void);

/* How much a guest notices of an exception. */
typedef enum
{
  BELL_IMPACT_NONE,
  BELL_IMPACT_LOW,
  BELL_IMPACT_MEDIUM,
  BELL_IMPACT_HIGH,
} BellImpact;

#define BELL_TYPE_IMPACT (bell_impact_get_type ())
GType bell_impact_get_type (void);

/* An exception waits for a review until a manager decided it. */
typedef enum
{
  BELL_REVIEW_STATE_OPEN,
  BELL_REVIEW_STATE_REVIEWED,
} BellReviewState;

#define BELL_TYPE_REVIEW_STATE (bell_review_state_get_type ())
GType bell_review_state_get_type (void);

/* What a reviewer decided about an exception. */
typedef enum
{
  BELL_DECISION_NONE,
  BELL_DECISION_ACCEPT,
  BELL_DECISION_CORRECT,
  BELL_DECISION_COMPENSATE,
  BELL_DECISION_ESCALATE,
} BellDecision;

#define BELL_TYPE_DECISION (bell_decision_get_type ())
GType bell_decision_get_type (void);

/* A proposal waits, was decided by somebody else, or was taken back by its author. */
typedef enum
{
  BELL_APPROVAL_STATE_OPEN,
  BELL_APPROVAL_STATE_APPROVED,
  BELL_APPROVAL_STATE_REJECTED,
  BELL_APPROVAL_STATE_WITHDRAWN,
} BellApprovalState;

#define BELL_TYPE_APPROVAL_STATE (bell_approval_state_get_type ())
GType bell_approval_state_get_type (void);

/* Why an alert was raised. */
typedef enum
{
  BELL_ALERT_CAUSE_WARNING,
  BELL_ALERT_CAUSE_DELAY,
  BELL_ALERT_CAUSE_ESCALATION,
  BELL_ALERT_CAUSE_MISMATCH,
  BELL_ALERT_CAUSE_EXCEPTION,
  BELL_ALERT_CAUSE_APPROVAL,
  BELL_ALERT_CAUSE_ASSIGNMENT,
  BELL_ALERT_CAUSE_LOW_SCORE,
} BellAlertCause;

#define BELL_TYPE_ALERT_CAUSE (bell_alert_cause_get_type ())
GType bell_alert_cause_get_type (void);

/* The kinds of money lines. */
typedef enum
{
  BELL_MONEY_KIND_CHARGE,
  BELL_MONEY_KIND_REFUND,
  BELL_MONEY_KIND_DEPOSIT,
  BELL_MONEY_KIND_COST,
  BELL_MONEY_KIND_WRITE_OFF,
} BellMoneyKind;

#define BELL_TYPE_MONEY_KIND (bell_money_kind_get_type ())
GType bell_money_kind_get_type (void);

/* How far a money line has come on its way into the accounts. */
typedef enum
{
  BELL_POSTING_OPEN,
  BELL_POSTING_APPROVED,
  BELL_POSTING_POSTED,
  BELL_POSTING_RECONCILED,
} BellPosting;

#define BELL_TYPE_POSTING (bell_posting_get_type ())
GType bell_posting_get_type (void);

/* The status of a stay as the hotel system tells it. */
typedef enum
{
  BELL_STAY_STATUS_RESERVED,
  BELL_STAY_STATUS_IN_HOUSE,
  BELL_STAY_STATUS_CHECKED_OUT,
  BELL_STAY_STATUS_CANCELLED,
  BELL_STAY_STATUS_NO_SHOW,
  BELL_STAY_STATUS_WAITLISTED,
} BellStayStatus;

#define BELL_TYPE_STAY_STATUS (bell_stay_status_get_type ())
GType bell_stay_status_get_type (void);

/* What a journal entry does (t of the sync protocol): create, set fields, move a status, append, hand over, erase. */
typedef enum
{
  BELL_VERB_PUT,
  BELL_VERB_SET,
  BELL_VERB_MOVE,
  BELL_VERB_ADD,
  BELL_VERB_OWN,
  BELL_VERB_ERASE,
  BELL_VERB_REVEAL,
} BellVerb;

#define BELL_TYPE_VERB (bell_verb_get_type ())
GType bell_verb_get_type (void);

#define BELL_N_STATUSES 5
#define BELL_N_SLOTS 6
#define BELL_CLASS_BIT(class) (1u << (class))
#define BELL_CLASS_ALL 0x1fu

/* The stable nick of an enum value ("no-show"); for files, JSON and the command line. */
const char *bell_enum_nick      (GType       type,
                                 int         value);

/* Finds the value of a nick; FALSE when there is none. */
gboolean    bell_enum_from_nick (GType       type,
                                 const char *nick,
                                 int        *value);

/* "new", "pending", "approved", … as one word: the values a text may be. (transfer full) */
char       *bell_enum_nicks     (GType       type);

/* Names for people, translated. */
const char *bell_status_label       (BellStatus     status);
const char *bell_slot_label         (BellSlot       slot);
const char *bell_class_label        (BellClass      class_);
const char *bell_impact_label       (BellImpact     impact);
const char *bell_decision_label     (BellDecision   decision);
const char *bell_money_kind_label   (BellMoneyKind  kind);
const char *bell_posting_label      (BellPosting    posting);
const char *bell_stay_status_label  (BellStayStatus status);
const char *bell_alert_cause_label  (BellAlertCause cause);
const char *bell_trigger_label      (BellTrigger    trigger);

G_END_DECLS
