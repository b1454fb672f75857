/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "bell-error.h"
#include "bell-money.h"

/* ISO 4217 list one; the currencies whose minor unit is not 1/100 are named apart. */
static const char two_decimals[] =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP "
  "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS "
  "KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD "
  "PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP "
  "TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW";
static const char no_decimals[] = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
static const char three_decimals[] = "BHD IQD JOD KWD LYD OMR TND";

int
bell_money_exponent (const char *currency)
{
  if (currency == NULL || strlen (currency) != 3 || strchr (currency, ' ') != NULL)
    return -1;
  if (strstr (two_decimals, currency) != NULL)
    return 2;
  if (strstr (no_decimals, currency) != NULL)
    return 0;
  return strstr (three_decimals, currency) != NULL ? 3 : -1;
}

gboolean
bell_money_is_known (const char *currency)
{
  return bell_money_exponent (currency) >= 0;
}

static char *
format_with (gint64      minor,
             const char *currency,
             const char *point)
{
  int exponent = MAX (bell_money_exponent (currency), 0);
  guint64 unit = exponent == 3 ? 1000 : exponent == 2 ? 100 : 1;
  guint64 size = minor < 0 ? (guint64) 0 - (guint64) minor : (guint64) minor;

  if (exponent == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, minor < 0 ? "-" : "", size);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%0*" G_GUINT64_FORMAT,
                          minor < 0 ? "-" : "", size / unit, point, exponent, size % unit);
}

char *
bell_money_format (gint64      minor,
                   const char *currency)
{
  g_autofree char *number = format_with (minor, currency, nl_langinfo (RADIXCHAR));

  return g_strdup_printf ("%s\u202f%s", number, currency != NULL ? currency : "");
}

char *
bell_money_to_plain (gint64      minor,
                     const char *currency)
{
  return format_with (minor, currency, ".");
}

gboolean
bell_money_parse (const char  *text,
                  const char  *currency,
                  gint64      *minor,
                  GError     **error)
{
  int exponent = bell_money_exponent (currency);
  gboolean negative = FALSE;
  gint64 value = 0;
  int digits = 0;
  int decimals = -1;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (minor != NULL, FALSE);

  if (exponent < 0)
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Use a three-letter code such as EUR, USD or JPY."),
                      _("“%s” is not a currency code."), currency != NULL ? currency : "");
      return FALSE;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x202f || c == 0x00a0)
        continue;
      if (c == '-' && digits == 0 && !negative)
        negative = TRUE;
      else if ((c == '.' || c == ',') && decimals < 0)
        decimals = 0;
      else if (c >= '0' && c <= '9' && !(decimals >= exponent && decimals >= 0) &&
               !__builtin_mul_overflow (value, 10, &value) && !__builtin_add_overflow (value, (gint64) (c - '0'), &value))
        {
          digits++;
          if (decimals >= 0)
            decimals++;
        }
      else
        {
          digits = 0;
          break;
        }
    }

  for (int i = MAX (decimals, 0); digits > 0 && i < exponent; i++)
    if (__builtin_mul_overflow (value, 10, &value))
      digits = 0;

  if (digits == 0)
    {
      bell_error_set (error, BELL_ERROR_INPUT, _("Write the amount like 120 or 120.50, without a thousands sign."),
                      _("“%s” is not an amount in %s."), text, currency);
      return FALSE;
    }

  *minor = negative ? -value : value;
  return TRUE;
}
