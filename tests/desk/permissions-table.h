/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/* What tests/rules/permissions.txt says, in the hotel's words, of one role; written apart from the program's own roles.json. */
typedef struct
{
  char *role;
  guint classes;
  GHashTable *on_kind; /* "kind action" to reach */
  GHashTable *any;     /* a set of actions that concern no kind */
} PermissionRow;

/* Array of PermissionRow; (transfer full). */
GPtrArray *permissions_read_table (BellDefinitions *definitions);

/* Whether the row allows @action on @kind in a place that is the person's own, of their department, or neither. */
gboolean   permissions_expect     (const PermissionRow *row, BellAction action, const char *kind, gboolean own_department, gboolean is_own);
gboolean   permissions_expect_any (const PermissionRow *row, BellAction action);

G_END_DECLS
