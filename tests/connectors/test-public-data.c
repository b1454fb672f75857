/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "connector-tests.h"

#include <string.h>

#define N_BOOKINGS 14938

/* The data set is not part of the sources: DESKBELL_SHARED names its folder, else it lies beside the checkout. */
static GFile *
find_data (void)
{
  const char *shared = g_getenv ("DESKBELL_SHARED");
  g_autofree char *root = g_path_get_dirname (g_getenv ("DESKBELL_SOURCE_ROOT"));
  g_autofree char *outer = g_path_get_dirname (root);
  const char *const folders[] = { shared, root, outer };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = NULL;

      if (folders[i] == NULL)
        continue;

      path = g_build_filename (folders[i], i == 0 ? "." : "shared", "data", "hotel_bookings.csv", NULL);
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_file_new_for_path (path);
    }

  g_test_skip ("The public hotel booking data is not here; set DESKBELL_SHARED to the folder above data/hotel_bookings.csv.");

  return NULL;
}

static GPtrArray *
read_all (BellStayFile *file)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bell_stay_row_free);
  g_autoptr(GError) error = NULL;
  BellStayOutcome outcome;
  BellStayRow *row;
  BellRowProblem *problem;

  bell_stay_file_open (file, NULL, &error);
  g_assert_no_error (error);
  while ((outcome = bell_stay_file_next (file, &row, &problem, NULL, &error)) < BELL_STAY_OUTCOME_END)
    {
      if (problem != NULL)
        {
          g_autofree char *told = bell_row_problem_tell (problem);

          g_test_message ("line %lu: %s", (gulong) problem->line, told);
          bell_row_problem_free (problem);
        }
      else
        g_ptr_array_add (rows, row);
    }
  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, BELL_STAY_OUTCOME_END);

  return g_steal_pointer (&rows);
}

static void
assert_first_rows (GPtrArray *rows)
{
  const BellStayRow *first = rows->pdata[0];
  const BellStayRow *third = rows->pdata[2];

  g_assert_cmpuint (first->line, ==, 2);
  g_assert_true (g_str_has_prefix (first->values[BELL_STAY_FIELD_CONFIRMATION], "HB-"));
  g_assert_cmpstr (first->values[BELL_STAY_FIELD_PROPERTY], ==, "Resort Hotel");
  g_assert_cmpstr (first->values[BELL_STAY_FIELD_ARRIVAL], ==, "2015-07-01");
  g_assert_cmpstr (first->values[BELL_STAY_FIELD_DEPARTURE], ==, "2015-07-01");
  g_assert_cmpstr (first->values[BELL_STAY_FIELD_STATUS], ==, "checked-out");
  g_assert_cmpstr (first->values[BELL_STAY_FIELD_COUNTRY], ==, "PRT");
  g_assert_cmpstr (first->values[BELL_STAY_FIELD_ADULTS], ==, "2");
  g_assert_cmpstr (first->values[BELL_STAY_FIELD_CHILDREN], ==, "0");
  g_assert_cmpstr (first->values[BELL_STAY_FIELD_REQUESTS], ==, "0");
  g_assert_null (first->values[BELL_STAY_FIELD_LAST_NAME]);
  g_assert_cmpstr (third->values[BELL_STAY_FIELD_DEPARTURE], ==, "2015-07-02");
  g_assert_cmpstr (third->values[BELL_STAY_FIELD_NOTES], ==, "Average daily rate: 75\nCustomer type: Transient");
}

static void
test_bookings (void)
{
  g_autoptr(GFile) path = find_data ();
  g_autoptr(BellMapping) mapping = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GHashTable) references = g_hash_table_new (g_str_hash, g_str_equal);

  if (path == NULL)
    return;

  mapping = load_shipped_mapping ("hotel-booking-data");
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr(BellStayFile) file = bell_stay_file_new (path, mapping, BELL_DATE_ORDER_AUTO);
      gint64 begin = g_get_monotonic_time ();
      g_autoptr(GPtrArray) rows = read_all (file);
      double seconds = (g_get_monotonic_time () - begin) / 1e6;

      g_test_message ("%u rows in %.3f s: %.0f rows/s", rows->len, seconds, rows->len / seconds);
      g_assert_cmpuint (rows->len, ==, N_BOOKINGS);
      if (pass == 0)
        {
          assert_first_rows (rows);
          before = g_steal_pointer (&rows);
          continue;
        }

      for (guint i = 0; i < rows->len; i++)
        {
          const BellStayRow *a = before->pdata[i];
          const BellStayRow *b = rows->pdata[i];

          g_assert_cmpstr (a->values[BELL_STAY_FIELD_CONFIRMATION], ==, b->values[BELL_STAY_FIELD_CONFIRMATION]);
          g_assert_cmpstr (a->digest, ==, b->digest);
          g_assert_true (g_hash_table_add (references, a->values[BELL_STAY_FIELD_CONFIRMATION]));
        }
    }
}

/* What happens to a booking after it was made does not change its reference. */
static void
test_changed_booking (void)
{
  g_autoptr(GFile) path = find_data ();
  g_autoptr(BellMapping) mapping = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GString) changed = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BellStayFile) file = NULL;
  g_autoptr(BellStayFile) changed_file = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) changed_rows = NULL;
  guint n_changed = 0;

  if (path == NULL)
    return;

  mapping = load_shipped_mapping ("hotel-booking-data");
  g_assert_true (g_file_load_contents (path, NULL, &text, NULL, NULL, NULL));
  changed = g_string_new (text);
  g_string_replace (changed, ",No-Show,", ",Check-Out,", 0);
  bytes = g_bytes_new (changed->str, changed->len);

  file = bell_stay_file_new (path, mapping, BELL_DATE_ORDER_AUTO);
  changed_file = bell_stay_file_new_for_bytes (bytes, mapping, BELL_DATE_ORDER_AUTO);
  rows = read_all (file);
  changed_rows = read_all (changed_file);
  for (guint i = 0; i < rows->len; i++)
    {
      const BellStayRow *a = rows->pdata[i];
      const BellStayRow *b = changed_rows->pdata[i];

      g_assert_cmpstr (a->values[BELL_STAY_FIELD_CONFIRMATION], ==, b->values[BELL_STAY_FIELD_CONFIRMATION]);
      n_changed += strcmp (a->digest, b->digest) != 0;
    }
  g_assert_cmpuint (n_changed, ==, 207);
}

void
add_public_data_tests (void)
{
  g_test_add_func ("/public data/every booking, the same again", test_bookings);
  g_test_add_func ("/public data/changed booking keeps its reference", test_changed_booking);
}
