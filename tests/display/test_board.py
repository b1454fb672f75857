#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board in the real window: pointer and keys, refusals, narrow, dark."""

import os
import re
import sys
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from bell_window import Window  # noqa: E402
from hotel import PROGRAM, Hotel  # noqa: E402

PICTURES = os.environ.get("DESKBELL_PICTURES")


def open_board(hotel, name, environment=None, role="duty-manager"):
    path = hotel.copy(name)
    options, _, _ = hotel.sign_in(path, role)
    window = Window(PROGRAM, [*options, "--page", "board"], PICTURES and os.path.join(PICTURES, name), environment, patience=60)
    window.see("list", r"^New, [1-9]")
    return path, window


def first_card(window, status):
    column = window.see("list", f"^{status}, ")
    return window.see("list item", "", below=column)


def middle(window, node):
    x, y, width, height = window.box(node)
    return x + width // 2, y + min(height // 2, 40)


def cards_in(window, status):
    return int(re.search(r", (\d+)", window.see("list", f"^{status}, ").get_name()).group(1))


def test_drag_moves_a_card(hotel):
    path, window = open_board(hotel, "drag")
    with window:
        before = cards_in(window, "Pending")
        card = first_card(window, "New")
        window.drag(middle(window, card), middle(window, window.see("list", "^Pending, ")))
        window.see(name="is now: Pending")
        window.see("list", f"^Pending, {before + 1} cards")
        window.picture("dragged")


def test_refused_drag_says_why(hotel):
    path, window = open_board(hotel, "refused")
    with window:
        before = cards_in(window, "Complete")
        target = window.see("list", "^Approved, ")
        # What is done is taken up again as pending, never as approved; the reason is asked for first.
        window.drag(middle(window, first_card(window, "Complete")), middle(window, target))
        window.see(name="Take This Task up Again")
        window.type("The guest called again")
        window.key("ctrl+Return")
        window.see("alert", "^Not Possible")
        window.picture("refused")
        window.key("Escape")
        assert cards_in(window, "Complete") == before, "a refused card stays where it was"


def test_keys_move_a_card_and_block_it(hotel):
    path, window = open_board(hotel, "keys")
    with window:
        before = cards_in(window, "Pending")
        window.key("ctrl+Right")
        window.see(name="is now: Pending")
        window.see("list", f"^Pending, {before + 1} cards")
        blocked = cards_in(window, "Blocked")
        # The menu of the card: the fourth of the statuses.
        window.key("Right", "shift+F10", "Down", "Down", "Down", "Return")
        window.see(name="Block This Task")
        window.type("the guest to wake")
        window.key("Tab")
        window.type("Do not disturb is on the door")
        window.picture("block")
        window.key("ctrl+Return")
        window.see("list", f"^Blocked, {blocked + 1} cards")
        window.picture("blocked")


def test_undo_takes_the_move_back(hotel):
    path, window = open_board(hotel, "undo")
    with window:
        before = cards_in(window, "New")
        window.key("ctrl+Right")
        window.see("list", f"^New, {before - 1} cards")
        window.key("ctrl+z")
        window.see(name="^Undone")
        window.see("list", f"^New, {before} cards")


def test_dark(hotel):
    path, window = open_board(hotel, "dark", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})
    with window:
        window.picture("dark")


def main():
    hotel = Hotel()
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        try:
            test(hotel)
            print(f"ok {number} {name}", flush=True)
        except Exception:  # what fails in any way has failed, and the others still run
            failed += 1
            print(f"not ok {number} {name}", flush=True)
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
    hotel.close()
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
