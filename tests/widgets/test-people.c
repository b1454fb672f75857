/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "bell-person.h"

static GtkWidget *
find_label (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      return child;
  return NULL;
}

static void
test_person (void)
{
  g_autoptr(GtkWidget) person = g_object_ref_sink (bell_person_new ("Ana Maria Reis"));
  GtkWidget *label = find_label (person);

  gtk_test_accessible_assert_role (person, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (person, GTK_ACCESSIBLE_PROPERTY_LABEL, "Ana Maria Reis");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Ana Maria Reis");

  /* The short form is for the eye; who hears it hears the whole name. */
  g_object_set (person, "short", TRUE, NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Ana");
  gtk_test_accessible_assert_property (person, GTK_ACCESSIBLE_PROPERTY_LABEL, "Ana Maria Reis");

  g_assert_true (gtk_widget_get_last_child (person) == label);
  g_object_set (person, "reversed", TRUE, NULL);
  g_assert_true (gtk_widget_get_first_child (person) == label);

  bell_person_set_full_name (BELL_PERSON (person), NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "");

  g_assert_finalize_object (g_steal_pointer (&person));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/widgets/person", test_person);

  return g_test_run ();
}
