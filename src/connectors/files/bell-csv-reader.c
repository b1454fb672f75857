/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-csv-reader.h"

#include <string.h>

#define NO_MARK G_MAXSIZE
#define MAX_BLANKS 256
#define MAX_QUOTED_BYTES (2 * BELL_CSV_MAX_FIELD)

#define END_OF_TEXT (-1)
#define READ_FAILED (-2)

typedef enum
{
  AFTER_FIELD_MORE,
  AFTER_FIELD_END_OF_ROW,
  AFTER_FIELD_FAILED,
} AfterField;

/*
 * The text passes through a buffer of one block. While a quoted field is open the buffer is kept from
 * its quotation mark on, so that a mark that turns out never to be closed costs one row and not the
 * rest of the file.
 */
struct _BellCsvReader
{
  GObject parent_instance;

  BellTextDecoder *decoder;
  guint8 delimiter;
  gboolean is_plain[256];

  GByteArray *buffer;
  gsize position;
  gsize mark;
  guint64 line;
  gboolean at_end;

  GString *text;
  GArray *offsets;
  GPtrArray *fields;
  gboolean first_quoted;
  gboolean overfull;
  BellCsvRow row;

  GCancellable *cancellable;
  GError *error;
};

G_DEFINE_FINAL_TYPE (BellCsvReader, bell_csv_reader, G_TYPE_OBJECT)

/*
 * Buffer
 */

static gboolean
fill (BellCsvReader *self)
{
  gsize keep = self->mark != NO_MARK ? self->mark : self->position;
  gssize got;

  if (self->error != NULL)
    return FALSE;

  if (keep > 0)
    {
      g_byte_array_remove_range (self->buffer, 0, keep);
      self->position -= keep;
      if (self->mark != NO_MARK)
        self->mark -= keep;
    }

  got = bell_text_decoder_read (self->decoder, self->buffer, self->cancellable, &self->error);
  self->at_end = got == 0;

  return got >= 0;
}

/* The byte @ahead of the position, END_OF_TEXT or READ_FAILED. */
static inline int
peek (BellCsvReader *self,
      gsize          ahead)
{
  while (G_UNLIKELY (self->position + ahead >= self->buffer->len))
    {
      if (self->at_end)
        return END_OF_TEXT;
      if (!fill (self))
        return READ_FAILED;
    }

  return self->buffer->data[self->position + ahead];
}

/*
 * Fields
 */

static void
note_fault (BellCsvReader *self,
            BellCsvFault   fault,
            guint64        line)
{
  if (self->row.fault != BELL_CSV_FAULT_NONE)
    return;

  self->row.fault = fault;
  self->row.fault_line = line;
  self->row.fault_column = self->offsets->len;
}

static void
begin_field (BellCsvReader *self)
{
  gsize offset = self->text->len;

  self->overfull = self->offsets->len == BELL_CSV_MAX_FIELDS;
  if (self->overfull)
    note_fault (self, BELL_CSV_FAULT_TOO_MANY_FIELDS, self->line);
  else
    g_array_append_val (self->offsets, offset);
}

static void
append (BellCsvReader *self,
        const guint8  *data,
        gsize          length)
{
  gsize field_length = self->text->len - g_array_index (self->offsets, gsize, self->offsets->len - 1);

  if (self->overfull)
    return;

  if (field_length + length > BELL_CSV_MAX_FIELD)
    note_fault (self, BELL_CSV_FAULT_FIELD_TOO_LONG, self->line);
  else if (self->text->len + length > BELL_CSV_MAX_ROW)
    note_fault (self, BELL_CSV_FAULT_ROW_TOO_LONG, self->line);
  else
    g_string_append_len (self->text, (const char *) data, length);
}

static void
append_replacement (BellCsvReader *self,
                    guint8         byte)
{
  note_fault (self, byte == 0 ? BELL_CSV_FAULT_NUL : BELL_CSV_FAULT_DAMAGED_TEXT, self->line);
  append (self, (const guint8 *) "\xEF\xBF\xBD", 3);
}

static void
end_field (BellCsvReader *self)
{
  if (!self->overfull)
    g_string_append_c (self->text, '\0');
}

static gsize
run_length (BellCsvReader *self,
            gboolean       quoted)
{
  const guint8 *start = self->buffer->data + self->position;
  const guint8 *end = self->buffer->data + self->buffer->len;
  const guint8 *p = start;

  while (p < end && (self->is_plain[*p] || (*p == '"' ? !quoted : quoted && *p == self->delimiter)))
    p++;

  return p - start;
}

