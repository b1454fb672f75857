/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-entity.h"
#include "bell-enums.h"

G_BEGIN_DECLS

#define BELL_TYPE_JOURNAL_ENTRY (bell_journal_entry_get_type ())
G_DECLARE_FINAL_TYPE (BellJournalEntry, bell_journal_entry, BELL, JOURNAL_ENTRY, BellEntity)

/**
 * BellJournalEntry:
 * @seq: order on this device
 * @dseq: position in the device's chain
 * @why: reason given
 * @property: with class_: the scope
 * @kind: table of the entity
 * @record: the record whose timeline shows it
 * @old_value: NULL when hidden, erased or none
 * @group_op: first entry of the same command
 * @hidden: the reader may not see the value
 * @hash: hex
 *
 * One change: the audit trail, the timeline, undo, handover and sync read the same entries.
 */
struct _BellJournalEntry
{
  BellEntity parent_instance;

  gint64 seq;
  char *device;
  gint64 dseq;
  BellId who;
  char *who_name;
  char *role;
  gint64 at;
  char *why;
  char *property;
  gint64 class_;
  gint64 verb;
  char *kind;
  BellId entity;
  BellId record;
  char *number;
  char *field;
  char *old_value;
  char *new_value;
  BellId group_op;
  gint64 hidden;
  gint64 erased;
  char *hash;
};

G_END_DECLS
