/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-record-card.h"
#include "bell-status-pill.h"
#include "bell-text.h"
#include "bell-words.h"

/* Values that a card shows; the editor has them all. */
#define MAX_LINES 5
#define MAX_VALUE 120

struct _BellRecordCard
{
  GtkButton parent_instance;

  GtkLabel *slot_label;
  BellStatusPill *pill;
  GtkImage *icon;
  GtkLabel *kind_label;
  GtkLabel *values;
  GtkLabel *footer;

  BellSlot slot;
};

G_DEFINE_FINAL_TYPE (BellRecordCard, bell_record_card, GTK_TYPE_BUTTON)

static void
clicked_cb (BellRecordCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "record.edit", "i", (int) self->slot);
}

static void
append_line (GString    *markup,
             GString    *plain,
             const char *label,
             const char *value)
{
  g_autofree char *shown = bell_text_shorten (value, MAX_VALUE);
  g_autofree char *line = g_markup_printf_escaped ("<span alpha=\"65%%\">%s</span>  %s", label, shown);

  g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", line);
  g_string_append_printf (plain, "%s%s: %s", plain->len > 0 ? ", " : "", label, shown);
}

/* Label and value of what is filled in; what is hidden is told as hidden, once. */
static void
tell_values (BellRecordCard *self,
             BellDesk       *desk,
             BellDossier    *dossier,
             const BellKind *kind,
             GString        *markup,
             GString        *plain)
{
  BellItem *item = dossier->items[self->slot];
  guint more = 0;
  guint lines = 0;

  for (guint i = 0; i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];
      const char *value = item->values != NULL ? g_hash_table_lookup (item->values, field->name) : NULL;
      g_autofree char *told = NULL;

      if (value == NULL)
        continue;
      told = bell_desk_tell_value (desk, dossier, field, value);
      if (lines++ < MAX_LINES)
        append_line (markup, plain, field->label, told);
      else
        more++;
    }
  if (more > 0)
    {
      /* Translators: values that a card has no room for */
      g_autofree char *rest = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      g_string_append_printf (markup, "\n<span alpha=\"65%%\">%s</span>", rest);
    }
  if (item->hidden != 0)
    {
      const char *hidden = item->values == NULL ? _("Hidden from your role") : _("Some values are hidden from your role");
      g_autofree char *line = g_markup_printf_escaped ("<i>%s</i>", hidden);

      g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", line);
      g_string_append_printf (plain, "%s%s", plain->len > 0 ? ", " : "", hidden);
    }
}

static gboolean
waits_for_approval (BellDossier *dossier,
                    BellSlot     slot)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->approvals)); i++)
    {
      g_autoptr(BellApproval) approval = g_list_model_get_item (G_LIST_MODEL (dossier->approvals), i);

      if (approval->state == BELL_APPROVAL_STATE_OPEN && approval->field != NULL && approval->slot == (gint64) slot)
        return TRUE;
    }
  return FALSE;
}

/* Who answers for the record, and why it is this person. */
static char *
tell_owner (BellDossier *dossier)
{
  BellRecord *record = dossier->record;
  /* Translators: a person */
  g_autofree char *owner = g_strdup_printf (_("Owner: %s"), record->owner_name != NULL ? record->owner_name : "");

  return bell_words_join (owner, record->owner_why);
}

static char *
tell_footer (BellRecordCard *self,
             BellDesk       *desk,
             BellDossier    *dossier)
{
  BellItem *item = dossier->items[self->slot];
  g_autofree char *state = NULL;
  g_autofree char *when = NULL;

  if (item == NULL)
    return g_strdup (_("Not begun"));

  if (item->completed_at != 0 && item->status == BELL_STATUS_COMPLETE)
    {
      when = bell_words_time (desk, item->completed_at);
      /* Translators: a person and a time */
      state = g_strdup_printf (_("Completed by %s, %s"), bell_desk_get_staff_name (desk, &item->completed_by), when);
    }
  else if (item->checked_at != 0)
    {
      when = bell_words_time (desk, item->checked_at);
      /* Translators: a person and a time */
      state = g_strdup_printf (_("Checked by %s, %s"), item->checked_name != NULL ? item->checked_name
                               : bell_desk_get_staff_name (desk, &item->checked_by), when);
    }
  else
    state = g_strdup (bell_id_is_none (&item->checked_by) ? _("Not checked yet") : _("Changed since it was checked"));
  return bell_words_join (state, waits_for_approval (dossier, self->slot) ? _("a change waits for approval") : NULL);
}

static void
set_markup (GtkLabel   *label,
            const char *markup)
{
  if (!g_str_equal (gtk_label_get_label (label), markup))
    gtk_label_set_markup (label, markup);
}

void
bell_record_card_show (BellRecordCard *self,
                       BellDesk       *desk,
                       BellDossier    *dossier)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  g_autoptr(GString) plain = g_string_new (NULL);
  g_autofree char *footer = NULL;
  g_autofree char *name = NULL;
  const BellKind *kind;
  BellItem *item;

  g_return_if_fail (BELL_IS_RECORD_CARD (self));
  g_return_if_fail (BELL_IS_DOSSIER (dossier));

  item = dossier->items[self->slot];
  kind = bell_desk_kind_of (desk, dossier, self->slot);
  if (item != NULL && kind != NULL)
    tell_values (self, desk, dossier, kind, markup, plain);
  footer = tell_footer (self, desk, dossier);
  if (self->slot == BELL_SLOT_OWNED)
    {
      g_autofree char *state = g_steal_pointer (&footer);
      g_autofree char *owner = tell_owner (dossier);

      footer = g_strdup_printf ("%s\n%s", state, owner);
    }

  gtk_label_set_text (self->kind_label, kind != NULL ? kind->name : bell_slot_label (self->slot));
  gtk_image_set_from_icon_name (self->icon, kind != NULL ? kind->icon : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), kind != NULL && kind->icon != NULL);
  set_markup (self->values, markup->str);
  gtk_widget_set_visible (GTK_WIDGET (self->values), markup->len > 0);
  gtk_label_set_text (self->footer, footer);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), item != NULL);
  if (item != NULL)
    bell_status_pill_set_status (self->pill, item->status);
  gtk_widget_set_sensitive (GTK_WIDGET (self), item == NULL || item->values != NULL || item->hidden == 0);

  name = bell_words_join (bell_slot_label (self->slot), gtk_label_get_text (self->kind_label),
                          item != NULL ? bell_status_label (item->status) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plain->len > 0 ? plain->str : footer,
                                  -1);
}

static void
bell_record_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BELL_TYPE_RECORD_CARD);

  G_OBJECT_CLASS (bell_record_card_parent_class)->dispose (object);
}

static void
bell_record_card_class_init (BellRecordCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_record_card_dispose;

  g_type_ensure (BELL_TYPE_STATUS_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-record-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BellRecordCard, slot_label);
  gtk_widget_class_bind_template_child (widget_class, BellRecordCard, pill);
  gtk_widget_class_bind_template_child (widget_class, BellRecordCard, icon);
  gtk_widget_class_bind_template_child (widget_class, BellRecordCard, kind_label);
  gtk_widget_class_bind_template_child (widget_class, BellRecordCard, values);
  gtk_widget_class_bind_template_child (widget_class, BellRecordCard, footer);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
bell_record_card_init (BellRecordCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bell_record_card_new (BellSlot slot)
{
  BellRecordCard *self = g_object_new (BELL_TYPE_RECORD_CARD, NULL);

  self->slot = slot;
  gtk_label_set_text (self->slot_label, bell_slot_label (slot));
  return GTK_WIDGET (self);
}
