/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-error.h"
#include "bell-file-date.h"

#include <glib/gi18n.h>

/*
 * Every value rules out the orders in which it is no date. One order left is the answer; none left is a
 * contradiction between two lines; several left are only harmless when no value reads differently in them.
 */

static const BellDateOrder orders[] = { BELL_DATE_ORDER_DMY, BELL_DATE_ORDER_MDY, BELL_DATE_ORDER_YMD };

#define N_ORDERS G_N_ELEMENTS (orders)
#define ALL_ORDERS ((1u << N_ORDERS) - 1)

typedef struct
{
  guint64 line;
  char *text;
} Witness;

struct _BellDateEvidence
{
  BellDateFormat format;
  guint possible;
  Witness against[N_ORDERS];
  Witness differs[N_ORDERS][N_ORDERS];
  Witness contradiction;
  guint contradicted;
};

static void
witness_set (Witness    *self,
             const char *text,
             guint64     line)
{
  if (self->text != NULL)
    return;

  self->text = g_strdup (text);
  self->line = line;
}

BellDateEvidence *
bell_date_evidence_new (const BellDateFormat *format)
{
  BellDateEvidence *self;

  g_return_val_if_fail (format != NULL, NULL);

  self = g_new0 (BellDateEvidence, 1);
  self->format = *format;
  self->possible = ALL_ORDERS;

  return self;
}

void
bell_date_evidence_free (BellDateEvidence *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_ORDERS; i++)
    {
      g_free (self->against[i].text);
      for (guint j = 0; j < N_ORDERS; j++)
        g_free (self->differs[i][j].text);
    }
  g_free (self->contradiction.text);
  g_free (self);
}

static void
note_differences (BellDateEvidence *self,
                  const GDate      *dates,
                  guint             valid,
                  const char       *text,
                  guint64           line)
{
  for (guint i = 0; i < N_ORDERS; i++)
    for (guint j = i + 1; j < N_ORDERS; j++)
      if ((valid & (1u << i)) && (valid & (1u << j)) && g_date_compare (&dates[i], &dates[j]) != 0)
        witness_set (&self->differs[i][j], text, line);
}

void
bell_date_evidence_add (BellDateEvidence *self,
                        const char       *text,
                        guint64           line)
{
  GDate dates[N_ORDERS];
  guint valid = 0;

  g_return_if_fail (self != NULL && text != NULL);

  if (self->contradiction.text != NULL)
    return;

  for (guint i = 0; i < N_ORDERS; i++)
    {
      BellDateFormat format = self->format;
      const char *sentence;
      const char *remedy;

      format.order = orders[i];
      g_date_clear (&dates[i], 1);
      if (bell_file_date_parse (text, &format, &dates[i], &sentence, &remedy))
        valid |= 1u << i;
    }

  /* No date in any order: the row will be refused for it, the order is not its matter. */
  if (valid == 0)
    return;

  note_differences (self, dates, valid, text, line);

  if ((self->possible & valid) == 0)
    {
      witness_set (&self->contradiction, text, line);
      self->contradicted = valid;
      return;
    }

  self->possible &= valid;
  for (guint i = 0; i < N_ORDERS; i++)
    if (!(valid & (1u << i)))
      witness_set (&self->against[i], text, line);
}

BellDateOrder
bell_date_evidence_settle (BellDateEvidence  *self,
                           char             **example,
                           GError           **error)
{
  g_return_val_if_fail (self != NULL, BELL_DATE_ORDER_AUTO);

  if (self->contradiction.text != NULL)
    {
      const Witness *other = &self->against[g_bit_nth_lsf (self->contradicted, -1)];

      bell_error_set (error, BELL_ERROR_INPUT,
                      _("Say in the mapping which order the dates have; the rows that do not fit are then told."),
                      _("Line %lu has the date “%s” and line %lu has “%s”: no order of day and month fits both."),
                      (gulong) other->line, other->text, (gulong) self->contradiction.line, self->contradiction.text);
      return BELL_DATE_ORDER_AUTO;
    }

  for (guint i = 0; i < N_ORDERS; i++)
    {
      for (guint j = i + 1; j < N_ORDERS; j++)
        {
          const Witness *open = &self->differs[i][j];

          if (open->text == NULL || !(self->possible & (1u << i)) || !(self->possible & (1u << j)))
            continue;

          if (example != NULL)
            *example = g_strdup (open->text);
          bell_error_set (error, BELL_ERROR_AMBIGUOUS,
                          _("Say which order the dates of this file have: day first, month first or year first."),
                          _("Line %lu has the date “%s”, and nothing in the file tells the day from the month."),
                          (gulong) open->line, open->text);
          return BELL_DATE_ORDER_AUTO;
        }
    }

  return orders[g_bit_nth_lsf (self->possible, -1)];
}
