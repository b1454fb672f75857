/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-backup.h"
#include "bell-date.h"
#include "bell-desk-definitions.h"
#include "bell-desk-fill.h"
#include "bell-desk-private.h"
#include "bell-last-import.h"

typedef struct _Fill Fill;

typedef gboolean (*FillFunc) (Fill     *fill,
                              BellTxn  *txn,
                              GError  **error);

struct _Fill
{
  BellSnapshot desk;
  char *path;
  char *record;
  BellSlot slot;
  BellCommand *command;
};

static void
fill_free (Fill *fill)
{
  bell_snapshot_clear (&fill->desk);
  g_free (fill->path);
  g_free (fill->record);
  g_clear_pointer (&fill->command, bell_command_unref);
  g_free (fill);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fill, fill_free)

static void
set_number (Fill       *fill,
            const char *name,
            gint64      number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  bell_command_set (fill->command, name, text);
}

static void
set_now (Fill       *fill,
         const char *name)
{
  g_autofree char *text = bell_time_to_iso8601 (fill->desk.now / BELL_SECOND * BELL_SECOND);

  bell_command_set (fill->command, name, text);
}

static gboolean
need_import (Fill            *fill,
             BellTxn         *txn,
             BellLastImport  *last,
             GError         **error)
{
  if (!bell_last_import_read (txn, last, error))
    return FALSE;
  if (last->read > 0)
    return TRUE;

  bell_error_set (error, BELL_ERROR_REFUSED, _("Import the arrivals or the in-house list of the hotel system first."),
                  _("No stays have been imported yet."));
  return FALSE;
}

/* --- The kinds --- */

static gboolean
fill_sync_check (Fill     *fill,
                 BellTxn  *txn,
                 GError  **error)
{
  BellLastImport last;

  if (!need_import (fill, txn, &last, error))
    return FALSE;

  bell_command_set (fill->command, "f.outside-system", "hotel system");
  bell_command_set (fill->command, "f.entity", "stays");
  set_number (fill, "f.counted-there", last.read);
  set_number (fill, "f.counted-here", last.known);
  set_number (fill, "f.difference", (gint64) last.read - last.known);
  set_now (fill, "f.checked-time");
  bell_command_set (fill->command, "f.by-itself", "true");
  return TRUE;
}

static gboolean
fill_data_mapping (Fill     *fill,
                   BellTxn  *txn,
                   GError  **error)
{
  BellLastImport last;

  if (!need_import (fill, txn, &last, error))
    return FALSE;

  bell_command_set (fill->command, "f.outside-system", "hotel system");
  set_number (fill, "f.unmapped", last.unmapped);
  return TRUE;
}

/* What would leave work undone without anybody noticing. */
static gboolean
find_faults (Fill     *fill,
             BellTxn  *txn,
             GString  *faults,
             GError  **error)
{
  g_autoptr(GHashTable) texts = bell_definitions_read_texts (txn, error);
  g_autoptr(BellDefinitions) definitions = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GError) wrong = NULL;
  guint managers = 0, on_duty = 0;

  if (texts == NULL || (people = bell_txn_list_staff (txn, fill->desk.now, TRUE, error)) == NULL)
    return FALSE;

  definitions = bell_definitions_new (texts, &wrong);
  if (definitions == NULL)
    g_string_append_printf (faults, "%s ", wrong->message);
  for (guint i = 0; i < people->len; i++)
    {
      BellStaff *person = people->pdata[i];

      on_duty += person->on_duty != 0;
      managers += bell_permissions_has (fill->desk.definitions, person->roles, BELL_ACTION_REVIEW) &&
                  bell_permissions_has (fill->desk.definitions, person->roles, BELL_ACTION_APPROVE);
    }
  if (on_duty == 0)
    g_string_append_printf (faults, "%s ", _("Nobody is on shift now."));
  if (managers < 2)
    g_string_append_printf (faults, "%s ", _("Fewer than two people can review and approve, so nobody could decide for the other."));
  return TRUE;
}

static void
find_backup (Fill    *fill,
             GString *faults)
{
  g_autofree char *folder = bell_backup_default_dir (fill->path);
  g_autofree char *newest = bell_backup_newest_good (folder);
  g_autofree char *name = newest != NULL ? g_path_get_basename (newest) : NULL;
  g_autofree char *today = bell_time_day (fill->desk.now, NULL);
  g_autofree char *yesterday = bell_day_add (today, -1);

  if (name == NULL || (strstr (name, today) == NULL && strstr (name, yesterday) == NULL))
    g_string_append_printf (faults, "%s ", _("There is no sound backup of today or yesterday."));
}

