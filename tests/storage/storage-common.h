/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "bell-clock.h"
#include "bell-error.h"
#include "bell-txn.h"

G_BEGIN_DECLS

/* 2026-11-22T12:00:00Z; the day of all tests. */
#define NOON (G_GINT64_CONSTANT (1795348800) * BELL_SECOND)
#define TODAY "2026-11-22"

#define N_STAFF 3
#define N_GUESTS 12

/* A small hotel with something of everything. */
typedef struct
{
  BellId staff[N_STAFF];
  BellId guests[N_GUESTS];
  BellId stays[N_GUESTS];
  BellId records[N_GUESTS * 2];
  BellId tasks[N_GUESTS * 2];
} Hotel;

/* How many guests a hotel gets, at most N_GUESTS; twice as many records. */
extern int hotel_guests;

/* A fresh folder; and what removes it with all that it holds. */
char      *make_dir         (void);
void       remove_dir       (char            *dir);

BellStore *open_new         (const char      *dir);
BellStore *open_hotel       (const char      *dir,
                             Hotel           *hotel);

void       fill_hotel       (BellStore       *store,
                             Hotel           *hotel);

void       begin            (BellTxn         *txn,
                             const BellId    *who,
                             const char      *why);
void       write_ok         (BellStore       *store,
                             BellTxnFunc      func,
                             gpointer         data);
void       read_ok          (BellStore       *store,
                             BellTxnFunc      func,
                             gpointer         data);

BellRecord *new_record      (const char      *number,
                             const char      *title,
                             const BellId    *owner);

/* The raw file, beside the program; without its triggers where @tamper. */
sqlite3   *open_raw         (const char      *dir,
                             gboolean         tamper);
void       exec_raw         (sqlite3         *db,
                             const char      *sql);
gint64     integer_raw      (sqlite3         *db,
                             const char      *sql);

/* How often the bytes of @text (any case) stand in the files of @dir. */
guint      count_bytes      (const char      *dir,
                             const char      *text);

char      *database_of      (const char      *dir);

/* Fails the test unless the journal and the file are sound. */
void       assert_sound     (BellStore       *store);

/* A seed for the run, printed so that a failure can be repeated: DESKBELL_SEED. */
guint32    test_seed        (void);

void       add_store_tests   (void);
void       add_row_tests     (void);
void       add_list_tests    (void);
void       add_journal_tests (void);
void       add_erase_tests   (void);
void       add_backup_tests  (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

G_END_DECLS
