/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-error.h"
#include "bell-journal.h"
#include "bell-store-private.h"

/* Soft references: a row that names another which is not there. */
static const struct
{
  const char *table;
  const char *column;
  const char *target;
} references[] = {
  { "record", "stay", "stay" }, { "record", "guest", "guest" }, { "record", "owner", "staff" },
  { "stay", "guest", "guest" }, { "item", "record", "record" }, { "item_value", "record", "record" },
  { "task", "record", "record" }, { "exception", "record", "record" }, { "approval", "record", "record" },
  { "alert", "record", "record" }, { "money_line", "record", "record" }, { "money_line", "reverses", "money_line" },
  { "shift", "staff", "staff" },
};

static gboolean
check_pages (BellTxn    *txn,
             GPtrArray  *findings,
             GError    **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (txn->connection, "PRAGMA quick_check(20)", error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = bell_connection_step (txn->connection, statement, error)) > 0)
    {
      const char *answer = (const char *) sqlite3_column_text (statement, 0);

      if (g_strcmp0 (answer, "ok") != 0)
        g_ptr_array_add (findings, g_strdup_printf (_("The file is damaged: %s."), answer));
    }
  return result == 0;
}

static gboolean
check_references (BellTxn    *txn,
                  GPtrArray  *findings,
                  GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s t WHERE t.%s IS NOT NULL"
                                              " AND NOT EXISTS (SELECT 1 FROM %s o WHERE o.id = t.%s)",
                                              references[i].table, references[i].column, references[i].target, references[i].column);
      gint64 n;

      if (!bell_connection_integer (txn->connection, sql, 0, &n, error))
        return FALSE;
      if (n > 0)
        g_ptr_array_add (findings, g_strdup_printf (_("%lld rows of %s name a %s that does not exist."),
                                                    (long long) n, references[i].table, references[i].target));
    }
  return TRUE;
}

static gboolean
check_rows (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return check_pages (txn, data, error) && check_references (txn, data, error);
}

/* The index of words checks itself by a statement that counts as writing. */
static gboolean
check_words (BellConnection  *connection,
             gpointer         data,
             GError         **error)
{
  BellStore *store = ((gpointer *) data)[0];
  GPtrArray *findings = ((gpointer *) data)[1];

  if (store->index && !bell_connection_exec (connection, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", NULL))
    g_ptr_array_add (findings, g_strdup (_("The search index does not agree with the rows; rebuild it.")));
  return TRUE;
}

static gboolean
check_journal (BellStore         *self,
               BellProgressFunc   progress,
               gpointer           progress_data,
               GCancellable      *cancellable,
               GPtrArray         *findings,
               GError           **error)
{
  BellJournalReport report;
  g_autoptr(GError) failure = NULL;
  gboolean ok = bell_journal_verify (self, NULL, progress, progress_data, cancellable, &report, &failure);

  if (report.fault != BELL_JOURNAL_SOUND)
    g_ptr_array_add (findings, g_strdup (report.sentence));
  else if (!ok)
    g_propagate_error (error, g_steal_pointer (&failure));
  ok = ok || report.fault != BELL_JOURNAL_SOUND;
  bell_journal_report_clear (&report);
  return ok;
}

gboolean
bell_store_check (BellStore         *self,
                  BellProgressFunc   progress,
                  gpointer           progress_data,
                  GCancellable      *cancellable,
                  GPtrArray        **findings,
                  GError           **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  gpointer words[] = { self, found };

  g_return_val_if_fail (BELL_IS_STORE (self), FALSE);

  if (!bell_store_read (self, check_rows, found, cancellable, error) ||
      !bell_store_on_writer (self, check_words, words, error) ||
      !check_journal (self, progress, progress_data, cancellable, found, error))
    return FALSE;

  if (found->len > 0)
    bell_error_set (error, BELL_ERROR_INTEGRITY, _("Keep a copy of the file, then restore the newest good backup."),
                    "%s", (const char *) found->pdata[0]);
  if (findings != NULL)
    *findings = g_ptr_array_ref (found);
  return found->len == 0;
}
