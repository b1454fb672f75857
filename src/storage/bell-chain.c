/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-chain.h"

/* What is hashed in one piece; on the stack as long as it is as short as almost every entry. */
typedef struct
{
  guint8 *data;
  gsize length;
  gsize size;
  guint8 first[1024];
} Bytes;

static void
bytes_init (Bytes *bytes)
{
  bytes->data = bytes->first;
  bytes->length = 0;
  bytes->size = sizeof bytes->first;
}

static void
add_raw (Bytes         *bytes,
         gconstpointer  data,
         gsize          length)
{
  if (bytes->length + length > bytes->size)
    {
      gsize size = 2 * (bytes->length + length);
      guint8 *longer = g_malloc (size);

      memcpy (longer, bytes->data, bytes->length);
      if (bytes->data != bytes->first)
        g_free (bytes->data);
      bytes->data = longer;
      bytes->size = size;
    }
  memcpy (bytes->data + bytes->length, data, length);
  bytes->length += length;
}

static void
add_number (Bytes   *bytes,
            guint64  number,
            int      length)
{
  guint64 big = GUINT64_TO_BE (number);

  add_raw (bytes, (guint8 *) &big + 8 - length, length);
}

static void
add_bytes (Bytes         *bytes,
           gconstpointer  data,
           gsize          length)
{
  add_number (bytes, length, 4);
  add_raw (bytes, data, length);
}

/* NULL is another thing than empty. */
static void
add_text (Bytes      *bytes,
          const char *text)
{
  if (text == NULL)
    add_number (bytes, G_MAXUINT32, 4);
  else
    add_bytes (bytes, text, strlen (text));
}

static void
add_id (Bytes        *bytes,
        const BellId *id)
{
  if (bell_id_is_none (id))
    add_number (bytes, G_MAXUINT32, 4);
  else
    add_bytes (bytes, id->bytes, sizeof id->bytes);
}

static void
digest_bytes (Bytes  *bytes,
              guint8 *digest)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = BELL_HASH_LENGTH;

  g_checksum_update (checksum, bytes->data, bytes->length);
  g_checksum_get_digest (checksum, digest, &length);
  if (bytes->data != bytes->first)
    g_free (bytes->data);
}

void
bell_chain_hash (const BellChainEntry *entry,
                 guint8               *hash)
{
  Bytes bytes;

  bytes_init (&bytes);
  add_raw (&bytes, "deskbell1", 9);
  add_raw (&bytes, entry->prev, BELL_HASH_LENGTH);
  add_raw (&bytes, entry->device.bytes, sizeof entry->device.bytes);
  add_number (&bytes, entry->dseq, 8);

  add_id (&bytes, &entry->op);
  add_id (&bytes, &entry->who);
  add_text (&bytes, entry->role);
  add_number (&bytes, entry->at, 8);
  add_text (&bytes, entry->why);
  add_text (&bytes, entry->property);
  add_number (&bytes, entry->class_, 4);
  add_text (&bytes, entry->kind);
  add_id (&bytes, &entry->entity);
  add_id (&bytes, &entry->record);
  add_number (&bytes, entry->verb, 4);
  add_text (&bytes, entry->field);
  add_text (&bytes, entry->old_value);
  add_text (&bytes, entry->new_value);
  add_id (&bytes, &entry->group_op);

  add_raw (&bytes, entry->digest, BELL_HASH_LENGTH);
  digest_bytes (&bytes, hash);
}

void
bell_chain_digest (const BellChainValue *value,
                   guint8               *digest)
{
  Bytes bytes;

  bytes_init (&bytes);
  if (value != NULL)
    {
      add_raw (&bytes, value->salt, BELL_SALT_LENGTH);
      add_text (&bytes, value->old_value);
      add_text (&bytes, value->new_value);
      add_text (&bytes, value->why);
    }
  digest_bytes (&bytes, digest);
}

static gboolean
load_device (BellConnection  *connection,
             BellId          *device,
             GError         **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  g_autoptr(sqlite3_stmt) insert = NULL;
  int result;

  statement = bell_connection_prepare (connection, "SELECT value FROM meta WHERE key = 'device'", error);
  if (statement == NULL)
    return FALSE;
  result = bell_connection_step (connection, statement, error);
  if (result < 0)
    return FALSE;
  if (result > 0)
    {
      *device = bell_column_id (statement, 0);
      return TRUE;
    }

  insert = bell_connection_prepare (connection, "INSERT INTO meta (key, value) VALUES ('device', ?1)", error);
  if (insert == NULL)
    return FALSE;
  /* The time in a device's id tells nothing; the wall clock is only a source of difference. */
  *device = bell_id_new (g_get_real_time ());
  bell_bind_id (insert, 1, device);
  return bell_connection_run (connection, insert, error);
}

gboolean
bell_chain_load (BellConnection  *connection,
                 BellChain       *chain,
                 GError         **error)
{
  g_autoptr(sqlite3_stmt) statement = NULL;
  int result;

  *chain = (BellChain) { 0 };
  if (!load_device (connection, &chain->device, error) ||
      !bell_connection_integer (connection, "SELECT max(seq) FROM journal", 0, &chain->seq, error))
    return FALSE;

  /* A file knows few chains: its own, and those of the files it was restored from, which end earlier. */
  statement = bell_connection_prepare (connection, "SELECT dseq, hash FROM journal WHERE device = ?1 AND seq = ?2", error);
  if (statement == NULL)
    return FALSE;
  bell_bind_id (statement, 1, &chain->device);
  sqlite3_bind_int64 (statement, 2, chain->seq);
  result = bell_connection_step (connection, statement, error);
  if (result <= 0)
    return result == 0;

  chain->dseq = sqlite3_column_int64 (statement, 0);
  if (sqlite3_column_bytes (statement, 1) == BELL_HASH_LENGTH)
    memcpy (chain->hash, sqlite3_column_blob (statement, 1), BELL_HASH_LENGTH);
  return TRUE;
}
