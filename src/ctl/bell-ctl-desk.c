/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bell-ctl.h"
#include "bell-date.h"
#include "bell-text.h"

#define PAGE 500

static gboolean
ready_folder (BellCtl  *self,
              GError  **error)
{
  g_autofree char *folder = g_path_get_dirname (self->database);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  bell_error_set (error, BELL_ERROR_INPUT, _("Name another place with --database."), _("The folder “%s” could not be made."), folder);
  return FALSE;
}

gboolean
bell_ctl_open (BellCtl   *self,
               gboolean   create,
               GError   **error)
{
  if (self->desk != NULL)
    return TRUE;
  if (create && !ready_folder (self, error))
    return FALSE;

  self->desk = bell_desk_open (self->database, self->clock, create, error);
  return self->desk != NULL;
}

static char *
ask_pin (BellCtl  *self,
         GError  **error)
{
  g_autofree char *prompt = NULL;
  char *typed = NULL;

  if (self->pin_file != NULL)
    return bell_ctl_read_pin (self->pin_file, error);

  prompt = g_strdup_printf (_("PIN of %s: "), self->as);
  if (isatty (STDIN_FILENO))
    typed = getpass (prompt);
  if (typed != NULL && typed[0] != '\0')
    return g_strdup (typed);

  bell_error_set (error, BELL_ERROR_USAGE, _("Name the file whose first line is the PIN with --pin-file."), _("The PIN of %s is missing."),
                  self->as);
  return NULL;
}

gboolean
bell_ctl_enter (BellCtl  *self,
                GError  **error)
{
  g_autofree char *pin = NULL;

  if (self->as == NULL)
    {
      bell_error_set (error, BELL_ERROR_USAGE, _("Add --as NAME and --pin-file FILE."), _("Say who does this."));
      return FALSE;
    }

  pin = ask_pin (self, error);
  return pin != NULL && bell_ctl_open (self, FALSE, error) && bell_desk_sign_in (self->desk, self->as, pin, error);
}

void
bell_ctl_discard (BellCtl *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  if (self->desk != NULL)
    bell_desk_close (self->desk);
  g_clear_object (&self->desk);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (self->database, suffixes[i], NULL);

      g_unlink (file);
    }
}

GPtrArray *
bell_ctl_read_all (BellCtl          *self,
                   const BellQuery  *query,
                   guint             limit,
                   GError          **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  while (all->len < limit)
    {
      guint wanted = MIN (PAGE, limit - all->len);
      g_autoptr(GPtrArray) page = bell_desk_read_list (self->desk, query, all->len > 0 ? all->pdata[all->len - 1] : NULL, wanted, error);

      if (page == NULL)
        return NULL;
      for (guint i = 0; i < page->len; i++)
        g_ptr_array_add (all, g_object_ref (page->pdata[i]));
      if (page->len < wanted)
        break;
    }
  return g_steal_pointer (&all);
}

