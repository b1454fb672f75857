/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-ctl.h"

static const BellCtlColumn columns[] = {
  { "raised_at", N_("When") },
  { "number", N_("Number") },
  { "cause", N_("Cause") },
  { "role", N_("Role") },
  { "text", N_("Text") },
  { "id", N_("Alert") },
  { NULL }
};

static const BellCtlOption list_options[] = {
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlVerb seen_verb = { "alert.seen", { "alert" } };
static const BellCtlList alert_list = { BELL_LIST_ALERTS, columns };

const BellCtlCommand bell_ctl_alert_commands[] = {
  { "alert list", "", N_("Lists what you and your roles must know."), list_options, 0, 0, bell_ctl_do_list, &alert_list },
  { "alert seen", "ALERT", N_("Says that you have seen an alert."), NULL, 1, 1, bell_ctl_do_verb, &seen_verb },
  { NULL }
};
