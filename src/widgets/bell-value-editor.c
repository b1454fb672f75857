/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "bell-amount-entry.h"
#include "bell-date.h"
#include "bell-day-picker.h"
#include "bell-text.h"
#include "bell-ticker.h"
#include "bell-value-entry-private.h"

/* --- Making --- */

static GtkWidget *
make_entry (BellValueEntry  *self,
            GtkInputPurpose  purpose,
            const char      *placeholder)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "hexpand", TRUE, "input-purpose", purpose,
                                   "placeholder-text", placeholder, NULL);

  g_signal_connect_object (entry, "changed", G_CALLBACK (bell_value_entry_changed), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_long_text (BellValueEntry *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->editor = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE,
                               "left-margin", 9, "right-margin", 9, "top-margin", 8, "bottom-margin", 8, NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), "changed",
                           G_CALLBACK (bell_value_entry_changed), self, G_CONNECT_SWAPPED);
  g_object_set (scrolled, "child", self->editor, "hexpand", TRUE, "min-content-height", 72,
                "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_widget_add_css_class (scrolled, "long-text");
  return scrolled;
}

GListModel *
bell_value_editor_make_choices (const char * const *labels)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  /* Translators: stands for no choice in a list of choices */
  gtk_string_list_append (list, C_("choice", "None"));
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    gtk_string_list_append (list, labels[i]);
  return G_LIST_MODEL (list);
}

static GtkWidget *
make_choice (BellValueEntry           *self,
             const BellValueEntrySpec *spec)
{
  static const char * const none[] = { NULL };
  GtkWidget *drop_down;

  self->choice_ids = g_strdupv ((char **) (spec->choice_ids != NULL ? spec->choice_ids : none));
  drop_down = gtk_drop_down_new (bell_value_editor_make_choices (spec->choice_labels),
                                 gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  /* A short list is seen at a glance; a long one is searched. */
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), g_strv_length (self->choice_ids) > 10);
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (drop_down), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_set_hexpand (drop_down, TRUE);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (bell_value_entry_changed), self, G_CONNECT_SWAPPED);
  return drop_down;
}

