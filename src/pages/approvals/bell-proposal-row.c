/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-date.h"
#include "bell-proposal-row.h"
#include "bell-status-pill.h"
#include "bell-submit.h"
#include "bell-ticker.h"
#include "bell-words.h"

struct _BellProposalRow
{
  AdwBin parent_instance;

  GtkOrientable *box;
  GtkLabel *title;
  GtkLabel *change;
  GtkLabel *reason;
  GtkLabel *caption;
  BellStatusPill *pill;
  GtkWidget *withdraw;
  GtkWidget *refuse;
  GtkWidget *approve;

  BellDesk *desk;
  BellApproval *item;
  gboolean in_record;
  gulong tick;
};

typedef enum
{
  PROP_DESK = 1,
  PROP_ITEM,
  PROP_IN_RECORD,
  PROP_STACKED,
} BellProposalRowProperty;

static GParamSpec *properties[PROP_STACKED + 1];

G_DEFINE_FINAL_TYPE (BellProposalRow, bell_proposal_row, ADW_TYPE_BIN)

static void
set_optional (GtkLabel   *label,
              const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
tell_since (BellProposalRow *self)
{
  BellApproval *approval = self->item;
  g_autofree char *span = NULL;

  if (approval->state == BELL_APPROVAL_STATE_OPEN)
    {
      span = bell_time_tell_span (MAX (0, bell_ticker_now (bell_ticker_get_default ()) - approval->proposed_at));
      /* Translators: a person and a length of time: "Proposed by Marta Silva, waits for 35 min" */
      return g_strdup_printf (_("Proposed by %s, waits for %s"), approval->proposed_name, span);
    }

  span = bell_words_time (self->desk, approval->proposed_at);
  /* Translators: a person and a time */
  return g_strdup_printf (_("Proposed by %s, %s"), approval->proposed_name, span);
}

/* Words that age. */
static void
update_caption (BellProposalRow *self)
{
  g_autofree char *since = NULL;
  g_autofree char *text = NULL;

  if (self->item == NULL || self->desk == NULL)
    return;

  since = tell_since (self);
  text = bell_words_join (self->in_record ? NULL : self->item->number, self->in_record ? NULL : self->item->room, since);
  if (!g_str_equal (text, gtk_label_get_text (self->caption)))
    gtk_label_set_text (self->caption, text);
}

static char *
tell_decision (BellProposalRow *self)
{
  BellApproval *approval = self->item;

  switch ((BellApprovalState) approval->state)
    {
    case BELL_APPROVAL_STATE_OPEN:
      /* Translators: a proposal that nobody has decided yet */
      return g_strdup (_("Waiting"));
    case BELL_APPROVAL_STATE_APPROVED:
      return g_strdup_printf (_("Approved by %s"), approval->decided_name);
    case BELL_APPROVAL_STATE_REJECTED:
      return g_strdup_printf (_("Refused by %s"), approval->decided_name);
    case BELL_APPROVAL_STATE_WITHDRAWN:
    default:
      /* Translators: a proposal that its author does not want any more */
      return g_strdup (_("Taken back"));
    }
}

static BellStatus
pill_status (BellApprovalState state)
{
  switch (state)
    {
    case BELL_APPROVAL_STATE_APPROVED:
      return BELL_STATUS_APPROVED;
    case BELL_APPROVAL_STATE_REJECTED:
      return BELL_STATUS_BLOCKED;
    case BELL_APPROVAL_STATE_WITHDRAWN:
      return BELL_STATUS_NEW;
    case BELL_APPROVAL_STATE_OPEN:
    default:
      return BELL_STATUS_PENDING;
    }
}

static void
update_buttons (BellProposalRow *self)
{
  gboolean open = self->item->state == BELL_APPROVAL_STATE_OPEN;
  gboolean mine = bell_desk_is_me (self->desk, &self->item->proposed_by);
  gboolean decides = open && !mine && bell_desk_may (self->desk, BELL_ACTION_APPROVE, self->item->kind) &&
                     bell_desk_sees (self->desk, self->item->class_);
  g_autofree char *decision = tell_decision (self);

  gtk_widget_set_visible (self->approve, decides);
  gtk_widget_set_visible (self->refuse, decides);
  gtk_widget_set_visible (self->withdraw, open && mine);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), !decides);
  bell_status_pill_set_status (self->pill, pill_status (self->item->state));
  bell_status_pill_set_text (self->pill, decision);
}

