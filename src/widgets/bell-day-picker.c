/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "bell-date.h"
#include "bell-day-picker.h"
#include "bell-text.h"
#include "bell-ticker.h"

struct _BellDayPicker
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *calendar;
  char *day;
  gboolean problem;
};

typedef enum
{
  PROP_DAY = 1,
  PROP_PROBLEM,
} BellDayPickerProperty;

static GParamSpec *properties[PROP_PROBLEM + 1];

G_DEFINE_FINAL_TYPE (BellDayPicker, bell_day_picker, GTK_TYPE_WIDGET)

static char *
today (void)
{
  BellTicker *ticker = bell_ticker_get_default ();

  return bell_time_day (bell_ticker_now (ticker), bell_ticker_get_zone (ticker));
}

/* The day that a person means; NULL when it is none. */
static char *
understand (const char *text)
{
  g_autofree char *now = today ();
  g_autofree char *word = bell_text_fold (text);
  /* Translators: what a person may type for a day */
  g_autofree char *today_word = bell_text_fold (_("today"));
  /* Translators: what a person may type for a day */
  g_autofree char *tomorrow_word = bell_text_fold (_("tomorrow"));
  char *end;

  if (bell_day_is_valid (text))
    return g_strdup (text);
  if (g_str_equal (word, today_word))
    return g_steal_pointer (&now);
  if (g_str_equal (word, tomorrow_word))
    return bell_day_add (now, 1);
  if ((*text == '+' || *text == '-') && g_ascii_isdigit (text[1]))
    {
      long days = strtol (text, &end, 10);

      if (*end == '\0' && labs (days) < 10000)
        return bell_day_add (now, (int) days);
    }
  return NULL;
}

static void
read_text (BellDayPicker *self)
{
  g_autofree char *text = bell_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *day = text != NULL ? understand (text) : NULL;
  gboolean problem = text != NULL && day == NULL;

  if (problem != self->problem)
    {
      self->problem = problem;
      if (problem)
        gtk_widget_add_css_class (self->entry, "error");
      else
        gtk_widget_remove_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
    }
  if (g_set_str (&self->day, day))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/* What was meant ("+3") is written out once the person goes on. */
static void
write_out (BellDayPicker *self)
{
  if (self->entry != NULL && self->day != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->day);
}

static void
selected_cb (BellDayPicker *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), day);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* A calendar is a heavy widget; most days are typed. */
static void
popup_cb (GtkMenuButton *button,
          gpointer       data)
{
  BellDayPicker *self = data;
  g_autofree char *shown = self->day != NULL ? g_strdup (self->day) : today ();
  g_auto (GStrv) parts = g_strsplit (shown, "-", 3);
  g_autoptr(GDateTime) date = NULL;

  if (self->calendar == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();

      self->calendar = gtk_calendar_new ();
      gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
      gtk_menu_button_set_popover (button, popover);
    }
  date = g_date_time_new_utc (atoi (parts[0]), atoi (parts[1]), atoi (parts[2]), 0, 0, 0);
  g_signal_handlers_disconnect_by_func (self->calendar, selected_cb, self);
  if (date != NULL)
    gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
bell_day_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BELL_DAY_PICKER (widget)->entry);
}

static void
bell_day_picker_dispose (GObject *object)
{
  BellDayPicker *self = BELL_DAY_PICKER (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (bell_day_picker_parent_class)->dispose (object);
}

static void
bell_day_picker_finalize (GObject *object)
{
  g_free (BELL_DAY_PICKER (object)->day);

  G_OBJECT_CLASS (bell_day_picker_parent_class)->finalize (object);
}

static void
bell_day_picker_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BellDayPicker *self = BELL_DAY_PICKER (object);

  switch ((BellDayPickerProperty) property_id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_PROBLEM:
      g_value_set_boolean (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_day_picker_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((BellDayPickerProperty) property_id)
    {
    case PROP_DAY:
      bell_day_picker_set_day (BELL_DAY_PICKER (object), g_value_get_string (value));
      break;
    case PROP_PROBLEM:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_day_picker_class_init (BellDayPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_day_picker_dispose;
  object_class->finalize = bell_day_picker_finalize;
  object_class->get_property = bell_day_picker_get_property;
  object_class->set_property = bell_day_picker_set_property;
  widget_class->grab_focus = bell_day_picker_grab_focus;

  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  properties[PROP_PROBLEM] = g_param_spec_boolean ("problem", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "daypicker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_day_picker_init (BellDayPicker *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = g_object_new (GTK_TYPE_ENTRY,
                              "hexpand", TRUE,
                              "width-chars", 10,
                              /* Translators: shown in an empty field for a day: year, month, day */
                              "placeholder-text", _("YYYY-MM-DD"),
                              NULL);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (read_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (write_out), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (write_out), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  self->button = g_object_new (GTK_TYPE_MENU_BUTTON,
                               "icon-name", "x-office-calendar-symbolic",
                               "tooltip-text", _("Choose a Day"),
                               NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), popup_cb, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
bell_day_picker_new (void)
{
  return g_object_new (BELL_TYPE_DAY_PICKER, NULL);
}

const char *
bell_day_picker_get_day (BellDayPicker *self)
{
  g_return_val_if_fail (BELL_IS_DAY_PICKER (self), NULL);

  return self->day;
}

void
bell_day_picker_set_day (BellDayPicker *self,
                         const char    *day)
{
  g_return_if_fail (BELL_IS_DAY_PICKER (self));
  g_return_if_fail (day == NULL || bell_day_is_valid (day));

  if (g_strcmp0 (self->day, day) != 0 || self->problem)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), day != NULL ? day : "");
}

gboolean
bell_day_picker_get_problem (BellDayPicker *self)
{
  g_return_val_if_fail (BELL_IS_DAY_PICKER (self), FALSE);

  return self->problem;
}

void
bell_day_picker_set_label (BellDayPicker *self,
                           const char    *label)
{
  g_return_if_fail (BELL_IS_DAY_PICKER (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
