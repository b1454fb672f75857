/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-clock.h"
#include "bell-error.h"
#include "bell-mismatch.h"
#include "bell-next-action.h"
#include "bell-owner-rule.h"
#include "bell-permissions.h"
#include "bell-status.h"
#include "rules-common.h"

static int
pick (const BellCandidate *people,
      gsize                n_people,
      const char          *role,
      const char          *department)
{
  g_autofree char *why = NULL;
  g_autoptr(GError) error = NULL;
  gssize index = bell_owner_rule_pick (test_definitions (), people, n_people, role, department, &why, &error);

  if (index < 0)
    {
      test_refused (&error, BELL_ERROR_REFUSED);
      return -1;
    }
  g_assert_nonnull (strstr (why, people[index].name));
  g_assert_null (strchr (why, '%'));
  return index;
}

/* C1, B1: who has the least to do of those on shift; then the way up, never nobody. */
static void
test_owner_steps (void)
{
  BellCandidate people[] = {
    { test_id (1), "Gil", "general-manager", NULL, TRUE, FALSE, 0, 0 },
    { test_id (2), "Dora", "duty-manager", NULL, TRUE, TRUE, 0, 0 },
    { test_id (3), "Sam", "supervisor", "housekeeping", TRUE, TRUE, 0, 0 },
    { test_id (4), "Ana", "guest-relations", "guest-relations", TRUE, TRUE, 5, 10 },
    { test_id (5), "Ben", "guest-relations", "guest-relations", TRUE, TRUE, 3, 30 },
    { test_id (6), "Cleo", "front-desk guest-relations", "front-office", TRUE, TRUE, 3, 20 },
    { test_id (7), "Eve", "guest-relations", "guest-relations", FALSE, TRUE, 0, 0 },
    { test_id (8), "Fay", "guest-relations", "guest-relations", TRUE, FALSE, 0, 0 },
    { test_id (9), "Lin", "line-staff", "housekeeping", TRUE, TRUE, 0, 0 },
  };
  const gsize n = G_N_ELEMENTS (people);

  g_assert_cmpint (pick (people, n, "guest-relations", NULL), ==, 5);
  g_assert_cmpint (pick (people, n, "guest-relations", "guest-relations"), ==, 4);
  people[4].open_load = 5;
  g_assert_cmpint (pick (people, n, "guest-relations", "guest-relations"), ==, 3);
  people[3].last_assigned_at = 30;
  g_assert_cmpint (pick (people, n, "guest-relations", "guest-relations"), ==, 3);
  g_assert_cmpint (pick (people, n, "guest-relations", "spa"), ==, 5);
  people[3].on_duty = people[4].on_duty = people[5].on_duty = FALSE;
  g_assert_cmpint (pick (people, n, "guest-relations", NULL), ==, 2);
  people[2].on_duty = FALSE;
  g_assert_cmpint (pick (people, n, "guest-relations", NULL), ==, 1);
  people[1].on_duty = FALSE;
  people[0].on_duty = TRUE;
  g_assert_cmpint (pick (people, n, "guest-relations", NULL), ==, 0);
  people[0].on_duty = FALSE;
  g_assert_cmpint (pick (people, n, "guest-relations", NULL), ==, 7);
  g_assert_cmpint (pick (people, n, "finance", NULL), ==, 0);
  people[0].active = people[1].active = people[2].active = FALSE;
  g_assert_cmpint (pick (people, n, "finance", NULL), ==, 7);
  g_assert_cmpint (pick (people, 0, "finance", NULL), ==, -1);
}

/* Any crew with one active person has an owner; with the right people on shift it is one of them, and the least loaded. */
static void
test_owner_random (void)
{
  static const char *const roles[] = { "line-staff", "guest-relations", "supervisor", "duty-manager", "front-desk guest-relations", "" };

  for (int round = 0; round < 2000; round++)
    {
      BellCandidate people[8] = { 0 };
      guint n = g_test_rand_int_range (1, 9);
      gint64 least = G_MAXINT64;
      gboolean any_active = FALSE;
      int index;

      for (guint i = 0; i < n; i++)
        {
          people[i] = (BellCandidate) { test_id (i + 1), "Somebody", roles[g_test_rand_int_range (0, G_N_ELEMENTS (roles))], NULL,
                                        g_test_rand_bit (), g_test_rand_bit (), g_test_rand_int_range (0, 4),
                                        g_test_rand_int_range (0, 3) };
          any_active |= people[i].active;
          if (people[i].active && people[i].on_duty && bell_roles_has (people[i].roles, "guest-relations"))
            least = MIN (least, people[i].open_load);
        }
      index = pick (people, n, "guest-relations", NULL);
      g_assert_cmpint (index >= 0, ==, any_active);
      if (index >= 0)
        g_assert_true (people[index].active);
      if (least != G_MAXINT64)
        {
          g_assert_true (people[index].on_duty);
          g_assert_cmpint (people[index].open_load, ==, least);
        }
    }
}

