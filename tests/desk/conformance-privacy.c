/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conformance.h"

static gboolean
lists_it (Hotel      *hotel,
          const char *who,
          const char *workflow,
          const char *number)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_RECORDS);
  g_autoptr(GPtrArray) rows = NULL;

  query->workflow = g_strdup (workflow);
  rows = hotel_list (hotel, who, query);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_str_equal (((BellRecord *) rows->pdata[i])->number, number))
      return TRUE;
  return FALSE;
}

/* What somebody sees of a record by whatever way: list, page, history, search, next action. */
static gboolean
sees_anything (Hotel      *hotel,
               const char *who,
               const char *workflow,
               const char *number,
               BellId      record)
{
  g_autoptr(BellQuery) timeline = bell_query_new (BELL_LIST_TIMELINE);
  g_autoptr(BellQuery) search = bell_query_new (BELL_LIST_SEARCH);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) hits = NULL;

  timeline->of = record;
  search->text = g_strdup (number);
  if (lists_it (hotel, who, workflow, number) || !hotel_hides (hotel, who, number))
    return TRUE;
  entries = bell_desk_read_list (hotel->desk, timeline, NULL, 10, NULL);
  hits = bell_desk_read_list (hotel->desk, search, NULL, 10, NULL);
  return (entries != NULL && entries->len > 0) || (hits != NULL && hits->len > 0);
}

/* P1: only staff who need the owned or validated kind may view or edit it. */
static void
p1_need_to_know (Hotel           *hotel,
                 const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellDossier) limited = NULL;
  BellId record;

  TRY (hotel_file_record (hotel, the, &number) && hotel_fill (hotel, the, number, BELL_SLOT_VALIDATED));
  record = hotel_last ()->record;
  TRY ((dossier = hotel_open (hotel, the->worker, number)) != NULL && dossier->items[BELL_SLOT_VALIDATED]->values != NULL);
  TRY (lists_it (hotel, the->worker, the->workflow, number));

  TRY (!sees_anything (hotel, "Ada Keys", the->workflow, number, record));
  TRY (!lists_it (hotel, the->outsider, the->workflow, number));
  TRY (hotel_refuses (hotel, the->outsider, BELL_ERROR_FORBIDDEN, "does not allow", "record.check", "record", number, "slot", "validated", NULL));
  TRY (hotel_refuses (hotel, the->outsider, BELL_ERROR_FORBIDDEN, "does not allow", "record.check", "record", number, "slot", "owned", NULL));
  TRY (hotel_refuses (hotel, the->outsider, BELL_ERROR_FORBIDDEN, "does not allow", "record.status", "record", number, "to", "blocked",
                      "reason", "I do not like it", "waits-for", "me", NULL));
  TRY (hotel_refuses (hotel, the->outsider, BELL_ERROR_FORBIDDEN, "does not allow", "record.new", "workflow", the->workflow, "stay", the->stay, NULL));

  /* Whom a task lets in sees the task and nothing of the kinds. */
  limited = bell_desk_open_record (hotel->desk, number, &error);
  for (int slot = 0; limited != NULL && slot < BELL_N_SLOTS; slot++)
    TRY (limited->items[slot] == NULL || limited->items[slot]->values == NULL || g_hash_table_size (limited->items[slot]->values) == 0);
}

/* The values of a stricter class that the test data of a workflow holds, and who of its readers must not get them. */
static const struct
{
  const char *workflow;
  BellSlot slot;
  const char *field;
  const char *sees;
  const char *does_not;
} strict[] = {
  { "customer-journey", BELL_SLOT_ALERTED, "unit-owner", "Gina General", "Seta Setup" },
  { "customer-journey", BELL_SLOT_AUDITED, "effect", "Felix Finance", "Seta Setup" },
  { "crm", BELL_SLOT_VALIDATED, "address", "Rita Relations", "Susan Super" },
  { "crm", BELL_SLOT_EXCEPTION, "happened", "Fred Front", "Susan Super" },
  { "guest-experience", BELL_SLOT_OWNED, "address", "Rita Relations", "Felix Finance" },
  { "guest-experience", BELL_SLOT_TRACKED, "address", "Dora Duty", "Felix Finance" },
  { "package", BELL_SLOT_OWNED, "number", "Rita Relations", "Felix Finance" },
  { "package", BELL_SLOT_AUDITED, "happened", "Rita Relations", "Felix Finance" },
  { "boutique", BELL_SLOT_AUDITED, "cost", "Gina General", "Seta Setup" },
};

