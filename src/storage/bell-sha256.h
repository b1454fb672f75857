/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage. */

#include <glib.h>

G_BEGIN_DECLS

#define BELL_SHA256_LENGTH 32

/* What GChecksum gives, by the processor's own instructions where it has them: every entry of the journal is hashed twice. */
void bell_sha256 (gconstpointer  data,
                  gsize          length,
                  guint8        *digest);

G_END_DECLS
