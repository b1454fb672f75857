/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk-record.h"

G_BEGIN_DECLS

/* The parts of which the inputs of fields are made. */

/* The label, with a mark when the field is compulsory. (transfer full) */
char      *bell_field_title              (const BellFieldDef *field);

/* Help, unit, what is allowed, and a change that waits for approval; NULL for nothing. (transfer full) */
char      *bell_field_help               (BellDesk           *desk,
                                          BellDossier        *dossier,
                                          const BellFieldDef *field);

/* Whether the values of a text field are a list that the definitions name with labels. */
gboolean   bell_field_is_listed          (const BellFieldDef *field);

/* The ids of what can be chosen, their words appended to @labels; "" first where nothing may be chosen. (transfer full) */
GPtrArray *bell_field_options            (BellDesk           *desk,
                                          const BellFieldDef *field,
                                          GtkStringList      *labels);

/* A button at the end of the row that opens a calendar and writes the day; @keep_time leaves what stands after it. */
void       bell_field_add_calendar       (AdwEntryRow        *row,
                                          gboolean            keep_time,
                                          GTimeZone          *zone,
                                          gint64              now);

/* Shows the lowest value of a spin row as a dash: nothing. */
void       bell_field_let_be_empty       (AdwSpinRow         *row);

/* An entry row for an amount with its currency at the end. @amount is nullable. */
GtkWidget *bell_amount_row_new           (const char         *title,
                                          const char         *amount,
                                          const char         *currency);
GtkWidget *bell_amount_row_get_drop_down (GtkWidget          *row);

/* The currency chosen; NULL when none. */
const char *bell_amount_row_get_currency (GtkWidget          *row);

G_END_DECLS
