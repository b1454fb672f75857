/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  BELL_VALUE_ENTRY_TEXT,
  BELL_VALUE_ENTRY_LONG_TEXT,
  BELL_VALUE_ENTRY_NUMBER,
  BELL_VALUE_ENTRY_MONEY,
  BELL_VALUE_ENTRY_CHOICE,   /* also a person, a guest or a stay, when their ids and names are given */
  BELL_VALUE_ENTRY_YES_NO,
  BELL_VALUE_ENTRY_DATE,
  BELL_VALUE_ENTRY_TIME,
  BELL_VALUE_ENTRY_DATETIME,
} BellValueEntryKind;

/**
 * BellValueEntrySpec:
 * @label: what is asked for
 * @help: (nullable): a sentence under the field while nothing is wrong
 * @unit: (nullable): shown behind a number
 * @currency: (nullable): for money; EUR when not given
 * @required: marked, and told to those who hear it
 * @choice_ids: (nullable): NULL-terminated, for a choice
 * @choice_labels: (nullable): as many, for people
 *
 * What a field asks for, in plain words: this layer knows no definitions.
 * Everything is copied.
 */
typedef struct
{
  BellValueEntryKind kind;
  const char *label;
  const char *help;
  const char *unit;
  const char *currency;
  gboolean required;
  const char * const *choice_ids;
  const char * const *choice_labels;
} BellValueEntrySpec;

#define BELL_TYPE_VALUE_ENTRY (bell_value_entry_get_type ())
G_DECLARE_FINAL_TYPE (BellValueEntry, bell_value_entry, BELL, VALUE_ENTRY, GtkWidget)

/**
 * BellValueEntry:
 *
 * One field of a form, made from its description: label, the editor that fits,
 * and below it the help or what is wrong.
 *
 * Properties: value (nullable), canonical text: text as it is; the id of a
 * choice; "12.5"; "12050 EUR"; "true" or "false"; "2026-11-22"; "19:05";
 * "2026-11-22T18:05:00Z"; problem (nullable), a sentence. A text that cannot be
 * read stays in the editor and makes the value NULL and a problem of its own.
 *
 * CSS: a node valueentry with the classes required and error.
 * Accessibility: role group, labelled; the editor has the label, the message as
 * description, and is told required and invalid.
 */
GtkWidget  *bell_value_entry_new           (const BellValueEntrySpec *spec);

const char *bell_value_entry_get_value     (BellValueEntry           *self);
void        bell_value_entry_set_value     (BellValueEntry           *self,
                                            const char               *value);

/* What somebody else, such as the rules, finds wrong with the value. */
const char *bell_value_entry_get_problem   (BellValueEntry           *self);
void        bell_value_entry_set_problem   (BellValueEntry           *self,
                                            const char               *problem);

/* Whether something stands in the editor that is no value. */
gboolean    bell_value_entry_is_unreadable (BellValueEntry           *self);

/* Replaces the choices; the value stays when it is among the new ones. */
void        bell_value_entry_set_choices   (BellValueEntry           *self,
                                            const char * const       *ids,
                                            const char * const       *labels);

G_END_DECLS
