/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/random.h>

#include "bell-chain.h"
#include "bell-entry.h"

/* A reason may name the guest, which an erasure must be able to destroy; only where no guest is concerned it stands in the entry. */
static gboolean
reason_may_be_personal (const BellEntryDraft *draft)
{
  static const char *const no_guest[] = { "setting", "staff", "shift", "property", NULL };

  return !bell_id_is_none (draft->record) || !g_strv_contains (no_guest, draft->kind);
}

static void
divide (BellTxn              *txn,
        const BellEntryDraft *draft,
        BellChainEntry       *entry,
        BellChainValue       *value)
{
  if (draft->personal || draft->class_ != BELL_CLASS_OPS)
    {
      value->old_value = draft->old_value;
      value->new_value = draft->apart != NULL ? draft->apart : draft->new_value;
    }
  else
    {
      entry->old_value = draft->old_value;
      entry->new_value = draft->new_value;
      value->new_value = draft->apart;
    }

  if (reason_may_be_personal (draft))
    value->why = txn->author.why;
  else
    entry->why = txn->author.why;
}

static gboolean
write_entry (BellTxn               *txn,
             gint64                 seq,
             const BellChainEntry  *entry,
             const guint8          *hash,
             GError               **error)
{
  sqlite3_stmt *statement;

  statement = bell_connection_prepare (txn->connection,
    "INSERT INTO journal (seq, op, device, dseq, prev, hash, who, role, at, why, property, class, kind, entity, record,"
    " verb, field, old, new, group_op, digest)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, seq);
  bell_bind_id (statement, 2, &entry->op);
  bell_bind_id (statement, 3, &entry->device);
  sqlite3_bind_int64 (statement, 4, entry->dseq);
  bell_bind_blob (statement, 5, entry->prev, BELL_HASH_LENGTH);
  bell_bind_blob (statement, 6, hash, BELL_HASH_LENGTH);
  bell_bind_id (statement, 7, &entry->who);
  bell_bind_text (statement, 8, entry->role);
  sqlite3_bind_int64 (statement, 9, entry->at);
  bell_bind_text (statement, 10, entry->why);
  bell_bind_text (statement, 11, entry->property);
  sqlite3_bind_int64 (statement, 12, entry->class_);
  bell_bind_text (statement, 13, entry->kind);
  bell_bind_id (statement, 14, &entry->entity);
  bell_bind_id (statement, 15, &entry->record);
  sqlite3_bind_int64 (statement, 16, entry->verb);
  bell_bind_text (statement, 17, entry->field);
  bell_bind_text (statement, 18, entry->old_value);
  bell_bind_text (statement, 19, entry->new_value);
  bell_bind_id (statement, 20, &entry->group_op);
  bell_bind_blob (statement, 21, entry->digest, BELL_HASH_LENGTH);
  return bell_connection_run (txn->connection, statement, error);
}

static gboolean
write_value (BellTxn               *txn,
             gint64                 seq,
             const BellChainValue  *value,
             gboolean               personal,
             GError               **error)
{
  sqlite3_stmt *statement;

  statement = bell_connection_prepare (txn->connection,
    "INSERT INTO journal_value (seq, salt, old, new, why, personal) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, seq);
  bell_bind_blob (statement, 2, value->salt, BELL_SALT_LENGTH);
  bell_bind_text (statement, 3, value->old_value);
  bell_bind_text (statement, 4, value->new_value);
  bell_bind_text (statement, 5, value->why);
  sqlite3_bind_int (statement, 6, personal);
  return bell_connection_run (txn->connection, statement, error);
}

static void
fill_salt (BellChainValue *value)
{
  if (getrandom (value->salt, BELL_SALT_LENGTH, 0) == BELL_SALT_LENGTH)
    return;

  for (int i = 0; i < BELL_SALT_LENGTH; i++)
    value->salt[i] = g_random_int () & 0xff;
}

gboolean
bell_entry_append (BellTxn               *txn,
                   const BellEntryDraft  *draft,
                   gint64                *seq,
                   GError               **error)
{
  BellChain *chain = txn->chain;
  BellChainEntry entry = { 0 };
  BellChainValue value = { 0 };
  guint8 hash[BELL_HASH_LENGTH];
  gboolean apart;

  if (!bell_txn_may_write (txn, error))
    return FALSE;

  entry.op = bell_id_new (txn->author.now);
  if (bell_id_is_none (&txn->group_op))
    txn->group_op = entry.op;
  entry.device = chain->device;
  entry.dseq = chain->dseq + 1;
  memcpy (entry.prev, chain->hash, BELL_HASH_LENGTH);
  entry.who = txn->author.who;
  entry.role = txn->author.role;
  entry.at = txn->author.now;
  entry.property = txn->author.property;
  entry.class_ = draft->class_;
  entry.kind = draft->kind;
  entry.entity = draft->entity != NULL ? *draft->entity : BELL_ID_NONE;
  entry.record = draft->record != NULL ? *draft->record : BELL_ID_NONE;
  entry.verb = draft->verb;
  entry.field = draft->field;
  entry.group_op = txn->group_op;
  divide (txn, draft, &entry, &value);

  apart = value.old_value != NULL || value.new_value != NULL || value.why != NULL;
  if (apart)
    fill_salt (&value);
  bell_chain_digest (apart ? &value : NULL, entry.digest);
  bell_chain_hash (&entry, hash);

  if (!write_entry (txn, chain->seq + 1, &entry, hash, error) ||
      (apart && !write_value (txn, chain->seq + 1, &value,
                              draft->personal || draft->apart != NULL || value.why != NULL, error)))
    return FALSE;

  chain->seq++;
  chain->dseq++;
  memcpy (chain->hash, hash, BELL_HASH_LENGTH);
  bell_txn_mark (txn, "journal");
  if (seq != NULL)
    *seq = chain->seq;
  return TRUE;
}

gboolean
bell_txn_note (BellTxn       *txn,
               BellVerb       verb,
               const char    *kind,
               const BellId  *entity,
               const BellId  *record,
               BellClass      class_,
               const char    *field,
               const char    *old_value,
               const char    *new_value,
               gboolean       personal,
               GError       **error)
{
  BellEntryDraft draft = {
    .verb = verb,
    .kind = kind,
    .entity = entity,
    .record = record,
    .class_ = class_,
    .field = field,
    .old_value = old_value,
    .new_value = new_value,
    .personal = personal,
  };

  g_return_val_if_fail (txn != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  return bell_entry_append (txn, &draft, NULL, error);
}
