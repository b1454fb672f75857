/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage: the hash chain of journal entries. */

#include "bell-txn-private.h"

G_BEGIN_DECLS

#define BELL_SALT_LENGTH 16

/* The columns of an entry as they are hashed; texts and ids as in the row, NULL where the row is NULL. */
typedef struct
{
  BellId op;
  BellId device;
  gint64 dseq;
  guint8 prev[BELL_HASH_LENGTH];
  guint8 digest[BELL_HASH_LENGTH];
  BellId who;
  const char *role;
  gint64 at;
  const char *why;
  const char *property;
  gint64 class_;
  const char *kind;
  BellId entity;
  BellId record;
  gint64 verb;
  const char *field;
  const char *old_value;
  const char *new_value;
  BellId group_op;
} BellChainEntry;

/* What is kept apart of an entry, so that it can be destroyed. */
typedef struct
{
  guint8 salt[BELL_SALT_LENGTH];
  const char *old_value;
  const char *new_value;
  const char *why;
} BellChainValue;

/* sha256 ("deskbell1" || prev || device || dseq || length-prefixed header || digest) */
void      bell_chain_hash   (const BellChainEntry  *entry,
                             guint8                *hash);

/* sha256 (salt || length-prefixed payload); NULL gives the digest of an entry that keeps nothing apart. */
void      bell_chain_digest (const BellChainValue  *value,
                             guint8                *digest);

/* Reads the device's id (making one for a fresh file) and where its chain ends. */
gboolean  bell_chain_load   (BellConnection        *connection,
                             BellChain             *chain,
                             GError               **error);

G_END_DECLS
