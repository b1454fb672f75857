/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-json.h"
#include "bell-table.h"

#define N_EXPRESSIONS 12

/* Where the joined fields of a type come from. */
typedef struct
{
  GType (*type) (void);
  const char *joins;
  struct
  {
    const char *field;
    const char *sql;
  } expressions[N_EXPRESSIONS];
} Spec;

static const Spec specs[] = {
  { bell_property_get_type, "", { { NULL } } },
  { bell_staff_get_type, "", {
    { "on_duty", "EXISTS (SELECT 1 FROM shift s WHERE s.staff = t.id AND s.starts_at <= @now AND s.ends_at > @now)" },
    { "open_records", "((SELECT count(*) FROM record r INDEXED BY record_open_next WHERE r.is_open = 1 AND r.next_staff = t.id)"
                      " + (SELECT count(*) FROM task k INDEXED BY task_assignee WHERE k.is_open = 1 AND k.assignee = t.id))" } } },
  { bell_shift_get_type, " LEFT JOIN staff p ON p.id = t.staff", {
    { "staff_name", "p.name" } } },
  { bell_guest_get_type, "", {
    { "stays", "(SELECT count(*) FROM stay s WHERE s.guest = t.id)" },
    { "last_stay", "(SELECT max(s.arrival) FROM stay s WHERE s.guest = t.id)" },
    { "open_records", "(SELECT count(*) FROM record r INDEXED BY record_open_guest WHERE r.is_open = 1 AND r.guest = t.id)" } } },
  { bell_stay_get_type, " LEFT JOIN guest g ON g.id = t.guest", {
    { "guest_name", "nullif(trim(coalesce(g.prefix || ' ', '') || coalesce(g.first_name || ' ', '') || coalesce(g.last_name, '')), '')" },
    { "open_records", "(SELECT count(*) FROM record r INDEXED BY record_open_stay WHERE r.is_open = 1 AND r.stay = t.id)" } } },
  { bell_record_get_type, " LEFT JOIN staff o ON o.id = t.owner LEFT JOIN stay s ON s.id = t.stay", {
    { "owner_name", "o.name" },
    { "surname", "s.surname" },
    { "columns", "NULL" } } },
  { bell_item_get_type, " LEFT JOIN staff p ON p.id = t.checked_by", {
    { "checked_name", "p.name" } } },
  { bell_task_get_type, " LEFT JOIN record r ON r.id = t.record LEFT JOIN staff p ON p.id = t.assignee", {
    { "number", "r.number" },
    { "workflow", "r.workflow" },
    { "assignee_name", "p.name" } } },
  { bell_exception_get_type, " LEFT JOIN record r ON r.id = t.record LEFT JOIN staff p ON p.id = t.raised_by"
                             " LEFT JOIN staff q ON q.id = t.reviewed_by", {
    { "number", "r.number" },
    { "workflow", "r.workflow" },
    { "room", "r.room" },
    { "department", "r.department" },
    { "raised_name", "p.name" },
    { "reviewed_name", "q.name" } } },
  { bell_approval_get_type, " LEFT JOIN record r ON r.id = t.record LEFT JOIN staff p ON p.id = t.proposed_by"
                            " LEFT JOIN staff q ON q.id = t.decided_by", {
    { "number", "r.number" },
    { "workflow", "r.workflow" },
    { "room", "r.room" },
    { "proposed_name", "p.name" },
    { "decided_name", "q.name" } } },
  { bell_alert_get_type, " LEFT JOIN record r ON r.id = t.record", {
    { "number", "r.number" },
    { "workflow", "r.workflow" },
    { "room", "r.room" } } },
  { bell_money_line_get_type, " LEFT JOIN record r ON r.id = t.record LEFT JOIN staff p ON p.id = t.made_by", {
    { "number", "r.number" },
    { "made_name", "p.name" } } },
  /* An entry of a class that the reader may not see tells that something changed, not what. */
  { bell_journal_entry_get_type, " LEFT JOIN journal_value v ON v.seq = t.seq LEFT JOIN staff p ON p.id = t.who"
                                 " LEFT JOIN record r ON r.id = t.record", {
    { "device", "lower(hex(t.device))" },
    { "who_name", "p.name" },
    { "number", "r.number" },
    { "why", "iif((@classes >> t.class) & 1, coalesce(t.why, v.why), NULL)" },
    { "old_value", "iif((@classes >> t.class) & 1, coalesce(t.old, v.old), NULL)" },
    { "new_value", "iif((@classes >> t.class) & 1, iif(t.new IS NOT NULL AND v.new IS NOT NULL, json_patch(t.new, v.new),"
                   " coalesce(t.new, v.new)), NULL)" },
    { "hidden", "iif((@classes >> t.class) & 1, 0, 1)" },
    { "erased", "(v.seq IS NULL AND t.digest <> x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')" },
    { "hash", "lower(hex(t.hash))" } } },
};

