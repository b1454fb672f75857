/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-record-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_MISSING_DIALOG (bell_missing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellMissingDialog, bell_missing_dialog, BELL, MISSING_DIALOG, AdwDialog)

/* What is missing before the record of @page can be closed, a line each with who can do it and the button that does it.
 * Follows the record; once nothing is missing it offers to close it. */
AdwDialog *bell_missing_dialog_new (BellRecordPage *page);

G_END_DECLS
