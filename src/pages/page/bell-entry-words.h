/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/* One entry of the journal in words. All (transfer full) unless const. */

/* What happened: "GE-1042: New → Pending", "Stay changed: Room". */
char       *bell_entry_dup_headline (BellJournalEntry *entry,
                                     BellDesk         *desk);

/* The old or the new value as people read it: names for people, words for statuses, times in the hotel's zone.
 * Says so when the value is hidden or was erased; NULL when there is none. */
char       *bell_entry_dup_value    (BellJournalEntry *entry,
                                     BellDesk         *desk,
                                     gboolean          after);

/* Name of a kind of thing that the journal tells about: "Records" for "record". */
const char *bell_entry_kind_label   (const char       *kind);

/* The kinds in the order in which they are offered; NULL-terminated. */
const char *const *bell_entry_kinds (void);

G_END_DECLS
