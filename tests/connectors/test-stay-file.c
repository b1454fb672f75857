/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bell-error.h"
#include "bell-refused-writer.h"
#include "connector-tests.h"

#include <string.h>

#define HEADER "Confirmation Number,Prefix,First Name,Last Name,Arrival Date,Departure Date,Phone,Email,Reservation Status,VIP Type,Group Name,Company Name,Address,Notes,Room Number\r\n"

static const char arrivals[] = HEADER
  "1001,Dr,Ana,Silva,03/04/2026,13/04/2026,+351 21 000,ana@silva.example,Due In,VIP1,,Acme,\"Rua 1\r\nLisboa\",\"Feather free\r\n\r\nLate\",0412\r\n"
  "1002,Mr,Ben,Ode,04/04/2026,05/04/2026,,,In House,,Rotary,,,,101\r\n";

static BellStayFile *
open_text (const char    *text,
           gsize          length,
           BellDateOrder  order)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);
  g_autoptr(BellMapping) mapping = load_shipped_mapping ("arrivals-in-house");

  return bell_stay_file_new_for_bytes (bytes, mapping, order);
}

static GFile *
write_file (const char *name,
            const void *data,
            gsize       length)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/*
 * Values
 */

static void
test_every_field (void)
{
  static const struct
  {
    BellStayField field;
    const char *value;
  } expected[] = {
    { BELL_STAY_FIELD_PROPERTY, NULL },
    { BELL_STAY_FIELD_CONFIRMATION, "1001" },
    { BELL_STAY_FIELD_PREFIX, "Dr" },
    { BELL_STAY_FIELD_FIRST_NAME, "Ana" },
    { BELL_STAY_FIELD_LAST_NAME, "Silva" },
    { BELL_STAY_FIELD_ARRIVAL, "2026-04-03" },
    { BELL_STAY_FIELD_DEPARTURE, "2026-04-13" },
    { BELL_STAY_FIELD_PHONE, "+351 21 000" },
    { BELL_STAY_FIELD_EMAIL, "ana@silva.example" },
    { BELL_STAY_FIELD_STATUS, "reserved" },
    { BELL_STAY_FIELD_VIP, "VIP1" },
    { BELL_STAY_FIELD_GROUP, "" },
    { BELL_STAY_FIELD_COMPANY, "Acme" },
    { BELL_STAY_FIELD_ADDRESS, "Rua 1\nLisboa" },
    { BELL_STAY_FIELD_NOTES, "Feather free\n\nLate" },
    { BELL_STAY_FIELD_ROOM, "0412" },
    { BELL_STAY_FIELD_LANGUAGE, NULL },
  };
  g_autoptr(BellStayFile) file = open_text (arrivals, sizeof arrivals - 1, BELL_DATE_ORDER_AUTO);
  g_autoptr(BellStayRow) row = NULL;
  BellRowProblem *problem;
  g_autoptr(GError) error = NULL;

  g_assert_true (bell_stay_file_open (file, NULL, &error));
  g_assert_cmpint (bell_stay_file_get_order (file), ==, BELL_DATE_ORDER_DMY);
  g_assert_cmpint (bell_stay_file_next (file, &row, &problem, NULL, &error), ==, BELL_STAY_OUTCOME_ROW);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (row->values[expected[i].field], ==, expected[i].value);
}

/* Equal stays have equal digests in whatever form the file is; another value has another. */
static void
test_digest (void)
{
  static const char *const texts[] = {
    "Confirmation Number,Last Name,Arrival Date,Departure Date\n7,M\xC3\xBCller,2026-01-02,2026-01-13\n",
    "departure date;arrival date;last name;confirmation number;other\r\n13.1.2026;2.1.2026;\"M\xC3\xBCller \";7;x\r\n",
    "Confirmation Number\tLast Name\tArrival Date\tDeparture Date\n7\tM\xFCller\t02-JAN-2026\t13-JAN-2026\n",
    "Confirmation Number,Last Name,Arrival Date,Departure Date\n7,Miller,2026-01-02,2026-01-13\n",
    "Confirmation Number,Last Name,Arrival Date,Departure Date,Phone\n7,M\xC3\xBCller,2026-01-02,2026-01-13,\n",
  };
  g_autofree char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(BellStayFile) file = open_text (texts[i], strlen (texts[i]), BELL_DATE_ORDER_AUTO);
      g_autoptr(BellStayRow) row = NULL;
      g_autoptr(GError) error = NULL;
      BellRowProblem *problem;

      bell_stay_file_open (file, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (bell_stay_file_next (file, &row, &problem, NULL, &error), ==, BELL_STAY_OUTCOME_ROW);
      if (i == 0)
        first = g_strdup (row->digest);
      else if (i < 3)
        g_assert_cmpstr (row->digest, ==, first);
      else
        g_assert_cmpstr (row->digest, !=, first);
    }
}

