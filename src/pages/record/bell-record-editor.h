/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk-record.h"

G_BEGIN_DECLS

#define BELL_TYPE_RECORD_EDITOR (bell_record_editor_get_type ())
G_DECLARE_FINAL_TYPE (BellRecordEditor, bell_record_editor, BELL, RECORD_EDITOR, AdwDialog)

/**
 * BellRecordEditor:
 *
 * The values of one slot: a control for each field that the person may see, what is wrong under each, and the steps
 * that lead on: save, check, complete. A change of a sensitive value asks why before it becomes a proposal.
 */

/* @judge: begin with what stands in the way of a check. */
AdwDialog *bell_record_editor_new (BellDesk    *desk,
                                   BellDossier *dossier,
                                   BellSlot     slot,
                                   gboolean     judge);

G_END_DECLS
