/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-date.h"
#include "bell-entity.h"
#include "bell-enums.h"

typedef struct
{
  BellId id;
  gint64 revision;
} BellEntityPrivate;

enum
{
  PROP_ID = 1,
  PROP_REVISION,
  PROP_FIRST_FIELD,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BellEntity, bell_entity, G_TYPE_OBJECT)

gpointer
bell_entity_member (BellEntity      *self,
                    const BellField *field)
{
  g_return_val_if_fail (BELL_IS_ENTITY (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return G_STRUCT_MEMBER_P (self, field->offset);
}

static const BellField *
field_of_property (BellEntity *self,
                   guint       property_id)
{
  BellEntityClass *klass = BELL_ENTITY_GET_CLASS (self);

  g_assert (property_id >= PROP_FIRST_FIELD && property_id - PROP_FIRST_FIELD < klass->n_fields);
  return &klass->fields[property_id - PROP_FIRST_FIELD];
}

static void
bell_entity_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BellEntity *self = BELL_ENTITY (object);
  BellEntityPrivate *priv = bell_entity_get_instance_private (self);
  const BellField *field;
  gpointer member;

  if (property_id == PROP_ID)
    {
      g_value_set_boxed (value, &priv->id);
      return;
    }
  if (property_id == PROP_REVISION)
    {
      g_value_set_int64 (value, priv->revision);
      return;
    }

  field = field_of_property (self, property_id);
  member = bell_entity_member (self, field);
  switch (field->type)
    {
    case BELL_FIELD_ID:
      g_value_set_boxed (value, bell_id_is_none (member) ? NULL : member);
      break;
    case BELL_FIELD_TEXT:
      g_value_set_string (value, *(char **) member);
      break;
    case BELL_FIELD_INT:
    case BELL_FIELD_TIME:
      g_value_set_int64 (value, *(gint64 *) member);
      break;
    case BELL_FIELD_FLAG:
      g_value_set_boolean (value, *(gint64 *) member != 0);
      break;
    case BELL_FIELD_ENUM:
      g_value_set_enum (value, *(gint64 *) member);
      break;
    case BELL_FIELD_VALUES:
      g_value_set_boxed (value, *(GHashTable **) member);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_entity_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  BellEntity *self = BELL_ENTITY (object);
  const BellField *field;
  gpointer member;

  if (property_id == PROP_ID)
    {
      bell_entity_set_id (self, g_value_get_boxed (value));
      return;
    }
  if (property_id == PROP_REVISION)
    {
      bell_entity_set_revision (self, g_value_get_int64 (value));
      return;
    }

  field = field_of_property (self, property_id);
  member = bell_entity_member (self, field);
  switch (field->type)
    {
    case BELL_FIELD_ID:
      *(BellId *) member = g_value_get_boxed (value) != NULL ? *(BellId *) g_value_get_boxed (value) : BELL_ID_NONE;
      break;
    case BELL_FIELD_TEXT:
      g_set_str (member, g_value_get_string (value));
      break;
    case BELL_FIELD_INT:
    case BELL_FIELD_TIME:
      *(gint64 *) member = g_value_get_int64 (value);
      break;
    case BELL_FIELD_FLAG:
      *(gint64 *) member = g_value_get_boolean (value);
      break;
    case BELL_FIELD_ENUM:
      *(gint64 *) member = g_value_get_enum (value);
      break;
    case BELL_FIELD_VALUES:
      g_clear_pointer ((GHashTable **) member, g_hash_table_unref);
      *(GHashTable **) member = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_entity_finalize (GObject *object)
{
  BellEntity *self = BELL_ENTITY (object);
  BellEntityClass *klass = BELL_ENTITY_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      gpointer member = bell_entity_member (self, &klass->fields[i]);

      if (klass->fields[i].type == BELL_FIELD_TEXT)
        g_clear_pointer ((char **) member, g_free);
      else if (klass->fields[i].type == BELL_FIELD_VALUES)
        g_clear_pointer ((GHashTable **) member, g_hash_table_unref);
    }

  G_OBJECT_CLASS (bell_entity_parent_class)->finalize (object);
}

static void
bell_entity_class_init (BellEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bell_entity_finalize;
  object_class->get_property = bell_entity_get_property;
  object_class->set_property = bell_entity_set_property;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_boxed ("id", NULL, NULL, BELL_TYPE_ID,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_REVISION,
                                   g_param_spec_int64 ("revision", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
bell_entity_init (BellEntity *self)
{
}

static GParamSpec *
param_spec_for (const BellField *field,
                const char      *name)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case BELL_FIELD_ID:
      return g_param_spec_boxed (name, NULL, NULL, BELL_TYPE_ID, flags);
    case BELL_FIELD_TEXT:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case BELL_FIELD_INT:
    case BELL_FIELD_TIME:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case BELL_FIELD_FLAG:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case BELL_FIELD_ENUM:
      return g_param_spec_enum (name, NULL, NULL, field->enum_type (), 0, flags);
    case BELL_FIELD_VALUES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_HASH_TABLE, flags);
    default:
      g_assert_not_reached ();
    }
}

void
bell_entity_class_set_fields (BellEntityClass *klass,
                              const char      *table,
                              const BellField *fields,
                              guint            n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GObject does not hand these two down to a subclass that installs properties. */
  object_class->get_property = bell_entity_get_property;
  object_class->set_property = bell_entity_set_property;

  klass->table = table;
  klass->fields = fields;
  klass->n_fields = n_fields;

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *dashed = g_strdelimit (g_strdup (fields[i].name), "_", '-');

      g_object_class_install_property (object_class, PROP_FIRST_FIELD + i,
                                       param_spec_for (&fields[i], g_intern_string (dashed)));
    }
}

const BellField *
bell_entity_class_find_field (BellEntityClass *klass,
                              const char      *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].name[0] == name[0] && strcmp (klass->fields[i].name, name) == 0)
      return &klass->fields[i];
  return NULL;
}

