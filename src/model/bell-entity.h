/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bell-id.h"

G_BEGIN_DECLS

/**
 * BellField:
 * @name: column name in storage, key in JSON and, with dashes, GObject property
 * @type: how the member is stored
 * @offset: where the member lies in the instance
 * @enum_type: for %BELL_FIELD_ENUM, the GEnum type
 * @flags: see below
 *
 * One table of these per class is all that the GObject properties, the
 * database rows, the JSON output and the comparison of two snapshots know.
 */
typedef enum
{
  BELL_FIELD_JOINED = 1 << 0,   /* belongs to another row and is only read along with this one */
  BELL_FIELD_DERIVED = 1 << 1,  /* follows from journalled values: stored, but no entry of its own */
  BELL_FIELD_PERSONAL = 1 << 2, /* an erasure blanks it; the journal keeps its value apart */
} BellFieldFlags;

typedef enum
{
  BELL_FIELD_ID,     /* BellId */
  BELL_FIELD_TEXT,   /* char *, nullable */
  BELL_FIELD_INT,    /* gint64 */
  BELL_FIELD_TIME,   /* gint64 microseconds UTC, 0 = none */
  BELL_FIELD_FLAG,   /* gint64 0 or 1 */
  BELL_FIELD_ENUM,   /* gint64 holding a value of @enum_type */
  BELL_FIELD_VALUES, /* GHashTable * of char * to char *, nullable; stored as a JSON object */
} BellFieldType;

typedef struct
{
  const char *name;
  BellFieldType type;
  gsize offset;
  GType (*enum_type) (void);
  BellFieldFlags flags;
} BellField;

#define BELL_TYPE_ENTITY (bell_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (BellEntity, bell_entity, BELL, ENTITY, GObject)

/**
 * BellEntity:
 *
 * A snapshot of one row: filled once by storage or by a use case, and not
 * changed after it was handed to somebody else. That makes it safe to read
 * from any thread; when the row changes, lists get a new snapshot.
 */
struct _BellEntityClass
{
  GObjectClass parent_class;

  const char *table; /* also the entity's kind in the journal */
  const BellField *fields;
  guint n_fields;

  gpointer padding[4];
};

/* Called once in class_init of a subclass; installs the GObject properties. */
void              bell_entity_class_set_fields (BellEntityClass *klass,
                                                const char      *table,
                                                const BellField *fields,
                                                guint            n_fields);

const BellField  *bell_entity_class_find_field (BellEntityClass *klass,
                                                const char      *name);

const BellId     *bell_entity_get_id           (BellEntity      *self);
void              bell_entity_set_id           (BellEntity      *self,
                                                const BellId    *id);

/* The last journal entry that touched the row; grows with each change. */
gint64            bell_entity_get_revision     (BellEntity      *self);
void              bell_entity_set_revision     (BellEntity      *self,
                                                gint64           revision);

/* The member a field describes: BellId *, char **, gint64 * or GHashTable **. */
gpointer          bell_entity_member           (BellEntity      *self,
                                                const BellField *field);

void              bell_entity_set_text         (BellEntity      *self,
                                                const char      *name,
                                                const char      *value);

/* A field as text for people's files and the command line: ids as UUID, times as ISO 8601, enums by nick;
 * NULL for none. (transfer full) */
char             *bell_entity_dup_as_text      (BellEntity      *self,
                                                const BellField *field);

/* The reverse of bell_entity_dup_as_text (), NULL for none; FALSE when @text is not of the field's form. */
gboolean          bell_entity_set_from_text    (BellEntity      *self,
                                                const BellField *field,
                                                const char      *text);

/* A deep copy of the same class; (transfer full). */
gpointer          bell_entity_copy             (gpointer         self);

/* Whether two snapshots of one class hold the same values. */
gboolean          bell_entity_equal            (BellEntity      *a,
                                                BellEntity      *b);

/* Helpers for field tables. */
#define BELL_FIELD(Type, member, kind, flags) { #member, BELL_FIELD_##kind, G_STRUCT_OFFSET (Type, member), NULL, flags }
#define BELL_FIELD_OF(Type, member, enum_prefix, flags) { #member, BELL_FIELD_ENUM, G_STRUCT_OFFSET (Type, member), enum_prefix##_get_type, flags }

G_END_DECLS
