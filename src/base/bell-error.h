/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BellErrorCode:
 * @BELL_ERROR_REFUSED: a rule of the hotel refuses the step
 * @BELL_ERROR_FORBIDDEN: the person has no permission for the step
 * @BELL_ERROR_USAGE: the request itself is malformed
 * @BELL_ERROR_INPUT: a value or a file from outside is wrong; nothing changed
 * @BELL_ERROR_AMBIGUOUS: a value can be read in two ways and a person must say which
 * @BELL_ERROR_NOT_FOUND: what was named does not exist, or not for this person
 * @BELL_ERROR_STORAGE: reading or writing the database failed; nothing changed
 * @BELL_ERROR_FULL: the disk is full; nothing changed
 * @BELL_ERROR_NEWER: the file was written by a newer program
 * @BELL_ERROR_INTEGRITY: the file or the journal is damaged or was tampered with
 *
 * Every error of the program carries one sentence for a person and, where
 * there is a way forward, a hint that names it.
 */
typedef enum
{
  BELL_ERROR_REFUSED,
  BELL_ERROR_FORBIDDEN,
  BELL_ERROR_USAGE,
  BELL_ERROR_INPUT,
  BELL_ERROR_AMBIGUOUS,
  BELL_ERROR_NOT_FOUND,
  BELL_ERROR_STORAGE,
  BELL_ERROR_FULL,
  BELL_ERROR_NEWER,
  BELL_ERROR_INTEGRITY,
} BellErrorCode;

#define BELL_ERROR (bell_error_quark ())
GQuark bell_error_quark (void);

/**
 * bell_error_set:
 * @hint: (nullable): the way forward, a translated sentence
 * @format: a translated sentence
 *
 * Sets @error in the domain BELL_ERROR.
 */
void         bell_error_set       (GError        **error,
                                   BellErrorCode   code,
                                   const char     *hint,
                                   const char     *format,
                                   ...) G_GNUC_PRINTF (4, 5);

/* The way forward of an error of ours; NULL for others and where none was given. */
const char  *bell_error_get_hint  (const GError   *error);

/* A stable lower-case word for the code, such as "refused"; for JSON and logs. */
const char  *bell_error_code_name (const GError   *error);

/* The exit status that deskbellctl promises for an error (1 refused, 2 usage, 3 input, 4 integrity). */
int          bell_error_exit_status (const GError *error);

G_END_DECLS