static void
name_button (GtkWidget  *button,
             const char *action,
             const char *what)
{
  /* Translators: what a button does to which proposal, read out: "Approve, Amount of Service recovery" */
  g_autofree char *label = g_strdup_printf (_("%s, %s"), action, what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update (BellProposalRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *change = NULL;
  g_autofree char *reason = NULL;
  const char *answer;

  if (self->item == NULL || self->desk == NULL)
    return;

  title = bell_words_proposal (self->desk, self->item);
  change = bell_words_change (self->desk, self->item);
  answer = self->item->decision_reason;
  reason = answer != NULL && *answer != '\0' && self->item->reason != NULL
           /* Translators: why something was proposed, and what was answered */
           ? g_strdup_printf (_("“%s” – “%s”"), self->item->reason, answer)
           : self->item->reason != NULL ? g_strdup_printf (_("“%s”"), self->item->reason) : NULL;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->change, change);
  set_optional (self->reason, reason);
  update_caption (self);
  update_buttons (self);
  name_button (self->approve, _("Approve"), title);
  name_button (self->refuse, _("Refuse"), title);
  name_button (self->withdraw, _("Take Back"), title);
}

static BellCommand *
command_for (BellProposalRow *self,
             const char      *verb)
{
  BellCommand *command = bell_command_new (verb, NULL);

  bell_command_set_id (command, "approval", bell_entity_get_id (BELL_ENTITY (self->item)));
  return command;
}

void
bell_proposal_row_approve (BellProposalRow *self)
{
  g_autoptr(BellCommand) command = NULL;

  g_return_if_fail (BELL_IS_PROPOSAL_ROW (self));

  if (self->item == NULL || !gtk_widget_get_visible (self->approve))
    return;

  command = command_for (self, "approval.decide");
  bell_command_set (command, "approve", "true");
  bell_submit (GTK_WIDGET (self), self->desk, command);
}

void
bell_proposal_row_refuse (BellProposalRow *self)
{
  g_autoptr(BellCommand) command = NULL;

  g_return_if_fail (BELL_IS_PROPOSAL_ROW (self));

  if (self->item == NULL)
    return;
  if (gtk_widget_get_visible (self->withdraw))
    {
      command = command_for (self, "approval.withdraw");
      bell_submit (GTK_WIDGET (self), self->desk, command);
      return;
    }
  if (!gtk_widget_get_visible (self->refuse))
    return;

  command = command_for (self, "approval.decide");
  bell_command_set (command, "approve", "false");
  bell_submit_with_reason (GTK_WIDGET (self), self->desk, command, _("Refuse the Proposal"),
                           gtk_label_get_text (self->change), _("_Refuse"));
}

char *
bell_proposal_row_dup_label (BellProposalRow *self)
{
  g_return_val_if_fail (BELL_IS_PROPOSAL_ROW (self), NULL);

  return bell_words_join (gtk_label_get_text (self->title), gtk_label_get_text (self->change),
                          gtk_label_get_text (self->caption));
}

static void
approve_cb (BellProposalRow *self)
{
  bell_proposal_row_approve (self);
}

static void
refuse_cb (BellProposalRow *self)
{
  bell_proposal_row_refuse (self);
}

static void
withdraw_cb (BellProposalRow *self)
{
  bell_proposal_row_refuse (self);
}

/* --- Object --- */

static void
bell_proposal_row_map (GtkWidget *widget)
{
  BellProposalRow *self = BELL_PROPOSAL_ROW (widget);
  BellTicker *ticker = bell_ticker_get_default ();

  GTK_WIDGET_CLASS (bell_proposal_row_parent_class)->map (widget);

  bell_ticker_hold (ticker);
  self->tick = g_signal_connect_swapped (ticker, "tick", G_CALLBACK (update_caption), self);
  update_caption (self);
}

static void
bell_proposal_row_unmap (GtkWidget *widget)
{
  BellProposalRow *self = BELL_PROPOSAL_ROW (widget);
  BellTicker *ticker = bell_ticker_get_default ();

  g_clear_signal_handler (&self->tick, ticker);
  bell_ticker_release (ticker);

  GTK_WIDGET_CLASS (bell_proposal_row_parent_class)->unmap (widget);
}

static void
bell_proposal_row_dispose (GObject *object)
{
  BellProposalRow *self = BELL_PROPOSAL_ROW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BELL_TYPE_PROPOSAL_ROW);
  g_clear_object (&self->desk);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (bell_proposal_row_parent_class)->dispose (object);
}

static void
bell_proposal_row_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  BellProposalRow *self = BELL_PROPOSAL_ROW (object);

  switch ((BellProposalRowProperty) property_id)
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
bell_proposal_row_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  BellProposalRow *self = BELL_PROPOSAL_ROW (object);

  switch ((BellProposalRowProperty) property_id)
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
bell_proposal_row_class_init (BellProposalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bell_proposal_row_dispose;
  object_class->get_property = bell_proposal_row_get_property;
  object_class->set_property = bell_proposal_row_set_property;
  widget_class->map = bell_proposal_row_map;
  widget_class->unmap = bell_proposal_row_unmap;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, BELL_TYPE_DESK, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, BELL_TYPE_APPROVAL, flags);
  properties[PROP_IN_RECORD] = g_param_spec_boolean ("in-record", NULL, NULL, FALSE, flags);
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BELL_TYPE_STATUS_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/deskbell/Deskbell/ui/bell-proposal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BellProposalRow, box);
  gtk_widget_class_bind_template_child (widget_class, BellProposalRow, title);
  gtk_widget_class_bind_template_child (widget_class, BellProposalRow, change);
  gtk_widget_class_bind_template_child (widget_class, BellProposalRow, reason);
  gtk_widget_class_bind_template_child (widget_class, BellProposalRow, caption);
  gtk_widget_class_bind_template_child (widget_class, BellProposalRow, pill);
  gtk_widget_class_bind_template_child (widget_class, BellProposalRow, withdraw);
  gtk_widget_class_bind_template_child (widget_class, BellProposalRow, refuse);
  gtk_widget_class_bind_template_child (widget_class, BellProposalRow, approve);
  gtk_widget_class_bind_template_callback (widget_class, approve_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_set_css_name (widget_class, "proposal");
}

static void
bell_proposal_row_init (BellProposalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
