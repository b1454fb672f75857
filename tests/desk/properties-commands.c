/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "properties.h"

static const char *const people[] = {
  "Gina General",
  "Dora Duty",
  "Susan Super",
  "Sam Super",
  "Ivan Super",
  "Rita Relations",
  "Rui Relations",
  "Fred Front",
  "Lina Line",
  "Felix Finance",
  "Greta Group",
  "Seta Setup",
  "Sven Setup",
  "Aud Auditor",
  "Ada Keys",
};

static const char *const words[] = {
  "",
  "ok",
  "...",
  "The guest asked for it",
  "Out of stock",
  "😀 very odd",
  "10.00",
  "25.00 EUR",
  "700.00 EUR",
  "-1",
  "0",
  "3",
  "999999999999",
  "2026-11-27",
  "2026-11-27T18:00:00Z",
  "2027-01-01",
  "true",
  "false",
  "yes",
  "102",
  "haddad@example.org",
  "hotel system",
  "none",
  "refund",
};

static const char *const slots[] = { "owned", "validated", "tracked", "exception", "alerted", "audited" };
static const char *const statuses[] = { "new", "pending", "approved", "blocked", "complete" };

#define ANY(pool, list) ((list)[g_rand_int_range ((pool)->rand, 0, G_N_ELEMENTS (list))])

void
pool_init (Pool    *pool,
           guint32  seed)
{
  GPtrArray **lists[] = { &pool->records, &pool->tasks, &pool->exceptions, &pool->approvals, &pool->lines, &pool->alerts, &pool->guests };

  pool->rand = g_rand_new_with_seed (seed);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func (g_free);
}

void
pool_clear (Pool *pool)
{
  GPtrArray *lists[] = { pool->records, pool->tasks, pool->exceptions, pool->approvals, pool->lines, pool->alerts, pool->guests };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
  g_rand_free (pool->rand);
}

void
pool_add (GPtrArray    *list,
          const BellId *id)
{
  g_autofree char *text = bell_id_to_string (id);

  if (!g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, g_steal_pointer (&text));
}

const char *
pool_pick (Pool      *pool,
           GPtrArray *list)
{
  return list->len > 0 ? list->pdata[g_rand_int_range (pool->rand, 0, list->len)] : "no-such-thing";
}

gboolean
pool_chance (Pool  *pool,
             guint  one_in)
{
  return g_rand_int_range (pool->rand, 0, one_in) == 0;
}

const char *
pool_person (Pool *pool)
{
  return ANY (pool, people);
}

static BellCommand *
new_record (Pool            *pool,
            BellDefinitions *definitions)
{
  GPtrArray *workflows = bell_definitions_workflows (definitions);
  const BellWorkflow *workflow = workflows->pdata[g_rand_int_range (pool->rand, 0, workflows->len)];
  BellCommand *command = bell_command_new ("record.new", "workflow", workflow->id, NULL);

  if (!pool_chance (pool, 4))
    bell_command_set (command, "stay", pool_chance (pool, 4) ? "C-101" : "C-102");
  if (!pool_chance (pool, 4))
    hotel_add_values (command, workflow->kinds[BELL_SLOT_OWNED]->id, "f.");
  if (pool_chance (pool, 5))
    bell_command_set (command, "task", "");
  if (pool_chance (pool, 6))
    bell_command_set (command, "person", pool_person (pool));
  return command;
}

/* Mostly values that pass; now and then one that should not. */
static BellCommand *
set_values (Pool            *pool,
            BellDefinitions *definitions)
{
  int slot = g_rand_int_range (pool->rand, 0, BELL_N_SLOTS);
  const char *record = pool_pick (pool, pool->records);
  BellCommand *command = bell_command_new ("record.set", "record", record, "slot", slots[slot], "reason", ANY (pool, words), NULL);
  GPtrArray *workflows = bell_definitions_workflows (definitions);

  for (guint i = 0; i < workflows->len; i++)
    {
      const BellWorkflow *workflow = workflows->pdata[i];
      const BellKind *kind = workflow->kinds[slot];
      const BellFieldDef *field = kind->fields->pdata[g_rand_int_range (pool->rand, 0, kind->fields->len)];
      g_autofree char *argument = g_strconcat ("f.", field->name, NULL);

      if (!g_str_has_prefix (record, workflow->prefix))
        continue;
      if (!pool_chance (pool, 3))
        hotel_add_values (command, kind->id, "f.");
      if (pool_chance (pool, 2))
        bell_command_set (command, argument, ANY (pool, words));
    }
  return command;
}

