/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bell-ctl-json.h"
#include "bell-desk-setup.h"

static gboolean
read_file (const char  *file,
           char       **text,
           GError     **error)
{
  g_autoptr(GError) local = NULL;

  if (g_file_get_contents (file, text, NULL, &local))
    return TRUE;
  bell_error_set (error, BELL_ERROR_INPUT, NULL, _("“%s” could not be read: %s"), file, local->message);
  return FALSE;
}

/* "…/workflows/crm.json" is "workflows/crm", "…/roles.json" is "roles". */
static char *
name_of_file (const char *file)
{
  g_autofree char *base = g_path_get_basename (file);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *parent = g_path_get_basename (folder);

  if (g_str_has_suffix (base, ".json"))
    base[strlen (base) - strlen (".json")] = '\0';
  if (g_str_equal (parent, "workflows") || g_str_equal (parent, "kinds"))
    return g_strconcat (parent, "/", base, NULL);
  return g_steal_pointer (&base);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
show_names (BellCtl    *self,
            GHashTable *texts)
{
  g_autofree const char **names = (const char **) g_hash_table_get_keys_as_array (texts, NULL);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint count = g_hash_table_size (texts);

  if (count > 0)
    qsort (names, count, sizeof *names, compare_names);
  json_builder_begin_array (builder);
  for (guint i = 0; i < count; i++)
    {
      json_builder_add_string_value (builder, names[i]);
      if (!self->json)
        puts (names[i]);
    }
  json_builder_end_array (builder);
  if (self->json)
    bell_ctl_print_json (builder);
}

static const char *
find_text (GHashTable  *texts,
           const char  *name,
           GError     **error)
{
  const char *text = g_hash_table_lookup (texts, name);

  if (text == NULL)
    bell_error_set (error, BELL_ERROR_NOT_FOUND, _("The command “list” says what there is."), _("There is no “%s”."), name);
  return text;
}

/* --- definitions --- */

static gboolean
definitions_list (BellCtl  *self,
                  GError  **error)
{
  g_autoptr(BellSetupTexts) texts = NULL;

  if (!bell_ctl_enter (self, error) || (texts = bell_desk_read_setup (self->desk, error)) == NULL)
    return FALSE;
  show_names (self, texts->definitions);
  return TRUE;
}

/* The set in force, with the files in it as they would replace or add to it. */
static gboolean
definitions_check (BellCtl  *self,
                   GError  **error)
{
  g_autoptr(BellSetupTexts) texts = NULL;
  g_autoptr(BellDefinitions) definitions = NULL;
  g_autofree char *count = NULL;

  if (!bell_ctl_open (self, FALSE, error) || (texts = bell_desk_read_setup (self->desk, error)) == NULL)
    return FALSE;
  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (!read_file (self->words[i], &text, error))
        return FALSE;
      g_hash_table_replace (texts->definitions, name_of_file (self->words[i]), g_steal_pointer (&text));
    }
  if ((definitions = bell_definitions_new (texts->definitions, error)) == NULL)
    return FALSE;

  count = g_strdup_printf ("%u", g_hash_table_size (texts->definitions));
  bell_ctl_tell (self, _("The definitions are sound."), "sound?", "true", "files#", count, NULL);
  return TRUE;
}

static gboolean
definitions_export (BellCtl  *self,
                    GError  **error)
{
  g_autoptr(BellSetupTexts) texts = NULL;
  const char *text;

  if (!bell_ctl_enter (self, error) || (texts = bell_desk_read_setup (self->desk, error)) == NULL ||
      (text = find_text (texts->definitions, self->words[0], error)) == NULL)
    return FALSE;
  return bell_ctl_write_text (self, bell_ctl_get (self, "output"), text, error);
}

static gboolean
definitions_load (BellCtl  *self,
                  GError  **error)
{
  gboolean shipped = bell_ctl_get (self, "shipped") != NULL;
  g_autoptr(BellCommand) command = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!shipped && !read_file (self->words[0], &text, error))
    return FALSE;

  name = bell_ctl_get (self, "name") != NULL ? g_strdup (bell_ctl_get (self, "name")) : name_of_file (self->words[0]);
  command = bell_command_new ("definition.set", "name", name, "text", shipped ? "" : text, "reason", bell_ctl_get (self, "reason"), NULL);
  return bell_ctl_enter (self, error) && bell_ctl_submit (self, command, error);
}

/* --- mapping --- */

static gboolean
mapping_list (BellCtl  *self,
              GError  **error)
{
  g_autoptr(BellSetupTexts) texts = NULL;

  if (!bell_ctl_enter (self, error) || (texts = bell_desk_read_setup (self->desk, error)) == NULL)
    return FALSE;
  show_names (self, texts->mappings);
  return TRUE;
}

static gboolean
mapping_export (BellCtl  *self,
                GError  **error)
{
  g_autoptr(BellSetupTexts) texts = NULL;
  const char *text;

  if (!bell_ctl_enter (self, error) || (texts = bell_desk_read_setup (self->desk, error)) == NULL ||
      (text = find_text (texts->mappings, self->words[0], error)) == NULL)
    return FALSE;
  return bell_ctl_write_text (self, bell_ctl_get (self, "output"), text, error);
}

static gboolean
mapping_load (BellCtl  *self,
              GError  **error)
{
  g_autoptr(BellCommand) command = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!read_file (self->words[0], &text, error))
    return FALSE;

  name = bell_ctl_get (self, "name") != NULL ? g_strdup (bell_ctl_get (self, "name")) : name_of_file (self->words[0]);
  command = bell_command_new ("mapping.set", "name", name, "text", text, NULL);
  return bell_ctl_enter (self, error) && bell_ctl_submit (self, command, error);
}

/* --- The table --- */

static const BellCtlOption export_options[] = {
  { "output", "output", NULL, "FILE", N_("Where to write it; the standard output otherwise") },
  { NULL }
};

static const BellCtlOption load_options[] = {
  { "name", "name", NULL, "NAME", N_("Name such as workflows/crm; taken from the file’s path otherwise") },
  { "reason", "reason", NULL, "TEXT", N_("Why; compulsory") },
  { "shipped", "shipped", "yes", NULL, N_("Return to the one that came with the program") },
  { NULL }
};

static const BellCtlOption mapping_options[] = {
  { "name", "name", NULL, "NAME", N_("Name; taken from the file’s path otherwise") },
  { NULL }
};

const BellCtlCommand bell_ctl_definition_commands[] = {
  { "definitions list", "", N_("Lists the definitions in force."), NULL, 0, 0, definitions_list },
  { "definitions check", "[FILE]…", N_("Checks the definitions in force, with these files in them."), NULL, 0, G_MAXUINT, definitions_check },
  { "definitions export", "NAME", N_("Writes a definition."), export_options, 1, 1, definitions_export },
  { "definitions load", "FILE --reason TEXT", N_("Puts the hotel’s own copy of a definition in force."), load_options, 1, 1, definitions_load },
  { "mapping list", "", N_("Lists the mappings for imports."), NULL, 0, 0, mapping_list },
  { "mapping export", "NAME", N_("Writes a mapping."), export_options, 1, 1, mapping_export },
  { "mapping load", "FILE", N_("Keeps a mapping of the hotel’s own."), mapping_options, 1, 1, mapping_load },
  { NULL }
};
