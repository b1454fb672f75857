#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long files and functions are: more than one can keep in one's head fails, what comes near it is listed.

A function begins at a line "{" in the first column, below its name and parameters, and ends at the next "}" there, as the
one format has it. Tables of data are not functions.
"""

import re
import sys
from pathlib import Path

FILE_LISTED, FILE_LONGEST = 600, 700
FUNCTION_LISTED, FUNCTION_LONGEST = 60, 80
CODE = {".c", ".h", ".blp", ".py", ".css"}
NAME = re.compile(r"^(\w+) \(")


def functions(lines):
    """(name, number of its first line, lines from { to }) of each."""
    begin, name = None, None
    for number, line in enumerate(lines, 1):
        found = NAME.match(line)
        if found and begin is None:
            name = found.group(1)
        if line == "{" and name is not None:
            begin = number
        elif line == "}" and begin is not None:
            yield name, begin, number - begin + 1
            begin, name = None, None


def main():
    root = Path(sys.argv[1]).resolve()
    listed, failed = [], []

    def see(text, length, worth_listing, longest):
        if length > longest:
            failed.append(f"{text}: {length} lines ({longest} at most): split it by topic")
        elif length > worth_listing:
            listed.append(f"{text}: {length} lines")

    counted = [0, 0]
    for folder in ("src", "tests", "resources", ".ci"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in CODE or not path.is_file():
                continue
            name, lines = path.relative_to(root), path.read_text(encoding="utf-8").splitlines()
            counted[0] += 1
            see(name, len(lines), FILE_LISTED, FILE_LONGEST)
            if path.suffix != ".c":
                continue
            for function, number, length in functions(lines):
                counted[1] += 1
                see(f"{name}:{number}: {function} ()", length, FUNCTION_LISTED, FUNCTION_LONGEST)

    # Every form a hotel's file ever had is kept, to be opened by what comes later.
    for path in sorted((root / "src/storage/migrations").glob("*.sql")):
        golden = root / "tests/storage" / f"golden-{int(path.stem)}.sql"
        if not golden.exists():
            failed.append(f"{path.relative_to(root)}: {golden.relative_to(root)}, a file of this form, is missing")

    print(f"{counted[0]} files and {counted[1]} functions looked at; the longest of them:")
    print("\n".join(listed))
    print("\n".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
