/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-timeline.h"

struct _BellDeed
{
  GObject parent_instance;

  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (BellDeed, bell_deed, G_TYPE_OBJECT)

static void
bell_deed_finalize (GObject *object)
{
  g_ptr_array_unref (BELL_DEED (object)->entries);

  G_OBJECT_CLASS (bell_deed_parent_class)->finalize (object);
}

static void
bell_deed_class_init (BellDeedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_deed_finalize;
}

static void
bell_deed_init (BellDeed *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

GPtrArray *
bell_deed_get_entries (BellDeed *self)
{
  g_return_val_if_fail (BELL_IS_DEED (self), NULL);

  return self->entries;
}

BellJournalEntry *
bell_deed_get_first (BellDeed *self)
{
  g_return_val_if_fail (BELL_IS_DEED (self), NULL);

  return self->entries->pdata[0];
}

struct _BellTimeline
{
  GObject parent_instance;

  GListModel *model;
  GPtrArray *deeds;
};

typedef enum
{
  PROP_MODEL = 1,
} BellTimelineProperty;

static GParamSpec *properties[PROP_MODEL + 1];

static GType
bell_timeline_get_item_type (GListModel *list)
{
  return BELL_TYPE_DEED;
}

static guint
bell_timeline_get_n_items (GListModel *list)
{
  return BELL_TIMELINE (list)->deeds->len;
}

static gpointer
bell_timeline_get_item (GListModel *list,
                        guint       position)
{
  BellTimeline *self = BELL_TIMELINE (list);

  return position < self->deeds->len ? g_object_ref (self->deeds->pdata[position]) : NULL;
}

static void
bell_timeline_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bell_timeline_get_item_type;
  iface->get_n_items = bell_timeline_get_n_items;
  iface->get_item = bell_timeline_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BellTimeline, bell_timeline, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bell_timeline_list_model_init))

static gboolean
belongs_to (BellDeed         *deed,
            BellJournalEntry *entry)
{
  BellJournalEntry *other = deed->entries->pdata[0];

  return !bell_id_is_none (&entry->group_op) && bell_id_equal (&other->group_op, &entry->group_op);
}

/* The list is newest first; within a deed the first comes first. */
static GPtrArray *
group (GListModel *model)
{
  GPtrArray *deeds = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(BellJournalEntry) entry = g_list_model_get_item (model, i);
      BellDeed *last = deeds->len > 0 ? deeds->pdata[deeds->len - 1] : NULL;

      if (last == NULL || !belongs_to (last, entry))
        {
          last = g_object_new (BELL_TYPE_DEED, NULL);
          g_ptr_array_add (deeds, last);
        }
      g_ptr_array_insert (last->entries, 0, g_steal_pointer (&entry));
    }
  return deeds;
}

static gboolean
same_deed (BellDeed *a,
           BellDeed *b)
{
  if (a->entries->len != b->entries->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    if (a->entries->pdata[i] != b->entries->pdata[i] && !bell_entity_equal (a->entries->pdata[i], b->entries->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
regroup (BellTimeline *self)
{
  g_autoptr(GPtrArray) fresh = group (self->model);
  guint before = self->deeds->len;
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < MIN (before, fresh->len) && same_deed (self->deeds->pdata[prefix], fresh->pdata[prefix]))
    prefix++;
  while (suffix < MIN (before, fresh->len) - prefix &&
         same_deed (self->deeds->pdata[before - 1 - suffix], fresh->pdata[fresh->len - 1 - suffix]))
    suffix++;
  if (prefix + suffix == before && before == fresh->len)
    return;

  for (guint i = 0; i < prefix; i++)
    g_set_object ((GObject **) &fresh->pdata[i], self->deeds->pdata[i]);
  for (guint i = 0; i < suffix; i++)
    g_set_object ((GObject **) &fresh->pdata[fresh->len - 1 - i], self->deeds->pdata[before - 1 - i]);
  g_ptr_array_unref (self->deeds);
  self->deeds = g_ptr_array_ref (fresh);
  g_list_model_items_changed (G_LIST_MODEL (self), prefix, before - prefix - suffix, fresh->len - prefix - suffix);
}

static void
bell_timeline_dispose (GObject *object)
{
  BellTimeline *self = BELL_TIMELINE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, regroup, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (bell_timeline_parent_class)->dispose (object);
}

static void
bell_timeline_finalize (GObject *object)
{
  g_ptr_array_unref (BELL_TIMELINE (object)->deeds);

  G_OBJECT_CLASS (bell_timeline_parent_class)->finalize (object);
}

static void
bell_timeline_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((BellTimelineProperty) property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, BELL_TIMELINE (object)->model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_timeline_class_init (BellTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bell_timeline_dispose;
  object_class->finalize = bell_timeline_finalize;
  object_class->get_property = bell_timeline_get_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bell_timeline_init (BellTimeline *self)
{
  self->deeds = g_ptr_array_new_with_free_func (g_object_unref);
}

BellTimeline *
bell_timeline_new (GListModel *entries)
{
  BellTimeline *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), NULL);

  self = g_object_new (BELL_TYPE_TIMELINE, NULL);
  self->model = g_object_ref (entries);
  g_signal_connect_object (entries, "items-changed", G_CALLBACK (regroup), self, G_CONNECT_SWAPPED);
  regroup (self);
  return self;
}