const BellId *
bell_entity_get_id (BellEntity *self)
{
  g_return_val_if_fail (BELL_IS_ENTITY (self), NULL);

  return &((BellEntityPrivate *) bell_entity_get_instance_private (self))->id;
}

void
bell_entity_set_id (BellEntity   *self,
                    const BellId *id)
{
  g_return_if_fail (BELL_IS_ENTITY (self));

  ((BellEntityPrivate *) bell_entity_get_instance_private (self))->id = id != NULL ? *id : BELL_ID_NONE;
}

gint64
bell_entity_get_revision (BellEntity *self)
{
  g_return_val_if_fail (BELL_IS_ENTITY (self), 0);

  return ((BellEntityPrivate *) bell_entity_get_instance_private (self))->revision;
}

void
bell_entity_set_revision (BellEntity *self,
                          gint64      revision)
{
  g_return_if_fail (BELL_IS_ENTITY (self));

  ((BellEntityPrivate *) bell_entity_get_instance_private (self))->revision = revision;
}

void
bell_entity_set_text (BellEntity *self,
                      const char *name,
                      const char *value)
{
  const BellField *field;

  g_return_if_fail (BELL_IS_ENTITY (self));

  field = bell_entity_class_find_field (BELL_ENTITY_GET_CLASS (self), name);
  g_return_if_fail (field != NULL && field->type == BELL_FIELD_TEXT);

  g_set_str (bell_entity_member (self, field), value);
}

char *
bell_entity_dup_as_text (BellEntity      *self,
                         const BellField *field)
{
  gpointer member = bell_entity_member (self, field);
  g_autoptr(GEnumClass) enum_class = NULL;

  switch (field->type)
    {
    case BELL_FIELD_ID:
      return bell_id_is_none (member) ? NULL : bell_id_to_string (member);
    case BELL_FIELD_TEXT:
      return g_strdup (*(char **) member);
    case BELL_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) member);
    case BELL_FIELD_TIME:
      return *(gint64 *) member != 0 ? bell_time_to_iso8601 (*(gint64 *) member) : NULL;
    case BELL_FIELD_FLAG:
      return g_strdup (*(gint64 *) member != 0 ? "true" : "false");
    case BELL_FIELD_ENUM:
      enum_class = g_type_class_ref (field->enum_type ());
      return g_strdup (g_enum_get_value (enum_class, *(gint64 *) member)->value_nick);
    case BELL_FIELD_VALUES:
    default:
      return NULL;
    }
}

