/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-stay-file-private.h"

#include <string.h>

#define PREVIEW_SIZE (4 * 1024 * 1024)

/* The beginning of the file up to a line end, so that no half row is shown. */
static GBytes *
read_beginning (GFile         *file,
                gboolean      *complete,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *data = NULL;
  gsize got;
  gsize cut;

  if (stream == NULL)
    return NULL;

  data = g_malloc (PREVIEW_SIZE);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, PREVIEW_SIZE, &got, cancellable, error))
    return NULL;

  *complete = got < PREVIEW_SIZE;
  if (!*complete)
    {
      for (cut = got; cut > 0 && data[cut - 1] != '\n' && data[cut - 1] != '\r';)
        cut--;

      /* The line end of UTF-16 has two bytes. */
      if (cut > 0)
        got = cut + (cut % 2 == 1 && cut < got && data[cut] == 0);
    }

  return g_bytes_new_take (g_steal_pointer (&data), got);
}

static void
read_rows (BellStayPreview *self,
           BellStayFile    *file,
           guint            n_rows,
           GCancellable    *cancellable)
{
  while (self->rows->len + self->problems->len < n_rows)
    {
      BellStayRow *row;
      BellRowProblem *problem;

      switch (bell_stay_file_next (file, &row, &problem, cancellable, &self->fault))
        {
        case BELL_STAY_OUTCOME_ROW:
          g_ptr_array_add (self->rows, row);
          break;
        case BELL_STAY_OUTCOME_REFUSED:
          g_ptr_array_add (self->problems, problem);
          break;
        case BELL_STAY_OUTCOME_END:
        case BELL_STAY_OUTCOME_FAILED:
        default:
          return;
        }
    }
}

BellStayPreview *
bell_stay_file_preview (GFile          *file,
                        BellMapping    *mapping,
                        BellDateOrder   order,
                        guint           n_rows,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr(BellStayPreview) self = NULL;
  g_autoptr(BellStayFile) reader = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gboolean complete;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (BELL_IS_MAPPING (mapping), NULL);

  bytes = read_beginning (file, &complete, cancellable, error);
  if (bytes == NULL)
    return NULL;

  self = g_new0 (BellStayPreview, 1);
  self->complete = complete;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bell_stay_row_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) bell_row_problem_free);

  reader = bell_stay_file_new_for_bytes (bytes, mapping, order);
  if (bell_stay_file_open (reader, cancellable, &self->fault))
    read_rows (self, reader, n_rows, cancellable);

  self->encoding = bell_stay_file_get_encoding (reader);
  self->delimiter = bell_stay_file_get_delimiter (reader);
  self->order = bell_stay_file_get_order (reader);
  self->header = g_strdupv ((char **) bell_stay_file_get_header (reader));
  self->unmapped = bell_stay_file_dup_unmapped (reader);
  self->example = g_strdup (bell_stay_file_get_example (reader));

  return g_steal_pointer (&self);
}

void
bell_stay_preview_free (BellStayPreview *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->header);
  g_strfreev (self->unmapped);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_clear_error (&self->fault);
  g_free (self->example);
  g_free (self);
}
