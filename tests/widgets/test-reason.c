/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "bell-reason-dialog.h"

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
type_reason (GtkWidget  *view,
             const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

/* "ok" is no reason, and neither is a row of dots. */
static void
test_needs_reason (void)
{
  BellReasonDialog *dialog = bell_reason_dialog_new ("Block This Record", NULL, "Block");
  GtkWidget *body;
  GtkWidget *view;

  g_object_ref_sink (dialog);
  body = adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog));
  view = find (body, GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (view);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Reason");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);

  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "accept"));
  type_reason (view, "...");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "accept"));
  type_reason (view, "Guest asleep until four");
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "accept"));

  bell_reason_dialog_add_field (dialog, "Waits For");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "accept"));
  gtk_editable_set_text (GTK_EDITABLE (find (body, ADW_TYPE_ENTRY_ROW)), "the guest");
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "accept"));
  g_assert_cmpstr (bell_reason_dialog_get_field (dialog), ==, "the guest");

  g_assert_finalize_object (dialog);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/widgets/reason-dialog", test_needs_reason);

  return g_test_run ();
}
