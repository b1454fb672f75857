/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-date.h"
#include "bell-demo-private.h"
#include "bell-permissions.h"
#include "bell-pin.h"
#include "bell-validation.h"

#define PROPERTY "AUR"

/* The first one opens the hotel and gives the others their keys. */
static const struct
{
  const char *name;
  const char *roles;
  const char *department;
  char rota;
} staff[] = {
  { "Vasco Prata", "administrator", "it", 'o' },
  { "Isabel Albuquerque", "general-manager", "front-office", 'o' },
  { "Ricardo Sampaio", "duty-manager", "front-office", 'm' },
  { "Margarida Vale", "duty-manager", "front-office", 'e' },
  { "Thomas Keller", "duty-manager", "front-office", 'n' },
  { "Joana Esteves", "duty-manager", "guest-relations", 'e' },
  { "Ana Reis", "guest-relations", "guest-relations", 'm' },
  { "Miguel Tavares", "guest-relations", "guest-relations", 'm' },
  { "Chiara Bianchi", "guest-relations", "guest-relations", 'e' },
  { "Daniel Okafor", "guest-relations", "guest-relations", 'e' },
  { "Leonor Pinto", "guest-relations", "guest-relations", 'e' },
  { "Yuki Tanaka", "guest-relations", "guest-relations", 'n' },
  { "Inês Carvalho", "front-desk", "front-office", 'm' },
  { "Tiago Moreira", "front-desk", "front-office", 'm' },
  { "Sofia Lindqvist", "front-desk", "front-office", 'e' },
  { "Marek Dvořák", "front-desk", "front-office", 'e' },
  { "Rui Fontes", "front-desk", "front-office", 'n' },
  { "Helena Duarte", "supervisor", "front-office", 'm' },
  { "Beatriz Nogueira", "front-desk", "reservations", 'o' },
  { "Pedro Valente", "front-desk", "sales", 'o' },
  { "Graça Monteiro", "supervisor", "housekeeping", 'm' },
  { "Fátima Lopes", "line-staff", "housekeeping", 'm' },
  { "Olena Kovalenko", "line-staff", "housekeeping", 'm' },
  { "Rosa Mendes", "line-staff", "housekeeping", 'm' },
  { "Amina Diallo", "line-staff", "housekeeping", 'e' },
  { "Luísa Cardoso", "line-staff", "housekeeping", 'e' },
  { "Manuel Serra", "line-staff", "laundry", 'm' },
  { "António Barros", "supervisor", "engineering", 'm' },
  { "Carlos Figueira", "line-staff", "engineering", 'm' },
  { "Bogdan Ionescu", "line-staff", "engineering", 'e' },
  { "Filipe Antunes", "line-staff", "engineering", 'n' },
  { "Jorge Baptista", "line-staff", "concierge", 'm' },
  { "Émile Laurent", "line-staff", "concierge", 'e' },
  { "Diana Coelho", "line-staff", "room-service", 'm' },
  { "Hugo Matias", "line-staff", "room-service", 'e' },
  { "Patrícia Ramos", "supervisor", "food-and-beverage", 'e' },
  { "Lourenço Dias", "line-staff", "food-and-beverage", 'e' },
  { "Mariana Sousa", "line-staff", "spa", 'm' },
  { "Rodrigo Pires", "line-staff", "security", 'n' },
  { "Nuno Ferreira", "set-up-lead", "it", 'o' },
  { "Clara Weiss", "set-up-lead", "it", 'o' },
  { "Sérgio Matos", "line-staff", "it", 'o' },
  { "Teresa Guimarães", "finance", "finance", 'o' },
  { "Álvaro Pestana", "finance", "finance", 'o' },
  { "Henrik Solberg", "group", "finance", 'o' },
  { "Catarina Lobo", "auditor", "finance", 'o' },
};

/* --- Rooms --- */

/* Floors of at most 24 rooms: "101-124 201-224 …". */
static char *
name_rooms (guint n)
{
  GString *rooms = g_string_new (NULL);

  for (guint floor = 1; n > 0; floor++)
    {
      guint on_floor = MIN (n, 24);

      g_string_append_printf (rooms, "%s%u01-%u%02u", floor > 1 ? " " : "", floor, floor, on_floor);
      n -= on_floor;
    }
  return g_string_free (rooms, FALSE);
}

/* --- People --- */

static void
hire (BellDemo *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      BellDemoPerson *person = g_new0 (BellDemoPerson, 1);

      person->name = staff[i].name;
      person->roles = staff[i].roles;
      person->department = staff[i].department;
      person->rota = staff[i].rota;
      g_ptr_array_add (self->people, person);
    }
}

