/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-hotel-dialog.h"
#include "bell-submit.h"

struct _BellHotelDialog
{
  AdwDialog parent_instance;

  GtkEditable *name_row;
  GtkEditable *city_row;
  GtkEditable *currency_row;
  GtkEditable *zone_row;
  GtkEditable *rooms_row;

  BellDesk *desk;
};

G_DEFINE_FINAL_TYPE (BellHotelDialog, bell_hotel_dialog, ADW_TYPE_DIALOG)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(BellHotelDialog) self = data;
  g_autoptr(BellOutcome) outcome = bell_submit_finish (result, NULL);

  if (outcome != NULL)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (BellHotelDialog *self)
{
  BellProperty *property = bell_desk_get_property (self->desk);
  g_autoptr(BellCommand) command = bell_command_new ("property.set",
                                                     "property", property->code,
                                                     "name", gtk_editable_get_text (self->name_row),
                                                     "city", gtk_editable_get_text (self->city_row),
                                                     "currency", gtk_editable_get_text (self->currency_row),
                                                     "zone", gtk_editable_get_text (self->zone_row),
                                                     "rooms", gtk_editable_get_text (self->rooms_row),
                                                     NULL);

  bell_submit_async (GTK_WIDGET (self), self->desk, command, NULL, saved_cb, g_object_ref (self));
}

static void
bell_hotel_dialog_dispose (GObject *object)
{
  g_clear_object (&BELL_HOTEL_DIALOG (object)->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), BELL_TYPE_HOTEL_DIALOG);

  G_OBJECT_CLASS (bell_hotel_dialog_parent_class)->dispose (object);
}

static void
bell_hotel_dialog_class_init (BellHotelDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_hotel_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-hotel-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BellHotelDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, BellHotelDialog, city_row);
  gtk_widget_class_bind_template_child (widget_class, BellHotelDialog, currency_row);
  gtk_widget_class_bind_template_child (widget_class, BellHotelDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, BellHotelDialog, rooms_row);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
bell_hotel_dialog_init (BellHotelDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
put_text (GtkEditable *row,
          const char  *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

AdwDialog *
bell_hotel_dialog_new (BellDesk *desk)
{
  BellHotelDialog *self;
  BellProperty *property;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  self = g_object_new (BELL_TYPE_HOTEL_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  property = bell_desk_get_property (desk);
  put_text (self->name_row, property->name);
  put_text (self->city_row, property->city);
  put_text (self->currency_row, property->currency);
  put_text (self->zone_row, property->zone);
  put_text (self->rooms_row, property->rooms);
  return ADW_DIALOG (self);
}
