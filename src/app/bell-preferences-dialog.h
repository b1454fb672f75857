/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BELL_TYPE_PREFERENCES_DIALOG (bell_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellPreferencesDialog, bell_preferences_dialog, BELL, PREFERENCES_DIALOG, AdwPreferencesDialog)

/* What this computer remembers for whoever sits at it. @settings: nullable, then nothing is remembered. */
AdwDialog *bell_preferences_dialog_new    (GSettings *settings);

/* The program's settings; NULL where its schema is not installed. (transfer full) */
GSettings *bell_preferences_open_settings (void);

/* Follows the choice between light, dark and the system's, now and later. */
void       bell_preferences_apply_colours (GSettings *settings);

G_END_DECLS
