/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-error.h"
#include "bell-owner-rule.h"
#include "bell-permissions.h"
#include "bell-text.h"

typedef struct
{
  BellDefinitions *definitions;
  const char *role;
  const char *department;
} Wish;

typedef gboolean (*Fits) (const Wish *wish,
                          const BellCandidate *candidate);

static gboolean
is_manager (const Wish          *wish,
            const BellCandidate *candidate)
{
  g_auto(GStrv) ids = g_strsplit (candidate->roles != NULL ? candidate->roles : "", " ", -1);

  for (int i = 0; ids[i] != NULL; i++)
    {
      const BellRole *role = bell_definitions_role (wish->definitions, ids[i]);

      if (role != NULL && role->manager)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_role (const Wish          *wish,
          const BellCandidate *candidate)
{
  return bell_roles_has (candidate->roles, wish->role);
}

static gboolean
on_shift (const Wish          *wish,
          const BellCandidate *candidate)
{
  return candidate->on_duty && has_role (wish, candidate);
}

static gboolean
on_shift_in_department (const Wish          *wish,
                        const BellCandidate *candidate)
{
  return wish->department != NULL && on_shift (wish, candidate) && g_strcmp0 (candidate->department, wish->department) == 0;
}

static gboolean
supervisor_on_shift (const Wish          *wish,
                     const BellCandidate *candidate)
{
  return candidate->on_duty && bell_roles_has (candidate->roles, "supervisor");
}

static gboolean
duty_manager_on_shift (const Wish          *wish,
                       const BellCandidate *candidate)
{
  return candidate->on_duty && bell_roles_has (candidate->roles, "duty-manager");
}

static gboolean
manager_on_shift (const Wish          *wish,
                  const BellCandidate *candidate)
{
  return candidate->on_duty && is_manager (wish, candidate);
}

static gboolean
anybody (const Wish          *wish,
         const BellCandidate *candidate)
{
  return TRUE;
}

/* Tried in this order; the sentence takes the name, then the role asked for. */
static const struct
{
  Fits fits;
  const char *why;
} steps[] = {
  { on_shift_in_department, N_("%1$s is on shift as %2$s in the department and has the least open work.") },
  { on_shift, N_("%1$s is on shift as %2$s and has the least open work.") },
  { supervisor_on_shift, N_("No %2$s is on shift, so it goes to the supervisor on shift, %1$s.") },
  { duty_manager_on_shift, N_("No %2$s is on shift, so it goes to the duty manager, %1$s.") },
  { manager_on_shift, N_("No %2$s is on shift, so it goes to the manager on shift, %1$s.") },
  { has_role, N_("No %2$s is on shift, so it waits for %1$s, who has the role.") },
  { is_manager, N_("Nobody is on shift and nobody is %2$s, so it goes to the manager %1$s.") },
  { anybody, N_("Nobody is on shift, nobody is %2$s and there is no manager, so it goes to %1$s.") },
};

/* Whether @a should be given work before @b. */
static gboolean
goes_before (const BellCandidate *a,
             const BellCandidate *b)
{
  if (a->open_load != b->open_load)
    return a->open_load < b->open_load;
  if (a->last_assigned_at != b->last_assigned_at)
    return a->last_assigned_at < b->last_assigned_at;
  return bell_id_compare (&a->staff, &b->staff) < 0;
}

static gssize
pick_with (const Wish          *wish,
           const BellCandidate *candidates,
           gsize                n_candidates,
           Fits                 fits)
{
  gssize best = -1;

  for (gsize i = 0; i < n_candidates; i++)
    if (candidates[i].active && fits (wish, &candidates[i]) &&
        (best < 0 || goes_before (&candidates[i], &candidates[best])))
      best = i;
  return best;
}

static char *
tell (const Wish          *wish,
      const BellCandidate *candidate,
      const char          *format)
{
  const BellRole *role = bell_definitions_role (wish->definitions, wish->role);
  const char *name = candidate->name != NULL ? candidate->name : "";
  const char *role_name = role != NULL ? role->name : wish->role;
  GString *sentence = g_string_new (_ (format));

  g_string_replace (sentence, "%2$s", role_name, 0);
  g_string_replace (sentence, "%1$s", name, 0);
  return g_string_free (sentence, FALSE);
}

gssize
bell_owner_rule_pick (BellDefinitions      *definitions,
                      const BellCandidate  *candidates,
                      gsize                 n_candidates,
                      const char           *role,
                      const char           *department,
                      char                **why,
                      GError              **error)
{
  Wish wish = { definitions, role, department };

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), -1);
  g_return_val_if_fail (role != NULL, -1);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gssize best = pick_with (&wish, candidates, n_candidates, steps[i].fits);

      if (best >= 0)
        {
          if (why != NULL)
            *why = tell (&wish, &candidates[best], steps[i].why);
          return best;
        }
    }

  bell_error_set (error, BELL_ERROR_REFUSED, _("Add a person in Set-up, or make one active again."),
                  _("Nobody is there who could own the record."));
  return -1;
}

gboolean
bell_owner_rule_may_hand_over (const BellId         *from,
                               const BellCandidate  *to,
                               const char           *reason,
                               GError              **error)
{
  g_return_val_if_fail (from != NULL, FALSE);

  if (to == NULL || bell_id_is_none (&to->staff))
    bell_error_set (error, BELL_ERROR_REFUSED, _("Name the new owner."), _("A record cannot be without an owner."));
  else if (!to->active)
    bell_error_set (error, BELL_ERROR_REFUSED, _("Choose somebody who works here now."), _("%s is not active."), to->name);
  else if (bell_id_equal (from, &to->staff))
    bell_error_set (error, BELL_ERROR_REFUSED, _("Choose somebody else."), _("%s is the owner already."), to->name);
  else if (!bell_text_is_reason (reason))
    bell_error_set (error, BELL_ERROR_REFUSED, _("Say why, in a few words."), _("A hand-over needs a reason."));
  else
    return TRUE;
  return FALSE;
}
