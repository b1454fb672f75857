/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage-common.h"

G_BEGIN_DECLS

/* The rows of a saved command written by hand: prepared statements on a copy of the file, nothing else. What the storage is measured against. */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *update;
  sqlite3_stmt *insert;
  sqlite3_stmt *number;
  sqlite3_stmt *entry;
  sqlite3_stmt *value;
  sqlite3_stmt *doc;
  sqlite3_stmt *words;
  gint64 seq;
} Probe;

/* @n: alternates, so that each round changes something. */
typedef void (*ProbeFunc) (Probe      *probe,
                           BellRecord *record,
                           int         n);

void    probe_open  (Probe       *probe,
                     const char  *path);
void    probe_close (Probe       *probe);

/* A status moves with a deadline: one row, three entries. */
void    probe_save  (Probe       *probe,
                     BellRecord  *record,
                     int          n);

/* A record is filed: one row, one entry, its words. */
void    probe_file  (Probe       *probe,
                     BellRecord  *like,
                     int          n);

/* Commands a second. */
double  probe_run   (Probe       *probe,
                     GPtrArray   *records,
                     ProbeFunc    func,
                     int          round,
                     gboolean     batched);

G_END_DECLS