/*
 * Derived references
 */

#define BOOKINGS_HEADER                                                                                                          \
  "hotel,lead_time,arrival_date_year,arrival_date_month,arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights," \
  "adults,children,babies,meal,country,market_segment,distribution_channel,reserved_room_type,deposit_type,agent,company,"       \
  "customer_type,reservation_status\n"
#define BOOKING "City,1,2015,July,31,2,1,2,NA,1,BB,PRT,Direct,Direct,A,No Deposit,NULL,NULL,Transient,"

/* The references are SHA-256 over the cells, each followed by 0x1F, in Crockford's base 32; a change of it would import
 * every booking a second time. */
static void
test_derived_references (void)
{
  static const char text[] = BOOKINGS_HEADER BOOKING "Check-Out\n" BOOKING "No-Show\n"
                                                     "City,2,2015,July,31,2,1,2,0,0,BB,PRT,Direct,Direct,A,No Deposit,NULL,NULL,Transient,Canceled\n" BOOKING "Check-Out\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(BellMapping) mapping = load_shipped_mapping ("hotel-booking-data");

  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr(BellStayFile) file = bell_stay_file_new_for_bytes (bytes, mapping, BELL_DATE_ORDER_AUTO);
      g_autofree char *told = tell_stays (file);

      g_assert_cmpstr (told, ==,
                       "ok 2 HB-VQ0DPK1PJY9WS - 2015-07-31 2015-08-03\n"
                       "ok 3 HB-VQ0DPK1PJY9WS-2 - 2015-07-31 2015-08-03\n"
                       "ok 4 HB-62WCSC9NK1HYH - 2015-07-31 2015-08-03\n"
                       "ok 5 HB-VQ0DPK1PJY9WS-3 - 2015-07-31 2015-08-03\n"
                       "read 4 good 4 repeated 0 refused 0\n");
    }
}

/*
 * Orders that a person was asked for
 */

