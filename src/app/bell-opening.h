/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_OPENING (bell_opening_get_type ())
G_DECLARE_FINAL_TYPE (BellOpening, bell_opening, BELL, OPENING, AdwBin)

/**
 * BellOpening:
 *
 * The way to an open desk: the hotel's file, the first start with a short
 * set-up, the demonstration hotel while it is made, or why a file cannot be
 * opened and what to do about it.
 *
 * Signal: ::opened (BellDesk).
 */

/* @database: (nullable): the file; else the usual one of this person. @demo: the demonstration hotel instead. */
GtkWidget *bell_opening_new (const char  *database,
                             gboolean     demo);

/* The desk when its file can be opened and is in use already, without the widget that tells about anything else;
 * NULL otherwise. @database and @demo as above. (transfer full) */
BellDesk  *bell_opening_find (const char  *database,
                              gboolean     demo);

/* The desk when its file is there and in use already; NULL when a person has something to see first. (transfer full) */
BellDesk  *bell_opening_try (BellOpening *self);

G_END_DECLS
