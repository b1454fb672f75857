/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"

G_BEGIN_DECLS

/* Whether an order (negative, 0, positive) is what @op asks for. */
gboolean    bell_compare_holds   (int                 order,
                                  BellCompare         op);

/* "arrival", "departure", "room", "status" or "surname" of a stay; NULL when the stay does not say. */
const char *bell_stay_part       (BellStay           *stay,
                                  const char         *name);

/* What a stay's part is called by people, translated. */
const char *bell_stay_part_label (const char         *name);

/* TRUE also when there is nothing to compare with. Instants are compared by their day in @zone. */
gboolean    bell_stay_rule_holds (const BellStayRule *rule,
                                  BellValueType       type,
                                  const char         *value,
                                  BellStay           *stay,
                                  GTimeZone          *zone);

G_END_DECLS
