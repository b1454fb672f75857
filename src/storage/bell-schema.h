/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage. */

#include "bell-connection.h"

G_BEGIN_DECLS

/* Generated from migrations/NNN.sql, the first at index 0. */
extern const char *const bell_migrations[];
extern const int bell_n_migrations;

/* Brings the file of a writer up to @version (usually bell_n_migrations): makes the tables of an empty one; refuses a newer
 * one, a foreign one and a damaged one. @fresh tells whether the file was empty. */
gboolean  bell_schema_prepare (BellConnection  *connection,
                               int              version,
                               gboolean        *fresh,
                               GError         **error);

/* Whether @path is a sound file of ours that this program can read; looks at all its pages. */
gboolean  bell_schema_probe   (const char      *path,
                               GError         **error);

G_END_DECLS
