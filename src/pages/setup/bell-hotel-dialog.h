/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_HOTEL_DIALOG (bell_hotel_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellHotelDialog, bell_hotel_dialog, BELL, HOTEL_DIALOG, AdwDialog)

/* Name, city, currency, zone and rooms of the hotel. */
AdwDialog *bell_hotel_dialog_new (BellDesk *desk);

G_END_DECLS
