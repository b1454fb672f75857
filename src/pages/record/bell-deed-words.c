/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-deed-words.h"
#include "bell-money.h"
#include "bell-words.h"

/*
 * Each entry of a deed is one field of one row. The most telling one becomes the headline; changed values become
 * lines under it; what follows by itself (a status that settled, who confirmed, when) is left out.
 */
typedef struct
{
  BellDesk *desk;
  BellDossier *dossier;
  const char *who;
  int weight;
  char *headline;
  GString *details;
} Telling;

typedef enum
{
  WEIGHT_NOTHING,
  WEIGHT_FOLLOWS,
  WEIGHT_VALUE,
  WEIGHT_PART,
  WEIGHT_STEP,
  WEIGHT_DECISION,
  WEIGHT_OPENED,
} Weight;

void
bell_deed_words_free (BellDeedWords *self)
{
  g_free (self->headline);
  g_free (self->details);
  g_free (self->why);
  g_free (self);
}

/* Takes @headline over; the heavier one stays, the first among equals. */
static void
take (Telling *telling,
      Weight   weight,
      char    *headline)
{
  if ((int) weight <= telling->weight)
    {
      g_free (headline);
      return;
    }
  g_free (telling->headline);
  telling->headline = headline;
  telling->weight = weight;
}

static void
add_detail (Telling *telling,
            char    *line)
{
  g_string_append_printf (telling->details, "%s%s", telling->details->len > 0 ? "\n" : "", line);
  g_free (line);
}

static gpointer
find_in (GListStore   *list,
         const BellId *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(BellEntity) entity = g_list_model_get_item (G_LIST_MODEL (list), i);

      /* The list keeps it. */
      if (bell_id_equal (bell_entity_get_id (entity), id))
        return entity;
    }
  return NULL;
}

static gboolean
is_field (BellJournalEntry *entry,
          const char       *field)
{
  return g_strcmp0 (entry->field, field) == 0;
}

static const char *
status_word (const char *nick)
{
  int status;

  if (nick == NULL || !bell_enum_from_nick (BELL_TYPE_STATUS, nick, &status))
    return nick != NULL ? nick : "";
  return bell_status_label (status);
}

static const char *
staff_word (Telling    *telling,
            const char *id)
{
  BellId staff;

  return id != NULL && bell_id_parse (id, &staff) ? bell_desk_get_staff_name (telling->desk, &staff) : _("nobody");
}

/* --- One function a table --- */

static void
tell_record_status (Telling          *telling,
                    BellJournalEntry *entry)
{
  int from = -1, to = -1;

  bell_enum_from_nick (BELL_TYPE_STATUS, entry->old_value != NULL ? entry->old_value : "", &from);
  bell_enum_from_nick (BELL_TYPE_STATUS, entry->new_value != NULL ? entry->new_value : "", &to);
  if (to == BELL_STATUS_COMPLETE)
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s closed the record"), telling->who));
  else if (from == BELL_STATUS_COMPLETE)
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s reopened the record"), telling->who));
  else if (to == BELL_STATUS_BLOCKED)
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s blocked the record"), telling->who));
  else if (from == BELL_STATUS_BLOCKED)
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s took away the block"), telling->who));
  else
    /* Translators: a person and a status */
    take (telling, WEIGHT_FOLLOWS, g_strdup_printf (_("%s moved the record to “%s”"), telling->who, status_word (entry->new_value)));
}

static void
tell_record (Telling          *telling,
             BellJournalEntry *entry)
{
  if (entry->verb == BELL_VERB_PUT)
    take (telling, WEIGHT_OPENED, g_strdup_printf (_("%s opened the record"), telling->who));
  else if (is_field (entry, "status"))
    tell_record_status (telling, entry);
  else if (is_field (entry, "owner"))
    /* Translators: a person, and two persons */
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s handed the record over from %s to %s"), telling->who,
                                                     staff_word (telling, entry->old_value), staff_word (telling, entry->new_value)));
  else if (is_field (entry, "waits_for") && entry->new_value != NULL)
    add_detail (telling, g_strdup_printf (_("Waits for: %s"), entry->new_value));
  else if (is_field (entry, "title"))
    add_detail (telling, g_strdup_printf (_("Title: %s"), entry->new_value != NULL ? entry->new_value : ""));
  else if (is_field (entry, "due_at"))
    take (telling, WEIGHT_FOLLOWS, g_strdup_printf (_("%s changed when it is due"), telling->who));
}

static void
tell_value (Telling            *telling,
            BellJournalEntry   *entry,
            const BellFieldDef *field,
            const char         *kind)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  take (telling, WEIGHT_VALUE, entry->old_value == NULL && !entry->hidden
        ? g_strdup_printf (_("%s filled in %s"), telling->who, kind)
        : g_strdup_printf (_("%s changed %s"), telling->who, kind));
  if (entry->erased)
    {
      /* Translators: the name of a field */
      add_detail (telling, g_strdup_printf (_("%s: erased with the guest"), field->label));
      return;
    }
  if (entry->hidden)
    {
      add_detail (telling, g_strdup_printf (_("%s: hidden from your role"), field->label));
      return;
    }

  before = bell_desk_tell_value (telling->desk, telling->dossier, field, entry->old_value);
  after = bell_desk_tell_value (telling->desk, telling->dossier, field, entry->new_value);
  if (entry->old_value == NULL)
    add_detail (telling, g_strdup_printf ("%s: %s", field->label, after));
  else
    add_detail (telling, g_strdup_printf ("%s: %s → %s", field->label, before, *after != '\0' ? after : _("nothing")));
}

