/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-text.h"

char *
bell_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  g_autoptr(GString) kept = g_string_new (NULL);

  if (text == NULL)
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iscntrl (c) || c == '\n' || c == '\t')
        g_string_append_unichar (kept, c);
    }

  g_strstrip (kept->str);
  return kept->str[0] != '\0' ? g_strdup (kept->str) : NULL;
}

char *
bell_text_mask (const char *text)
{
  GString *masked = g_string_new (NULL);
  int in_word = 0;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        {
          g_string_append_unichar (masked, c);
          in_word = 0;
        }
      else if (in_word++ == 0)
        g_string_append_unichar (masked, c);
      else if (in_word <= 5)
        g_string_append (masked, "•");
    }

  return g_string_free (masked, FALSE);
}

gboolean
bell_text_is_reason (const char *text)
{
  gunichar first = 0;
  int letters = 0;
  gboolean varied = FALSE;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (!g_unichar_isalpha (c))
        continue;
      letters++;
      if (first == 0)
        first = c;
      else if (c != first)
        varied = TRUE;
      /* One sign of Chinese, Japanese or Korean says as much as a word. */
      if (g_unichar_iswide (c))
        letters += 2, varied = TRUE;
    }

  return letters >= 3 && varied;
}

char *
bell_text_shorten (const char *text,
                   glong       length)
{
  const char *end;
  const char *space;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (length > 1, NULL);

  if (g_utf8_strlen (text, -1) <= length)
    return g_strdup (text);

  end = g_utf8_offset_to_pointer (text, length - 1);
  space = g_utf8_strrchr (text, end - text, ' ');
  if (space != NULL && space > text + (end - text) * 2 / 3)
    end = space;

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

char *
bell_text_capitalise (const char *text)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (text[0] == '\0')
    return g_strdup ("");
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

char *
bell_text_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autoptr(GString) bare = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));

  return g_utf8_casefold (bare->str, -1);
}
