/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_WORK_PAGE (bell_work_page_get_type ())
G_DECLARE_FINAL_TYPE (BellWorkPage, bell_work_page, BELL, WORK_PAGE, BellPage)

G_END_DECLS
