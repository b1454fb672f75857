/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-enums.h"

G_DEFINE_ENUM_TYPE (BellStatus, bell_status,
                    G_DEFINE_ENUM_VALUE (BELL_STATUS_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (BELL_STATUS_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (BELL_STATUS_APPROVED, "approved"),
                    G_DEFINE_ENUM_VALUE (BELL_STATUS_BLOCKED, "blocked"),
                    G_DEFINE_ENUM_VALUE (BELL_STATUS_COMPLETE, "complete"))

G_DEFINE_ENUM_TYPE (BellSlot, bell_slot,
                    G_DEFINE_ENUM_VALUE (BELL_SLOT_OWNED, "owned"),
                    G_DEFINE_ENUM_VALUE (BELL_SLOT_VALIDATED, "validated"),
                    G_DEFINE_ENUM_VALUE (BELL_SLOT_TRACKED, "tracked"),
                    G_DEFINE_ENUM_VALUE (BELL_SLOT_EXCEPTION, "exception"),
                    G_DEFINE_ENUM_VALUE (BELL_SLOT_ALERTED, "alerted"),
                    G_DEFINE_ENUM_VALUE (BELL_SLOT_AUDITED, "audited"))

G_DEFINE_ENUM_TYPE (BellClass, bell_class,
                    G_DEFINE_ENUM_VALUE (BELL_CLASS_OPS, "ops"),
                    G_DEFINE_ENUM_VALUE (BELL_CLASS_IDENTITY, "identity"),
                    G_DEFINE_ENUM_VALUE (BELL_CLASS_MONEY, "money"),
                    G_DEFINE_ENUM_VALUE (BELL_CLASS_STAFF, "staff"),
                    G_DEFINE_ENUM_VALUE (BELL_CLASS_PRIVATE, "private"))

G_DEFINE_ENUM_TYPE (BellTrigger, bell_trigger,
                    G_DEFINE_ENUM_VALUE (BELL_TRIGGER_REQUEST, "request"),
                    G_DEFINE_ENUM_VALUE (BELL_TRIGGER_BOOKING, "booking"),
                    G_DEFINE_ENUM_VALUE (BELL_TRIGGER_TASK, "task"),
                    G_DEFINE_ENUM_VALUE (BELL_TRIGGER_FINANCE, "finance"),
                    G_DEFINE_ENUM_VALUE (BELL_TRIGGER_IMPORT, "import"),
                    G_DEFINE_ENUM_VALUE (BELL_TRIGGER_FEEDBACK, "feedback"))

G_DEFINE_ENUM_TYPE (BellImpact, bell_impact,
                    G_DEFINE_ENUM_VALUE (BELL_IMPACT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (BELL_IMPACT_LOW, "low"),
                    G_DEFINE_ENUM_VALUE (BELL_IMPACT_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (BELL_IMPACT_HIGH, "high"))

G_DEFINE_ENUM_TYPE (BellReviewState, bell_review_state,
                    G_DEFINE_ENUM_VALUE (BELL_REVIEW_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (BELL_REVIEW_STATE_REVIEWED, "reviewed"))

G_DEFINE_ENUM_TYPE (BellDecision, bell_decision,
                    G_DEFINE_ENUM_VALUE (BELL_DECISION_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (BELL_DECISION_ACCEPT, "accept"),
                    G_DEFINE_ENUM_VALUE (BELL_DECISION_CORRECT, "correct"),
                    G_DEFINE_ENUM_VALUE (BELL_DECISION_COMPENSATE, "compensate"),
                    G_DEFINE_ENUM_VALUE (BELL_DECISION_ESCALATE, "escalate"))

G_DEFINE_ENUM_TYPE (BellApprovalState, bell_approval_state,
                    G_DEFINE_ENUM_VALUE (BELL_APPROVAL_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (BELL_APPROVAL_STATE_APPROVED, "approved"),
                    G_DEFINE_ENUM_VALUE (BELL_APPROVAL_STATE_REJECTED, "rejected"),
                    G_DEFINE_ENUM_VALUE (BELL_APPROVAL_STATE_WITHDRAWN, "withdrawn"))

G_DEFINE_ENUM_TYPE (BellAlertCause, bell_alert_cause,
                    G_DEFINE_ENUM_VALUE (BELL_ALERT_CAUSE_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (BELL_ALERT_CAUSE_DELAY, "delay"),
                    G_DEFINE_ENUM_VALUE (BELL_ALERT_CAUSE_ESCALATION, "escalation"),
                    G_DEFINE_ENUM_VALUE (BELL_ALERT_CAUSE_MISMATCH, "mismatch"),
                    G_DEFINE_ENUM_VALUE (BELL_ALERT_CAUSE_EXCEPTION, "exception"),
                    G_DEFINE_ENUM_VALUE (BELL_ALERT_CAUSE_APPROVAL, "approval"),
                    G_DEFINE_ENUM_VALUE (BELL_ALERT_CAUSE_ASSIGNMENT, "assignment"),
                    G_DEFINE_ENUM_VALUE (BELL_ALERT_CAUSE_LOW_SCORE, "low-score"))

G_DEFINE_ENUM_TYPE (BellMoneyKind, bell_money_kind,
                    G_DEFINE_ENUM_VALUE (BELL_MONEY_KIND_CHARGE, "charge"),
                    G_DEFINE_ENUM_VALUE (BELL_MONEY_KIND_REFUND, "refund"),
                    G_DEFINE_ENUM_VALUE (BELL_MONEY_KIND_DEPOSIT, "deposit"),
                    G_DEFINE_ENUM_VALUE (BELL_MONEY_KIND_COST, "cost"),
                    G_DEFINE_ENUM_VALUE (BELL_MONEY_KIND_WRITE_OFF, "write-off"))

G_DEFINE_ENUM_TYPE (BellPosting, bell_posting,
                    G_DEFINE_ENUM_VALUE (BELL_POSTING_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (BELL_POSTING_APPROVED, "approved"),
                    G_DEFINE_ENUM_VALUE (BELL_POSTING_POSTED, "posted"),
                    G_DEFINE_ENUM_VALUE (BELL_POSTING_RECONCILED, "reconciled"))

G_DEFINE_ENUM_TYPE (BellStayStatus, bell_stay_status,
                    G_DEFINE_ENUM_VALUE (BELL_STAY_STATUS_RESERVED, "reserved"),
                    G_DEFINE_ENUM_VALUE (BELL_STAY_STATUS_IN_HOUSE, "in-house"),
                    G_DEFINE_ENUM_VALUE (BELL_STAY_STATUS_CHECKED_OUT, "checked-out"),
                    G_DEFINE_ENUM_VALUE (BELL_STAY_STATUS_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (BELL_STAY_STATUS_NO_SHOW, "no-show"),
                    G_DEFINE_ENUM_VALUE (BELL_STAY_STATUS_WAITLISTED, "waitlisted"))

G_DEFINE_ENUM_TYPE (BellVerb, bell_verb,
                    G_DEFINE_ENUM_VALUE (BELL_VERB_PUT, "put"),
                    G_DEFINE_ENUM_VALUE (BELL_VERB_SET, "set"),
                    G_DEFINE_ENUM_VALUE (BELL_VERB_MOVE, "move"),
                    G_DEFINE_ENUM_VALUE (BELL_VERB_ADD, "add"),
                    G_DEFINE_ENUM_VALUE (BELL_VERB_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (BELL_VERB_ERASE, "erase"),
                    G_DEFINE_ENUM_VALUE (BELL_VERB_REVEAL, "reveal"))

const char *
bell_enum_nick (GType type,
                int   value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  g_return_val_if_fail (found != NULL, NULL);

  return found->value_nick;
}

gboolean
bell_enum_from_nick (GType       type,
                     const char *nick,
                     int        *value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  if (found == NULL)
    return FALSE;

  *value = found->value;
  return TRUE;
}

char *
bell_enum_nicks (GType type)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  GString *nicks = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  return g_string_free (nicks, FALSE);
}

static const char *
label (const char *const *labels,
       guint              n_labels,
       guint              value)
{
  g_return_val_if_fail (value < n_labels, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "status", labels[value]);
}

const char *
bell_status_label (BellStatus status)
{
  static const char *const labels[] = {
    NC_("status", "New"),
    NC_("status", "Pending"),
    NC_("status", "Approved"),
    NC_("status", "Blocked"),
    NC_("status", "Complete"),
  };

  return label (labels, G_N_ELEMENTS (labels), status);
}

const char *
bell_slot_label (BellSlot slot)
{
  static const char *const labels[] = {
    NC_("status", "Owned"),
    NC_("status", "Validated"),
    NC_("status", "Tracked"),
    NC_("status", "Exception"),
    NC_("status", "Alerted"),
    NC_("status", "Audited"),
  };

  return label (labels, G_N_ELEMENTS (labels), slot);
}

const char *
bell_class_label (BellClass class_)
{
  static const char *const labels[] = {
    NC_("status", "Operations"),
    NC_("status", "Guest identity"),
    NC_("status", "Money"),
    NC_("status", "Staff"),
    NC_("status", "Private"),
  };

  return label (labels, G_N_ELEMENTS (labels), class_);
}

const char *
bell_impact_label (BellImpact impact)
{
  static const char *const labels[] = {
    NC_("status", "No guest impact"),
    NC_("status", "Low guest impact"),
    NC_("status", "Medium guest impact"),
    NC_("status", "High guest impact"),
  };

  return label (labels, G_N_ELEMENTS (labels), impact);
}

const char *
bell_decision_label (BellDecision decision)
{
  static const char *const labels[] = {
    NC_("status", "Not decided"),
    NC_("status", "Accepted"),
    NC_("status", "Corrected"),
    NC_("status", "Compensated"),
    NC_("status", "Escalated"),
  };

  return label (labels, G_N_ELEMENTS (labels), decision);
}

const char *
bell_money_kind_label (BellMoneyKind kind)
{
  static const char *const labels[] = {
    NC_("status", "Charge"),
    NC_("status", "Refund"),
    NC_("status", "Deposit"),
    NC_("status", "Cost"),
    NC_("status", "Write-off"),
  };

  return label (labels, G_N_ELEMENTS (labels), kind);
}

const char *
bell_posting_label (BellPosting posting)
{
  static const char *const labels[] = {
    NC_("status", "Open"),
    NC_("status", "Approved"),
    NC_("status", "Posted"),
    NC_("status", "Reconciled"),
  };

  return label (labels, G_N_ELEMENTS (labels), posting);
}

const char *
bell_stay_status_label (BellStayStatus status)
{
  static const char *const labels[] = {
    NC_("status", "Reserved"),
    NC_("status", "In house"),
    NC_("status", "Checked out"),
    NC_("status", "Cancelled"),
    NC_("status", "No show"),
    NC_("status", "Waitlisted"),
  };

  return label (labels, G_N_ELEMENTS (labels), status);
}

const char *
bell_alert_cause_label (BellAlertCause cause)
{
  static const char *const labels[] = {
    NC_("status", "Warning before the deadline"),
    NC_("status", "Delay"),
    NC_("status", "Escalation"),
    NC_("status", "Mismatch"),
    NC_("status", "Exception to review"),
    NC_("status", "Approval to give"),
    NC_("status", "Work assigned"),
    NC_("status", "Low score"),
  };

  return label (labels, G_N_ELEMENTS (labels), cause);
}

const char *
bell_trigger_label (BellTrigger trigger)
{
  static const char *const labels[] = {
    NC_("status", "Guest request"),
    NC_("status", "Booking"),
    NC_("status", "Staff task"),
    NC_("status", "Finance action"),
    NC_("status", "Import"),
    NC_("status", "Feedback"),
  };

  return label (labels, G_N_ELEMENTS (labels), trigger);
}
