/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-text-decoder.h"

#include "bell-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024)

struct _BellTextDecoder
{
  GObject parent_instance;

  GInputStream *stream;
  BellTextEncoding encoding;
  GIConv converter;

  guint8 *raw;
  gsize n_raw;
  guint64 bytes_read;
  gboolean at_end;
  gboolean started;
};

G_DEFINE_FINAL_TYPE (BellTextDecoder, bell_text_decoder, G_TYPE_OBJECT)

/*
 * Encodings
 */

static const struct
{
  BellTextEncoding encoding;
  const char *id;
  const char *charset;
} encodings[] = {
  { BELL_TEXT_ENCODING_AUTO, "auto", NULL },
  { BELL_TEXT_ENCODING_UTF8, "utf-8", "UTF-8" },
  { BELL_TEXT_ENCODING_UTF16_LE, "utf-16le", "UTF-16LE" },
  { BELL_TEXT_ENCODING_UTF16_BE, "utf-16be", "UTF-16BE" },
  { BELL_TEXT_ENCODING_WINDOWS_1252, "windows-1252", "WINDOWS-1252" },
};

const char *
bell_text_encoding_get_id (BellTextEncoding encoding)
{
  g_return_val_if_fail (encoding < G_N_ELEMENTS (encodings), NULL);

  return encodings[encoding].id;
}

gboolean
bell_text_encoding_from_id (const char       *id,
                            BellTextEncoding *encoding)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (encoding != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      if (g_ascii_strcasecmp (id, encodings[i].id) == 0)
        {
          *encoding = encodings[i].encoding;
          return TRUE;
        }
    }

  return FALSE;
}

/*
 * Detection
 */

typedef struct
{
  guint64 n_whole;
  guint64 n_broken;
} Utf8Count;

