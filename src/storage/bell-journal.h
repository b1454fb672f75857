/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-enums.h"
#include "bell-store.h"

G_BEGIN_DECLS

/**
 * BellJournalFault:
 * @BELL_JOURNAL_SOUND: nothing is wrong
 * @BELL_JOURNAL_EDITED: an entry was changed after it was written
 * @BELL_JOURNAL_VALUE_EDITED: a personal value was changed
 * @BELL_JOURNAL_VALUE_MISSING: a personal value is gone and no erasure explains it
 * @BELL_JOURNAL_INSERTED: an entry was put in between
 * @BELL_JOURNAL_DELETED: entries are missing in between
 * @BELL_JOURNAL_REORDERED: entries stand in another order
 * @BELL_JOURNAL_CUT: the journal ends before the anchor
 * @BELL_JOURNAL_REWRITTEN: the entry at the anchor is another one
 * @BELL_JOURNAL_ROW_DIFFERS: a row does not hold what the journal says
 */
typedef enum
{
  BELL_JOURNAL_SOUND,
  BELL_JOURNAL_EDITED,
  BELL_JOURNAL_VALUE_EDITED,
  BELL_JOURNAL_VALUE_MISSING,
  BELL_JOURNAL_INSERTED,
  BELL_JOURNAL_DELETED,
  BELL_JOURNAL_REORDERED,
  BELL_JOURNAL_CUT,
  BELL_JOURNAL_REWRITTEN,
  BELL_JOURNAL_ROW_DIFFERS,
} BellJournalFault;

/**
 * BellJournalReport:
 * @entries: entries walked
 * @erased: values that an erasure destroyed
 * @rows: rows compared with the journal
 * @head_n: number of the last entry
 * @head_hash: first 16 hex digits of its hash; empty for an empty journal
 * @fault: what is broken first
 * @seq: number of the first broken (or first missing) entry; 0 when none
 * @sentence: (nullable): the finding for a person
 */
typedef struct
{
  gint64 entries;
  gint64 erased;
  gint64 rows;
  gint64 head_n;
  char head_hash[17];
  BellJournalFault fault;
  gint64 seq;
  char *sentence;
} BellJournalReport;

/**
 * bell_journal_verify:
 * @anchor: (nullable): "n:hash", a head written down earlier
 *
 * Walks the whole chain and compares the rows with it. Blocks; some seconds a
 * million entries. @report is filled in any case but a failure to read.
 *
 * Returns: TRUE when sound, else %BELL_ERROR_INTEGRITY with the sentence
 */
gboolean  bell_journal_verify       (BellStore          *store,
                                     const char         *anchor,
                                     BellProgressFunc    progress,
                                     gpointer            progress_data,
                                     GCancellable       *cancellable,
                                     BellJournalReport  *report,
                                     GError            **error);
void      bell_journal_report_clear (BellJournalReport  *report);

/* A stable lower-case word for JSON and logs: "sound", "edited", "value-edited", … */
const char *bell_journal_fault_name (BellJournalFault    fault);

/* The head as an anchor to write down: "1042:00112233aabbccdd"; "0:" for an empty journal. (transfer full) */
char     *bell_journal_head         (BellStore          *store,
                                     GError            **error);

G_END_DECLS
