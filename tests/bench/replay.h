/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * Replay:
 *
 * The raw probe of what the desk saves: after a command, the rows that it left in the hotel's file are compared with a
 * copy of the file on which the command was not given, and written there by prepared statements in one transaction at
 * synchronous = FULL. Only the writing is timed: no rules, no hashing, no reading.
 */
typedef struct _Replay Replay;

/* @ours: the file that the desk works on; @copy: a copy of it. */
Replay *replay_new   (const char *ours,
                      const char *copy);
void    replay_free  (Replay     *self);

/* Milliseconds for writing all that was saved since the last call; @n_rows (nullable) gets how many rows. */
double  replay_write (Replay     *self,
                      guint      *n_rows);

G_END_DECLS
