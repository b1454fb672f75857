/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "conformance.h"

/* Rows of requirements.md × the five systems; the run closes with the matrix. */

#define MOST_ROWS 64

typedef struct
{
  const ConformanceRow *row;
  const HotelCase *the;
  char *cell;
} Cell;

static char matrix[MOST_ROWS][N_HOTEL_CASES];
static const ConformanceRow *rows[MOST_ROWS];
static guint n_rows;

static void
run_cell (gconstpointer data)
{
  const Cell *cell = data;
  g_autoptr(Hotel) hotel = hotel_new ();

  cell->row->func (hotel, cell->the);
  *cell->cell = g_test_failed () ? 'x' : 'v';
}

static void
add_rows (const ConformanceRow *list)
{
  for (; list->name != NULL; list++)
    {
      g_assert_cmpuint (n_rows, <, MOST_ROWS);
      for (guint i = 0; i < N_HOTEL_CASES; i++)
        {
          g_autofree char *path = g_strdup_printf ("/conformance/%s/%s", list->name, hotel_cases[i].workflow);
          Cell *cell = g_new0 (Cell, 1);

          *cell = (Cell) { list, &hotel_cases[i], &matrix[n_rows][i] };
          g_test_add_data_func_full (path, cell, run_cell, g_free);
        }
      rows[n_rows++] = list;
    }
}

static void
print_matrix (void)
{
  printf ("# %-28s", "");
  for (guint i = 0; i < N_HOTEL_CASES; i++)
    printf (" %-17s", hotel_cases[i].workflow);
  printf ("\n");
  for (guint row = 0; row < n_rows; row++)
    {
      printf ("# %-28s", rows[row]->name);
      for (guint i = 0; i < N_HOTEL_CASES; i++)
        printf (" %s%-16s", matrix[row][i] == 'v' ? "✓" : matrix[row][i] == 'x' ? "✗"
                                                                                : "–",
                "");
      printf ("\n");
    }
  fflush (stdout);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  add_rows (conformance_controls);
  add_rows (conformance_day);
  add_rows (conformance_connections);
  add_rows (conformance_mistakes);
  add_rows (conformance_privacy);
  add_rows (conformance_beyond);
  status = g_test_run ();
  print_matrix ();
  return status;
}
