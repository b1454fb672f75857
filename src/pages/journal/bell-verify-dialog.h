/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_VERIFY_DIALOG (bell_verify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellVerifyDialog, bell_verify_dialog, BELL, VERIFY_DIALOG, AdwDialog)

/**
 * BellVerifyDialog:
 *
 * Verifies the journal's chain, on demand against a head that somebody noted
 * earlier, and gives the head to note now.
 */
AdwDialog *bell_verify_dialog_new (BellDesk *desk);

G_END_DECLS
