/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-error.h"
#include "bell-import-private.h"

struct _BellRefusedRows
{
  GFile *imported;
  GFile *file;
  GOutputStream *stream;
  BellRefusedWriter *writer;
};

BellRefusedRows *
bell_refused_rows_new (GFile *imported)
{
  BellRefusedRows *self = g_new0 (BellRefusedRows, 1);

  self->imported = g_object_ref (imported);
  return self;
}

void
bell_refused_rows_free (BellRefusedRows *self)
{
  if (self == NULL)
    return;

  /* Of an import that was broken off, the rows refused so far are of use, too. */
  if (self->writer != NULL)
    bell_refused_rows_close (self, NULL, NULL);
  g_clear_object (&self->writer);
  g_clear_object (&self->stream);
  g_clear_object (&self->file);
  g_object_unref (self->imported);
  g_free (self);
}

/* "arrivals.csv" gives "arrivals refused.csv". */
static char *
name_for (GFile *imported)
{
  g_autofree char *name = g_file_get_basename (imported);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  /* Translators: the name of a file with rows that an import refused */
  return g_strdup_printf (_("%s refused.csv"), name);
}

static GFile *
try_folder (BellRefusedRows *self,
            GFile           *folder,
            const char      *name,
            GError         **error)
{
  g_autoptr(GFile) file = folder != NULL ? g_file_get_child (folder, name) : NULL;
  GFileOutputStream *stream;

  if (file == NULL || (stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error)) == NULL)
    return NULL;
  self->stream = G_OUTPUT_STREAM (stream);
  return g_steal_pointer (&file);
}

static gboolean
begin (BellRefusedRows  *self,
       BellStayFile     *file,
       GError          **error)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) beside = g_file_get_parent (self->imported);
  g_autoptr(GFile) own = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autofree char *name = name_for (self->imported);
  g_autoptr(GError) failure = NULL;

  self->file = try_folder (self, beside, name, NULL);
  if (self->file == NULL)
    self->file = try_folder (self, own, name, &failure);
  if (self->file == NULL)
    {
      bell_error_set (error, BELL_ERROR_STORAGE, _("Copy the file into a folder that you may write to, and import it from there."),
                      _("The refused rows cannot be written: %s"), failure->message);
      return FALSE;
    }

  self->writer = bell_refused_writer_new (self->stream, bell_stay_file_get_header (file), bell_stay_file_get_delimiter (file));
  return TRUE;
}

gboolean
bell_refused_rows_add (BellRefusedRows       *self,
                       BellStayFile          *file,
                       const BellRowProblem  *problem,
                       GCancellable          *cancellable,
                       GError               **error)
{
  return (self->writer != NULL || begin (self, file, error)) &&
         bell_refused_writer_write (self->writer, problem, cancellable, error);
}

gboolean
bell_refused_rows_close (BellRefusedRows  *self,
                         char            **path,
                         GError          **error)
{
  gboolean done;

  if (path != NULL)
    *path = NULL;
  if (self->writer == NULL)
    return TRUE;

  done = bell_refused_writer_flush (self->writer, NULL, error) && g_output_stream_close (self->stream, NULL, error);
  g_clear_object (&self->writer);
  if (done && path != NULL)
    *path = g_file_get_path (self->file);
  return done;
}
