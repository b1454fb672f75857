/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "bell-date.h"
#include "bell-quick-due.h"
#include "bell-quick-entry.h"
#include "bell-quick-names.h"
#include "bell-text.h"
#include "bell-validation.h"

typedef struct
{
  gsize start;
  gsize end;
  char *text;
} Word;

typedef struct
{
  BellDefinitions *definitions;
  const char *line;
  const char *rooms;
  const char *const *people;
  gint64 now;
  GTimeZone *zone;
  GArray *words;
  BellQuickEntry *entry;
  GString *left;
  int category_weight;
  const BellKind *keyword_kind;
} Reading;

static void
token_free (BellToken *token)
{
  g_free (token->meaning);
  g_free (token);
}

void
bell_quick_entry_free (BellQuickEntry *self)
{
  g_ptr_array_unref (self->tokens);
  g_ptr_array_unref (self->complaints);
  g_hash_table_unref (self->values);
  g_free (self->room);
  g_free (self->category);
  g_free (self->workflow);
  g_free (self->kind);
  g_free (self->department);
  g_free (self->text);
  g_free (self);
}

static void
add_token (Reading       *reading,
           BellTokenKind  kind,
           const Word    *word,
           char          *meaning)
{
  BellToken *token = g_new0 (BellToken, 1);

  token->kind = kind;
  token->start = word->start;
  token->end = word->end;
  token->meaning = meaning;
  g_ptr_array_add (reading->entry->tokens, token);
}

static void
complain (Reading    *reading,
          const Word *word,
          char       *sentence)
{
  add_token (reading, BELL_TOKEN_UNKNOWN, word, g_strdup (sentence));
  g_ptr_array_add (reading->entry->complaints, sentence);
}

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->text);
}

static GArray *
split (const char *line)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));

  g_array_set_clear_func (words, clear_word);
  for (const char *p = line; *p != '\0';)
    {
      const char *start;
      Word word;

      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      start = p;
      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        continue;
      word = (Word) { start - line, p - line, g_strndup (start, p - start) };
      g_array_append_val (words, word);
    }
  return words;
}

static const Word *
word_at (Reading *reading,
         guint    i)
{
  return i < reading->words->len ? &g_array_index (reading->words, Word, i) : NULL;
}

static void
keep (Reading    *reading,
      const char *text)
{
  g_string_append_printf (reading->left, "%s%s", reading->left->len > 0 ? " " : "", text);
}

/* Answers how many words it took. */
static guint
read_due (Reading *reading,
          guint    i)
{
  const Word *next = word_at (reading, i + 1);
  Word word = *word_at (reading, i);
  gboolean takes_clock = FALSE;
  gint64 due = bell_quick_due_read (word.text + 1, reading->now, reading->zone, &takes_clock);
  guint taken = 1;

  if (takes_clock && next != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s %s", word.text + 1, next->text);
      gboolean ignored;
      gint64 exact = bell_quick_due_read (both, reading->now, reading->zone, &ignored);

      if (exact != 0)
        {
          due = exact;
          word.end = next->end;
          taken = 2;
        }
    }

  if (due == 0)
    complain (reading, &word, g_strdup_printf (_("“%s” is not a time; write !19:00, !30m or !tomorrow-9:00."), word.text));
  else if (due <= reading->now)
    complain (reading, &word, g_strdup_printf (_("“%s” is past."), word.text));
  else
    {
      reading->entry->due = due;
      add_token (reading, BELL_TOKEN_DUE, &word, bell_quick_due_tell (due, reading->now, reading->zone));
    }
  return taken;
}

static void
read_at (Reading    *reading,
         const Word *word)
{
  BellQuickEntry *entry = reading->entry;
  BellQuickName found = bell_quick_name_find (reading->definitions, reading->people, word->text + 1);

  if (found.department != NULL)
    {
      g_set_str (&entry->department, found.department->id);
      add_token (reading, BELL_TOKEN_DEPARTMENT, word, g_strdup (found.department->name));
    }
  else if (found.person >= 0)
    {
      entry->person = found.person;
      add_token (reading, BELL_TOKEN_PERSON, word, g_strdup (reading->people[found.person]));
    }
  else if (found.several)
    complain (reading, word, g_strdup_printf (_("“%s” can be several people; write more of the name."), word->text));
  else
    complain (reading, word, g_strdup_printf (_("“%s” is neither a department nor a person."), word->text));
}

static void
read_hash (Reading    *reading,
           const Word *word)
{
  const BellWorkflow *workflow = bell_quick_workflow_find (reading->definitions, word->text + 1);

  if (workflow == NULL)
    {
      complain (reading, word, g_strdup_printf (_("“%s” is not a workflow."), word->text));
      return;
    }
  g_set_str (&reading->entry->workflow, workflow->id);
  add_token (reading, BELL_TOKEN_WORKFLOW, word, g_strdup (workflow->name));
}

