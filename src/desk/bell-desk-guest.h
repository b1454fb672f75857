/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/*
 * One stay, one guest, as far as the signed-in person may see them.
 *
 * Who holds the right to reveal (%BELL_ACTION_REVEAL) gets a guest's given name, contact data and notes only after
 * a guest.reveal with a reason, for as long as the person is signed in: until then lists and these functions hand out
 * the surname, the given name as "D••••", and nothing of the rest.
 */

/* @stay: its id as text, or its confirmation number. */
void       bell_desk_open_stay_async    (BellDesk            *self,
                                         const char          *stay,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);

/* (transfer full) */
BellStay  *bell_desk_open_stay_finish   (BellDesk            *self,
                                         GAsyncResult        *result,
                                         GError             **error);

/* @guest: its id as text. */
void       bell_desk_open_guest_async   (BellDesk            *self,
                                         const char          *guest,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);

/* (transfer full) */
BellGuest *bell_desk_open_guest_finish  (BellDesk            *self,
                                         GAsyncResult        *result,
                                         GError             **error);

/* Whether the guest is masked for this person until it is revealed. */
gboolean   bell_desk_must_reveal        (BellDesk            *self,
                                         const BellId        *guest);

/* What the latest records of a guest hold of one kind, such as the preferences; newest first, values that the
 * person may not see left out. */
void       bell_desk_read_items_async   (BellDesk            *self,
                                         const BellId        *guest,
                                         const char          *kind,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);

/* Array of BellItem; (transfer full). */
GPtrArray *bell_desk_read_items_finish  (BellDesk            *self,
                                         GAsyncResult        *result,
                                         GError             **error);

G_END_DECLS
