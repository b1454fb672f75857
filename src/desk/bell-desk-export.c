/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "bell-desk-care.h"
#include "bell-desk-private.h"
#include "bell-journal-entry.h"

#define PAGE 200

typedef struct
{
  BellSnapshot desk;
  char *guest;
  char *json;
} Export;

static void
export_free (Export *export)
{
  bell_snapshot_clear (&export->desk);
  g_free (export->guest);
  g_free (export->json);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (BellDesk   *self,
            const char *guest)
{
  Export *export = g_new0 (Export, 1);

  bell_snapshot_take (&export->desk, self);
  export->guest = g_strdup (guest);
  return export;
}

/* The members of an open object: everything that the row says, under the names of its columns. */
static void
add_values (JsonBuilder *builder,
            GHashTable  *values)
{
  g_autoptr(GPtrArray) names = values != NULL ? g_hash_table_get_keys_as_ptr_array (values) : g_ptr_array_new ();

  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  json_builder_begin_object (builder);
  for (guint i = 0; i < names->len; i++)
    {
      json_builder_set_member_name (builder, names->pdata[i]);
      json_builder_add_string_value (builder, g_hash_table_lookup (values, names->pdata[i]));
    }
  json_builder_end_object (builder);
}

static void
add_entity (JsonBuilder *builder,
            BellEntity  *entity)
{
  BellEntityClass *klass = BELL_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const BellField *field = &klass->fields[i];
      g_autofree char *text = NULL;

      if (field->type == BELL_FIELD_VALUES)
        {
          json_builder_set_member_name (builder, field->name);
          add_values (builder, *(GHashTable **) bell_entity_member (entity, field));
          continue;
        }
      text = bell_entity_dup_as_text (entity, field);
      if (text == NULL)
        continue;
      json_builder_set_member_name (builder, field->name);
      json_builder_add_string_value (builder, text);
    }
}

static void
add_list (JsonBuilder *builder,
          const char  *name,
          GListModel  *list)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(BellEntity) entity = g_list_model_get_item (list, i);

      json_builder_begin_object (builder);
      add_entity (builder, entity);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
add_record (BellTxn      *txn,
            JsonBuilder  *builder,
            BellEntity   *record,
            GError      **error)
{
  g_autoptr(BellDossier) dossier = bell_txn_load_dossier (txn, bell_entity_get_id (record), BELL_CLASS_ALL, error);

  if (dossier == NULL)
    return FALSE;

  add_entity (builder, BELL_ENTITY (dossier->record));
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      if (dossier->items[slot] == NULL)
        continue;
      json_builder_begin_object (builder);
      add_entity (builder, BELL_ENTITY (dossier->items[slot]));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_list (builder, "tasks", G_LIST_MODEL (dossier->tasks));
  add_list (builder, "exceptions", G_LIST_MODEL (dossier->exceptions));
  add_list (builder, "money", G_LIST_MODEL (dossier->money));
  return TRUE;
}

/* All pages of what hangs on the guest. */
static gboolean
add_all (BellTxn       *txn,
         JsonBuilder   *builder,
         const char    *name,
         BellListKind   kind,
         const BellId  *guest,
         GError       **error)
{
  g_autoptr(BellQuery) query = bell_query_new (kind);
  g_autoptr(BellEntity) after = NULL;
  guint n;

  query->of = *guest;
  query->classes = BELL_CLASS_ALL;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  do
    {
      g_autoptr(GPtrArray) page = bell_txn_list (txn, query, after, PAGE, error);

      if (page == NULL)
        return FALSE;
      n = page->len;
      for (guint i = 0; i < n; i++)
        {
          BellEntity *entity = page->pdata[i];

          json_builder_begin_object (builder);
          if (kind != BELL_LIST_RECORDS_OF_GUEST)
            add_entity (builder, entity);
          else if (!add_record (txn, builder, entity, error))
            return FALSE;
          json_builder_end_object (builder);
        }
      if (n > 0)
        g_set_object (&after, page->pdata[n - 1]);
    }
  while (n == PAGE);
  json_builder_end_array (builder);
  return TRUE;
}

static char *
tell_guest (BellTxn    *txn,
            BellGuest  *guest,
            GError    **error)
{
  const BellId *id = bell_entity_get_id (BELL_ENTITY (guest));
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "guest");
  json_builder_begin_object (builder);
  add_entity (builder, BELL_ENTITY (guest));
  json_builder_end_object (builder);
  if (!add_all (txn, builder, "stays", BELL_LIST_STAYS_OF_GUEST, id, error) ||
      !add_all (txn, builder, "records", BELL_LIST_RECORDS_OF_GUEST, id, error))
    return NULL;
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

/* Handing a guest's data out is an act that leaves a trace, so it is a write. */
static gboolean
run_export (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Export *export = data;
  BellSnapshot *desk = &export->desk;
  g_autoptr(BellStaff) person = NULL;
  g_autoptr(BellGuest) guest = NULL;
  BellVisit visit;
  BellId id;

  person = bell_door_greet (txn, desk->definitions, desk->property, desk->zone, desk->actor, desk->now, &visit, error);
  if (person == NULL || !bell_visit_check (&visit, BELL_ACTION_EXPORT_GUEST, NULL, NULL, BELL_CLASS_OPS, error))
    return FALSE;
  if (!bell_id_parse (export->guest, &id))
    {
      bell_error_set (error, BELL_ERROR_USAGE, _("Look the guest up with a search and use the id shown there."),
                      _("“%s” is not the id of a guest."), export->guest);
      return FALSE;
    }

  guest = bell_txn_get (txn, BELL_TYPE_GUEST, &id, error);
  if (guest == NULL || (export->json = tell_guest (txn, guest, error)) == NULL)
    return FALSE;
  bell_door_begin (&visit, NULL);
  return bell_txn_note (txn, BELL_VERB_REVEAL, "guest", &id, NULL, BELL_CLASS_IDENTITY, "export", NULL, NULL, FALSE, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GTask) task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  if (bell_store_write_finish (BELL_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&export->json), g_free);
  else
    g_task_return_error (task, error);
}

void
bell_desk_export_guest_async (BellDesk            *self,
                              const char          *guest,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Export *export;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (guest != NULL);

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, bell_desk_export_guest_async);
  if (!bell_desk_demand (self, BELL_ACTION_EXPORT_GUEST, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  export = export_new (self, guest);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  bell_store_write_async (self->store, run_export, export, NULL, NULL, exported_cb, g_object_ref (task));
}

char *
bell_desk_export_guest_finish (BellDesk      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
bell_desk_export_guest (BellDesk    *self,
                        const char  *guest,
                        GError     **error)
{
  g_autoptr(Export) export = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (guest != NULL, NULL);

  if (!bell_desk_demand (self, BELL_ACTION_EXPORT_GUEST, error))
    return NULL;

  export = export_new (self, guest);
  return bell_store_write (self->store, run_export, export, NULL, error) ? g_steal_pointer (&export->json) : NULL;
}
