/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "bell-definitions.h"

G_BEGIN_DECLS

/* The kinds of things that have an id; one list and one index each. */
typedef enum
{
  BELL_LISTED_WORKFLOW,
  BELL_LISTED_KIND,
  BELL_LISTED_DEPARTMENT,
  BELL_LISTED_ROLE,
  BELL_LISTED_PACKAGE,
  BELL_LISTED_LADDER,
  BELL_LISTED_CALENDAR,
  BELL_LISTED_TEMPLATE,
  BELL_N_LISTED,
} BellListed;

/* Everything that the structs point to lives in these, and goes with them. */
struct _BellDefinitions
{
  GObject parent_instance;

  GStringChunk *strings;
  GPtrArray *blocks;        /* g_malloc'ed structs and string vectors */
  GPtrArray *lists;         /* GPtrArray */
  GPtrArray *arrays;        /* GArray */
  GPtrArray *tables;        /* GHashTable */
  GPtrArray *listed[BELL_N_LISTED];
  GHashTable *index[BELL_N_LISTED];
  GHashTable *kind_ids;     /* ids of all kinds, known before the kinds are read */
  GHashTable *mappings;     /* id → GHashTable of values, in @tables */
  GHashTable *limits;       /* "role currency kind" → gint64 * */
  BellCalendar always;
};

/**
 * BellPlace:
 *
 * A JSON object being read, with the file's name and the path for complaints. The first complaint stays
 * in @error; from then on everything reads as empty, so callers test once at the end.
 */
typedef struct
{
  BellDefinitions *definitions;
  const char *file;
  char *path;
  JsonObject *object;
  GError **error;
} BellPlace;

/* Complains about @key (nullable: the object itself) unless something was complained about before. */
void          bell_place_complain (BellPlace    *self,
                                   const char   *key,
                                   const char   *remedy,
                                   const char   *format,
                                   ...) G_GNUC_PRINTF (4, 5);
gboolean      bell_place_failed   (BellPlace    *self);

/* Opens @node as an object at @path that may have only the @keys (separated by spaces). */
void          bell_place_init     (BellPlace       *self,
                                   BellDefinitions *definitions,
                                   const char      *file,
                                   char            *path,
                                   JsonNode        *node,
                                   const char      *keys,
                                   GError         **error);
void          bell_place_clear    (BellPlace       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BellPlace, bell_place_clear)

gboolean      bell_place_has      (BellPlace    *self,
                                   const char   *key);
char         *bell_place_text     (BellPlace    *self,
                                   const char   *key);          /* NULL when absent */
char         *bell_place_required (BellPlace    *self,
                                   const char   *key);          /* complains when absent */
char         *bell_place_label    (BellPlace    *self,
                                   const char   *key,
                                   gboolean      required);     /* translated */
gboolean      bell_place_flag     (BellPlace    *self,
                                   const char   *key);
int           bell_place_int      (BellPlace    *self,
                                   const char   *key,
                                   int           fallback,
                                   int           min,
                                   int           max);
double        bell_place_number   (BellPlace    *self,
                                   const char   *key);
int           bell_place_enum     (BellPlace    *self,
                                   const char   *key,
                                   GType         type,
                                   int           fallback);     /* fallback < -1: compulsory */
char        **bell_place_texts    (BellPlace    *self,
                                   const char   *key,
                                   gboolean      translated);   /* never NULL */
char         *bell_place_ref      (BellPlace    *self,
                                   const char   *key,
                                   BellListed    to,
                                   gboolean      required);
/* Complains unless each of @ids at @key is the id of a known kind. */
void          bell_place_check_kinds (BellPlace *self,
                                      const char *key,
                                      char      **ids);

typedef void (*BellPlaceFunc) (BellPlace *item,
                               gpointer   data);

/* Calls @func for each object in the array @key. */
void          bell_place_each     (BellPlace     *self,
                                   const char    *key,
                                   const char    *keys,
                                   gboolean       required,
                                   BellPlaceFunc  func,
                                   gpointer       data);

/* Memory that lives as long as the definitions. */
gpointer      bell_definitions_alloc      (BellDefinitions *self,
                                           gsize            size);
char         *bell_definitions_intern     (BellDefinitions *self,
                                           const char      *text);
GPtrArray    *bell_definitions_new_list   (BellDefinitions *self);
GArray       *bell_definitions_new_array  (BellDefinitions *self,
                                           guint            element);
GHashTable   *bell_definitions_new_table  (BellDefinitions *self);

/* Lists @block, whose first member is its id; complains at @place when the id is malformed or taken. */
void          bell_definitions_list       (BellDefinitions *self,
                                           BellListed       to,
                                           gpointer         block,
                                           BellPlace       *place);
gpointer      bell_definitions_find       (BellDefinitions *self,
                                           BellListed       in,
                                           const char      *id);
const char   *bell_listed_name            (BellListed       listed);

#define bell_definitions_new_block(self, Type) ((Type *) bell_definitions_alloc (self, sizeof (Type)))

/* What the files of a kind and a workflow may say. */
#define BELL_KIND_KEYS \
  "name icon description setup department owner-role ladder calendar task-title category-field due-field due-minutes " \
  "money depends-on keywords fields checks"
#define BELL_WORKFLOW_KEYS \
  "name prefix icon description position owner-role department review-role alert-role ladder needs-stay trigger " \
  "judged-by words title slots columns"

/* Readers of one file each. */
void bell_definitions_read_roles       (BellPlace *file);
void bell_definitions_read_calendars   (BellPlace *file);
void bell_definitions_read_departments (BellPlace *file);
void bell_definitions_read_ladders     (BellPlace *file);
void bell_definitions_read_mappings    (BellPlace *file);
void bell_definitions_read_limits      (BellPlace *file);
void bell_definitions_read_templates   (BellPlace *file);
void bell_definitions_read_kind        (BellPlace *file);
void bell_definitions_read_workflow    (BellPlace *file);

G_END_DECLS
