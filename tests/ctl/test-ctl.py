#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""deskbellctl as scripts rely on it: exit codes, the shape of answers and errors, and that a refusal changes nothing."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv[1])
NOW = "2026-11-23T10:00:00Z"
STAYS = """Confirmation Number,Prefix,First Name,Last Name,Arrival Date,Departure Date,Phone,Email,Reservation Status,VIP Type,Room Number
C-101,Ms,Daniela,Weber,2026-11-22,2026-11-26,+351910000001,weber@example.org,In House,VIP,101
C-102,Mr,Omar,Haddad,2026-11-26,2026-11-29,+351910000002,haddad@example.org,Reserved,,102
"""
PEOPLE = [
    ("Gina General", "general-manager", "front-office"),
    ("Dora Duty", "duty-manager", "guest-relations"),
    ("Rita Relations", "guest-relations", "guest-relations"),
    ("Lina Line", "line-staff", "housekeeping"),
    ("Aud Auditor", "auditor", "finance"),
]


class Answer:
    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout
        self.err = done.stderr

    def json(self):
        return json.loads(self.out)

    def error(self):
        return json.loads(self.err.splitlines()[-1])["error"]


def run(*args, **more):
    more.setdefault("stdin", subprocess.DEVNULL)
    return Answer(subprocess.run([PROGRAM, *map(str, args)], capture_output=True, text=True, timeout=300, **more))


