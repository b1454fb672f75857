/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "bell-definitions-private.h"
#include "bell-error.h"

G_DEFINE_FINAL_TYPE (BellDefinitions, bell_definitions, G_TYPE_OBJECT)

static void
bell_definitions_finalize (GObject *object)
{
  BellDefinitions *self = BELL_DEFINITIONS (object);

  g_clear_pointer (&self->limits, g_hash_table_unref);
  g_clear_pointer (&self->mappings, g_hash_table_unref);
  g_clear_pointer (&self->kind_ids, g_hash_table_unref);
  for (int i = 0; i < BELL_N_LISTED; i++)
    {
      g_clear_pointer (&self->index[i], g_hash_table_unref);
      g_clear_pointer (&self->listed[i], g_ptr_array_unref);
    }
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->arrays, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);

  G_OBJECT_CLASS (bell_definitions_parent_class)->finalize (object);
}

static void
bell_definitions_class_init (BellDefinitionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bell_definitions_finalize;
}

static void
bell_definitions_init (BellDefinitions *self)
{
  self->strings = g_string_chunk_new (16 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (int i = 0; i < BELL_N_LISTED; i++)
    {
      self->listed[i] = g_ptr_array_new ();
      self->index[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self->kind_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->mappings = g_hash_table_new (g_str_hash, g_str_equal);
  self->limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->always.id = bell_definitions_intern (self, "always");
  self->always.name = bell_definitions_intern (self, _("Day and night"));
  self->always.always = TRUE;
}

gpointer
bell_definitions_alloc (BellDefinitions *self,
                        gsize            size)
{
  gpointer block = g_malloc0 (size);

  g_ptr_array_add (self->blocks, block);
  return block;
}

char *
bell_definitions_intern (BellDefinitions *self,
                         const char      *text)
{
  return g_string_chunk_insert_const (self->strings, text);
}

GPtrArray *
bell_definitions_new_list (BellDefinitions *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (self->lists, list);
  return list;
}

GArray *
bell_definitions_new_array (BellDefinitions *self,
                            guint            element)
{
  GArray *array = g_array_new (FALSE, TRUE, element);

  g_ptr_array_add (self->arrays, array);
  return array;
}

GHashTable *
bell_definitions_new_table (BellDefinitions *self)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_add (self->tables, table);
  return table;
}

const char *
bell_listed_name (BellListed listed)
{
  static const char *const names[BELL_N_LISTED] = {
    NC_("definition", "workflow"),
    NC_("definition", "kind"),
    NC_("definition", "department"),
    NC_("definition", "role"),
    NC_("definition", "package"),
    NC_("definition", "ladder"),
    NC_("definition", "calendar"),
    NC_("definition", "template"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "definition", names[listed]);
}

static gboolean
is_id (const char *id)
{
  if (!g_ascii_islower (id[0]))
    return FALSE;
  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
  return TRUE;
}

void
bell_definitions_list (BellDefinitions *self,
                       BellListed       to,
                       gpointer         block,
                       BellPlace       *place)
{
  char *id = *(char **) block;

  if (id == NULL || bell_place_failed (place))
    return;

  if (!is_id (id))
    bell_place_complain (place, "id", _("Use small letters, digits and dashes, beginning with a letter."),
                         _("“%s” cannot be an id."), id);
  else if (!g_hash_table_insert (self->index[to], id, block))
    bell_place_complain (place, "id", _("Give each its own id."), _("The %s “%s” is defined twice."),
                         bell_listed_name (to), id);
  else
    g_ptr_array_add (self->listed[to], block);
}

gpointer
bell_definitions_find (BellDefinitions *self,
                       BellListed       in,
                       const char      *id)
{
  return id != NULL ? g_hash_table_lookup (self->index[in], id) : NULL;
}

static JsonNode *
parse (const char  *file,
       const char  *text,
       GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) wrong = NULL;
  guint line = 1;

  if (!json_parser_load_from_data (parser, text, -1, &wrong))
    {
      /* The parser tells the line only in its own sentence: "<data>:3:20: …". */
      sscanf (wrong->message, "<data>:%u", &line);
      bell_error_set (error, BELL_ERROR_INPUT,
                      _("Check commas, quotation marks and brackets before this place, or return to the shipped file."),
                      _("%s.json, line %u: This is not valid JSON."), file, line);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

typedef void (*Reader) (BellPlace *file);

static void
read_file (BellDefinitions  *self,
           const char       *file,
           const char       *text,
           const char       *keys,
           Reader            reader,
           GError          **error)
{
  g_autoptr(JsonNode) root = NULL;
  g_auto(BellPlace) place = { 0 };

  if (*error != NULL)
    return;
  if (text == NULL)
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Put the file back from the program's own definitions."),
                      _("%s.json, /: The file is missing."), file);
      return;
    }

  root = parse (file, text, error);
  if (root == NULL && *error != NULL)
    return;

  bell_place_init (&place, self, file, g_strdup (""), root, keys, error);
  if (!bell_place_failed (&place))
    reader (&place);
}

static const struct
{
  const char *file;
  const char *keys;
  Reader reader;
} single_files[] = {
  /* Each may name only what stands before it. */
  { "roles", "packages roles", bell_definitions_read_roles },
  { "calendars", "calendars", bell_definitions_read_calendars },
  { "departments", "departments", bell_definitions_read_departments },
  { "ladders", "ladders", bell_definitions_read_ladders },
  { "mappings", "mappings", bell_definitions_read_mappings },
  { "limits", "limits", bell_definitions_read_limits },
};

static gboolean
is_known_file (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (single_files); i++)
    if (g_str_equal (name, single_files[i].file))
      return TRUE;
  return g_str_equal (name, "templates") || g_str_has_prefix (name, "kinds/") || g_str_has_prefix (name, "workflows/");
}

static gint
compare_workflows (gconstpointer a,
                   gconstpointer b)
{
  const BellWorkflow *first = *(BellWorkflow **) a;
  const BellWorkflow *second = *(BellWorkflow **) b;

  return first->position != second->position ? first->position - second->position : strcmp (first->id, second->id);
}

static void
read_all (BellDefinitions  *self,
          GHashTable       *texts,
          GError          **error)
{
  g_autoptr(GPtrArray) names = g_hash_table_get_keys_as_ptr_array (texts);

  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    {
      if (!is_known_file (names->pdata[i]))
        bell_error_set (*error == NULL ? error : NULL, BELL_ERROR_INPUT,
                        _("Definitions are: workflows/…, kinds/…, departments, roles, limits, ladders, calendars, templates, mappings."),
                        _("%s.json, /: There is no definition of this name."), (char *) names->pdata[i]);
      if (g_str_has_prefix (names->pdata[i], "kinds/"))
        g_hash_table_add (self->kind_ids, g_strdup ((char *) names->pdata[i] + strlen ("kinds/")));
    }

  for (guint i = 0; i < G_N_ELEMENTS (single_files); i++)
    read_file (self, single_files[i].file, g_hash_table_lookup (texts, single_files[i].file), single_files[i].keys,
               single_files[i].reader, error);
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (names->pdata[i], "kinds/"))
      read_file (self, names->pdata[i], g_hash_table_lookup (texts, names->pdata[i]), BELL_KIND_KEYS,
                 bell_definitions_read_kind, error);
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (names->pdata[i], "workflows/"))
      read_file (self, names->pdata[i], g_hash_table_lookup (texts, names->pdata[i]), BELL_WORKFLOW_KEYS,
                 bell_definitions_read_workflow, error);
  read_file (self, "templates", g_hash_table_lookup (texts, "templates"), "templates", bell_definitions_read_templates, error);

  g_ptr_array_sort (self->listed[BELL_LISTED_WORKFLOW], compare_workflows);
}

BellDefinitions *
bell_definitions_new (GHashTable  *texts,
                      GError     **error)
{
  g_autoptr(BellDefinitions) self = NULL;
  GError *wrong = NULL;

  g_return_val_if_fail (texts != NULL, NULL);

  self = g_object_new (BELL_TYPE_DEFINITIONS, NULL);
  read_all (self, texts, &wrong);
  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return NULL;
    }

  return g_steal_pointer (&self);
}
