/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-due-label.h"
#include "bell-submit.h"
#include "bell-work-row.h"

struct _BellWorkRow
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkBox *side;
  BellDueLabel *due;
  GtkButton *button;

  BellDesk *desk;
  BellEntity *item;
  gboolean watched;
  gboolean narrow;
};

typedef enum
{
  PROP_DESK = 1,
  PROP_ITEM,
  PROP_WATCHED,
  PROP_NARROW,
} BellWorkRowProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (BellWorkRow, bell_work_row, GTK_TYPE_WIDGET)

/* The next actions of the rules with the words of their button. Those that need a look at the values open the record. */
static const struct
{
  const char *code;
  const char *button;
} actions[] = {
  { "own", N_("Hand Over") },
  { "unblock", N_("Unblock") },
  { "decide", N_("Decide") },
  { "review", N_("Review") },
  { "mismatch", N_("Compare") },
  { "check", N_("Check") },
  { "fill", N_("Fill In") },
  /* Translators: button that finishes a task */
  { "task", N_("Finish") },
  /* Translators: button for the work that a role was alerted to */
  { "alerted", N_("Answer") },
  { "close", N_("Close") },
};

static const char *
button_words (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].code, code) == 0)
      return _(actions[i].button);
  return _("Open");
}

static char *
join_parts (const char *first,
            ...) G_GNUC_NULL_TERMINATED;

/* The parts that there are, with dots between. A missing part is "". */
static char *
join_parts (const char *first,
            ...)
{
  GString *text = g_string_new (NULL);
  va_list args;

  va_start (args, first);
  for (const char *part = first; part != NULL; part = va_arg (args, const char *))
    if (*part != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  va_end (args);
  return g_string_free_and_steal (text);
}

#define OR_EMPTY(text) ((text) != NULL ? (text) : "")

static const char *
workflow_name (BellWorkRow *self,
               const char  *id)
{
  const BellWorkflow *workflow = NULL;

  if (self->desk != NULL)
    workflow = bell_definitions_workflow (bell_desk_get_definitions (self->desk), id);
  return workflow != NULL ? workflow->name : OR_EMPTY (id);
}

/* The sentences of the rules begin in lower case, to be put after "Next:"; here they stand alone. */
static char *
capitalise (const char *sentence)
{
  const char *rest = g_utf8_next_char (sentence);
  g_autofree char *first = g_utf8_strup (sentence, rest - sentence);

  return g_strconcat (first, rest, NULL);
}

static void
show_record (BellWorkRow *self,
             BellRecord  *record)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (record->next_text != NULL && *record->next_text != '\0')
    {
      g_autofree char *what = capitalise (record->next_text);

      /* Translators: what is to be done, and on which record: "Check the guest request: Extra towels" */
      title = g_strdup_printf (_("%s: %s"), what, OR_EMPTY (record->title));
    }
  else
    title = g_strdup (OR_EMPTY (record->title));
  subtitle = join_parts (OR_EMPTY (record->room), OR_EMPTY (record->number), workflow_name (self, record->workflow),
                         self->watched ? OR_EMPTY (record->owner_name) : "", NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  bell_due_label_set_paused_at (self->due, record->blocked_at);
  bell_due_label_set_due (self->due, record->next_due);
  gtk_widget_set_visible (GTK_WIDGET (self->due), record->next_due != 0 || record->blocked_at != 0);
  gtk_button_set_label (self->button, self->watched ? _("Open") : button_words (record->next_code));
}

static const char *
alert_icon (BellAlertCause cause)
{
  switch (cause)
    {
    case BELL_ALERT_CAUSE_WARNING:
    case BELL_ALERT_CAUSE_DELAY:
    case BELL_ALERT_CAUSE_ESCALATION:
      return "alarm-symbolic";
    case BELL_ALERT_CAUSE_MISMATCH:
    case BELL_ALERT_CAUSE_EXCEPTION:
      return "dialog-warning-symbolic";
    case BELL_ALERT_CAUSE_APPROVAL:
      return "bell-approvals-symbolic";
    case BELL_ALERT_CAUSE_LOW_SCORE:
      return "face-sad-symbolic";
    case BELL_ALERT_CAUSE_ASSIGNMENT:
    default:
      return "bell-ring-symbolic";
    }
}

static void
show_alert (BellWorkRow *self,
            BellAlert   *alert)
{
  g_autofree char *subtitle = NULL;

  subtitle = join_parts (bell_alert_cause_label (alert->cause), OR_EMPTY (alert->room), OR_EMPTY (alert->number),
                         workflow_name (self, alert->workflow), NULL);

  gtk_image_set_from_icon_name (self->icon, alert_icon (alert->cause));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
  gtk_label_set_text (self->title, OR_EMPTY (alert->text));
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->due), FALSE);
  /* Translators: button that says that a person has read an alert */
  gtk_button_set_label (self->button, _("Seen"));
}

