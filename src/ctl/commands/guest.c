/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-ctl.h"
#include "bell-desk-care.h"

static const BellCtlColumn columns[] = {
  { "last_name", N_("Surname") },
  { "first_name", N_("First name") },
  { "vip", N_("VIP") },
  { "last_stay", N_("Last stay") },
  { "stays", N_("Stays") },
  { "open_records", N_("Open records") },
  { "id", N_("Guest") },
  { NULL }
};

static gboolean
guest_export (BellCtl  *self,
              GError  **error)
{
  g_autofree char *text = NULL;

  if (!bell_ctl_enter (self, error) || (text = bell_desk_export_guest (self->desk, self->words[0], error)) == NULL)
    return FALSE;
  return bell_ctl_write_text (self, bell_ctl_get (self, "output"), text, error);
}

static const BellCtlOption list_options[] = {
  { "text", "text", NULL, "WORDS", N_("Only what these words find") },
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlOption reason_options[] = {
  { "reason", "reason", NULL, "TEXT", N_("Why; compulsory") },
  { NULL }
};

static const BellCtlOption export_options[] = {
  { "output", "output", NULL, "FILE", N_("Where to write it; the standard output otherwise") },
  { NULL }
};

static const BellCtlVerb erase_verb = { "guest.erase", { "guest" } };
static const BellCtlVerb reveal_verb = { "guest.reveal", { "guest" } };
static const BellCtlList guest_list = { BELL_LIST_GUESTS, columns };

const BellCtlCommand bell_ctl_guest_commands[] = {
  { "guest list", "", N_("Lists guests."), list_options, 0, 0, bell_ctl_do_list, &guest_list },
  { "guest reveal", "GUEST --reason TEXT", N_("Notes in the journal that you look at a guest’s name."), reason_options, 1, 1, bell_ctl_do_verb, &reveal_verb },
  { "guest erase", "GUEST --reason TEXT", N_("Erases a guest; the journal stays verifiable."), reason_options, 1, 1, bell_ctl_do_verb, &erase_verb },
  { "guest export", "GUEST", N_("Writes everything the hotel holds about a guest as JSON."), export_options, 1, 1, guest_export },
  { NULL }
};
