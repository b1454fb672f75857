/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-quick-entry-session.h"
#include "bell-record.h"
#include "bell-record-parts.h"
#include "bell-stay.h"
#include "desk-common.h"

/* A room where somebody stays, and who. */
static BellStay *
somebody (DeskFixture *fixture)
{
  g_autoptr(GPtrArray) stays = desk_fixture_list (fixture, bell_query_new (BELL_LIST_IN_HOUSE));

  for (guint i = 0; i < stays->len; i++)
    if (((BellStay *) stays->pdata[i])->status == BELL_STAY_STATUS_IN_HOUSE)
      return g_object_ref (stays->pdata[i]);
  g_assert_not_reached ();
}

static GPtrArray *
read_line (DeskFixture  *fixture,
           const char   *line,
           BellCommand **command)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *chips = bell_desk_read_line (fixture->desk, line, command, &error);

  g_assert_no_error (error);
  return chips;
}

static char *
first_problem (GPtrArray *chips)
{
  for (guint i = 0; i < chips->len; i++)
    if (((BellQuickChip *) chips->pdata[i])->problem != NULL)
      return g_strdup (((BellQuickChip *) chips->pdata[i])->problem);
  return NULL;
}

static gboolean
has_chip (GPtrArray  *chips,
          const char *text)
{
  for (guint i = 0; i < chips->len; i++)
    if (g_strcmp0 (((BellQuickChip *) chips->pdata[i])->chip, text) == 0)
      return TRUE;
  return FALSE;
}

static BellDossier *
file_line (DeskFixture *fixture,
           const char  *line)
{
  g_autoptr(BellCommand) command = NULL;
  g_autoptr(GPtrArray) chips = read_line (fixture, line, &command);
  g_autofree char *problem = first_problem (chips);
  g_autoptr(BellOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  BellDossier *dossier;

  g_assert_cmpstr (problem, ==, NULL);
  g_assert_nonnull (command);
  outcome = bell_desk_submit (fixture->desk, command, &error);
  g_assert_no_error (error);
  dossier = bell_desk_open_record (fixture->desk, outcome->number, &error);
  g_assert_no_error (error);
  return dossier;
}

/* Each line becomes a record of its workflow, with its owner and its task. */
static void
test_every_workflow (void)
{
  static const struct
  {
    const char *workflow;
    const char *line;
    BellSlot slot;
  } lines[] = {
    { "crm", "2 extra towels !19:00 @housekeeping", BELL_SLOT_OWNED },
    { "guest-experience", "shower drains slowly !17:00 #guest-experience", BELL_SLOT_VALIDATED },
    { "package", "points of the last stay are missing #package", BELL_SLOT_OWNED },
    { "customer-journey", "setup of the new annex #customer-journey", BELL_SLOT_OWNED },
    { "boutique", "test the tax of a long stay #boutique", BELL_SLOT_OWNED },
  };
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellStay) stay = NULL;

  desk_fixture_demo (&fixture, 20, 2, 1);
  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  stay = somebody (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = g_strconcat (i < 3 ? stay->room : "", " ", lines[i].line, NULL);
      g_autoptr(BellDossier) dossier = file_line (&fixture, line);

      g_assert_cmpstr (dossier->record->workflow, ==, lines[i].workflow);
      g_assert_false (bell_id_is_none (&dossier->record->owner));
      g_assert_cmpint (dossier->record->status, ==, BELL_STATUS_NEW);
      g_assert_nonnull (dossier->items[lines[i].slot]);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)), ==, 1);
      if (i < 3)
        g_assert_true (bell_id_equal (&dossier->record->stay, bell_entity_get_id (BELL_ENTITY (stay))));
    }
}

static void
test_values (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellStay) stay = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autofree char *line = NULL;

  desk_fixture_demo (&fixture, 20, 2, 1);
  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  stay = somebody (&fixture);
  line = g_strdup_printf ("%s 2 extra towels !19:00 @housekeeping", stay->room);
  dossier = file_line (&fixture, line);
  g_assert_cmpstr (dossier->record->department, ==, "housekeeping");
  g_assert_cmpstr (dossier->record->room, ==, stay->room);
  g_assert_cmpstr (g_hash_table_lookup (dossier->items[BELL_SLOT_OWNED]->values, "quantity"), ==, "2");
  g_assert_cmpstr (g_hash_table_lookup (dossier->items[BELL_SLOT_OWNED]->values, "category"), ==, "amenities");
  g_assert_cmpstr (g_hash_table_lookup (dossier->items[BELL_SLOT_OWNED]->values, "promised-time"), ==, "2026-11-22T19:00:00Z");
}

/* The surname shows; the whole name only after somebody had a reason to look, which is journalled; whoever has nothing
 * to do with guests sees that somebody is there. */
static void
test_mask (void)
{
  g_auto(DeskFixture) fixture = { 0 };
  g_autoptr(BellStay) stay = NULL;
  g_autoptr(GPtrArray) open = NULL;
  g_autoptr(GPtrArray) masked = NULL;
  g_autofree char *line = NULL;
  g_autofree char *shown = NULL;

  desk_fixture_demo (&fixture, 20, 2, 1);
  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  stay = somebody (&fixture);
  line = g_strdup_printf ("%s towels", stay->room);
  shown = g_strdup_printf ("Room %s · %s", stay->room, stay->surname);
  open = read_line (&fixture, line, NULL);
  g_assert_true (has_chip (open, shown));

  desk_fixture_sign_in (&fixture, "Vasco Prata");
  masked = read_line (&fixture, line, NULL);
  g_assert_false (has_chip (masked, shown));
}

static void
test_problems (void)
{
  static const char *const lines[] = { "999999 towels @nowhere", "towels #guest-experience", "!25:99 towels" };
  g_auto(DeskFixture) fixture = { 0 };

  desk_fixture_demo (&fixture, 20, 2, 1);
  desk_fixture_sign_in (&fixture, "Isabel Albuquerque");
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(BellCommand) command = NULL;
      g_autoptr(GPtrArray) chips = read_line (&fixture, lines[i], &command);
      g_autofree char *problem = first_problem (chips);

      g_assert_nonnull (problem);
      g_assert_null (command);
    }
}

void
add_quick_tests (void)
{
  g_test_add_func ("/desk/quick/every-workflow", test_every_workflow);
  g_test_add_func ("/desk/quick/values", test_values);
  g_test_add_func ("/desk/quick/mask", test_mask);
  g_test_add_func ("/desk/quick/problems", test_problems);
}
