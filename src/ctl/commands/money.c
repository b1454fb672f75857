/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-ctl.h"

static const BellCtlColumn columns[] = {
  { "kind", N_("Kind") },
  { "minor", N_("Minor units") },
  { "currency", N_("Currency") },
  { "posting", N_("Posting") },
  { "reversed", N_("Reversed") },
  { "cause", N_("Cause") },
  { "reference", N_("Reference") },
  { "made_name", N_("By") },
  { "id", N_("Line") },
  { NULL }
};

static gboolean
money_list (BellCtl  *self,
            GError  **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(BellDossier) dossier = NULL;

  if (!bell_ctl_enter (self, error) || (dossier = bell_desk_open_record (self->desk, self->words[0], error)) == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->money)); i++)
    g_ptr_array_add (lines, g_list_model_get_item (G_LIST_MODEL (dossier->money), i));
  bell_ctl_show_entities (self, lines, columns);
  return TRUE;
}

static const BellCtlOption add_options[] = {
  { "cause", "cause", NULL, "TEXT", N_("Why; compulsory") },
  { "currency", "currency", NULL, "CODE", N_("Currency; the hotel’s otherwise") },
  { NULL }
};

static const BellCtlOption reverse_options[] = {
  { "reason", "reason", NULL, "TEXT", N_("Why; compulsory") },
  { NULL }
};

static const BellCtlOption post_options[] = {
  { "reference", "reference", NULL, "TEXT", N_("Voucher or folio posting") },
  { NULL }
};

static const BellCtlVerb add_verb = { "money.add", { "record", "kind", "amount" } };
static const BellCtlVerb reverse_verb = { "money.reverse", { "line" } };
static const BellCtlVerb post_verb = { "money.post", { "line", "to" } };

const BellCtlCommand bell_ctl_money_commands[] = {
  { "money add", "RECORD charge|refund|deposit|cost|write-off AMOUNT --cause TEXT", N_("Adds a money line; above your limit it waits for an approval."), add_options, 3, 3, bell_ctl_do_verb, &add_verb },
  { "money reverse", "LINE --reason TEXT", N_("Takes a line back by another line."), reverse_options, 1, 1, bell_ctl_do_verb, &reverse_verb },
  { "money post", "LINE posted|reconciled", N_("Tells how far a line has come on its way into the accounts."), post_options, 2, 2, bell_ctl_do_verb, &post_verb },
  { "money list", "RECORD", N_("Lists the money lines of a record."), NULL, 1, 1, money_list },
  { NULL }
};
