/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk.h"

G_BEGIN_DECLS

typedef struct _BellCtl BellCtl;
typedef struct _BellCtlCommand BellCtlCommand;

/* Carries a command out; the arguments have been read. */
typedef gboolean (*BellCtlFunc) (BellCtl *self, GError **error);

/**
 * BellCtlOption:
 * @name: long name without the dashes; NULL ends a list
 * @argument: name under which bell_ctl_get () knows it, and the argument of the desk's command
 * @value: for a flag: what it sets @argument to; NULL for an option with a value
 * @metavar: (nullable): what stands for the value in the help
 * @help: a sentence without full stop, translatable
 *
 * @argument beginning with "@" names a file whose first line is the value ("@pin").
 */
typedef struct
{
  const char *name;
  const char *argument;
  const char *value;
  const char *metavar;
  const char *help;
} BellCtlOption;

/* A command that is one verb of the desk. @words: arguments that the words of the line are, in order. @fixed: pairs of
 * argument and value. @values: (nullable): prefix of the arguments that FIELD=VALUE words become. */
typedef struct
{
  const char *verb;
  const char *words[4];
  const char *fixed[5];
  const char *values;
} BellCtlVerb;

typedef struct
{
  const char *field;
  const char *heading;
} BellCtlColumn;

/* A command that shows a list of the desk. @columns end with a NULL field; they are for people, JSON has every field. */
typedef struct
{
  BellListKind list;
  const BellCtlColumn *columns;
} BellCtlList;

/**
 * BellCtlCommand:
 * @name: its words, "record new"; NULL ends a list
 * @usage: its arguments, as the help shows them
 * @help: one sentence, translatable
 * @options: (nullable): see BellCtlOption
 * @least: words that it needs
 * @most: words that it takes; G_MAXUINT for any number
 * @func: what it does
 * @data: (nullable): BellCtlVerb or BellCtlList, for the functions that carry those out
 */
struct _BellCtlCommand
{
  const char *name;
  const char *usage;
  const char *help;
  const BellCtlOption *options;
  guint least;
  guint most;
  BellCtlFunc func;
  gconstpointer data;
};

/**
 * BellCtl:
 * @words: what stood in the line beside options
 * @given: argument to value, from the options
 * @helped: help was shown; nothing else is to be done
 *
 * One call of deskbellctl.
 */
struct _BellCtl
{
  char *database;
  char *as;
  char *pin_file;
  gboolean json;
  char *now;

  const BellCtlCommand *command;
  char **words;
  GHashTable *given;
  gboolean helped;

  BellClock *clock;
  BellDesk *desk;
};

/* --- The line: bell-ctl-arguments.c --- */

/* The global options in front of the command; takes them out of @args. */
gboolean bell_ctl_read_globals (BellCtl *self, char ***args, GError **error);

/* Options and words of the command; FALSE without an error when only help was asked for. */
gboolean bell_ctl_read_arguments (BellCtl *self, char **args, GError **error);

/* An option's value by its argument; NULL when it was not given. */
const char *bell_ctl_get (BellCtl *self, const char *argument);

/* A whole number of at most @most; @number stays when the option was not given. */
gboolean bell_ctl_get_number (BellCtl *self, const char *argument, guint64 most, guint64 *number, GError **error);

/* An instant in the hotel's zone, or a day (its first moment); 0 when the option was not given. */
gboolean bell_ctl_get_instant (BellCtl *self, const char *argument, gint64 *instant, GError **error);

/* The PIN in the first line of a file, "-" for the standard input; (transfer full). */
char *bell_ctl_read_pin (const char *file, GError **error);

/* --- The desk: bell-ctl-desk.c --- */

/* Opens the database. */
gboolean bell_ctl_open (BellCtl *self, gboolean create, GError **error);

/* Opens it and signs --as in. */
gboolean bell_ctl_enter (BellCtl *self, GError **error);

/* Finds a person by name or id. */
gboolean bell_ctl_find_person (BellCtl *self, const char *name, BellId *id, GError **error);

/* Sends a command and tells what came of it. */
gboolean bell_ctl_submit (BellCtl *self, BellCommand *command, GError **error);

/* Funcs for commands whose data is a BellCtlVerb or a BellCtlList. */
gboolean bell_ctl_do_verb (BellCtl *self, GError **error);
gboolean bell_ctl_do_list (BellCtl *self, GError **error);

/* All rows of a list up to @limit; (transfer full). */
GPtrArray *bell_ctl_read_all (BellCtl *self, const BellQuery *query, guint limit, GError **error);

/* Takes an unfinished new file away again. */
void bell_ctl_discard (BellCtl *self);

/* --- Output: bell-ctl-output.c --- */

/* Lines of text, or as one JSON object: pairs of key and value up to a NULL key; keys that end in "#" are numbers, in "?" booleans. */
void bell_ctl_tell (BellCtl *self, const char *sentence, ...) G_GNUC_NULL_TERMINATED;
void bell_ctl_show_entities (BellCtl *self, GPtrArray *entities, const BellCtlColumn *columns);
void bell_ctl_show_entity (BellCtl *self, BellEntity *entity);

/* A text file's contents to --output or the standard output. */
gboolean bell_ctl_write_text (BellCtl *self, const char *file, const char *text, GError **error);
void bell_ctl_show_error (BellCtl *self, const GError *error);

/* --- The table: main.c; one list a file in commands/ --- */

extern const BellCtlCommand bell_ctl_alert_commands[];
extern const BellCtlCommand bell_ctl_approval_commands[];
extern const BellCtlCommand bell_ctl_audit_commands[];
extern const BellCtlCommand bell_ctl_care_commands[];
extern const BellCtlCommand bell_ctl_definition_commands[];
extern const BellCtlCommand bell_ctl_find_commands[];
extern const BellCtlCommand bell_ctl_guest_commands[];
extern const BellCtlCommand bell_ctl_import_commands[];
extern const BellCtlCommand bell_ctl_money_commands[];
extern const BellCtlCommand bell_ctl_record_commands[];
extern const BellCtlCommand bell_ctl_setup_commands[];
extern const BellCtlCommand bell_ctl_staff_commands[];
extern const BellCtlCommand bell_ctl_task_commands[];

G_END_DECLS
