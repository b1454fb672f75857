/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>

#include "bell-ctl-json.h"
#include "bell-desk-record.h"

static const BellCtlColumn record_columns[] = {
  { "number", N_("Number") },
  { "status", N_("Status") },
  { "room", N_("Room") },
  { "title", N_("Title") },
  { "owner_name", N_("Owner") },
  { "due_at", N_("Due") },
  { "next_text", N_("Next") },
  { NULL }
};

static const BellCtlColumn task_columns[] = {
  { "id", N_("Task") },
  { "status", N_("Status") },
  { "department", N_("Department") },
  { "title", N_("Title") },
  { "assignee_name", N_("Assignee") },
  { "due_at", N_("Due") },
  { NULL }
};

static const BellCtlColumn exception_columns[] = {
  { "id", N_("Exception") },
  { "state", N_("State") },
  { "impact", N_("Impact") },
  { "cause", N_("Cause") },
  { "note", N_("Note") },
  { "decision", N_("Decision") },
  { "comment", N_("Comment") },
  { NULL }
};

static const BellCtlColumn approval_columns[] = {
  { "id", N_("Proposal") },
  { "state", N_("State") },
  { "field", N_("Field") },
  { "old_value", N_("Old") },
  { "new_value", N_("New") },
  { "proposed_name", N_("By") },
  { "reason", N_("Reason") },
  { NULL }
};

static const BellCtlColumn money_columns[] = {
  { "id", N_("Line") },
  { "kind", N_("Kind") },
  { "minor", N_("Minor units") },
  { "currency", N_("Currency") },
  { "posting", N_("Posting") },
  { "cause", N_("Cause") },
  { NULL }
};

static const BellCtlColumn timeline_columns[] = {
  { "at", N_("When") },
  { "who_name", N_("Who") },
  { "verb", N_("Did") },
  { "kind", N_("What") },
  { "field", N_("Field") },
  { "old_value", N_("Old") },
  { "new_value", N_("New") },
  { "why", N_("Why") },
  { NULL }
};

/* --- record show --- */

static void
add_items (JsonBuilder *builder,
           BellDossier *dossier)
{
  json_builder_set_member_name (builder, "items");
  json_builder_begin_object (builder);
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      json_builder_set_member_name (builder, bell_enum_nick (BELL_TYPE_SLOT, slot));
      bell_ctl_add_entity (builder, dossier->items[slot] != NULL ? BELL_ENTITY (dossier->items[slot]) : NULL);
    }
  json_builder_end_object (builder);
}

/* Each thing that must still be done before it can be closed. */
static void
add_missing (JsonBuilder *builder,
             GPtrArray   *missing)
{
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < missing->len; i++)
    {
      BellMissing *one = missing->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "code");
      json_builder_add_string_value (builder, one->code);
      json_builder_set_member_name (builder, "sentence");
      json_builder_add_string_value (builder, one->sentence);
      json_builder_set_member_name (builder, "command");
      json_builder_add_string_value (builder, one->command);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