class Hotel:
    """A hotel's file in a folder of its own."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="deskbell-ctl-"))
        self.file = self.folder / "deskbell.db"
        self.pin = self.folder / "pin"
        self.pin.write_text("2468\n")

    def ctl(self, *args, who=None, now=NOW, **more):
        person = ["--as", who, "--pin-file", self.pin] if who else []
        return run("--database", self.file, "--now", now, "--json", *person, *args, **more)

    def does(self, who, *args, **more):
        answer = self.ctl(*args, who=who, **more)
        assert answer.code == 0, (args, answer.err)
        return answer.json()

    def make(self):
        self.does(None, "init", "--name", "Hotel Lisboa", "--code", "HLX", "--zone", "Europe/Lisbon", "--rooms", "101-124",
                  "--admin", "Ada Keys", "--admin-pin-file", self.pin)
        for name, roles, department in PEOPLE:
            self.does("Ada Keys", "staff", "new", name, "--roles", roles, "--department", department, "--new-pin-file", self.pin)
        stays = self.folder / "stays.csv"
        stays.write_text(STAYS)
        self.does("Rita Relations", "import", "stays", stays)

    def copy(self):
        other = Hotel()
        shutil.copy(self.file, other.file)
        return other

    def journal(self):
        """What happened, but for people signing in."""
        with sqlite3.connect(self.file) as connection:
            return connection.execute("SELECT COUNT(*) FROM journal WHERE field IS NOT 'sign-in'").fetchone()[0]

    def remove(self):
        shutil.rmtree(self.folder)


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not hasattr(Case, "master"):
            Case.master = Hotel()
            Case.master.make()

    def setUp(self):
        self.hotel = Case.master.copy()
        self.addCleanup(self.hotel.remove)

    def refused(self, who, code, word, *args):
        before = self.hotel.journal()
        answer = self.hotel.ctl(*args, who=who)
        self.assertEqual(answer.code, code, (args, answer.out, answer.err))
        self.assertEqual(answer.out, "")
        self.assertEqual(answer.error()["code"], word)
        self.assertEqual(self.hotel.journal(), before, f"{args} was refused and left something behind")
        return answer

    def new_record(self):
        return self.hotel.does("Rita Relations", "record", "new", "--workflow", "crm", "--stay", "C-102", "category=amenities",
                               "text=two towels", "promised-time=2026-11-27T19:00:00Z")["number"]


def command_names():
    listed = run("--help")
    assert listed.code == 0, listed.err
    names = re.findall(r"^  ([a-z][a-z-]*(?: [a-z][a-z-]*)*)(?= |$)", listed.out, re.MULTILINE)
    return names


class Help(unittest.TestCase):
    def test_every_command_of_the_contract_is_there(self):
        names = command_names()
        for name in """init, demo, import stays, record new, record list, record show, record set, record check, record status,
                record own, record block, record reopen, record close, record complete-item, task new, task list, task move,
                task assign, task note, exception raise, exception review, exception list, approve, reject, approvals, money add,
                money reverse, money post, money list, alert list, alert seen, staff list, staff new, staff set, staff roles,
                staff pin, shift list, shift new, shift remove, property show, property set, search, next, board, quick,
                audit verify, audit list, audit export, guest list, guest erase, guest export, guest reveal,
                definitions check, definitions export, definitions load, mapping list, mapping export, mapping load, escalate,
                backup, restore, check, undo""".split(","):
            self.assertTrue(" ".join(name.split()) in names, name)

    def test_each_command_has_help(self):
        for name in command_names():
            answer = run(*name.split(), "--help")
            self.assertEqual(answer.code, 0, (name, answer.err))
            self.assertIn("Usage:", answer.out, name)
            self.assertEqual(answer.err, "", name)

    def test_help_of_a_group(self):
        answer = run("record", "--help")
        self.assertEqual(answer.code, 0)
        self.assertIn("record reopen", answer.out)
        self.assertNotIn("task move", answer.out)


class Errors(Case):
    def test_wrong_use_is_2(self):
        for args in ([], ["bogus"], ["record"], ["record", "bogus"], ["record", "show"], ["record", "show", "A", "B"],
                     ["record", "list", "--bogus"], ["--bogus", "check"], ["record", "list", "--limit", "many"],
                     ["record", "list", "--limit", "-1"], ["--now", "yesterday", "check"]):
            answer = self.hotel.ctl(*args, who="Rita Relations")
            self.assertEqual(answer.code, 2, (args, answer.err))
            self.assertEqual(answer.error()["code"], "usage")

    def test_nobody_named_is_2(self):
        self.assertEqual(self.hotel.ctl("record", "list").code, 2)

    def test_permission_is_1(self):
        self.refused("Lina Line", 1, "forbidden", "guest", "list")
        self.refused("Lina Line", 1, "forbidden", "record", "new", "--workflow", "crm", "category=amenities", "text=soap")
        self.refused("Ada Keys", 1, "forbidden", "record", "show", self.new_record())

    def test_rule_is_1(self):
        number = self.new_record()
        answer = self.refused("Rita Relations", 1, "refused", "record", "close", number)
        self.assertIn("cannot be closed", answer.error()["message"])
        self.refused("Rita Relations", 1, "refused", "record", "block", number)
        self.refused("Rita Relations", 1, "refused", "exception", "raise", number, "--cause", "Late", "--impact", "low")

    def test_wrong_pin_is_1(self):
        (self.hotel.folder / "pin").write_text("1357\n")
        answer = self.hotel.ctl("record", "list", who="Rita Relations")
        self.assertEqual((answer.code, answer.error()["code"]), (1, "forbidden"))

    def test_input_is_3(self):
        self.refused("Rita Relations", 3, "not-found", "record", "show", "CR-999999")
        self.refused("Rita Relations", 3, "input", "import", "stays", "/nonexistent.csv")
        self.refused("Rita Relations", 3, "input", "record", "new", "--workflow", "crm", "colour=red")
        self.refused("Rita Relations", 3, "input", "record", "new", "--workflow", "nowhere")
        (self.hotel.folder / "pin").unlink()
        self.assertEqual(self.hotel.ctl("record", "list", who="Rita Relations").code, 3)

    def test_missing_file_is_3_and_stays_missing(self):
        self.hotel.file.unlink()
        answer = self.hotel.ctl("record", "list", who="Rita Relations")
        self.assertEqual((answer.code, answer.error()["code"]), (3, "not-found"))
        self.assertFalse(self.hotel.file.exists())

    def test_foreign_and_newer_files_are_3(self):
        with sqlite3.connect(self.hotel.file) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute(f"PRAGMA user_version = {version + 1}")
        answer = self.hotel.ctl("check")
        self.assertEqual((answer.code, answer.error()["code"]), (3, "newer-file"))
        foreign = Hotel()
        self.addCleanup(foreign.remove)
        with sqlite3.connect(foreign.file) as connection:
            connection.execute("CREATE TABLE recipe (name TEXT)")
        connection.close()
        before = foreign.file.read_bytes()
        answer = foreign.ctl("check")
        self.assertEqual((answer.code, answer.error()["code"]), (3, "input"))
        self.assertEqual(foreign.file.read_bytes(), before)

    def test_integrity_is_4_and_names_the_entry(self):
        self.new_record()
        with sqlite3.connect(self.hotel.file) as connection:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'").fetchall():
                connection.execute(f'DROP TRIGGER "{name}"')
            (seq,) = connection.execute("SELECT MAX(seq) - 3 FROM journal").fetchone()
            connection.execute("UPDATE journal SET at = at + 1 WHERE seq = ?", (seq,))
        connection.close()
        answer = self.hotel.ctl("audit", "verify", who="Aud Auditor")
        self.assertEqual((answer.code, answer.error()["code"]), (4, "integrity"), answer.err)
        self.assertIn(str(seq), answer.error()["message"])
        self.assertEqual(self.hotel.ctl("check").code, 4)

    def test_errors_are_one_sentence_and_a_hint_for_people(self):
        number = self.new_record()
        answer = run("--database", self.hotel.file, "--as", "Rita Relations", "--pin-file", self.hotel.pin, "record", "close", number)
        self.assertEqual(answer.code, 1)
        self.assertEqual(answer.out, "")
        self.assertLessEqual(len(answer.err.splitlines()), 2)
        self.assertTrue(answer.err.splitlines()[0].endswith("."))

    def test_shape_of_json_errors(self):
        answer = self.hotel.ctl("record", "show", "CR-999999", who="Rita Relations")
        lines = answer.err.splitlines()
        self.assertEqual(len(lines), 2)
        self.assertEqual(set(json.loads(lines[1])), {"error"})
        self.assertEqual(set(answer.error()), {"code", "message", "hint"})
        self.assertEqual(lines[0], answer.error()["message"])

    def test_closed_streams(self):
        def close_input():
            os.close(0)

        def close_all():
            os.closerange(0, 3)

        number = self.new_record()
        line = [PROGRAM, "--database", self.hotel.file, "--as", "Rita Relations", "--pin-file", self.hotel.pin]
        done = subprocess.run([*line, "record", "show", number], stdout=subprocess.PIPE, preexec_fn=close_input, timeout=300)
        self.assertEqual(done.returncode, 0)
        self.assertIn(number.encode(), done.stdout)
        done = subprocess.run([*line, "record", "block", number, "--reason", "Nothing to do it with", "--waits-for", "the shop"],
                              preexec_fn=close_all, timeout=300)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(self.hotel.ctl("check").code, 0)
        done = subprocess.run([PROGRAM, "--database", self.hotel.file, "--as", "Rita Relations", "record", "list"],
                              stderr=subprocess.PIPE, preexec_fn=close_input, timeout=300)
        self.assertEqual(done.returncode, 2)

    def test_an_answer_that_cannot_be_written_is_3(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE, timeout=300)
        self.assertEqual(done.returncode, 3)


class SetUp(unittest.TestCase):
    def setUp(self):
        self.hotel = Hotel()
        self.addCleanup(self.hotel.remove)

    def test_init_refuses_a_hotel_and_leaves_nothing_half_made(self):
        line = ["init", "--name", "Hotel Lisboa", "--admin", "Ada Keys", "--admin-pin-file", self.hotel.pin]
        self.assertEqual(self.hotel.ctl(*line, "--currency", "shells").code, 3)
        self.assertEqual(self.hotel.ctl(*line, "--zone", "Moon/Base").code, 3)
        self.hotel.pin.write_text("1111\n")
        self.assertEqual(self.hotel.ctl(*line).code, 3)
        self.assertEqual([path.name for path in self.hotel.folder.iterdir()], ["pin"])
        self.assertEqual(self.hotel.ctl("init", "--name", "Hotel Lisboa").code, 2)
        self.hotel.pin.write_text("2468\n")
        self.assertEqual(self.hotel.ctl(*line).code, 0)
        answer = self.hotel.ctl(*line)
        self.assertEqual((answer.code, answer.error()["code"]), (1, "refused"))
        self.assertEqual(self.hotel.ctl("demo").code, 1)

    def test_default_place_is_among_the_persons_data(self):
        place = {**os.environ, "XDG_DATA_HOME": str(self.hotel.folder / "data")}
        done = run("init", "--name", "Hotel Lisboa", "--admin", "Ada Keys", "--admin-pin-file", self.hotel.pin, env=place)
        self.assertEqual(done.code, 0, done.err)
        made = self.hotel.folder / "data/deskbell/deskbell.db"
        self.assertTrue(made.exists())
        self.assertEqual(made.stat().st_mode & 0o777, 0o600)

    def test_demo_is_the_same_for_the_same_seed(self):
        other = Hotel()
        self.addCleanup(other.remove)
        answers = []
        for hotel in (self.hotel, other):
            hotel.does(None, "demo", "--rooms", 20, "--days", 2, "--seed", 7)
            with sqlite3.connect(hotel.file) as connection:
                answers.append(connection.execute("SELECT number, status, title FROM record ORDER BY number").fetchall())
                (name, pin) = connection.execute("SELECT name, demo_pin FROM staff WHERE roles LIKE 'general-manager%'").fetchone()
            hotel.pin.write_text(pin)
            self.assertGreater(len(hotel.does(name, "record", "list")), 5)
        self.assertEqual(answers[0], answers[1])


class Work(Case):
    def test_the_life_of_a_record(self):
        rita, dora, hotel = "Rita Relations", "Dora Duty", self.hotel
        number = self.new_record()
        shown = hotel.does(rita, "record", "show", number)
        self.assertEqual(shown["record"]["owner_name"], rita)
        self.assertEqual(shown["record"]["opened_at"], NOW)
        self.assertEqual(shown["stay"]["confirmation"], "C-102")
        self.assertEqual([one["number"] for one in hotel.does(rita, "record", "list", "--open", "--workflow", "crm")], [number])

        hotel.does(rita, "record", "set", number, "validated", "arrival=2026-11-26", "send-time=2026-11-24T09:00:00Z", "address=haddad@example.org")
        hotel.does(rita, "record", "check", number, "validated")
        asked = hotel.does(rita, "record", "set", number, "validated", "send-time=2026-11-25T09:00:00Z", "--reason", "The guest travels")
        self.assertTrue(asked["proposed"])
        (proposal,) = hotel.does(dora, "approvals")
        self.refused(rita, 1, "forbidden", "approve", proposal["id"])
        self.refused(dora, 1, "refused", "reject", proposal["id"])
        hotel.does(dora, "approve", proposal["id"])
        self.assertEqual(hotel.does(dora, "approvals"), [])

        hotel.does(rita, "exception", "raise", number, "--cause", "Out of stock", "--impact", "high", "--note", "None left in the store")
        (exception,) = hotel.does(dora, "exception", "list")
        hotel.does(dora, "exception", "review", exception["id"], "--decision", "accept", "--comment", "Buy some next door")

        (task,) = hotel.does(rita, "task", "list", "--department", "housekeeping")
        hotel.does(rita, "task", "note", task["id"], "On the way")
        hotel.does(rita, "task", "assign", task["id"], "Lina Line")
        self.assertEqual([one["cause"] for one in hotel.does("Lina Line", "alert", "list")], ["assignment"])
        hotel.does("Lina Line", "task", "move", task["id"], "complete")
        hotel.does(rita, "record", "set", number, "alerted", "source=survey", "score=9", "received=2026-11-23T08:00:00Z")
        hotel.does(rita, "record", "check", number, "alerted")
        hotel.does(rita, "record", "complete-item", number, "alerted")
        self.assertEqual(hotel.does(rita, "record", "show", number)["missing"], [])
        hotel.does(rita, "record", "close", number)
        self.assertEqual(hotel.does(rita, "record", "list", "--open"), [])
        hotel.does(rita, "record", "reopen", number, "--reason", "The guest called again")
        timeline = hotel.does(rita, "record", "show", number, "--timeline")["timeline"]
        self.assertIn("The guest called again", [entry["why"] for entry in timeline])
        self.assertTrue(hotel.does("Aud Auditor", "audit", "verify")["sound"])

    def test_own_block_and_undo(self):
        number = self.new_record()
        self.refused("Rita Relations", 1, "refused", "record", "own", number, "Dora Duty")
        self.hotel.does("Rita Relations", "record", "own", number, "Dora Duty", "--reason", "She knows the guest")
        self.hotel.does("Rita Relations", "record", "block", number, "--reason", "The van is late", "--waits-for", "The garage")
        self.assertEqual(self.hotel.does("Rita Relations", "record", "show", number)["record"]["status"], "blocked")
        self.hotel.does("Rita Relations", "undo")
        self.assertNotEqual(self.hotel.does("Rita Relations", "record", "show", number)["record"]["status"], "blocked")
        self.refused("Lina Line", 1, "refused", "undo")

    def test_money(self):
        number = self.new_record()
        under = self.hotel.does("Rita Relations", "money", "add", number, "refund", "30.00", "--cause", "Noise at night")
        self.assertFalse(under["proposed"])
        over = self.hotel.does("Rita Relations", "money", "add", number, "refund", "30.01", "--cause", "Noise at night",
                               now="2026-11-23T10:05:00Z")
        self.assertTrue(over["proposed"])
        self.refused("Rita Relations", 3, "input", "money", "add", number, "refund", "30.001", "--cause", "Noise at night")
        lines = self.hotel.does("Dora Duty", "money", "list", number)
        self.assertEqual([(line["minor"], line["currency"], line["posting"]) for line in lines],
                         [(3000, "EUR", "approved"), (3001, "EUR", "open")])
        self.hotel.does("Dora Duty", "money", "reverse", lines[0]["id"], "--reason", "Booked twice")
        self.assertEqual(sum(line["minor"] for line in self.hotel.does("Dora Duty", "money", "list", number)), 3001)

    def test_import(self):
        stays = self.hotel.folder / "stays.csv"
        stays.write_text(STAYS + "C-103,Ms,Ana,Reis,2026-11-40,2026-11-29,,,Reserved,,103\n")
        dry = self.hotel.does("Rita Relations", "import", "stays", stays, "--dry-run")
        again = self.hotel.does("Rita Relations", "import", "stays", stays)
        for answer in (dry, again):
            self.assertEqual([answer[key] for key in ("read", "added", "changed", "unchanged", "refused")], [3, 0, 0, 2, 1])
            self.assertEqual(answer["problems"][0]["line"], 4)
        stays.write_text(STAYS.replace(",101\n", ",110\n"))
        self.assertEqual(self.hotel.does("Rita Relations", "import", "stays", stays)["changed"], 1)
        stays.write_text(STAYS.replace("2026-11-22", "03/04/2026").replace("2026-11-26", "05/04/2026").replace("2026-11-29", "06/04/2026"))
        self.refused("Rita Relations", 3, "ambiguous", "import", "stays", stays)
        self.assertEqual(self.hotel.does("Rita Relations", "import", "stays", stays, "--date-order", "dmy")["changed"], 2)
        self.refused("Lina Line", 1, "forbidden", "import", "stays", stays)

    def test_quick(self):
        line = ["quick", "101", "2", "extra", "towels", "!19:00", "@housekeeping"]
        dry = self.hotel.does("Rita Relations", *line, "--dry-run")
        self.assertGreaterEqual(len(dry["understood"]), 4)
        self.assertIsNone(dry["number"])
        self.assertEqual(self.hotel.does("Rita Relations", "record", "list"), [])
        filed = self.hotel.does("Rita Relations", *line)
        shown = self.hotel.does("Rita Relations", "record", "show", filed["number"])
        self.assertEqual((shown["record"]["room"], shown["record"]["department"]), ("101", "housekeeping"))

    def test_lists_are_arrays_with_the_names_of_the_fields(self):
        number = self.new_record()
        for who, args, keys in (
            ("Rita Relations", ["next"], {"id", "number", "next_text", "next_due", "owner_name"}),
            ("Rita Relations", ["next", "--person", "Rita Relations"], {"number"}),
            ("Rita Relations", ["search", "towels"], {"kind", "title", "record"}),
            ("Rita Relations", ["board", "--department", "housekeeping"], {"status", "assignee", "due_at"}),
            ("Rita Relations", ["guest", "list"], {"last_name", "stays"}),
            ("Rita Relations", ["stay", "in-house"], {"confirmation", "room", "status"}),
            ("Ada Keys", ["staff", "list"], {"name", "roles", "active", "on_duty"}),
            ("Aud Auditor", ["audit", "list", "--limit", "5"], {"seq", "who_name", "old_value", "new_value", "why", "hash", "class"}),
            ("Aud Auditor", ["audit", "list", "--record", number], {"seq", "number"}),
        ):
            rows = self.hotel.does(who, *args)
            self.assertIsInstance(rows, list)
            self.assertGreater(len(rows), 0, args)
            self.assertLessEqual(keys, set(rows[0]), args)
        self.assertEqual(len(self.hotel.does("Aud Auditor", "audit", "list", "--limit", "5")), 5)
        plain = run("--database", self.hotel.file, "--as", "Rita Relations", "--pin-file", self.hotel.pin, "--now", NOW, "record", "list")
        self.assertEqual(len(plain.out.splitlines()), 2)
        self.assertEqual(plain.out.splitlines()[0].index("Status"), plain.out.splitlines()[1].index("new") if " new " in plain.out
                         else plain.out.splitlines()[1].index("pending"))

    def test_escalate(self):
        self.new_record()
        self.assertEqual(self.hotel.does("Dora Duty", "escalate")["fired"], 0)
        self.assertGreater(self.hotel.does("Dora Duty", "escalate", now="2026-11-28T10:00:00Z")["fired"], 0)
        self.assertEqual(self.hotel.does("Dora Duty", "escalate", now="2026-11-28T10:00:00Z")["fired"], 0)


class SettingUp(Case):
    def test_people_and_shifts(self):
        self.refused("Ada Keys", 1, "forbidden", "staff", "roles", "Ada Keys", "general-manager", "--reason", "I want it")
        self.refused("Ada Keys", 1, "refused", "staff", "roles", "Lina Line", "front-desk")
        self.hotel.does("Ada Keys", "staff", "roles", "Lina Line", "front-desk", "--reason", "Promoted")
        self.hotel.does("Ada Keys", "staff", "set", "Lina Line", "--department", "front-office")
        shift = self.hotel.does("Ada Keys", "shift", "new", "Lina Line", "2026-11-23T06:00:00Z", "2026-11-23T14:00:00Z")
        self.assertEqual(len(self.hotel.does("Ada Keys", "shift", "list", "--from", "2026-11-23", "--until", "2026-11-24")), 1)
        self.hotel.does("Ada Keys", "shift", "remove", shift["id"])
        self.assertEqual(self.hotel.does("Ada Keys", "shift", "list", "--from", "2026-11-23", "--until", "2026-11-24"), [])
        other = self.hotel.folder / "other"
        other.write_text("9753\n")
        self.hotel.does("Lina Line", "staff", "pin", "Lina Line", "--new-pin-file", other)
        self.assertEqual(self.hotel.ctl("property", "show", who="Lina Line").code, 1)
        self.hotel.pin.write_text("9753\n")
        self.assertEqual(self.hotel.does("Lina Line", "property", "show")["code"], "HLX")

    def test_property(self):
        self.refused("Lina Line", 1, "forbidden", "property", "set", "--city", "Porto")
        self.refused("Ada Keys", 3, "input", "property", "set", "--zone", "Moon/Base")
        self.hotel.does("Ada Keys", "property", "set", "--city", "Porto")
        self.assertEqual(self.hotel.does("Ada Keys", "property", "show")["city"], "Porto")

    def test_definitions(self):
        self.assertIn("workflows/crm", self.hotel.does("Ada Keys", "definitions", "list"))
        folder = self.hotel.folder / "workflows"
        folder.mkdir()
        text = self.hotel.ctl("definitions", "export", "workflows/crm", who="Ada Keys").out
        own = folder / "crm.json"
        own.write_text(text.replace('"owned": "guest-request"', '"owned": "no-such-kind"'))
        answer = self.hotel.ctl("definitions", "check", own)
        self.assertEqual(answer.code, 3)
        self.assertIn("workflows/crm", answer.error()["message"])
        self.refused("Ada Keys", 3, "input", "definitions", "load", own, "--reason", "To try it")
        own.write_text(text.replace('"CRM"', '"Guest care"'))
        self.assertEqual(self.hotel.ctl("definitions", "check", own).code, 0)
        self.refused("Rita Relations", 1, "forbidden", "definitions", "load", own, "--reason", "Our own words")
        self.hotel.does("Ada Keys", "definitions", "load", own, "--reason", "Our own words")
        self.assertIn("Guest care", self.hotel.ctl("definitions", "export", "workflows/crm", who="Ada Keys").out)
        self.hotel.does("Ada Keys", "definitions", "load", "--shipped", own, "--reason", "Back again")
        self.assertNotIn("Guest care", self.hotel.ctl("definitions", "export", "workflows/crm", who="Ada Keys").out)

    def test_mappings(self):
        self.assertIn("arrivals-in-house", self.hotel.does("Ada Keys", "mapping", "list"))
        own = self.hotel.folder / "our-list.json"
        self.assertEqual(self.hotel.ctl("mapping", "export", "arrivals-in-house", "--output", own, who="Ada Keys").code, 0)
        own.write_text(own.read_text().replace('"arrivals-in-house"', '"our-list"'))
        self.hotel.does("Ada Keys", "mapping", "load", own)
        self.assertIn("our-list", self.hotel.does("Ada Keys", "mapping", "list"))
        own.write_text("{ broken")
        self.refused("Ada Keys", 3, "input", "mapping", "load", own)


class Care(Case):
    def test_backup_and_restore(self):
        number = self.new_record()
        copy = self.hotel.folder / "copy.db"
        self.refused("Rita Relations", 1, "forbidden", "backup", copy)
        self.hotel.does("Ada Keys", "backup", copy)
        other = self.new_record()
        answer = self.hotel.does(None, "restore", copy)
        self.assertTrue(Path(answer["kept"]).exists())
        self.assertEqual(self.hotel.ctl("record", "show", number, who="Rita Relations").code, 0)
        self.assertEqual(self.hotel.ctl("record", "show", other, who="Rita Relations").code, 3)
        self.assertEqual(self.hotel.ctl("check").code, 0)
        copy.write_text("nothing")
        before = self.hotel.file.read_bytes()
        self.assertIn(self.hotel.ctl("restore", copy).code, (3, 4))
        self.assertEqual(self.hotel.file.read_bytes(), before)

    def test_audit(self):
        number = self.new_record()
        sound = self.hotel.does("Aud Auditor", "audit", "verify")
        self.assertGreater(sound["entries"], 20)
        self.assertEqual(self.hotel.ctl("audit", "verify", "--anchor", sound["anchor"], who="Aud Auditor").code, 0)
        self.assertEqual(self.hotel.ctl("audit", "verify", "--anchor", f"{sound['entries']}:0123456789abcdef", who="Aud Auditor").code, 4)
        out = self.hotel.folder / "journal.jsonl"
        told = self.hotel.does("Aud Auditor", "audit", "export", out)
        entries = [json.loads(line) for line in out.read_text().splitlines()]
        self.assertEqual(len(entries), told["entries"])
        self.assertIn(number, [entry["number"] for entry in entries])
        self.refused("Rita Relations", 1, "forbidden", "audit", "list")

    def test_guest(self):
        guest = self.hotel.does("Dora Duty", "guest", "list", "--text", "Haddad")[0]["id"]
        self.refused("Dora Duty", 1, "refused", "guest", "reveal", guest)
        self.hotel.does("Dora Duty", "guest", "reveal", guest, "--reason", "The police asks")
        self.refused("Dora Duty", 1, "forbidden", "guest", "export", guest)
        told = self.hotel.ctl("guest", "export", guest, who="Aud Auditor")
        self.assertEqual(told.code, 0, told.err)
        self.assertIn("haddad@example.org", told.out)
        self.hotel.does("Aud Auditor", "guest", "erase", guest, "--reason", "The guest asked")
        self.assertTrue(self.hotel.does("Aud Auditor", "audit", "verify")["sound"])
        for path in self.hotel.folder.glob("deskbell.db*"):
            self.assertNotIn(b"haddad@example.org", path.read_bytes())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=1)