static BellCommand *
about_record (Pool *pool)
{
  static const char *const causes[] = { "Late", "Lost", "Broken" };
  static const char *const impacts[] = { "none", "low", "medium", "high" };
  static const char *const kinds[] = { "charge", "refund", "deposit", "cost", "write-off" };
  static const char *const amounts[] = { "1.00", "30.00", "151.00", "601.00", "0", "-5" };
  const char *record = pool_pick (pool, pool->records);

  switch (g_rand_int_range (pool->rand, 0, 8))
    {
    case 0:
    case 1:
      return bell_command_new ("record.check", "record", record, "slot", ANY (pool, slots), NULL);
    case 2:
      return bell_command_new ("record.status", "record", record, "to", ANY (pool, statuses), "reason", ANY (pool, words), "waits-for", ANY (pool, words), NULL);
    case 3:
      return bell_command_new ("record.own", "record", record, "to", pool_person (pool), "reason", ANY (pool, words), NULL);
    case 4:
      return bell_command_new ("item.complete", "record", record, "slot", ANY (pool, slots), NULL);
    case 5:
      return bell_command_new ("task.new", "record", record, "title", ANY (pool, words), "assignee", pool_chance (pool, 2) ? pool_person (pool) : NULL, NULL);
    case 6:
      return bell_command_new ("exception.raise", "record", record, "cause", ANY (pool, causes), "note", ANY (pool, words), "impact", ANY (pool, impacts), NULL);
    default:
      return bell_command_new ("money.add", "record", record, "kind", ANY (pool, kinds), "amount", ANY (pool, amounts), "cause", ANY (pool, words), NULL);
    }
}

static BellCommand *
about_part (Pool *pool)
{
  static const char *const decisions[] = { "none", "accept", "correct", "compensate", "escalate" };
  static const char *const postings[] = { "open", "approved", "posted", "reconciled" };

  switch (g_rand_int_range (pool->rand, 0, 10))
    {
    case 0:
    case 1:
      return bell_command_new ("task.move", "task", pool_pick (pool, pool->tasks), "to", ANY (pool, statuses), "reason", ANY (pool, words),
                               "waits-for", ANY (pool, words), NULL);
    case 2:
      return bell_command_new ("task.assign", "task", pool_pick (pool, pool->tasks), "to", pool_person (pool), NULL);
    case 3:
      return bell_command_new ("task.note", "task", pool_pick (pool, pool->tasks), "text", ANY (pool, words), NULL);
    case 4:
      return bell_command_new ("exception.review", "exception", pool_pick (pool, pool->exceptions), "decision", ANY (pool, decisions),
                               "comment", ANY (pool, words), NULL);
    case 5:
    case 6:
      return bell_command_new ("approval.decide", "approval", pool_pick (pool, pool->approvals), "approve", pool_chance (pool, 3) ? "false" : "true",
                               "reason", ANY (pool, words), NULL);
    case 7:
      return pool_chance (pool, 3) ? bell_command_new ("approval.withdraw", "approval", pool_pick (pool, pool->approvals), NULL)
                                   : bell_command_new ("alert.seen", "alert", pool_pick (pool, pool->alerts), NULL);
    case 8:
      return bell_command_new ("money.reverse", "line", pool_pick (pool, pool->lines), "reason", ANY (pool, words), NULL);
    default:
      return bell_command_new ("money.post", "line", pool_pick (pool, pool->lines), "to", ANY (pool, postings), "reference", "V-17", NULL);
    }
}

/* Set-up is tried on Olaf, who never sits at the desk. */
static BellCommand *
about_hotel (Pool *pool)
{
  static const char *const roles[] = { "guest-relations", "general-manager", "administrator auditor", "wizard", "" };

  switch (g_rand_int_range (pool->rand, 0, 7))
    {
    case 0:
      return bell_command_new ("staff.set", "staff", "Olaf Relations", "active", pool_chance (pool, 2) ? "true" : "false", NULL);
    case 1:
      return bell_command_new ("staff.roles", "staff", pool_chance (pool, 3) ? pool_person (pool) : "Olaf Relations", "roles", ANY (pool, roles),
                               "reason", "", NULL);
    case 2:
      return bell_command_new ("staff.roles", "staff", "Olaf Relations", "roles", ANY (pool, roles), "reason", ANY (pool, words), NULL);
    case 3:
      return bell_command_new ("shift.new", "staff", pool_person (pool), "starts", "2026-11-24T06:00:00Z", "ends", "2026-11-24T14:00:00Z", NULL);
    case 4:
      return bell_command_new ("property.set", "property", "HLX", "city", ANY (pool, words), NULL);
    case 5:
      return bell_command_new ("definition.set", "name", "ladders", "text", "{ broken", "reason", ANY (pool, words), NULL);
    default:
      return bell_command_new (pool_chance (pool, 3) ? "guest.erase" : "guest.reveal", "guest", pool_pick (pool, pool->guests), "reason", ANY (pool, words), NULL);
    }
}

BellCommand *
pool_command (Pool            *pool,
              BellDefinitions *definitions)
{
  if (pool->records->len < 3 || pool_chance (pool, 25))
    return new_record (pool, definitions);
  if (pool_chance (pool, 12))
    return about_hotel (pool);
  if (pool_chance (pool, 10))
    return bell_command_new ("undo", NULL);
  switch (g_rand_int_range (pool->rand, 0, 3))
    {
    case 0:
      return set_values (pool, definitions);
    case 1:
      return about_record (pool);
    default:
      return about_part (pool);
    }
}
