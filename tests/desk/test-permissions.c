/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-desk-care.h"
#include "conformance.h"
#include "permissions-table.h"

/*
 * Role × kind × class of value × action, asked of the real desk: each person tries each step on each record. A step that is
 * allowed is made to stop at the next hurdle where that is possible, so that the hotel stays as it is.
 */

typedef struct
{
  Hotel *hotel;
  const PermissionRow *row;
  const HotelCase *the;
  BellStaff *person;
  BellDossier *full; /* as somebody sees it who sees everything */
  gboolean own_department;
  gboolean is_own;
  guint tried;
} Try;

static const struct
{
  const char *role;
  const char *name;
} people[] = {
  { "line-staff", "Lina Line" },
  { "front-desk", "Fred Front" },
  { "guest-relations", "Rui Relations" },
  { "supervisor", "Susan Super" },
  { "supervisor", "Ivan Super" },
  { "duty-manager", "Dora Duty" },
  { "finance", "Felix Finance" },
  { "general-manager", "Gina General" },
  { "group", "Greta Group" },
  { "set-up-lead", "Sven Setup" },
  { "auditor", "Aud Auditor" },
  { "administrator", "Ada Keys" },
};

static const char *
number_of (const Try *try)
{
  return try->full->record->number;
}

static void
judge (Try          *try,
       gboolean      expected,
       const GError *error,
       const char   *what,
       const char   *kind,
       const char   *field)
{
  gboolean allowed = !g_error_matches (error, BELL_ERROR, BELL_ERROR_FORBIDDEN);

  try->tried++;
  if (allowed == expected)
    return;
  g_test_message ("%s (%s) may%s %s on %s %s of %s, but the hotel says otherwise: %s", try->person->name, try->row->role,
                  allowed ? "" : " not", what, kind, field != NULL ? field : "", number_of (try), error != NULL ? error->message : "done");
  g_test_fail ();
}

#define ASK(try, expected, kind, field, verb, ...)                                                                  \
  G_STMT_START                                                                                                      \
  {                                                                                                                 \
    g_autoptr(GError) asked = NULL;                                                                                 \
    g_autoptr(BellOutcome) answer = hotel_try ((try)->hotel, (try)->person->name, &asked, verb, __VA_ARGS__, NULL); \
    judge (try, expected, asked, verb, kind, field);                                                                \
  }                                                                                                                 \
  G_STMT_END

static gboolean
may (const Try  *try,
     BellAction  action,
     const char *kind)
{
  return permissions_expect (try->row, action, kind, try->own_department, try->is_own);
}

static gboolean
sees (const Try *try,
      BellClass  class_)
{
  return class_ == BELL_CLASS_OPS || (try->row->classes & BELL_CLASS_BIT (class_)) != 0;
}

static gboolean
may_task (const Try  *try,
          BellTask   *task,
          BellAction  action,
          gboolean    waiting_counts)
{
  gboolean mine = bell_id_equal (&task->assignee, bell_entity_get_id (BELL_ENTITY (try->person)));
  gboolean own_department = g_strcmp0 (task->department, try->person->department) == 0;

  return permissions_expect (try->row, action, task->kind, own_department,
                             mine || (waiting_counts && own_department && bell_id_is_none (&task->assignee)));
}

/* --- Reading --- */

static void
try_reading (Try *try)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (try->full->tasks), 0);
  gboolean opens = may (try, BELL_ACTION_VIEW, try->full->items[BELL_SLOT_OWNED]->kind) || may_task (try, task, BELL_ACTION_TASK, FALSE) ||
                   bell_id_equal (&try->full->record->next_staff, bell_entity_get_id (BELL_ENTITY (try->person)));
  g_autoptr(BellDossier) seen = NULL;

  hotel_sit (try->hotel, try->person->name);
  seen = bell_desk_open_record (try->hotel->desk, number_of (try), &error);
  judge (try, opens, error, "open", try->full->items[BELL_SLOT_OWNED]->kind, NULL);
  for (int slot = 0; seen != NULL && slot < BELL_N_SLOTS; slot++)
    {
      BellItem *item = try->full->items[slot];
      const BellKind *kind = bell_definitions_kind (bell_desk_get_definitions (try->hotel->desk), item->kind);
      GHashTableIter iter;
      gpointer name;

      g_hash_table_iter_init (&iter, item->values);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        {
          gboolean expected = may (try, BELL_ACTION_VIEW, item->kind) && sees (try, bell_kind_field (kind, name)->class_);
          BellItem *got = seen->items[slot];
          gboolean has = got != NULL && got->values != NULL && g_hash_table_contains (got->values, name);

          try->tried++;
          if (has == expected)
            continue;
          g_test_message ("%s (%s) %s %s of %s in %s", try->person->name, try->row->role, has ? "sees" : "does not see", (char *) name,
                          item->kind, number_of (try));
          g_test_fail ();
        }
    }
}

