/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-chain.h"
#include "bell-error.h"
#include "bell-journal-private.h"

#define ENTRIES_BETWEEN_LOOKS 4096

/* Where one device's chain has come to. */
typedef struct
{
  gint64 seq;
  gint64 dseq;
  guint8 prev[BELL_HASH_LENGTH];
  guint8 hash[BELL_HASH_LENGTH];
} Link;

typedef struct
{
  BellTxn *txn;
  BellJournalReport *report;
  BellProgressFunc progress;
  gpointer progress_data;
  gint64 anchor_n;
  char *anchor_hash;
  GHashTable *links;    /* BellId of a device to Link */
  guint8 head[BELL_HASH_LENGTH];
  GArray *erased;       /* numbers of destroyed values as pairs first, last, and the erasure's own number */
  guint8 nothing[BELL_HASH_LENGTH];
} Walk;

static const char *const fault_names[] = {
  "sound", "edited", "value-edited", "value-missing", "inserted", "deleted", "reordered", "cut", "rewritten", "row-differs",
};

const char *
bell_journal_fault_name (BellJournalFault fault)
{
  g_return_val_if_fail (fault < G_N_ELEMENTS (fault_names), "");

  return fault_names[fault];
}

static char *
tell (BellJournalFault  fault,
      gint64            seq)
{
  long long n = seq;

  switch (fault)
    {
    case BELL_JOURNAL_EDITED:
      return g_strdup_printf (_("Entry %lld of the journal was changed after it was written."), n);
    case BELL_JOURNAL_VALUE_EDITED:
      return g_strdup_printf (_("The value kept for entry %lld of the journal was changed."), n);
    case BELL_JOURNAL_VALUE_MISSING:
      return g_strdup_printf (_("The value kept for entry %lld of the journal is gone, and no erasure explains it."), n);
    case BELL_JOURNAL_INSERTED:
      return g_strdup_printf (_("Entry %lld of the journal was put in afterwards."), n);
    case BELL_JOURNAL_DELETED:
      return g_strdup_printf (_("Entry %lld of the journal was deleted."), n);
    case BELL_JOURNAL_REORDERED:
      return g_strdup_printf (_("Entry %lld of the journal stands in the wrong place."), n);
    case BELL_JOURNAL_CUT:
      return g_strdup_printf (_("The journal was cut: entry %lld and what came behind it is gone."), n);
    case BELL_JOURNAL_REWRITTEN:
      return g_strdup_printf (_("Entry %lld of the journal is another one than the anchor says: the journal was rewritten."), n);
    case BELL_JOURNAL_ROW_DIFFERS:
      return g_strdup_printf (_("A row does not hold what entry %lld of the journal says."), n);
    case BELL_JOURNAL_SOUND:
    default:
      return NULL;
    }
}

gboolean
bell_journal_found (BellJournalReport *report,
                    BellJournalFault   fault,
                    gint64             seq)
{
  if (report->fault == BELL_JOURNAL_SOUND)
    {
      report->fault = fault;
      report->seq = seq;
      report->sentence = tell (fault, seq);
    }
  return FALSE;
}

static void
read_hash (sqlite3_stmt *statement,
           int           column,
           guint8       *hash)
{
  memset (hash, 0, BELL_HASH_LENGTH);
  if (sqlite3_column_bytes (statement, column) == BELL_HASH_LENGTH)
    memcpy (hash, sqlite3_column_blob (statement, column), BELL_HASH_LENGTH);
}

static gint64
read_entry (sqlite3_stmt   *statement,
            BellChainEntry *entry,
            guint8         *hash)
{
  entry->op = bell_column_id (statement, 1);
  entry->device = bell_column_id (statement, 2);
  entry->dseq = sqlite3_column_int64 (statement, 3);
  read_hash (statement, 4, entry->prev);
  read_hash (statement, 5, hash);
  entry->who = bell_column_id (statement, 6);
  entry->role = (const char *) sqlite3_column_text (statement, 7);
  entry->at = sqlite3_column_int64 (statement, 8);
  entry->why = (const char *) sqlite3_column_text (statement, 9);
  entry->property = (const char *) sqlite3_column_text (statement, 10);
  entry->class_ = sqlite3_column_int64 (statement, 11);
  entry->kind = (const char *) sqlite3_column_text (statement, 12);
  entry->entity = bell_column_id (statement, 13);
  entry->record = bell_column_id (statement, 14);
  entry->verb = sqlite3_column_int64 (statement, 15);
  entry->field = (const char *) sqlite3_column_text (statement, 16);
  entry->old_value = (const char *) sqlite3_column_text (statement, 17);
  entry->new_value = (const char *) sqlite3_column_text (statement, 18);
  entry->group_op = bell_column_id (statement, 19);
  read_hash (statement, 20, entry->digest);
  return sqlite3_column_int64 (statement, 0);
}

