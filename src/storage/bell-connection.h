/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage. */

#include <gio/gio.h>
#include <sqlite3.h>

#include "bell-id.h"

G_BEGIN_DECLS

#define BELL_APPLICATION_ID 0x4442454C

typedef enum
{
  BELL_CONNECTION_READER,
  BELL_CONNECTION_WRITER,
} BellConnectionMode;

/* One SQLite handle with its prepared statements; used by one thread at a time. */
typedef struct
{
  sqlite3 *db;
  char *path;
  BellConnectionMode mode;
  GHashTable *statements;
  GCancellable *cancellable; /* of the read that runs; stops its statement */
} BellConnection;

/* "FULL" but in the test that shows what less would lose. */
extern const char *bell_connection_synchronous;

BellConnection *bell_connection_open    (const char          *path,
                                         BellConnectionMode   mode,
                                         GError             **error);
void            bell_connection_free    (BellConnection      *self);

/* Runs statements without results. */
gboolean        bell_connection_exec    (BellConnection      *self,
                                         const char          *sql,
                                         GError             **error);

/* A statement of the cache, ready to bind. It is put back by bell_statement_reset (), which g_autoptr () does. */
sqlite3_stmt   *bell_connection_prepare (BellConnection      *self,
                                         const char          *sql,
                                         GError             **error);

/* Steps once: 1 for a row, 0 at the end, -1 with @error. */
int             bell_connection_step    (BellConnection      *self,
                                         sqlite3_stmt        *statement,
                                         GError             **error);

/* Steps a statement that gives no rows, and resets it. */
gboolean        bell_connection_run     (BellConnection      *self,
                                         sqlite3_stmt        *statement,
                                         GError             **error);

/* The first integer of a query's first row; @fallback when there is none. */
gboolean        bell_connection_integer (BellConnection      *self,
                                         const char          *sql,
                                         gint64               fallback,
                                         gint64              *value,
                                         GError             **error);

/* Our error for the handle's last failure; returns FALSE. */
gboolean        bell_connection_fail    (BellConnection      *self,
                                         GError             **error);

void            bell_statement_reset    (sqlite3_stmt        *statement);

/* Binding: NULL texts and ids that are none become NULL, and so do times of 0. The bytes must stay until the reset. */
void            bell_bind_text          (sqlite3_stmt        *statement,
                                         int                  index,
                                         const char          *text);
void            bell_bind_id            (sqlite3_stmt        *statement,
                                         int                  index,
                                         const BellId        *id);
void            bell_bind_time          (sqlite3_stmt        *statement,
                                         int                  index,
                                         gint64               time);
void            bell_bind_blob          (sqlite3_stmt        *statement,
                                         int                  index,
                                         gconstpointer        bytes,
                                         gsize                length);
BellId          bell_column_id          (sqlite3_stmt        *statement,
                                         int                  column);
char           *bell_column_dup_text    (sqlite3_stmt        *statement,
                                         int                  column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, bell_statement_reset)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellConnection, bell_connection_free)

G_END_DECLS
