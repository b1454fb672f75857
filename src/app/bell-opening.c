/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "bell-desk-care.h"
#include "bell-money.h"
#include "bell-opening.h"
#include "bell-text.h"

#define DEMO_ROOMS 120
#define DEMO_DAYS 42
#define DEMO_SEED 1
#define FEWEST_DIGITS 4

struct _BellOpening
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *back;
  GtkEditable *hotel;
  GtkEditable *code;
  GtkEditable *city;
  GtkEditable *currency;
  GtkEditable *zone;
  GtkEditable *rooms;
  GtkEditable *person;
  GtkEditable *pin;
  GtkEditable *pin_again;
  GtkLabel *message;
  GtkWidget *create;
  GtkProgressBar *progress;
  AdwStatusPage *failure;
  GtkWidget *restore;

  char *path;
  gboolean demo;
  gboolean own_code; /* the person wrote the code, which otherwise follows the name */
  gboolean suggesting;
  guint pulse;
  BellDesk *desk; /* open while its first person is made */
};

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BellOpening, bell_opening, ADW_TYPE_BIN)

static char *
usual_path (gboolean demo)
{
  return g_build_filename (g_get_user_data_dir (), "deskbell", demo ? "demonstration.deskbell" : "hotel.deskbell", NULL);
}

static void
show_failure (BellOpening  *self,
              const GError *error)
{
  const char *hint = bell_error_get_hint (error);
  g_autofree char *text = hint != NULL ? g_strconcat (error->message, "\n\n", hint, NULL) : g_strdup (error->message);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failure, markup);
  gtk_widget_set_visible (self->restore, g_error_matches (error, BELL_ERROR, BELL_ERROR_INTEGRITY));
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static BellDesk *
open_desk (BellOpening  *self,
           gboolean      create,
           GError      **error)
{
  g_autoptr(BellClock) clock = bell_clock_new_system ();
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (create && g_mkdir_with_parents (folder, 0700) != 0)
    {
      bell_error_set (error, BELL_ERROR_STORAGE, _("Check that the folder can be written to."),
                      _("The folder %s cannot be made."), folder);
      return NULL;
    }
  return bell_desk_open (self->path, clock, create, error);
}

static void
hand_over (BellOpening *self,
           BellDesk    *desk)
{
  g_signal_emit (self, signals[OPENED], 0, desk);
}

/* --- The demonstration hotel --- */

/* Made beside its place and moved there when it is whole, so that an interrupted one is made anew. */
static void
make_demo_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *draft = g_strconcat (path, ".new", NULL);
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(BellClock) clock = bell_clock_new_system ();
  g_autoptr(BellDesk) desk = NULL;
  g_autoptr(GError) error = NULL;
  gboolean made;

  g_mkdir_with_parents (folder, 0700);
  for (const char * const *suffix = (const char * const []) { "", "-wal", "-shm", NULL }; *suffix != NULL; suffix++)
    {
      g_autofree char *old = g_strconcat (draft, *suffix, NULL);

      g_unlink (old);
    }

  g_main_context_push_thread_default (context);
  desk = bell_desk_open (draft, clock, TRUE, &error);
  made = desk != NULL && bell_desk_make_demo (desk, DEMO_ROOMS, DEMO_DAYS, DEMO_SEED, 0, &error);
  if (desk != NULL)
    bell_desk_close (desk);
  g_clear_object (&desk);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);

  if (!made)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (g_rename (draft, path) != 0)
    g_task_return_new_error (task, BELL_ERROR, BELL_ERROR_STORAGE, _("The file %s cannot be written."), path);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (BELL_OPENING (data)->progress);
  return G_SOURCE_CONTINUE;
}

static void
demo_made_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  BellOpening *self = BELL_OPENING (object);
  g_autoptr(BellDesk) desk = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->stack == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    desk = open_desk (self, FALSE, &error);
  if (desk != NULL)
    hand_over (self, desk);
  else
    show_failure (self, error);
}

static void
make_demo (BellOpening *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, demo_made_cb, NULL);

  gtk_widget_set_visible (self->back, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  if (self->pulse == 0)
    self->pulse = g_timeout_add (120, pulse_cb, self);
  g_task_set_source_tag (task, make_demo);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, make_demo_thread);
}

static void
demo_cb (BellOpening *self)
{
  BellDesk *desk;

  self->demo = TRUE;
  g_free (self->path);
  self->path = usual_path (TRUE);
  desk = bell_opening_try (self);
  if (desk != NULL)
    {
      hand_over (self, desk);
      g_object_unref (desk);
    }
}

/* --- A new hotel --- */

static char *
dup_text (GtkEditable *editable)
{
  return bell_text_clean (gtk_editable_get_text (editable));
}

static gboolean
is_blank (GtkEditable *editable)
{
  g_autofree char *text = dup_text (editable);

  return text == NULL;
}

