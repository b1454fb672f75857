/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk-record.h"

G_BEGIN_DECLS

#define BELL_TYPE_FIELD_INPUT (bell_field_input_get_type ())
G_DECLARE_FINAL_TYPE (BellFieldInput, bell_field_input, BELL, FIELD_INPUT, GtkWidget)

/**
 * BellFieldInput:
 *
 * One field of a kind of work with the control that its type asks for, its help, and what is wrong with it.
 * Signal ::changed.
 */

/* @canonical: (nullable): the value that it begins with. @field must live as long as @desk's definitions do. */
GtkWidget          *bell_field_input_new         (BellDesk           *desk,
                                                  BellDossier        *dossier,
                                                  const BellFieldDef *field,
                                                  const char         *canonical,
                                                  gboolean            editable);

const BellFieldDef *bell_field_input_get_field   (BellFieldInput     *self);

/* As bell_value_parse () reads it; "" for nothing. (transfer full) */
char               *bell_field_input_dup_typed   (BellFieldInput     *self);

/* Whether it differs from what it began with. */
gboolean            bell_field_input_is_changed  (BellFieldInput     *self);

/* What is wrong and how to put it right, under the control; NULL for nothing. */
void                bell_field_input_set_problem (BellFieldInput     *self,
                                                  const char         *sentence,
                                                  const char         *remedy);

/* Puts the focus into the control. */
void                bell_field_input_focus       (BellFieldInput     *self);

G_END_DECLS
