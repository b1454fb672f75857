/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-quick-names.h"
#include "bell-text.h"

/* Folded, with dots, dashes and blanks made equal. */
static char *
plain (const char *text)
{
  g_autofree char *folded = bell_text_fold (text);

  return g_strdelimit (g_steal_pointer (&folded), " ._", '-');
}

char *
bell_quick_bare_word (const char *word)
{
  static const char around[] = ",;:.?()\"'“”„";
  char *folded = bell_text_fold (word);
  char *start = folded;
  gsize length;

  while (*start != '\0' && strchr (around, *start) != NULL)
    start++;
  memmove (folded, start, strlen (start) + 1);
  for (length = strlen (folded); length > 0 && strchr (around, folded[length - 1]) != NULL; length--)
    folded[length - 1] = '\0';
  return folded;
}

static gboolean
has_word (char       **words,
          const char  *folded)
{
  for (int i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = plain (words[i]);

      if (g_str_equal (word, folded))
        return TRUE;
    }
  return FALSE;
}

/* @exact: id, name or keyword; else the beginning of the id or name. */
static const BellDepartment *
find_department (BellDefinitions *definitions,
                 const char      *typed,
                 gboolean         exact)
{
  GPtrArray *departments = bell_definitions_departments (definitions);
  const BellDepartment *found = NULL;

  for (guint i = 0; i < departments->len; i++)
    {
      const BellDepartment *department = departments->pdata[i];
      g_autofree char *name = plain (department->name);
      gboolean fits = exact ? g_str_equal (department->id, typed) || g_str_equal (name, typed) || has_word (department->keywords, typed)
                            : g_str_has_prefix (department->id, typed) || g_str_has_prefix (name, typed);

      if (fits && found != NULL)
        return NULL;
      if (fits)
        found = department;
    }
  return found;
}

/* Index of the one person meant; -1 none, -2 several. */
static int
find_person (const char *const *people,
             const char        *typed,
             gboolean           exact)
{
  int found = -1;

  for (int i = 0; people != NULL && people[i] != NULL; i++)
    {
      g_autofree char *name = plain (people[i]);
      g_auto(GStrv) parts = g_strsplit (name, "-", -1);
      gboolean fits = exact ? g_str_equal (name, typed) : g_str_has_prefix (name, typed);

      for (int j = 0; parts[j] != NULL; j++)
        fits |= exact ? g_str_equal (parts[j], typed) : g_str_has_prefix (parts[j], typed);
      if (fits && found >= 0)
        return -2;
      if (fits)
        found = i;
    }
  return found;
}

BellQuickName
bell_quick_name_find (BellDefinitions   *definitions,
                      const char *const *people,
                      const char        *typed)
{
  g_autofree char *folded = plain (typed);
  BellQuickName name = { NULL, -1, FALSE };

  for (int exact = 1; exact >= 0; exact--)
    {
      if (!exact && strlen (folded) < 2)
        break;
      name.department = find_department (definitions, folded, exact);
      if (name.department != NULL)
        return name;
      name.person = find_person (people, folded, exact);
      if (name.person >= 0)
        return name;
      name.several |= name.person == -2;
    }

  name.person = -1;
  return name;
}

const BellWorkflow *
bell_quick_workflow_find (BellDefinitions *definitions,
                          const char      *typed)
{
  GPtrArray *workflows = bell_definitions_workflows (definitions);
  g_autofree char *folded = plain (typed);
  const BellWorkflow *found = NULL;

  for (guint i = 0; i < workflows->len; i++)
    {
      const BellWorkflow *workflow = workflows->pdata[i];
      g_autofree char *name = plain (workflow->name);
      g_autofree char *prefix = plain (workflow->prefix);

      if (g_str_equal (workflow->id, folded) || g_str_equal (name, folded) || g_str_equal (prefix, folded))
        return workflow;
    }
  for (guint i = 0; i < workflows->len; i++)
    {
      const BellWorkflow *workflow = workflows->pdata[i];

      if (strlen (folded) >= 2 && g_str_has_prefix (workflow->id, folded))
        {
          if (found != NULL)
            return NULL;
          found = workflow;
        }
    }
  return found;
}

const BellWorkflow *
bell_quick_workflow_owning (BellDefinitions *definitions,
                            const BellKind  *kind)
{
  GPtrArray *workflows = bell_definitions_workflows (definitions);

  for (guint i = 0; i < workflows->len; i++)
    {
      const BellWorkflow *workflow = workflows->pdata[i];

      if (workflow->kinds[BELL_SLOT_OWNED] == kind)
        return workflow;
    }
  return NULL;
}

const BellKind *
bell_quick_kind_find (BellDefinitions *definitions,
                      const char      *word)
{
  GPtrArray *workflows = bell_definitions_workflows (definitions);

  /* Only a kind that a record can be opened with. */
  for (guint i = 0; i < workflows->len; i++)
    {
      const BellKind *kind = ((BellWorkflow *) workflows->pdata[i])->kinds[BELL_SLOT_OWNED];

      if (has_word (kind->keywords, word))
        return kind;
    }
  return NULL;
}

const BellChoice *
bell_quick_category_find (const BellKind *kind,
                          const char     *word)
{
  const BellFieldDef *field = bell_kind_field (kind, kind->category_field);

  for (guint i = 0; field != NULL && i < field->choices->len; i++)
    {
      const BellChoice *choice = field->choices->pdata[i];

      if (has_word (choice->keywords, word))
        return choice;
    }
  return NULL;
}