static gboolean
refuse_other_files (const guint8  *data,
                    gsize          length,
                    GError       **error)
{
  static const struct
  {
    const char *magic;
    gsize length;
    const char *what;
    const char *hint;
  } others[] = {
    { "PK\003\004", 4, N_("This is a spreadsheet or an archive, not a text file."), N_("Open it and save it as CSV UTF-8.") },
    { "\xD0\xCF\x11\xE0", 4, N_("This is an old Excel file, not a text file."), N_("Open it and save it as CSV UTF-8.") },
    { "%PDF", 4, N_("This is a PDF, not a text file."), N_("Export the list as CSV instead.") },
    { "\x1F\x8B", 2, N_("This file is compressed."), N_("Unpack it first.") },
    { "\xFF\xFE\0\0", 4, N_("This file is in UTF-32."), N_("Save it as CSV UTF-8.") },
    { "\0\0\xFE\xFF", 4, N_("This file is in UTF-32."), N_("Save it as CSV UTF-8.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (length >= others[i].length && memcmp (data, others[i].magic, others[i].length) == 0)
        {
          bell_error_set (error, BELL_ERROR_INPUT, _ (others[i].hint), "%s", _ (others[i].what));
          return FALSE;
        }
    }

  return TRUE;
}

static BellTextEncoding
encoding_from_mark (const guint8 *data,
                    gsize         length)
{
  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return BELL_TEXT_ENCODING_UTF8;
  if (length >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    return BELL_TEXT_ENCODING_UTF16_LE;
  if (length >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    return BELL_TEXT_ENCODING_UTF16_BE;

  return BELL_TEXT_ENCODING_AUTO;
}

/* Western text in UTF-16 has a zero in nearly every second byte and next to none in the others. */
static BellTextEncoding
encoding_from_zeros (const guint8 *data,
                     gsize         length)
{
  gsize n_pairs = length / 2;
  gsize n_zero[2] = { 0, 0 };

  if (n_pairs < 2)
    return BELL_TEXT_ENCODING_AUTO;

  for (gsize i = 0; i < n_pairs * 2; i++)
    n_zero[i & 1] += data[i] == 0;

  if (n_zero[1] * 10 >= n_pairs * 4 && n_zero[0] * 20 <= n_pairs)
    return BELL_TEXT_ENCODING_UTF16_LE;
  if (n_zero[0] * 10 >= n_pairs * 4 && n_zero[1] * 20 <= n_pairs)
    return BELL_TEXT_ENCODING_UTF16_BE;

  return BELL_TEXT_ENCODING_AUTO;
}

/* Counts the characters beyond ASCII; returns how many bytes at the end wait for the next block. */
static gsize
count_utf8 (const guint8 *data,
            gsize         length,
            gboolean      last,
            Utf8Count    *count)
{
  gsize i = 0;

  while (i < length)
    {
      gunichar c;

      if (data[i] < 0x80)
        {
          i++;
          continue;
        }

      c = g_utf8_get_char_validated ((const char *) data + i, length - i);
      if (c == (gunichar) -2 && !last)
        return length - i;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          count->n_broken++;
          i++;
        }
      else
        {
          count->n_whole++;
          i += g_utf8_skip[data[i]];
        }
    }

  return 0;
}

BellTextEncoding
bell_text_encoding_detect (GInputStream           *stream,
                           GFileProgressCallback   progress,
                           gpointer                progress_data,
                           GCancellable           *cancellable,
                           GError                **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);
  Utf8Count count = { 0, 0 };
  guint64 total = 0;
  gsize kept = 0;
  gsize got;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), BELL_TEXT_ENCODING_AUTO);

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !g_input_stream_read_all (stream, block + kept, BLOCK_SIZE - kept, &got, cancellable, error))
        return BELL_TEXT_ENCODING_AUTO;

      if (total == 0)
        {
          BellTextEncoding encoding;

          if (!refuse_other_files (block, got, error))
            return BELL_TEXT_ENCODING_AUTO;

          encoding = encoding_from_mark (block, got);
          if (encoding == BELL_TEXT_ENCODING_AUTO)
            encoding = encoding_from_zeros (block, got);
          if (encoding != BELL_TEXT_ENCODING_AUTO)
            return encoding;
        }

      total += got;
      if (progress != NULL)
        progress ((goffset) total, -1, progress_data);

      got += kept;
      kept = count_utf8 (block, got, got < BLOCK_SIZE, &count);
      memmove (block, block + got - kept, kept);
    }
  while (got == BLOCK_SIZE);

  return count.n_broken > 0 && count.n_broken >= count.n_whole ? BELL_TEXT_ENCODING_WINDOWS_1252
                                                               : BELL_TEXT_ENCODING_UTF8;
}

/*
 * Decoding
 */

static void
append_damage (GByteArray *into)
{
  static const guint8 damage = BELL_TEXT_DAMAGED;

  g_byte_array_append (into, &damage, 1);
}

/* Returns how many bytes were used up; the rest is the beginning of a character. */
static gsize
decode_utf8 (BellTextDecoder *self,
             GByteArray      *into)
{
  gsize i = 0;

  while (i < self->n_raw)
    {
      const char *start = (const char *) self->raw + i;
      const char *end;
      gunichar c;

      g_utf8_validate_len (start, self->n_raw - i, &end);
      g_byte_array_append (into, (const guint8 *) start, end - start);
      i += end - start;
      if (i == self->n_raw)
        break;

      if (self->raw[i] == 0)
        {
          g_byte_array_append (into, self->raw + i, 1);
          i++;
          continue;
        }

      c = g_utf8_get_char_validated (end, self->n_raw - i);
      if (c == (gunichar) -2 && !self->at_end)
        break;

      append_damage (into);
      for (i++; i < self->n_raw && (self->raw[i] & 0xC0) == 0x80; i++)
        ;
    }

  return i;
}

static gsize
decode_with_converter (BellTextDecoder *self,
                       GByteArray      *into)
{
  gsize unit = self->encoding == BELL_TEXT_ENCODING_WINDOWS_1252 ? 1 : 2;
  char *in = (char *) self->raw;
  gsize in_left = self->n_raw;

  while (in_left > 0)
    {
      guint before = into->len;
      gsize out_left = in_left * 3;
      char *out;
      gsize result;
      int reason;

      g_byte_array_set_size (into, before + out_left);
      out = (char *) into->data + before;
      result = g_iconv (self->converter, &in, &in_left, &out, &out_left);
      reason = errno;
      g_byte_array_set_size (into, (guint8 *) out - into->data);

      if (result != (gsize) -1)
        break;
      if (reason == EINVAL && !self->at_end)
        break;

      append_damage (into);
      in += MIN (unit, in_left);
      in_left -= MIN (unit, in_left);
    }

  return self->n_raw - in_left;
}

