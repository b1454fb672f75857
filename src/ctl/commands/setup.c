/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-ctl.h"
#include "bell-desk-care.h"

/* --- init --- */

/* The letters that begin the words of a name, for a hotel that gave no code. */
static char *
make_code (const char *name)
{
  g_autoptr(GString) code = g_string_new (NULL);
  g_auto(GStrv) words = g_strsplit_set (name, " -", -1);

  for (guint i = 0; words[i] != NULL && code->len < 4; i++)
    if (g_ascii_isalpha (words[i][0]))
      g_string_append_c (code, g_ascii_toupper (words[i][0]));
  if (code->len < 2)
    g_string_assign (code, "HOTEL");
  return g_strdup (code->str);
}

static gboolean
need_option (BellCtl     *self,
             const char  *option,
             const char  *argument,
             GError     **error)
{
  g_autofree char *hint = NULL;

  if (bell_ctl_get (self, argument) != NULL)
    return TRUE;

  hint = g_strdup_printf ("deskbellctl %s %s", self->command->name, self->command->usage);
  bell_error_set (error, BELL_ERROR_USAGE, hint, _("--%s is missing."), option);
  return FALSE;
}

static gboolean
make_hotel (BellCtl  *self,
            GError  **error)
{
  const char *name = bell_ctl_get (self, "name");
  const char *given = bell_ctl_get (self, "code");
  const char *currency = bell_ctl_get (self, "currency");
  const char *zone = bell_ctl_get (self, "zone");
  g_autofree char *code = given != NULL ? g_strdup (given) : make_code (name);
  g_autoptr(BellCommand) hotel = bell_command_new ("property.set", "property", code, "name", name, "city", bell_ctl_get (self, "city"),
                                                   "currency", currency != NULL ? currency : "EUR", "zone", zone != NULL ? zone : "UTC",
                                                   "rooms", bell_ctl_get (self, "rooms"), NULL);
  g_autoptr(BellCommand) admin = bell_command_new ("staff.new", "name", bell_ctl_get (self, "admin"), "roles", "administrator",
                                                   "department", "it", "pin", bell_ctl_get (self, "pin"), NULL);
  g_autoptr(BellOutcome) made = bell_desk_submit (self->desk, hotel, error);
  g_autoptr(BellOutcome) first = made != NULL ? bell_desk_submit (self->desk, admin, error) : NULL;

  return first != NULL;
}

static gboolean
init (BellCtl  *self,
      GError  **error)
{
  gboolean existed = g_file_test (self->database, G_FILE_TEST_EXISTS);
  g_autofree char *sentence = NULL;

  if (!need_option (self, "name", "name", error) || !need_option (self, "admin", "admin", error) ||
      !need_option (self, "admin-pin-file", "pin", error) || !bell_ctl_open (self, TRUE, error))
    return FALSE;
  if (!bell_desk_is_new (self->desk))
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Name another file with --database."), _("“%s” is a hotel already."), self->database);
      return FALSE;
    }
  if (!make_hotel (self, error))
    {
      /* What a first step that failed has left must not look like a hotel. */
      if (!existed)
        bell_ctl_discard (self);
      return FALSE;
    }

  sentence = g_strdup_printf (_("%s is ready; %s can sign in."), bell_ctl_get (self, "name"), bell_ctl_get (self, "admin"));
  bell_ctl_tell (self, sentence, "database", self->database, "property", bell_ctl_get (self, "name"), "admin", bell_ctl_get (self, "admin"), NULL);
  return TRUE;
}

/* --- demo --- */