static void
tell_item (Telling          *telling,
           BellJournalEntry *entry)
{
  const BellFieldDef *field;
  const BellKind *kind = NULL;

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      BellItem *item = telling->dossier->items[slot];

      if (item != NULL && bell_id_equal (bell_entity_get_id (BELL_ENTITY (item)), &entry->entity))
        kind = bell_desk_kind_of (telling->desk, telling->dossier, slot);
    }
  if (kind == NULL)
    return;

  field = entry->field != NULL ? bell_kind_field (kind, entry->field) : NULL;
  if (entry->verb == BELL_VERB_PUT)
    take (telling, WEIGHT_FOLLOWS, g_strdup_printf (_("%s began %s"), telling->who, kind->name));
  else if (is_field (entry, "completed_at") && entry->new_value != NULL)
    take (telling, WEIGHT_STEP, g_strdup_printf (_("%s completed %s"), telling->who, kind->name));
  else if (is_field (entry, "checked_at") && entry->new_value != NULL)
    take (telling, WEIGHT_STEP, g_strdup_printf (_("%s checked %s"), telling->who, kind->name));
  else if (field != NULL)
    tell_value (telling, entry, field, kind->name);
}

static void
tell_task_status (Telling          *telling,
                  BellJournalEntry *entry,
                  const char       *title)
{
  int to = -1, from = -1;

  bell_enum_from_nick (BELL_TYPE_STATUS, entry->new_value != NULL ? entry->new_value : "", &to);
  bell_enum_from_nick (BELL_TYPE_STATUS, entry->old_value != NULL ? entry->old_value : "", &from);
  if (to == BELL_STATUS_COMPLETE)
    /* Translators: a person and the title of a task; so are the following */
    take (telling, WEIGHT_STEP, g_strdup_printf (_("%s finished “%s”"), telling->who, title));
  else if (to == BELL_STATUS_BLOCKED)
    take (telling, WEIGHT_STEP, g_strdup_printf (_("%s blocked “%s”"), telling->who, title));
  else if (from == BELL_STATUS_COMPLETE)
    take (telling, WEIGHT_STEP, g_strdup_printf (_("%s took “%s” up again"), telling->who, title));
  else if (to == BELL_STATUS_PENDING)
    take (telling, WEIGHT_STEP, g_strdup_printf (_("%s took “%s”"), telling->who, title));
  else
    take (telling, WEIGHT_STEP, g_strdup_printf (_("%s moved “%s” to “%s”"), telling->who, title, status_word (entry->new_value)));
}

static void
tell_task (Telling          *telling,
           BellJournalEntry *entry)
{
  BellTask *task = find_in (telling->dossier->tasks, &entry->entity);
  const char *title = task != NULL && task->title != NULL ? task->title : _("a task");

  if (entry->verb == BELL_VERB_PUT)
    take (telling, WEIGHT_PART, g_strdup_printf (_("%s added the task “%s”"), telling->who, title));
  else if (is_field (entry, "status"))
    tell_task_status (telling, entry, title);
  else if (is_field (entry, "assignee"))
    /* Translators: a person, the title of a task, a person */
    take (telling, WEIGHT_PART, g_strdup_printf (_("%s gave “%s” to %s"), telling->who, title, staff_word (telling, entry->new_value)));
  else if (is_field (entry, "waits_for") && entry->new_value != NULL)
    add_detail (telling, g_strdup_printf (_("Waits for: %s"), entry->new_value));
  else if (is_field (entry, "notes"))
    {
      take (telling, WEIGHT_PART, g_strdup_printf (_("%s wrote a note on “%s”"), telling->who, title));
      add_detail (telling, g_strdup (entry->new_value != NULL ? entry->new_value : ""));
    }
}

static void
tell_exception (Telling          *telling,
                BellJournalEntry *entry)
{
  BellException *exception = find_in (telling->dossier->exceptions, &entry->entity);
  int decision;

  if (entry->verb == BELL_VERB_PUT)
    {
      take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s raised an exception"), telling->who));
      if (exception != NULL)
        add_detail (telling, bell_words_join (exception->cause, exception->note));
    }
  else if (is_field (entry, "decision") && bell_enum_from_nick (BELL_TYPE_DECISION, entry->new_value != NULL ? entry->new_value : "", &decision))
    {
      take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s reviewed the exception: %s"), telling->who, bell_decision_label (decision)));
      if (exception != NULL && exception->comment != NULL)
        add_detail (telling, g_strdup (exception->comment));
    }
}