static void
update (BellWorkRow *self)
{
  g_autofree char *action = NULL;

  if (BELL_IS_RECORD (self->item))
    show_record (self, BELL_RECORD (self->item));
  else if (BELL_IS_ALERT (self->item))
    show_alert (self, BELL_ALERT (self->item));
  else
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_text (self->subtitle),
                                  -1);
  /* Translators: what a button does to which work, read out: "Check, Check the guest request: Extra towels" */
  action = g_strdup_printf (_("%s, %s"), gtk_button_get_label (self->button), gtk_label_get_text (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
}

static void
move_record (BellWorkRow *self,
             const char  *to)
{
  g_autoptr(BellCommand) command = bell_command_new ("record.status", "to", to, NULL);

  bell_command_set_id (command, "record", bell_entity_get_id (self->item));
  bell_submit (GTK_WIDGET (self), self->desk, command);
}

static void
open_record (BellWorkRow  *self,
             const BellId *record)
{
  BellShell *shell = bell_shell_of (GTK_WIDGET (self));

  if (shell != NULL && bell_shell_can_open (shell, "record"))
    bell_shell_open_id (shell, "record", record);
}

static BellTask *
only_open_task (BellDossier *dossier)
{
  BellTask *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->tasks)); i++)
    {
      g_autoptr(BellTask) task = g_list_model_get_item (G_LIST_MODEL (dossier->tasks), i);

      if (task->status == BELL_STATUS_COMPLETE)
        continue;
      if (found != NULL)
        return NULL;
      found = task;
    }
  return found;
}

static void
dossier_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(BellWorkRow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellDossier) dossier = NULL;
  g_autoptr(BellCommand) command = NULL;
  BellTask *task;

  dossier = bell_desk_open_record_finish (BELL_DESK (object), result, &error);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (dossier == NULL)
    {
      bell_show_error (GTK_WIDGET (self), error, NULL);
      return;
    }

  task = only_open_task (dossier);
  if (task == NULL)
    {
      open_record (self, bell_entity_get_id (BELL_ENTITY (dossier->record)));
      return;
    }
  command = bell_command_new ("task.move", "to", "complete", NULL);
  bell_command_set_id (command, "task", bell_entity_get_id (BELL_ENTITY (task)));
  bell_submit (GTK_WIDGET (self), self->desk, command);
}

/* A record's only open task is finished here; among several the person chooses on the record. */
static void
finish_task (BellWorkRow *self)
{
  g_autofree char *id = bell_id_to_string (bell_entity_get_id (self->item));

  bell_desk_open_record_async (self->desk, id, NULL, dossier_cb, g_object_ref (self));
}

void
bell_work_row_act (BellWorkRow *self)
{
  const char *code;

  g_return_if_fail (BELL_IS_WORK_ROW (self));

  if (BELL_IS_ALERT (self->item))
    {
      g_autoptr(BellCommand) command = bell_command_new ("alert.seen", NULL);

      bell_command_set_id (command, "alert", bell_entity_get_id (self->item));
      bell_submit (GTK_WIDGET (self), self->desk, command);
      return;
    }
  if (!BELL_IS_RECORD (self->item))
    return;

  code = self->watched ? NULL : BELL_RECORD (self->item)->next_code;
  if (g_strcmp0 (code, "close") == 0)
    move_record (self, "complete");
  else if (g_strcmp0 (code, "unblock") == 0)
    move_record (self, "pending");
  else if (g_strcmp0 (code, "task") == 0)
    finish_task (self);
  else
    open_record (self, bell_entity_get_id (self->item));
}

static void
clicked_cb (BellWorkRow *self)
{
  bell_work_row_act (self);
}

/* Narrow, the promise stands above the button that keeps it. */
static void
set_narrow (BellWorkRow *self,
            gboolean     narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->side),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->side, narrow ? 4 : 12);
  gtk_widget_set_halign (GTK_WIDGET (self->due), narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  gtk_label_set_lines (self->title, narrow ? 3 : 2);
}

static void
bell_work_row_dispose (GObject *object)
{
  BellWorkRow *self = BELL_WORK_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->desk);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_WORK_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bell_work_row_parent_class)->dispose (object);
}

static void
bell_work_row_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BellWorkRow *self = BELL_WORK_ROW (object);

  switch ((BellWorkRowProperty) property_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_WATCHED:
      g_value_set_boolean (value, self->watched);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_work_row_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  BellWorkRow *self = BELL_WORK_ROW (object);

  switch ((BellWorkRowProperty) property_id)
    {
    case PROP_DESK:
      if (g_set_object (&self->desk, g_value_get_object (value)))
        update (self);
      break;
    case PROP_ITEM:
      if (g_set_object (&self->item, g_value_get_object (value)))
        update (self);
      break;
    case PROP_WATCHED:
      self->watched = g_value_get_boolean (value);
      update (self);
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_work_row_class_init (BellWorkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_work_row_dispose;
  object_class->get_property = bell_work_row_get_property;
  object_class->set_property = bell_work_row_set_property;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BELL_TYPE_DESK, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, BELL_TYPE_ENTITY, flags);
  properties[PROP_WATCHED] = g_param_spec_boolean ("watched", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BELL_TYPE_DUE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-work-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BellWorkRow, icon);
  gtk_widget_class_bind_template_child (widget_class, BellWorkRow, title);
  gtk_widget_class_bind_template_child (widget_class, BellWorkRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BellWorkRow, side);
  gtk_widget_class_bind_template_child (widget_class, BellWorkRow, due);
  gtk_widget_class_bind_template_child (widget_class, BellWorkRow, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "workrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bell_work_row_init (BellWorkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
bell_work_row_dup_label (BellWorkRow *self)
{
  g_return_val_if_fail (BELL_IS_WORK_ROW (self), NULL);

  return join_parts (gtk_label_get_text (self->title), gtk_label_get_text (self->subtitle), NULL);
}

BellEntity *
bell_work_row_get_item (BellWorkRow *self)
{
  g_return_val_if_fail (BELL_IS_WORK_ROW (self), NULL);

  return self->item;
}
