/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hotel.h"

G_BEGIN_DECLS

/* What random commands choose from: whatever was there when the record was last looked at. */
typedef struct
{
  GRand *rand;
  GPtrArray *records;    /* numbers */
  GPtrArray *tasks;      /* ids as text, like the others */
  GPtrArray *exceptions;
  GPtrArray *approvals;
  GPtrArray *lines;
  GPtrArray *alerts;
  GPtrArray *guests;
} Pool;

void         pool_init       (Pool *pool, guint32 seed);
void         pool_clear      (Pool *pool);

/* Adds @id once. */
void         pool_add        (GPtrArray *list, const BellId *id);
const char  *pool_pick       (Pool *pool, GPtrArray *list);
gboolean     pool_chance     (Pool *pool, guint one_in);

/* Somebody who works here all the time. */
const char  *pool_person     (Pool *pool);

/* A command with any verb and arguments that mostly make sense; (transfer full). */
BellCommand *pool_command    (Pool *pool, BellDefinitions *definitions);

/* Tests of single findings. */
void         properties_add_found (void);

G_END_DECLS
