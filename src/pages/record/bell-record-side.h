/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_RECORD_SIDE (bell_record_side_get_type ())
G_DECLARE_FINAL_TYPE (BellRecordSide, bell_record_side, BELL, RECORD_SIDE, GtkWidget)

/**
 * BellRecordSide:
 *
 * What stands beside a record: stay and guest, tasks, exceptions, proposals, money. Rows stay the same widgets while
 * what they tell changes.
 */
void bell_record_side_show   (BellRecordSide *self,
                              BellDesk       *desk,
                              BellDossier    *dossier);

/* Shows the guest's name in full, after it was revealed. */
void bell_record_side_reveal (BellRecordSide *self);

G_END_DECLS
