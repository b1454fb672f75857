/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>

#include "hotel.h"

#define STAYS                                                                                                                         \
  "Confirmation Number,Prefix,First Name,Last Name,Arrival Date,Departure Date,Phone,Email,Reservation Status,VIP Type,Room Number\n" \
  "C-101,Ms,Daniela,Weber,2026-11-22,2026-11-26,+351910000001,weber@example.org,In House,VIP,101\n"                                   \
  "C-102,Mr,Omar,Haddad,2026-11-26,2026-11-29,+351910000002,haddad@example.org,Reserved,,102\n"

static const struct
{
  const char *name;
  const char *roles;
  const char *department;
  gboolean on_shift;
} people[] = {
  { "Gina General", "general-manager", "front-office", TRUE },
  { "Dora Duty", "duty-manager", "guest-relations", TRUE },
  { "Susan Super", "supervisor", "housekeeping", TRUE },
  { "Sam Super", "supervisor", "front-office", TRUE },
  { "Ivan Super", "supervisor", "it", TRUE },
  { "Rita Relations", "guest-relations", "guest-relations", TRUE },
  { "Rui Relations", "guest-relations", "guest-relations", TRUE },
  { "Olaf Relations", "guest-relations", "guest-relations", FALSE },
  { "Fred Front", "front-desk", "front-office", TRUE },
  { "Lina Line", "line-staff", "housekeeping", TRUE },
  { "Felix Finance", "finance", "finance", TRUE },
  { "Greta Group", "group", "sales", TRUE },
  { "Seta Setup", "set-up-lead", "it", TRUE },
  { "Sven Setup", "set-up-lead", "it", TRUE },
  { "Aud Auditor", "auditor", "finance", TRUE },
};

static BellOutcome *last;

const BellOutcome *
hotel_last (void)
{
  return last;
}

static void
changed_cb (Hotel *self)
{
  self->commits++;
}

/* Lets the desk tell what was committed. */
static void
drain (Hotel *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
open_desk (Hotel    *self,
           gboolean  create)
{
  g_autoptr(GError) error = NULL;

  self->desk = bell_desk_open (self->path, self->clock, create, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (self->desk, "changed", G_CALLBACK (changed_cb), self);
  g_clear_pointer (&self->who, g_free);
}

gboolean
hotel_sit (Hotel      *self,
           const char *who)
{
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (self->who, who) == 0)
    return TRUE;
  TRY_OR (bell_desk_sign_in (self->desk, who, HOTEL_PIN, &error), FALSE);
  g_set_str (&self->who, who);
  return TRUE;
}

static BellCommand *
command_of (const char *verb,
            va_list     pairs)
{
  BellCommand *command = bell_command_new (verb, NULL);
  const char *name;

  while ((name = va_arg (pairs, const char *)) != NULL)
    bell_command_set (command, name, va_arg (pairs, const char *));
  return command;
}

BellOutcome *
hotel_try (Hotel       *self,
           const char  *who,
           GError     **error,
           const char  *verb,
           ...)
{
  g_autoptr(BellCommand) command = NULL;
  va_list pairs;

  va_start (pairs, verb);
  command = command_of (verb, pairs);
  va_end (pairs);
  return hotel_sit (self, who) ? bell_desk_submit (self->desk, command, error) : NULL;
}

static gboolean
send (Hotel       *self,
      const char  *who,
      BellCommand *command)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&last, bell_outcome_free);
  if (!hotel_sit (self, who))
    return FALSE;
  last = bell_desk_submit (self->desk, command, &error);
  if (last == NULL)
    g_test_message ("%s by %s: %s", bell_command_get_verb (command), who, error->message);
  return last != NULL;
}

gboolean
hotel_does (Hotel      *self,
            const char *who,
            const char *verb,
            ...)
{
  g_autoptr(BellCommand) command = NULL;
  va_list pairs;

  va_start (pairs, verb);
  command = command_of (verb, pairs);
  va_end (pairs);
  return send (self, who, command);
}