/* P2: where identity, payment or private details are touched, access is limited and changes are traceable. */
static void
p2_limited_access (Hotel           *hotel,
                   const HotelCase *the)
{
  g_autofree char *number = NULL;
  guint tried = 0;

  TRY (hotel_file_record (hotel, the, &number));
  for (int slot = BELL_SLOT_VALIDATED; slot < BELL_N_SLOTS; slot++)
    TRY (hotel_fill (hotel, the, number, slot));
  for (gsize i = 0; i < G_N_ELEMENTS (strict); i++)
    {
      g_autoptr(BellDossier) seen = NULL;
      g_autoptr(BellDossier) unseen = NULL;
      g_autoptr(GPtrArray) timeline = NULL;
      const char *value;
      BellItem *item;

      if (!g_str_equal (strict[i].workflow, the->workflow))
        continue;
      TRY ((seen = hotel_open (hotel, strict[i].sees, number)) != NULL);
      value = g_hash_table_lookup (seen->items[strict[i].slot]->values, strict[i].field);
      TRY (value != NULL);
      TRY ((unseen = hotel_open (hotel, strict[i].does_not, number)) != NULL);
      item = unseen->items[strict[i].slot];
      TRY (item->values == NULL || g_hash_table_lookup (item->values, strict[i].field) == NULL);
      TRY (item->hidden != 0);

      /* Nor does the history tell it; that it was changed, by whom and when, it does. */
      TRY ((timeline = hotel_timeline (hotel, strict[i].does_not, bell_entity_get_id (BELL_ENTITY (unseen->record)))) != NULL);
      for (guint j = 0; j < timeline->len; j++)
        TRY (g_strcmp0 (((BellJournalEntry *) timeline->pdata[j])->new_value, value) != 0);
      tried++;
    }
  TRY (tried > 0);
}

/* P2, the other half: who looks at a masked name leaves a trace. */
static void
p2_reveal_traced (Hotel           *hotel,
                  const HotelCase *the)
{
  g_autoptr(BellQuery) guests = bell_query_new (BELL_LIST_GUESTS);
  g_autoptr(BellQuery) journal = bell_query_new (BELL_LIST_JOURNAL);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *guest = NULL;
  gboolean told = FALSE;

  TRY ((rows = hotel_list (hotel, "Dora Duty", guests)) != NULL && rows->len == 2);
  guest = bell_id_to_string (bell_entity_get_id (rows->pdata[0]));
  TRY (hotel_refuses (hotel, "Seta Setup", BELL_ERROR_FORBIDDEN, "does not allow", "guest.reveal", "guest", guest, "reason", "I am curious", NULL));
  TRY (hotel_refuses (hotel, "Dora Duty", BELL_ERROR_REFUSED, "needs a reason", "guest.reveal", "guest", guest, NULL));
  TRY (hotel_does (hotel, "Dora Duty", "guest.reveal", "guest", guest, "reason", "The police asks", NULL));
  TRY ((entries = hotel_list (hotel, "Aud Auditor", journal)) != NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      BellJournalEntry *entry = entries->pdata[i];

      told |= entry->verb == BELL_VERB_REVEAL && g_str_equal (entry->kind, "guest") && g_strcmp0 (entry->why, "The police asks") == 0;
    }
  TRY (told);
}

/* P3: nothing is lost at a shift change: ownership, status and review history live in one controlled workflow. */
static void
p3_shift_change (Hotel           *hotel,
                 const HotelCase *the)
{
  g_autofree char *number = NULL;
  g_autoptr(BellDossier) before = NULL;
  g_autoptr(BellDossier) after = NULL;
  g_autoptr(GPtrArray) history = NULL;
  g_autoptr(GPtrArray) later = NULL;
  BellId record;

  TRY (hotel_file_record (hotel, the, &number) && hotel_fill (hotel, the, number, BELL_SLOT_VALIDATED));
  TRY (hotel_does (hotel, the->worker, "exception.raise", "record", number, "cause", "Late", "impact", "low", "note", "The van broke down", NULL));
  TRY (hotel_does (hotel, the->worker, "record.status", "record", number, "to", "blocked", "reason", "The van broke down", "waits-for", "The garage", NULL));
  TRY ((before = hotel_open (hotel, the->worker, number)) != NULL);
  record = *bell_entity_get_id (BELL_ENTITY (before->record));
  TRY ((history = hotel_timeline (hotel, the->worker, &record)) != NULL && history->len > 0);

  /* The PC is switched off; the next shift signs in thirteen hours later, when nobody of the first is on duty. */
  hotel_reopen (hotel);
  hotel_wait (hotel, 13 * BELL_HOUR);
  TRY ((after = hotel_open (hotel, the->second, number)) != NULL);
  TRY (bell_entity_equal (BELL_ENTITY (before->record), BELL_ENTITY (after->record)));
  TRY (g_list_model_get_n_items (G_LIST_MODEL (after->exceptions)) == 1 && g_list_model_get_n_items (G_LIST_MODEL (after->tasks)) ==
                                                                             g_list_model_get_n_items (G_LIST_MODEL (before->tasks)));
  TRY ((later = hotel_timeline (hotel, the->second, &record)) != NULL && later->len == history->len);
  TRY (lists_it (hotel, the->second, the->workflow, number));
}

const ConformanceRow conformance_privacy[] = {
  { "P1-need-to-know", p1_need_to_know },
  { "P2-limited-access", p2_limited_access },
  { "P2-reveal-traced", p2_reveal_traced },
  { "P3-shift-change", p3_shift_change },
  { NULL }
};