static void
tell_approval (Telling          *telling,
               BellJournalEntry *entry)
{
  BellApproval *approval = find_in (telling->dossier->approvals, &entry->entity);
  g_autofree char *what = approval != NULL ? bell_words_proposal (telling->desk, approval) : g_strdup (_("a change"));
  int state;

  if (entry->verb == BELL_VERB_PUT)
    /* Translators: a person and what is to change; so are the following */
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s proposed: %s"), telling->who, what));
  else if (!is_field (entry, "state") || !bell_enum_from_nick (BELL_TYPE_APPROVAL_STATE, entry->new_value != NULL ? entry->new_value : "", &state))
    return;
  else if (state == BELL_APPROVAL_STATE_APPROVED)
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s approved: %s"), telling->who, what));
  else if (state == BELL_APPROVAL_STATE_REJECTED)
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s refused: %s"), telling->who, what));
  else
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s took back the proposal: %s"), telling->who, what));
  if (approval != NULL)
    add_detail (telling, bell_words_change (telling->desk, approval));
}

static void
tell_money (Telling          *telling,
            BellJournalEntry *entry)
{
  BellMoneyLine *line = find_in (telling->dossier->money, &entry->entity);
  int posting;

  if (entry->verb == BELL_VERB_ADD || entry->verb == BELL_VERB_PUT)
    {
      g_autofree char *amount = line != NULL ? bell_money_format (line->minor, line->currency) : NULL;

      if (line == NULL)
        take (telling, WEIGHT_PART, g_strdup_printf (_("%s added a money line"), telling->who));
      else if (!bell_id_is_none (&line->reverses))
        take (telling, WEIGHT_STEP, g_strdup_printf (_("%s reversed a money line"), telling->who));
      else
        /* Translators: a person, a kind of money line and an amount: "Marta Silva added: Refund 12.00 EUR" */
        take (telling, WEIGHT_STEP, g_strdup_printf (_("%s added: %s %s"), telling->who, bell_money_kind_label (line->kind), amount));
    }
  else if (is_field (entry, "posting") && bell_enum_from_nick (BELL_TYPE_POSTING, entry->new_value != NULL ? entry->new_value : "", &posting))
    take (telling, WEIGHT_PART, g_strdup_printf (_("%s moved a money line to: %s"), telling->who, bell_posting_label (posting)));
}

static void
tell_alert (Telling          *telling,
            BellJournalEntry *entry)
{
  BellAlert *alert = find_in (telling->dossier->alerts, &entry->entity);

  if (entry->verb != BELL_VERB_PUT)
    {
      if (is_field (entry, "seen_at"))
        take (telling, WEIGHT_PART, g_strdup_printf (_("%s saw the alert"), telling->who));
      return;
    }
  take (telling, WEIGHT_FOLLOWS, alert != NULL && alert->role != NULL
        /* Translators: a role */
        ? g_strdup_printf (_("Alert for: %s"), bell_words_role (telling->desk, alert->role))
        : g_strdup (_("An alert was raised")));
  if (alert != NULL && telling->weight <= WEIGHT_FOLLOWS)
    add_detail (telling, g_strdup (alert->text));
}

static void
tell_entry (Telling          *telling,
            BellJournalEntry *entry)
{
  static const struct
  {
    const char *table;
    void (*tell) (Telling *, BellJournalEntry *);
  } tables[] = {
    { "record", tell_record }, { "item", tell_item }, { "task", tell_task }, { "exception", tell_exception },
    { "approval", tell_approval }, { "money_line", tell_money }, { "alert", tell_alert },
  };

  if (entry->verb == BELL_VERB_ERASE)
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s erased the guest’s data"), telling->who));
  else if (entry->verb == BELL_VERB_REVEAL)
    take (telling, WEIGHT_DECISION, g_strdup_printf (_("%s looked at the guest’s name"), telling->who));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (tables[i].table, entry->kind) == 0)
      tables[i].tell (telling, entry);
}

BellDeedWords *
bell_deed_tell (BellDeed    *deed,
                BellDesk    *desk,
                BellDossier *dossier)
{
  BellDeedWords *words = g_new0 (BellDeedWords, 1);
  GPtrArray *entries;
  BellJournalEntry *first;
  Telling telling = { 0 };

  g_return_val_if_fail (BELL_IS_DEED (deed), words);

  entries = bell_deed_get_entries (deed);
  first = bell_deed_get_first (deed);
  /* Translators: who did what no person did: the program */
  telling = (Telling) { desk, dossier, first->who_name != NULL ? first->who_name : _("Deskbell"), 0, NULL, g_string_new (NULL) };
  for (guint i = 0; i < entries->len; i++)
    tell_entry (&telling, entries->pdata[i]);

  words->headline = telling.headline != NULL ? telling.headline : g_strdup_printf (_("%s changed the record"), telling.who);
  words->details = g_string_free (telling.details, telling.details->len == 0);
  words->why = first->why != NULL && *first->why != '\0' ? g_strdup (first->why) : NULL;
  return words;
}
