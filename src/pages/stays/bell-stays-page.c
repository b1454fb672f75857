/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-chip.h"
#include "bell-date.h"
#include "bell-import-dialog.h"
#include "bell-list-stack.h"
#include "bell-pager.h"
#include "bell-pager-scroll.h"
#include "bell-stay-words.h"
#include "bell-stays-page.h"

struct _BellStaysPage
{
  BellPage parent_instance;

  GtkSearchBar *search_bar;
  GtkEditable *search;
  AdwToggleGroup *which;
  AdwToggle *arrivals_toggle;
  AdwToggle *in_house_toggle;
  AdwToggle *departures_toggle;
  GtkMenuButton *day_button;
  GtkPopover *day_popover;
  GtkCalendar *calendar;
  GtkStack *stack;
  GtkScrolledWindow *wide;
  GtkScrolledWindow *narrow;
  GtkNoSelection *selection;
  AdwStatusPage *empty;
  AdwStatusPage *problem;

  GCancellable *cancellable;
  char *day; /* the day that is shown; NULL: today, whatever day that is */
  guint counts[3];
  gboolean counted;
  gboolean choosing; /* the calendar is being set by the program */
};

G_DEFINE_FINAL_TYPE (BellStaysPage, bell_stays_page, BELL_TYPE_PAGE)

