/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-revealed.h"

struct _BellRevealed
{
  gatomicrefcount references;
  GMutex lock;
  GHashTable *guests;
};

BellRevealed *
bell_revealed_new (void)
{
  BellRevealed *self = g_new0 (BellRevealed, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->guests = g_hash_table_new_full (bell_id_hash, bell_id_equal, g_free, NULL);
  return self;
}

BellRevealed *
bell_revealed_ref (BellRevealed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bell_revealed_unref (BellRevealed *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->guests);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
bell_revealed_add (BellRevealed *self,
                   const BellId *guest)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (guest != NULL);

  g_mutex_lock (&self->lock);
  g_hash_table_add (self->guests, bell_id_copy (guest));
  g_mutex_unlock (&self->lock);
}

gboolean
bell_revealed_has (BellRevealed *self,
                   const BellId *guest)
{
  gboolean has;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (guest != NULL, FALSE);

  g_mutex_lock (&self->lock);
  has = g_hash_table_contains (self->guests, guest);
  g_mutex_unlock (&self->lock);
  return has;
}

void
bell_revealed_clear (BellRevealed *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  g_hash_table_remove_all (self->guests);
  g_mutex_unlock (&self->lock);
}
