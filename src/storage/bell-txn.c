/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-error.h"
#include "bell-txn-private.h"

const char *const bell_txn_tables[] = {
  "property", "staff", "shift", "guest", "stay", "record", "item", "task", "exception",
  "approval", "alert", "money_line", "journal", "setting", "staff_secret", NULL,
};

void
bell_txn_mark (BellTxn    *txn,
               const char *table)
{
  for (guint i = 0; bell_txn_tables[i] != NULL; i++)
    if (g_str_equal (bell_txn_tables[i], table))
      {
        txn->changed |= 1u << i;
        return;
      }
}

static void
clear_author (BellTxn *txn)
{
  g_free ((char *) txn->author.role);
  g_free ((char *) txn->author.property);
  g_free ((char *) txn->author.why);
  txn->author = (BellAuthor) { 0 };
}

void
bell_txn_clear (BellTxn *txn)
{
  clear_author (txn);
  txn->begun = FALSE;
  txn->group_op = BELL_ID_NONE;
}

void
bell_txn_begin_command (BellTxn          *txn,
                        const BellAuthor *author)
{
  g_return_if_fail (txn != NULL);
  g_return_if_fail (author != NULL);

  BellAuthor copy = {
    .who = author->who,
    .role = g_strdup (author->role),
    .now = author->now,
    .property = g_strdup (author->property),
    .why = g_strdup (author->why),
  };

  clear_author (txn);
  txn->author = copy;
  txn->group_op = BELL_ID_NONE;
  txn->begun = TRUE;
}

gboolean
bell_txn_is_writer (BellTxn *txn)
{
  g_return_val_if_fail (txn != NULL, FALSE);

  return txn->chain != NULL;
}

gboolean
bell_txn_may_write (BellTxn  *txn,
                    GError  **error)
{
  if (txn->chain != NULL && txn->begun)
    return TRUE;

  bell_error_set (error, BELL_ERROR_STORAGE, NULL, _("A change needs its author and a transaction that may write."));
  return FALSE;
}
