/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bell-enums.h"
#include "bell-guest.h"
#include "bell-stay.h"

G_BEGIN_DECLS

/*
 * What the hotel's definition files say, checked. All structs are read-only and live as long as the
 * BellDefinitions that handed them out. Names, labels and sentences are already in the person's language
 * (translated at load; a hotel's own words stay as they are). Strings marked nullable are NULL when the file says nothing.
 */

/* The type of a field; its canonical text form is described in bell-value.h. */
typedef enum
{
  BELL_VALUE_TEXT,
  BELL_VALUE_CHOICE,
  BELL_VALUE_NUMBER,
  BELL_VALUE_MONEY,
  BELL_VALUE_DATE,
  BELL_VALUE_TIME,
  BELL_VALUE_DATETIME,
  BELL_VALUE_SCORE,
  BELL_VALUE_YES_NO,
  BELL_VALUE_GUEST,
  BELL_VALUE_STAY,
  BELL_VALUE_STAFF,
} BellValueType;

#define BELL_TYPE_VALUE_TYPE (bell_value_type_get_type ())
GType bell_value_type_get_type (void);

/* How one value must stand to another. */
typedef enum
{
  BELL_COMPARE_EQUAL,
  BELL_COMPARE_DIFFERENT,
  BELL_COMPARE_BEFORE,
  BELL_COMPARE_NOT_AFTER,
  BELL_COMPARE_AFTER,
  BELL_COMPARE_NOT_BEFORE,
} BellCompare;

#define BELL_TYPE_COMPARE (bell_compare_get_type ())
GType bell_compare_get_type (void);

/* A check over several fields of a kind. */
typedef enum
{
  BELL_CHECK_REQUIRED_WHEN, /* field is required when other has one of values */
  BELL_CHECK_MUST_BE,       /* field must be one of values; with other: only when other has one of when */
  BELL_CHECK_COMPARE,       /* field must stand to other as op says */
  BELL_CHECK_DIFFERENCE,    /* field must be other minus minus */
  BELL_CHECK_PLACEHOLDERS,  /* no {placeholder} is left in field */
  BELL_CHECK_ADDRESS,       /* field is an address that the channel in other can reach */
  BELL_CHECK_NOT_PAST,      /* field is not earlier than now */
  BELL_CHECK_NOT_FUTURE,    /* field is not later than now */
  BELL_CHECK_RANGE,         /* field is a number from min to max when other has one of values */
} BellCheckType;

#define BELL_TYPE_CHECK_TYPE (bell_check_type_get_type ())
GType bell_check_type_get_type (void);

/**
 * BellChoice:
 * @department: (nullable): department that does the work
 * @ladder: (nullable): escalation ladder of its own
 * @accept_minutes: within which somebody must take the task; 0 when not said
 * @due_minutes: promised length of the work; 0 when not said
 * @keywords: words by which quick entry knows the choice; empty when none
 */
typedef struct
{
  char *id;
  char *label;
  char *department;
  char *ladder;
  int accept_minutes;
  int due_minutes;
  char **keywords;
} BellChoice;

/* The value must stand to @stay_field ("arrival", "departure", "room", "surname") as @op says; else @message and @remedy. */
typedef struct
{
  BellCompare op;
  char *stay_field;
  char *message;
  char *remedy;
} BellStayRule;

/**
 * BellFieldDef:
 * @required: compulsory before the item can be checked
 * @personal: erased with the guest
 * @sensitive: after the first check, a change is a proposal for somebody else
 * @multiline: a long text
 * @class_: who may see the value
 * @min: smallest value; for text the fewest characters, for money in minor units; see @has_min
 * @decimals: decimals that a number may have
 * @pattern: (nullable): regular expression over the whole value
 * @pattern_hint: (nullable): what the pattern wants, for people
 * @initial: (nullable): canonical value that a new item starts with
 * @prefill: (nullable): what a new item takes from the stay or guest, see bell_kind_prefill ()
 * @one_of: (nullable): mapping whose values are allowed, see bell_definitions_mapping_has ()
 * @choices: of BellChoice; empty for other types
 * @stay_rules: of BellStayRule
 */
