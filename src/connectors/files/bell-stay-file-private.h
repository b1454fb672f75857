/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-stay-file.h"

G_BEGIN_DECLS

/* The columns that no field uses, NULL before the header is known; (transfer full) */
GStrv bell_stay_file_dup_unmapped (BellStayFile *self);

G_END_DECLS
