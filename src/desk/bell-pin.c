/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <crypt.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "bell-error.h"
#include "bell-pin.h"

gboolean
bell_pin_is_acceptable (const char  *pin,
                        GError     **error)
{
  gsize length;
  gboolean same = TRUE;
  gboolean digits = TRUE;

  g_return_val_if_fail (pin != NULL, FALSE);

  length = strlen (pin);
  for (gsize i = 0; i < length; i++)
    {
      digits &= g_ascii_isdigit (pin[i]);
      same &= pin[i] == pin[0];
    }

  if (digits && length >= 4 && length <= 12 && !same)
    return TRUE;

  bell_error_set (error, BELL_ERROR_INPUT, _("Choose four to twelve digits that are not all the same."),
                  _("This PIN cannot be used."));
  return FALSE;
}

char *
bell_pin_hash (const char  *pin,
               gboolean     cheap,
               GError     **error)
{
  g_autofree struct crypt_data *data = g_new0 (struct crypt_data, 1);
  char salt[CRYPT_GENSALT_OUTPUT_SIZE];
  char *hash;

  g_return_val_if_fail (pin != NULL, NULL);

  if (crypt_gensalt_rn ("$y$", cheap ? 1 : 0, NULL, 0, salt, sizeof salt) == NULL ||
      (hash = crypt_rn (pin, salt, data, sizeof *data)) == NULL)
    {
      bell_error_set (error, BELL_ERROR_STORAGE, NULL, _("The PIN could not be protected: %s."), g_strerror (errno));
      return NULL;
    }

  return g_strdup (hash);
}

gboolean
bell_pin_matches (const char *pin,
                  const char *hash)
{
  g_autofree struct crypt_data *data = g_new0 (struct crypt_data, 1);
  const char *again;
  guint8 difference = 0;
  gsize length;

  g_return_val_if_fail (pin != NULL, FALSE);
  g_return_val_if_fail (hash != NULL, FALSE);

  again = crypt_rn (pin, hash, data, sizeof *data);
  length = strlen (hash);
  if (again == NULL || strlen (again) != length)
    return FALSE;

  /* In constant time, whatever the first wrong sign. */
  for (gsize i = 0; i < length; i++)
    difference |= again[i] ^ hash[i];
  return difference == 0;
}
