/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-date.h"
#include "bell-entry-words.h"
#include "bell-journal-row.h"

struct _BellJournalRow
{
  GtkWidget parent_instance;

  GtkWidget *line;
  GtkWidget *revealer;
  GtkLabel *headline;
  GtkLabel *who;
  GtkLabel *when;
  GtkButton *toggle;
  GtkGrid *details;

  BellDesk *desk;
  BellJournalEntry *entry;
  int lines;
  gboolean expanded;
};

typedef enum
{
  PROP_EXPANDED = 1,
} BellJournalRowProperty;

static GParamSpec *properties[PROP_EXPANDED + 1];

G_DEFINE_FINAL_TYPE (BellJournalRow, bell_journal_row, GTK_TYPE_WIDGET)

static char *
tell_when (BellJournalRow *self)
{
  GTimeZone *zone = bell_desk_get_zone (self->desk);
  g_autofree char *today = bell_time_day (bell_clock_now (bell_desk_get_clock (self->desk)), zone);
  g_autofree char *day = bell_time_day (self->entry->at, zone);

  if (g_str_equal (today, day))
    return bell_time_format (self->entry->at, zone, "%H:%M:%S");
  return bell_time_format (self->entry->at, zone, _("%-d %b %Y, %H:%M"));
}

static char *
tell_who (BellJournalRow *self)
{
  BellJournalEntry *entry = self->entry;
  const BellRole *role = bell_definitions_role (bell_desk_get_definitions (self->desk), entry->role);
  /* Translators: who did what no person did: the program */
  const char *name = entry->who_name != NULL ? entry->who_name : _("Deskbell");

  if (role == NULL)
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", name, role->name);
}

/* --- Details: made when they are wanted --- */

static void
add_line (BellJournalRow *self,
          const char     *title,
          const char     *text,
          gboolean        technical)
{
  GtkWidget *name;
  GtkWidget *value;

  if (text == NULL || *text == '\0')
    return;

  name = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dimmed");

  value = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_add_css_class (value, "caption");
  if (technical)
    gtk_widget_add_css_class (value, "monospace");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);

  gtk_grid_attach (self->details, name, 0, self->lines, 1, 1);
  gtk_grid_attach (self->details, value, 1, self->lines, 1, 1);
  self->lines++;
}

static void
clear_details (BellJournalRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->details))) != NULL)
    gtk_grid_remove (self->details, child);
  self->lines = 0;
}

static void
fill_details (BellJournalRow *self)
{
  BellJournalEntry *entry = self->entry;
  g_autofree char *before = bell_entry_dup_value (entry, self->desk, FALSE);
  g_autofree char *after = bell_entry_dup_value (entry, self->desk, TRUE);
  g_autofree char *op = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (entry)));
  g_autofree char *group = bell_id_to_string (&entry->group_op);
  g_autofree char *entity = bell_id_to_string (&entry->entity);
  g_autofree char *at = bell_time_to_iso8601 (entry->at);
  g_autofree char *position = NULL;

  /* Translators: position in a device's chain: "1042 of device 01a2…" */
  position = g_strdup_printf (_("%lld of device %s"), (long long) entry->dseq,
                              entry->device != NULL ? entry->device : "");
  if (entry->verb != BELL_VERB_REVEAL)
    {
      add_line (self, _("Old value"), before, FALSE);
      add_line (self, _("New value"), after, FALSE);
    }
  add_line (self, _("Reason"), entry->why, FALSE);
  add_line (self, _("Visible to"), bell_class_label (entry->class_), FALSE);
  add_line (self, _("Time"), at, TRUE);
  add_line (self, _("Operation"), op, TRUE);
  add_line (self, _("Command"), bell_id_equal (bell_entity_get_id (BELL_ENTITY (entry)), &entry->group_op) ? NULL : group, TRUE);
  add_line (self, _("Entity"), bell_id_is_none (&entry->entity) ? NULL : entity, TRUE);
  add_line (self, _("Position"), position, TRUE);
  add_line (self, _("Hash"), entry->hash, TRUE);
}

static void
set_expanded (BellJournalRow *self,
              gboolean        expanded)
{
  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  if (expanded && self->entry != NULL && self->lines == 0)
    fill_details (self);
  gtk_button_set_icon_name (self->toggle, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

/* --- Class --- */

static void
bell_journal_row_dispose (GObject *object)
{
  BellJournalRow *self = BELL_JOURNAL_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_JOURNAL_ROW);

  G_OBJECT_CLASS (bell_journal_row_parent_class)->dispose (object);
}

static void
bell_journal_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((BellJournalRowProperty) property_id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, BELL_JOURNAL_ROW (object)->expanded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_journal_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((BellJournalRowProperty) property_id)
    {
    case PROP_EXPANDED:
      set_expanded (BELL_JOURNAL_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_journal_row_class_init (BellJournalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bell_journal_row_dispose;
  object_class->get_property = bell_journal_row_get_property;
  object_class->set_property = bell_journal_row_set_property;

  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-journal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BellJournalRow, line);
  gtk_widget_class_bind_template_child (widget_class, BellJournalRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, BellJournalRow, headline);
  gtk_widget_class_bind_template_child (widget_class, BellJournalRow, who);
  gtk_widget_class_bind_template_child (widget_class, BellJournalRow, when);
  gtk_widget_class_bind_template_child (widget_class, BellJournalRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, BellJournalRow, details);
  gtk_widget_class_set_css_name (widget_class, "journalrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_journal_row_init (BellJournalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bell_journal_row_new (void)
{
  return g_object_new (BELL_TYPE_JOURNAL_ROW, NULL);
}

void
bell_journal_row_show (BellJournalRow   *self,
                       BellDesk         *desk,
                       BellJournalEntry *entry)
{
  g_autofree char *headline = NULL;
  g_autofree char *who = NULL;
  g_autofree char *when = NULL;

  g_return_if_fail (BELL_IS_JOURNAL_ROW (self));
  g_return_if_fail (BELL_IS_DESK (desk));
  g_return_if_fail (BELL_IS_JOURNAL_ENTRY (entry));

  g_set_object (&self->desk, desk);
  g_set_object (&self->entry, entry);
  set_expanded (self, FALSE);
  clear_details (self);

  headline = bell_entry_dup_headline (entry, desk);
  who = tell_who (self);
  when = tell_when (self);
  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->when, when);
}

BellJournalEntry *
bell_journal_row_get_entry (BellJournalRow *self)
{
  g_return_val_if_fail (BELL_IS_JOURNAL_ROW (self), NULL);

  return self->entry;
}

void
bell_journal_row_toggle (BellJournalRow *self)
{
  g_return_if_fail (BELL_IS_JOURNAL_ROW (self));

  set_expanded (self, !self->expanded);
}

char *
bell_journal_row_dup_label (BellJournalRow *self)
{
  g_return_val_if_fail (BELL_IS_JOURNAL_ROW (self), NULL);

  return g_strdup_printf ("%s, %s, %s", gtk_label_get_text (self->headline), gtk_label_get_text (self->who),
                          gtk_label_get_text (self->when));
}
