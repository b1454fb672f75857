/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-clock.h"
#include "bell-date.h"
#include "bell-next-action.h"
#include "bell-status.h"
#include "bell-text.h"

void
bell_next_action_free (BellNextAction *self)
{
  g_free (self->sentence);
  g_free (self->button);
  g_free (self->role);
  g_free (self->department);
  g_free (self->why_open);
  g_free (self);
}

static BellNextAction *
make (const char *code,
      const char *command,
      int         slot,
      char       *sentence,
      const char *button)
{
  BellNextAction *next = g_new0 (BellNextAction, 1);

  next->code = code;
  next->command = command;
  next->slot = slot;
  next->sentence = sentence;
  next->button = g_strdup (button);
  return next;
}

static const BellMissing *
find (GPtrArray  *missing,
      const char *code)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const BellMissing *one = missing->pdata[i];

      if (g_str_equal (one->code, code))
        return one;
    }
  return NULL;
}

static const BellKind *
kind_of (BellDefinitions *definitions,
         BellDossier     *dossier,
         BellSlot         slot)
{
  const BellWorkflow *workflow = bell_definitions_workflow (definitions, dossier->record->workflow);
  BellItem *item = dossier->items[slot];
  const BellKind *kind = item != NULL ? bell_definitions_kind (definitions, item->kind) : NULL;

  return kind != NULL ? kind : workflow != NULL ? workflow->kinds[slot]
                                                : NULL;
}

/* The first compulsory field of a slot's item that is empty; values hidden from the reader do not count. */
static const BellFieldDef *
empty_field (const BellKind *kind,
             BellItem       *item)
{
  for (guint i = 0; kind != NULL && i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];

      if (!field->required || (item != NULL && (item->hidden & BELL_CLASS_BIT (field->class_)) != 0))
        continue;
      if (item == NULL || item->values == NULL || g_hash_table_lookup (item->values, field->name) == NULL)
        return field;
    }
  return NULL;
}

/* Filling in, then confirming, what a slot must hold. */
static BellNextAction *
fill_or (BellDefinitions *definitions,
         BellDossier     *dossier,
         BellSlot         slot,
         const char      *code,
         const char      *command,
         const char      *sentence,
         const char      *button)
{
  const BellKind *kind = kind_of (definitions, dossier, slot);
  const BellFieldDef *empty = empty_field (kind, dossier->items[slot]);
  const char *name = kind != NULL ? kind->name : bell_slot_label (slot);
  g_autoptr(GString) text = NULL;

  if (empty != NULL)
    /* Translators: the name of a field and of a kind of work */
    return make ("fill", "edit", slot, g_strdup_printf (_("enter “%s” of %s"), empty->label, name), _("Fill in"));

  text = g_string_new (sentence);
  g_string_replace (text, "%s", name, 0);
  return make (code, command, slot, g_strdup (text->str), button);
}

static BellNextAction *
for_task (BellDossier       *dossier,
          const BellMissing *missing)
{
  GListModel *tasks = G_LIST_MODEL (dossier->tasks);

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (tasks, i);
      BellNextAction *next;

      if (!bell_id_equal (bell_entity_get_id (BELL_ENTITY (task)), &missing->entity))
        continue;
      if (task->status == BELL_STATUS_BLOCKED)
        next = make ("task", "unblock-task", -1, g_strdup_printf (_("clear the way for “%s”"), task->title), _("Unblock"));
      else if (task->status == BELL_STATUS_NEW)
        next = make ("task", "task-take", -1, g_strdup_printf (_("take the task “%s”"), task->title), _("Take"));
      else
        next = make ("task", "task-done", -1, g_strdup_printf (_("finish the task “%s”"), task->title), _("Done"));
      next->due = task->due_at;
      return next;
    }
  g_return_val_if_reached (make ("task", "task-done", -1, g_strdup (missing->sentence), _("Done")));
}

