/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-error.h"
#include "bell-status.h"
#include "rules-common.h"

/* Everything that a guard may look at, one bit each; set means: as it should be. */
enum
{
  OWNED = 1 << 0,
  CHECKED = 1 << 1,
  DECIDED = 1 << 2,   /* no open proposal */
  REVIEWED = 1 << 3,  /* the exception is reviewed */
  COMMENTED = 1 << 4, /* and holds the manager's comment */
  TASKS_DONE = 1 << 5,
  ALERTED_DONE = 1 << 6,
  REASON = 1 << 7,
  WAITS = 1 << 8,
  ALL = (1 << 9) - 1,
};

static BellDossier *
make_case (const char *workflow,
           BellStatus  from,
           BellStatus  before,
           guint       bits)
{
  BellDossier *dossier = test_dossier (workflow);
  g_autoptr(BellApproval) approval = g_object_new (BELL_TYPE_APPROVAL, NULL);
  g_autoptr(BellException) exception = g_object_new (BELL_TYPE_EXCEPTION, NULL);
  g_autoptr(BellTask) task = g_object_new (BELL_TYPE_TASK, NULL);

  dossier->record->status = from;
  dossier->record->status_before = before;
  if ((bits & OWNED) == 0)
    dossier->record->owner = BELL_ID_NONE;
  if ((bits & CHECKED) == 0)
    dossier->items[BELL_SLOT_VALIDATED]->checked_at = 0;
  approval->state = (bits & DECIDED) != 0 ? BELL_APPROVAL_STATE_REJECTED : BELL_APPROVAL_STATE_OPEN;
  g_list_store_append (dossier->approvals, approval);
  exception->note = g_strdup ("The boiler failed");
  exception->state = (bits & REVIEWED) != 0 ? BELL_REVIEW_STATE_REVIEWED : BELL_REVIEW_STATE_OPEN;
  exception->comment = g_strdup ((bits & COMMENTED) != 0 ? "Part ordered" : "ok");
  g_list_store_append (dossier->exceptions, exception);
  task->title = g_strdup ("Bring towels");
  task->status = (bits & TASKS_DONE) != 0 ? BELL_STATUS_COMPLETE : BELL_STATUS_PENDING;
  g_list_store_append (dossier->tasks, task);
  dossier->items[BELL_SLOT_ALERTED]->status = (bits & ALERTED_DONE) != 0 ? BELL_STATUS_COMPLETE : BELL_STATUS_PENDING;
  return dossier;
}

/* The prose of bell-status.h and of the architecture, said a second time and differently. */
static gboolean
expected (BellStatus from,
          BellStatus to,
          BellStatus before,
          guint      bits)
{
  const guint closing = OWNED | CHECKED | DECIDED | REVIEWED | COMMENTED | TASKS_DONE | ALERTED_DONE;
  gboolean open = from == BELL_STATUS_NEW || from == BELL_STATUS_PENDING || from == BELL_STATUS_APPROVED;

  if (from == to || (bits & OWNED) == 0)
    return FALSE;
  if (to == BELL_STATUS_COMPLETE)
    return open && (bits & closing) == closing;
  if (to == BELL_STATUS_BLOCKED)
    return open && (bits & REASON) != 0 && (bits & WAITS) != 0;
  if (to == BELL_STATUS_APPROVED)
    return (bits & CHECKED) != 0 && (bits & DECIDED) != 0 &&
           (from == BELL_STATUS_NEW || from == BELL_STATUS_PENDING ||
            (from == BELL_STATUS_BLOCKED && before == BELL_STATUS_APPROVED));
  if (to == BELL_STATUS_NEW)
    return from == BELL_STATUS_BLOCKED && before == BELL_STATUS_NEW;
  if (from == BELL_STATUS_APPROVED || from == BELL_STATUS_COMPLETE)
    return (bits & REASON) != 0;
  return TRUE;
}

