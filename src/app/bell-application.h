/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BELL_TYPE_APPLICATION (bell_application_get_type ())
G_DECLARE_FINAL_TYPE (BellApplication, bell_application, BELL, APPLICATION, AdwApplication)

/**
 * BellApplication:
 *
 * The program: options, the desk it opens, preferences, about.
 */
BellApplication *bell_application_new (void);

G_END_DECLS
