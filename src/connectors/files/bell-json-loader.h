/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reads members of a JSON file and tells a wrong one with the file and the path in it. */
typedef struct
{
  const char *origin;
  GError **error;
} BellLoader;

/* Sets the error; always FALSE. */
gboolean    bell_loader_fail   (BellLoader         *self,
                                const char         *path,
                                const char         *format,
                                ...) G_GNUC_PRINTF (3, 4);

/* The text of a node, NULL when it is none. */
const char *bell_json_text     (JsonNode           *node);

gboolean    bell_loader_text   (BellLoader         *self,
                                JsonNode           *node,
                                const char         *path,
                                char              **text);

gboolean    bell_loader_flag   (BellLoader         *self,
                                JsonNode           *node,
                                const char         *path,
                                gboolean           *flag);

/* A whole number from 0 to @max. */
gboolean    bell_loader_number (BellLoader         *self,
                                JsonNode           *node,
                                const char         *path,
                                int                 max,
                                int                *number);

/* A text or a list of texts. */
gboolean    bell_loader_texts  (BellLoader         *self,
                                JsonNode           *node,
                                const char         *path,
                                GStrv              *texts);

/* An object without other members than those @allowed (nullable: any). */
JsonObject *bell_loader_object (BellLoader         *self,
                                JsonNode           *node,
                                const char         *path,
                                const char *const  *allowed);

G_END_DECLS