static void
test_order_asked (void)
{
  static const char text[] = "Confirmation Number,Arrival Date,Departure Date\n1,03/04/2026,05/04/2026\n";
  g_autoptr(BellStayFile) open = open_text (text, sizeof text - 1, BELL_DATE_ORDER_AUTO);
  g_autoptr(BellStayFile) dmy = open_text (text, sizeof text - 1, BELL_DATE_ORDER_DMY);
  g_autoptr(BellStayFile) mdy = open_text (text, sizeof text - 1, BELL_DATE_ORDER_MDY);
  g_autofree char *told_dmy = tell_stays (dmy);
  g_autofree char *told_mdy = tell_stays (mdy);
  g_autoptr(GError) error = NULL;

  g_assert_false (bell_stay_file_open (open, NULL, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_AMBIGUOUS);
  g_assert_cmpstr (bell_stay_file_get_example (open), ==, "03/04/2026");
  g_assert_cmpstr (told_dmy, ==, "ok 2 1 - 2026-04-03 2026-04-05\nread 1 good 1 repeated 0 refused 0\n");
  g_assert_cmpstr (told_mdy, ==, "ok 2 1 - 2026-03-04 2026-05-04\nread 1 good 1 repeated 0 refused 0\n");
}

/*
 * Refused rows and their correction
 */

static GBytes *
write_refused (const char *text,
               gsize       length)
{
  g_autoptr(BellStayFile) file = open_text (text, length, BELL_DATE_ORDER_AUTO);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(BellRefusedWriter) writer = NULL;
  g_autoptr(GError) error = NULL;
  BellStayRow *row;
  BellRowProblem *problem;

  bell_stay_file_open (file, NULL, &error);
  g_assert_no_error (error);
  writer = bell_refused_writer_new (stream, bell_stay_file_get_header (file), bell_stay_file_get_delimiter (file));
  while (bell_stay_file_next (file, &row, &problem, NULL, &error) < BELL_STAY_OUTCOME_END)
    {
      if (problem != NULL)
        g_assert_true (bell_refused_writer_write (writer, problem, NULL, &error));
      bell_stay_row_free (row);
      bell_row_problem_free (problem);
    }
  g_assert_no_error (error);
  g_assert_true (bell_refused_writer_flush (writer, NULL, &error));
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_bytes (GBytes     *bytes,
              const char *expected)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_correction (void)
{
  static const char text[] =
    "Confirmation Number;Last Name;Arrival Date;Departure Date;Phone\n"
    "1;\"Silva; Costa\";2026-04-31;2026-05-02;+351 21\n"
    "2;Ode;2026-04-04;2026-04-05;\n"
    "3;Short\n";
  g_autoptr(GBytes) refused = write_refused (text, sizeof text - 1);
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GString) corrected = NULL;
  g_autoptr(BellStayFile) file = NULL;
  g_autofree char *told = NULL;
  g_autofree char *once = NULL;

  assert_bytes (refused,
                "\xEF\xBB\xBF"
                "Confirmation Number;Last Name;Arrival Date;Departure Date;Phone;Problem;Line\r\n"
                "1;\"Silva; Costa\";2026-04-31;2026-05-02;'+351 21;Column 3 “Arrival Date”, “2026-04-31”: There is no such day. Correct the day, the month or the order of dates in the mapping.;2\r\n"
                "3;Short;;;;Column 3 “Arrival Date”: The row has 2 columns, the header has 5. Look for a delimiter too many or too few, or for one that should stand in quotation marks.;4\r\n");

  /* Not corrected, the rows come out again with their new place and no column more. */
  again = write_refused (g_bytes_get_data (refused, NULL), g_bytes_get_size (refused));
  assert_bytes (again,
                "\xEF\xBB\xBF"
                "Confirmation Number;Last Name;Arrival Date;Departure Date;Phone;Problem;Line\r\n"
                "1;\"Silva; Costa\";2026-04-31;2026-05-02;'+351 21;Column 3 “Arrival Date”, “2026-04-31”: There is no such day. Correct the day, the month or the order of dates in the mapping.;2\r\n"
                "3;Short;;;;Column 3 “Arrival Date”: The date is missing. Write it like 2026-11-22. Column 4 “Departure Date”: The date is missing. Write it like 2026-11-22.;3\r\n");

  once = g_strndup (g_bytes_get_data (refused, NULL), g_bytes_get_size (refused));
  corrected = g_string_new (once);
  g_string_replace (corrected, "04-31;", "04-30;", 0);
  g_string_replace (corrected, ";Short;;;", ";Short;2026-01-01;2026-01-02;", 0);
  file = open_text (corrected->str, corrected->len, BELL_DATE_ORDER_AUTO);
  told = tell_stays (file);
  g_assert_cmpstr (told, ==,
                   "ok 2 1 Silva; Costa 2026-04-30 2026-05-02\nok 3 3 Short 2026-01-01 2026-01-02\n"
                   "read 2 good 2 repeated 0 refused 0\n");
}

/*
 * Files
 */

static void
test_preview (void)
{
  g_autoptr(GFile) path = write_file ("preview.csv", arrivals, sizeof arrivals - 1);
  g_autoptr(BellMapping) mapping = load_shipped_mapping ("arrivals-in-house");
  g_autoptr(BellMapping) other = load_shipped_mapping ("hotel-booking-data");
  g_autoptr(BellStayPreview) preview = NULL;
  g_autoptr(BellStayPreview) unfit = NULL;
  g_autoptr(GError) error = NULL;

  preview = bell_stay_file_preview (path, mapping, BELL_DATE_ORDER_AUTO, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_no_error (preview->fault);
  g_assert_true (preview->complete);
  g_assert_cmpint (preview->encoding, ==, BELL_TEXT_ENCODING_UTF8);
  g_assert_cmpint (preview->delimiter, ==, ',');
  g_assert_cmpint (preview->order, ==, BELL_DATE_ORDER_DMY);
  g_assert_cmpuint (g_strv_length (preview->header), ==, 15);
  g_assert_cmpuint (g_strv_length (preview->unmapped), ==, 0);
  g_assert_cmpuint (preview->rows->len, ==, 1);

  unfit = bell_stay_file_preview (path, other, BELL_DATE_ORDER_AUTO, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_error (unfit->fault, BELL_ERROR, BELL_ERROR_INPUT);
  g_assert_cmpuint (g_strv_length (unfit->header), ==, 15);
  /* Only the status is in both. */
  g_assert_cmpuint (g_strv_length (unfit->unmapped), ==, 14);
  g_assert_cmpuint (unfit->rows->len, ==, 0);
}

static GString *
long_list (guint n_rows)
{
  GString *text = g_string_new ("Confirmation Number,Last Name,Arrival Date,Departure Date\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%u,Guest number %u with a rather long name,2026-01-02,2026-01-03\n", i, i);

  return text;
}

static void
test_preview_of_long_file (void)
{
  g_autoptr(GString) text = long_list (100000);
  g_autofree char *wide = NULL;
  gsize n_bytes;
  g_autoptr(BellMapping) mapping = load_shipped_mapping ("arrivals-in-house");

  wide = g_convert (text->str, text->len, "UTF-16LE", "UTF-8", NULL, &n_bytes, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GFile) path = write_file ("long.csv", i == 0 ? text->str : wide, i == 0 ? text->len : n_bytes);
      g_autoptr(GError) error = NULL;
      g_autoptr(BellStayPreview) preview = NULL;

      preview = bell_stay_file_preview (path, mapping, BELL_DATE_ORDER_AUTO, 1000000, NULL, &error);
      g_assert_no_error (error);
      g_assert_no_error (preview->fault);
      g_assert_false (preview->complete);
      g_assert_cmpuint (preview->rows->len, >, 10000);
      g_assert_cmpuint (preview->rows->len, <, 100000);
      g_assert_cmpuint (preview->problems->len, ==, 0);
    }
}

typedef struct
{
  goffset last;
  goffset total;
  guint n_calls;
} Progress;

static void
note_progress (goffset  current,
               goffset  total,
               gpointer data)
{
  Progress *progress = data;

  g_assert_cmpint (current, >=, progress->last);
  g_assert_cmpint (current, <=, total);
  g_assert_true (progress->n_calls == 0 || total == progress->total);
  progress->last = current;
  progress->total = total;
  progress->n_calls++;
}

static void
test_progress (void)
{
  g_autoptr(GString) text = long_list (20000);
  g_autoptr(GFile) path = write_file ("progress.csv", text->str, text->len);
  g_autoptr(BellMapping) mapping = load_shipped_mapping ("arrivals-in-house");
  g_autoptr(BellStayFile) file = bell_stay_file_new (path, mapping, BELL_DATE_ORDER_AUTO);
  g_autofree char *told = NULL;
  Progress progress = { 0 };

  bell_stay_file_set_progress (file, note_progress, &progress);
  told = tell_stays (file);
  g_assert_true (g_str_has_suffix (told, "read 20000 good 20000 repeated 0 refused 0\n"));
  g_assert_cmpint (progress.last, ==, progress.total);
  g_assert_cmpint (progress.total, ==, (goffset) text->len * 3);
  g_assert_cmpuint (progress.n_calls, >, 3 * text->len / (64 * 1024));
}

static void
cancel_late (goffset  current,
             goffset  total,
             gpointer data)
{
  if (current > total * 9 / 10)
    g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr(GString) text = long_list (20000);
  g_autoptr(BellStayFile) early = open_text (text->str, text->len, BELL_DATE_ORDER_AUTO);
  g_autoptr(BellStayFile) late = open_text (text->str, text->len, BELL_DATE_ORDER_AUTO);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  BellStayFileCounts counts;
  BellStayOutcome outcome;

  g_cancellable_cancel (cancelled);
  g_assert_false (bell_stay_file_open (early, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  bell_stay_file_set_progress (late, cancel_late, cancellable);
  g_assert_true (bell_stay_file_open (late, cancellable, &error));
  do
    {
      g_autoptr(BellStayRow) row = NULL;
      g_autoptr(BellRowProblem) problem = NULL;

      outcome = bell_stay_file_next (late, &row, &problem, cancellable, &error);
    }
  while (outcome < BELL_STAY_OUTCOME_END);

  g_assert_cmpint (outcome, ==, BELL_STAY_OUTCOME_FAILED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  bell_stay_file_get_counts (late, &counts);
  g_assert_cmpuint (counts.n_good, >, 10000);
  g_assert_cmpuint (counts.n_good, <, 20000);
}

static void
test_no_file (void)
{
  g_autoptr(GFile) path = g_file_new_for_path ("/nowhere/at/all.csv");
  g_autoptr(BellMapping) mapping = load_shipped_mapping ("arrivals-in-house");
  g_autoptr(BellStayFile) file = bell_stay_file_new (path, mapping, BELL_DATE_ORDER_AUTO);
  g_autoptr(GError) error = NULL;

  g_assert_false (bell_stay_file_open (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

void
add_stay_file_tests (void)
{
  g_test_add_func ("/stays/every field", test_every_field);
  g_test_add_func ("/stays/digest", test_digest);
  g_test_add_func ("/stays/derived references", test_derived_references);
  g_test_add_func ("/stays/order is asked, never guessed", test_order_asked);
  g_test_add_func ("/stays/refused rows are corrected", test_correction);
  g_test_add_func ("/stays/preview", test_preview);
  g_test_add_func ("/stays/preview of a long file", test_preview_of_long_file);
  g_test_add_func ("/stays/progress", test_progress);
  g_test_add_func ("/stays/cancel", test_cancel);
  g_test_add_func ("/stays/no such file", test_no_file);
}
