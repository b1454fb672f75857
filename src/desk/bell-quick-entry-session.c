/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-date.h"
#include "bell-quick-entry-session.h"
#include "bell-text.h"
#include "bell-verbs.h"

typedef struct
{
  BellSnapshot desk;
  BellViewer *viewer;
  char *line;
  GPtrArray *chips;
  BellCommand *command;
} Session;

/* What is known of a line while it is looked at; all borrowed but the last three. */
typedef struct
{
  Session *session;
  BellVisit visit;
  BellQuickEntry *entry;
  const BellWorkflow *workflow;
  GPtrArray *people;
  BellStay *stay;
  gboolean cannot;
} Look;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->entry, bell_quick_entry_free);
  g_clear_pointer (&look->people, g_ptr_array_unref);
  g_clear_object (&look->stay);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static void
chip_free (BellQuickChip *chip)
{
  g_free (chip->chip);
  g_free (chip->problem);
  g_free (chip);
}

static void
add_chip (Look       *look,
          const char *text,
          const char *problem)
{
  BellQuickChip *chip = g_new0 (BellQuickChip, 1);

  chip->chip = g_strdup (text);
  chip->problem = g_strdup (problem);
  look->cannot |= problem != NULL;
  g_ptr_array_add (look->session->chips, chip);
}

/* --- Reading the line --- */

static BellQuickEntry *
parse (Look *look)
{
  BellSnapshot *desk = &look->session->desk;
  g_autofree const char **names = g_new0 (const char *, look->people->len + 1);

  for (guint i = 0; i < look->people->len; i++)
    names[i] = ((BellStaff *) look->people->pdata[i])->name;
  return bell_quick_entry_parse (desk->definitions, look->session->line, look->visit.rooms, names, NULL, desk->now, desk->zone);
}

static gboolean
find_stay (Look    *look,
           GError **error)
{
  g_autoptr(GPtrArray) stays = NULL;
  g_autofree char *today = NULL;

  if (look->entry->room == NULL)
    return TRUE;

  today = bell_time_day (look->visit.now, look->visit.zone);
  stays = bell_txn_find_stays_in_room (look->visit.txn, look->visit.property, look->entry->room, today, error);
  if (stays != NULL && stays->len > 0)
    look->stay = g_object_ref (stays->pdata[0]);
  return stays != NULL;
}

/* --- Telling what was understood --- */

/* The surname is what everybody works with; the whole name shows when somebody had a reason to look at it. */
static char *
name_guest (Look *look)
{
  g_autofree char *full = g_strdup (look->stay->guest_name);

  bell_viewer_mask (look->session->viewer, BELL_ENTITY (look->stay));
  if (look->stay->guest_name != NULL)
    return g_strdup (look->stay->guest_name);
  if (look->stay->surname != NULL && (look->session->viewer->classes & BELL_CLASS_BIT (BELL_CLASS_OPS)) != 0)
    return g_strdup (look->stay->surname);
  return full != NULL ? bell_text_mask (full) : NULL;
}

static void
tell_room (Look       *look,
           const char *meaning)
{
  g_autofree char *name = look->stay != NULL ? name_guest (look) : NULL;
  g_autofree char *text = name != NULL ? g_strdup_printf ("%s · %s", meaning, name) : g_strdup (meaning);

  add_chip (look, text, look->stay == NULL && look->workflow->needs_stay
                        ? _("Nobody stays in this room today; name another room.") : NULL);
}

