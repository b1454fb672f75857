#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every symbolic icon that is named exists: ours, or one of the icon theme the program is made for."""

import re
import sys
from pathlib import Path

NAME = re.compile(r'"([a-z0-9]+(?:[-.][A-Za-z0-9]+)*-symbolic)"')


def main():
    root, theme = Path(sys.argv[1]), Path("/usr/share/icons/Adwaita")
    if not theme.is_dir():
        print("the Adwaita icon theme is not installed")
        return 77
    known = {path.stem for folder in (theme, root / "resources", root / "data")
             for path in folder.rglob("*-symbolic.svg")}
    missing = {}
    for folder in ("src", "resources", "data"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in {".blp", ".c", ".h", ".ui", ".json"}:
                for name in NAME.findall(path.read_text(encoding="utf-8")):
                    if name not in known:
                        missing.setdefault(name, path.relative_to(root))
    for name, path in sorted(missing.items()):
        print(f"{path}: there is no icon {name}; draw it in resources/ or use one of the theme")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
