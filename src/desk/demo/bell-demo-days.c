/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-date.h"
#include "bell-demo-private.h"

/* How the work is spread over the days, and what is left open on purpose so that today has something of everything. */

static const char *const workflows[] = { "crm", "guest-experience", "package", "customer-journey", "boutique" };

static gboolean
is_setup (const char *workflow)
{
  return g_str_equal (workflow, "customer-journey") || g_str_equal (workflow, "boutique");
}

static gboolean
add_record (BellDemo      *self,
            const char    *workflow,
            gint64         at,
            BellDemoTwist  twist,
            BellDemoReach  reach)
{
  return is_setup (workflow) ? bell_demo_add_setup_record (self, workflow, at, twist, reach)
                             : bell_demo_add_guest_record (self, workflow, at, twist, reach);
}

static BellDemoTwist
pick_twist (BellDemo *self)
{
  static const guint weights[BELL_DEMO_N_TWISTS] = {
    [BELL_DEMO_PLAIN] = 62, [BELL_DEMO_SLOW] = 8, [BELL_DEMO_BLOCKED] = 5, [BELL_DEMO_EXCEPTION] = 7,
    [BELL_DEMO_PROPOSAL] = 6, [BELL_DEMO_HANDOVER] = 4, [BELL_DEMO_MONEY] = 6, [BELL_DEMO_REOPENED] = 2,
  };
  guint dice = bell_demo_below (self, 100);

  for (int twist = 0; twist < BELL_DEMO_N_TWISTS; twist++)
    {
      if (dice < weights[twist])
        return twist;
      dice -= weights[twist];
    }
  return BELL_DEMO_PLAIN;
}

/* Guests ask most in the morning and before dinner, and seldom at night. */
static gint64
guest_time (BellDemo *self,
            int       day)
{
  static const int hours[] = { 6, 7, 7, 8, 8, 8, 9, 9, 10, 11, 12, 13, 14, 15, 15, 16, 16, 17, 17, 18, 18, 18, 19, 19, 20, 21, 22, 23, 1, 4 };

  return bell_demo_at (self, day, hours[bell_demo_below (self, G_N_ELEMENTS (hours))], bell_demo_below (self, 60));
}

static void
add_day (BellDemo *self,
         int       day)
{
  guint requests = MAX (self->n_rooms / 5, 2);

  for (guint i = 0; i < requests; i++)
    {
      guint dice = bell_demo_below (self, 100);

      add_record (self, dice < 60 ? "crm" : dice < 82 ? "guest-experience" : "package", guest_time (self, day), pick_twist (self),
                  BELL_DEMO_TO_THE_END);
    }
  for (guint i = 3; i < G_N_ELEMENTS (workflows); i++)
    if (bell_demo_chance (self, 70))
      add_record (self, workflows[i], bell_demo_at (self, day, 9 + bell_demo_below (self, 7), bell_demo_below (self, 60)),
                  pick_twist (self), BELL_DEMO_TO_THE_END);
}

/* What was begun and waits; @ago: minutes before now, so that some are late and some are due soon. */
static const struct
{
  guint ago;
  BellDemoTwist twist;
  BellDemoReach reach;
} open_work[] = {
  { 3, BELL_DEMO_PLAIN, BELL_DEMO_OPENED },
  { 7, BELL_DEMO_PLAIN, BELL_DEMO_OPENED },
  { 12, BELL_DEMO_PLAIN, BELL_DEMO_BEGUN },
  { 22, BELL_DEMO_PLAIN, BELL_DEMO_BEGUN },
  { 28, BELL_DEMO_PLAIN, BELL_DEMO_CHECKED },
  { 45, BELL_DEMO_PLAIN, BELL_DEMO_CHECKED },
  { 75, BELL_DEMO_PLAIN, BELL_DEMO_BEGUN },
  { 160, BELL_DEMO_EXCEPTION, BELL_DEMO_CHECKED },
  { 240, BELL_DEMO_PROPOSAL, BELL_DEMO_CHECKED },
  { 300, BELL_DEMO_BLOCKED, BELL_DEMO_CHECKED },
  { 420, BELL_DEMO_MONEY, BELL_DEMO_CHECKED },
  { 900, BELL_DEMO_HANDOVER, BELL_DEMO_CHECKED },
  { 1300, BELL_DEMO_PROPOSAL, BELL_DEMO_CHECKED },
  { 2100, BELL_DEMO_BLOCKED, BELL_DEMO_CHECKED },
  { 2900, BELL_DEMO_EXCEPTION, BELL_DEMO_CHECKED },
};

static void
add_open_work (BellDemo   *self,
               const char *workflow)
{
  /* A step of set-up work takes hours where a guest's takes minutes. */
  guint slower = is_setup (workflow) ? 5 : 1;

  for (gsize i = 0; i < G_N_ELEMENTS (open_work); i++)
    {
      gint64 ago = open_work[i].ago * slower * BELL_MINUTE;

      if (ago < self->days * BELL_DAY)
        add_record (self, workflow, self->now - ago, open_work[i].twist, open_work[i].reach);
    }
}

/* Stays that changed in the hotel system after something was promised for them. */
static void
add_mismatches (BellDemo *self)
{
  for (guint i = 0; i < 3; i++)
    {
      gint64 at = self->now - (5 + i * 9) * BELL_HOUR;
      BellDemoStay *stay = bell_demo_arriving (self, self->now, 2, 7);
      g_autofree char *earlier = NULL;

      if (stay == NULL || stay->told > at ||
          !bell_demo_add_guest_record_for (self, "crm", stay, at, BELL_DEMO_PLAIN, BELL_DEMO_CHECKED))
        continue;
      earlier = bell_day_add (BELL_DEMO_SAYS (stay, ARRIVAL), -1);
      bell_demo_tell_stay (self, stay, self->now - (1 + i) * BELL_HOUR, BELL_STAY_FIELD_ARRIVAL, earlier);
    }
}

void
bell_demo_add_work (BellDemo *self)
{
  for (int day = -(int) self->days + 1; day <= 0; day++)
    add_day (self, day);
  for (gsize i = 0; i < G_N_ELEMENTS (workflows); i++)
    add_open_work (self, workflows[i]);
  add_mismatches (self);
}
