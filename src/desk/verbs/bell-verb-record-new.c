/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-date.h"
#include "bell-owner-rule.h"
#include "bell-text.h"
#include "bell-value.h"
#include "bell-verbs.h"

/* The stay that is meant: named, or whoever is in the room today. */
static gboolean
find_stay (BellVisit   *visit,
           const char  *room,
           BellStay   **stay,
           GError     **error)
{
  g_autoptr(GPtrArray) in_room = NULL;
  g_autofree char *today = NULL;

  if (bell_command_get (visit->command, "stay") != NULL)
    return (*stay = bell_visit_find (visit, "stay", BELL_TYPE_STAY, error)) != NULL;
  if (room == NULL)
    return TRUE;

  today = bell_time_day (visit->now, visit->zone);
  in_room = bell_txn_find_stays_in_room (visit->txn, visit->property, room, today, error);
  if (in_room == NULL)
    return FALSE;
  if (in_room->len > 0)
    *stay = g_object_ref (in_room->pdata[0]);
  return TRUE;
}

gboolean
bell_owner_pick (BellVisit   *visit,
                 const char  *role,
                 const char  *department,
                 BellId      *owner,
                 char       **why,
                 GError     **error)
{
  g_autoptr(GPtrArray) people = bell_txn_list_staff (visit->txn, visit->now, TRUE, error);
  g_autofree BellCandidate *candidates = NULL;
  gssize picked;

  if (people == NULL)
    return FALSE;

  candidates = g_new0 (BellCandidate, MAX (people->len, 1));
  for (guint i = 0; i < people->len; i++)
    {
      BellStaff *person = people->pdata[i];

      candidates[i].staff = *bell_entity_get_id (BELL_ENTITY (person));
      candidates[i].name = person->name;
      candidates[i].roles = person->roles;
      candidates[i].department = person->department;
      candidates[i].active = TRUE;
      candidates[i].on_duty = person->on_duty != 0;
      candidates[i].open_load = person->open_records;
    }

  picked = bell_owner_rule_pick (visit->definitions, candidates, people->len, role, department, why, error);
  if (picked < 0)
    return FALSE;
  *owner = candidates[picked].staff;
  return TRUE;
}

/* The owner by the rule, or the person asked for with a reason. */
static gboolean
name_owner (BellVisit           *visit,
            const BellWorkflow  *workflow,
            BellRecord          *record,
            GError             **error)
{
  const BellKind *owned = workflow->kinds[BELL_SLOT_OWNED];
  g_autoptr(BellStaff) asked = NULL;

  g_set_str (&record->owner_role, owned->owner_role != NULL ? owned->owner_role : workflow->owner_role);
  if (bell_command_get (visit->command, "person") == NULL)
    return bell_owner_pick (visit, record->owner_role, record->department, &record->owner, &record->owner_why, error);

  asked = bell_visit_find (visit, "person", BELL_TYPE_STAFF, error);
  if (asked == NULL)
    return FALSE;
  if (!asked->active)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Name somebody else."), _("%s no longer works here."), asked->name);
      return FALSE;
    }
  record->owner = *bell_entity_get_id (BELL_ENTITY (asked));
  record->owner_why = g_strdup_printf (_("Asked for by %s."), visit->actor->name);
  return TRUE;
}

/* The values of the owned item as they will be, to take title, department and due time from. */
static GHashTable *
preview_values (BellVisit       *visit,
                const BellKind  *kind,
                GError         **error)
{
  g_autoptr(GHashTable) values = bell_kind_initial_values (kind);
  g_autoptr(GPtrArray) names = bell_command_names (visit->command, "f.");
  BellValueContext context = { visit->zone, visit->currency, visit->now };

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = (const char *) names->pdata[i] + 2;
      const BellFieldDef *field = bell_kind_field (kind, name);
      g_autofree char *canonical = NULL;

      if (field == NULL)
        {
          bell_error_set (error, BELL_ERROR_INPUT, NULL, _("“%s” has no field “%s”."), kind->name, name);
          return NULL;
        }
      if (!bell_value_parse (field, bell_command_get (visit->command, names->pdata[i]), &context, &canonical, error))
        return NULL;
      if (canonical != NULL)
        g_hash_table_replace (values, g_strdup (name), g_steal_pointer (&canonical));
    }
  return g_steal_pointer (&values);
}

static void
attach_stay (BellRecord *record,
             BellStay   *stay)
{
  if (stay == NULL)
    return;

  record->stay = *bell_entity_get_id (BELL_ENTITY (stay));
  record->guest = stay->guest;
  if (record->room == NULL)
    record->room = g_strdup (stay->room);
  g_set_str (&record->surname, stay->surname);
}

