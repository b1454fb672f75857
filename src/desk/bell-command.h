/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bell-id.h"

G_BEGIN_DECLS

/**
 * BellCommand:
 *
 * What a signed-in person asks the desk to do: a verb and named arguments in
 * canonical text. A button, a line of deskbellctl, an import row and a test
 * all send the same command. Ids are written as UUIDs; a record may also be
 * named by its number, a person by the name, a stay by its confirmation.
 *
 * | verb | arguments (optional ones in brackets) |
 * |---|---|
 * | record.new | workflow, [title], [stay], [room], [department], [due], [trigger], [person: ask for this owner], [f.FIELD …: values of the owned kind], [slot.SLOT.FIELD …: values of other slots], [task: title of the first task, "" for none], [reason: for asking for an owner] |
 * | record.take-over | workflow, title, person: the owner, opened, closed, [stay], [slot.SLOT.FIELD …]: a record finished in an older program |
 * | record.set | record, slot, [f.FIELD …], [reason] |
 * | record.check | record, slot |
 * | record.status | record, to, [reason], [waits-for] |
 * | record.own | record, to, reason |
 * | item.complete | record, slot |
 * | task.new | record, title, [department], [due], [assignee] |
 * | task.move | task, to, [reason], [waits-for] |
 * | task.assign | task, to, [reason] |
 * | task.note | task, text |
 * | exception.raise | record, cause, note, impact, [amount, currency] |
 * | exception.review | exception, decision, comment |
 * | approval.decide | approval, approve (true/false), [reason: compulsory for a refusal] |
 * | approval.withdraw | approval |
 * | money.add | record, kind, amount, currency, cause |
 * | money.reverse | line, reason |
 * | money.post | line, to, [reference] |
 * | alert.seen | alert |
 * | staff.new | name, roles, department, [property], pin |
 * | staff.set | staff, [name], [department], [active] |
 * | staff.roles | staff, roles, reason |
 * | staff.pin | staff, pin |
 * | shift.new | staff, starts, ends |
 * | shift.remove | shift |
 * | property.set | property, [name], [city], [currency], [zone], [rooms] |
 * | definition.set | name, text ("" returns to the shipped one), reason |
 * | mapping.set | name, text |
 * | guest.reveal | guest, reason |
 * | guest.erase | guest, reason |
 * | undo | [op: the entry to undo; the person's own last step when absent] |
 */
#define BELL_TYPE_COMMAND (bell_command_get_type ())
typedef struct _BellCommand BellCommand;

GType        bell_command_get_type (void);

/* Pairs of name and value up to a NULL name; a NULL value leaves the argument out. */
BellCommand *bell_command_new      (const char        *verb,
                                    ...) G_GNUC_NULL_TERMINATED;
BellCommand *bell_command_ref      (BellCommand       *self);
void         bell_command_unref    (BellCommand       *self);
void         bell_command_set      (BellCommand       *self,
                                    const char        *name,
                                    const char        *value);
void         bell_command_set_id   (BellCommand       *self,
                                    const char        *name,
                                    const BellId      *id);
const char  *bell_command_get_verb (const BellCommand *self);

/* NULL when absent. */
const char  *bell_command_get      (const BellCommand *self,
                                    const char        *name);

/* Names that begin with @prefix, sorted; (transfer container), owned by the command. */
GPtrArray   *bell_command_names    (const BellCommand *self,
                                    const char        *prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellCommand, bell_command_unref)

/**
 * BellOutcome:
 * @entity: what was made or changed; none when nothing was
 * @record: the record concerned, or none
 * @number: (nullable): its number
 * @sentence: (nullable): what happened, for a toast: "Filed as GE-1042 for Ana Reis."
 * @proposed: whether the change waits for somebody else's approval
 * @undoable: whether the same person may take it back
 */
typedef struct
{
  BellId entity;
  BellId record;
  char *number;
  char *sentence;
  gboolean proposed;
  gboolean undoable;
} BellOutcome;

#define BELL_TYPE_OUTCOME (bell_outcome_get_type ())
GType        bell_outcome_get_type (void);
BellOutcome *bell_outcome_copy     (const BellOutcome *self);
void         bell_outcome_free     (BellOutcome       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellOutcome, bell_outcome_free)

G_END_DECLS