static gboolean
fill_configuration_test (Fill     *fill,
                         BellTxn  *txn,
                         GError  **error)
{
  g_autoptr(GString) faults = g_string_new (NULL);
  g_autofree char *found = NULL;

  if (!find_faults (fill, txn, faults, error))
    return FALSE;
  find_backup (fill, faults);

  found = g_strchomp (g_strdup (faults->str));
  bell_command_set (fill->command, "f.area", "rights");
  bell_command_set (fill->command, "f.tested", _("Definitions, people on shift, second approver, backup"));
  bell_command_set (fill->command, "f.expected", _("Definitions load, somebody is on shift, two people can decide, a backup of the last day is sound"));
  bell_command_set (fill->command, "f.found", found[0] != '\0' ? found : _("All as expected"));
  bell_command_set (fill->command, "f.passed", found[0] != '\0' ? "false" : "true");
  bell_command_set (fill->command, "f.note", found[0] != '\0' ? _("Put right what was found, then test again.") : "");
  set_now (fill, "f.tested-time");
  return TRUE;
}

static const struct
{
  const char *kind;
  FillFunc func;
} fillers[] = {
  { "sync-check", fill_sync_check },
  { "data-mapping", fill_data_mapping },
  { "configuration-test", fill_configuration_test },
};

static FillFunc
find_filler (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (g_strcmp0 (fillers[i].kind, kind) == 0)
      return fillers[i].func;
  return NULL;
}

gboolean
bell_desk_can_fill (const char *kind)
{
  return find_filler (kind) != NULL;
}

/* --- On a reader's thread --- */

static gboolean
run_fill (BellTxn       *txn,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Fill *fill = data;
  const BellWorkflow *workflow;
  const BellKind *kind;
  g_autoptr(BellRecord) record = NULL;
  FillFunc func;
  BellId id;
  GError *failure = NULL;

  record = bell_id_parse (fill->record, &id) ? bell_txn_get (txn, BELL_TYPE_RECORD, &id, &failure)
           : bell_txn_find_record (txn, fill->record, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (record == NULL)
    {
      bell_error_set (error, BELL_ERROR_NOT_FOUND, NULL, _("There is no record “%s”."), fill->record);
      return FALSE;
    }

  workflow = bell_definitions_workflow (fill->desk.definitions, record->workflow);
  kind = workflow != NULL ? workflow->kinds[fill->slot] : NULL;
  func = find_filler (kind != NULL ? kind->id : NULL);
  if (func == NULL)
    {
      bell_error_set (error, BELL_ERROR_REFUSED, _("Fill it in by hand."), _("The program cannot fill in “%s”."),
                      kind != NULL ? kind->name : bell_slot_label (fill->slot));
      return FALSE;
    }

  fill->command = bell_command_new ("record.set", "slot", bell_enum_nick (BELL_TYPE_SLOT, fill->slot),
                                    "reason", _("Counted by the program."), NULL);
  bell_command_set_id (fill->command, "record", bell_entity_get_id (BELL_ENTITY (record)));
  return func (fill, txn, error);
}

/* --- The desk's calls --- */

static Fill *
fill_new (BellDesk    *self,
          const char  *record,
          BellSlot     slot,
          GError     **error)
{
  Fill *fill;

  if (self->person == NULL)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Choose your name and type your PIN."), _("Nobody is signed in."));
      return NULL;
    }

  fill = g_new0 (Fill, 1);
  bell_snapshot_take (&fill->desk, self);
  fill->path = g_strdup (self->path);
  fill->record = g_strdup (record);
  fill->slot = slot;
  return fill;
}

static void
submitted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;
  BellOutcome *outcome = bell_desk_submit_finish (BELL_DESK (source), result, &error);

  if (outcome != NULL)
    g_task_return_pointer (task, outcome, (GDestroyNotify) bell_outcome_free);
  else
    g_task_return_error (task, error);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GTask) task = data;
  Fill *fill = g_task_get_task_data (task);
  GError *error = NULL;

  if (bell_store_read_finish (BELL_STORE (source), result, &error))
    bell_desk_submit_async (g_task_get_source_object (task), fill->command, NULL, submitted_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

void
bell_desk_fill_item_async (BellDesk            *self,
                           const char          *record,
                           BellSlot             slot,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Fill *fill;

  g_return_if_fail (BELL_IS_DESK (self));
  g_return_if_fail (record != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, bell_desk_fill_item_async);
  fill = fill_new (self, record, slot, &error);
  if (fill == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, fill, (GDestroyNotify) fill_free);
  bell_store_read_async (self->store, run_fill, fill, NULL, cancellable, counted_cb, g_steal_pointer (&task));
}

BellOutcome *
bell_desk_fill_item_finish (BellDesk      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

BellOutcome *
bell_desk_fill_item (BellDesk    *self,
                     const char  *record,
                     BellSlot     slot,
                     GError     **error)
{
  g_autoptr(Fill) fill = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  fill = fill_new (self, record, slot, error);
  if (fill == NULL || !bell_store_read (self->store, run_fill, fill, NULL, error))
    return NULL;
  return bell_desk_submit (self, fill->command, error);
}
