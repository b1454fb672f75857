/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-entry.h"
#include "bell-error.h"
#include "bell-search.h"
#include "bell-table.h"

gpointer
bell_txn_get (BellTxn       *txn,
              GType          type,
              const BellId  *id,
              GError       **error)
{
  const BellTable *table;
  sqlite3_stmt *statement;
  gpointer entity;
  g_autoptr(GError) failure = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (txn != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  table = bell_table_for (type);
  statement = bell_connection_prepare (txn->connection, table->get_sql, error);
  if (statement == NULL)
    return NULL;

  bell_bind_id (statement, sqlite3_bind_parameter_index (statement, "@id"), id);
  bell_table_bind_reader (statement, txn->author.now, BELL_CLASS_ALL);
  entity = bell_table_read_one (table, txn->connection, statement, &failure);
  if (entity != NULL)
    return entity;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  name = bell_id_to_string (id);
  bell_error_set (error, BELL_ERROR_NOT_FOUND, NULL, _("There is no %s %s."), table->name, name);
  return NULL;
}

static gboolean
insert_row (BellTxn          *txn,
            const BellTable  *table,
            BellEntity       *entity,
            gint64            revision,
            GError          **error)
{
  sqlite3_stmt *statement = bell_connection_prepare (txn->connection, table->insert_sql, error);
  int parameter = 3;

  if (statement == NULL)
    return FALSE;

  bell_bind_id (statement, 1, bell_entity_get_id (entity));
  sqlite3_bind_int64 (statement, 2, revision);
  for (guint i = 0; i < table->klass->n_fields; i++)
    if (bell_field_is_stored (&table->klass->fields[i]))
      bell_table_bind_field (statement, parameter++, entity, &table->klass->fields[i]);
  return bell_connection_run (txn->connection, statement, error);
}

static gboolean
may_insert (BellEntity  *entity,
            GError     **error)
{
  if (BELL_IS_RECORD (entity) && bell_id_is_none (&BELL_RECORD (entity)->owner))
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Name an owner."), _("A record cannot be without an owner."));
      return FALSE;
    }
  if (BELL_IS_ITEM (entity) && BELL_ITEM (entity)->values != NULL && g_hash_table_size (BELL_ITEM (entity)->values) > 0)
    {
      bell_error_set (error, BELL_ERROR_USAGE, NULL, _("Values are set one by one, after the item was made."));
      return FALSE;
    }
  return TRUE;
}

gboolean
bell_txn_insert (BellTxn       *txn,
                 BellEntity    *entity,
                 BellClass      scope,
                 const BellId  *record,
                 GError       **error)
{
  const BellTable *table;
  g_autofree char *payload = NULL;
  g_autofree char *personal = NULL;
  BellId id;
  gint64 seq;

  g_return_val_if_fail (txn != NULL, FALSE);
  g_return_val_if_fail (BELL_IS_ENTITY (entity), FALSE);

  if (!bell_txn_may_write (txn, error) || !may_insert (entity, error))
    return FALSE;

  table = bell_table_for (G_OBJECT_TYPE (entity));
  if (bell_id_is_none (bell_entity_get_id (entity)))
    {
      id = bell_id_new (txn->author.now);
      bell_entity_set_id (entity, &id);
    }
  id = *bell_entity_get_id (entity);
  if (record == NULL && BELL_IS_RECORD (entity))
    record = &id;
  /* A stricter class keeps all of it apart in one object; else only what is personal. */
  payload = bell_table_payload (entity, FALSE);
  personal = bell_table_payload (entity, TRUE);
  if (scope != BELL_CLASS_OPS && personal != NULL)
    {
      char *whole = payload[1] == '}' ? g_strdup (personal)
        : g_strdup_printf ("%.*s,%s", (int) strlen (payload) - 1, payload, personal + 1);

      g_free (payload);
      payload = whole;
    }

  BellEntryDraft draft = {
    .verb = BELL_IS_MONEY_LINE (entity) ? BELL_VERB_ADD : BELL_VERB_PUT,
    .kind = table->name,
    .entity = &id,
    .record = record,
    .class_ = scope,
    .new_value = payload,
    .apart = scope == BELL_CLASS_OPS ? personal : NULL,
    .personal = scope != BELL_CLASS_OPS && personal != NULL,
  };
  if (!bell_entry_append (txn, &draft, &seq, error) ||
      !insert_row (txn, table, entity, seq, error) ||
      !bell_search_put (txn, entity, error))
    return FALSE;

  bell_entity_set_revision (entity, seq);
  bell_txn_mark (txn, table->name);
  return TRUE;
}

static gboolean
append_field (BellTxn          *txn,
              BellEntity       *before,
              BellEntity       *after,
              const BellField  *field,
              BellClass         scope,
              const BellId     *record,
              GError          **error)
{
  g_autofree char *old_value = bell_entity_dup_as_text (before, field);
  g_autofree char *new_value = bell_entity_dup_as_text (after, field);
  BellEntryDraft draft = {
    .verb = BELL_VERB_SET,
    .kind = BELL_ENTITY_GET_CLASS (after)->table,
    .entity = bell_entity_get_id (after),
    .record = record,
    .class_ = scope,
    .field = field->name,
    .old_value = old_value,
    .new_value = new_value,
    .personal = (field->flags & BELL_FIELD_PERSONAL) != 0,
  };

  if (g_str_equal (field->name, "status"))
    draft.verb = BELL_VERB_MOVE;
  else if (g_str_equal (field->name, "owner") || g_str_equal (field->name, "assignee"))
    draft.verb = BELL_VERB_OWN;
  return bell_entry_append (txn, &draft, NULL, error);
}

