/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk-setup.h"

G_BEGIN_DECLS

/* Fills @group with rows for the members of @root; nested things unfold and are made when they do. */
void bell_definition_form_fill (AdwPreferencesGroup *group,
                                BellDefinitionNode  *root,
                                gboolean             editable);

G_END_DECLS
