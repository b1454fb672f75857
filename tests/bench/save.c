/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "bell-date.h"
#include "bell-desk-import.h"
#include "bell-desk.h"
#include "replay.h"

/*
 * How fast the desk saves, with its rules, journal and search, beside raw SQLite that writes the very same rows:
 * bench-save DATABASE COPY NAME PIN. Both files are written to. Commands and their raw copies take turns one by one, so
 * that both meet the same machine; the ratio is that of the medians.
 */

#define ROUNDS 4
#define COMMANDS 40
#define IMPORTED 2000

#define HEADER "Confirmation Number,Prefix,First Name,Last Name,Arrival Date,Departure Date,Phone,Email,Reservation Status," \
  "VIP Type,Group Name,Company Name,Address,Notes,Room Number\n"

typedef BellCommand *(*MakeCommand) (guint       n,
                                     const char *record);

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *times,
        guint   n)
{
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

static BellCommand *
make_new (guint       n,
          const char *record)
{
  g_autofree char *room = g_strdup_printf ("%u", 101 + n % 9);
  g_autofree char *title = g_strdup_printf ("Two extra towels, %u", n);

  return bell_command_new ("record.new", "workflow", "crm", "title", title, "task", title, "department", "housekeeping",
                           "f.text", title, "f.room", room, "f.quantity", "2", "f.told-by", "phone", NULL);
}

static BellCommand *
make_set (guint       n,
          const char *record)
{
  g_autofree char *text = g_strdup_printf ("Towels and pillow number %u", n);
  g_autofree char *quantity = g_strdup_printf ("%u", 3 + n % 9);

  return bell_command_new ("record.set", "record", record, "slot", "owned", "f.text", text, "f.quantity", quantity, NULL);
}

static BellCommand *
make_task (guint       n,
           const char *record)
{
  g_autofree char *title = g_strdup_printf ("Fetch linen for floor %u", n % 7);

  return bell_command_new ("task.new", "record", record, "title", title, "department", "housekeeping", NULL);
}

static void
measure (BellDesk    *desk,
         Replay      *replay,
         const char  *what,
         MakeCommand  make,
         GPtrArray   *records)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      double ours[COMMANDS], raw[COMMANDS];
      double a, b;
      guint rows = 0;

      for (guint i = 0; i < COMMANDS; i++)
        {
          guint n = round * COMMANDS + i;
          g_autoptr(GError) error = NULL;
          g_autoptr(BellCommand) command = make (n, n < records->len ? records->pdata[n] : NULL);
          gint64 started = g_get_monotonic_time ();
          g_autoptr(BellOutcome) outcome = bell_desk_submit (desk, command, &error);

          ours[i] = (g_get_monotonic_time () - started) / 1000.0;
          if (outcome == NULL)
            g_error ("%s: %s", what, error->message);
          if (make == make_new)
            g_ptr_array_add (records, g_strdup (outcome->number));
          raw[i] = replay_write (replay, &rows);
        }
      a = median (ours, COMMANDS);
      b = median (raw, COMMANDS);
      g_print ("%-14s ours %7.2f ms  raw %7.2f ms for %u rows  ratio %.2f\n", what, a, b, rows, b / a);
    }
}

static void
measure_import (BellDesk   *desk,
                Replay     *replay,
                const char *folder)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *path = g_strdup_printf ("%s/stays.csv", folder);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GString) text = g_string_new (HEADER);
      g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
      g_autofree char *today = bell_time_day (g_get_real_time (), zone);
      g_autofree char *arrival = bell_day_add (today, 20);
      g_autofree char *departure = bell_day_add (today, 23);
      g_autoptr(GError) error = NULL;
      g_autoptr(BellImportReport) report = NULL;
      gint64 started;
      double ours, raw;
      guint rows;

      for (guint i = 0; i < IMPORTED; i++)
        g_string_append_printf (text, "NEW-%u-%u,Ms,Anna,Last%u,%s,%s,,guest.%u.%u@mail.example,Reserved,,,,,,%u\n",
                                round, i, i, arrival, departure, round, i, 101 + i % 300);
      g_file_set_contents (path, text->str, -1, &error);
      g_assert_no_error (error);
      started = g_get_monotonic_time ();
      report = bell_desk_import_stays (desk, file, "arrivals-in-house", NULL, FALSE, &error);
      ours = (g_get_monotonic_time () - started) / 1000.0;
      g_assert_no_error (error);
      raw = replay_write (replay, &rows);
      g_print ("%-14s ours %7.0f /s  raw %7.0f /s (%u rows in one transaction)  ratio %.2f\n", "import of stays",
               IMPORTED / ours * 1000, IMPORTED / raw * 1000, rows, raw / ours);
      g_file_delete (file, NULL, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BellClock) clock = bell_clock_new_system ();
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(BellDesk) desk = NULL;
  g_autofree char *folder = NULL;
  Replay *replay;

  if (argc != 5)
    {
      g_printerr ("usage: bench-save DATABASE COPY NAME PIN\n");
      return 2;
    }
  replay = replay_new (argv[1], argv[2]);
  desk = bell_desk_open (argv[1], clock, FALSE, &error);
  if (desk == NULL || !bell_desk_sign_in (desk, argv[3], argv[4], &error))
    {
      g_printerr ("bench-save: %s\n", error->message);
      return 1;
    }
  replay_write (replay, NULL);
  folder = g_path_get_dirname (argv[2]);
  measure (desk, replay, "record.new", make_new, records);
  measure (desk, replay, "record.set", make_set, records);
  measure (desk, replay, "task.new", make_task, records);
  measure_import (desk, replay, folder);
  bell_desk_close (desk);
  replay_free (replay);
  return 0;
}
