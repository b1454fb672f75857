/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_JOURNAL_ROW (bell_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (BellJournalRow, bell_journal_row, BELL, JOURNAL_ROW, GtkWidget)

/**
 * BellJournalRow:
 *
 * An entry of the journal in words; opened, it tells the old and the new value,
 * the reason, and by what the chain knows it.
 *
 * Property: expanded.
 */
GtkWidget        *bell_journal_row_new       (void);

void              bell_journal_row_show      (BellJournalRow   *self,
                                              BellDesk         *desk,
                                              BellJournalEntry *entry);
BellJournalEntry *bell_journal_row_get_entry (BellJournalRow   *self);
void              bell_journal_row_toggle    (BellJournalRow   *self);

/* What the row says, for those who hear it; (transfer full). */
char             *bell_journal_row_dup_label (BellJournalRow   *self);

G_END_DECLS
