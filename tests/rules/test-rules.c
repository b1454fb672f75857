/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules-common.h"

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  add_definitions_tests ();
  add_status_tests ();
  add_ladder_tests ();
  add_permissions_tests ();
  add_quick_entry_tests ();
  add_values_tests ();
  add_work_tests ();
  add_approval_tests ();

  result = g_test_run ();
  test_clear ();
  return result;
}
