/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"
#include "bell-quick-entry.h"

G_BEGIN_DECLS

/**
 * What quick entry shows while a person types: the tokens of the rules plus
 * what the hotel knows of them (stay in the room, who would own it).
 */
typedef struct
{
  char *chip;        /* "Room 412 · D•••• W•••••" */
  char *problem;     /* (nullable): what is not understood or cannot be, and what to type instead */
} BellQuickChip;

/* Reads @text off the main loop; later calls supersede earlier ones. */
void         bell_desk_read_line_async  (BellDesk            *self,
                                         const char          *text,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);

/* Array of BellQuickChip; @command is what Enter would send, NULL when the line cannot be filed yet. */
GPtrArray   *bell_desk_read_line_finish (BellDesk            *self,
                                         GAsyncResult        *result,
                                         BellCommand        **command,
                                         GError             **error);

/* Blocks; for the command line and tests. */
GPtrArray   *bell_desk_read_line        (BellDesk            *self,
                                         const char          *text,
                                         BellCommand        **command,
                                         GError             **error);

G_END_DECLS
