/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bell-sign-in-page.h"
#include "bell-text.h"

struct _BellSignInPage
{
  AdwBin parent_instance;

  GtkWidget *back;
  GtkStack *stack;
  GtkLabel *hotel;
  GtkSearchEntry *search;
  GtkStack *found;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkPasswordEntry *pin;
  GtkLabel *message;
  GtkLabel *demo_pin;
  GtkWidget *sign_in;

  BellDesk *desk;
  char *folded;   /* what was typed into the search, for comparing */
  char *expected; /* whose PIN is asked for; NULL while it is asked who is there */
};

typedef enum
{
  PROP_DESK = 1,
} BellSignInPageProperty;

static GParamSpec *properties[PROP_DESK + 1];

G_DEFINE_FINAL_TYPE (BellSignInPage, bell_sign_in_page, ADW_TYPE_BIN)

/* --- Who --- */

static gboolean
matches (gpointer item,
         gpointer data)
{
  BellSignInPage *self = data;
  g_autofree char *name = NULL;

  if (self->folded == NULL || *self->folded == '\0')
    return TRUE;
  name = bell_text_fold (BELL_STAFF (item)->name);
  return strstr (name, self->folded) != NULL;
}

static void show_demo_pin (BellSignInPage *self);

static void
update_found (BellSignInPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_stack_set_visible_child_name (self->found, any || self->folded == NULL ? "list" : "none");
  show_demo_pin (self);
}

static void
search_changed_cb (BellSignInPage *self)
{
  g_free (self->folded);
  self->folded = bell_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_found (self);
}

static void
show_message (BellSignInPage *self,
              const char     *sentence)
{
  gtk_label_set_text (self->message, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->pin), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->pin), "error");
}

/* The list of people is read behind; the name alone is enough to begin with. */
static void
show_demo_pin (BellSignInPage *self)
{
  g_autofree char *text = NULL;
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  for (guint i = 0; self->expected != NULL && i < n_people; i++)
    {
      g_autoptr(BellStaff) person = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (person->demo_pin != NULL && g_strcmp0 (person->name, self->expected) == 0)
        /* Translators: shown in the demonstration hotel only */
        text = g_strdup_printf (_("In this demonstration, the PIN is %s."), person->demo_pin);
    }
  gtk_label_set_text (self->demo_pin, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->demo_pin), text != NULL);
}

static void
ask_pin (BellSignInPage *self,
         const char     *name)
{
  g_set_str (&self->expected, name);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name, name);
  gtk_editable_set_text (GTK_EDITABLE (self->pin), "");
  show_demo_pin (self);
  show_message (self, NULL);
  gtk_widget_set_visible (self->back, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "pin");
  gtk_widget_grab_focus (GTK_WIDGET (self->pin));
}

static void
ask_who (BellSignInPage *self)
{
  g_clear_pointer (&self->expected, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->pin), "");
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->back, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "people");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
activate_cb (BellSignInPage *self,
             guint           position)
{
  g_autoptr(BellStaff) person = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (person != NULL)
    ask_pin (self, person->name);
}

static void
search_activate_cb (BellSignInPage *self)
{
  BellStaff *person = gtk_single_selection_get_selected_item (self->selection);

  if (person != NULL)
    ask_pin (self, person->name);
}

static void
focus_list_cb (BellSignInPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ask_who (BELL_SIGN_IN_PAGE (widget));
}

/* --- The PIN --- */

static void
set_busy (BellSignInPage *self,
          gboolean        busy)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->pin), !busy);
  gtk_widget_set_sensitive (self->sign_in, !busy);
  gtk_widget_set_sensitive (self->back, !busy);
}

static void
signed_in_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(BellSignInPage) self = data;
  g_autoptr(GError) error = NULL;
  gboolean good = bell_desk_sign_in_finish (BELL_DESK (object), result, &error);

  if (self->pin == NULL)
    return;

  set_busy (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->pin), "");
  if (good)
    {
      ask_who (self);
      return;
    }

  if (bell_error_get_hint (error) != NULL)
    {
      g_autofree char *both = g_strconcat (error->message, " ", bell_error_get_hint (error), NULL);

      show_message (self, both);
    }
  else
    show_message (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->pin));
}

static void
pin_activate_cb (BellSignInPage *self)
{
  const char *pin = gtk_editable_get_text (GTK_EDITABLE (self->pin));

  if (*pin == '\0')
    return;

  set_busy (self, TRUE);
  bell_desk_sign_in_async (self->desk, gtk_label_get_text (self->name), pin, NULL,
                           signed_in_cb, g_object_ref (self));
}

static void
pin_changed_cb (BellSignInPage *self)
{
  const char *pin = gtk_editable_get_text (GTK_EDITABLE (self->pin));

  gtk_widget_set_sensitive (self->sign_in, *pin != '\0');
  if (*pin != '\0')
    show_message (self, NULL);
}

/* --- Rows --- */

