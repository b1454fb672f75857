/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-text-row.h"

struct _BellTextRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  char *text;
};

typedef enum
{
  PROP_TEXT = 1,
} BellTextRowProperty;

static GParamSpec *properties[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (BellTextRow, bell_text_row, ADW_TYPE_PREFERENCES_ROW)

static void
changed_cb (BellTextRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (self->text);
  self->text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static gboolean
bell_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BELL_TEXT_ROW (widget)->view));
}

static void
bell_text_row_finalize (GObject *object)
{
  g_free (BELL_TEXT_ROW (object)->text);

  G_OBJECT_CLASS (bell_text_row_parent_class)->finalize (object);
}

static void
bell_text_row_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((BellTextRowProperty) property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, bell_text_row_get_text (BELL_TEXT_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_text_row_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((BellTextRowProperty) property_id)
    {
    case PROP_TEXT:
      bell_text_row_set_text (BELL_TEXT_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_text_row_class_init (BellTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = bell_text_row_finalize;
  object_class->get_property = bell_text_row_get_property;
  object_class->set_property = bell_text_row_set_property;
  widget_class->grab_focus = bell_text_row_grab_focus;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bell_text_row_init (BellTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *scrolled;

  self->text = g_strdup ("");
  self->view = GTK_TEXT_VIEW (g_object_new (GTK_TYPE_TEXT_VIEW,
                                            "wrap-mode", GTK_WRAP_WORD_CHAR,
                                            "accepts-tab", FALSE,
                                            NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "inline");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dimmed");
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);

  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                           "child", self->view,
                           "hscrollbar-policy", GTK_POLICY_NEVER,
                           "min-content-height", 66,
                           "max-content-height", 180,
                           "propagate-natural-height", TRUE,
                           NULL);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (box, "text-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bell_text_row_new (const char *title)
{
  return g_object_new (BELL_TYPE_TEXT_ROW, "title", title, NULL);
}

const char *
bell_text_row_get_text (BellTextRow *self)
{
  g_return_val_if_fail (BELL_IS_TEXT_ROW (self), NULL);

  return self->text;
}

void
bell_text_row_set_text (BellTextRow *self,
                        const char  *text)
{
  g_return_if_fail (BELL_IS_TEXT_ROW (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text != NULL ? text : "", -1);
}

void
bell_text_row_set_editable (BellTextRow *self,
                            gboolean     editable)
{
  g_return_if_fail (BELL_IS_TEXT_ROW (self));

  gtk_text_view_set_editable (self->view, editable);
}
