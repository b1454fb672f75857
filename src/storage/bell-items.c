/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-entry.h"
#include "bell-error.h"
#include "bell-hide.h"
#include "bell-json.h"
#include "bell-table.h"

/* The values of one class of an item as they are stored. */
typedef struct
{
  GHashTable *values;
  char *personal;
} Doc;

static void
doc_clear (Doc *doc)
{
  g_clear_pointer (&doc->values, g_hash_table_unref);
  g_clear_pointer (&doc->personal, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Doc, doc_clear)

static gboolean
read_doc (BellTxn       *txn,
          BellItem      *item,
          BellClass      class_,
          Doc           *doc,
          GError       **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  int result;

  statement = bell_connection_prepare (txn->connection, class_ == BELL_CLASS_OPS
    ? "SELECT \"values\", personal FROM item WHERE record = ?1 AND slot = ?2 AND ?3 = 0"
    : "SELECT doc, personal FROM item_value WHERE record = ?1 AND slot = ?2 AND class = ?3", error);
  if (statement == NULL)
    return FALSE;

  bell_bind_id (statement, 1, &item->record);
  sqlite3_bind_int64 (statement, 2, item->slot);
  sqlite3_bind_int (statement, 3, class_);
  result = bell_connection_step (txn->connection, statement, error);
  doc->values = bell_json_parse_values (result > 0 ? (const char *) sqlite3_column_text (statement, 0) : NULL);
  doc->personal = result > 0 ? bell_column_dup_text (statement, 1) : NULL;
  return result >= 0;
}

/* A name once marked stays marked: its earlier values were personal too. */
static void
mark_personal (Doc        *doc,
               const char *field)
{
  g_auto(GStrv) names = g_strsplit (doc->personal != NULL ? doc->personal : "", " ", -1);
  char *longer;

  if (g_strv_contains ((const char *const *) names, field))
    return;
  longer = doc->personal != NULL ? g_strconcat (doc->personal, " ", field, NULL) : g_strdup (field);
  g_free (doc->personal);
  doc->personal = longer;
}

static gboolean
write_doc (BellTxn    *txn,
           BellItem   *item,
           BellClass   class_,
           const Doc  *doc,
           GError    **error)
{
  g_autofree char *json = bell_json_from_values (doc->values);
  sqlite3_stmt *statement;

  if (class_ == BELL_CLASS_OPS)
    statement = bell_connection_prepare (txn->connection,
      "UPDATE item SET \"values\" = ?4, personal = ?5 WHERE record = ?1 AND slot = ?2 AND ?3 = 0", error);
  else if (json == NULL)
    statement = bell_connection_prepare (txn->connection,
      "DELETE FROM item_value WHERE record = ?1 AND slot = ?2 AND class = ?3", error);
  else
    statement = bell_connection_prepare (txn->connection,
      "INSERT INTO item_value (record, slot, class, doc, personal) VALUES (?1, ?2, ?3, ?4, ?5)"
      " ON CONFLICT DO UPDATE SET doc = excluded.doc, personal = excluded.personal", error);
  if (statement == NULL)
    return FALSE;

  bell_bind_id (statement, 1, &item->record);
  sqlite3_bind_int64 (statement, 2, item->slot);
  sqlite3_bind_int (statement, 3, class_);
  if (sqlite3_bind_parameter_count (statement) > 3)
    {
      bell_bind_text (statement, 4, json);
      bell_bind_text (statement, 5, doc->personal);
    }
  return bell_connection_run (txn->connection, statement, error);
}

/* The revision is the item's; its `hidden` in the row names every stricter class that holds values. */
static gboolean
touch_item (BellTxn   *txn,
            BellItem  *item,
            gint64     seq,
            GError   **error)
{
  sqlite3_stmt *statement;

  statement = bell_connection_prepare (txn->connection,
    "UPDATE item SET revision = ?2, hidden = coalesce((SELECT sum(1 << v.class) FROM item_value v"
    " WHERE v.record = item.record AND v.slot = item.slot), 0) WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;

  bell_bind_id (statement, 1, bell_entity_get_id (BELL_ENTITY (item)));
  sqlite3_bind_int64 (statement, 2, seq);
  return bell_connection_run (txn->connection, statement, error);
}

static gboolean
check_revision (BellTxn   *txn,
                BellItem  *item,
                GError   **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  int result;

  statement = bell_connection_prepare (txn->connection, "SELECT 1 FROM item WHERE id = ?1 AND revision = ?2", error);
  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, bell_entity_get_id (BELL_ENTITY (item)));
  sqlite3_bind_int64 (statement, 2, bell_entity_get_revision (BELL_ENTITY (item)));
  result = bell_connection_step (txn->connection, statement, error);
  if (result == 0)
    bell_error_set (error, BELL_ERROR_REFUSED, _("Look at it again, then repeat the step."),
                    _("Somebody else changed it in the meantime."));
  return result > 0;
}

static gboolean
check_name (const char  *field,
            GError     **error)
{
  BellEntityClass *klass = bell_table_for (BELL_TYPE_ITEM)->klass;

  if (*field != '\0' && strpbrk (field, " \t\n") == NULL && bell_entity_class_find_field (klass, field) == NULL)
    return TRUE;
  bell_error_set (error, BELL_ERROR_USAGE, _("Give the field another id in the definition of its kind."),
                  _("A value cannot be called “%s”."), field);
  return FALSE;
}

/* The change in the document of its class. */
static void
apply_change (const BellValueChange *change,
              Doc                   *doc)
{
  if (change->new_value != NULL)
    g_hash_table_replace (doc->values, g_strdup (change->field), g_strdup (change->new_value));
  else
    g_hash_table_remove (doc->values, change->field);
  if (change->personal)
    mark_personal (doc, change->field);
}

/* The changes of class ops in the caller's snapshot: last of all, because the changes may point into it. */
static void
apply_to_snapshot (BellItem              *item,
                   const BellValueChange *changes,
                   guint                  n_changes)
{
  g_autoptr(GPtrArray) replaced = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_changes; i++)
    {
      gpointer name, value;

      if (changes[i].class_ != BELL_CLASS_OPS)
        continue;
      if (item->values == NULL)
        item->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      if (g_hash_table_steal_extended (item->values, changes[i].field, &name, &value))
        {
          g_ptr_array_add (replaced, name);
          g_ptr_array_add (replaced, value);
        }
      if (changes[i].new_value != NULL)
        g_hash_table_insert (item->values, g_strdup (changes[i].field), g_strdup (changes[i].new_value));
    }
}

