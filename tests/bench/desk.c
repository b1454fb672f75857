/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "bell-desk.h"

/* How fast the desk answers in a big hotel: bench-desk DATABASE NAME PIN. Prints name, median and 99th percentile in
 * milliseconds of processor time of all threads: on a machine that does nothing else it is the time on the wall. */

#define ROUNDS 200

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
tell (const char *what,
      double     *times,
      guint       n_times,
      guint       rows)
{
  qsort (times, n_times, sizeof *times, compare);
  g_print ("%-34s p50 %7.2f ms  p99 %7.2f ms  (%u rows)\n", what, times[n_times / 2], times[n_times * 99 / 100], rows);
}

/* What the whole program has used, in milliseconds: the reading itself is done by a thread. */
static double
processor_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static guint
read_once (BellDesk  *desk,
           BellQuery *query,
           double    *time)
{
  g_autoptr(GError) error = NULL;
  double start = processor_ms ();
  g_autoptr(GPtrArray) rows = bell_desk_read_list (desk, query, NULL, 51, &error);

  *time = processor_ms () - start;
  if (rows == NULL)
    g_error ("%s", error->message);
  return rows->len;
}

static void
measure_list (BellDesk     *desk,
              const char   *what,
              BellListKind  list,
              const char   *department,
              int           status,
              const char   *workflow)
{
  g_autoptr(BellQuery) query = bell_query_new (list);
  double times[ROUNDS];
  guint rows = 0;

  query->department = g_strdup (department);
  query->status = status;
  query->workflow = g_strdup (workflow);
  for (guint i = 0; i < ROUNDS; i++)
    rows = read_once (desk, query, &times[i]);
  tell (what, times, ROUNDS, rows);
}

/* As a person types: each word letter by letter, alone and behind a room. */
static void
measure_search (BellDesk *desk)
{
  static const char *const words[] = { "towels", "breakfast", "noise", "room", "late check-out", "412 tow", "silva", "a", "co", "taxi airport" };
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint rows = 0;

  for (guint round = 0; round < 20; round++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      for (const char *end = words[i]; *end != '\0';)
        {
          g_autoptr(BellQuery) query = bell_query_new (BELL_LIST_SEARCH);
          double time;

          end = g_utf8_next_char (end);
          query->text = g_strndup (words[i], end - words[i]);
          rows += read_once (desk, query, &time);
          g_array_append_val (times, time);
        }
  tell ("search as you type", (double *) (void *) times->data, times->len, rows);
}

static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree guint *counts = bell_desk_count_board_finish (BELL_DESK (source), result, NULL);

  *(gboolean *) data = counts != NULL;
}

static void
measure_counts (BellDesk *desk)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = processor_ms ();
      gboolean done = FALSE;

      bell_desk_count_board_async (desk, "housekeeping", NULL, count_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      times[i] = processor_ms () - start;
    }
  tell ("all header counts", times, ROUNDS, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellClock) clock = bell_clock_new_system ();
  g_autoptr(BellDesk) desk = NULL;

  if (argc != 4)
    {
      g_printerr ("usage: bench-desk DATABASE NAME PIN\n");
      return 2;
    }
  desk = bell_desk_open (argv[1], clock, FALSE, &error);
  if (desk == NULL || !bell_desk_sign_in (desk, argv[2], argv[3], &error))
    {
      g_printerr ("bench-desk: %s\n", error->message);
      return 1;
    }

  measure_list (desk, "my work", BELL_LIST_WORK, NULL, -1, NULL);
  measure_list (desk, "board column, pending", BELL_LIST_BOARD, "housekeeping", BELL_STATUS_PENDING, NULL);
  measure_list (desk, "board column, all departments", BELL_LIST_BOARD, NULL, BELL_STATUS_PENDING, NULL);
  measure_list (desk, "records of a workflow", BELL_LIST_RECORDS, NULL, -1, "crm");
  measure_list (desk, "all records", BELL_LIST_RECORDS, NULL, -1, NULL);
  measure_list (desk, "arrivals of today", BELL_LIST_ARRIVALS, NULL, -1, NULL);
  measure_list (desk, "stays in house", BELL_LIST_IN_HOUSE, NULL, -1, NULL);
  measure_list (desk, "guests", BELL_LIST_GUESTS, NULL, -1, NULL);
  measure_list (desk, "approvals", BELL_LIST_APPROVALS, NULL, -1, NULL);
  measure_list (desk, "exceptions", BELL_LIST_EXCEPTIONS, NULL, -1, NULL);
  measure_list (desk, "alerts", BELL_LIST_ALERTS, NULL, -1, NULL);
  measure_counts (desk);
  measure_search (desk);
  bell_desk_close (desk);
  return 0;
}