static BellTable tables[G_N_ELEMENTS (specs)];

gboolean
bell_field_is_stored (const BellField *field)
{
  return !(field->flags & BELL_FIELD_JOINED);
}

const char *
bell_field_column (const BellField *field)
{
  if (g_str_equal (field->name, "class_"))
    return "class";
  if (g_str_equal (field->name, "trigger") || g_str_equal (field->name, "values"))
    return g_str_equal (field->name, "trigger") ? "\"trigger\"" : "\"values\"";
  return field->name;
}

static void
add_expression (GString         *columns,
                const Spec      *spec,
                const BellField *field)
{
  for (guint i = 0; i < N_EXPRESSIONS && spec->expressions[i].field != NULL; i++)
    if (g_str_equal (spec->expressions[i].field, field->name))
      {
        g_string_append_printf (columns, ", %s", spec->expressions[i].sql);
        return;
      }

  /* A joined field without an expression is a mistake in the table above. */
  g_assert (bell_field_is_stored (field));
  g_string_append_printf (columns, ", t.%s", bell_field_column (field));
}

static void
build (BellTable  *table,
       const Spec *spec)
{
  gboolean journal = spec->type == bell_journal_entry_get_type;
  GString *columns = g_string_new (journal ? "t.op, t.seq" : "t.id, t.revision");
  GString *stored = g_string_new (columns->str);
  g_autoptr(GString) names = g_string_new ("id, revision");
  g_autoptr(GString) marks = g_string_new ("?1, ?2");
  int parameter = 3;

  table->type = spec->type ();
  table->klass = g_type_class_ref (table->type);
  table->name = table->klass->table;
  table->joins = spec->joins;
  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      const BellField *field = &table->klass->fields[i];

      add_expression (columns, spec, field);
      if (!bell_field_is_stored (field))
        {
          g_string_append (stored, ", NULL");
          continue;
        }
      g_string_append_printf (stored, ", t.%s", bell_field_column (field));
      g_string_append_printf (names, ", %s", bell_field_column (field));
      g_string_append_printf (marks, ", ?%d", parameter++);
    }

  table->columns = g_string_free_and_steal (columns);
  table->stored = g_string_free_and_steal (stored);
  table->get_sql = g_strdup_printf ("SELECT %s FROM %s t%s WHERE t.%s = @id",
                                    table->columns, table->name, table->joins, journal ? "op" : "id");
  table->insert_sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table->name, names->str, marks->str);
}

static void
ensure_tables (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
        build (&tables[i], &specs[i]);
      g_once_init_leave (&ready, 1);
    }
}

const BellTable *
bell_table_for (GType type)
{
  ensure_tables ();
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].type == type)
      return &tables[i];
  g_error ("There is no table for %s", g_type_name (type));
}

const BellTable *
bell_table_by_name (const char *name)
{
  ensure_tables ();
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].name, name))
      return &tables[i];
  return NULL;
}

void
bell_table_bind_reader (sqlite3_stmt *statement,
                        gint64        now,
                        guint         classes)
{
  int index = sqlite3_bind_parameter_index (statement, "@now");

  if (index > 0)
    sqlite3_bind_int64 (statement, index, now);
  index = sqlite3_bind_parameter_index (statement, "@classes");
  if (index > 0)
    sqlite3_bind_int64 (statement, index, classes);
}

void
bell_table_empty (const BellTable *table,
                  BellEntity      *entity)
{
  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      const BellField *field = &table->klass->fields[i];
      gpointer member = bell_entity_member (entity, field);

      switch (field->type)
        {
        case BELL_FIELD_TEXT:
          g_clear_pointer ((char **) member, g_free);
          break;
        case BELL_FIELD_ID:
          *(BellId *) member = BELL_ID_NONE;
          break;
        case BELL_FIELD_VALUES:
          g_clear_pointer ((GHashTable **) member, g_hash_table_unref);
          break;
        case BELL_FIELD_INT:
        case BELL_FIELD_TIME:
        case BELL_FIELD_FLAG:
        case BELL_FIELD_ENUM:
        default:
          *(gint64 *) member = 0;
        }
    }
}

