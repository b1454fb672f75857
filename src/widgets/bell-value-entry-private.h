/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-value-entry.h"

G_BEGIN_DECLS

struct _BellValueEntry
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *row;      /* holds the editor or editors */
  GtkWidget *editor;
  GtkWidget *time;     /* second editor of an instant */
  GtkWidget *message;

  BellValueEntryKind kind;
  char *name;
  char *help;
  char **choice_ids;
  gboolean required;

  char *value;
  char *problem;       /* from outside */
  const char *unreadable; /* our own */
  gboolean setting;
};

/* bell-value-editor.c: what differs from kind to kind. */

/* Makes the editor that fits and returns what is put into the row. */
GtkWidget  *bell_value_editor_make         (BellValueEntry           *self,
                                            const BellValueEntrySpec *spec);

/* One line of text in a row; the second editor of an instant. */
GtkWidget  *bell_value_editor_make_time    (BellValueEntry           *self);

/* The canonical value; sets self->unreadable when what stands there is none. (transfer full) */
char       *bell_value_editor_read         (BellValueEntry           *self);

void        bell_value_editor_write        (BellValueEntry           *self,
                                            const char               *value);

GListModel *bell_value_editor_make_choices (const char * const       *labels);

/* Called by the editor whenever a person changed it. */
void        bell_value_entry_changed       (BellValueEntry           *self);

G_END_DECLS