/* --- Values --- */

static void
try_slot (Try      *try,
          BellSlot  slot)
{
  BellItem *item = try->full->items[slot];
  const BellKind *kind = bell_definitions_kind (bell_desk_get_definitions (try->hotel->desk), item->kind);
  const char *nick = bell_enum_nick (BELL_TYPE_SLOT, slot);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, item->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const BellFieldDef *field = bell_kind_field (kind, name);
      g_autofree char *argument = g_strconcat ("f.", (char *) name, NULL);

      /* The value that stands there already: allowed, it changes nothing. An amount has no such form; letters stop it. */
      ASK (try, may (try, BELL_ACTION_EDIT, item->kind) && sees (try, field->class_), item->kind, name, "record.set",
           "record", number_of (try), "slot", nick, argument, field->type == BELL_VALUE_MONEY ? "much" : value);
    }
  ASK (try, may (try, BELL_ACTION_CHECK, item->kind), item->kind, NULL, "record.check", "record", number_of (try), "slot", nick);
}

static void
try_approving (Try      *try,
               BellSlot  slot)
{
  const char *field, *value;
  const char *nick = bell_enum_nick (BELL_TYPE_SLOT, slot);
  const BellKind *kind = hotel_kind (try->hotel, try->the, slot);
  g_autofree char *proposal = conformance_proposal (try->hotel, "Gina General", number_of (try));
  g_autofree char *argument = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) proposed = NULL;

  conformance_sensitive (try->hotel, try->the, slot, &field, &value);
  argument = g_strconcat ("f.", field, NULL);
  if (proposal == NULL)
    {
      g_autofree char *standing = conformance_value (try->hotel, try->the->filler[slot], number_of (try), slot, field);

      /* There and back, for what was approved stands. */
      proposed = hotel_try (try->hotel, try->the->filler[slot], &error, "record.set", "record", number_of (try), "slot", nick, argument,
                            g_strcmp0 (standing, value) == 0 ? "" : value, "reason", "To be decided", NULL);
      g_assert_no_error (error);
      proposal = conformance_proposal (try->hotel, "Gina General", number_of (try));
    }
  if (g_str_equal (try->person->name, try->the->filler[slot]) || proposal == NULL)
    return;
  ASK (try, may (try, BELL_ACTION_APPROVE, kind->id) && sees (try, bell_kind_field (kind, field)->class_), kind->id, field, "approval.decide",
       "approval", proposal, "approve", "false", "reason", "Not now");
}

/* --- The record as a whole --- */

static gboolean
may_money (const Try  *try,
           BellAction  action)
{
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    if (may (try, action, try->full->items[slot]->kind))
      return TRUE;
  return FALSE;
}

