/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times from outside how long a program takes to show its first picture and its whole picture, on an X server on which
 * nothing else is shown, and how much memory it has when it has come to rest.
 *
 * bench-first-frame COMMAND [ARGUMENT...]
 *
 * Zero is just before the fork. "first" is the first picture in which at least one hundredth of the screen differs from
 * the empty screen in more than eight shades; "complete" the time after which no picture differs from the last one in
 * two thousandths. The program is then ended.
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_PICTURES 4000
#define QUIET_MS 1000
#define LIMIT_MS 120000

typedef struct
{
  double at;
  unsigned char *grey;
} Picture;

static Display *display;
static XImage *image;
static XShmSegmentInfo segment;
static int width, height;
static double start;
static Picture pictures[MAX_PICTURES];
static int n_pictures;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

/* Every second pixel of every second line, in grey. */
static unsigned char *
take_picture (void)
{
  unsigned char *grey = malloc ((width / 2) * (height / 2));

  XShmGetImage (display, DefaultRootWindow (display), image, 0, 0, AllPlanes);
  for (int y = 0; y < height / 2; y++)
    for (int x = 0; x < width / 2; x++)
      {
        const unsigned char *pixel = (unsigned char *) image->data + 2 * y * image->bytes_per_line + 8 * x;

        grey[y * (width / 2) + x] = (pixel[0] + 2 * pixel[1] + pixel[2]) / 4;
      }
  return grey;
}

static double
difference (const unsigned char *a,
            const unsigned char *b,
            int                 *shades)
{
  int seen[256] = { 0 };
  int size = (width / 2) * (height / 2);
  int changed = 0;

  *shades = 0;
  for (int i = 0; i < size; i++)
    if (a[i] != b[i])
      {
        changed++;
        *shades += seen[b[i]]++ == 0;
      }
  return (double) changed / size;
}

static void
open_display (void)
{
  XWindowAttributes root;

  display = XOpenDisplay (NULL);
  if (display == NULL)
    {
      fprintf (stderr, "bench-first-frame: there is no X server\n");
      exit (2);
    }
  XGetWindowAttributes (display, DefaultRootWindow (display), &root);
  width = root.width;
  height = root.height;
  image = XShmCreateImage (display, root.visual, root.depth, ZPixmap, NULL, &segment, width, height);
  segment.shmid = shmget (IPC_PRIVATE, (size_t) image->bytes_per_line * height, IPC_CREAT | 0600);
  segment.shmaddr = image->data = shmat (segment.shmid, NULL, 0);
  segment.readOnly = False;
  XShmAttach (display, &segment);
  XSync (display, False);
  shmctl (segment.shmid, IPC_RMID, NULL);
}

/* Seconds of processor time that a process has used. */
static double
cpu_of (pid_t pid)
{
  char path[64];
  char line[1024];
  unsigned long user = 0, system = 0;
  FILE *file;
  char *rest;

  snprintf (path, sizeof path, "/proc/%d/stat", pid);
  file = fopen (path, "r");
  if (file == NULL)
    return 0;
  rest = fgets (line, sizeof line, file) != NULL ? strrchr (line, ')') : NULL;
  if (rest != NULL)
    sscanf (rest + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
  fclose (file);
  return (double) (user + system) / sysconf (_SC_CLK_TCK);
}

static double
resident_mb (pid_t pid)
{
  char path[64];
  char line[256];
  double kb = 0;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/status", pid);
  file = fopen (path, "r");
  if (file == NULL)
    return 0;
  while (fgets (line, sizeof line, file) != NULL)
    if (sscanf (line, "VmRSS: %lf", &kb) == 1)
      break;
  fclose (file);
  return kb / 1024;
}

/* Watches until nothing has changed for a while and the program rests. */
static void
watch (pid_t pid)
{
  int event_base, error_base;
  double last_change = now_ms ();
  double cpu = 0;
  double cpu_at = now_ms ();

  XDamageQueryExtension (display, &event_base, &error_base);
  XDamageCreate (display, DefaultRootWindow (display), XDamageReportRawRectangles);
  while (now_ms () - start < LIMIT_MS && n_pictures < MAX_PICTURES)
    {
      struct pollfd ready = { ConnectionNumber (display), POLLIN, 0 };
      int damaged = 0;
      double at;

      if (!XPending (display))
        poll (&ready, 1, 50);
      at = now_ms ();
      while (XPending (display))
        {
          XEvent event;

          XNextEvent (display, &event);
          damaged |= event.type == event_base + XDamageNotify;
        }
      if (damaged)
        {
          pictures[n_pictures++] = (Picture) { at - start, take_picture () };
          last_change = at;
        }
      if (at - cpu_at > 100)
        {
          double used = cpu_of (pid);

          if (used - cpu > 0.025)
            last_change = at > last_change ? at : last_change;
          cpu = used;
          cpu_at = at;
        }
      if (n_pictures > 0 && at - last_change > QUIET_MS)
        return;
    }
}

int
main (int    argc,
      char **argv)
{
  unsigned char *empty;
  double first = -1;
  double complete = -1;
  int shades;
  pid_t pid;

  if (argc < 2)
    {
      fprintf (stderr, "usage: bench-first-frame COMMAND [ARGUMENT...]\n");
      return 2;
    }
  open_display ();
  empty = take_picture ();
  start = now_ms ();
  pid = fork ();
  if (pid == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  watch (pid);

  for (int i = 0; i < n_pictures && first < 0; i++)
    if (difference (empty, pictures[i].grey, &shades) >= 0.01 && shades > 8)
      first = pictures[i].at;
  for (int i = n_pictures - 1; i >= 0 && n_pictures > 0; i--)
    {
      if (difference (pictures[n_pictures - 1].grey, pictures[i].grey, &shades) >= 0.002)
        break;
      complete = pictures[i].at;
    }
  printf ("first_ms=%.1f complete_ms=%.1f cpu_s=%.2f rss_mb=%.1f\n", first, complete, cpu_of (pid), resident_mb (pid));
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  return first < 0;
}
