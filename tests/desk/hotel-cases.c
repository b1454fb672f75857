/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotel.h"

#define GUEST_WORK(id, stay_) \
  { id, "Rita Relations", "Rui Relations", "Dora Duty", "Dora Duty", "Seta Setup", stay_, { "Rita Relations", "Rita Relations", "Rita Relations", "Rita Relations", "Rita Relations", "Rita Relations" } }

const HotelCase hotel_cases[N_HOTEL_CASES] = {
  /* Owner views name the owner of a unit and unit rules name amounts: a set-up lead sees neither. */
  { "customer-journey", "Seta Setup", "Sven Setup", "Dora Duty", "Gina General", "Rita Relations", NULL, { "Seta Setup", "Seta Setup", "Seta Setup", "Gina General", "Gina General", "Gina General" } },
  GUEST_WORK ("crm", "C-102"),
  GUEST_WORK ("guest-experience", "C-102"),
  GUEST_WORK ("package", "C-102"),
  { "boutique", "Seta Setup", "Sven Setup", "Dora Duty", "Gina General", "Rita Relations", NULL, { "Seta Setup", "Seta Setup", "Seta Setup", "Seta Setup", "Seta Setup", "Gina General" } },
};

/* Values of each kind that every rule of the shipped definitions accepts, for the stay C-102. */
static const struct
{
  const char *kind;
  const char *values[24];
} good[] = {
  { "property-setup", { "step", "rooms", "code", "HLX", "rooms", "24", "currency", "EUR", "zone", "Europe/Lisbon" } },
  { "data-mapping", { "outside-system", "hotel system", "entity", "room", "outside-code", "0101", "own-code", "101", "unmapped", "0" } },
  { "sync-check", { "outside-system", "hotel system", "entity", "stays", "counted-there", "10", "counted-here", "10", "difference", "0", "checked-time", "2026-11-23T09:00:00Z" } },
  { "migration-step", { "source", "Old guest book", "stage", "trial", "rows-read", "10", "rows-taken", "9", "rows-refused", "1", "cost", "20.00 EUR" } },
  { "owner-view", { "unit", "A1", "unit-owner", "Anton Unit", "period-start", "2026-10-01", "period-end", "2026-10-31" } },
  { "unit-rule", { "unit", "A1", "rule", "minimum-stay", "value", "2 nights", "effect-kind", "charge", "effect", "40.00 EUR", "valid-from", "2026-12-01" } },
  { "guest-request", { "category", "amenities", "text", "two towels", "room", "102", "quantity", "2", "promised-time", "2026-11-27T19:00:00Z" } },
  { "pre-arrival-message", { "template", "pre-arrival", "language", "en", "channel", "e-mail", "arrival", "2026-11-26", "send-time", "2026-11-24T09:00:00Z", "address", "haddad@example.org", "consent", "true" } },
  { "preference-note", { "topic", "bed", "value", "firm pillow", "source", "guest", "lasting", "this-stay" } },
  { "service-recovery", { "cause", "noise", "severity", "medium", "mood", "annoyed", "happened", "A drill next door at seven", "steps", "Listened, moved the guest", "compensation-kind", "cost", "compensation", "20.00 EUR" } },
  { "feedback-score", { "source", "survey", "scale", "0-10", "score", "9", "received", "2026-11-23T08:00:00Z", "goodwill", "10.00 EUR" } },
  { "campaign-reply", { "campaign", "Winter", "answer", "yes", "replied", "2026-11-23T08:00:00Z", "channel", "e-mail", "consent", "false", "revenue", "50.00 EUR" } },
  { "post-stay-follow-up", { "purpose", "thanks", "due", "2026-12-01T10:00:00Z", "channel", "e-mail", "address", "haddad@example.org" } },
  { "loyalty-action", { "programme", "Deskbell Circle", "action", "credit", "number", "AB1234", "points", "100" } },
  { "configuration-test", { "area", "taxes", "tested", "City tax", "expected", "two euros", "found", "two euros", "passed", "true", "tested-time", "2026-11-23T09:00:00Z" } },
  { "rollout-status", { "department", "housekeeping", "stage", "training", "people", "10", "trained", "5", "go-live", "2026-12-01" } },
};

void
hotel_add_values (BellCommand *command,
                  const char  *kind,
                  const char  *prefix)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    for (guint j = 0; g_str_equal (good[i].kind, kind) && j + 1 < G_N_ELEMENTS (good[i].values) && good[i].values[j] != NULL; j += 2)
      {
        g_autofree char *name = g_strconcat (prefix, good[i].values[j], NULL);

        bell_command_set (command, name, good[i].values[j + 1]);
      }
}
