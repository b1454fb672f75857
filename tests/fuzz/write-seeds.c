/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nasty-files.h"

/* Writes what the fuzzer starts from: the nasty files of the tests and the mappings named after the folder. */

static void
write_seed (const char *folder,
            const char *name,
            const char *bytes,
            gsize       length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  if (!g_file_set_contents (path, bytes, length, &error))
    g_error ("%s", error->message);
}

int
main (int    argc,
      char **argv)
{
  if (argc < 2)
    g_error ("write-seeds FOLDER [MAPPING…]");

  g_mkdir_with_parents (argv[1], 0755);

  for (gsize i = 0; i < n_nasty_csv; i++)
    {
      g_autofree char *name = g_strdup_printf ("csv-%02u", (guint) i);

      write_seed (argv[1], name, nasty_csv[i].bytes, nasty_csv[i].length);
    }
  for (gsize i = 0; i < n_nasty_stays; i++)
    {
      g_autofree char *name = g_strdup_printf ("stays-%02u", (guint) i);

      write_seed (argv[1], name, nasty_stays[i].bytes, nasty_stays[i].length);
    }
  for (int i = 2; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;
      gsize length;

      if (!g_file_get_contents (argv[i], &text, &length, &error))
        g_error ("%s", error->message);
      write_seed (argv[1], name, text, length);
    }

  return 0;
}
