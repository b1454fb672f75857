/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-chip.h"
#include "bell-date.h"
#include "bell-desk-guest.h"
#include "bell-new-record.h"
#include "bell-record-line.h"
#include "bell-stay-page.h"
#include "bell-stay-words.h"
#include "bell-submit.h"

struct _BellStayPage
{
  BellPage parent_instance;

  GtkMenuButton *new_button;
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkLabel *room;
  GtkLabel *who;
  GtkLabel *dates;
  AdwWrapBox *chips;
  GtkListBox *records;
  AdwPreferencesGroup *guest_group;
  AdwActionRow *guest_row;
  GtkWidget *reveal_button;
  AdwPreferencesGroup *facts;

  char *entity_id;
  BellStay *stay;
  GListModel *list;
  GPtrArray *fact_rows;
  GCancellable *cancellable;
};

typedef enum
{
  PROP_ENTITY_ID = 1,
} BellStayPageProperty;

static GParamSpec *properties[PROP_ENTITY_ID + 1];

G_DEFINE_FINAL_TYPE (BellStayPage, bell_stay_page, BELL_TYPE_PAGE)

static BellDesk *
desk_of (BellStayPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

/* --- What is shown --- */

static void
add_fact (BellStayPage *self,
          const char   *title,
          const char   *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;

  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "title", title,
                      "subtitle", text,
                      "use-markup", FALSE,
                      "subtitle-selectable", TRUE,
                      NULL);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->facts, row);
  g_ptr_array_add (self->fact_rows, row);
}

static char *
tell_people (BellStay *stay)
{
  g_autofree char *adults = NULL;
  g_autofree char *children = NULL;

  if (stay->adults <= 0 && stay->children <= 0)
    return NULL;
  adults = g_strdup_printf (ngettext ("%d adult", "%d adults", stay->adults), (int) stay->adults);
  if (stay->children <= 0)
    return g_steal_pointer (&adults);
  children = g_strdup_printf (ngettext ("%d child", "%d children", stay->children), (int) stay->children);
  /* Translators: "2 adults, 1 child" */
  return g_strdup_printf (_("%s, %s"), adults, children);
}

static void
show_facts (BellStayPage *self)
{
  BellStay *stay = self->stay;
  g_autofree char *people = tell_people (stay);
  g_autofree char *requests = NULL;
  g_autofree char *imported = NULL;

  for (guint i = 0; i < self->fact_rows->len; i++)
    adw_preferences_group_remove (self->facts, self->fact_rows->pdata[i]);
  g_ptr_array_set_size (self->fact_rows, 0);

  if (stay->requests > 0)
    requests = g_strdup_printf ("%" G_GINT64_FORMAT, stay->requests);
  if (stay->imported_at != 0)
    /* Translators: day and clock time, for g_date_time_format () */
    imported = bell_time_format (stay->imported_at, bell_desk_get_zone (desk_of (self)), _("%-d %b %Y, %H:%M"));

  add_fact (self, _("Reference"), stay->confirmation);
  add_fact (self, _("Room Type"), stay->room_type);
  add_fact (self, _("People"), people);
  add_fact (self, _("Special Requests"), requests);
  add_fact (self, _("Group"), stay->group_name);
  add_fact (self, _("Company"), stay->company);
  add_fact (self, _("Rate"), stay->rate_plan);
  add_fact (self, _("Market Segment"), stay->segment);
  add_fact (self, _("Country"), stay->country);
  add_fact (self, _("Last Told by the Hotel System"), imported);
}

static void
add_chip (BellStayPage *self,
          const char   *text)
{
  if (text != NULL && *text != '\0')
    adw_wrap_box_append (self->chips, bell_chip_new (text, NULL));
}

static void
show_summary (BellStayPage *self)
{
  BellStay *stay = self->stay;
  BellDesk *desk = desk_of (self);
  g_autofree char *who = bell_stay_dup_who (stay);
  g_autofree char *span = bell_stay_dup_span (stay);
  g_autofree char *nights = bell_stay_dup_nights (stay);
  g_autofree char *dates = g_strdup_printf ("%s · %s · %s", span, nights, bell_stay_status_label (stay->status));
  g_autofree char *vip = NULL;
  g_autofree char *title = NULL;
  gboolean has_room = stay->room != NULL && *stay->room != '\0';
  gboolean has_guest = !bell_id_is_none (&stay->guest);

  title = has_room ? g_strdup_printf (_("Room %s"), stay->room) : g_strdup_printf (_("Stay %s"), stay->confirmation);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  bell_page_set_subtitle (BELL_PAGE (self), who);

  gtk_label_set_text (self->room, has_room ? stay->room : "–");
  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->dates, dates);

  while (gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL)
    adw_wrap_box_remove (self->chips, gtk_widget_get_first_child (GTK_WIDGET (self->chips)));
  if (stay->vip != NULL && *stay->vip != '\0')
    /* Translators: a guest's rank in the hotel system: "VIP: Platinum" */
    vip = g_strdup_printf (_("VIP: %s"), stay->vip);
  add_chip (self, vip);
  add_chip (self, stay->group_name);
  add_chip (self, stay->company);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->guest_group), has_guest && bell_desk_may (desk, BELL_ACTION_SEE_GUESTS, NULL));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->guest_row), who);
  adw_action_row_set_subtitle (self->guest_row, _("Contact data, other stays, preferences"));
  gtk_widget_set_visible (self->reveal_button, bell_desk_must_reveal (desk, &stay->guest));
}

