/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-common.h"

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_care_tests ();
  add_demo_tests ();
  add_import_tests ();
  add_escalation_tests ();
  add_quick_tests ();

  return g_test_run ();
}