/* "1402", "1403", …: easy to read off the sign-in page, and all different. */
static char *
pin_of (guint person)
{
  return g_strdup_printf ("%u", 1402 + person * 37);
}

typedef struct
{
  BellDemo *demo;
  char **hashes;
  char *rooms;
} Opening;

static BellCommand *
person_command (Opening *opening,
                guint    i)
{
  BellDemoPerson *person = opening->demo->people->pdata[i];
  g_autofree char *pin = pin_of (i);

  return bell_command_new ("staff.new", "name", person->name, "roles", person->roles, "department", person->department,
                           "property", PROPERTY, "pin-hash", opening->hashes[i], "demo-pin", pin, NULL);
}

static gboolean
enter (BellTxn      *txn,
       BellDemo     *self,
       BellStaff    *actor,
       BellCommand  *command,
       BellId       *entity,
       GError      **error)
{
  BellDesk *desk = self->desk;
  gint64 at = bell_demo_at (self, -(int) self->days - 9, 9, 0);
  g_autoptr(BellCommand) owned = command;
  g_autoptr(BellOutcome) outcome = bell_door_enter (txn, desk->definitions, desk->property, desk->zone, actor, at, owned, error);

  if (outcome != NULL && entity != NULL)
    *entity = outcome->entity;
  return outcome != NULL;
}

