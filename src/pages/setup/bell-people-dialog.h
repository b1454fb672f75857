/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_PEOPLE_DIALOG (bell_people_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellPeopleDialog, bell_people_dialog, BELL, PEOPLE_DIALOG, AdwDialog)

/* Who works here: a list to search, and a form for each. */
AdwDialog *bell_people_dialog_new (BellDesk *desk);

G_END_DECLS
