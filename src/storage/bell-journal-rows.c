/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-entry.h"
#include "bell-journal-private.h"
#include "bell-json.h"
#include "bell-table.h"

#define ROWS_BETWEEN_LOOKS 1024

static const char *const compared[] = {
  "property", "staff", "shift", "guest", "stay", "record", "item", "task", "exception", "approval", "alert", "money_line",
};

/**
 * Story:
 * @entity: the row as the journal tells it
 * @unknown: fields whose last value was destroyed, as bits
 * @values: (item) the values; NULL texts for those taken out or destroyed
 * @destroyed: (item) names of the values whose last one was destroyed
 * @last: the last entry, 0 when there is none
 * @erased: the guest was erased: the row holds nothing any more
 *
 * What the entries of one row add up to; taken from row to row of a table, because there are millions of them.
 */
typedef struct
{
  const BellTable *table;
  BellEntity *entity;
  guint64 unknown;
  GHashTable *values;
  GHashTable *destroyed;
  gint64 last;
  gboolean erased;
} Story;

static void
story_init (Story           *story,
            const BellTable *table)
{
  story->table = table;
  story->entity = g_object_new (table->type, NULL);
  story->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  story->destroyed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* For the next row of the same table. */
static void
story_begin (Story *story)
{
  bell_table_empty (story->table, story->entity);
  g_hash_table_remove_all (story->values);
  g_hash_table_remove_all (story->destroyed);
  story->unknown = 0;
  story->last = 0;
  story->erased = FALSE;
}

static void
story_clear (Story *story)
{
  g_clear_object (&story->entity);
  g_clear_pointer (&story->values, g_hash_table_unref);
  g_clear_pointer (&story->destroyed, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static void
tell_field (const char *name,
            const char *text,
            gpointer    data)
{
  Story *story = data;
  const BellField *field = bell_entity_class_find_field (story->table->klass, name);

  if (field == NULL)
    {
      g_hash_table_remove (story->destroyed, name);
      if (text != NULL)
        g_hash_table_insert (story->values, g_strdup (name), g_strdup (text));
      else
        g_hash_table_remove (story->values, name);
      return;
    }
  story->unknown &= ~(G_GUINT64_CONSTANT (1) << (field - story->table->klass->fields));
  bell_entity_set_from_text (story->entity, field, text);
}

static void
lose_field (Story      *story,
            const char *name)
{
  const BellField *field = bell_entity_class_find_field (story->table->klass, name);

  if (field != NULL)
    story->unknown |= G_GUINT64_CONSTANT (1) << (field - story->table->klass->fields);
  else
    g_hash_table_add (story->destroyed, g_strdup (name));
}

/* The payload of a new row was destroyed, wholly or in its personal part. */
static void
lose_payload (Story    *story,
              gboolean  whole)
{
  for (guint i = 0; i < story->table->klass->n_fields; i++)
    if (whole || (story->table->klass->fields[i].flags & BELL_FIELD_PERSONAL))
      story->unknown |= G_GUINT64_CONSTANT (1) << i;
}

/* Columns: seq, verb, field, new, value's new, whether the value was destroyed. */
static void
add_entry (Story        *story,
           sqlite3_stmt *statement)
{
  BellVerb verb = sqlite3_column_int (statement, 1);
  const char *field = (const char *) sqlite3_column_text (statement, 2);
  const char *plain = (const char *) sqlite3_column_text (statement, 3);
  const char *apart = (const char *) sqlite3_column_text (statement, 4);
  gboolean destroyed = sqlite3_column_int (statement, 5);

  switch (verb)
    {
    case BELL_VERB_PUT:
    case BELL_VERB_ADD:
      if (destroyed)
        lose_payload (story, plain == NULL);
      bell_json_foreach (plain, tell_field, story);
      bell_json_foreach (apart, tell_field, story);
      break;
    case BELL_VERB_SET:
    case BELL_VERB_MOVE:
    case BELL_VERB_OWN:
      if (field == NULL)
        break;
      /* A plain value stands even when the reason beside it was destroyed. */
      if (destroyed && plain == NULL)
        lose_field (story, field);
      else
        tell_field (field, plain != NULL ? plain : apart, story);
      break;
    case BELL_VERB_ERASE:
      story->erased = TRUE;
      break;
    case BELL_VERB_REVEAL:
    default:
      break;
    }
  story->last = sqlite3_column_int64 (statement, 0);
}

static gboolean
read_story (BellTxn       *txn,
            const BellId  *id,
            Story         *story,
            GError       **error)
{
  g_autoptr(sqlite3_stmt) statement = bell_connection_prepare (txn->connection,
    "SELECT j.seq, j.verb, j.field, j.new, v.new,"
    " v.seq IS NULL AND j.digest <> x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'"
    " FROM journal j INDEXED BY journal_entity LEFT JOIN journal_value v ON v.seq = j.seq WHERE j.entity = ?1 ORDER BY j.seq", error);
  int result;

  if (statement == NULL)
    return FALSE;
  story_begin (story);
  bell_bind_id (statement, 1, id);
  while ((result = bell_connection_step (txn->connection, statement, error)) > 0)
    add_entry (story, statement);
  return result == 0;
}

static gboolean
same_fields (const Story *story,
             BellEntity  *row)
{
  for (guint i = 0; i < story->table->klass->n_fields; i++)
    {
      const BellField *field = &story->table->klass->fields[i];

      if ((field->flags & (BELL_FIELD_JOINED | BELL_FIELD_DERIVED)) || (story->unknown & (G_GUINT64_CONSTANT (1) << i)) ||
          (BELL_IS_ITEM (row) && g_str_equal (field->name, "hidden")))
        continue;
      if (!bell_field_equal (story->entity, row, field))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_values (const Story *story,
             BellItem    *item)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, story->values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (!g_hash_table_contains (story->destroyed, name) && g_strcmp0 (g_hash_table_lookup (item->values, name), text) != 0)
      return FALSE;

  g_hash_table_iter_init (&iter, item->values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (!g_hash_table_contains (story->values, name) && !g_hash_table_contains (story->destroyed, name))
      return FALSE;
  return TRUE;
}

static gboolean
compare_row (BellTxn            *txn,
             Story              *story,
             BellEntity         *row,
             BellJournalReport  *report,
             GError            **error)
{
  if (!read_story (txn, bell_entity_get_id (row), story, error))
    return FALSE;

  report->rows++;
  if (story->last == 0)
    bell_journal_found (report, BELL_JOURNAL_ROW_DIFFERS, bell_entity_get_revision (row));
  else if (!story->erased && !same_fields (story, row))
    bell_journal_found (report, BELL_JOURNAL_ROW_DIFFERS, story->last);
  else if (BELL_IS_ITEM (row))
    {
      if (!bell_item_merge_values (txn, BELL_ITEM (row), BELL_CLASS_ALL, error))
        return FALSE;
      if (!same_values (story, BELL_ITEM (row)))
        bell_journal_found (report, BELL_JOURNAL_ROW_DIFFERS, story->last);
    }
  return TRUE;
}

static gboolean
compare_table (BellTxn            *txn,
               const BellTable    *table,
               BellJournalReport  *report,
               BellProgressFunc    progress,
               gpointer            progress_data,
               gint64              all,
               GCancellable       *cancellable,
               GError            **error)
{
  g_autofree char *plain = g_strdup_printf ("SELECT %s FROM %s t ORDER BY t.row", table->stored, table->name);
  g_autoptr(sqlite3_stmt) rows = bell_connection_prepare (txn->connection, plain, error);
  g_autoptr(BellEntity) row = g_object_new (table->type, NULL);
  g_auto(Story) story = { 0 };
  int result;

  if (rows == NULL)
    return FALSE;
  story_init (&story, table);
  while ((result = bell_connection_step (txn->connection, rows, error)) > 0)
    {
      bell_table_read_into (table, rows, row);
      if (!compare_row (txn, &story, row, report, error))
        return FALSE;
      if (report->fault != BELL_JOURNAL_SOUND)
        return TRUE;
      if (report->rows % ROWS_BETWEEN_LOOKS != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (MIN (0.3 + 0.7 * report->rows / MAX (all, 1), 1.0), progress_data);
    }
  return result == 0;
}

/* An entry that made a row which is not there. */
static gboolean
find_missing_row (BellTxn            *txn,
                  const BellTable    *table,
                  BellJournalReport  *report,
                  GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT j.seq FROM journal j INDEXED BY journal_kind WHERE j.kind = '%s' AND j.verb IN (0, 3)"
                                          " AND NOT EXISTS (SELECT 1 FROM %s t WHERE t.id = j.entity) LIMIT 1", table->name, table->name);
  gint64 seq;

  if (!bell_connection_integer (txn->connection, sql, 0, &seq, error))
    return FALSE;
  if (seq != 0)
    bell_journal_found (report, BELL_JOURNAL_ROW_DIFFERS, seq);
  return TRUE;
}

static gboolean
compare_settings (BellTxn            *txn,
                  BellJournalReport  *report,
                  GError            **error)
{
  gint64 seq;

  if (!bell_connection_integer (txn->connection,
        "SELECT max(j.seq) FROM setting s LEFT JOIN journal j INDEXED BY journal_kind ON j.kind = 'setting' AND j.field = s.key"
        " AND j.seq = (SELECT max(k.seq) FROM journal k INDEXED BY journal_kind WHERE k.kind = 'setting' AND k.field = s.key)"
        " WHERE j.new IS NOT s.value", 0, &seq, error))
    return FALSE;
  if (seq != 0)
    bell_journal_found (report, BELL_JOURNAL_ROW_DIFFERS, seq);
  return TRUE;
}

gboolean
bell_journal_compare_rows (BellTxn            *txn,
                           BellJournalReport  *report,
                           BellProgressFunc    progress,
                           gpointer            progress_data,
                           GCancellable       *cancellable,
                           GError            **error)
{
  gint64 all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT max(row) FROM %s", compared[i]);
      gint64 rows;

      if (!bell_connection_integer (txn->connection, sql, 0, &rows, error))
        return FALSE;
      all += rows;
    }

  for (guint i = 0; i < G_N_ELEMENTS (compared) && report->fault == BELL_JOURNAL_SOUND; i++)
    {
      const BellTable *table = bell_table_by_name (compared[i]);

      if (!compare_table (txn, table, report, progress, progress_data, all, cancellable, error) ||
          !find_missing_row (txn, table, report, error))
        return FALSE;
    }
  return report->fault != BELL_JOURNAL_SOUND || compare_settings (txn, report, error);
}
