/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-command.h"

struct _BellCommand
{
  gatomicrefcount refs;
  char *verb;
  GHashTable *arguments;
};

G_DEFINE_BOXED_TYPE (BellCommand, bell_command, bell_command_ref, bell_command_unref)
G_DEFINE_BOXED_TYPE (BellOutcome, bell_outcome, bell_outcome_copy, bell_outcome_free)

BellCommand *
bell_command_new (const char *verb,
                  ...)
{
  BellCommand *self;
  const char *name;
  va_list args;

  g_return_val_if_fail (verb != NULL, NULL);

  self = g_new0 (BellCommand, 1);
  g_atomic_ref_count_init (&self->refs);
  self->verb = g_strdup (verb);
  self->arguments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  va_start (args, verb);
  while ((name = va_arg (args, const char *)) != NULL)
    bell_command_set (self, name, va_arg (args, const char *));
  va_end (args);

  return self;
}

BellCommand *
bell_command_ref (BellCommand *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
bell_command_unref (BellCommand *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->verb);
  g_hash_table_unref (self->arguments);
  g_free (self);
}

void
bell_command_set (BellCommand *self,
                  const char  *name,
                  const char  *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  if (value != NULL)
    g_hash_table_replace (self->arguments, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self->arguments, name);
}

void
bell_command_set_id (BellCommand  *self,
                     const char   *name,
                     const BellId *id)
{
  g_autofree char *text = NULL;

  g_return_if_fail (id != NULL);

  text = bell_id_to_string (id);
  bell_command_set (self, name, text);
}

const char *
bell_command_get_verb (const BellCommand *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->verb;
}

const char *
bell_command_get (const BellCommand *self,
                  const char        *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->arguments, name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
bell_command_names (const BellCommand *self,
                    const char        *prefix)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_return_val_if_fail (self != NULL, NULL);

  g_hash_table_iter_init (&iter, self->arguments);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (names, name);

  g_ptr_array_sort (names, compare_names);
  return names;
}

BellOutcome *
bell_outcome_copy (const BellOutcome *self)
{
  BellOutcome *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->number = g_strdup (self->number);
  copy->sentence = g_strdup (self->sentence);
  return copy;
}

void
bell_outcome_free (BellOutcome *self)
{
  if (self == NULL)
    return;

  g_free (self->number);
  g_free (self->sentence);
  g_free (self);
}
