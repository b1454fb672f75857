/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-mapping-private.h"
#include "bell-stay-plan.h"

G_BEGIN_DECLS

#define BELL_NO_COLUMN (-1)

/* @indexes: for each column of the source its place in the file; @present: whether the file tells the field */
typedef struct
{
  const BellSource *source;
  int *indexes;
  gboolean present;
  GHashTable *values;
} BellPlanField;

struct _BellStayPlan
{
  BellMapping *mapping;
  GStrv header;
  guint n_columns;
  gboolean *used;
  GPtrArray *missing;
  BellPlanField fields[BELL_STAY_N_FIELDS];
  BellDateFormat dates;
  GHashTable *empty_words;
  GHashTable *occurrences;

  /* The row at work. */
  const BellCsvRow *row;
  BellRowProblem *first;
  BellRowProblem *last;
};

G_END_DECLS
