/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/* What an import did. @problems: rows refused, each BellImportProblem; at most 1000 are kept, @refused counts all. */
typedef struct
{
  guint read;
  guint added;
  guint changed;
  guint unchanged;
  guint refused;
  guint alerts;           /* mismatch alerts raised because open work depends on a changed stay */
  GPtrArray *problems;
  char *refused_file;     /* (nullable): where the refused rows were written for correction */
  gboolean ambiguous;     /* the order of day and month cannot be told: ask, then import with @date_order */
} BellImportReport;

typedef struct
{
  guint line;
  guint column;
  char *column_name;
  char *sentence;
} BellImportProblem;

void              bell_import_report_free (BellImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellImportReport, bell_import_report_free)

/* Called on the desk's thread; @fraction of the bytes read, 0 to 1. */
typedef void (*BellImportProgress) (double fraction, guint rows, gpointer data);

/* Imports stays by the named mapping. Cancelling keeps what was committed; a second run completes it.
 * @date_order (nullable): "dmy", "mdy" or "ymd" when the person was asked. */
void              bell_desk_import_stays_async  (BellDesk *self, GFile *file, const char *mapping, const char *date_order,
                                                 gboolean dry_run, BellImportProgress progress, gpointer progress_data,
                                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BellImportReport *bell_desk_import_stays_finish (BellDesk *self, GAsyncResult *result, GError **error);
BellImportReport *bell_desk_import_stays        (BellDesk *self, GFile *file, const char *mapping, const char *date_order,
                                                 gboolean dry_run, GError **error);

/* Names and texts (JSON) of the mappings, shipped and own: name to text. (transfer full) */
GHashTable       *bell_desk_dup_mappings        (BellDesk *self);

G_END_DECLS
