/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-timeline.h"

G_BEGIN_DECLS

/**
 * BellDeedWords:
 * @headline: "Marta Silva checked Pre-arrival message"
 * @details: (nullable): what changed with it, a line each: "Channel: E-mail → Telephone"
 * @why: (nullable): the reason given
 *
 * A deed as people tell it.
 */
typedef struct
{
  char *headline;
  char *details;
  char *why;
} BellDeedWords;

void           bell_deed_words_free (BellDeedWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellDeedWords, bell_deed_words_free)

/* @dossier: names the tasks, items and lines that the entries are about. (transfer full) */
BellDeedWords *bell_deed_tell       (BellDeed      *deed,
                                     BellDesk      *desk,
                                     BellDossier   *dossier);

G_END_DECLS
