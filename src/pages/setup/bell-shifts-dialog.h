/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_SHIFTS_DIALOG (bell_shifts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellShiftsDialog, bell_shifts_dialog, BELL, SHIFTS_DIALOG, AdwDialog)

/* Who is on duty in the coming week. */
AdwDialog *bell_shifts_dialog_new (BellDesk *desk);

G_END_DECLS
