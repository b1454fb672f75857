/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"
#include "bell-dossier.h"

G_BEGIN_DECLS

/* What of a record's open work disagrees with the stay. @field: (nullable): field of the item. */
typedef struct
{
  int slot;
  char *field;
  char *sentence;
  char *remedy;
} BellMismatch;

void       bell_mismatch_free  (BellMismatch    *self);

/**
 * bell_mismatch_find:
 * @before: (nullable): the stay as it was; NULL compares only values with the stay
 * @after: the stay as it is now
 * @dossier: an open record of the stay
 * @zone: of the property: in which day an instant lies
 *
 * Of BellMismatch; empty when nothing open depends on what changed. Items that are complete and complete records never
 * disagree. (transfer full)
 */
GPtrArray *bell_mismatch_find  (BellDefinitions *definitions,
                                BellStay        *before,
                                BellStay        *after,
                                BellDossier     *dossier,
                                GTimeZone       *zone);

/* All sentences in one text for BellRecord's mismatch; NULL for none; (transfer full). */
char      *bell_mismatch_tell  (GPtrArray       *mismatches);

G_END_DECLS
