/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-ctl.h"

static const BellCtlColumn columns[] = {
  { "number", N_("Number") },
  { "status", N_("Status") },
  { "room", N_("Room") },
  { "title", N_("Title") },
  { "assignee_name", N_("Assignee") },
  { "due_at", N_("Due") },
  { "id", N_("Task") },
  { NULL }
};

/* The board is one list a status; without --status all of them in the order of the columns. */
static gboolean
board (BellCtl  *self,
       GError  **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  const char *department = bell_ctl_get (self, "department");
  const char *status = bell_ctl_get (self, "status");
  guint64 limit = 1000;
  int only = -1;

  if (!bell_ctl_get_number (self, "limit", G_MAXUINT32, &limit, error) || !bell_ctl_enter (self, error))
    return FALSE;
  if (department == NULL)
    department = bell_desk_get_person (self->desk)->department;
  if (bell_definitions_department (bell_desk_get_definitions (self->desk), department) == NULL)
    {
      bell_error_set (error, BELL_ERROR_USAGE, NULL, _("There is no department “%s”."), department);
      return FALSE;
    }
  if (status != NULL && !bell_enum_from_nick (BELL_TYPE_STATUS, status, &only))
    {
      bell_error_set (error, BELL_ERROR_USAGE, NULL, _("There is no status “%s”."), status);
      return FALSE;
    }

  for (int column = 0; column < BELL_N_STATUSES; column++)
    {
      g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_BOARD);
      g_autoptr(GPtrArray) rows = NULL;

      if (only >= 0 && column != only)
        continue;
      query->department = g_strdup (department);
      query->status = column;
      if ((rows = bell_ctl_read_all (self, query, limit, error)) == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (all, g_object_ref (rows->pdata[i]));
    }

  bell_ctl_show_entities (self, all, columns);
  return TRUE;
}

static const BellCtlOption new_options[] = {
  { "department", "department", NULL, "ID", N_("Department that does it; the record’s otherwise") },
  { "due", "due", NULL, "TIME", N_("When it is promised; the record’s time otherwise") },
  { "assignee", "assignee", NULL, "NAME", N_("Who does it") },
  { NULL }
};

static const BellCtlOption list_options[] = {
  { "department", "department", NULL, "ID", N_("Whose board; your own department’s otherwise") },
  { "status", "status", NULL, "STATUS", N_("Only this column") },
  { "limit", "limit", NULL, "N", N_("At most so many a column (1000)") },
  { NULL }
};

static const BellCtlOption move_options[] = {
  { "reason", "reason", NULL, "TEXT", N_("Why") },
  { "waits-for", "waits-for", NULL, "TEXT", N_("Whom or what a blocked one waits for") },
  { NULL }
};

static const BellCtlOption assign_options[] = {
  { "reason", "reason", NULL, "TEXT", N_("Why") },
  { NULL }
};

static const BellCtlVerb new_verb = { "task.new", { "record", "title" } };
static const BellCtlVerb move_verb = { "task.move", { "task", "to" } };
static const BellCtlVerb assign_verb = { "task.assign", { "task", "to" } };
static const BellCtlVerb note_verb = { "task.note", { "task", "text" } };

const BellCtlCommand bell_ctl_task_commands[] = {
  { "task new", "RECORD TITLE", N_("Adds a task to a record."), new_options, 2, 2, bell_ctl_do_verb, &new_verb },
  { "task list", "", N_("Lists the tasks of a department, by status."), list_options, 0, 0, board },
  { "task move", "TASK STATUS", N_("Moves a task on the board."), move_options, 2, 2, bell_ctl_do_verb, &move_verb },
  { "task assign", "TASK PERSON", N_("Gives a task to somebody."), assign_options, 2, 2, bell_ctl_do_verb, &assign_verb },
  { "task note", "TASK TEXT", N_("Writes a progress note for the next shift."), NULL, 2, 2, bell_ctl_do_verb, &note_verb },
  { "board", "--department ID", N_("Shows a department’s board."), list_options, 0, 0, board },
  { NULL }
};
