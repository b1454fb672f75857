/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conformance.h"

static const struct
{
  const char *kind;
  const char *field;
  const char *value;
} sensitive[] = {
  { "data-mapping", "own-code", "102" },
  { "pre-arrival-message", "send-time", "2026-11-25T09:00:00Z" },
  { "guest-request", "promised-time", "2026-11-27T20:00:00Z" },
  { "post-stay-follow-up", "due", "2026-12-02T10:00:00Z" },
  { "rollout-status", "go-live", "2026-12-02" },
  { "unit-rule", "value", "3 nights" },
  { "campaign-reply", "answer", "no" },
  { "feedback-score", "score", "8" },
  { "service-recovery", "restricted-note", "The guest was hurt" },
  { "migration-step", "cut-over", "2026-12-09" },
};

void
conformance_sensitive (Hotel            *hotel,
                       const HotelCase  *the,
                       BellSlot          slot,
                       const char      **field,
                       const char      **value)
{
  const BellKind *kind = hotel_kind (hotel, the, slot);

  for (gsize i = 0; i < G_N_ELEMENTS (sensitive); i++)
    if (g_str_equal (sensitive[i].kind, kind->id))
      {
        *field = sensitive[i].field;
        *value = sensitive[i].value;
        return;
      }
  g_error ("no sensitive field is known for %s", kind->id);
}

static char *
only_open (GListStore *list,
           gboolean (*is_open) (gpointer))
{
  char *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(BellEntity) entity = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (!is_open (entity))
        continue;
      if (found != NULL)
        {
          g_test_message ("there is more than one");
          g_clear_pointer (&found, g_free);
          return NULL;
        }
      found = bell_id_to_string (bell_entity_get_id (entity));
    }
  return found;
}

static gboolean
approval_is_open (gpointer entity)
{
  return ((BellApproval *) entity)->state == BELL_APPROVAL_STATE_OPEN;
}

static gboolean
exception_is_open (gpointer entity)
{
  return ((BellException *) entity)->state == BELL_REVIEW_STATE_OPEN;
}

static gboolean
task_is_open (gpointer entity)
{
  return ((BellTask *) entity)->status != BELL_STATUS_COMPLETE;
}

char *
conformance_proposal (Hotel      *hotel,
                      const char *who,
                      const char *record)
{
  g_autoptr(BellDossier) dossier = hotel_open (hotel, who, record);

  return dossier != NULL ? only_open (dossier->approvals, approval_is_open) : NULL;
}

char *
conformance_first_task (Hotel      *hotel,
                        const char *who,
                        const char *record)
{
  g_autoptr(BellDossier) dossier = hotel_open (hotel, who, record);

  return dossier != NULL ? only_open (dossier->tasks, task_is_open) : NULL;
}

char *
conformance_first_exception (Hotel      *hotel,
                             const char *who,
                             const char *record)
{
  g_autoptr(BellDossier) dossier = hotel_open (hotel, who, record);

  return dossier != NULL ? only_open (dossier->exceptions, exception_is_open) : NULL;
}

char *
conformance_value (Hotel      *hotel,
                   const char *who,
                   const char *record,
                   BellSlot    slot,
                   const char *field)
{
  g_autoptr(BellDossier) dossier = hotel_open (hotel, who, record);
  BellItem *item = dossier != NULL ? dossier->items[slot] : NULL;

  return item != NULL && item->values != NULL ? g_strdup (g_hash_table_lookup (item->values, field)) : NULL;
}
