#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which folder of src/ may see which: the layers are law, and Meson cannot catch everything."""

import re
import sys
from pathlib import Path

# A folder and the folders whose headers it may include, beside its own.
ALL_BELOW_DESK = "base model rules storage sync net connectors reports"
MAY_SEE = {
    "base": "",
    "model": "base",
    "rules": "base model",
    "storage": "base model",
    "sync": "base model",
    "net": "base",
    "connectors": "base model sync net",
    "reports": "base model",
    "desk": ALL_BELOW_DESK,
    "widgets": "base model",
    "pages": "base model desk widgets",
    "app": "base model desk widgets pages",
    "ctl": "base model desk",
    "server": "base model rules net",
}

# A header of the system, by the beginning of its name, and the folders that may include it.
NO_UI = "base model rules storage sync net connectors reports desk ctl server"
SYSTEM = {
    "sqlite3": "storage",
    "libsoup/": "net server",
    "json-glib/": "base rules storage sync net connectors reports desk widgets pages app ctl server",
    "gtk/": "widgets pages app",
    "gdk/": "widgets pages app",
    "gsk/": "widgets pages app",
    "graphene": "widgets pages app",
    "adwaita": "widgets pages app",
    "cairo": "reports widgets pages app",
    "pango/": "reports widgets pages app",
}

# Folders that hold no layer: stand-ins put in front of a system header that a layer must not see.
NOT_LAYERS = {"guards"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*(?:include|import)[ \t]*(["<])([^">]+)[">]', re.MULTILINE)
CONNECTOR = re.compile(r"^connectors/([^/]+)/")


def layer_of(path, src):
    return path.relative_to(src).parts[0]


def headers(src):
    """Every own header by its file name: a header is included by that name alone."""
    found = {}
    for path in sorted(src.rglob("*.h")):
        if layer_of(path, src) not in NOT_LAYERS:
            found.setdefault(path.name, []).append(path)
    return found


def check_file(path, layer, src, own, say):
    text = path.read_text(encoding="utf-8")
    for match in INCLUDE.finditer(text):
        name = match.group(2)
        line = text.count("\n", 0, match.start()) + 1
        where = f"{path}:{line}"
        if ".." in name.split("/"):
            say(f"{where}: \"{name}\" leaves the folder; include it by its name and declare the dependency")
            continue
        check_own(where, path, name, layer, src, own, say)
        if match.group(1) == "<":
            check_system(where, name, layer, say)


def check_own(where, path, name, layer, src, own, say):
    targets = own.get(name.split("/")[-1], [])
    if not targets or path in targets:
        return
    allowed = {layer, *MAY_SEE[layer].split()}
    seen = {layer_of(target, src) for target in targets}
    if not seen & allowed:
        say(f"{where}: {layer} must not see {', '.join(sorted(seen))} ({name})")
        return
    mine = CONNECTOR.match(str(path.relative_to(src)))
    theirs = CONNECTOR.match(str(targets[0].relative_to(src)))
    if mine and theirs and mine.group(1) != theirs.group(1):
        say(f"{where}: one connector must not see another ({name})")


def check_system(where, name, layer, say):
    for start, allowed in SYSTEM.items():
        if name.startswith(start) and layer not in allowed.split():
            say(f"{where}: {layer} must not see <{name}>")


def check_tree(root):
    problems = []
    src = root / "src"
    own = headers(src)
    for path in sorted([*src.rglob("*.c"), *src.rglob("*.h")]):
        layer = layer_of(path, src)
        if layer in NOT_LAYERS or path.parent == src:
            continue
        if layer not in MAY_SEE:
            problems.append(f"{path}: no such layer; name it in tests/lint/layering.py with what it may see")
            continue
        check_file(path, layer, src, own, problems.append)
    for path in sorted((root / "tests").rglob("*.[ch]")):
        for match in INCLUDE.finditer(path.read_text(encoding="utf-8")):
            if ".." in match.group(2).split("/"):
                problems.append(f"{path}: \"{match.group(2)}\" leaves the folder")
    return problems


def self_check():
    """The check sees what it is there for: each of these trees breaks one rule."""
    import tempfile

    broken = {
        "parent": ("src/model/a.c", '#include "../pages/p.h"\n'),
        "upwards": ("src/model/a.c", '#include "p.h"\n'),
        "upwards in angles": ("src/rules/a.c", "#include <p.h>\n"),
        "sqlite": ("src/desk/a.c", "#  include <sqlite3.h>\n"),
        "soup": ("src/sync/a.c", "#include <libsoup/soup.h>\n"),
        "gtk": ("src/desk/a.h", "#include <gtk/gtk.h>\n"),
        "adwaita": ("src/ctl/a.c", "#include <adwaita.h>\n"),
        "unknown layer": ("src/misc/a.c", "\n"),
    }
    for name, (file, text) in broken.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for made, content in {"src/pages/p.h": "\n", "tests/t.c": "\n", file: text}.items():
                (root / made).parent.mkdir(parents=True, exist_ok=True)
                (root / made).write_text(content, encoding="utf-8")
            if len(check_tree(root)) != 1:
                return [f"layering.py no longer notices: {name}"]
    return []


def main():
    problems = self_check() + check_tree(Path(sys.argv[1]))
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
