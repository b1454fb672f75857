/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_SIGN_IN_PAGE (bell_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (BellSignInPage, bell_sign_in_page, BELL, SIGN_IN_PAGE, AdwBin)

/**
 * BellSignInPage:
 *
 * Who is there: the people as a list that is searched as one types, then the PIN.
 *
 * Properties: desk (construct only). The desk's person tells that somebody
 * signed in.
 */
GtkWidget *bell_sign_in_page_new    (BellDesk       *desk);

/* Asks for the PIN of @name (nullable: asks who it is). */
void       bell_sign_in_page_expect (BellSignInPage *self,
                                     const char     *name);

G_END_DECLS