static gboolean
is_pin (const char *pin)
{
  return strlen (pin) >= FEWEST_DIGITS && strspn (pin, "0123456789") == strlen (pin);
}

static void
mark (GtkEditable *editable,
      gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (editable), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
zone_exists (const char *name)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (name);

  return zone != NULL;
}

static void
show_message (BellOpening *self,
              const char  *sentence)
{
  gtk_label_set_text (self->message, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), sentence != NULL);
}

/* What is wrong is marked while it is typed; what is merely missing is not, it only keeps the button waiting. */
static void
changed_cb (BellOpening *self)
{
  GtkEditable *all[] = { self->hotel, self->code, self->currency, self->zone, self->rooms, self->person, self->pin };
  const char *pin = gtk_editable_get_text (self->pin);
  const char *again = gtk_editable_get_text (self->pin_again);
  gboolean bad_currency = !is_blank (self->currency) &&
                          strlen (gtk_editable_get_text (self->currency)) >= 3 &&
                          !bell_money_is_known (gtk_editable_get_text (self->currency));
  gboolean bad_zone = !is_blank (self->zone) && !zone_exists (gtk_editable_get_text (self->zone));
  gboolean bad_pin = *pin != '\0' && strspn (pin, "0123456789") != strlen (pin);
  gboolean bad_again = *again != '\0' && !g_str_has_prefix (pin, again);
  gboolean whole = TRUE;

  mark (self->currency, bad_currency);
  mark (self->zone, bad_zone);
  mark (self->pin, bad_pin);
  mark (self->pin_again, bad_again);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    whole = whole && !is_blank (all[i]);
  gtk_widget_set_sensitive (self->create, whole && !bad_currency && !bad_zone && is_pin (pin) &&
                                          g_str_equal (pin, again));
  show_message (self, NULL);
}

/* "Hotel Aurora" is most likely AUR: the first word that is not "hotel". */
static void
hotel_changed_cb (BellOpening *self)
{
  g_autofree char *folded = bell_text_fold (gtk_editable_get_text (self->hotel));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree char *code = NULL;
  const char *word = words[0] != NULL ? words[0] : "";

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_str_equal (words[i], "hotel") && !g_str_equal (words[i], "the"))
      {
        word = words[i];
        break;
      }
  if (!self->own_code && g_str_is_ascii (word))
    {
      g_autofree char *start = g_strndup (word, 3);

      code = g_ascii_strup (start, -1);
      self->suggesting = TRUE;
      gtk_editable_set_text (self->code, code);
      self->suggesting = FALSE;
    }
  changed_cb (self);
}

static void
code_changed_cb (BellOpening *self)
{
  if (!self->suggesting)
    self->own_code = TRUE;
  changed_cb (self);
}

static void
set_up_failed (BellOpening  *self,
               const GError *error)
{
  const char *hint = bell_error_get_hint (error);
  g_autofree char *text = hint != NULL ? g_strconcat (error->message, " ", hint, NULL) : g_strdup (error->message);

  show_message (self, text);
  gtk_widget_set_sensitive (self->create, TRUE);
}

static void
signed_in_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(BellOpening) self = data;
  g_autoptr(BellDesk) desk = g_steal_pointer (&self->desk);

  /* Should this fail, the sign-in page asks again. */
  bell_desk_sign_in_finish (BELL_DESK (object), result, NULL);
  if (self->stack != NULL)
    hand_over (self, desk);
}

static void
person_made_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(BellOpening) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = bell_desk_submit_finish (BELL_DESK (object), result, &error);
  g_autofree char *name = NULL;

  if (self->stack == NULL)
    return;
  if (outcome == NULL)
    {
      set_up_failed (self, error);
      return;
    }
  name = dup_text (self->person);
  bell_desk_sign_in_async (self->desk, name, gtk_editable_get_text (self->pin), NULL, signed_in_cb,
                           g_object_ref (self));
}

static void
property_set_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr(BellOpening) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = bell_desk_submit_finish (BELL_DESK (object), result, &error);
  g_autoptr(BellCommand) command = NULL;
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;

  if (self->stack == NULL)
    return;
  if (outcome == NULL)
    {
      set_up_failed (self, error);
      return;
    }
  name = dup_text (self->person);
  code = dup_text (self->code);
  command = bell_command_new ("staff.new", "name", name, "roles", "administrator", "department", "front-office",
                              "property", code, "pin", gtk_editable_get_text (self->pin), NULL);
  bell_desk_submit_async (self->desk, command, NULL, person_made_cb, g_object_ref (self));
}

