/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-shell.h"

G_BEGIN_DECLS

#define BELL_TYPE_SEARCH_DIALOG (bell_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellSearchDialog, bell_search_dialog, BELL, SEARCH_DIALOG, AdwDialog)

/* Searches everything as it is typed and opens what is chosen in @shell. */
AdwDialog *bell_search_dialog_new (BellDesk  *desk,
                                   BellShell *shell);

G_END_DECLS
