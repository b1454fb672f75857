/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-date.h"
#include "bell-pager-scroll.h"
#include "bell-shifts-dialog.h"
#include "bell-submit.h"

#define DAYS_SHOWN 7

struct _BellShiftsDialog
{
  AdwDialog parent_instance;

  AdwComboRow *person_row;
  AdwComboRow *day_row;
  AdwComboRow *time_row;
  GtkStringList *days;
  GtkListView *list;
  GtkScrolledWindow *scrolled;

  BellDesk *desk;
};

G_DEFINE_FINAL_TYPE (BellShiftsDialog, bell_shifts_dialog, ADW_TYPE_DIALOG)

static char *
dup_day (BellShiftsDialog *self,
         guint             offset)
{
  g_autofree char *today = bell_time_day (bell_clock_now (bell_desk_get_clock (self->desk)), bell_desk_get_zone (self->desk));

  return bell_day_add (today, offset);
}

static void
add_cb (BellShiftsDialog *self)
{
  static const int hours[][2] = { { 7, 15 }, { 15, 23 }, { 23, 31 } };
  BellStaff *person = adw_combo_row_get_selected_item (self->person_row);
  guint time = adw_combo_row_get_selected (self->time_row);
  GTimeZone *zone = bell_desk_get_zone (self->desk);
  g_autofree char *day = dup_day (self, adw_combo_row_get_selected (self->day_row));
  g_autofree char *last_day = bell_day_add (day, hours[time][1] / 24);
  g_autofree char *starts = bell_time_to_iso8601 (bell_time_on_day (day, hours[time][0], 0, zone));
  g_autofree char *ends = bell_time_to_iso8601 (bell_time_on_day (last_day, hours[time][1] % 24, 0, zone));
  g_autoptr(BellCommand) command = NULL;

  if (person == NULL)
    return;
  command = bell_command_new ("shift.new", "starts", starts, "ends", ends, NULL);
  bell_command_set_id (command, "staff", bell_entity_get_id (BELL_ENTITY (person)));
  bell_submit (GTK_WIDGET (self), self->desk, command);
}

static void
remove_cb (GtkButton        *button,
           BellShiftsDialog *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "item");
  BellShift *shift = gtk_list_item_get_item (item);
  g_autoptr(BellCommand) command = bell_command_new ("shift.remove", NULL);

  if (shift == NULL)
    return;
  bell_command_set_id (command, "shift", bell_entity_get_id (BELL_ENTITY (shift)));
  bell_submit (GTK_WIDGET (self), self->desk, command);
}

static void
row_setup_cb (BellShiftsDialog *self,
              GtkListItem      *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take This Shift Out"));
  g_object_set_data (G_OBJECT (button), "item", item);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
}

static void
row_bind_cb (BellShiftsDialog *self,
             GtkListItem      *item)
{
  BellShift *shift = gtk_list_item_get_item (item);
  GTimeZone *zone = bell_desk_get_zone (self->desk);
  /* Translators: day and time at which a shift begins, see g_date_time_format () */
  g_autofree char *from = bell_time_format (shift->starts_at, zone, _("%a %-d %b, %H:%M"));
  /* Translators: time at which a shift ends */
  g_autofree char *until = bell_time_format (shift->ends_at, zone, _("%H:%M"));
  g_autofree char *text = g_strdup_printf ("%s–%s  %s", from, until, shift->staff_name != NULL ? shift->staff_name : "");

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item))), text);
  gtk_list_item_set_accessible_label (item, text);
}

static void
fill (BellShiftsDialog *self)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_SHIFTS);
  GListModel *shifts;

  adw_combo_row_set_model (self->person_row, bell_desk_list_people (self->desk));
  for (guint i = 0; i < DAYS_SHOWN; i++)
    {
      g_autofree char *day = dup_day (self, i);
      g_autofree char *words = bell_time_format (bell_time_on_day (day, 12, 0, bell_desk_get_zone (self->desk)),
                                                 bell_desk_get_zone (self->desk), "%A, %x");

      gtk_string_list_append (self->days, words);
    }

  query->from = bell_clock_now (bell_desk_get_clock (self->desk));
  query->until = query->from + DAYS_SHOWN * BELL_DAY;
  shifts = bell_desk_list (self->desk, query);
  bell_pager_scroll_attach (self->scrolled, shifts);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (shifts)));
}

static void
bell_shifts_dialog_dispose (GObject *object)
{
  g_clear_object (&BELL_SHIFTS_DIALOG (object)->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), BELL_TYPE_SHIFTS_DIALOG);

  G_OBJECT_CLASS (bell_shifts_dialog_parent_class)->dispose (object);
}

static void
bell_shifts_dialog_class_init (BellShiftsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_shifts_dialog_dispose;

  g_type_ensure (BELL_TYPE_STAFF);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-shifts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellShiftsDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, BellShiftsDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, BellShiftsDialog, time_row);
  gtk_widget_class_bind_template_child (widget_class, BellShiftsDialog, days);
  gtk_widget_class_bind_template_child (widget_class, BellShiftsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BellShiftsDialog, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
}

static void
bell_shifts_dialog_init (BellShiftsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
bell_shifts_dialog_new (BellDesk *desk)
{
  BellShiftsDialog *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  self = g_object_new (BELL_TYPE_SHIFTS_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  fill (self);
  return ADW_DIALOG (self);
}
