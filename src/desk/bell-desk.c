/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-counts-private.h"
#include "bell-date.h"
#include "bell-desk-definitions.h"
#include "bell-desk-private.h"
#include "bell-pager-private.h"

typedef enum
{
  PROP_PERSON = 1,
  PROP_PROPERTY,
  PROP_COUNTS,
} BellDeskProperty;

static GParamSpec *properties[PROP_COUNTS + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ALERTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BellDesk, bell_desk, G_TYPE_OBJECT)

/* --- What is read once and again after a change of it --- */

typedef struct
{
  GHashTable *texts;
  GPtrArray *properties;
  GPtrArray *people;
} Setup;

static void
setup_clear (Setup *setup)
{
  g_clear_pointer (&setup->texts, g_hash_table_unref);
  g_clear_pointer (&setup->properties, g_ptr_array_unref);
  g_clear_pointer (&setup->people, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setup, setup_clear)

static gboolean
read_setup (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Setup *setup = data;

  return (setup->texts = bell_definitions_read_texts (txn, error)) != NULL &&
         (setup->properties = bell_txn_list_properties (txn, error)) != NULL &&
         (setup->people = bell_txn_list_staff (txn, 0, FALSE, error)) != NULL;
}

static void
take_people (BellDesk  *self,
             GPtrArray *people)
{
  self->is_new = people->len == 0;
  g_hash_table_remove_all (self->staff_names);
  for (guint i = 0; i < people->len; i++)
    {
      BellStaff *person = people->pdata[i];
      const BellId *id = bell_entity_get_id (BELL_ENTITY (person));

      g_hash_table_replace (self->staff_names, bell_id_copy (id), g_strdup (person->name));
      if (self->person != NULL && bell_id_equal (id, bell_entity_get_id (BELL_ENTITY (self->person))) &&
          g_set_object (&self->person, person))
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);
    }
}

gboolean
bell_desk_reload (BellDesk  *self,
                  GError   **error)
{
  g_auto(Setup) setup = { 0 };
  g_autoptr(BellDefinitions) definitions = NULL;

  if (!bell_store_read (self->store, read_setup, &setup, NULL, error))
    return FALSE;

  definitions = bell_definitions_new (setup.texts, error);
  if (definitions == NULL)
    return FALSE;

  g_set_object (&self->definitions, definitions);
  if (setup.properties->len > 0 && g_set_object (&self->property, setup.properties->pdata[0]))
    {
      g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone = self->property->zone != NULL ? g_time_zone_new_identifier (self->property->zone) : NULL;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROPERTY]);
    }
  if (self->zone == NULL)
    self->zone = g_time_zone_new_local ();
  take_people (self, setup.people);
  return TRUE;
}

/* --- After a commit --- */

static void
tell_alerts_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data);

typedef struct
{
  BellDesk *desk;
  BellViewer *viewer;
  BellQuery *query;
  BellCounts counts;
  GPtrArray *alerts;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->desk);
  bell_viewer_free (look->viewer);
  bell_query_free (look->query);
  bell_counts_clear (&look->counts);
  g_clear_pointer (&look->alerts, g_ptr_array_unref);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static Look *
look_new (BellDesk     *self,
          BellListKind  list)
{
  g_autoptr(BellQuery) query = bell_query_new (list);
  Look *look = g_new0 (Look, 1);

  look->desk = g_object_ref (self);
  look->viewer = bell_viewer_new (self);
  query->staff = *bell_entity_get_id (BELL_ENTITY (self->person));
  query->roles = g_strdup (self->person->roles);
  query->department = g_strdup (self->person->department);
  look->query = bell_desk_complete_query (self, query);
  return look;
}

static gboolean
read_alerts (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Look *look = data;

  look->alerts = bell_txn_list (txn, look->query, NULL, 20, error);
  return look->alerts != NULL;
}

static void
tell_alerts (BellDesk *self)
{
  Look *look;

  if (self->person == NULL)
    return;
  look = look_new (self, BELL_LIST_ALERTS);
  bell_store_read_async (self->store, read_alerts, look, NULL, NULL, tell_alerts_cb, look);
}

static void
tell_alerts_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(Look) look = data;
  g_autoptr(GError) error = NULL;
  BellDesk *self = look->desk;
  gint64 newest = self->alerts_told;

  if (!bell_store_read_finish (BELL_STORE (source), result, &error))
    {
      g_warning ("Alerts could not be read: %s", error->message);
      return;
    }

  for (guint i = look->alerts->len; i > 0; i--)
    {
      BellAlert *alert = look->alerts->pdata[i - 1];

      if (alert->raised_at <= self->alerts_told || alert->seen_at != 0)
        continue;
      newest = MAX (newest, alert->raised_at);
      g_signal_emit (self, signals[SIGNAL_ALERTED], 0, alert);
    }
  self->alerts_told = newest;
}

static gboolean
read_counts (BellTxn       *txn,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Look *look = data;

  return bell_viewer_counts (look->viewer, txn, look->query, &look->counts, error);
}

static void
read_counts_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(Look) look = data;
  g_autoptr(GError) error = NULL;

  look->desk->counting = FALSE;
  if (bell_store_read_finish (BELL_STORE (source), result, &error))
    bell_desk_counts_take (look->desk->counts, &look->counts);
  else
    g_warning ("The counts could not be read: %s", error->message);

  if (look->desk->count_again)
    bell_desk_count (look->desk);
}

