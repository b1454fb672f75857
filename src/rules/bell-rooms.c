/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "bell-validation.h"

#define MOST_ROOMS 10000

static gboolean
all_digits (const char *text)
{
  return text[0] != '\0' && strspn (text, "0123456789") == strlen (text) && strlen (text) <= 9;
}

char **
bell_rooms_expand (const char *rooms)
{
  g_autoptr(GStrvBuilder) list = g_strv_builder_new ();
  g_auto(GStrv) words = g_strsplit_set (rooms != NULL ? rooms : "", " ,;\t\n", -1);
  int count = 0;

  for (int i = 0; words[i] != NULL; i++)
    {
      char *dash = strchr (words[i], '-');
      g_autofree char *first = dash != NULL ? g_strndup (words[i], dash - words[i]) : NULL;

      if (words[i][0] == '\0')
        continue;
      if (dash == NULL || !all_digits (first) || !all_digits (dash + 1) || atoi (first) > atoi (dash + 1))
        {
          g_strv_builder_add (list, words[i]);
          continue;
        }
      for (int room = atoi (first); room <= atoi (dash + 1) && count < MOST_ROOMS; room++, count++)
        g_strv_builder_take (list, g_strdup_printf ("%0*d", (int) strlen (first), room));
    }

  return g_strv_builder_end (list);
}

/* Without building the list: asked for every word that is typed. */
gboolean
bell_rooms_has (const char *rooms,
                const char *room)
{
  gsize length;

  g_return_val_if_fail (room != NULL, FALSE);

  length = strlen (room);
  for (const char *p = rooms != NULL ? rooms : ""; *p != '\0';)
    {
      gsize word = strcspn (p, " ,;\t\n");
      const char *dash = memchr (p, '-', word);
      g_autofree char *first = dash != NULL ? g_strndup (p, dash - p) : NULL;
      g_autofree char *last = dash != NULL ? g_strndup (dash + 1, p + word - dash - 1) : NULL;

      if (word == length && length > 0 && strncmp (p, room, length) == 0)
        return dash == NULL || !all_digits (first) || !all_digits (last);
      if (dash != NULL && all_digits (first) && all_digits (last) && all_digits (room) && atoi (room) >= atoi (first) &&
          atoi (room) <= atoi (last))
        {
          g_autofree char *written = g_strdup_printf ("%0*d", (int) strlen (first), atoi (room));

          if (g_str_equal (written, room))
            return TRUE;
        }
      p += word;
      p += strspn (p, " ,;\t\n");
    }

  return FALSE;
}
