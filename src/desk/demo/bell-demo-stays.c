/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-date.h"
#include "bell-demo-private.h"
#include "bell-text.h"

static const char *const companies[] = { "Atlantic Freight", "Norddeutsche Werften", "Lumière Conseil", "Tejo Software", "Hanley & Sons", "Banco do Vale" };
static const char *const groups[] = { "Marathon Lisbon", "Wedding Brito–Conti", "Choir of Malmö", "Medical congress" };
static const char *const plans[] = { "BB", "BB", "BB", "RO", "HB", "BAR-10", "CORP" };
static const char *const types[] = { "STD", "STD", "STD", "DBL-CITY", "DLX", "DLX-RIVER", "FAM", "STE" };
static const char *const segments[] = { "Online", "Online", "Direct", "Corporate", "Groups", "Travel agents" };
static const char *const notes[] = { "Late arrival after ten.", "Celebrates an anniversary.", "Asks for a quiet room.", "Invoice to the company.", "Travels with a small dog.", "Arrives by train." };
static const char *const vips[] = { "Silver", "Gold", "Platinum", "Owner" };

#define PICK(self, list) ((list)[bell_demo_below (self, G_N_ELEMENTS (list))])

static void
say (BellStayRow   *row,
     BellStayField  field,
     const char    *value)
{
  g_set_str (&row->values[field], value);
}

static guint
count_words (const char *const *words)
{
  return g_strv_length ((char **) words);
}

/* The first nations of the list are met more often. */
static const BellDemoNation *
pick_nation (BellDemo *self)
{
  guint a = bell_demo_below (self, bell_demo_n_nations);
  guint b = bell_demo_below (self, bell_demo_n_nations);

  return &bell_demo_nations[MIN (a, b)];
}

static char *
address_of (const char *first,
            const char *last,
            guint       number)
{
  g_autofree char *folded_first = bell_text_fold (first);
  g_autofree char *folded_last = bell_text_fold (last);
  g_autofree char *ascii = NULL;
  g_autofree char *joined = g_strconcat (folded_first, ".", folded_last, NULL);
  GString *address = g_string_new (NULL);

  ascii = g_str_to_ascii (joined, "C");
  for (const char *sign = ascii; *sign != '\0'; sign++)
    if (g_ascii_isalnum (*sign) || *sign == '.')
      g_string_append_c (address, g_ascii_tolower (*sign));
  g_string_append_printf (address, "%u@example.com", number);
  return g_string_free (address, FALSE);
}

static void
make_guest (BellDemo    *self,
            BellStayRow *row)
{
  const BellDemoNation *nation = pick_nation (self);
  const char *first = nation->first[bell_demo_below (self, count_words (nation->first))];
  const char *last = nation->last[bell_demo_below (self, count_words (nation->last))];
  g_autofree char *email = address_of (first, last, self->stays->len);
  g_autofree char *phone = g_strdup_printf ("%s %07u", nation->phone, 1000000 + bell_demo_below (self, 8999999));

  say (row, BELL_STAY_FIELD_FIRST_NAME, first);
  say (row, BELL_STAY_FIELD_LAST_NAME, last);
  say (row, BELL_STAY_FIELD_EMAIL, email);
  say (row, BELL_STAY_FIELD_PHONE, phone);
  say (row, BELL_STAY_FIELD_COUNTRY, nation->country);
  say (row, BELL_STAY_FIELD_LANGUAGE, nation->language);
  if (bell_demo_chance (self, 7))
    say (row, BELL_STAY_FIELD_VIP, PICK (self, vips));
}

/* Somebody who was here before. */
static gboolean
bring_back (BellDemo     *self,
            BellDemoStay *stay)
{
  static const BellStayField fields[] = {
    BELL_STAY_FIELD_FIRST_NAME, BELL_STAY_FIELD_LAST_NAME, BELL_STAY_FIELD_EMAIL, BELL_STAY_FIELD_PHONE,
    BELL_STAY_FIELD_COUNTRY, BELL_STAY_FIELD_LANGUAGE, BELL_STAY_FIELD_VIP,
  };
  BellDemoStay *earlier;

  if (self->stays->len == 0)
    return FALSE;

  earlier = self->stays->pdata[bell_demo_below (self, self->stays->len)];
  if (earlier->out >= stay->in)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    say (stay->row, fields[i], earlier->row->values[fields[i]]);
  return TRUE;
}

static void
make_details (BellDemo    *self,
              BellStayRow *row)
{
  g_autofree char *adults = g_strdup_printf ("%u", 1 + bell_demo_below (self, 2));

  say (row, BELL_STAY_FIELD_ADULTS, adults);
  say (row, BELL_STAY_FIELD_CHILDREN, bell_demo_chance (self, 15) ? "2" : "0");
  say (row, BELL_STAY_FIELD_REQUESTS, bell_demo_chance (self, 40) ? "1" : "0");
  say (row, BELL_STAY_FIELD_RATE_PLAN, PICK (self, plans));
  say (row, BELL_STAY_FIELD_ROOM_TYPE, PICK (self, types));
  say (row, BELL_STAY_FIELD_MARKET_SEGMENT, PICK (self, segments));
  if (bell_demo_chance (self, 12))
    say (row, BELL_STAY_FIELD_COMPANY, PICK (self, companies));
  if (bell_demo_chance (self, 6))
    say (row, BELL_STAY_FIELD_GROUP, PICK (self, groups));
  if (bell_demo_chance (self, 15))
    say (row, BELL_STAY_FIELD_NOTES, PICK (self, notes));
}