static BellDesk *
desk_of (BellStaysPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

static char *
dup_today (BellStaysPage *self)
{
  return bell_time_day (bell_clock_now (bell_desk_get_clock (desk_of (self))), bell_desk_get_zone (desk_of (self)));
}

static char *
dup_day (BellStaysPage *self)
{
  return self->day != NULL ? g_strdup (self->day) : dup_today (self);
}

static BellListKind
chosen_list (BellStaysPage *self)
{
  static const BellListKind kinds[] = { BELL_LIST_ARRIVALS, BELL_LIST_IN_HOUSE, BELL_LIST_DEPARTURES };
  guint active = adw_toggle_group_get_active (self->which);

  return kinds[active < G_N_ELEMENTS (kinds) ? active : 0];
}

static const char *
filter_text (BellStaysPage *self)
{
  const char *text = gtk_editable_get_text (self->search);

  return *text != '\0' ? text : NULL;
}

/* --- Words --- */

static char *
tell_count (BellStaysPage *self,
            guint          count)
{
  switch ((int) chosen_list (self))
    {
    case BELL_LIST_ARRIVALS:
      return g_strdup_printf (ngettext ("%u stay arrives", "%u stays arrive", count), count);
    case BELL_LIST_IN_HOUSE:
      return g_strdup_printf (ngettext ("%u stay in house", "%u stays in house", count), count);
    case BELL_LIST_DEPARTURES:
    default:
      return g_strdup_printf (ngettext ("%u stay leaves", "%u stays leave", count), count);
    }
}

static void
update_subtitle (BellStaysPage *self)
{
  GListModel *list = gtk_no_selection_get_model (self->selection);
  g_autofree char *text = NULL;

  if (list != NULL && filter_text (self) != NULL)
    {
      guint found = g_list_model_get_n_items (list);
      gboolean more = BELL_IS_PAGER (list) && bell_pager_get_has_more (BELL_PAGER (list));

      text = more ? g_strdup_printf (_("more than %u found"), found)
                  : g_strdup_printf (ngettext ("%u found", "%u found", found), found);
    }
  else if (self->counted)
    text = tell_count (self, self->counts[adw_toggle_group_get_active (self->which) % 3]);
  bell_page_set_subtitle (BELL_PAGE (self), text);
}

static void
update_toggles (BellStaysPage *self)
{
  /* Translators: the name of a list and how many are on it: "Arrivals 38" */
  g_autofree char *arrivals = g_strdup_printf (_("Arrivals %u"), self->counts[0]);
  g_autofree char *in_house = g_strdup_printf (_("In House %u"), self->counts[1]);
  g_autofree char *departures = g_strdup_printf (_("Departures %u"), self->counts[2]);

  adw_toggle_set_label (self->arrivals_toggle, arrivals);
  adw_toggle_set_label (self->in_house_toggle, in_house);
  adw_toggle_set_label (self->departures_toggle, departures);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(BellStaysPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree guint *counts = bell_desk_count_stays_finish (BELL_DESK (source), result, &error);

  /* The list itself says when the file cannot be read. */
  if (counts == NULL || self->which == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    self->counts[i] = counts[i];
  self->counted = TRUE;
  update_toggles (self);
  update_subtitle (self);
}

static void
count (BellStaysPage *self)
{
  g_autofree char *day = dup_day (self);

  bell_desk_count_stays_async (desk_of (self), day, self->cancellable, counted_cb, g_object_ref (self));
}

static void
changed_cb (BellStaysPage      *self,
            const char *const  *tables)
{
  if (g_strv_contains (tables, "stay"))
    count (self);
}

/* --- The list --- */

static void
update_empty (BellStaysPage *self)
{
  g_autofree char *today = dup_today (self);
  g_autofree char *day = dup_day (self);
  g_autofree char *words = bell_day_words (day, today);
  g_autofree char *title = NULL;

  if (filter_text (self) != NULL)
    title = g_strdup (_("Nothing Found"));
  else if (chosen_list (self) == BELL_LIST_ARRIVALS)
    /* Translators: a day: "No Arrivals on Sun 22 Nov"; so are the following */
    title = g_strdup_printf (_("No Arrivals on %s"), words);
  else if (chosen_list (self) == BELL_LIST_IN_HOUSE)
    title = g_strdup_printf (_("Nobody in House on %s"), words);
  else
    title = g_strdup_printf (_("No Departures on %s"), words);

  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, filter_text (self) != NULL
                                   ? _("Try another word, or another day.")
                                   : _("Stays come from the hotel system’s list of arrivals."));
  gtk_widget_set_visible (adw_status_page_get_child (self->empty),
                          filter_text (self) == NULL && bell_desk_may (desk_of (self), BELL_ACTION_IMPORT, NULL));
}

static void
show_cb (BellStaysPage *self)
{
  g_autoptr(BellQuery) query = bell_query_new (chosen_list (self));
  g_autoptr(GListModel) list = NULL;

  query->day = dup_day (self);
  query->text = g_strdup (filter_text (self));
  list = bell_desk_list (desk_of (self), query);

  update_empty (self);
  gtk_no_selection_set_model (self->selection, list);
  bell_list_stack_follow (self->stack, list, self->problem);
  bell_pager_scroll_attach (self->wide, list);
  bell_pager_scroll_attach (self->narrow, list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (update_subtitle), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_subtitle (self);
}

static void
which_cb (BellStaysPage *self)
{
  if (self->cancellable != NULL && gtk_no_selection_get_model (self->selection) != NULL)
    show_cb (self);
}

/* --- The day --- */

static void
show_day (BellStaysPage *self,
          const char    *day)
{
  g_autofree char *today = dup_today (self);
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;
  int year, month, date;

  g_set_str (&self->day, g_strcmp0 (day, today) == 0 ? NULL : day);
  shown = dup_day (self);
  words = bell_day_words (shown, today);
  gtk_menu_button_set_label (self->day_button, self->day == NULL ? _("Today") : words);
  if (sscanf (shown, "%d-%d-%d", &year, &month, &date) == 3)
    {
      g_autoptr(GDateTime) when = g_date_time_new_local (year, month, date, 0, 0, 0);

      self->choosing = TRUE;
      gtk_calendar_select_day (self->calendar, when);
      self->choosing = FALSE;
    }
  count (self);
  show_cb (self);
}

static void
day_selected_cb (BellStaysPage *self)
{
  g_autoptr(GDateTime) when = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (when, "%Y-%m-%d");

  if (self->choosing)
    return;
  gtk_popover_popdown (self->day_popover);
  show_day (self, day);
}

static void
move_day (GtkWidget *widget,
          int        by)
{
  BellStaysPage *self = BELL_STAYS_PAGE (widget);
  g_autofree char *day = dup_day (self);
  g_autofree char *next = bell_day_add (day, by);

  show_day (self, next);
}

static void
previous_day_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  move_day (widget, -1);
}

static void
next_day_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  move_day (widget, 1);
}

static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BellStaysPage *self = BELL_STAYS_PAGE (widget);
  g_autofree char *today = dup_today (self);

  gtk_popover_popdown (self->day_popover);
  show_day (self, today);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_dialog_present (bell_import_dialog_new (desk_of (BELL_STAYS_PAGE (widget))), widget);
}

/* --- Rows --- */

static void
activate_cb (BellStaysPage *self,
             guint          position)
{
  g_autoptr(BellEntity) stay = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  if (stay != NULL && shell != NULL)
    bell_shell_open_id (shell, "stay", bell_entity_get_id (stay));
}

static char *
row_label (GObject  *item,
           BellStay *stay)
{
  return stay != NULL ? bell_stay_dup_label (stay) : NULL;
}

