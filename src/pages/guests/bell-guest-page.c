/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bell-chip.h"
#include "bell-desk-care.h"
#include "bell-desk-guest.h"
#include "bell-desk-record.h"
#include "bell-guest-page.h"
#include "bell-guest-words.h"
#include "bell-record-line.h"
#include "bell-stay-words.h"
#include "bell-submit.h"

/* The kind of work that keeps what a guest likes; a hotel without it has no such group. */
#define PREFERENCES "preference-note"

struct _BellGuestPage
{
  BellPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *problem;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *stays_line;
  BellChip *vip;
  GtkWidget *reveal_button;
  AdwPreferencesGroup *contact;
  GtkWidget *preferences;
  GtkListBox *preference_rows;
  GtkListBox *stays;
  GtkListBox *records;
  GtkWidget *protection;
  GtkWidget *export_row;
  GtkWidget *erase_row;

  char *entity_id;
  BellGuest *guest;
  GPtrArray *contact_rows;
  gboolean listed;
  GCancellable *cancellable;
};

typedef enum
{
  PROP_ENTITY_ID = 1,
} BellGuestPageProperty;

static GParamSpec *properties[PROP_ENTITY_ID + 1];

G_DEFINE_FINAL_TYPE (BellGuestPage, bell_guest_page, BELL_TYPE_PAGE)

static BellDesk *
desk_of (BellGuestPage *self)
{
  return bell_page_get_desk (BELL_PAGE (self));
}

/* --- Who and how to reach them --- */

static void
add_contact (BellGuestPage *self,
             const char    *title,
             const char    *text)
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
  adw_preferences_group_add (self->contact, row);
  g_ptr_array_add (self->contact_rows, row);
}

static void
show_contact (BellGuestPage *self)
{
  BellGuest *guest = self->guest;
  gboolean masked = bell_desk_must_reveal (desk_of (self), bell_entity_get_id (BELL_ENTITY (guest)));

  for (guint i = 0; i < self->contact_rows->len; i++)
    adw_preferences_group_remove (self->contact, self->contact_rows->pdata[i]);
  g_ptr_array_set_size (self->contact_rows, 0);

  add_contact (self, _("Telephone"), guest->phone);
  add_contact (self, _("E-mail"), guest->email);
  add_contact (self, _("Address"), guest->address);
  add_contact (self, _("Language"), guest->language);
  add_contact (self, _("Country"), guest->country);
  add_contact (self, _("Notes from the Hotel System"), guest->notes);

  adw_preferences_group_set_description (self->contact, guest->erased_at != 0
                                         ? _("Erased. What is left tells that somebody stayed, not who.")
                                         : masked ? _("Given name, telephone, e-mail, address and notes are masked until you reveal them.")
                                         : self->contact_rows->len == 0 ? _("Nothing is known.") : NULL);
  gtk_widget_set_visible (self->reveal_button, masked && guest->erased_at == 0);
}

static void
show_summary (BellGuestPage *self)
{
  BellGuest *guest = self->guest;
  BellDesk *desk = desk_of (self);
  g_autofree char *name = bell_guest_dup_name (guest);
  g_autofree char *stays = bell_guest_dup_stays (guest);
  gboolean erased = guest->erased_at != 0;
  gboolean may_export = bell_desk_may (desk, BELL_ACTION_EXPORT_GUEST, NULL);
  gboolean may_erase = bell_desk_may (desk, BELL_ACTION_ERASE, NULL);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->stays_line, stays);
  bell_chip_set_text (self->vip, guest->vip);
  gtk_widget_set_visible (GTK_WIDGET (self->vip), guest->vip != NULL && *guest->vip != '\0');

  gtk_widget_set_visible (self->export_row, may_export);
  gtk_widget_set_visible (self->erase_row, may_erase && !erased);
  gtk_widget_set_visible (self->protection, may_export || (may_erase && !erased));
}

/* --- What they like --- */

static GtkWidget *
make_preference (BellGuestPage  *self,
                 BellItem       *item,
                 const BellKind *kind)
{
  g_autoptr(GString) title = g_string_new (NULL);
  g_autoptr(GString) subtitle = g_string_new (NULL);
  int leading = 0;

  /* The first two compulsory fields say what it is; the others follow with their names. */
  for (guint i = 0; i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];
      const char *value = g_hash_table_lookup (item->values, field->name);
      g_autofree char *words = value != NULL ? bell_desk_tell_value (desk_of (self), NULL, field, value) : NULL;

      if (words == NULL || *words == '\0')
        continue;
      if (field->required && leading < 2)
        {
          g_string_append_printf (title, "%s%s", title->len > 0 ? ": " : "", words);
          leading++;
        }
      else
        g_string_append_printf (subtitle, "%s%s: %s", subtitle->len > 0 ? " · " : "", field->label, words);
    }

  return g_object_new (ADW_TYPE_ACTION_ROW,
                       "use-markup", FALSE,
                       "title", title->str,
                       "subtitle", subtitle->str,
                       NULL);
}

