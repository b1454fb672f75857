/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bell-ctl.h"
#include "bell-date.h"

static const BellCtlCommand *const groups[] = {
  bell_ctl_setup_commands,
  bell_ctl_import_commands,
  bell_ctl_record_commands,
  bell_ctl_task_commands,
  bell_ctl_approval_commands,
  bell_ctl_money_commands,
  bell_ctl_alert_commands,
  bell_ctl_find_commands,
  bell_ctl_staff_commands,
  bell_ctl_guest_commands,
  bell_ctl_definition_commands,
  bell_ctl_audit_commands,
  bell_ctl_care_commands,
};

/* A file that is opened as number 0, 1 or 2 because the caller closed it would be written into by messages. */
static void
keep_standard_streams (void)
{
  int opened;

  do
    opened = open ("/dev/null", O_RDWR);
  while (opened >= 0 && opened <= STDERR_FILENO);
  if (opened >= 0)
    close (opened);
}

static gboolean
starts_with_words (const char  *name,
                   char       **args,
                   guint       *n_words)
{
  g_auto(GStrv) words = g_strsplit (name, " ", -1);

  for (*n_words = 0; words[*n_words] != NULL; (*n_words)++)
    if (args[*n_words] == NULL || !g_str_equal (args[*n_words], words[*n_words]))
      return FALSE;
  return TRUE;
}

/* The command that the line begins with; @n_words is how many words name it. */
static const BellCtlCommand *
find_command (char  **args,
              guint  *n_words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const BellCtlCommand *command = groups[i]; command->name != NULL; command++)
      if (starts_with_words (command->name, args, n_words))
        return command;
  return NULL;
}

static gboolean
is_of_group (const BellCtlCommand *command,
             const char           *group)
{
  gsize length = group != NULL ? strlen (group) : 0;

  return group == NULL || (g_str_has_prefix (command->name, group) && command->name[length] == ' ');
}

/* The commands, or those whose first word is @group; FALSE when there is none. */
static gboolean
list_commands (const char *group,
               FILE       *stream)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const BellCtlCommand *command = groups[i]; command->name != NULL; command++)
      if (is_of_group (command, group))
        {
          if (stream != NULL)
            fprintf (stream, "  %s%s%s\n      %s\n", command->name, command->usage[0] != '\0' ? " " : "", command->usage, _ (command->help));
          any = TRUE;
        }
  return any;
}

static void
show_help (const char *group)
{
  printf (_("Usage: deskbellctl [--database FILE] [--as NAME] [--pin-file FILE] [--json] [--now ISO8601] COMMAND …\n\n"));
  list_commands (group, stdout);
  printf ("\n%s\n", _("deskbellctl COMMAND --help tells more. Exit: 0 done, 1 refused by a rule or permission, 2 wrong use,\n"
                       "3 input or file fault (nothing changed), 4 integrity fault. Errors are one sentence on the standard\n"
                       "error, with --json followed by a line {\"error\":{\"code\",\"message\",\"hint\"}}."));
}

static gboolean
ready_clock (BellCtl  *self,
             GError  **error)
{
  gint64 now;

  if (self->now == NULL)
    {
      self->clock = bell_clock_new_system ();
      return TRUE;
    }
  if (bell_time_from_iso8601 (self->now, NULL, &now))
    {
      self->clock = bell_clock_new_fixed (now);
      return TRUE;
    }

  bell_error_set (error, BELL_ERROR_USAGE, _("Write it as 2026-11-22T14:30:00Z."), _("“%s” is not a time."), self->now);
  return FALSE;
}

/* "record --help" and "record" alone: the commands of a group. */
static gboolean
group_alone (BellCtl  *self,
             char    **args,
             GError  **error)
{
  if (list_commands (args[0], NULL) && (g_strv_contains ((const char *const *) args, "--help") || g_strv_contains ((const char *const *) args, "-h")))
    {
      show_help (args[0]);
      return TRUE;
    }

  if (list_commands (args[0], NULL))
    {
      g_autofree char *hint = g_strdup_printf ("deskbellctl %s --help", args[0]);

      bell_error_set (error, BELL_ERROR_USAGE, hint, _("“%s” needs one of its own commands after it."), args[0]);
    }
  else
    bell_error_set (error, BELL_ERROR_USAGE, _("deskbellctl --help lists the commands."), _("There is no command “%s”."), args[0]);
  return FALSE;
}

static gboolean
run (BellCtl   *self,
     char    ***line,
     GError   **error)
{
  guint n_words;
  char **args;

  if (!bell_ctl_read_globals (self, line, error))
    return FALSE;

  args = *line + 1;
  if (self->helped)
    {
      show_help (NULL);
      return TRUE;
    }
  if (args[0] == NULL)
    {
      bell_error_set (error, BELL_ERROR_USAGE, _("deskbellctl --help lists the commands."), _("No command was given."));
      return FALSE;
    }
  if ((self->command = find_command (args, &n_words)) == NULL)
    return group_alone (self, args, error);
  if (!bell_ctl_read_arguments (self, args + n_words, error))
    return self->helped;

  if (self->database == NULL)
    self->database = g_build_filename (g_get_user_data_dir (), "deskbell", "deskbell.db", NULL);
  return ready_clock (self, error) && self->command->func (self, error);
}

static void
clear (BellCtl *self)
{
  if (self->desk != NULL)
    bell_desk_close (self->desk);
  g_clear_object (&self->desk);
  g_clear_object (&self->clock);
  g_strfreev (self->words);
  g_hash_table_unref (self->given);
  g_free (self->database);
  g_free (self->as);
  g_free (self->pin_file);
  g_free (self->now);
}

int
main (int    argc,
      char **argv)
{
  BellCtl self = { .given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) line = NULL;
  int status = 0;

  keep_standard_streams ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("deskbellctl");

  line = g_strdupv (argv);
  if (!run (&self, &line, &error))
    {
      g_assert (error != NULL);
      /* A line that could not be read has left no option set. */
      self.json |= g_strv_contains ((const char *const *) argv, "--json");
      bell_ctl_show_error (&self, error);
      status = bell_error_exit_status (error);
    }
  clear (&self);

  if ((fflush (stdout) != 0 || ferror (stdout)) && status == 0)
    {
      g_printerr (_("The answer could not be written: %s.\n"), g_strerror (errno));
      status = 3;
    }
  return status;
}