static void
create_cb (BellOpening *self)
{
  g_autoptr(BellCommand) command = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *hotel = dup_text (self->hotel);
  g_autofree char *code = dup_text (self->code);
  g_autofree char *city = dup_text (self->city);
  g_autofree char *currency = dup_text (self->currency);
  g_autofree char *zone = dup_text (self->zone);
  g_autofree char *rooms = dup_text (self->rooms);

  if (!gtk_widget_get_sensitive (self->create))
    return;
  gtk_widget_set_sensitive (self->create, FALSE);

  if (self->desk == NULL)
    self->desk = open_desk (self, TRUE, &error);
  if (self->desk == NULL)
    {
      set_up_failed (self, error);
      return;
    }
  command = bell_command_new ("property.set", "property", code, "name", hotel, "city", city, "currency", currency,
                              "zone", zone, "rooms", rooms, NULL);
  bell_desk_submit_async (self->desk, command, NULL, property_set_cb, g_object_ref (self));
}

static void
set_up_cb (BellOpening *self)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  const char *zone = g_time_zone_get_identifier (here);

  if (is_blank (self->zone) && zone != NULL && strchr (zone, '/') != NULL && !g_path_is_absolute (zone))
    gtk_editable_set_text (self->zone, zone);
  gtk_widget_set_visible (self->back, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->hotel));
}

static void
back_cb (BellOpening *self)
{
  gtk_widget_set_visible (self->back, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

/* --- When the file cannot be opened --- */

static void
again_cb (BellOpening *self)
{
  BellDesk *desk = bell_opening_try (self);

  if (desk != NULL)
    {
      hand_over (self, desk);
      g_object_unref (desk);
    }
}

/* Goes back to the newest backup that is sound; a damaged one is passed over. */
static void
restore_cb (BellOpening *self)
{
  g_autofree char *name = bell_desk_newest_backup (self->path);
  g_autofree char *kept = NULL;
  g_autoptr(GFile) backup = NULL;
  g_autoptr(GError) error = NULL;

  if (name == NULL)
    {
      adw_status_page_set_description (self->failure, _("There is no sound backup of this hotel on this computer."));
      return;
    }
  backup = g_file_new_for_path (name);
  if (!bell_desk_restore (backup, self->path, &kept, &error))
    {
      show_failure (self, error);
      return;
    }
  again_cb (self);
}

/* --- Class --- */

static void
bell_opening_dispose (GObject *object)
{
  BellOpening *self = BELL_OPENING (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_OPENING);

  G_OBJECT_CLASS (bell_opening_parent_class)->dispose (object);
}

static void
bell_opening_finalize (GObject *object)
{
  g_free (BELL_OPENING (object)->path);

  G_OBJECT_CLASS (bell_opening_parent_class)->finalize (object);
}

static void
bell_opening_class_init (BellOpeningClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bell_opening_dispose;
  object_class->finalize = bell_opening_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, BELL_TYPE_DESK);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-opening.ui");
  gtk_widget_class_bind_template_child (widget_class, BellOpening, stack);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, back);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, hotel);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, code);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, city);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, currency);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, zone);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, rooms);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, person);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, pin);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, pin_again);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, message);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, create);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, progress);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, failure);
  gtk_widget_class_bind_template_child (widget_class, BellOpening, restore);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, demo_cb);
  gtk_widget_class_bind_template_callback (widget_class, hotel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
}

static void
bell_opening_init (BellOpening *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bell_opening_new (const char *database,
                  gboolean    demo)
{
  BellOpening *self = g_object_new (BELL_TYPE_OPENING, NULL);

  self->demo = demo && database == NULL;
  self->path = database != NULL ? g_strdup (database) : usual_path (demo);
  return GTK_WIDGET (self);
}

/* Nothing is said here when it does not work: the widget tries again and shows why. */
BellDesk *
bell_opening_find (const char *database,
                   gboolean    demo)
{
  g_autoptr(BellClock) clock = bell_clock_new_system ();
  g_autofree char *path = database != NULL ? g_strdup (database) : usual_path (demo);
  g_autoptr(BellDesk) desk = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    desk = bell_desk_open (path, clock, FALSE, NULL);
  if (desk == NULL || !bell_desk_is_new (desk))
    return g_steal_pointer (&desk);
  bell_desk_close (desk);
  return NULL;
}

BellDesk *
bell_opening_try (BellOpening *self)
{
  g_autoptr(GError) error = NULL;
  BellDesk *desk;

  g_return_val_if_fail (BELL_IS_OPENING (self), NULL);

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      if (self->demo)
        make_demo (self);
      return NULL;
    }

  desk = open_desk (self, FALSE, &error);
  if (desk == NULL)
    {
      show_failure (self, error);
      return NULL;
    }
  if (bell_desk_is_new (desk))
    {
      /* Set-up was begun and not finished: it goes on in the same file. */
      g_set_object (&self->desk, desk);
      g_object_unref (desk);
      set_up_cb (self);
      return NULL;
    }
  return desk;
}
