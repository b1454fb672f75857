/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-mismatch.h"
#include "bell-stay-intake.h"
#include "bell-text.h"

/* A field that the file does not speak of stays as it is; one that it leaves empty is cleared. */
static void
take (char              **member,
      const BellStayRow  *row,
      BellStayField       field)
{
  const char *value = row->values[field];

  if (value != NULL)
    g_set_str (member, value[0] != '\0' ? value : NULL);
}

static void
take_number (gint64             *member,
             const BellStayRow  *row,
             BellStayField       field)
{
  const char *value = row->values[field];

  if (value != NULL)
    *member = value[0] != '\0' ? g_ascii_strtoll (value, NULL, 10) : 0;
}

static const char *
said (const BellStayRow *row,
      BellStayField      field)
{
  const char *value = row->values[field];

  return value != NULL && value[0] != '\0' ? value : NULL;
}

/* --- The guest --- */

static void
fill_guest (BellGuest         *guest,
            const BellStayRow *row)
{
  take (&guest->prefix, row, BELL_STAY_FIELD_PREFIX);
  take (&guest->first_name, row, BELL_STAY_FIELD_FIRST_NAME);
  take (&guest->last_name, row, BELL_STAY_FIELD_LAST_NAME);
  take (&guest->phone, row, BELL_STAY_FIELD_PHONE);
  take (&guest->email, row, BELL_STAY_FIELD_EMAIL);
  take (&guest->address, row, BELL_STAY_FIELD_ADDRESS);
  take (&guest->language, row, BELL_STAY_FIELD_LANGUAGE);
  take (&guest->country, row, BELL_STAY_FIELD_COUNTRY);
  take (&guest->vip, row, BELL_STAY_FIELD_VIP);
  take (&guest->notes, row, BELL_STAY_FIELD_NOTES);
}

static gboolean
same_name (const char *a,
           const char *b)
{
  g_autofree char *folded_a = bell_text_fold (a != NULL ? a : "");
  g_autofree char *folded_b = bell_text_fold (b != NULL ? b : "");

  return g_str_equal (folded_a, folded_b);
}

/* Whom the row means: the guest of the stay, or one with the same e-mail or telephone and surname. An address that a
 * travel agency gives for all its guests does not make them one person. */
