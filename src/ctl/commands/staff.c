/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-ctl.h"

static const BellCtlColumn staff_columns[] = {
  { "name", N_("Name") },
  { "roles", N_("Roles") },
  { "department", N_("Department") },
  { "active", N_("Works here") },
  { "on_duty", N_("On duty") },
  { "open_records", N_("Open records") },
  { NULL }
};

static const BellCtlColumn shift_columns[] = {
  { "staff_name", N_("Name") },
  { "starts_at", N_("From") },
  { "ends_at", N_("To") },
  { "id", N_("Shift") },
  { NULL }
};

static const BellCtlOption new_options[] = {
  { "roles", "roles", NULL, "IDS", N_("Roles, separated by spaces; the first is the main one") },
  { "department", "department", NULL, "ID", N_("Department") },
  { "new-pin-file", "@pin", NULL, "FILE", N_("File whose first line is the PIN of the new person") },
  { NULL }
};

static const BellCtlOption set_options[] = {
  { "name", "name", NULL, "NAME", N_("Another name") },
  { "department", "department", NULL, "ID", N_("Another department") },
  { "leaves", "active", "false", NULL, N_("No longer works here") },
  { "returns", "active", "true", NULL, N_("Works here again") },
  { NULL }
};

static const BellCtlOption reason_options[] = {
  { "reason", "reason", NULL, "TEXT", N_("Why; compulsory") },
  { NULL }
};

static const BellCtlOption pin_options[] = {
  { "new-pin-file", "@pin", NULL, "FILE", N_("File whose first line is the new PIN") },
  { NULL }
};

static const BellCtlOption list_options[] = {
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlOption shift_options[] = {
  { "from", "from", NULL, "TIME", N_("Shifts that end after this") },
  { "until", "until", NULL, "TIME", N_("Shifts that start before this") },
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlVerb new_verb = { "staff.new", { "name" } };
static const BellCtlVerb set_verb = { "staff.set", { "staff" } };
static const BellCtlVerb roles_verb = { "staff.roles", { "staff", "roles" } };
static const BellCtlVerb pin_verb = { "staff.pin", { "staff" } };
static const BellCtlVerb shift_new_verb = { "shift.new", { "staff", "starts", "ends" } };
static const BellCtlVerb shift_remove_verb = { "shift.remove", { "shift" } };
static const BellCtlList staff_list = { BELL_LIST_STAFF, staff_columns };
static const BellCtlList shift_list = { BELL_LIST_SHIFTS, shift_columns };

const BellCtlCommand bell_ctl_staff_commands[] = {
  { "staff list", "", N_("Lists the people."), list_options, 0, 0, bell_ctl_do_list, &staff_list },
  { "staff new", "NAME --roles IDS --department ID --new-pin-file FILE", N_("Adds a person who can sign in."), new_options, 1, 1, bell_ctl_do_verb, &new_verb },
  { "staff set", "PERSON", N_("Changes a person’s name or department, or whether they work here."), set_options, 1, 1, bell_ctl_do_verb, &set_verb },
  { "staff roles", "PERSON IDS --reason TEXT", N_("Gives a person other roles; nobody raises their own."), reason_options, 2, 2, bell_ctl_do_verb, &roles_verb },
  { "staff pin", "PERSON --new-pin-file FILE", N_("Gives a person, or yourself, a new PIN."), pin_options, 1, 1, bell_ctl_do_verb, &pin_verb },
  { "shift list", "", N_("Lists shifts."), shift_options, 0, 0, bell_ctl_do_list, &shift_list },
  { "shift new", "PERSON START END", N_("Plans a shift."), NULL, 3, 3, bell_ctl_do_verb, &shift_new_verb },
  { "shift remove", "SHIFT", N_("Takes a shift out."), NULL, 1, 1, bell_ctl_do_verb, &shift_remove_verb },
  { NULL }
};
