/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-stay.h"

G_BEGIN_DECLS

/* A stay in words, the same on every page that shows one. All (transfer full). */

/* "Sun 22 Nov", with the year when it is not that of @today (nullable); "" for no day. */
char *bell_day_words       (const char *day,
                            const char *today);

/* "21 – 25 Nov" */
char *bell_stay_dup_span   (BellStay   *stay);

/* "4 nights" */
char *bell_stay_dup_nights (BellStay   *stay);

/* The guest as far as the reader may know: the full name, else the surname, else "Guest". */
char *bell_stay_dup_who    (BellStay   *stay);

/* Group and company. */
char *bell_stay_dup_party  (BellStay   *stay);

/* All of it in one line, for those who hear it. */
char *bell_stay_dup_label  (BellStay   *stay);

G_END_DECLS
