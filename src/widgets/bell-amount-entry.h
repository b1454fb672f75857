/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BELL_TYPE_AMOUNT_ENTRY (bell_amount_entry_get_type ())
G_DECLARE_FINAL_TYPE (BellAmountEntry, bell_amount_entry, BELL, AMOUNT_ENTRY, GtkWidget)

/**
 * BellAmountEntry:
 *
 * An amount of money, typed in the person's way and held in minor units.
 *
 * Properties: currency (ISO 4217); minor; valid (read-only), FALSE while the
 * text is empty or is no amount. Signals: ::changed, whenever the text or the
 * currency did, also from one wrong text to another; ::activate, when Enter is pressed.
 *
 * CSS: a node amount with an entry in it, class error while the text is wrong.
 * Accessibility: role group; the entry is labelled by whatever labels the widget, and is told invalid.
 */
GtkWidget  *bell_amount_entry_new          (const char      *currency);

const char *bell_amount_entry_get_currency (BellAmountEntry *self);
void        bell_amount_entry_set_currency (BellAmountEntry *self,
                                            const char      *currency);

gint64      bell_amount_entry_get_minor    (BellAmountEntry *self);
void        bell_amount_entry_set_minor    (BellAmountEntry *self,
                                            gint64           minor);

/* Empties it: no amount, which is not the same as nought. */
void        bell_amount_entry_clear        (BellAmountEntry *self);

gboolean    bell_amount_entry_get_valid    (BellAmountEntry *self);
gboolean    bell_amount_entry_is_empty     (BellAmountEntry *self);

/* The name by which it is read out. */
void        bell_amount_entry_set_label    (BellAmountEntry *self,
                                            const char      *label);

G_END_DECLS