gboolean
bell_ctl_find_person (BellCtl     *self,
                      const char  *name,
                      BellId      *id,
                      GError     **error)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_STAFF);
  g_autofree char *folded = bell_text_fold (name);
  g_autoptr(GPtrArray) people = NULL;

  if (bell_id_parse (name, id))
    return TRUE;
  if ((people = bell_ctl_read_all (self, query, G_MAXUINT, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      BellStaff *person = people->pdata[i];
      g_autofree char *other = bell_text_fold (person->name);

      if (g_str_equal (other, folded))
        {
          *id = *bell_entity_get_id (BELL_ENTITY (person));
          return TRUE;
        }
    }

  bell_error_set (error, BELL_ERROR_NOT_FOUND, NULL, _("Nobody here is called “%s”."), name);
  return FALSE;
}

/* --- One verb of the desk --- */

gboolean
bell_ctl_submit (BellCtl      *self,
                 BellCommand  *command,
                 GError      **error)
{
  g_autoptr(BellOutcome) outcome = bell_desk_submit (self->desk, command, error);
  g_autofree char *id = NULL;
  g_autofree char *record = NULL;

  if (outcome == NULL)
    return FALSE;

  id = bell_id_is_none (&outcome->entity) ? NULL : bell_id_to_string (&outcome->entity);
  record = bell_id_is_none (&outcome->record) ? NULL : bell_id_to_string (&outcome->record);
  bell_ctl_tell (self, outcome->sentence != NULL ? outcome->sentence : _("Done."), "id", id, "record", record, "number",
                 outcome->number, "proposed?", outcome->proposed ? "true" : NULL, "undoable?", outcome->undoable ? "true" : NULL, NULL);
  return TRUE;
}

/* "validated.arrival=2026-11-24" is a value of a slot, "arrival=…" one of the slot that the command means. */
static gboolean
set_value (BellCommand  *command,
           const char   *prefix,
           const char   *word,
           GError      **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *field = equals != NULL ? g_strndup (word, equals - word) : NULL;
  g_autofree char *argument = NULL;

  if (field == NULL || field[0] == '\0')
    {
      bell_error_set (error, BELL_ERROR_USAGE, _("Values are written as FIELD=VALUE."), _("“%s” is not a value."), word);
      return FALSE;
    }

  argument = strchr (field, '.') != NULL ? g_strconcat ("slot.", field, NULL) : g_strconcat (prefix, field, NULL);
  bell_command_set (command, argument, equals + 1);
  return TRUE;
}

gboolean
bell_ctl_do_verb (BellCtl  *self,
                  GError  **error)
{
  const BellCtlVerb *verb = self->command->data;
  g_autoptr(BellCommand) command = bell_command_new (verb->verb, NULL);
  GHashTableIter iter;
  gpointer argument, value;
  guint n_words = 0;

  for (guint i = 0; verb->fixed[i] != NULL; i += 2)
    bell_command_set (command, verb->fixed[i], verb->fixed[i + 1]);
  g_hash_table_iter_init (&iter, self->given);
  while (g_hash_table_iter_next (&iter, &argument, &value))
    bell_command_set (command, argument, value);

  while (n_words < G_N_ELEMENTS (verb->words) && verb->words[n_words] != NULL && self->words != NULL && self->words[n_words] != NULL)
    {
      bell_command_set (command, verb->words[n_words], self->words[n_words]);
      n_words++;
    }
  for (guint i = n_words; verb->values != NULL && self->words != NULL && self->words[i] != NULL; i++)
    if (!set_value (command, verb->values, self->words[i], error))
      return FALSE;

  return bell_ctl_enter (self, error) && bell_ctl_submit (self, command, error);
}

/* --- One list of the desk --- */

static gboolean
fill_query (BellCtl    *self,
            BellQuery  *query,
            GError    **error)
{
  const char *person = bell_ctl_get (self, "person");
  const char *status = bell_ctl_get (self, "status");

  query->workflow = g_strdup (bell_ctl_get (self, "workflow"));
  query->department = g_strdup (bell_ctl_get (self, "department"));
  query->kind = g_strdup (bell_ctl_get (self, "kind"));
  query->day = g_strdup (bell_ctl_get (self, "day"));
  query->text = g_strdup (bell_ctl_get (self, "text"));
  query->open_only = bell_ctl_get (self, "open") != NULL;
  query->all = bell_ctl_get (self, "all") != NULL;
  if (status != NULL && !bell_enum_from_nick (BELL_TYPE_STATUS, status, &query->status))
    {
      g_autofree char *nicks = bell_enum_nicks (BELL_TYPE_STATUS);

      bell_error_set (error, BELL_ERROR_USAGE, nicks, _("There is no status “%s”."), status);
      return FALSE;
    }
  if (query->workflow != NULL && bell_definitions_workflow (bell_desk_get_definitions (self->desk), query->workflow) == NULL)
    {
      bell_error_set (error, BELL_ERROR_USAGE, _("See deskbellctl definitions list."), _("There is no workflow “%s”."), query->workflow);
      return FALSE;
    }
  if (query->day != NULL && !bell_day_is_valid (query->day))
    {
      bell_error_set (error, BELL_ERROR_USAGE, _("Write it as 2026-11-22."), _("“%s” is not a day."), query->day);
      return FALSE;
    }

  return bell_ctl_get_instant (self, "from", &query->from, error) && bell_ctl_get_instant (self, "until", &query->until, error) &&
         (person == NULL || bell_ctl_find_person (self, person, &query->staff, error));
}

gboolean
bell_ctl_do_list (BellCtl  *self,
                  GError  **error)
{
  const BellCtlList *list = self->command->data;
  g_autoptr(BellQuery) query = bell_query_new (list->list);
  g_autoptr(GPtrArray) rows = NULL;
  guint64 limit = 1000;

  if (!bell_ctl_get_number (self, "limit", G_MAXUINT32, &limit, error) || !bell_ctl_enter (self, error) ||
      !fill_query (self, query, error) || (rows = bell_ctl_read_all (self, query, limit, error)) == NULL)
    return FALSE;

  bell_ctl_show_entities (self, rows, list->columns);
  return TRUE;
}
