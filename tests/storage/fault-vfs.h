/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * A disk that can fail, in front of the real one:
 *
 * - it counts every write, truncation and sync of database and log, and from the k-th on, or at the k-th only, answers with an error;
 * - it remembers what of each file was synced, and after a power cut gives back only that.
 */
typedef enum
{
  FAULT_NONE,
  FAULT_FULL,       /* the k-th write says that the disk is full, and so do all later ones */
  FAULT_FULL_ONCE,
  FAULT_IO,         /* the k-th write or sync fails, and so do all later ones */
  FAULT_IO_ONCE,
  FAULT_POWER,      /* from the k-th on nothing reaches the disk any more and everything fails */
} Fault;

/* Puts the disk in front of all files opened from here on. Once a program. */
void   fault_disk_install  (void);

/* Forgets all that was seen, and fails at the @k-th operation from now. */
void   fault_disk_arm      (Fault        fault,
                            int          k);

/* How many operations were counted since it was armed. */
int    fault_disk_count    (void);

/* Whether the fault has struck. */
gboolean fault_disk_struck (void);

/* Writes what would be left of @path and its log after a power cut to @to and its log. */
void   fault_disk_survivor (const char  *path,
                            const char  *to);

G_END_DECLS
