/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "bell-amount-entry.h"
#include "bell-day-picker.h"
#include "bell-ticker.h"
#include "bell-value-entry.h"

static int notified;

static void
count_cb (void)
{
  notified++;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type_text (GtkWidget  *widget,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (widget, GTK_TYPE_ENTRY)), text);
}

static void
test_amount (void)
{
  GtkWidget *amount = g_object_ref_sink (bell_amount_entry_new ("EUR"));
  GtkWidget *entry = find (amount, GTK_TYPE_ENTRY);

  bell_amount_entry_set_label (BELL_AMOUNT_ENTRY (amount), "Compensation");
  gtk_test_accessible_assert_role (amount, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Compensation");

  notified = 0;
  g_signal_connect (amount, "notify::minor", G_CALLBACK (count_cb), NULL);
  type_text (amount, "45.50");
  g_assert_cmpint (bell_amount_entry_get_minor (BELL_AMOUNT_ENTRY (amount)), ==, 4550);
  g_assert_true (bell_amount_entry_get_valid (BELL_AMOUNT_ENTRY (amount)));
  g_assert_cmpint (notified, >, 0);

  type_text (amount, "45.505");
  g_assert_false (bell_amount_entry_get_valid (BELL_AMOUNT_ENTRY (amount)));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  bell_amount_entry_set_currency (BELL_AMOUNT_ENTRY (amount), "JPY");
  bell_amount_entry_set_minor (BELL_AMOUNT_ENTRY (amount), 1200);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1200");
  bell_amount_entry_clear (BELL_AMOUNT_ENTRY (amount));
  g_assert_true (bell_amount_entry_is_empty (BELL_AMOUNT_ENTRY (amount)));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);

  g_assert_finalize_object (amount);
}

static void
test_day (void)
{
  g_autoptr(BellClock) clock = bell_clock_new_fixed (G_GINT64_CONSTANT (1795348800) * BELL_SECOND);
  GtkWidget *picker = g_object_ref_sink (bell_day_picker_new ());
  BellDayPicker *day = BELL_DAY_PICKER (picker);

  bell_ticker_set_time (bell_ticker_get_default (), clock, NULL);
  gtk_test_accessible_assert_role (picker, GTK_ACCESSIBLE_ROLE_GROUP);

  type_text (picker, "2026-12-24");
  g_assert_cmpstr (bell_day_picker_get_day (day), ==, "2026-12-24");
  type_text (picker, "tomorrow");
  g_assert_cmpstr (bell_day_picker_get_day (day), ==, "2026-11-23");
  type_text (picker, "+10");
  g_assert_cmpstr (bell_day_picker_get_day (day), ==, "2026-12-02");

  /* A day that can be read in two ways is not guessed. */
  type_text (picker, "03.04.2026");
  g_assert_null (bell_day_picker_get_day (day));
  g_assert_true (bell_day_picker_get_problem (day));
  type_text (picker, "2026-02-30");
  g_assert_true (bell_day_picker_get_problem (day));

  bell_day_picker_set_day (day, NULL);
  g_assert_false (bell_day_picker_get_problem (day));

  g_assert_finalize_object (picker);
  bell_ticker_set_time (bell_ticker_get_default (), NULL, NULL);
}

/* What is typed into a field of a kind, and the canonical value it makes; NULL where it must be told as unreadable. */
static const struct
{
  BellValueEntryKind kind;
  const char *typed;
  const char *value;
} readings[] = {
  { BELL_VALUE_ENTRY_TEXT, "  towels ", "towels" },
  { BELL_VALUE_ENTRY_NUMBER, "2", "2" },
  { BELL_VALUE_ENTRY_NUMBER, "2,5", "2.5" },
  { BELL_VALUE_ENTRY_NUMBER, "two", NULL },
  { BELL_VALUE_ENTRY_NUMBER, "nan", NULL },
  { BELL_VALUE_ENTRY_MONEY, "120.50", "12050 EUR" },
  { BELL_VALUE_ENTRY_MONEY, "12x", NULL },
  { BELL_VALUE_ENTRY_DATE, "2026-11-22", "2026-11-22" },
  { BELL_VALUE_ENTRY_DATE, "22/11/26", NULL },
  { BELL_VALUE_ENTRY_TIME, "19:05", "19:05" },
  { BELL_VALUE_ENTRY_TIME, "1905", "19:05" },
  { BELL_VALUE_ENTRY_TIME, "7.5", "07:05" },
  { BELL_VALUE_ENTRY_TIME, "9", "09:00" },
  { BELL_VALUE_ENTRY_TIME, "25:00", NULL },
  { BELL_VALUE_ENTRY_TIME, "noon", NULL },
};

static void
test_readings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      const BellValueEntrySpec spec = { .kind = readings[i].kind, .label = "Field", .currency = "EUR" };
      GtkWidget *entry = g_object_ref_sink (bell_value_entry_new (&spec));

      g_test_message ("“%s”", readings[i].typed);
      type_text (entry, readings[i].typed);
      g_assert_cmpstr (bell_value_entry_get_value (BELL_VALUE_ENTRY (entry)), ==, readings[i].value);
      g_assert_cmpint (bell_value_entry_is_unreadable (BELL_VALUE_ENTRY (entry)), ==, readings[i].value == NULL);

      /* A canonical value that is put in comes out again. */
      if (readings[i].value != NULL)
        {
          bell_value_entry_set_value (BELL_VALUE_ENTRY (entry), NULL);
          g_assert_null (bell_value_entry_get_value (BELL_VALUE_ENTRY (entry)));
          bell_value_entry_set_value (BELL_VALUE_ENTRY (entry), readings[i].value);
          g_assert_cmpstr (bell_value_entry_get_value (BELL_VALUE_ENTRY (entry)), ==, readings[i].value);
        }
      g_assert_finalize_object (entry);
    }
}

