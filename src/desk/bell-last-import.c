/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "bell-last-import.h"

#define SETTING "import:stays"

gboolean
bell_last_import_read (BellTxn         *txn,
                       BellLastImport  *last,
                       GError         **error)
{
  g_autofree char *text = NULL;
  GError *failure = NULL;

  *last = (BellLastImport) { 0 };
  text = bell_txn_get_setting (txn, SETTING, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (text != NULL && sscanf (text, "read=%u known=%u unmapped=%u", &last->read, &last->known, &last->unmapped) != 3)
    *last = (BellLastImport) { 0 };
  return TRUE;
}

gboolean
bell_last_import_write (BellTxn               *txn,
                        const BellLastImport  *last,
                        GError               **error)
{
  g_autofree char *text = g_strdup_printf ("read=%u known=%u unmapped=%u", last->read, last->known, last->unmapped);
  BellLastImport before;

  if (!bell_last_import_read (txn, &before, error))
    return FALSE;
  return (before.read == last->read && before.known == last->known && before.unmapped == last->unmapped) ||
         bell_txn_set_setting (txn, SETTING, text, error);
}
