/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/random.h>

#include "bell-id.h"

G_DEFINE_BOXED_TYPE (BellId, bell_id, bell_id_copy, g_free)

static void
fill_random (guint8 *bytes,
             gsize   length)
{
  if (getrandom (bytes, length, 0) == (gssize) length)
    return;

  for (gsize i = 0; i < length; i++)
    bytes[i] = g_random_int () & 0xff;
}

BellId
bell_id_new (gint64 now)
{
  static GMutex lock;
  static guint64 last_ms;
  static guint16 counter;
  guint64 ms = (guint64) MAX (now, 0) / 1000;
  guint16 sequence;
  BellId id;

  fill_random (id.bytes + 8, 8);

  g_mutex_lock (&lock);
  if (ms > last_ms)
    {
      /* Half of the range stays free so that ids of one millisecond keep growing. */
      counter = ((id.bytes[8] << 8) | id.bytes[9]) & 0x07ff;
      last_ms = ms;
    }
  else if (++counter > 0x0fff)
    {
      last_ms++;
      counter = 0;
    }
  ms = last_ms;
  sequence = counter;
  g_mutex_unlock (&lock);

  for (int i = 0; i < 6; i++)
    id.bytes[i] = (ms >> (40 - 8 * i)) & 0xff;
  id.bytes[6] = 0x70 | (sequence >> 8);
  id.bytes[7] = sequence & 0xff;
  id.bytes[8] = 0x80 | (id.bytes[8] & 0x3f);

  return id;
}

gboolean
bell_id_is_none (const BellId *id)
{
  static const BellId none;

  return id == NULL || memcmp (id, &none, sizeof none) == 0;
}

gboolean
bell_id_equal (gconstpointer a,
               gconstpointer b)
{
  return memcmp (a, b, sizeof (BellId)) == 0;
}

guint
bell_id_hash (gconstpointer id)
{
  guint32 low;

  /* The tail is the random part. */
  memcpy (&low, ((const BellId *) id)->bytes + 12, sizeof low);
  return low;
}

int
bell_id_compare (gconstpointer a,
                 gconstpointer b)
{
  return memcmp (a, b, sizeof (BellId));
}

BellId *
bell_id_copy (const BellId *id)
{
  return g_memdup2 (id, sizeof *id);
}

char *
bell_id_to_string (const BellId *id)
{
  const guint8 *b;

  g_return_val_if_fail (id != NULL, NULL);

  b = id->bytes;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7],
                          b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

gboolean
bell_id_parse (const char *text,
               BellId     *id)
{
  BellId parsed;
  int n = 0;

  g_return_val_if_fail (id != NULL, FALSE);

  if (text == NULL || strlen (text) != 36)
    return FALSE;

  for (int i = 0; i < 36; i++)
    {
      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (text[i] != '-')
            return FALSE;
          continue;
        }
      if (!g_ascii_isxdigit (text[i]) || !g_ascii_isxdigit (text[i + 1]))
        return FALSE;
      parsed.bytes[n++] = g_ascii_xdigit_value (text[i]) << 4 | g_ascii_xdigit_value (text[i + 1]);
      i++;
    }

  *id = parsed;
  return TRUE;
}
