-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fails in its middle: nothing of it may stay.
CREATE TABLE half_done (id INTEGER PRIMARY KEY) STRICT;
UPDATE record SET floor = 'lost';
INSERT INTO no_such_table VALUES (1);