static void
try_record (Try *try)
{
  const char *owned = try->full->items[BELL_SLOT_OWNED]->kind;
  const char *exception_kind = try->full->items[BELL_SLOT_EXCEPTION]->kind;
  g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (try->full->tasks), 0);
  g_autoptr(BellException) exception = g_list_model_get_item (G_LIST_MODEL (try->full->exceptions), 0);
  g_autoptr(BellMoneyLine) line = g_list_model_get_item (G_LIST_MODEL (try->full->money), 0);
  g_autofree char *task_id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (task)));
  g_autofree char *exception_id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (exception)));
  g_autofree char *line_id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (line)));
  const char *number = number_of (try);

  ASK (try, may (try, BELL_ACTION_MOVE, owned), owned, NULL, "record.status", "record", number,
       "to", bell_enum_nick (BELL_TYPE_STATUS, try->full->record->status));
  ASK (try, may (try, BELL_ACTION_OWN, owned), owned, NULL, "record.own", "record", number, "to", try->full->record->owner_name);
  ASK (try, may (try, BELL_ACTION_ASSIGN, owned), owned, NULL, "task.new", "record", number, "title", "More", "due", "whenever");
  ASK (try, may (try, BELL_ACTION_RAISE, exception_kind), exception_kind, NULL, "exception.raise", "record", number, "cause", "Late",
       "impact", "low", "note", "The van broke down", "amount", "much");
  ASK (try, may (try, BELL_ACTION_REVIEW, exception_kind), exception_kind, NULL, "exception.review", "exception", exception_id, "decision", "accept");
  ASK (try, may_task (try, task, BELL_ACTION_TASK, TRUE), task->kind, NULL, "task.note", "task", task_id, "text", "");
  ASK (try, may_task (try, task, BELL_ACTION_ASSIGN, TRUE), task->kind, NULL, "task.assign", "task", task_id, "to", "Nemo Nobody");
  ASK (try, may_money (try, BELL_ACTION_ADD_MONEY), "money", NULL, "money.add", "record", number, "kind", "refund", "amount", "much");
  ASK (try, may_money (try, BELL_ACTION_REVERSE_MONEY) && sees (try, BELL_CLASS_MONEY), "money", NULL, "money.reverse", "line", line_id);
  ASK (try, may_money (try, BELL_ACTION_POST_MONEY) && sees (try, BELL_CLASS_MONEY), "money", NULL, "money.post", "line", line_id, "to", "approved");
}

static void
try_creating (Try *try)
{
  const char *owned = hotel_kind (try->hotel, try->the, BELL_SLOT_OWNED)->id;
  const char *department = try->person->department;

  /* In the person's own department, then in another. */
  ASK (try, permissions_expect (try->row, BELL_ACTION_CREATE, owned, TRUE, FALSE), owned, NULL, "record.new", "workflow", try->the->workflow,
       "stay", try->the->stay, "department", department);
  ASK (try, permissions_expect (try->row, BELL_ACTION_CREATE, owned, FALSE, FALSE), owned, NULL, "record.new", "workflow", try->the->workflow,
       "stay", try->the->stay, "department", g_str_equal (department, "spa") ? "laundry" : "spa");
}

/* --- What concerns no record --- */

static void
judge_list (Try          *try,
            BellListKind  list,
            BellAction    action)
{
  g_autoptr(BellQuery) query = bell_query_new (list);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;

  hotel_sit (try->hotel, try->person->name);
  rows = bell_desk_read_list (try->hotel->desk, query, NULL, 5, &error);
  judge (try, permissions_expect_any (try->row, action), error, bell_enum_nick (BELL_TYPE_ACTION, action), "the list", NULL);
}

static void
try_hotel (Try *try)
{
  g_autofree char *guest = bell_id_to_string (&try->full->stay->guest);
  g_autofree char *copy = g_build_filename (try->hotel->folder, "copy.db", NULL);
  g_autoptr(GFile) target = g_file_new_for_path (copy);
  g_autoptr(BellImportReport) report = NULL;
  g_autofree char *exported = NULL;
  g_autoptr(GError) import_error = NULL;
  g_autoptr(GError) export_error = NULL;
  g_autoptr(GError) backup_error = NULL;

  judge_list (try, BELL_LIST_ARRIVALS, BELL_ACTION_SEE_STAYS);
  judge_list (try, BELL_LIST_GUESTS, BELL_ACTION_SEE_GUESTS);
  judge_list (try, BELL_LIST_JOURNAL, BELL_ACTION_AUDIT);
  ASK (try, permissions_expect_any (try->row, BELL_ACTION_MANAGE_STAFF), "the hotel", NULL, "staff.set", "staff", "Lina Line", "department", "moon");
  ASK (try, permissions_expect_any (try->row, BELL_ACTION_MANAGE_SHIFTS), "the hotel", NULL, "shift.new", "staff", "Lina Line",
       "starts", "2026-11-23T14:00:00Z", "ends", "2026-11-23T06:00:00Z");
  ASK (try, permissions_expect_any (try->row, BELL_ACTION_MANAGE_ROLES), "the hotel", NULL, "staff.roles", "staff", "Olaf Relations",
       "roles", "wizard", "reason", "To see whether");
  ASK (try, permissions_expect_any (try->row, BELL_ACTION_CHANGE_DEFINITIONS), "the hotel", NULL, "definition.set", "name", "ladders",
       "text", "{", "reason", "To see whether");
  ASK (try, permissions_expect_any (try->row, BELL_ACTION_CHANGE_DEFINITIONS), "the hotel", NULL, "mapping.set", "name", "own", "text", "{");
  ASK (try, permissions_expect_any (try->row, BELL_ACTION_CHANGE_DEFINITIONS), "the hotel", NULL, "property.set", "property", "HLX", "zone", "Moon/Base");
  ASK (try, permissions_expect_any (try->row, BELL_ACTION_ERASE), "a guest", NULL, "guest.erase", "guest", guest, "reason", "To see whether");
  ASK (try, permissions_expect_any (try->row, BELL_ACTION_REVEAL), "a guest", NULL, "guest.reveal", "guest", guest, "reason", "To see whether");

  report = hotel_import (try->hotel, try->person->name, "No such column\n1\n", &import_error);
  judge (try, permissions_expect_any (try->row, BELL_ACTION_IMPORT), import_error, "import", "stays", NULL);
  exported = bell_desk_export_guest (try->hotel->desk, guest, &export_error);
  judge (try, permissions_expect_any (try->row, BELL_ACTION_EXPORT_GUEST), export_error, "export", "a guest", NULL);
  bell_desk_backup (try->hotel->desk, target, &backup_error);
  judge (try, permissions_expect_any (try->row, BELL_ACTION_BACKUP), backup_error, "backup", "the hotel", NULL);
}