show_json (BellDossier *dossier,
           GPtrArray   *missing,
           GPtrArray   *timeline)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "record");
  bell_ctl_add_entity (builder, BELL_ENTITY (dossier->record));
  add_items (builder, dossier);
  bell_ctl_add_list (builder, "tasks", G_LIST_MODEL (dossier->tasks));
  bell_ctl_add_list (builder, "exceptions", G_LIST_MODEL (dossier->exceptions));
  bell_ctl_add_list (builder, "approvals", G_LIST_MODEL (dossier->approvals));
  bell_ctl_add_list (builder, "alerts", G_LIST_MODEL (dossier->alerts));
  bell_ctl_add_list (builder, "money", G_LIST_MODEL (dossier->money));
  json_builder_set_member_name (builder, "stay");
  bell_ctl_add_entity (builder, dossier->stay != NULL ? BELL_ENTITY (dossier->stay) : NULL);
  json_builder_set_member_name (builder, "guest");
  bell_ctl_add_entity (builder, dossier->guest != NULL ? BELL_ENTITY (dossier->guest) : NULL);
  add_missing (builder, missing);
  if (timeline != NULL)
    {
      json_builder_set_member_name (builder, "timeline");
      json_builder_begin_array (builder);
      for (guint i = 0; i < timeline->len; i++)
        bell_ctl_add_entity (builder, timeline->pdata[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  bell_ctl_print_json (builder);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
show_item (BellCtl  *self,
           BellItem *item)
{
  const BellKind *kind = bell_definitions_kind (bell_desk_get_definitions (self->desk), item->kind);
  guint count = item->values != NULL ? g_hash_table_size (item->values) : 0;
  g_autofree const char **names = count > 0 ? (const char **) g_hash_table_get_keys_as_array (item->values, NULL) : NULL;

  printf ("\n%s: %s, %s%s\n", bell_slot_label (item->slot), kind != NULL ? kind->name : item->kind, bell_status_label (item->status),
          item->checked_at != 0 ? _(", checked") : "");
  if (count > 0)
    qsort (names, count, sizeof *names, compare_names);
  for (guint i = 0; i < count; i++)
    printf ("  %-16s %s\n", names[i], (const char *) g_hash_table_lookup (item->values, names[i]));
  if (item->hidden != 0)
    printf ("  %s\n", _("There is more that you may not see."));
}

static void
show_part (BellCtl             *self,
           const char          *heading,
           GListStore          *list,
           const BellCtlColumn *columns)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));
  if (rows->len == 0)
    return;

  printf ("\n%s\n", heading);
  bell_ctl_show_entities (self, rows, columns);
}

static void
show_plain (BellCtl     *self,
            BellDossier *dossier,
            GPtrArray   *missing,
            GPtrArray   *timeline)
{
  bell_ctl_show_entity (self, BELL_ENTITY (dossier->record));
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    if (dossier->items[slot] != NULL)
      show_item (self, dossier->items[slot]);

  show_part (self, _("Tasks"), dossier->tasks, task_columns);
  show_part (self, _("Exceptions"), dossier->exceptions, exception_columns);
  show_part (self, _("Proposals"), dossier->approvals, approval_columns);
  show_part (self, _("Money"), dossier->money, money_columns);
  if (missing->len > 0)
    printf ("\n%s\n", _("Missing before it can be closed"));
  for (guint i = 0; i < missing->len; i++)
    printf ("  %s\n", ((BellMissing *) missing->pdata[i])->sentence);
  if (timeline != NULL)
    {
      printf ("\n%s\n", _("Timeline"));
      bell_ctl_show_entities (self, timeline, timeline_columns);
    }
}

static gboolean
record_show (BellCtl  *self,
             GError  **error)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_TIMELINE);
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GPtrArray) timeline = NULL;
  g_autoptr(GPtrArray) missing = NULL;

  if (!bell_ctl_enter (self, error) || (dossier = bell_desk_open_record (self->desk, self->words[0], error)) == NULL)
    return FALSE;

  query->of = *bell_entity_get_id (BELL_ENTITY (dossier->record));
  if (bell_ctl_get (self, "timeline") != NULL && (timeline = bell_ctl_read_all (self, query, G_MAXUINT, error)) == NULL)
    return FALSE;

  missing = bell_desk_missing (self->desk, dossier);
  if (self->json)
    show_json (dossier, missing, timeline);
  else
    show_plain (self, dossier, missing, timeline);
  return TRUE;
}

/* --- The table --- */

static const BellCtlOption new_options[] = {
  { "workflow", "workflow", NULL, "ID", N_("customer-journey, crm, guest-experience, package, boutique or one of the hotel’s own") },
  { "title", "title", NULL, "TEXT", N_("What it is about; the definition says it otherwise") },
  { "stay", "stay", NULL, "CONFIRMATION", N_("The stay concerned") },
  { "room", "room", NULL, "ROOM", N_("The room; whoever is in it today is the stay") },
  { "department", "department", NULL, "ID", N_("Department that does the work") },
  { "due", "due", NULL, "TIME", N_("When it is promised") },
  { "trigger", "trigger", NULL, "ID", N_("What started it: request, booking, task, finance, import, feedback") },
  { "owner", "person", NULL, "NAME", N_("Ask for this owner; else the owner rule names one") },
  { "reason", "reason", NULL, "TEXT", N_("Why this owner") },
  { "task", "task", NULL, "TEXT", N_("Title of the first task") },
  { "no-task", "task", "", NULL, N_("Make no task") },
  { NULL }
};

