/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage: flat JSON objects of texts. */

#include <glib.h>

G_BEGIN_DECLS

/* Appends a member to an object under construction; @bare leaves out the quotes. */
void         bell_json_add_member   (GString     *json,
                                     const char  *name,
                                     const char  *text,
                                     gboolean     bare);

/* Ends the object; takes @json. (transfer full) */
char        *bell_json_close        (GString     *json);

/* A values table as an object with sorted names; NULL when it is empty. (transfer full) */
char        *bell_json_from_values  (GHashTable  *values);

/* Never NULL; what is not an object of texts is left out. (transfer full) */
GHashTable  *bell_json_parse_values (const char  *json);

/* Calls @func for each member of an object; numbers and booleans as texts. FALSE when it is no JSON object. */
typedef void (*BellJsonFunc) (const char *name,
                              const char *text,
                              gpointer    data);
gboolean     bell_json_foreach      (const char   *json,
                                     BellJsonFunc  func,
                                     gpointer      data);

G_END_DECLS
