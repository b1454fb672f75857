# SPDX-License-Identifier: GPL-3.0-or-later
"""A demonstration hotel for tests of the window: made once a run, copied for each test."""

import os
import shutil
import sqlite3
import subprocess
import tempfile

BUILD = os.environ.get("DESKBELL_BUILD_ROOT", "build")
PROGRAM = os.path.join(BUILD, "src/app/deskbell")
CTL = os.path.join(BUILD, "src/ctl/deskbellctl")


class Hotel:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="deskbell-hotel-")
        self.path = os.path.join(self.folder, "hotel.deskbell")
        subprocess.run([CTL, "--database", self.path, "demo", "--rooms", "60", "--days", "7", "--seed", "7"], check=True,
                       stdout=subprocess.DEVNULL)

    def copy(self, name):
        path = os.path.join(self.folder, name + ".deskbell")
        # The file may still have a log beside it; the backup takes both.
        with sqlite3.connect(self.path) as source, sqlite3.connect(path) as target:
            source.backup(target)
        return path

    def one(self, path, sql, *values):
        with sqlite3.connect(path) as hotel:
            return hotel.execute(sql, values).fetchone()

    def sign_in(self, path, role):
        """Options that sign somebody of this main role in, and the name."""
        name, pin = self.one(path, "SELECT name, demo_pin FROM staff WHERE roles = ? AND active = 1 ORDER BY name", role)
        file = path + ".pin"
        with open(file, "w", encoding="ascii") as out:
            out.write(pin)
        return ["--database", path, "--as", name, "--pin-file", file], name, pin

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)