gboolean
bell_entity_set_from_text (BellEntity      *self,
                           const BellField *field,
                           const char      *text)
{
  gpointer member = bell_entity_member (self, field);
  int value = 0;

  switch (field->type)
    {
    case BELL_FIELD_ID:
      *(BellId *) member = BELL_ID_NONE;
      return text == NULL || bell_id_parse (text, member);
    case BELL_FIELD_TEXT:
      g_set_str (member, text);
      return TRUE;
    case BELL_FIELD_INT:
      *(gint64 *) member = 0;
      return text == NULL || g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, member, NULL);
    case BELL_FIELD_TIME:
      *(gint64 *) member = 0;
      return text == NULL || bell_time_from_iso8601 (text, NULL, member);
    case BELL_FIELD_FLAG:
      *(gint64 *) member = g_strcmp0 (text, "true") == 0;
      return TRUE;
    case BELL_FIELD_ENUM:
      if (!bell_enum_from_nick (field->enum_type (), text, &value))
        return FALSE;
      *(gint64 *) member = value;
      return TRUE;
    case BELL_FIELD_VALUES:
    default:
      return FALSE;
    }
}

static void
copy_value (gpointer key,
            gpointer value,
            gpointer target)
{
  g_hash_table_insert (target, g_strdup (key), g_strdup (value));
}

gpointer
bell_entity_copy (gpointer self)
{
  BellEntityClass *klass;
  BellEntity *copy;

  g_return_val_if_fail (BELL_IS_ENTITY (self), NULL);

  klass = BELL_ENTITY_GET_CLASS (self);
  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  bell_entity_set_id (copy, bell_entity_get_id (self));
  bell_entity_set_revision (copy, bell_entity_get_revision (self));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      gpointer from = bell_entity_member (self, &klass->fields[i]);
      gpointer to = bell_entity_member (copy, &klass->fields[i]);

      if (klass->fields[i].type == BELL_FIELD_TEXT)
        g_set_str (to, *(char **) from);
      else if (klass->fields[i].type == BELL_FIELD_ID)
        *(BellId *) to = *(BellId *) from;
      else if (klass->fields[i].type != BELL_FIELD_VALUES)
        *(gint64 *) to = *(gint64 *) from;
      else if (*(GHashTable **) from != NULL)
        {
          *(GHashTable **) to = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
          g_hash_table_foreach (*(GHashTable **) from, copy_value, *(GHashTable **) to);
        }
    }

  return copy;
}

static gboolean
values_equal (GHashTable *a,
              GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value;

  if ((a != NULL ? g_hash_table_size (a) : 0) != (b != NULL ? g_hash_table_size (b) : 0))
    return FALSE;
  if (a == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (b == NULL || g_strcmp0 (g_hash_table_lookup (b, key), value) != 0)
      return FALSE;
  return TRUE;
}

gboolean
bell_entity_equal (BellEntity *a,
                   BellEntity *b)
{
  BellEntityClass *klass;

  g_return_val_if_fail (BELL_IS_ENTITY (a), FALSE);
  g_return_val_if_fail (BELL_IS_ENTITY (b), FALSE);

  if (G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b) || !bell_id_equal (bell_entity_get_id (a), bell_entity_get_id (b)))
    return FALSE;

  klass = BELL_ENTITY_GET_CLASS (a);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      gpointer x = bell_entity_member (a, &klass->fields[i]);
      gpointer y = bell_entity_member (b, &klass->fields[i]);
      gboolean same;

      if (klass->fields[i].type == BELL_FIELD_TEXT)
        same = g_strcmp0 (*(char **) x, *(char **) y) == 0;
      else if (klass->fields[i].type == BELL_FIELD_ID)
        same = bell_id_equal (x, y);
      else if (klass->fields[i].type == BELL_FIELD_VALUES)
        same = values_equal (*(GHashTable **) x, *(GHashTable **) y);
      else
        same = *(gint64 *) x == *(gint64 *) y;

      if (!same)
        return FALSE;
    }

  return TRUE;
}
