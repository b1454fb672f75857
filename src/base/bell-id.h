/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BellId:
 *
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds since 1970, then
 * random bits that only grow within one process and millisecond, so that ids
 * made later sort later. All zero means "none".
 */
typedef struct
{
  guint8 bytes[16];
} BellId;

#define BELL_ID_NONE ((BellId) { { 0 } })
#define BELL_TYPE_ID (bell_id_get_type ())

GType     bell_id_get_type  (void);

/* @now: microseconds since 1970 UTC, from the caller's clock. */
BellId    bell_id_new       (gint64        now);
gboolean  bell_id_is_none   (const BellId *id);
gboolean  bell_id_equal     (gconstpointer a,
                             gconstpointer b);
guint     bell_id_hash      (gconstpointer id);
int       bell_id_compare   (gconstpointer a,
                             gconstpointer b);
BellId   *bell_id_copy      (const BellId *id);

/* The 36-character lower-case form; (transfer full). */
char     *bell_id_to_string (const BellId *id);
gboolean  bell_id_parse     (const char   *text,
                             BellId       *id);

G_END_DECLS
