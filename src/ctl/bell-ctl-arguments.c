/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "bell-ctl.h"
#include "bell-date.h"

/* The global options may stand before the command and among its own. */
static GOptionGroup *
new_global_group (BellCtl *self)
{
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->database, N_("The hotel’s file (default: deskbell.db among your data)"), N_("FILE") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &self->as, N_("Who does this"), N_("NAME") },
    { "pin-file", 0, 0, G_OPTION_ARG_FILENAME, &self->pin_file, N_("File whose first line is that person’s PIN; - for the standard input"), N_("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_("Answer, and tell errors, as JSON"), NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, &self->now, N_("Do it as if it were this time"), N_("ISO8601") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->helped, N_("Show this help"), NULL },
    { NULL }
  };
  GOptionGroup *group = g_option_group_new ("global", _("For every command:"), _("Options for every command"), NULL, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  return group;
}

gboolean
bell_ctl_read_globals (BellCtl   *self,
                       char    ***args,
                       GError   **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_main_group (context, new_global_group (self));
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  return g_option_context_parse_strv (context, args, error);
}

/* --- One command --- */

typedef struct
{
  const BellCtlOption *option;
  char *value;
  gboolean flag;
} Slot;

static guint
count_options (const BellCtlCommand *command)
{
  guint count = 0;

  while (command->options != NULL && command->options[count].name != NULL)
    count++;
  return count;
}

static GOptionGroup *
new_group (Slot    *slots,
           guint    n_slots,
           char  ***words)
{
  g_autofree GOptionEntry *entries = g_new0 (GOptionEntry, n_slots + 2);
  GOptionGroup *group = g_option_group_new ("command", _("Options:"), _("Options of this command"), NULL, NULL);

  for (guint i = 0; i < n_slots; i++)
    {
      const BellCtlOption *option = slots[i].option;

      entries[i] = (GOptionEntry) {
        .long_name = option->name,
        .arg = option->value != NULL ? G_OPTION_ARG_NONE : G_OPTION_ARG_STRING,
        .arg_data = option->value != NULL ? (gpointer) &slots[i].flag : (gpointer) &slots[i].value,
        .description = _ (option->help),
        .arg_description = option->metavar,
      };
    }
  entries[n_slots] = (GOptionEntry) { .long_name = G_OPTION_REMAINING, .arg = G_OPTION_ARG_STRING_ARRAY, .arg_data = words };

  g_option_group_add_entries (group, entries);
  return group;
}

static gboolean
take_option (BellCtl  *self,
             Slot     *slot,
             GError  **error)
{
  const char *argument = slot->option->argument;
  char *pin;

  if (slot->flag)
    g_hash_table_replace (self->given, g_strdup (argument), g_strdup (slot->option->value));
  if (slot->value == NULL)
    return TRUE;
  if (argument[0] != '@')
    {
      g_hash_table_replace (self->given, g_strdup (argument), g_strdup (slot->value));
      return TRUE;
    }

  pin = bell_ctl_read_pin (slot->value, error);
  if (pin == NULL)
    return FALSE;
  g_hash_table_replace (self->given, g_strdup (argument + 1), pin);
  return TRUE;
}

static gboolean
check_words (BellCtl  *self,
             GError  **error)
{
  guint count = self->words != NULL ? g_strv_length (self->words) : 0;
  g_autofree char *hint = g_strdup_printf ("deskbellctl %s %s", self->command->name, self->command->usage);

  if (count >= self->command->least && count <= self->command->most)
    return TRUE;

  if (count < self->command->least)
    bell_error_set (error, BELL_ERROR_USAGE, hint, _("“%s” needs more than that."), self->command->name);
  else
    bell_error_set (error, BELL_ERROR_USAGE, hint, _("“%s” does not know what to do with “%s”."), self->command->name,
                    self->words[self->command->most]);
  return FALSE;
}

static void
show_help (BellCtl        *self,
           GOptionContext *context)
{
  g_autofree char *help = NULL;
  g_autofree char *summary = g_strdup (_ (self->command->help));

  g_option_context_set_summary (context, summary);
  help = g_option_context_get_help (context, FALSE, NULL);
  fputs (help, stdout);
}

gboolean
bell_ctl_read_arguments (BellCtl  *self,
                         char    **args,
                         GError  **error)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", self->command->name, self->command->usage);
  g_autoptr(GOptionContext) context = g_option_context_new (usage);
  guint n_slots = count_options (self->command);
  g_autofree Slot *slots = g_new0 (Slot, MAX (n_slots, 1));
  g_auto(GStrv) line = NULL;
  gboolean done;
  char **words = NULL;

  for (guint i = 0; i < n_slots; i++)
    slots[i].option = &self->command->options[i];

  /* What is left over belongs to the main group. */
  g_option_context_set_main_group (context, new_group (slots, n_slots, &words));
  g_option_context_add_group (context, new_global_group (self));
  g_option_context_set_help_enabled (context, FALSE);
  line = g_new0 (char *, g_strv_length (args) + 2);
  line[0] = g_strdup (g_get_prgname ());
  for (guint i = 0; args[i] != NULL; i++)
    line[i + 1] = g_strdup (args[i]);

  done = g_option_context_parse_strv (context, &line, error);
  self->words = words;
  if (done && self->helped)
    show_help (self, context);
  for (guint i = 0; i < n_slots; i++)
    {
      done = done && (self->helped || take_option (self, &slots[i], error));
      g_free (slots[i].value);
    }
  return done && !self->helped && check_words (self, error);
}

