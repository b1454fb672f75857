/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-error.h"
#include "bell-money.h"
#include "bell-money-rules.h"
#include "bell-permissions.h"
#include "bell-text.h"
#include "bell-value.h"

/* No hotel's line is larger; what is larger was typed wrongly. */
#define LARGEST G_GINT64_CONSTANT (1000000000000)

gboolean
bell_money_rules_check_line (BellDefinitions  *definitions,
                             BellMoneyKind     kind,
                             gint64            minor,
                             const char       *currency,
                             const char       *cause,
                             const char       *roles,
                             gboolean         *needs_approval,
                             GError          **error)
{
  gint64 limit;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), FALSE);
  g_return_val_if_fail (needs_approval != NULL, FALSE);

  *needs_approval = FALSE;
  if (!bell_money_is_known (currency))
    bell_error_set (error, BELL_ERROR_INPUT, _("Use a three-letter code such as EUR, USD or JPY."),
                    _("“%s” is not a currency code."), currency != NULL ? currency : "");
  else if (minor <= 0)
    bell_error_set (error, BELL_ERROR_INPUT, _("Enter what was charged or paid; to take a line back, reverse it."),
                    _("The amount must be above zero."));
  else if (minor > LARGEST)
    bell_error_set (error, BELL_ERROR_INPUT, _("Check the amount."), _("The amount is too large."));
  else if (!bell_text_is_reason (cause))
    bell_error_set (error, BELL_ERROR_INPUT, _("Say what the money is for, in a few words."), _("A money line needs its cause."));
  else
    {
      limit = bell_permissions_limit (definitions, roles, currency, kind);
      *needs_approval = limit >= 0 && minor > limit;
      return TRUE;
    }
  return FALSE;
}

gboolean
bell_money_rules_may_reverse (BellMoneyLine  *line,
                              const char     *reason,
                              GError        **error)
{
  g_return_val_if_fail (BELL_IS_MONEY_LINE (line), FALSE);

  if (line->reversed)
    bell_error_set (error, BELL_ERROR_REFUSED, _("Nothing needs to be done."), _("This line was reversed already."));
  else if (!bell_id_is_none (&line->reverses))
    bell_error_set (error, BELL_ERROR_REFUSED, _("Add a new line instead."), _("A reversal cannot be reversed."));
  else if (!bell_text_is_reason (reason))
    bell_error_set (error, BELL_ERROR_REFUSED, _("Say why, in a few words."), _("A reversal needs a reason."));
  else
    return TRUE;
  return FALSE;
}

gboolean
bell_money_rules_may_post (BellMoneyLine  *line,
                           BellPosting     to,
                           const char     *reference,
                           GError        **error)
{
  static const gboolean steps[4][4] = {
    [BELL_POSTING_OPEN] = { [BELL_POSTING_APPROVED] = TRUE },
    [BELL_POSTING_APPROVED] = { [BELL_POSTING_OPEN] = TRUE, [BELL_POSTING_POSTED] = TRUE },
    [BELL_POSTING_POSTED] = { [BELL_POSTING_RECONCILED] = TRUE },
  };
  g_autofree char *voucher = bell_text_clean (reference);

  g_return_val_if_fail (BELL_IS_MONEY_LINE (line), FALSE);
  g_return_val_if_fail ((guint) to < 4, FALSE);

  if (!steps[line->posting][to])
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("The way is: open, approved, posted, reconciled."),
                      /* Translators: two posting states */
                      _("A line that is “%s” cannot become “%s”."), bell_posting_label (line->posting),
                      bell_posting_label (to));
      return FALSE;
    }
  if (to == BELL_POSTING_POSTED && voucher == NULL)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Enter the number of the voucher or of the folio's posting."),
                      _("A posted line needs its reference."));
      return FALSE;
    }
  return TRUE;
}

gboolean
bell_money_rules_effect (const BellKind  *definition,
                         GHashTable      *values,
                         BellMoneyKind   *kind,
                         gint64          *minor,
                         char           **currency)
{
  g_autofree char *read_currency = NULL;
  int line_kind;
  gint64 read = 0;

  g_return_val_if_fail (definition != NULL, FALSE);
  g_return_val_if_fail (kind != NULL && minor != NULL && currency != NULL, FALSE);

  line_kind = definition->money_kind;
  if (definition->money_field == NULL || values == NULL ||
      !bell_value_to_money (g_hash_table_lookup (values, definition->money_field), &read, &read_currency) || read <= 0)
    return FALSE;
  if (definition->money_kind_field != NULL)
    {
      const char *nick = g_hash_table_lookup (values, definition->money_kind_field);

      if (nick == NULL || !bell_enum_from_nick (BELL_TYPE_MONEY_KIND, nick, &line_kind))
        return FALSE;
    }

  *kind = line_kind;
  *minor = read;
  *currency = g_steal_pointer (&read_currency);
  return TRUE;
}

gint64
bell_money_rules_signed (BellMoneyLine *line)
{
  g_return_val_if_fail (BELL_IS_MONEY_LINE (line), 0);

  /* A reversal holds the negative amount of what it takes back. */
  return line->kind == BELL_MONEY_KIND_CHARGE || line->kind == BELL_MONEY_KIND_DEPOSIT ? line->minor : -line->minor;
}
