/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-pager-private.h"

#define PAGE_SIZE 50

struct _BellPager
{
  GObject parent_instance;

  BellStore *store;
  BellViewer *viewer;
  BellQuery *query;
  GPtrArray *rows;
  GCancellable *cancellable;
  guint wanted; /* rows to have after the next read */
  gboolean loading;
  gboolean stale; /* something changed while a read was under way */
  gboolean has_more;
  char *error_text;
};

typedef enum
{
  PROP_LOADING = 1,
  PROP_HAS_MORE,
  PROP_N_ITEMS,
  PROP_ERROR_TEXT,
} BellPagerProperty;

static GParamSpec *properties[PROP_ERROR_TEXT + 1];

static void bell_pager_read (BellPager *self);

/* --- List model --- */

static GType
bell_pager_get_item_type (GListModel *model)
{
  return BELL_TYPE_ENTITY;
}

static guint
bell_pager_get_n_items (GListModel *model)
{
  return BELL_PAGER (model)->rows->len;
}

static gpointer
bell_pager_get_item (GListModel *model,
                     guint       position)
{
  BellPager *self = BELL_PAGER (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
bell_pager_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bell_pager_get_item_type;
  iface->get_n_items = bell_pager_get_n_items;
  iface->get_item = bell_pager_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BellPager, bell_pager, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bell_pager_list_model_init))

/* --- Reading --- */

typedef struct
{
  BellPager *pager;
  BellViewer *viewer;
  BellQuery *query;
  guint limit;
  GPtrArray *rows;
} PageRead;

static void
page_read_free (PageRead *read)
{
  g_object_unref (read->pager);
  bell_viewer_free (read->viewer);
  bell_query_free (read->query);
  g_clear_pointer (&read->rows, g_ptr_array_unref);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageRead, page_read_free)

static gboolean
read_page (BellTxn       *txn,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  PageRead *read = data;

  read->rows = bell_viewer_read (read->viewer, txn, read->query, NULL, read->limit, error);
  return read->rows != NULL;
}

static gboolean
same_row (gpointer a,
          gpointer b)
{
  return a == b || bell_entity_equal (a, b);
}

/* Replaces the rows and tells the smallest span that differs; equal rows keep their objects. */
static void
bell_pager_take_rows (BellPager *self,
                      GPtrArray *fresh)
{
  guint old_length = self->rows->len;
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < MIN (old_length, fresh->len) && same_row (self->rows->pdata[prefix], fresh->pdata[prefix]))
    prefix++;
  while (suffix < MIN (old_length, fresh->len) - prefix &&
         same_row (self->rows->pdata[old_length - 1 - suffix], fresh->pdata[fresh->len - 1 - suffix]))
    suffix++;

  if (prefix + suffix == old_length && old_length == fresh->len)
    return;

  for (guint i = 0; i < prefix; i++)
    g_set_object ((GObject **) &fresh->pdata[i], self->rows->pdata[i]);
  for (guint i = 0; i < suffix; i++)
    g_set_object ((GObject **) &fresh->pdata[fresh->len - 1 - i], self->rows->pdata[old_length - 1 - i]);

  g_ptr_array_unref (self->rows);
  self->rows = g_ptr_array_ref (fresh);
  g_list_model_items_changed (G_LIST_MODEL (self), prefix, old_length - prefix - suffix, fresh->len - prefix - suffix);

  if (old_length != fresh->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
bell_pager_set_loading (BellPager *self,
                        gboolean   loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
bell_pager_set_has_more (BellPager *self,
                         gboolean   has_more)
{
  if (self->has_more == has_more)
    return;
  self->has_more = has_more;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_MORE]);
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(PageRead) read = data;
  g_autoptr(GError) error = NULL;
  BellPager *self = read->pager;
  gboolean done = bell_store_read_finish (BELL_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_set_str (&self->error_text, error != NULL ? error->message : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_TEXT]);

  if (done)
    {
      bell_pager_set_has_more (self, read->rows->len > self->wanted);
      if (read->rows->len > self->wanted)
        g_ptr_array_set_size (read->rows, self->wanted);
      bell_pager_take_rows (self, read->rows);
    }

  /* Told last: whoever waits for it finds the rows there, and an empty list is empty indeed. */
  bell_pager_set_loading (self, FALSE);

  if (self->stale)
    bell_pager_read (self);
}

static void
bell_pager_read (BellPager *self)
{
  PageRead *read;

  if (self->loading)
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  read = g_new0 (PageRead, 1);
  read->pager = g_object_ref (self);
  read->viewer = bell_viewer_copy (self->viewer);
  read->query = bell_query_copy (self->query);
  /* One more than is shown tells whether there is more. */
  read->limit = self->wanted + 1;

  bell_pager_set_loading (self, TRUE);
  bell_store_read_async (self->store, read_page, read, NULL, self->cancellable, page_read_cb, read);
}