static void
tell_tokens (Look *look)
{
  for (guint i = 0; i < look->entry->tokens->len; i++)
    {
      BellToken *token = look->entry->tokens->pdata[i];
      g_autofree char *piece = g_strndup (look->session->line + token->start, token->end - token->start);

      switch (token->kind)
        {
        case BELL_TOKEN_ROOM:
          tell_room (look, token->meaning);
          break;
        case BELL_TOKEN_UNKNOWN:
          add_chip (look, piece, token->meaning);
          break;
        case BELL_TOKEN_QUANTITY:
        case BELL_TOKEN_CATEGORY:
        case BELL_TOKEN_KIND:
        case BELL_TOKEN_DUE:
        case BELL_TOKEN_DEPARTMENT:
        case BELL_TOKEN_PERSON:
        case BELL_TOKEN_WORKFLOW:
        case BELL_TOKEN_TEXT:
        default:
          if (token->meaning != NULL && token->meaning[0] != '\0')
            add_chip (look, token->meaning, NULL);
        }
    }
}

static const char *
department_of (Look *look)
{
  const BellKind *owned = look->workflow->kinds[BELL_SLOT_OWNED];

  return look->entry->department != NULL ? look->entry->department
         : owned->department != NULL ? owned->department : look->workflow->department;
}

