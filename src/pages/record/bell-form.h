/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_FORM (bell_form_get_type ())
G_DECLARE_FINAL_TYPE (BellForm, bell_form, BELL, FORM, AdwDialog)

/**
 * BellFormFunc:
 *
 * The command that the form stands for, from its rows by name; NULL while something is missing. (transfer full)
 */
typedef BellCommand *(*BellFormFunc) (BellForm *form,
                                      gpointer  data);

/**
 * BellForm:
 *
 * A small dialog of rows that becomes one command. What the desk refuses is told in the dialog, and what
 * was typed stays. Ctrl+Enter sends.
 */
BellForm  *bell_form_new       (BellDesk       *desk,
                                const char     *title,
                                const char     *accept,
                                BellFormFunc    func,
                                gpointer        data,
                                GDestroyNotify  destroy);

/* Adds a row; @name is what the function finds it by. */
void       bell_form_add       (BellForm       *self,
                                const char     *name,
                                GtkWidget      *row);
GtkWidget *bell_form_get       (BellForm       *self,
                                const char     *name);

/* The text of an entry or text row, cleaned; NULL when empty. (transfer full) */
char      *bell_form_dup_text  (BellForm       *self,
                                const char     *name);

/* The line chosen in a combo row. */
guint      bell_form_get_index (BellForm       *self,
                                const char     *name);

/* Asks the function again, when what it depends on changed elsewhere. */
void       bell_form_update    (BellForm       *self);

G_END_DECLS
