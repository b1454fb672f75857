/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_PERSON_FORM (bell_person_form_get_type ())
G_DECLARE_FINAL_TYPE (BellPersonForm, bell_person_form, BELL, PERSON_FORM, AdwNavigationPage)

/* @person: (nullable): somebody new */
AdwNavigationPage *bell_person_form_new (BellDesk  *desk,
                                         BellStaff *person);

G_END_DECLS
