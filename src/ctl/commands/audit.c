/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "bell-ctl-json.h"
#include "bell-desk-care.h"

#define PAGE 500

static const BellCtlColumn columns[] = {
  { "seq", N_("Entry") },
  { "at", N_("When") },
  { "who_name", N_("Who") },
  { "role", N_("Role") },
  { "verb", N_("Did") },
  { "number", N_("Record") },
  { "kind", N_("What") },
  { "field", N_("Field") },
  { "old_value", N_("Old") },
  { "new_value", N_("New") },
  { "why", N_("Why") },
  { NULL }
};

static gboolean
audit_verify (BellCtl  *self,
              GError  **error)
{
  g_autoptr(BellAuditReport) report = NULL;
  g_autofree char *entries = NULL;
  g_autofree char *anchor = NULL;
  g_autofree char *sentence = NULL;

  if (!bell_ctl_enter (self, error) || (report = bell_desk_verify (self->desk, bell_ctl_get (self, "anchor"), error)) == NULL)
    return FALSE;
  if (!report->sound)
    {
      bell_error_set (error, BELL_ERROR_INTEGRITY, _("Keep the file as it is and compare it with a backup."), "%s",
                      report->first_problem != NULL ? report->first_problem : _("The journal is broken."));
      return FALSE;
    }

  entries = g_strdup_printf ("%" G_GINT64_FORMAT, report->entries);
  anchor = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", report->entries, report->head != NULL ? report->head : "");
  sentence = g_strdup_printf (_("The journal is sound: %s entries; its anchor is %s."), entries, anchor);
  bell_ctl_tell (self, sentence, "sound?", "true", "entries#", entries, "head", report->head, "anchor", anchor, NULL);
  return TRUE;
}

static gboolean
audit_list (BellCtl  *self,
            GError  **error)
{
  const char *record = bell_ctl_get (self, "record");
  g_autoptr(BellQuery) query = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  guint64 limit = 1000;

  if (record == NULL)
    return bell_ctl_do_list (self, error);

  if (!bell_ctl_get_number (self, "limit", G_MAXUINT32, &limit, error) || !bell_ctl_enter (self, error) ||
      (dossier = bell_desk_open_record (self->desk, record, error)) == NULL)
    return FALSE;
  query = bell_query_new (BELL_LIST_TIMELINE);
  query->of = *bell_entity_get_id (BELL_ENTITY (dossier->record));
  if ((rows = bell_ctl_read_all (self, query, limit, error)) == NULL)
    return FALSE;
  bell_ctl_show_entities (self, rows, columns);
  return TRUE;
}

/* --- export: one JSON object a line, newest first, page by page --- */

static gboolean
write_entry (GOutputStream     *stream,
             BellJournalEntry  *entry,
             GError           **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  bell_ctl_add_entity (builder, BELL_ENTITY (entry));
  text = bell_ctl_json_text (builder, FALSE);
  return g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error) &&
         g_output_stream_write_all (stream, "\n", 1, NULL, NULL, error);
}

static gboolean
write_journal (BellCtl        *self,
               GOutputStream  *stream,
               guint64        *count,
               GError        **error)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_JOURNAL);
  g_autoptr(BellEntity) last = NULL;
  guint length;

  do
    {
      g_autoptr(GPtrArray) page = bell_desk_read_list (self->desk, query, last, PAGE, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        if (!write_entry (stream, page->pdata[i], error))
          return FALSE;
      length = page->len;
      *count += length;
      if (length > 0)
        g_set_object (&last, page->pdata[length - 1]);
    }
  while (length == PAGE);
  return TRUE;
}

static gboolean
audit_export (BellCtl  *self,
              GError  **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (self->words[0]);
  g_autoptr(GFileOutputStream) output = NULL;
  g_autoptr(GOutputStream) buffered = NULL;
  g_autoptr(GCancellable) broken = g_cancellable_new ();
  g_autofree char *sentence = NULL;
  g_autofree char *entries = NULL;
  guint64 count = 0;

  if (!bell_ctl_enter (self, error) ||
      (output = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error)) == NULL)
    return FALSE;

  buffered = g_buffered_output_stream_new (G_OUTPUT_STREAM (output));
  if (!write_journal (self, buffered, &count, error))
    {
      /* A cancelled close leaves what stood there before. */
      g_cancellable_cancel (broken);
      g_output_stream_close (buffered, broken, NULL);
      return FALSE;
    }
  if (!g_output_stream_close (buffered, NULL, error))
    return FALSE;

  entries = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  sentence = g_strdup_printf (_("%s entries are in %s."), entries, self->words[0]);
  bell_ctl_tell (self, sentence, "entries#", entries, "file", self->words[0], NULL);
  return TRUE;
}

/* --- The table --- */

static const BellCtlOption verify_options[] = {
  { "anchor", "anchor", NULL, "N:HASH", N_("An anchor that was noted earlier") },
  { NULL }
};

static const BellCtlOption list_options[] = {
  { "person", "person", NULL, "NAME", N_("Only what this person did") },
  { "kind", "kind", NULL, "TABLE", N_("Only changes of this: record, item, task, exception, approval, money_line, stay, staff …") },
  { "record", "record", NULL, "RECORD", N_("Only this record’s timeline") },
  { "from", "from", NULL, "TIME", N_("From this time on") },
  { "until", "until", NULL, "TIME", N_("Up to this time") },
  { "limit", "limit", NULL, "N", N_("At most so many (1000)") },
  { NULL }
};

static const BellCtlList journal_list = { BELL_LIST_JOURNAL, columns };

const BellCtlCommand bell_ctl_audit_commands[] = {
  { "audit verify", "", N_("Proves that the journal is whole, or names the first broken entry."), verify_options, 0, 0, audit_verify },
  { "audit list", "", N_("Lists the journal, newest first."), list_options, 0, 0, audit_list, &journal_list },
  { "audit export", "FILE", N_("Writes the journal, one JSON object a line, newest first."), NULL, 1, 1, audit_export },
  { NULL }
};
