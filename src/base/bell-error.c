/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-error.h"

typedef struct
{
  char *hint;
} BellErrorPrivate;

static void
bell_error_private_init (BellErrorPrivate *priv)
{
}

static void
bell_error_private_copy (const BellErrorPrivate *from,
                         BellErrorPrivate       *to)
{
  to->hint = g_strdup (from->hint);
}

static void
bell_error_private_clear (BellErrorPrivate *priv)
{
  g_clear_pointer (&priv->hint, g_free);
}

G_DEFINE_EXTENDED_ERROR (BellError, bell_error)

void
bell_error_set (GError        **error,
                BellErrorCode   code,
                const char     *hint,
                const char     *format,
                ...)
{
  va_list args;
  GError *made;

  if (error == NULL)
    return;

  va_start (args, format);
  made = g_error_new_valist (BELL_ERROR, code, format, args);
  va_end (args);

  bell_error_get_private (made)->hint = g_strdup (hint);
  g_propagate_error (error, made);
}

const char *
bell_error_get_hint (const GError *error)
{
  if (error == NULL || error->domain != BELL_ERROR)
    return NULL;
  return bell_error_get_private (error)->hint;
}

const char *
bell_error_code_name (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != BELL_ERROR)
    return error->domain == G_OPTION_ERROR ? "usage" : "input";

  switch ((BellErrorCode) error->code)
    {
    case BELL_ERROR_REFUSED:
      return "refused";
    case BELL_ERROR_FORBIDDEN:
      return "forbidden";
    case BELL_ERROR_USAGE:
      return "usage";
    case BELL_ERROR_INPUT:
      return "input";
    case BELL_ERROR_AMBIGUOUS:
      return "ambiguous";
    case BELL_ERROR_NOT_FOUND:
      return "not-found";
    case BELL_ERROR_STORAGE:
      return "storage";
    case BELL_ERROR_FULL:
      return "disk-full";
    case BELL_ERROR_NEWER:
      return "newer-file";
    case BELL_ERROR_INTEGRITY:
      return "integrity";
    default:
      g_return_val_if_reached ("input");
    }
}

int
bell_error_exit_status (const GError *error)
{
  g_return_val_if_fail (error != NULL, 3);

  if (error->domain == G_OPTION_ERROR)
    return 2;
  if (error->domain != BELL_ERROR)
    return 3;

  switch ((BellErrorCode) error->code)
    {
    case BELL_ERROR_REFUSED:
    case BELL_ERROR_FORBIDDEN:
      return 1;
    case BELL_ERROR_USAGE:
      return 2;
    case BELL_ERROR_INTEGRITY:
      return 4;
    case BELL_ERROR_INPUT:
    case BELL_ERROR_AMBIGUOUS:
    case BELL_ERROR_NOT_FOUND:
    case BELL_ERROR_STORAGE:
    case BELL_ERROR_FULL:
    case BELL_ERROR_NEWER:
    default:
      return 3;
    }
}