static gboolean
fill (BellTextDecoder  *self,
      GCancellable     *cancellable,
      GError          **error)
{
  gsize room = BLOCK_SIZE - self->n_raw;
  gsize got;

  /* Streams over memory do not look at the cancellable themselves. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !g_input_stream_read_all (self->stream, self->raw + self->n_raw, room, &got, cancellable, error))
    return FALSE;

  self->n_raw += got;
  self->bytes_read += got;
  self->at_end = got < room;

  return TRUE;
}

static gboolean
open_converter (BellTextDecoder  *self,
                GError          **error)
{
  const char *charset = encodings[self->encoding].charset;

  if (self->encoding == BELL_TEXT_ENCODING_UTF8 || self->converter != (GIConv) -1)
    return TRUE;

  self->converter = g_iconv_open ("UTF-8", charset);
  if (self->converter == (GIConv) -1)
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Save the file as CSV UTF-8."),
                      _("This computer cannot read or write files in %s."), charset);
      return FALSE;
    }

  return TRUE;
}

static gsize
mark_length (BellTextDecoder *self)
{
  if (encoding_from_mark (self->raw, self->n_raw) != self->encoding)
    return 0;

  return self->encoding == BELL_TEXT_ENCODING_UTF8 ? 3 : 2;
}

gssize
bell_text_decoder_read (BellTextDecoder  *self,
                        GByteArray       *into,
                        GCancellable     *cancellable,
                        GError          **error)
{
  guint before;

  g_return_val_if_fail (BELL_IS_TEXT_DECODER (self), -1);
  g_return_val_if_fail (into != NULL, -1);

  if (!open_converter (self, error))
    return -1;

  before = into->len;

  /* A block may hold nothing but a byte order mark, so one block is not always enough. */
  while (into->len == before && !(self->at_end && self->n_raw == 0))
    {
      gsize used;

      if (!fill (self, cancellable, error))
        return -1;

      if (!self->started)
        {
          gsize skip = mark_length (self);

          self->started = TRUE;
          self->n_raw -= skip;
          memmove (self->raw, self->raw + skip, self->n_raw);
        }

      used = self->encoding == BELL_TEXT_ENCODING_UTF8 ? decode_utf8 (self, into)
                                                       : decode_with_converter (self, into);
      self->n_raw -= used;
      memmove (self->raw, self->raw + used, self->n_raw);
    }

  return into->len - before;
}

guint64
bell_text_decoder_get_bytes_read (BellTextDecoder *self)
{
  g_return_val_if_fail (BELL_IS_TEXT_DECODER (self), 0);

  return self->bytes_read;
}

/*
 * GObject
 */

static void
bell_text_decoder_finalize (GObject *object)
{
  BellTextDecoder *self = BELL_TEXT_DECODER (object);

  g_clear_object (&self->stream);
  g_free (self->raw);
  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);

  G_OBJECT_CLASS (bell_text_decoder_parent_class)->finalize (object);
}

static void
bell_text_decoder_class_init (BellTextDecoderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_text_decoder_finalize;
}

static void
bell_text_decoder_init (BellTextDecoder *self)
{
  self->raw = g_malloc (BLOCK_SIZE);
  self->converter = (GIConv) -1;
}

BellTextDecoder *
bell_text_decoder_new (GInputStream     *stream,
                       BellTextEncoding  encoding)
{
  BellTextDecoder *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (encoding != BELL_TEXT_ENCODING_AUTO, NULL);

  self = g_object_new (BELL_TYPE_TEXT_DECODER, NULL);
  self->stream = g_object_ref (stream);
  self->encoding = encoding;

  return self;
}
