/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "bell-ctl-json.h"
#include "bell-desk-care.h"
#include "bell-desk-check.h"

static gboolean
escalate (BellCtl  *self,
          GError  **error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *count = NULL;
  guint fired = 0;

  if (!bell_ctl_enter (self, error) || !bell_desk_escalate (self->desk, &fired, error))
    return FALSE;

  count = g_strdup_printf ("%u", fired);
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u alert went out.", "%u alerts went out.", fired), fired);
  bell_ctl_tell (self, sentence, "fired#", count, NULL);
  return TRUE;
}

static gboolean
backup (BellCtl  *self,
        GError  **error)
{
  g_autoptr(GFile) target = g_file_new_for_commandline_arg (self->words[0]);
  g_autofree char *sentence = g_strdup_printf (_("The backup is %s; it was opened and is sound."), self->words[0]);

  if (!bell_ctl_enter (self, error) || !bell_desk_backup (self->desk, target, error))
    return FALSE;

  bell_ctl_tell (self, sentence, "file", self->words[0], NULL);
  return TRUE;
}

/* Nobody signs in: the file that is to be replaced may not open at all. Who may write it may restore it. */
static gboolean
restore (BellCtl  *self,
         GError  **error)
{
  g_autoptr(GFile) source = g_file_new_for_commandline_arg (self->words[0]);
  g_autofree char *kept = NULL;
  g_autofree char *sentence = NULL;

  if (!bell_desk_restore (source, self->database, &kept, error))
    return FALSE;

  sentence = kept != NULL ? g_strdup_printf (_("%s is back; the file that was there is kept as %s."), self->words[0], kept)
                          : g_strdup_printf (_("%s is back."), self->words[0]);
  bell_ctl_tell (self, sentence, "database", self->database, "kept", kept, NULL);
  return TRUE;
}

static gboolean
check (BellCtl  *self,
       GError  **error)
{
  g_autoptr(GPtrArray) findings = NULL;

  if (!bell_ctl_open (self, FALSE, error))
    return FALSE;
  if (!bell_desk_check (self->desk, &findings, error))
    {
      for (guint i = 1; findings != NULL && i < findings->len; i++)
        g_printerr ("%s\n", (const char *) findings->pdata[i]);
      return FALSE;
    }

  bell_ctl_tell (self, _("The file is sound."), "sound?", "true", "database", self->database, NULL);
  return TRUE;
}

static gboolean
undo (BellCtl  *self,
      GError  **error)
{
  g_autoptr(BellCommand) command = bell_command_new ("undo", "op", self->words != NULL ? self->words[0] : NULL, NULL);

  return bell_ctl_enter (self, error) && bell_ctl_submit (self, command, error);
}

const BellCtlCommand bell_ctl_care_commands[] = {
  { "escalate", "", N_("One tick of alerts and ladders: warns, escalates, tells delays."), NULL, 0, 0, escalate },
  { "backup", "FILE", N_("Writes a copy of the hotel’s file and verifies it."), NULL, 1, 1, backup },
  { "restore", "FILE", N_("Puts a verified backup in the place of the hotel’s file, which is kept aside."), NULL, 1, 1, restore },
  { "check", "", N_("Looks whether the file and the journal are sound."), NULL, 0, 0, check },
  { "undo", "[ENTRY]", N_("Takes your own last step back where the journal allows it."), NULL, 0, 1, undo },
  { NULL }
};