static void
test_choice (void)
{
  const char * const ids[] = { "towels", "pillow", NULL };
  const char * const labels[] = { "Towels", "Pillow", NULL };
  const char * const more[] = { "pillow", "iron", NULL };
  const BellValueEntrySpec spec = { .kind = BELL_VALUE_ENTRY_CHOICE, .label = "Category", .required = TRUE,
                                    .choice_ids = ids, .choice_labels = labels };
  GtkWidget *widget = g_object_ref_sink (bell_value_entry_new (&spec));
  BellValueEntry *entry = BELL_VALUE_ENTRY (widget);
  GtkWidget *list = find (widget, GTK_TYPE_DROP_DOWN);

  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Category");
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Category");
  g_assert_null (bell_value_entry_get_value (entry));

  notified = 0;
  g_signal_connect (entry, "notify::value", G_CALLBACK (count_cb), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 2);
  g_assert_cmpstr (bell_value_entry_get_value (entry), ==, "pillow");
  g_assert_cmpint (notified, ==, 1);

  bell_value_entry_set_choices (entry, more, more);
  g_assert_cmpstr (bell_value_entry_get_value (entry), ==, "pillow");
  bell_value_entry_set_choices (entry, ids + 2, labels + 2);
  g_assert_null (bell_value_entry_get_value (entry));

  g_assert_finalize_object (widget);
}

static void
test_yes_no (void)
{
  const BellValueEntrySpec spec = { .kind = BELL_VALUE_ENTRY_YES_NO, .label = "Consent" };
  GtkWidget *widget = g_object_ref_sink (bell_value_entry_new (&spec));

  /* What nobody answered is not a no. */
  g_assert_null (bell_value_entry_get_value (BELL_VALUE_ENTRY (widget)));
  gtk_switch_set_active (GTK_SWITCH (find (widget, GTK_TYPE_SWITCH)), TRUE);
  g_assert_cmpstr (bell_value_entry_get_value (BELL_VALUE_ENTRY (widget)), ==, "true");
  gtk_switch_set_active (GTK_SWITCH (find (widget, GTK_TYPE_SWITCH)), FALSE);
  g_assert_cmpstr (bell_value_entry_get_value (BELL_VALUE_ENTRY (widget)), ==, "false");

  g_assert_finalize_object (widget);
}

static void
test_instant (void)
{
  const BellValueEntrySpec spec = { .kind = BELL_VALUE_ENTRY_DATETIME, .label = "Promised" };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  GtkWidget *widget;
  BellValueEntry *entry;

  bell_ticker_set_time (bell_ticker_get_default (), NULL, zone);
  widget = g_object_ref_sink (bell_value_entry_new (&spec));
  entry = BELL_VALUE_ENTRY (widget);

  bell_value_entry_set_value (entry, "2026-11-22T18:05:00Z");
  g_assert_cmpstr (bell_value_entry_get_value (entry), ==, "2026-11-22T18:05:00Z");
  g_assert_cmpstr (bell_day_picker_get_day (BELL_DAY_PICKER (find (widget, BELL_TYPE_DAY_PICKER))), ==, "2026-11-22");

  bell_day_picker_set_day (BELL_DAY_PICKER (find (widget, BELL_TYPE_DAY_PICKER)), NULL);
  g_assert_null (bell_value_entry_get_value (entry));
  g_assert_true (bell_value_entry_is_unreadable (entry));

  g_assert_finalize_object (widget);
  bell_ticker_set_time (bell_ticker_get_default (), NULL, NULL);
}

static void
test_problem (void)
{
  const BellValueEntrySpec spec = { .kind = BELL_VALUE_ENTRY_TEXT, .label = "Room", .help = "As on the door",
                                    .required = TRUE };
  GtkWidget *widget = g_object_ref_sink (bell_value_entry_new (&spec));
  GtkWidget *entry = find (widget, GTK_TYPE_ENTRY);

  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "As on the door");

  bell_value_entry_set_problem (BELL_VALUE_ENTRY (widget), "There is no room 999.");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "There is no room 999.");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_widget_has_css_class (widget, "error"));

  /* The complaint was about the old value. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "412");
  g_assert_null (bell_value_entry_get_problem (BELL_VALUE_ENTRY (widget)));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);

  g_assert_finalize_object (widget);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/widgets/amount-entry", test_amount);
  g_test_add_func ("/widgets/day-picker", test_day);
  g_test_add_func ("/widgets/value-entry/readings", test_readings);
  g_test_add_func ("/widgets/value-entry/choice", test_choice);
  g_test_add_func ("/widgets/value-entry/yes-no", test_yes_no);
  g_test_add_func ("/widgets/value-entry/instant", test_instant);
  g_test_add_func ("/widgets/value-entry/problem", test_problem);

  return g_test_run ();
}
