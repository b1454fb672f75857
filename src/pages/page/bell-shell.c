/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-shell.h"

G_DEFINE_INTERFACE (BellShell, bell_shell, GTK_TYPE_WIDGET)

static void
bell_shell_default_init (BellShellInterface *iface)
{
}

BellShell *
bell_shell_of (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return BELL_SHELL (gtk_widget_get_ancestor (widget, BELL_TYPE_SHELL));
}

void
bell_shell_go (BellShell  *self,
               const char *page)
{
  g_return_if_fail (BELL_IS_SHELL (self));
  g_return_if_fail (page != NULL);

  BELL_SHELL_GET_IFACE (self)->go (self, page);
}

void
bell_shell_open (BellShell  *self,
                 const char *kind,
                 const char *id)
{
  g_return_if_fail (BELL_IS_SHELL (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (id != NULL);

  BELL_SHELL_GET_IFACE (self)->open (self, kind, id);
}

void
bell_shell_open_id (BellShell    *self,
                    const char   *kind,
                    const BellId *id)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BELL_IS_SHELL (self));
  g_return_if_fail (id != NULL);

  text = bell_id_to_string (id);
  bell_shell_open (self, kind, text);
}

gboolean
bell_shell_can_open (BellShell  *self,
                     const char *kind)
{
  g_return_val_if_fail (BELL_IS_SHELL (self), FALSE);

  return kind != NULL && BELL_SHELL_GET_IFACE (self)->can_open (self, kind);
}

void
bell_shell_add_toast (BellShell *self,
                      AdwToast  *toast)
{
  g_return_if_fail (BELL_IS_SHELL (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  BELL_SHELL_GET_IFACE (self)->add_toast (self, toast);
}

void
bell_shell_say (BellShell  *self,
                const char *sentence)
{
  g_return_if_fail (BELL_IS_SHELL (self));
  g_return_if_fail (sentence != NULL);

  /* A sentence may hold what a guest said; it is text, not markup. */
  bell_shell_add_toast (self, g_object_new (ADW_TYPE_TOAST, "title", sentence, "use-markup", FALSE, NULL));
}
