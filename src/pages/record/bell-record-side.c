/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-date.h"
#include "bell-exception-row.h"
#include "bell-live.h"
#include "bell-money.h"
#include "bell-proposal-row.h"
#include "bell-record-rows.h"
#include "bell-record-side.h"
#include "bell-text.h"
#include "bell-words.h"

struct _BellRecordSide
{
  GtkWidget parent_instance;

  GtkWidget *stay;
  AdwActionRow *mismatch;
  AdwActionRow *room;
  AdwActionRow *guest;
  GtkWidget *reveal;
  AdwActionRow *dates;
  AdwActionRow *about;
  AdwActionRow *folio;
  GtkWidget *add_task;
  GtkListBox *tasks;
  GtkWidget *raise;
  GtkListBox *exceptions;
  GtkLabel *no_exceptions;
  GtkWidget *proposals_group;
  GtkListBox *proposals;
  GtkWidget *money_group;
  GtkWidget *add_money;
  GtkListBox *money;

  BellDesk *desk;
  BellDossier *dossier;
  GListStore *task_list;
  GListStore *exception_list;
  GListStore *proposal_list;
  GListStore *money_list;
  gboolean revealed;
};

G_DEFINE_FINAL_TYPE (BellRecordSide, bell_record_side, GTK_TYPE_WIDGET)

#define OR_EMPTY(text) ((text) != NULL ? (text) : "")

/* --- Rows --- */

static GtkWidget *
make_task (gpointer item,
           gpointer data)
{
  return bell_task_row_new (BELL_RECORD_SIDE (data)->desk, BELL_LIVE (item));
}

static GtkWidget *
make_money (gpointer item,
            gpointer data)
{
  return bell_money_row_new (BELL_RECORD_SIDE (data)->desk, BELL_LIVE (item));
}

/* A row of another page, in a list of this one. */
static GtkWidget *
wrap_row (BellRecordSide *self,
          GType           type,
          BellLive       *live)
{
  GtkWidget *child = g_object_new (type, "desk", self->desk, "in-record", TRUE, "stacked", TRUE, NULL);

  g_object_bind_property (live, "entity", child, "item", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (child, "side-row");
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", child, "activatable", FALSE, "focusable", FALSE, NULL);
}

static GtkWidget *
make_exception (gpointer item,
                gpointer data)
{
  return wrap_row (data, BELL_TYPE_EXCEPTION_ROW, item);
}

static GtkWidget *
make_proposal (gpointer item,
               gpointer data)
{
  return wrap_row (data, BELL_TYPE_PROPOSAL_ROW, item);
}

/* --- Stay --- */

static void
set_row (AdwActionRow *row,
         const char   *title,
         const char   *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), OR_EMPTY (title));
  adw_action_row_set_subtitle (row, OR_EMPTY (subtitle));
  gtk_widget_set_visible (GTK_WIDGET (row), title != NULL && *title != '\0');
}

static void
show_room (BellRecordSide *self)
{
  BellRecord *record = self->dossier->record;
  BellStay *stay = self->dossier->stay;
  const char *number = record->room != NULL ? record->room : stay != NULL ? stay->room : NULL;
  g_autofree char *title = number != NULL ? g_strdup_printf (_("Room %s"), number) : NULL;
  g_autofree char *moved = NULL;
  g_autofree char *subtitle = NULL;

  if (stay != NULL && stay->room != NULL && number != NULL && !g_str_equal (stay->room, number))
    moved = g_strdup_printf (_("the stay is in room %s"), stay->room);
  subtitle = bell_words_join (stay != NULL ? stay->room_type : NULL, moved);
  set_row (self->room, title, subtitle);
}

static char *
full_name (BellDossier *dossier)
{
  BellGuest *guest = dossier->guest;

  if (dossier->stay != NULL && dossier->stay->guest_name != NULL)
    return g_strdup (dossier->stay->guest_name);
  if (guest == NULL || (guest->first_name == NULL && guest->last_name == NULL))
    return NULL;
  return g_strstrip (g_strdup_printf ("%s %s", OR_EMPTY (guest->first_name), OR_EMPTY (guest->last_name)));
}

