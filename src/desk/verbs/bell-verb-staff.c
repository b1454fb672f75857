/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-pin.h"
#include "bell-text.h"
#include "bell-verbs.h"

static gboolean
check_staff_action (BellVisit   *visit,
                    BellAction   action,
                    GError     **error)
{
  return bell_visit_check (visit, action, NULL, NULL, BELL_CLASS_OPS, error);
}

/* The PIN is hashed by the desk before the command goes to the writer, so that the slow hash holds nobody up. */
static gboolean
store_pin (BellVisit     *visit,
           const BellId  *staff,
           GError       **error)
{
  const char *hash = bell_visit_need (visit, "pin-hash", error);
  BellSecret secret = { (char *) hash, 0, 0 };

  return hash != NULL && bell_txn_set_secret (visit->txn, staff, &secret, error);
}

static gboolean
is_first_person (BellVisit *visit)
{
  return bell_id_is_none (bell_entity_get_id (BELL_ENTITY (visit->actor)));
}

gboolean
bell_verb_staff_new (BellVisit  *visit,
                     GError    **error)
{
  const char *roles = bell_visit_need (visit, "roles", error);
  const char *department = bell_visit_need (visit, "department", error);
  g_autofree char *name = bell_text_clean (bell_command_get (visit->command, "name"));
  const char *property = bell_command_get (visit->command, "property");
  g_autoptr(BellStaff) person = NULL;
  g_autoptr(BellStaff) same = NULL;
  g_autoptr(GError) local = NULL;

  if (roles == NULL || department == NULL || (name == NULL && bell_visit_need (visit, "name", error) == NULL))
    return FALSE;
  if (bell_definitions_department (visit->definitions, department) == NULL)
    {
      bell_error_set (error, BELL_ERROR_INPUT, NULL, _("There is no department “%s”."), department);
      return FALSE;
    }
  /* The first person of a new hotel gives themselves the keys; nobody else ever does. */
  if (!is_first_person (visit) &&
      (!check_staff_action (visit, BELL_ACTION_MANAGE_STAFF, error) ||
       !bell_permissions_check_role_change (visit->definitions, bell_entity_get_id (BELL_ENTITY (visit->actor)),
                                            visit->actor->roles, &BELL_ID_NONE, NULL, roles, error)))
    return FALSE;

  same = bell_txn_find_staff (visit->txn, name, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (same != NULL)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Add a second name or an initial."), _("Somebody is already called %s."), name);
      return FALSE;
    }

  person = g_object_new (BELL_TYPE_STAFF, NULL);
  person->name = g_steal_pointer (&name);
  person->roles = g_strdup (roles);
  person->department = g_strdup (department);
  person->property = g_strdup (property != NULL ? property : visit->property);
  person->demo_pin = g_strdup (bell_command_get (visit->command, "demo-pin"));
  person->active = TRUE;
  if (!bell_txn_insert (visit->txn, BELL_ENTITY (person), BELL_CLASS_STAFF, NULL, error))
    return FALSE;

  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (person));
  visit->outcome->sentence = g_strdup_printf (_("%s can sign in."), person->name);
  return store_pin (visit, &visit->outcome->entity, error);
}

static gboolean
save_staff (BellVisit  *visit,
            BellStaff  *before,
            BellStaff  *after,
            GError    **error)
{
  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (before));
  visit->outcome->sentence = g_strdup (_("Saved."));
  return bell_txn_update (visit->txn, BELL_ENTITY (before), BELL_ENTITY (after), BELL_CLASS_STAFF, NULL, error);
}

/* Who still owns open work cannot leave: no record is without an owner who works here. */
static gboolean
may_leave (BellVisit  *visit,
           BellStaff  *person,
           GError    **error)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_RECORDS);
  g_autoptr(GPtrArray) owned = NULL;

  if (bell_id_equal (bell_entity_get_id (BELL_ENTITY (person)), bell_entity_get_id (BELL_ENTITY (visit->actor))))
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Ask another administrator."), _("Nobody takes themselves out."));
      return FALSE;
    }

  query->open_only = TRUE;
  query->staff = *bell_entity_get_id (BELL_ENTITY (person));
  query->classes = BELL_CLASS_ALL;
  owned = bell_txn_list (visit->txn, query, NULL, 1, error);
  if (owned == NULL)
    return FALSE;
  if (owned->len > 0)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Hand the open records over first."), _("%s still owns %s."), person->name,
                      ((BellRecord *) owned->pdata[0])->number);
      return FALSE;
    }
  return TRUE;
}