static gboolean
write_class (BellTxn                *txn,
             BellItem               *item,
             BellClass               class_,
             const BellValueChange  *changes,
             guint                   n_changes,
             GError                **error)
{
  g_auto(Doc) doc = { 0 };

  for (guint i = 0; i < n_changes; i++)
    {
      if (changes[i].class_ != class_)
        continue;
      if (doc.values == NULL && !read_doc (txn, item, class_, &doc, error))
        return FALSE;
      apply_change (&changes[i], &doc);
    }
  return doc.values == NULL || write_doc (txn, item, class_, &doc, error);
}

static gboolean
append_change (BellTxn                *txn,
               BellItem               *item,
               const BellValueChange  *change,
               GError                **error)
{
  BellEntryDraft draft = {
    .verb = BELL_VERB_SET,
    .kind = "item",
    .entity = bell_entity_get_id (BELL_ENTITY (item)),
    .record = &item->record,
    .class_ = change->class_,
    .field = change->field,
    .old_value = change->old_value,
    .new_value = change->new_value,
    .personal = change->personal,
  };

  return bell_entry_append (txn, &draft, NULL, error);
}

gboolean
bell_txn_set_values (BellTxn                *txn,
                     BellItem               *item,
                     const BellValueChange  *changes,
                     guint                   n_changes,
                     GError                **error)
{
  gint64 seq;

  g_return_val_if_fail (txn != NULL, FALSE);
  g_return_val_if_fail (BELL_IS_ITEM (item), FALSE);
  g_return_val_if_fail (changes != NULL || n_changes == 0, FALSE);

  if (n_changes == 0)
    return TRUE;
  if (!bell_txn_may_write (txn, error))
    return FALSE;
  for (guint i = 0; i < n_changes; i++)
    if (!check_name (changes[i].field, error))
      return FALSE;

  /* The row first: a refusal must leave no entry behind. The classes' documents come before it, for `hidden`. */
  seq = txn->chain->seq + n_changes;
  if (!check_revision (txn, item, error))
    return FALSE;
  for (int class_ = 0; class_ <= BELL_CLASS_PRIVATE; class_++)
    if (!write_class (txn, item, class_, changes, n_changes, error))
      return FALSE;
  if (!touch_item (txn, item, seq, error))
    return FALSE;
  for (guint i = 0; i < n_changes; i++)
    if (!append_change (txn, item, &changes[i], error))
      return FALSE;

  apply_to_snapshot (item, changes, n_changes);
  bell_entity_set_revision (BELL_ENTITY (item), seq);
  bell_txn_mark (txn, "item");
  return TRUE;
}

gboolean
bell_txn_set_value (BellTxn     *txn,
                    BellItem    *item,
                    const char  *field,
                    BellClass    class_,
                    gboolean     personal,
                    const char  *old_value,
                    const char  *new_value,
                    GError     **error)
{
  BellValueChange change = { field, class_, personal, old_value, new_value };

  g_return_val_if_fail (field != NULL, FALSE);

  return bell_txn_set_values (txn, item, &change, 1, error);
}

static void
add_value (const char *name,
           const char *text,
           gpointer    values)
{
  g_hash_table_insert (values, g_strdup (name), g_strdup (text));
}

gboolean
bell_item_merge_values (BellTxn   *txn,
                        BellItem  *item,
                        guint      classes,
                        GError   **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  int result;

  if (!(classes & BELL_CLASS_BIT (BELL_CLASS_OPS)) && item->values != NULL)
    g_hash_table_remove_all (item->values);
  if ((item->hidden & classes) == 0)
    return TRUE;

  statement = bell_connection_prepare (txn->connection,
    "SELECT doc FROM item_value WHERE record = ?1 AND slot = ?2 AND (?3 >> class) & 1", error);
  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, &item->record);
  sqlite3_bind_int64 (statement, 2, item->slot);
  sqlite3_bind_int64 (statement, 3, classes);
  while ((result = bell_connection_step (txn->connection, statement, error)) > 0)
    bell_json_foreach ((const char *) sqlite3_column_text (statement, 0), add_value, item->values);
  item->hidden &= ~(gint64) classes;
  return result == 0;
}

