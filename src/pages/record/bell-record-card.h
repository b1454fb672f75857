/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_RECORD_CARD (bell_record_card_get_type ())
G_DECLARE_FINAL_TYPE (BellRecordCard, bell_record_card, BELL, RECORD_CARD, GtkButton)

/**
 * BellRecordCard:
 *
 * One of the six controls of a record: its kind, status, the values that the person may see, and who confirmed them.
 * Pressing it activates the action record.edit with the number of the slot.
 */
GtkWidget *bell_record_card_new      (BellSlot        slot);

void       bell_record_card_show     (BellRecordCard *self,
                                      BellDesk       *desk,
                                      BellDossier    *dossier);

G_END_DECLS