static gboolean
demo (BellCtl  *self,
      GError  **error)
{
  gboolean existed = g_file_test (self->database, G_FILE_TEST_EXISTS);
  guint64 rooms = 120, days = 28, seed = 1, records = 0;

  if (!bell_ctl_get_number (self, "rooms", 5000, &rooms, error) || !bell_ctl_get_number (self, "days", 3660, &days, error) ||
      !bell_ctl_get_number (self, "seed", G_MAXUINT64, &seed, error) || !bell_ctl_get_number (self, "records", 10000000, &records, error) ||
      !bell_ctl_open (self, TRUE, error))
    return FALSE;
  if (!bell_desk_is_new (self->desk))
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Name another file with --database."), _("“%s” is a hotel already."), self->database);
      return FALSE;
    }
  if (!bell_desk_make_demo (self->desk, rooms, days, seed, records, error))
    {
      if (!existed)
        bell_ctl_discard (self);
      return FALSE;
    }

  bell_ctl_tell (self, _("The demonstration hotel is ready."), "database", self->database, NULL);
  return TRUE;
}

/* --- property --- */

static gboolean
property_show (BellCtl  *self,
               GError  **error)
{
  if (!bell_ctl_enter (self, error))
    return FALSE;

  bell_ctl_show_entity (self, BELL_ENTITY (bell_desk_get_property (self->desk)));
  return TRUE;
}

static gboolean
property_set (BellCtl  *self,
              GError  **error)
{
  g_autoptr(BellCommand) command = bell_command_new ("property.set", NULL);
  GHashTableIter iter;
  gpointer argument, value;

  if (!bell_ctl_enter (self, error))
    return FALSE;

  bell_command_set (command, "property", bell_desk_get_property (self->desk)->code);
  g_hash_table_iter_init (&iter, self->given);
  while (g_hash_table_iter_next (&iter, &argument, &value))
    bell_command_set (command, argument, value);
  return bell_ctl_submit (self, command, error);
}

/* --- The table --- */

static const BellCtlOption init_options[] = {
  { "name", "name", NULL, "TEXT", N_("Name of the hotel") },
  { "code", "code", NULL, "CODE", N_("Short code; made from the name otherwise") },
  { "city", "city", NULL, "TEXT", N_("City") },
  { "currency", "currency", NULL, "CODE", N_("Currency (EUR)") },
  { "zone", "zone", NULL, "ZONE", N_("Time zone such as Europe/Lisbon (UTC)") },
  { "rooms", "rooms", NULL, "LIST", N_("Rooms such as \"101-124 201-224 PH1\"") },
  { "admin", "admin", NULL, "NAME", N_("The first person, an administrator") },
  { "admin-pin-file", "@pin", NULL, "FILE", N_("File whose first line is that person’s PIN") },
  { NULL }
};

static const BellCtlOption demo_options[] = {
  { "rooms", "rooms", NULL, "N", N_("Rooms (120)") },
  { "days", "days", NULL, "N", N_("Days of history (28)") },
  { "seed", "seed", NULL, "N", N_("The same number makes the same hotel (1)") },
  { "records", "records", NULL, "N", N_("Older records beyond those days (0)") },
  { NULL }
};

static const BellCtlOption set_options[] = {
  { "name", "name", NULL, "TEXT", N_("Name of the hotel") },
  { "city", "city", NULL, "TEXT", N_("City") },
  { "currency", "currency", NULL, "CODE", N_("Currency") },
  { "zone", "zone", NULL, "ZONE", N_("Time zone such as Europe/Lisbon") },
  { "rooms", "rooms", NULL, "LIST", N_("Rooms such as \"101-124 201-224 PH1\"") },
  { NULL }
};

const BellCtlCommand bell_ctl_setup_commands[] = {
  { "init", "--name TEXT --admin NAME --admin-pin-file FILE", N_("Makes a hotel’s file with its first person."), init_options, 0, 0, init },
  { "demo", "--rooms N --days N --seed N [--records N]", N_("Makes the demonstration hotel."), demo_options, 0, 0, demo },
  { "property show", "", N_("Shows the hotel."), NULL, 0, 0, property_show },
  { "property set", "", N_("Changes the hotel."), set_options, 0, 0, property_set },
  { NULL }
};
