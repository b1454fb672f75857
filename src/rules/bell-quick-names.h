/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"

G_BEGIN_DECLS

/* What a name after "@" means; @person: index, -1 for none. */
typedef struct
{
  const BellDepartment *department;
  int person;
  gboolean several;
} BellQuickName;

BellQuickName       bell_quick_name_find        (BellDefinitions     *definitions,
                                                 const char * const  *people,
                                                 const char          *typed);
const BellWorkflow *bell_quick_workflow_find    (BellDefinitions     *definitions,
                                                 const char          *typed);
const BellWorkflow *bell_quick_workflow_owning  (BellDefinitions     *definitions,
                                                 const BellKind      *kind);
const BellKind     *bell_quick_kind_find        (BellDefinitions     *definitions,
                                                 const char          *word);
const BellChoice   *bell_quick_category_find    (const BellKind      *kind,
                                                 const char          *word);

/* Folded and without the punctuation around it; (transfer full). */
char               *bell_quick_bare_word        (const char          *word);

G_END_DECLS
