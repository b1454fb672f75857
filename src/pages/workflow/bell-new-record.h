/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_NEW_RECORD (bell_new_record_get_type ())
G_DECLARE_FINAL_TYPE (BellNewRecord, bell_new_record, BELL, NEW_RECORD, AdwDialog)

/**
 * BellNewRecord:
 *
 * Opens a record of one workflow: for which stay or room, what is wanted, and
 * afterwards who owns it and why. What the desk refuses is told in the dialog,
 * and what was typed stays. Ctrl+Enter files it.
 */

/* @stay: (nullable): the stay that is concerned. */
AdwDialog *bell_new_record_new (BellDesk   *desk,
                                const char *workflow,
                                BellStay   *stay);

G_END_DECLS
