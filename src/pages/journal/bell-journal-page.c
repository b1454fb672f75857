/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-date.h"
#include "bell-day-picker.h"
#include "bell-desk-journal.h"
#include "bell-entry-words.h"
#include "bell-journal-page.h"
#include "bell-journal-row.h"
#include "bell-list-stack.h"
#include "bell-pager-scroll.h"
#include "bell-pager.h"
#include "bell-submit.h"
#include "bell-verify-dialog.h"

struct _BellJournalPage
{
  BellPage parent_instance;

  GtkDropDown *person;
  GtkStringList *people;
  GtkDropDown *kind;
  GtkStringList *kinds;
  GtkDropDown *days;
  GtkWidget *range;
  BellDayPicker *from;
  BellDayPicker *until;
  GtkWidget *export_button;
  GtkRevealer *export_revealer;
  GtkProgressBar *export_progress;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GtkNoSelection *selection;
  AdwStatusPage *problem;

  GArray *ids;            /* BellId of the people in the drop-down, from its second line on */
  GCancellable *exporting;
  gboolean ready;
};

/* The lines of the drop-down of days. */
enum
{
  ANY_DAY,
  TODAY,
  LAST_7_DAYS,
  LAST_30_DAYS,
  FROM_UNTIL,
};

G_DEFINE_FINAL_TYPE (BellJournalPage, bell_journal_page, BELL_TYPE_PAGE)

static BellDesk *
desk_of (BellJournalPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

/* --- Filters --- */

static gint64
start_of (BellJournalPage *self,
          const char      *day)
{
  return day != NULL ? bell_time_on_day (day, 0, 0, bell_desk_get_zone (desk_of (self))) : 0;
}

static void
set_days (BellJournalPage *self,
          BellQuery       *query)
{
  g_autofree char *today = bell_time_day (bell_clock_now (bell_desk_get_clock (desk_of (self))), bell_desk_get_zone (desk_of (self)));
  g_autofree char *first = NULL;
  g_autofree char *after = NULL;

  switch (gtk_drop_down_get_selected (self->days))
    {
    case TODAY:
      query->from = start_of (self, today);
      break;
    case LAST_7_DAYS:
      first = bell_day_add (today, -6);
      query->from = start_of (self, first);
      break;
    case LAST_30_DAYS:
      first = bell_day_add (today, -29);
      query->from = start_of (self, first);
      break;
    case FROM_UNTIL:
      query->from = start_of (self, bell_day_picker_get_day (self->from));
      if (bell_day_picker_get_day (self->until) != NULL)
        after = bell_day_add (bell_day_picker_get_day (self->until), 1);
      if (after != NULL)
        query->until = start_of (self, after) - 1;
      break;
    case ANY_DAY:
    default:
      break;
    }
}

static BellQuery *
make_query (BellJournalPage *self)
{
  BellQuery *query = bell_query_new (BELL_LIST_JOURNAL);
  guint person = gtk_drop_down_get_selected (self->person);
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (person > 0 && person <= self->ids->len)
    query->staff = g_array_index (self->ids, BellId, person - 1);
  if (kind > 0 && kind != GTK_INVALID_LIST_POSITION)
    query->kind = g_strdup (bell_entry_kinds ()[kind - 1]);
  set_days (self, query);
  return query;
}

static void
show_cb (BellJournalPage *self)
{
  g_autoptr(BellQuery) query = NULL;
  g_autoptr(GListModel) list = NULL;

  if (!self->ready)
    return;
  query = make_query (self);
  list = bell_desk_list (desk_of (self), query);
  gtk_no_selection_set_model (self->selection, list);
  bell_list_stack_follow (self->stack, list, self->problem);
  bell_pager_scroll_attach (self->scrolled, list);
}

static void
days_cb (BellJournalPage *self)
{
  gtk_widget_set_visible (self->range, gtk_drop_down_get_selected (self->days) == FROM_UNTIL);
  show_cb (self);
}

/* People come by and by; those who came before keep their line. */
static void
people_changed_cb (BellJournalPage *self,
                   guint            position,
                   guint            removed,
                   guint            added,
                   GListModel      *staff)
{
  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(BellStaff) person = g_list_model_get_item (staff, i);
      const BellId *id = bell_entity_get_id (BELL_ENTITY (person));
      gboolean known = FALSE;

      for (guint k = 0; k < self->ids->len; k++)
        known |= bell_id_equal (&g_array_index (self->ids, BellId, k), id);
      if (known)
        continue;
      g_array_append_val (self->ids, *id);
      gtk_string_list_append (self->people, person->name);
    }
  if (BELL_IS_PAGER (staff) && bell_pager_get_has_more (BELL_PAGER (staff)))
    bell_pager_load_more (BELL_PAGER (staff));
}

static void
fill_filters (BellJournalPage *self)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_STAFF);
  GListModel *staff;

  gtk_string_list_append (self->people, _("Everybody"));
  gtk_string_list_append (self->kinds, _("Everything"));
  for (const char *const *kinds = bell_entry_kinds (); *kinds != NULL; kinds++)
    gtk_string_list_append (self->kinds, bell_entry_kind_label (*kinds));

  /* Also those who have left: their entries stay. */
  query->all = TRUE;
  staff = bell_desk_list (desk_of (self), query);
  g_object_set_data_full (G_OBJECT (self), "staff", staff, g_object_unref);
  g_signal_connect_object (staff, "items-changed", G_CALLBACK (people_changed_cb), self, G_CONNECT_SWAPPED);
  people_changed_cb (self, 0, 0, 0, staff);
}