typedef struct
{
  char *name;
  char *label;
  BellValueType type;
  gboolean required;
  gboolean personal;
  gboolean sensitive;
  gboolean multiline;
  BellClass class_;
  gboolean has_min;
  gboolean has_max;
  double min;
  double max;
  int decimals;
  char *pattern;
  char *pattern_hint;
  char *unit;
  char *initial;
  char *prefill;
  char *help;
  char *one_of;
  GPtrArray *choices;
  GPtrArray *stay_rules;
} BellFieldDef;

/* A check over fields; @message says what is wrong, @remedy how to put it right. Members not used by the type are NULL. */
typedef struct
{
  BellCheckType type;
  char *field;
  char *other;
  char *minus;
  BellCompare op;
  char **values;
  char **when;
  double min;
  double max;
  char *message;
  char *remedy;
} BellCheck;

/**
 * BellKind:
 * @setup: set-up work, not guest work
 * @department: (nullable): department that does the work unless the category says otherwise
 * @owner_role: role of the people who may own it
 * @ladder: (nullable): ladder unless the workflow or the category says otherwise
 * @calendar: (nullable): calendar unless the department says otherwise
 * @task_title: words of the task, with {field} and {room}; see bell_kind_fill_title ()
 * @category_field: (nullable): choice field whose choice gives department, ladder and due time
 * @due_field: (nullable): date or time field that says when the work is promised
 * @due_minutes: promised length of the work when neither field nor category says; 0: none
 * @money_field: (nullable): field that holds an amount
 * @money_kind: line that the amount becomes; -1 when chosen by @money_kind_field or none
 * @money_kind_field: (nullable): choice field whose choices are money kinds ("charge", "refund", …, "none")
 * @depends_on: stay fields ("room", "arrival", "departure", "status", "surname") whose change concerns open work of the kind
 * @keywords: words by which quick entry knows the kind
 * @fields: of BellFieldDef
 * @checks: of BellCheck
 */
typedef struct
{
  char *id;
  char *name;
  char *icon;
  char *description;
  gboolean setup;
  char *department;
  char *owner_role;
  char *ladder;
  char *calendar;
  char *task_title;
  char *category_field;
  char *due_field;
  int due_minutes;
  char *money_field;
  int money_kind;
  char *money_kind_field;
  char **depends_on;
  char **keywords;
  GPtrArray *fields;
  GPtrArray *checks;
} BellKind;

/* A column of a workflow's list: the value of @field of the item in @slot. */
typedef struct
{
  BellSlot slot;
  char *field;
  char *label;
} BellColumn;

/**
 * BellWorkflow:
 * @prefix: of record numbers, "GE"
 * @position: order in the sidebar
 * @owner_role: role from which the owner rule picks
 * @department: department of a record unless its category says otherwise
 * @review_role: role that reviews exceptions
 * @alert_role: role that is told on delay or mismatch and completes the alerted item
 * @ladder: ladder unless the category says otherwise
 * @needs_stay: a record without a stay is not accepted
 * @trigger: what usually starts a record
 * @judged_by: what the hotel wants from it
 * @words: main user's words
 * @title: words of a record's title, with {field} of the owned item and {room}
 * @kinds: one per slot; never NULL
 * @columns: of BellColumn
 */
typedef struct
{
  char *id;
  char *name;
  char *prefix;
  char *icon;
  char *description;
  int position;
  char *owner_role;
  char *department;
  char *review_role;
  char *alert_role;
  char *ladder;
  gboolean needs_stay;
  BellTrigger trigger;
  char **judged_by;
  char *words;
  char *title;
  const BellKind *kinds[BELL_N_SLOTS];
  GPtrArray *columns;
} BellWorkflow;

/* @lead_role: role that is responsible for the department's work. @keywords: other names after "@" in quick entry. */
typedef struct
{
  char *id;
  char *name;
  char *icon;
  char *calendar;
  char *lead_role;
  char **keywords;
} BellDepartment;