const char *
bell_ctl_get (BellCtl    *self,
              const char *argument)
{
  return g_hash_table_lookup (self->given, argument);
}

gboolean
bell_ctl_get_number (BellCtl     *self,
                     const char  *argument,
                     guint64      most,
                     guint64     *number,
                     GError     **error)
{
  const char *text = bell_ctl_get (self, argument);

  if (text == NULL || g_ascii_string_to_unsigned (text, 10, 0, most, number, NULL))
    return TRUE;

  bell_error_set (error, BELL_ERROR_USAGE, NULL, _("“%s” is not a whole number from 0 to %llu."), text,
                  (unsigned long long) most);
  return FALSE;
}

gboolean
bell_ctl_get_instant (BellCtl     *self,
                      const char  *argument,
                      gint64      *instant,
                      GError     **error)
{
  const char *text = bell_ctl_get (self, argument);
  GTimeZone *zone = self->desk != NULL ? bell_desk_get_zone (self->desk) : NULL;

  *instant = 0;
  if (text == NULL)
    return TRUE;
  if (bell_day_is_valid (text))
    *instant = bell_time_on_day (text, 0, 0, zone);
  if (*instant != 0 || bell_time_from_iso8601 (text, zone, instant))
    return TRUE;

  bell_error_set (error, BELL_ERROR_USAGE, _("Write it as 2026-11-22 or 2026-11-22T14:30."), _("“%s” is not a time."), text);
  return FALSE;
}

static FILE *
open_pin_file (const char  *file,
               GError     **error)
{
  FILE *stream = g_str_equal (file, "-") ? stdin : fopen (file, "re");

  if (stream == NULL)
    bell_error_set (error, BELL_ERROR_INPUT, NULL, _("The PIN file “%s” could not be opened: %s."), file, g_strerror (errno));
  return stream;
}

char *
bell_ctl_read_pin (const char  *file,
                   GError     **error)
{
  FILE *stream = open_pin_file (file, error);
  char line[64] = "";
  char *got;

  if (stream == NULL)
    return NULL;

  got = fgets (line, sizeof line, stream);
  if (stream != stdin)
    fclose (stream);
  g_strstrip (line);
  if (got == NULL || line[0] == '\0')
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Write the PIN into its first line."), _("There is no PIN in “%s”."), file);
      return NULL;
    }
  return g_strdup (line);
}
