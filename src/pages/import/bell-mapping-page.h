/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk-preview.h"

G_BEGIN_DECLS

#define BELL_TYPE_MAPPING_PAGE (bell_mapping_page_get_type ())
G_DECLARE_FINAL_TYPE (BellMappingPage, bell_mapping_page, BELL, MAPPING_PAGE, AdwNavigationPage)

/**
 * BellMappingPage:
 *
 * A hotel's own mapping: for each field of a stay the column of the file, and
 * under it what the first row gives; the order of dates; what the words for a status mean.
 * Signal ::saved (name of the mapping).
 */
AdwNavigationPage *bell_mapping_page_new (BellDesk        *desk,
                                          GFile           *file,
                                          BellStayMapping *mapping,
                                          const char      *title);

G_END_DECLS
