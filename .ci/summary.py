#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count the test cases of build folders, and close with `N passed, N failed, N skipped`.

A test that reports its cases one by one (TAP) counts as that many; any other counts as one. A folder that could not be
built counts as one failure.
"""

import json
import re
import sys
from pathlib import Path

CASE = re.compile(r"^\s*(not ok|ok)\b([^\n]*)$", re.MULTILINE)
GOOD = {"OK", "EXPECTEDFAIL"}


def cases(test):
    """Passed, failed and skipped cases of one test of Meson's log."""
    result = test["result"]
    if result == "SKIP":
        return 0, 0, 1
    counts = [0, 0, 0]
    for verdict, rest in CASE.findall(test.get("stdout") or ""):
        if re.search(r"#\s*SKIP", rest, re.IGNORECASE):
            counts[2] += 1
        else:
            counts[0 if verdict == "ok" else 1] += 1
    if sum(counts) == 0:
        counts[0 if result in GOOD else 1] = 1
    elif result not in GOOD and counts[1] == 0:
        counts[1] = 1
    return counts


def main():
    total = [0, 0, 0]
    failed = []
    for folder in map(Path, sys.argv[1:]):
        log = folder / "meson-logs" / "testlog.json"
        if not (folder / ".built").exists():
            total[1] += 1
            failed.append(f"{folder.name}: was not built")
            continue
        if not log.exists():
            continue
        for line in log.read_text(encoding="utf-8").splitlines():
            test = json.loads(line)
            counts = cases(test)
            total = [sum(pair) for pair in zip(total, counts)]
            if counts[1]:
                failed.append(f"{folder.name}: {test['name']} ({test['result']})")
    for name in failed:
        print(f"failed: {name}")
    print(f"{total[0]} passed, {total[1]} failed, {total[2]} skipped")
    return 1 if total[1] else 0


if __name__ == "__main__":
    sys.exit(main())
