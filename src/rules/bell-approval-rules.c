/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-approval-rules.h"
#include "bell-error.h"
#include "bell-money.h"
#include "bell-permissions.h"
#include "bell-value.h"

static gint64
size_of (gint64 minor)
{
  return minor == G_MININT64 ? G_MAXINT64 : ABS (minor);
}

const BellRole *
bell_approval_rules_role_for (BellDefinitions *definitions,
                              const char      *kind,
                              BellMoneyKind    money_kind,
                              gint64           minor,
                              const char      *currency)
{
  GPtrArray *roles;
  const BellRole *lowest = NULL;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), NULL);

  roles = bell_definitions_roles (definitions);
  for (guint i = 0; i < roles->len; i++)
    {
      const BellRole *role = roles->pdata[i];
      gint64 limit = minor != 0 ? bell_definitions_limit (definitions, role->id, currency, money_kind) : -1;

      if (bell_permissions_reach (definitions, role->id, BELL_ACTION_APPROVE, kind) < 0 ||
          (limit >= 0 && limit < size_of (minor)))
        continue;
      if (lowest == NULL || role->rank < lowest->rank)
        lowest = role;
    }
  return lowest;
}

static char *
name_of (const BellRole *role)
{
  return role != NULL ? g_strdup (role->id) : NULL;
}

/* The line kind that stands for an amount in a field; a kind that is chosen in another field counts as the strictest: a refund. */
static BellMoneyKind
line_kind (const BellKind *kind)
{
  return kind->money_kind >= 0 ? (BellMoneyKind) kind->money_kind : BELL_MONEY_KIND_REFUND;
}

BellVerdict
bell_approval_rules_judge_edit (BellDefinitions     *definitions,
                                const BellKind      *kind,
                                const BellFieldDef  *field,
                                const char          *old_value,
                                const char          *new_value,
                                const char          *roles,
                                gboolean             was_checked,
                                char               **role,
                                char               **why)
{
  g_autofree char *currency = NULL;
  gint64 minor = 0;
  gint64 limit = -1;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), BELL_VERDICT_PROPOSE);
  g_return_val_if_fail (kind != NULL && field != NULL && role != NULL, BELL_VERDICT_PROPOSE);

  *role = NULL;
  if (why != NULL)
    *why = NULL;
  if (g_strcmp0 (old_value, new_value) == 0)
    return BELL_VERDICT_DIRECT;

  if (field->type == BELL_VALUE_MONEY && g_strcmp0 (kind->money_field, field->name) == 0 &&
      bell_value_to_money (new_value, &minor, &currency))
    limit = bell_permissions_limit (definitions, roles, currency, line_kind (kind));
  if (limit >= 0 && size_of (minor) > limit)
    {
      g_autofree char *told = bell_money_format (limit, currency);

      *role = name_of (bell_approval_rules_role_for (definitions, kind->id, line_kind (kind), minor, currency));
      /* Translators: a field and an amount */
      if (why != NULL)
        *why = g_strdup_printf (_("%s is above your limit of %s, so somebody else decides."), field->label, told);
      return BELL_VERDICT_PROPOSE;
    }

  if (field->sensitive && was_checked)
    {
      *role = name_of (bell_approval_rules_role_for (definitions, kind->id, line_kind (kind), minor, currency));
      if (why != NULL)
        *why = g_strdup_printf (_("%s was checked before, so somebody else decides about the change."), field->label);
      return BELL_VERDICT_PROPOSE;
    }
  return BELL_VERDICT_DIRECT;
}

BellVerdict
bell_approval_rules_judge_money (BellDefinitions  *definitions,
                                 BellMoneyKind     kind,
                                 gint64            minor,
                                 const char       *currency,
                                 const char       *roles,
                                 char            **role,
                                 char            **why)
{
  g_autofree char *told = NULL;
  gint64 limit;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), BELL_VERDICT_PROPOSE);
  g_return_val_if_fail (role != NULL, BELL_VERDICT_PROPOSE);

  *role = NULL;
  if (why != NULL)
    *why = NULL;
  limit = bell_permissions_limit (definitions, roles, currency, kind);
  if (limit < 0 || size_of (minor) <= limit)
    return BELL_VERDICT_DIRECT;

  told = bell_money_format (limit, currency);
  *role = name_of (bell_approval_rules_role_for (definitions, NULL, kind, minor, currency));
  if (why != NULL)
    *why = g_strdup_printf (_("The amount is above your limit of %s, so somebody else decides."), told);
  return BELL_VERDICT_PROPOSE;
}

static gboolean
limit_suffices (BellDefinitions  *definitions,
                BellApproval     *approval,
                int               money_kind,
                const char       *roles,
                GError          **error)
{
  const BellKind *kind = bell_definitions_kind (definitions, approval->kind);
  const BellRole *role;
  BellMoneyKind line = money_kind >= 0 ? (BellMoneyKind) money_kind : kind != NULL ? line_kind (kind)
                                                                                   : BELL_MONEY_KIND_REFUND;
  gint64 limit;

  if (approval->minor == 0)
    return TRUE;

  limit = bell_permissions_limit (definitions, roles, approval->currency, line);
  if (limit < 0 || size_of (approval->minor) <= limit)
    return TRUE;

  role = bell_approval_rules_role_for (definitions, approval->kind, line, approval->minor, approval->currency);
  {
    g_autofree char *told = bell_money_format (limit, approval->currency);
    g_autofree char *hint = g_strdup_printf (_("Leave the decision to: %s."), role != NULL ? role->name : _("nobody has this limit"));

    bell_error_set (error, BELL_ERROR_FORBIDDEN, hint, _("The amount is above your limit of %s."), told);
  }
  return FALSE;
}

gboolean
bell_approval_rules_may_decide (BellDefinitions  *definitions,
                                BellApproval     *approval,
                                int               money_kind,
                                const BellId     *staff,
                                const char       *roles,
                                const char       *department,
                                const char       *record_department,
                                GError          **error)
{
  BellAsk ask = { 0 };

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), FALSE);
  g_return_val_if_fail (BELL_IS_APPROVAL (approval), FALSE);
  g_return_val_if_fail (staff != NULL, FALSE);

  if (approval->state != BELL_APPROVAL_STATE_OPEN)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Propose the change anew if it is still needed."),
                      _("This proposal was decided already."));
      return FALSE;
    }
  if (bell_id_is_none (staff) || bell_id_equal (staff, &approval->proposed_by))
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Ask somebody else to decide, or withdraw the proposal."),
                      _("Nobody decides their own proposal."));
      return FALSE;
    }

  ask = (BellAsk) {
    .roles = roles,
    .department = department,
    .action = BELL_ACTION_APPROVE,
    .kind = approval->kind,
    .class_ = approval->class_,
    .of_department = record_department,
  };
  return bell_permissions_check (definitions, &ask, error) && limit_suffices (definitions, approval, money_kind, roles, error);
}
