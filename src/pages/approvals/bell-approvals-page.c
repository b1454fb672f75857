/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-approvals-page.h"
#include "bell-pager-scroll.h"
#include "bell-pager.h"
#include "bell-proposal-row.h"

/* The list: pager → filter (decided only, on that side) → GtkNoSelection → GtkListView */
struct _BellApprovalsPage
{
  BellPage parent_instance;

  AdwToggleGroup *which;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkFilterListModel *shown;
  AdwStatusPage *empty;
  AdwStatusPage *problem;

  GListModel *pager;
  gboolean narrow;
};

typedef enum
{
  PROP_NARROW = 1,
} BellApprovalsPageProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (BellApprovalsPage, bell_approvals_page, BELL_TYPE_PAGE)

static gboolean
is_decided (gpointer item,
            gpointer data)
{
  return BELL_APPROVAL (item)->state != BELL_APPROVAL_STATE_OPEN;
}

static gboolean
shows_decided (BellApprovalsPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->which), "decided") == 0;
}

static void
update_stack (BellApprovalsPage *self)
{
  gboolean decided = shows_decided (self);
  g_autofree char *trouble = NULL;

  if (BELL_IS_PAGER (self->pager))
    g_object_get (self->pager, "error-text", &trouble, NULL);
  if (trouble != NULL)
    {
      adw_status_page_set_description (self->problem, trouble);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }
  if (BELL_IS_PAGER (self->pager) && bell_pager_get_loading (BELL_PAGER (self->pager)))
    return;

  adw_status_page_set_title (self->empty, decided ? _("Nothing Decided Yet") : _("Nothing to Decide"));
  adw_status_page_set_description (self->empty, decided
                                   ? _("Proposals appear here once somebody has approved or refused them.")
                                   : _("Changes of sensitive values and amounts over a limit wait here for a second person."));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
load (BellApprovalsPage *self)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_APPROVALS);
  gboolean decided = shows_decided (self);
  g_autoptr(GtkFilter) filter = NULL;

  query->all = decided;
  if (self->pager != NULL)
    g_signal_handlers_disconnect_by_data (self->pager, self);
  g_clear_object (&self->pager);
  self->pager = bell_desk_list (bell_page_get_desk (BELL_PAGE (self)), query);
  if (BELL_IS_PAGER (self->pager))
    {
      g_signal_connect_object (self->pager, "notify::loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->pager, "notify::error-text", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
    }

  filter = decided ? GTK_FILTER (gtk_custom_filter_new (is_decided, NULL, NULL)) : NULL;
  gtk_filter_list_model_set_model (self->shown, NULL);
  gtk_filter_list_model_set_filter (self->shown, filter);
  gtk_filter_list_model_set_model (self->shown, self->pager);
  bell_pager_scroll_attach (self->scrolled, self->pager);
  update_stack (self);
}

static void
which_cb (BellApprovalsPage *self)
{
  if (self->pager != NULL)
    load (self);
}

/* --- Rows --- */

static void
row_setup_cb (BellApprovalsPage *self,
              GtkListItem       *item)
{
  GtkWidget *row = g_object_new (BELL_TYPE_PROPOSAL_ROW, "desk", bell_page_get_desk (BELL_PAGE (self)), NULL);

  g_object_bind_property (self, "narrow", row, "stacked", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
row_bind_cb (BellApprovalsPage *self,
             GtkListItem       *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *label = NULL;

  g_object_set (row, "item", gtk_list_item_get_item (item), NULL);
  label = bell_proposal_row_dup_label (BELL_PROPOSAL_ROW (row));
  gtk_list_item_set_accessible_label (item, label);
}

static void
activate_cb (BellApprovalsPage *self,
             guint              position)
{
  g_autoptr(BellApproval) approval = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  if (approval != NULL && shell != NULL && bell_shell_can_open (shell, "record"))
    bell_shell_open_id (shell, "record", &approval->record);
}

/* --- Keys --- */

/* The row in which the focus is: the list's own row widget holds ours. */
static BellProposalRow *
focused_row (BellApprovalsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->scrolled)))
    return NULL;

  row = gtk_widget_get_ancestor (focus, BELL_TYPE_PROPOSAL_ROW);
  if (row == NULL)
    row = gtk_widget_get_first_child (focus);
  return BELL_IS_PROPOSAL_ROW (row) ? BELL_PROPOSAL_ROW (row) : NULL;
}

static void
approve_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BellProposalRow *row = focused_row (BELL_APPROVALS_PAGE (widget));

  if (row != NULL)
    bell_proposal_row_approve (row);
}

static void
refuse_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BellProposalRow *row = focused_row (BELL_APPROVALS_PAGE (widget));

  if (row != NULL)
    bell_proposal_row_refuse (row);
}

/* --- Width --- */

static void
set_narrow (BellApprovalsPage *self,
            gboolean           narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
narrow_cb (BellApprovalsPage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (BellApprovalsPage *self)
{
  set_narrow (self, FALSE);
}

static void
bell_approvals_page_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((BellApprovalsPageProperty) property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, BELL_APPROVALS_PAGE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_approvals_page_constructed (GObject *object)
{
  BellApprovalsPage *self = BELL_APPROVALS_PAGE (object);

  G_OBJECT_CLASS (bell_approvals_page_parent_class)->constructed (object);

  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  load (self);
}

static void
bell_approvals_page_dispose (GObject *object)
{
  BellApprovalsPage *self = BELL_APPROVALS_PAGE (object);

  if (self->pager != NULL)
    g_signal_handlers_disconnect_by_data (self->pager, self);
  g_clear_object (&self->pager);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_APPROVALS_PAGE);

  G_OBJECT_CLASS (bell_approvals_page_parent_class)->dispose (object);
}

static void
bell_approvals_page_class_init (BellApprovalsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_approvals_page_constructed;
  object_class->dispose = bell_approvals_page_dispose;
  object_class->get_property = bell_approvals_page_get_property;

  /* Rows put their buttons under their words. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "approvals.approve", NULL, approve_action);
  gtk_widget_class_install_action (widget_class, "approvals.refuse", NULL, refuse_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-approvals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellApprovalsPage, which);
  gtk_widget_class_bind_template_child (widget_class, BellApprovalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellApprovalsPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellApprovalsPage, shown);
  gtk_widget_class_bind_template_child (widget_class, BellApprovalsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BellApprovalsPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, which_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
bell_approvals_page_init (BellApprovalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
