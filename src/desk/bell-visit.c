/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-desk-private.h"
#include "bell-ladder.h"
#include "bell-mismatch.h"
#include "bell-next-action.h"
#include "bell-status.h"
#include "bell-text.h"

const char *
bell_visit_need (BellVisit   *visit,
                 const char  *name,
                 GError     **error)
{
  const char *value = bell_command_get (visit->command, name);

  if (value != NULL && value[0] != '\0')
    return value;

  bell_error_set (error, BELL_ERROR_USAGE, NULL, _("“%s” needs the argument “%s”."),
                  bell_command_get_verb (visit->command), name);
  return NULL;
}

const char *
bell_visit_need_reason (BellVisit   *visit,
                        const char  *name,
                        GError     **error)
{
  const char *reason = bell_command_get (visit->command, name);

  if (bell_text_is_reason (reason))
    return reason;

  bell_error_set (error, BELL_ERROR_REFUSED, _("Say in a few words why; the next shift reads it."),
                  _("This needs a reason."));
  return NULL;
}

gboolean
bell_visit_need_enum (BellVisit   *visit,
                      const char  *name,
                      GType        type,
                      int         *value,
                      GError     **error)
{
  const char *nick = bell_visit_need (visit, name, error);
  g_autofree char *nicks = NULL;

  if (nick == NULL)
    return FALSE;
  if (bell_enum_from_nick (type, nick, value))
    return TRUE;

  nicks = bell_enum_nicks (type);
  bell_error_set (error, BELL_ERROR_USAGE, nicks, _("“%s” is not a value of “%s”."), nick, name);
  return FALSE;
}

/* People say numbers, names and confirmations where the program keeps ids. */
static gpointer
find_by_name (BellVisit   *visit,
              GType        type,
              const char  *text,
              GError     **error)
{
  if (type == BELL_TYPE_RECORD)
    return bell_txn_find_record (visit->txn, text, error);
  if (type == BELL_TYPE_STAFF)
    return bell_txn_find_staff (visit->txn, text, error);
  if (type == BELL_TYPE_STAY)
    return bell_txn_find_stay (visit->txn, NULL, text, error);
  if (type == BELL_TYPE_PROPERTY)
    return bell_txn_find_property (visit->txn, text, error);
  return NULL;
}

gpointer
bell_visit_find (BellVisit   *visit,
                 const char  *name,
                 GType        type,
                 GError     **error)
{
  g_autoptr(GError) local = NULL;
  const char *text = bell_visit_need (visit, name, error);
  gpointer found;
  BellId id;

  if (text == NULL)
    return NULL;
  if (bell_id_parse (text, &id))
    return bell_txn_get (visit->txn, type, &id, error);

  found = find_by_name (visit, type, text, &local);
  if (found == NULL && local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (found == NULL)
    bell_error_set (error, BELL_ERROR_NOT_FOUND, NULL, _("There is no “%s” here."), text);
  return found;
}

BellDossier *
bell_visit_open_id (BellVisit     *visit,
                    const BellId  *record,
                    GError       **error)
{
  return bell_txn_load_dossier (visit->txn, record, BELL_CLASS_ALL, error);
}

BellDossier *
bell_visit_open (BellVisit   *visit,
                 const char  *name,
                 GError     **error)
{
  g_autoptr(BellRecord) record = bell_visit_find (visit, name, BELL_TYPE_RECORD, error);
  BellDossier *dossier;

  if (record == NULL)
    return NULL;

  dossier = bell_visit_open_id (visit, bell_entity_get_id (BELL_ENTITY (record)), error);
  if (dossier != NULL)
    {
      visit->outcome->record = *bell_entity_get_id (BELL_ENTITY (record));
      g_set_str (&visit->outcome->number, record->number);
    }
  return dossier;
}

static gboolean
is_own (BellVisit   *visit,
        BellDossier *dossier)
{
  const BellId *actor = bell_entity_get_id (BELL_ENTITY (visit->actor));

  if (bell_id_equal (&dossier->record->owner, actor))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i);

      if (bell_id_equal (&task->assignee, actor))
        return TRUE;
    }
  return FALSE;
}

gboolean
bell_visit_check (BellVisit    *visit,
                  BellAction    action,
                  BellDossier  *dossier,
                  const char   *kind,
                  BellClass     class_,
                  GError      **error)
{
  BellAsk ask = {
    .roles = visit->actor->roles,
    .department = visit->actor->department,
    .action = action,
    .kind = kind,
    .class_ = class_,
    .of_department = dossier != NULL ? dossier->record->department : NULL,
    .is_own = dossier != NULL && is_own (visit, dossier),
  };

  return dossier != NULL ? bell_viewer_check_record (visit->definitions, &ask, dossier->record, error)
                         : bell_permissions_check (visit->definitions, &ask, error);
}

/* --- Alerts --- */

