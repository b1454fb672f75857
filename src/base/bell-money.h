/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Amounts are integers in the minor unit of an ISO 4217 currency (cents, yen, fils); never floats, never summed across currencies. */

/* The number of decimals of a currency (EUR 2, JPY 0, KWD 3), or -1 when the code is not known. */
int       bell_money_exponent (const char  *currency);
gboolean  bell_money_is_known (const char  *currency);

/* "120.00 EUR"-like text with the person's decimal sign and a narrow no-break space; (transfer full). */
char     *bell_money_format   (gint64       minor,
                               const char  *currency);

/* "120.00": plain decimal with a point, for files and the command line; (transfer full). */
char     *bell_money_to_plain (gint64       minor,
                               const char  *currency);

/* Reads "120", "120.5", "120,50", "1 200.00"; more decimals than the currency has, or a
 * number too large, is an error of BELL_ERROR_INPUT. */
gboolean  bell_money_parse    (const char  *text,
                               const char  *currency,
                               gint64      *minor,
                               GError     **error);

G_END_DECLS