static void
show_problem (BellStayPage *self,
              const GError *error)
{
  const char *hint = bell_error_get_hint (error);
  g_autofree char *text = hint != NULL ? g_strconcat (error->message, "\n\n", hint, NULL) : g_strdup (error->message);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(BellStayPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellStay) stay = bell_desk_open_stay_finish (BELL_DESK (source), result, &error);

  if (self->cancellable == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (stay == NULL)
    {
      show_problem (self, error);
      return;
    }

  g_set_object (&self->stay, stay);
  if (self->list == NULL)
    {
      g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_RECORDS_OF_STAY);

      query->of = *bell_entity_get_id (BELL_ENTITY (stay));
      self->list = bell_desk_list (desk_of (self), query);
      bell_record_lines_bind (self->records, desk_of (self), self->list, _("Nothing has been recorded for this stay."));
    }
  show_summary (self);
  show_facts (self);
  gtk_stack_set_visible_child_name (self->stack, "stay");
}

static void
open_stay (BellStayPage *self)
{
  bell_desk_open_stay_async (desk_of (self), self->entity_id, self->cancellable, opened_cb, g_object_ref (self));
}

static void
changed_cb (BellStayPage       *self,
            const char *const  *tables)
{
  if (g_strv_contains (tables, "stay") || g_strv_contains (tables, "guest"))
    open_stay (self);
}

/* --- What can be done --- */

static void
guest_cb (BellStayPage *self)
{
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  if (shell != NULL && bell_shell_can_open (shell, "guest"))
    bell_shell_open_id (shell, "guest", &self->stay->guest);
}

static void
reveal_cb (BellStayPage *self)
{
  g_autoptr(BellCommand) command = bell_command_new ("guest.reveal", NULL);

  bell_command_set_id (command, "guest", &self->stay->guest);
  bell_submit_with_reason (GTK_WIDGET (self), desk_of (self), command, _("Show the Guest’s Name?"),
                           _("The journal keeps that you looked, when, and your reason."), _("_Show"));
}

static void
new_record_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *workflow)
{
  BellStayPage *self = BELL_STAY_PAGE (widget);

  if (self->stay != NULL)
    adw_dialog_present (bell_new_record_new (desk_of (self), g_variant_get_string (workflow, NULL), self->stay), widget);
}

/* The workflows about guests that the person may open a record of. */
static void
fill_menu (BellStayPage *self)
{
  GPtrArray *workflows = bell_definitions_workflows (bell_desk_get_definitions (desk_of (self)));
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < workflows->len; i++)
    {
      const BellWorkflow *workflow = workflows->pdata[i];
      const BellKind *owned = workflow->kinds[BELL_SLOT_OWNED];
      g_autoptr(GMenuItem) item = NULL;

      if ((owned->setup && !workflow->needs_stay) || !bell_desk_may (desk_of (self), BELL_ACTION_CREATE, owned->id))
        continue;
      item = g_menu_item_new (workflow->name, NULL);
      g_menu_item_set_action_and_target (item, "stay.new-record", "s", workflow->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->new_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
new_clicked_cb (BellStayPage *self)
{
  gtk_menu_button_popup (self->new_button);
}

/* --- Class --- */

static void
bell_stay_page_constructed (GObject *object)
{
  BellStayPage *self = BELL_STAY_PAGE (object);

  G_OBJECT_CLASS (bell_stay_page_parent_class)->constructed (object);

  fill_menu (self);
  g_signal_connect_object (desk_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  open_stay (self);
}

static void
bell_stay_page_dispose (GObject *object)
{
  BellStayPage *self = BELL_STAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->stay);
  g_clear_object (&self->list);
  g_clear_pointer (&self->fact_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_STAY_PAGE);

  G_OBJECT_CLASS (bell_stay_page_parent_class)->dispose (object);
}

static void
bell_stay_page_finalize (GObject *object)
{
  g_free (BELL_STAY_PAGE (object)->entity_id);
  G_OBJECT_CLASS (bell_stay_page_parent_class)->finalize (object);
}

static void
bell_stay_page_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((BellStayPageProperty) property_id)
    {
    case PROP_ENTITY_ID:
      g_value_set_string (value, BELL_STAY_PAGE (object)->entity_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_stay_page_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((BellStayPageProperty) property_id)
    {
    case PROP_ENTITY_ID:
      BELL_STAY_PAGE (object)->entity_id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_stay_page_class_init (BellStayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_stay_page_constructed;
  object_class->dispose = bell_stay_page_dispose;
  object_class->finalize = bell_stay_page_finalize;
  object_class->get_property = bell_stay_page_get_property;
  object_class->set_property = bell_stay_page_set_property;

  properties[PROP_ENTITY_ID] =
    g_param_spec_string ("entity-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "stay.new-record", "s", new_record_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-stay-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, problem);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, room);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, who);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, dates);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, chips);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, records);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, guest_group);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, guest_row);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, BellStayPage, facts);
  gtk_widget_class_bind_template_callback (widget_class, guest_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
}

static void
bell_stay_page_init (BellStayPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->fact_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
