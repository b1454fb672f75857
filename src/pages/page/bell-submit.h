/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-shell.h"

G_BEGIN_DECLS

/*
 * How every page sends a command: on success a toast says what happened and offers Undo where the
 * step may be taken back; a refusal is shown as a dialog with the sentence and the way forward.
 */

/* Sends and forgets; @from is any widget in the window. @command is not consumed. */
void         bell_submit        (GtkWidget           *from,
                                 BellDesk            *desk,
                                 BellCommand         *command);

/* The same for those who go on afterwards. The person was told already when @callback runs. */
void         bell_submit_async  (GtkWidget           *from,
                                 BellDesk            *desk,
                                 BellCommand         *command,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data);

/* (transfer full); NULL when it was refused or failed. The source object of @result is the desk. */
BellOutcome *bell_submit_finish (GAsyncResult        *result,
                                 GError             **error);

/**
 * bell_submit_with_reason:
 * @heading: what is going to happen, as a title: "Block This Record"
 * @body: (nullable): a sentence under it
 * @accept: words of the button that does it: "Block"
 *
 * Asks for a reason first and sends it as the command's argument "reason".
 */
void         bell_submit_with_reason (GtkWidget   *from,
                                      BellDesk    *desk,
                                      BellCommand *command,
                                      const char  *heading,
                                      const char  *body,
                                      const char  *accept);

/* Takes back the person's own last step. */
void         bell_submit_undo   (GtkWidget           *from,
                                 BellDesk            *desk);

/* Shows an error as bell_submit () does; @record (nullable) is offered to be opened. */
void         bell_show_error    (GtkWidget           *from,
                                 const GError        *error,
                                 const char          *record);

G_END_DECLS
