/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-permissions.h"

G_DEFINE_ENUM_TYPE (BellAction, bell_action,
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_VIEW, "view"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_CREATE, "create"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_EDIT, "edit"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_CHECK, "check"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_MOVE, "move"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_REOPEN, "reopen"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_TASK, "task"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_ASSIGN, "assign"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_RAISE, "raise"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_REVIEW, "review"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_PROPOSE, "propose"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_APPROVE, "approve"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_SEE_MONEY, "see-money"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_ADD_MONEY, "add-money"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_REVERSE_MONEY, "reverse-money"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_POST_MONEY, "post-money"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_MESSAGE, "message"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_FEEDBACK, "feedback"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_SPOT_CHECK, "spot-check"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_HANDOVER, "handover"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_REPORT, "report"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_SEE_STAYS, "see-stays"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_SEE_GUESTS, "see-guests"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_IMPORT, "import"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_MANAGE_STAFF, "manage-staff"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_MANAGE_SHIFTS, "manage-shifts"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_MANAGE_ROLES, "manage-roles"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_CHANGE_DEFINITIONS, "change-definitions"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_AUDIT, "audit"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_ERASE, "erase"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_EXPORT_GUEST, "export-guest"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_REVEAL, "reveal"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_BACKUP, "backup"),
                    G_DEFINE_ENUM_VALUE (BELL_ACTION_SYNC, "sync"))

const char *
bell_action_label (BellAction action)
{
  /* Translators: completes sentences such as "Your roles do not allow you to …" */
  static const char *const labels[BELL_N_ACTIONS] = {
    NC_("action", "see this"),
    NC_("action", "open records of this kind"),
    NC_("action", "change values"),
    NC_("action", "confirm values"),
    NC_("action", "move the status"),
    NC_("action", "reopen records"),
    NC_("action", "hand over ownership"),
    NC_("action", "work on tasks"),
    NC_("action", "assign tasks"),
    NC_("action", "raise exceptions"),
    NC_("action", "review exceptions"),
    NC_("action", "propose changes"),
    NC_("action", "decide proposals"),
    NC_("action", "see money"),
    NC_("action", "add money lines"),
    NC_("action", "reverse money lines"),
    NC_("action", "post money lines"),
    NC_("action", "send messages to guests"),
    NC_("action", "record feedback"),
    NC_("action", "do spot checks"),
    NC_("action", "sign the handover"),
    NC_("action", "read reports"),
    NC_("action", "see stays"),
    NC_("action", "see guests"),
    NC_("action", "import files"),
    NC_("action", "manage people"),
    NC_("action", "plan shifts"),
    NC_("action", "give roles"),
    NC_("action", "change definitions"),
    NC_("action", "read the journal"),
    NC_("action", "erase guests"),
    NC_("action", "export what is known of a guest"),
    NC_("action", "reveal masked values"),
    NC_("action", "make and restore backups"),
    NC_("action", "enrol computers"),
  };

  g_return_val_if_fail ((guint) action < BELL_N_ACTIONS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "action", labels[action]);
}