static gboolean
open_hotel (BellTxn       *txn,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Opening *opening = data;
  BellDemo *self = opening->demo;
  BellId id;

  if (!enter (txn, self, NULL,
              bell_command_new ("property.set", "property", PROPERTY, "name", "Hotel Aurora", "city", "Lisbon", "currency", "EUR",
                                "zone", "Europe/Lisbon", "rooms", opening->rooms, "demo", "true", NULL), NULL, error))
    return FALSE;

  for (guint i = 0; i < self->people->len; i++)
    {
      BellDemoPerson *person = self->people->pdata[i];
      BellStaff *actor = i > 0 ? ((BellDemoPerson *) self->people->pdata[0])->staff : NULL;

      if (!enter (txn, self, actor, person_command (opening, i), &id, error))
        return FALSE;
      g_clear_object (&person->staff);
      person->staff = bell_txn_get (txn, BELL_TYPE_STAFF, &id, error);
      if (person->staff == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The PINs are shown on the sign-in page anyway, so their hashes may be cheap. */
static char **
hash_pins (BellDemo  *self,
           GError   **error)
{
  g_autoptr(GStrvBuilder) hashes = g_strv_builder_new ();

  for (guint i = 0; i < self->people->len; i++)
    {
      g_autofree char *pin = pin_of (i);
      char *hash = bell_pin_hash (pin, TRUE, error);

      if (hash == NULL)
        return NULL;
      g_strv_builder_take (hashes, hash);
    }
  return g_strv_builder_end (hashes);
}

/* --- Shifts --- */

static void
add_shift (BellDemo *self,
           guint     person,
           int       day,
           char      rota)
{
  static const struct { char rota; int from; int until; } hours[] = {
    { 'm', 7 * 60, 15 * 60 }, { 'e', 15 * 60, 23 * 60 }, { 'n', 23 * 60, 31 * 60 }, { 'o', 8 * 60 + 30, 17 * 60 + 30 },
  };
  g_autofree char *starts = NULL;
  g_autofree char *ends = NULL;
  BellDemoShift shift = { .person = person };

  for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      if (hours[i].rota != rota)
        continue;
      shift.starts = bell_demo_at (self, day, hours[i].from / 60, hours[i].from % 60);
      shift.ends = bell_demo_at (self, day + hours[i].until / 1440, hours[i].until / 60 % 24, hours[i].until % 60);
    }

  g_array_append_val (self->shifts, shift);
  starts = bell_time_to_iso8601 (shift.starts);
  ends = bell_time_to_iso8601 (shift.ends);
  /* The rota is written a week ahead, by the duty manager. */
  bell_demo_step (self, NULL, MIN (bell_demo_at (self, MAX (day, 1 - (int) self->days) - 8, 10, 0), self->now), "duty-manager",
                  bell_command_new ("shift.new", "staff", ((BellDemoPerson *) self->people->pdata[person])->name,
                                    "starts", starts, "ends", ends, NULL));
}

/* Five days on, two off; where only one person knows the night, that one has no night off in the weeks shown. */
static gboolean
works_on (BellDemo       *self,
          BellDemoPerson *person,
          guint           index,
          int             day)
{
  g_autofree char *date = bell_demo_day (self, day);
  g_autoptr(GDateTime) noon = NULL;
  int weekday;

  noon = g_date_time_new_from_unix_utc (bell_time_on_day (date, 12, 0, self->desk->zone) / BELL_SECOND);
  weekday = g_date_time_get_day_of_week (noon);
  if (person->rota == 'o')
    return weekday <= 5;
  return person->rota == 'n' || (day + 7000 + (int) index * 3) % 7 < 5;
}

static void
add_shifts (BellDemo *self)
{
  for (int day = -(int) self->days; day <= 7; day++)
    for (guint i = 0; i < self->people->len; i++)
      {
        BellDemoPerson *person = self->people->pdata[i];

        if (works_on (self, person, i, day))
          add_shift (self, i, day, person->rota);
      }
}

gboolean
bell_demo_open_hotel (BellDemo  *self,
                      GError   **error)
{
  Opening opening = { self };
  g_auto(GStrv) hashes = NULL;
  g_autofree char *rooms = name_rooms (self->n_rooms);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Lisbon");

  self->rooms = bell_rooms_expand (rooms);
  hire (self);
  if ((hashes = hash_pins (self, error)) == NULL)
    return FALSE;

  if (zone != NULL)
    {
      g_time_zone_unref (self->desk->zone);
      self->desk->zone = g_steal_pointer (&zone);
    }
  self->today = bell_time_day (self->now, self->desk->zone);
  opening.hashes = hashes;
  opening.rooms = rooms;
  if (!bell_store_write (self->desk->store, open_hotel, &opening, NULL, error) || !bell_desk_reload (self->desk, error))
    return FALSE;

  add_shifts (self);
  return TRUE;
}

/* --- Who acts --- */

static gboolean
is_meant (BellDemoPerson *person,
          const char     *role,
          gsize           role_length,
          const char     *department)
{
  return strlen (person->roles) == role_length && strncmp (person->roles, role, role_length) == 0 &&
         (department == NULL || g_str_equal (person->department, department));
}

static gboolean
is_on_duty (BellDemo *self,
            guint     person,
            gint64    at)
{
  for (guint i = 0; i < self->shifts->len; i++)
    {
      BellDemoShift *shift = &g_array_index (self->shifts, BellDemoShift, i);

      if (shift->person == person && shift->starts <= at && shift->ends > at)
        return TRUE;
    }
  return FALSE;
}

BellStaff *
bell_demo_on_duty (BellDemo   *self,
                   const char *who,
                   gint64      at,
                   guint       choice)
{
  gsize role_length = strcspn (who, "@");
  const char *department = who[role_length] != '\0' ? who + role_length + 1 : NULL;
  g_autoptr(GPtrArray) there = g_ptr_array_new ();
  g_autoptr(GPtrArray) any = g_ptr_array_new ();

  for (guint i = 0; i < self->people->len; i++)
    {
      BellDemoPerson *person = self->people->pdata[i];

      if (!is_meant (person, who, role_length, department))
        continue;
      g_ptr_array_add (any, person->staff);
      if (is_on_duty (self, i, at))
        g_ptr_array_add (there, person->staff);
    }

  g_assert (any->len > 0);
  return there->len > 0 ? there->pdata[choice % there->len] : any->pdata[choice % any->len];
}

BellStaff *
bell_demo_other (BellDemo     *self,
                 const char   *role,
                 const BellId *owner,
                 guint         choice)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < self->people->len; i++)
    {
      BellDemoPerson *person = self->people->pdata[i];

      if (is_meant (person, role, strlen (role), NULL) &&
          !bell_id_equal (owner, bell_entity_get_id (BELL_ENTITY (person->staff))))
        g_ptr_array_add (others, person->staff);
    }
  g_assert (others->len > 0);
  return others->pdata[choice % others->len];
}

const char *
bell_demo_hands_of (const char *department)
{
  static const char *const hands[][2] = {
    { "front-office", "front-desk@front-office" },
    { "guest-relations", "guest-relations" },
    { "concierge", "line-staff@concierge" },
    { "housekeeping", "line-staff@housekeeping" },
    { "laundry", "line-staff@laundry" },
    { "engineering", "line-staff@engineering" },
    { "food-and-beverage", "line-staff@food-and-beverage" },
    { "room-service", "line-staff@room-service" },
    { "spa", "line-staff@spa" },
    { "security", "line-staff@security" },
    { "it", "line-staff@it" },
    { "finance", "finance" },
    { "reservations", "front-desk@reservations" },
    { "sales", "front-desk@sales" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hands); i++)
    if (g_strcmp0 (department, hands[i][0]) == 0)
      return hands[i][1];
  return "duty-manager";
}
