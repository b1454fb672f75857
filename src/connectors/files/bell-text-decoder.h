/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BELL_TEXT_DAMAGED:
 *
 * The byte that stands in decoded text for one sequence that the encoding does not allow. It never
 * occurs in UTF-8, so whoever reads the text can tell the place of the damage.
 */
#define BELL_TEXT_DAMAGED 0xFF

/**
 * BellTextEncoding:
 * @BELL_TEXT_ENCODING_AUTO: to be found out from the file
 * @BELL_TEXT_ENCODING_UTF8: UTF-8, with or without byte order mark
 * @BELL_TEXT_ENCODING_UTF16_LE: UTF-16, little endian
 * @BELL_TEXT_ENCODING_UTF16_BE: UTF-16, big endian
 * @BELL_TEXT_ENCODING_WINDOWS_1252: the Western European code page of Windows
 */
typedef enum
{
  BELL_TEXT_ENCODING_AUTO,
  BELL_TEXT_ENCODING_UTF8,
  BELL_TEXT_ENCODING_UTF16_LE,
  BELL_TEXT_ENCODING_UTF16_BE,
  BELL_TEXT_ENCODING_WINDOWS_1252,
} BellTextEncoding;

#define BELL_TYPE_TEXT_DECODER (bell_text_decoder_get_type ())
G_DECLARE_FINAL_TYPE (BellTextDecoder, bell_text_decoder, BELL, TEXT_DECODER, GObject)

/**
 * bell_text_encoding_get_id:
 *
 * Returns: (transfer none): the word for @encoding in mapping files: "auto", "utf-8", "utf-16le",
 *   "utf-16be" or "windows-1252"
 */
const char *bell_text_encoding_get_id (BellTextEncoding encoding);

/**
 * bell_text_encoding_from_id:
 * @encoding: (out): where to put the encoding
 *
 * Returns: %FALSE if @id is no word of bell_text_encoding_get_id()
 */
gboolean bell_text_encoding_from_id (const char       *id,
                                     BellTextEncoding *encoding);

/**
 * bell_text_encoding_detect:
 * @stream: a stream at the beginning of the text; it is read to its end
 * @progress: (nullable): told the bytes read so far after each block
 *
 * Finds out the encoding: a byte order mark, else the pattern of zero bytes of UTF-16, else UTF-8,
 * else Windows-1252. A text that holds more whole UTF-8 characters than broken ones is UTF-8 with
 * damaged places, not Windows-1252. Files that are no text (spreadsheets, PDF, archives, UTF-32)
 * are refused with a sentence that says what to do. Memory use does not depend on the size.
 *
 * Returns: the encoding, or %BELL_TEXT_ENCODING_AUTO with @error set
 */
BellTextEncoding bell_text_encoding_detect (GInputStream          *stream,
                                            GFileProgressCallback  progress,
                                            gpointer               progress_data,
                                            GCancellable          *cancellable,
                                            GError               **error);

/**
 * bell_text_decoder_new:
 * @stream: the bytes
 * @encoding: any encoding but %BELL_TEXT_ENCODING_AUTO
 *
 * Returns: (transfer full): a decoder that turns @stream into UTF-8 block by block and leaves the
 *   byte order mark out
 */
BellTextDecoder *bell_text_decoder_new (GInputStream     *stream,
                                        BellTextEncoding  encoding);

/**
 * bell_text_decoder_read:
 * @into: decoded text is appended here; sequences that the encoding does not allow appear as one
 *   %BELL_TEXT_DAMAGED byte, NUL characters as zero bytes
 *
 * Returns: the number of bytes appended, 0 at the end of the text, -1 with @error set
 */
gssize bell_text_decoder_read (BellTextDecoder  *self,
                               GByteArray       *into,
                               GCancellable     *cancellable,
                               GError          **error);

/**
 * bell_text_decoder_get_bytes_read:
 *
 * Returns: how many bytes of the stream (not of the text) have been read
 */
guint64 bell_text_decoder_get_bytes_read (BellTextDecoder *self);

G_END_DECLS
