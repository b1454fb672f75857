/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-page.h"

typedef struct
{
  AdwToolbarView *view;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  BellDesk *desk;
  char *subtitle;
} BellPagePrivate;

typedef enum
{
  PROP_DESK = 1,
  PROP_SUBTITLE,
} BellPageProperty;

static GParamSpec *properties[PROP_SUBTITLE + 1];
static GtkBuildableIface *parent_buildable;

static void bell_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (BellPage, bell_page, ADW_TYPE_NAVIGATION_PAGE,
                                  G_ADD_PRIVATE (BellPage)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, bell_page_buildable_init))

static void
bell_page_add_child (GtkBuildable *buildable,
                     GtkBuilder   *builder,
                     GObject      *child,
                     const char   *type)
{
  BellPagePrivate *priv = bell_page_get_instance_private (BELL_PAGE (buildable));

  if (!GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (priv->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (priv->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "title") == 0)
    adw_header_bar_set_title_widget (priv->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "top") == 0)
    adw_toolbar_view_add_top_bar (priv->view, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "bottom") == 0)
    adw_toolbar_view_add_bottom_bar (priv->view, GTK_WIDGET (child));
  else
    adw_toolbar_view_set_content (priv->view, GTK_WIDGET (child));
}

static void
bell_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = bell_page_add_child;
}

static void
bell_page_finalize (GObject *object)
{
  BellPagePrivate *priv = bell_page_get_instance_private (BELL_PAGE (object));

  g_clear_object (&priv->desk);
  g_free (priv->subtitle);

  G_OBJECT_CLASS (bell_page_parent_class)->finalize (object);
}

static void
bell_page_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BellPagePrivate *priv = bell_page_get_instance_private (BELL_PAGE (object));

  switch ((BellPageProperty) property_id)
    {
    case PROP_DESK:
      g_value_set_object (value, priv->desk);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bell_page_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  BellPage *self = BELL_PAGE (object);
  BellPagePrivate *priv = bell_page_get_instance_private (self);

  switch ((BellPageProperty) property_id)
    {
    case PROP_DESK:
      priv->desk = g_value_dup_object (value);
      break;
    case PROP_SUBTITLE:
      bell_page_set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
bell_page_real_activate_search (BellPage *self)
{
  return FALSE;
}

static gboolean
bell_page_real_activate_entry (BellPage *self)
{
  return FALSE;
}

static void
bell_page_real_refresh (BellPage *self)
{
}

static void
bell_page_class_init (BellPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bell_page_finalize;
  object_class->get_property = bell_page_get_property;
  object_class->set_property = bell_page_set_property;
  klass->activate_search = bell_page_real_activate_search;
  klass->activate_entry = bell_page_real_activate_entry;
  klass->refresh = bell_page_real_refresh;

  properties[PROP_DESK] =
    g_param_spec_object ("desk", NULL, NULL, BELL_TYPE_DESK,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bell_page_init (BellPage *self)
{
  BellPagePrivate *priv = bell_page_get_instance_private (self);

  priv->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  g_object_bind_property (self, "title", priv->title, "title", G_BINDING_SYNC_CREATE);

  priv->header = ADW_HEADER_BAR (adw_header_bar_new ());
  adw_header_bar_set_title_widget (priv->header, GTK_WIDGET (priv->title));

  priv->view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  adw_toolbar_view_add_top_bar (priv->view, GTK_WIDGET (priv->header));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (priv->view));
}

BellDesk *
bell_page_get_desk (BellPage *self)
{
  BellPagePrivate *priv = bell_page_get_instance_private (self);

  g_return_val_if_fail (BELL_IS_PAGE (self), NULL);

  return priv->desk;
}

const char *
bell_page_get_subtitle (BellPage *self)
{
  BellPagePrivate *priv = bell_page_get_instance_private (self);

  g_return_val_if_fail (BELL_IS_PAGE (self), NULL);

  return priv->subtitle;
}

void
bell_page_set_subtitle (BellPage   *self,
                        const char *subtitle)
{
  BellPagePrivate *priv = bell_page_get_instance_private (self);

  g_return_if_fail (BELL_IS_PAGE (self));

  if (!g_set_str (&priv->subtitle, subtitle))
    return;

  adw_window_title_set_subtitle (priv->title, subtitle != NULL ? subtitle : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

gboolean
bell_page_activate_search (BellPage *self)
{
  g_return_val_if_fail (BELL_IS_PAGE (self), FALSE);

  return BELL_PAGE_GET_CLASS (self)->activate_search (self);
}

gboolean
bell_page_activate_entry (BellPage *self)
{
  g_return_val_if_fail (BELL_IS_PAGE (self), FALSE);

  return BELL_PAGE_GET_CLASS (self)->activate_entry (self);
}

void
bell_page_refresh (BellPage *self)
{
  g_return_if_fail (BELL_IS_PAGE (self));

  BELL_PAGE_GET_CLASS (self)->refresh (self);
}
