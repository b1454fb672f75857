/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_EXCEPTION_ROW (bell_exception_row_get_type ())
G_DECLARE_FINAL_TYPE (BellExceptionRow, bell_exception_row, BELL, EXCEPTION_ROW, AdwBin)

/**
 * BellExceptionRow:
 *
 * What happened and why, how much the guest noticed, the money concerned, who told it; and the review, or the button
 * that opens it.
 *
 * Properties: item (BellException, nullable), desk, in-record, to leave out which record it is about,
 * and stacked, for where there is little width.
 */

/* Opens the review; does nothing where the person may not, or it is done. */
void  bell_exception_row_review    (BellExceptionRow *self);

/* What the row says, in one line, for those who hear it; (transfer full). */
char *bell_exception_row_dup_label (BellExceptionRow *self);

G_END_DECLS
