/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-definitions.h"
#include "bell-dossier.h"

G_BEGIN_DECLS

/* 2026-11-22 14:00 UTC, a Sunday. */
#define TEST_NOW (G_GINT64_CONSTANT (1795356000) * G_USEC_PER_SEC)

extern const char *const test_workflows[5];

/* Name to text of all shipped definitions; (transfer full). */
GHashTable      *test_texts       (void);

/* The shipped definitions; owned by the test program. */
BellDefinitions *test_definitions (void);
void             test_clear       (void);

/* A file beside the tests; (transfer full). */
char            *test_data        (const char      *name);

/* A valid set of values for a kind in its whole; (transfer full). */
GHashTable      *test_values      (const char      *kind);

/* A record of @workflow with owner, stay and every slot filled with valid values that are checked; open, ready to be closed
 * but for nothing. (transfer full) */
BellDossier     *test_dossier     (const char      *workflow);

BellId           test_id          (guint            number);

#define test_set(values, name, value) g_hash_table_insert ((values), g_strdup (name), g_strdup (value))

/* Fails unless @error is of @code, and has both a sentence and a way forward. */
void             test_refused     (GError         **error,
                                   int              code);

/* Each file of tests adds its own. */
void             add_definitions_tests (void);
void             add_status_tests (void);
void             add_ladder_tests (void);
void             add_permissions_tests (void);
void             add_quick_entry_tests (void);
void             add_values_tests (void);
void             add_work_tests (void);
void             add_approval_tests (void);

G_END_DECLS
