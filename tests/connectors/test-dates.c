/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bell-error.h"
#include "connector-tests.h"

typedef struct
{
  const char *text;
  BellDateOrder order;
  int pivot;
  gboolean excel;
  const char *expected; /* NULL: refused */
} DateCase;

static const DateCase cases[] = {
  { "2026-11-22", BELL_DATE_ORDER_ISO, -1, FALSE, "2026-11-22" },
  { "2026-11-22T23:59:59.000+02:00", BELL_DATE_ORDER_ISO, -1, FALSE, "2026-11-22" },
  { "2026/11/22", BELL_DATE_ORDER_ISO, -1, FALSE, NULL },
  { "22/11/2026", BELL_DATE_ORDER_ISO, -1, FALSE, NULL },
  { "20261122", BELL_DATE_ORDER_YMD, -1, FALSE, "2026-11-22" },
  { "20261322", BELL_DATE_ORDER_YMD, -1, FALSE, NULL },
  { "22.11.2026", BELL_DATE_ORDER_DMY, -1, FALSE, "2026-11-22" },
  { "22. 11. 2026", BELL_DATE_ORDER_DMY, -1, FALSE, "2026-11-22" },
  { "1-2-2026", BELL_DATE_ORDER_DMY, -1, FALSE, "2026-02-01" },
  { "1-2-2026", BELL_DATE_ORDER_MDY, -1, FALSE, "2026-01-02" },
  { "1-2-2026", BELL_DATE_ORDER_YMD, -1, FALSE, NULL },
  { "2026-01-02", BELL_DATE_ORDER_MDY, -1, FALSE, "2026-01-02" },
  { "13/01/2026", BELL_DATE_ORDER_MDY, -1, FALSE, NULL },
  { "12 May 2026", BELL_DATE_ORDER_MDY, -1, FALSE, "2026-05-12" },
  { "12-SEPT-2026", BELL_DATE_ORDER_MDY, -1, FALSE, "2026-09-12" },
  { "May 12, 2026", BELL_DATE_ORDER_DMY, -1, FALSE, "2026-05-12" },
  { "2026 December 1", BELL_DATE_ORDER_DMY, -1, FALSE, "2026-12-01" },
  { "12 Mai 2026", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "12 Ma 2026", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "12 May May", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "22-11-26", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "22-11-26", BELL_DATE_ORDER_DMY, 50, FALSE, "2026-11-22" },
  { "22-11-49", BELL_DATE_ORDER_DMY, 50, FALSE, "2049-11-22" },
  { "22-11-50", BELL_DATE_ORDER_DMY, 50, FALSE, "1950-11-22" },
  { "26-11-22", BELL_DATE_ORDER_YMD, 50, FALSE, "2026-11-22" },
  { "22-NOV-26", BELL_DATE_ORDER_DMY, 50, FALSE, "2026-11-22" },
  { "22-11-126", BELL_DATE_ORDER_DMY, 50, FALSE, NULL },
  { "126-11-22", BELL_DATE_ORDER_DMY, 50, FALSE, NULL },
  { "29/02/2024", BELL_DATE_ORDER_DMY, -1, FALSE, "2024-02-29" },
  { "29/02/2026", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "00/01/2026", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "01/01/1899", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "01/01/2200", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "45292", BELL_DATE_ORDER_DMY, -1, TRUE, "2024-01-01" },
  { "45292.625", BELL_DATE_ORDER_DMY, -1, TRUE, "2024-01-01" },
  { "61", BELL_DATE_ORDER_DMY, -1, TRUE, "1900-03-01" },
  { "60", BELL_DATE_ORDER_DMY, -1, TRUE, NULL },
  { "45292", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "22/11/2026 25:00", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "22/11/2026 12:60", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "22/11/2026 2:05:09 pm", BELL_DATE_ORDER_DMY, -1, FALSE, "2026-11-22" },
  { "22//11/2026", BELL_DATE_ORDER_DMY, -1, FALSE, "2026-11-22" },
  { "22///11/2026", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "-22/11/2026", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "22/11", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
  { "", BELL_DATE_ORDER_DMY, -1, FALSE, NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BellDateFormat format = { cases[i].order, cases[i].pivot, cases[i].excel };
      const char *sentence = NULL;
      const char *remedy = NULL;
      char told[16] = "";
      GDate date;

      g_date_clear (&date, 1);
      g_test_message ("%s as %s", cases[i].text, bell_date_order_get_id (cases[i].order));
      if (bell_file_date_parse (cases[i].text, &format, &date, &sentence, &remedy))
        g_snprintf (told, sizeof told, "%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
      else
        g_assert_true (sentence != NULL && remedy != NULL);

      g_assert_cmpstr (told, ==, cases[i].expected != NULL ? cases[i].expected : "");
    }
}

typedef struct
{
  const char *values[5];
  int pivot;
  BellDateOrder expected; /* AUTO: an error */
  BellErrorCode code;
} EvidenceCase;

static const EvidenceCase evidence_cases[] = {
  { { "03/04/2026", "13/04/2026" }, -1, BELL_DATE_ORDER_DMY },
  { { "04/13/2026", "03/04/2026" }, -1, BELL_DATE_ORDER_MDY },
  { { "03/04/2026" }, -1, BELL_DATE_ORDER_AUTO, BELL_ERROR_AMBIGUOUS },
  { { "03/04/2026", "2026-04-13" }, -1, BELL_DATE_ORDER_AUTO, BELL_ERROR_AMBIGUOUS },
  { { "03/04/2026", "13 April 2026" }, -1, BELL_DATE_ORDER_AUTO, BELL_ERROR_AMBIGUOUS },
  { { "03/04/2026", "rubbish", "31/31/2026" }, -1, BELL_DATE_ORDER_AUTO, BELL_ERROR_AMBIGUOUS },
  { { "13/04/2026", "04/13/2026" }, -1, BELL_DATE_ORDER_AUTO, BELL_ERROR_INPUT },
  { { "31/04/2026", "03/31/2026" }, -1, BELL_DATE_ORDER_MDY },
  { { "10-11-12", "13-11-12" }, 50, BELL_DATE_ORDER_AUTO, BELL_ERROR_AMBIGUOUS },
  { { "32-11-12" }, 50, BELL_DATE_ORDER_YMD },
  { { "10-11-12", "12-13-50" }, 50, BELL_DATE_ORDER_MDY },
};

static void
test_evidence (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (evidence_cases); i++)
    {
      const EvidenceCase *it = &evidence_cases[i];
      BellDateFormat format = { BELL_DATE_ORDER_AUTO, it->pivot, FALSE };
      g_autoptr(BellDateEvidence) evidence = bell_date_evidence_new (&format);
      g_autofree char *example = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", it->values[0]);
      for (guint j = 0; j < G_N_ELEMENTS (it->values) && it->values[j] != NULL; j++)
        bell_date_evidence_add (evidence, it->values[j], j + 1);

      g_assert_cmpint (bell_date_evidence_settle (evidence, &example, &error), ==, it->expected);
      if (it->expected == BELL_DATE_ORDER_AUTO)
        g_assert_error (error, BELL_ERROR, it->code);
      else
        g_assert_no_error (error);
      g_assert_true ((example != NULL) == (it->expected == BELL_DATE_ORDER_AUTO && it->code == BELL_ERROR_AMBIGUOUS));
    }
}

void
add_date_tests (void)
{
  g_test_add_func ("/dates/values", test_cases);
  g_test_add_func ("/dates/order is settled, asked or contradictory", test_evidence);
}