/* Names stand masked on a screen that others can see; showing one in full is an act that the journal tells. */
static void
show_guest (BellRecordSide *self)
{
  BellDossier *dossier = self->dossier;
  BellStay *stay = dossier->stay;
  g_autofree char *name = full_name (dossier);
  gboolean may_reveal = name != NULL && bell_desk_may (self->desk, BELL_ACTION_REVEAL, NULL);
  const char *surname = stay != NULL && stay->surname != NULL ? stay->surname : dossier->record->surname;
  const char *vip = stay != NULL && stay->vip != NULL ? stay->vip : dossier->guest != NULL ? dossier->guest->vip : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *vip_text = NULL;
  g_autofree char *visits = NULL;

  if (may_reveal)
    title = self->revealed ? g_strdup (name) : bell_text_mask (name);
  else
    title = g_strdup (surname);
  if (vip != NULL && *vip != '\0')
    /* Translators: the grade of a very important guest */
    vip_text = g_strdup_printf (_("VIP %s"), vip);
  if (dossier->guest != NULL && dossier->guest->stays > 1)
    visits = g_strdup_printf (_("%d stays"), (int) dossier->guest->stays);
  subtitle = bell_words_join (vip_text, visits, dossier->guest != NULL ? dossier->guest->language : NULL);
  set_row (self->guest, title, subtitle);
  gtk_widget_set_visible (self->reveal, may_reveal && !self->revealed);
}

static void
show_dates (BellRecordSide *self)
{
  BellStay *stay = self->dossier->stay;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *nights = NULL;

  if (stay != NULL && stay->arrival != NULL && stay->departure != NULL)
    {
      g_autofree char *arrival = bell_words_day (self->desk, stay->arrival);
      g_autofree char *departure = bell_words_day (self->desk, stay->departure);
      int count = bell_day_between (stay->arrival, stay->departure);

      title = g_strdup_printf ("%s – %s", arrival, departure);
      nights = g_strdup_printf (ngettext ("%d night", "%d nights", count), count);
      subtitle = bell_words_join (bell_stay_status_label (stay->status), nights, stay->confirmation);
    }
  set_row (self->dates, title, subtitle);
}

static void
show_about (BellRecordSide *self)
{
  BellStay *stay = self->dossier->stay;
  g_autofree char *title = NULL;
  g_autofree char *people = NULL;
  g_autofree char *requests = NULL;

  if (stay != NULL)
    {
      int count = stay->adults + stay->children;

      if (count > 0)
        people = g_strdup_printf (ngettext ("%d person", "%d people", count), count);
      if (stay->requests > 0)
        requests = g_strdup_printf (ngettext ("%d special request", "%d special requests", (int) stay->requests), (int) stay->requests);
      title = bell_words_join (people, requests, stay->group_name, stay->company);
    }
  set_row (self->about, title, stay != NULL ? stay->rate_plan : NULL);
}

/* Amounts that are not in the accounts yet, a currency each. */
static char *
tell_folio (BellDossier *dossier)
{
  g_autoptr(GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer currency, sum;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->money)); i++)
    {
      /* The dossier keeps the line, and with it the currency's name. */
      g_autoptr(BellMoneyLine) line = g_list_model_get_item (G_LIST_MODEL (dossier->money), i);
      gint64 *open;

      if (line->posting >= BELL_POSTING_POSTED || line->currency == NULL)
        continue;
      open = g_hash_table_lookup (sums, line->currency);
      if (open == NULL)
        {
          open = g_new0 (gint64, 1);
          g_hash_table_insert (sums, line->currency, open);
        }
      *open += bell_money_rules_signed (line);
    }

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &currency, &sum))
    if (*(gint64 *) sum != 0)
      {
        g_autofree char *amount = bell_money_format (*(gint64 *) sum, currency);

        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", amount);
      }
  return g_string_free_and_steal (text);
}

