/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-money.h"
#include "bell-record-rows.h"
#include "bell-status-pill.h"
#include "bell-words.h"

struct _BellMoneyRow
{
  AdwActionRow parent_instance;

  GtkWidget *pill;
  GtkWidget *menu;

  BellDesk *desk;
  BellLive *live;
};

G_DEFINE_FINAL_TYPE (BellMoneyRow, bell_money_row, ADW_TYPE_ACTION_ROW)

static void
add_item (GMenu       *menu,
          const char  *label,
          const char  *command,
          BellEntity  *line)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);
  g_autofree char *id = bell_id_to_string (bell_entity_get_id (line));

  g_menu_item_set_action_and_target_value (item, "record.do", g_variant_new ("(sis)", command, -1, id));
  g_menu_append_item (menu, item);
}

static void
update_menu (BellMoneyRow  *self,
             BellMoneyLine *line)
{
  gboolean posts = bell_desk_may (self->desk, BELL_ACTION_POST_MONEY, NULL);
  g_autoptr(GMenu) menu = g_menu_new ();

  if (posts && line->posting == BELL_POSTING_APPROVED)
    /* Translators: menu item: enter a money line into the accounts */
    add_item (menu, _("_Post…"), "money-post", BELL_ENTITY (line));
  if (posts && line->posting == BELL_POSTING_POSTED)
    /* Translators: menu item: confirm that a money line agrees with the accounts */
    add_item (menu, _("Re_concile"), "money-reconcile", BELL_ENTITY (line));
  if (!line->reversed && bell_id_is_none (&line->reverses) && line->posting != BELL_POSTING_OPEN &&
      bell_desk_may (self->desk, BELL_ACTION_REVERSE_MONEY, NULL))
    add_item (menu, _("_Reverse…"), "money-reverse", BELL_ENTITY (line));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->menu, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static BellStatus
pill_status (BellMoneyLine *line)
{
  if (line->reversed)
    return BELL_STATUS_NEW;
  switch ((BellPosting) line->posting)
    {
    case BELL_POSTING_OPEN:
      return BELL_STATUS_PENDING;
    case BELL_POSTING_APPROVED:
      return BELL_STATUS_APPROVED;
    case BELL_POSTING_POSTED:
    case BELL_POSTING_RECONCILED:
    default:
      return BELL_STATUS_COMPLETE;
    }
}

static void
update (BellMoneyRow *self)
{
  BellMoneyLine *line = BELL_MONEY_LINE (bell_live_get_entity (self->live));
  g_autofree char *amount = bell_money_format (line->minor, line->currency);
  /* Translators: kind of a money line and an amount: "Refund 12.00 EUR" */
  g_autofree char *title = g_strdup_printf (_("%s %s"), bell_money_kind_label (line->kind), amount);
  g_autofree char *when = bell_words_time (self->desk, line->made_at);
  g_autofree char *subtitle = bell_words_join (line->cause, line->made_name, when, line->reference);
  const char *state = line->reversed ? _("Reversed")
                      : !bell_id_is_none (&line->reverses) ? _("Reversal")
                      : line->posting == BELL_POSTING_OPEN ? _("Needs approval")
                      : bell_posting_label (line->posting);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  bell_status_pill_set_status (BELL_STATUS_PILL (self->pill), pill_status (line));
  bell_status_pill_set_text (BELL_STATUS_PILL (self->pill), state);
  update_menu (self, line);
}

static void
bell_money_row_dispose (GObject *object)
{
  BellMoneyRow *self = BELL_MONEY_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (bell_money_row_parent_class)->dispose (object);
}

static void
bell_money_row_class_init (BellMoneyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bell_money_row_dispose;
}

static void
bell_money_row_init (BellMoneyRow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->pill = bell_status_pill_new (BELL_STATUS_NEW);
  gtk_widget_set_valign (self->pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, self->pill);
  self->menu = g_object_new (GTK_TYPE_MENU_BUTTON,
                             "icon-name", "view-more-symbolic",
                             "valign", GTK_ALIGN_CENTER,
                             "tooltip-text", _("More About This Line"),
                             NULL);
  gtk_widget_add_css_class (self->menu, "flat");
  adw_action_row_add_suffix (row, self->menu);
}

GtkWidget *
bell_money_row_new (BellDesk *desk,
                    BellLive *live)
{
  BellMoneyRow *self;

  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);
  g_return_val_if_fail (BELL_IS_LIVE (live), NULL);

  self = g_object_new (BELL_TYPE_MONEY_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->live = g_object_ref (live);
  g_signal_connect_object (live, "notify::entity", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
