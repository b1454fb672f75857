/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-demo-private.h"

static gint64
between (gint64 from,
         gint64 until,
         guint  per_cent)
{
  return from + (until - from) / 100 * per_cent;
}

static void
block (BellDemo      *self,
       BellDemoStory *story,
       gint64         from,
       gint64         until,
       const char    *by,
       gboolean       stays_open)
{
  gboolean setup = story->stay == NULL;
  const BellDemoWait *wait = setup ? &bell_demo_setup_waits[bell_demo_below (self, bell_demo_n_setup_waits)]
                                   : &bell_demo_guest_waits[bell_demo_below (self, bell_demo_n_guest_waits)];

  bell_demo_step (self, story, between (from, until, 20), by,
                  bell_command_new ("record.status", "record", "@", "to", "blocked", "reason", wait->reason,
                                    "waits-for", wait->waits_for, NULL));
  if (!stays_open)
    bell_demo_step (self, story, between (from, until, 80), by,
                    bell_command_new ("record.status", "record", "@", "to", "pending", NULL));
}

static void
except (BellDemo      *self,
        BellDemoStory *story,
        gint64         from,
        gint64         until,
        const char    *by,
        const char    *reviewer,
        gboolean       stays_open)
{
  gboolean setup = story->stay == NULL;
  const BellDemoCase *what = setup ? &bell_demo_setup_cases[bell_demo_below (self, bell_demo_n_setup_cases)]
                                   : &bell_demo_guest_cases[bell_demo_below (self, bell_demo_n_guest_cases)];

  bell_demo_step (self, story, between (from, until, 30), by,
                  bell_command_new ("exception.raise", "record", "@", "cause", what->cause, "note", what->note,
                                    "impact", what->impact, NULL));
  if (!stays_open)
    bell_demo_step (self, story, between (from, until, 75), reviewer,
                    bell_command_new ("exception.review", "exception", "@", "decision", what->decision,
                                      "comment", what->comment, NULL));
}

/* One more line of the ledger; what is above the clerk's own limit waits for somebody else. */
static void
charge (BellDemo      *self,
        BellDemoStory *story,
        gint64         from,
        gint64         until,
        const char    *by,
        const char    *reviewer,
        gboolean       stays_open)
{
  const BellDemoAmount *amount = &bell_demo_amounts[bell_demo_below (self, bell_demo_n_amounts)];
  gboolean gives = g_str_equal (amount->kind, "charge") || g_str_equal (amount->kind, "deposit");
  gboolean above = amount->amount > (gives ? 30000 : 3000);
  g_autofree char *text = g_strdup_printf ("%u.%02u", amount->amount / 100, amount->amount % 100);
  g_autofree char *reference = g_strdup_printf ("V-%05u", 10200 + story->id);
  gint64 at = between (from, until, 30);

  bell_demo_step (self, story, at, by,
                  bell_command_new ("money.add", "record", "@", "kind", amount->kind, "amount", text, "currency", "EUR",
                                    "cause", amount->cause, NULL));
  if (above && stays_open)
    return;
  if (above)
    bell_demo_step (self, story, between (from, until, 60), reviewer,
                    bell_command_new ("approval.decide", "approval", "@", "approve", "true", NULL));
  if (bell_demo_chance (self, 12))
    {
      bell_demo_step (self, story, between (from, until, 70), "finance",
                      bell_command_new ("money.reverse", "line", "@", "reason", "Entered for the wrong room.", NULL));
      return;
    }

  /* Finance posts in the evening and meets the account some days later. */
  if (bell_demo_chance (self, 75))
    bell_demo_step (self, story, at + BELL_DAY, "finance",
                    bell_command_new ("money.post", "line", "@", "to", "posted", "reference", reference, NULL));
  else
    return;
  if (bell_demo_chance (self, 70))
    bell_demo_step (self, story, at + 4 * BELL_DAY, "finance",
                    bell_command_new ("money.post", "line", "@", "to", "reconciled", NULL));
}

void
bell_demo_propose (BellDemo      *self,
                   BellDemoStory *story,
                   gint64         at,
                   const char    *by,
                   const char    *decider,
                   const char    *slot,
                   const char    *field,
                   const char    *value,
                   gboolean       stays_open)
{
  const char *reason = bell_demo_changes[bell_demo_below (self, bell_demo_n_changes)];
  gboolean refused = bell_demo_chance (self, 20);

  bell_demo_step (self, story, at, by,
                  bell_command_new ("record.set", "record", "@", "slot", slot, field, value, "reason", reason, NULL));
  if (stays_open)
    return;
  bell_demo_step (self, story, at + bell_demo_minutes (self, 4, 12), decider,
                  bell_command_new ("approval.decide", "approval", "@", "approve", refused ? "false" : "true", "reason",
                                    refused ? bell_demo_refusals[bell_demo_below (self, bell_demo_n_refusals)] : NULL, NULL));
}

void
bell_demo_twist (BellDemo      *self,
                 BellDemoStory *story,
                 BellDemoTwist  twist,
                 gint64         from,
                 gint64         until,
                 const char    *by,
                 const char    *reviewer,
                 gboolean       stays_open)
{
  switch (twist)
    {
    case BELL_DEMO_BLOCKED:
      block (self, story, from, until, by, stays_open);
      break;
    case BELL_DEMO_EXCEPTION:
      except (self, story, from, until, by, reviewer, stays_open);
      break;
    case BELL_DEMO_MONEY:
      charge (self, story, from, until, by, reviewer, stays_open);
      break;
    case BELL_DEMO_PLAIN:
    case BELL_DEMO_SLOW:
    case BELL_DEMO_PROPOSAL:
    case BELL_DEMO_HANDOVER:
    case BELL_DEMO_REOPENED:
    case BELL_DEMO_N_TWISTS:
    default:
      break;
    }
}
