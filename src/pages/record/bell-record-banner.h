/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_RECORD_BANNER (bell_record_banner_get_type ())
G_DECLARE_FINAL_TYPE (BellRecordBanner, bell_record_banner, BELL, RECORD_BANNER, AdwBin)

/**
 * BellRecordBanner:
 *
 * The next action of a record: what, who, by when, why it cannot be closed yet, and the one button that does it
 * (the action record.next). For a complete record: since when, and the way back.
 */
void bell_record_banner_show        (BellRecordBanner *self,
                                     BellDesk         *desk,
                                     BellDossier      *dossier);

/* The buttons under the words, for where there is little width. */
void bell_record_banner_set_stacked (BellRecordBanner *self,
                                     gboolean          stacked);

G_END_DECLS