static gboolean
find_guest (BellVisit          *visit,
            const BellStayRow  *row,
            const BellId       *known,
            BellGuest         **guest,
            GError            **error)
{
  const char *last_name = said (row, BELL_STAY_FIELD_LAST_NAME);
  const char *email = said (row, BELL_STAY_FIELD_EMAIL);
  const char *phone = said (row, BELL_STAY_FIELD_PHONE);
  g_autoptr(BellGuest) found = NULL;
  GError *failure = NULL;

  if (known != NULL && !bell_id_is_none (known))
    {
      found = bell_txn_get (visit->txn, BELL_TYPE_GUEST, known, &failure);
      if (found != NULL && found->erased_at == 0 && last_name != NULL && !same_name (found->last_name, last_name))
        g_clear_object (&found);
    }
  if (found == NULL && failure == NULL && (email != NULL || phone != NULL))
    {
      found = bell_txn_find_guest (visit->txn, email, phone, NULL, NULL, FALSE, &failure);
      if (found != NULL && !same_name (found->last_name, last_name))
        g_clear_object (&found);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *guest = g_steal_pointer (&found);
  return TRUE;
}

/* The guest as known and as the row makes them; @after alone for a new one, neither when the row names nobody. Nothing of
 * a person who was erased comes back. */
static gboolean
plan_guest (BellVisit          *visit,
            const BellStayRow  *row,
            const BellId       *known,
            BellGuest         **before,
            BellGuest         **after,
            GError            **error)
{
  if (!find_guest (visit, row, known, before, error))
    return FALSE;
  if (*before == NULL && said (row, BELL_STAY_FIELD_LAST_NAME) == NULL)
    return TRUE;

  *after = *before != NULL ? bell_entity_copy (*before) : g_object_new (BELL_TYPE_GUEST, NULL);
  if ((*after)->erased_at == 0)
    fill_guest (*after, row);
  return TRUE;
}

static gboolean
write_guest (BellVisit  *visit,
             BellGuest  *before,
             BellGuest  *after,
             GError    **error)
{
  if (after == NULL || (before != NULL && bell_entity_equal (BELL_ENTITY (before), BELL_ENTITY (after))))
    return TRUE;
  return before == NULL
         ? bell_txn_insert (visit->txn, BELL_ENTITY (after), BELL_CLASS_IDENTITY, NULL, error)
         : bell_txn_update (visit->txn, BELL_ENTITY (before), BELL_ENTITY (after), BELL_CLASS_IDENTITY, NULL, error);
}

/* --- The stay --- */

static void
fill_stay (BellVisit         *visit,
           BellStay          *stay,
           const BellStayRow *row,
           gboolean           erased)
{
  const char *status = said (row, BELL_STAY_FIELD_STATUS);
  int value = BELL_STAY_STATUS_RESERVED;

  if (!erased)
    take (&stay->surname, row, BELL_STAY_FIELD_LAST_NAME);
  take (&stay->room, row, BELL_STAY_FIELD_ROOM);
  take (&stay->room_type, row, BELL_STAY_FIELD_ROOM_TYPE);
  take (&stay->arrival, row, BELL_STAY_FIELD_ARRIVAL);
  take (&stay->departure, row, BELL_STAY_FIELD_DEPARTURE);
  take (&stay->vip, row, BELL_STAY_FIELD_VIP);
  take (&stay->group_name, row, BELL_STAY_FIELD_GROUP);
  take (&stay->company, row, BELL_STAY_FIELD_COMPANY);
  take_number (&stay->adults, row, BELL_STAY_FIELD_ADULTS);
  take_number (&stay->children, row, BELL_STAY_FIELD_CHILDREN);
  take (&stay->rate_plan, row, BELL_STAY_FIELD_RATE_PLAN);
  take (&stay->segment, row, BELL_STAY_FIELD_MARKET_SEGMENT);
  take (&stay->country, row, BELL_STAY_FIELD_COUNTRY);
  take_number (&stay->requests, row, BELL_STAY_FIELD_REQUESTS);
  if (status != NULL && bell_enum_from_nick (BELL_TYPE_STAY_STATUS, status, &value))
    stay->status = value;
  g_set_str (&stay->digest, row->digest);
  stay->imported_at = visit->now;
}

/* The sentences of @all that @standing does not have: what only the change itself gives reason for. */
static char *
tell_news (GPtrArray *all,
           GPtrArray *standing)
{
  GString *news = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      BellMismatch *mismatch = all->pdata[i];
      gboolean known = FALSE;

      for (guint j = 0; j < standing->len && !known; j++)
        known = g_str_equal (((BellMismatch *) standing->pdata[j])->sentence, mismatch->sentence);
      if (!known)
        g_string_append_printf (news, "%s%s", news->len > 0 ? " " : "", mismatch->sentence);
    }
  return g_string_free (news, news->len == 0);
}

/* A value that disagrees stands on the record until it is put right, which settling sees to; what merely became doubtful
 * (the guest moved, the stay was cancelled) is told once. */
static gboolean
tell_record (BellVisit   *visit,
             BellStay    *before,
             BellStay    *after,
             BellRecord  *record,
             guint       *alerts,
             GError     **error)
{
  const BellId *id = bell_entity_get_id (BELL_ENTITY (record));
  g_autoptr(BellDossier) dossier = bell_visit_open_id (visit, id, error);
  const BellWorkflow *workflow = bell_definitions_workflow (visit->definitions, record->workflow);
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) standing = NULL;
  g_autofree char *news = NULL;

  if (dossier == NULL)
    return FALSE;

  all = bell_mismatch_find (visit->definitions, before, after, dossier, visit->zone);
  if (all->len == 0)
    return record->mismatch == NULL || bell_visit_settle (visit, id, error);

  standing = bell_mismatch_find (visit->definitions, NULL, after, dossier, visit->zone);
  news = tell_news (all, standing);
  *alerts += 1;
  return (news == NULL || bell_visit_alert (visit, dossier->record, BELL_ALERT_CAUSE_MISMATCH,
                                            workflow != NULL ? workflow->alert_role : NULL, NULL, 0, news, error)) &&
         bell_visit_settle (visit, id, error);
}

