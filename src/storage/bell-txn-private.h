/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage. */

#include "bell-connection.h"
#include "bell-txn.h"

G_BEGIN_DECLS

#define BELL_HASH_LENGTH 32

/* Where this device's chain ends. */
typedef struct
{
  BellId device;
  gint64 seq;
  gint64 dseq;
  guint8 hash[BELL_HASH_LENGTH];
} BellChain;

struct _BellTxn
{
  BellConnection *connection;
  BellChain *chain;   /* the writer's; NULL on a reader */
  gboolean begun;
  BellAuthor author;  /* its texts are owned */
  BellId group_op;    /* none until the first entry of the command */
  guint changed;      /* bits of bell_txn_tables */
  gboolean scrub;     /* bytes must be gone from the log before the answer */
  gboolean index;     /* whether words go into the search index */
};

/* NULL-terminated names whose changes are told. */
extern const char *const bell_txn_tables[];

void      bell_txn_mark    (BellTxn     *txn,
                            const char  *table);
void      bell_txn_clear   (BellTxn     *txn);

/* FALSE with an error outside a command of a writer. */
gboolean  bell_txn_may_write (BellTxn   *txn,
                              GError   **error);

G_END_DECLS
