/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_IMPORT_DIALOG (bell_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellImportDialog, bell_import_dialog, BELL, IMPORT_DIALOG, AdwDialog)

/**
 * BellImportDialog:
 *
 * The import assistant: which file, how it is to be read (with the first stays
 * to look at before anything happens), the import with its progress, and what came of it.
 */
AdwDialog *bell_import_dialog_new      (BellDesk         *desk);

/* Begins with a file that is known already. */
void       bell_import_dialog_set_file (BellImportDialog *self,
                                        GFile            *file);

G_END_DECLS