static GtkWidget *
add_label (GtkWidget  *box,
           const char *first_class,
           const char *second_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (first_class != NULL)
    gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = adw_avatar_new (36, NULL, TRUE);

  g_object_set (words, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_box_append (GTK_BOX (row), avatar);
  gtk_box_append (GTK_BOX (row), words);
  g_object_set_data (G_OBJECT (item), "avatar", avatar);
  g_object_set_data (G_OBJECT (item), "name", add_label (words, NULL, NULL));
  g_object_set_data (G_OBJECT (item), "role", add_label (words, "caption", "dimmed"));
  g_object_set_data (G_OBJECT (item), "pin", add_label (row, "caption", "dimmed"));
  gtk_list_item_set_child (item, row);
}

static const char *
role_name (BellSignInPage *self,
           BellStaff      *person)
{
  g_auto (GStrv) roles = g_strsplit (person->roles != NULL ? person->roles : "", " ", 2);
  const BellRole *role = bell_definitions_role (bell_desk_get_definitions (self->desk), roles[0]);

  return role != NULL ? role->name : "";
}

static void
row_bind_cb (BellSignInPage *self,
             GtkListItem    *item)
{
  BellStaff *person = gtk_list_item_get_item (item);
  GtkWidget *pin = g_object_get_data (G_OBJECT (item), "pin");

  adw_avatar_set_text (g_object_get_data (G_OBJECT (item), "avatar"), person->name);
  gtk_label_set_text (g_object_get_data (G_OBJECT (item), "name"), person->name);
  gtk_label_set_text (g_object_get_data (G_OBJECT (item), "role"), role_name (self, person));
  gtk_widget_set_visible (pin, person->demo_pin != NULL);
  if (person->demo_pin != NULL)
    {
      /* Translators: %s are digits; shown in the demonstration hotel only */
      g_autofree char *text = g_strdup_printf (_("PIN %s"), person->demo_pin);

      gtk_label_set_text (GTK_LABEL (pin), text);
    }
  gtk_list_item_set_accessible_label (item, person->name);
  gtk_list_item_set_accessible_description (item, role_name (self, person));
}

/* --- Class --- */

static void
bell_sign_in_page_constructed (GObject *object)
{
  BellSignInPage *self = BELL_SIGN_IN_PAGE (object);
  BellProperty *property = bell_desk_get_property (self->desk);
  g_autoptr(GListModel) people = bell_desk_list_people (self->desk);

  G_OBJECT_CLASS (bell_sign_in_page_parent_class)->constructed (object);

  gtk_label_set_text (self->hotel, property != NULL && property->name != NULL ? property->name : "Deskbell");
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_filter_list_model_set_model (self->filtered, people);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_found), self, G_CONNECT_SWAPPED);
}

static void
bell_sign_in_page_dispose (GObject *object)
{
  BellSignInPage *self = BELL_SIGN_IN_PAGE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_SIGN_IN_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bell_sign_in_page_parent_class)->dispose (object);
}

static void
bell_sign_in_page_finalize (GObject *object)
{
  BellSignInPage *self = BELL_SIGN_IN_PAGE (object);

  g_free (self->folded);
  g_free (self->expected);

  G_OBJECT_CLASS (bell_sign_in_page_parent_class)->finalize (object);
}

static void
bell_sign_in_page_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((BellSignInPageProperty) property_id)
    {
    case PROP_DESK:
      BELL_SIGN_IN_PAGE (object)->desk = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_sign_in_page_class_init (BellSignInPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_sign_in_page_constructed;
  object_class->dispose = bell_sign_in_page_dispose;
  object_class->finalize = bell_sign_in_page_finalize;
  object_class->set_property = bell_sign_in_page_set_property;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BELL_TYPE_DESK,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "sign-in.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sign-in.back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, back);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, hotel);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, search);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, found);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, list);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, selection);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, filter);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, name);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, pin);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, message);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, demo_pin);
  gtk_widget_class_bind_template_child (widget_class, BellSignInPage, sign_in);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, pin_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, pin_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
bell_sign_in_page_init (BellSignInPage *self)
{
  GtkEditable *text;

  gtk_widget_init_template (GTK_WIDGET (self));
  text = gtk_editable_get_delegate (GTK_EDITABLE (self->pin));
  g_object_set (text, "input-purpose", GTK_INPUT_PURPOSE_PIN, NULL);
}

GtkWidget *
bell_sign_in_page_new (BellDesk *desk)
{
  g_return_val_if_fail (BELL_IS_DESK (desk), NULL);

  return g_object_new (BELL_TYPE_SIGN_IN_PAGE, "desk", desk, NULL);
}

void
bell_sign_in_page_expect (BellSignInPage *self,
                          const char     *name)
{
  g_return_if_fail (BELL_IS_SIGN_IN_PAGE (self));

  if (name != NULL)
    ask_pin (self, name);
  else
    ask_who (self);
}
