/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-seen-stays.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  guint64 line;
  char *digest;
} SeenRow;

struct _BellSeenStays
{
  GHashTable *rows;
};

static void
seen_row_free (SeenRow *self)
{
  g_free (self->digest);
  g_free (self);
}

BellSeenStays *
bell_seen_stays_new (void)
{
  BellSeenStays *self = g_new0 (BellSeenStays, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) seen_row_free);

  return self;
}

void
bell_seen_stays_free (BellSeenStays *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->rows);
  g_free (self);
}

static BellRowProblem *
tell_contradiction (const BellStayRow *stay,
                    const SeenRow     *before)
{
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (_("Line %lu has the confirmation number “%s” with other values."), (gulong) before->line,
                              stay->values[BELL_STAY_FIELD_CONFIRMATION]);

  return bell_row_problem_new (stay->line, 0, NULL, NULL, sentence, _("Keep the row that is right."));
}

gboolean
bell_seen_stays_add (BellSeenStays      *self,
                     const BellStayRow  *stay,
                     BellRowProblem    **problem)
{
  g_autofree char *key = NULL;
  const char *property;
  SeenRow *before;

  g_return_val_if_fail (self != NULL && stay != NULL && problem != NULL, FALSE);

  property = stay->values[BELL_STAY_FIELD_PROPERTY];
  key = g_strconcat (property != NULL ? property : "", "\x1F", stay->values[BELL_STAY_FIELD_CONFIRMATION], NULL);
  before = g_hash_table_lookup (self->rows, key);
  if (before == NULL)
    {
      SeenRow *seen = g_new (SeenRow, 1);

      seen->line = stay->line;
      seen->digest = g_strdup (stay->digest);
      g_hash_table_insert (self->rows, g_steal_pointer (&key), seen);
      return TRUE;
    }

  if (strcmp (before->digest, stay->digest) != 0)
    *problem = tell_contradiction (stay, before);

  return FALSE;
}
