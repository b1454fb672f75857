/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-definitions-private.h"
#include "bell-money.h"

#define LIST_AND_FIND(Type, name, names, LISTED)                   \
  GPtrArray *                                                      \
    bell_definitions_##names (BellDefinitions *self)               \
  {                                                                \
    g_return_val_if_fail (BELL_IS_DEFINITIONS (self), NULL);       \
    return self->listed[BELL_LISTED_##LISTED];                     \
  }                                                                \
                                                                   \
  const Type *                                                     \
    bell_definitions_##name (BellDefinitions *self,                \
                             const char *id)                       \
  {                                                                \
    g_return_val_if_fail (BELL_IS_DEFINITIONS (self), NULL);       \
    return bell_definitions_find (self, BELL_LISTED_##LISTED, id); \
  }

LIST_AND_FIND (BellWorkflow, workflow, workflows, WORKFLOW)
LIST_AND_FIND (BellKind, kind, kinds, KIND)
LIST_AND_FIND (BellDepartment, department, departments, DEPARTMENT)
LIST_AND_FIND (BellRole, role, roles, ROLE)
LIST_AND_FIND (BellLadder, ladder, ladders, LADDER)
LIST_AND_FIND (BellCalendar, calendar, calendars, CALENDAR)
LIST_AND_FIND (BellTemplate, template, templates, TEMPLATE)

const BellCalendar *
bell_definitions_calendar_of (BellDefinitions *self,
                              const char      *department)
{
  const BellDepartment *found;
  const BellCalendar *calendar = NULL;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (self), NULL);

  found = bell_definitions_find (self, BELL_LISTED_DEPARTMENT, department);
  if (found != NULL)
    calendar = bell_definitions_find (self, BELL_LISTED_CALENDAR, found->calendar);
  return calendar != NULL ? calendar : &self->always;
}

/* The list behind a mapping that follows from the definitions themselves, or -1. */
static int
listed_by_name (const char *mapping)
{
  static const struct
  {
    const char *name;
    BellListed listed;
  } names[] = {
    { "departments", BELL_LISTED_DEPARTMENT },
    { "roles", BELL_LISTED_ROLE },
    { "workflows", BELL_LISTED_WORKFLOW },
    { "kinds", BELL_LISTED_KIND },
    { "templates", BELL_LISTED_TEMPLATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, mapping))
      return names[i].listed;
  return -1;
}

gboolean
bell_definitions_mapping_has (BellDefinitions *self,
                              const char      *mapping,
                              const char      *value)
{
  GHashTable *values;
  int listed;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (self), FALSE);
  g_return_val_if_fail (mapping != NULL && value != NULL, FALSE);

  if (g_str_equal (mapping, "currencies"))
    return bell_money_is_known (value);

  listed = listed_by_name (mapping);
  if (listed >= 0)
    return bell_definitions_find (self, listed, value) != NULL;

  values = g_hash_table_lookup (self->mappings, mapping);
  return values != NULL && g_hash_table_contains (values, value);
}

char *
bell_definitions_mapping_values (BellDefinitions *self,
                                 const char      *mapping)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  GString *told = g_string_new (NULL);
  GHashTable *values;
  int listed;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (self), NULL);
  g_return_val_if_fail (mapping != NULL, NULL);

  listed = listed_by_name (mapping);
  values = g_hash_table_lookup (self->mappings, mapping);
  if (listed >= 0)
    for (guint i = 0; i < self->listed[listed]->len; i++)
      g_ptr_array_add (words, *(char **) self->listed[listed]->pdata[i]);
  else if (g_str_equal (mapping, "currencies"))
    g_string_append (told, "EUR, GBP, JPY, USD, …");
  else if (values != NULL)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, values);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_ptr_array_add (words, key);
      g_ptr_array_sort_values (words, (GCompareFunc) strcmp);
    }

  for (guint i = 0; i < MIN (words->len, 12); i++)
    g_string_append_printf (told, "%s%s", i > 0 ? ", " : "", (char *) words->pdata[i]);
  if (words->len > 12)
    g_string_append (told, ", …");
  return g_string_free (told, FALSE);
}

gint64
bell_definitions_limit (BellDefinitions *self,
                        const char      *role,
                        const char      *currency,
                        BellMoneyKind    kind)
{
  const char *currencies[] = { currency, "*" };

  g_return_val_if_fail (BELL_IS_DEFINITIONS (self), 0);
  g_return_val_if_fail (role != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      g_autofree char *key = g_strdup_printf ("%s %s %d", role, currencies[i] != NULL ? currencies[i] : "", kind);
      gint64 *limit = g_hash_table_lookup (self->limits, key);

      if (limit != NULL)
        return *limit;
    }

  return 0;
}