static GtkWidget *
make_day (BellValueEntry *self)
{
  GtkWidget *picker = bell_day_picker_new ();

  gtk_widget_set_hexpand (picker, TRUE);
  g_signal_connect_object (picker, "notify::day", G_CALLBACK (bell_value_entry_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "notify::problem", G_CALLBACK (bell_value_entry_changed), self, G_CONNECT_SWAPPED);
  return picker;
}

static GtkWidget *
make_amount (BellValueEntry *self,
             const char     *currency)
{
  GtkWidget *amount = bell_amount_entry_new (currency);

  gtk_widget_set_hexpand (amount, TRUE);
  g_signal_connect_object (amount, "changed", G_CALLBACK (bell_value_entry_changed), self, G_CONNECT_SWAPPED);
  return amount;
}

GtkWidget *
bell_value_editor_make (BellValueEntry           *self,
                        const BellValueEntrySpec *spec)
{
  switch (spec->kind)
    {
    case BELL_VALUE_ENTRY_TEXT:
      return self->editor = make_entry (self, GTK_INPUT_PURPOSE_FREE_FORM, NULL);
    case BELL_VALUE_ENTRY_LONG_TEXT:
      return make_long_text (self);
    case BELL_VALUE_ENTRY_NUMBER:
      return self->editor = make_entry (self, GTK_INPUT_PURPOSE_NUMBER, NULL);
    case BELL_VALUE_ENTRY_MONEY:
      return self->editor = make_amount (self, spec->currency);
    case BELL_VALUE_ENTRY_CHOICE:
      return self->editor = make_choice (self, spec);
    case BELL_VALUE_ENTRY_YES_NO:
      self->editor = gtk_switch_new ();
      gtk_widget_set_halign (self->editor, GTK_ALIGN_START);
      g_signal_connect_object (self->editor, "notify::active", G_CALLBACK (bell_value_entry_changed), self, G_CONNECT_SWAPPED);
      return self->editor;
    case BELL_VALUE_ENTRY_DATE:
    case BELL_VALUE_ENTRY_DATETIME:
      return self->editor = make_day (self);
    case BELL_VALUE_ENTRY_TIME:
      return self->editor = make_entry (self, GTK_INPUT_PURPOSE_FREE_FORM, "19:05");
    default:
      g_return_val_if_reached (NULL);
    }
}

GtkWidget *
bell_value_editor_make_time (BellValueEntry *self)
{
  GtkWidget *entry = make_entry (self, GTK_INPUT_PURPOSE_FREE_FORM, "19:05");

  g_object_set (entry, "width-chars", 6, "max-width-chars", 6, "hexpand", FALSE, NULL);
  return entry;
}

/* --- Reading --- */

static char *
dup_long_text (BellValueEntry *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return bell_text_clean (text);
}

static char *
read_number (BellValueEntry *self)
{
  g_autofree char *text = bell_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double number;

  if (text == NULL)
    return NULL;
  g_strdelimit (text, ",", '.');
  number = g_ascii_strtod (text, &end);
  if (*end != '\0' || number != number || number > 1e15 || number < -1e15)
    {
      self->unreadable = _("This is not a number.");
      return NULL;
    }
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

/* "19:05", "1905", "19.05", "9" as "09:00". */
static char *
read_time (BellValueEntry *self,
           GtkWidget      *entry)
{
  g_autofree char *text = bell_text_clean (gtk_editable_get_text (GTK_EDITABLE (entry)));
  unsigned hour = 0, minute = 0;
  int used = 0;

  if (text == NULL)
    return NULL;
  g_strdelimit (text, ".h", ':');
  if (strspn (text, "0123456789:") == strlen (text) &&
      ((strchr (text, ':') != NULL && sscanf (text, "%2u:%2u%n", &hour, &minute, &used) == 2) ||
       (strlen (text) == 4 && sscanf (text, "%2u%2u%n", &hour, &minute, &used) == 2) ||
       (strlen (text) <= 2 && sscanf (text, "%2u%n", &hour, &used) == 1)) &&
      (size_t) used == strlen (text) && hour < 24 && minute < 60)
    return g_strdup_printf ("%02u:%02u", hour, minute);

  self->unreadable = _("This is not a time. Write it as 19:05.");
  return NULL;
}

static char *
read_day (BellValueEntry *self)
{
  if (bell_day_picker_get_problem (BELL_DAY_PICKER (self->editor)))
    self->unreadable = _("This is not a day. Write it as 2026-11-22, or choose it.");
  return g_strdup (bell_day_picker_get_day (BELL_DAY_PICKER (self->editor)));
}

static char *
read_instant (BellValueEntry *self)
{
  GTimeZone *zone = bell_ticker_get_zone (bell_ticker_get_default ());
  g_autofree char *day = read_day (self);
  g_autofree char *time = read_time (self, self->time);
  int hour, minute;

  if (self->unreadable != NULL || (day == NULL && time == NULL))
    return NULL;
  if (day == NULL || time == NULL)
    {
      self->unreadable = _("A day and a time are both needed.");
      return NULL;
    }
  if (sscanf (time, "%d:%d", &hour, &minute) != 2)
    return NULL;
  return bell_time_to_iso8601 (bell_time_on_day (day, hour, minute, zone));
}

static char *
read_amount (BellValueEntry *self)
{
  BellAmountEntry *amount = BELL_AMOUNT_ENTRY (self->editor);

  if (bell_amount_entry_get_valid (amount))
    return g_strdup_printf ("%" G_GINT64_FORMAT " %s", bell_amount_entry_get_minor (amount),
                            bell_amount_entry_get_currency (amount));
  if (!bell_amount_entry_is_empty (amount))
    self->unreadable = _("This is not an amount.");
  return NULL;
}

static char *
read_choice (BellValueEntry *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

  /* The first row stands for no choice. */
  if (position == 0 || position == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_strdup (self->choice_ids[position - 1]);
}

char *
bell_value_editor_read (BellValueEntry *self)
{
  self->unreadable = NULL;
  switch (self->kind)
    {
    case BELL_VALUE_ENTRY_TEXT:
      return bell_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
    case BELL_VALUE_ENTRY_LONG_TEXT:
      return dup_long_text (self);
    case BELL_VALUE_ENTRY_NUMBER:
      return read_number (self);
    case BELL_VALUE_ENTRY_MONEY:
      return read_amount (self);
    case BELL_VALUE_ENTRY_CHOICE:
      return read_choice (self);
    case BELL_VALUE_ENTRY_YES_NO:
      return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->editor)) ? "true" : "false");
    case BELL_VALUE_ENTRY_DATE:
      return read_day (self);
    case BELL_VALUE_ENTRY_TIME:
      return read_time (self, self->editor);
    case BELL_VALUE_ENTRY_DATETIME:
      return read_instant (self);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* --- Writing --- */

static void
write_amount (BellValueEntry *self,
              const char     *value)
{
  BellAmountEntry *amount = BELL_AMOUNT_ENTRY (self->editor);
  const char *space = value != NULL ? strchr (value, ' ') : NULL;

  if (space == NULL)
    {
      bell_amount_entry_clear (amount);
      return;
    }
  bell_amount_entry_set_currency (amount, space + 1);
  bell_amount_entry_set_minor (amount, g_ascii_strtoll (value, NULL, 10));
}

static void
write_instant (BellValueEntry *self,
               const char     *value)
{
  GTimeZone *zone = bell_ticker_get_zone (bell_ticker_get_default ());
  gint64 instant;

  if (value != NULL && bell_time_from_iso8601 (value, zone, &instant))
    {
      g_autofree char *day = bell_time_day (instant, zone);
      g_autofree char *time = bell_time_format (instant, zone, "%H:%M");

      bell_day_picker_set_day (BELL_DAY_PICKER (self->editor), day);
      gtk_editable_set_text (GTK_EDITABLE (self->time), time);
      return;
    }
  bell_day_picker_set_day (BELL_DAY_PICKER (self->editor), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->time), "");
}

static void
write_choice (BellValueEntry *self,
              const char     *value)
{
  guint position = 0;

  for (guint i = 0; value != NULL && self->choice_ids[i] != NULL; i++)
    if (g_str_equal (self->choice_ids[i], value))
      position = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), position);
}

void
bell_value_editor_write (BellValueEntry *self,
                         const char     *value)
{
  const char *text = value != NULL ? value : "";

  switch (self->kind)
    {
    case BELL_VALUE_ENTRY_TEXT:
    case BELL_VALUE_ENTRY_NUMBER:
    case BELL_VALUE_ENTRY_TIME:
      gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
      break;
    case BELL_VALUE_ENTRY_LONG_TEXT:
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), text, -1);
      break;
    case BELL_VALUE_ENTRY_MONEY:
      write_amount (self, value);
      break;
    case BELL_VALUE_ENTRY_CHOICE:
      write_choice (self, value);
      break;
    case BELL_VALUE_ENTRY_YES_NO:
      gtk_switch_set_active (GTK_SWITCH (self->editor), g_str_equal (text, "true"));
      break;
    case BELL_VALUE_ENTRY_DATE:
      bell_day_picker_set_day (BELL_DAY_PICKER (self->editor), bell_day_is_valid (value) ? value : NULL);
      break;
    case BELL_VALUE_ENTRY_DATETIME:
      write_instant (self, value);
      break;
    default:
      g_return_if_reached ();
    }
}