static gboolean
fill_record (BellVisit           *visit,
             const BellWorkflow  *workflow,
             GHashTable          *values,
             BellRecord          *record,
             GError             **error)
{
  const BellKind *kind = workflow->kinds[BELL_SLOT_OWNED];
  const BellChoice *category = bell_kind_category (kind, values);
  const char *asked = bell_command_get (visit->command, "department");
  g_autofree char *title = bell_text_clean (bell_command_get (visit->command, "title"));
  const char *trigger = bell_command_get (visit->command, "trigger");
  int trigger_value = workflow->trigger;

  if (asked != NULL && bell_definitions_department (visit->definitions, asked) == NULL)
    {
      bell_error_set (error, BELL_ERROR_INPUT, NULL, _("There is no department “%s”."), asked);
      return FALSE;
    }
  if (trigger != NULL && !bell_visit_need_enum (visit, "trigger", BELL_TYPE_TRIGGER, &trigger_value, error))
    return FALSE;

  record->trigger = trigger_value;
  record->department = g_strdup (asked != NULL ? asked : category != NULL && category->department != NULL ? category->department
                                 : kind->department != NULL ? kind->department : workflow->department);
  record->ladder = g_strdup (category != NULL && category->ladder != NULL ? category->ladder
                             : kind->ladder != NULL ? kind->ladder : workflow->ladder);
  record->title = title != NULL ? g_steal_pointer (&title) : bell_kind_fill (kind, workflow->title, values, record->room, visit->zone);
  if (record->title == NULL || record->title[0] == '\0')
    g_set_str (&record->title, kind->name);
  title = g_steal_pointer (&record->title);
  record->title = bell_text_capitalise (title);

  if (!bell_visit_read_instant (visit, "due", &record->due_at, error))
    return FALSE;
  if (record->due_at == 0)
    record->due_at = bell_kind_due (visit->definitions, kind, values, record->department, visit->now, visit->zone);
  return TRUE;
}

static gboolean
write_slots (BellVisit    *visit,
             BellDossier  *dossier,
             GError      **error)
{
  if (bell_values_ensure_item (visit, dossier, BELL_SLOT_OWNED, error) == NULL ||
      !bell_values_write (visit, dossier, BELL_SLOT_OWNED, "f.", error))
    return FALSE;

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      g_autofree char *prefix = g_strdup_printf ("slot.%s.", bell_enum_nick (BELL_TYPE_SLOT, slot));

      if (!bell_values_write (visit, dossier, slot, prefix, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
first_task (BellVisit           *visit,
            const BellWorkflow  *workflow,
            BellDossier         *dossier,
            GError             **error)
{
  const char *title = bell_command_get (visit->command, "task");
  const BellKind *kind = workflow->kinds[BELL_SLOT_OWNED];
  BellRecord *record = dossier->record;
  g_autofree char *filled = NULL;
  g_autofree char *words = NULL;
  g_autoptr(BellTask) task = NULL;

  if (title != NULL && title[0] == '\0')
    return TRUE;

  filled = title != NULL ? g_strdup (title)
           : bell_kind_fill_title (kind, dossier->items[BELL_SLOT_OWNED]->values, record->room, visit->zone);
  words = bell_text_capitalise (filled);
  task = bell_task_add (visit, record, kind, words, record->department, record->due_at, NULL, error);
  return task != NULL;
}

static gboolean
tell_owner (BellVisit   *visit,
            BellRecord  *record,
            GError     **error)
{
  g_autofree char *text = NULL;

  if (bell_id_equal (&record->owner, bell_entity_get_id (BELL_ENTITY (visit->actor))))
    return TRUE;

  text = g_strdup_printf (_("%s is yours: %s"), record->number, record->title);
  return bell_visit_alert (visit, record, BELL_ALERT_CAUSE_ASSIGNMENT, NULL, &record->owner, 0, text, error);
}

gboolean
bell_verb_record_new (BellVisit  *visit,
                      GError    **error)
{
  const char *id = bell_visit_need (visit, "workflow", error);
  const BellWorkflow *workflow = id != NULL ? bell_definitions_workflow (visit->definitions, id) : NULL;
  g_autoptr(BellDossier) dossier = bell_dossier_new ();
  g_autoptr(GHashTable) values = NULL;
  g_autoptr(BellStaff) owner = NULL;
  BellRecord *record = dossier->record = g_object_new (BELL_TYPE_RECORD, NULL);

  if (workflow == NULL)
    {
      if (id != NULL)
        bell_error_set (error, BELL_ERROR_INPUT, NULL, _("There is no workflow “%s”."), id);
      return FALSE;
    }

  record->room = bell_text_clean (bell_command_get (visit->command, "room"));
  values = preview_values (visit, workflow->kinds[BELL_SLOT_OWNED], error);
  if (values == NULL || !find_stay (visit, record->room, &dossier->stay, error))
    return FALSE;
  if (workflow->needs_stay && dossier->stay == NULL)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Name the room or the confirmation number."),
                      _("%s work belongs to a stay, and none is named."), workflow->name);
      return FALSE;
    }

  attach_stay (record, dossier->stay);
  record->property = g_strdup (visit->property);
  record->workflow = g_strdup (workflow->id);
  record->opened_at = visit->now;
  record->opened_by = *bell_entity_get_id (BELL_ENTITY (visit->actor));
  if (!fill_record (visit, workflow, values, record, error) ||
      !bell_visit_check (visit, BELL_ACTION_CREATE, dossier, workflow->kinds[BELL_SLOT_OWNED]->id, BELL_CLASS_OPS, error) ||
      !name_owner (visit, workflow, record, error) ||
      (record->number = bell_txn_next_number (visit->txn, workflow->prefix, error)) == NULL ||
      !bell_txn_insert (visit->txn, BELL_ENTITY (record), BELL_CLASS_OPS, NULL, error))
    return FALSE;

  visit->outcome->entity = visit->outcome->record = *bell_entity_get_id (BELL_ENTITY (record));
  visit->outcome->number = g_strdup (record->number);
  if (!write_slots (visit, dossier, error) || !first_task (visit, workflow, dossier, error) ||
      !tell_owner (visit, record, error) || !bell_visit_settle (visit, &visit->outcome->record, error))
    return FALSE;

  owner = bell_txn_get (visit->txn, BELL_TYPE_STAFF, &record->owner, error);
  if (owner == NULL)
    return FALSE;
  visit->outcome->sentence = g_strdup_printf (_("Filed as %s for %s."), record->number, owner->name);
  return TRUE;
}
