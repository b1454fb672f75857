/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/* Looking after the file: ladders, backups, checks, erasure's export, the demonstration hotel. */

/* One tick of alerts and ladders: warns, escalates, raises delay alerts. @fired (nullable): how many. The window calls it each half minute. */
void      bell_desk_escalate_async  (BellDesk *self, GAsyncReadyCallback callback, gpointer data);
gboolean  bell_desk_escalate_finish (BellDesk *self, GAsyncResult *result, guint *fired, GError **error);
gboolean  bell_desk_escalate        (BellDesk *self, guint *fired, GError **error);

typedef struct
{
  gboolean sound;
  gint64 entries;         /* journal entries verified */
  char *head;             /* first 16 hex digits of the last hash */
  char *first_problem;    /* (nullable): names the first broken entry and what was done to it */
} BellAuditReport;

void             bell_audit_report_free        (BellAuditReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellAuditReport, bell_audit_report_free)

/* @anchor (nullable): "entries:head" as noted earlier. */
void             bell_desk_verify_async        (BellDesk *self, const char *anchor, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BellAuditReport *bell_desk_verify_finish       (BellDesk *self, GAsyncResult *result, GError **error);
BellAuditReport *bell_desk_verify              (BellDesk *self, const char *anchor, GError **error);

void             bell_desk_backup_async        (BellDesk *self, GFile *target, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean         bell_desk_backup_finish       (BellDesk *self, GAsyncResult *result, GError **error);
gboolean         bell_desk_backup              (BellDesk *self, GFile *target, GError **error);

/* Makes the automatic backup of the day when there is none, and keeps those of 7 days and 4 weeks. The window calls it each hour. */
void             bell_desk_keep_backups_async  (BellDesk *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean         bell_desk_keep_backups_finish (BellDesk *self, GAsyncResult *result, GError **error);
gboolean         bell_desk_keep_backups        (BellDesk *self, GError **error);

/* The automatic backups, each verified when it was made, newest first: array of paths; (transfer full). */
GPtrArray       *bell_desk_list_backups        (BellDesk *self);

/* The newest automatic backup of the hotel file at @path that is sound; NULL for none. No desk need be open. (transfer full) */
char            *bell_desk_newest_backup       (const char *path);

/* Replaces the file at @path by the backup; the old file is kept beside it. No desk may be open on it. */
gboolean         bell_desk_restore             (GFile *backup, const char *path, char **kept_as, GError **error);

/* Fills an empty file with the demonstration hotel: @rooms, @days of history, further @records beyond those of the days.
 * All of it goes through the one door under the names of its people. */
gboolean         bell_desk_make_demo           (BellDesk *self, guint rooms, guint days, guint64 seed, guint records, GError **error);

/* Everything the hotel holds about a guest, as JSON, for a request under data protection law; journalled. @guest is an id. (transfer full) */
char            *bell_desk_export_guest        (BellDesk *self, const char *guest, GError **error);
void             bell_desk_export_guest_async  (BellDesk *self, const char *guest, GAsyncReadyCallback callback, gpointer data);
char            *bell_desk_export_guest_finish (BellDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
