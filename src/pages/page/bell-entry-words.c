/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bell-date.h"
#include "bell-desk-record.h"
#include "bell-entry-words.h"

/* The tables of the journal: what one is called, and many. */
static const struct
{
  const char *kind;
  const char *one;
  const char *many;
} kinds[] = {
  { "record", N_("Record"), N_("Records") },
  { "item", N_("Values"), N_("Values") },
  { "task", N_("Task"), N_("Tasks") },
  { "exception", N_("Exception"), N_("Exceptions") },
  { "approval", N_("Proposal"), N_("Proposals") },
  { "money_line", N_("Money line"), N_("Money lines") },
  { "alert", N_("Alert"), N_("Alerts") },
  { "stay", N_("Stay"), N_("Stays") },
  { "guest", N_("Guest"), N_("Guests") },
  { "staff", N_("Person"), N_("People") },
  { "shift", N_("Shift"), N_("Shifts") },
  { "setting", N_("Set-up"), N_("Set-up") },
  { "property", N_("Hotel"), N_("Hotels") },
};

/* The columns of those tables. */
static const struct
{
  const char *column;
  const char *label;
} columns[] = {
  { "active", N_("Works here") },
  { "address", N_("Address") },
  { "adults", N_("Adults") },
  { "approved_by", N_("Approved by") },
  { "arrival", N_("Arrival") },
  { "assignee", N_("Assignee") },
  { "blocked_at", N_("Blocked since") },
  { "blocked_reason", N_("Why blocked") },
  { "cause", N_("Cause") },
  { "checked_at", N_("Checked at") },
  { "checked_by", N_("Checked by") },
  { "children", N_("Children") },
  { "city", N_("City") },
  { "closed_at", N_("Closed at") },
  { "code", N_("Code") },
  { "comment", N_("Comment") },
  { "company", N_("Company") },
  { "completed_at", N_("Completed at") },
  { "completed_by", N_("Completed by") },
  { "confirmation", N_("Confirmation number") },
  { "country", N_("Country") },
  { "currency", N_("Currency") },
  { "decided_at", N_("Decided at") },
  { "decided_by", N_("Decided by") },
  { "decision", N_("Decision") },
  { "decision_reason", N_("Reason") },
  { "department", N_("Department") },
  { "departure", N_("Departure") },
  { "done_at", N_("Done at") },
  { "due_at", N_("Due") },
  { "email", N_("E-mail") },
  { "ends_at", N_("Ends at") },
  { "first_name", N_("First name") },
  { "group_name", N_("Travel group") },
  { "guest", N_("Guest") },
  { "impact", N_("Impact") },
  { "kind", N_("Kind") },
  { "ladder", N_("Escalation") },
  { "ladder_at", N_("Escalation") },
  { "ladder_level", N_("Escalation") },
  { "ladder_warned", N_("Escalation") },
  { "language", N_("Language") },
  { "last_name", N_("Last name") },
  { "minor", N_("Amount") },
  { "mismatch", N_("What the stay disagrees with") },
  { "name", N_("Name") },
  { "notes", N_("Notes") },
  { "number", N_("Number") },
  { "opened_at", N_("Opened at") },
  { "opened_by", N_("Opened by") },
  { "owner", N_("Owner") },
  { "owner_role", N_("Role of the owner") },
  { "owner_why", N_("Why this owner") },
  { "paused", N_("Time paused") },
  { "phone", N_("Telephone") },
  { "posting", N_("Posting") },
  { "prefix", N_("Form of address") },
  { "raised_by", N_("Raised by") },
  { "rate_plan", N_("Rate plan") },
  { "reason", N_("Reason") },
  { "reference", N_("Reference") },
  { "reopened", N_("Reopened") },
  { "requests", N_("Special requests") },
  { "reversed", N_("Reversed") },
  { "reviewed_at", N_("Reviewed at") },
  { "reviewed_by", N_("Reviewed by") },
  { "role", N_("Role") },
  { "roles", N_("Roles") },
  { "room", N_("Room") },
  { "room_type", N_("Room type") },
  { "rooms", N_("Rooms") },
  { "seen_at", N_("Seen at") },
  { "seen_by", N_("Seen by") },
  { "segment", N_("Market segment") },
  { "staff", N_("Person") },
  { "started_at", N_("Started at") },
  { "starts_at", N_("Starts at") },
  { "state", N_("State") },
  { "status", N_("Status") },
  { "stay", N_("Stay") },
  { "surname", N_("Surname") },
  { "text", N_("Text") },
  { "title", N_("Title") },
  { "vip", N_("VIP") },
  { "waits_for", N_("Waits for") },
  { "workflow", N_("Workflow") },
  { "zone", N_("Time zone") },
};

static const char *
one_of (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return _(kinds[i].one);
  return kind != NULL ? kind : "";
}

const char *
bell_entry_kind_label (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return _(kinds[i].many);
  return kind != NULL ? kind : "";
}

