#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every XML file (resources, schema, icons, metainfo) is well-formed, and every resource that is named exists."""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

root = Path(sys.argv[1])
problems = []
# Resources come from several folders: templates stand beside the C that uses them.
present = {path.name for folder in ("data", "resources", "src") for path in (root / folder).rglob("*")}
for folder in ("data", "resources"):
    for path in sorted((root / folder).rglob("*")):
        if path.suffix not in {".xml", ".svg", ".ui"} and not path.name.endswith(".xml.in"):
            continue
        try:
            tree = ElementTree.parse(path)
        except ElementTree.ParseError as error:
            problems.append(f"{path}: {error}")
            continue
        if path.name.endswith(".gresource.xml"):
            for entry in tree.iter("file"):
                name = entry.text.strip()
                # A .ui file may be made from the .blp file of the same name.
                made = {name, Path(name).name, Path(name).name.removesuffix(".ui") + ".blp"}
                if not (path.parent / name).exists() and not made & present:
                    problems.append(f"{path}: {name} does not exist")
print("\n".join(problems))
sys.exit(1 if problems else 0)