BellItem *
bell_txn_get_item (BellTxn       *txn,
                   const BellId  *record,
                   BellSlot       slot,
                   guint          classes,
                   GError       **error)
{
  const BellTable *table = bell_table_for (BELL_TYPE_ITEM);
  g_autoptr(BellItem) item = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  statement = bell_table_prepare (table, txn->connection, NULL, "WHERE t.record = ?1 AND t.slot = ?2", error);
  if (statement == NULL)
    return NULL;
  bell_bind_id (statement, 1, record);
  sqlite3_bind_int64 (statement, 2, slot);
  item = bell_table_read_one (table, txn->connection, statement, error);
  if (item == NULL || !bell_item_merge_values (txn, item, classes, error))
    return NULL;
  return g_steal_pointer (&item);
}

static gboolean
fill_list (BellTxn       *txn,
           GType          type,
           const char    *rest,
           const BellId  *record,
           GListStore    *into,
           GError       **error)
{
  const BellTable *table = bell_table_for (type);
  sqlite3_stmt *statement = bell_table_prepare (table, txn->connection, NULL, rest, error);
  g_autoptr(GPtrArray) rows = NULL;

  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, record);
  rows = bell_table_read_all (table, txn->connection, statement, error);
  if (rows == NULL)
    return FALSE;
  g_list_store_splice (into, 0, 0, rows->pdata, rows->len);
  return TRUE;
}

static gboolean
load_parts (BellTxn       *txn,
            BellDossier   *dossier,
            const BellId  *record,
            guint          classes,
            GError       **error)
{
  if (!fill_list (txn, BELL_TYPE_TASK, "WHERE t.record = ?1 ORDER BY t.created_at, t.id", record, dossier->tasks, error) ||
      !fill_list (txn, BELL_TYPE_EXCEPTION, "WHERE t.record = ?1 ORDER BY t.raised_at DESC, t.id DESC", record,
                  dossier->exceptions, error) ||
      !fill_list (txn, BELL_TYPE_APPROVAL, "WHERE t.record = ?1 ORDER BY t.proposed_at DESC, t.id DESC", record,
                  dossier->approvals, error) ||
      !fill_list (txn, BELL_TYPE_ALERT, "WHERE t.record = ?1 AND t.resolved_at IS NULL ORDER BY t.raised_at DESC, t.id DESC",
                  record, dossier->alerts, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->approvals)); i++)
    {
      g_autoptr(BellApproval) approval = g_list_model_get_item (G_LIST_MODEL (dossier->approvals), i);

      bell_approval_hide (approval, classes);
    }
  return !(classes & BELL_CLASS_BIT (BELL_CLASS_MONEY)) ||
         fill_list (txn, BELL_TYPE_MONEY_LINE, "WHERE t.record = ?1 ORDER BY t.made_at, t.id", record, dossier->money, error);
}

static gboolean
load_stay_and_guest (BellTxn      *txn,
                     BellDossier  *dossier,
                     guint         classes,
                     GError      **error)
{
  g_autoptr(GError) missing = NULL;
  BellId guest = dossier->record->guest;

  if (!bell_id_is_none (&dossier->record->stay))
    {
      dossier->stay = bell_txn_get (txn, BELL_TYPE_STAY, &dossier->record->stay, &missing);
      if (dossier->stay != NULL)
        {
          bell_stay_hide (dossier->stay, classes);
          if (bell_id_is_none (&guest))
            guest = dossier->stay->guest;
        }
    }
  if (missing == NULL && (classes & BELL_CLASS_BIT (BELL_CLASS_IDENTITY)) && !bell_id_is_none (&guest))
    {
      dossier->guest = bell_txn_get (txn, BELL_TYPE_GUEST, &guest, &missing);
      if (dossier->guest != NULL)
        bell_guest_hide (dossier->guest, classes);
    }

  /* References are soft: what is not here yet is no failure. */
  if (missing == NULL || g_error_matches (missing, BELL_ERROR, BELL_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&missing));
  return FALSE;
}

BellDossier *
bell_txn_load_dossier (BellTxn       *txn,
                       const BellId  *record,
                       guint          classes,
                       GError       **error)
{
  g_autoptr(BellDossier) dossier = NULL;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  dossier = bell_dossier_new ();
  dossier->record = bell_txn_get (txn, BELL_TYPE_RECORD, record, error);
  if (dossier->record == NULL)
    return NULL;

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      g_autoptr(GError) failure = NULL;

      dossier->items[slot] = bell_txn_get_item (txn, record, slot, classes, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  if (!load_parts (txn, dossier, record, classes, error) || !load_stay_and_guest (txn, dossier, classes, error))
    return NULL;
  return g_steal_pointer (&dossier);
}
