/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bell-guest.h"
#include "bell-record.h"
#include "bell-record-parts.h"
#include "bell-stay.h"
#include "bell-task.h"

G_BEGIN_DECLS

#define BELL_TYPE_DOSSIER (bell_dossier_get_type ())
G_DECLARE_FINAL_TYPE (BellDossier, bell_dossier, BELL, DOSSIER, GObject)

/**
 * BellDossier:
 * @record: the record
 * @items: one per slot; NULL where the slot has not been begun
 * @tasks: list of BellTask, oldest first
 * @exceptions: list of BellException, newest first
 * @approvals: list of BellApproval, newest first
 * @alerts: list of BellAlert that are not resolved, newest first
 * @money: list of BellMoneyLine, oldest first; empty for those who may not see money
 * @stay: (nullable): the stay as it is now
 * @guest: (nullable): NULL also for those who may not see identities
 *
 * A record with all that hangs on it: what the record page shows and what the
 * rules judge. A snapshot, like its parts.
 */
struct _BellDossier
{
  GObject parent_instance;

  BellRecord *record;
  BellItem *items[BELL_N_SLOTS];
  GListStore *tasks;
  GListStore *exceptions;
  GListStore *approvals;
  GListStore *alerts;
  GListStore *money;
  BellStay *stay;
  BellGuest *guest;
};

BellDossier *bell_dossier_new (void);

G_END_DECLS