static void
check_case (const char *workflow,
            BellStatus  from,
            BellStatus  to,
            BellStatus  before,
            guint       bits)
{
  g_autoptr(BellDossier) dossier = make_case (workflow, from, before, bits);
  g_autoptr(GError) error = NULL;
  gboolean may = bell_status_may_move (test_definitions (), dossier, to, (bits & REASON) != 0 ? "Guest is away" : "..",
                                       (bits & WAITS) != 0 ? "IT" : " ", TEST_NOW, &error);

  if (may != expected (from, to, before, bits))
    g_error ("%s: %s → %s before %s bits %x: %d", workflow, bell_enum_nick (BELL_TYPE_STATUS, from),
             bell_enum_nick (BELL_TYPE_STATUS, to), bell_enum_nick (BELL_TYPE_STATUS, before), bits, may);
  if (may)
    g_assert_no_error (error);
  else
    test_refused (&error, BELL_ERROR_REFUSED);
  if (may)
    g_assert_true (bell_status_has_step (from, to));
}

/* Every step from every status under every combination of what the guards look at. */
static void
test_records (gconstpointer workflow)
{
  for (int from = 0; from < BELL_N_STATUSES; from++)
    for (int to = 0; to < BELL_N_STATUSES; to++)
      for (int before = 0; before <= BELL_STATUS_APPROVED; before++)
        for (guint bits = 0; bits <= ALL; bits++)
          if (before == 0 || from == BELL_STATUS_BLOCKED)
            check_case (workflow, from, to, before, bits);
}

/* C3, M4: each thing that is missing is told, each with who can do it, and nothing else is. */
static void
test_missing (gconstpointer workflow)
{
  static const struct
  {
    guint bit;
    const char *code;
  } codes[] = {
    { OWNED, "owner" },
    { CHECKED, "check" },
    { DECIDED, "approval" },
    { TASKS_DONE, "task" },
    { ALERTED_DONE, "alerted" },
  };

  for (guint bits = 0; bits < (1 << 7); bits++)
    {
      g_autoptr(BellDossier) dossier = make_case (workflow, BELL_STATUS_PENDING, 0, bits);
      g_autoptr(GPtrArray) missing = bell_status_missing_for_close (test_definitions (), dossier, TEST_NOW);
      guint wanted = (bits & REVIEWED) == 0 || (bits & COMMENTED) == 0;

      for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        {
          guint told = 0;

          for (guint j = 0; j < missing->len; j++)
            told += g_str_equal (((BellMissing *) missing->pdata[j])->code, codes[i].code);
          g_assert_cmpuint (told, ==, (bits & codes[i].bit) == 0);
          wanted += (bits & codes[i].bit) == 0;
        }
      g_assert_cmpuint (missing->len, ==, wanted);
      for (guint j = 0; j < missing->len; j++)
        {
          const BellMissing *one = missing->pdata[j];

          g_assert_cmpstr (one->sentence, !=, "");
          g_assert_nonnull (one->command);
          if (g_str_equal (one->code, "exception"))
            g_assert_cmpstr (one->role, ==, bell_definitions_workflow (test_definitions (), workflow)->review_role);
          if (g_str_equal (one->code, "alerted"))
            g_assert_cmpstr (one->role, ==, bell_definitions_workflow (test_definitions (), workflow)->alert_role);
        }
    }
}

static void
test_empty_slots (void)
{
  g_autoptr(BellDossier) dossier = test_dossier ("crm");
  g_autoptr(GPtrArray) missing = NULL;

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    g_clear_object (&dossier->items[slot]);
  missing = bell_status_missing_for_close (test_definitions (), dossier, TEST_NOW);
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpstr (((BellMissing *) missing->pdata[0])->sentence, ==, "“Pre-arrival message” has not been checked.");
  g_assert_cmpstr (((BellMissing *) missing->pdata[1])->sentence, ==, "“Feedback score” is not complete.");
}

static gboolean
task_expected (BellStatus from,
               BellStatus to,
               gboolean   assignee,
               gboolean   reason,
               gboolean   waits)
{
  if (from == to)
    return FALSE;
  if (from == BELL_STATUS_COMPLETE)
    return to == BELL_STATUS_PENDING && reason;
  if (to == BELL_STATUS_COMPLETE)
    return from != BELL_STATUS_BLOCKED && assignee;
  return to != BELL_STATUS_BLOCKED || (reason && waits);
}

