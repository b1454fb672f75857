/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A file that tries something, and what must come of it. The fuzzer starts from the same files. */
typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *expected;
} NastyFile;

/* Read as plain CSV. Expected: encoding and delimiter, then each row as "line:cell|cell", with "!fault@line.column" where
 * one is told; cells with line ends escaped. */
extern const NastyFile nasty_csv[];
extern const gsize n_nasty_csv;

/* Read as stays with the shipped mapping arrivals-in-house. Expected: "ok line confirmation last-name arrival departure" or
 * "no line.column sentence", and at the end the counts; or only "error code: sentence". */
extern const NastyFile nasty_stays[];
extern const gsize n_nasty_stays;
