/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-verbs.h"

static const struct
{
  const char *verb;
  BellVerbFunc func;
} verbs[] = {
  { "record.new", bell_verb_record_new },
  { "record.take-over", bell_verb_record_take_over },
  { "record.set", bell_verb_record_set },
  { "record.check", bell_verb_record_check },
  { "record.status", bell_verb_record_status },
  { "record.own", bell_verb_record_own },
  { "item.complete", bell_verb_item_complete },
  { "task.new", bell_verb_task_new },
  { "task.move", bell_verb_task_move },
  { "task.assign", bell_verb_task_assign },
  { "task.note", bell_verb_task_note },
  { "exception.raise", bell_verb_exception_raise },
  { "exception.review", bell_verb_exception_review },
  { "approval.decide", bell_verb_approval_decide },
  { "approval.withdraw", bell_verb_approval_withdraw },
  { "money.add", bell_verb_money_add },
  { "money.reverse", bell_verb_money_reverse },
  { "money.post", bell_verb_money_post },
  { "alert.seen", bell_verb_alert_seen },
  { "staff.new", bell_verb_staff_new },
  { "staff.set", bell_verb_staff_set },
  { "staff.roles", bell_verb_staff_roles },
  { "staff.pin", bell_verb_staff_pin },
  { "shift.new", bell_verb_shift_new },
  { "shift.remove", bell_verb_shift_remove },
  { "property.set", bell_verb_property_set },
  { "definition.set", bell_verb_definition_set },
  { "mapping.set", bell_verb_mapping_set },
  { "guest.reveal", bell_verb_guest_reveal },
  { "guest.erase", bell_verb_guest_erase },
  { "undo", bell_verb_undo },
};

BellVerbFunc
bell_verbs_find (const char *verb)
{
  g_return_val_if_fail (verb != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].verb, verb))
      return verbs[i].func;
  return NULL;
}
