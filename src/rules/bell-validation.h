/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"
#include "bell-dossier.h"

G_BEGIN_DECLS

/* What is wrong with one field; sentences for people. @field is its name. */
typedef struct
{
  char *field;
  char *sentence;
  char *remedy;
} BellProblem;

void bell_problem_free (BellProblem *self);

/**
 * BellCheckContext:
 * @dossier: (nullable): the record; its stay is what values are compared with
 * @rooms: (nullable): rooms of the property as BellProperty has them; with it, the mapping "rooms" is known
 */
typedef struct
{
  BellDefinitions *definitions;
  BellDossier *dossier;
  const char *rooms;
  gint64 now;
  GTimeZone *zone;
} BellCheckContext;

/* One value by itself: form, range, length, pattern, one of a mapping. NULL is always accepted here.
 * BELL_ERROR_INPUT with the remedy as the hint. */
gboolean   bell_validation_check_value (const BellCheckContext *context,
                                        const BellFieldDef     *field,
                                        const char             *canonical,
                                        GError                **error);

/**
 * bell_validation_check_item:
 * @values: name to canonical text
 * @problems: (out) (optional) (transfer full): of BellProblem, in the order of the fields; empty when all is well
 *
 * Everything that must hold before a person may confirm an item: required fields, each value, the comparison
 * with the stay, and the checks of the kind. A value in a field that the kind does not have is a problem too.
 */
gboolean   bell_validation_check_item  (const BellCheckContext *context,
                                        const BellKind         *kind,
                                        GHashTable             *values,
                                        GPtrArray             **problems);

/* The problems as one BELL_ERROR_INPUT: the first one's sentence, the number of the others, its remedy. */
void       bell_validation_set_error   (GError                **error,
                                        GPtrArray              *problems);

/* Whether @address is a complete e-mail address; a telephone number with 7 to 15 digits. */
gboolean   bell_validation_is_email    (const char             *address);
gboolean   bell_validation_is_phone    (const char             *address);

/* "101-103 PH1" → "101", "102", "103", "PH1"; leading zeros are kept; (transfer full). */
char     **bell_rooms_expand           (const char             *rooms);
gboolean   bell_rooms_has              (const char             *rooms,
                                        const char             *room);

G_END_DECLS
