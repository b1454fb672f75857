/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk.h"

G_BEGIN_DECLS

#define BELL_TYPE_SHELL (bell_shell_get_type ())
G_DECLARE_INTERFACE (BellShell, bell_shell, BELL, SHELL, GtkWidget)

/**
 * BellShellInterface:
 * @go: shows a page of the sidebar
 * @open: shows what was found: a record, a stay, a guest
 * @can_open: whether there is a page for that kind of thing
 * @add_toast: says what happened; takes the toast
 *
 * What a page may ask of the window around it. The window implements it; pages
 * know no more of the window than this.
 */
struct _BellShellInterface
{
  GTypeInterface parent_iface;

  void     (*go)        (BellShell  *self,
                         const char *page);
  void     (*open)      (BellShell  *self,
                         const char *kind,
                         const char *id);
  gboolean (*can_open)  (BellShell  *self,
                         const char *kind);
  void     (*add_toast) (BellShell  *self,
                         AdwToast   *toast);
};

/* The shell around @widget; NULL while it is in no window. */
BellShell *bell_shell_of         (GtkWidget    *widget);

/* @page: id of a page in the table of bell-pages.c, "workflow:ID" for a workflow's. */
void       bell_shell_go         (BellShell    *self,
                                  const char   *page);

/* @kind: "record", "stay" or "guest"; @id: its id as text, for a record also its number. */
void       bell_shell_open       (BellShell    *self,
                                  const char   *kind,
                                  const char   *id);
void       bell_shell_open_id    (BellShell    *self,
                                  const char   *kind,
                                  const BellId *id);
gboolean   bell_shell_can_open   (BellShell    *self,
                                  const char   *kind);

/* @toast: (transfer full) */
void       bell_shell_add_toast  (BellShell    *self,
                                  AdwToast     *toast);

/* A toast with a sentence. */
void       bell_shell_say        (BellShell    *self,
                                  const char   *sentence);

G_END_DECLS
