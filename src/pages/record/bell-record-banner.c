/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-due-label.h"
#include "bell-record-banner.h"
#include "bell-words.h"

struct _BellRecordBanner
{
  AdwBin parent_instance;

  GtkOrientable *box;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *who;
  BellDueLabel *due;
  GtkLabel *why;
  GtkWidget *missing;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (BellRecordBanner, bell_record_banner, ADW_TYPE_BIN)

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
tell_who (BellDesk       *desk,
          BellNextAction *next)
{
  if (!bell_id_is_none (&next->staff))
    return g_strdup (bell_desk_is_me (desk, &next->staff) ? _("You") : bell_desk_get_staff_name (desk, &next->staff));
  if (next->role != NULL)
    return g_strdup (bell_words_role (desk, next->role));
  return g_strdup (bell_words_department (desk, next->department));
}

/* The button stands there for whoever may do it, even before it is their turn. */
static gboolean
may_act (BellDesk       *desk,
         BellDossier    *dossier,
         BellNextAction *next)
{
  const BellKind *kind = next->slot >= 0 ? bell_desk_kind_of (desk, dossier, next->slot) : NULL;
  const char *id = kind != NULL ? kind->id : NULL;
  BellAction action = BELL_ACTION_MOVE;

  if (g_str_has_prefix (next->command, "task") || g_str_equal (next->command, "unblock-task"))
    {
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)); i++)
        {
          g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i);

          if (bell_id_equal (bell_entity_get_id (BELL_ENTITY (task)), &next->entity))
            return bell_desk_may_task (desk, task, BELL_ACTION_TASK);
        }
      return FALSE;
    }
  if (g_str_equal (next->command, "mismatch"))
    return TRUE;
  if (g_str_equal (next->command, "own"))
    action = BELL_ACTION_OWN;
  else if (g_str_equal (next->command, "decide"))
    action = BELL_ACTION_APPROVE;
  else if (g_str_equal (next->command, "review"))
    action = BELL_ACTION_REVIEW;
  else if (g_str_equal (next->command, "check"))
    action = BELL_ACTION_CHECK;
  else if (g_str_equal (next->command, "edit"))
    action = BELL_ACTION_EDIT;
  return bell_desk_may_on (desk, dossier, action, id, BELL_CLASS_OPS, NULL);
}

static void
show_next (BellRecordBanner *self,
           BellDesk         *desk,
           BellDossier      *dossier,
           BellNextAction   *next)
{
  BellRecord *record = dossier->record;
  gboolean blocked = record->status == BELL_STATUS_BLOCKED;
  gboolean closing = g_str_equal (next->command, "close");
  /* Translators: what is to be done: "Next: check the guest request" */
  g_autofree char *title = g_strdup_printf (_("Next: %s"), next->sentence);
  g_autofree char *who = tell_who (desk, next);
  g_autofree char *why = NULL;

  if (blocked)
    /* Translators: whom or what the record waits for, and why */
    why = g_strdup_printf (_("Blocked, waits for %s: “%s”"), record->waits_for, record->blocked_reason);
  else if (next->why_open != NULL)
    /* Translators: a sentence that says what is missing */
    why = g_strdup_printf (_("Not to be closed yet: %s"), next->why_open);

  gtk_image_set_from_icon_name (self->icon, blocked ? "media-playback-pause-symbolic" : "alarm-symbolic");
  set_line (self->title, title);
  set_line (self->who, who);
  set_line (self->why, why);
  bell_due_label_set_paused_at (self->due, record->blocked_at);
  bell_due_label_set_due (self->due, next->due);
  gtk_widget_set_visible (GTK_WIDGET (self->due), next->due != 0 || record->blocked_at != 0);
  gtk_widget_set_visible (self->missing, !closing);
  gtk_button_set_label (self->button, next->button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "record.next");
  gtk_widget_set_visible (GTK_WIDGET (self->button), may_act (desk, dossier, next));
}