const char *const *
bell_entry_kinds (void)
{
  static const char *list[G_N_ELEMENTS (kinds) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    list[i] = kinds[i].kind;
  return list;
}

/* "task GE-1042" is told by the number; what belongs to no record by its kind alone. */
static char *
thing_of (BellJournalEntry *entry)
{
  if (entry->number == NULL)
    return g_strdup (one_of (entry->kind));
  if (g_strcmp0 (entry->kind, "record") == 0)
    return g_strdup (entry->number);
  /* Translators: the number of a record and a part of it: "GE-1042, task" */
  return g_strdup_printf (_("%s, %s"), entry->number, one_of (entry->kind));
}

/* The label of a field of some kind of work, else that of the column, else its name without its dashes. */
static char *
field_words (BellDesk         *desk,
             BellJournalEntry *entry)
{
  GPtrArray *all = bell_definitions_kinds (bell_desk_get_definitions (desk));
  char *words;

  for (guint i = 0; g_strcmp0 (entry->kind, "item") == 0 && i < all->len; i++)
    {
      const BellFieldDef *field = bell_kind_field (all->pdata[i], entry->field);

      if (field != NULL)
        return g_strdup (field->label);
    }

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].column, entry->field))
      return g_strdup (_(columns[i].label));

  words = g_strdup (entry->field);
  g_strdelimit (words, "_-", ' ');
  words[0] = g_ascii_toupper (words[0]);
  return words;
}

static char *
tell_reveal (BellJournalEntry *entry)
{
  if (g_strcmp0 (entry->field, "sign-in") == 0)
    return g_strdup (g_strcmp0 (entry->new_value, "wrong-pin") == 0 ? _("Wrong PIN at sign-in") : _("Signed in"));
  if (g_strcmp0 (entry->field, "export") == 0)
    return g_strdup (_("Guest’s data exported"));
  return g_strdup (_("Guest’s name revealed"));
}

char *
bell_entry_dup_headline (BellJournalEntry *entry,
                         BellDesk         *desk)
{
  g_autofree char *thing = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *field = NULL;

  g_return_val_if_fail (BELL_IS_JOURNAL_ENTRY (entry), NULL);
  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  thing = thing_of (entry);
  field = entry->field != NULL ? field_words (desk, entry) : NULL;
  switch ((BellVerb) entry->verb)
    {
    case BELL_VERB_PUT:
    case BELL_VERB_ADD:
      /* Translators: a thing of the hotel came into being: "GE-1042 added"; so are the following */
      return g_strdup_printf (_("%s added"), thing);
    case BELL_VERB_MOVE:
    case BELL_VERB_OWN:
      before = bell_entry_dup_value (entry, desk, FALSE);
      after = bell_entry_dup_value (entry, desk, TRUE);
      if (before == NULL)
        return g_strdup_printf ("%s: %s", thing, after != NULL ? after : "");
      return g_strdup_printf ("%s: %s → %s", thing, before, after != NULL ? after : _("nobody"));
    case BELL_VERB_ERASE:
      return g_strdup_printf (_("%s erased"), thing);
    case BELL_VERB_REVEAL:
      return tell_reveal (entry);
    case BELL_VERB_SET:
    default:
      return field != NULL ? g_strdup_printf (_("%s changed: %s"), thing, field) : g_strdup_printf (_("%s changed"), thing);
    }
}

static gboolean
is_status_of_work (BellJournalEntry *entry)
{
  static const char *const tables[] = { "record", "item", "task", NULL };

  return g_strcmp0 (entry->field, "status") == 0 && g_strv_contains (tables, entry->kind);
}

static char *
tell_text (BellJournalEntry *entry,
           BellDesk         *desk,
           const char       *text)
{
  GPtrArray *all = bell_definitions_kinds (bell_desk_get_definitions (desk));
  gint64 instant;
  BellId id;
  int status;

  if (is_status_of_work (entry) && bell_enum_from_nick (BELL_TYPE_STATUS, text, &status))
    return g_strdup (bell_status_label (status));
  if (g_strcmp0 (entry->kind, "stay") == 0 && g_strcmp0 (entry->field, "status") == 0 &&
      bell_enum_from_nick (BELL_TYPE_STAY_STATUS, text, &status))
    return g_strdup (bell_stay_status_label (status));
  if (bell_id_parse (text, &id))
    {
      const char *name = bell_desk_get_staff_name (desk, &id);

      return g_strdup (*name != '\0' ? name : text);
    }
  for (guint i = 0; g_strcmp0 (entry->kind, "item") == 0 && entry->field != NULL && i < all->len; i++)
    {
      const BellFieldDef *field = bell_kind_field (all->pdata[i], entry->field);

      if (field != NULL && bell_value_is_valid (field->type, text) &&
          (field->type != BELL_VALUE_CHOICE || bell_field_def_choice (field, text) != NULL))
        return bell_value_format (field, text, bell_desk_get_zone (desk));
    }
  if (strlen (text) >= 20 && text[10] == 'T' && bell_time_from_iso8601 (text, NULL, &instant))
    return bell_time_format (instant, bell_desk_get_zone (desk), _("%-d %b %Y, %H:%M"));
  return g_strdup (text);
}

char *
bell_entry_dup_value (BellJournalEntry *entry,
                      BellDesk         *desk,
                      gboolean          after)
{
  const char *text;

  g_return_val_if_fail (BELL_IS_JOURNAL_ENTRY (entry), NULL);
  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  text = after ? entry->new_value : entry->old_value;
  if (text != NULL)
    return tell_text (entry, desk, text);
  if (entry->hidden)
    return g_strdup (_("Hidden from your role"));
  if (entry->erased && after)
    return g_strdup (_("Erased with the guest"));
  return NULL;
}
