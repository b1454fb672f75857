/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-verbs.h"

/* Showing a masked name is an act that leaves a trace; the window shows it only after this went through. */
gboolean
bell_verb_guest_reveal (BellVisit  *visit,
                        GError    **error)
{
  g_autoptr(BellGuest) guest = bell_visit_find (visit, "guest", BELL_TYPE_GUEST, error);
  const BellId *id;

  if (guest == NULL || bell_visit_need_reason (visit, "reason", error) == NULL ||
      !bell_visit_check (visit, BELL_ACTION_REVEAL, NULL, NULL, BELL_CLASS_IDENTITY, error))
    return FALSE;

  id = bell_entity_get_id (BELL_ENTITY (guest));
  visit->outcome->entity = *id;
  visit->outcome->sentence = g_strdup (_("Shown; the journal tells that you looked."));
  return bell_txn_note (visit->txn, BELL_VERB_REVEAL, "guest", id, NULL, BELL_CLASS_IDENTITY, "name", NULL, NULL, FALSE, error);
}

gboolean
bell_verb_guest_erase (BellVisit  *visit,
                       GError    **error)
{
  g_autoptr(BellGuest) guest = bell_visit_find (visit, "guest", BELL_TYPE_GUEST, error);
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_RECORDS_OF_GUEST);
  g_autoptr(GPtrArray) open = NULL;
  guint values;

  if (guest == NULL || bell_visit_need_reason (visit, "reason", error) == NULL ||
      !bell_visit_check (visit, BELL_ACTION_ERASE, NULL, NULL, BELL_CLASS_OPS, error))
    return FALSE;
  if (guest->erased_at != 0)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, NULL, _("This guest has been erased already."));
      return FALSE;
    }

  query->of = *bell_entity_get_id (BELL_ENTITY (guest));
  query->open_only = TRUE;
  query->classes = BELL_CLASS_ALL;
  open = bell_txn_list (visit->txn, query, NULL, 1, error);
  if (open == NULL)
    return FALSE;
  if (open->len > 0)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Complete the open records first."), _("%s about this guest is still open."),
                      ((BellRecord *) open->pdata[0])->number);
      return FALSE;
    }

  visit->outcome->entity = query->of;
  if (!bell_txn_erase_guest (visit->txn, &query->of, &values, error))
    return FALSE;
  visit->outcome->sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Guest erased; %u value is gone.",
                                                           "Guest erased; %u values are gone.", values), values);
  return TRUE;
}
