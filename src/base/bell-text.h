/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Trimmed, in Unicode NFC, control characters but newline and tab dropped; NULL when nothing is left. (transfer full) */
char     *bell_text_clean    (const char *text);

/* "D•••• W•••••": initials stay, each other letter becomes a bullet; the length of a word is not told beyond five. (transfer full) */
char     *bell_text_mask     (const char *text);

/* Whether @text has at least three letters that are not one repeated: "ok", "...", "aaa" are no reasons. */
gboolean  bell_text_is_reason (const char *text);

/* At most @length characters, cut at a word where possible, with an ellipsis; (transfer full). */
char     *bell_text_shorten  (const char *text,
                              glong       length);

/* @text with its first letter upper case; (transfer full). */
char     *bell_text_capitalise (const char *text);

/* Case- and accent-insensitive form for comparing names; (transfer full). */
char     *bell_text_fold     (const char *text);

G_END_DECLS
