-- SPDX-License-Identifier: GPL-3.0-or-later
-- A made-up second form, so that the way from one to the next is tried before there is a real one.
ALTER TABLE record ADD COLUMN floor TEXT;
UPDATE record SET floor = substr(room, 1, 1);
CREATE INDEX record_floor ON record (floor);