static gboolean
append_fields (BellTxn          *txn,
               const BellTable  *table,
               BellEntity       *before,
               BellEntity       *after,
               guint64           differs,
               BellClass         scope,
               const BellId     *record,
               GError          **error)
{
  for (guint i = 0; i < table->klass->n_fields; i++)
    if ((differs & (G_GUINT64_CONSTANT (1) << i)) && !(table->klass->fields[i].flags & BELL_FIELD_DERIVED) &&
        !append_field (txn, before, after, &table->klass->fields[i], scope, record, error))
      return FALSE;
  return TRUE;
}

/* The stored fields that differ, as bits, and how many of them get an entry. */
static guint64
compare (const BellTable *table,
         BellEntity      *before,
         BellEntity      *after,
         guint           *n_entries)
{
  guint64 differs = 0;

  g_assert (table->klass->n_fields <= 64);
  *n_entries = 0;
  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      const BellField *field = &table->klass->fields[i];

      if (!bell_field_is_stored (field) || bell_field_equal (before, after, field) ||
          (BELL_IS_ITEM (after) && g_str_equal (field->name, "hidden")))
        continue;
      differs |= G_GUINT64_CONSTANT (1) << i;
      if (!(field->flags & BELL_FIELD_DERIVED))
        (*n_entries)++;
    }
  return differs;
}

/* UPDATE of the columns that differ; the row must still be of the revision that was judged. */
static gboolean
update_row (BellTxn          *txn,
            const BellTable  *table,
            BellEntity       *before,
            BellEntity       *after,
            guint64           differs,
            gint64            revision,
            GError          **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;
  int parameter = 4;

  g_string_printf (sql, "UPDATE %s SET revision = ?1", table->name);
  for (guint i = 0; i < table->klass->n_fields; i++)
    if (differs & (G_GUINT64_CONSTANT (1) << i))
      g_string_append_printf (sql, ", %s = ?%d", bell_field_column (&table->klass->fields[i]), parameter++);
  g_string_append (sql, " WHERE id = ?2 AND revision = ?3");

  statement = bell_connection_prepare (txn->connection, sql->str, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, revision);
  bell_bind_id (statement, 2, bell_entity_get_id (after));
  sqlite3_bind_int64 (statement, 3, bell_entity_get_revision (before));
  parameter = 4;
  for (guint i = 0; i < table->klass->n_fields; i++)
    if (differs & (G_GUINT64_CONSTANT (1) << i))
      bell_table_bind_field (statement, parameter++, after, &table->klass->fields[i]);
  if (!bell_connection_run (txn->connection, statement, error))
    return FALSE;

  if (sqlite3_changes (txn->connection->db) == 1)
    return TRUE;
  bell_error_set (error, BELL_ERROR_REFUSED, _("Look at it again, then repeat the step."),
                  _("Somebody else changed it in the meantime."));
  return FALSE;
}

/* The surname of a stay stands among the words of its records. */
static gboolean
refresh_words_of_records (BellTxn       *txn,
                          const BellId  *stay,
                          GError       **error)
{
  const BellTable *table = bell_table_for (BELL_TYPE_RECORD);
  g_autoptr(GPtrArray) records = NULL;
  sqlite3_stmt *statement = bell_table_prepare (table, txn->connection, "record_stay", "WHERE t.stay = ?1", error);

  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, stay);
  records = bell_table_read_all (table, txn->connection, statement, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!bell_search_put (txn, records->pdata[i], error))
      return FALSE;
  return records != NULL;
}

static gboolean
update_words (BellTxn          *txn,
              const BellTable  *table,
              BellEntity       *after,
              guint64           differs,
              GError          **error)
{
  gboolean words = FALSE;
  gboolean surname = FALSE;

  for (guint i = 0; i < table->klass->n_fields; i++)
    if (differs & (G_GUINT64_CONSTANT (1) << i))
      {
        words |= bell_search_concerns (table->name, table->klass->fields[i].name);
        surname |= BELL_IS_STAY (after) && g_str_equal (table->klass->fields[i].name, "surname");
      }

  return (!words || bell_search_put (txn, after, error)) &&
         (!surname || refresh_words_of_records (txn, bell_entity_get_id (after), error));
}

gboolean
bell_txn_update (BellTxn       *txn,
                 BellEntity    *before,
                 BellEntity    *after,
                 BellClass      scope,
                 const BellId  *record,
                 GError       **error)
{
  const BellTable *table;
  guint64 differs;
  guint n_entries;
  gint64 revision;

  g_return_val_if_fail (txn != NULL, FALSE);
  g_return_val_if_fail (BELL_IS_ENTITY (before) && BELL_IS_ENTITY (after), FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (before) == G_OBJECT_TYPE (after), FALSE);
  g_return_val_if_fail (bell_id_equal (bell_entity_get_id (before), bell_entity_get_id (after)), FALSE);

  if (!bell_txn_may_write (txn, error))
    return FALSE;

  table = bell_table_for (G_OBJECT_TYPE (after));
  if (record == NULL && BELL_IS_RECORD (after))
    record = bell_entity_get_id (after);
  differs = compare (table, before, after, &n_entries);
  /* The row first: a refusal must leave no entry behind. */
  revision = n_entries > 0 ? txn->chain->seq + n_entries : bell_entity_get_revision (before);
  if (differs != 0 &&
      (!update_row (txn, table, before, after, differs, revision, error) ||
       !append_fields (txn, table, before, after, differs, scope, record, error) ||
       !update_words (txn, table, after, differs, error)))
    return FALSE;

  bell_entity_set_revision (after, revision);
  if (differs != 0)
    bell_txn_mark (txn, table->name);
  return TRUE;
}
