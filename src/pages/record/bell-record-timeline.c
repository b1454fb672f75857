/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-deed-words.h"
#include "bell-pager-scroll.h"
#include "bell-pager.h"
#include "bell-record-page-private.h"
#include "bell-words.h"

static void
tell_row (BellRecordPage *self,
          GtkWidget      *row,
          BellDeed       *deed)
{
  BellDesk *desk = bell_page_get_desk (BELL_PAGE (self));
  g_autoptr(BellDeedWords) words = bell_deed_tell (deed, desk, self->dossier);
  g_autofree char *quoted = words->why != NULL ? g_strdup_printf (_("“%s”"), words->why) : NULL;
  g_autofree char *subtitle = NULL;

  subtitle = words->details != NULL && quoted != NULL ? g_strdup_printf ("%s\n%s", words->details, quoted)
             : g_strdup (words->details != NULL ? words->details : quoted != NULL ? quoted : "");
  if (!g_str_equal (words->headline, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))))
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words->headline);
  if (g_strcmp0 (subtitle, adw_action_row_get_subtitle (ADW_ACTION_ROW (row))) != 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  BellRecordPage *self = data;
  BellDeed *deed = BELL_DEED (item);
  g_autofree char *when = bell_words_time (bell_page_get_desk (BELL_PAGE (self)), bell_deed_get_first (deed)->at);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  GtkWidget *time = gtk_label_new (when);

  gtk_widget_add_css_class (time, "caption");
  gtk_widget_add_css_class (time, "dimmed");
  gtk_widget_add_css_class (time, "numeric");
  gtk_widget_set_valign (time, GTK_ALIGN_START);
  gtk_widget_set_margin_top (time, 12);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), time);
  tell_row (self, row, deed);
  return row;
}

static void
update_more (BellRecordPage *self)
{
  gtk_widget_set_visible (self->timeline_more, BELL_IS_PAGER (self->entries) &&
                                               bell_pager_get_has_more (BELL_PAGER (self->entries)));
}

void
bell_record_page_fill_timeline (BellRecordPage *self)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_TIMELINE);

  query->of = *bell_entity_get_id (BELL_ENTITY (self->dossier->record));
  self->entries = bell_desk_list (bell_page_get_desk (BELL_PAGE (self)), query);
  self->timeline = bell_timeline_new (self->entries);
  gtk_list_box_bind_model (self->timeline_box, G_LIST_MODEL (self->timeline), make_row, self, NULL);
  bell_pager_scroll_attach (self->scrolled, self->entries);
  if (BELL_IS_PAGER (self->entries))
    g_signal_connect_object (self->entries, "notify::has-more", G_CALLBACK (update_more), self, G_CONNECT_SWAPPED);
  update_more (self);
}

/* The names of tasks and lines come with the record, which may be read after the journal. */
void
bell_record_page_retell_timeline (BellRecordPage *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->timeline)); i++)
    {
      g_autoptr(BellDeed) deed = g_list_model_get_item (G_LIST_MODEL (self->timeline), i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->timeline_box, i);

      if (row != NULL)
        tell_row (self, GTK_WIDGET (row), deed);
    }
}
