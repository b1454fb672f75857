/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"
#include "bell-live.h"

G_BEGIN_DECLS

/*
 * Rows beside a record, each over a BellLive. Their buttons activate record.do with what to do, -1 and the id.
 */

/* A task: a mark that finishes it, who, by when, and what else can be done. */
#define BELL_TYPE_TASK_ROW (bell_task_row_get_type ())
G_DECLARE_FINAL_TYPE (BellTaskRow, bell_task_row, BELL, TASK_ROW, AdwActionRow)

GtkWidget *bell_task_row_new  (BellDesk *desk,
                               BellLive *live);

/* A money line: kind and amount, why, how far it has come into the accounts. */
#define BELL_TYPE_MONEY_ROW (bell_money_row_get_type ())
G_DECLARE_FINAL_TYPE (BellMoneyRow, bell_money_row, BELL, MONEY_ROW, AdwActionRow)

GtkWidget *bell_money_row_new (BellDesk *desk,
                               BellLive *live);

G_END_DECLS
