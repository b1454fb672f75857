/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-date.h"
#include "bell-desk-private.h"
#include "bell-desk-record.h"
#include "bell-text.h"

BellNextAction *
bell_desk_next_action (BellDesk    *self,
                       BellDossier *dossier)
{
  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier), NULL);

  return bell_next_action (self->definitions, dossier, bell_clock_now (self->clock));
}

/* Something that the record counts and this person does not see stands in the way all the same. */
static void
add_unseen (GPtrArray  *missing,
            const char *code,
            gint64      counted,
            const char *sentence,
            const char *role)
{
  BellMissing *unseen;
  gint64 seen = 0;

  for (guint i = 0; i < missing->len; i++)
    seen += g_str_equal (((BellMissing *) missing->pdata[i])->code, code);
  if (seen >= counted)
    return;

  unseen = g_new0 (BellMissing, 1);
  unseen->code = code;
  unseen->command = "";
  unseen->slot = -1;
  unseen->sentence = g_strdup (sentence);
  unseen->role = g_strdup (role);
  g_ptr_array_insert (missing, 0, unseen);
}

GPtrArray *
bell_desk_missing (BellDesk    *self,
                   BellDossier *dossier)
{
  const BellWorkflow *workflow;
  GPtrArray *missing;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier), NULL);

  missing = bell_status_missing_for_close (self->definitions, dossier, bell_clock_now (self->clock));
  workflow = bell_definitions_workflow (self->definitions, dossier->record->workflow);
  add_unseen (missing, "approval", dossier->record->open_approvals, _("A proposal that you do not see waits for a decision."),
              workflow != NULL ? workflow->review_role : NULL);
  add_unseen (missing, "exception", dossier->record->open_exceptions, _("An exception that you do not see waits for a review."),
              workflow != NULL ? workflow->review_role : NULL);
  return missing;
}

gboolean
bell_desk_is_me (BellDesk     *self,
                 const BellId *staff)
{
  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);
  g_return_val_if_fail (staff != NULL, FALSE);

  return self->person != NULL && bell_id_equal (staff, bell_entity_get_id (BELL_ENTITY (self->person)));
}

static gboolean
works_on (BellDesk    *self,
          BellDossier *dossier)
{
  if (bell_desk_is_me (self, &dossier->record->owner))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i);

      if (bell_desk_is_me (self, &task->assignee))
        return TRUE;
    }
  return FALSE;
}

gboolean
bell_desk_may_on (BellDesk     *self,
                  BellDossier  *dossier,
                  BellAction    action,
                  const char   *kind,
                  BellClass     class_,
                  GError      **error)
{
  BellAsk ask;

  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier), FALSE);

  if (self->person == NULL)
    {
      bell_error_set (error, BELL_ERROR_FORBIDDEN, _("Choose your name and type your PIN."), _("Nobody is signed in."));
      return FALSE;
    }

  ask = (BellAsk) {
    .roles = self->person->roles,
    .department = self->person->department,
    .action = action,
    .kind = kind,
    .class_ = class_,
    .of_department = dossier->record->department,
    .is_own = works_on (self, dossier),
  };
  return bell_viewer_check_record (self->definitions, &ask, dossier->record, error);
}

gboolean
bell_desk_may_task (BellDesk   *self,
                    BellTask   *task,
                    BellAction  action)
{
  BellAsk ask;

  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);
  g_return_val_if_fail (BELL_IS_TASK (task), FALSE);

  if (self->person == NULL)
    return FALSE;

  ask = (BellAsk) {
    .roles = self->person->roles,
    .department = self->person->department,
    .action = action,
    .kind = task->kind,
    .of_department = task->department,
    .is_own = bell_desk_is_me (self, &task->assignee) ||
              (bell_id_is_none (&task->assignee) && g_strcmp0 (task->department, self->person->department) == 0),
  };
  return bell_permissions_check (self->definitions, &ask, NULL);
}

gboolean
bell_desk_sees (BellDesk  *self,
                BellClass  class_)
{
  g_return_val_if_fail (BELL_IS_DESK (self), FALSE);

  return self->person != NULL &&
         (bell_permissions_classes (self->definitions, self->person->roles) & BELL_CLASS_BIT (class_)) != 0;
}

const BellKind *
bell_desk_kind_of (BellDesk    *self,
                   BellDossier *dossier,
                   BellSlot     slot)
{
  const BellWorkflow *workflow;
  BellItem *item;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (slot < BELL_N_SLOTS, NULL);

  item = dossier->items[slot];
  if (item != NULL)
    return bell_definitions_kind (self->definitions, item->kind);

  workflow = bell_definitions_workflow (self->definitions, dossier->record->workflow);
  return workflow != NULL ? workflow->kinds[slot] : NULL;
}

static char *
tell_guest (BellDossier  *dossier,
            const BellId *id)
{
  BellGuest *guest = dossier != NULL ? dossier->guest : NULL;
  g_autofree char *name = NULL;

  if (guest == NULL || !bell_id_equal (id, bell_entity_get_id (BELL_ENTITY (guest))))
    return g_strdup (_("a guest"));

  name = g_strdup_printf ("%s %s", guest->first_name != NULL ? guest->first_name : "",
                          guest->last_name != NULL ? guest->last_name : "");
  return bell_text_mask (g_strstrip (name));
}

