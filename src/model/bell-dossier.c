/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-dossier.h"

G_DEFINE_FINAL_TYPE (BellDossier, bell_dossier, G_TYPE_OBJECT)

static void
bell_dossier_dispose (GObject *object)
{
  BellDossier *self = BELL_DOSSIER (object);

  g_clear_object (&self->record);
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    g_clear_object (&self->items[slot]);
  g_clear_object (&self->tasks);
  g_clear_object (&self->exceptions);
  g_clear_object (&self->approvals);
  g_clear_object (&self->alerts);
  g_clear_object (&self->money);
  g_clear_object (&self->stay);
  g_clear_object (&self->guest);

  G_OBJECT_CLASS (bell_dossier_parent_class)->dispose (object);
}

static void
bell_dossier_class_init (BellDossierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bell_dossier_dispose;
}

static void
bell_dossier_init (BellDossier *self)
{
  self->tasks = g_list_store_new (BELL_TYPE_TASK);
  self->exceptions = g_list_store_new (BELL_TYPE_EXCEPTION);
  self->approvals = g_list_store_new (BELL_TYPE_APPROVAL);
  self->alerts = g_list_store_new (BELL_TYPE_ALERT);
  self->money = g_list_store_new (BELL_TYPE_MONEY_LINE);
}

BellDossier *
bell_dossier_new (void)
{
  return g_object_new (BELL_TYPE_DOSSIER, NULL);
}
