/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bell-mismatch.h"
#include "bell-stay-compare.h"

void
bell_mismatch_free (BellMismatch *self)
{
  g_free (self->field);
  g_free (self->sentence);
  g_free (self->remedy);
  g_free (self);
}

static void
add (GPtrArray  *found,
     int         slot,
     const char *field,
     char       *sentence,
     const char *remedy)
{
  BellMismatch *mismatch;

  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (((BellMismatch *) found->pdata[i])->sentence, sentence))
      {
        g_free (sentence);
        return;
      }

  mismatch = g_new0 (BellMismatch, 1);
  mismatch->slot = slot;
  mismatch->field = g_strdup (field);
  mismatch->sentence = sentence;
  mismatch->remedy = g_strdup (remedy);
  g_ptr_array_add (found, mismatch);
}

/* Values of the item that no longer fit the stay. */
static void
compare_values (const BellKind *kind,
                BellItem       *item,
                BellStay       *after,
                GTimeZone      *zone,
                GPtrArray      *found)
{
  for (guint i = 0; item->values != NULL && i < kind->fields->len; i++)
    {
      const BellFieldDef *field = kind->fields->pdata[i];
      const char *value = g_hash_table_lookup (item->values, field->name);

      for (guint j = 0; value != NULL && j < field->stay_rules->len; j++)
        {
          const BellStayRule *rule = field->stay_rules->pdata[j];

          if (!bell_stay_rule_holds (rule, field->type, value, after, zone))
            add (found, item->slot, field->name, g_strdup (rule->message), rule->remedy);
        }
    }
}

static gboolean
is_off (BellStay *stay)
{
  return stay->status == BELL_STAY_STATUS_CANCELLED || stay->status == BELL_STAY_STATUS_NO_SHOW;
}

/* A stay that runs its course (reserved, in house, checked out) is no mismatch. */
static void
compare_changes (const BellKind *kind,
                 BellItem       *item,
                 BellStay       *before,
                 BellStay       *after,
                 GPtrArray      *found)
{
  for (int i = 0; kind->depends_on[i] != NULL; i++)
    {
      const char *part = kind->depends_on[i];
      const char *was = before != NULL ? bell_stay_part (before, part) : NULL;
      const char *is = bell_stay_part (after, part);

      if (g_str_equal (part, "status"))
        {
          if (is_off (after) && (before == NULL || !is_off (before)))
            add (found, item->slot, NULL,
                 g_strdup_printf (_("The stay is now “%s”, but “%s” is open."), bell_stay_status_label (after->status), kind->name),
                 _("Close the record, or settle it with the guest."));
        }
      else if (before != NULL && was != NULL && g_strcmp0 (was, is) != 0)
        add (found, item->slot, NULL,
             /* Translators: a part of the stay, its old and new value, and a kind of work */
             g_strdup_printf (_("The %s of the stay changed from %s to %s; “%s” is open."), bell_stay_part_label (part), was,
                              is != NULL ? is : "–", kind->name),
             _("Look whether the work still fits, and correct it."));
    }
}

GPtrArray *
bell_mismatch_find (BellDefinitions *definitions,
                    BellStay        *before,
                    BellStay        *after,
                    BellDossier     *dossier,
                    GTimeZone       *zone)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) bell_mismatch_free);

  g_return_val_if_fail (BELL_IS_DEFINITIONS (definitions), found);
  g_return_val_if_fail (BELL_IS_DOSSIER (dossier) && dossier->record != NULL, found);

  if (after == NULL || dossier->record->status == BELL_STATUS_COMPLETE)
    return found;

  for (int slot = 0; slot < BELL_N_SLOTS; slot++)
    {
      BellItem *item = dossier->items[slot];
      const BellKind *kind = item != NULL ? bell_definitions_kind (definitions, item->kind) : NULL;

      if (kind == NULL || item->status == BELL_STATUS_COMPLETE)
        continue;
      compare_values (kind, item, after, zone, found);
      /* An item that nobody has begun depends on nothing yet, but for the one that the record is about. */
      if (slot == BELL_SLOT_OWNED || item->status != BELL_STATUS_NEW || item->checked_at != 0)
        compare_changes (kind, item, before, after, found);
    }

  return found;
}

char *
bell_mismatch_tell (GPtrArray *mismatches)
{
  GString *text;

  g_return_val_if_fail (mismatches != NULL, NULL);

  if (mismatches->len == 0)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < mismatches->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((BellMismatch *) mismatches->pdata[i])->sentence);
  return g_string_free (text, FALSE);
}
