/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bell-clock.h"
#include "bell-command.h"
#include "bell-definitions.h"
#include "bell-dossier.h"
#include "bell-error.h"
#include "bell-journal-entry.h"
#include "bell-permissions.h"
#include "bell-property.h"
#include "bell-query.h"
#include "bell-staff.h"

G_BEGIN_DECLS

#define BELL_TYPE_DESK (bell_desk_get_type ())
G_DECLARE_FINAL_TYPE (BellDesk, bell_desk, BELL, DESK, GObject)

/**
 * BellDesk:
 *
 * The façade of everything below the window: one door for changes
 * (bell_desk_submit ()), lists that keep themselves current, and the signed-in
 * person whose permissions decide what both give. All functions are for the
 * thread that opened the desk; work runs on storage's threads.
 *
 * Properties: person (BellStaff, NULL when locked), property (BellProperty),
 * counts (BellCounts). Signals: ::changed (after a commit), ::alerted
 * (BellAlert, for the signed-in person's roles).
 */

/* Opens @path, or creates it with the shipped definitions when @create. */
BellDesk        *bell_desk_open              (const char          *path,
                                              BellClock           *clock,
                                              gboolean             create,
                                              GError             **error);
void             bell_desk_close             (BellDesk            *self);

/* What a window shows when nothing else is known; (transfer none). */
BellDefinitions *bell_desk_get_definitions   (BellDesk            *self);
BellClock       *bell_desk_get_clock         (BellDesk            *self);
BellProperty    *bell_desk_get_property      (BellDesk            *self);
GTimeZone       *bell_desk_get_zone          (BellDesk            *self);
const char      *bell_desk_get_path          (BellDesk            *self);

/* Whether nobody works here yet: the first start. */
gboolean         bell_desk_is_new            (BellDesk            *self);

/* --- Who is at the desk --- */

/* People who may sign in, by name: a list of BellStaff; kept current. (transfer full) */
GListModel      *bell_desk_list_people       (BellDesk            *self);

/* Names and PINs are checked on a worker; five wrong PINs lock the name for a minute. */
void             bell_desk_sign_in_async     (BellDesk            *self,
                                              const char          *name,
                                              const char          *pin,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             data);
gboolean         bell_desk_sign_in_finish    (BellDesk            *self,
                                              GAsyncResult        *result,
                                              GError             **error);
gboolean         bell_desk_sign_in           (BellDesk            *self,
                                              const char          *name,
                                              const char          *pin,
                                              GError             **error);
void             bell_desk_sign_out          (BellDesk            *self);

/* (nullable) (transfer none) */
BellStaff       *bell_desk_get_person        (BellDesk            *self);

/* The same question that the door asks; for showing and hiding. @kind nullable. */
gboolean         bell_desk_may               (BellDesk            *self,
                                              BellAction           action,
                                              const char          *kind);

/* The name of a person by id, "" for none; from a cache, main thread only. */
const char      *bell_desk_get_staff_name    (BellDesk            *self,
                                              const BellId        *staff);

/* --- The one door --- */

void             bell_desk_submit_async      (BellDesk            *self,
                                              BellCommand         *command,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             data);

/* (transfer full) */
BellOutcome     *bell_desk_submit_finish     (BellDesk            *self,
                                              GAsyncResult        *result,
                                              GError             **error);

/* Blocks; for the command line and tests. */
BellOutcome     *bell_desk_submit            (BellDesk            *self,
                                              BellCommand         *command,
                                              GError             **error);

/* --- Reading --- */

/* A list that loads pages and follows the database; a BellPager. (transfer full) */
GListModel      *bell_desk_list              (BellDesk            *self,
                                              const BellQuery     *query);

/* The same once and blocking: at most @limit entities after @after (nullable). (transfer full) */
GPtrArray       *bell_desk_read_list         (BellDesk            *self,
                                              const BellQuery     *query,
                                              BellEntity          *after,
                                              guint                limit,
                                              GError             **error);

/* How many cards of @department (nullable: all) stand in each status: an array of %BELL_N_STATUSES. (transfer full) */
void             bell_desk_count_board_async  (BellDesk           *self,
                                              const char          *department,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             data);
guint           *bell_desk_count_board_finish (BellDesk           *self,
                                              GAsyncResult        *result,
                                              GError             **error);

/* How many stays arrive, are in house and leave on @day (YYYY-MM-DD): an array of three. (transfer full) */
void             bell_desk_count_stays_async  (BellDesk           *self,
                                               const char          *day,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             data);
guint           *bell_desk_count_stays_finish (BellDesk           *self,
                                               GAsyncResult        *result,
                                               GError             **error);

/* A record with all that this person may see; @record is an id as text or a number such as "GE-1042". */
void             bell_desk_open_record_async (BellDesk            *self,
                                              const char          *record,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             data);
BellDossier     *bell_desk_open_record_finish (BellDesk           *self,
                                              GAsyncResult        *result,
                                              GError             **error);
BellDossier     *bell_desk_open_record       (BellDesk            *self,
                                              const char          *record,
                                              GError             **error);

G_END_DECLS
