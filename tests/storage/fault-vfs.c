/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fault-vfs.h"

typedef struct
{
  gint64 offset; /* a write there; or, without bytes, a truncation to there */
  GBytes *bytes;
} Pending;

/* What the disk holds of one file for certain, and what waits for a sync. */
typedef struct
{
  GByteArray *durable;
  GArray *pending;
} Image;

typedef struct
{
  sqlite3_file base;
  Image *image; /* NULL for files that do not matter */
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs disk;
static sqlite3_vfs *real_disk;
static sqlite3_io_methods methods;
static GMutex lock;
static GHashTable *images;
static Fault fault;
static int strike_at;
static int counted;
static gboolean struck;

static void
pending_clear (gpointer data)
{
  g_clear_pointer (&((Pending *) data)->bytes, g_bytes_unref);
}

static void
image_free (gpointer data)
{
  Image *image = data;

  g_byte_array_unref (image->durable);
  g_array_unref (image->pending);
  g_free (image);
}

static Image *
image_for (const char *path)
{
  Image *image = g_hash_table_lookup (images, path);
  char *bytes = NULL;
  gsize size = 0;

  if (image != NULL)
    return image;

  image = g_new0 (Image, 1);
  image->durable = g_byte_array_new ();
  image->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (image->pending, pending_clear);
  if (g_file_get_contents (path, &bytes, &size, NULL))
    g_byte_array_append (image->durable, (guint8 *) bytes, size);
  g_free (bytes);
  g_hash_table_insert (images, g_strdup (path), image);
  return image;
}

static void
apply (Image *image)
{
  for (guint i = 0; i < image->pending->len; i++)
    {
      Pending *one = &g_array_index (image->pending, Pending, i);
      gsize length = 0;
      gconstpointer data = one->bytes != NULL ? g_bytes_get_data (one->bytes, &length) : NULL;
      guint old = image->durable->len;

      if (one->bytes == NULL)
        {
          g_byte_array_set_size (image->durable, one->offset);
          continue;
        }
      if (one->offset + length > old)
        {
          g_byte_array_set_size (image->durable, one->offset + length);
          if (one->offset > old)
            memset (image->durable->data + old, 0, one->offset - old);
        }
      memcpy (image->durable->data + one->offset, data, length);
    }
  g_array_set_size (image->pending, 0);
}

/* The answer to one more operation; SQLITE_OK lets it through. */
static int
count_one (FaultFile *file,
           gboolean   is_write)
{
  gboolean now;

  if (file->image == NULL)
    return SQLITE_OK;

  counted++;
  if (fault == FAULT_NONE || counted < strike_at)
    return SQLITE_OK;
  now = counted == strike_at || (fault != FAULT_FULL_ONCE && fault != FAULT_IO_ONCE);
  if (!now)
    return SQLITE_OK;
  if ((fault == FAULT_FULL || fault == FAULT_FULL_ONCE) && !is_write)
    {
      /* A full disk still syncs: strike at the next write. */
      strike_at = fault == FAULT_FULL_ONCE ? counted + 1 : strike_at;
      return SQLITE_OK;
    }
  struck = TRUE;
  if (fault == FAULT_FULL || fault == FAULT_FULL_ONCE)
    return SQLITE_FULL;
  return is_write ? SQLITE_IOERR_WRITE : SQLITE_IOERR_FSYNC;
}

static void
remember (FaultFile     *file,
          gconstpointer  bytes,
          gsize          length,
          gint64         offset)
{
  Pending one = { .offset = offset };

  if (file->image == NULL)
    return;

  one.bytes = bytes != NULL ? g_bytes_new (bytes, length) : NULL;
  g_array_append_val (file->image->pending, one);
}

#define REAL(file) (((FaultFile *) (file))->real)

static int
on_close (sqlite3_file *file)
{
  int result = REAL (file)->pMethods != NULL ? REAL (file)->pMethods->xClose (REAL (file)) : SQLITE_OK;

  g_free (REAL (file));
  return result;
}

static int
on_read (sqlite3_file *file,
         void         *bytes,
         int           length,
         sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), bytes, length, offset);
}

static int
on_write (sqlite3_file *file,
          const void   *bytes,
          int           length,
          sqlite3_int64 offset)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  int result = count_one ((FaultFile *) file, TRUE);

  if (result == SQLITE_OK)
    result = REAL (file)->pMethods->xWrite (REAL (file), bytes, length, offset);
  if (result == SQLITE_OK)
    remember ((FaultFile *) file, bytes, length, offset);
  return result;
}