gboolean
hotel_refuses (Hotel         *self,
               const char    *who,
               BellErrorCode  code,
               const char    *sentence,
               const char    *verb,
               ...)
{
  g_autoptr(BellCommand) command = NULL;
  g_autoptr(BellOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  guint commits;
  va_list pairs;

  va_start (pairs, verb);
  command = command_of (verb, pairs);
  va_end (pairs);
  if (!hotel_sit (self, who))
    return FALSE;

  drain (self);
  commits = self->commits;
  outcome = bell_desk_submit (self->desk, command, &error);
  if (outcome != NULL)
    {
      g_test_message ("%s by %s went through: %s", verb, who, outcome->sentence != NULL ? outcome->sentence : "");
      return FALSE;
    }
  drain (self);
  if (commits != self->commits)
    g_test_message ("%s by %s was refused, but something was committed", verb, who);
  if (!g_error_matches (error, BELL_ERROR, code) || strstr (error->message, sentence) == NULL)
    g_test_message ("%s by %s was refused with %s “%s” instead of “%s”", verb, who, bell_error_code_name (error), error->message, sentence);
  return commits == self->commits && g_error_matches (error, BELL_ERROR, code) && strstr (error->message, sentence) != NULL;
}

/* --- Making it --- */

static void
add_person (Hotel      *self,
            const char *name,
            const char *roles,
            const char *department,
            gboolean    on_shift)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = NULL;
  g_autoptr(BellOutcome) shift = NULL;

  /* The PINs of a demonstration hotel are cheap to check. */
  outcome = hotel_try (self, "Ada Keys", &error, "staff.new", "name", name, "roles", roles, "department", department,
                       "pin", HOTEL_PIN, "demo-pin", HOTEL_PIN, NULL);
  g_assert_no_error (error);
  if (!on_shift)
    return;
  shift = hotel_try (self, "Ada Keys", &error, "shift.new", "staff", name, "starts", "2026-11-23T06:00:00Z", "ends", "2026-11-23T20:00:00Z", NULL);
  g_assert_no_error (error);
}

static void
make_hotel (Hotel *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellCommand) property = bell_command_new ("property.set", "property", "HLX", "name", "Hotel Lisboa", "city", "Lisboa", "currency", "EUR",
                                                      "zone", "Europe/Lisbon", "rooms", "101-124", "demo", "true", NULL);
  g_autoptr(BellCommand) first = bell_command_new ("staff.new", "name", "Ada Keys", "roles", "administrator", "department", "it",
                                                   "pin", HOTEL_PIN, "demo-pin", HOTEL_PIN, NULL);
  g_autoptr(BellOutcome) made = bell_desk_submit (self->desk, property, &error);
  g_autoptr(BellOutcome) ada = made != NULL ? bell_desk_submit (self->desk, first, &error) : NULL;
  g_autoptr(BellImportReport) report = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (ada);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    add_person (self, people[i].name, people[i].roles, people[i].department, people[i].on_shift);

  report = hotel_import (self, "Rita Relations", STAYS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 2);
}

/* The same hotel for every test: made once, then copied. */
static const char *
master_copy (void)
{
  static char *bytes_path;
  g_autoptr(Hotel) self = NULL;
  g_autofree char *kept = NULL;

  if (bytes_path != NULL)
    return bytes_path;

  self = g_new0 (Hotel, 1);
  self->folder = g_dir_make_tmp ("deskbell-hotel-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "deskbell.db", NULL);
  self->clock = bell_clock_new_fixed (HOTEL_NOW);
  open_desk (self, TRUE);
  make_hotel (self);
  bell_desk_close (self->desk);

  g_assert_true (g_file_get_contents (self->path, &kept, NULL, NULL));
  bytes_path = g_strdup_printf ("%s-master.db", self->folder);
  g_assert_true (g_rename (self->path, bytes_path) == 0);
  return bytes_path;
}

static void
remove_master (void)
{
  g_unlink (master_copy ());
}

Hotel *
hotel_new (void)
{
  static gboolean registered;
  Hotel *self = g_new0 (Hotel, 1);
  g_autoptr(GFile) from = g_file_new_for_path (master_copy ());
  g_autoptr(GFile) to = NULL;
  g_autoptr(GError) error = NULL;

  if (!registered)
    atexit (remove_master);
  registered = TRUE;

  self->folder = g_dir_make_tmp ("deskbell-hotel-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "deskbell.db", NULL);
  to = g_file_new_for_path (self->path);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->clock = bell_clock_new_fixed (HOTEL_NOW);
  open_desk (self, FALSE);
  return self;
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
close_desk (Hotel *self)
{
  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->desk, self);
  bell_desk_close (self->desk);
  g_clear_object (&self->desk);
  drain (self);
}

void
hotel_free (Hotel *self)
{
  if (self == NULL)
    return;

  close_desk (self);
  g_clear_object (&self->clock);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->who);
  g_free (self);
  g_clear_pointer (&last, bell_outcome_free);
}

void
hotel_reopen (Hotel *self)
{
  close_desk (self);
  open_desk (self, FALSE);
}

void
hotel_wait (Hotel  *self,
            gint64  microseconds)
{
  bell_clock_set (self->clock, bell_clock_now (self->clock) + microseconds);
}

/* --- Reading --- */

BellDossier *
hotel_open (Hotel      *self,
            const char *who,
            const char *record)
{
  g_autoptr(GError) error = NULL;
  BellDossier *dossier;

  if (!hotel_sit (self, who))
    return NULL;
  dossier = bell_desk_open_record (self->desk, record, &error);
  if (dossier == NULL)
    g_test_message ("%s opens %s: %s", who, record, error->message);
  return dossier;
}

gboolean
hotel_hides (Hotel      *self,
             const char *who,
             const char *record)
{
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;

  if (!hotel_sit (self, who))
    return FALSE;
  dossier = bell_desk_open_record (self->desk, record, &error);
  return dossier == NULL && g_error_matches (error, BELL_ERROR, BELL_ERROR_FORBIDDEN);
}

GPtrArray *
hotel_list (Hotel      *self,
            const char *who,
            BellQuery  *query)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows;

  if (!hotel_sit (self, who))
    return NULL;
  rows = bell_desk_read_list (self->desk, query, NULL, 500, &error);
  if (rows == NULL)
    g_test_message ("%s reads a list: %s", who, error->message);
  return rows;
}

