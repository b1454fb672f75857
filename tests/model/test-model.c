/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-dossier.h"
#include "bell-journal-entry.h"
#include "bell-property.h"
#include "bell-query.h"
#include "bell-staff.h"

static GType
all_types (guint i)
{
  switch (i)
    {
    case 0:
      return BELL_TYPE_RECORD;
    case 1:
      return BELL_TYPE_ITEM;
    case 2:
      return BELL_TYPE_EXCEPTION;
    case 3:
      return BELL_TYPE_APPROVAL;
    case 4:
      return BELL_TYPE_ALERT;
    case 5:
      return BELL_TYPE_MONEY_LINE;
    case 6:
      return BELL_TYPE_TASK;
    case 7:
      return BELL_TYPE_STAY;
    case 8:
      return BELL_TYPE_GUEST;
    case 9:
      return BELL_TYPE_STAFF;
    case 10:
      return BELL_TYPE_SHIFT;
    case 11:
      return BELL_TYPE_PROPERTY;
    case 12:
      return BELL_TYPE_JOURNAL_ENTRY;
    case 13:
      return BELL_TYPE_HIT;
    default:
      return G_TYPE_INVALID;
    }
}

/* Some value of the field's form that is not its empty one. */
static char *
sample_text (const BellField *field)
{
  BellId id = bell_id_new (g_get_real_time ());
  g_autoptr(GEnumClass) enum_class = NULL;

  switch (field->type)
    {
    case BELL_FIELD_ID:
      return bell_id_to_string (&id);
    case BELL_FIELD_TEXT:
      return g_strdup ("Águas, 2 “extra” towels");
    case BELL_FIELD_INT:
      return g_strdup ("-1234567890123");
    case BELL_FIELD_TIME:
      return g_strdup ("2026-11-22T14:05:00.000123Z");
    case BELL_FIELD_FLAG:
      return g_strdup ("true");
    case BELL_FIELD_ENUM:
      enum_class = g_type_class_ref (field->enum_type ());
      return g_strdup (enum_class->values[enum_class->n_values - 1].value_nick);
    case BELL_FIELD_VALUES:
    default:
      return NULL;
    }
}

static void
fill (BellEntity *entity)
{
  BellEntityClass *klass = BELL_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *text = sample_text (&klass->fields[i]);

      if (text != NULL)
        g_assert_true (bell_entity_set_from_text (entity, &klass->fields[i], text));
      else
        {
          GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

          g_hash_table_insert (values, g_strdup ("room"), g_strdup ("412"));
          *(GHashTable **) bell_entity_member (entity, &klass->fields[i]) = values;
        }
    }
}

static void
test_text_round_trip (void)
{
  for (guint t = 0; all_types (t) != G_TYPE_INVALID; t++)
    {
      g_autoptr(BellEntity) entity = g_object_new (all_types (t), NULL);
      BellEntityClass *klass = BELL_ENTITY_GET_CLASS (entity);

      g_assert_nonnull (klass->table);
      fill (entity);
      for (guint i = 0; i < klass->n_fields; i++)
        {
          g_autofree char *text = bell_entity_dup_as_text (entity, &klass->fields[i]);
          g_autofree char *again = NULL;

          if (klass->fields[i].type == BELL_FIELD_VALUES)
            continue;
          g_assert_true (bell_entity_set_from_text (entity, &klass->fields[i], text));
          again = bell_entity_dup_as_text (entity, &klass->fields[i]);
          g_assert_cmpstr (text, ==, again);
          g_assert_nonnull (text);
        }
    }
}

