/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-counts.h"
#include "bell-due-label.h"
#include "bell-list-stack.h"
#include "bell-new-record.h"
#include "bell-pager-scroll.h"
#include "bell-pager.h"
#include "bell-status-pill.h"
#include "bell-workflow-columns.h"
#include "bell-workflow-page.h"
#include "bell-workflow-row.h"

struct _BellWorkflowPage
{
  BellPage parent_instance;

  GtkWidget *new_button;
  GtkSearchBar *search_bar;
  GtkEditable *search;
  AdwToggleGroup *which;
  AdwToggleGroup *whose;
  GtkDropDown *status;
  GtkStringList *statuses;
  GtkStack *stack;
  GtkScrolledWindow *wide;
  GtkScrolledWindow *narrow;
  GtkColumnView *columns;
  GtkNoSelection *selection;
  AdwStatusPage *empty;
  GtkWidget *empty_new;
  AdwStatusPage *problem;

  char *workflow;
  BellDeskCounts *counts;
  gboolean ready;
};

typedef enum
{
  PROP_WORKFLOW = 1,
} BellWorkflowPageProperty;

static GParamSpec *properties[PROP_WORKFLOW + 1];

G_DEFINE_FINAL_TYPE (BellWorkflowPage, bell_workflow_page, BELL_TYPE_PAGE)

/* The own columns come after the record itself. */
#define OWN_COLUMNS_AT 1

static BellDesk *
desk_of (BellWorkflowPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

static const BellWorkflow *
definition_of (BellWorkflowPage *self)
{
  return bell_definitions_workflow (bell_desk_get_definitions (desk_of (self)), self->workflow);
}

static const char *
filter_text (BellWorkflowPage *self)
{
  const char *text = gtk_editable_get_text (self->search);

  return *text != '\0' ? text : NULL;
}

static gboolean
open_only (BellWorkflowPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->which), "open") == 0;
}

static gboolean
only_mine (BellWorkflowPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->whose), "mine") == 0;
}

/* -1 for any, which stands first. */
static int
chosen_status (BellWorkflowPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->status);

  return selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected - 1;
}

/* Whether the list is what one sees first; of that the desk knows the number. */
static gboolean
is_plain (BellWorkflowPage *self)
{
  return filter_text (self) == NULL && !only_mine (self) && chosen_status (self) < 0;
}

/* --- What is shown --- */

static void
update_subtitle (BellWorkflowPage *self)
{
  GListModel *list = gtk_no_selection_get_model (self->selection);
  guint shown = list != NULL ? g_list_model_get_n_items (list) : 0;
  gboolean more = BELL_IS_PAGER (list) && bell_pager_get_has_more (BELL_PAGER (list));
  guint open = bell_desk_counts_get_workflow (self->counts, self->workflow);
  g_autofree char *text = NULL;

  if (is_plain (self) && open_only (self))
    text = g_strdup_printf (ngettext ("%u open record", "%u open records", open), open);
  else if (more)
    text = g_strdup_printf (_("more than %u records"), shown);
  else
    text = g_strdup_printf (ngettext ("%u record", "%u records", shown), shown);
  bell_page_set_subtitle (BELL_PAGE (self), text);
}

static gboolean
may_create (BellWorkflowPage *self)
{
  const BellWorkflow *workflow = definition_of (self);

  return workflow != NULL && bell_desk_may (desk_of (self), BELL_ACTION_CREATE, workflow->kinds[BELL_SLOT_OWNED]->id);
}

/* An empty list says what the workflow is for. */
static void
update_empty (BellWorkflowPage *self)
{
  const BellWorkflow *workflow = definition_of (self);
  gboolean plain = is_plain (self);
  g_autofree char *purpose = NULL;
  g_autofree char *markup = NULL;

  if (workflow == NULL)
    return;

  if (plain)
    {
      g_autofree char *wants = workflow->judged_by != NULL ? g_strjoinv (" · ", workflow->judged_by) : g_strdup ("");

      purpose = g_strdup_printf ("%s\n\n%s", workflow->words != NULL ? workflow->words : workflow->description, wants);
    }
  else
    purpose = g_strdup (_("No record fits these filters."));
  markup = g_markup_escape_text (purpose, -1);
  adw_status_page_set_icon_name (self->empty, plain ? workflow->icon : "edit-find-symbolic");
  adw_status_page_set_title (self->empty, !plain ? _("Nothing Found") : open_only (self) ? _("Nothing Is Open") : _("No Records Yet"));
  adw_status_page_set_description (self->empty, markup);
  gtk_widget_set_visible (self->empty_new, plain && may_create (self));
}

static void
show_cb (BellWorkflowPage *self)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_RECORDS);
  g_autoptr(GListModel) list = NULL;
  BellStaff *person = bell_desk_get_person (desk_of (self));

  if (!self->ready)
    return;

  query->workflow = g_strdup (self->workflow);
  query->open_only = open_only (self);
  query->status = chosen_status (self);
  query->text = g_strdup (filter_text (self));
  query->columns = TRUE;
  if (only_mine (self) && person != NULL)
    query->staff = *bell_entity_get_id (BELL_ENTITY (person));
  list = bell_desk_list (desk_of (self), query);

  update_empty (self);
  gtk_no_selection_set_model (self->selection, list);
  bell_list_stack_follow (self->stack, list, self->problem);
  bell_pager_scroll_attach (self->wide, list);
  bell_pager_scroll_attach (self->narrow, list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (update_subtitle), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_subtitle (self);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BellWorkflowPage *self = BELL_WORKFLOW_PAGE (widget);

  adw_dialog_present (bell_new_record_new (desk_of (self), self->workflow, NULL), widget);
}

