/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-csv-writer.h"
#include "bell-stay-plan.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#define MAX_CONFIRMATION 64
#define MAX_EMAIL 254
#define MAX_LINE 1000
#define MAX_TEXT 20000
#define MAX_COUNT 999

static gboolean
is_plain_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guint8) *text < 0x20 || (guint8) *text > 0x7E)
      return FALSE;

  return TRUE;
}

/* Blanks of any kind become one blank, or one line end when they held one and lines are wanted. */
static void
append_gap (GString  *kept,
            gboolean  gap,
            guint     n_lines)
{
  if (kept->len == 0 || !gap)
    return;

  if (n_lines == 0)
    g_string_append_c (kept, ' ');
  else
    g_string_append (kept, n_lines > 1 ? "\n\n" : "\n");
}

char *
bell_stay_clean_cell (const char *cell,
                      gboolean    many_lines)
{
  g_autofree char *normal = NULL;
  GString *kept;
  gboolean gap = FALSE;
  guint n_lines = 0;

  g_return_val_if_fail (cell != NULL, NULL);

  cell = bell_csv_unguard (cell);
  if (is_plain_ascii (cell) && strstr (cell, "  ") == NULL)
    return g_strstrip (g_strdup (cell));

  normal = g_utf8_normalize (cell, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  kept = g_string_new (NULL);
  for (const char *p = normal != NULL ? normal : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          gap = TRUE;
          n_lines += many_lines && (c == '\n' || (c == '\r' && p[1] != '\n'));
        }
      else if (!g_unichar_iscntrl (c) && c != 0xFEFF)
        {
          append_gap (kept, gap, n_lines);
          g_string_append_unichar (kept, c);
          gap = FALSE;
          n_lines = 0;
        }
    }

  return g_string_free (kept, FALSE);
}

/* Something, an @, and a name with a point in the middle: enough to find a slip, not to judge mail servers. */
static gboolean
is_email (const char *text)
{
  const char *at = strchr (text, '@');
  const char *point = at != NULL ? strrchr (at, '.') : NULL;

  if (at == NULL || at == text || strchr (at + 1, '@') != NULL || strlen (text) > MAX_EMAIL)
    return FALSE;
  if (point == NULL || point == at + 1 || point[1] == '\0' || strstr (at, "..") != NULL || at[1] == '.')
    return FALSE;

  return strpbrk (text, " ,;:<>()[]\\\"") == NULL;
}

/* "2" and "2.0", as statistics programs write it, become "2". */
static gboolean
make_count (char **value)
{
  gsize n_digits = strspn (*value, "0123456789");
  const char *rest = *value + n_digits;
  gulong count;

  if (n_digits == 0 || n_digits > 9)
    return FALSE;
  if (*rest == '.')
    rest += 1 + strspn (rest + 1, "0");
  if (*rest != '\0')
    return FALSE;

  count = strtoul (*value, NULL, 10);
  if (count > MAX_COUNT)
    return FALSE;

  g_free (*value);
  *value = g_strdup_printf ("%lu", count);

  return TRUE;
}

static gboolean
make_status (char **value)
{
  char *status = g_utf8_strdown (*value, -1);

  g_strdelimit (status, " _", '-');
  g_free (*value);
  *value = status;

  return bell_stay_status_is_known (status);
}

static gboolean
check_length (const char  *value,
              glong        max,
              const char **sentence,
              const char **remedy)
{
  *sentence = _("This text is too long.");
  *remedy = _("Shorten it.");

  return g_utf8_strlen (value, -1) <= max;
}

gboolean
bell_stay_check_value (BellStayField   field,
                       char          **value,
                       const char    **sentence,
                       const char    **remedy)
{
  g_return_val_if_fail (value != NULL && *value != NULL, FALSE);
  g_return_val_if_fail (sentence != NULL && remedy != NULL, FALSE);

  if (**value == '\0')
    return TRUE;

  switch ((guint) field)
    {
    case BELL_STAY_FIELD_CONFIRMATION:
      *sentence = _("A confirmation number has at most 64 characters.");
      *remedy = _("Correct the number.");
      return g_utf8_strlen (*value, -1) <= MAX_CONFIRMATION;

    case BELL_STAY_FIELD_EMAIL:
      *sentence = _("This is not an e-mail address.");
      *remedy = _("Correct the address or leave it empty.");
      return is_email (*value);

    case BELL_STAY_FIELD_STATUS:
      *sentence = _("This is not a known status of a stay.");
      *remedy = _("Add it to the values of the status in the mapping, or correct it.");
      return make_status (value);

    case BELL_STAY_FIELD_ADULTS:
    case BELL_STAY_FIELD_CHILDREN:
    case BELL_STAY_FIELD_REQUESTS:
      *sentence = _("This is not a number from 0 to 999.");
      *remedy = _("Correct the number or leave it empty.");
      return make_count (value);

    case BELL_STAY_FIELD_ADDRESS:
    case BELL_STAY_FIELD_NOTES:
      return check_length (*value, MAX_TEXT, sentence, remedy);

    default:
      return check_length (*value, MAX_LINE, sentence, remedy);
    }
}
