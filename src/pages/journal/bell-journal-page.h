/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_JOURNAL_PAGE (bell_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (BellJournalPage, bell_journal_page, BELL, JOURNAL_PAGE, BellPage)

/**
 * BellJournalPage:
 *
 * Every change, newest first: who, what, when and why; with the proof that
 * none is missing, and a table to take along.
 */

G_END_DECLS