/* What waits for a decision of somebody, or stands in the way. */
static BellNextAction *
for_obstacle (BellDossier       *dossier,
              const BellMissing *missing)
{
  BellRecord *record = dossier->record;

  if (g_str_equal (missing->code, "owner"))
    return make ("own", "own", -1, g_strdup (_("name an owner")), _("Name owner"));
  if (g_str_equal (missing->code, "blocked"))
    return make ("unblock", "unblock", -1,
                 g_strdup_printf (_("ask %s and unblock"), record->waits_for != NULL ? record->waits_for : _("those it waits for")),
                 _("Unblock"));
  if (g_str_equal (missing->code, "approval"))
    return make ("decide", "decide", missing->slot, g_strdup (_("decide the proposed change")), _("Decide"));
  return make ("review", "review", missing->slot, g_strdup (_("review the exception")), _("Review"));
}

static BellNextAction *
choose (BellDefinitions    *definitions,
        BellDossier        *dossier,
        GPtrArray          *missing,
        const BellMissing **of)
{
  static const char *const obstacles[] = { "owner", "blocked", "approval", "exception" };

  for (guint i = 0; i < G_N_ELEMENTS (obstacles); i++)
    if ((*of = find (missing, obstacles[i])) != NULL)
      return for_obstacle (dossier, *of);

  if (dossier->record->mismatch != NULL)
    {
      g_autofree char *what = bell_text_shorten (dossier->record->mismatch, 120);

      /* The sentence goes on. */
      if (g_str_has_suffix (what, "."))
        what[strlen (what) - 1] = '\0';
      return make ("mismatch", "mismatch", -1, g_strdup_printf (_("settle what the stay disagrees with: %s"), what), _("Look"));
    }
  if ((*of = find (missing, "check")) != NULL)
    return fill_or (definitions, dossier, BELL_SLOT_VALIDATED, "check", "check", _("check %s"), _("Confirm"));
  if ((*of = find (missing, "task")) != NULL)
    return for_task (dossier, *of);
  if ((*of = find (missing, "alerted")) != NULL)
    return fill_or (definitions, dossier, BELL_SLOT_ALERTED, "alerted", "item-complete", _("complete %s"), _("Complete"));
  return make ("close", "close", -1, g_strdup (_("close the record")), _("Close"));
}

BellNextAction *
bell_next_action (BellDefinitions *definitions,
                  BellDossier     *dossier,
                  gint64           now)
{
  g_autoptr(GPtrArray) missing = NULL;
  const BellMissing *of = NULL;
  BellNextAction *next;
  BellRecord *record;

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), NULL);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier) && dossier->record != NULL, NULL);

  record = dossier->record;
  if (record->status == BELL_STATUS_COMPLETE)
    return NULL;

  missing = bell_status_missing_for_close (definitions, dossier, now);
  next = choose (definitions, dossier, missing, &of);
  if (of != NULL)
    {
      next->entity = of->entity;
      next->staff = of->staff;
      next->role = g_strdup (of->role);
      next->department = g_strdup (of->department);
    }
  else
    {
      next->staff = record->owner;
      next->role = g_strdup (record->owner_role);
    }

  /* Somebody must be named: when nobody else is, it is the owner's. */
  if (bell_id_is_none (&next->staff) && next->role == NULL && next->department == NULL)
    next->staff = record->owner;
  if (next->due == 0)
    next->due = record->due_at;
  if (missing->len > 0)
    next->why_open = g_strdup (((BellMissing *) missing->pdata[0])->sentence);
  return next;
}

char *
bell_next_action_tell (BellNextAction *self,
                       const char     *who,
                       gint64          now,
                       GTimeZone      *zone)
{
  g_autofree char *due = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  due = self->due != 0 ? bell_time_tell_due (self->due, now, zone) : NULL;
  if (who != NULL && due != NULL)
    /* Translators: what is to be done, by whom, by when */
    return g_strdup_printf (_("Next: %s – %s, %s"), self->sentence, who, due);
  if (who != NULL || due != NULL)
    /* Translators: what is to be done, and by whom or by when */
    return g_strdup_printf (_("Next: %s – %s"), self->sentence, who != NULL ? who : due);
  /* Translators: what is to be done */
  return g_strdup_printf (_("Next: %s"), self->sentence);
}

int
bell_next_action_rank (gint64 due_a,
                       gint64 due_b,
                       gint64 now)
{
  if (due_a == due_b)
    return 0;
  if (due_a == 0 || due_b == 0)
    return due_a == 0 ? 1 : -1;
  return due_a < due_b ? -1 : 1;
}