static void
test_tasks (void)
{
  BellId somebody = test_id (7);
  BellId nobody = BELL_ID_NONE;

  for (int from = 0; from < BELL_N_STATUSES; from++)
    for (int to = 0; to < BELL_N_STATUSES; to++)
      for (int bits = 0; bits < 16; bits++)
        {
          g_autoptr(BellTask) task = g_object_new (BELL_TYPE_TASK, NULL);
          g_autoptr(GError) error = NULL;
          const BellId *assignee = (bits & 1) != 0 ? &somebody : (bits & 8) != 0 ? &nobody
                                                                                 : NULL;
          gboolean may;

          task->status = from;
          may = bell_status_task_may_move (task, to, assignee, (bits & 2) != 0 ? "No key" : NULL,
                                           (bits & 4) != 0 ? "Security" : NULL, &error);
          g_assert_cmpint (may, ==, task_expected (from, to, bits & 1, (bits & 2) != 0, (bits & 4) != 0));
          if (!may)
            test_refused (&error, BELL_ERROR_REFUSED);
        }
}

static void
test_items (void)
{
  const BellKind *kind = bell_definitions_kind (test_definitions (), "feedback-score");

  for (int from = 0; from < BELL_N_STATUSES; from++)
    for (int to = 0; to < BELL_N_STATUSES; to++)
      for (int checked = 0; checked < 2; checked++)
        {
          g_autoptr(BellItem) item = g_object_new (BELL_TYPE_ITEM, NULL);
          g_autoptr(GError) error = NULL;
          gboolean wanted = from != to && to != BELL_STATUS_BLOCKED && bell_status_task_has_step (from, to) &&
                            (checked || to < BELL_STATUS_APPROVED);

          item->status = from;
          item->checked_at = checked;
          g_assert_cmpint (bell_status_item_may_move (kind, item, to, "Was wrong", &error), ==, wanted);
          if (!wanted)
            test_refused (&error, BELL_ERROR_REFUSED);
        }
}

static void
test_settle (void)
{
  static const struct
  {
    BellStatus is;
    guint bits;
    BellStatus becomes;
  } cases[] = {
    { BELL_STATUS_NEW, ALL, BELL_STATUS_APPROVED },
    { BELL_STATUS_PENDING, ALL, BELL_STATUS_APPROVED },
    { BELL_STATUS_APPROVED, ALL & ~CHECKED, BELL_STATUS_PENDING },
    { BELL_STATUS_APPROVED, ALL & ~DECIDED, BELL_STATUS_PENDING },
    { BELL_STATUS_NEW, ALL & ~CHECKED, BELL_STATUS_PENDING },
    { BELL_STATUS_BLOCKED, ALL, BELL_STATUS_BLOCKED },
    { BELL_STATUS_COMPLETE, 0, BELL_STATUS_COMPLETE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BellDossier) dossier = make_case ("package", cases[i].is, 0, cases[i].bits);

      g_assert_cmpint (bell_status_settle (test_definitions (), dossier), ==, cases[i].becomes);
    }
  {
    g_autoptr(BellDossier) fresh = test_dossier ("package");

    fresh->record->status = BELL_STATUS_NEW;
    for (int slot = 0; slot < BELL_N_SLOTS; slot++)
      g_clear_object (&fresh->items[slot]);
    g_assert_cmpint (bell_status_settle (test_definitions (), fresh), ==, BELL_STATUS_NEW);
  }
}

void
add_status_tests (void)
{
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *records = g_strconcat ("/rules/status/records/", test_workflows[i], NULL);
      g_autofree char *missing = g_strconcat ("/rules/status/missing/", test_workflows[i], NULL);

      g_test_add_data_func (records, test_workflows[i], test_records);
      g_test_add_data_func (missing, test_workflows[i], test_missing);
    }
  g_test_add_func ("/rules/status/empty-slots", test_empty_slots);
  g_test_add_func ("/rules/status/tasks", test_tasks);
  g_test_add_func ("/rules/status/items", test_items);
  g_test_add_func ("/rules/status/settle", test_settle);
}