void
bell_table_read_into (const BellTable *table,
                      sqlite3_stmt    *statement,
                      BellEntity      *entity)
{
  BellId id = bell_column_id (statement, 0);

  bell_table_empty (table, entity);
  bell_entity_set_id (entity, &id);
  bell_entity_set_revision (entity, sqlite3_column_int64 (statement, 1));
  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      const BellField *field = &table->klass->fields[i];
      gpointer member = bell_entity_member (entity, field);

      switch (field->type)
        {
        case BELL_FIELD_TEXT:
          *(char **) member = bell_column_dup_text (statement, i + 2);
          break;
        case BELL_FIELD_ID:
          *(BellId *) member = bell_column_id (statement, i + 2);
          break;
        case BELL_FIELD_INT:
        case BELL_FIELD_TIME:
        case BELL_FIELD_FLAG:
        case BELL_FIELD_ENUM:
          *(gint64 *) member = sqlite3_column_int64 (statement, i + 2);
          break;
        case BELL_FIELD_VALUES:
          /* What is joined is filled in by those who ask for it. */
          if (bell_field_is_stored (field))
            *(GHashTable **) member = bell_json_parse_values ((const char *) sqlite3_column_text (statement, i + 2));
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

gpointer
bell_table_read (const BellTable *table,
                 sqlite3_stmt    *statement)
{
  BellEntity *entity = g_object_new (table->type, NULL);

  bell_table_read_into (table, statement, entity);
  return entity;
}

GPtrArray *
bell_table_read_all (const BellTable  *table,
                     BellConnection   *connection,
                     sqlite3_stmt     *statement,
                     GError          **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  int result;

  while ((result = bell_connection_step (connection, statement, error)) > 0)
    g_ptr_array_add (rows, bell_table_read (table, statement));
  bell_statement_reset (statement);
  return result == 0 ? g_steal_pointer (&rows) : NULL;
}

gpointer
bell_table_read_one (const BellTable  *table,
                     BellConnection   *connection,
                     sqlite3_stmt     *statement,
                     GError          **error)
{
  gpointer entity = NULL;

  if (bell_connection_step (connection, statement, error) > 0)
    entity = bell_table_read (table, statement);
  bell_statement_reset (statement);
  return entity;
}

sqlite3_stmt *
bell_table_prepare (const BellTable  *table,
                    BellConnection   *connection,
                    const char       *index,
                    const char       *rest,
                    GError          **error)
{
  g_autofree char *sql = g_strconcat ("SELECT ", table->columns, " FROM ", table->name, " t",
                                      index != NULL ? " INDEXED BY " : "", index != NULL ? index : "",
                                      table->joins, " ", rest, NULL);

  return bell_connection_prepare (connection, sql, error);
}

void
bell_table_bind_field (sqlite3_stmt    *statement,
                       int              parameter,
                       BellEntity      *entity,
                       const BellField *field)
{
  gpointer member = bell_entity_member (entity, field);

  switch (field->type)
    {
    case BELL_FIELD_TEXT:
      bell_bind_text (statement, parameter, *(char **) member);
      break;
    case BELL_FIELD_ID:
      bell_bind_id (statement, parameter, member);
      break;
    case BELL_FIELD_TIME:
      bell_bind_time (statement, parameter, *(gint64 *) member);
      break;
    case BELL_FIELD_INT:
    case BELL_FIELD_FLAG:
    case BELL_FIELD_ENUM:
      sqlite3_bind_int64 (statement, parameter, *(gint64 *) member);
      break;
    case BELL_FIELD_VALUES: /* only bell_txn_set_value () writes them */
    default:
      sqlite3_bind_null (statement, parameter);
    }
}

gboolean
bell_field_equal (BellEntity      *a,
                  BellEntity      *b,
                  const BellField *field)
{
  gpointer x = bell_entity_member (a, field);
  gpointer y = bell_entity_member (b, field);

  switch (field->type)
    {
    case BELL_FIELD_TEXT:
      return g_strcmp0 (*(char **) x, *(char **) y) == 0;
    case BELL_FIELD_ID:
      return bell_id_equal (x, y);
    case BELL_FIELD_INT:
    case BELL_FIELD_TIME:
    case BELL_FIELD_FLAG:
    case BELL_FIELD_ENUM:
      return *(gint64 *) x == *(gint64 *) y;
    case BELL_FIELD_VALUES:
    default:
      return TRUE;
    }
}

char *
bell_table_payload (BellEntity *entity,
                    gboolean    personal)
{
  BellEntityClass *klass = BELL_ENTITY_GET_CLASS (entity);
  g_autoptr(GString) json = g_string_sized_new (512);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const BellField *field = &klass->fields[i];
      gboolean is_personal = (field->flags & BELL_FIELD_PERSONAL) != 0;
      g_autofree char *text = NULL;

      if ((field->flags & (BELL_FIELD_JOINED | BELL_FIELD_DERIVED)) || is_personal != personal)
        continue;
      text = bell_entity_dup_as_text (entity, field);
      if (text == NULL)
        continue;
      bell_json_add_member (json, field->name, text, field->type == BELL_FIELD_INT || field->type == BELL_FIELD_FLAG);
    }

  if (json->len == 0 && personal)
    return NULL;
  return bell_json_close (g_steal_pointer (&json));
}