void
bell_demo_tell_stay (BellDemo      *self,
                     BellDemoStay  *stay,
                     gint64         at,
                     BellStayField  field,
                     const char    *value)
{
  BellStayRow *row = bell_stay_row_copy (stay->row);

  say (row, field, value);
  bell_stay_row_seal (row);
  bell_demo_step_row (self, at, row);
}

static void
tell_life (BellDemo     *self,
           BellDemoStay *stay,
           int           arrival)
{
  int first = -(int) self->days - 8;
  int booked = MAX (arrival - 2 - (int) bell_demo_below (self, 30), first);
  guint fate = bell_demo_below (self, 100);

  stay->told = bell_demo_at (self, booked, 11, bell_demo_below (self, 60));
  bell_demo_tell_stay (self, stay, stay->told, BELL_STAY_FIELD_STATUS, "reserved");
  if (fate < 4)
    {
      stay->cancelled = TRUE;
      bell_demo_tell_stay (self, stay, bell_demo_at (self, MAX (arrival - 1, first), 16, bell_demo_below (self, 60)),
                           BELL_STAY_FIELD_STATUS, fate < 3 ? "cancelled" : "no-show");
      return;
    }
  bell_demo_tell_stay (self, stay, stay->in, BELL_STAY_FIELD_STATUS, "in-house");
  bell_demo_tell_stay (self, stay, stay->out, BELL_STAY_FIELD_STATUS, "checked-out");
}

static void
add_stay (BellDemo   *self,
          const char *room,
          int         arrival,
          int         nights)
{
  BellDemoStay *stay = g_new0 (BellDemoStay, 1);
  g_autofree char *confirmation = g_strdup_printf ("HA-%u", 40001 + self->stays->len);
  g_autofree char *from = bell_demo_day (self, arrival);
  g_autofree char *until = bell_demo_day (self, arrival + nights);

  stay->row = bell_stay_row_new (0);
  stay->in = bell_demo_at (self, arrival, 14, 30) + bell_demo_minutes (self, 0, 400);
  stay->out = bell_demo_at (self, arrival + nights, 7, 0) + bell_demo_minutes (self, 0, 280);
  say (stay->row, BELL_STAY_FIELD_CONFIRMATION, confirmation);
  say (stay->row, BELL_STAY_FIELD_ROOM, room);
  say (stay->row, BELL_STAY_FIELD_ARRIVAL, from);
  say (stay->row, BELL_STAY_FIELD_DEPARTURE, until);
  if (!bell_demo_chance (self, 25) || !bring_back (self, stay))
    make_guest (self, stay->row);
  make_details (self, stay->row);
  tell_life (self, stay, arrival);
  g_ptr_array_add (self->stays, stay);
}

void
bell_demo_add_stays (BellDemo *self)
{
  static const int nights[] = { 1, 2, 2, 2, 3, 3, 3, 4, 5, 7 };

  for (guint room = 0; self->rooms[room] != NULL; room++)
    {
      int day = -(int) self->days - (int) bell_demo_below (self, 4);

      while (day <= 9)
        {
          int length = PICK (self, nights);

          add_stay (self, self->rooms[room], day, length);
          day += length + (bell_demo_chance (self, 35) ? 1 + (int) bell_demo_below (self, 2) : 0);
        }
    }
}

/* --- Whom it concerns --- */

typedef struct
{
  gint64 told;
  gint64 from;
  gint64 until;
  gboolean arriving;
} Wanted;

static gboolean
is_wanted (BellDemoStay *stay,
           Wanted       *wanted)
{
  if (stay->cancelled)
    return FALSE;
  if (wanted->arriving)
    return stay->told < wanted->told && stay->in >= wanted->from && stay->in < wanted->until;
  return stay->in < wanted->from && stay->out > wanted->from;
}

/* Any of them: the search begins at a random place and goes round once. */
static BellDemoStay *
pick_stay (BellDemo *self,
           Wanted   *wanted)
{
  guint start = bell_demo_below (self, self->stays->len);

  for (guint i = 0; i < self->stays->len; i++)
    {
      BellDemoStay *stay = self->stays->pdata[(start + i) % self->stays->len];

      if (is_wanted (stay, wanted))
        return stay;
    }
  return NULL;
}

BellDemoStay *
bell_demo_in_house (BellDemo *self,
                    gint64    at)
{
  Wanted wanted = { at, at, at, FALSE };

  return pick_stay (self, &wanted);
}

BellDemoStay *
bell_demo_arriving (BellDemo *self,
                    gint64    at,
                    int       from_days,
                    int       to_days)
{
  Wanted wanted = { at, at + from_days * BELL_DAY, at + to_days * BELL_DAY, TRUE };

  return pick_stay (self, &wanted);
}
