#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every committed text file must and must not hold."""

import re
import subprocess
import sys
from pathlib import Path

CODE = {".c", ".h", ".blp", ".py", ".sh", ".sql", ".css"}

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|(?i:not implemented|coming soon|lorem ipsum)")
# A registry's host name, or a path of one person's machine, has no place in a checkout that others build.
PLACES = re.compile(
    r"\b[a-z0-9-]+\.(?:debian|npmjs|pypi|pythonhosted|fedoraproject|ubuntu)\.(?:org|com)\b"
    r"|(?<![\w.$}~*-])/(?:home|root|work|Users)/\w"
)


def committed(root):
    try:
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            capture_output=True, check=True).stdout
        return [root / name for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        skip = {"_build", ".git", ".flatpak-builder"}
        return [path for path in root.rglob("*") if not skip & set(path.relative_to(root).parts)]


def text_of(path):
    if not path.is_file() or path.is_symlink():
        return None
    data = path.read_bytes()
    if b"\0" in data[:4096]:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def check(path, name, text, say):
    me = name == "tests/lint/wording.py"
    prose = name in ("LICENSE",) or name.endswith((".csv", ".po", ".pot", ".svg"))
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not me and not prose and path.suffix in CODE | {".build", ""} and UNFINISHED.search(line):
            say(f"{name}:{number}: unfinished: {line.strip()[:80]}")
        if not me and PLACES.search(line):
            say(f"{name}:{number}: a host or a path of one machine: {line.strip()[:80]}")
        if path.suffix in CODE and (line != line.rstrip() or "\t" in line):
            say(f"{name}:{number}: a tab or blanks at the end of the line")
    if path.suffix in CODE:
        head = "\n".join(lines[:3])
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
            say(f"{name}:1: the licence line is missing")
        if not text.endswith("\n") and text:
            say(f"{name}:{len(lines)}: the last line has no end")


def main():
    root = Path(sys.argv[1]).resolve()
    problems = []
    for path in committed(root):
        text = text_of(path)
        if text is not None:
            check(path, str(path.relative_to(root)), text, problems.append)
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
