/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "bell-ctl-json.h"
#include "bell-desk-import.h"

static void
add_count (JsonBuilder *builder,
           const char  *name,
           guint        count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static void
add_text (JsonBuilder *builder,
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
show_json (BellImportReport *report)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_count (builder, "read", report->read);
  add_count (builder, "added", report->added);
  add_count (builder, "changed", report->changed);
  add_count (builder, "unchanged", report->unchanged);
  add_count (builder, "refused", report->refused);
  add_count (builder, "alerts", report->alerts);
  add_text (builder, "refused_file", report->refused_file);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; report->problems != NULL && i < report->problems->len; i++)
    {
      BellImportProblem *problem = report->problems->pdata[i];

      json_builder_begin_object (builder);
      add_count (builder, "line", problem->line);
      add_count (builder, "column", problem->column);
      add_text (builder, "column_name", problem->column_name);
      add_text (builder, "sentence", problem->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bell_ctl_print_json (builder);
}

static void
show_plain (BellImportReport *report)
{
  printf (_("%u read, %u added, %u changed, %u unchanged, %u refused.\n"), report->read, report->added, report->changed,
          report->unchanged, report->refused);
  if (report->alerts > 0)
    printf (g_dngettext (GETTEXT_PACKAGE, "%u alert: open work depends on a stay that changed.\n",
                         "%u alerts: open work depends on stays that changed.\n", report->alerts),
            report->alerts);
  for (guint i = 0; report->problems != NULL && i < report->problems->len; i++)
    {
      BellImportProblem *problem = report->problems->pdata[i];

      printf (_("Line %u, %s: %s\n"), problem->line, problem->column_name != NULL ? problem->column_name : _("the row"), problem->sentence);
    }
  if (report->refused_file != NULL)
    printf (_("The refused rows are in %s for correction.\n"), report->refused_file);
}

static gboolean
import_stays (BellCtl  *self,
              GError  **error)
{
  const char *mapping = bell_ctl_get (self, "mapping");
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (self->words[0]);
  g_autoptr(BellImportReport) report = NULL;

  if (!bell_ctl_enter (self, error))
    return FALSE;

  report = bell_desk_import_stays (self->desk, file, mapping != NULL ? mapping : "arrivals-in-house", bell_ctl_get (self, "date-order"),
                                   bell_ctl_get (self, "dry-run") != NULL, error);
  if (report == NULL)
    return FALSE;
  if (report->ambiguous)
    {
      bell_error_set (error, BELL_ERROR_AMBIGUOUS, _("Say it with --date-order dmy, mdy or ymd."),
                      _("The dates in “%s” can be read in two ways."), self->words[0]);
      return FALSE;
    }

  if (self->json)
    show_json (report);
  else
    show_plain (report);
  return TRUE;
}

static const BellCtlOption stays_options[] = {
  { "mapping", "mapping", NULL, "NAME", N_("What the columns mean (arrivals-in-house)") },
  { "date-order", "date-order", NULL, "ORDER", N_("How dates are written where the file leaves it open: dmy, mdy, ymd") },
  { "dry-run", "dry-run", "yes", NULL, N_("Only tell what would come in") },
  { NULL }
};

const BellCtlCommand bell_ctl_import_commands[] = {
  { "import stays", "FILE", N_("Takes stays in from a hotel system’s file; the same file twice changes nothing."), stays_options, 1, 1, import_stays },
  { NULL }
};