GPtrArray *
hotel_timeline (Hotel        *self,
                const char   *who,
                const BellId *record)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_TIMELINE);

  query->of = *record;
  return hotel_list (self, who, query);
}

BellImportReport *
hotel_import (Hotel       *self,
              const char  *who,
              const char  *csv,
              GError     **error)
{
  g_autofree char *path = g_build_filename (self->folder, "stays.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  if (!hotel_sit (self, who))
    return NULL;
  return bell_desk_import_stays (self->desk, file, "arrivals-in-house", NULL, FALSE, error);
}

/* --- Valid work --- */

const BellKind *
hotel_kind (Hotel           *self,
            const HotelCase *the,
            BellSlot         slot)
{
  return bell_definitions_workflow (bell_desk_get_definitions (self->desk), the->workflow)->kinds[slot];
}

gboolean
hotel_fill (Hotel           *self,
            const HotelCase *the,
            const char      *record,
            BellSlot         slot)
{
  g_autoptr(BellCommand) command = bell_command_new ("record.set", "record", record, "slot", bell_enum_nick (BELL_TYPE_SLOT, slot), NULL);

  hotel_add_values (command, hotel_kind (self, the, slot)->id, "f.");
  return send (self, the->filler[slot], command);
}

gboolean
hotel_file_record (Hotel            *self,
                   const HotelCase  *the,
                   char            **number)
{
  g_autoptr(BellCommand) command = bell_command_new ("record.new", "workflow", the->workflow, "stay", the->stay, NULL);

  hotel_add_values (command, hotel_kind (self, the, BELL_SLOT_OWNED)->id, "f.");
  if (!send (self, the->worker, command))
    return FALSE;
  g_set_str (number, last->number);
  return TRUE;
}

static gboolean
do_tasks (Hotel           *self,
          const HotelCase *the,
          const char      *record)
{
  g_autoptr(BellDossier) dossier = hotel_open (self, the->worker, record);

  for (guint i = 0; dossier != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i);
      g_autofree char *id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (task)));

      if (task->status != BELL_STATUS_COMPLETE && !hotel_does (self, the->worker, "task.move", "task", id, "to", "complete", NULL))
        return FALSE;
    }
  return dossier != NULL;
}

gboolean
hotel_work_off (Hotel           *self,
                const HotelCase *the,
                const char      *record)
{
  const char *filler = the->filler[BELL_SLOT_ALERTED];

  return hotel_fill (self, the, record, BELL_SLOT_VALIDATED) &&
         hotel_does (self, the->worker, "record.check", "record", record, "slot", "validated", NULL) &&
         do_tasks (self, the, record) && hotel_fill (self, the, record, BELL_SLOT_ALERTED) &&
         hotel_does (self, filler, "record.check", "record", record, "slot", "alerted", NULL) &&
         hotel_does (self, filler, "item.complete", "record", record, "slot", "alerted", NULL);
}