/* Takes CR, LF or both; the position must be at one of them. */
static gboolean
take_line_end (BellCsvReader *self,
               gboolean       keep)
{
  gsize length = 1;

  if (peek (self, 0) == '\r')
    {
      int next = peek (self, 1);

      if (next == READ_FAILED)
        return FALSE;
      if (next == '\n')
        length = 2;
    }

  if (keep)
    append (self, self->buffer->data + self->position, length);
  self->position += length;
  self->line++;

  return TRUE;
}

/* What follows a field: a delimiter, a line end or the end; anything else is the caller's matter. */
static gboolean
take_field_end (BellCsvReader *self,
                int            c,
                AfterField    *after)
{
  if (c == self->delimiter)
    {
      self->position++;
      *after = AFTER_FIELD_MORE;
    }
  else if (c == '\r' || c == '\n')
    {
      *after = take_line_end (self, FALSE) ? AFTER_FIELD_END_OF_ROW : AFTER_FIELD_FAILED;
    }
  else if (c == END_OF_TEXT)
    {
      *after = AFTER_FIELD_END_OF_ROW;
    }
  else if (c == READ_FAILED)
    {
      *after = AFTER_FIELD_FAILED;
    }
  else
    {
      return FALSE;
    }

  end_field (self);

  return TRUE;
}

static AfterField
read_plain (BellCsvReader *self)
{
  AfterField after;

  for (;;)
    {
      gsize length = run_length (self, FALSE);
      int c;

      if (length > 0)
        {
          append (self, self->buffer->data + self->position, length);
          self->position += length;
        }

      c = peek (self, 0);
      if (take_field_end (self, c, &after))
        return after;

      if (c == 0 || c == BELL_TEXT_DAMAGED)
        {
          append_replacement (self, c);
          self->position++;
        }
    }
}

/* The mark is not closed: the field is the rest of its line as it stands, the row ends there. */
static AfterField
give_up_quote (BellCsvReader *self,
               gsize          field_start,
               guint64        mark_line)
{
  g_string_truncate (self->text, field_start);
  if (self->row.fault_line >= mark_line && self->row.fault_column == self->offsets->len)
    self->row.fault = BELL_CSV_FAULT_NONE;
  note_fault (self, BELL_CSV_FAULT_OPEN_QUOTE, mark_line);

  self->position = self->mark;
  self->mark = NO_MARK;
  self->line = mark_line;

  for (;;)
    {
      int c = peek (self, 0);

      if (c == READ_FAILED)
        return AFTER_FIELD_FAILED;

      if (c == '\r' || c == '\n' || c == END_OF_TEXT)
        {
          AfterField after;

          take_field_end (self, c, &after);
          return after;
        }

      if (c == 0 || c == BELL_TEXT_DAMAGED)
        append_replacement (self, c);
      else
        append (self, self->buffer->data + self->position, 1);
      self->position++;
    }
}

/* A field so long that the buffer cannot hold it: what is left of its line is passed over. */
static AfterField
skip_line (BellCsvReader *self)
{
  self->mark = NO_MARK;
  note_fault (self, BELL_CSV_FAULT_FIELD_TOO_LONG, self->line);

  for (;;)
    {
      int c = peek (self, 0);
      AfterField after;

      if (c != self->delimiter && take_field_end (self, c, &after))
        return after;

      self->position++;
    }
}

static AfterField
after_quote (BellCsvReader *self,
             gsize          field_start,
             guint64        mark_line)
{
  gsize n_blanks = 0;
  AfterField after;
  int c;

  while ((c = peek (self, n_blanks)) == ' ' && n_blanks < MAX_BLANKS)
    n_blanks++;

  if (c == self->delimiter || c == '\r' || c == '\n' || c == END_OF_TEXT || c == READ_FAILED)
    {
      self->mark = NO_MARK;
      self->position += n_blanks;
      take_field_end (self, c, &after);
      return after;
    }

  /* Text after a mark on a later line: the mark that seemed to close opens another field. */
  if (self->line != mark_line)
    return give_up_quote (self, field_start, mark_line);

  self->mark = NO_MARK;
  note_fault (self, BELL_CSV_FAULT_TEXT_AFTER_QUOTE, self->line);

  return read_plain (self);
}

