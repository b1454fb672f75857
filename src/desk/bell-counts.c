/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-counts-private.h"

struct _BellDeskCounts
{
  GObject parent_instance;

  BellCounts counts;
};

typedef enum
{
  PROP_WORK = 1,
  PROP_WORK_LATE,
  PROP_WATCHED,
  PROP_BOARD,
  PROP_BOARD_LATE,
  PROP_ARRIVALS,
  PROP_IN_HOUSE,
  PROP_DEPARTURES,
  PROP_APPROVALS,
  PROP_EXCEPTIONS,
  PROP_ALERTS,
} BellDeskCountsProperty;

static GParamSpec *properties[PROP_ALERTS + 1];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (BellDeskCounts, bell_desk_counts, G_TYPE_OBJECT)

static guint
value_of (const BellCounts       *counts,
          BellDeskCountsProperty  property)
{
  guint open = 0;

  switch (property)
    {
    case PROP_WORK:
      return counts->work;
    case PROP_WORK_LATE:
      return counts->work_late;
    case PROP_WATCHED:
      return counts->watched;
    case PROP_BOARD:
      for (int status = 0; status < BELL_STATUS_COMPLETE; status++)
        open += counts->board[status];
      return open;
    case PROP_BOARD_LATE:
      return counts->board_late;
    case PROP_ARRIVALS:
      return counts->arrivals;
    case PROP_IN_HOUSE:
      return counts->in_house;
    case PROP_DEPARTURES:
      return counts->departures;
    case PROP_APPROVALS:
      return counts->approvals;
    case PROP_EXCEPTIONS:
      return counts->exceptions;
    case PROP_ALERTS:
      return counts->alerts;
    default:
      g_assert_not_reached ();
    }
}

static void
bell_desk_counts_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_uint (value, value_of (&BELL_DESK_COUNTS (object)->counts, property_id));
}

static void
bell_desk_counts_finalize (GObject *object)
{
  bell_counts_clear (&BELL_DESK_COUNTS (object)->counts);
  G_OBJECT_CLASS (bell_desk_counts_parent_class)->finalize (object);
}

static void
bell_desk_counts_class_init (BellDeskCountsClass *klass)
{
  static const char *const names[] = { NULL, "work", "work-late", "watched", "board", "board-late", "arrivals", "in-house",
                                       "departures", "approvals", "exceptions", "alerts" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bell_desk_counts_get_property;
  object_class->finalize = bell_desk_counts_finalize;

  for (guint i = PROP_WORK; i <= PROP_ALERTS; i++)
    properties[i] = g_param_spec_uint (names[i], NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bell_desk_counts_init (BellDeskCounts *self)
{
}

BellDeskCounts *
bell_desk_counts_new (void)
{
  return g_object_new (BELL_TYPE_DESK_COUNTS, NULL);
}

guint
bell_desk_counts_get_workflow (BellDeskCounts *self,
                               const char     *workflow)
{
  g_return_val_if_fail (BELL_IS_DESK_COUNTS (self), 0);

  return self->counts.workflows != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->counts.workflows, workflow)) : 0;
}

guint
bell_desk_counts_get_board (BellDeskCounts *self,
                            BellStatus      status)
{
  g_return_val_if_fail (BELL_IS_DESK_COUNTS (self), 0);
  g_return_val_if_fail (status < BELL_N_STATUSES, 0);

  return self->counts.board[status];
}

void
bell_desk_counts_take (BellDeskCounts *self,
                       BellCounts     *counts)
{
  BellCounts old = self->counts;

  self->counts = *counts;
  *counts = (BellCounts) { 0 };

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_WORK; i <= PROP_ALERTS; i++)
    if (value_of (&old, i) != value_of (&self->counts, i))
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));

  bell_counts_clear (&old);
  g_signal_emit (self, changed_signal, 0);
}