static void
preferences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(BellGuestPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = bell_desk_read_items_finish (BELL_DESK (source), result, &error);
  const BellKind *kind = bell_definitions_kind (bell_desk_get_definitions (BELL_DESK (source)), PREFERENCES);

  if (items == NULL || self->cancellable == NULL)
    return;

  gtk_list_box_remove_all (self->preference_rows);
  for (guint i = 0; kind != NULL && i < items->len; i++)
    {
      BellItem *item = items->pdata[i];
      GtkWidget *row = make_preference (self, item, kind);
      g_autofree char *record = bell_id_to_string (&item->record);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "record", record);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
      gtk_list_box_append (self->preference_rows, row);
    }
  gtk_widget_set_visible (self->preferences, items->len > 0);
}

/* --- Stays and records --- */

static GtkWidget *
make_stay (gpointer item,
           gpointer data)
{
  BellStay *stay = item;
  g_autofree char *span = bell_stay_dup_span (stay);
  g_autofree char *nights = bell_stay_dup_nights (stay);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *id = bell_id_to_string (bell_entity_get_id (BELL_ENTITY (stay)));
  GtkWidget *row;

  title = stay->room != NULL ? g_strdup_printf (_("Room %s"), stay->room) : g_strdup (_("No room yet"));
  subtitle = g_strdup_printf ("%s %.4s · %s · %s", span, stay->departure, nights, bell_stay_status_label (stay->status));
  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", title,
                      "subtitle", subtitle,
                      "activatable", TRUE,
                      "action-name", "win.open",
                      NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "stay", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
show_lists (BellGuestPage *self)
{
  g_autoptr(BellQuery) of_stays = bell_query_new (BELL_LIST_STAYS_OF_GUEST);
  g_autoptr(BellQuery) of_records = bell_query_new (BELL_LIST_RECORDS_OF_GUEST);
  g_autoptr(GListModel) stays = NULL;
  g_autoptr(GListModel) records = NULL;

  self->listed = TRUE;
  of_stays->of = of_records->of = *bell_entity_get_id (BELL_ENTITY (self->guest));
  stays = bell_desk_list (desk_of (self), of_stays);
  records = bell_desk_list (desk_of (self), of_records);
  gtk_list_box_bind_model (self->stays, stays, make_stay, NULL, NULL);
  bell_record_lines_bind (self->records, desk_of (self), records, _("Nothing has been recorded about this guest."));
}

static void
show_problem (BellGuestPage *self,
              const GError  *error)
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
  g_autoptr(BellGuestPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellGuest) guest = bell_desk_open_guest_finish (BELL_DESK (source), result, &error);

  if (self->cancellable == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (guest == NULL)
    {
      show_problem (self, error);
      return;
    }

  g_set_object (&self->guest, guest);
  show_summary (self);
  show_contact (self);
  if (!self->listed)
    show_lists (self);
  bell_desk_read_items_async (desk_of (self), bell_entity_get_id (BELL_ENTITY (guest)), PREFERENCES, self->cancellable,
                              preferences_cb, g_object_ref (self));
  gtk_stack_set_visible_child_name (self->stack, "guest");
}

static void
open_guest (BellGuestPage *self)
{
  bell_desk_open_guest_async (desk_of (self), self->entity_id, self->cancellable, opened_cb, g_object_ref (self));
}

static void
changed_cb (BellGuestPage      *self,
            const char *const  *tables)
{
  if (g_strv_contains (tables, "guest") || g_strv_contains (tables, "item"))
    open_guest (self);
}

/* --- What can be done --- */

static BellCommand *
command_for (BellGuestPage *self,
             const char    *verb)
{
  BellCommand *command = bell_command_new (verb, NULL);

  bell_command_set_id (command, "guest", bell_entity_get_id (BELL_ENTITY (self->guest)));
  return command;
}

static void
reveal_cb (BellGuestPage *self)
{
  g_autoptr(BellCommand) command = command_for (self, "guest.reveal");

  bell_submit_with_reason (GTK_WIDGET (self), desk_of (self), command, _("Show Name and Contact Data?"),
                           _("The journal keeps that you looked, when, and your reason."), _("_Show"));
}

static void
erase_agreed_cb (BellGuestPage *self,
                 const char    *response)
{
  g_autoptr(BellCommand) command = command_for (self, "guest.erase");

  if (!g_str_equal (response, "go-on"))
    return;
  bell_submit_with_reason (GTK_WIDGET (self), desk_of (self), command, _("Why Is This Guest Erased?"),
                           _("The reason stays in the journal, so leave the guest’s name out of it. This cannot be undone."),
                           _("_Erase"));
}

static void
erase_cb (BellGuestPage *self)
{
  g_autofree char *name = bell_guest_dup_name (self->guest);
  g_autofree char *heading = g_strdup_printf (_("Erase %s?"), name);
  AdwDialog *dialog;

  dialog = adw_alert_dialog_new (heading,
                                 _("Goes: name, contact data, notes, and every personal value in the records, tasks and journal "
                                   "about this guest, out of the file and its search.\n\n"
                                   "Stays: that there was a stay, room and nights, what was done by whom and when, money lines, "
                                   "and an entry that tells of the erasure. The journal still verifies.\n\n"
                                   "Backups made before keep the data until they are replaced."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "go-on", _("_Go On…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "go-on", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (erase_agreed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- Export: first where to, then what --- */

typedef struct
{
  BellGuestPage *page;
  GFile *file;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->page);
  g_object_unref (export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(BellGuestPage) self = data;
  g_autoptr(GError) error = NULL;
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    bell_show_error (GTK_WIDGET (self), error, NULL);
  else if (shell != NULL)
    bell_shell_say (shell, _("Exported. Hand it over safely, and delete it afterwards."));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(Export) export = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *json = bell_desk_export_guest_finish (BELL_DESK (source), result, &error);

  if (json == NULL)
    {
      bell_show_error (GTK_WIDGET (export->page), error, NULL);
      return;
    }
  bytes = g_bytes_new_take (json, strlen (json));
  g_file_replace_contents_bytes_async (export->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb,
                                       g_object_ref (export->page));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(BellGuestPage) self = data;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  Export *export;

  if (file == NULL)
    return;
  export = g_new0 (Export, 1);
  export->page = g_object_ref (self);
  export->file = file;
  bell_desk_export_guest_async (desk_of (self), self->entity_id, exported_cb, export);
}

static void
export_cb (BellGuestPage *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Export a Guest’s Data"));
  /* Translators: name of a file */
  gtk_file_dialog_set_initial_name (dialog, _("guest.json"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb, g_object_ref (self));
}

/* --- Class --- */

static void
bell_guest_page_constructed (GObject *object)
{
  BellGuestPage *self = BELL_GUEST_PAGE (object);

  G_OBJECT_CLASS (bell_guest_page_parent_class)->constructed (object);

  g_signal_connect_object (desk_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  open_guest (self);
}

static void
bell_guest_page_dispose (GObject *object)
{
  BellGuestPage *self = BELL_GUEST_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->guest);
  g_clear_pointer (&self->contact_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_GUEST_PAGE);

  G_OBJECT_CLASS (bell_guest_page_parent_class)->dispose (object);
}

static void
bell_guest_page_finalize (GObject *object)
{
  g_free (BELL_GUEST_PAGE (object)->entity_id);
  G_OBJECT_CLASS (bell_guest_page_parent_class)->finalize (object);
}

static void
bell_guest_page_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((BellGuestPageProperty) property_id)
    {
    case PROP_ENTITY_ID:
      g_value_set_string (value, BELL_GUEST_PAGE (object)->entity_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_guest_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((BellGuestPageProperty) property_id)
    {
    case PROP_ENTITY_ID:
      BELL_GUEST_PAGE (object)->entity_id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_guest_page_class_init (BellGuestPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bell_guest_page_constructed;
  object_class->dispose = bell_guest_page_dispose;
  object_class->finalize = bell_guest_page_finalize;
  object_class->get_property = bell_guest_page_get_property;
  object_class->set_property = bell_guest_page_set_property;

  properties[PROP_ENTITY_ID] =
    g_param_spec_string ("entity-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BELL_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-guest-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, problem);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, name);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, stays_line);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, vip);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, contact);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, preferences);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, preference_rows);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, stays);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, records);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, protection);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, export_row);
  gtk_widget_class_bind_template_child (widget_class, BellGuestPage, erase_row);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
bell_guest_page_init (BellGuestPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->contact_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
