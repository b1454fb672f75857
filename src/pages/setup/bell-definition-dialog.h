/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_DEFINITION_DIALOG (bell_definition_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellDefinitionDialog, bell_definition_dialog, BELL, DEFINITION_DIALOG, AdwDialog)

/* One definition or mapping, as a form or as text. @own: the hotel has its own copy, which can be dropped. */
AdwDialog *bell_definition_dialog_new (BellDesk   *desk,
                                       const char *name,
                                       const char *title,
                                       const char *text,
                                       gboolean    own,
                                       gboolean    mapping);

G_END_DECLS
