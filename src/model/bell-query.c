/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-query.h"

G_DEFINE_BOXED_TYPE (BellQuery, bell_query, bell_query_copy, bell_query_free)
G_DEFINE_FINAL_TYPE (BellHit, bell_hit, BELL_TYPE_ENTITY)

static const BellField hit_fields[] = {
  BELL_FIELD (BellHit, kind, TEXT, 0),
  BELL_FIELD (BellHit, title, TEXT, 0),
  BELL_FIELD (BellHit, subtitle, TEXT, 0),
  BELL_FIELD (BellHit, record, ID, 0),
};

static void
bell_hit_class_init (BellHitClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "search", hit_fields, G_N_ELEMENTS (hit_fields));
}

static void
bell_hit_init (BellHit *self)
{
}

BellQuery *
bell_query_new (BellListKind list)
{
  BellQuery *self = g_new0 (BellQuery, 1);

  self->list = list;
  self->status = -1;
  self->classes = BELL_CLASS_BIT (BELL_CLASS_OPS);
  return self;
}

BellQuery *
bell_query_copy (const BellQuery *self)
{
  BellQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->property = g_strdup (self->property);
  copy->workflow = g_strdup (self->workflow);
  copy->department = g_strdup (self->department);
  copy->roles = g_strdup (self->roles);
  copy->kind = g_strdup (self->kind);
  copy->day = g_strdup (self->day);
  copy->text = g_strdup (self->text);
  return copy;
}

void
bell_query_free (BellQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->property);
  g_free (self->workflow);
  g_free (self->department);
  g_free (self->roles);
  g_free (self->kind);
  g_free (self->day);
  g_free (self->text);
  g_free (self);
}
