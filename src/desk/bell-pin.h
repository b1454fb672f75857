/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* PINs are four to twelve digits, kept as a yescrypt hash by libxcrypt; slow on purpose, so never on the main loop. */

gboolean  bell_pin_is_acceptable (const char  *pin,
                                  GError     **error);

/* @cheap: the lowest cost, only for the PINs of the demonstration hotel, which are shown anyway. (transfer full) */
char     *bell_pin_hash          (const char  *pin,
                                  gboolean     cheap,
                                  GError     **error);
gboolean  bell_pin_matches       (const char  *pin,
                                  const char  *hash);

G_END_DECLS