/* What a package of permissions reaches. */
typedef enum
{
  BELL_REACH_OWN,        /* records owned by, tasks assigned to the person */
  BELL_REACH_DEPARTMENT, /* and those of the person's department */
  BELL_REACH_PROPERTY,   /* everything of the hotel */
} BellReach;

#define BELL_TYPE_REACH (bell_reach_get_type ())
GType bell_reach_get_type (void);

/* A package of permissions: @actions (bits of BellAction) on @kinds (NULL-terminated ids; NULL = every kind). */
typedef struct
{
  char *id;
  char *name;
  guint64 actions;
  char **kinds;
  BellReach reach;
} BellPackage;

/* @rank: higher decides for lower. @classes: bits of BellClass. @packages: of BellPackage. @manager: is a manager for the owner rule. */
typedef struct
{
  char *id;
  char *name;
  char *description;
  int rank;
  guint classes;
  gboolean manager;
  GPtrArray *packages;
} BellRole;

/* Tells @role once @after_minutes of working time have gone since the base instant. */
typedef struct
{
  int after_minutes;
  char *role;
  char *text;
} BellLadderLevel;

/* @from_due: counted from the due instant, else from the opening. @warn_minutes: before level one; 0: no warning. @levels: of BellLadderLevel, @after_minutes rising. */
typedef struct
{
  char *id;
  char *name;
  gboolean from_due;
  int warn_minutes;
  char *warn_role;
  GPtrArray *levels;
} BellLadder;

/* Local wall-clock opening of one weekday in minutes after midnight; @to up to 2880 when it closes on the next day. */
typedef struct
{
  int from;
  int to;
} BellHours;

/* @always: open day and night, nothing else counts. @week: [0] is Monday; GArray of BellHours. @holidays: days, closed. */
typedef struct
{
  char *id;
  char *name;
  gboolean always;
  GArray *week[7];
  char **holidays;
} BellCalendar;

/* @subject and @body by language code, with placeholders in braces. */
typedef struct
{
  char *id;
  char *name;
  char *kind;
  GHashTable *subject;
  GHashTable *body;
} BellTemplate;

#define BELL_TYPE_DEFINITIONS (bell_definitions_get_type ())
G_DECLARE_FINAL_TYPE (BellDefinitions, bell_definitions, BELL, DEFINITIONS, GObject)

/**
 * bell_definitions_new:
 * @texts: name of a definition without ".json" ("workflows/crm", "kinds/guest-request", "departments", "roles",
 *   "limits", "ladders", "calendars", "templates", "mappings") to its JSON text. To let a hotel's own copy
 *   count, replace the text of that name; to add a workflow or kind, add a name.
 * @error: BELL_ERROR_INPUT: "workflows/crm.json, slots.owned: …", with the remedy as the hint
 *
 * Immutable afterwards; safe to read from any thread. (transfer full), NULL on error.
 */
BellDefinitions      *bell_definitions_new             (GHashTable       *texts,
                                                        GError          **error);

/* The lists are of the structs above, in the order in which people see them; owned by @self. */
GPtrArray            *bell_definitions_workflows       (BellDefinitions  *self);
GPtrArray            *bell_definitions_kinds           (BellDefinitions  *self);
GPtrArray            *bell_definitions_departments     (BellDefinitions  *self);
GPtrArray            *bell_definitions_roles           (BellDefinitions  *self);
GPtrArray            *bell_definitions_ladders         (BellDefinitions  *self);
GPtrArray            *bell_definitions_calendars       (BellDefinitions  *self);
GPtrArray            *bell_definitions_templates       (BellDefinitions  *self);

/* NULL when there is none of that id; a NULL id has none. */
const BellWorkflow   *bell_definitions_workflow        (BellDefinitions  *self,
                                                        const char       *id);
const BellKind       *bell_definitions_kind            (BellDefinitions  *self,
                                                        const char       *id);
const BellDepartment *bell_definitions_department      (BellDefinitions  *self,
                                                        const char       *id);
