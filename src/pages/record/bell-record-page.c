/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-desk-record.h"
#include "bell-record-card.h"
#include "bell-record-page-private.h"
#include "bell-status-pill.h"
#include "bell-words.h"

#define SIDE_WIDTH 330

typedef enum
{
  PROP_ENTITY_ID = 1,
  PROP_DOSSIER,
} BellRecordPageProperty;

static GParamSpec *properties[PROP_DOSSIER + 1];

G_DEFINE_FINAL_TYPE (BellRecordPage, bell_record_page, BELL_TYPE_PAGE)

static BellDesk *
get_desk (BellRecordPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

BellDossier *
bell_record_page_get_dossier (BellRecordPage *self)
{
  g_return_val_if_fail (BELL_IS_RECORD_PAGE (self), NULL);

  return self->dossier;
}

/* --- Showing --- */

/* Only the steps that the status has, and that the person may take. */
static void
show_status (BellRecordPage *self)
{
  BellRecord *record = self->dossier->record;
  BellAction action = record->status == BELL_STATUS_COMPLETE ? BELL_ACTION_REOPEN : BELL_ACTION_MOVE;
  gboolean may = bell_desk_may_on (get_desk (self), self->dossier, action, NULL, BELL_CLASS_OPS, NULL);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *label = NULL;

  for (int to = BELL_STATUS_NEW; may && to <= BELL_STATUS_COMPLETE; to++)
    {
      g_autofree char *words = NULL;
      g_autoptr(GMenuItem) item = NULL;

      if (!bell_status_has_step (record->status, to) ||
          (record->status == BELL_STATUS_BLOCKED && to != BELL_STATUS_PENDING && to != (int) record->status_before))
        continue;
      words = to == BELL_STATUS_BLOCKED ? g_strdup_printf ("%s…", bell_status_label (to)) : g_strdup (bell_status_label (to));
      item = g_menu_item_new (words, NULL);
      g_menu_item_set_action_and_target (item, "record.status", "s", bell_enum_nick (BELL_TYPE_STATUS, to));
      g_menu_append_item (menu, item);
    }

  /* Translators: the status of a record, read out */
  label = g_strdup_printf (_("Status: %s"), bell_status_label (record->status));
  bell_status_pill_set_status (BELL_STATUS_PILL (self->status_pill), record->status);
  gtk_menu_button_set_menu_model (self->status_button, G_MENU_MODEL (menu));
  gtk_menu_button_set_always_show_arrow (self->status_button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->status_button), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_heading (BellRecordPage *self)
{
  BellRecord *record = self->dossier->record;
  g_autofree char *title = bell_words_join (record->number, record->title);
  g_autofree char *opened = bell_words_time (get_desk (self), record->opened_at);
  /* Translators: a person */
  g_autofree char *owner = g_strdup_printf (_("owned by %s"), record->owner_name != NULL ? record->owner_name : "");
  /* Translators: a time and what started the record: "opened 14:05, guest request" */
  g_autofree char *when = g_strdup_printf (_("opened %s, %s"), opened, bell_trigger_label (record->trigger));
  g_autofree char *subtitle = bell_words_join (bell_words_workflow (get_desk (self), record->workflow), owner, when);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->heading, title);
  adw_window_title_set_subtitle (self->heading, subtitle);
}

static void
show_dossier (BellRecordPage *self)
{
  gboolean first = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "record") != 0;

  show_heading (self);
  show_status (self);
  bell_record_banner_show (self->banner, get_desk (self), self->dossier);
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    bell_record_card_show (BELL_RECORD_CARD (self->card_of[slot]), get_desk (self), self->dossier);
  bell_record_side_show (self->side, get_desk (self), self->dossier);
  bell_record_page_update_actions (self);
  if (self->timeline == NULL)
    bell_record_page_fill_timeline (self);
  else
    bell_record_page_retell_timeline (self);

  gtk_stack_set_visible_child_name (self->stack, "record");
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->banner));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOSSIER]);
}

static void
show_problem (BellRecordPage *self,
              const GError   *error)
{
  const char *hint = bell_error_get_hint (error);
  g_autofree char *text = g_strconcat (error->message, hint != NULL ? "\n" : NULL, hint, NULL);

  g_clear_object (&self->dossier);
  bell_record_page_update_actions (self);
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), FALSE);
  adw_status_page_set_title (self->problem,
                             g_error_matches (error, BELL_ERROR, BELL_ERROR_NOT_FOUND) ? _("Not Found")
                             : g_error_matches (error, BELL_ERROR, BELL_ERROR_FORBIDDEN) ? _("Not Yours to See")
                             : _("The Record Could Not Be Read"));
  adw_status_page_set_icon_name (self->problem, g_error_matches (error, BELL_ERROR, BELL_ERROR_FORBIDDEN)
                                                ? "system-lock-screen-symbolic" : "dialog-warning-symbolic");
  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* --- Reading --- */

static void read_record (BellRecordPage *self);

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(BellRecordPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellDossier) dossier = bell_desk_open_record_finish (BELL_DESK (object), result, &error);

  self->reading = FALSE;
  /* The page may be gone by now. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;

  if (dossier == NULL)
    show_problem (self, error);
  else
    {
      /* Opened by its number, it is known by its id from here on. */
      g_free (self->entity_id);
      self->entity_id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (dossier->record)));
      g_set_object (&self->dossier, dossier);
      show_dossier (self);
    }
  if (self->stale)
    read_record (self);
}