static void
test_copy_and_equal (void)
{
  for (guint t = 0; all_types (t) != G_TYPE_INVALID; t++)
    {
      g_autoptr(BellEntity) entity = g_object_new (all_types (t), NULL);
      g_autoptr(BellEntity) copy = NULL;
      BellEntityClass *klass = BELL_ENTITY_GET_CLASS (entity);

      fill (entity);
      copy = bell_entity_copy (entity);
      g_assert_true (bell_entity_equal (entity, copy));

      /* A difference in any one field is seen. */
      for (guint i = 0; i < klass->n_fields; i++)
        {
          g_autoptr(BellEntity) other = bell_entity_copy (entity);

          if (klass->fields[i].type == BELL_FIELD_VALUES)
            g_hash_table_insert (*(GHashTable **) bell_entity_member (other, &klass->fields[i]), g_strdup ("room"), g_strdup ("413"));
          else if (klass->fields[i].type == BELL_FIELD_ENUM)
            *(gint64 *) bell_entity_member (other, &klass->fields[i]) = 0;
          else
            g_assert_true (bell_entity_set_from_text (other, &klass->fields[i], NULL));
          g_test_message ("%s.%s", klass->table, klass->fields[i].name);
          g_assert_false (bell_entity_equal (entity, other));
        }
    }
}

static void
test_properties_match_fields (void)
{
  for (guint t = 0; all_types (t) != G_TYPE_INVALID; t++)
    {
      g_autoptr(BellEntity) entity = g_object_new (all_types (t), NULL);
      BellEntityClass *klass = BELL_ENTITY_GET_CLASS (entity);

      fill (entity);
      for (guint i = 0; i < klass->n_fields; i++)
        {
          g_auto(GValue) value = G_VALUE_INIT;
          g_autoptr(BellEntity) other = g_object_new (all_types (t), NULL);
          GParamSpec *pspec = g_object_class_find_property (G_OBJECT_CLASS (klass), klass->fields[i].name);
          g_autofree char *first = NULL;
          g_autofree char *second = NULL;

          g_assert_nonnull (pspec);
          g_value_init (&value, pspec->value_type);
          g_object_get_property (G_OBJECT (entity), pspec->name, &value);
          g_object_set_property (G_OBJECT (other), pspec->name, &value);
          first = bell_entity_dup_as_text (entity, &klass->fields[i]);
          second = bell_entity_dup_as_text (other, &klass->fields[i]);
          g_assert_cmpstr (first, ==, second);
        }
    }
}

static void
test_bad_text_is_refused (void)
{
  g_autoptr(BellRecord) record = g_object_new (BELL_TYPE_RECORD, NULL);
  BellEntityClass *klass = BELL_ENTITY_GET_CLASS (record);
  static const struct
  {
    const char *field;
    const char *text;
  } cases[] = { { "status", "done" }, { "status", NULL }, { "owner", "Ana" }, { "opened_at", "soon" }, { "paused", "2h" }, { "paused", "9223372036854775808" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_false (bell_entity_set_from_text (BELL_ENTITY (record), bell_entity_class_find_field (klass, cases[i].field), cases[i].text));
}

static void
test_enums (void)
{
  g_autofree char *nicks = bell_enum_nicks (BELL_TYPE_STATUS);
  int value = -1;

  g_assert_cmpstr (nicks, ==, "new, pending, approved, blocked, complete");
  g_assert_true (bell_enum_from_nick (BELL_TYPE_MONEY_KIND, "write-off", &value));
  g_assert_cmpint (value, ==, BELL_MONEY_KIND_WRITE_OFF);
  g_assert_false (bell_enum_from_nick (BELL_TYPE_STATUS, "closed", &value));
  g_assert_false (bell_enum_from_nick (BELL_TYPE_STATUS, NULL, &value));
  for (int status = 0; status < BELL_N_STATUSES; status++)
    g_assert_cmpstr (bell_status_label (status), !=, "");
}

static void
test_query_copy (void)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_BOARD);
  g_autoptr(BellQuery) copy = NULL;

  query->department = g_strdup ("housekeeping");
  query->text = g_strdup ("towels");
  copy = bell_query_copy (query);
  g_assert_cmpstr (copy->department, ==, "housekeeping");
  g_assert_true (copy->department != query->department);
  g_assert_cmpint (copy->status, ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/text-round-trip", test_text_round_trip);
  g_test_add_func ("/model/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/model/properties", test_properties_match_fields);
  g_test_add_func ("/model/bad-text", test_bad_text_is_refused);
  g_test_add_func ("/model/enums", test_enums);
  g_test_add_func ("/model/query", test_query_copy);

  return g_test_run ();
}