/* Whether another entry of the device matches; only asked once something is wrong, so a scan is fine. */
static gboolean
exists (Walk         *walk,
        const char   *condition,
        const BellId *device,
        gint64        seq,
        gint64        dseq,
        const guint8 *hash)
{
  g_autofree char *sql = g_strconcat ("SELECT 1 FROM journal WHERE device = ?1 AND (", condition,
                                      ") AND ?2 = ?2 AND ?3 = ?3 AND ?4 = ?4 LIMIT 1", NULL);
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (walk->txn->connection, sql, NULL);

  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, device);
  sqlite3_bind_int64 (statement, 2, seq);
  sqlite3_bind_int64 (statement, 3, dseq);
  bell_bind_blob (statement, 4, hash, BELL_HASH_LENGTH);
  return bell_connection_step (walk->txn->connection, statement, NULL) > 0;
}

/* The entry does not continue its chain: what was done? */
static gboolean
judge (Walk                 *walk,
       const Link           *link,
       gint64                seq,
       const BellChainEntry *entry,
       gboolean              whole)
{
  BellJournalReport *report = walk->report;
  const BellId *device = &entry->device;
  gboolean skipped = exists (walk, "seq > ?2 AND prev = ?4", device, seq, entry->dseq, link->hash);

  if (!whole)
    return bell_journal_found (report, skipped ? BELL_JOURNAL_INSERTED : BELL_JOURNAL_EDITED, seq);

  /* This entry is as it was written, so its predecessor is not the one it was written behind. */
  if (entry->dseq == link->dseq + 1)
    return bell_journal_found (report, BELL_JOURNAL_EDITED, link->seq != 0 ? link->seq : seq);
  if (entry->dseq > link->dseq + 1)
    {
      if (exists (walk, "seq > ?2 AND dseq = ?3", device, seq, link->dseq + 1, link->hash))
        return bell_journal_found (report, BELL_JOURNAL_REORDERED, seq);
      return bell_journal_found (report, BELL_JOURNAL_DELETED, link->seq + 1);
    }

  /* Two stand behind the same predecessor: the genuine one is the one that the chain goes on from. */
  if (entry->dseq == link->dseq && memcmp (entry->prev, link->prev, BELL_HASH_LENGTH) == 0)
    return bell_journal_found (report, BELL_JOURNAL_INSERTED, skipped ? seq : link->seq);
  if (exists (walk, "seq < ?2 AND dseq = ?3", device, seq, entry->dseq, link->hash))
    return bell_journal_found (report, BELL_JOURNAL_INSERTED, seq);
  return bell_journal_found (report, BELL_JOURNAL_REORDERED, seq);
}

static gboolean
was_erased (Walk   *walk,
            gint64  seq)
{
  for (guint i = 0; i + 2 < walk->erased->len; i += 3)
    if (seq >= g_array_index (walk->erased, gint64, i) && seq <= g_array_index (walk->erased, gint64, i + 1) &&
        seq < g_array_index (walk->erased, gint64, i + 2))
      return TRUE;
  return FALSE;
}