void
bell_pager_load_more (BellPager *self)
{
  g_return_if_fail (BELL_IS_PAGER (self));

  if (!self->has_more || self->loading)
    return;

  self->wanted += PAGE_SIZE;
  bell_pager_read (self);
}

gboolean
bell_pager_get_loading (BellPager *self)
{
  g_return_val_if_fail (BELL_IS_PAGER (self), FALSE);

  return self->loading;
}

gboolean
bell_pager_get_has_more (BellPager *self)
{
  g_return_val_if_fail (BELL_IS_PAGER (self), FALSE);

  return self->has_more;
}

/* The tables whose change may alter a list. */
static const char *const *
tables_of (const BellQuery *query)
{
  static const char *const records[] = { "record", "staff", "stay", NULL };
  static const char *const with_columns[] = { "record", "staff", "stay", "item", NULL };
  static const char *const tasks[] = { "task", "staff", NULL };
  static const char *const stays[] = { "stay", "guest", "record", NULL };
  static const char *const guests[] = { "guest", "stay", NULL };
  static const char *const approvals[] = { "approval", NULL };
  static const char *const exceptions[] = { "exception", NULL };
  static const char *const alerts[] = { "alert", NULL };
  static const char *const journal[] = { "journal", NULL };
  static const char *const people[] = { "staff", "shift", "record", NULL };
  static const char *const found[] = { "search", NULL };

  switch (query->list)
    {
    case BELL_LIST_WORK:
    case BELL_LIST_WATCHED:
    case BELL_LIST_RECORDS:
    case BELL_LIST_RECORDS_OF_STAY:
    case BELL_LIST_RECORDS_OF_GUEST:
      return query->columns ? with_columns : records;
    case BELL_LIST_BOARD:
      return tasks;
    case BELL_LIST_ARRIVALS:
    case BELL_LIST_IN_HOUSE:
    case BELL_LIST_DEPARTURES:
    case BELL_LIST_STAYS_OF_GUEST:
      return stays;
    case BELL_LIST_GUESTS:
      return guests;
    case BELL_LIST_APPROVALS:
      return approvals;
    case BELL_LIST_EXCEPTIONS:
      return exceptions;
    case BELL_LIST_ALERTS:
      return alerts;
    case BELL_LIST_TIMELINE:
    case BELL_LIST_JOURNAL:
      return journal;
    case BELL_LIST_STAFF:
    case BELL_LIST_SHIFTS:
      return people;
    case BELL_LIST_SEARCH:
      return found;
    default:
      g_assert_not_reached ();
    }
}

void
bell_pager_note_changed (BellPager         *self,
                         const char *const *tables)
{
  const char *const *mine;

  g_return_if_fail (BELL_IS_PAGER (self));

  mine = tables_of (self->query);
  for (guint i = 0; mine[i] != NULL; i++)
    if (g_strv_contains (tables, mine[i]))
      {
        bell_pager_read (self);
        return;
      }
}

/* --- Object --- */

static void
bell_pager_dispose (GObject *object)
{
  BellPager *self = BELL_PAGER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->viewer, bell_viewer_free);
  g_clear_pointer (&self->query, bell_query_free);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->error_text, g_free);

  G_OBJECT_CLASS (bell_pager_parent_class)->dispose (object);
}

static void
bell_pager_finalize (GObject *object)
{
  g_ptr_array_unref (BELL_PAGER (object)->rows);
  G_OBJECT_CLASS (bell_pager_parent_class)->finalize (object);
}

static void
bell_pager_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BellPager *self = BELL_PAGER (object);

  switch ((BellPagerProperty) property_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_HAS_MORE:
      g_value_set_boolean (value, self->has_more);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->rows->len);
      break;
    case PROP_ERROR_TEXT:
      g_value_set_string (value, self->error_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_pager_class_init (BellPagerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_pager_dispose;
  object_class->finalize = bell_pager_finalize;
  object_class->get_property = bell_pager_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_MORE] = g_param_spec_boolean ("has-more", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ERROR_TEXT] = g_param_spec_string ("error-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bell_pager_init (BellPager *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  self->wanted = PAGE_SIZE;
}

GListModel *
bell_pager_new (BellStore       *store,
                BellViewer      *viewer,
                const BellQuery *query)
{
  BellPager *self;

  g_return_val_if_fail (BELL_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  self = g_object_new (BELL_TYPE_PAGER, NULL);
  self->store = g_object_ref (store);
  self->viewer = viewer;
  self->query = bell_query_copy (query);
  bell_pager_read (self);
  return G_LIST_MODEL (self);
}
