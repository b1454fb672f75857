/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-value.h"

G_BEGIN_DECLS

/* A typed day as "YYYY-MM-DD"; NULL with an error that names @field. (transfer full) */
char     *bell_value_parse_day   (const BellFieldDef      *field,
                                  const char              *typed,
                                  const BellValueContext  *context,
                                  GError                 **error);

/* "19:05", "19.05", "1905", "7pm", "7:30 pm", "19h"; a bare number is no time. */
gboolean  bell_value_read_clock  (const char              *typed,
                                  int                     *hour,
                                  int                     *minute);

/* The next instant after @now at which the clock in @zone shows that. */
gint64    bell_value_next_clock  (int                      hour,
                                  int                      minute,
                                  gint64                   now,
                                  GTimeZone               *zone);

G_END_DECLS