static char *
room (GObject    *item,
      const char *number)
{
  return g_strdup (number != NULL && *number != '\0' ? number : "–");
}

static char *
who (GObject  *item,
     BellStay *stay)
{
  return stay != NULL ? bell_stay_dup_who (stay) : NULL;
}

static char *
party (GObject  *item,
       BellStay *stay)
{
  return stay != NULL ? bell_stay_dup_party (stay) : NULL;
}

static gboolean
has_party (GObject  *item,
           BellStay *stay)
{
  g_autofree char *text = stay != NULL ? bell_stay_dup_party (stay) : NULL;

  return text != NULL && *text != '\0';
}

static char *
span (GObject  *item,
      BellStay *stay)
{
  return stay != NULL ? bell_stay_dup_span (stay) : NULL;
}

static char *
nights (GObject  *item,
        BellStay *stay)
{
  return stay != NULL ? bell_stay_dup_nights (stay) : NULL;
}

static char *
narrow_line (GObject  *item,
             BellStay *stay)
{
  g_autofree char *dates = NULL;
  g_autofree char *length = NULL;

  if (stay == NULL)
    return NULL;
  dates = bell_stay_dup_span (stay);
  length = bell_stay_dup_nights (stay);
  return g_strdup_printf ("%s · %s · %s", dates, length, bell_stay_status_label (stay->status));
}

static char *
status (GObject *item,
        int      value)
{
  return g_strdup (bell_stay_status_label (value));
}

static char *
count_text (GObject *item,
            gint64   number)
{
  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static gboolean
is_some (GObject *item,
         gint64   number)
{
  return number > 0;
}

static gboolean
is_set (GObject    *item,
        const char *text)
{
  return text != NULL && *text != '\0';
}

/* --- Class --- */

static gboolean
bell_stays_page_activate_search (BellPage *page)
{
  BellStaysPage *self = BELL_STAYS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Past midnight, today is another day. */
static void
bell_stays_page_refresh (BellPage *page)
{
  BellStaysPage *self = BELL_STAYS_PAGE (page);

  if (self->day == NULL)
    show_day (self, NULL);
  else
    count (self);
}

static void
bell_stays_page_constructed (GObject *object)
{
  BellStaysPage *self = BELL_STAYS_PAGE (object);

  G_OBJECT_CLASS (bell_stays_page_parent_class)->constructed (object);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stays.import",
                                 bell_desk_may (desk_of (self), BELL_ACTION_IMPORT, NULL));
  gtk_search_bar_connect_entry (self->search_bar, self->search);
  g_signal_connect_object (desk_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_day (self, NULL);
}

static void
bell_stays_page_dispose (GObject *object)
{
  BellStaysPage *self = BELL_STAYS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->day, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_STAYS_PAGE);

  G_OBJECT_CLASS (bell_stays_page_parent_class)->dispose (object);
}

static void
bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, row_label);
  gtk_widget_class_bind_template_callback (widget_class, room);
  gtk_widget_class_bind_template_callback (widget_class, who);
  gtk_widget_class_bind_template_callback (widget_class, party);
  gtk_widget_class_bind_template_callback (widget_class, has_party);
  gtk_widget_class_bind_template_callback (widget_class, span);
  gtk_widget_class_bind_template_callback (widget_class, nights);
  gtk_widget_class_bind_template_callback (widget_class, narrow_line);
  gtk_widget_class_bind_template_callback (widget_class, status);
  gtk_widget_class_bind_template_callback_full (widget_class, "count", G_CALLBACK (count_text));
  gtk_widget_class_bind_template_callback (widget_class, is_some);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
}

static void
bell_stays_page_class_init (BellStaysPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_stays_page_constructed;
  object_class->dispose = bell_stays_page_dispose;
  BELL_PAGE_CLASS (klass)->activate_search = bell_stays_page_activate_search;
  BELL_PAGE_CLASS (klass)->refresh = bell_stays_page_refresh;

  gtk_widget_class_install_action (widget_class, "stays.previous-day", NULL, previous_day_action);
  gtk_widget_class_install_action (widget_class, "stays.next-day", NULL, next_day_action);
  gtk_widget_class_install_action (widget_class, "stays.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "stays.import", NULL, import_action);

  g_type_ensure (BELL_TYPE_CHIP);
  g_type_ensure (BELL_TYPE_STAY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-stays-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, search);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, which);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, arrivals_toggle);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, in_house_toggle);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, departures_toggle);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, day_popover);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, wide);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, selection);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BellStaysPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, which_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  bind_rows (widget_class);
}

static void
bell_stays_page_init (BellStaysPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