/* --- Rows --- */

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_child (item, bell_journal_row_new ());
}

static void
row_bind_cb (BellJournalPage *self,
             GtkListItem     *item)
{
  BellJournalRow *row = BELL_JOURNAL_ROW (gtk_list_item_get_child (item));
  g_autofree char *label = NULL;

  bell_journal_row_show (row, desk_of (self), gtk_list_item_get_item (item));
  label = bell_journal_row_dup_label (row);
  gtk_list_item_set_accessible_label (item, label);
}

static void
activate_cb (BellJournalPage *self,
             guint            position)
{
  g_autoptr(BellJournalEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (BELL_IS_JOURNAL_ROW (row) && bell_journal_row_get_entry (BELL_JOURNAL_ROW (row)) == entry)
        bell_journal_row_toggle (BELL_JOURNAL_ROW (row));
    }
}

/* --- What can be done --- */

static void
verify_cb (BellJournalPage *self)
{
  adw_dialog_present (bell_verify_dialog_new (desk_of (self)), GTK_WIDGET (self));
}

static void
export_progress_cb (guint64  entries,
                    gpointer data)
{
  BellJournalPage *self = data;
  g_autofree char *text = g_strdup_printf (_("%llu entries written"), (unsigned long long) entries);

  if (self->export_progress == NULL)
    return;
  gtk_progress_bar_pulse (self->export_progress);
  gtk_progress_bar_set_text (self->export_progress, text);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(BellJournalPage) self = data;
  g_autoptr(GError) error = NULL;
  guint64 entries = 0;
  gboolean done = bell_desk_export_journal_finish (BELL_DESK (source), result, &entries, &error);
  BellShell *shell;

  if (self->export_revealer == NULL)
    return;
  g_clear_object (&self->exporting);
  gtk_revealer_set_reveal_child (self->export_revealer, FALSE);
  gtk_widget_set_sensitive (self->export_button, TRUE);
  shell = bell_shell_of (GTK_WIDGET (self));
  if (!done)
    bell_show_error (GTK_WIDGET (self), error, NULL);
  else if (shell != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (ngettext ("%llu entry exported.", "%llu entries exported.", entries),
                                                   (unsigned long long) entries);

      bell_shell_say (shell, sentence);
    }
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(BellJournalPage) self = data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr(BellQuery) query = NULL;

  if (file == NULL || self->exporting != NULL || !self->ready)
    return;
  query = make_query (self);
  self->exporting = g_cancellable_new ();
  gtk_widget_set_sensitive (self->export_button, FALSE);
  export_progress_cb (0, self);
  gtk_revealer_set_reveal_child (self->export_revealer, TRUE);
  bell_desk_export_journal_async (desk_of (self), query, file, export_progress_cb, self, self->exporting, exported_cb,
                                  g_object_ref (self));
}

static void
export_cb (BellJournalPage *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Export the Journal"));
  /* Translators: name of a file */
  gtk_file_dialog_set_initial_name (dialog, _("journal.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb, g_object_ref (self));
}

static void
cancel_export_cb (BellJournalPage *self)
{
  g_cancellable_cancel (self->exporting);
}

/* --- Class --- */

static void
bell_journal_page_constructed (GObject *object)
{
  BellJournalPage *self = BELL_JOURNAL_PAGE (object);

  G_OBJECT_CLASS (bell_journal_page_parent_class)->constructed (object);

  bell_day_picker_set_label (self->from, _("From"));
  bell_day_picker_set_label (self->until, _("Until"));
  fill_filters (self);
  gtk_drop_down_set_selected (self->person, 0);
  gtk_drop_down_set_selected (self->kind, 0);
  self->ready = TRUE;
  show_cb (self);
}

static void
bell_journal_page_dispose (GObject *object)
{
  BellJournalPage *self = BELL_JOURNAL_PAGE (object);

  self->ready = FALSE;
  g_cancellable_cancel (self->exporting);
  g_clear_object (&self->exporting);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_JOURNAL_PAGE);

  G_OBJECT_CLASS (bell_journal_page_parent_class)->dispose (object);
}

static void
bell_journal_page_finalize (GObject *object)
{
  g_array_unref (BELL_JOURNAL_PAGE (object)->ids);
  G_OBJECT_CLASS (bell_journal_page_parent_class)->finalize (object);
}

static void
bell_journal_page_class_init (BellJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_journal_page_constructed;
  object_class->dispose = bell_journal_page_dispose;
  object_class->finalize = bell_journal_page_finalize;

  g_type_ensure (BELL_TYPE_DAY_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, person);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, people);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, kind);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, days);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, range);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, from);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, until);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, export_revealer);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, export_progress);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, selection);
  gtk_widget_class_bind_template_child (widget_class, BellJournalPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_export_cb);
}

static void
bell_journal_page_init (BellJournalPage *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (BellId));
  gtk_widget_init_template (GTK_WIDGET (self));
}
