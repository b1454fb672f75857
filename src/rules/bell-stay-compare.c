/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-date.h"
#include "bell-stay-compare.h"

gboolean
bell_compare_holds (int         order,
                    BellCompare op)
{
  switch (op)
    {
    case BELL_COMPARE_EQUAL:
      return order == 0;
    case BELL_COMPARE_DIFFERENT:
      return order != 0;
    case BELL_COMPARE_BEFORE:
      return order < 0;
    case BELL_COMPARE_NOT_AFTER:
      return order <= 0;
    case BELL_COMPARE_AFTER:
      return order > 0;
    case BELL_COMPARE_NOT_BEFORE:
      return order >= 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

const char *
bell_stay_part (BellStay   *stay,
                const char *name)
{
  g_return_val_if_fail (BELL_IS_STAY (stay), NULL);

  if (g_str_equal (name, "arrival"))
    return stay->arrival;
  if (g_str_equal (name, "departure"))
    return stay->departure;
  if (g_str_equal (name, "room"))
    return stay->room;
  if (g_str_equal (name, "surname"))
    return stay->surname;
  return g_str_equal (name, "status") ? bell_enum_nick (BELL_TYPE_STAY_STATUS, stay->status) : NULL;
}

const char *
bell_stay_part_label (const char *name)
{
  static const struct
  {
    const char *name;
    const char *label;
  } labels[] = {
    { "arrival", NC_("stay", "arrival") },
    { "departure", NC_("stay", "departure") },
    { "room", NC_("stay", "room") },
    { "surname", NC_("stay", "name of the guest") },
    { "status", NC_("stay", "status") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].name, name))
      return g_dpgettext2 (GETTEXT_PACKAGE, "stay", labels[i].label);
  g_return_val_if_reached (name);
}

gboolean
bell_stay_rule_holds (const BellStayRule *rule,
                      BellValueType       type,
                      const char         *value,
                      BellStay           *stay,
                      GTimeZone          *zone)
{
  const char *part = stay != NULL ? bell_stay_part (stay, rule->stay_field) : NULL;
  g_autofree char *day = NULL;
  gint64 at = 0;

  if (part == NULL || part[0] == '\0' || value == NULL)
    return TRUE;

  if (type == BELL_VALUE_DATETIME && bell_time_from_iso8601 (value, NULL, &at))
    day = bell_time_day (at, zone);
  return bell_compare_holds (strcmp (day != NULL ? day : value, part), rule->op);
}
