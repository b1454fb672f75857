/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "bell-board-column.h"
#include "bell-desk.h"

/*
 * Frame work while one column of the board is scrolled, beside a bare GtkListView of the same size.
 *
 * bench-board probe              a GtkListView of a million rows with a label each
 * bench-board DATABASE NAME PIN  the column of pending cards
 *
 * Prints the time between before-paint and after-paint of each frame: main thread, cairo renderer.
 */

#define FRAMES 300
#define PIXELS_A_FRAME 60

typedef struct
{
  GMainLoop *loop;
  GtkWidget *scrolled;
  gint64 began;
  GArray *times;
  guint frame;
  int step;
} Run;

static void
before_cb (GdkFrameClock *clock,
           Run           *run)
{
  run->began = g_get_monotonic_time ();
}

static void
after_cb (GdkFrameClock *clock,
          Run           *run)
{
  double time = (g_get_monotonic_time () - run->began) / 1000.0;

  /* The first frames lay the window out. */
  if (run->frame > 20)
    g_array_append_val (run->times, time);
  if (run->times->len >= FRAMES)
    g_main_loop_quit (run->loop);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Run *run = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (run->scrolled));
  double value = gtk_adjustment_get_value (adjustment) + run->step;

  if (run->frame++ == 0)
    {
      g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), run);
      g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), run);
    }
  if (value + gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment) || value < 0)
    run->step = -run->step;
  gtk_adjustment_set_value (adjustment, value);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static GtkWidget *
find_scrolled (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_scrolled (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
measure (GtkWidget  *content,
         const char *what)
{
  Run run = { g_main_loop_new (NULL, FALSE), find_scrolled (content), 0, g_array_new (FALSE, FALSE, sizeof (double)), 0, PIXELS_A_FRAME };
  GtkWidget *window = gtk_window_new ();
  double *times;

  gtk_window_set_default_size (GTK_WINDOW (window), 260, 800);
  gtk_window_set_child (GTK_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (content, tick_cb, &run, NULL);
  g_main_loop_run (run.loop);

  times = (double *) (void *) run.times->data;
  qsort (times, run.times->len, sizeof *times, compare);
  g_print ("%-34s p50 %7.2f ms  p99 %7.2f ms a frame\n", what, times[run.times->len / 2], times[run.times->len * 99 / 100]);
}

/* --- The bare list --- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_size_request (label, -1, 96);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_probe (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *text = g_strdup_printf ("Room %u: two extra towels", i);

      gtk_string_list_append (strings, text);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (strings))), factory));
  return scrolled;
}

static GtkWidget *
make_column (BellDesk *desk)
{
  GtkWidget *column = g_object_new (BELL_TYPE_BOARD_COLUMN, "status", BELL_STATUS_PENDING, "desk", desk, NULL);

  bell_board_column_show (BELL_BOARD_COLUMN (column), NULL, NULL);
  return column;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellClock) clock = bell_clock_new_system ();
  g_autoptr(BellDesk) desk = NULL;

  adw_init ();
  if (argc == 2 && g_str_equal (argv[1], "probe"))
    {
      measure (make_probe (), "scrolling: bare GtkListView");
      return 0;
    }
  if (argc != 4)
    {
      g_printerr ("usage: bench-board probe | DATABASE NAME PIN\n");
      return 2;
    }
  desk = bell_desk_open (argv[1], clock, FALSE, &error);
  if (desk == NULL || !bell_desk_sign_in (desk, argv[2], argv[3], &error))
    {
      g_printerr ("bench-board: %s\n", error->message);
      return 1;
    }
  measure (make_column (desk), "scrolling: board column");
  bell_desk_close (desk);
  return 0;
}
