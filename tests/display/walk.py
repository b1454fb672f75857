#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the main job through the real window by the keyboard alone, and leaves pictures.

walk.py --program "COMMAND" --pictures DIRECTORY

Sign in, file a request in one line, move its card on the board, approve what somebody else proposed, and close a record.
"""

import argparse
import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from bell_window import NotSeen, Window  # noqa: E402


def sign_in(window, name, patience=None):
    """On the sign-in page the demonstration hotel shows the PINs."""
    window.see(name="Who is at the desk", patience=patience)
    time.sleep(0.3)
    window.type(name)
    pin = None
    end = time.monotonic() + window.patience
    while pin is None:
        rows = [node for node in window.all("label", r"^PIN \d+") if window.shown(node)]
        if len(rows) == 1:
            pin = re.search(r"\d+", rows[0].get_name()).group(0)
        elif time.monotonic() > end:
            raise NotSeen(f"{name} is not among the people")
        else:
            time.sleep(0.1)
    window.key("Return")
    window.see(name="PIN")
    time.sleep(0.3)
    window.type(pin)
    window.key("Return")
    window.see(name="My Work")
    window.gone(name="Who is at the desk")
    window.see("button", f"^{name}")


def switch_to(window, name):
    window.key("ctrl+l")
    window.press(window.see("button", "^Somebody Else"))
    sign_in(window, name)


def file_a_request(window):
    """Ctrl+N, one line, Enter."""
    window.key("ctrl+n")
    window.type("412 2 extra towels !23:30 @housekeeping")
    window.see(name="^Room 412")
    window.see(name="^(today|tomorrow) 23:30")
    window.picture("quick-entry")
    window.key("Return")
    told = window.see(name="^Filed as ").get_name()
    window.picture("filed")
    return re.search(r"[A-Z]{2}-\d+", told).group(0)


def move_the_card(window):
    """Alt+2 is the board; Ctrl and an arrow moves the card that has the focus."""
    window.key("alt+2")
    before = int(re.search(r", (\d+)", window.see("list", r"^New, [1-9]").get_name()).group(1))
    window.picture("board")
    time.sleep(0.5)
    window.key("ctrl+Right")
    window.see(name="is now: Pending")
    window.see("list", f"^New, {before - 1} cards")
    window.picture("moved")


def go_to(window, title):
    """Down the sidebar, page after page, until the one that is meant."""
    for _ in range(20):
        window.key("alt+Down")
        time.sleep(0.5)
        if any(window.shown(node) for node in window.all("grouping", f"^{title}$")):
            return
    raise NotSeen(f"No page “{title}” on the way.\n{window.tree()}")


def approve(window):
    """The first proposal that this person may decide."""
    go_to(window, "Approvals")
    window.see("button", "^Approve")
    window.picture("approvals")
    window.press(window.see("button", "^Approve"))
    window.see(name="^Approved\\.")
    window.picture("approved")


def close_a_record(window):
    """My work names the records that only want closing; the first at the desk who has one closes it."""
    for name in ("Ana Reis", "Chiara Bianchi", "Miguel Tavares", "Daniel Okafor", "Leonor Pinto", "Yuki Tanaka"):
        switch_to(window, name)
        window.key("alt+1")
        time.sleep(2)
        buttons = [button for rows in window.all("list") for button in window.all("button", "^Close$", rows, anywhere=True)]
        if not buttons:
            continue
        window.picture("ready-to-close")
        window.press(buttons[0])
        window.see(name="is now: Complete")
        window.picture("closed")
        return
    raise NotSeen("Nobody has a record that only wants closing")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pictures")
    options, rest = parser.parse_known_args()

    with Window(options.program, ["--demo", *rest], options.pictures) as window:
        sign_in(window, "Ana Reis", patience=300)
        window.picture("my-work")
        number = file_a_request(window)
        print(f"Filed {number}", flush=True)
        move_the_card(window)
        print("Moved its card", flush=True)
        switch_to(window, "Ricardo Sampaio")
        approve(window)
        print("Approved a proposal", flush=True)
        close_a_record(window)
        print("Closed a record", flush=True)


if __name__ == "__main__":
    try:
        main()
    except (NotSeen, AssertionError) as problem:
        sys.exit(f"The walk stopped: {problem}")
