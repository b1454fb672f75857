/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

/* The texts behind the definitions and mappings, for those who change them. */

/**
 * BellSetupTexts:
 * @definitions: name to JSON text in force, such as "workflows/crm"
 * @own: names that the hotel changed or added (a set)
 * @mappings: name to JSON text in force
 * @own_mappings: names of the hotel's own mappings (a set)
 */
typedef struct
{
  GHashTable *definitions;
  GHashTable *own;
  GHashTable *mappings;
  GHashTable *own_mappings;
} BellSetupTexts;

void            bell_setup_texts_free        (BellSetupTexts      *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellSetupTexts, bell_setup_texts_free)

void            bell_desk_read_setup_async   (BellDesk            *self,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             data);
BellSetupTexts *bell_desk_read_setup_finish  (BellDesk            *self,
                                              GAsyncResult        *result,
                                              GError             **error);

/* Blocks; for the command line and tests. */
BellSetupTexts *bell_desk_read_setup         (BellDesk            *self,
                                              GError             **error);

#define BELL_TYPE_DEFINITION_NODE (bell_definition_node_get_type ())
G_DECLARE_FINAL_TYPE (BellDefinitionNode, bell_definition_node, BELL, DEFINITION_NODE, GObject)

typedef enum
{
  BELL_NODE_TEXT,
  BELL_NODE_NUMBER,
  BELL_NODE_FLAG,
  BELL_NODE_WORDS,  /* a list of words, shown as one line with commas */
  BELL_NODE_OBJECT,
  BELL_NODE_LIST,   /* a list of objects or of mixed things */
} BellNodeType;

/**
 * BellDefinitionNode:
 *
 * A definition as a tree that a form can show and change: each member of the
 * JSON with its type, its value as text and its children. The form knows
 * nothing of the particular file; whether the result makes sense is decided
 * by bell_definitions_new () when it is sent.
 */
BellDefinitionNode *bell_definition_node_parse     (const char          *text,
                                                    GError             **error);

/* The whole tree as JSON text, laid out for people; (transfer full). */
char               *bell_definition_node_to_text   (BellDefinitionNode  *root);

BellNodeType        bell_definition_node_get_node_type (BellDefinitionNode *self);

/* The member's name; NULL in a list. */
const char         *bell_definition_node_get_key   (BellDefinitionNode  *self);

/* The name for people: "After minutes", for an object in a list its name or id; (transfer full). */
char               *bell_definition_node_dup_label (BellDefinitionNode  *self);

/* The value of a leaf; NULL for objects and lists. */
const char         *bell_definition_node_get_value (BellDefinitionNode  *self);

/* FALSE when @value is no number where one must stand. */
gboolean            bell_definition_node_set_value (BellDefinitionNode  *self,
                                                    const char          *value);

/* Children of an object or list; an empty list for a leaf. (transfer none) */
GListModel         *bell_definition_node_get_children (BellDefinitionNode *self);

/* Adds a copy of the last child to a list, or takes one out. */
void                bell_definition_node_add_child    (BellDefinitionNode *self);
void                bell_definition_node_remove_child (BellDefinitionNode *self,
                                                       BellDefinitionNode *child);

G_END_DECLS
