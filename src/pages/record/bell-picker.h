/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_PICKER (bell_picker_get_type ())
G_DECLARE_FINAL_TYPE (BellPicker, bell_picker, BELL, PICKER, AdwDialog)

/**
 * BellPicker:
 *
 * Lets a person choose one of the hotel's people, or a guest or a stay by searching. Signal ::picked (id as text,
 * name), after which the dialog closes.
 */

/* @type: %BELL_VALUE_STAFF, %BELL_VALUE_GUEST or %BELL_VALUE_STAY. */
AdwDialog *bell_picker_new (BellDesk      *desk,
                            const char    *title,
                            BellValueType  type);

G_END_DECLS