static void
show_stay (BellRecordSide *self)
{
  BellRecord *record = self->dossier->record;
  g_autofree char *open = tell_folio (self->dossier);

  adw_action_row_set_subtitle (self->mismatch, OR_EMPTY (record->mismatch));
  gtk_widget_set_visible (GTK_WIDGET (self->mismatch), record->mismatch != NULL);
  show_room (self);
  show_guest (self);
  show_dates (self);
  show_about (self);
  adw_action_row_set_subtitle (self->folio, open);
  gtk_widget_set_visible (GTK_WIDGET (self->folio), *open != '\0');
  gtk_widget_set_visible (self->stay, self->dossier->stay != NULL || record->room != NULL || self->dossier->guest != NULL ||
                                      *open != '\0');
}

/* --- All of it --- */

void
bell_record_side_show (BellRecordSide *self,
                       BellDesk       *desk,
                       BellDossier    *dossier)
{
  gboolean open, money;

  g_return_if_fail (BELL_IS_RECORD_SIDE (self));
  g_return_if_fail (BELL_IS_DESK (desk));
  g_return_if_fail (BELL_IS_DOSSIER (dossier));

  g_set_object (&self->desk, desk);
  g_set_object (&self->dossier, dossier);
  open = dossier->record->status != BELL_STATUS_COMPLETE;
  money = bell_desk_may (desk, BELL_ACTION_SEE_MONEY, NULL);

  show_stay (self);
  gtk_label_set_text (self->no_exceptions, dossier->record->open_exceptions > 0 ? _("Hidden from your role")
                                           : _("Everything went the normal way"));
  bell_live_list_update (self->task_list, G_LIST_MODEL (dossier->tasks));
  bell_live_list_update (self->exception_list, G_LIST_MODEL (dossier->exceptions));
  bell_live_list_update (self->proposal_list, G_LIST_MODEL (dossier->approvals));
  bell_live_list_update (self->money_list, G_LIST_MODEL (dossier->money));

  gtk_widget_set_visible (self->add_task, open && bell_desk_may_on (desk, dossier, BELL_ACTION_ASSIGN, NULL, BELL_CLASS_OPS, NULL));
  gtk_widget_set_visible (self->raise, open && bell_desk_may_on (desk, dossier, BELL_ACTION_RAISE, NULL, BELL_CLASS_OPS, NULL));
  gtk_widget_set_visible (self->proposals_group, g_list_model_get_n_items (G_LIST_MODEL (self->proposal_list)) > 0);
  gtk_widget_set_visible (self->money_group, money);
  gtk_widget_set_visible (self->add_money, bell_desk_may_on (desk, dossier, BELL_ACTION_ADD_MONEY, NULL, BELL_CLASS_OPS, NULL));
}

void
bell_record_side_reveal (BellRecordSide *self)
{
  g_return_if_fail (BELL_IS_RECORD_SIDE (self));

  self->revealed = TRUE;
  if (self->dossier != NULL)
    show_guest (self);
}

static void
bell_record_side_dispose (GObject *object)
{
  BellRecordSide *self = BELL_RECORD_SIDE (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_RECORD_SIDE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  g_clear_object (&self->dossier);
  g_clear_object (&self->task_list);
  g_clear_object (&self->exception_list);
  g_clear_object (&self->proposal_list);
  g_clear_object (&self->money_list);

  G_OBJECT_CLASS (bell_record_side_parent_class)->dispose (object);
}

static void
bell_record_side_class_init (BellRecordSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bell_record_side_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-record-side.ui");
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, stay);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, mismatch);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, room);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, guest);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, reveal);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, dates);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, about);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, folio);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, add_task);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, tasks);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, raise);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, exceptions);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, no_exceptions);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, proposals_group);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, proposals);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, money_group);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, add_money);
  gtk_widget_class_bind_template_child (widget_class, BellRecordSide, money);
}

static GListStore *
bind (BellRecordSide              *self,
      GtkListBox                  *box,
      GtkListBoxCreateWidgetFunc   make)
{
  GListStore *store = g_list_store_new (BELL_TYPE_LIVE);

  gtk_list_box_bind_model (box, G_LIST_MODEL (store), make, self, NULL);
  return store;
}

static void
bell_record_side_init (BellRecordSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->task_list = bind (self, self->tasks, make_task);
  self->exception_list = bind (self, self->exceptions, make_exception);
  self->proposal_list = bind (self, self->proposals, make_proposal);
  self->money_list = bind (self, self->money, make_money);
}
