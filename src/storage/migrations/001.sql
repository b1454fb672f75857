-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first form of a hotel's file. Ids are UUIDv7, instants microseconds UTC (NULL = none), references soft:
-- rows of a synchronised hotel may arrive in any order.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
CREATE TABLE number_series (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE property (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT,
  city TEXT,
  currency TEXT,
  zone TEXT,
  rooms TEXT,
  demo INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX property_code ON property (code);

CREATE TABLE staff (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  name TEXT,
  roles TEXT,
  department TEXT,
  property TEXT,
  active INTEGER NOT NULL DEFAULT 1,
  demo_pin TEXT,
  name_key TEXT AS (lower(coalesce(name, ''))) VIRTUAL
) STRICT;
CREATE INDEX staff_name ON staff (name_key, id);

CREATE TABLE staff_secret (
  staff BLOB PRIMARY KEY CHECK (length(staff) = 16),
  pin_hash TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE shift (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  staff BLOB,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER
) STRICT;
CREATE INDEX shift_start ON shift (starts_at, id, ends_at, staff);
CREATE INDEX shift_staff ON shift (staff, starts_at, ends_at);

CREATE TABLE guest (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  prefix TEXT,
  first_name TEXT,
  last_name TEXT,
  phone TEXT,
  email TEXT,
  address TEXT,
  language TEXT,
  country TEXT,
  vip TEXT,
  notes TEXT,
  erased_at INTEGER,
  last_key TEXT AS (lower(coalesce(last_name, ''))) VIRTUAL,
  first_key TEXT AS (lower(coalesce(first_name, ''))) VIRTUAL,
  email_key TEXT AS (lower(trim(email))) VIRTUAL,
  phone_key TEXT AS (replace(replace(replace(replace(replace(replace(replace(phone,
    ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', '')) VIRTUAL,
  is_live INTEGER AS (erased_at IS NULL) VIRTUAL
) STRICT;
CREATE INDEX guest_name ON guest (is_live, last_key, first_key, id) WHERE is_live = 1;
CREATE INDEX guest_email ON guest (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX guest_phone ON guest (phone_key) WHERE phone_key IS NOT NULL;

CREATE TABLE stay (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  property TEXT,
  confirmation TEXT,
  guest BLOB,
  surname TEXT,
  room TEXT,
  room_type TEXT,
  arrival TEXT,
  departure TEXT,
  status INTEGER NOT NULL DEFAULT 0,
  vip TEXT,
  group_name TEXT,
  company TEXT,
  adults INTEGER NOT NULL DEFAULT 0,
  children INTEGER NOT NULL DEFAULT 0,
  rate_plan TEXT,
  segment TEXT,
  country TEXT,
  requests INTEGER NOT NULL DEFAULT 0,
  imported_at INTEGER,
  digest TEXT,
  -- Right-aligned, so that room 9 comes before room 412.
  room_key TEXT AS (substr('        ' || coalesce(room, ''), -8)) VIRTUAL,
  surname_key TEXT AS (lower(coalesce(surname, ''))) VIRTUAL,
  is_long INTEGER AS (julianday(departure) - julianday(arrival) > 30) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX stay_confirmation ON stay (confirmation, property);
CREATE INDEX stay_arrival ON stay (arrival, room_key, surname_key, id, departure, status);
CREATE INDEX stay_departure ON stay (departure, room_key, surname_key, id, status);
CREATE INDEX stay_long ON stay (is_long, departure, arrival, status) WHERE is_long = 1;
CREATE INDEX stay_room ON stay (room, departure, arrival);
CREATE INDEX stay_guest ON stay (guest, arrival, id);

CREATE TABLE record (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  property TEXT,
  workflow TEXT,
  number TEXT,
  title TEXT,
  status INTEGER NOT NULL DEFAULT 0,
  "trigger" INTEGER NOT NULL DEFAULT 0,
  owner BLOB NOT NULL,
  owner_role TEXT,
  owner_why TEXT,
  department TEXT,
  stay BLOB,
  guest BLOB,
  room TEXT,
  opened_at INTEGER NOT NULL,
  opened_by BLOB,
  closed_at INTEGER,
  due_at INTEGER,
  ladder TEXT,
  ladder_level INTEGER NOT NULL DEFAULT 0,
  ladder_warned INTEGER NOT NULL DEFAULT 0,
  ladder_at INTEGER,
  blocked_at INTEGER,
  blocked_reason TEXT,
  waits_for TEXT,
  status_before INTEGER NOT NULL DEFAULT 0,
  paused INTEGER NOT NULL DEFAULT 0,
  reopened INTEGER NOT NULL DEFAULT 0,
  next_code TEXT,
  next_text TEXT,
  next_staff BLOB,
  next_role TEXT,
  next_due INTEGER,
  open_exceptions INTEGER NOT NULL DEFAULT 0,
  open_approvals INTEGER NOT NULL DEFAULT 0,
  mismatch TEXT,
  -- Partial indexes say is_open = 1: the planner does not see that status = 1 implies status <> 4.
  is_open INTEGER AS (status <> 4) VIRTUAL,
  due_key INTEGER AS (coalesce(next_due, due_at, 9223372036854775807)) VIRTUAL
) STRICT;
CREATE INDEX record_number ON record (number);
CREATE INDEX record_opened ON record (opened_at, id);
CREATE INDEX record_workflow ON record (workflow, opened_at, id);
CREATE INDEX record_workflow_status ON record (workflow, status, opened_at, id);
CREATE INDEX record_status ON record (status, opened_at, id);
CREATE INDEX record_owner ON record (owner, opened_at, id);
CREATE INDEX record_stay ON record (stay, opened_at, id) WHERE stay IS NOT NULL;
CREATE INDEX record_guest ON record (guest, opened_at, id) WHERE guest IS NOT NULL;
CREATE INDEX record_open_due ON record (is_open, due_key, id, next_staff, next_role, property) WHERE is_open = 1;
CREATE INDEX record_open_next ON record (is_open, next_staff, due_key) WHERE is_open = 1;
CREATE INDEX record_open_workflow ON record (is_open, workflow, opened_at, id, property) WHERE is_open = 1;
CREATE INDEX record_open ON record (is_open, opened_at, id) WHERE is_open = 1;
CREATE INDEX record_open_owner ON record (is_open, owner, opened_at, id) WHERE is_open = 1;
CREATE INDEX record_open_author ON record (is_open, opened_by, due_key, id) WHERE is_open = 1;
CREATE INDEX record_open_stay ON record (is_open, stay, opened_at, id) WHERE is_open = 1 AND stay IS NOT NULL;
CREATE INDEX record_open_guest ON record (is_open, guest, opened_at, id) WHERE is_open = 1 AND guest IS NOT NULL;
CREATE INDEX record_ladder ON record (ladder_at, id) WHERE ladder_at IS NOT NULL;

CREATE TABLE item (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  record BLOB NOT NULL,
  slot INTEGER NOT NULL,
  kind TEXT,
  status INTEGER NOT NULL DEFAULT 0,
  "values" TEXT,
  -- The stricter classes that hold values (bits); a reader's own classes are taken off when it is read.
  hidden INTEGER NOT NULL DEFAULT 0,
  checked_at INTEGER,
  checked_by BLOB,
  completed_at INTEGER,
  completed_by BLOB,
  -- Names of the values that an erasure of the guest destroys, separated by spaces.
  personal TEXT
) STRICT;
CREATE UNIQUE INDEX item_slot ON item (record, slot);

CREATE TABLE item_value (
  record BLOB NOT NULL,
  slot INTEGER NOT NULL,
  class INTEGER NOT NULL,
  doc TEXT NOT NULL,
  personal TEXT,
  PRIMARY KEY (record, slot, class)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  record BLOB,
  property TEXT,
  department TEXT,
  kind TEXT,
  title TEXT,
  room TEXT,
  status INTEGER NOT NULL DEFAULT 0,
  assignee BLOB,
  created_at INTEGER,
  due_at INTEGER,
  started_at INTEGER,
  done_at INTEGER,
  blocked_at INTEGER,
  blocked_reason TEXT,
  waits_for TEXT,
  paused INTEGER NOT NULL DEFAULT 0,
  notes TEXT,
  is_open INTEGER AS (status <> 4) VIRTUAL,
  due_key INTEGER AS (coalesce(due_at, 9223372036854775807)) VIRTUAL
) STRICT;
CREATE INDEX task_record ON task (record, created_at, id);
CREATE INDEX task_board ON task (is_open, department, status, due_key, id, property) WHERE is_open = 1;
CREATE INDEX task_board_all ON task (is_open, status, due_key, id, property) WHERE is_open = 1;
CREATE INDEX task_done ON task (is_open, department, done_at, id, property) WHERE is_open = 0;
CREATE INDEX task_done_all ON task (is_open, done_at, id, property) WHERE is_open = 0;
CREATE INDEX task_assignee ON task (is_open, assignee) WHERE is_open = 1;

CREATE TABLE exception (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  record BLOB,
  kind TEXT,
  cause TEXT,
  note TEXT,
  impact INTEGER NOT NULL DEFAULT 0,
  comment TEXT,
  minor INTEGER NOT NULL DEFAULT 0,
  currency TEXT,
  raised_by BLOB,
  raised_at INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0,
  decision INTEGER NOT NULL DEFAULT 0,
  reviewed_by BLOB,
  reviewed_at INTEGER,
  is_open INTEGER AS (state = 0) VIRTUAL,
  impact_key INTEGER AS (-impact) VIRTUAL
) STRICT;
CREATE INDEX exception_record ON exception (record, raised_at, id);
CREATE INDEX exception_open ON exception (is_open, impact_key, raised_at, id) WHERE is_open = 1;
CREATE INDEX exception_raised ON exception (raised_at, id);

CREATE TABLE approval (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  record BLOB,
  slot INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  field TEXT,
  class INTEGER NOT NULL DEFAULT 0,
  old_value TEXT,
  new_value TEXT,
  minor INTEGER NOT NULL DEFAULT 0,
  currency TEXT,
  money_line BLOB,
  proposed_by BLOB,
  proposed_at INTEGER NOT NULL,
  reason TEXT,
  role TEXT,
  state INTEGER NOT NULL DEFAULT 0,
  decided_by BLOB,
  decided_at INTEGER,
  decision_reason TEXT,
  is_open INTEGER AS (state = 0) VIRTUAL
) STRICT;
CREATE INDEX approval_record ON approval (record, proposed_at, id);
CREATE INDEX approval_open ON approval (is_open, proposed_at, id) WHERE is_open = 1;
CREATE INDEX approval_proposed ON approval (proposed_at, id);

CREATE TABLE alert (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  record BLOB,
  cause INTEGER NOT NULL DEFAULT 0,
  role TEXT,
  staff BLOB,
  level INTEGER NOT NULL DEFAULT 0,
  text TEXT,
  raised_at INTEGER NOT NULL,
  seen_at INTEGER,
  seen_by BLOB,
  resolved_at INTEGER,
  is_open INTEGER AS (resolved_at IS NULL) VIRTUAL
) STRICT;
CREATE INDEX alert_record ON alert (record, raised_at, id);
CREATE INDEX alert_open ON alert (is_open, raised_at, id, staff, role) WHERE is_open = 1;

CREATE TABLE money_line (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  revision INTEGER NOT NULL,
  record BLOB,
  stay BLOB,
  kind INTEGER NOT NULL DEFAULT 0,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  cause TEXT,
  reverses BLOB,
  reversed INTEGER NOT NULL DEFAULT 0,
  posting INTEGER NOT NULL DEFAULT 0,
  made_by BLOB,
  made_at INTEGER,
  approved_by BLOB,
  reference TEXT
) STRICT;
CREATE INDEX money_line_record ON money_line (record, made_at, id);
CREATE INDEX money_line_stay ON money_line (stay) WHERE stay IS NOT NULL;
CREATE UNIQUE INDEX money_line_reverses ON money_line (reverses) WHERE reverses IS NOT NULL;

-- The audit trail: the operation that a later synchronisation ships, as it was made.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  op BLOB NOT NULL UNIQUE CHECK (length(op) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  dseq INTEGER NOT NULL,
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  who BLOB,
  role TEXT,
  at INTEGER NOT NULL,
  hlc INTEGER,
  why TEXT,
  property TEXT,
  class INTEGER NOT NULL,
  kind TEXT NOT NULL,
  entity BLOB,
  record BLOB,
  verb INTEGER NOT NULL,
  field TEXT,
  old TEXT,
  new TEXT,
  group_op BLOB NOT NULL CHECK (length(group_op) = 16),
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
CREATE INDEX journal_at ON journal (at);
CREATE INDEX journal_who ON journal (who, at) WHERE who IS NOT NULL;
CREATE INDEX journal_kind ON journal (kind, at);
CREATE INDEX journal_entity ON journal (entity) WHERE entity IS NOT NULL;
CREATE INDEX journal_record ON journal (record) WHERE record IS NOT NULL;
CREATE TRIGGER journal_keep BEFORE UPDATE ON journal BEGIN
  SELECT raise(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_stay BEFORE DELETE ON journal BEGIN
  SELECT raise(ABORT, 'the journal is append-only');
END;

-- Values of a class above ops and personal ones: an erasure deletes the row, the entry keeps the salted digest.
CREATE TABLE journal_value (
  seq INTEGER PRIMARY KEY,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  old TEXT,
  new TEXT,
  why TEXT,
  personal INTEGER NOT NULL
) STRICT;
CREATE TRIGGER journal_value_keep BEFORE UPDATE ON journal_value BEGIN
  SELECT raise(ABORT, 'the journal is append-only');
END;

CREATE TABLE search_doc (
  row INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  entity BLOB NOT NULL UNIQUE,
  record BLOB,
  class INTEGER NOT NULL,
  property TEXT,
  title TEXT,
  body TEXT,
  at INTEGER
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (title, body,
  content = 'search_doc', content_rowid = 'row',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