gboolean
bell_visit_alert (BellVisit       *visit,
                  BellRecord      *record,
                  BellAlertCause   cause,
                  const char      *role,
                  const BellId    *staff,
                  int              level,
                  const char      *text,
                  GError         **error)
{
  const BellId *id = bell_entity_get_id (BELL_ENTITY (record));
  g_autoptr(GPtrArray) standing = bell_txn_list_alerts_of_record (visit->txn, id, error);
  g_autoptr(BellAlert) alert = NULL;

  if (standing == NULL)
    return FALSE;

  for (guint i = 0; i < standing->len; i++)
    {
      BellAlert *other = standing->pdata[i];

      if (other->cause == cause && other->level == level && g_strcmp0 (other->role, role) == 0 &&
          bell_id_equal (&other->staff, staff != NULL ? staff : &BELL_ID_NONE) && g_strcmp0 (other->text, text) == 0)
        return TRUE;
    }

  alert = g_object_new (BELL_TYPE_ALERT, NULL);
  alert->record = *id;
  alert->cause = cause;
  alert->role = g_strdup (role);
  alert->staff = staff != NULL ? *staff : BELL_ID_NONE;
  alert->level = level;
  alert->text = g_strdup (text);
  alert->raised_at = visit->now;
  return bell_txn_insert (visit->txn, BELL_ENTITY (alert), BELL_CLASS_OPS, id, error);
}

gboolean
bell_visit_resolve_alerts (BellVisit      *visit,
                           const BellId   *record,
                           BellAlertCause  cause,
                           GError        **error)
{
  g_autoptr(GPtrArray) standing = bell_txn_list_alerts_of_record (visit->txn, record, error);

  if (standing == NULL)
    return FALSE;

  for (guint i = 0; i < standing->len; i++)
    {
      BellAlert *alert = standing->pdata[i];
      g_autoptr(BellAlert) after = NULL;

      if (alert->cause != cause)
        continue;
      after = bell_entity_copy (alert);
      after->resolved_at = visit->now;
      if (!bell_txn_update (visit->txn, BELL_ENTITY (alert), BELL_ENTITY (after), BELL_CLASS_OPS, record, error))
        return FALSE;
    }
  return TRUE;
}

/* --- What follows from the rest of a record --- */

static guint
count_open (GListStore *list,
            gboolean (*is_open) (gpointer))
{
  guint open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      open += is_open (item);
    }
  return open;
}

static gboolean
exception_is_open (gpointer item)
{
  return ((BellException *) item)->state == BELL_REVIEW_STATE_OPEN;
}

static gboolean
approval_is_open (gpointer item)
{
  return ((BellApproval *) item)->state == BELL_APPROVAL_STATE_OPEN;
}

static void
settle_next_action (BellVisit   *visit,
                    BellDossier *dossier,
                    BellRecord  *after)
{
  g_autoptr(BellNextAction) next = bell_next_action (visit->definitions, dossier, visit->now);

  g_set_str (&after->next_code, next != NULL ? next->code : NULL);
  g_set_str (&after->next_text, next != NULL ? next->sentence : NULL);
  g_set_str (&after->next_role, next != NULL ? next->role : NULL);
  after->next_staff = next != NULL ? next->staff : BELL_ID_NONE;
  after->next_due = next != NULL ? next->due : 0;
}

static void
settle_ladder (BellVisit  *visit,
               BellRecord *after)
{
  const BellLadder *ladder = bell_definitions_ladder (visit->definitions, after->ladder);
  BellLadderStep step;

  after->ladder_at = 0;
  if (ladder == NULL || after->status == BELL_STATUS_COMPLETE || after->status == BELL_STATUS_BLOCKED)
    return;

  if (bell_ladder_next (ladder, bell_definitions_calendar_of (visit->definitions, after->department), after->opened_at,
                        after->due_at, after->paused, after->ladder_level, after->ladder_warned != 0, visit->zone, &step))
    after->ladder_at = step.at;
}

static gboolean
settle_mismatch (BellVisit    *visit,
                 BellDossier  *dossier,
                 BellRecord   *after,
                 GError      **error)
{
  const BellWorkflow *workflow = bell_definitions_workflow (visit->definitions, after->workflow);
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *told = NULL;

  if (dossier->stay == NULL || workflow == NULL)
    return TRUE;

  found = bell_mismatch_find (visit->definitions, NULL, dossier->stay, dossier, visit->zone);
  told = bell_mismatch_tell (found);
  if (told != NULL && g_strcmp0 (told, dossier->record->mismatch) != 0 &&
      !bell_visit_alert (visit, after, BELL_ALERT_CAUSE_MISMATCH, workflow->alert_role, NULL, 0, told, error))
    return FALSE;
  if (told == NULL && dossier->record->mismatch != NULL &&
      !bell_visit_resolve_alerts (visit, bell_entity_get_id (BELL_ENTITY (after)), BELL_ALERT_CAUSE_MISMATCH, error))
    return FALSE;

  g_set_str (&after->mismatch, told);
  return TRUE;
}

gboolean
bell_visit_settle (BellVisit     *visit,
                   const BellId  *record,
                   GError       **error)
{
  g_autoptr(BellDossier) dossier = bell_visit_open_id (visit, record, error);
  g_autoptr(BellRecord) before = NULL;
  g_autoptr(BellRecord) after = NULL;

  if (dossier == NULL)
    return FALSE;

  before = g_object_ref (dossier->record);
  after = bell_entity_copy (before);
  after->status = bell_status_settle (visit->definitions, dossier);
  after->open_exceptions = count_open (dossier->exceptions, exception_is_open);
  after->open_approvals = count_open (dossier->approvals, approval_is_open);

  if (!settle_mismatch (visit, dossier, after, error))
    return FALSE;

  /* The next action is judged on the record as it will be. */
  g_set_object (&dossier->record, after);
  settle_ladder (visit, after);
  settle_next_action (visit, dossier, after);

  return bell_entity_equal (BELL_ENTITY (before), BELL_ENTITY (after)) ||
         bell_txn_update (visit->txn, BELL_ENTITY (before), BELL_ENTITY (after), BELL_CLASS_OPS, record, error);
}
