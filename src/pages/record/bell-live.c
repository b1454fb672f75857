/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-live.h"

struct _BellLive
{
  GObject parent_instance;

  BellEntity *entity;
};

typedef enum
{
  PROP_ENTITY = 1,
} BellLiveProperty;

static GParamSpec *properties[PROP_ENTITY + 1];

G_DEFINE_FINAL_TYPE (BellLive, bell_live, G_TYPE_OBJECT)

static void
bell_live_finalize (GObject *object)
{
  g_clear_object (&BELL_LIVE (object)->entity);

  G_OBJECT_CLASS (bell_live_parent_class)->finalize (object);
}

static void
bell_live_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch ((BellLiveProperty) property_id)
    {
    case PROP_ENTITY:
      g_value_set_object (value, BELL_LIVE (object)->entity);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_live_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch ((BellLiveProperty) property_id)
    {
    case PROP_ENTITY:
      if (g_set_object (&BELL_LIVE (object)->entity, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_live_class_init (BellLiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bell_live_finalize;
  object_class->get_property = bell_live_get_property;
  object_class->set_property = bell_live_set_property;

  properties[PROP_ENTITY] =
    g_param_spec_object ("entity", NULL, NULL, BELL_TYPE_ENTITY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bell_live_init (BellLive *self)
{
}

BellEntity *
bell_live_get_entity (BellLive *self)
{
  g_return_val_if_fail (BELL_IS_LIVE (self), NULL);

  return self->entity;
}

static gboolean
same_entity (BellLive   *live,
             BellEntity *entity)
{
  return bell_id_equal (bell_entity_get_id (live->entity), bell_entity_get_id (entity));
}

/* The live one of @entity, with the snapshot replaced when it differs; (transfer full). */
static BellLive *
find_or_make (GListStore *store,
              BellEntity *entity)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr(BellLive) live = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (!same_entity (live, entity))
        continue;
      if (!bell_entity_equal (live->entity, entity))
        g_object_set (live, "entity", entity, NULL);
      return g_steal_pointer (&live);
    }
  return g_object_new (BELL_TYPE_LIVE, "entity", entity, NULL);
}

void
bell_live_list_update (GListStore *store,
                       GListModel *fresh)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model = G_LIST_MODEL (store);
  guint prefix = 0;
  guint suffix = 0;
  guint before;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (G_IS_LIST_MODEL (fresh));

  for (guint i = 0; i < g_list_model_get_n_items (fresh); i++)
    {
      g_autoptr(BellEntity) entity = g_list_model_get_item (fresh, i);

      g_ptr_array_add (wanted, find_or_make (store, entity));
    }

  before = g_list_model_get_n_items (model);
  for (; prefix < MIN (before, wanted->len); prefix++)
    {
      g_autoptr(GObject) live = g_list_model_get_item (model, prefix);

      if (live != wanted->pdata[prefix])
        break;
    }
  for (; suffix < MIN (before, wanted->len) - prefix; suffix++)
    {
      g_autoptr(GObject) live = g_list_model_get_item (model, before - 1 - suffix);

      if (live != wanted->pdata[wanted->len - 1 - suffix])
        break;
    }
  if (before != wanted->len || prefix + suffix != before)
    g_list_store_splice (store, prefix, before - prefix - suffix, wanted->pdata + prefix, wanted->len - prefix - suffix);
}