static void
activate_cb (BellWorkflowPage *self,
             guint             position)
{
  g_autoptr(BellEntity) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  if (record != NULL && shell != NULL && bell_shell_can_open (shell, "record"))
    bell_shell_open_id (shell, "record", bell_entity_get_id (record));
}

/* --- Rows --- */

static char *
where (GObject    *item,
       BellRecord *record)
{
  GString *text = g_string_new (NULL);

  if (record != NULL)
    g_string_append (text, record->number);
  if (record != NULL && record->room != NULL && *record->room != '\0')
    g_string_append_printf (text, " · %s", record->room);
  if (record != NULL && record->surname != NULL && *record->surname != '\0')
    g_string_append_printf (text, " · %s", record->surname);
  return g_string_free_and_steal (text);
}

static char *
row_label (GObject    *item,
           BellRecord *record)
{
  g_autofree char *place = NULL;

  if (record == NULL)
    return NULL;
  place = where (item, record);
  return g_strdup_printf ("%s, %s, %s, %s", record->title != NULL ? record->title : "", place, bell_status_label (record->status),
                          record->owner_name != NULL ? record->owner_name : "");
}

/* A complete record is due no more. */
static gboolean
is_open (GObject *item,
         int      status)
{
  return status != BELL_STATUS_COMPLETE;
}

static void
row_setup_cb (BellWorkflowPage *self,
              GtkListItem      *item)
{
  gtk_list_item_set_child (item, bell_workflow_row_new ());
}

static void
row_bind_cb (BellWorkflowPage *self,
             GtkListItem      *item)
{
  BellRecord *record = gtk_list_item_get_item (item);
  g_autofree char *label = row_label (G_OBJECT (item), record);

  bell_workflow_row_show (BELL_WORKFLOW_ROW (gtk_list_item_get_child (item)), desk_of (self), record);
  gtk_list_item_set_accessible_label (item, label);
}

/* --- Class --- */

static gboolean
bell_workflow_page_activate_search (BellPage *page)
{
  BellWorkflowPage *self = BELL_WORKFLOW_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
bell_workflow_page_constructed (GObject *object)
{
  BellWorkflowPage *self = BELL_WORKFLOW_PAGE (object);
  const BellWorkflow *workflow;

  G_OBJECT_CLASS (bell_workflow_page_parent_class)->constructed (object);

  gtk_search_bar_connect_entry (self->search_bar, self->search);

  workflow = definition_of (self);
  if (workflow != NULL)
    {
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), workflow->name);
      bell_workflow_columns_insert (self->columns, OWN_COLUMNS_AT, desk_of (self), workflow);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "workflow.new", may_create (self));
  gtk_widget_set_visible (self->new_button, may_create (self));

  gtk_string_list_append (self->statuses, _("Any Status"));
  for (int status = 0; status < BELL_N_STATUSES; status++)
    gtk_string_list_append (self->statuses, bell_status_label (status));
  gtk_drop_down_set_selected (self->status, 0);

  g_object_get (desk_of (self), "counts", &self->counts, NULL);
  g_signal_connect_object (self->counts, "changed", G_CALLBACK (update_subtitle), self, G_CONNECT_SWAPPED);
  self->ready = TRUE;
  show_cb (self);
}

static void
bell_workflow_page_dispose (GObject *object)
{
  BellWorkflowPage *self = BELL_WORKFLOW_PAGE (object);

  self->ready = FALSE;
  if (self->counts != NULL)
    g_signal_handlers_disconnect_by_func (self->counts, update_subtitle, self);
  g_clear_object (&self->counts);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_WORKFLOW_PAGE);

  G_OBJECT_CLASS (bell_workflow_page_parent_class)->dispose (object);
}

static void
bell_workflow_page_finalize (GObject *object)
{
  g_free (BELL_WORKFLOW_PAGE (object)->workflow);
  G_OBJECT_CLASS (bell_workflow_page_parent_class)->finalize (object);
}

static void
bell_workflow_page_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((BellWorkflowPageProperty) property_id)
    {
    case PROP_WORKFLOW:
      g_value_set_string (value, BELL_WORKFLOW_PAGE (object)->workflow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_workflow_page_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((BellWorkflowPageProperty) property_id)
    {
    case PROP_WORKFLOW:
      BELL_WORKFLOW_PAGE (object)->workflow = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, search);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, which);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, whose);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, status);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, statuses);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, wide);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, columns);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, selection);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, empty_new);
  gtk_widget_class_bind_template_child (widget_class, BellWorkflowPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, where);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_label);
  gtk_widget_class_bind_template_callback (widget_class, is_open);
}

static void
bell_workflow_page_class_init (BellWorkflowPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_workflow_page_constructed;
  object_class->dispose = bell_workflow_page_dispose;
  object_class->finalize = bell_workflow_page_finalize;
  object_class->get_property = bell_workflow_page_get_property;
  object_class->set_property = bell_workflow_page_set_property;
  BELL_PAGE_CLASS (klass)->activate_search = bell_workflow_page_activate_search;

  gtk_widget_class_install_action (widget_class, "workflow.new", NULL, new_action);

  properties[PROP_WORKFLOW] =
    g_param_spec_string ("workflow", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BELL_TYPE_DUE_LABEL);
  g_type_ensure (BELL_TYPE_STATUS_PILL);
  g_type_ensure (BELL_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-workflow-page.ui");
  bind_template (widget_class);
}

static void
bell_workflow_page_init (BellWorkflowPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
