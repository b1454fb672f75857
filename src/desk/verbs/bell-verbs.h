/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk-private.h"

G_BEGIN_DECLS

/* What each verb of bell-command.h does. All run inside the command's transaction; FALSE takes everything back. */

gboolean bell_verb_record_new        (BellVisit *visit, GError **error);
gboolean bell_verb_record_take_over  (BellVisit *visit, GError **error);
gboolean bell_verb_record_set        (BellVisit *visit, GError **error);
gboolean bell_verb_record_check      (BellVisit *visit, GError **error);
gboolean bell_verb_record_status     (BellVisit *visit, GError **error);
gboolean bell_verb_record_own        (BellVisit *visit, GError **error);
gboolean bell_verb_item_complete     (BellVisit *visit, GError **error);
gboolean bell_verb_task_new          (BellVisit *visit, GError **error);
gboolean bell_verb_task_move         (BellVisit *visit, GError **error);
gboolean bell_verb_task_assign       (BellVisit *visit, GError **error);
gboolean bell_verb_task_note         (BellVisit *visit, GError **error);
gboolean bell_verb_exception_raise   (BellVisit *visit, GError **error);
gboolean bell_verb_exception_review  (BellVisit *visit, GError **error);
gboolean bell_verb_approval_decide   (BellVisit *visit, GError **error);
gboolean bell_verb_approval_withdraw (BellVisit *visit, GError **error);
gboolean bell_verb_money_add         (BellVisit *visit, GError **error);
gboolean bell_verb_money_reverse     (BellVisit *visit, GError **error);
gboolean bell_verb_money_post        (BellVisit *visit, GError **error);
gboolean bell_verb_alert_seen        (BellVisit *visit, GError **error);
gboolean bell_verb_staff_new         (BellVisit *visit, GError **error);
gboolean bell_verb_staff_set         (BellVisit *visit, GError **error);
gboolean bell_verb_staff_roles       (BellVisit *visit, GError **error);
gboolean bell_verb_staff_pin         (BellVisit *visit, GError **error);
gboolean bell_verb_shift_new         (BellVisit *visit, GError **error);
gboolean bell_verb_shift_remove      (BellVisit *visit, GError **error);
gboolean bell_verb_property_set      (BellVisit *visit, GError **error);
gboolean bell_verb_definition_set    (BellVisit *visit, GError **error);
gboolean bell_verb_mapping_set       (BellVisit *visit, GError **error);
gboolean bell_verb_guest_reveal      (BellVisit *visit, GError **error);
gboolean bell_verb_guest_erase       (BellVisit *visit, GError **error);
gboolean bell_verb_undo              (BellVisit *visit, GError **error);

/* Shared by several verbs. */

/* Writes typed values into an item, making proposals where the rules want them: bell-verb-values.c. */
gboolean bell_values_write           (BellVisit *visit, BellDossier *dossier, BellSlot slot, const char *prefix, GError **error);

/* The item of a slot, made when it was not begun. Borrowed from @dossier. */
BellItem *bell_values_ensure_item    (BellVisit *visit, BellDossier *dossier, BellSlot slot, GError **error);

/* Adds a task; @department and @title decided by the caller. (transfer full) */
BellTask *bell_task_add              (BellVisit *visit, BellRecord *record, const BellKind *kind, const char *title,
                                      const char *department, gint64 due, const BellId *assignee, GError **error);

/* Adds a money line and, over the actor's limit, the proposal for it. */
gboolean bell_money_add_line         (BellVisit *visit, BellDossier *dossier, BellMoneyKind kind, gint64 minor,
                                      const char *currency, const char *cause, GError **error);

/* Adds the line that takes another one back; the caller has asked the rules. */
gboolean bell_money_reverse_line     (BellVisit *visit, BellMoneyLine *line, const char *reason, GError **error);

/* Picks an owner by the rule. @why: (out) (transfer full). */
gboolean bell_owner_pick             (BellVisit *visit, const char *role, const char *department, BellId *owner, char **why, GError **error);

/* An instant argument as typed ("19:00", ISO 8601); 0 when absent. */
gboolean bell_visit_read_instant     (BellVisit *visit, const char *name, gint64 *instant, GError **error);

G_END_DECLS
