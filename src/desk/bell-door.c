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

/* The person as the database knows them now: somebody may have changed their roles since they signed in. */
static BellStaff *
actor_now (BellTxn    *txn,
           BellStaff  *actor,
           GError    **error)
{
  g_autoptr(BellStaff) person = bell_txn_get (txn, BELL_TYPE_STAFF, bell_entity_get_id (BELL_ENTITY (actor)), error);

  if (person != NULL && !person->active)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Ask an administrator."), _("%s no longer works here."), person->name);
      return NULL;
    }
  return g_steal_pointer (&person);
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
  g_autoptr(BellStaff) person = NULL;
  g_autofree char *role = NULL;
  BellVerbFunc verb = bell_verbs_find (bell_command_get_verb (command));
  BellVisit visit;
  BellAuthor author;

  if (verb == NULL)
    {
      bell_error_set (error, BELL_ERROR_USAGE, NULL, _("The desk does not know “%s”."), bell_command_get_verb (command));
      return NULL;
    }

  if (actor != NULL)
    person = actor_now (txn, actor, error);
  else if (is_first_step (txn, bell_command_get_verb (command), error))
    person = g_object_new (BELL_TYPE_STAFF, "roles", "administrator", NULL);
  if (person == NULL)
    return NULL;

  role = g_strndup (person->roles, strcspn (person->roles, " "));
  author = (BellAuthor) {
    .who = *bell_entity_get_id (BELL_ENTITY (person)),
    .role = role,
    .now = now,
    .property = property != NULL ? property->code : NULL,
    .why = bell_command_get (command, "reason"),
  };
  bell_txn_begin_command (txn, &author);

  visit = (BellVisit) {
    .txn = txn,
    .definitions = definitions,
    .zone = zone,
    .property = property != NULL ? property->code : NULL,
    .rooms = property != NULL ? property->rooms : NULL,
    .currency = property != NULL ? property->currency : NULL,
    .actor = person,
    .now = now,
    .command = command,
    .outcome = outcome,
  };

  return verb (&visit, error) ? g_steal_pointer (&outcome) : NULL;
}