/* The owner as the rule would pick now; somebody may be quicker. */
static gboolean
tell_owner (Look    *look,
            GError **error)
{
  const BellKind *owned = look->workflow->kinds[BELL_SLOT_OWNED];
  const char *role = owned->owner_role != NULL ? owned->owner_role : look->workflow->owner_role;
  g_autoptr(GError) failure = NULL;
  g_autofree char *why = NULL;
  BellId owner;

  if (look->entry->person >= 0)
    return TRUE;
  if (!bell_owner_pick (&look->visit, role, department_of (look), &owner, &why, &failure))
    {
      if (!g_error_matches (failure, BELL_ERROR, BELL_ERROR_REFUSED) && !g_error_matches (failure, BELL_ERROR, BELL_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      add_chip (look, _("No owner"), failure->message);
      return TRUE;
    }

  for (guint i = 0; i < look->people->len; i++)
    {
      BellStaff *person = look->people->pdata[i];
      g_autofree char *text = NULL;

      if (!bell_id_equal (bell_entity_get_id (BELL_ENTITY (person)), &owner))
        continue;
      /* Translators: the person who will own the new record */
      text = g_strdup_printf (_("for %s"), person->name);
      add_chip (look, text, NULL);
    }
  return TRUE;
}

/* What keeps the line from being filed although every word of it was understood. */
static void
tell_hindrances (Look *look)
{
  BellQuickEntry *entry = look->entry;
  BellAsk ask = {
    .roles = look->visit.actor->roles,
    .department = look->visit.actor->department,
    .action = BELL_ACTION_CREATE,
    .kind = look->workflow->kinds[BELL_SLOT_OWNED]->id,
    .of_department = department_of (look),
  };
  g_autoptr(GError) refusal = NULL;

  if (!bell_permissions_check (look->visit.definitions, &ask, &refusal))
    add_chip (look, look->workflow->name, refusal->message);
  if (look->workflow->needs_stay && entry->room == NULL)
    add_chip (look, look->workflow->name, _("This work belongs to a stay: begin with the room."));
  if (entry->text[0] == '\0' && entry->category == NULL && g_hash_table_size (entry->values) == 0)
    add_chip (look, "…", _("Say what is to be done."));
}

/* --- What Enter sends --- */

static void
set_values (Look        *look,
            BellCommand *command)
{
  g_autofree char *prefix = look->entry->slot == BELL_SLOT_OWNED
                            ? g_strdup ("f.") : g_strdup_printf ("slot.%s.", bell_enum_nick (BELL_TYPE_SLOT, look->entry->slot));
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, look->entry->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      g_autofree char *argument = g_strconcat (prefix, name, NULL);

      bell_command_set (command, argument, value);
    }
}

/* Work that stands in another slot than the owned one still names the record and its first task. */
static void
set_title (Look        *look,
           BellCommand *command)
{
  const BellKind *kind = bell_definitions_kind (look->visit.definitions, look->entry->kind);
  g_autofree char *title = NULL;

  if (look->entry->slot == BELL_SLOT_OWNED)
    return;
  title = bell_kind_fill_title (kind, look->entry->values, look->entry->room, look->visit.zone);
  bell_command_set (command, "title", title);
  bell_command_set (command, "task", title);
}

static BellCommand *
make_command (Look *look)
{
  BellQuickEntry *entry = look->entry;
  BellCommand *command = bell_command_new ("record.new", "workflow", entry->workflow, "room", entry->room,
                                           "department", entry->department, NULL);

  set_values (look, command);
  set_title (look, command);
  if (look->stay != NULL)
    bell_command_set_id (command, "stay", bell_entity_get_id (BELL_ENTITY (look->stay)));
  if (entry->due != 0)
    {
      g_autofree char *due = bell_time_to_iso8601 (entry->due);

      bell_command_set (command, "due", due);
    }
  if (entry->person >= 0)
    {
      bell_command_set_id (command, "person", bell_entity_get_id (look->people->pdata[entry->person]));
      bell_command_set (command, "reason", _("Asked for in quick entry."));
    }
  return command;
}

/* --- On a reader's thread --- */

static gboolean
read_line (BellTxn       *txn,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Session *session = data;
  BellSnapshot *desk = &session->desk;
  g_autoptr(BellStaff) person = NULL;
  g_auto(Look) look = { session };

  person = bell_door_greet (txn, desk->definitions, desk->property, desk->zone, desk->actor, desk->now, &look.visit, error);
  if (person == NULL || (look.people = bell_txn_list_staff (txn, desk->now, TRUE, error)) == NULL)
    return FALSE;

  look.entry = parse (&look);
  look.workflow = bell_definitions_workflow (desk->definitions, look.entry->workflow);
  if (!find_stay (&look, error))
    return FALSE;
  tell_tokens (&look);
  if (!tell_owner (&look, error))
    return FALSE;
  tell_hindrances (&look);
  if (!look.cannot)
    session->command = make_command (&look);
  return TRUE;
}

/* --- The desk's calls --- */

static void
session_free (Session *session)
{
  bell_snapshot_clear (&session->desk);
  bell_viewer_free (session->viewer);
  g_free (session->line);
  g_clear_pointer (&session->chips, g_ptr_array_unref);
  g_clear_pointer (&session->command, bell_command_unref);
  g_free (session);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Session, session_free)

static Session *
session_new (BellDesk    *self,
             const char  *text,
             GError     **error)
{
  Session *session;

  if (self->person == NULL)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Choose your name and type your PIN."), _("Nobody is signed in."));
      return NULL;
    }

  session = g_new0 (Session, 1);
  bell_snapshot_take (&session->desk, self);
  session->viewer = bell_viewer_new (self);
  session->line = g_strdup (text);
  session->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) chip_free);
  return session;
}

static GPtrArray *
take_result (Session      *session,
             BellCommand **command)
{
  if (command != NULL)
    *command = g_steal_pointer (&session->command);
  return g_steal_pointer (&session->chips);
}

static void
read_line_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;

  if (bell_store_read_finish (BELL_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bell_desk_read_line_async (BellDesk            *self,
                           const char          *text,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Session *session;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_read_line_async);
  session = session_new (self, text, &error);
  if (session == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, session, (GDestroyNotify) session_free);
  bell_store_read_async (self->store, read_line, session, NULL, cancellable, read_line_cb, g_steal_pointer (&task));
}

GPtrArray *
bell_desk_read_line_finish (BellDesk      *self,
                            GAsyncResult  *result,
                            BellCommand  **command,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (command != NULL)
    *command = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return take_result (g_task_get_task_data (G_TASK (result)), command);
}

GPtrArray *
bell_desk_read_line (BellDesk     *self,
                     const char   *text,
                     BellCommand **command,
                     GError      **error)
{
  g_autoptr(Session) session = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (command != NULL)
    *command = NULL;
  session = session_new (self, text, error);
  if (session == NULL || !bell_store_read (self->store, read_line, session, NULL, error))
    return NULL;
  return take_result (session, command);
}
