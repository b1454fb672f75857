/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "bell-ctl-json.h"
#include "bell-quick-entry-session.h"

static const BellCtlColumn hit_columns[] = {
  { "kind", N_("What") },
  { "title", N_("Title") },
  { "subtitle", N_("More") },
  { "id", N_("Id") },
  { NULL }
};

static const BellCtlColumn next_columns[] = {
  { "next_due", N_("Due") },
  { "number", N_("Number") },
  { "room", N_("Room") },
  { "next_text", N_("Next") },
  { "title", N_("Title") },
  { "owner_name", N_("Owner") },
  { NULL }
};

static const BellCtlColumn stay_columns[] = {
  { "room", N_("Room") },
  { "surname", N_("Surname") },
  { "arrival", N_("Arrival") },
  { "departure", N_("Departure") },
  { "status", N_("Status") },
  { "confirmation", N_("Confirmation") },
  { "open_records", N_("Open records") },
  { NULL }
};

static gboolean
search (BellCtl  *self,
        GError  **error)
{
  g_hash_table_replace (self->given, g_strdup ("text"), g_strjoinv (" ", self->words));
  return bell_ctl_do_list (self, error);
}

/* --- quick --- */

typedef struct
{
  GPtrArray *chips;
  BellCommand *command;
  GError *error;
  gboolean done;
} Reading;

static void
read_line_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Reading *reading = data;

  reading->chips = bell_desk_read_line_finish (BELL_DESK (source), result, &reading->command, &reading->error);
  reading->done = TRUE;
}

static void
add_nullable (JsonBuilder *builder,
              const char  *name,
              const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
show_understood (BellCtl     *self,
                 GPtrArray   *chips,
                 BellOutcome *outcome)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (!self->json)
    {
      for (guint i = 0; i < chips->len; i++)
        {
          BellQuickChip *chip = chips->pdata[i];

          printf ("%s%s%s\n", chip->chip, chip->problem != NULL ? ": " : "", chip->problem != NULL ? chip->problem : "");
        }
      if (outcome != NULL)
        puts (outcome->sentence);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "understood");
  json_builder_begin_array (builder);
  for (guint i = 0; i < chips->len; i++)
    {
      BellQuickChip *chip = chips->pdata[i];

      json_builder_begin_object (builder);
      add_nullable (builder, "chip", chip->chip);
      add_nullable (builder, "problem", chip->problem);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_nullable (builder, "number", outcome != NULL ? outcome->number : NULL);
  add_nullable (builder, "sentence", outcome != NULL ? outcome->sentence : NULL);
  json_builder_end_object (builder);
  bell_ctl_print_json (builder);
}

static const char *
first_problem (GPtrArray *chips)
{
  for (guint i = 0; i < chips->len; i++)
    if (((BellQuickChip *) chips->pdata[i])->problem != NULL)
      return ((BellQuickChip *) chips->pdata[i])->problem;
  return NULL;
}

static gboolean
quick (BellCtl  *self,
       GError  **error)
{
  g_autofree char *line = g_strjoinv (" ", self->words);
  g_autoptr(GPtrArray) chips = NULL;
  g_autoptr(BellCommand) command = NULL;
  g_autoptr(BellOutcome) outcome = NULL;
  Reading reading = { 0 };

  if (!bell_ctl_enter (self, error))
    return FALSE;

  bell_desk_read_line_async (self->desk, line, NULL, read_line_cb, &reading);
  while (!reading.done)
    g_main_context_iteration (NULL, TRUE);
  chips = reading.chips;
  command = reading.command;
  if (chips == NULL)
    {
      g_propagate_error (error, reading.error);
      return FALSE;
    }

  if (bell_ctl_get (self, "dry-run") == NULL)
    {
      if (command == NULL)
        {
          const char *problem = first_problem (chips);

          bell_error_set (error, BELL_ERROR_INPUT, _("Such as: 412 2 extra towels !19:00 @housekeeping"), "%s",
                          problem != NULL ? problem : _("This line cannot be filed yet."));
          return FALSE;
        }
      if ((outcome = bell_desk_submit (self->desk, command, error)) == NULL)
        return FALSE;
    }

  show_understood (self, chips, outcome);
  return TRUE;
}

/* --- The table --- */

static const BellCtlOption limit_options[] = {
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlOption next_options[] = {
  { "person", "person", NULL, "NAME", N_("Whose work; your own otherwise") },
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlOption quick_options[] = {
  { "dry-run", "dry-run", "yes", NULL, N_("Only tell what is understood") },
  { NULL }
};

static const BellCtlOption stay_options[] = {
  { "day", "day", NULL, "DAY", N_("The day; today otherwise") },
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlList search_list = { BELL_LIST_SEARCH, hit_columns };
static const BellCtlList next_list = { BELL_LIST_WORK, next_columns };
static const BellCtlList arrivals_list = { BELL_LIST_ARRIVALS, stay_columns };
static const BellCtlList in_house_list = { BELL_LIST_IN_HOUSE, stay_columns };
static const BellCtlList departures_list = { BELL_LIST_DEPARTURES, stay_columns };

const BellCtlCommand bell_ctl_find_commands[] = {
  { "search", "TEXT…", N_("Finds records, tasks, stays and guests, newest first."), limit_options, 1, G_MAXUINT, search, &search_list },
  { "next", "", N_("Lists next actions; what is late comes first."), next_options, 0, 0, bell_ctl_do_list, &next_list },
  { "quick", "LINE…", N_("Files a request that is written in one line."), quick_options, 1, G_MAXUINT, quick },
  { "stay arrivals", "", N_("Lists the stays that arrive on a day."), stay_options, 0, 0, bell_ctl_do_list, &arrivals_list },
  { "stay in-house", "", N_("Lists the stays in house on a day."), stay_options, 0, 0, bell_ctl_do_list, &in_house_list },
  { "stay departures", "", N_("Lists the stays that leave on a day."), stay_options, 0, 0, bell_ctl_do_list, &departures_list },
  { NULL }
};
