/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-definitions-private.h"
#include "bell-value.h"

/* The files of kinds and workflows. */

static void
read_choice (BellPlace *place,
             gpointer   data)
{
  BellFieldDef *field = data;
  BellChoice *choice = bell_definitions_new_block (place->definitions, BellChoice);

  choice->id = bell_place_required (place, "id");
  choice->label = bell_place_label (place, "label", TRUE);
  choice->department = bell_place_ref (place, "department", BELL_LISTED_DEPARTMENT, FALSE);
  choice->ladder = bell_place_ref (place, "ladder", BELL_LISTED_LADDER, FALSE);
  choice->accept_minutes = bell_place_int (place, "accept-minutes", 0, 0, 60 * 24 * 30);
  choice->due_minutes = bell_place_int (place, "due-minutes", 0, 0, 60 * 24 * 60);
  choice->keywords = bell_place_texts (place, "keywords", FALSE);

  if (choice->id != NULL && bell_field_def_choice (field, choice->id) != NULL)
    bell_place_complain (place, "id", _("Give each its own id."), _("The choice “%s” is defined twice."), choice->id);
  g_ptr_array_add (field->choices, choice);
}

static gboolean
is_stay_field (const char *name)
{
  static const char *const names[] = { "arrival", "departure", "room", "status", "surname", NULL };

  return name != NULL && g_strv_contains (names, name);
}

static void
read_stay_rule (BellPlace *place,
                gpointer   data)
{
  BellFieldDef *field = data;
  BellStayRule *rule = bell_definitions_new_block (place->definitions, BellStayRule);

  rule->op = bell_place_enum (place, "op", BELL_TYPE_COMPARE, -2);
  rule->stay_field = bell_place_required (place, "field");
  rule->message = bell_place_label (place, "message", TRUE);
  rule->remedy = bell_place_label (place, "remedy", TRUE);

  if (rule->stay_field != NULL && !is_stay_field (rule->stay_field))
    bell_place_complain (place, "field", _("Use one of: arrival, departure, room, surname."),
                         _("A stay has no “%s” to compare with."), rule->stay_field);
  g_ptr_array_add (field->stay_rules, rule);
}

