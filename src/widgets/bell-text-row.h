/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BELL_TYPE_TEXT_ROW (bell_text_row_get_type ())
G_DECLARE_FINAL_TYPE (BellTextRow, bell_text_row, BELL, TEXT_ROW, AdwPreferencesRow)

/**
 * BellTextRow:
 *
 * A longer text in a boxed list: the row's title as a caption, several lines under it.
 * Tab goes on to the next row; Ctrl+Enter is left to the dialog around it.
 *
 * Properties: text (never NULL); title is AdwPreferencesRow's.
 * Accessibility: a text box labelled by the title.
 */
GtkWidget  *bell_text_row_new          (const char  *title);

/* As it stands there, until it changes. */
const char *bell_text_row_get_text     (BellTextRow *self);
void        bell_text_row_set_text     (BellTextRow *self,
                                        const char  *text);
void        bell_text_row_set_editable (BellTextRow *self,
                                        gboolean     editable);

G_END_DECLS