/* A day of a thousand requests spreads evenly. */
static void
test_fair_share (void)
{
  BellCandidate people[5];
  int given[5] = { 0 };

  for (int i = 0; i < 5; i++)
    people[i] = (BellCandidate) { test_id (i + 1), "Somebody", "guest-relations", NULL, TRUE, TRUE, 0, 0 };
  for (int round = 0; round < 1000; round++)
    {
      int index = pick (people, 5, "guest-relations", NULL);

      given[index]++;
      people[index].open_load++;
      people[index].last_assigned_at = round + 1;
    }
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (given[i], ==, 200);
}

static void
test_hand_over (void)
{
  BellId from = test_id (1);
  BellCandidate to = { test_id (2), "Ben", "guest-relations", NULL, TRUE, TRUE, 0, 0 };
  g_autoptr(GError) error = NULL;

  g_assert_true (bell_owner_rule_may_hand_over (&from, &to, "End of shift", &error));
  g_assert_false (bell_owner_rule_may_hand_over (&from, &to, "...", &error));
  test_refused (&error, BELL_ERROR_REFUSED);
  g_assert_false (bell_owner_rule_may_hand_over (&from, NULL, "End of shift", &error));
  test_refused (&error, BELL_ERROR_REFUSED);
  to.active = FALSE;
  g_assert_false (bell_owner_rule_may_hand_over (&from, &to, "End of shift", &error));
  test_refused (&error, BELL_ERROR_REFUSED);
  to.active = TRUE;
  to.staff = from;
  g_assert_false (bell_owner_rule_may_hand_over (&from, &to, "End of shift", &error));
  test_refused (&error, BELL_ERROR_REFUSED);
}

static void
add_random_parts (BellDossier *dossier)
{
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    {
      g_autoptr(BellTask) task = g_object_new (BELL_TYPE_TASK, NULL);
      BellId id = test_id (200 + i);

      bell_entity_set_id (BELL_ENTITY (task), &id);
      task->title = g_strdup ("Bring towels");
      task->department = g_strdup ("housekeeping");
      task->status = g_test_rand_int_range (0, BELL_N_STATUSES);
      task->due_at = g_test_rand_bit () ? TEST_NOW + g_test_rand_int_range (-500, 500) * BELL_MINUTE : 0;
      g_list_store_append (dossier->tasks, task);
    }
  for (int i = g_test_rand_int_range (0, 2); i > 0; i--)
    {
      g_autoptr(BellException) exception = g_object_new (BELL_TYPE_EXCEPTION, NULL);

      exception->note = g_strdup (g_test_rand_bit () ? "The boiler failed" : NULL);
      exception->comment = g_strdup (g_test_rand_bit () ? "Part ordered" : NULL);
      exception->state = g_test_rand_int_range (0, 2);
      g_list_store_append (dossier->exceptions, exception);
    }
  for (int i = g_test_rand_int_range (0, 2); i > 0; i--)
    {
      g_autoptr(BellApproval) approval = g_object_new (BELL_TYPE_APPROVAL, NULL);

      approval->state = g_test_rand_int_range (0, 4);
      g_list_store_append (dossier->approvals, approval);
    }
}

static BellDossier *
random_dossier (void)
{
  BellDossier *dossier = test_dossier (test_workflows[g_test_rand_int_range (0, 5)]);

  dossier->record->status = g_test_rand_int_range (0, BELL_N_STATUSES);
  dossier->record->waits_for = g_strdup (g_test_rand_bit () ? "the guest" : NULL);
  dossier->record->mismatch = g_strdup (g_test_rand_int_range (0, 5) == 0 ? "The room changed." : NULL);
  dossier->record->due_at = g_test_rand_bit () ? TEST_NOW + g_test_rand_int_range (-500, 500) * BELL_MINUTE : 0;
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        g_clear_object (&dossier->items[slot]);
      else if (g_test_rand_int_range (0, 3) == 0)
        {
          g_hash_table_remove_all (dossier->items[slot]->values);
          dossier->items[slot]->checked_at = 0;
          dossier->items[slot]->status = BELL_STATUS_NEW;
        }
    }
  add_random_parts (dossier);
  return dossier;
}

