/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-store.h"

G_BEGIN_DECLS

/* All of these block; call them on a thread of their own. */

/**
 * bell_backup_to:
 * @path: the file to write; replaced when it exists
 *
 * A copy made while work goes on, verified by opening it before it takes its name.
 */
gboolean  bell_backup_to          (BellStore         *store,
                                   const char        *path,
                                   BellProgressFunc   progress,
                                   gpointer           progress_data,
                                   GCancellable      *cancellable,
                                   GError           **error);

/**
 * bell_backup_rotate:
 * @dir: made when it is missing
 * @now: microseconds UTC
 *
 * Makes the backup of the day when there is none, named after the day and the
 * journal's head, and keeps the newest of the last 7 days and of the last 4 weeks that have one.
 *
 * Returns: (transfer full): the file of the day, or NULL
 */
char     *bell_backup_rotate      (BellStore         *store,
                                   const char        *dir,
                                   gint64             now,
                                   GError           **error);

/* The newest file in @dir that opens and is sound; NULL when there is none. (transfer full) */
char     *bell_backup_newest_good (const char        *dir);

/* Where the automatic backups of a database lie: "backups" beside it. (transfer full) */
char     *bell_backup_default_dir (const char        *path);

/**
 * bell_backup_restore:
 * @file: a backup
 * @path: the database, which must not be open; kept aside when it exists
 * @now: microseconds UTC
 * @aside: (out) (optional) (nullable): where the old file lies now; (transfer full)
 *
 * Puts a copy of a verified backup in the place of the database. The copy
 * begins a chain of its own in the journal.
 */
gboolean  bell_backup_restore     (const char        *file,
                                   const char        *path,
                                   gint64             now,
                                   char             **aside,
                                   GError           **error);

G_END_DECLS
