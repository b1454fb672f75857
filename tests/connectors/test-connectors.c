/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "connector-tests.h"

#include <locale.h>

BellMapping *
load_shipped_mapping (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("DESKBELL_SOURCE_ROOT"), "data", "mappings", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BellMapping *mapping = bell_mapping_new_from_file (file, NULL, &error);

  g_assert_no_error (error);

  return mapping;
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_nasty_tests ();
  add_date_tests ();
  add_mapping_tests ();
  add_round_trip_tests ();
  add_stay_file_tests ();
  add_public_data_tests ();

  return g_test_run ();
}
