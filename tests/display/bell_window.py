# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person would: keys and pointer in, the accessibility bus out."""

import os
import re
import shlex
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


class NotSeen(AssertionError):
    """What was waited for did not come."""


class Window:
    """One run of the program. Nothing here knows how the program is made, only what it says and shows."""

    def __init__(self, program, arguments=(), pictures=None, environment=None, patience=60.0):
        self.pictures = pictures
        self.patience = patience
        self.number = 0
        self.log = open(os.path.join(os.environ.get("XDG_CACHE_HOME", "/tmp"), "deskbell.log"), "w+b")
        self.process = subprocess.Popen(
            shlex.split(program) + list(arguments),
            stdout=self.log, stderr=subprocess.STDOUT,
            env={**os.environ, "GTK_A11Y": "atspi", "GSETTINGS_BACKEND": "memory", "LC_ALL": "C.UTF-8", **(environment or {})})
        self.application = None

    # --- Looking ---

    def _find_application(self):
        for index in range(Atspi.get_desktop(0).get_child_count()):
            application = Atspi.get_desktop(0).get_child_at_index(index)
            if application is not None and "eskbell" in (application.get_name() or ""):
                return application
        return None

    def _walk(self, node, depth=0):
        if node is None or depth > 60:
            return
        yield node
        try:
            count = node.get_child_count()
        except Exception:  # the node has gone in the meantime
            return
        for index in range(count):
            try:
                child = node.get_child_at_index(index)
            except Exception:
                continue
            yield from self._walk(child, depth + 1)

    def shown(self, node):
        try:
            states = node.get_state_set()
            return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)
        except Exception:
            return False

    def all(self, role=None, name=None, below=None, anywhere=False):
        """Everything on the screen (anywhere: also what a list has scrolled away) of this role whose name matches."""
        if self.application is None:
            self.application = self._find_application()
        if self.application is None:
            return []
        found = []
        pattern = re.compile(name) if name is not None else None
        for node in self._walk(below or self.application):
            try:
                if role is not None and node.get_role_name() not in role.split("|"):
                    continue
                if pattern is not None and not pattern.search(node.get_name() or ""):
                    continue
                if anywhere or self.shown(node):
                    found.append(node)
            except Exception:
                continue
        return found

    def see(self, role=None, name=None, patience=None, below=None, anywhere=False):
        """Waits until something of this role and name is on the screen."""
        end = time.monotonic() + (patience or self.patience)
        while True:
            found = self.all(role, name, below, anywhere)
            if found:
                return found[0]
            if self.process.poll() is not None:
                raise NotSeen(f"The program ended with {self.process.returncode}:\n{self.said()}")
            if time.monotonic() > end:
                raise NotSeen(f"Never seen: {role or 'anything'} “{name or ''}”.\n{self.tree()}")
            time.sleep(0.1)

    def gone(self, role=None, name=None, patience=None):
        end = time.monotonic() + (patience or self.patience)
        while self.all(role, name):
            if time.monotonic() > end:
                raise NotSeen(f"Still there: {role or 'anything'} “{name or ''}”.")
            time.sleep(0.1)

    def focused(self):
        for node in self._walk(self.application):
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return node
            except Exception:
                continue
        return None

    def tree(self):
        """What a screen reader could find, for those who read a failure."""
        lines = []
        for node in self._walk(self.application) if self.application is not None else []:
            try:
                if node.get_name() and self.shown(node):
                    lines.append(f"  {node.get_role_name()} “{node.get_name()}”")
            except Exception:
                continue
        return "\n".join(lines[:250])

    def box(self, node):
        extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return extents.x, extents.y, extents.width, extents.height

    # --- Doing ---

    def _xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)

    def key(self, *keys):
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)
            time.sleep(0.12)

    def type(self, text):
        self._xdotool("type", "--clearmodifiers", "--delay", "15", text)
        time.sleep(0.2)

    def press(self, node):
        """Does what a node does when it is pressed, as an assistive technology would."""
        action = node.get_action_iface()
        assert action is not None and action.get_n_actions() > 0, f"{node.get_name()} cannot be pressed"
        action.do_action(0)
        time.sleep(0.2)

    def drag(self, start, end):
        """Drags with the pointer from one point of the screen to another."""
        self._xdotool("mousemove", start[0], start[1], "mousedown", 1)
        steps = 12
        for step in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * step // steps
            y = start[1] + (end[1] - start[1]) * step // steps
            self._xdotool("mousemove", x, y)
            time.sleep(0.04)
        time.sleep(0.4)
        self._xdotool("mouseup", 1)
        time.sleep(0.5)

    def picture(self, name):
        if self.pictures is None:
            return
        self.number += 1
        os.makedirs(self.pictures, exist_ok=True)
        time.sleep(0.4)
        subprocess.run(["import", "-window", "root", os.path.join(self.pictures, f"{self.number:02d}-{name}.png")], check=False)

    def said(self):
        self.log.flush()
        with open(self.log.name, "rb") as log:
            return log.read().decode(errors="replace")[-4000:]

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if value is not None:
            self.picture("where-it-stopped")
            print(self.said(), file=sys.stderr)
        self.close()
