#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the words of the shipped definitions as C, where gettext finds them; --check only says whether the files are up to date."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEFINITIONS = HERE.parent / "definitions"
WORDS = {"name", "description", "label", "help", "unit", "pattern-hint", "message", "remedy", "text", "words", "title",
         "task-title", "judged-by"}
# In a field or column, "name" is an id.
IDS = {"fields", "columns"}


def words_of(value, key=None, inside=None):
    if isinstance(value, dict):
        for name, part in value.items():
            if not (name == "name" and inside in IDS):
                yield from words_of(part, name, inside)
    elif isinstance(value, list):
        for part in value:
            yield from words_of(part, key, key if isinstance(part, dict) else inside)
    elif key in WORDS and isinstance(value, str) and value:
        yield value


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def group_of(path):
    if path.parent.name != "kinds":
        return path.parent.name if path.parent.name == "workflows" else "hotel"
    return "set-up-kinds" if json.loads(path.read_text(encoding="utf-8")).get("setup") else "guest-kinds"


def render():
    groups, seen = {}, set()
    for path in sorted(DEFINITIONS.rglob("*.json")):
        lines = groups.setdefault(group_of(path), [])
        lines.append(f"\n/* {path.relative_to(DEFINITIONS)} */")
        for text in words_of(json.loads(path.read_text(encoding="utf-8"))):
            if text not in seen:
                seen.add(text)
                lines.append(f"N_({quoted(text)})")
    head = ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
            "/* Made by extract.py from the definitions; compiled into nothing. A word in braces is the name of a field. */\n")
    return {HERE / f"{group}.c": head + "\n".join(lines) + "\n" for group, lines in groups.items()}


def main():
    wrong = []
    for path, text in render().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in sys.argv:
            wrong.append(path.name)
        else:
            path.write_text(text, encoding="utf-8")
    if wrong:
        print(f"out of date: {', '.join(wrong)}; run ninja definition-strings")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
