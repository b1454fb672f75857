/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * bell_list_stack_follow:
 * @stack: with the children "list", "empty", "problem" and "loading"
 * @list: a list of the desk
 * @problem: gets the sentence when the list could not be read
 *
 * Shows the child of @stack that fits how @list stands, from now on until another list is followed.
 */
void bell_list_stack_follow (GtkStack      *stack,
                             GListModel    *list,
                             AdwStatusPage *problem);

G_END_DECLS
