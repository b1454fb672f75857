/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_RECORD_PAGE (bell_record_page_get_type ())
G_DECLARE_FINAL_TYPE (BellRecordPage, bell_record_page, BELL, RECORD_PAGE, BellPage)

/**
 * BellRecordPage:
 *
 * One record: its next action on top, the six controls, what stands beside it, and its timeline.
 *
 * Properties: entity-id (construct only), the id as text or the record's number; dossier (read-only, nullable), as last read.
 */

/* NULL until it is read. (transfer none) */
BellDossier *bell_record_page_get_dossier (BellRecordPage *self);

/**
 * bell_record_page_do:
 * @command: as BellNextAction and BellMissing have it, or one of the rows' own ("task-assign", "money-post", …)
 * @slot: the slot concerned, or -1
 * @id: the task, exception, proposal or line concerned, as text; "" for none
 *
 * Does it, asking first for what is needed. What the rules refuse is told.
 */
void         bell_record_page_do          (BellRecordPage *self,
                                           const char     *command,
                                           int             slot,
                                           const char     *id);

G_END_DECLS
