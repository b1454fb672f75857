/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage: what lists and counts share. */

#include "bell-txn-private.h"

G_BEGIN_DECLS

/* In days; see is_long of table stay. */
#define BELL_LONG_STAY 30

#define BELL_ROLES "(@ra, @rb, @rc, @rd, @re, @rf, @rg, @rh, @ri, @rj, @rk, @rl)"
#define BELL_WORK_OF_PERSON "(t.next_staff = @staff OR (t.next_staff IS NULL AND t.next_role IN " BELL_ROLES "))"
#define BELL_ALERT_OF_PERSON "(t.staff = @staff OR (t.staff IS NULL AND t.role IN " BELL_ROLES "))"

/* In house is who has come and not gone; a reservation counts once its arrival lies behind the day. Stays of at most 30 days lie in
 * a window of arrivals; the few longer ones have an index of their own. */
#define BELL_IS_IN_HOUSE "((h.status = 1 AND h.departure >= @day) OR (h.status = 2 AND h.departure > @day)" \
  " OR (h.status = 0 AND h.arrival < @day AND h.departure > @day))"
#define BELL_IN_HOUSE_ROWS \
  "SELECT h.row FROM stay h INDEXED BY stay_arrival WHERE h.arrival BETWEEN @window AND @day AND " BELL_IS_IN_HOUSE \
  " UNION SELECT h.row FROM stay h INDEXED BY stay_long WHERE h.is_long = 1 AND h.departure >= @day AND h.arrival <= @day AND " BELL_IS_IN_HOUSE

/* Binds the parameters that @statement has by name. */
void        bell_list_bind_query  (sqlite3_stmt     *statement,
                                   const BellQuery  *query);
void        bell_list_bind_roles  (sqlite3_stmt     *statement,
                                   const char       *roles);

/* A column of the order as it was when @after was read. */
void        bell_list_bind_key    (sqlite3_stmt     *statement,
                                   const char       *parameter,
                                   const char       *key,
                                   BellEntity       *after);

/* These bind a parameter that the statement may or may not have. */
void        bell_bind_named_text  (sqlite3_stmt     *statement,
                                   const char       *name,
                                   const char       *text);
void        bell_bind_named_int   (sqlite3_stmt     *statement,
                                   const char       *name,
                                   gint64            value);
void        bell_bind_named_id    (sqlite3_stmt     *statement,
                                   const char       *name,
                                   const BellId     *id);

char       *bell_list_sql         (const BellQuery  *query,
                                   gboolean          after,
                                   gboolean         *nothing,
                                   GType            *type,
                                   const char      **keys,
                                   char            **match);
char       *bell_list_search_sql  (const BellQuery  *query,
                                   gboolean          after);
GPtrArray  *bell_list_search      (BellTxn          *txn,
                                   const BellQuery  *query,
                                   BellEntity       *after,
                                   guint             limit,
                                   GError          **error);

/* The n-th statement of the counts, NULL behind the last; for the test that asks how they are executed. */
const char *bell_counts_sql       (guint             n);

G_END_DECLS