/* B11: an open record always says who does what next; a complete one says nothing; what may be closed says so, and only that. */
static void
test_next_random (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr(BellDossier) dossier = random_dossier ();
      g_autoptr(BellNextAction) next = bell_next_action (test_definitions (), dossier, TEST_NOW);
      g_autoptr(GPtrArray) missing = bell_status_missing_for_close (test_definitions (), dossier, TEST_NOW);
      g_autofree char *told = NULL;

      if (dossier->record->status == BELL_STATUS_COMPLETE)
        {
          g_assert_null (next);
          continue;
        }
      g_assert_nonnull (next);
      g_assert_nonnull (next->command);
      g_assert_cmpstr (next->sentence, !=, "");
      g_assert_cmpstr (next->button, !=, "");
      g_assert_true (!bell_id_is_none (&next->staff) || next->role != NULL || next->department != NULL);
      g_assert_true (next->role == NULL || bell_definitions_role (test_definitions (), next->role) != NULL);
      g_assert_cmpint (next->why_open == NULL, ==, missing->len == 0);
      if (g_str_equal (next->code, "close"))
        g_assert_true (bell_status_may_move (test_definitions (), dossier, BELL_STATUS_COMPLETE, NULL, NULL, TEST_NOW, NULL));
      else if (dossier->record->mismatch == NULL)
        g_assert_false (bell_status_may_move (test_definitions (), dossier, BELL_STATUS_COMPLETE, NULL, NULL, TEST_NOW, NULL));
      if (dossier->record->due_at != 0)
        g_assert_cmpint (next->due, !=, 0);
      told = bell_next_action_tell (next, "Ana Reis", TEST_NOW, zone);
      g_assert_true (g_str_has_prefix (told, "Next: "));
    }
}

/* One record of each workflow on its way from the beginning to the end: the next action leads there. */
static void
test_next_leads_to_end (gconstpointer workflow)
{
  g_autoptr(BellDossier) dossier = test_dossier (workflow);
  g_autoptr(BellTask) task = g_object_new (BELL_TYPE_TASK, NULL);
  g_autoptr(GString) way = g_string_new (NULL);

  task->title = g_strdup ("Bring towels");
  task->department = g_strdup ("housekeeping");
  g_list_store_append (dossier->tasks, task);
  dossier->record->status = BELL_STATUS_NEW;
  g_clear_object (&dossier->items[BELL_SLOT_VALIDATED]);
  dossier->items[BELL_SLOT_ALERTED]->status = BELL_STATUS_NEW;

  for (int step = 0; step < 10 && dossier->record->status != BELL_STATUS_COMPLETE; step++)
    {
      g_autoptr(BellNextAction) next = bell_next_action (test_definitions (), dossier, TEST_NOW);
      g_autoptr(BellDossier) whole = test_dossier (workflow);

      g_string_append_printf (way, "%s ", next->command);
      if (g_str_equal (next->command, "edit"))
        {
          g_set_object (&dossier->items[BELL_SLOT_VALIDATED], whole->items[BELL_SLOT_VALIDATED]);
          dossier->items[BELL_SLOT_VALIDATED]->checked_at = 0;
        }
      else if (g_str_equal (next->command, "check"))
        dossier->items[BELL_SLOT_VALIDATED]->checked_at = TEST_NOW;
      else if (g_str_equal (next->command, "task-take"))
        task->status = BELL_STATUS_PENDING;
      else if (g_str_equal (next->command, "task-done"))
        task->status = BELL_STATUS_COMPLETE;
      else if (g_str_equal (next->command, "item-complete"))
        dossier->items[BELL_SLOT_ALERTED]->status = BELL_STATUS_COMPLETE;
      else if (g_str_equal (next->command, "close") &&
               bell_status_may_move (test_definitions (), dossier, BELL_STATUS_COMPLETE, NULL, NULL, TEST_NOW, NULL))
        dossier->record->status = BELL_STATUS_COMPLETE;
    }
  g_assert_cmpstr (way->str, ==, "edit check task-take task-done item-complete close ");
}

/* What needs a decision goes before the mismatch, and that before the daily work: nobody should confirm what the stay contradicts. */
static void
test_next_order (void)
{
  g_autoptr(BellDossier) dossier = test_dossier ("guest-experience");
  g_autoptr(BellApproval) approval = g_object_new (BELL_TYPE_APPROVAL, NULL);
  g_autoptr(BellNextAction) mismatch = NULL;
  g_autoptr(BellNextAction) decide = NULL;
  g_autoptr(BellNextAction) unblock = NULL;

  dossier->record->mismatch = g_strdup ("The room changed.");
  dossier->items[BELL_SLOT_VALIDATED]->checked_at = 0;
  mismatch = bell_next_action (test_definitions (), dossier, TEST_NOW);
  g_assert_cmpstr (mismatch->code, ==, "mismatch");
  g_assert_nonnull (strstr (mismatch->sentence, "The room changed"));
  g_assert_true (bell_id_equal (&mismatch->staff, &dossier->record->owner));

  approval->role = g_strdup ("supervisor");
  g_list_store_append (dossier->approvals, approval);
  decide = bell_next_action (test_definitions (), dossier, TEST_NOW);
  g_assert_cmpstr (decide->code, ==, "decide");
  g_assert_cmpstr (decide->role, ==, "supervisor");

  dossier->record->status = BELL_STATUS_BLOCKED;
  unblock = bell_next_action (test_definitions (), dossier, TEST_NOW);
  g_assert_cmpstr (unblock->code, ==, "unblock");
}

