/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage: one mechanism between field tables and rows. */

#include "bell-txn-private.h"

G_BEGIN_DECLS

/**
 * BellTable:
 * @columns: "t.id, t.revision, …": in the order of the field table, joined ones included
 * @stored: the same with NULL for what is joined
 * @from: " FROM record t" and what is joined to it
 * @joins: the part of @from behind the first table
 * @get_sql: a row by @id; columns may hold named parameters, so none here is numbered
 * @insert_sql: ?1 id, ?2 revision, then the stored fields in order
 */
typedef struct
{
  GType type;
  BellEntityClass *klass;
  const char *name;
  char *columns;
  char *stored;
  const char *joins;
  char *get_sql;
  char *insert_sql;
} BellTable;

/* Never NULL for a type of the model. */
const BellTable *bell_table_for         (GType             type);
const BellTable *bell_table_by_name     (const char       *name);

/* Whether the field has a column of its own. */
gboolean         bell_field_is_stored   (const BellField  *field);

/* The column's name, in double quotes where SQL needs them; static. */
const char      *bell_field_column      (const BellField  *field);

/* Sets the parameters @now and @classes where the statement has them. */
void             bell_table_bind_reader (sqlite3_stmt     *statement,
                                         gint64            now,
                                         guint             classes);

/* The row that the statement stands on; (transfer full). */
gpointer         bell_table_read        (const BellTable  *table,
                                         sqlite3_stmt     *statement);

/* The same into a row that was read or made before; what it held is freed. */
void             bell_table_read_into   (const BellTable  *table,
                                         sqlite3_stmt     *statement,
                                         BellEntity       *entity);

/* Frees what the row holds and sets every field to nothing. */
void             bell_table_empty       (const BellTable  *table,
                                         BellEntity       *entity);

/* Steps through the rest of the statement, then resets it; (transfer full). */
GPtrArray       *bell_table_read_all    (const BellTable  *table,
                                         BellConnection   *connection,
                                         sqlite3_stmt     *statement,
                                         GError          **error);

/* The first row or NULL, then resets; an error only when reading failed. */
gpointer         bell_table_read_one    (const BellTable  *table,
                                         BellConnection   *connection,
                                         sqlite3_stmt     *statement,
                                         GError          **error);

/* "SELECT columns FROM table t joins " and @rest, prepared. */
sqlite3_stmt    *bell_table_prepare     (const BellTable  *table,
                                         BellConnection   *connection,
                                         const char       *index,
                                         const char       *rest,
                                         GError          **error);

/* Binds a stored field of @entity. */
void             bell_table_bind_field  (sqlite3_stmt     *statement,
                                         int               parameter,
                                         BellEntity       *entity,
                                         const BellField  *field);

gboolean         bell_field_equal       (BellEntity       *a,
                                         BellEntity       *b,
                                         const BellField  *field);

/* A JSON object of the stored, not derived fields that are personal or are not; NULL when none is set. (transfer full) */
char            *bell_table_payload     (BellEntity       *entity,
                                         gboolean          personal);

G_END_DECLS