static gboolean
check_value (Walk                 *walk,
             sqlite3_stmt         *statement,
             gint64                seq,
             const BellChainEntry *entry)
{
  BellChainValue value = { 0 };
  guint8 digest[BELL_HASH_LENGTH];

  if (sqlite3_column_type (statement, 21) == SQLITE_NULL)
    {
      if (memcmp (entry->digest, walk->nothing, BELL_HASH_LENGTH) == 0)
        return TRUE;
      if (!was_erased (walk, seq))
        return bell_journal_found (walk->report, BELL_JOURNAL_VALUE_MISSING, seq);
      walk->report->erased++;
      return TRUE;
    }

  if (sqlite3_column_bytes (statement, 21) == BELL_SALT_LENGTH)
    memcpy (value.salt, sqlite3_column_blob (statement, 21), BELL_SALT_LENGTH);
  value.old_value = (const char *) sqlite3_column_text (statement, 22);
  value.new_value = (const char *) sqlite3_column_text (statement, 23);
  value.why = (const char *) sqlite3_column_text (statement, 24);
  bell_chain_digest (&value, digest);
  return memcmp (digest, entry->digest, BELL_HASH_LENGTH) == 0 ||
         bell_journal_found (walk->report, BELL_JOURNAL_VALUE_EDITED, seq);
}

static Link *
link_of (Walk         *walk,
         const BellId *device)
{
  Link *link = g_hash_table_lookup (walk->links, device);

  if (link == NULL)
    {
      link = g_new0 (Link, 1);
      g_hash_table_insert (walk->links, bell_id_copy (device), link);
    }
  return link;
}

static void
tell_head (Walk *walk)
{
  for (int i = 0; i < 8; i++)
    g_snprintf (walk->report->head_hash + 2 * i, 3, "%02x", walk->head[i]);
}

static void
note_head (Walk         *walk,
           gint64        seq,
           const guint8 *hash)
{
  BellJournalReport *report = walk->report;

  report->entries++;
  report->head_n = seq;
  memcpy (walk->head, hash, BELL_HASH_LENGTH);
  if (seq != walk->anchor_n)
    return;
  tell_head (walk);
  if (!g_str_has_prefix (report->head_hash, walk->anchor_hash))
    bell_journal_found (report, BELL_JOURNAL_REWRITTEN, seq);
}

static gboolean
check_entry (Walk         *walk,
             sqlite3_stmt *statement)
{
  BellChainEntry entry;
  guint8 stored[BELL_HASH_LENGTH];
  guint8 computed[BELL_HASH_LENGTH];
  gint64 seq = read_entry (statement, &entry, stored);
  Link *link = link_of (walk, &entry.device);
  gboolean whole;

  bell_chain_hash (&entry, computed);
  whole = memcmp (computed, stored, BELL_HASH_LENGTH) == 0;
  if (!whole || entry.dseq != link->dseq + 1 || memcmp (entry.prev, link->hash, BELL_HASH_LENGTH) != 0)
    return judge (walk, link, seq, &entry, whole);

  link->seq = seq;
  link->dseq = entry.dseq;
  memcpy (link->prev, entry.prev, BELL_HASH_LENGTH);
  memcpy (link->hash, stored, BELL_HASH_LENGTH);
  note_head (walk, seq, stored);
  return walk->report->fault == BELL_JOURNAL_SOUND && check_value (walk, statement, seq, &entry);
}

static gboolean
load_erasures (Walk    *walk,
               GError **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (walk->txn->connection,
    "SELECT seq, new FROM journal INDEXED BY journal_kind WHERE kind = 'guest' AND verb = 5", error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = bell_connection_step (walk->txn->connection, statement, error)) > 0)
    {
      gint64 own = sqlite3_column_int64 (statement, 0);
      const char *list = (const char *) sqlite3_column_text (statement, 1);
      g_auto(GStrv) ranges = g_strsplit (list != NULL ? list : "", ",", -1);

      for (guint i = 0; ranges[i] != NULL; i++)
        {
          char *end;
          gint64 first = g_ascii_strtoll (ranges[i], &end, 10);
          gint64 last = *end == '-' ? g_ascii_strtoll (end + 1, NULL, 10) : first;

          g_array_append_val (walk->erased, first);
          g_array_append_val (walk->erased, last);
          g_array_append_val (walk->erased, own);
        }
    }
  return result == 0;
}