static const BellCtlOption list_options[] = {
  { "workflow", "workflow", NULL, "ID", N_("Only this workflow") },
  { "status", "status", NULL, "STATUS", N_("Only this status: new, pending, approved, blocked, complete") },
  { "open", "open", "yes", NULL, N_("Leave out what is complete") },
  { "owner", "person", NULL, "NAME", N_("Only what this person owns") },
  { "department", "department", NULL, "ID", N_("Only this department") },
  { "text", "text", NULL, "WORDS", N_("Only what these words find") },
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlOption show_options[] = {
  { "timeline", "timeline", "yes", NULL, N_("Also everything that happened to it") },
  { NULL }
};

static const BellCtlOption reason_options[] = {
  { "reason", "reason", NULL, "TEXT", N_("Why") },
  { NULL }
};

static const BellCtlOption status_options[] = {
  { "reason", "reason", NULL, "TEXT", N_("Why") },
  { "waits-for", "waits-for", NULL, "TEXT", N_("Whom or what a blocked one waits for") },
  { NULL }
};

static const BellCtlVerb new_verb = { "record.new", { NULL }, { NULL }, "f." };
static const BellCtlVerb set_verb = { "record.set", { "record", "slot" }, { NULL }, "f." };
static const BellCtlVerb check_verb = { "record.check", { "record", "slot" } };
static const BellCtlVerb status_verb = { "record.status", { "record", "to" } };
static const BellCtlVerb own_verb = { "record.own", { "record", "to" } };
static const BellCtlVerb block_verb = { "record.status", { "record" }, { "to", "blocked" } };
static const BellCtlVerb reopen_verb = { "record.status", { "record" }, { "to", "pending" } };
static const BellCtlVerb close_verb = { "record.status", { "record" }, { "to", "complete" } };
static const BellCtlVerb complete_verb = { "item.complete", { "record", "slot" } };
static const BellCtlList record_list = { BELL_LIST_RECORDS, record_columns };

const BellCtlCommand bell_ctl_record_commands[] = {
  { "record new", "--workflow ID [FIELD=VALUE | SLOT.FIELD=VALUE]…", N_("Opens a record; a rule names its owner."), new_options, 0, G_MAXUINT, bell_ctl_do_verb, &new_verb },
  { "record list", "", N_("Lists records, newest first."), list_options, 0, 0, bell_ctl_do_list, &record_list },
  { "record show", "RECORD", N_("Shows a record with all that you may see of it."), show_options, 1, 1, record_show },
  { "record set", "RECORD SLOT FIELD=VALUE…", N_("Changes values; what needs an approval becomes a proposal. An empty value takes it out."), reason_options, 3, G_MAXUINT, bell_ctl_do_verb, &set_verb },
  { "record check", "RECORD SLOT", N_("Confirms the values of a slot after testing them against the rules."), NULL, 2, 2, bell_ctl_do_verb, &check_verb },
  { "record status", "RECORD STATUS", N_("Moves a record to another status."), status_options, 2, 2, bell_ctl_do_verb, &status_verb },
  { "record own", "RECORD PERSON --reason TEXT", N_("Hands a record over to another owner."), reason_options, 2, 2, bell_ctl_do_verb, &own_verb },
  { "record block", "RECORD --reason TEXT --waits-for TEXT", N_("Blocks a record; its escalation clock pauses."), status_options, 1, 1, bell_ctl_do_verb, &block_verb },
  { "record reopen", "RECORD --reason TEXT", N_("Opens a complete record again."), reason_options, 1, 1, bell_ctl_do_verb, &reopen_verb },
  { "record close", "RECORD", N_("Completes a record, or says what is missing."), NULL, 1, 1, bell_ctl_do_verb, &close_verb },
  { "record complete-item", "RECORD SLOT", N_("Completes the work of one slot."), reason_options, 2, 2, bell_ctl_do_verb, &complete_verb },
  { NULL }
};
