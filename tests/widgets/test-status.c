/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "bell-chip.h"
#include "bell-due-label.h"
#include "bell-status-pill.h"
#include "bell-ticker.h"

static int notified;

static void
count_cb (void)
{
  notified++;
}

static void
test_pill (void)
{
  g_autoptr(GtkWidget) pill = g_object_ref_sink (bell_status_pill_new (BELL_STATUS_BLOCKED));

  gtk_test_accessible_assert_role (pill, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (pill, GTK_ACCESSIBLE_PROPERTY_LABEL, bell_status_label (BELL_STATUS_BLOCKED));
  g_assert_true (gtk_widget_has_css_class (pill, "blocked"));

  notified = 0;
  g_signal_connect (pill, "notify::status", G_CALLBACK (count_cb), NULL);
  bell_status_pill_set_status (BELL_STATUS_PILL (pill), BELL_STATUS_BLOCKED);
  g_assert_cmpint (notified, ==, 0);
  bell_status_pill_set_status (BELL_STATUS_PILL (pill), BELL_STATUS_COMPLETE);
  g_assert_cmpint (notified, ==, 1);
  g_assert_false (gtk_widget_has_css_class (pill, "blocked"));
  g_assert_true (gtk_widget_has_css_class (pill, "complete"));

  bell_status_pill_set_text (BELL_STATUS_PILL (pill), "Pending review");
  gtk_test_accessible_assert_property (pill, GTK_ACCESSIBLE_PROPERTY_LABEL, "Pending review");
  bell_status_pill_set_text (BELL_STATUS_PILL (pill), NULL);
  gtk_test_accessible_assert_property (pill, GTK_ACCESSIBLE_PROPERTY_LABEL, bell_status_label (BELL_STATUS_COMPLETE));

  g_assert_finalize_object (g_steal_pointer (&pill));
}

static void
test_chip (void)
{
  g_autoptr(GtkWidget) chip = g_object_ref_sink (bell_chip_new ("Room 412", NULL));

  gtk_test_accessible_assert_role (chip, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Room 412");
  g_assert_false (gtk_widget_has_css_class (chip, "problem"));

  notified = 0;
  g_signal_connect (chip, "notify::problem", G_CALLBACK (count_cb), NULL);
  bell_chip_set_problem (BELL_CHIP (chip), "There is no room 412.");
  bell_chip_set_problem (BELL_CHIP (chip), "There is no room 412.");
  g_assert_cmpint (notified, ==, 1);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "There is no room 412.");
  g_assert_true (gtk_widget_has_css_class (chip, "problem"));

  g_assert_finalize_object (g_steal_pointer (&chip));
}

static void
set_clock (BellClock *clock,
           gint64     now)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

  bell_clock_set (clock, now);
  bell_ticker_set_time (bell_ticker_get_default (), clock, zone);
}

/* A label that is on the screen follows the clock without being told. */
static void
test_due (void)
{
  const gint64 noon = G_GINT64_CONSTANT (1795348800) * BELL_SECOND;
  g_autoptr(BellClock) clock = bell_clock_new_fixed (noon);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *due;

  set_clock (clock, noon);
  due = bell_due_label_new (noon + 45 * BELL_MINUTE);
  gtk_window_set_child (GTK_WINDOW (window), due);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (due))
    g_main_context_iteration (NULL, TRUE);

  gtk_test_accessible_assert_role (due, GTK_ACCESSIBLE_ROLE_TIME);
  gtk_test_accessible_assert_property (due, GTK_ACCESSIBLE_PROPERTY_LABEL, "in 45 min");
  g_assert_false (bell_due_label_get_late (BELL_DUE_LABEL (due)));
  g_assert_false (gtk_widget_has_css_class (due, "soon"));

  notified = 0;
  g_signal_connect (due, "notify::late", G_CALLBACK (count_cb), NULL);
  set_clock (clock, noon + 33 * BELL_MINUTE);
  gtk_test_accessible_assert_property (due, GTK_ACCESSIBLE_PROPERTY_LABEL, "in 12 min");
  g_assert_true (gtk_widget_has_css_class (due, "soon"));

  set_clock (clock, noon + 53 * BELL_MINUTE);
  gtk_test_accessible_assert_property (due, GTK_ACCESSIBLE_PROPERTY_LABEL, "8 min late");
  g_assert_true (gtk_widget_has_css_class (due, "late"));
  g_assert_false (gtk_widget_has_css_class (due, "soon"));
  g_assert_cmpint (notified, ==, 1);

  bell_due_label_set_paused_at (BELL_DUE_LABEL (due), noon + 18 * BELL_MINUTE);
  gtk_test_accessible_assert_property (due, GTK_ACCESSIBLE_PROPERTY_LABEL, "paused 35 min");
  g_assert_false (bell_due_label_get_late (BELL_DUE_LABEL (due)));

  g_object_add_weak_pointer (G_OBJECT (due), (gpointer *) &due);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (due);
  bell_ticker_set_time (bell_ticker_get_default (), NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/widgets/status-pill", test_pill);
  g_test_add_func ("/widgets/chip", test_chip);
  g_test_add_func ("/widgets/due-label", test_due);

  return g_test_run ();
}
