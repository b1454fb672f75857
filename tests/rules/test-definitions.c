/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-validation.h"
#include "rules-common.h"

static void
test_every_kind_has_fitting_values (void)
{
  GPtrArray *kinds = bell_definitions_kinds (test_definitions ());

  g_assert_cmpuint (kinds->len, ==, 16);
  for (int i = 0; i < 5; i++)
    {
      g_autoptr(BellDossier) dossier = test_dossier (test_workflows[i]);
      g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
      BellCheckContext context = { test_definitions (), dossier, "101-120 412", TEST_NOW, zone };

      for (int slot = 0; slot < BELL_N_SLOTS; slot++)
        {
          g_autoptr(GPtrArray) problems = NULL;
          const BellKind *kind = bell_definitions_kind (test_definitions (), dossier->items[slot]->kind);

          bell_validation_check_item (&context, kind, dossier->items[slot]->values, &problems);
          for (guint j = 0; j < problems->len; j++)
            g_test_message ("%s %s: %s", kind->id, ((BellProblem *) problems->pdata[j])->field,
                            ((BellProblem *) problems->pdata[j])->sentence);
          g_assert_cmpuint (problems->len, ==, 0);
        }
    }
}

void
add_definitions_tests (void)
{
  g_test_add_func ("/rules/definitions/fitting-values", test_every_kind_has_fitting_values);
}