/* Work that was opened before the room was known learns it. */
static gboolean
give_room (BellVisit   *visit,
           BellStay    *stay,
           BellRecord  *record,
           GError     **error)
{
  g_autoptr(BellRecord) after = NULL;

  if (stay->room == NULL || record->room != NULL)
    return TRUE;

  after = bell_entity_copy (record);
  after->room = g_strdup (stay->room);
  return bell_txn_update (visit->txn, BELL_ENTITY (record), BELL_ENTITY (after), BELL_CLASS_OPS,
                          bell_entity_get_id (BELL_ENTITY (record)), error);
}

static gboolean
tell_work (BellVisit  *visit,
           BellStay   *before,
           BellStay   *after,
           guint      *alerts,
           GError    **error)
{
  g_autoptr(GPtrArray) open = bell_txn_list_open_of_stay (visit->txn, bell_entity_get_id (BELL_ENTITY (after)), error);

  if (open == NULL)
    return FALSE;

  for (guint i = 0; i < open->len; i++)
    if (!give_room (visit, after, open->pdata[i], error) ||
        !tell_record (visit, before, after, open->pdata[i], alerts, error))
      return FALSE;
  return TRUE;
}

/* Whether the row says anything new: lists with fewer columns leave out what another list of the same day told. */
static gboolean
is_news (BellStay  *before,
         BellStay  *after,
         BellGuest *guest_before,
         BellGuest *guest_after)
{
  g_autoptr(BellStay) bare = bell_entity_copy (after);

  g_set_str (&bare->digest, before->digest);
  bare->imported_at = before->imported_at;
  return !bell_entity_equal (BELL_ENTITY (before), BELL_ENTITY (bare)) ||
         (guest_after != NULL && (guest_before == NULL ||
                                  !bell_entity_equal (BELL_ENTITY (guest_before), BELL_ENTITY (guest_after))));
}

static gboolean
write_stay (BellVisit  *visit,
            BellStay   *before,
            BellStay   *after,
            BellGuest  *guest_before,
            BellGuest  *guest_after,
            guint      *alerts,
            GError    **error)
{
  bell_door_begin (visit, NULL);
  if (!write_guest (visit, guest_before, guest_after, error))
    return FALSE;
  if (guest_after != NULL)
    after->guest = *bell_entity_get_id (BELL_ENTITY (guest_after));
  if (before == NULL)
    return bell_txn_insert (visit->txn, BELL_ENTITY (after), BELL_CLASS_OPS, NULL, error);
  return bell_txn_update (visit->txn, BELL_ENTITY (before), BELL_ENTITY (after), BELL_CLASS_OPS, NULL, error) &&
         tell_work (visit, before, after, alerts, error);
}

gboolean
bell_stay_intake (BellVisit          *visit,
                  const BellStayRow  *row,
                  gboolean            dry_run,
                  BellIntake         *result,
                  guint              *alerts,
                  GError            **error)
{
  g_autoptr(BellStay) before = NULL;
  g_autoptr(BellStay) after = NULL;
  g_autoptr(BellGuest) guest_before = NULL;
  g_autoptr(BellGuest) guest_after = NULL;
  GError *failure = NULL;

  *result = BELL_INTAKE_UNCHANGED;
  before = bell_txn_find_stay (visit->txn, visit->property, row->values[BELL_STAY_FIELD_CONFIRMATION], &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (before != NULL && g_strcmp0 (before->digest, row->digest) == 0)
    return TRUE;

  after = before != NULL ? bell_entity_copy (before) : g_object_new (BELL_TYPE_STAY, NULL);
  if (!plan_guest (visit, row, &after->guest, &guest_before, &guest_after, error))
    return FALSE;
  if (before == NULL)
    {
      after->property = g_strdup (visit->property);
      after->confirmation = g_strdup (row->values[BELL_STAY_FIELD_CONFIRMATION]);
    }
  if (guest_before != NULL)
    after->guest = *bell_entity_get_id (BELL_ENTITY (guest_before));
  fill_stay (visit, after, row, guest_after != NULL && guest_after->erased_at != 0);
  if (before != NULL && !is_news (before, after, guest_before, guest_after))
    return TRUE;

  *result = before == NULL ? BELL_INTAKE_ADDED : BELL_INTAKE_CHANGED;
  return dry_run || write_stay (visit, before, after, guest_before, guest_after, alerts, error);
}
