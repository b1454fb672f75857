#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns SQL files into one C array of strings, so that a static library carries them."""

import sys

output, *inputs = sys.argv[1:]
with open(output, 'w', encoding='utf-8') as c:
    c.write('#include "bell-schema.h"\n\nconst char *const bell_migrations[] = {\n')
    for name in inputs:
        with open(name, encoding='utf-8') as sql:
            for line in sql:
                text = line.rstrip('\n').replace('\\', '\\\\').replace('"', '\\"')
                c.write(f'  "{text}\\n"\n')
        c.write('  ,\n')
    c.write(f'}};\n\nconst int bell_n_migrations = {len(inputs)};\n')