static int
on_truncate (sqlite3_file *file,
             sqlite3_int64 size)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  int result = count_one ((FaultFile *) file, TRUE);

  if (result == SQLITE_OK)
    result = REAL (file)->pMethods->xTruncate (REAL (file), size);
  if (result == SQLITE_OK)
    remember ((FaultFile *) file, NULL, 0, size);
  return result;
}

static int
on_sync (sqlite3_file *file,
         int           flags)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  int result = count_one ((FaultFile *) file, FALSE);

  /* The real disk need not be waited for: what counts as synced is the image. */
  if (result == SQLITE_OK && ((FaultFile *) file)->image != NULL)
    apply (((FaultFile *) file)->image);
  return result;
}

static int
on_size (sqlite3_file  *file,
         sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
on_lock (sqlite3_file *file,
         int           level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
on_unlock (sqlite3_file *file,
           int           level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
on_check_lock (sqlite3_file *file,
               int          *result)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), result);
}

static int
on_control (sqlite3_file *file,
            int           op,
            void         *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), op, argument);
}

static int
on_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
on_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
on_shm_map (sqlite3_file   *file,
            int             page,
            int             size,
            int             extend,
            void volatile **memory)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, memory);
}

static int
on_shm_lock (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
on_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
on_shm_unmap (sqlite3_file *file,
              int           remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static int
on_open (sqlite3_vfs  *vfs,
         const char   *name,
         sqlite3_file *file,
         int           flags,
         int          *out_flags)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  FaultFile *self = (FaultFile *) file;
  int result;

  memset (self, 0, sizeof *self);
  self->real = g_malloc0 (real_disk->szOsFile);
  result = real_disk->xOpen (real_disk, name, self->real, flags, out_flags);
  if (result != SQLITE_OK)
    {
      g_free (self->real);
      return result;
    }
  if (name != NULL && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)))
    self->image = image_for (name);
  self->base.pMethods = &methods;
  return SQLITE_OK;
}

static int
on_delete (sqlite3_vfs *vfs,
           const char  *name,
           int          sync)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  /* A cut disk keeps the log. */
  if (fault == FAULT_POWER && struck)
    return SQLITE_IOERR_DELETE;
  return real_disk->xDelete (real_disk, name, sync);
}

void
fault_disk_install (void)
{
  real_disk = sqlite3_vfs_find (NULL);
  images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, image_free);

  methods = (sqlite3_io_methods) {
    .iVersion = 2,
    .xClose = on_close, .xRead = on_read, .xWrite = on_write, .xTruncate = on_truncate, .xSync = on_sync, .xFileSize = on_size,
    .xLock = on_lock, .xUnlock = on_unlock, .xCheckReservedLock = on_check_lock, .xFileControl = on_control,
    .xSectorSize = on_sector_size, .xDeviceCharacteristics = on_characteristics,
    .xShmMap = on_shm_map, .xShmLock = on_shm_lock, .xShmBarrier = on_shm_barrier, .xShmUnmap = on_shm_unmap,
  };
  disk = *real_disk;
  disk.szOsFile = sizeof (FaultFile);
  disk.zName = "fault";
  disk.pNext = NULL;
  disk.xOpen = on_open;
  disk.xDelete = on_delete;
  g_assert_cmpint (sqlite3_vfs_register (&disk, 1), ==, SQLITE_OK);
}

void
fault_disk_arm (Fault what,
                int   k)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (what == FAULT_NONE && k == 0)
    g_hash_table_remove_all (images);
  fault = what;
  strike_at = k;
  counted = 0;
  struck = FALSE;
}

int
fault_disk_count (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  return counted;
}

gboolean
fault_disk_struck (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  return struck;
}

void
fault_disk_survivor (const char *path,
                     const char *to)
{
  static const char *const parts[] = { "", "-wal" };
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (path, parts[i], NULL);
      g_autofree char *target = g_strconcat (to, parts[i], NULL);
      Image *image = g_hash_table_lookup (images, from);

      g_unlink (target);
      if (image != NULL)
        g_assert_true (g_file_set_contents_full (target, (char *) image->durable->data, image->durable->len,
                                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}
