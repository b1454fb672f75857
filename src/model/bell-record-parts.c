/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-record-parts.h"

G_DEFINE_FINAL_TYPE (BellItem, bell_item, BELL_TYPE_ENTITY)

static const BellField item_fields[] = {
  BELL_FIELD (BellItem, record, ID, 0),
  BELL_FIELD_OF (BellItem, slot, bell_slot, 0),
  BELL_FIELD (BellItem, kind, TEXT, 0),
  BELL_FIELD_OF (BellItem, status, bell_status, 0),
  BELL_FIELD (BellItem, values, VALUES, 0),
  BELL_FIELD (BellItem, hidden, INT, 0),
  BELL_FIELD (BellItem, checked_at, TIME, 0),
  BELL_FIELD (BellItem, checked_by, ID, 0),
  BELL_FIELD (BellItem, checked_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellItem, completed_at, TIME, 0),
  BELL_FIELD (BellItem, completed_by, ID, 0),
};

static void
bell_item_class_init (BellItemClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "item", item_fields, G_N_ELEMENTS (item_fields));
}

static void
bell_item_init (BellItem *self)
{
}

G_DEFINE_FINAL_TYPE (BellException, bell_exception, BELL_TYPE_ENTITY)

static const BellField exception_fields[] = {
  BELL_FIELD (BellException, record, ID, 0),
  BELL_FIELD (BellException, number, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellException, workflow, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellException, room, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellException, department, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellException, kind, TEXT, 0),
  BELL_FIELD (BellException, cause, TEXT, 0),
  BELL_FIELD (BellException, note, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD_OF (BellException, impact, bell_impact, 0),
  BELL_FIELD (BellException, comment, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellException, minor, INT, 0),
  BELL_FIELD (BellException, currency, TEXT, 0),
  BELL_FIELD (BellException, raised_by, ID, 0),
  BELL_FIELD (BellException, raised_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellException, raised_at, TIME, 0),
  BELL_FIELD_OF (BellException, state, bell_review_state, 0),
  BELL_FIELD_OF (BellException, decision, bell_decision, 0),
  BELL_FIELD (BellException, reviewed_by, ID, 0),
  BELL_FIELD (BellException, reviewed_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellException, reviewed_at, TIME, 0),
};

static void
bell_exception_class_init (BellExceptionClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "exception", exception_fields, G_N_ELEMENTS (exception_fields));
}

static void
bell_exception_init (BellException *self)
{
}

G_DEFINE_FINAL_TYPE (BellApproval, bell_approval, BELL_TYPE_ENTITY)

static const BellField approval_fields[] = {
  BELL_FIELD (BellApproval, record, ID, 0),
  BELL_FIELD (BellApproval, number, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellApproval, workflow, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellApproval, room, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD_OF (BellApproval, slot, bell_slot, 0),
  BELL_FIELD (BellApproval, kind, TEXT, 0),
  BELL_FIELD (BellApproval, field, TEXT, 0),
  BELL_FIELD_OF (BellApproval, class_, bell_class, 0),
  BELL_FIELD (BellApproval, old_value, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellApproval, new_value, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellApproval, minor, INT, 0),
  BELL_FIELD (BellApproval, currency, TEXT, 0),
  BELL_FIELD (BellApproval, money_line, ID, 0),
  BELL_FIELD (BellApproval, proposed_by, ID, 0),
  BELL_FIELD (BellApproval, proposed_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellApproval, proposed_at, TIME, 0),
  BELL_FIELD (BellApproval, reason, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellApproval, role, TEXT, 0),
  BELL_FIELD_OF (BellApproval, state, bell_approval_state, 0),
  BELL_FIELD (BellApproval, decided_by, ID, 0),
  BELL_FIELD (BellApproval, decided_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellApproval, decided_at, TIME, 0),
  BELL_FIELD (BellApproval, decision_reason, TEXT, 0),
};

static void
bell_approval_class_init (BellApprovalClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "approval", approval_fields, G_N_ELEMENTS (approval_fields));
}

static void
bell_approval_init (BellApproval *self)
{
}

G_DEFINE_FINAL_TYPE (BellAlert, bell_alert, BELL_TYPE_ENTITY)

static const BellField alert_fields[] = {
  BELL_FIELD (BellAlert, record, ID, 0),
  BELL_FIELD (BellAlert, number, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellAlert, workflow, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellAlert, room, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD_OF (BellAlert, cause, bell_alert_cause, 0),
  BELL_FIELD (BellAlert, role, TEXT, 0),
  BELL_FIELD (BellAlert, staff, ID, 0),
  BELL_FIELD (BellAlert, level, INT, 0),
  BELL_FIELD (BellAlert, text, TEXT, BELL_FIELD_PERSONAL),
  BELL_FIELD (BellAlert, raised_at, TIME, 0),
  BELL_FIELD (BellAlert, seen_at, TIME, 0),
  BELL_FIELD (BellAlert, seen_by, ID, 0),
  BELL_FIELD (BellAlert, resolved_at, TIME, 0),
};

static void
bell_alert_class_init (BellAlertClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "alert", alert_fields, G_N_ELEMENTS (alert_fields));
}

static void
bell_alert_init (BellAlert *self)
{
}

G_DEFINE_FINAL_TYPE (BellMoneyLine, bell_money_line, BELL_TYPE_ENTITY)

static const BellField money_line_fields[] = {
  BELL_FIELD (BellMoneyLine, record, ID, 0),
  BELL_FIELD (BellMoneyLine, number, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellMoneyLine, stay, ID, 0),
  BELL_FIELD_OF (BellMoneyLine, kind, bell_money_kind, 0),
  BELL_FIELD (BellMoneyLine, minor, INT, 0),
  BELL_FIELD (BellMoneyLine, currency, TEXT, 0),
  BELL_FIELD (BellMoneyLine, cause, TEXT, 0),
  BELL_FIELD (BellMoneyLine, reverses, ID, 0),
  BELL_FIELD (BellMoneyLine, reversed, FLAG, 0),
  BELL_FIELD_OF (BellMoneyLine, posting, bell_posting, 0),
  BELL_FIELD (BellMoneyLine, made_by, ID, 0),
  BELL_FIELD (BellMoneyLine, made_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellMoneyLine, made_at, TIME, 0),
  BELL_FIELD (BellMoneyLine, approved_by, ID, 0),
  BELL_FIELD (BellMoneyLine, reference, TEXT, 0),
};

static void
bell_money_line_class_init (BellMoneyLineClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "money_line", money_line_fields, G_N_ELEMENTS (money_line_fields));
}

static void
bell_money_line_init (BellMoneyLine *self)
{
}
