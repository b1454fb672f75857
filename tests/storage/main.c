/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage-common.h"

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_store_tests ();
  add_row_tests ();
  add_list_tests ();
  add_journal_tests ();
  add_erase_tests ();
  add_backup_tests ();
  return g_test_run ();
}