const BellRole       *bell_definitions_role            (BellDefinitions  *self,
                                                        const char       *id);
const BellLadder     *bell_definitions_ladder          (BellDefinitions  *self,
                                                        const char       *id);
const BellCalendar   *bell_definitions_calendar        (BellDefinitions  *self,
                                                        const char       *id);
const BellTemplate   *bell_definitions_template        (BellDefinitions  *self,
                                                        const char       *id);

/* The calendar of a department; the calendar "always" when the department is unknown. Never NULL. */
const BellCalendar   *bell_definitions_calendar_of     (BellDefinitions  *self,
                                                        const char       *department);

/* Whether @value is in the mapping @mapping: of the file "mappings", or "departments", "roles", "workflows",
 * "kinds", "templates", "currencies". FALSE for an unknown mapping. */
gboolean              bell_definitions_mapping_has     (BellDefinitions  *self,
                                                        const char       *mapping,
                                                        const char       *value);

/* "en, de, pt": the values, shortened to what a sentence can hold; (transfer full). */
char                 *bell_definitions_mapping_values  (BellDefinitions  *self,
                                                        const char       *mapping);

/* The limit of a role in minor units; -1: no limit; 0: none at all. See bell-permissions.h for several roles. */
gint64                bell_definitions_limit           (BellDefinitions  *self,
                                                        const char       *role,
                                                        const char       *currency,
                                                        BellMoneyKind     kind);

const BellFieldDef   *bell_kind_field                  (const BellKind     *kind,
                                                        const char         *name);
const BellChoice     *bell_field_def_choice            (const BellFieldDef *field,
                                                        const char         *id);

/* The choice of the category field that @values hold; NULL when the kind has no such field or nothing is chosen. */
const BellChoice     *bell_kind_category               (const BellKind     *kind,
                                                        GHashTable         *values);

/* Fills {field}, {room} and {kind} of @pattern with what people read; holes close up. @values, @room nullable; (transfer full). */
char                 *bell_kind_fill                   (const BellKind     *kind,
                                                        const char         *pattern,
                                                        GHashTable         *values,
                                                        const char         *room,
                                                        GTimeZone          *zone);

/* bell_kind_fill () of the task's title, never empty; (transfer full). */
char                 *bell_kind_fill_title             (const BellKind     *kind,
                                                        GHashTable         *values,
                                                        const char         *room,
                                                        GTimeZone          *zone);

/* Initial values of a new item: name to canonical text; (transfer full). */
GHashTable           *bell_kind_initial_values         (const BellKind     *kind);

/* Fills in what the stay and the guest (both nullable) already say, where @values hold nothing or only the initial value:
 * "stay.arrival", "stay.departure", "stay.room", "stay.id", "guest.id", "guest.email", "guest.phone", "guest.language"; an instant
 * also as "stay.arrival-72h" or "stay.departure+48h", counted from noon, and now when that is past. */
void                  bell_kind_prefill                (const BellKind     *kind,
                                                        BellStay           *stay,
                                                        BellGuest          *guest,
                                                        gint64              now,
                                                        GTimeZone          *zone,
                                                        GHashTable         *values);

/* When work of @kind with @values is promised that is opened at @now: the due field, else the category's or the kind's minutes
 * of the calendar's working time; 0 when nothing says. */
gint64                bell_kind_due                    (BellDefinitions    *self,
                                                        const BellKind     *kind,
                                                        GHashTable         *values,
                                                        const char         *department,
                                                        gint64              now,
                                                        GTimeZone          *zone);

/* The subject and body of a template in @language (else in English), {placeholders} filled from @fill (name to
 * text); those that are missing stay and are named in @missing (nullable; transfer full, NULL when none). FALSE when the
 * template has neither language. */
gboolean              bell_template_fill               (const BellTemplate *self,
                                                        const char         *language,
                                                        GHashTable         *fill,
                                                        char              **subject,
                                                        char              **body,
                                                        char             ***missing);

G_END_DECLS
