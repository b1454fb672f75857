/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-chip.h"
#include "bell-exception-row.h"
#include "bell-money.h"
#include "bell-review-dialog.h"
#include "bell-words.h"

struct _BellExceptionRow
{
  AdwBin parent_instance;

  GtkOrientable *box;
  GtkLabel *title;
  GtkLabel *note;
  GtkLabel *decision;
  GtkLabel *caption;
  GtkLabel *amount;
  BellChip *impact;
  GtkWidget *review;

  BellDesk *desk;
  BellException *item;
  gboolean in_record;
};

typedef enum
{
  PROP_DESK = 1,
  PROP_ITEM,
  PROP_IN_RECORD,
  PROP_STACKED,
} BellExceptionRowProperty;

static GParamSpec *properties[PROP_STACKED + 1];

G_DEFINE_FINAL_TYPE (BellExceptionRow, bell_exception_row, ADW_TYPE_BIN)

static gboolean
is_open (BellExceptionRow *self)
{
  return self->item->state == BELL_REVIEW_STATE_OPEN;
}

static char *
tell_decision (BellExceptionRow *self)
{
  BellException *exception = self->item;

  if (is_open (self))
    return NULL;
  /* Translators: a person, what the person decided and the comment: "Paulo Matos: compensate – “Second failure”" */
  return g_strdup_printf (_("%s: %s – “%s”"), exception->reviewed_name != NULL ? exception->reviewed_name : "",
                          bell_decision_label (exception->decision), exception->comment != NULL ? exception->comment : "");
}

static char *
tell_caption (BellExceptionRow *self)
{
  BellException *exception = self->item;
  g_autofree char *when = bell_words_time (self->desk, exception->raised_at);
  /* Translators: a person and a time */
  g_autofree char *raised = g_strdup_printf (_("raised by %s, %s"), exception->raised_name, when);

  if (self->in_record)
    return bell_words_capital (raised);
  return bell_words_join (exception->room, exception->number, bell_words_workflow (self->desk, exception->workflow),
                          bell_words_department (self->desk, exception->department), raised);
}

static void
update_impact (BellExceptionRow *self)
{
  gboolean felt = is_open (self) && self->item->impact >= BELL_IMPACT_MEDIUM;

  bell_chip_set_text (self->impact, bell_impact_label (self->item->impact));
  bell_chip_set_problem (self->impact, felt ? _("The guest feels this") : NULL);
}

static void
update (BellExceptionRow *self)
{
  g_autofree char *decision = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *label = NULL;
  gboolean money;

  if (self->item == NULL || self->desk == NULL)
    return;

  decision = tell_decision (self);
  caption = tell_caption (self);
  money = self->item->minor != 0 && bell_desk_sees (self->desk, BELL_CLASS_MONEY);
  amount = money ? bell_money_format (self->item->minor, self->item->currency) : g_strdup ("");
  gtk_label_set_text (self->title, self->item->cause != NULL ? self->item->cause : "");
  gtk_label_set_text (self->note, self->item->note != NULL ? self->item->note : "");
  gtk_label_set_text (self->decision, decision != NULL ? decision : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decision), decision != NULL);
  gtk_label_set_text (self->caption, caption);
  gtk_label_set_text (self->amount, amount);
  gtk_widget_set_visible (GTK_WIDGET (self->amount), money);
  update_impact (self);

  gtk_widget_set_visible (self->review, is_open (self) && !bell_desk_is_me (self->desk, &self->item->raised_by) &&
                                        bell_desk_may (self->desk, BELL_ACTION_REVIEW, self->item->kind));
  /* Translators: what a button does to which exception, read out: "Review, Wrong room given" */
  label = g_strdup_printf (_("Review, %s"), gtk_label_get_text (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->review), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
bell_exception_row_review (BellExceptionRow *self)
{
  g_return_if_fail (BELL_IS_EXCEPTION_ROW (self));

  if (self->item != NULL && gtk_widget_get_visible (self->review))
    adw_dialog_present (bell_review_dialog_new (self->desk, self->item), GTK_WIDGET (self));
}

char *
bell_exception_row_dup_label (BellExceptionRow *self)
{
  g_return_val_if_fail (BELL_IS_EXCEPTION_ROW (self), NULL);

  return bell_words_join (gtk_label_get_text (self->title), gtk_label_get_text (self->note),
                          bell_chip_get_text (self->impact), gtk_label_get_text (self->caption));
}

static void
review_cb (BellExceptionRow *self)
{
  bell_exception_row_review (self);
}

static void
bell_exception_row_dispose (GObject *object)
{
  BellExceptionRow *self = BELL_EXCEPTION_ROW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_EXCEPTION_ROW);
  g_clear_object (&self->desk);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (bell_exception_row_parent_class)->dispose (object);
}

static void
bell_exception_row_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  BellExceptionRow *self = BELL_EXCEPTION_ROW (object);

  switch ((BellExceptionRowProperty) property_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_IN_RECORD:
      g_value_set_boolean (value, self->in_record);
      break;
    case PROP_STACKED:
      g_value_set_boolean (value, gtk_orientable_get_orientation (self->box) == GTK_ORIENTATION_VERTICAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_exception_row_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  BellExceptionRow *self = BELL_EXCEPTION_ROW (object);

  switch ((BellExceptionRowProperty) property_id)
    {
    case PROP_DESK:
      if (g_set_object (&self->desk, g_value_get_object (value)))
        update (self);
      break;
    case PROP_ITEM:
      if (g_set_object (&self->item, g_value_get_object (value)))
        update (self);
      break;
    case PROP_IN_RECORD:
      self->in_record = g_value_get_boolean (value);
      update (self);
      break;
    case PROP_STACKED:
      gtk_orientable_set_orientation (self->box, g_value_get_boolean (value) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_exception_row_class_init (BellExceptionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_exception_row_dispose;
  object_class->get_property = bell_exception_row_get_property;
  object_class->set_property = bell_exception_row_set_property;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BELL_TYPE_DESK, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, BELL_TYPE_EXCEPTION, flags);
  properties[PROP_IN_RECORD] = g_param_spec_boolean ("in-record", NULL, NULL, FALSE, flags);
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BELL_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-exception-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BellExceptionRow, box);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionRow, title);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionRow, note);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionRow, decision);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionRow, caption);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionRow, amount);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionRow, impact);
  gtk_widget_class_bind_template_child (widget_class, BellExceptionRow, review);
  gtk_widget_class_bind_template_callback (widget_class, review_cb);
  gtk_widget_class_set_css_name (widget_class, "exception");
}

static void
bell_exception_row_init (BellExceptionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