char *
bell_desk_tell_value (BellDesk           *self,
                      BellDossier        *dossier,
                      const BellFieldDef *field,
                      const char         *canonical)
{
  BellId id;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (canonical != NULL && bell_id_parse (canonical, &id))
    {
      if (field->type == BELL_VALUE_STAFF)
        return g_strdup (bell_desk_get_staff_name (self, &id));
      if (field->type == BELL_VALUE_GUEST)
        return tell_guest (dossier, &id);
      if (field->type == BELL_VALUE_STAY)
        return dossier != NULL && dossier->stay != NULL && bell_id_equal (&id, bell_entity_get_id (BELL_ENTITY (dossier->stay)))
               ? g_strdup (dossier->stay->confirmation) : g_strdup (_("a stay"));
    }
  return bell_value_format (field, canonical, self->zone);
}

static GHashTable *
copy_values (GHashTable *values)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, value;

  if (values == NULL)
    return copy;
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_replace (copy, g_strdup (name), g_strdup (value));
  return copy;
}

GHashTable *
bell_desk_begin_values (BellDesk    *self,
                        BellDossier *dossier,
                        BellSlot     slot)
{
  const BellKind *kind;
  GHashTable *values;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (slot < BELL_N_SLOTS, NULL);

  kind = bell_desk_kind_of (self, dossier, slot);
  if (dossier->items[slot] != NULL || kind == NULL)
    return copy_values (dossier->items[slot] != NULL ? dossier->items[slot]->values : NULL);

  values = bell_kind_initial_values (kind);
  /* Nobody promises seconds. */
  bell_kind_prefill (kind, dossier->stay, dossier->guest, bell_clock_now (self->clock) / BELL_MINUTE * BELL_MINUTE, self->zone,
                     values);
  return values;
}

static void
add_problem (GPtrArray    *problems,
             const char   *field,
             const GError *error)
{
  BellProblem *problem = g_new0 (BellProblem, 1);

  problem->field = g_strdup (field);
  problem->sentence = g_strdup (error->message);
  problem->remedy = g_strdup (bell_error_get_hint (error));
  g_ptr_array_add (problems, problem);
}

/* One typed value into @values, or a problem. */
static void
read_typed (BellDesk               *self,
            const BellCheckContext *context,
            const BellFieldDef     *field,
            const char             *typed,
            GHashTable             *values,
            GPtrArray              *problems)
{
  BellValueContext reading = { self->zone, self->property != NULL ? self->property->currency : NULL, context->now };
  g_autofree char *canonical = NULL;
  g_autoptr(GError) error = NULL;

  if (!bell_value_parse (field, typed, &reading, &canonical, &error) ||
      !bell_validation_check_value (context, field, canonical, &error))
    add_problem (problems, field->name, error);
  else if (canonical != NULL)
    g_hash_table_replace (values, g_strdup (field->name), g_steal_pointer (&canonical));
  else
    g_hash_table_remove (values, field->name);
}

/* A problem of a value that this person does not get is no news to them: the value may well be there. */
static void
drop_hidden (BellDesk       *self,
             const BellKind *kind,
             GPtrArray      *problems)
{
  for (guint i = problems->len; i > 0; i--)
    {
      BellProblem *problem = problems->pdata[i - 1];
      const BellFieldDef *field = problem->field != NULL ? bell_kind_field (kind, problem->field) : NULL;

      if (field != NULL && !bell_desk_sees (self, field->class_))
        g_ptr_array_remove_index (problems, i - 1);
    }
}

GHashTable *
bell_desk_judge_values (BellDesk     *self,
                        BellDossier  *dossier,
                        BellSlot      slot,
                        GHashTable   *typed,
                        gboolean      whole,
                        GPtrArray   **problems)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bell_problem_free);
  g_autoptr(GHashTable) values = NULL;
  BellCheckContext context = { 0 };
  const BellKind *kind;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  kind = bell_desk_kind_of (self, dossier, slot);
  values = bell_desk_begin_values (self, dossier, slot);
  context = (BellCheckContext) { self->definitions, dossier, self->property != NULL ? self->property->rooms : NULL,
                                 bell_clock_now (self->clock), self->zone };
  for (guint i = 0; kind != NULL && typed != NULL && i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];
      const char *text = g_hash_table_lookup (typed, field->name);

      if (text != NULL)
        read_typed (self, &context, field, text, values, found);
    }

  if (whole && kind != NULL && found->len == 0)
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      bell_validation_check_item (&context, kind, values, &found);
      drop_hidden (self, kind, found);
    }
  *problems = g_steal_pointer (&found);
  return g_steal_pointer (&values);
}

char *
bell_desk_tell_proposal (BellDesk    *self,
                         BellDossier *dossier,
                         BellSlot     slot,
                         const char  *field_name,
                         const char  *canonical)
{
  const BellKind *kind;
  const BellFieldDef *field;
  BellItem *item;
  const char *before;
  g_autofree char *role = NULL;
  g_autofree char *why = NULL;

  g_return_val_if_fail (BELL_IS_DESK (self), NULL);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier), NULL);

  kind = bell_desk_kind_of (self, dossier, slot);
  field = kind != NULL ? bell_kind_field (kind, field_name) : NULL;
  item = dossier->items[slot];
  if (field == NULL || self->person == NULL)
    return NULL;

  before = item != NULL && item->values != NULL ? g_hash_table_lookup (item->values, field_name) : NULL;
  if (bell_approval_rules_judge_edit (self->definitions, kind, field, before, canonical, self->person->roles,
                                      item != NULL && !bell_id_is_none (&item->checked_by), &role, &why) == BELL_VERDICT_DIRECT)
    return NULL;
  return why != NULL ? g_steal_pointer (&why) : g_strdup_printf (_("A change of “%s” is decided by somebody else."), field->label);
}