static void
read_record (BellRecordPage *self)
{
  if (self->reading)
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  self->reading = TRUE;
  bell_desk_open_record_async (get_desk (self), self->entity_id, self->cancellable, read_cb, g_object_ref (self));
}

static void
changed_cb (BellRecordPage     *self,
            const char *const  *tables)
{
  static const char *const mine[] = {
    "record", "item", "item_value", "task", "exception", "approval", "alert", "money_line", "stay", "guest", "staff", "setting",
  };

  for (guint i = 0; i < G_N_ELEMENTS (mine); i++)
    if (g_strv_contains (tables, mine[i]))
      {
        read_record (self);
        return;
      }
}

static void
person_cb (BellRecordPage *self)
{
  if (bell_desk_get_person (get_desk (self)) != NULL)
    read_record (self);
}

/* --- Width --- */

static void
place (GtkGrid   *grid,
       GtkWidget *child,
       int        column,
       int        row,
       int        rows)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (grid));

  g_object_set (gtk_layout_manager_get_layout_child (layout, child), "column", column, "row", row, "row-span", rows, NULL);
}

/* @beside: there is room for a second column; @columns: of cards. */
static void
lay_out (BellRecordPage *self,
         gboolean        beside,
         int             columns)
{
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    place (self->cards, self->card_of[slot], slot % columns, slot / columns, 1);

  place (self->parts, GTK_WIDGET (self->side_clamp), beside ? 1 : 0, beside ? 0 : 3, beside ? 4 : 1);
  place (self->parts, self->timeline_group, 0, beside ? 3 : 4, 1);
  adw_clamp_set_maximum_size (self->side_clamp, beside ? SIDE_WIDTH : G_MAXINT16);
  bell_record_banner_set_stacked (self->banner, columns == 1);
  /* On a phone the header bar has no room for words. */
  gtk_widget_set_visible (GTK_WIDGET (self->heading), columns > 1);
  gtk_widget_set_visible (self->small_heading, columns == 1);
}

static void
narrow_cb (BellRecordPage *self)
{
  lay_out (self, FALSE, 1);
}

static void
medium_cb (BellRecordPage *self)
{
  lay_out (self, FALSE, 2);
}

static void
wide_cb (BellRecordPage *self)
{
  lay_out (self, TRUE, 2);
}

/* --- Class --- */

static void
bell_record_page_refresh (BellPage *page)
{
  read_record (BELL_RECORD_PAGE (page));
}

static void
bell_record_page_constructed (GObject *object)
{
  BellRecordPage *self = BELL_RECORD_PAGE (object);

  G_OBJECT_CLASS (bell_record_page_parent_class)->constructed (object);

  g_signal_connect_object (get_desk (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_desk (self), "notify::person", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  bell_record_page_update_actions (self);
  read_record (self);
}

static void
bell_record_page_dispose (GObject *object)
{
  BellRecordPage *self = BELL_RECORD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->timeline_box != NULL)
    gtk_list_box_bind_model (self->timeline_box, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_RECORD_PAGE);
  g_clear_object (&self->timeline);
  g_clear_object (&self->entries);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (bell_record_page_parent_class)->dispose (object);
}

static void
bell_record_page_finalize (GObject *object)
{
  BellRecordPage *self = BELL_RECORD_PAGE (object);

  g_clear_object (&self->cancellable);
  g_free (self->entity_id);

  G_OBJECT_CLASS (bell_record_page_parent_class)->finalize (object);
}

static void
bell_record_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BellRecordPage *self = BELL_RECORD_PAGE (object);

  switch ((BellRecordPageProperty) property_id)
    {
    case PROP_ENTITY_ID:
      g_value_set_string (value, self->entity_id);
      break;
    case PROP_DOSSIER:
      g_value_set_object (value, self->dossier);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_record_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  BellRecordPage *self = BELL_RECORD_PAGE (object);

  switch ((BellRecordPageProperty) property_id)
    {
    case PROP_ENTITY_ID:
      self->entity_id = g_value_dup_string (value);
      break;
    case PROP_DOSSIER:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (BELL_TYPE_RECORD_BANNER);
  g_type_ensure (BELL_TYPE_RECORD_SIDE);
  g_type_ensure (BELL_TYPE_STATUS_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, problem);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, heading);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, parts);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, small_heading);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, banner);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, cards);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, side_clamp);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, side);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, timeline_group);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, timeline_box);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, timeline_more);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, status_button);
  gtk_widget_class_bind_template_child (widget_class, BellRecordPage, status_pill);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, medium_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
bell_record_page_class_init (BellRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = bell_record_page_constructed;
  object_class->dispose = bell_record_page_dispose;
  object_class->finalize = bell_record_page_finalize;
  object_class->get_property = bell_record_page_get_property;
  object_class->set_property = bell_record_page_set_property;
  BELL_PAGE_CLASS (klass)->refresh = bell_record_page_refresh;

  properties[PROP_ENTITY_ID] =
    g_param_spec_string ("entity-id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOSSIER] =
    g_param_spec_object ("dossier", NULL, NULL, BELL_TYPE_DOSSIER, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bell_record_page_install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
bell_record_page_init (BellRecordPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      self->card_of[slot] = bell_record_card_new (slot);
      gtk_grid_attach (self->cards, self->card_of[slot], slot % 2, slot / 2, 1, 1);
    }
}
