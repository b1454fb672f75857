/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_PROPOSAL_ROW (bell_proposal_row_get_type ())
G_DECLARE_FINAL_TYPE (BellProposalRow, bell_proposal_row, BELL, PROPOSAL_ROW, AdwBin)

/**
 * BellProposalRow:
 *
 * A proposed change: what, from what to what, by whom, why and since when, with the buttons that decide it. One's
 * own waits and can be taken back; a decided one tells by whom.
 *
 * Properties: item (BellApproval, nullable), desk, in-record, to leave out which record it is about,
 * and stacked, for where there is little width.
 */

/* Says yes, after nothing more was asked. Does nothing where the person may not decide. */
void  bell_proposal_row_approve   (BellProposalRow *self);

/* Says no and asks why; takes one's own back. */
void  bell_proposal_row_refuse    (BellProposalRow *self);

/* What the row says, in one line, for those who hear it; (transfer full). */
char *bell_proposal_row_dup_label (BellProposalRow *self);

G_END_DECLS
