/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BELL_TYPE_REASON_DIALOG (bell_reason_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BellReasonDialog, bell_reason_dialog, BELL, REASON_DIALOG, AdwAlertDialog)

/**
 * BellReasonDialog:
 *
 * Asks why. The button that does it stays insensitive until the text is a
 * reason (bell_text_is_reason ()). Ctrl+Enter does it too.
 *
 * bell_reason_dialog_add_field () puts a further compulsory line above the reason,
 * such as whom a blocked record waits for.
 */
BellReasonDialog *bell_reason_dialog_new           (const char          *heading,
                                                    const char          *body,
                                                    const char          *accept);

/* One line that must be filled in as well; a second call replaces its label. */
void              bell_reason_dialog_add_field     (BellReasonDialog    *self,
                                                    const char          *label);
const char       *bell_reason_dialog_get_field     (BellReasonDialog    *self);

void              bell_reason_dialog_choose        (BellReasonDialog    *self,
                                                    GtkWidget           *parent,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             data);

/* The reason, cleaned; NULL when the person thought better of it. (transfer full) */
char             *bell_reason_dialog_choose_finish (BellReasonDialog    *self,
                                                    GAsyncResult        *result);

G_END_DECLS