void
bell_desk_count (BellDesk *self)
{
  Look *look;

  self->count_again = self->counting;
  if (self->counting || self->person == NULL)
    return;

  self->counting = TRUE;
  look = look_new (self, BELL_LIST_WORK);
  if (look->query->day == NULL)
    look->query->day = bell_time_day (look->query->now, self->zone);
  bell_store_read_async (self->store, read_counts, look, NULL, NULL, read_counts_cb, look);
}

static void
store_changed_cb (BellDesk           *self,
                  const char *const  *tables)
{
  g_autoptr(GError) error = NULL;

  if ((g_strv_contains (tables, "setting") || g_strv_contains (tables, "property") || g_strv_contains (tables, "staff")) &&
      !bell_desk_reload (self, &error))
    g_warning ("The set-up could not be read again: %s", error->message);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, tables);
  bell_desk_count (self);
  if (g_strv_contains (tables, "alert"))
    tell_alerts (self);
}

/* --- Opening --- */

BellDesk *
bell_desk_open (const char  *path,
                BellClock   *clock,
                gboolean     create,
                GError     **error)
{
  g_autoptr(BellDesk) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (BELL_IS_CLOCK (clock), NULL);

  self = g_object_new (BELL_TYPE_DESK, NULL);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  self->store = bell_store_open (path, create, error);
  if (self->store == NULL || !bell_desk_reload (self, error))
    return NULL;

  self->alerts_told = bell_clock_now (clock);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

void
bell_desk_close (BellDesk *self)
{
  g_return_if_fail (BELL_IS_DESK (self));

  bell_desk_sign_out (self);
  if (self->store != NULL)
    bell_store_close (self->store);
}

BellDefinitions *
bell_desk_get_definitions (BellDesk *self)
{
  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  return self->definitions;
}

BellClock *
bell_desk_get_clock (BellDesk *self)
{
  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  return self->clock;
}

BellProperty *
bell_desk_get_property (BellDesk *self)
{
  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  return self->property;
}

GTimeZone *
bell_desk_get_zone (BellDesk *self)
{
  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  return self->zone;
}

const char *
bell_desk_get_path (BellDesk *self)
{
  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  return self->path;
}

gboolean
bell_desk_is_new (BellDesk *self)
{
  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);

  return self->is_new;
}

BellStaff *
bell_desk_get_person (BellDesk *self)
{
  g_return_val_if_fail (BELL_IS_DESK (self), NULL);

  return self->person;
}

void
bell_desk_set_person (BellDesk  *self,
                      BellStaff *person)
{
  if (!g_set_object (&self->person, person))
    return;

  bell_revealed_clear (self->revealed);
  self->alerts_told = bell_clock_now (self->clock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);
  bell_desk_count (self);
}

const char *
bell_desk_get_staff_name (BellDesk     *self,
                          const BellId *staff)
{
  const char *name;

  g_return_val_if_fail (BELL_IS_DESK (self), "");

  name = staff != NULL ? g_hash_table_lookup (self->staff_names, staff) : NULL;
  return name != NULL ? name : "";
}

gboolean
bell_desk_may (BellDesk   *self,
               BellAction  action,
               const char *kind)
{
  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);

  return self->person != NULL &&
         bell_permissions_reach (self->definitions, self->person->roles, action, kind) >= 0;
}

/* --- Object --- */

static void
bell_desk_dispose (GObject *object)
{
  BellDesk *self = BELL_DESK (object);

  if (self->store != NULL)
    bell_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->definitions);
  g_clear_object (&self->property);
  g_clear_object (&self->person);
  g_clear_object (&self->counts);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bell_desk_parent_class)->dispose (object);
}

static void
bell_desk_finalize (GObject *object)
{
  BellDesk *self = BELL_DESK (object);

  g_free (self->path);
  g_hash_table_unref (self->staff_names);
  bell_revealed_unref (self->revealed);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (bell_desk_parent_class)->finalize (object);
}

static void
bell_desk_get_gobject_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  BellDesk *self = BELL_DESK (object);

  switch ((BellDeskProperty) property_id)
    {
    case PROP_PERSON:
      g_value_set_object (value, self->person);
      break;
    case PROP_PROPERTY:
      g_value_set_object (value, self->property);
      break;
    case PROP_COUNTS:
      g_value_set_object (value, self->counts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_desk_class_init (BellDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_desk_dispose;
  object_class->finalize = bell_desk_finalize;
  object_class->get_property = bell_desk_get_gobject_property;

  properties[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, BELL_TYPE_STAFF, flags);
  properties[PROP_PROPERTY] = g_param_spec_object ("property", NULL, NULL, BELL_TYPE_PROPERTY, flags);
  properties[PROP_COUNTS] = g_param_spec_object ("counts", NULL, NULL, BELL_TYPE_DESK_COUNTS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* ::changed (const char * const *tables): what a commit touched. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRV);
  /* ::alerted (BellAlert): something the signed-in person must know. */
  signals[SIGNAL_ALERTED] = g_signal_new ("alerted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, BELL_TYPE_ALERT);
}

static void
bell_desk_init (BellDesk *self)
{
  self->counts = bell_desk_counts_new ();
  self->revealed = bell_revealed_new ();
  self->staff_names = g_hash_table_new_full (bell_id_hash, bell_id_equal, g_free, g_free);
}