gboolean
bell_verb_staff_set (BellVisit  *visit,
                     GError    **error)
{
  g_autoptr(BellStaff) person = bell_visit_find (visit, "staff", BELL_TYPE_STAFF, error);
  g_autofree char *name = bell_text_clean (bell_command_get (visit->command, "name"));
  const char *department = bell_command_get (visit->command, "department");
  const char *active = bell_command_get (visit->command, "active");
  g_autoptr(BellStaff) after = NULL;

  if (person == NULL || !check_staff_action (visit, BELL_ACTION_MANAGE_STAFF, error))
    return FALSE;
  if (department != NULL && bell_definitions_department (visit->definitions, department) == NULL)
    {
      bell_error_set (error, BELL_ERROR_INPUT, NULL, _("There is no department “%s”."), department);
      return FALSE;
    }
  if (g_strcmp0 (active, "false") == 0 && person->active && !may_leave (visit, person, error))
    return FALSE;

  after = bell_entity_copy (person);
  if (name != NULL)
    g_set_str (&after->name, name);
  if (department != NULL)
    g_set_str (&after->department, department);
  if (active != NULL)
    after->active = g_str_equal (active, "true");
  return save_staff (visit, person, after, error);
}

gboolean
bell_verb_staff_roles (BellVisit  *visit,
                       GError    **error)
{
  g_autoptr(BellStaff) person = bell_visit_find (visit, "staff", BELL_TYPE_STAFF, error);
  const char *roles = person != NULL ? bell_visit_need (visit, "roles", error) : NULL;
  g_autoptr(BellStaff) after = NULL;

  if (roles == NULL || bell_visit_need_reason (visit, "reason", error) == NULL ||
      !check_staff_action (visit, BELL_ACTION_MANAGE_ROLES, error) ||
      !bell_permissions_check_role_change (visit->definitions, bell_entity_get_id (BELL_ENTITY (visit->actor)),
                                           visit->actor->roles, bell_entity_get_id (BELL_ENTITY (person)),
                                           person->roles, roles, error))
    return FALSE;

  after = bell_entity_copy (person);
  g_set_str (&after->roles, roles);
  return save_staff (visit, person, after, error);
}

gboolean
bell_verb_staff_pin (BellVisit  *visit,
                     GError    **error)
{
  g_autoptr(BellStaff) person = bell_visit_find (visit, "staff", BELL_TYPE_STAFF, error);
  const BellId *id;

  if (person == NULL)
    return FALSE;

  id = bell_entity_get_id (BELL_ENTITY (person));
  if (!bell_id_equal (id, bell_entity_get_id (BELL_ENTITY (visit->actor))) &&
      (!check_staff_action (visit, BELL_ACTION_MANAGE_STAFF, error) ||
       !bell_permissions_check_role_change (visit->definitions, bell_entity_get_id (BELL_ENTITY (visit->actor)),
                                            visit->actor->roles, id, person->roles, person->roles, error)))
    return FALSE;

  visit->outcome->entity = *id;
  visit->outcome->sentence = g_strdup_printf (_("%s has a new PIN."), person->name);
  return store_pin (visit, id, error);
}

gboolean
bell_verb_shift_new (BellVisit  *visit,
                     GError    **error)
{
  g_autoptr(BellStaff) person = bell_visit_find (visit, "staff", BELL_TYPE_STAFF, error);
  g_autoptr(BellShift) shift = g_object_new (BELL_TYPE_SHIFT, NULL);

  if (person == NULL || bell_visit_need (visit, "starts", error) == NULL || bell_visit_need (visit, "ends", error) == NULL ||
      !check_staff_action (visit, BELL_ACTION_MANAGE_SHIFTS, error) ||
      !bell_visit_read_instant (visit, "starts", &shift->starts_at, error) ||
      !bell_visit_read_instant (visit, "ends", &shift->ends_at, error))
    return FALSE;
  if (shift->ends_at <= shift->starts_at || shift->ends_at - shift->starts_at > 16 * BELL_HOUR)
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("A shift ends after it starts and lasts at most 16 hours."), _("These are not the times of a shift."));
      return FALSE;
    }

  shift->staff = *bell_entity_get_id (BELL_ENTITY (person));
  visit->outcome->sentence = g_strdup_printf (_("%s has a new shift."), person->name);
  if (!bell_txn_insert (visit->txn, BELL_ENTITY (shift), BELL_CLASS_STAFF, NULL, error))
    return FALSE;
  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (shift));
  return TRUE;
}

gboolean
bell_verb_shift_remove (BellVisit  *visit,
                        GError    **error)
{
  g_autoptr(BellShift) shift = bell_visit_find (visit, "shift", BELL_TYPE_SHIFT, error);
  g_autoptr(BellShift) after = NULL;

  if (shift == NULL || !check_staff_action (visit, BELL_ACTION_MANAGE_SHIFTS, error))
    return FALSE;

  /* Nothing is deleted: a shift that does not happen has no length, and lists leave it out. */
  after = bell_entity_copy (shift);
  after->ends_at = after->starts_at;
  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (shift));
  visit->outcome->sentence = g_strdup (_("Shift taken out."));
  return bell_txn_update (visit->txn, BELL_ENTITY (shift), BELL_ENTITY (after), BELL_CLASS_STAFF, NULL, error);
}
