/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-journal-entry.h"

G_DEFINE_FINAL_TYPE (BellJournalEntry, bell_journal_entry, BELL_TYPE_ENTITY)

static const BellField journal_entry_fields[] = {
  BELL_FIELD (BellJournalEntry, seq, INT, 0),
  BELL_FIELD (BellJournalEntry, device, TEXT, 0),
  BELL_FIELD (BellJournalEntry, dseq, INT, 0),
  BELL_FIELD (BellJournalEntry, who, ID, 0),
  BELL_FIELD (BellJournalEntry, who_name, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellJournalEntry, role, TEXT, 0),
  BELL_FIELD (BellJournalEntry, at, TIME, 0),
  BELL_FIELD (BellJournalEntry, why, TEXT, 0),
  BELL_FIELD (BellJournalEntry, property, TEXT, 0),
  BELL_FIELD_OF (BellJournalEntry, class_, bell_class, 0),
  BELL_FIELD_OF (BellJournalEntry, verb, bell_verb, 0),
  BELL_FIELD (BellJournalEntry, kind, TEXT, 0),
  BELL_FIELD (BellJournalEntry, entity, ID, 0),
  BELL_FIELD (BellJournalEntry, record, ID, 0),
  BELL_FIELD (BellJournalEntry, number, TEXT, BELL_FIELD_JOINED),
  BELL_FIELD (BellJournalEntry, field, TEXT, 0),
  BELL_FIELD (BellJournalEntry, old_value, TEXT, 0),
  BELL_FIELD (BellJournalEntry, new_value, TEXT, 0),
  BELL_FIELD (BellJournalEntry, group_op, ID, 0),
  BELL_FIELD (BellJournalEntry, hidden, FLAG, 0),
  BELL_FIELD (BellJournalEntry, erased, FLAG, 0),
  BELL_FIELD (BellJournalEntry, hash, TEXT, 0),
};

static void
bell_journal_entry_class_init (BellJournalEntryClass *klass)
{
  bell_entity_class_set_fields (BELL_ENTITY_CLASS (klass), "journal", journal_entry_fields, G_N_ELEMENTS (journal_entry_fields));
}

static void
bell_journal_entry_init (BellJournalEntry *self)
{
}
