/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-approval-rules.h"
#include "bell-desk.h"
#include "bell-money-rules.h"
#include "bell-next-action.h"
#include "bell-status.h"
#include "bell-validation.h"
#include "bell-value.h"

G_BEGIN_DECLS

/*
 * What a window asks about a record that it has opened. All of it is judged on the dossier that the person got;
 * the door judges again, on everything.
 */

/* Who does what by when; NULL for a complete record. (transfer full) */
BellNextAction *bell_desk_next_action    (BellDesk            *self,
                                          BellDossier         *dossier);

/* What is missing before it can be closed; array of BellMissing, with an empty command for what this person does not
 * see. (transfer full) */
GPtrArray      *bell_desk_missing        (BellDesk            *self,
                                          BellDossier         *dossier);

/* Whether the signed-in person may do @action on this record; @kind is nullable. */
gboolean        bell_desk_may_on         (BellDesk            *self,
                                          BellDossier         *dossier,
                                          BellAction           action,
                                          const char          *kind,
                                          BellClass            class_,
                                          GError             **error);

/* The same for a task: %BELL_ACTION_TASK or %BELL_ACTION_ASSIGN. */
gboolean        bell_desk_may_task       (BellDesk            *self,
                                          BellTask            *task,
                                          BellAction           action);

/* Whether the person sees values of a class at all. */
gboolean        bell_desk_sees           (BellDesk            *self,
                                          BellClass            class_);

/* Whether @staff is the signed-in person. */
gboolean        bell_desk_is_me          (BellDesk            *self,
                                          const BellId        *staff);

/* The kind of work of a slot: the item's, else the workflow's. NULL when the hotel no longer has it. */
const BellKind *bell_desk_kind_of        (BellDesk            *self,
                                          BellDossier         *dossier,
                                          BellSlot             slot);

/* A value as people read it, people by name; @dossier is nullable. (transfer full) */
char           *bell_desk_tell_value     (BellDesk            *self,
                                          BellDossier         *dossier,
                                          const BellFieldDef  *field,
                                          const char          *canonical);

/* What an editor of a slot begins with: the item's values, for a new item those that the definition, the stay and
 * the guest give. Name to canonical text. (transfer full) */
GHashTable     *bell_desk_begin_values   (BellDesk            *self,
                                          BellDossier         *dossier,
                                          BellSlot             slot);

/**
 * bell_desk_judge_values:
 * @typed: name to what was typed, "" for an emptied field
 * @whole: also what must hold before the values can be confirmed
 * @problems: (out) (transfer full): of BellProblem; empty when all is well
 *
 * What the door would say to these values, field by field, without changing anything.
 * Returns the values as they would be: name to canonical text. (transfer full)
 */
GHashTable     *bell_desk_judge_values   (BellDesk            *self,
                                          BellDossier         *dossier,
                                          BellSlot             slot,
                                          GHashTable          *typed,
                                          gboolean             whole,
                                          GPtrArray          **problems);

/* Why a new value would become a proposal that somebody else decides; NULL when it takes effect at once. (transfer full) */
char           *bell_desk_tell_proposal  (BellDesk            *self,
                                          BellDossier         *dossier,
                                          BellSlot             slot,
                                          const char          *field,
                                          const char          *canonical);

G_END_DECLS