/* --- Preparing --- */

/* A record of the workflow with values in every slot, an exception, a money line. */
static void
prepare (Hotel            *hotel,
         const HotelCase  *the,
         char            **number)
{
  TRY (hotel_file_record (hotel, the, number));
  for (int slot = BELL_SLOT_VALIDATED; slot < BELL_N_SLOTS; slot++)
    TRY (hotel_fill (hotel, the, *number, slot));
  TRY (hotel_does (hotel, the->worker, "record.check", "record", *number, "slot", "validated", NULL));
  TRY (hotel_does (hotel, "Gina General", "exception.raise", "record", *number, "cause", "Late", "impact", "low", "note", "The van broke down", NULL));
  TRY (hotel_does (hotel, "Gina General", "money.add", "record", *number, "kind", "cost", "amount", "10.00", "cause", "A taxi", NULL));
}

static BellStaff *
find_person (Hotel      *hotel,
             const char *name)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_STAFF);
  g_autoptr(GPtrArray) staff = hotel_list (hotel, "Gina General", query);

  for (guint i = 0; i < staff->len; i++)
    if (g_str_equal (((BellStaff *) staff->pdata[i])->name, name))
      return g_object_ref (staff->pdata[i]);
  g_assert_not_reached ();
}

static void
try_person (Try *try)
{
  try_reading (try);
  try_record (try);
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    try_slot (try, slot);
  try_approving (try, BELL_SLOT_VALIDATED);
  try_creating (try);
  if (try->full->stay != NULL && g_str_equal (try->the->workflow, "crm"))
    try_hotel (try);
}

static void
test_workflow (gconstpointer data)
{
  g_autoptr(Hotel) hotel = hotel_new ();
  g_autoptr(GPtrArray) table = permissions_read_table (bell_desk_get_definitions (hotel->desk));
  g_autofree char *number = NULL;
  Try try = { .hotel = hotel, .the = data };

  prepare (hotel, try.the, &number);
  if (g_test_failed ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(BellStaff) person = find_person (hotel, people[i].name);
      g_autoptr(BellDossier) full = hotel_open (hotel, "Gina General", number);

      try.person = person;
      try.full = full;
      try.own_department = g_strcmp0 (person->department, full->record->department) == 0;
      try.is_own = bell_id_equal (&full->record->owner, bell_entity_get_id (BELL_ENTITY (person)));
      for (guint j = 0; j < table->len; j++)
        if (g_str_equal (((PermissionRow *) table->pdata[j])->role, people[i].role))
          try.row = table->pdata[j];
      try_person (&try);
    }
  g_test_message ("%u questions", try.tried);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < N_HOTEL_CASES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/permissions/%s", hotel_cases[i].workflow);

      g_test_add_data_func (path, &hotel_cases[i], test_workflow);
    }
  return g_test_run ();
}
