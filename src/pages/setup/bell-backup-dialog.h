/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_BACKUP_DIALOG (bell_backup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellBackupDialog, bell_backup_dialog, BELL, BACKUP_DIALOG, AdwDialog)

/* Copies of the hotel's file, and the proof that its journal is whole. */
AdwDialog *bell_backup_dialog_new (BellDesk *desk);

G_END_DECLS
