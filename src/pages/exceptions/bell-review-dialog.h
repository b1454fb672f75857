/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_REVIEW_DIALOG (bell_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellReviewDialog, bell_review_dialog, BELL, REVIEW_DIALOG, AdwDialog)

/* Asks a manager to decide about an exception; the comment is compulsory. Sends the review itself. */
AdwDialog *bell_review_dialog_new (BellDesk      *desk,
                                   BellException *exception);

G_END_DECLS