static gboolean
is_room_word (const char *text)
{
  static const char *const names[] = { "room", "rm", "zimmer", "zi", "quarto", NULL };
  g_autofree char *folded = bell_text_fold (text);

  return g_strv_contains (names, folded);
}

static gboolean
all_digits (const char *text)
{
  return text[0] != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* "412", "room 412"; answers how many words it took. */
static guint
read_room (Reading *reading,
           guint    i)
{
  const Word *word = word_at (reading, i);
  const Word *next = word_at (reading, i + 1);
  guint taken = next != NULL && is_room_word (word->text) ? 2 : 1;
  Word whole = { word->start, taken == 2 ? next->end : word->end, taken == 2 ? next->text : word->text };
  g_autofree char *bare = g_strdup (whole.text);
  g_autofree char *upper = NULL;

  if (reading->entry->room != NULL)
    return 0;

  if (strlen (bare) > 1 && strchr (",:;", bare[strlen (bare) - 1]) != NULL)
    bare[strlen (bare) - 1] = '\0';
  upper = g_ascii_strup (bare, -1);
  if (bell_rooms_has (reading->rooms, bare) || bell_rooms_has (reading->rooms, upper) ||
      (reading->rooms == NULL && all_digits (bare) && strlen (bare) >= 3 && strlen (bare) <= 4))
    {
      reading->entry->room = g_strdup (bell_rooms_has (reading->rooms, bare) || reading->rooms == NULL ? bare : upper);
      add_token (reading, BELL_TOKEN_ROOM, &whole, g_strdup_printf (_("Room %s"), reading->entry->room));
      return taken;
    }
  if ((taken == 2 || (i == 0 && strlen (bare) >= 3)) && all_digits (bare))
    {
      complain (reading, &whole, g_strdup_printf (_("The hotel has no room “%s”."), bare));
      return taken;
    }
  return 0;
}

/* "2", "2x", "x2" before a word that it counts. */
static gboolean
read_quantity (Reading *reading,
               guint    i)
{
  const Word *word = word_at (reading, i);
  const Word *next = word_at (reading, i + 1);
  g_autofree char *text = bell_text_fold (word->text);
  char *digits = text;
  int count;

  if (reading->entry->quantity != 0 || next == NULL || strchr ("!@#", next->text[0]) != NULL)
    return FALSE;
  if (g_str_has_prefix (digits, "x"))
    digits++;
  else if (g_str_has_suffix (digits, "×"))
    digits[strlen (digits) - strlen ("×")] = '\0';
  else if (g_str_has_suffix (digits, "x"))
    digits[strlen (digits) - 1] = '\0';
  if (!all_digits (digits) || strlen (digits) > 3 || (count = atoi (digits)) == 0)
    return FALSE;
  /* A second room is no number of things. */
  if (strlen (digits) == 3 && bell_rooms_has (reading->rooms, digits))
    return FALSE;

  reading->entry->quantity = count;
  add_token (reading, BELL_TOKEN_QUANTITY, word, g_strdup_printf ("%d ×", count));
  return TRUE;
}

/* Words stay part of the request's text, whatever they mean besides. */
static void
read_meaning (Reading    *reading,
              const Word *word)
{
  const BellKind *request = bell_definitions_kind (reading->definitions, "guest-request");
  g_autofree char *bare = bell_quick_bare_word (word->text);
  const BellChoice *category = request != NULL ? bell_quick_category_find (request, bare) : NULL;
  const BellKind *kind;

  if (category != NULL)
    {
      /* What has a ladder of its own is graver: “towels late, guest angry” is a complaint. */
      int weight = category->ladder != NULL ? 2 : 1;

      add_token (reading, BELL_TOKEN_CATEGORY, word, g_strdup (category->label));
      if (weight > reading->category_weight)
        {
          g_set_str (&reading->entry->category, category->id);
          reading->category_weight = weight;
        }
      return;
    }

  kind = bell_quick_kind_find (reading->definitions, bare);
  if (kind != NULL && reading->keyword_kind == NULL)
    {
      reading->keyword_kind = kind;
      add_token (reading, BELL_TOKEN_KIND, word, g_strdup (kind->name));
    }
  else
    add_token (reading, BELL_TOKEN_TEXT, word, g_strdup (word->text));
}

static void
read_words (Reading *reading)
{
  for (guint i = 0; i < reading->words->len;)
    {
      const Word *word = word_at (reading, i);
      guint taken = 1;

      if (word->text[0] == '\\' && word->text[1] != '\0')
        {
          keep (reading, word->text + 1);
          add_token (reading, BELL_TOKEN_TEXT, word, g_strdup (word->text + 1));
        }
      else if (word->text[0] == '!' && word->text[1] != '\0')
        taken = read_due (reading, i);
      else if (word->text[0] == '@' && word->text[1] != '\0')
        read_at (reading, word);
      else if (word->text[0] == '#' && word->text[1] != '\0')
        read_hash (reading, word);
      else if ((taken = read_room (reading, i)) == 0)
        {
          taken = 1;
          if (!read_quantity (reading, i))
            {
              read_meaning (reading, word);
              keep (reading, word->text);
            }
        }
      i += taken;
    }
}

static int
slot_of (const BellWorkflow *workflow,
         const BellKind     *kind)
{
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    if (workflow->kinds[slot] == kind)
      return slot;
  return -1;
}

/* Which kind was meant, and in which workflow it is to be opened. */
static void
settle_kind (Reading    *reading,
             const char *default_workflow)
{
  BellQuickEntry *entry = reading->entry;
  const BellKind *kind = bell_definitions_kind (reading->definitions, "guest-request");
  const BellWorkflow *workflow;
  int slot;

  if (entry->category == NULL && reading->keyword_kind != NULL)
    kind = reading->keyword_kind;

  workflow = bell_definitions_workflow (reading->definitions, entry->workflow != NULL ? entry->workflow : default_workflow);
  if (workflow == NULL)
    workflow = kind != NULL ? bell_quick_workflow_owning (reading->definitions, kind) : NULL;
  if (workflow == NULL)
    workflow = bell_definitions_workflows (reading->definitions)->pdata[0];

  slot = kind != NULL ? slot_of (workflow, kind) : -1;
  if (slot < 0 || (entry->category == NULL && reading->keyword_kind == NULL && slot > BELL_SLOT_VALIDATED))
    {
      slot = BELL_SLOT_OWNED;
      kind = workflow->kinds[slot];
    }
  entry->slot = slot;
  g_set_str (&entry->kind, kind->id);
  g_set_str (&entry->workflow, workflow->id);
}

static void
set_value (BellQuickEntry *entry,
           const BellKind *kind,
           const char     *field,
           const char     *value)
{
  if (field != NULL && value != NULL && value[0] != '\0' && bell_kind_field (kind, field) != NULL)
    g_hash_table_insert (entry->values, g_strdup (field), g_strdup (value));
}

/* The field that takes free words: the first plain text that everybody may see. */
static const char *
text_field (const BellKind *kind)
{
  for (guint i = 0; i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];

      if (field->type == BELL_VALUE_TEXT && field->one_of == NULL && field->pattern == NULL && field->class_ == BELL_CLASS_OPS)
        return field->name;
    }
  return NULL;
}

