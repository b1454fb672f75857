#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Format C files: clang-format, then the two habits it does not know.

Parameters of a function that is being defined stand one a line, names in one column, and the marks of translation keep
their bracket close: _("…"). Where a line is broken is the author's choice. Headers are left as they are: their
prototypes stand in columns by hand.
"""

import re
import subprocess
import sys

DEFINITION = re.compile(r"^([a-z_][a-z0-9_]*) \((?!void\))([^;{}]*?)\)\n\{$", re.MULTILINE)
PARAMETER = re.compile(r"^(.*?[\s*])(\w+(?:\[\w*\])*)$", re.DOTALL)
MARK = re.compile(r"\b(_|N_|C_|NC_) \((?=\")")


def split_parameters(text):
    parts, depth, start = [], 0, 0
    for position, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            parts.append(text[start:position])
            start = position + 1
    return [" ".join(part.split()) for part in [*parts, text[start:]]]


def column(match):
    name, parts = match.group(1), split_parameters(match.group(2))
    if len(parts) < 2:
        return match.group(0)
    pairs = []
    for part in parts:
        found = None if "(" in part else PARAMETER.match(part)
        if found is None and part != "...":
            return match.group(0)
        kind = found.group(1).rstrip(" *") if found else part
        stars = found.group(1)[len(kind):].count("*") if found else 0
        pairs.append((kind, "*" * stars, found.group(2) if found else ""))
    width = max(len(kind) for kind, _, own in pairs if own) + 1 + max(len(stars) for _, stars, _ in pairs)
    lines = [(kind + stars.rjust(width - len(kind)) + own if own else kind) for kind, stars, own in pairs]
    indent = ",\n" + " " * (len(name) + 2)
    return f"{name} ({indent.join(lines)})\n{{"


def main():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            before = file.read()
        after = subprocess.run(["clang-format", f"--assume-filename={path}"], input=before, text=True,
                               capture_output=True, check=True).stdout
        after = MARK.sub(r"\1(", DEFINITION.sub(column, after))
        if after != before:
            with open(path, "w", encoding="utf-8") as file:
                file.write(after)
            print(path)


if __name__ == "__main__":
    main()
