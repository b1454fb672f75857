/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-mapping.h"

G_BEGIN_DECLS

#define BELL_MAPPING_FORMAT "deskbell-stay-mapping"
#define BELL_MAPPING_VERSION 1

/* What happens to a value that the value map does not list. */
typedef enum
{
  BELL_UNLISTED_REFUSE,
  BELL_UNLISTED_KEEP,
  BELL_UNLISTED_EMPTY,
} BellUnlisted;

/* One column by its alternative names; in a join with text around it unless its value is one of @skip. */
typedef struct
{
  GStrv names;
  char *before;
  char *after;
  GStrv skip;
} BellSourceColumn;

typedef struct
{
  char *outside;
  char *ours;
} BellSourceValue;

typedef struct
{
  BellSourceKind kind;
  GPtrArray *columns;
  char *text;
  GPtrArray *values;
  BellUnlisted unlisted;
  gboolean required;
} BellSource;

struct _BellMapping
{
  GObject parent_instance;

  char *origin;
  char *id;
  char *title;
  char *description;
  BellTextEncoding encoding;
  char delimiter;
  guint n_skipped;
  BellDateFormat dates;
  GStrv empty_words;
  BellSource sources[BELL_STAY_N_FIELDS];
};

/* @self must be cleared. */
void              bell_source_init        (BellSource       *self,
                                           BellSourceKind    kind);

BellSourceColumn *bell_source_column_new  (GStrv             names);
void              bell_source_column_free (BellSourceColumn *self);

/* The form in which names of columns and values of value maps are compared. */
char             *bell_mapping_fold_name  (const char       *name);
char             *bell_mapping_fold_value (const char       *value);

const char       *bell_source_kind_get_id (BellSourceKind    kind);
const char       *bell_unlisted_get_id    (BellUnlisted      unlisted);

/* The words for delimiters in mapping files: "auto" for 0, "comma", "semicolon", "tab", "bar". */
const char       *bell_delimiter_get_id   (char              delimiter);
gboolean          bell_delimiter_from_id  (const char       *id,
                                           char             *delimiter);

G_END_DECLS
