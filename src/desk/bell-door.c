/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-desk-private.h"

/* Before anybody works here, only these set the hotel up. */
static gboolean
is_first_step (BellTxn     *txn,
               const char  *verb,
               GError     **error)
{
  g_autoptr(GPtrArray) people = bell_txn_list_staff (txn, 0, FALSE, error);

  if (people == NULL)
    return FALSE;
  if (people->len == 0 && (g_str_equal (verb, "staff.new") || g_str_equal (verb, "property.set")))
    return TRUE;

  bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Choose your name and type your PIN."), _("Nobody is signed in."));
  return FALSE;
}

/* The person as the database knows them now: somebody may have changed their roles since they signed in. Who has no id
 * yet (the first person, the program itself) is nobody that the database could know. */
static BellStaff *
actor_now (BellTxn    *txn,
           BellStaff  *actor,
           GError    **error)
{
  const BellId *id = bell_entity_get_id (BELL_ENTITY (actor));
  g_autoptr(BellStaff) person = bell_id_is_none (id) ? g_object_ref (actor) : bell_txn_get (txn, BELL_TYPE_STAFF, id, error);

  if (person != NULL && !bell_id_is_none (id) && !person->active)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Ask an administrator."), _("%s no longer works here."), person->name);
      return NULL;
    }
  return g_steal_pointer (&person);
}

BellStaff *
bell_door_greet (BellTxn          *txn,
                 BellDefinitions  *definitions,
                 BellProperty     *property,
                 GTimeZone        *zone,
                 BellStaff        *actor,
                 gint64            now,
                 BellVisit        *visit,
                 GError          **error)
{
  BellStaff *person = actor_now (txn, actor, error);

  *visit = (BellVisit) {
    .txn = txn,
    .definitions = definitions,
    .zone = zone,
    .property = property != NULL ? property->code : NULL,
    .rooms = property != NULL ? property->rooms : NULL,
    .currency = property != NULL ? property->currency : NULL,
    .actor = person,
    .now = now,
  };
  return person;
}

void
bell_door_begin (BellVisit  *visit,
                 const char *why)
{
  g_autofree char *role = g_strndup (visit->actor->roles, strcspn (visit->actor->roles, " "));
  BellAuthor author = {
    .who = *bell_entity_get_id (BELL_ENTITY (visit->actor)),
    .role = role,
    .now = visit->now,
    .property = visit->property,
    .why = why,
  };

  bell_txn_begin_command (visit->txn, &author);
}

BellOutcome *
bell_door_enter (BellTxn          *txn,
                 BellDefinitions  *definitions,
                 BellProperty     *property,
                 GTimeZone        *zone,
                 BellStaff        *actor,
                 gint64            now,
                 BellCommand      *command,
                 GError          **error)
{
  g_autoptr(BellOutcome) outcome = g_new0 (BellOutcome, 1);
  g_autoptr(BellStaff) newcomer = NULL;
  g_autoptr(BellStaff) person = NULL;
  BellVerbFunc verb = bell_verbs_find (bell_command_get_verb (command));
  BellVisit visit;

  if (verb == NULL)
    {
      bell_error_set (error, BELL_ERROR_USAGE, NULL, _("The desk does not know “%s”."), bell_command_get_verb (command));
      return NULL;
    }

  if (actor == NULL)
    {
      if (!is_first_step (txn, bell_command_get_verb (command), error))
        return NULL;
      actor = newcomer = g_object_new (BELL_TYPE_STAFF, "roles", "administrator", NULL);
    }
  person = bell_door_greet (txn, definitions, property, zone, actor, now, &visit, error);
  if (person == NULL)
    return NULL;

  visit.command = command;
  visit.outcome = outcome;
  bell_door_begin (&visit, bell_command_get (command, "reason"));
  return verb (&visit, error) ? g_steal_pointer (&outcome) : NULL;
}
