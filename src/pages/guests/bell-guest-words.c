/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-guest-words.h"
#include "bell-stay-words.h"

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
append (GString    *text,
        const char *word)
{
  if (is_set (word))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
}

char *
bell_guest_dup_name (BellGuest *guest)
{
  g_autoptr(GString) name = g_string_new (NULL);

  if (guest->erased_at != 0)
    return g_strdup (_("Erased guest"));

  append (name, guest->prefix);
  append (name, guest->first_name);
  append (name, guest->last_name);
  return name->len > 0 ? g_string_free_and_steal (g_steal_pointer (&name)) : g_strdup (_("Guest"));
}

char *
bell_guest_dup_entry (BellGuest *guest)
{
  if (guest->erased_at != 0 || !is_set (guest->last_name) || !is_set (guest->first_name))
    return bell_guest_dup_name (guest);
  /* Translators: surname, given name: as in a directory */
  return g_strdup_printf (_("%s, %s"), guest->last_name, guest->first_name);
}

char *
bell_guest_dup_stays (BellGuest *guest)
{
  g_autofree char *last = bell_day_words (guest->last_stay, NULL);
  g_autofree char *stays = NULL;

  stays = g_strdup_printf (ngettext ("%d stay", "%d stays", guest->stays), (int) guest->stays);
  if (*last == '\0')
    return g_steal_pointer (&stays);
  /* Translators: how often a guest stayed and when last: "3 stays, last from Sun 22 Nov 2026" */
  return g_strdup_printf (_("%s, last from %s"), stays, last);
}
