/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-desk-definitions.h"
#include "bell-mapping.h"
#include "bell-money.h"
#include "bell-text.h"
#include "bell-validation.h"
#include "bell-verbs.h"

static gboolean
take_text (BellVisit   *visit,
           const char  *name,
           char       **member)
{
  g_autofree char *text = bell_text_clean (bell_command_get (visit->command, name));

  return text != NULL && g_set_str (member, text);
}

static gboolean
check_property (BellProperty  *property,
                GError       **error)
{
  g_autoptr(GTimeZone) zone = property->zone != NULL ? g_time_zone_new_identifier (property->zone) : NULL;

  if (property->name == NULL)
    bell_error_set (error, BELL_ERROR_INPUT, NULL, _("The hotel needs a name."));
  else if (!bell_money_is_known (property->currency))
    bell_error_set (error, BELL_ERROR_INPUT, _("Use a three-letter code such as EUR, USD or JPY."),
                    _("“%s” is not a currency code."), property->currency != NULL ? property->currency : "");
  else if (zone == NULL)
    bell_error_set (error, BELL_ERROR_INPUT, _("Use a name such as Europe/Lisbon."), _("“%s” is not a time zone."),
                    property->zone != NULL ? property->zone : "");
  else
    return TRUE;
  return FALSE;
}

gboolean
bell_verb_property_set (BellVisit  *visit,
                        GError    **error)
{
  const char *code = bell_visit_need (visit, "property", error);
  g_autoptr(GError) local = NULL;
  g_autoptr(BellProperty) before = NULL;
  g_autoptr(BellProperty) after = NULL;

  if (code == NULL || (!bell_id_is_none (bell_entity_get_id (BELL_ENTITY (visit->actor))) &&
                       !bell_visit_check (visit, BELL_ACTION_CHANGE_DEFINITIONS, NULL, NULL, BELL_CLASS_OPS, error)))
    return FALSE;

  before = bell_txn_find_property (visit->txn, code, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  after = before != NULL ? bell_entity_copy (before) : g_object_new (BELL_TYPE_PROPERTY, "code", code, NULL);
  take_text (visit, "name", &after->name);
  take_text (visit, "city", &after->city);
  take_text (visit, "currency", &after->currency);
  take_text (visit, "zone", &after->zone);
  take_text (visit, "rooms", &after->rooms);
  if (before == NULL)
    after->demo = g_strcmp0 (bell_command_get (visit->command, "demo"), "true") == 0;
  if (!check_property (after, error))
    return FALSE;

  visit->outcome->sentence = g_strdup (_("Saved."));
  if (before == NULL ? !bell_txn_insert (visit->txn, BELL_ENTITY (after), BELL_CLASS_OPS, NULL, error)
                     : !bell_txn_update (visit->txn, BELL_ENTITY (before), BELL_ENTITY (after), BELL_CLASS_OPS, NULL, error))
    return FALSE;
  visit->outcome->entity = *bell_entity_get_id (BELL_ENTITY (after));
  return TRUE;
}

gboolean
bell_verb_definition_set (BellVisit  *visit,
                          GError    **error)
{
  const char *name = bell_visit_need (visit, "name", error);
  const char *text = bell_command_get (visit->command, "text");
  g_autofree char *key = g_strdup_printf ("definition:%s", name);
  g_autoptr(GHashTable) texts = NULL;
  g_autoptr(BellDefinitions) checked = NULL;

  if (name == NULL || bell_visit_need_reason (visit, "reason", error) == NULL ||
      !bell_visit_check (visit, g_str_equal (name, "roles") || g_str_equal (name, "limits") ? BELL_ACTION_MANAGE_ROLES
                         : BELL_ACTION_CHANGE_DEFINITIONS, NULL, NULL, BELL_CLASS_OPS, error))
    return FALSE;

  /* The whole set must load with the new text before any of it is kept. */
  texts = bell_definitions_read_texts (visit->txn, error);
  if (texts == NULL)
    return FALSE;
  if (text == NULL || text[0] == '\0')
    bell_definitions_forget_own (texts, name);
  else
    g_hash_table_replace (texts, g_strdup (name), g_strdup (text));
  checked = bell_definitions_new (texts, error);
  if (checked == NULL)
    return FALSE;

  visit->outcome->sentence = g_strdup_printf (_("“%s” takes effect now."), name);
  return bell_txn_set_setting (visit->txn, key, text != NULL && text[0] != '\0' ? text : NULL, error);
}

gboolean
bell_verb_mapping_set (BellVisit  *visit,
                       GError    **error)
{
  const char *name = bell_visit_need (visit, "name", error);
  const char *text = bell_command_get (visit->command, "text");
  g_autofree char *key = g_strdup_printf ("mapping:%s", name);
  g_autofree char *origin = g_strdup_printf ("%s.json", name);
  g_autoptr(GBytes) json = NULL;
  g_autoptr(BellMapping) mapping = NULL;

  if (name == NULL || !bell_visit_check (visit, BELL_ACTION_CHANGE_DEFINITIONS, NULL, NULL, BELL_CLASS_OPS, error))
    return FALSE;
  if (text != NULL && text[0] != '\0')
    {
      json = g_bytes_new (text, strlen (text));
      if ((mapping = bell_mapping_new_from_json (json, origin, error)) == NULL)
        return FALSE;
    }

  visit->outcome->sentence = g_strdup_printf (_("Mapping “%s” saved."), name);
  return bell_txn_set_setting (visit->txn, key, text != NULL && text[0] != '\0' ? text : NULL, error);
}
