#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every Blueprint file stands in the compiler's own format."""

import subprocess
import sys
from pathlib import Path

files = sorted(str(path) for folder in sys.argv[2:] for path in Path(folder).rglob("*.blp"))
if not files:
    print("there is no Blueprint file")
    sys.exit(77)
done = subprocess.run([sys.argv[1], "format", *files])
if done.returncode != 0:
    print("./dev format puts it right")
sys.exit(1 if done.returncode else 0)