static void
settle_values (Reading *reading)
{
  BellQuickEntry *entry = reading->entry;
  const BellKind *kind = bell_definitions_kind (reading->definitions, entry->kind);
  const BellFieldDef *due_field = bell_kind_field (kind, kind->due_field);
  const BellFieldDef *category_field = bell_kind_field (kind, kind->category_field);
  const BellChoice *category;
  g_autofree char *count = entry->quantity > 0 ? g_strdup_printf ("%d", entry->quantity) : NULL;
  g_autofree char *due = NULL;

  if (entry->due != 0 && due_field != NULL)
    due = due_field->type == BELL_VALUE_DATE ? bell_time_day (entry->due, reading->zone) : bell_time_to_iso8601 (entry->due);

  if (category_field != NULL && entry->category == NULL && bell_field_def_choice (category_field, "other") != NULL)
    entry->category = g_strdup ("other");
  category = category_field != NULL ? bell_field_def_choice (category_field, entry->category) : NULL;
  if (category == NULL)
    g_clear_pointer (&entry->category, g_free);
  else if (entry->department == NULL)
    entry->department = g_strdup (category->department);

  set_value (entry, kind, kind->category_field, entry->category);
  set_value (entry, kind, text_field (kind), entry->text[0] != '\0' || category == NULL ? entry->text : category->label);
  set_value (entry, kind, "room", entry->room);
  set_value (entry, kind, "quantity", count);
  set_value (entry, kind, kind->due_field, due);
}

BellQuickEntry *
bell_quick_entry_parse (BellDefinitions   *definitions,
                        const char        *line,
                        const char        *rooms,
                        const char *const *people,
                        const char        *default_workflow,
                        gint64             now,
                        GTimeZone         *zone)
{
  BellQuickEntry *entry = g_new0 (BellQuickEntry, 1);
  g_autofree char *valid = NULL;
  g_autofree char *clean = NULL;
  Reading reading = { definitions, NULL, rooms, people, now, zone, NULL, entry, NULL, 0, NULL };

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), NULL);
  g_return_val_if_fail (line != NULL, NULL);

  entry->tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) token_free);
  entry->complaints = g_ptr_array_new_with_free_func (g_free);
  entry->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  entry->person = -1;

  /* Positions count in the line as given, so a damaged one is not repaired but not read either. */
  valid = g_utf8_validate (line, -1, NULL) ? g_strdup (line) : g_strdup ("");
  reading.line = valid;
  reading.words = split (valid);
  reading.left = g_string_new (NULL);
  read_words (&reading);
  clean = bell_text_clean (reading.left->str);
  entry->text = g_strdup (clean != NULL ? clean : "");
  settle_kind (&reading, default_workflow);
  settle_values (&reading);

  g_array_unref (reading.words);
  g_string_free (reading.left, TRUE);
  return entry;
}
