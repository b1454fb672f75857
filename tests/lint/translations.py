#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file with text for people, po/definitions.h holds the texts of the definitions, and every
language is complete. --write writes the two anew.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

C_CALL = re.compile(r'(?<![\w"])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
BLP_CALL = re.compile(r'(?<![\w"])C?_\s*\(\s*"')
# A macro within a text ends the text for xgettext.
CUT = re.compile(r'(?<![\w"])(?:_|N_|ngettext|g_dngettext)\s*\(\s*(?:GETTEXT_PACKAGE,\s*)?"(?:[^"\\]|\\.)*"\s*G_\w+_FORMAT')
MARKED = re.compile(r'translatable="(?:yes|true)"')
# The keys of definitions whose texts are shown to people.
DEFINED = {"name", "label", "description", "help", "message", "remedy", "pattern-hint", "unit", "task-title", "title",
           "words", "text", "judged-by"}
SUFFIXES = {".c", ".h", ".blp", ".ui", ".in", ".xml"}


def holds_text(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix in {".c", ".h"}:
        return C_CALL.search(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    if path.suffix == ".blp":
        return BLP_CALL.search(text)
    if path.suffix == ".ui":
        return MARKED.search(text)
    return path.name.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml"))


def texts_of(node):
    """The texts that a reader of definitions hands to gettext."""
    if isinstance(node, list):
        for item in node:
            yield from texts_of(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "name" and ("label" in node or "type" in node):
                continue
            if key in DEFINED and isinstance(value, str):
                yield value
            elif key in DEFINED and isinstance(value, list):
                yield from (text for text in value if isinstance(text, str))
            else:
                yield from texts_of(value)


def definitions(root):
    """What po/definitions.h should hold: gettext reads no JSON."""
    lines = ["/* SPDX-License-Identifier: GPL-3.0-or-later */",
             "/* The texts of data/definitions, for translators; written by ./dev format and compiled into nothing. */"]
    seen = set()
    for path in sorted((root / "data/definitions").rglob("*.json")):
        texts = [text for text in dict.fromkeys(texts_of(json.loads(path.read_text(encoding="utf-8"))))
                 if text and text not in seen]
        seen.update(texts)
        if texts:
            lines += ["", f"/* {path.relative_to(root / 'data/definitions')} */"]
            lines += [f"N_({json.dumps(text, ensure_ascii=False)})" for text in texts]
    lines += ["", "/* mappings */"]
    lines += [f"N_({json.dumps(json.loads(path.read_text(encoding='utf-8'))['title'], ensure_ascii=False)})"
              for path in sorted((root / "data/mappings").glob("*.json"))]
    return "\n".join(lines) + "\n"


def files_with_text(root):
    return sorted(["po/definitions.h"] + [str(path.relative_to(root)) for folder in ("src", "data", "resources")
                  for path in (root / folder).rglob("*")
                  if path.is_file() and path.suffix in SUFFIXES and holds_text(path)])


def check_potfiles(root):
    listed = (root / "po/POTFILES").read_text(encoding="utf-8").splitlines()
    found = files_with_text(root)
    for name in sorted(set(found) - set(listed)):
        yield f"po/POTFILES: {name} has text for people and is missing"
    for name in sorted(set(listed) - set(found)):
        yield f"po/POTFILES: {name} has no text for people"
    if listed != sorted(listed):
        yield "po/POTFILES is not in order"
    if (root / "po/definitions.h").read_text(encoding="utf-8") != definitions(root):
        yield "po/definitions.h does not hold the texts of data/definitions"


def check_cuts(root):
    for path in sorted((root / "src").rglob("*.c")):
        if CUT.search(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(root)}: a macro cuts a text for translators short: cast, and write %lld or %llu"


def counts(text):
    """msgfmt's summary in figures: translated, fuzzy, untranslated."""
    return [int(match.group(1)) if (match := re.search(r"(\d+) " + word, text)) else 0
            for word in ("translated", "fuzzy", "untranslated")]


def check_language(root, language, scratch):
    po = root / "po" / f"{language}.po"
    if not po.exists():
        yield f"po/{language}.po is missing"
        return
    done = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", po],
                          capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
    if done.returncode != 0:
        yield done.stderr.strip()
        return
    _, fuzzy, untranslated = counts(done.stderr)
    if fuzzy or untranslated:
        yield f"po/{language}.po: {fuzzy} fuzzy, {untranslated} untranslated"
    # The program's own strings, taken out anew: one that the language file does not know is untranslated too.
    pot = Path(scratch) / "deskbell.pot"
    if pot.exists():
        done = subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "-o", "-", po, pot],
                              capture_output=True, check=True)
        done = subprocess.run(["msgfmt", "--statistics", "-o", "/dev/null", "-"], input=done.stdout,
                              capture_output=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
        _, fuzzy, untranslated = counts(done.stderr.decode())
        if fuzzy or untranslated:
            yield (f"po/{language}.po: {untranslated + fuzzy} strings of the program have no translation "
                   "(bring it up to date: ninja deskbell-update-po)")


def extract(root, scratch):
    """Take the strings out as Meson's `glib` preset does, without touching the checkout."""
    keywords = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3", "ngettext:1,2"]
    done = subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--add-comments", "--files-from=po/POTFILES", f"--directory={root}",
         "--package-name=deskbell", f"--output={scratch}/deskbell.pot", *[f"--keyword={word}" for word in keywords]],
        cwd=root, capture_output=True, text=True)
    if done.returncode != 0:
        yield done.stderr.strip()


def main():
    root = Path(sys.argv[1])
    if "--write" in sys.argv:
        (root / "po/definitions.h").write_text(definitions(root), encoding="utf-8")
        (root / "po/POTFILES").write_text("\n".join(files_with_text(root)) + "\n", encoding="utf-8")
        return 0
    problems = [*check_potfiles(root), *check_cuts(root)]
    languages = [line.strip() for line in (root / "po/LINGUAS").read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as scratch:
        if not problems:
            problems += extract(root, scratch)
        for language in languages:
            if language and not language.startswith("#"):
                problems += check_language(root, language, scratch)
    if problems:
        print("\n".join([*problems, "./dev format writes po/POTFILES and po/definitions.h anew"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