static gboolean
walk_entries (Walk          *walk,
              gint64         all,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (walk->txn->connection,
    "SELECT j.seq, j.op, j.device, j.dseq, j.prev, j.hash, j.who, j.role, j.at, j.why, j.property, j.class, j.kind, j.entity,"
    " j.record, j.verb, j.field, j.old, j.new, j.group_op, j.digest, v.salt, v.old, v.new, v.why"
    " FROM journal j LEFT JOIN journal_value v ON v.seq = j.seq ORDER BY j.seq", error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = bell_connection_step (walk->txn->connection, statement, error)) > 0)
    {
      if (!check_entry (walk, statement))
        return TRUE;
      if (walk->report->entries % ENTRIES_BETWEEN_LOOKS != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (walk->progress != NULL)
        walk->progress (0.3 * walk->report->entries / MAX (all, 1), walk->progress_data);
    }
  if (result == 0 && walk->anchor_n > walk->report->head_n)
    bell_journal_found (walk->report, BELL_JOURNAL_CUT, walk->report->head_n + 1);
  return result == 0;
}

static gboolean
verify (BellTxn       *txn,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Walk *walk = data;
  gint64 all;

  walk->txn = txn;
  bell_chain_digest (NULL, walk->nothing);
  if (!bell_connection_integer (txn->connection, "SELECT max(seq) FROM journal", 0, &all, error) ||
      !load_erasures (walk, error) ||
      !walk_entries (walk, all, cancellable, error))
    return FALSE;
  if (walk->report->entries > 0)
    tell_head (walk);
  if (walk->report->fault != BELL_JOURNAL_SOUND)
    return TRUE;
  return bell_journal_compare_rows (txn, walk->report, walk->progress, walk->progress_data, cancellable, error);
}

static gboolean
parse_anchor (Walk        *walk,
              const char  *anchor,
              GError     **error)
{
  char *end;

  if (anchor == NULL)
    return TRUE;

  walk->anchor_n = g_ascii_strtoll (anchor, &end, 10);
  if (end != anchor && *end == ':' && walk->anchor_n >= 0 && strspn (end + 1, "0123456789abcdefABCDEF") == strlen (end + 1) &&
      strlen (end + 1) <= 16)
    {
      walk->anchor_hash = g_ascii_strdown (end + 1, -1);
      return TRUE;
    }
  bell_error_set (error, BELL_ERROR_USAGE, _("Write it as it was shown: a number, a colon and up to 16 digits and letters a–f."),
                  _("“%s” is no anchor."), anchor);
  return FALSE;
}

gboolean
bell_journal_verify (BellStore          *store,
                     const char         *anchor,
                     BellProgressFunc    progress,
                     gpointer            progress_data,
                     GCancellable       *cancellable,
                     BellJournalReport  *report,
                     GError            **error)
{
  Walk walk = { .report = report, .progress = progress, .progress_data = progress_data };
  gboolean ok;

  g_return_val_if_fail (BELL_IS_STORE (store), FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  *report = (BellJournalReport) { 0 };
  if (!parse_anchor (&walk, anchor, error))
    return FALSE;

  walk.links = g_hash_table_new_full (bell_id_hash, bell_id_equal, g_free, g_free);
  walk.erased = g_array_new (FALSE, FALSE, sizeof (gint64));
  ok = bell_store_read (store, verify, &walk, cancellable, error);
  g_hash_table_unref (walk.links);
  g_array_unref (walk.erased);
  g_free (walk.anchor_hash);

  if (ok && report->fault != BELL_JOURNAL_SOUND)
    {
      bell_error_set (error, BELL_ERROR_INTEGRITY, _("Keep the file as it is and ask whoever is responsible for audits."),
                      "%s", report->sentence);
      return FALSE;
    }
  return ok;
}

void
bell_journal_report_clear (BellJournalReport *report)
{
  g_return_if_fail (report != NULL);

  g_clear_pointer (&report->sentence, g_free);
}

static gboolean
read_head (BellTxn       *txn,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  char **head = data;
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (txn->connection,
    "SELECT seq || ':' || substr(lower(hex(hash)), 1, 16) FROM journal ORDER BY seq DESC LIMIT 1", error);
  int result = statement != NULL ? bell_connection_step (txn->connection, statement, error) : -1;

  if (result < 0)
    return FALSE;
  *head = result > 0 ? bell_column_dup_text (statement, 0) : g_strdup ("0:");
  return TRUE;
}

char *
bell_journal_head (BellStore  *store,
                   GError    **error)
{
  char *head = NULL;

  g_return_val_if_fail (BELL_IS_STORE (store), NULL);

  return bell_store_read (store, read_head, &head, NULL, error) ? head : NULL;
}
