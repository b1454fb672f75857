/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-error.h"
#include "bell-permissions.h"

/* Calls for each role of @roles that is defined; stops when @func answers FALSE. */
typedef gboolean (*RoleFunc) (const BellRole *role,
                              gpointer data);

static void
each_role (BellDefinitions *definitions,
           const char      *roles,
           RoleFunc         func,
           gpointer         data)
{
  g_auto(GStrv) ids = g_strsplit (roles != NULL ? roles : "", " ", -1);

  for (int i = 0; ids[i] != NULL; i++)
    {
      const BellRole *role = bell_definitions_role (definitions, ids[i]);

      if (role != NULL && !func (role, data))
        return;
    }
}

gboolean
bell_roles_has (const char *roles,
                const char *role)
{
  gsize length = role != NULL ? strlen (role) : 0;

  for (const char *p = roles != NULL ? roles : ""; length > 0 && *p != '\0';)
    {
      gsize word = strcspn (p, " ");

      if (word == length && strncmp (p, role, length) == 0)
        return TRUE;
      p += word;
      p += strspn (p, " ");
    }
  return FALSE;
}

static gboolean
package_has (const BellPackage *package,
             BellAction         action,
             const char        *kind)
{
  if ((package->actions & (G_GUINT64_CONSTANT (1) << action)) == 0)
    return FALSE;
  return kind == NULL || package->kinds == NULL || g_strv_contains ((const char *const *) package->kinds, kind);
}

typedef struct
{
  BellAction action;
  const char *kind;
  int reach;
} Search;

static gboolean
widen (const BellRole *role,
       gpointer        data)
{
  Search *search = data;

  for (guint i = 0; i < role->packages->len; i++)
    {
      const BellPackage *package = role->packages->pdata[i];

      if (package_has (package, search->action, search->kind))
        search->reach = MAX (search->reach, (int) package->reach);
    }
  return TRUE;
}

int
bell_permissions_reach (BellDefinitions *definitions,
                        const char      *roles,
                        BellAction       action,
                        const char      *kind)
{
  Search search = { action, kind, -1 };

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), -1);

  each_role (definitions, roles, widen, &search);
  return search.reach;
}

gboolean
bell_permissions_has (BellDefinitions *definitions,
                      const char      *roles,
                      BellAction       action)
{
  return bell_permissions_reach (definitions, roles, action, NULL) >= 0;
}

static gboolean
collect_classes (const BellRole *role,
                 gpointer        data)
{
  *(guint *) data |= role->classes;
  return TRUE;
}

guint
bell_permissions_classes (BellDefinitions *definitions,
                          const char      *roles)
{
  guint classes = 0;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), 0);

  each_role (definitions, roles, collect_classes, &classes);
  return classes;
}

static gboolean
highest_rank (const BellRole *role,
              gpointer        data)
{
  *(int *) data = MAX (*(int *) data, role->rank);
  return TRUE;
}

int
bell_permissions_rank (BellDefinitions *definitions,
                       const char      *roles)
{
  int rank = 0;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), 0);

  each_role (definitions, roles, highest_rank, &rank);
  return rank;
}

gint64
bell_permissions_limit (BellDefinitions *definitions,
                        const char      *roles,
                        const char      *currency,
                        BellMoneyKind    kind)
{
  g_auto(GStrv) ids = g_strsplit (roles != NULL ? roles : "", " ", -1);
  gint64 highest = 0;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), 0);

  for (int i = 0; ids[i] != NULL; i++)
    {
      gint64 limit = bell_definitions_limit (definitions, ids[i], currency, kind);

      if (limit < 0)
        return -1;
      highest = MAX (highest, limit);
    }
  return highest;
}

/* "Supervisor, Duty manager": the roles that may do it, for the hint. */
static char *
who_may (BellDefinitions *definitions,
         BellAction       action,
         const char      *kind,
         BellClass        class_)
{
  GPtrArray *roles = bell_definitions_roles (definitions);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < roles->len; i++)
    {
      const BellRole *role = roles->pdata[i];
      Search search = { action, kind, -1 };

      widen (role, &search);
      if (search.reach >= 0 && (role->classes & BELL_CLASS_BIT (class_)) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", role->name);
    }

  if (names->len == 0)
    return g_strdup (_("Ask the administrator: no role may do this."));
  /* Translators: %s is a list of roles */
  return g_strdup_printf (_("These can do it: %s."), names->str);
}

