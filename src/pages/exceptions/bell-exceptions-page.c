/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-exception-row.h"
#include "bell-exceptions-page.h"
#include "bell-pager-scroll.h"
#include "bell-pager.h"

/* The list: pager → filter (by workflow) → GtkNoSelection → GtkListView */
struct _BellExceptionsPage
{
  BellPage parent_instance;

  GtkDropDown *workflows;
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
} BellExceptionsPageProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (BellExceptionsPage, bell_exceptions_page, BELL_TYPE_PAGE)

static gboolean
shows_all (BellExceptionsPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->which), "all") == 0;
}

/* NULL for all of them, which is the first line. */
static const char *
chosen_workflow (BellExceptionsPage *self)
{
  GPtrArray *all = bell_definitions_workflows (bell_desk_get_definitions (bell_page_get_desk (BELL_PAGE (self))));
  guint position = gtk_drop_down_get_selected (self->workflows);

  if (position == 0 || position == GTK_INVALID_LIST_POSITION || position > all->len)
    return NULL;
  return ((const BellWorkflow *) all->pdata[position - 1])->id;
}

static gboolean
is_of_workflow (gpointer item,
                gpointer data)
{
  return g_strcmp0 (BELL_EXCEPTION (item)->workflow, data) == 0;
}

static void
update_stack (BellExceptionsPage *self)
{
  gboolean all = shows_all (self) || chosen_workflow (self) != NULL;
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

  adw_status_page_set_title (self->empty, all ? _("No Exceptions") : _("All Reviewed"));
  adw_status_page_set_description (self->empty, all
                                   ? _("Nothing here left the normal way so far.")
                                   : _("What leaves the normal way waits here until a manager has decided about it."));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
load (BellExceptionsPage *self)
{
  g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_EXCEPTIONS);
  const char *workflow = chosen_workflow (self);
  g_autoptr(GtkFilter) filter = NULL;

  query->all = shows_all (self);
  if (self->pager != NULL)
    g_signal_handlers_disconnect_by_data (self->pager, self);
  g_clear_object (&self->pager);
  self->pager = bell_desk_list (bell_page_get_desk (BELL_PAGE (self)), query);
  if (BELL_IS_PAGER (self->pager))
    {
      g_signal_connect_object (self->pager, "notify::loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->pager, "notify::error-text", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
    }

  if (workflow != NULL)
    filter = GTK_FILTER (gtk_custom_filter_new (is_of_workflow, g_strdup (workflow), g_free));
  gtk_filter_list_model_set_model (self->shown, NULL);
  gtk_filter_list_model_set_filter (self->shown, filter);
  gtk_filter_list_model_set_model (self->shown, self->pager);
  bell_pager_scroll_attach (self->scrolled, self->pager);
  update_stack (self);
}

static void
which_cb (BellExceptionsPage *self)
{
  if (self->pager != NULL)
    load (self);
}

static void
fill_workflows (BellExceptionsPage *self)
{
  GPtrArray *all = bell_definitions_workflows (bell_desk_get_definitions (bell_page_get_desk (BELL_PAGE (self))));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: choice over a list, for no restriction */
  gtk_string_list_append (names, _("All Workflows"));
  for (guint i = 0; i < all->len; i++)
    gtk_string_list_append (names, ((const BellWorkflow *) all->pdata[i])->name);
  gtk_drop_down_set_model (self->workflows, G_LIST_MODEL (names));
}

/* --- Rows --- */

static void
row_setup_cb (BellExceptionsPage *self,
              GtkListItem       *item)
{
  GtkWidget *row = g_object_new (BELL_TYPE_EXCEPTION_ROW, "desk", bell_page_get_desk (BELL_PAGE (self)), NULL);

  g_object_bind_property (self, "narrow", row, "stacked", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
row_bind_cb (BellExceptionsPage *self,
             GtkListItem       *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *label = NULL;

  g_object_set (row, "item", gtk_list_item_get_item (item), NULL);
  label = bell_exception_row_dup_label (BELL_EXCEPTION_ROW (row));
  gtk_list_item_set_accessible_label (item, label);
}

static void
activate_cb (BellExceptionsPage *self,
             guint              position)
{
  g_autoptr(BellException) exception = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  if (exception != NULL && shell != NULL && bell_shell_can_open (shell, "record"))
    bell_shell_open_id (shell, "record", &exception->record);
}

/* --- Keys --- */

/* The row in which the focus is: the list's own row widget holds ours. */
static BellExceptionRow *
focused_row (BellExceptionsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->scrolled)))
    return NULL;

  row = gtk_widget_get_ancestor (focus, BELL_TYPE_EXCEPTION_ROW);
  if (row == NULL)
    row = gtk_widget_get_first_child (focus);
  return BELL_IS_EXCEPTION_ROW (row) ? BELL_EXCEPTION_ROW (row) : NULL;
}

static void
review_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BellExceptionRow *row = focused_row (BELL_EXCEPTIONS_PAGE (widget));

  if (row != NULL)
    bell_exception_row_review (row);
}

/* --- Width --- */

static void
set_narrow (BellExceptionsPage *self,
            gboolean            narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
narrow_cb (BellExceptionsPage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (BellExceptionsPage *self)
{
  set_narrow (self, FALSE);
}

static void
bell_exceptions_page_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((BellExceptionsPageProperty) property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, BELL_EXCEPTIONS_PAGE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_exceptions_page_constructed (GObject *object)
{
  BellExceptionsPage *self = BELL_EXCEPTIONS_PAGE (object);

  G_OBJECT_CLASS (bell_exceptions_page_parent_class)->constructed (object);

  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  fill_workflows (self);
  load (self);
}

static void
bell_exceptions_page_dispose (GObject *object)
{
  BellExceptionsPage *self = BELL_EXCEPTIONS_PAGE (object);

  if (self->pager != NULL)
    g_signal_handlers_disconnect_by_data (self->pager, self);
  g_clear_object (&self->pager);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_EXCEPTIONS_PAGE);

  G_OBJECT_CLASS (bell_exceptions_page_parent_class)->dispose (object);
}

static void
bell_exceptions_page_class_init (BellExceptionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_exceptions_page_constructed;
  object_class->dispose = bell_exceptions_page_dispose;
  object_class->get_property = bell_exceptions_page_get_property;

  /* Rows put their buttons under their words. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "exceptions.review", NULL, review_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-exceptions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellExceptionsPage, workflows);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionsPage, which);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionsPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionsPage, shown);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionsPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, which_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
bell_exceptions_page_init (BellExceptionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