static AfterField
read_quoted (BellCsvReader *self)
{
  gsize field_start = self->text->len;
  guint64 mark_line = self->line;

  self->mark = self->position++;

  for (;;)
    {
      gsize length = run_length (self, TRUE);
      int c;

      if (length > 0)
        {
          append (self, self->buffer->data + self->position, length);
          self->position += length;
        }

      if (self->line - mark_line >= BELL_CSV_MAX_QUOTED_LINES)
        return give_up_quote (self, field_start, mark_line);
      if (self->position - self->mark > MAX_QUOTED_BYTES)
        return self->line > mark_line ? give_up_quote (self, field_start, mark_line) : skip_line (self);

      c = peek (self, 0);
      if (c == READ_FAILED)
        return AFTER_FIELD_FAILED;
      if (c == END_OF_TEXT)
        return give_up_quote (self, field_start, mark_line);

      if (c == '"' && peek (self, 1) == '"')
        {
          append (self, (const guint8 *) "\"", 1);
          self->position += 2;
        }
      else if (c == '"')
        {
          self->position++;
          return after_quote (self, field_start, mark_line);
        }
      else if (c == '\r' || c == '\n')
        {
          if (!take_line_end (self, TRUE))
            return AFTER_FIELD_FAILED;
        }
      else if (c == 0 || c == BELL_TEXT_DAMAGED)
        {
          append_replacement (self, c);
          self->position++;
        }
    }
}

static AfterField
read_field (BellCsvReader *self)
{
  gsize n_blanks = 0;
  int c;

  begin_field (self);

  while ((c = peek (self, n_blanks)) == ' ' && n_blanks < MAX_BLANKS)
    n_blanks++;

  if (c == READ_FAILED)
    return AFTER_FIELD_FAILED;
  if (c != '"')
    return read_plain (self);

  self->position += n_blanks;
  if (self->offsets->len == 1)
    self->first_quoted = TRUE;

  return read_quoted (self);
}

/*
 * Rows
 */

static void
begin_row (BellCsvReader *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->offsets, 0);
  self->first_quoted = FALSE;
  self->row = (BellCsvRow) { .line = self->line };
}

static const BellCsvRow *
finish_row (BellCsvReader *self)
{
  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < self->offsets->len; i++)
    g_ptr_array_add (self->fields, self->text->str + g_array_index (self->offsets, gsize, i));

  self->row.n_fields = self->fields->len;
  self->row.fields = (const char *const *) self->fields->pdata;

  return &self->row;
}

const BellCsvRow *
bell_csv_reader_next (BellCsvReader  *self,
                      GCancellable   *cancellable,
                      GError        **error)
{
  AfterField after;

  g_return_val_if_fail (BELL_IS_CSV_READER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self->cancellable = cancellable;

  for (;;)
    {
      int c = peek (self, 0);

      if (c == END_OF_TEXT)
        return NULL;

      begin_row (self);
      do
        after = read_field (self);
      while (after == AFTER_FIELD_MORE);

      if (after == AFTER_FIELD_FAILED)
        {
          g_propagate_error (error, g_steal_pointer (&self->error));
          return NULL;
        }

      if (self->offsets->len > 1 || self->first_quoted || self->text->len > 1 || self->row.fault != BELL_CSV_FAULT_NONE)
        return finish_row (self);
    }
}

/*
 * GObject
 */

static void
bell_csv_reader_finalize (GObject *object)
{
  BellCsvReader *self = BELL_CSV_READER (object);

  g_clear_object (&self->decoder);
  g_clear_pointer (&self->buffer, g_byte_array_unref);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (bell_csv_reader_parent_class)->finalize (object);
}

static void
bell_csv_reader_class_init (BellCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_csv_reader_finalize;
}

static void
bell_csv_reader_init (BellCsvReader *self)
{
  self->buffer = g_byte_array_new ();
  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->fields = g_ptr_array_new ();
  self->mark = NO_MARK;
  self->line = 1;
}

BellCsvReader *
bell_csv_reader_new (BellTextDecoder *decoder,
                     char             delimiter)
{
  static const guint8 special[] = { 0, '\n', '\r', '"', BELL_TEXT_DAMAGED };
  BellCsvReader *self;

  g_return_val_if_fail (BELL_IS_TEXT_DECODER (decoder), NULL);
  g_return_val_if_fail (g_ascii_isgraph (delimiter) || delimiter == '\t', NULL);
  g_return_val_if_fail (delimiter != '"', NULL);

  self = g_object_new (BELL_TYPE_CSV_READER, NULL);
  self->decoder = g_object_ref (decoder);
  self->delimiter = delimiter;

  for (gsize i = 0; i < G_N_ELEMENTS (self->is_plain); i++)
    self->is_plain[i] = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (special); i++)
    self->is_plain[special[i]] = FALSE;
  self->is_plain[self->delimiter] = FALSE;

  return self;
}