static void
test_rank (void)
{
  g_assert_cmpint (bell_next_action_rank (TEST_NOW - 2, TEST_NOW - 1, TEST_NOW), <, 0);
  g_assert_cmpint (bell_next_action_rank (TEST_NOW - 1, TEST_NOW + 1, TEST_NOW), <, 0);
  g_assert_cmpint (bell_next_action_rank (0, TEST_NOW + 1, TEST_NOW), >, 0);
  g_assert_cmpint (bell_next_action_rank (TEST_NOW, 0, TEST_NOW), <, 0);
  g_assert_cmpint (bell_next_action_rank (0, 0, TEST_NOW), ==, 0);
}

/* What changes in the stay, in which workflow, and how many sentences that gives. */
static const struct
{
  const char *workflow;
  const char *part;
  const char *value;
  guint sentences;
} changes[] = {
  { "crm", "room", "413", 3 }, /* the request's room differs; request and preference depend on it */
  { "crm", "arrival", "2026-11-21", 3 },
  { "crm", "departure", "2026-11-22", 2 },
  { "crm", "surname", "Lima", 1 },
  { "crm", "status", "cancelled", 6 },
  { "crm", "status", "checked-out", 0 },
  { "crm", "vip", "VIP1", 0 },
  { "guest-experience", "departure", "2026-11-28", 4 },
  { "package", "surname", "Lima", 2 },
  { "customer-journey", "room", "413", 0 },
  { "boutique", "status", "cancelled", 0 },
};

static void
test_mismatch (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(BellDossier) dossier = test_dossier (changes[i].workflow);
      g_autoptr(BellStay) after = bell_entity_copy (dossier->stay);
      g_autoptr(GPtrArray) same = bell_mismatch_find (test_definitions (), dossier->stay, dossier->stay, dossier, zone);
      g_autoptr(GPtrArray) found = NULL;
      g_autoptr(GPtrArray) done = NULL;
      g_autoptr(GPtrArray) closed = NULL;
      g_autofree char *told = NULL;
      int status = 0;

      if (g_str_equal (changes[i].part, "status"))
        {
          g_assert_true (bell_enum_from_nick (BELL_TYPE_STAY_STATUS, changes[i].value, &status));
          after->status = status;
        }
      else
        bell_entity_set_text (BELL_ENTITY (after), changes[i].part, changes[i].value);

      dossier->items[BELL_SLOT_ALERTED]->status = BELL_STATUS_APPROVED;
      found = bell_mismatch_find (test_definitions (), dossier->stay, after, dossier, zone);
      told = bell_mismatch_tell (found);
      g_test_message ("%s %s: %u %s", changes[i].workflow, changes[i].part, found->len, told);
      g_assert_cmpuint (found->len, ==, changes[i].sentences);
      g_assert_cmpint (told == NULL, ==, found->len == 0);
      g_assert_cmpuint (same->len, ==, 0);

      for (int slot = 0; slot < BELL_N_SLOTS; slot++)
        dossier->items[slot]->status = BELL_STATUS_COMPLETE;
      done = bell_mismatch_find (test_definitions (), dossier->stay, after, dossier, zone);
      g_assert_cmpuint (done->len, ==, 0);
      dossier->items[BELL_SLOT_OWNED]->status = BELL_STATUS_PENDING;
      dossier->record->status = BELL_STATUS_COMPLETE;
      closed = bell_mismatch_find (test_definitions (), dossier->stay, after, dossier, zone);
      g_assert_cmpuint (closed->len, ==, 0);
    }
}

void
add_work_tests (void)
{
  g_test_add_func ("/rules/owner/steps", test_owner_steps);
  g_test_add_func ("/rules/owner/random", test_owner_random);
  g_test_add_func ("/rules/owner/fair-share", test_fair_share);
  g_test_add_func ("/rules/owner/hand-over", test_hand_over);
  g_test_add_func ("/rules/next/random", test_next_random);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *path = g_strconcat ("/rules/next/leads-to-end/", test_workflows[i], NULL);

      g_test_add_data_func (path, test_workflows[i], test_next_leads_to_end);
    }
  g_test_add_func ("/rules/next/order", test_next_order);
  g_test_add_func ("/rules/next/rank", test_rank);
  g_test_add_func ("/rules/mismatch/changes", test_mismatch);
}