/* What is next lies in something that this person does not see: it is told, and who does it, without a button. */
static void
show_elsewhere (BellRecordBanner *self,
                BellDesk         *desk,
                BellRecord       *record)
{
  g_autofree char *title = g_strdup_printf (_("Next: %s"), record->next_text != NULL ? record->next_text : "");
  const char *staff = bell_desk_get_staff_name (desk, &record->next_staff);

  gtk_image_set_from_icon_name (self->icon, "alarm-symbolic");
  set_line (self->title, title);
  set_line (self->who, *staff != '\0' ? staff : bell_words_role (desk, record->next_role));
  set_line (self->why, NULL);
  bell_due_label_set_paused_at (self->due, record->blocked_at);
  bell_due_label_set_due (self->due, record->next_due);
  gtk_widget_set_visible (GTK_WIDGET (self->due), record->next_due != 0 || record->blocked_at != 0);
  gtk_widget_set_visible (self->missing, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
}

static void
show_complete (BellRecordBanner *self,
               BellDesk         *desk,
               BellDossier      *dossier)
{
  g_autofree char *when = bell_words_time (desk, dossier->record->closed_at);
  /* Translators: when a record was closed */
  g_autofree char *title = g_strdup_printf (_("Complete since %s"), when);

  gtk_image_set_from_icon_name (self->icon, "object-select-symbolic");
  set_line (self->title, title);
  set_line (self->who, _("Nothing is left to do."));
  set_line (self->why, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->due), FALSE);
  gtk_widget_set_visible (self->missing, FALSE);
  gtk_button_set_label (self->button, _("Reopen…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "record.reopen");
  gtk_widget_set_visible (GTK_WIDGET (self->button),
                          bell_desk_may_on (desk, dossier, BELL_ACTION_REOPEN, NULL, BELL_CLASS_OPS, NULL));
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
bell_record_banner_show (BellRecordBanner *self,
                         BellDesk         *desk,
                         BellDossier      *dossier)
{
  g_autoptr(BellNextAction) next = NULL;

  g_return_if_fail (BELL_IS_RECORD_BANNER (self));
  g_return_if_fail (BELL_IS_DOSSIER (dossier));

  next = bell_desk_next_action (desk, dossier);
  if (next != NULL && g_strcmp0 (next->code, dossier->record->next_code) != 0)
    show_elsewhere (self, desk, dossier->record);
  else if (next != NULL)
    show_next (self, desk, dossier, next);
  else
    show_complete (self, desk, dossier);

  set_class (GTK_WIDGET (self), "done", next == NULL);
  set_class (GTK_WIDGET (self), "blocked", dossier->record->status == BELL_STATUS_BLOCKED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->title), -1);
}

void
bell_record_banner_set_stacked (BellRecordBanner *self,
                                gboolean          stacked)
{
  g_return_if_fail (BELL_IS_RECORD_BANNER (self));

  gtk_orientable_set_orientation (self->box, stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* The keyboard goes to the one button that matters. */
static gboolean
bell_record_banner_grab_focus (GtkWidget *widget)
{
  BellRecordBanner *self = BELL_RECORD_BANNER (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->button)) ? GTK_WIDGET (self->button) : self->missing);
}

static void
bell_record_banner_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), BELL_TYPE_RECORD_BANNER);

  G_OBJECT_CLASS (bell_record_banner_parent_class)->dispose (object);
}

static void
bell_record_banner_class_init (BellRecordBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_record_banner_dispose;
  widget_class->grab_focus = bell_record_banner_grab_focus;

  g_type_ensure (BELL_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-record-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, BellRecordBanner, box);
  gtk_widget_class_bind_template_child (widget_class, BellRecordBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, BellRecordBanner, title);
  gtk_widget_class_bind_template_child (widget_class, BellRecordBanner, who);
  gtk_widget_class_bind_template_child (widget_class, BellRecordBanner, due);
  gtk_widget_class_bind_template_child (widget_class, BellRecordBanner, why);
  gtk_widget_class_bind_template_child (widget_class, BellRecordBanner, missing);
  gtk_widget_class_bind_template_child (widget_class, BellRecordBanner, button);
}

static void
bell_record_banner_init (BellRecordBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
