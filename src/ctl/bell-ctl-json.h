/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "bell-ctl.h"

G_BEGIN_DECLS

/* For commands whose answer is more than a list: pieces of JSON, all keys as the field tables name them. */

/* An entity as an object, NULL as null. */
void bell_ctl_add_entity (JsonBuilder *builder, BellEntity *entity);

/* A member of the object under way: an array of entities. */
void bell_ctl_add_list (JsonBuilder *builder, const char *name, GListModel *list);

/* (transfer full) */
char *bell_ctl_json_text (JsonBuilder *builder, gboolean pretty);
void bell_ctl_print_json (JsonBuilder *builder);

G_END_DECLS