static void
forbid (BellDefinitions  *definitions,
        const BellAsk    *ask,
        const char       *sentence,
        GError          **error)
{
  g_autofree char *hint = NULL;

  /* Asked for every row of a list: the sentences are made only for somebody who reads them. */
  if (error == NULL)
    return;
  hint = who_may (definitions, ask->action, ask->kind, ask->class_);
  bell_error_set (error, BELL_ERROR_FORBIDDEN, hint, "%s", sentence);
}

gboolean
bell_permissions_check (BellDefinitions  *definitions,
                        const BellAsk    *ask,
                        GError          **error)
{
  const BellKind *kind;
  int reach;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), FALSE);
  g_return_val_if_fail (ask != NULL && (guint) ask->action < BELL_N_ACTIONS, FALSE);

  reach = bell_permissions_reach (definitions, ask->roles, ask->action, ask->kind);
  if (ask->is_own && ask->action == BELL_ACTION_VIEW)
    reach = MAX (reach, BELL_REACH_OWN);
  if (reach < 0)
    {
      g_autofree char *sentence = NULL;

      kind = bell_definitions_kind (definitions, ask->kind);
      if (error != NULL)
        sentence = kind != NULL ? g_strdup_printf (_("Your role does not allow you to %s: %s."), bell_action_label (ask->action), kind->name)
                                : g_strdup_printf (_("Your role does not allow you to %s."), bell_action_label (ask->action));
      forbid (definitions, ask, sentence, error);
      return FALSE;
    }

  if (ask->class_ != BELL_CLASS_OPS &&
      (bell_permissions_classes (definitions, ask->roles) & BELL_CLASS_BIT (ask->class_)) == 0)
    {
      forbid (definitions, ask, _("Your role does not show values of this class."), error);
      return FALSE;
    }

  if (reach == BELL_REACH_PROPERTY || ask->is_own || (ask->of_department == NULL && ask->kind == NULL))
    return TRUE;
  if (reach == BELL_REACH_DEPARTMENT && ask->of_department != NULL && g_strcmp0 (ask->department, ask->of_department) == 0)
    return TRUE;

  forbid (definitions, ask, _("Your role reaches only the work of your own department."), error);
  return FALSE;
}

static gboolean
roles_exist (BellDefinitions  *definitions,
             const char       *roles,
             GError          **error)
{
  g_auto(GStrv) ids = g_strsplit (roles != NULL ? roles : "", " ", -1);
  gboolean any = FALSE;

  for (int i = 0; ids[i] != NULL; i++)
    {
      if (ids[i][0] == '\0')
        continue;
      any = TRUE;
      if (bell_definitions_role (definitions, ids[i]) == NULL)
        {
          bell_error_set (error, BELL_ERROR_INPUT, _("Choose one of the hotel's roles."), _("There is no role “%s”."), ids[i]);
          return FALSE;
        }
    }

  if (!any)
    bell_error_set (error, BELL_ERROR_INPUT, _("Choose at least one role."), _("Everybody needs a role."));
  return any;
}

gboolean
bell_permissions_check_role_change (BellDefinitions  *definitions,
                                    const BellId     *actor,
                                    const char       *actor_roles,
                                    const BellId     *subject,
                                    const char       *before,
                                    const char       *after,
                                    GError          **error)
{
  BellAsk ask = { .roles = actor_roles, .action = BELL_ACTION_MANAGE_ROLES };
  gboolean administers;
  int rank;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), FALSE);
  g_return_val_if_fail (actor != NULL, FALSE);

  if (!bell_permissions_check (definitions, &ask, error) || !roles_exist (definitions, after, error))
    return FALSE;

  if (subject != NULL && !bell_id_is_none (subject) && bell_id_equal (actor, subject))
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Ask another person who manages roles."),
                      _("Nobody changes their own roles."));
      return FALSE;
    }

  /* Who administers the computers has no say over guests and money and may therefore give any role, but to others. */
  administers = bell_permissions_has (definitions, actor_roles, BELL_ACTION_SYNC);
  rank = bell_permissions_rank (definitions, actor_roles);
  if (!administers &&
      (bell_permissions_rank (definitions, after) > rank || bell_permissions_rank (definitions, before) > rank))
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Ask the administrator, or somebody of that rank."),
                      _("This role ranks above your own."));
      return FALSE;
    }
  return TRUE;
}
