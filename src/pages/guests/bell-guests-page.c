/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-chip.h"
#include "bell-guest-words.h"
#include "bell-guests-page.h"
#include "bell-list-stack.h"
#include "bell-pager-scroll.h"
#include "bell-pager.h"

struct _BellGuestsPage
{
  BellPage parent_instance;

  GtkEditable *search;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkNoSelection *selection;
  AdwStatusPage *empty;
  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (BellGuestsPage, bell_guests_page, BELL_TYPE_PAGE)

static void
update_subtitle (BellGuestsPage *self)
{
  GListModel *list = gtk_no_selection_get_model (self->selection);
  guint found = list != NULL ? g_list_model_get_n_items (list) : 0;
  g_autofree char *text = NULL;

  if (*gtk_editable_get_text (self->search) != '\0')
    text = BELL_IS_PAGER (list) && bell_pager_get_has_more (BELL_PAGER (list))
           ? g_strdup_printf (_("more than %u found"), found)
           : g_strdup_printf (ngettext ("%u found", "%u found", found), found);
  bell_page_set_subtitle (BELL_PAGE (self), text);
}

static void
show_cb (BellGuestsPage *self)
{
  const char *text = gtk_editable_get_text (self->search);
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_GUESTS);
  g_autoptr(GListModel) list = NULL;

  if (*text != '\0')
    query->text = g_strdup (text);
  list = bell_desk_list (bell_page_get_desk (BELL_PAGE (self)), query);

  adw_status_page_set_title (self->empty, *text != '\0' ? _("Nothing Found") : _("No Guests Yet"));
  adw_status_page_set_description (self->empty, *text != '\0'
                                   ? _("Try fewer words, or only the beginning of a word.")
                                   : _("Guests come with their stays from the hotel system."));
  gtk_no_selection_set_model (self->selection, list);
  bell_list_stack_follow (self->stack, list, self->problem);
  bell_pager_scroll_attach (self->scrolled, list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (update_subtitle), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_subtitle (self);
}

static void
activate_cb (BellGuestsPage *self,
             guint           position)
{
  g_autoptr(BellEntity) guest = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  if (guest != NULL && shell != NULL)
    bell_shell_open_id (shell, "guest", bell_entity_get_id (guest));
}

static void
open_first_cb (BellGuestsPage *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    activate_cb (self, 0);
}

static char *
entry (GObject   *item,
       BellGuest *guest)
{
  return guest != NULL ? bell_guest_dup_entry (guest) : NULL;
}

static char *
stays (GObject   *item,
       BellGuest *guest)
{
  return guest != NULL ? bell_guest_dup_stays (guest) : NULL;
}

static char *
count_text (GObject *item,
            gint64   number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static gboolean
is_some (GObject *item,
         gint64   number)
{
  return number > 0;
}

static gboolean
is_set (GObject    *item,
        const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
bell_guests_page_activate_search (BellPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BELL_GUESTS_PAGE (page)->search));
}

static void
bell_guests_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (bell_guests_page_parent_class)->constructed (object);

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (BELL_GUESTS_PAGE (object)->search), GTK_WIDGET (object));
  show_cb (BELL_GUESTS_PAGE (object));
}

static void
bell_guests_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BELL_TYPE_GUESTS_PAGE);

  G_OBJECT_CLASS (bell_guests_page_parent_class)->dispose (object);
}

static void
bell_guests_page_class_init (BellGuestsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_guests_page_constructed;
  object_class->dispose = bell_guests_page_dispose;
  BELL_PAGE_CLASS (klass)->activate_search = bell_guests_page_activate_search;

  g_type_ensure (BELL_TYPE_CHIP);
  g_type_ensure (BELL_TYPE_GUEST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-guests-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellGuestsPage, search);
  gtk_widget_class_bind_template_child (widget_class, BellGuestsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellGuestsPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellGuestsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, BellGuestsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BellGuestsPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry);
  gtk_widget_class_bind_template_callback (widget_class, stays);
  gtk_widget_class_bind_template_callback_full (widget_class, "count", G_CALLBACK (count_text));
  gtk_widget_class_bind_template_callback (widget_class, is_some);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
}

static void
bell_guests_page_init (BellGuestsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
