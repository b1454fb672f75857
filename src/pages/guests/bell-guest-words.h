/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"
#include "bell-guest.h"

G_BEGIN_DECLS

/* A guest in words. All (transfer full). */

/* "Ms Dorothea Larsen" */
char *bell_guest_dup_name  (BellGuest *guest);

/* "Larsen, Dorothea": for lists in the order of surnames. */
char *bell_guest_dup_entry (BellGuest *guest);

/* "Last stay 22 Nov 2026 · 3 stays" */
char *bell_guest_dup_stays (BellGuest *guest);

G_END_DECLS