static gboolean
is_prefill (const char *source)
{
  return g_regex_match_simple ("^(stay\\.(arrival|departure|room|id|surname|confirmation)|guest\\.(id|email|phone|language))([+-][0-9]{1,4}h)?$",
                               source, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static void
check_field (BellPlace    *place,
             BellFieldDef *field)
{
  if (bell_place_failed (place))
    return;

  if ((field->type == BELL_VALUE_CHOICE) != (field->choices->len > 0))
    bell_place_complain (place, "choices", _("Give choices to a field of type “choice”, and only to it."),
                         field->choices->len == 0 ? _("A choice needs choices.") : _("This type has no choices."));
  if (field->has_min && field->has_max && field->min > field->max)
    bell_place_complain (place, "min", _("Let the smallest value not be above the largest."), _("Nothing lies in this range."));
  if (field->pattern != NULL)
    {
      g_autoptr(GRegex) regex = g_regex_new (field->pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

      if (regex == NULL)
        bell_place_complain (place, "pattern", _("Correct the regular expression."), _("This pattern cannot be understood."));
      else if (field->pattern_hint == NULL)
        bell_place_complain (place, "pattern-hint", _("Say in words what the pattern wants."), _("This is missing."));
    }
  if (field->initial != NULL &&
      (!bell_value_is_valid (field->type, field->initial) ||
       (field->type == BELL_VALUE_CHOICE && bell_field_def_choice (field, field->initial) == NULL)))
    bell_place_complain (place, "initial", _("Write a value that the field can have, in its stored form."),
                         _("“%s” cannot be the value of this field."), field->initial);
  if (field->prefill != NULL && !is_prefill (field->prefill))
    bell_place_complain (place, "prefill", _("Use such as stay.arrival, stay.arrival-72h, guest.email."),
                         _("There is no “%s” to take a value from."), field->prefill);
  if (field->one_of != NULL && !g_str_equal (field->one_of, "rooms"))
    {
      g_autofree char *values = bell_definitions_mapping_values (place->definitions, field->one_of);

      if (values[0] == '\0' && !g_str_equal (field->one_of, "kinds") && !g_str_equal (field->one_of, "workflows") &&
          !g_str_equal (field->one_of, "templates"))
        bell_place_complain (place, "one-of", _("Define it in “mappings”, or use rooms, departments, roles, currencies, …"),
                             _("There is no mapping “%s”."), field->one_of);
    }
}

static void
read_field (BellPlace *place,
            gpointer   data)
{
  BellKind *kind = data;
  BellFieldDef *field = bell_definitions_new_block (place->definitions, BellFieldDef);

  field->name = bell_place_required (place, "name");
  field->label = bell_place_label (place, "label", TRUE);
  field->type = bell_place_enum (place, "type", BELL_TYPE_VALUE_TYPE, -2);
  field->required = bell_place_flag (place, "required");
  field->personal = bell_place_flag (place, "personal");
  field->sensitive = bell_place_flag (place, "sensitive");
  field->multiline = bell_place_flag (place, "multiline");
  field->class_ = bell_place_enum (place, "class", BELL_TYPE_CLASS, BELL_CLASS_OPS);
  field->has_min = bell_place_has (place, "min");
  field->has_max = bell_place_has (place, "max");
  field->min = bell_place_number (place, "min");
  field->max = bell_place_number (place, "max");
  field->decimals = bell_place_int (place, "decimals", 0, 0, 6);
  field->pattern = bell_place_text (place, "pattern");
  field->pattern_hint = bell_place_label (place, "pattern-hint", FALSE);
  field->unit = bell_place_label (place, "unit", FALSE);
  field->initial = bell_place_text (place, "initial");
  field->prefill = bell_place_text (place, "prefill");
  field->help = bell_place_label (place, "help", FALSE);
  field->one_of = bell_place_text (place, "one-of");
  field->choices = bell_definitions_new_list (place->definitions);
  field->stay_rules = bell_definitions_new_list (place->definitions);
  bell_place_each (place, "choices", "id label department ladder accept-minutes due-minutes keywords", FALSE, read_choice, field);
  bell_place_each (place, "stay", "op field message remedy", FALSE, read_stay_rule, field);
  check_field (place, field);

  if (field->name != NULL && bell_kind_field (kind, field->name) != NULL)
    bell_place_complain (place, "name", _("Give each its own name."), _("The field “%s” is defined twice."), field->name);
  g_ptr_array_add (kind->fields, field);
}

/* A field of @kind named at @key; complains when there is none of that name or it is not of one of @types. */
static char *
read_field_ref (BellPlace  *place,
                const char *key,
                BellKind   *kind,
                gboolean    required,
                guint       types)
{
  char *name = required ? bell_place_required (place, key) : bell_place_text (place, key);
  const BellFieldDef *field = name != NULL ? bell_kind_field (kind, name) : NULL;

  if (name != NULL && field == NULL)
    bell_place_complain (place, key, _("Add the field, or correct the name."), _("This kind has no field “%s”."), name);
  else if (field != NULL && types != 0 && (types & (1u << field->type)) == 0)
    bell_place_complain (place, key, _("Name a field of a fitting type."), _("The field “%s” has the wrong type."), name);
  return name;
}

static void
read_check (BellPlace *place,
            gpointer   data)
{
  BellKind *kind = data;
  BellCheck *check = bell_definitions_new_block (place->definitions, BellCheck);
  gboolean two;

  check->type = bell_place_enum (place, "check", BELL_TYPE_CHECK_TYPE, -2);
  two = check->type == BELL_CHECK_REQUIRED_WHEN || check->type == BELL_CHECK_COMPARE ||
        check->type == BELL_CHECK_DIFFERENCE || check->type == BELL_CHECK_ADDRESS || check->type == BELL_CHECK_RANGE;
  check->field = read_field_ref (place, "field", kind, TRUE, 0);
  check->other = read_field_ref (place, "other", kind, two, 0);
  check->minus = read_field_ref (place, "minus", kind, check->type == BELL_CHECK_DIFFERENCE, 0);
  check->op = bell_place_enum (place, "op", BELL_TYPE_COMPARE, check->type == BELL_CHECK_COMPARE ? -2 : 0);
  check->values = bell_place_texts (place, "values", FALSE);
  check->when = bell_place_texts (place, "when", FALSE);
  check->min = bell_place_number (place, "min");
  check->max = bell_place_number (place, "max");
  check->message = bell_place_label (place, "message", TRUE);
  check->remedy = bell_place_label (place, "remedy", TRUE);

  if (check->type == BELL_CHECK_RANGE && check->min >= check->max)
    bell_place_complain (place, "max", _("Let the smallest value not be above the largest."), _("Nothing lies in this range."));
  if ((check->type == BELL_CHECK_REQUIRED_WHEN || check->type == BELL_CHECK_MUST_BE || check->type == BELL_CHECK_RANGE) &&
      check->values[0] == NULL)
    bell_place_complain (place, "values", _("Name at least one value."), _("This check needs values."));
  g_ptr_array_add (kind->checks, check);
}

static void
read_money (BellPlace *file,
            BellKind  *kind)
{
  g_auto(BellPlace) money = { 0 };

  kind->money_kind = -1;
  if (!bell_place_has (file, "money"))
    return;

  bell_place_init (&money, file->definitions, file->file, g_strdup ("money"),
                   json_object_get_member (file->object, "money"), "field kind kind-field", file->error);
  kind->money_field = read_field_ref (&money, "field", kind, TRUE, 1u << BELL_VALUE_MONEY);
  kind->money_kind = bell_place_enum (&money, "kind", BELL_TYPE_MONEY_KIND, -1);
  kind->money_kind_field = read_field_ref (&money, "kind-field", kind, kind->money_kind < 0, 1u << BELL_VALUE_CHOICE);
}

static const char *
id_of_file (const char *file)
{
  return strchr (file, '/') + 1;
}

void
bell_definitions_read_kind (BellPlace *file)
{
  BellDefinitions *self = file->definitions;
  BellKind *kind = bell_definitions_new_block (self, BellKind);

  kind->id = bell_definitions_intern (self, id_of_file (file->file));
  kind->name = bell_place_label (file, "name", TRUE);
  kind->icon = bell_place_text (file, "icon");
  kind->description = bell_place_label (file, "description", TRUE);
  kind->setup = bell_place_flag (file, "setup");
  kind->department = bell_place_ref (file, "department", BELL_LISTED_DEPARTMENT, FALSE);
  kind->owner_role = bell_place_ref (file, "owner-role", BELL_LISTED_ROLE, TRUE);
  kind->ladder = bell_place_ref (file, "ladder", BELL_LISTED_LADDER, FALSE);
  kind->calendar = bell_place_ref (file, "calendar", BELL_LISTED_CALENDAR, FALSE);
  kind->task_title = bell_place_label (file, "task-title", TRUE);
  kind->due_minutes = bell_place_int (file, "due-minutes", 0, 0, 60 * 24 * 366);
  kind->keywords = bell_place_texts (file, "keywords", FALSE);
  kind->depends_on = bell_place_texts (file, "depends-on", FALSE);
  kind->fields = bell_definitions_new_list (self);
  kind->checks = bell_definitions_new_list (self);

  for (int i = 0; kind->depends_on[i] != NULL; i++)
    if (!is_stay_field (kind->depends_on[i]))
      bell_place_complain (file, "depends-on", _("Use: room, arrival, departure, status, surname."),
                           _("A stay has no “%s” to depend on."), kind->depends_on[i]);

  bell_place_each (file, "fields",
                   "name label type required personal sensitive multiline class min max decimals pattern pattern-hint "
                   "unit initial prefill help one-of choices stay",
                   TRUE, read_field, kind);
  bell_place_each (file, "checks", "check field other minus op values when min max message remedy", FALSE, read_check, kind);
  kind->category_field = read_field_ref (file, "category-field", kind, FALSE, 1u << BELL_VALUE_CHOICE);
  kind->due_field = read_field_ref (file, "due-field", kind, FALSE, 1u << BELL_VALUE_DATE | 1u << BELL_VALUE_DATETIME);
  read_money (file, kind);
  if (kind->fields->len == 0)
    bell_place_complain (file, "fields", _("Add at least one field."), _("A kind without fields holds nothing."));

  bell_definitions_list (self, BELL_LISTED_KIND, kind, file);
}

static void
read_slots (BellPlace    *file,
            BellWorkflow *workflow)
{
  g_auto(BellPlace) slots = { 0 };

  bell_place_init (&slots, file->definitions, file->file, g_strdup ("slots"), json_object_get_member (file->object, "slots"),
                   "owned validated tracked exception alerted audited", file->error);
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      const char *id = bell_place_ref (&slots, bell_enum_nick (BELL_TYPE_SLOT, slot), BELL_LISTED_KIND, TRUE);

      workflow->kinds[slot] = bell_definitions_find (file->definitions, BELL_LISTED_KIND, id);
      for (int other = 0; other < slot && workflow->kinds[slot] != NULL; other++)
        if (workflow->kinds[other] == workflow->kinds[slot])
          bell_place_complain (&slots, bell_enum_nick (BELL_TYPE_SLOT, slot), _("Give each slot its own kind."),
                               _("The kind “%s” stands in two slots."), id);
    }
}

static void
read_column (BellPlace *place,
             gpointer   data)
{
  BellWorkflow *workflow = data;
  BellColumn *column = bell_definitions_new_block (place->definitions, BellColumn);
  const BellKind *kind;

  column->slot = bell_place_enum (place, "slot", BELL_TYPE_SLOT, -2);
  column->field = bell_place_required (place, "field");
  kind = workflow->kinds[column->slot];
  if (kind != NULL && column->field != NULL)
    {
      const BellFieldDef *field = bell_kind_field (kind, column->field);

      if (field == NULL)
        bell_place_complain (place, "field", _("Name a field of the kind in that slot."),
                             _("The kind “%s” has no field “%s”."), kind->id, column->field);
      else
        column->label = field->label;
    }
  g_ptr_array_add (workflow->columns, column);
}

static void
check_prefix (BellPlace    *file,
              BellWorkflow *workflow)
{
  GPtrArray *others = file->definitions->listed[BELL_LISTED_WORKFLOW];
  gsize length = workflow->prefix != NULL ? strlen (workflow->prefix) : 0;

  if (workflow->prefix == NULL)
    return;
  if (length < 2 || length > 4 || strspn (workflow->prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != length)
    bell_place_complain (file, "prefix", _("Use two to four capital letters, such as “GE”."),
                         _("“%s” cannot begin a record number."), workflow->prefix);
  for (guint i = 0; i < others->len; i++)
    if (g_str_equal (((BellWorkflow *) others->pdata[i])->prefix, workflow->prefix))
      bell_place_complain (file, "prefix", _("Give each workflow its own prefix."),
                           _("“%s” already begins the numbers of “%s”."), workflow->prefix,
                           ((BellWorkflow *) others->pdata[i])->id);
}

void
bell_definitions_read_workflow (BellPlace *file)
{
  BellDefinitions *self = file->definitions;
  BellWorkflow *workflow = bell_definitions_new_block (self, BellWorkflow);

  workflow->id = bell_definitions_intern (self, id_of_file (file->file));
  workflow->name = bell_place_label (file, "name", TRUE);
  workflow->prefix = bell_place_required (file, "prefix");
  workflow->icon = bell_place_text (file, "icon");
  workflow->description = bell_place_label (file, "description", TRUE);
  workflow->position = bell_place_int (file, "position", 100, 0, 1000);
  workflow->owner_role = bell_place_ref (file, "owner-role", BELL_LISTED_ROLE, TRUE);
  workflow->department = bell_place_ref (file, "department", BELL_LISTED_DEPARTMENT, TRUE);
  workflow->review_role = bell_place_ref (file, "review-role", BELL_LISTED_ROLE, TRUE);
  workflow->alert_role = bell_place_ref (file, "alert-role", BELL_LISTED_ROLE, TRUE);
  workflow->ladder = bell_place_ref (file, "ladder", BELL_LISTED_LADDER, TRUE);
  workflow->needs_stay = bell_place_flag (file, "needs-stay");
  workflow->trigger = bell_place_enum (file, "trigger", BELL_TYPE_TRIGGER, BELL_TRIGGER_REQUEST);
  workflow->judged_by = bell_place_texts (file, "judged-by", TRUE);
  workflow->words = bell_place_label (file, "words", FALSE);
  workflow->title = bell_place_label (file, "title", TRUE);
  workflow->columns = bell_definitions_new_list (self);
  check_prefix (file, workflow);
  read_slots (file, workflow);
  if (!bell_place_failed (file))
    bell_place_each (file, "columns", "slot field", FALSE, read_column, workflow);

  bell_definitions_list (self, BELL_LISTED_WORKFLOW, workflow, file);
}
