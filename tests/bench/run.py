#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev bench: how fast Deskbell is, as ratios to raw probes of the same run.

run.py BUILD-DIRECTORY [--records N] [--runs N] [--only PART]

Parts: storage, save, desk, window, board. All of them run on one file, made on first use and kept in BUILD-DIRECTORY/bench-data:

1. `deskbellctl demo` makes a demonstration hotel of 300 rooms: people with their PINs, definitions, two weeks of work
   and what is open today. Everything in it is made by the desk's own commands.
2. `bench-load` puts the older work under it: N / 5 stays with their guests over five years, N records, 2,000 of them
   open, a task for every second one; about five journal entries for each record. It writes through the storage (rows,
   journal with its hashes, search), in the order of time.

The board is scrolled on a second file with 100,000 open cards. A small file with 1,000 records shows whether the size
makes a difference. What writes, writes on copies.
"""

import argparse
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WITH_DISPLAY = os.path.join(HERE, "..", "with-display")
PERSON = "Ricardo Sampaio"

PARTS = ["storage", "save", "desk", "window", "board"]

# The board's own file: so many open cards on the newest records.
CARDS = 100000
CARD_RECORDS = 10000

# What peers took on the same kind of machine, recorded once; printed beside ours, never computed with.
PEERS = [
    ("gnome-text-editor, start", "2.0 × the empty window"),
    ("Planify, start", "2.1 × the empty window"),
    ("Planify, board of 10,000 cards", "85 s, 2.3 GB"),
    ("Kanboard in Chromium, board of 10,000 cards", "14 s, 1.8 GB"),
]


class Bench:
    def __init__(self, build, records, runs):
        self.build = os.path.abspath(build)
        self.records = records
        self.runs = runs
        self.folder = os.path.join(self.build, "bench-data")
        os.makedirs(self.folder, exist_ok=True)
        self.ctl = os.path.join(self.build, "src/ctl/deskbellctl")
        self.program = os.path.join(self.build, "src/app/deskbell")

    def tool(self, name):
        return os.path.join(self.build, "tests/bench", name)

    def hotel(self, records, cards=0):
        """A demonstration hotel with so many older records and open cards, made on first use."""
        path = os.path.join(self.folder, f"hotel-{records}{f'-{cards}' if cards else ''}.deskbell")
        if not os.path.exists(path):
            print(f"Making a hotel with {records:,} records …", flush=True)
            part = path + ".part"
            for suffix in ("", "-wal", "-shm"):
                if os.path.exists(part + suffix):
                    os.remove(part + suffix)
            subprocess.run([self.ctl, "--database", part, "demo", "--rooms", "300", "--days", "14", "--seed", "1"], check=True)
            subprocess.run([os.path.join(self.build, "tests/storage/bench-load"), part, str(records), str(cards)], check=True)
            os.replace(part, path)
        return path

    def pin(self, path):
        """A file with the PIN that the demonstration hotel shows on its sign-in page."""
        with sqlite3.connect(path) as hotel:
            number = hotel.execute("SELECT demo_pin FROM staff WHERE name = ?", (PERSON,)).fetchone()
        if number is None:
            sys.exit("The demonstration hotel has no " + PERSON)
        file = os.path.join(self.folder, "pin")
        with open(file, "w", encoding="ascii") as out:
            out.write(number[0])
        return file, number[0]

    def run(self, *words, display=False):
        command = ([WITH_DISPLAY] if display else []) + list(words)
        env = {**os.environ, "GSETTINGS_BACKEND": "memory", "GSETTINGS_SCHEMA_DIR": os.path.join(self.build, "data"),
               "GTK_A11Y": "none", "GSK_RENDERER": "cairo", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, env=env, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    # --- The parts ---

    def storage(self):
        print("\nStorage, beside raw SQLite that writes the same rows in the same run")
        print(self.run(os.path.join(self.build, "tests/storage/bench-storage"), self.hotel(self.records), self.folder, "verify"), end="")

    def save(self):
        path = self.hotel(self.records)
        print("\nSaving at the desk, beside raw SQLite that writes the very same rows (targets: a command 0.6 ×, import 0.4 ×)", flush=True)
        with tempfile.TemporaryDirectory(dir=self.folder) as scratch:
            ours, raw = (shutil.copy(path, os.path.join(scratch, name)) for name in ("ours.deskbell", "raw.deskbell"))
            print(self.run(self.tool("bench-save"), ours, raw, PERSON, self.pin(path)[1]), end="")

    def desk(self):
        path = self.hotel(self.records)
        print(f"\nThe desk in processor time, with {self.records:,} records (targets: lists 10 ms, counts 2 ms, search p99 30 ms)")
        print(self.run(self.tool("bench-desk"), path, PERSON, self.pin(path)[1]), end="")

    def first_frames(self, commands):
        """The same commands in turn, so that all meet the same machine; medians by name."""
        seen = {name: [] for name, _ in commands}
        for turn in range(self.runs + 1):
            for name, command in commands:
                told = self.run(self.tool("bench-first-frame"), *command, display=True)
                if turn > 0:
                    seen[name].append({key: float(value) for key, value in re.findall(r"(\w+)=([-\d.]+)", told)})
        return {name: {key: statistics.median(run[key] for run in runs) for key in runs[0]} for name, runs in seen.items()}

    def window(self):
        pin = self.pin(self.hotel(1000))[0]

        # Every start writes a sign-in: on copies, so that the hotels stay as they were made.
        with tempfile.TemporaryDirectory(dir=self.folder) as scratch:
            small, big, cards = (shutil.copy(path, scratch)
                                 for path in (self.hotel(1000), self.hotel(self.records), self.hotel(CARD_RECORDS, CARDS)))
            self.starts(small, big, cards, pin)

    def starts(self, small, big, cards, pin):
        def start(path, page):
            return [self.program, "--database", path, "--as", PERSON, "--pin-file", pin, "--page", page]

        commands = [
            ("empty window", [self.tool("bench-empty-window")]),
            ("start page, 1,000 records", start(small, "work")),
            (f"start page, {self.records:,} records", start(big, "work")),
            (f"board, {self.records:,} records", start(big, "board")),
            (f"board, {CARDS:,} cards", start(cards, "board")),
        ]
        print(f"\nThe window from outside, cairo, medians of {self.runs} (targets: start page 1.5 ×, board 2 ×, memory + 40 MB)")
        medians = self.first_frames(commands)
        empty = medians["empty window"]
        for name, _ in commands:
            told = medians[name]
            print(f"{name:34s} first {told['first_ms']:6.0f} ms = {told['first_ms'] / empty['first_ms']:4.2f} ×   "
                  f"whole {told['complete_ms']:6.0f} ms   processor {told['cpu_s']:4.2f} s = {told['cpu_s'] / max(empty['cpu_s'], 0.01):4.2f} ×   "
                  f"memory {told['rss_mb']:5.0f} MB = {told['rss_mb'] - empty['rss_mb']:+4.0f}")
        for name, told in PEERS:
            print(f"  recorded: {name}: {told}")

    def board(self):
        path = self.hotel(CARD_RECORDS, CARDS)
        print(f"\nScrolling a board of {CARDS:,} cards, main-thread work (targets: p99 16 ms and 1.2 × the bare list)")
        print(self.run(self.tool("bench-board"), "probe", display=True), end="")
        print(self.run(self.tool("bench-board"), path, PERSON, self.pin(path)[1], display=True), end="")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--records", type=int, default=1000000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", choices=PARTS)
    options = parser.parse_args()
    bench = Bench(options.build, options.records, options.runs)
    for part in PARTS:
        if options.only in (None, part):
            getattr(bench, part)()


if __name__ == "__main__":
    main()
