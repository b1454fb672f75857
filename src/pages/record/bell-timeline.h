/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bell-desk-record.h"

G_BEGIN_DECLS

#define BELL_TYPE_DEED (bell_deed_get_type ())
G_DECLARE_FINAL_TYPE (BellDeed, bell_deed, BELL, DEED, GObject)

/**
 * BellDeed:
 *
 * What a person did in one step: the journal entries of one command.
 */

/* Entries of the journal, in the order in which they were written; owned by @self. */
GPtrArray        *bell_deed_get_entries (BellDeed   *self);
BellJournalEntry *bell_deed_get_first   (BellDeed   *self);

#define BELL_TYPE_TIMELINE (bell_timeline_get_type ())
G_DECLARE_FINAL_TYPE (BellTimeline, bell_timeline, BELL, TIMELINE, GObject)

/**
 * BellTimeline:
 *
 * A list of BellDeed over a list of journal entries, newest first. Deeds whose entries stay the same keep their object.
 *
 * Property: model, the list below.
 */
BellTimeline     *bell_timeline_new     (GListModel *entries);

G_END_DECLS
