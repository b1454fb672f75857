/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-id.h"

G_BEGIN_DECLS

/**
 * BellRevealed:
 *
 * The guests that the person at the desk has revealed since signing in, each with
 * a reason in the journal. The lists' readers on other threads share it with the desk.
 */
typedef struct _BellRevealed BellRevealed;

BellRevealed *bell_revealed_new   (void);
BellRevealed *bell_revealed_ref   (BellRevealed *self);
void          bell_revealed_unref (BellRevealed *self);
void          bell_revealed_add   (BellRevealed *self,
                                   const BellId *guest);
gboolean      bell_revealed_has   (BellRevealed *self,
                                   const BellId *guest);
void          bell_revealed_clear (BellRevealed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BellRevealed, bell_revealed_unref)

G_END_DECLS
