/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BELL_TYPE_PERSON (bell_person_get_type ())
G_DECLARE_FINAL_TYPE (BellPerson, bell_person, BELL, PERSON, GtkWidget)

/**
 * BellPerson:
 *
 * A person as a round of initials with the name beside it.
 *
 * Properties: full-name (nullable: nobody, shows nothing); size of the round in
 * pixels, 22 when not set; short, to show the first name only; reversed, with
 * the name before the round, as on a card.
 *
 * CSS: a node person.
 * Accessibility: role group, labelled with the full name; the parts are decoration.
 */
GtkWidget  *bell_person_new      (const char *name);

const char *bell_person_get_full_name (BellPerson *self);
void        bell_person_set_full_name (BellPerson *self,
                                  const char *name);

G_END_DECLS
